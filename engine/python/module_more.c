/* module_more.c: names of native modules that few programs ask for: library module _more has them, this file knows
 * their names, so that asking for anything else loads nothing. */
#include "boot.h"
#include "builtins.h"
#include "library.h"
#include "modules.h"
#include "types_private.h"

static const struct {
    const char *module, *names;
} later[] = {
    {"sys",
     " abiflags activate_stack_trampoline addaudithook base_exec_prefix call_tracing "
     "deactivate_stack_trampoline getallocatedblocks getfilesystemencodeerrors getunicodeinternedsize "
     "meta_path monitoring path_hooks is_remote_debug_enabled is_stack_trampoline_active orig_argv path_importer_cache "
     "pycache_prefix "
     "stdlib_module_names thread_info "},
    {"gc", " DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE callbacks get_debug "
           "get_freeze_count get_objects get_referents get_referrers get_stats is_finalized set_debug "},
    {"time", " CLOCK_BOOTTIME CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_TAI CLOCK_THREAD_CPUTIME_ID "
             "clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns pthread_getcpuclockid "},
};

static const char *names_of(const Str *module) {
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (str_equals_c(module, later[i].module)) return later[i].names;
    return "";
}

static bool is_later(Vm *vm, const char *names, const Str *name) {
    size_t length;
    const char *text = str_utf8(vm, name, &length);
    return text != NULL && name_is_among(names, text, length);
}

/* __getattr__ of such a module; self is its name. */
static NATIVE(more_getattr) {
    (void)nargs, (void)kwnames;
    Str *module = AS(Str, self);
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "attribute name must be string");
    if (!is_later(vm, names_of(module), AS(Str, args[0]))) {
        Value owner = dict_get_str(vm, vm->modules, module);
        return raise_attribute_error_text(
            vm, owner == VALUE_NULL ? self : owner, AS(Str, args[0]),
            str_format(vm, "module '%S' has no attribute '%S'", module, AS(Str, args[0])));
    }
    Str *more = str_intern_c(vm, "_more"), *find = more == NULL ? NULL : str_intern_c(vm, "find");
    Value table = find == NULL ? VALUE_NULL : module_import(vm, more);
    Value pair[2] = {self, args[0]};
    Value found = table == VALUE_NULL ? VALUE_NULL : call_method(vm, table, find, pair, 2);
    value_release(vm, table);
    obj_release(vm, find);
    obj_release(vm, more);
    return found;
}

static bool append_name(Vm *vm, List *list, const char *begin, size_t length) {
    Str *name = str_from_ascii(vm, begin, (uint32_t)length);
    bool ok = name != NULL && list_append(vm, list, obj_value(name));
    obj_release(vm, name);
    return ok;
}

/* __dir__ of such a module. */
static NATIVE(more_dir) {
    (void)args, (void)nargs, (void)kwnames;
    Value owner = dict_get_str(vm, vm->modules, AS(Str, self));
    bool known = owner != VALUE_NULL && is_exact(vm, owner, T_module) && AS(Module, owner)->dict != NULL;
    Value made = known ? list_from_iterable(vm, obj_value(AS(Module, owner)->dict)) : obj_value(list_new(vm, 0));
    if (made == VALUE_NULL) return VALUE_NULL;
    bool ok = true;
    for (const char *at = names_of(AS(Str, self)) + 1; ok && at[-1] != 0 && *at != 0;) {
        size_t length = strcspn(at, " ");
        ok = append_name(vm, AS(List, made), at, length);
        at += length + 1;
    }
    if (!ok) value_clear(vm, &made);
    return made;
}

static const MethodDef more_functions[] = {
    {"__getattr__", more_getattr, 1, 1, false, METHOD_PLAIN, NULL},
    {"__dir__", more_dir, 0, 0, false, METHOD_PLAIN, NULL},
};

bool module_add_more(Vm *vm, Module *module) {
    for (size_t i = 0; i < sizeof more_functions / sizeof *more_functions; i++) {
        const MethodDef *def = &more_functions[i];
        if (!module_add(vm, module, def->name, native_new(vm, def, obj_value(module->name), module->name)))
            return false;
    }
    return true;
}
