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
    if (frame->code != NULL) add_entry(vm, frame, (size_t)(frame->ip - frame->code->instrs));
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
        raise_error(vm, T_TypeError, "expected traceback object or None, got '%T'", value);
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

const TypeDef type_traceback_def = {
    .size = sizeof(Traceback),
    .flags = TYPE_GC,
    .slots = {.dealloc = traceback_dealloc, .traverse = traceback_traverse, .clear = traceback_clear},
    .getset = traceback_getset,
};
