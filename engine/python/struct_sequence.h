/* struct_sequence.h: tuples whose items also have names, such as sys.version_info and time.struct_time. */
#ifndef LOOPSCOPE_PYTHON_STRUCT_SEQUENCE_H
#define LOOPSCOPE_PYTHON_STRUCT_SEQUENCE_H

#include "object.h"

/* `type` comes first: a Type's def leads here. Instances have `visible` items as a tuple, and more that only have
 * names. */
typedef struct StructDef {
    TypeDef type;
    const char *const *fields; /* ends with NULL */
    uint32_t visible;
} StructDef;

/* The slots of such a type, for the initialiser of its TypeDef. */
Value struct_getattr(Vm *vm, Value self, Str *name);
bool struct_setattr(Vm *vm, Value self, Str *name, Value value);
Value struct_repr(Vm *vm, Value self);
Value struct_from_sequence(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames);
void struct_dealloc(Vm *vm, Obj *self);
extern const MethodDef struct_methods[];

/* flags_: TYPE_NO_NEW when `create` is NULL, else 0 (an address is no constant to compare with). */
#define STRUCT_TYPE(type_name_, create, flags_)                                                                        \
    {                                                                                                                  \
        .name = type_name_, .flags = TYPE_GC | TYPE_SEQUENCE | (flags_), .methods = struct_methods, .slots = {         \
            .dealloc = struct_dealloc,                                                                                 \
            .repr = struct_repr,                                                                                       \
            .getattr = struct_getattr,                                                                                 \
            .setattr = struct_setattr,                                                                                 \
            .new = create                                                                                              \
        }                                                                                                              \
    }

/* A new type (owned by the Vm) derived from tuple; NULL: error. */
Type *struct_type_make(Vm *vm, const StructDef *def);
/* An instance; takes the values over (one per field), also when it fails or one of them is VALUE_NULL. */
Value struct_new(Vm *vm, Type *type, const Value *values);

#endif
