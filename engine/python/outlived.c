/* outlived.c: frame objects and what keeps them: a frame that has ended while somebody names it still.
 *
 * Frames themselves are no objects, so that calls cost no allocation. The first who asks for a frame, or the first
 * exception that leaves it, makes its FrameObject, which all others share; when the frame ends and any of them is left,
 * that takes the variables and the caller's FrameObject, as in CPython: what the variables hold lives on, and so does
 * what the frames hold that called it (f_back). Without memory for it, they just go earlier.
 */
#include "interp.h"

FrameObject *frame_object(Vm *vm, Frame *frame) {
    if (frame->object != NULL) return frame->object;
    FrameObject *object = object_new(vm, TYPE(vm, frame), frame->code->named * sizeof(Value));
    if (object == NULL) return NULL;
    object->frame = frame;
    object->room = (uint16_t)frame->code->named;
    frame->object = object;
    if (frame->handled == VALUE_NULL) frame->handled = VALUE_NONE; /* so that frame_leave looks closer */
    return object;
}

FrameObject *frame_object_opt(Vm *vm, Frame *frame) {
    FrameObject *object = frame_object(vm, frame);
    if (object == NULL) error_clear(vm);
    return object;
}

const Value *traceback_registers(const Traceback *entry) {
    return frame_object_registers(entry->frame);
}

static void take_registers(FrameObject *object, Frame *frame) {
    bool any = false;
    for (uint32_t i = 0; i < object->room; i++) {
        any = any || frame->regs[i] != VALUE_NULL;
        object->regs[i] = frame->regs[i];
        frame->regs[i] = VALUE_NULL;
    }
    if (any) object->nregs = object->room;
}

static void take_namespace(Vm *vm, FrameObject *object, const Frame *frame) {
    FrameMore *more = frame_object_more(vm, object);
    if (more != NULL)
        value_set(vm, &more->locals, value_retain(frame->namespace));
    else
        error_clear(vm);
}

static void take_code(FrameObject *object, const Frame *frame) {
    object->keeps = value_retain(frame->function);
    object->code = frame->code;
    object->globals = frame->globals;
    object->instr = code_index(frame->code, frame->ip);
}

/* The frame that called one which ends now, as CPython's take_ownership links it; a generator that is dropped where it
 * waits has none. */
static void take_caller(Vm *vm, FrameObject *object, const Frame *frame) {
    Frame *caller = frame->caller;
    if (vm->thread == NULL || (vm->thread->top != frame && vm->thread->top != caller)) return;
    while (caller != NULL && caller->code == NULL) caller = caller->caller;
    if (caller == NULL) return;
    object->back = frame_object_opt(vm, caller);
    if (object->back != NULL) obj_retain(object->back);
}

void frame_outlived(Vm *vm, Frame *frame) {
    FrameObject *object = frame->object;
    frame->object = NULL;
    object->frame = NULL;
    if (object->head.refs > 1) {
        gc_is_new(vm, &object->head); /* CPython tracks a frame when it becomes one of the objects */
        Value error = error_take(vm); /* making the caller's may fail and set another */
        take_code(object, frame);
        take_registers(object, frame);
        if (frame->namespace != VALUE_NULL) take_namespace(vm, object, frame);
        take_caller(vm, object, frame);
        if (error != VALUE_NULL) error_restore(vm, error);
    }
    obj_release(vm, object);
}

static FrameObject *object_of_one(Vm *vm, Code *code, Value held) {
    FrameObject *object = frame_object_ended(vm, code);
    if (object == NULL) return NULL;
    object->regs[0] = value_retain(held);
    object->nregs = 1;
    return object;
}

static Code *library_code(Vm *vm, const char *function) {
    Code *code = code_new(vm);
    if (code == NULL) return NULL;
    code->flags = CODE_LIBRARY;
    code->name = str_intern_c(vm, function);
    code->qualname = code->name == NULL ? NULL : str_intern_c(vm, function);
    code->filename = code->qualname == NULL ? NULL : str_intern_c(vm, "asyncio");
    code->doc = VALUE_NONE;
    if (code->filename != NULL) return code;
    obj_release(vm, code);
    return NULL;
}

void traceback_add_library(Vm *vm, Value exception, const char *function, Value held) {
    Code *code = library_code(vm, function);
    Traceback *entry = code == NULL ? NULL : object_new(vm, TYPE(vm, traceback), 0);
    if (entry != NULL) entry->frame = object_of_one(vm, code, held);
    obj_release(vm, code);
    if (entry != NULL && entry->frame != NULL) {
        entry->next = value_retain(exception_traceback(vm, exception));
        exception_set_traceback(vm, exception, obj_value(entry));
    } else {
        obj_release(vm, entry);
    }
    error_clear(vm);
}
