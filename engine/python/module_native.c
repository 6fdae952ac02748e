/* module_native.c: the module _native: for classes of the guest library that CPython has in C. */
#include "builtins.h"
#include "modules.h"
#include "types_private.h"

/* like_c(x, ...): x looks like what CPython has in C. Gives the first, for decorators.
 * A class: messages show it with its module, and its attributes stay as they are.
 * A function: calls that do not fit it are refused in the words of functions in C.
 */
static bool class_like_c(Vm *vm, Type *type) {
    Str *shown = type_full_name(vm, type);
    if (shown == NULL) return false;
    obj_release(vm, type->shown);
    type->shown = shown;
    type->flags |= TYPE_IMMUTABLE;
    return true;
}

static NATIVE(native_like_c) {
    (void)self, (void)kwnames;
    for (uint32_t i = 0; i < nargs; i++) {
        if (is_exact(vm, args[i], T_function)) {
            AS(Function, args[i])->code->flags |= CODE_LIKE_C;
        } else if (!is_type(args[i]) || !(AS(Type, args[i])->flags & TYPE_HEAP)) {
            return raise_error(vm, T_TypeError, "a class or function is needed");
        } else if (!class_like_c(vm, AS(Type, args[i]))) {
            return VALUE_NULL;
        }
    }
    return value_retain(args[0]);
}

static const MethodDef native_functions[] = {{"like_c", native_like_c, 1, 255, false, METHOD_PLAIN, NULL}, {0}};

Value module_init__native(Vm *vm) {
    Module *m = module_new(vm, "_native");
    if (m != NULL && module_add_functions(vm, m, native_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
