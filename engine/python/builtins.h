/* builtins.h: what the files of the module builtins share. */
#ifndef LOOPSCOPE_PYTHON_BUILTINS_H
#define LOOPSCOPE_PYTHON_BUILTINS_H

#include "object.h"

#define NATIVE(name) Value name(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames)
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

/* One keyword argument's place in the list of allowed ones (ends with NULL); -1 with TypeError "got an unexpected ...".
 */
int keyword_place(Vm *vm, const char *function, const char *const *names, Value name);
/* Fills out[] (VALUE_NULL where absent) from the keywords alone. values: the first keyword's value. */
bool keywords_bind(Vm *vm, const char *function, const char *const *names, const Value *values, Tuple *kwnames,
                   Value *out);

extern const MethodDef builtins_core[], builtins_io[], builtins_code[], builtins_math[];

#endif
