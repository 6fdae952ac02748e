/* type_defs.h: the TypeDef of every builtin type of types.def; each is defined in its type's own file. */
#ifndef LOOPSCOPE_PYTHON_TYPE_DEFS_H
#define LOOPSCOPE_PYTHON_TYPE_DEFS_H

#include "object.h"

#undef TYPE
#define TYPE(id, base) extern const TypeDef type_##id##_def;
#define EXC(id, base)
#include "types.def"
#undef TYPE
#undef EXC
#define TYPE(vm, id) ((vm)->types[T_##id]) /* object.h's meaning again */

/* type_table.c: by enum type_id. */
extern const TypeDef *const type_table_defs[TYPE_ID_COUNT];
extern const uint8_t type_table_bases[TYPE_ID_COUNT];
extern const char *const type_table_names[TYPE_ID_COUNT];
/* What every EXC of types.def is made from. */
extern const TypeDef exception_plain_def;

#endif
