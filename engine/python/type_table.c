/* type_table.c: types.def as tables. */
#include "type_defs.h"

#undef TYPE
_Static_assert(TYPE_ID_COUNT < 256, "type_table_bases holds bytes");

const TypeDef exception_plain_def = {.flags = TYPE_BASE};

const TypeDef *const type_table_defs[TYPE_ID_COUNT] = {
#define TYPE(id, base) [T_##id] = &type_##id##_def,
#define EXC(id, base) [T_##id] = &exception_plain_def,
#include "types.def"
#undef TYPE
#undef EXC
};

const uint8_t type_table_bases[TYPE_ID_COUNT] = {
#define TYPE(id, base) [T_##id] = T_##base,
#define EXC(id, base) [T_##id] = T_##base,
#include "types.def"
#undef TYPE
#undef EXC
};

const char *const type_table_names[TYPE_ID_COUNT] = {
#define TYPE(id, base) [T_##id] = #id,
#define EXC(id, base) [T_##id] = #id,
#include "types.def"
#undef TYPE
#undef EXC
};
