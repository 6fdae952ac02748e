/* module_native.c: the module _native: for classes of the guest library that CPython has in C. */
#include "builtins.h"
#include "modules.h"
#include "types_private.h"

/* like_c(cls): messages show the class with its module, and its attributes stay as they are. Returns it, for
 * decorators.
 */
static NATIVE(native_like_c) {
    UNUSED_ARGS;
    if (!is_type(args[0]) || !(AS(Type, args[0])->flags & TYPE_HEAP))
        return raise_error(vm, T_TypeError, "a class is needed");
    Type *type = AS(Type, args[0]);
    Str *shown = type_full_name(vm, type);
    if (shown == NULL) return VALUE_NULL;
    obj_release(vm, type->shown);
    type->shown = shown;
    type->flags |= TYPE_IMMUTABLE;
    return value_retain(args[0]);
}

static const MethodDef native_functions[] = {{"like_c", native_like_c, 1, 1, false, METHOD_PLAIN, NULL}, {0}};

Value module_init__native(Vm *vm) {
    Module *m = module_new(vm, "_native");
    if (m != NULL && module_add_functions(vm, m, native_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
