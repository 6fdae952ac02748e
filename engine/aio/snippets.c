/* snippets.c: pieces of asyncio that are simpler, and suspend by themselves, when written in Python
 * (library/asyncio/snippets.py). They are loaded when the first of them is asked for.
 */
#include "aio.h"
#include "../python/library.h"

static Value format_places(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (!is_list(args[0])) return raise_error(vm, T_TypeError, "a list was expected");
    return obj_value(source_format(vm, args[0]));
}

static const MethodDef natives[] = {
    {"take_asyncgens", loop_take_asyncgens, 1, 1, false, METHOD_PLAIN, NULL},
    {"gather", gather_function, 0, 255, true, METHOD_PLAIN, NULL},
    {"format_places", format_places, 1, 1, false, METHOD_PLAIN, NULL},
};

static bool set_name(Vm *vm, Dict *names, const char *name, Value value) { /* takes value over */
    Str *key = str_intern_c(vm, name);
    bool fine = key != NULL && value != VALUE_NULL && dict_set_str(vm, names, key, value);
    obj_release(vm, key);
    value_release(vm, value);
    return fine;
}

static bool names_fill(Vm *vm, Dict *names) {
    value_retain(obj_value(vm->builtins));
    if (!set_name(vm, names, "__builtins__", obj_value(vm->builtins))) return false;
    if (!set_name(vm, names, "__name__", obj_value(str_new(vm, "asyncio.base_events")))) return false;
    for (size_t i = 0; i < sizeof natives / sizeof natives[0]; i++) {
        if (!set_name(vm, names, natives[i].name, native_new(vm, &natives[i], VALUE_NULL, NULL))) return false;
    }
    return true;
}

static Dict *snippets_make(Vm *vm) {
    Dict *names = dict_new(vm);
    Str *file = str_new(vm, "<asyncio>");
    Code *code = names == NULL || file == NULL || !names_fill(vm, names) ? NULL : library_code(vm, "<asyncio>", file);
    Value ran = code == NULL ? VALUE_NULL : code_run(vm, code, names, VALUE_NULL, false);
    obj_release(vm, code);
    obj_release(vm, file);
    value_release(vm, ran);
    if (ran != VALUE_NULL) return names;
    obj_release(vm, names);
    return NULL;
}

Value snippet(Vm *vm, const char *name) {
    Aio *aio = aio_of(vm);
    if (aio->snippets == NULL) aio->snippets = snippets_make(vm);
    return aio->snippets == NULL ? VALUE_NULL : dict_get_c(vm, aio->snippets, name);
}
