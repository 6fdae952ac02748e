/* traceback.c: traceback entries: the chain of frames that an exception passed. */
#include "exceptions.h"
#include "interp.h"
#include "types_private.h"

static void add_entry(Vm *vm, Frame *frame, size_t instr) {
    if (vm->thread->error == VALUE_NULL) return;
    Value error = error_take(vm); /* making the entry may fail and set another */
    FrameObject *object = frame_object_opt(vm, frame);
    Traceback *entry = object == NULL ? NULL : object_new(vm, TYPE(vm, traceback), 0);
    if (entry != NULL) {
        Exception *e = AS(Exception, error);
        obj_retain(object);
        entry->frame = object;
        entry->instr = (uint32_t)instr;
        entry->next = e->traceback;
        e->traceback = obj_value(entry);
    }
    error_restore(vm, error);
}

const Code *traceback_code(const Traceback *entry) {
    return frame_object_code(entry->frame);
}

Dict *traceback_globals(const Traceback *entry) {
    return entry->frame->frame != NULL ? entry->frame->frame->globals : entry->frame->globals;
}

void traceback_here(Vm *vm, Frame *frame) {
    if (frame->code != NULL) add_entry(vm, frame, code_located(frame->code, code_index(frame->code, frame->ip)));
}

void traceback_unbegun(Vm *vm, Frame *frame) {
    if (frame->code != NULL) add_entry(vm, frame, frame->code->ninstrs);
}

/* Its frame has a clear of its own. */
static void traceback_clear(Vm *vm, Obj *self) {
    value_clear(vm, &((Traceback *)self)->next);
}

static void traceback_dealloc(Vm *vm, Obj *self) {
    Traceback *entry = (Traceback *)self;
    value_clear(vm, &entry->next); /* inner frames go first: tb_dealloc */
    FrameObject *frame = entry->frame;
    entry->frame = NULL;
    obj_release(vm, frame);
}

static void traceback_traverse(Obj *self, VisitFn visit, void *context) {
    const Traceback *entry = (Traceback *)self;
    visit(context, entry->next);
    visit(context, obj_value(entry->frame));
}

static Value get_tb_next(Vm *vm, Value self) {
    (void)vm;
    Value next = AS(Traceback, self)->next;
    return next == VALUE_NULL ? VALUE_NONE : value_retain(next);
}

static bool set_tb_next(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL) {
        raise_error(vm, T_TypeError, "can't delete tb_next attribute");
        return false;
    }
    if (value != VALUE_NONE && !is_exact(vm, value, T_traceback)) {
        raise_error(vm, T_TypeError, "expected traceback object, got '%T'", value);
        return false;
    }
    for (Value at = value; at != VALUE_NONE && at != VALUE_NULL; at = AS(Traceback, at)->next) {
        if (at != self) continue;
        raise_error(vm, T_ValueError, "traceback loop detected");
        return false;
    }
    value_set(vm, &AS(Traceback, self)->next, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return true;
}

static Value get_lineno(Vm *vm, Value self) {
    (void)vm;
    const Traceback *entry = AS(Traceback, self);
    if (entry->line != 0) return value_small(entry->line);
    return value_small(code_position(traceback_code(entry), entry->instr).line);
}

static Value get_lasti(Vm *vm, Value self) {
    (void)vm;
    return value_small((int64_t)AS(Traceback, self)->instr * 2);
}

static Value get_frame(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Traceback, self)->frame));
}

static const GetSetDef traceback_getset[] = {
    {"tb_next", get_tb_next, set_tb_next, NULL},
    {"tb_lineno", get_lineno, NULL, NULL},
    {"tb_lasti", get_lasti, set_readonly, NULL},
    {"tb_frame", get_frame, set_readonly, NULL},
    {0},
};

static bool as_int(Vm *vm, Value v, int64_t *i) {
    if (!object_as_int64(vm, v, i)) return false;
    if (*i == (int32_t)*i) return true;
    raise_error(vm, T_OverflowError, "Python int too large to convert to C int");
    return false;
}

static Value traceback_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"tb_next", "tb_frame", "tb_lasti", "tb_lineno", NULL};
    static const ArgSpec spec = {"traceback", names, 0, 4, 4};
    Value out[4];
    int64_t last, line;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (!is_exact(vm, out[1], T_frame))
        return raise_error(vm, T_TypeError, "traceback() argument 'tb_frame' must be frame, not %T", out[1]);
    if (!as_int(vm, out[2], &last) || !as_int(vm, out[3], &line)) return VALUE_NULL;
    if (out[0] != VALUE_NONE && !is_exact(vm, out[0], T_traceback))
        return raise_error(vm, T_TypeError, "expected traceback object or None, got '%T'", out[0]);
    Traceback *entry = object_new(vm, type, 0);
    if (entry == NULL) return VALUE_NULL;
    entry->next = out[0] == VALUE_NONE ? VALUE_NULL : value_retain(out[0]);
    entry->frame = AS(FrameObject, value_retain(out[1]));
    uint32_t count = traceback_code(entry)->ninstrs;
    entry->instr = last < 0 || last / 2 >= count ? count : (uint32_t)(last / 2);
    entry->line = (int32_t)line;
    return obj_value(entry);
}

const TypeDef type_traceback_def = {
    .size = sizeof(Traceback),
    .flags = TYPE_GC,
    .slots = {.dealloc = traceback_dealloc,
              .traverse = traceback_traverse,
              .clear = traceback_clear,
              .new = traceback_new},
    .getset = traceback_getset,
};
