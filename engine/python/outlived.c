/* outlived.c: frame objects and what keeps them: a frame that has ended while somebody names it still.
 *
 * Frames themselves are no objects, so that calls cost no allocation. The first who asks for a frame, or the first
 * traceback entry of it, makes its FrameObject, which all others share; when the frame ends and any of them is left,
 * that takes the variables and the caller's FrameObject, as in CPython: what the variables hold lives on, and so does
 * what the frames hold that called it (f_back). Without memory for it, they just go earlier.
 */
#include "interp.h"

FrameObject *frame_object(Vm *vm, Frame *frame) {
    if (frame->object != NULL) return frame->object;
    FrameObject *object = object_new(vm, TYPE(vm, frame), 0);
    if (object == NULL) return NULL;
    object->frame = frame;
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

static bool keeps_any(const Frame *frame) {
    for (uint32_t i = 0; i < frame->code->named; i++)
        if (frame->regs[i] != VALUE_NULL) return true;
    return false;
}

static void take_registers(Vm *vm, FrameObject *object, Frame *frame) {
    if (!keeps_any(frame)) return;
    uint32_t n = frame->code->named;
    Value *regs = mem_alloc(vm->mem, n * sizeof(Value));
    if (regs == NULL) return;
    for (uint32_t i = 0; i < n; i++) {
        regs[i] = frame->regs[i];
        frame->regs[i] = VALUE_NULL;
    }
    object->regs = regs;
    object->nregs = (uint16_t)n;
}

static void take_code(FrameObject *object, const Frame *frame) {
    obj_retain(frame->code);
    object->code = frame->code;
    if (frame->globals != NULL) obj_retain(frame->globals);
    object->globals = frame->globals;
    object->instr = (uint32_t)(frame->ip - frame->code->instrs);
    if (frame->namespace != VALUE_NULL) object->locals = value_retain(frame->namespace);
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
        take_registers(vm, object, frame);
        take_caller(vm, object, frame);
        if (error != VALUE_NULL) error_restore(vm, error);
    }
    obj_release(vm, object);
}

static FrameObject *object_of_one(Vm *vm, Code *code, Value held) {
    FrameObject *object = frame_object_ended(vm, code, vm->builtins);
    Value *regs = object == NULL ? NULL : mem_alloc(vm->mem, sizeof *regs);
    if (regs == NULL) return object;
    *regs = value_retain(held);
    object->regs = regs;
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
        entry->next = AS(Exception, exception)->traceback;
        AS(Exception, exception)->traceback = obj_value(entry);
    } else {
        obj_release(vm, entry);
    }
    error_clear(vm);
}
