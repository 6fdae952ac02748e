/* thread_ref.c: a green thread as guest code knows it: started, joined, parked and woken. threading, its locks and the
 * executors are Python code on top of this.
 */
#include <math.h>

#include "told.h"

ThreadRef *thread_ref_of(Vm *vm, Thread *thread) {
    AioThread *state = thread->aio != NULL ? thread->aio : aio_thread_make(vm, thread);
    if (state == NULL || state->ref != NULL) return state == NULL ? NULL : state->ref;
    ThreadRef *ref = object_new(vm, aio_of(vm)->thread_ref, 0);
    if (ref == NULL) return NULL;
    ref->thread = thread;
    ref->name = VALUE_NONE;
    ref->id = thread->id;
    state->ref = ref;
    return ref;
}

void thread_ref_wake(Vm *vm, ThreadRef *ref) {
    if (ref->thread == NULL) return;
    ref->permit = true;
    thread_wake(vm, ref->thread);
}

static void thread_over(Vm *vm, Thread *thread) {
    AioThread *state = thread->aio;
    if (state == NULL) return;
    ThreadRef *ref = state->ref;
    List *joiners = ref->joiners;
    ref->thread = NULL;
    ref->joiners = NULL;
    for (uint32_t i = 0; joiners != NULL && i < joiners->length; i++)
        thread_ref_wake(vm, AS(ThreadRef, joiners->items[i]));
    obj_release(vm, joiners);
    aio_thread_drop(vm, thread);
}

/* ---- start ---- */

/* start_thread(callable, args=(), name=None, daemon=False, python=None) */
static Value start_thread(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"callable", "args", "name", "daemon", "python", NULL};
    static const ArgSpec spec = {"start_thread", names, 0, 5, 1};
    (void)self;
    Value bound[5];
    if (!args_bind(vm, &spec, args, nargs, kwnames, bound)) return VALUE_NULL;
    if (bound[1] != VALUE_NULL && !is_tuple(bound[1])) return raise_error(vm, T_TypeError, "args must be a tuple");
    int daemon = bound[3] == VALUE_NULL ? 0 : object_truth(vm, bound[3]);
    if (daemon < 0) return VALUE_NULL;
    const Tuple *given = bound[1] == VALUE_NULL ? vm->empty_tuple : AS(Tuple, bound[1]);
    Thread *thread = thread_new(vm, bound[0], given->items, given->length);
    ThreadRef *ref = thread == NULL ? NULL : thread_ref_of(vm, thread);
    if (ref == NULL) {
        if (thread != NULL) { /* what nobody knows of must not run */
            thread_kill(vm, thread);
            aio_thread_drop(vm, thread);
        }
        return VALUE_NULL;
    }
    thread->ended = thread_over;
    thread->daemon = daemon;
    if (bound[4] != VALUE_NULL) value_set(vm, &thread->python, value_retain(bound[4]));
    if (bound[2] != VALUE_NULL) value_set(vm, &ref->name, value_retain(bound[2]));
    return value_retain(obj_value(ref));
}

static bool is_ref(Vm *vm, Value v) {
    if (value_is_a(v, aio_of(vm)->thread_ref)) return true;
    raise_error(vm, T_TypeError, "a thread was expected, got %R", v);
    return false;
}

/* hand_over(thread): it runs next; the current one goes on after it has waited, ended, or had its turn. */
static Value hand_over(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (!is_ref(vm, args[0])) return VALUE_NULL;
    Thread *to = AS(ThreadRef, args[0])->thread;
    return to == NULL ? VALUE_NONE : thread_hand_over(vm, to);
}

/* kill(thread): it ends where it waits, as a killed process does; False: it cannot, there is C code below it. */
static Value kill_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (!is_ref(vm, args[0])) return VALUE_NULL;
    Thread *thread = AS(ThreadRef, args[0])->thread;
    return value_bool(thread == NULL || thread_kill(vm, thread));
}

/* mute(whether): what the current thread writes to the standard streams is dropped. */
static Value mute(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    vm->thread->mute = args[0] == VALUE_TRUE;
    return VALUE_NONE;
}

/* ---- park, wake, join ---- */

static bool deadline_of(Vm *vm, Value v, double *deadline) {
    *deadline = INFINITY;
    return v == VALUE_NULL || value_is_none(v) || object_as_double(vm, v, deadline);
}

enum { PARK_SELF, PARK_DEADLINE, PARK_OTHER, PARK_SLOTS };

static ThreadRef *parker(const Frame *frame) {
    return AS(ThreadRef, frame->regs[PARK_SELF]);
}

static bool may_go_on(const Frame *frame) {
    Value other = frame->regs[PARK_OTHER];
    return other != VALUE_NULL ? AS(ThreadRef, other)->thread == NULL : parker(frame)->permit;
}

/* Parks until woken or the deadline; the result says whether it was woken. Joining, until the other thread has ended.
 */
static Value park_resume(Vm *vm, Frame *frame, Value in) {
    ThreadRef *ref = parker(frame);
    double deadline = float_value(frame->regs[PARK_DEADLINE]);
    if (in == VALUE_NULL) return VALUE_NULL;
    while (!may_go_on(frame)) {
        if (vm->host->now(vm->host->context) >= deadline) break;
        ref->permit = false;
        Value parked = thread_park(vm, deadline);
        if (parked != VALUE_NONE) return parked;
    }
    bool woken = may_go_on(frame);
    ref->permit = false;
    return value_bool(woken);
}

static Value park_until(Vm *vm, Value given, ThreadRef *other) {
    double deadline;
    ThreadRef *ref = thread_ref_of(vm, vm->thread);
    if (ref == NULL || !deadline_of(vm, given, &deadline)) return VALUE_NULL;
    Value boxed = float_new(vm, deadline);
    Frame *frame = boxed == VALUE_NULL ? NULL : native_push(vm, park_resume, PARK_SLOTS);
    if (frame == NULL) {
        value_release(vm, boxed);
        return VALUE_NULL;
    }
    frame->regs[PARK_SELF] = value_retain(obj_value(ref));
    frame->regs[PARK_DEADLINE] = boxed;
    if (other != NULL) frame->regs[PARK_OTHER] = value_retain(obj_value(other));
    return SIGNAL_PUSHED;
}

static Value park(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)kwnames;
    return park_until(vm, nargs > 0 ? args[0] : VALUE_NULL, NULL);
}

static Value wake_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (!is_ref(vm, args[0])) return VALUE_NULL;
    thread_ref_tell_woken(vm, AS(ThreadRef, args[0]));
    thread_ref_wake(vm, AS(ThreadRef, args[0]));
    return VALUE_NONE;
}

/* join(thread, deadline=None): whether it has ended. */
static Value join(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)kwnames;
    if (!is_ref(vm, args[0])) return VALUE_NULL;
    ThreadRef *other = AS(ThreadRef, args[0]);
    if (other->thread == NULL) return VALUE_TRUE;
    if (other->thread == vm->thread) return raise_error(vm, T_RuntimeError, "cannot join current thread");
    ThreadRef *ref = thread_ref_of(vm, vm->thread);
    if (other->joiners == NULL) other->joiners = list_new(vm, 1);
    if (ref == NULL || other->joiners == NULL || !list_append(vm, other->joiners, obj_value(ref))) return VALUE_NULL;
    return park_until(vm, nargs > 1 ? args[1] : VALUE_NULL, other);
}

static Value current(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    ThreadRef *ref = thread_ref_of(vm, vm->thread);
    return ref == NULL ? VALUE_NULL : value_retain(obj_value(ref));
}

static Value main_thread(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    ThreadRef *ref = thread_ref_of(vm, vm->state->main_thread);
    return ref == NULL ? VALUE_NULL : value_retain(obj_value(ref));
}

static Value ident(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    return is_ref(vm, args[0]) ? value_small((int64_t)AS(ThreadRef, args[0])->id) : VALUE_NULL;
}

const MethodDef thread_ref_functions[] = {
    {"start_thread", start_thread, 1, 5, true, METHOD_PLAIN, NULL},
    {"hand_over", hand_over, 1, 1, false, METHOD_PLAIN, NULL},
    {"kill", kill_function, 1, 1, false, METHOD_PLAIN, NULL},
    {"mute", mute, 1, 1, false, METHOD_PLAIN, NULL},
    {"park", park, 0, 1, false, METHOD_PLAIN, NULL},
    {"wake", wake_function, 1, 1, false, METHOD_PLAIN, NULL},
    {"join", join, 1, 2, false, METHOD_PLAIN, NULL},
    {"park_until_done", join, 1, 2, false, METHOD_PLAIN, NULL},
    {"current", current, 0, 0, false, METHOD_PLAIN, NULL},
    {"main", main_thread, 0, 0, false, METHOD_PLAIN, NULL},
    {"ident", ident, 1, 1, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

/* ---- the object ---- */

static Value method_is_alive(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(AS(ThreadRef, self)->thread != NULL);
}

static Value get_ident(Vm *vm, Value self) {
    (void)vm;
    return value_small((int64_t)AS(ThreadRef, self)->id);
}

static Value get_name(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(ThreadRef, self)->name);
}

static bool set_name(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(ThreadRef, self)->name, value == VALUE_NULL ? VALUE_NONE : value_retain(value));
    return true;
}

static Value get_daemon(Vm *vm, Value self) {
    (void)vm;
    const Thread *thread = AS(ThreadRef, self)->thread;
    return value_bool(thread != NULL && thread->daemon);
}

static void ref_dealloc(Vm *vm, Obj *object) {
    ThreadRef *self = (ThreadRef *)(void *)object;
    List *joiners = self->joiners;
    self->joiners = NULL;
    obj_release(vm, joiners);
    value_set(vm, &self->name, VALUE_NONE);
}

static void ref_traverse(Obj *object, VisitFn visit, void *context) {
    const ThreadRef *self = (const ThreadRef *)(const void *)object;
    if (self->joiners != NULL) visit(context, obj_value(self->joiners));
    visit(context, self->name);
}

static const MethodDef methods[] = {
    {"is_alive", method_is_alive, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"ident", get_ident, NULL, NULL},
    {"name", get_name, set_name, NULL},
    {"daemon", get_daemon, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef aio_thread_ref_def = {
    .name = "_thread._ThreadHandle",
    .size = sizeof(ThreadRef),
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_NO_NEW,
    .weak_offset = offsetof(ThreadRef, weakrefs),
    .slots = {.dealloc = ref_dealloc, .traverse = ref_traverse},
    .methods = methods,
    .getset = getset,
};
