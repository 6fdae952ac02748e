/* interp_send.c: how frames end and suspend: outcomes go to whatever drives the frame. A chain of generators that await
 * each other stays linked by its frames' callers while it is suspended, so that resuming and suspending cost the same
 * however deep it is: the driver knows the outermost generator (the root), the root knows the innermost frame.
 */
#include "redo.h"
#include "settrace.h"
#include "walk.h"

/* ---- outcomes ---- */

static enum interp_go give_value(Vm *vm, Frame *driver, unsigned dst, Value value) {
    if (dst == DST_NESTED) {
        vm->state->nested_value = value;
        return GO_EXIT;
    }
    if (driver->code == NULL) {
        vm->state->native_in = value;
        return GO_NATIVE;
    }
    value_set(vm, &driver->regs[dst], value);
    driver->ip++;
    return GO_ENTER;
}

static enum interp_go give_error(Vm *vm, unsigned dst) {
    if (dst != DST_NESTED) return GO_ERROR;
    vm->state->nested_value = VALUE_NULL;
    return GO_EXIT;
}

static enum interp_go give_init(Vm *vm, Frame *driver, unsigned dst, Value instance, Value value) {
    if (value == VALUE_NONE) return give_value(vm, driver, dst, instance);
    raise_error(vm, T_TypeError, "__init__() should return None, not '%T'", value);
    value_release(vm, value);
    value_release(vm, instance);
    return give_error(vm, dst);
}

/* The item of a for loop goes to its register, or the loop ends. */
static enum interp_go give_for(Vm *vm, Frame *driver, enum send_status status, Value value) {
    const Instr *ip = driver->ip;
    if (status == SEND_YIELDED) {
        value_set(vm, &driver->regs[ip->a], value);
        driver->ip += ip->c == 0 ? 2 : 1;
    } else {
        bool told = vm->thread->tracing == NULL || value == VALUE_NULL || settrace_stopped(vm, driver, value);
        value_release(vm, value);
        if (!told) return GO_ERROR;
        value_clear(vm, &driver->regs[ip->b]);
        driver->ip += 1 + (int16_t)ip->c;
    }
    return GO_ENTER;
}

/* The await went through without giving up control: worth telling in the learner's own code. */
static void note_straight(Vm *vm, Frame *frame) {
    if (!trace_wants(vm->trace, TRACE_TASK) || vm->trace->current == 0) return;
    if ((frame->code->flags & CODE_LIBRARY) || frame->state != (int32_t)vm->state->awaits) return;
    TRACE_WORDS(vm->trace, TASK, AWAIT_STRAIGHT, vm->trace->current, frame_place(frame));
}

/* Whether CPython learns of the end of what is awaited by a StopIteration. */
static bool ends_by_stop(Vm *vm, Value awaited) {
    return gen_is(vm, awaited) || acts_as_coroutine(vm, awaited) || async_step_is(vm, awaited);
}

static void put_awaited(Vm *vm, Frame *driver, Value value) {
    const Instr *ip = driver->ip;
    note_straight(vm, driver);
    value_clear(vm, &driver->regs[ip->b]);
    value_set(vm, &driver->regs[ip->a], value);
    driver->ip++;
}

static enum interp_go give_await(Vm *vm, Frame *driver, Value value) {
    if (UNLIKELY(vm->thread->tracing != NULL) && ends_by_stop(vm, driver->regs[driver->ip->b]) &&
        !settrace_stopped(vm, driver, value)) {
        value_release(vm, value);
        return GO_ERROR;
    }
    put_awaited(vm, driver, value);
    return GO_ENTER;
}

static enum interp_go give_step(Vm *vm, unsigned kind, enum send_status status, Value value) {
    vm->state->step_outcome = status;
    if (kind == RETURN_NESTED_STEP) {
        vm->state->nested_value = value;
        return GO_EXIT;
    }
    vm->state->native_in = value;
    return GO_NATIVE;
}

/* next(), send(), throw(): the end is StopIteration, or the fallback in `extra`. */
static enum interp_go give_next(Vm *vm, Frame *driver, unsigned dst, Value fallback, enum send_status status,
                                Value value) {
    if (status == SEND_YIELDED) {
        value_release(vm, fallback);
        return give_value(vm, driver, dst, value);
    }
    if (fallback != VALUE_NULL) {
        value_release(vm, value);
        return give_value(vm, driver, dst, fallback);
    }
    raise_stop_iteration(vm, value);
    value_release(vm, value);
    return give_error(vm, dst);
}

static enum interp_go give_close(Vm *vm, Frame *driver, unsigned dst, Value generator, enum send_status status,
                                 Value value) {
    bool coroutine = is_exact(vm, generator, T_coroutine);
    value_release(vm, generator);
    if (status == SEND_RETURNED) return give_value(vm, driver, dst, value);
    if (status == SEND_YIELDED) {
        value_release(vm, value);
        raise_error(vm, T_RuntimeError, "%s ignored GeneratorExit", coroutine ? "coroutine" : "generator");
    } else if (error_matches(vm, T_GeneratorExit) || error_matches(vm, T_StopIteration)) {
        error_clear(vm);
        return give_value(vm, driver, dst, VALUE_NONE);
    }
    return give_error(vm, dst);
}

static void raise_thrown(Vm *vm, const Frame *frame, Value exception);
static enum interp_go raised_at_send(Vm *vm, Frame *frame);
static Value close_awaited_first(Vm *vm, Frame *frame, Value exception);

/* What `driver` awaited was closed, because somebody throws `exception` (owned), a GeneratorExit, into it: an end of
 * any kind is as good as another, and the driver's turn comes. */
static enum interp_go give_closed(Vm *vm, Frame *driver, Value exception, enum send_status status, Value value) {
    Value awaited = driver->regs[driver->ip->b];
    value_release(vm, value);
    if (status == SEND_YIELDED) {
        raise_error(vm, T_RuntimeError, "%s ignored GeneratorExit",
                    is_exact(vm, awaited, T_generator) ? "generator" : "coroutine");
    } else if (status == SEND_RAISED && (error_matches(vm, T_GeneratorExit) || error_matches(vm, T_StopIteration) ||
                                         (async_step_is(vm, awaited) && error_matches(vm, T_StopAsyncIteration)))) {
        error_clear(vm);
    }
    exception = close_awaited_first(vm, driver, exception);
    if (error_is_set(vm)) value_set(vm, &exception, error_take(vm));
    if (exception != VALUE_NULL) raise_thrown(vm, driver, exception);
    value_release(vm, exception);
    return raised_at_send(vm, driver);
}

enum interp_go interp_deliver(Vm *vm, Frame *driver, unsigned kind, unsigned dst, Value extra, enum send_status status,
                              Value value) {
    vm->thread->top = driver;
    if (UNLIKELY(kind == RETURN_REDO)) {
        redo_note(vm, driver, value);
        return GO_ENTER;
    }
    if (kind == RETURN_AGAIN && status == SEND_RETURNED) {
        value_set(vm, &vm->thread->walked, value);
        vm->thread->walked_for = driver;
        return GO_ENTER;
    }
    if (kind == RETURN_STEP || kind == RETURN_WALK || kind == RETURN_NESTED_STEP)
        return give_step(vm, kind, status, value);
    if (kind == RETURN_CLOSE) return give_close(vm, driver, dst, extra, status, value);
    if (kind == RETURN_CLOSE_SEND) return give_closed(vm, driver, extra, status, value);
    if (status == SEND_RAISED) {
        value_release(vm, extra);
        if (kind == RETURN_ITEM && UNLIKELY(vm->thread->tracing != NULL)) settrace_raised(vm, driver);
        if (kind == RETURN_ITEM && error_matches(vm, T_StopIteration)) {
            error_clear(vm);
            return give_for(vm, driver, SEND_RETURNED, VALUE_NULL);
        }
        if (kind == RETURN_NESTED) dst = DST_NESTED;
        if (kind != RETURN_THREAD) return give_error(vm, dst);
    }
    switch ((enum on_return)kind) {
    case RETURN_DISCARD_INIT: return give_init(vm, driver, dst, extra, value);
    case RETURN_FOR: return give_for(vm, driver, status, value);
    case RETURN_ITEM: return give_for(vm, driver, SEND_YIELDED, value);
    case RETURN_SEND: return give_await(vm, driver, value);
    case RETURN_TOLD:
        value_release(vm, value);
        driver->ip++;
        return GO_ENTER;
    case RETURN_NEXT: return give_next(vm, driver, dst, extra, status, value);
    case RETURN_NESTED: return give_value(vm, driver, DST_NESTED, value);
    case RETURN_THREAD: thread_finish(vm, vm->thread, value); return GO_EXIT;
    default: return give_value(vm, driver, dst, value);
    }
}

/* ---- ends ---- */

/* StopIteration must not leave a generator's frame: it would end somebody's loop. */
static void convert_stop(Vm *vm, Gen *gen) {
    bool async = is_exact(vm, obj_value(gen), T_async_generator);
    const char *stopped;
    if (error_matches(vm, T_StopIteration))
        stopped = "StopIteration";
    else if (async && error_matches(vm, T_StopAsyncIteration))
        stopped = "StopAsyncIteration";
    else
        return;
    const char *kind = async                                       ? "async generator"
                       : is_exact(vm, obj_value(gen), T_coroutine) ? "coroutine"
                                                                   : "generator";
    Value cause = error_take(vm);
    raise_error(vm, T_RuntimeError, "%s raised %s", kind, stopped);
    Value e = error_take(vm);
    if (type_is_subtype(type_of(vm, e), vm->types[T_RuntimeError])) {
        value_set(vm, &AS(Exception, e)->cause, value_retain(cause));
        value_set(vm, &AS(Exception, e)->context, value_retain(cause));
        AS(Exception, e)->suppress_context = true;
    }
    value_release(vm, cause);
    error_restore(vm, e);
}

bool interp_holds_generator(unsigned kind) {
    return kind != RETURN_FOR && kind != RETURN_SEND && kind != RETURN_CLOSE_SEND && kind != RETURN_WALK;
}

static void mark_step_closed(Vm *vm, Frame *driver, unsigned kind) {
    if ((kind != RETURN_SEND && kind != RETURN_CLOSE_SEND) || driver->code == NULL) return;
    Value step = driver->regs[driver->ip->b];
    if (async_step_is(vm, step)) AS(AsyncStep, step)->state = ASYNC_CLOSED;
}

/* The frame ends: its driver is on top, and what it held is let go of. An exception that leaves it lets go of the
 * temporaries while it still runs, in CPython; variables go when its caller runs again. */
static void leave_for_driver(Vm *vm, Frame *frame, bool raised) {
    uint32_t held = frame->nregs;
    if (raised && frame->code != NULL)
        while (held > frame->code->first_temp) value_clear(vm, &frame->regs[--held]);
    vm->thread->top = frame->caller;
    if (frame->gen != NULL) gen_keep_code(frame->gen);
    frame_clear_first(vm, frame, held);
    if (frame->code != NULL) vm->thread->depth--;
}

/* A frame that runs alone has ended: its driver does now, and its exception is thrown into that. */
static void pass_alone(Vm *vm, Frame *driver, enum send_status status) {
    driver->flags |= FRAME_ALONE;
    if (status != SEND_RAISED) return;
    Value exception = error_take(vm);
    raise_thrown(vm, driver, exception);
    value_release(vm, exception);
}

static enum interp_go finish_generator(Vm *vm, Frame *frame, Value value) {
    Gen *gen = frame->gen;
    Frame *driver = frame->caller;
    unsigned kind = frame->on_return, dst = frame->caller_dst;
    Value extra = frame->extra;
    bool alone = (frame->flags & FRAME_ALONE) != 0;
    frame->extra = VALUE_NULL;
    enum send_status status = value == VALUE_NULL ? SEND_RAISED : SEND_RETURNED;
    /* What is thrown into a body that has not begun leaves it as it is. */
    bool begun = frame->code == NULL || frame->ip != frame->code->instrs;
    if (value == VALUE_NULL && begun) convert_stop(vm, gen);
    leave_for_driver(vm, frame, value == VALUE_NULL);
    gen->state = GEN_CLOSED;
    gen->frame = gen->inner = NULL;
    frame_free(vm, frame);
    if (is_exact(vm, obj_value(gen), T_async_generator)) {
        mark_step_closed(vm, driver, kind);
        status = async_outcome(vm, gen, status, &value);
    }
    if (UNLIKELY(alone) && kind == RETURN_SEND) pass_alone(vm, driver, status);
    if (interp_holds_generator(kind)) obj_release(vm, gen);
    return interp_deliver(vm, driver, kind, dst, extra, status, value);
}

enum interp_go interp_finish(Vm *vm, Frame *frame, Value value) {
    if (frame->gen != NULL) return finish_generator(vm, frame, value);
    Frame *driver = frame->caller;
    unsigned kind = frame->on_return, dst = frame->caller_dst;
    Value extra = frame->extra;
    frame->extra = VALUE_NULL;
    leave_for_driver(vm, frame, value == VALUE_NULL);
    frame_free(vm, frame);
    if (LIKELY(value == VALUE_NULL && kind == RETURN_VALUE)) {
        value_release(vm, extra);
        return give_error(vm, dst);
    }
    return interp_deliver(vm, driver, kind, dst, extra, value == VALUE_NULL ? SEND_RAISED : SEND_RETURNED, value);
}

Frame *interp_finish_await(Vm *vm, Frame *frame, Value value) {
    Gen *gen = frame->gen;
    Frame *driver = frame->caller;
    vm->thread->top = driver;
    if (UNLIKELY(frame->flags & FRAME_ALONE)) driver->flags |= FRAME_ALONE;
    /* As in frame_leave. Where something is handled, RETURN has left the value in its register. */
    uint32_t held = frame->handled == VALUE_NULL ? frame->code->first_temp : frame->nregs;
    if (frame->object != NULL) frame_outlived(vm, frame);
    while (held-- > 0) value_clear(vm, &frame->regs[held]);
    value_clear(vm, &frame->handled);
    if (UNLIKELY(frame->namespace != VALUE_NULL)) value_clear(vm, &frame->namespace);
    gen_keep_code(gen);
    value_release(vm, frame->function);
    vm->thread->depth--;
    gen->state = GEN_CLOSED;
    gen->frame = gen->inner = NULL;
    mem_free(vm->mem, frame, frame_size(frame->nregs));
    /* A tracer that raises here, of all places, is only sent away: the caller goes on with the driver. */
    if (UNLIKELY(vm->thread->tracing != NULL) && !settrace_stopped(vm, driver, value)) error_clear(vm);
    put_awaited(vm, driver, value);
    return driver;
}

/* ---- suspending and resuming ---- */

Gen *gen_chain_root(const Gen *gen) {
    Gen *root = gen->root;
    while (root->frame->on_return == RETURN_SEND) root = root->frame->caller->gen->root;
    return root;
}

static void leave_alone(Frame *frame) {
    if (frame->on_return != RETURN_SEND) return;
    frame->flags |= FRAME_ALONE;
    gen_chain_root(frame->gen)->alone = true;
}

/* The chain goes on by those that await. */
static void end_alone(Gen *root) {
    for (Frame *frame = root->inner; frame != root->frame; frame = frame->caller) frame->flags &= (uint8_t)~FRAME_ALONE;
    root->frame->flags &= (uint8_t)~FRAME_ALONE;
    root->alone = false;
}

/* The frame's chain waits again, and its driver has the outcome. */
static enum interp_go leave_suspended(Vm *vm, Frame *frame, enum send_status status, Value value) {
    Gen *root = gen_chain_root(frame->gen);
    frame->gen->root = root;
    Frame *outer = root->frame, *driver = outer->caller;
    unsigned kind = outer->on_return, dst = outer->caller_dst;
    Value extra = outer->extra;
    outer->extra = VALUE_NULL;
    outer->caller = NULL;
    root->state = GEN_SUSPENDED;
    root->inner = frame;
    root->height = vm->thread->depth - root->base;
    vm->thread->depth = root->base;
    vm->thread->top = driver;
    if (kind == RETURN_STEP) vm->state->awaits++;
    if (interp_holds_generator(kind)) obj_release(vm, root);
    return interp_deliver(vm, driver, kind, dst, extra, status, value);
}

bool interp_walk_takes(Vm *vm, const Frame *frame, Value value) {
    const Gen *root = gen_chain_root(frame->gen);
    return root->frame->on_return == RETURN_WALK && walk_takes(vm, root->frame->caller, value);
}

enum interp_go interp_suspend(Vm *vm, Frame *frame, Value value) {
    if (UNLIKELY(vm->thread->tracing != NULL) && !settrace_suspended(vm, frame, value)) return GO_ERROR;
    return leave_suspended(vm, frame, SEND_YIELDED, value);
}

enum interp_go interp_async_yield(Vm *vm, Frame *frame, Value value) {
    Gen *gen = frame->gen;
    Frame *driver = frame->caller;
    unsigned kind = frame->on_return, dst = frame->caller_dst;
    Value extra = frame->extra;
    frame->extra = VALUE_NULL;
    frame->caller = NULL;
    if ((frame->flags & FRAME_ALONE) && kind == RETURN_SEND) driver->flags |= FRAME_ALONE;
    frame->flags &= (uint8_t)~FRAME_ALONE;
    gen->state = GEN_SUSPENDED;
    gen->inner = frame;
    gen->height = 1;
    vm->thread->depth--;
    vm->thread->top = driver;
    mark_step_closed(vm, driver, kind);
    enum send_status status = async_outcome(vm, gen, SEND_YIELDED, &value);
    if (interp_holds_generator(kind)) obj_release(vm, gen);
    return interp_deliver(vm, driver, kind, dst, extra, status, value);
}

bool gen_enter(Vm *vm, Gen *gen, Value sent, bool thrown, unsigned on_return, uint16_t dst) {
    Thread *thread = vm->thread;
    if (UNLIKELY(thread->depth + gen->height > vm->state->recursion_limit)) {
        value_release(vm, sent);
        return raise_recursion(vm);
    }
    Frame *outer = gen->frame, *inner = gen->inner;
    if (UNLIKELY(gen->alone)) end_alone(gen);
    gen->base = thread->depth;
    thread->depth += gen->height;
    outer->caller = thread->top;
    outer->on_return = (uint8_t)on_return;
    outer->caller_dst = dst;
    gen->root = gen;
    gen->warned = true;
    if (gen->state == GEN_CREATED && !thrown) {
        value_release(vm, sent);
    } else {
        inner->flags |= (uint8_t)(FRAME_SENT | (thrown ? FRAME_THROWN : 0));
        if (gen->state == GEN_CREATED) inner->flags |= FRAME_FRESH;
        thread->sent = sent;
    }
    gen->state = GEN_RUNNING;
    thread->top = inner;
    if (UNLIKELY(thread->tracing != NULL)) settrace_resumed(vm, gen, inner);
    return true;
}

/* What is thrown in has as its context what the frame itself handles, not what those that await it or the caller of
 * throw() do: _PyErr_ChainStackItem. */
static void raise_thrown(Vm *vm, const Frame *frame, Value exception) {
    raise_handling(vm, exception, frame->handled);
}

/* The error that comes up where a frame waits: CLEANUP_THROW takes StopIteration for the end of what it waits for. */
static enum interp_go raised_at_send(Vm *vm, Frame *frame) {
    return error_matches(vm, T_StopIteration) ? give_await(vm, frame, error_take_stop(vm)) : GO_ERROR;
}

static bool is_exit(Vm *vm, Value thrown) {
    if (is_tuple(thrown)) thrown = AS(Tuple, thrown)->items[0];
    const Type *type = is_type(thrown) ? AS(Type, thrown) : type_of(vm, thrown);
    return type_is_subtype(type, vm->types[T_GeneratorExit]);
}

/* The error that is set came up before `frame` went on: its context is what those further out handle. */
static void raised_before(Vm *vm, const Frame *frame) {
    Value error = error_take(vm);
    Frame *top = vm->thread->top;
    value_set(vm, &AS(Exception, error)->context, VALUE_NULL);
    vm->thread->top = frame->caller;
    raise_value(vm, error);
    vm->thread->top = top;
    value_release(vm, error);
}

/* What throw() was given is nothing to throw: this generator stays as it is, and whoever awaits it has the error. */
static enum interp_go refuse_thrown(Vm *vm, Frame *frame) {
    raised_before(vm, frame);
    if (frame->on_return != RETURN_SEND) return leave_suspended(vm, frame, SEND_RAISED, VALUE_NULL);
    Frame *driver = frame->caller;
    gen_detach(frame->gen);
    vm->thread->depth--;
    vm->thread->top = driver;
    return raised_at_send(vm, driver);
}

/* GeneratorExit reaches a generator after what it awaits has been closed (gen_close_iter), each with an exit of its
 * own. So a frame that another one's SEND drives is cut off from it: when it ends, give_closed goes on with the driver
 * and `exception` (owned). Returns what is to be raised in this frame, owned; VALUE_NULL: the error that is set. */
static Value close_awaited_first(Vm *vm, Frame *frame, Value exception) {
    if (frame->on_return != RETURN_SEND) return exception;
    Gen *gen = frame->gen;
    frame->on_return = RETURN_CLOSE_SEND;
    frame->extra = exception;
    gen->root = gen;
    gen->base = vm->thread->depth - (frame->code != NULL);
    gen->state = GEN_RUNNING;
    return error_is_set(vm) ? VALUE_NULL : exception_new(vm, T_GeneratorExit, VALUE_NULL);
}

/* Raised where the frame waits for something that has no wish to see it. */
static enum interp_go raise_at_send(Vm *vm, Frame *frame, Value thrown) {
    Value exception = gen_thrown_made(vm, thrown);
    if (exception == VALUE_NULL) return refuse_thrown(vm, frame);
    raise_thrown(vm, frame, exception);
    value_release(vm, exception);
    return raised_at_send(vm, frame);
}

/* What throw() was given goes on as it is. */
static Value call_throw(Vm *vm, Value method, Value thrown) {
    if (!is_tuple(thrown)) return call_value(vm, method, &thrown, 1, NULL);
    return call_value(vm, method, AS(Tuple, thrown)->items, AS(Tuple, thrown)->length, NULL);
}

/* An exception thrown into a frame that waits for an object that is no generator: the object may want to see it. */
static enum interp_go throw_into(Vm *vm, Frame *frame, Value thrown) {
    Value awaited = frame->regs[frame->ip->b];
    bool failed, closing = is_exit(vm, thrown);
    if (type_of(vm, awaited)->slots.send != NULL && !gen_is(vm, awaited)) return raise_at_send(vm, frame, thrown);
    Value method = object_getattr_opt(vm, awaited, closing ? vm->names[N_close] : vm->names[N_throw], &failed);
    if (failed && !closing) return GO_ERROR;
    if (failed) {
        error_unraisable(vm, "while closing generator", awaited);
        error_clear(vm);
    }
    if (method == VALUE_NULL) return raise_at_send(vm, frame, thrown);
    Value got = closing ? call_value(vm, method, NULL, 0, NULL) : call_throw(vm, method, thrown);
    value_release(vm, method);
    if (closing && got != VALUE_NULL) {
        value_release(vm, got);
        return raise_at_send(vm, frame, thrown);
    }
    return got == VALUE_NULL ? raised_at_send(vm, frame) : interp_suspend(vm, frame, got);
}

/* Raised where the frame's own yield stands. */
static enum interp_go raise_in_body(Vm *vm, Frame *frame, Value thrown) {
    Value exception = gen_thrown_made(vm, thrown);
    if (exception == VALUE_NULL) return refuse_thrown(vm, frame);
    raise_thrown(vm, frame, exception);
    value_release(vm, exception);
    return GO_ERROR;
}

static enum interp_go resume_thrown(Vm *vm, Frame *frame, Value exception, bool fresh) {
    enum interp_go go = GO_ERROR;
    if (exception == VALUE_NULL) return GO_ERROR;
    if (fresh) { /* it ends before it begins: none of its handlers sees it */
        raise_thrown(vm, frame, exception);
        traceback_unbegun(vm, frame);
        go = interp_finish(vm, frame, VALUE_NULL);
    } else if (frame->code != NULL && frame->ip->op == OP_SEND && frame->regs[frame->ip->b] != VALUE_NULL) {
        go = throw_into(vm, frame, exception);
    } else {
        go = raise_in_body(vm, frame, exception);
    }
    value_release(vm, exception);
    return go;
}

/* A primitive that waited: its call's result is None, unless a signal's handler raises. Woken too early it waits on. */
static enum interp_go resume_parked(Vm *vm, Frame *frame) {
    Thread *thread = vm->thread;
    if (thread->interrupted) {
        thread->interrupted = false;
        if (!signals_deliver(vm)) return GO_ERROR;
        if (frame->code != NULL && vm->host->now(vm->host->context) < thread->wake_at) {
            frame->flags |= FRAME_PARKED;
            thread->state = THREAD_PARKED;
            return GO_PARKED;
        }
    }
    if (frame->code == NULL) {
        vm->state->native_in = VALUE_NONE;
        return GO_NATIVE;
    }
    value_set(vm, &frame->regs[instr_result(frame->ip)], VALUE_NONE);
    frame->ip++;
    return GO_ENTER;
}

static enum interp_go send_on(Vm *vm, Frame *frame, Value sent);

/* As close_awaited_first, for what throw() was given (owned). */
static Value throw_exit(Vm *vm, Frame *frame, Value thrown) {
    Value exception = gen_thrown_made(vm, thrown);
    value_release(vm, thrown);
    return exception == VALUE_NULL ? VALUE_NULL : close_awaited_first(vm, frame, exception);
}

enum interp_go interp_resume_sent(Vm *vm, Frame *frame) {
    uint8_t flags = frame->flags;
    frame->flags &= (uint8_t) ~(FRAME_SENT | FRAME_THROWN | FRAME_PARKED | FRAME_FRESH | FRAME_ATHROW);
    if (!(flags & FRAME_SENT)) return resume_parked(vm, frame);
    Value sent = vm->thread->sent;
    vm->thread->sent = VALUE_NULL;
    if (flags & FRAME_THROWN) {
        if (!(flags & FRAME_ATHROW)) leave_alone(frame);
        if (!(flags & (FRAME_FRESH | FRAME_ATHROW)) && is_exit(vm, sent)) sent = throw_exit(vm, frame, sent);
        return resume_thrown(vm, frame, sent, (flags & FRAME_FRESH) != 0);
    }
    if (frame->code == NULL) {
        vm->state->native_in = sent;
        return GO_NATIVE;
    }
    if (frame->ip->op == OP_SEND) return send_on(vm, frame, sent);
    value_set(vm, &frame->regs[frame->ip->a], sent);
    frame->ip++;
    return GO_ENTER;
}

/* ---- SEND ---- */

static enum interp_go send_to_generator(Vm *vm, Frame *frame, Gen *gen, Value sent) {
    if (gen->state == GEN_CLOSED && !is_exact(vm, obj_value(gen), T_coroutine)) {
        value_release(vm, sent);
        return give_await(vm, frame, VALUE_NONE);
    }
    if (gen_refuse(vm, gen, true)) {
        value_release(vm, sent);
        return GO_ERROR;
    }
    if (gen->frame->caller != NULL) gen_detach(gen);
    if (!gen_enter(vm, gen, sent, false, RETURN_SEND, frame->ip->a)) return GO_ERROR;
    gen->root = frame->gen->root;
    return GO_ENTER;
}

static enum interp_go send_to_iterator(Vm *vm, Frame *frame, Value iterator, Value sent) {
    Value got;
    Type *type = type_of(vm, iterator);
    if (sent == VALUE_NONE && type->slots.next != NULL) {
        got = type->slots.next(vm, iterator);
        if (got == VALUE_NULL && !error_is_set(vm)) return give_await(vm, frame, VALUE_NONE);
    } else {
        got = call_method(vm, iterator, vm->names[N_send], &sent, 1);
    }
    value_release(vm, sent);
    if (got != VALUE_NULL) return interp_suspend(vm, frame, got);
    if (UNLIKELY(vm->thread->tracing != NULL) && error_matches(vm, T_StopIteration)) settrace_raised(vm, frame);
    return raised_at_send(vm, frame);
}

static enum interp_go send_by_slot(Vm *vm, Frame *frame, Value awaited, Value sent) {
    Value got = VALUE_NULL;
    enum send_status status = type_of(vm, awaited)->slots.send(vm, awaited, sent, &got);
    value_release(vm, sent);
    switch (status) {
    case SEND_YIELDED: return interp_suspend(vm, frame, got);
    case SEND_RETURNED: return give_await(vm, frame, got);
    case SEND_PUSHED: return GO_ENTER;
    case SEND_RAISED: break;
    }
    return GO_ERROR;
}

static enum interp_go send_on(Vm *vm, Frame *frame, Value sent) {
    Value *slot = &frame->regs[frame->ip->b];
    if (is_exact(vm, *slot, T_coroutine_wrapper))
        value_set(vm, slot, value_retain(AS(CoroutineWrapper, *slot)->coroutine));
    Value awaited = *slot;
    if (is_exact(vm, awaited, T_coroutine) || is_exact(vm, awaited, T_generator))
        return send_to_generator(vm, frame, AS(Gen, awaited), sent);
    if (async_step_is(vm, awaited)) return async_step_send(vm, frame, AS(AsyncStep, awaited), sent);
    if (type_of(vm, awaited)->slots.send != NULL) return send_by_slot(vm, frame, awaited, sent);
    return send_to_iterator(vm, frame, awaited, sent);
}

/* The await begins here, so that note_straight can tell whether its task gave up control meanwhile. */
enum interp_go interp_send(Vm *vm, Frame *frame, Value sent) {
    frame->state = (int32_t)vm->state->awaits;
    return send_on(vm, frame, sent);
}

/* ---- what await and async for drive ---- */

static bool replace_operand(Vm *vm, Frame *frame, const Instr *ip, Value v) {
    if (v == VALUE_NULL) return false;
    operand_done(vm, frame, ip->b);
    value_set(vm, &frame->regs[ip->a], v);
    return true;
}

bool op_get_awaitable(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    return v != VALUE_NULL && replace_operand(vm, frame, ip, awaitable_of(vm, v, ip->c));
}

bool op_get_yield_from(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    if (is_exact(vm, v, T_generator)) return replace_operand(vm, frame, ip, value_retain(v));
    if (acts_as_coroutine(vm, v)) {
        if (frame->code->flags & CODE_COROUTINE) return replace_operand(vm, frame, ip, value_retain(v));
        raise_error(vm, T_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
        return false;
    }
    return replace_operand(vm, frame, ip, object_iter(vm, v));
}

bool op_get_aiter(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Type *type = type_of(vm, v);
    if (type->slots.aiter == NULL) {
        raise_error(vm, T_TypeError, "'async for' requires an object with __aiter__ method, got %N", type);
        return false;
    }
    Value iterator = type->slots.aiter(vm, v);
    if (iterator == VALUE_NULL) return false;
    if (type_of(vm, iterator)->slots.anext == NULL) {
        raise_error(vm, T_TypeError,
                    "'async for' received an object from __aiter__ that does not implement __anext__: %T", iterator);
        value_release(vm, iterator);
        return false;
    }
    return replace_operand(vm, frame, ip, iterator);
}

bool op_get_anext(Vm *vm, Frame *frame, const Instr *ip) {
    Value iterator = frame->regs[ip->b];
    Type *type = type_of(vm, iterator);
    if (type->slots.anext == NULL) {
        raise_error(vm, T_TypeError, "'async for' requires an iterator with __anext__ method, got %N", type);
        return false;
    }
    Value next = type->slots.anext(vm, iterator);
    if (next == VALUE_NULL) return false;
    if (!async_step_is(vm, next)) {
        Value awaitable = awaitable_of(vm, next, 3);
        value_release(vm, next);
        next = awaitable;
    }
    if (next == VALUE_NULL) return false;
    value_set(vm, &frame->regs[ip->a], next);
    return true;
}
