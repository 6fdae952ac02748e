/* memoryview.c: only its name so far; making one says that it is not there yet. */
#include "object.h"

extern const TypeDef type_memoryview_def;

static Value memoryview_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return raise_not_yet(vm, "memoryview");
}

const TypeDef type_memoryview_def = {
    .name = "memoryview",
    .size = sizeof(Obj),
    .flags = TYPE_IMMUTABLE,
    .slots = {.new = memoryview_new},
};
