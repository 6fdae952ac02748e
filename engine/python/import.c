/* import.c: finding and loading modules: native ones from modules.def, and the engine's own Python from its library. */
#include "../include/loopscope/vm.h"
#include "boot.h"
#include "dict.h"
#include "library.h"
#include "modules.h"
#include "types_private.h"

typedef struct NativeModule {
    const char *name;
    Value (*init)(Vm *vm);
} NativeModule;

static const NativeModule native_modules[] = {
#define MODULE(id, name) {name, module_init_##id},
#include "modules.def"
#undef MODULE
};

bool modules_boot(Vm *vm) {
    vm->modules = dict_new(vm);
    return vm->modules != NULL && library_boot(vm);
}

void modules_close(Vm *vm) {
    Dict *modules = vm->modules;
    vm->modules = NULL;
    obj_release(vm, modules);
    library_close(vm);
}

/* ---- loading */

static bool store(Vm *vm, Str *name, Value module) {
    return dict_set_str(vm, vm->modules, name, module);
}

static Value load_native(Vm *vm, Str *name, const NativeModule *native) {
    Value module = native->init(vm);
    if (module != VALUE_NULL && !store(vm, name, module)) {
        value_release(vm, module);
        return VALUE_NULL;
    }
    return module;
}

static bool run_library(Vm *vm, const Module *module, Str *name) {
    Str *filename = str_format(vm, "<frozen %S>", name);
    const char *text = str_utf8(vm, name, NULL);
    Code *code = filename == NULL || text == NULL ? NULL : library_code(vm, text, filename);
    obj_release(vm, filename);
    Value function = code == NULL ? VALUE_NULL : function_new(vm, code, module->dict);
    obj_release(vm, code);
    if (function == VALUE_NULL) return false;
    Value result = call_value(vm, function, NULL, 0, NULL);
    value_release(vm, function);
    value_release(vm, result);
    return result != VALUE_NULL;
}

/* Where CPython has a module that the library has. Owned. */
static Str *library_place(Vm *vm, const char *name) {
    char path[80];
    size_t length = 0;
    for (; name[length] != 0 && length < sizeof path - 1; length++)
        path[length] = name[length] == '.' ? '/' : name[length];
    path[length] = 0;
    return str_format(vm, "/usr/lib/python3.14/%s%s", path, library_is_package(vm, name) ? "/__init__.py" : ".py");
}

/* The list of folders in which a package's modules are. Owned. */
static Value package_path(Vm *vm, Str *file) {
    Str *folder = str_slice(vm, file, 0, file->length - (uint32_t)strlen("/__init__.py"));
    List *list = folder == NULL ? NULL : list_new(vm, 1);
    if (list != NULL && !list_append(vm, list, obj_value(folder))) {
        obj_release(vm, list);
        list = NULL;
    }
    obj_release(vm, folder);
    return obj_value(list);
}

static bool set_place(Vm *vm, Module *module, const char *name) {
    if (module_is_c(name)) return true;
    Str *file = library_place(vm, name);
    bool ok = file != NULL && dict_set_str(vm, module->dict, NAME(vm, __file__), obj_value(file));
    if (ok && library_is_package(vm, name)) {
        Value path = package_path(vm, file);
        ok = path != VALUE_NULL && dict_set_str(vm, module->dict, NAME(vm, __path__), path);
        value_release(vm, path);
    }
    obj_release(vm, file);
    return ok;
}

static bool set_package(Vm *vm, Module *module, Str *name) {
    size_t length;
    const char *text = str_utf8(vm, name, &length);
    if (text == NULL) return false;
    if (library_is_package(vm, text)) return dict_set_str(vm, module->dict, NAME(vm, __package__), obj_value(name));
    int64_t dot = -1;
    for (uint32_t i = 0; i < name->length; i++) {
        if (str_at(name, i) == '.') dot = i;
    }
    Str *package = dot < 0 ? NULL : str_slice(vm, name, 0, (uint32_t)dot);
    if (dot >= 0 && package == NULL) return false;
    bool ok =
        dict_set_str(vm, module->dict, NAME(vm, __package__), obj_value(package == NULL ? vm->empty_str : package));
    obj_release(vm, package);
    return ok;
}

static Value load_library(Vm *vm, Str *name) {
    Module *module = module_new(vm, str_utf8(vm, name, NULL));
    if (module == NULL) return VALUE_NULL;
    bool ok = set_package(vm, module, name) && set_place(vm, module, str_utf8(vm, name, NULL)) &&
              dict_set_str(vm, module->dict, NAME(vm, __builtins__), obj_value(vm->builtins)) &&
              store(vm, name, obj_value(module));
    if (ok && !run_library(vm, module, name)) {
        Value e = error_take(vm);
        dict_delete(vm, vm->modules, obj_value(name));
        error_restore(vm, e);
        ok = false;
    }
    Value loaded = ok ? dict_get_str(vm, vm->modules, name) : VALUE_NULL; /* the module may have replaced itself */
    value_retain(loaded);
    obj_release(vm, module);
    return loaded;
}

static const NativeModule *native_find(const char *name) {
    for (uint32_t i = 0; i < sizeof native_modules / sizeof native_modules[0]; i++) {
        if (strcmp(native_modules[i].name, name) == 0) return &native_modules[i];
    }
    return NULL;
}

static Value find_and_load(Vm *vm, Str *name, bool *absent) {
    size_t length;
    const char *text = str_utf8(vm, name, &length);
    if (text == NULL) return VALUE_NULL;
    if (library_find(vm, text) >= 0) return load_library(vm, name);
    const NativeModule *native = native_find(text);
    if (native != NULL) return load_native(vm, name, native);
    Value module = vm->state->native_module == NULL ? VALUE_NULL : vm->state->native_module(vm, name);
    if (module != VALUE_NULL && !store(vm, name, module)) {
        value_release(vm, module);
        return VALUE_NULL;
    }
    *absent = module == VALUE_NULL && !error_is_set(vm);
    return module;
}

/* ---- modules loaded ahead */

/* Shows a module that is there already, and those whose loading ended before its own, which has all that it imports.
 * VALUE_NULL without an exception: it is not there. */
static Value show_preloaded(Vm *vm, Str *name) {
    Dict *waiting = vm->state->preloaded;
    if (waiting == NULL || vm->state->preloading) return VALUE_NULL;
    Value wanted = value_retain(dict_get_str(vm, waiting, name)), shown = VALUE_NULL;
    while (wanted != VALUE_NULL && shown != wanted) {
        Value pair = dict_pop_first(vm, waiting);
        const Tuple *entry = pair == VALUE_NULL ? NULL : AS(Tuple, pair);
        bool ok = entry != NULL && dict_set_str(vm, vm->modules, AS(Str, entry->items[0]), entry->items[1]);
        if (ok) shown = entry->items[1];
        value_release(vm, pair);
        if (!ok) value_clear(vm, &wanted);
    }
    return wanted;
}

static bool hide_preloaded(Vm *vm) {
    const Dict *waiting = vm->state->preloaded;
    for (uint32_t at = 0; at < waiting->nentries; at++) {
        if (dict_delete(vm, vm->modules, waiting->entries[at].key) < 0) return false;
    }
    return true;
}

bool vm_preload(Vm *vm, const char *module) {
    struct VmState *state = vm->state;
    state->preloaded = dict_new(vm);
    Str *name = state->preloaded == NULL ? NULL : str_new(vm, module);
    if (name == NULL) return false;
    state->preloading = true;
    Value loaded = module_import(vm, name);
    state->preloading = false;
    obj_release(vm, name);
    value_release(vm, loaded);
    if (loaded == VALUE_NULL || !hide_preloaded(vm)) return false;
    gc_collect(vm);
    return true;
}

int module_is_hidden(Vm *vm, Str *name) {
    const Dict *waiting = vm->state->preloaded;
    if (waiting == NULL || dict_get_str(vm, waiting, name) != VALUE_NULL) return waiting != NULL;
    uint32_t dot = 0;
    while (dot < name->length && str_at(name, dot) != '.') dot++;
    Str *package = dot == name->length ? NULL : str_slice(vm, name, 0, dot);
    if (package == NULL) return error_is_set(vm) ? -1 : false;
    bool hidden = dict_get_str(vm, waiting, package) != VALUE_NULL;
    obj_release(vm, package);
    return hidden;
}

static Value load(Vm *vm, Str *name, bool *absent) {
    *absent = false;
    Value module = show_preloaded(vm, name);
    if (module != VALUE_NULL || error_is_set(vm)) return module;
    module = find_and_load(vm, name, absent);
    if (module != VALUE_NULL && vm->state->preloading && !dict_set_str(vm, vm->state->preloaded, name, module))
        value_clear(vm, &module);
    return module;
}

/* Whether there is such a module, loaded or not. */
static bool exists(Vm *vm, Str *name) {
    if (dict_get_str(vm, vm->modules, name) != VALUE_NULL) return true;
    size_t length;
    const char *text = str_utf8(vm, name, &length);
    return text != NULL && (library_find(vm, text) >= 0 || native_find(text) != NULL);
}

/* ---- errors */

static Value raise_import(Vm *vm, enum type_id type, Str *text, Str *name) { /* takes text over */
    if (text == NULL) return VALUE_NULL;
    Value e = exception_new(vm, type, obj_value(text));
    obj_release(vm, text);
    if (e == VALUE_NULL) return VALUE_NULL;
    obj_retain(name);
    value_set(vm, &AS(Exception, e)->extra, obj_value(name));
    raise_value(vm, e);
    value_release(vm, e);
    return VALUE_NULL;
}

/* Why it is not here when CPython has it: a module of its own, or a part of a package of which others are here. */
static const char *missing_because(Vm *vm, const char *name) {
    char top[32];
    size_t length = strcspn(name, ".");
    const char *reason = module_absent_reason(name, strlen(name));
    if (length >= sizeof top || reason != NULL) return reason;
    memcpy(top, name, length);
    top[length] = 0;
    return library_find(vm, top) < 0 || library_is_package(vm, top) ? module_absent_reason(name, length) : NULL;
}

/* A line below the error that is set. */
static void add_reason(Vm *vm, Str *name, const char *reason) {
    exception_note(vm, str_format(vm, "Loopscope has no module %R%s", obj_value(name), reason));
}

static bool is_package(Vm *vm, const Str *parent) {
    const char *plain = str_utf8(vm, parent, NULL);
    return plain != NULL && library_is_package(vm, plain);
}

static Value not_found(Vm *vm, Str *name, const Str *parent) {
    const char *plain = str_utf8(vm, name, NULL);
    const char *reason = plain == NULL ? NULL : missing_because(vm, plain);
    vm->state->import_missed = true;
    Str *text = parent == NULL || reason != NULL || is_package(vm, parent)
                    ? str_format(vm, "No module named %R", obj_value(name))
                    : str_format(vm, "No module named %R; %R is not a package", obj_value(name), obj_value(parent));
    raise_import(vm, T_ModuleNotFoundError, text, name);
    if (reason != NULL && error_matches(vm, T_ModuleNotFoundError)) add_reason(vm, name, reason);
    return VALUE_NULL;
}

Value module_place(Vm *vm, Str *name) {
    const char *text = str_utf8(vm, name, NULL);
    if (text == NULL) return VALUE_NULL;
    if (library_find(vm, text) < 0 && native_find(text) == NULL) return VALUE_NONE;
    if (library_find(vm, text) >= 0 && !module_is_c(text)) return obj_value(library_place(vm, text));
    obj_retain(vm->empty_str);
    return obj_value(vm->empty_str);
}

Value module_load(Vm *vm, Str *name) {
    bool absent;
    Value module = load(vm, name, &absent);
    return module != VALUE_NULL || !absent ? module : not_found(vm, name, NULL);
}

/* ---- importing by name */

static Value import_one(Vm *vm, Str *name, Str *parent) {
    Value known = dict_get_str(vm, vm->modules, name);
    if (known == VALUE_NONE) {
        return raise_import(vm, T_ModuleNotFoundError, str_format(vm, "import of %S halted; None in sys.modules", name),
                            name);
    }
    if (known != VALUE_NULL) return value_retain(known);
    bool absent;
    Value module = load(vm, name, &absent);
    if (module != VALUE_NULL || !absent) return module;
    Value above = parent == NULL ? VALUE_NULL : dict_get_str(vm, vm->modules, parent);
    bool package = above != VALUE_NULL && is_exact(vm, above, T_module) && AS(Module, above)->dict != NULL &&
                   dict_get_str(vm, AS(Module, above)->dict, NAME(vm, __path__)) != VALUE_NULL;
    return not_found(vm, name, package ? NULL : parent);
}

static bool bind_child(Vm *vm, Value parent, Str *full, uint32_t from, Value child) {
    Str *last = str_slice(vm, full, from, full->length);
    last = str_intern(vm, last);
    bool ok = last != NULL && object_setattr(vm, parent, last, child);
    obj_release(vm, last);
    return ok;
}

static Value import_below(Vm *vm, Str *name, Value above, Str *parent, uint32_t end, uint32_t from) {
    Str *part = str_slice(vm, name, 0, end);
    part = str_intern(vm, part);
    if (part == NULL) return VALUE_NULL;
    bool fresh = dict_get_str(vm, vm->modules, part) == VALUE_NULL;
    Value module = import_one(vm, part, parent);
    if (module != VALUE_NULL && fresh && above != VALUE_NULL && !bind_child(vm, above, part, from, module)) {
        value_clear(vm, &module);
    }
    obj_release(vm, part);
    return module;
}

/* Imports a.b.c step by step; *top gets `a` (owned) when asked for. */
static Value import_dotted(Vm *vm, Str *name, Value *top) {
    Value above = VALUE_NULL;
    Str *parent = NULL;
    uint32_t from = 0;
    for (uint32_t i = 0; i <= name->length; i++) {
        if (i < name->length && str_at(name, i) != '.') continue;
        Value module = import_below(vm, name, above, parent, i, from);
        if (module != VALUE_NULL && above == VALUE_NULL && top != NULL) *top = value_retain(module);
        value_release(vm, above);
        obj_release(vm, parent);
        above = module;
        parent = module == VALUE_NULL ? NULL : str_slice(vm, name, 0, i);
        if (parent == NULL) {
            value_release(vm, above);
            if (top != NULL) value_clear(vm, top);
            return VALUE_NULL;
        }
        from = i + 1;
    }
    obj_release(vm, parent);
    return above;
}

Value module_import(Vm *vm, Str *name) {
    Value known = dict_get_str(vm, vm->modules, name);
    if (known != VALUE_NULL && known != VALUE_NONE) return value_retain(known);
    return import_dotted(vm, name, NULL);
}

static Value module_function(Vm *vm, Str *module, Str *function) {
    Value imported = module_import(vm, module);
    Value callee = imported == VALUE_NULL ? VALUE_NULL : object_getattr(vm, imported, function);
    value_release(vm, imported);
    return callee;
}

Value module_call(Vm *vm, Str *module, Str *function, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value callee = module_function(vm, module, function);
    if (callee == VALUE_NULL) return VALUE_NULL;
    Value result = call_value(vm, callee, args, nargs, kwnames);
    value_release(vm, callee);
    return result;
}

Value module_call_c(Vm *vm, const char *module, const char *function, const Value *args, uint32_t nargs,
                    Tuple *kwnames) {
    Str *from = str_intern_c(vm, module), *name = from == NULL ? NULL : str_intern_c(vm, function);
    Value result = name == NULL ? VALUE_NULL : module_call(vm, from, name, args, nargs, kwnames);
    obj_release(vm, name);
    obj_release(vm, from);
    return result;
}

Value module_call_tail(Vm *vm, const char *module, const char *function, const Value *args, uint32_t nargs,
                       Tuple *kwnames) {
    Str *from = str_intern_c(vm, module), *name = from == NULL ? NULL : str_intern_c(vm, function);
    Value callee = name == NULL ? VALUE_NULL : module_function(vm, from, name);
    obj_release(vm, name);
    obj_release(vm, from);
    if (callee == VALUE_NULL) return VALUE_NULL;
    Value result = call_tail(vm, callee, args, nargs, kwnames);
    value_release(vm, callee);
    return result;
}

/* The absolute name of a relative import. */
static Str *absolute_name(Vm *vm, Str *name, Dict *globals, int64_t level) {
    Value package = globals == NULL ? VALUE_NULL : dict_get_str(vm, globals, NAME(vm, __package__));
    if (package == VALUE_NULL || !is_str(package) || AS(Str, package)->length == 0) {
        raise_error(vm, T_ImportError, "attempted relative import with no known parent package");
        return NULL;
    }
    const Str *base = AS(Str, package);
    uint32_t end = base->length;
    for (int64_t i = 1; i < level; i++) {
        while (end > 0 && str_at(base, end - 1) != '.') end--;
        if (end == 0) {
            raise_error(vm, T_ImportError, "attempted relative import beyond top-level package");
            return NULL;
        }
        end--;
    }
    Str *front = str_slice(vm, AS(Str, package), 0, end);
    if (front == NULL || name->length == 0) return front;
    Str *full = str_format(vm, "%S.%S", front, name);
    obj_release(vm, front);
    return full;
}

static bool import_children(Vm *vm, Value module, Value fromlist) {
    if (!is_tuple(fromlist) || !is_exact(vm, module, T_module)) return true;
    const Dict *dict = AS(Module, module)->dict;
    Value base = dict_get_str(vm, dict, NAME(vm, __name__));
    const Tuple *names = AS(Tuple, fromlist);
    for (uint32_t i = 0; i < names->length && base != VALUE_NULL && is_str(base); i++) {
        Str *name = AS(Str, names->items[i]);
        if (str_equals_c(name, "*") || dict_get_str(vm, dict, name) != VALUE_NULL) continue;
        Str *full = str_format(vm, "%S.%S", AS(Str, base), name);
        if (full == NULL) return false;
        if (!exists(vm, full)) {
            obj_release(vm, full);
            continue;
        }
        Value child = import_dotted(vm, full, NULL);
        obj_release(vm, full);
        value_release(vm, child);
        if (child == VALUE_NULL) return false;
    }
    return true;
}

static Value import_absolute(Vm *vm, Str *name, bool inner) {
    Value top = VALUE_NULL;
    Value module = import_dotted(vm, name, inner ? NULL : &top);
    if (inner || module == VALUE_NULL) return module;
    value_release(vm, module);
    return top;
}

/* The absolute name of what is imported, owned. */
static Str *full_name(Vm *vm, Str *name, Dict *globals, int64_t level) {
    if (level > 0) return absolute_name(vm, name, globals, level);
    if (level < 0) {
        raise_error(vm, T_ValueError, "level must be >= 0");
        return NULL;
    }
    if (name->length == 0) {
        raise_error(vm, T_ValueError, "Empty module name");
        return NULL;
    }
    obj_retain(name);
    return name;
}

static bool has_names(Vm *vm, Value fromlist) {
    return fromlist != VALUE_NULL && fromlist != VALUE_NONE && object_length(vm, fromlist) > 0;
}

static Value import_full(Vm *vm, Str *full, Value fromlist, bool inner, bool last) {
    Value module = import_absolute(vm, full, last);
    if (module != VALUE_NULL && inner && !import_children(vm, module, fromlist)) value_clear(vm, &module);
    return module;
}

Value import_own(Vm *vm, Str *name, Dict *globals, Value fromlist, int64_t level) {
    Str *full = full_name(vm, name, globals, level);
    bool inner = has_names(vm, fromlist);
    Value module = full == NULL ? VALUE_NULL : import_full(vm, full, fromlist, inner, inner || level > 0);
    obj_release(vm, full);
    return module;
}

Value import_name(Vm *vm, Str *name, Dict *globals, Value fromlist, int64_t level) {
    Str *full = full_name(vm, name, globals, level);
    if (full == NULL) return VALUE_NULL;
    Value module = VALUE_NULL;
    bool inner = has_names(vm, fromlist), last = inner || level > 0;
    bool by_finders = import_asks_finders(vm, full, inner ? fromlist : VALUE_NONE);
    if (!by_finders) {
        vm->state->import_missed = false;
        module = import_full(vm, full, fromlist, inner, last);
        by_finders = module == VALUE_NULL && vm->state->import_missed && import_missed(vm, full);
    }
    if (by_finders) module = import_by_finders(vm, full, fromlist, inner, last);
    obj_release(vm, full);
    return module;
}

/* ---- from ... import */

/* The error of a module that finders found. */
static Value cannot_import_found(Vm *vm, Value module, Str *name) {
    Value args[] = {module, obj_value(name)};
    Value said = importer_call(vm, "about_name", args, 2);
    if (said == VALUE_NULL) return VALUE_NULL;
    const Tuple *pair = AS(Tuple, said); /* text, path */
    Value e = exception_new(vm, T_ImportError, pair->items[0]);
    if (e != VALUE_NULL) {
        Exception *error = AS(Exception, e);
        value_set(vm, &error->extra, value_retain(dict_get_str(vm, AS(Module, module)->dict, NAME(vm, __name__))));
        value_set(vm, &error->extra2, value_retain(pair->items[1]));
        obj_retain(name);
        value_set(vm, &error->extra3, obj_value(name));
        raise_value(vm, e);
        value_release(vm, e);
    }
    value_release(vm, said);
    return VALUE_NULL;
}

/* Where a module is: a file for those written in Python. Owned. */
static Str *location(Vm *vm, Value module_name) {
    const char *text =
        module_name != VALUE_NULL && is_str(module_name) ? str_utf8(vm, AS(Str, module_name), NULL) : NULL;
    if (text == NULL || library_find(vm, text) < 0 || module_is_c(text)) return str_new(vm, "unknown location");
    return library_place(vm, text);
}

static Value cannot_import(Vm *vm, Value module, Str *name) {
    if (is_exact(vm, module, T_module) && module_spec(vm, AS(Module, module)) != VALUE_NULL)
        return cannot_import_found(vm, module, name);
    bool failed;
    Value own = object_getattr_opt(vm, module, NAME(vm, __name__), &failed);
    if (failed) return VALUE_NULL;
    Str *from = own != VALUE_NULL && is_str(own) ? AS(Str, own) : NULL;
    Str *where = location(vm, own);
    if (where == NULL) {
        value_release(vm, own);
        return VALUE_NULL;
    }
    Str *text = from == NULL
                    ? str_format(vm, "cannot import name %R from '<unknown module name>' (%S)", obj_value(name), where)
                    : str_format(vm, "cannot import name %R from %R (%S)", obj_value(name), own, where);
    obj_release(vm, where);
    Value e = text == NULL ? VALUE_NULL : exception_new(vm, T_ImportError, obj_value(text));
    obj_release(vm, text);
    if (e != VALUE_NULL) {
        if (from != NULL) value_set(vm, &AS(Exception, e)->extra, value_retain(own));
        obj_retain(name);
        value_set(vm, &AS(Exception, e)->extra3, obj_value(name));
        raise_value(vm, e);
        value_release(vm, e);
    }
    value_release(vm, own);
    return VALUE_NULL;
}

Value import_from(Vm *vm, Value module, Str *name) {
    bool failed;
    Value found = object_getattr_opt(vm, module, name, &failed);
    if (found != VALUE_NULL || failed) return found;
    Value own = object_getattr_opt(vm, module, NAME(vm, __name__), &failed);
    if (failed) return VALUE_NULL;
    if (own != VALUE_NULL && is_str(own)) { /* a submodule that is loaded but not bound yet */
        Str *full = str_format(vm, "%S.%S", AS(Str, own), name);
        Value child = full == NULL ? VALUE_NULL : dict_get_str(vm, vm->modules, full);
        value_retain(child);
        obj_release(vm, full);
        value_release(vm, own);
        return child != VALUE_NULL ? child : cannot_import(vm, module, name);
    }
    value_release(vm, own);
    return cannot_import(vm, module, name);
}

static bool star_one(Vm *vm, Value module, Value into, Str *name) {
    Value value = object_getattr(vm, module, name);
    if (value == VALUE_NULL) return false;
    bool ok = is_exact(vm, into, T_dict) ? dict_set_str(vm, AS(Dict, into), name, value)
                                         : object_setitem(vm, into, obj_value(name), value);
    value_release(vm, value);
    return ok;
}

bool import_star(Vm *vm, Value module, Value into) {
    bool failed;
    Value all = object_getattr_opt(vm, module, NAME(vm, __all__), &failed);
    if (failed) return false;
    bool listed = all != VALUE_NULL;
    if (!listed) {
        Value dict = object_getattr(vm, module, NAME(vm, __dict__));
        all = dict == VALUE_NULL ? VALUE_NULL : list_from_iterable(vm, dict);
        value_release(vm, dict);
    } else {
        value_set(vm, &all, list_from_iterable(vm, all));
    }
    if (all == VALUE_NULL) return false;
    bool ok = true;
    const List *names = AS(List, all);
    for (uint32_t i = 0; ok && i < names->length; i++) {
        if (!is_str(names->items[i])) continue;
        Str *name = AS(Str, names->items[i]);
        if (!listed && name->length > 0 && str_at(name, 0) == '_') continue;
        ok = star_one(vm, module, into, name);
    }
    value_release(vm, all);
    return ok;
}
