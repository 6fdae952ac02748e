/* frame_object.c: the type frame: what programs read of a frame while it runs, waits or has ended. */
#include "interp.h"

#include "type_defs.h"

FrameObject *frame_object_ended(Vm *vm, Code *code) {
    FrameObject *o = object_new(vm, TYPE(vm, frame), sizeof(Value));
    if (o == NULL) return NULL;
    o->code = code;
    o->keeps = value_retain(obj_value(code));
    o->globals = vm->builtins;
    o->room = 1;
    return o;
}

FrameMore *frame_object_more(Vm *vm, FrameObject *o) {
    if (o->more == NULL) o->more = mem_zalloc(vm->mem, sizeof *o->more);
    if (o->more == NULL) raise_no_memory(vm);
    return o->more;
}

const Code *frame_object_code(const FrameObject *o) {
    return o->frame != NULL ? o->frame->code : o->code;
}

Value *frame_object_registers(FrameObject *o) {
    return o->frame != NULL ? o->frame->regs : o->nregs == 0 ? NULL : o->regs;
}

/* Where it is, or was when it ended. */
static uint32_t at_instr(const FrameObject *o) {
    return o->frame != NULL ? code_index(o->frame->code, o->frame->ip) : o->instr;
}

static uint32_t at_line(const FrameObject *o) {
    const Frame *frame = o->frame;
    if (frame != NULL && frame->gen != NULL && frame->gen->state == GEN_CREATED) return frame->code->first_line;
    bool starts = frame != NULL && frame->ip->op == OP_TRACE && frame->ip->a == TRACE_POINT_START;
    if (starts) return instr_wide(*frame->ip); /* 0 in a module */
    if (frame != NULL) return frame_line(frame);
    const Frame ended = {.code = o->code, .ip = code_plain(o->code) + o->instr};
    return frame_line(&ended);
}

static void release_more(Vm *vm, FrameObject *o) {
    FrameMore *more = o->more;
    o->more = NULL;
    obj_release(vm, more->replaced);
    value_release(vm, more->locals);
    value_release(vm, more->trace);
    value_release(vm, more->called);
    value_release(vm, more->monitored);
    mem_free(vm->mem, more, sizeof *more);
}

static void release_variables(Vm *vm, FrameObject *o) {
    uint32_t count = o->nregs;
    o->nregs = 0;
    while (count-- > 0) value_clear(vm, &o->regs[count]); /* the last first: frame_dealloc */
    if (o->more != NULL) release_more(vm, o);
}

static void frame_object_clear(Vm *vm, Obj *self) {
    FrameObject *o = (FrameObject *)self;
    FrameObject *back = o->back;
    o->back = NULL;
    release_variables(vm, o);
    obj_release(vm, back);
}

static void frame_object_dealloc(Vm *vm, Obj *self) {
    frame_object_clear(vm, self);
    value_release(vm, ((FrameObject *)self)->keeps);
}

static void frame_object_traverse(Obj *self, VisitFn visit, void *context) {
    const FrameObject *o = (const FrameObject *)self;
    visit(context, obj_value(o->back));
    visit(context, obj_value(o->passed_next));
    visit(context, o->keeps);
    for (uint32_t i = 0; i < o->nregs; i++) visit(context, o->regs[i]);
    if (o->more == NULL) return;
    visit(context, o->more->locals);
    visit(context, obj_value(o->more->replaced));
    visit(context, o->more->trace);
    visit(context, o->more->called);
}

static Value frame_repr(Vm *vm, Value self) {
    const FrameObject *o = AS(FrameObject, self);
    const Code *code = frame_object_code(o);
    return obj_value(str_format(vm, "<frame at 0x%zx, file %R, line %u, code %S>", (size_t)(uintptr_t)o,
                                obj_value(code->filename), at_line(o), code->name));
}

static bool waits(const FrameObject *o) {
    return o->frame != NULL && o->frame->gen != NULL && !gen_is_running(o->frame->gen);
}

static Value get_back(Vm *vm, Value self) {
    const FrameObject *o = AS(FrameObject, self);
    if (o->frame == NULL) return o->back == NULL ? VALUE_NONE : value_retain(obj_value(o->back));
    if (waits(o)) return VALUE_NONE;
    Frame *caller = o->frame->caller;
    while (caller != NULL && caller->code == NULL) caller = caller->caller;
    return caller == NULL ? VALUE_NONE : value_retain(obj_value(frame_object(vm, caller)));
}

static Value get_code(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(frame_object_code(AS(FrameObject, self))));
}

static Value get_globals(Vm *vm, Value self) {
    (void)vm;
    const FrameObject *o = AS(FrameObject, self);
    return value_retain(obj_value(o->frame != NULL ? o->frame->globals : o->globals));
}

static Value get_builtins(Vm *vm, Value self) {
    (void)self;
    return value_retain(obj_value(vm->builtins));
}

static Value get_locals(Vm *vm, Value self) {
    return frame_object_locals(vm, AS(FrameObject, self));
}

static Value get_generator(Vm *vm, Value self) {
    (void)vm;
    const Frame *frame = AS(FrameObject, self)->frame;
    return frame == NULL || frame->gen == NULL ? VALUE_NONE : value_retain(obj_value(frame->gen));
}

static Value get_line(Vm *vm, Value self) {
    (void)vm;
    return value_small(at_line(AS(FrameObject, self)));
}

static bool set_line(Vm *vm, Value self, Value value) {
    (void)self;
    if (value == VALUE_NULL)
        raise_error(vm, T_AttributeError, "cannot delete attribute");
    else
        raise_error(vm, T_ValueError, "f_lineno can only be set in a trace function");
    return false;
}

static Value get_last(Vm *vm, Value self) {
    (void)vm;
    return value_small((int64_t)at_instr(AS(FrameObject, self)) * 2);
}

static Value get_trace(Vm *vm, Value self) {
    (void)vm;
    const FrameMore *more = AS(FrameObject, self)->more;
    return more == NULL || more->trace == VALUE_NULL ? VALUE_NONE : value_retain(more->trace);
}

static bool set_trace(Vm *vm, Value self, Value value) {
    FrameMore *more = frame_object_more(vm, AS(FrameObject, self));
    if (more != NULL) value_set(vm, &more->trace, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return more != NULL;
}

static bool set_flag(Vm *vm, bool *flag, Value value) {
    if (value != VALUE_NULL && value_is_bool(value)) {
        *flag = value == VALUE_TRUE;
        return true;
    }
    raise_error(vm, T_TypeError,
                value == VALUE_NULL ? "can't delete numeric/char attribute" : "attribute value type must be bool");
    return false;
}

static Value get_trace_lines(Vm *vm, Value self) {
    (void)vm;
    const FrameMore *more = AS(FrameObject, self)->more;
    return value_bool(more == NULL || !more->trace_not_lines);
}

static bool set_trace_lines(Vm *vm, Value self, Value value) {
    bool lines;
    FrameMore *more = frame_object_more(vm, AS(FrameObject, self));
    if (more == NULL || !set_flag(vm, &lines, value)) return false;
    more->trace_not_lines = !lines;
    return true;
}

static Value get_trace_opcodes(Vm *vm, Value self) {
    (void)vm;
    const FrameMore *more = AS(FrameObject, self)->more;
    return value_bool(more != NULL && more->trace_opcodes);
}

static bool set_trace_opcodes(Vm *vm, Value self, Value value) {
    FrameMore *more = frame_object_more(vm, AS(FrameObject, self));
    return more != NULL && set_flag(vm, &more->trace_opcodes, value);
}

/* One that has not begun is closed as a generator is that nobody wants. */
static Value frame_clear_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    FrameObject *o = AS(FrameObject, self);
    if (o->frame != NULL && !waits(o)) return raise_error(vm, T_RuntimeError, "cannot clear an executing frame");
    if (o->frame != NULL) {
        Gen *gen = o->frame->gen;
        if (gen->state != GEN_CREATED) return raise_error(vm, T_RuntimeError, "cannot clear a suspended frame");
        obj_retain(gen);
        gen->head.type->slots.finalize(vm, obj_value(gen));
        if (gen->frame != NULL) gen_clear(vm, &gen->head);
        obj_release(vm, gen);
    }
    if (o->frame == NULL) release_variables(vm, o);
    return VALUE_NONE;
}

static const MethodDef frame_methods[] = {
    {"clear", frame_clear_method, 0, 0, false, METHOD_PLAIN, "Clear all references held by the frame."},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

static const GetSetDef frame_getset[] = {
    {"f_back", get_back, NULL, NULL},
    {"f_code", get_code, NULL, NULL},
    {"f_globals", get_globals, NULL, NULL},
    {"f_builtins", get_builtins, NULL, NULL},
    {"f_locals", get_locals, NULL, NULL},
    {"f_generator", get_generator, NULL, NULL},
    {"f_lineno", get_line, set_line, NULL},
    {"f_lasti", get_last, NULL, NULL},
    {"f_trace", get_trace, set_trace, NULL},
    {"f_trace_lines", get_trace_lines, set_trace_lines, NULL},
    {"f_trace_opcodes", get_trace_opcodes, set_trace_opcodes, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_frame_def = {
    .name = "frame",
    .size = sizeof(FrameObject),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = frame_object_dealloc,
              .traverse = frame_object_traverse,
              .clear = frame_object_clear,
              .repr = frame_repr},
    .methods = frame_methods,
    .getset = frame_getset,
};
