/* frame_object.c: the type frame: a picture of a frame at the moment it was asked for. Frames themselves are no
 * objects, so that calls cost no allocation; what programs do with frame objects is read them. */
#include "interp.h"

#include "type_defs.h"

typedef struct FrameObject {
    Obj head;
    Value back; /* FrameObject or None */
    Code *code;
    Dict *globals;
    Value locals;
    Value generator; /* whose frame it is, or None */
    uint32_t line, instr;
} FrameObject;

static FrameObject *picture(Vm *vm, Code *code, Dict *globals, uint32_t instr, uint32_t line, Value locals) {
    FrameObject *o = object_new(vm, vm->types[T_frame], 0);
    if (o == NULL) {
        value_release(vm, locals);
        return NULL;
    }
    obj_retain(code);
    obj_retain(globals);
    o->code = code;
    o->globals = globals;
    o->instr = instr;
    o->line = line;
    o->locals = locals;
    o->back = VALUE_NONE;
    o->generator = VALUE_NONE;
    return o;
}

static FrameObject *picture_of(Vm *vm, Frame *frame) {
    Value locals = frame_locals(vm, frame);
    if (locals == VALUE_NULL) return NULL;
    FrameObject *o = picture(vm, frame->code, frame->globals, (uint32_t)(frame->ip - frame->code->instrs),
                             frame_line(frame), locals);
    if (o != NULL && frame->gen != NULL) o->generator = value_retain(obj_value(frame->gen));
    return o;
}

/* The callers' pictures too: f_back is read by code that looks for its caller. */
Value frame_object(Vm *vm, Frame *frame) {
    FrameObject *first = NULL, *last = NULL;
    for (uint32_t depth = 0; frame != NULL && depth < 16; frame = frame->caller) {
        if (frame->code == NULL) continue;
        FrameObject *o = picture_of(vm, frame);
        if (o == NULL) {
            obj_release(vm, first);
            return VALUE_NULL;
        }
        if (first == NULL)
            first = o;
        else
            last->back = obj_value(o);
        last = o;
        depth++;
    }
    return first == NULL ? VALUE_NONE : obj_value(first);
}

Value traceback_frame(Vm *vm, Traceback *entry) {
    Dict *locals = dict_new(vm);
    if (locals == NULL) return VALUE_NULL;
    Frame frame = {.code = entry->code, .ip = entry->code->instrs + entry->instr, .globals = entry->globals};
    frame.regs = (Value *)traceback_registers(entry);
    if (frame.regs != NULL) {
        Value found = frame_locals(vm, &frame);
        obj_release(vm, locals);
        if (found == VALUE_NULL) return VALUE_NULL;
        locals = AS(Dict, found);
    }
    return obj_value(picture(vm, entry->code, entry->globals, entry->instr, frame_line(&frame), obj_value(locals)));
}

static void frame_dealloc(Vm *vm, Obj *self) {
    FrameObject *o = (FrameObject *)self;
    value_clear(vm, &o->back);
    value_clear(vm, &o->locals);
    value_clear(vm, &o->generator);
    obj_release(vm, o->code);
    obj_release(vm, o->globals);
    o->code = NULL;
    o->globals = NULL;
}

static void frame_traverse(Obj *self, VisitFn visit, void *context) {
    FrameObject *o = (FrameObject *)self;
    visit(context, o->back);
    visit(context, o->locals);
    visit(context, o->generator);
    visit(context, obj_value(o->code));
    visit(context, obj_value(o->globals));
}

static Value frame_repr(Vm *vm, Value self) {
    const FrameObject *o = AS(FrameObject, self);
    return obj_value(str_format(vm, "<frame at 0x%zx, file %R, line %u, code %S>", (size_t)(uintptr_t)o,
                                obj_value(o->code->filename), o->line, o->code->name));
}

static Value get_back(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(FrameObject, self)->back);
}

static Value get_code(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(FrameObject, self)->code));
}

static Value get_globals(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(FrameObject, self)->globals));
}

static Value get_builtins(Vm *vm, Value self) {
    (void)self;
    return value_retain(obj_value(vm->builtins));
}

static Value get_locals(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(FrameObject, self)->locals);
}

static Value get_generator(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(FrameObject, self)->generator);
}

static Value get_line(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(FrameObject, self)->line);
}

static Value get_last(Vm *vm, Value self) {
    (void)vm;
    return value_small((int64_t)AS(FrameObject, self)->instr * 2);
}

static Value get_trace(Vm *vm, Value self) {
    (void)vm;
    (void)self;
    return VALUE_NONE;
}

static Value frame_clear_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    Dict *locals = dict_new(vm);
    if (locals == NULL) return VALUE_NULL;
    value_set(vm, &AS(FrameObject, self)->locals, obj_value(locals));
    return VALUE_NONE;
}

static const MethodDef frame_methods[] = {
    {"clear", frame_clear_method, 0, 0, false, METHOD_PLAIN, "Clear all references held by the frame."},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

static const GetSetDef frame_getset[] = {
    {"f_back", get_back, NULL, NULL},       {"f_code", get_code, NULL, NULL},
    {"f_globals", get_globals, NULL, NULL}, {"f_builtins", get_builtins, NULL, NULL},
    {"f_locals", get_locals, NULL, NULL},   {"f_generator", get_generator, NULL, NULL},
    {"f_lineno", get_line, NULL, NULL},     {"f_lasti", get_last, NULL, NULL},
    {"f_trace", get_trace, NULL, NULL},     {NULL, NULL, NULL, NULL},
};

const TypeDef type_frame_def = {
    .name = "frame",
    .size = sizeof(FrameObject),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = frame_dealloc, .traverse = frame_traverse, .repr = frame_repr},
    .methods = frame_methods,
    .getset = frame_getset,
};
