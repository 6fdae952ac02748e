/* settrace.c: see settrace.h. A listener is called by a native frame, which may wait, where an instruction tells of
 * something, and by a nested interpreter elsewhere.
 */
#include "settrace.h"

#include "module_sys.h"
#include "monitoring.h"
#include "types_private.h"

/* ---- who is told */

enum { WANT_PROFILE = 1, WANT_TRACE = 2, TO_GLOBAL = 4, IN_PROFILE = 8, IN_TRACE = 16 };

static FrameMore *more_of(const Frame *frame) {
    return frame->object == NULL ? NULL : frame->object->more;
}

static bool has_local(const Frame *frame) {
    const FrameMore *more = more_of(frame);
    return more != NULL && more->trace != VALUE_NULL;
}

/* Who wants an event of a frame: the profiler any, the tracer those of frames that it wished to see. */
static unsigned wants(Vm *vm, const Frame *frame) {
    const Tracing *t = vm->thread->tracing;
    return (t->profile != VALUE_NULL ? WANT_PROFILE : 0) |
           (t->trace != VALUE_NULL && has_local(frame) ? WANT_TRACE : 0);
}

/* The next of those that `state` wants, borrowed; VALUE_NULL: there is none left. */
static Value next_listener(const Tracing *t, const FrameObject *object, unsigned *state) {
    if (*state & WANT_PROFILE) {
        *state ^= WANT_PROFILE | IN_PROFILE;
        if (t->profile != VALUE_NULL) return t->profile;
        *state &= ~(unsigned)IN_PROFILE;
    }
    if (*state & WANT_TRACE) {
        *state ^= WANT_TRACE | IN_TRACE;
        Value local = object->more != NULL ? object->more->trace : VALUE_NULL;
        Value listener = t->trace == VALUE_NULL || (*state & TO_GLOBAL) ? t->trace : local;
        if (listener != VALUE_NULL) return listener;
        *state &= ~(unsigned)IN_TRACE;
    }
    return VALUE_NULL;
}

/* What the listener answered (owned), or VALUE_NULL when it raised: then it listens no longer. */
static bool take_answer(Vm *vm, Tracing *t, FrameObject *object, unsigned *state, Value answer) {
    bool traced = (*state & IN_TRACE) != 0;
    *state &= ~(unsigned)(IN_TRACE | IN_PROFILE);
    t->busy--;
    if (answer == VALUE_NULL) {
        value_clear(vm, traced ? &t->trace : &t->profile);
        if (traced && object->more != NULL) value_clear(vm, &object->more->trace);
        return false;
    }
    if (!traced || answer == VALUE_NONE) {
        value_release(vm, answer);
        return true;
    }
    FrameMore *more = frame_object_more(vm, object);
    if (more == NULL)
        value_release(vm, answer);
    else
        value_set(vm, &more->trace, answer);
    return more != NULL;
}

/* ---- by a frame. Slots: the frame's object, the event's name, its argument, the listener */

enum { SLOT_FRAME, SLOT_EVENT, SLOT_ARGUMENT, SLOT_LISTENER, SLOTS };

static Value tell_resume(Vm *vm, Frame *frame, Value in) {
    Tracing *t = vm->thread->tracing;
    FrameObject *object = AS(FrameObject, frame->regs[SLOT_FRAME]);
    unsigned state = (unsigned)frame->state;
    bool ok = !(state & (IN_TRACE | IN_PROFILE)) || take_answer(vm, t, object, &state, in);
    while (ok) {
        Value listener = next_listener(t, object, &state);
        frame->state = (int32_t)state;
        if (listener == VALUE_NULL) return VALUE_NONE;
        value_set(vm, &frame->regs[SLOT_LISTENER], value_retain(listener));
        t->busy++;
        Value answer = call_tail(vm, listener, frame->regs, 3, NULL);
        if (answer == SIGNAL_PUSHED || answer == SIGNAL_PARKED) return answer;
        ok = take_answer(vm, t, object, &state, answer);
    }
    return VALUE_NULL;
}

/* Pushes a frame that tells of an event; `argument` is owned. */
static enum interp_go push(Vm *vm, Frame *frame, const char *event, Value argument, unsigned state) {
    FrameObject *object = frame_object(vm, frame);
    Str *name = object == NULL ? NULL : str_intern_c(vm, event);
    Frame *teller = name == NULL ? NULL : native_push(vm, tell_resume, SLOTS);
    if (teller == NULL) {
        obj_release(vm, name);
        value_release(vm, argument);
        return GO_ERROR;
    }
    teller->on_return = RETURN_TOLD;
    teller->state = (int32_t)state;
    teller->regs[SLOT_FRAME] = value_retain(obj_value(object));
    teller->regs[SLOT_EVENT] = obj_value(name);
    teller->regs[SLOT_ARGUMENT] = argument;
    return GO_ENTER;
}

/* ---- by a nested interpreter */

static bool call_listeners(Vm *vm, FrameObject *object, Value name, Value argument, unsigned state) {
    Tracing *t = vm->thread->tracing;
    Value args[] = {obj_value(object), name, argument};
    for (;;) {
        Value listener = next_listener(t, object, &state);
        if (listener == VALUE_NULL) return true;
        t->busy++;
        if (!take_answer(vm, t, object, &state, call_value(vm, listener, args, 3, NULL))) return false;
    }
}

/* `argument` is owned; VALUE_NULL: it could not be made. False: the exception set is the listener's. */
static bool tell(Vm *vm, Frame *frame, const char *event, Value argument, unsigned state) {
    if (argument == VALUE_NULL) return false;
    Value error = error_take(vm);
    enum send_status outcome = vm->state->step_outcome;
    FrameObject *object = frame_object(vm, frame);
    Str *name = object == NULL ? NULL : str_intern_c(vm, event);
    if (object != NULL) obj_retain(object);
    bool ok = name != NULL && call_listeners(vm, object, obj_value(name), argument, state);
    obj_release(vm, object);
    obj_release(vm, name);
    value_release(vm, argument);
    vm->state->step_outcome = outcome;
    if (ok && error != VALUE_NULL)
        error_restore(vm, error);
    else
        value_release(vm, error);
    return ok;
}

/* ---- the instruction */

uint32_t settrace_line(const Frame *frame, uint32_t line) {
    if (frame->ip->op == OP_TRACE) line = instr_wide(*frame->ip);
    const FrameMore *more = line == 0 ? more_of(frame) : NULL;
    return more != NULL ? more->line : line;
}

static unsigned begin_wants(const Vm *vm) {
    const Tracing *t = vm->thread->tracing;
    return (t->trace != VALUE_NULL ? WANT_TRACE | TO_GLOBAL : 0) | (t->profile != VALUE_NULL ? WANT_PROFILE : 0);
}

static enum interp_go tell_begin(Vm *vm, Frame *frame) {
    unsigned state = begin_wants(vm);
    return state == 0 ? GO_NEXT : push(vm, frame, "call", VALUE_NONE, state);
}

static enum interp_go tell_line(Vm *vm, Frame *frame, uint32_t line) {
    FrameMore *more = more_of(frame);
    if (!(wants(vm, frame) & WANT_TRACE) || more->line == line) return GO_NEXT;
    more->line = line;
    return more->trace_not_lines ? GO_NEXT : push(vm, frame, "line", VALUE_NONE, WANT_TRACE);
}

static enum interp_go tell_return(Vm *vm, Frame *frame, const Instr *next) {
    Value value = next->op == OP_RETURN_NONE ? VALUE_NONE : frame->regs[next->op == OP_RETURN ? next->a : next->b];
    unsigned state = wants(vm, frame);
    if (state == 0 || value == VALUE_NULL) return GO_NEXT;
    return push(vm, frame, "return", value_retain(value), state);
}

/* What a program sees called as a function in C: [owned], VALUE_NULL: it is none, or an exception is set. */
static Value native_callee(Vm *vm, Value callee, Value self, Value first) {
    if (is_exact(vm, callee, T_builtin_function_or_method)) return value_retain(callee);
    if (is_exact(vm, callee, T_function)) {
        const Function *fn = AS(Function, callee);
        return fn->code->flags & (CODE_LIKE_C | CODE_IN_C) ? value_retain(callee) : VALUE_NULL;
    }
    if (is_exact(vm, callee, T_method)) {
        const BoundMethod *method = AS(BoundMethod, callee);
        if (is_exact(vm, method->function, T_builtin_function_or_method)) return value_retain(method->function);
        return native_callee(vm, method->function, method->self, VALUE_NULL);
    }
    Value bound = self != VALUE_NULL ? self : first;
    if (!is_exact(vm, callee, T_method_descriptor) || bound == VALUE_NULL) return VALUE_NULL;
    return value_obj(callee)->type->slots.descr_get(vm, callee, bound, type_of(vm, bound));
}

static enum interp_go tell_call(Vm *vm, Frame *frame, const Instr *next) {
    if (vm->thread->tracing->profile == VALUE_NULL) return GO_NEXT;
    const Value *run = &frame->regs[next->a];
    bool has_self = next->op != OP_CALL_PLAIN && run[1] != VALUE_NULL,
         has_first = next->op != OP_CALL_EX && next->b > 0;
    if (!value_is_obj(run[0])) return GO_NEXT;
    Value called = native_callee(vm, run[0], has_self ? run[1] : VALUE_NULL, has_first ? run[2] : VALUE_NULL);
    if (called == VALUE_NULL) return error_is_set(vm) ? GO_ERROR : GO_NEXT;
    FrameObject *object = frame_object(vm, frame);
    FrameMore *more = object == NULL ? NULL : frame_object_more(vm, object);
    if (more == NULL) {
        value_release(vm, called);
        return GO_ERROR;
    }
    value_set(vm, &more->called, value_retain(called));
    return push(vm, frame, "c_call", called, WANT_PROFILE);
}

static Value take_called(const Frame *frame) {
    FrameMore *more = more_of(frame);
    Value called = more == NULL ? VALUE_NULL : more->called;
    if (more != NULL) more->called = VALUE_NULL;
    return called;
}

static enum interp_go tell_called(Vm *vm, Frame *frame) {
    Value called = take_called(frame);
    return called == VALUE_NULL ? GO_NEXT : push(vm, frame, "c_return", called, WANT_PROFILE);
}

enum interp_go op_trace(Vm *vm, Frame *frame, const Instr *ip) {
    if (vm->state->monitoring != NULL && !monitor_point(vm, frame, ip)) return GO_ERROR;
    if (!settrace_listens(vm)) return GO_NEXT;
    switch ((enum trace_point)ip->a) {
    case TRACE_POINT_START:
    case TRACE_POINT_RESUME: return tell_begin(vm, frame);
    case TRACE_POINT_LINE: return tell_line(vm, frame, instr_wide(*ip));
    case TRACE_POINT_RETURN: return tell_return(vm, frame, ip + 1);
    case TRACE_POINT_LOOP:
        if (more_of(frame) != NULL) more_of(frame)->line = 0;
        break;
    case TRACE_POINT_CALL: return tell_call(vm, frame, ip + 1);
    case TRACE_POINT_CALLED: return tell_called(vm, frame);
    }
    return GO_NEXT;
}

/* ---- where no instruction tells */

/* Whether the frame runs code that tells. */
static bool is_shown(const Frame *frame) {
    const TracedCode *traced = frame->code == NULL ? NULL : frame->code->traced;
    return traced != NULL && frame->ip >= frame->code->instrs && frame->ip < frame->code->instrs + traced->count;
}

static Value exception_triple(Vm *vm, Value exception) {
    Value traceback = exception_traceback(vm, exception);
    Tuple *triple = tuple_pack(vm, 3, obj_value(type_of(vm, exception)), exception,
                               traceback == VALUE_NULL ? VALUE_NONE : traceback);
    return triple == NULL ? VALUE_NULL : obj_value(triple);
}

static bool tell_exception(Vm *vm, Frame *frame, Value exception) {
    if (!(wants(vm, frame) & WANT_TRACE)) return true;
    return tell(vm, frame, "exception", exception_triple(vm, exception), WANT_TRACE);
}

void settrace_raised(Vm *vm, Frame *frame) {
    if (!settrace_listens(vm) || !is_shown(frame)) return;
    Value called = take_called(frame);
    if (called != VALUE_NULL && !tell(vm, frame, "c_exception", called, WANT_PROFILE)) return;
    if (!monitor_raised(vm, frame, MONITOR_RAISE)) return;
    Value exception = value_retain(vm->thread->error);
    (void)tell_exception(vm, frame, exception);
    value_release(vm, exception);
}

void settrace_reraised(Vm *vm, Frame *frame) {
    if (settrace_listens(vm) && is_shown(frame)) (void)monitor_raised(vm, frame, MONITOR_RERAISE);
}

void settrace_handled(Vm *vm, Frame *frame) {
    if (settrace_listens(vm) && is_shown(frame)) (void)monitor_raised(vm, frame, MONITOR_EXCEPTION_HANDLED);
}

void settrace_unwound(Vm *vm, Frame *frame) {
    if (!settrace_listens(vm) || !is_shown(frame)) return;
    /* A generator's code has a handler around it all, which makes RuntimeError of StopIteration. */
    bool ok = frame->gen == NULL ||
              (monitor_raised(vm, frame, MONITOR_EXCEPTION_HANDLED) && monitor_raised(vm, frame, MONITOR_RERAISE));
    if (ok && monitor_raised(vm, frame, MONITOR_PY_UNWIND))
        (void)tell(vm, frame, "return", VALUE_NONE, wants(vm, frame));
}

bool settrace_suspended(Vm *vm, Frame *frame, Value value) {
    if (!settrace_listens(vm)) return true;
    for (Frame *f = frame;; f = f->caller) {
        bool told = f == frame && f->code != NULL && f->ip->op == OP_YIELD;
        bool ok = !is_shown(f) || told ||
                  (monitor_tell(vm, f, MONITOR_PY_YIELD, value, VALUE_NULL) &&
                   tell(vm, f, "return", value_retain(value), wants(vm, f)));
        if (!ok) {
            value_release(vm, value);
            return false;
        }
        if (f->on_return != RETURN_SEND) return true;
    }
}

static bool monitor_thrown(Vm *vm, Frame *frame) {
    return monitor_tell(vm, frame, MONITOR_PY_THROW, vm->thread->sent, VALUE_NULL);
}

/* From the outermost to the innermost, which tells itself where it goes on behind a yield. What a listener raises is
 * raised there. */
void settrace_resumed(Vm *vm, const Gen *gen, Frame *inner) {
    if (!settrace_listens(vm) || !(inner->flags & FRAME_SENT) || (inner->flags & FRAME_FRESH)) return;
    bool thrown = (inner->flags & FRAME_THROWN) != 0, ok = true;
    uint32_t depth = 0;
    for (const Frame *f = inner; f != gen->frame; f = f->caller) depth++;
    for (uint32_t left = depth + 1; left-- > 0 && ok;) {
        Frame *f = inner;
        for (uint32_t i = 0; i < left; i++) f = f->caller;
        if (!is_shown(f) || (left == 0 && !thrown && f->ip->op == OP_YIELD)) continue;
        ok = (thrown ? left > 0 || monitor_thrown(vm, f)
                     : monitor_tell(vm, f, MONITOR_PY_RESUME, VALUE_NULL, VALUE_NULL)) &&
             tell(vm, f, "call", VALUE_NONE, begin_wants(vm));
    }
    if (ok) return;
    inner->flags |= FRAME_THROWN;
    value_set(vm, &vm->thread->sent, error_take(vm));
}

bool settrace_stopped(Vm *vm, Frame *frame, Value value) {
    if (!settrace_listens(vm) || !is_shown(frame)) return true;
    bool silent = frame->ip->op == OP_FOR_ITER && value == VALUE_NONE; /* to a tracer */
    bool traced = !silent && (wants(vm, frame) & WANT_TRACE);
    if (!traced && vm->state->monitoring == NULL) return true;
    Value error = error_take(vm);
    raise_stop_iteration(vm, value);
    Value stop = error_take(vm);
    if (error != VALUE_NULL) error_restore(vm, error);
    bool ok = monitor_tell(vm, frame, MONITOR_STOP_ITERATION, stop, VALUE_NULL) &&
              (!traced || tell_exception(vm, frame, stop));
    value_release(vm, stop);
    return ok;
}

/* ---- sys.settrace, sys.setprofile */

void settrace_forget(Vm *vm, Thread *thread) {
    Tracing *t = thread->tracing;
    if (t == NULL) return;
    value_clear(vm, &t->trace);
    value_clear(vm, &t->profile);
}

typedef struct Found {
    Vm *vm;
    Obj **items;
    size_t count, room;
    bool failed;
} Found;

static void find_code(void *context, void *object) {
    Found *found = context;
    const Type *type = ((Obj *)object)->type;
    if (type != found->vm->types[T_code] || found->failed) return;
    if (found->count == found->room) {
        size_t room = found->room * 2 + 64;
        Obj **items = mem_realloc(found->vm->mem, found->items, found->room * sizeof *items, room * sizeof *items);
        found->failed = items == NULL;
        if (found->failed) return;
        found->items = items;
        found->room = room;
    }
    found->items[found->count++] = object;
}

/* All code that there is; the compiler does it for what comes later. */
static bool trace_all_code(Vm *vm) {
    Found found = {.vm = vm};
    mem_objects_walk(vm->mem, find_code, &found);
    if (found.failed) raise_no_memory(vm);
    bool ok = !found.failed;
    for (size_t i = 0; ok && i < found.count; i++) ok = code_trace(vm, (Code *)found.items[i]);
    if (found.items != NULL) mem_free(vm->mem, found.items, found.room * sizeof *found.items);
    return ok;
}

/* A frame that no C code is in the middle of may change to the row that tells. */
static void change_row(Frame *frame) {
    if (frame->code == NULL || frame->code->traced == NULL || is_shown(frame)) return;
    const TracedCode *traced = frame->code->traced;
    uint32_t index = (uint32_t)(frame->ip - traced->plain);
    bool begun = index > 0 || frame->gen == NULL || frame->gen->state != GEN_CREATED;
    frame->ip = frame->code->instrs + (begun ? traced->self[index] : 0);
}

static void change_generator(void *context, void *object) {
    Vm *vm = context;
    const Type *type = ((Obj *)object)->type;
    if (type != vm->types[T_generator] && type != vm->types[T_coroutine] && type != vm->types[T_async_generator])
        return;
    const Gen *gen = object;
    if (gen->frame != NULL && !gen_is_running(gen)) change_row(gen->frame);
}

static void change_frames(Vm *vm) {
    mem_objects_walk(vm->mem, change_generator, vm);
    for (Thread *thread = vm->state->threads; thread != NULL; thread = thread->next) {
        if (thread->pinned) continue;
        for (Frame *frame = thread->top; frame != NULL; frame = frame->caller) {
            change_row(frame);
            if (frame->caller_dst == DST_NESTED) break;
        }
    }
}

/* The last act of sys.settrace: nobody is in the middle of an instruction of the frames that called it. */
static Value change_resume(Vm *vm, Frame *frame, Value in) {
    (void)frame;
    (void)in;
    change_frames(vm);
    return VALUE_NONE;
}

bool settrace_begin(Vm *vm) {
    if (!vm->state->traces) vm->state->traces = trace_all_code(vm);
    return vm->state->traces;
}

Value settrace_change(Vm *vm) {
    return native_push(vm, change_resume, 0) == NULL ? VALUE_NULL : SIGNAL_PUSHED;
}

/* `function` (None: nobody) listens in a thread. */
static bool set_listener(Vm *vm, Thread *thread, bool profile, Value function) {
    if (thread->tracing == NULL && function != VALUE_NONE)
        thread->tracing = mem_zalloc(vm->mem, sizeof *thread->tracing);
    Tracing *t = thread->tracing;
    if (t == NULL && function != VALUE_NONE) raise_no_memory(vm);
    if (t == NULL) return function == VALUE_NONE;
    value_set(vm, profile ? &t->profile : &t->trace, function == VALUE_NONE ? VALUE_NULL : value_retain(function));
    return true;
}

static Value listen(Vm *vm, bool profile, Value function, bool everywhere) {
    if (function != VALUE_NONE && !settrace_begin(vm)) return VALUE_NULL;
    for (Thread *thread = vm->state->threads; everywhere && thread != NULL; thread = thread->next)
        if (thread->state != THREAD_ENDED && !set_listener(vm, thread, profile, function)) return VALUE_NULL;
    if (!set_listener(vm, vm->thread, profile, function)) return VALUE_NULL;
    if (function == VALUE_NONE) return VALUE_NONE;
    return settrace_change(vm);
}

Value sys_settrace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    return listen(vm, false, args[0], false);
}

Value sys_setprofile(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    return listen(vm, true, args[0], false);
}

Value sys_settraceallthreads(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    return listen(vm, false, args[0], true);
}

Value sys_setprofileallthreads(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    return listen(vm, true, args[0], true);
}

static Value retained_or_none(Value v) {
    return v == VALUE_NULL ? VALUE_NONE : value_retain(v);
}

Value sys_gettrace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return vm->thread->tracing == NULL ? VALUE_NONE : retained_or_none(vm->thread->tracing->trace);
}

Value sys_getprofile(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return vm->thread->tracing == NULL ? VALUE_NONE : retained_or_none(vm->thread->tracing->profile);
}
