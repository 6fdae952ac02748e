/* thread.c: green threads: made, parked, woken, ended. Which of them runs is decided in vm_run.c. */
#include "redo.h"
#include "monitoring.h"
#include "settrace.h"

#include <math.h>

static Thread *thread_alloc(Vm *vm) {
    struct VmState *state = vm->state;
    Thread *thread = mem_zalloc(vm->mem, sizeof(Thread));
    if (thread == NULL) {
        if (vm->thread != NULL) raise_no_memory(vm);
        return NULL;
    }
    thread->stack = stack_new(vm);
    if (thread->stack == NULL) {
        mem_free(vm->mem, thread, sizeof(Thread));
        return NULL;
    }
    thread->id = ++state->next_thread_id;
    Thread **at = &state->threads;
    while (*at != NULL) at = &(*at)->next;
    *at = thread;
    return thread;
}

bool threads_boot(Vm *vm) {
    vm->state->main_thread = vm->thread = thread_alloc(vm);
    return vm->thread != NULL;
}

/* Frames that will not run on. A generator's frame stays with its generator, which its frame's end would have told. */
static void drop_frames(Vm *vm, Thread *thread) {
    Frame *frame = thread->top;
    while (frame != NULL) {
        Frame *caller = frame->caller;
        thread->top = caller;
        if (frame->gen != NULL) {
            Gen *gen = frame->gen;
            bool held = interp_holds_generator(frame->on_return);
            frame->caller = NULL;
            gen->state = GEN_SUSPENDED;
            gen->root = gen;
            gen->inner = frame;
            if (held) obj_release(vm, gen);
        } else {
            frame_clear(vm, frame);
            frame_free(vm, frame);
        }
        frame = caller;
    }
}

void threads_drop_frames(Vm *vm) {
    for (Thread *thread = vm->state->threads; thread != NULL; thread = thread->next) {
        vm->thread = thread;
        drop_frames(vm, thread);
    }
    vm->thread = vm->state->main_thread;
}

void threads_release(Vm *vm) {
    monitor_forget(vm);
    for (Thread *thread = vm->state->threads; thread != NULL; thread = thread->next) {
        value_clear(vm, &thread->error);
        value_clear(vm, &thread->yielded);
        value_clear(vm, &thread->result);
        value_clear(vm, &thread->running_loop);
        value_clear(vm, &thread->python);
        value_clear(vm, &thread->sent);
        value_clear(vm, &thread->walked);
        settrace_forget(vm, thread);
        redo_free(vm, thread);
    }
}

void threads_close(Vm *vm) {
    struct VmState *state = vm->state;
    while (state->threads != NULL) {
        Thread *thread = state->threads;
        state->threads = thread->next;
        stack_free(vm, thread->stack);
        if (thread->tracing != NULL) mem_free(vm->mem, thread->tracing, sizeof *thread->tracing);
        mem_free(vm->mem, thread, sizeof(Thread));
    }
    vm->thread = state->main_thread = NULL;
}

/* ---- a thread's first frame: calls what it was made for. Slots: 0 callee, 1 arguments */

static Value thread_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state != 0) return in;
    frame->state = 1;
    Value callee = frame->regs[0], args = frame->regs[1];
    return call_star(vm, callee, args, VALUE_NULL, true);
}

Thread *thread_new(Vm *vm, Value callee, const Value *args, uint32_t nargs) {
    Tuple *tuple = tuple_from(vm, args, nargs);
    if (tuple == NULL) return NULL;
    Thread *thread = thread_alloc(vm);
    Thread *current = vm->thread;
    Frame *frame = NULL;
    if (thread != NULL) {
        vm->thread = thread;
        frame = native_push(vm, thread_resume, 2);
        vm->thread = current;
    }
    if (frame == NULL) {
        obj_release(vm, tuple);
        if (thread != NULL) {
            thread->state = THREAD_ENDED;
            raise_no_memory(vm);
        }
        return NULL;
    }
    frame->on_return = RETURN_THREAD;
    frame->regs[0] = value_retain(callee);
    frame->regs[1] = obj_value(tuple);
    return thread;
}

bool thread_others_alive(Vm *vm) {
    for (const Thread *thread = vm->state->threads; thread != NULL; thread = thread->next)
        if (thread != vm->state->main_thread && thread->state != THREAD_ENDED && !thread->daemon) return true;
    return false;
}

void thread_finish(Vm *vm, Thread *thread, Value result) {
    struct VmState *state = vm->state;
    thread->state = THREAD_ENDED;
    value_set(vm, &thread->result, result);
    settrace_forget(vm, thread);
    if (thread->ended != NULL) thread->ended(vm, thread);
    if (thread != state->main_thread && state->finished) thread_wake(vm, state->main_thread);
}

bool thread_kill(Vm *vm, Thread *thread) {
    Thread *current = vm->thread;
    if (thread == current || thread->pinned) return false;
    vm->thread = thread;
    drop_frames(vm, thread);
    vm->thread = current;
    if (thread->trace_id != 0) TRACE_WORDS(vm->trace, WORKER, WORKER_ENDS, thread->trace_id, 2);
    thread_finish(vm, thread, VALUE_NONE);
    return true;
}

/* ---- waiting ---- */

bool vm_is_nested(const Vm *vm) {
    return vm->state->nested > 0;
}

static bool can_run(Thread *thread, double now, double *wake_at) {
    if (thread->state == THREAD_READY) return true;
    if (thread->state != THREAD_PARKED) return false;
    if (thread->wake_at <= now) return true;
    if (thread->wake_at < *wake_at) *wake_at = thread->wake_at;
    return false;
}

static void thread_focus(Vm *vm, Thread *thread) { /* makes it the current one */
    if (vm->thread == thread) return;
    vm->thread->outcome = vm->state->step_outcome;
    vm->state->step_outcome = thread->outcome;
    vm->thread->traced = (ThreadTrace){vm->trace->current, vm->trace->line};
    trace_set_current(vm->trace, thread->traced.current);
    vm->trace->line = thread->traced.line;
    vm->thread = thread;
}

/* ---- waiting with C code on the stack: it stays there, and the other threads run on top of it */

/* Levels of such waits; each is an interpreter on the C stack. */
#define PINNED_MAX 50u

/* A pinned thread cannot go on before what was begun on top of it has ended. */
static Thread *next_unpinned(Vm *vm, double now, double *wake_at) {
    Thread *first = vm->state->threads;
    *wake_at = INFINITY;
    for (Thread *thread = vm->thread->next; thread != vm->thread; thread = thread->next) {
        if (thread == NULL) thread = first;
        if (thread == vm->thread) break;
        if (!thread->pinned && can_run(thread, now, wake_at)) return thread;
    }
    return NULL;
}

/* One turn of another thread. Only what it calls itself counts as nested. */
static void turn_of(Vm *vm, Thread *thread) {
    struct VmState *state = vm->state;
    Thread *own = vm->thread;
    uint32_t nested = state->nested, opaque = state->opaque, through = state->through;
    state->nested = state->opaque = state->through = 0;
    RedoLevel level = redo_journal_hide(vm);
    state->pinned++;
    vm->trace->stop_hit = false;
    thread_begin_turn(vm, thread);
    (void)interp_run(vm);
    state->attention &= ~(uint32_t)ATTENTION_SLICE;
    state->pinned--;
    state->nested = nested;
    state->opaque = opaque;
    state->through = through;
    redo_journal_show(vm, level);
    thread_focus(vm, own);
}

static bool block(Vm *vm, double deadline) {
    const Host *host = vm->host;
    double begin = host->now(host->context);
    bool fine = true;
    if (host->block == NULL) {
        host->wait(host->context, deadline);
    } else {
        fine = host->block(host->context, deadline);
    }
    vm->state->waited += host->now(host->context) - begin;
    if (fine) return true;
    raise_not_yet(vm, "waiting without a limit inside a sort key, __repr__ and the like");
    return false;
}

static bool wait_pinned(Vm *vm, Thread *own, double deadline) {
    const Host *host = vm->host;
    for (;;) {
        double now = host->now(host->context), wake_at = INFINITY;
        if (own->state != THREAD_PARKED || now >= deadline) return true;
        if (vm->state->attention & ATTENTION_STOP) {
            raise_error(vm, T_KeyboardInterrupt, "stopped");
            return false;
        }
        Thread *other = vm->state->pinned < PINNED_MAX ? next_unpinned(vm, now, &wake_at) : NULL;
        if (other != NULL)
            turn_of(vm, other);
        else if (!block(vm, fmin(deadline, wake_at)))
            return false;
        if (own == vm->state->main_thread && !signals_deliver(vm)) return false;
    }
}

static Value park_nested(Vm *vm, double deadline) {
    Thread *own = vm->thread;
    bool was_pinned = own->pinned;
    own->pinned = true;
    own->state = THREAD_PARKED;
    own->wake_at = deadline;
    bool fine = wait_pinned(vm, own, deadline);
    own->state = THREAD_READY;
    own->pinned = was_pinned;
    return fine ? VALUE_NONE : VALUE_NULL;
}

Value thread_park(Vm *vm, double deadline) {
    Thread *thread = vm->thread;
    if (thread->running_loop != VALUE_NULL) vm->state->busy.parked = true;
    if (vm_is_nested(vm) && !redo_may_park(vm)) return park_nested(vm, deadline);
    thread->state = THREAD_PARKED;
    thread->wake_at = deadline;
    thread->interrupted = false;
    if (thread->trace_id != 0)
        TRACE(vm->trace, WORKER, WORKER_PARKS, thread->trace_id, trace_moment(vm->trace, deadline));
    return SIGNAL_PARKED;
}

void thread_wake(Vm *vm, Thread *thread) {
    (void)vm;
    if (thread->state == THREAD_PARKED) thread->state = THREAD_READY;
}

void thread_interrupt(Thread *thread) {
    if (thread->state != THREAD_PARKED || thread->pinned) return;
    thread->interrupted = true;
    thread->state = THREAD_READY;
}

Value thread_hand_over(Vm *vm, Thread *to) {
    if (to == vm->thread || (vm_is_nested(vm) && !redo_may_park(vm))) return VALUE_NONE;
    vm->thread->interrupted = false;
    vm->state->next_thread = to;
    return SIGNAL_PARKED;
}

Thread *thread_take_next(Vm *vm) {
    Thread *thread = vm->state->next_thread;
    vm->state->next_thread = NULL;
    return thread != NULL && thread->state == THREAD_READY ? thread : NULL;
}

Thread *thread_next_ready(Vm *vm, double now, double *wake_at) {
    Thread *current = vm->thread, *thread = current;
    *wake_at = INFINITY;
    do {
        thread = thread->next != NULL ? thread->next : vm->state->threads;
        if (can_run(thread, now, wake_at)) return thread;
    } while (thread != current);
    return NULL;
}

void thread_switch(Vm *vm, Thread *thread) {
    thread_focus(vm, thread);
    if (thread->state == THREAD_PARKED) thread->state = THREAD_READY;
    if (thread->trace_id != 0) TRACE_WORDS(vm->trace, WORKER, WORKER_RESUMES, thread->trace_id);
}
