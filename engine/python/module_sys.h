/* module_sys.h: the files of the module sys. */
#ifndef LOOPSCOPE_PYTHON_MODULE_SYS_H
#define LOOPSCOPE_PYTHON_MODULE_SYS_H

#include "object.h"

bool sys_add_info(Vm *vm, Module *module); /* version, version_info, flags, float_info and the other constants */
Value sys_asyncgen_hooks(Vm *vm, Value firstiter, Value finalizer); /* takes both over */
/* What the program has put in the place of sys.excepthook or its like, a new reference; VALUE_NULL: nothing, or it
 * cannot be found out. Sets no error. */
Value sys_own_hook(Vm *vm, const char *name);
/* The argument of sys.unraisablehook, a new reference; message and object may be None. */
Value sys_unraisable_args(Vm *vm, Value exception, Value message, Value object);
/* What the default of sys.unraisablehook prints; an exception that is none is left out. unraisable.c */
void unraisable_print(Vm *vm, Value exception, Value message, Value object);

/* settrace.c */
Value sys_settrace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value sys_settraceallthreads(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value sys_setprofileallthreads(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value sys_gettrace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value sys_setprofile(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value sys_getprofile(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

#endif
