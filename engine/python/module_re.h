/* module_re.h: what the two files of the module _sre share. */
#ifndef LOOPSCOPE_PYTHON_MODULE_RE_H
#define LOOPSCOPE_PYTHON_MODULE_RE_H

#include "iterators.h"
#include "re.h"
#include "text.h"
#include "types_private.h"

typedef struct Pattern {
    Obj head;
    void *weakrefs;
    Value source; /* str or bytes-like */
    bool is_text;
    Program program;
    Dict *names; /* group name: number */
} Pattern;

extern const TypeDef match_def;
/* The match that the matcher has just found. All are borrowed. */
Value match_new(Vm *vm, Pattern *pattern, Value string, Value holder, const Matcher *m, uint32_t position,
                uint32_t end);
/* Text of a Str or Bytes. */
Value re_slice(Vm *vm, Value holder, uint32_t from, uint32_t to);
/* The text of a group; `otherwise` (retained) when it is not set. */
Value re_group(Vm *vm, Value holder, const uint32_t *marks, uint32_t group, Value otherwise);
/* A replacement with backslashes as a list of texts and group numbers. [py] */
Value re_template(Vm *vm, Value pattern, Value repl);
bool re_expand(Vm *vm, List *out, Value holder, const uint32_t *marks, Value template);
Value re_join(Vm *vm, Value holder, Value list); /* [py] */
MethodBody re_itself;

#endif
