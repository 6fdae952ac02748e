/* told_threads.c: what threads share and wait for, as the event log is told of it: the locks, conditions and queues of
 * threading and queue are the library's own Python, which calls what is here while the log listens.
 *
 * A thread's wait is a future of its own, as a task's is: made, awaited, done by who lets the thread go on, or
 * cancelled when the time is up. Nothing of it outlives the wait, and no thing is held for the log.
 */
#include "../python/builtins.h"
#include "../python/frame.h"
#include "../python/shape.h"
#include "told.h"

static const enum trace_kind told_kinds[] = {
    TRACE_KIND_LOCK_TAKEN,         TRACE_KIND_LOCK_FREED,      TRACE_KIND_EVENT_CHANGED,   TRACE_KIND_SEMAPHORE_CHANGED,
    TRACE_KIND_CONDITION_NOTIFIED, TRACE_KIND_BARRIER_CHANGED, TRACE_KIND_QUEUE_TASK_DONE, TRACE_KIND_QUEUE_SHUT_DOWN,
    TRACE_KIND_QUEUE_PUT,          TRACE_KIND_QUEUE_GOT,
};
enum { NUMBERS_MOST = 2 };

/* tells(): whether the log listens to any of this. It does all through a run, or never. */
static NATIVE(tells) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return value_bool(trace_wants(vm->trace, TRACE_SYNC));
}

/* NULL: the log does not know it. */
static AsyncObject *object_of(Vm *vm, Value told) {
    return value_is_a(told, aio_of(vm)->told_thing) ? told_object(told) : NULL;
}

static uint32_t number_of(Value v) {
    return value_is_int(v) && value_as_small(v) > 0 ? (uint32_t)value_as_small(v) : 0;
}

/* ---- a thing is made ---- */

/* Whether the program makes it, and not the library for itself: between the program's frame and here are methods of
 * the maker alone. */
static bool made_by_program(const Vm *vm, Value maker) {
    for (const Frame *frame = vm->thread->top; frame != NULL; frame = frame->caller) {
        if (frame->code == NULL) continue;
        if ((frame->code->flags & CODE_LIBRARY) == 0) return true;
        if (frame->regs[0] != maker && frame->regs[0] != obj_value(value_obj(maker)->type)) return false;
    }
    return false;
}

/* tell_made(thing, kind, size=0, part=None, maker=thing): what the log knows it by; None: nothing. `part`: the same of
 * a condition's lock. */
static NATIVE(tell_made) {
    (void)self, (void)kwnames;
    static const char *const locks[] = {"Lock", "allocate_lock", NULL};
    AsyncAbout about;
    enum async_object_kind kind = (enum async_object_kind)number_of(args[1]);
    if (!made_by_program(vm, args[nargs > 4 ? 4 : 0])) return VALUE_NONE;
    if (!told_about(vm, value_obj(args[0]), kind, kind == ASYNC_LOCK ? locks : NULL, &about)) return VALUE_NONE;
    ToldObj *told = object_new(vm, aio_of(vm)->told_thing, 0);
    if (told == NULL) return VALUE_NULL;
    const AsyncObject *part = nargs > 3 ? object_of(vm, args[3]) : NULL;
    about.size = nargs > 2 ? number_of(args[2]) : 0;
    about.part = part != NULL ? part->id : 0;
    async_object_tell(&told->object, vm->trace, &about);
    return obj_value(told);
}

static void told_dealloc(Vm *vm, Obj *object) {
    (void)vm;
    async_object_end(&((ToldObj *)(void *)object)->object, ASYNC_GONE);
}

/* A copy of a thing is another thing, of which the log knows nothing. */
static NATIVE(told_reduce) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    const Value of_none[] = {obj_value(vm->types[T_NoneType]), obj_value(vm->empty_tuple)};
    return obj_value(tuple_from(vm, of_none, 2));
}

static const MethodDef told_methods[] = {
    {"__reduce_ex__", told_reduce, 1, 1, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const TypeDef aio_told_thing_def = {
    .name = "_loopscope.Told",
    .size = sizeof(ToldObj),
    .flags = TYPE_NO_NEW,
    .slots = {.dealloc = told_dealloc},
    .methods = told_methods,
};

/* ---- something happens to it ---- */

/* tell(told, what, *numbers): a record of that kind, with these numbers between the thing and who does it. */
static NATIVE(tell) {
    (void)self, (void)kwnames;
    const AsyncObject *object = object_of(vm, args[0]);
    if (object == NULL) return VALUE_NONE;
    uint32_t words[NUMBERS_MOST + 2], count = 0;
    words[count++] = object->id;
    for (uint32_t i = 2; i < nargs; i++) words[count++] = number_of(args[i]);
    words[count++] = vm->trace->current;
    trace_emit_words(vm->trace, (enum trace_kind)number_of(args[1]), words, count);
    return VALUE_NONE;
}

/* How many items a queue has, as far as that can be known without a method of the program's: else what is unfinished.
 */
static uint32_t size_of(Vm *vm, Value queue, uint32_t unfinished) {
    const Attrs *attrs = attrs_of(value_obj(queue));
    Value items = attrs != NULL ? attrs_get(vm, attrs, aio_of(vm)->name_queue) : VALUE_NULL;
    if (items == VALUE_NULL || !value_is_obj(items)) return unfinished;
    const Type *type = value_obj(items)->type;
    if ((type->flags & TYPE_HEAP) != 0 || type->slots.length == NULL) return unfinished;
    int64_t length = type->slots.length(vm, items);
    return length > 0 ? (uint32_t)length : 0;
}

/* tell_item(told, what, queue, unfinished, item): an item went into the queue or out of it; without an item, it is shut
 * down. */
static NATIVE(tell_item) {
    (void)self, (void)kwnames;
    const AsyncObject *object = object_of(vm, args[0]);
    if (object == NULL) return VALUE_NONE;
    uint32_t unfinished = number_of(args[3]);
    const uint32_t words[] = {object->id, size_of(vm, args[2], unfinished), unfinished, vm->trace->current};
    enum trace_kind kind = (enum trace_kind)number_of(args[1]);
    if (nargs > 4) {
        char text[LABEL_ROOM];
        size_t length = label_value(vm, args[4], text, sizeof text);
        trace_emit_text(vm->trace, kind, words, 4, text, length);
    } else {
        trace_emit_words(vm->trace, kind, words, 4);
    }
    return VALUE_NONE;
}

/* ---- a thread waits ---- */

/* What a worker does, as the log names it. */
static NATIVE(job_name) {
    (void)self, (void)nargs, (void)kwnames;
    char text[LABEL_ROOM];
    size_t length = label_callable(vm, args[0], text, sizeof text);
    return obj_value(str_from_utf8(vm, text, length));
}

static void tell_need(Vm *vm, uint32_t future, Value thread) {
    const Thread *other = value_is_a(thread, aio_of(vm)->thread_ref) ? AS(ThreadRef, thread)->thread : NULL;
    if (other != NULL && other->trace_id != 0) TRACE_WORDS(vm->trace, FUTURE, FUTURE_NEEDS, future, other->trace_id);
}

/* A thread that the log does not know, or not yet, is nobody who could be said to wait. */
static bool is_in_log(const Vm *vm) {
    return vm->thread->trace_id != 0 || vm->thread == vm->state->main_thread;
}

/* wait_begins(told, kind, label='', threads=()): the current thread waits at the thing, or by a future of that kind for
 * the end of these threads' jobs. */
static NATIVE(wait_begins) {
    (void)self, (void)kwnames;
    ThreadRef *ref = thread_ref_of(vm, vm->thread);
    if (ref == NULL) return VALUE_NULL;
    if (!is_in_log(vm)) return VALUE_NONE;
    Trace *trace = vm->trace;
    const AsyncObject *object = object_of(vm, args[0]);
    size_t length = 0;
    const char *label = nargs > 2 && is_str(args[2]) ? str_utf8(vm, AS(Str, args[2]), &length) : "";
    if (label == NULL) return VALUE_NULL;
    ref->wait = (ThreadWait){.future = trace_new_id(trace), .object = object != NULL ? object->id : 0};
    const uint32_t made[] = {ref->wait.future, number_of(args[1]), trace->current};
    if (trace_wants(trace, TRACE_FUTURE))
        trace_emit_text(trace, TRACE_KIND_FUTURE_MADE, made, 3, label, length < LABEL_ROOM ? length : 0);
    if (object != NULL) TRACE_WORDS(trace, SYNC, OBJECT_AWAITED, ref->wait.future, object->id);
    const List *threads = nargs > 3 && is_list(args[3]) ? AS(List, args[3]) : NULL;
    for (uint32_t i = 0; threads != NULL && i < threads->length; i++)
        tell_need(vm, ref->wait.future, threads->items[i]);
    TRACE_WORDS(trace, WORKER, THREAD_WAITS, ref->wait.future, trace->current);
    return VALUE_NONE;
}

static void tell_outcome(Vm *vm, ThreadRef *ref, uint32_t outcome) {
    if (ref->wait.future == 0 || ref->wait.over) return;
    ref->wait.over = true;
    TRACE_WORDS(vm->trace, FUTURE, FUTURE_RESOLVED, ref->wait.future, outcome, vm->trace->current);
}

void thread_ref_tell_woken(Vm *vm, ThreadRef *ref) {
    tell_outcome(vm, ref, 1);
}

/* wait_ends(): the current thread goes on; nobody has woken it: its time is up, or an error is raised where it waited.
 */
static NATIVE(wait_ends) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    ThreadRef *ref = thread_ref_of(vm, vm->thread);
    if (ref == NULL) return VALUE_NULL;
    tell_outcome(vm, ref, 3);
    if (ref->wait.object != 0) TRACE_WORDS(vm->trace, SYNC, OBJECT_LEFT, ref->wait.future, ref->wait.object);
    ref->wait = (ThreadWait){.future = 0};
    return VALUE_NONE;
}

/* wait_needs(thread): what that thread waits for ends with the current one's job. */
static NATIVE(wait_needs) {
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_a(args[0], aio_of(vm)->thread_ref)) return VALUE_NONE;
    uint32_t future = AS(ThreadRef, args[0])->wait.future;
    if (future != 0 && vm->thread->trace_id != 0)
        TRACE_WORDS(vm->trace, FUTURE, FUTURE_NEEDS, future, vm->thread->trace_id);
    return VALUE_NONE;
}

static const MethodDef functions[] = {
    {"tells", tells, 0, 0, false, METHOD_PLAIN, NULL},
    {"tell_made", tell_made, 2, 5, false, METHOD_PLAIN, NULL},
    {"tell", tell, 2, 2 + NUMBERS_MOST, false, METHOD_PLAIN, NULL},
    {"tell_item", tell_item, 4, 5, false, METHOD_PLAIN, NULL},
    {"job_name", job_name, 1, 1, false, METHOD_PLAIN, NULL},
    {"wait_begins", wait_begins, 2, 4, false, METHOD_PLAIN, NULL},
    {"wait_ends", wait_ends, 0, 0, false, METHOD_PLAIN, NULL},
    {"wait_needs", wait_needs, 1, 1, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

bool threads_told_add(Vm *vm, Module *module) {
    if (!module_add_functions(vm, module, functions)) return false;
    for (size_t i = 0; i < sizeof told_kinds / sizeof *told_kinds; i++)
        if (!module_add(vm, module, trace_kind_name(told_kinds[i]), value_small(told_kinds[i]))) return false;
    return true;
}
