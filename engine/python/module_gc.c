/* module_gc.c: the module gc: the cycle collector's switches. There is one generation. */
#include "modules.h"
#include "types_private.h"

static Value fn_collect(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"generation", NULL};
    static const ArgSpec spec = {"collect", names, 0, 1, 0};
    Value out[1];
    (void)self;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    int64_t generation = 2;
    if (out[0] != VALUE_NULL && !object_as_int64(vm, out[0], &generation)) return VALUE_NULL;
    if (generation < 0 || generation > 2) return raise_error(vm, T_ValueError, "invalid generation");
    return int_from_int64(vm, gc_collect(vm));
}

static Value fn_enable(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    vm->state->gc_enabled = true;
    return VALUE_NONE;
}

static Value fn_disable(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    vm->state->gc_enabled = false;
    return VALUE_NONE;
}

static Value fn_isenabled(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return value_bool(vm->state->gc_enabled);
}

static Value three(Vm *vm, int64_t first) {
    return obj_value(tuple_pack(vm, 3, value_small(first), value_small(0), value_small(0)));
}

static Value fn_get_threshold(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return three(vm, (int64_t)vm->state->gc_threshold);
}

static Value fn_set_threshold(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    int64_t threshold;
    if (!object_as_int64(vm, args[0], &threshold)) return VALUE_NULL;
    vm->state->gc_threshold = threshold <= 0 ? UINT64_MAX : (uint64_t)threshold;
    return VALUE_NONE;
}

static Value fn_get_count(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return three(vm, (int64_t)vm->state->gc_allocated);
}

static Value fn_is_tracked(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    return value_bool((type_of(vm, args[0])->flags & TYPE_GC) != 0);
}

static Value fn_nothing(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)self, (void)args, (void)nargs, (void)kwnames;
    return VALUE_NONE;
}

static const MethodDef functions[] = {
    {"collect", fn_collect, 0, 1, true, METHOD_PLAIN, "Run the garbage collector."},
    {"enable", fn_enable, 0, 0, false, METHOD_PLAIN, "Enable automatic garbage collection."},
    {"disable", fn_disable, 0, 0, false, METHOD_PLAIN, "Disable automatic garbage collection."},
    {"isenabled", fn_isenabled, 0, 0, false, METHOD_PLAIN, "Returns true if automatic garbage collection is enabled."},
    {"get_threshold", fn_get_threshold, 0, 0, false, METHOD_PLAIN, "Return the current collection thresholds."},
    {"set_threshold", fn_set_threshold, 1, 3, false, METHOD_PLAIN, "Set the collection thresholds."},
    {"get_count", fn_get_count, 0, 0, false, METHOD_PLAIN, "Return the current collection counts."},
    {"is_tracked", fn_is_tracked, 1, 1, false, METHOD_PLAIN, "Whether the object is tracked by the collector."},
    {"freeze", fn_nothing, 0, 0, false, METHOD_PLAIN, "Does nothing here."},
    {"unfreeze", fn_nothing, 0, 0, false, METHOD_PLAIN, "Does nothing here."},
    {0},
};

Value module_init_gc(Vm *vm) {
    Module *module = module_new(vm, "gc");
    if (module == NULL) return VALUE_NULL;
    if (module_add_functions(vm, module, functions) && module_add(vm, module, "garbage", obj_value(list_new(vm, 0))) &&
        module_add_more(vm, module)) {
        return obj_value(module);
    }
    obj_release(vm, module);
    return VALUE_NULL;
}
