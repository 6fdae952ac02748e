/* outlived.c: what is left of a frame that has ended while a traceback still names it.
 *
 * In CPython a traceback keeps a frame, so what its variables hold lives on when the frame is done, and so does what
 * the frames hold that called it (f_back). Here frames are no objects: the first traceback entry of a frame makes a
 * Remains for it, which all its entries share; when the frame dies and any of them is left, that takes the variables,
 * and its caller's Remains. Without memory for it, they just go earlier than in CPython.
 */
#include "interp.h"
#include "type_defs.h"

Remains *frame_remains(Vm *vm, Frame *frame) {
    if (frame->remains != NULL) return frame->remains;
    Remains *remains = object_new(vm, TYPE(vm, frame_remains), 0);
    if (remains == NULL) {
        error_clear(vm);
        return NULL;
    }
    remains->frame = frame;
    frame->remains = remains;
    if (frame->handled == VALUE_NULL) frame->handled = VALUE_NONE; /* so that frame_leave looks closer */
    return remains;
}

const Value *traceback_registers(const Traceback *entry) {
    const Remains *remains = entry->remains;
    if (remains == NULL) return NULL;
    return remains->frame != NULL ? remains->frame->regs : remains->regs;
}

static bool keeps_objects(const Frame *frame) {
    for (uint32_t i = 0; i < frame->code->named; i++)
        if (value_is_obj(frame->regs[i])) return true;
    return false;
}

static void take_registers(Vm *vm, Remains *remains, Frame *frame) {
    if (!keeps_objects(frame)) return;
    uint32_t n = frame->code->named;
    Value *regs = mem_alloc(vm->mem, n * sizeof(Value));
    if (regs == NULL) return;
    for (uint32_t i = 0; i < n; i++) {
        regs[i] = frame->regs[i];
        frame->regs[i] = VALUE_NULL;
    }
    remains->regs = regs;
    remains->nregs = n;
}

/* The frame that called one which ends now, as CPython's take_ownership links it; a generator that is dropped where it
 * waits has none. */
static void take_caller(Vm *vm, Remains *remains, const Frame *frame) {
    Frame *caller = frame->caller;
    if (vm->thread == NULL || (vm->thread->top != frame && vm->thread->top != caller)) return;
    while (caller != NULL && caller->code == NULL) caller = caller->caller;
    if (caller == NULL || (caller->code->flags & CODE_MODULE)) return;
    remains->back = frame_remains(vm, caller);
    if (remains->back != NULL) obj_retain(remains->back);
}

void frame_outlived(Vm *vm, Frame *frame) {
    Remains *remains = frame->remains;
    frame->remains = NULL;
    remains->frame = NULL;
    if (remains->head.refs > 1) {
        gc_is_new(vm, &remains->head); /* CPython tracks a frame when it becomes one of the objects */
        Value error = error_take(vm);  /* making the caller's may fail and set another */
        take_registers(vm, remains, frame);
        take_caller(vm, remains, frame);
        if (error != VALUE_NULL) error_restore(vm, error);
    }
    obj_release(vm, remains);
}

static Remains *remains_of_one(Vm *vm, Value held) {
    Remains *remains = object_new(vm, TYPE(vm, frame_remains), 0);
    Value *regs = remains == NULL ? NULL : mem_alloc(vm->mem, sizeof *regs);
    if (regs == NULL) return remains;
    *regs = value_retain(held);
    remains->regs = regs;
    remains->nregs = 1;
    return remains;
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
    Traceback *entry = object_new(vm, TYPE(vm, traceback), 0);
    if (entry != NULL) entry->code = library_code(vm, function);
    if (entry != NULL && entry->code != NULL) {
        entry->globals = vm->builtins;
        obj_retain(entry->globals);
        entry->remains = remains_of_one(vm, held);
        entry->next = AS(Exception, exception)->traceback;
        AS(Exception, exception)->traceback = obj_value(entry);
    } else {
        obj_release(vm, entry);
    }
    error_clear(vm);
}

static void remains_release(Vm *vm, Obj *self) {
    Remains *remains = (Remains *)self;
    Value *regs = remains->regs;
    uint32_t count = remains->nregs;
    Remains *back = remains->back;
    remains->regs = NULL;
    remains->nregs = 0;
    remains->back = NULL;
    for (uint32_t i = count; i > 0; i--) value_release(vm, regs[i - 1]); /* the last first: frame_dealloc */
    if (regs != NULL) mem_free(vm->mem, regs, count * sizeof *regs);
    obj_release(vm, back);
}

static void remains_traverse(Obj *self, VisitFn visit, void *context) {
    const Remains *remains = (const Remains *)self;
    visit(context, obj_value(remains->back));
    for (uint32_t i = 0; i < remains->nregs; i++) visit(context, remains->regs[i]);
}

const TypeDef type_frame_remains_def = {
    .name = "frame",
    .size = sizeof(Remains),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = remains_release, .traverse = remains_traverse, .clear = remains_release},
};
