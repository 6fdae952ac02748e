/* module.c: the type of modules. */
#include "types_private.h"

static bool add_none(Vm *vm, Module *module, Str *name) {
    return dict_set_str(vm, module->dict, name, VALUE_NONE);
}

/* Names a module anew: what else stands in its dict stays. */
static bool module_fill(Vm *vm, Module *module, Str *name) {
    Str *old = module->name;
    obj_retain(name);
    module->name = name;
    obj_release(vm, old);
    return dict_set_str(vm, module->dict, NAME(vm, __name__), obj_value(name)) &&
           add_none(vm, module, NAME(vm, __doc__)) && add_none(vm, module, NAME(vm, __package__)) &&
           add_none(vm, module, NAME(vm, __loader__)) && add_none(vm, module, NAME(vm, __spec__));
}

/* A module with nothing in it. Every module has a dict until it dies. */
static Module *module_empty(Vm *vm, Type *type) {
    Module *module = object_new(vm, type, 0);
    if (module == NULL || (module->dict = dict_new(vm)) != NULL) return module;
    obj_release(vm, module);
    return NULL;
}

Module *module_new(Vm *vm, const char *name) {
    Str *text = str_intern_c(vm, name);
    Module *module = text == NULL ? NULL : module_empty(vm, TYPE(vm, module));
    if (module != NULL && !module_fill(vm, module, text)) {
        obj_release(vm, module);
        module = NULL;
    }
    obj_release(vm, text);
    return module;
}

bool module_add(Vm *vm, Module *module, const char *name, Value value) {
    if (value == VALUE_NULL) return false;
    Str *key = str_intern_c(vm, name);
    bool ok = key != NULL && dict_set_str(vm, module->dict, key, value);
    obj_release(vm, key);
    value_release(vm, value);
    return ok;
}

bool module_add_functions(Vm *vm, Module *module, const MethodDef *methods) {
    for (; methods->name != NULL; methods++) {
        if (!module_add(vm, module, methods->name, native_new(vm, methods, VALUE_NULL, module->name))) return false;
    }
    return true;
}

/* ---- the type */

static void module_dealloc(Vm *vm, Obj *self) {
    Module *module = (Module *)self;
    Dict *dict = module->dict;
    Str *name = module->name;
    module->dict = NULL;
    module->name = NULL;
    obj_release(vm, dict);
    obj_release(vm, name);
}

static void module_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, obj_value(((Module *)self)->dict));
}

static Value module_slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Module *module = module_empty(vm, type);
    return module == NULL ? VALUE_NULL : obj_value(module);
}

static int module_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"name", "doc", NULL};
    static const ArgSpec spec = {"module", names, 0, 2, 1};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return -1;
    if (!is_str(out[0])) {
        raise_error(vm, T_TypeError, "module() argument 'name' must be str, not %B", out[0]);
        return -1;
    }
    Module *module = AS(Module, self);
    if (!module_fill(vm, module, AS(Str, out[0]))) return -1;
    return out[1] == VALUE_NULL || dict_set_str(vm, module->dict, NAME(vm, __doc__), out[1]) ? 0 : -1;
}

static Value module_hook(Vm *vm, const Module *module, Str *name) {
    Value hook = dict_get_str(vm, module->dict, NAME(vm, __getattr__));
    if (hook != VALUE_NULL) {
        Value argument = obj_value(name);
        return call_value(vm, hook, &argument, 1, NULL);
    }
    Value own = dict_get_str(vm, module->dict, NAME(vm, __name__));
    if (module_spec(vm, module) != VALUE_NULL && own != VALUE_NULL && is_str(own)) {
        Value args[] = {obj_value(module), obj_value(name)};
        Value text = importer_call(vm, "about_attribute", args, 2);
        return text == VALUE_NULL ? VALUE_NULL : raise_attribute_error_text(vm, obj_value(module), name, AS(Str, text));
    }
    return raise_attribute_error_text(vm, obj_value(module), name,
                                      own != VALUE_NULL && is_str(own)
                                          ? str_format(vm, "module '%S' has no attribute '%S'", AS(Str, own), name)
                                          : str_format(vm, "module has no attribute '%S'", name));
}

/* The engine's own modules get their specification when it is asked for. */
static Value lazy_spec(Vm *vm, const Module *module, Str *name, Value found) {
    if ((name != NAME(vm, __spec__) && name != NAME(vm, __loader__)) || module == vm->state->main_module ||
        dict_get_str(vm, vm->modules, module->name) != obj_value(module))
        return found;
    Value self = obj_value(module), spec = importer_call(vm, "spec_of", &self, 1);
    if (spec == VALUE_NULL) return VALUE_NULL;
    value_release(vm, spec);
    return value_retain(dict_get_str(vm, module->dict, name));
}

static Value module_getattr(Vm *vm, Value self, Str *name) {
    const Module *module = AS(Module, self);
    Value on_type = type_lookup(vm, type_of(vm, self), name);
    bool data = on_type != VALUE_NULL && comes_first(vm, on_type);
    if (data) return object_generic_getattr(vm, self, name);
    Value found = dict_get_str(vm, module->dict, name);
    if (found == VALUE_NONE) return lazy_spec(vm, module, name, found);
    if (found != VALUE_NULL) return value_retain(found);
    if (on_type != VALUE_NULL) return object_generic_getattr(vm, self, name);
    return module_hook(vm, module, name);
}

static bool module_setattr(Vm *vm, Value self, Str *name, Value value) {
    Module *module = AS(Module, self);
    Value on_type = type_lookup(vm, type_of(vm, self), name);
    if (on_type != VALUE_NULL && type_of(vm, on_type)->slots.descr_set != NULL) {
        return type_of(vm, on_type)->slots.descr_set(vm, on_type, self, value);
    }
    obj_retain(name);
    Str *key = str_intern(vm, name);
    if (key == NULL) return false;
    int deleted = 1;
    bool ok = true;
    if (value != VALUE_NULL) {
        ok = dict_set_str(vm, module->dict, key, value);
    } else {
        deleted = dict_delete(vm, module->dict, obj_value(key));
    }
    if (deleted == 0) raise_attribute_error(vm, self, key);
    obj_release(vm, key);
    return ok && deleted > 0;
}

static Value module_repr(Vm *vm, Value self) {
    const Module *module = AS(Module, self);
    Value name = dict_get_str(vm, module->dict, NAME(vm, __name__));
    Value file = dict_get_str(vm, module->dict, NAME(vm, __file__));
    if (module_spec(vm, module) != VALUE_NULL) return importer_call(vm, "module_repr", &self, 1);
    Value loader = dict_get_str(vm, module->dict, NAME(vm, __loader__));
    if (name == VALUE_NULL && file != VALUE_NULL) return obj_value(str_format(vm, "<module '?' from %R>", file));
    if (file == VALUE_NULL && loader != VALUE_NULL && loader != VALUE_NONE)
        return obj_value(name == VALUE_NULL ? str_format(vm, "<module '?' (%R)>", loader)
                                            : str_format(vm, "<module %R (%R)>", name, loader));
    if (name == VALUE_NULL) return obj_value(str_new(vm, "<module '?'>"));
    const char *text = file != VALUE_NULL && is_str(name) ? str_utf8(vm, AS(Str, name), NULL) : NULL;
    if (text != NULL && module_is_frozen(text)) return obj_value(str_format(vm, "<module %R (frozen)>", name));
    if (file != VALUE_NULL) return obj_value(str_format(vm, "<module %R from %R>", name, file));
    bool made_by_hand = !is_str(name) || dict_get_str(vm, vm->modules, AS(Str, name)) != self;
    return obj_value(str_format(vm, made_by_hand ? "<module %R>" : "<module %R (built-in)>", name));
}

static Value get_dict(Vm *vm, Value self) {
    (void)vm;
    const Module *module = AS(Module, self);
    obj_retain(module->dict);
    return obj_value(module->dict);
}

static const GetSetDef module_getset[] = {
    {"__dict__", get_dict, NULL, NULL},
    {"__annotate__", module_annotate, module_set_annotate, NULL},
    {"__annotations__", module_annotations, module_set_annotations, NULL},
    {0},
};

/* What only the compiler calls has a name that no program can write. */
static void drop_hidden(Vm *vm, List *names) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < names->length; i++) {
        Value name = names->items[i];
        if (is_str(name) && AS(Str, name)->length > 0 && str_at(AS(Str, name), 0) == '<')
            value_release(vm, name);
        else
            names->items[kept++] = name;
    }
    names->length = kept;
}

static Value method_dir(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Module *module = AS(Module, self);
    Value hook = dict_get_str(vm, module->dict, NAME(vm, __dir__));
    if (hook != VALUE_NULL) return call_value(vm, hook, NULL, 0, NULL);
    Value names = list_from_iterable(vm, obj_value(module->dict));
    if (names != VALUE_NULL && module->dict == vm->builtins) drop_hidden(vm, AS(List, names));
    return names;
}

static const MethodDef module_methods[] = {
    {"__dir__", method_dir, 0, 0, false, METHOD_PLAIN, "__dir__() -> list\nspecialized dir() implementation"},
    {0},
};

const TypeDef type_module_def = {
    .size = sizeof(Module),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WEAKREFS,
    .weak_offset = offsetof(Module, weakrefs),
    .doc = "Create a module object.",
    .slots = {.dealloc = module_dealloc,
              .traverse = module_traverse,
              .repr = module_repr,
              .getattr = module_getattr,
              .setattr = module_setattr,
              .new = module_slot_new,
              .init = module_init},
    .methods = module_methods,
    .getset = module_getset,
};
