/* queue.c: asyncio.Queue's part that waits for nothing: the items, put_nowait and get_nowait, on the core's lines of
 * those who wait (sync.h). The coroutines around it are guest code (library/asyncio/queues.py). What a subclass
 * replaces is called as CPython calls it.
 */
#include "../python/builtins.h"
#include "../python/deque.h"
#include "told.h"

typedef struct QueueObj {
    Obj head;
    Value maxsize;
    Value items; /* _queue: a deque, or what a subclass made in _init */
    uint8_t own; /* bits by enum queue_native: a subclass has its own method */
    QueueLines lines;
} QueueObj;

static const TypeDef empty_def = {.name = "asyncio.queues.QueueEmpty", .flags = TYPE_BASE | TYPE_WRITTEN};
static const TypeDef full_def = {.name = "asyncio.queues.QueueFull", .flags = TYPE_BASE | TYPE_WRITTEN};
static const TypeDef shut_down_def = {.name = "asyncio.queues.QueueShutDown", .flags = TYPE_BASE | TYPE_WRITTEN};

static bool is_own(const QueueObj *self, enum queue_native which) {
    return (self->own >> which & 1) != 0;
}

static Value call_own(Vm *vm, QueueObj *self, enum queue_native which, const Value *args, uint32_t nargs) {
    return call_method(vm, obj_value(self), aio_of(vm)->queue_names[which], args, nargs);
}

static int truth_of_own(Vm *vm, QueueObj *self, enum queue_native which) {
    Value answer = call_own(vm, self, which, NULL, 0);
    int truth = answer == VALUE_NULL ? -1 : object_truth(vm, answer);
    value_release(vm, answer);
    return truth;
}

static Value raise_class(Vm *vm, Type *type) { /* `raise X` */
    Value error = call_value(vm, obj_value(type), NULL, 0, NULL);
    if (error == VALUE_NULL) return VALUE_NULL;
    raise_value(vm, error);
    value_release(vm, error);
    return VALUE_NULL;
}

/* ---- how many */

static bool has_items(Vm *vm, const QueueObj *self) {
    if (self->items != VALUE_NULL) return true;
    raise_error(vm, T_AttributeError, "'%s' object has no attribute '_queue'",
                value_type_name(vm, obj_value((Obj *)(uintptr_t)self)));
    return false;
}

static int64_t size_of(Vm *vm, QueueObj *self) { /* -1: error */
    if (is_own(self, QUEUE_QSIZE)) {
        Value answer = call_own(vm, self, QUEUE_QSIZE, NULL, 0);
        int64_t size;
        bool fine = answer != VALUE_NULL && object_as_index(vm, answer, &size, INDEX_CLIPPED);
        value_release(vm, answer);
        return fine ? size : -1;
    }
    if (deque_is_plain(vm, self->items)) return deque_size(self->items);
    return has_items(vm, self) ? object_length(vm, self->items) : -1;
}

/* 1, 0, -1: error. */
static int compared(Vm *vm, Value a, int op, Value b) {
    Value result = object_compare(vm, a, b, op);
    int truth = result == VALUE_NULL ? -1 : object_truth(vm, result);
    value_release(vm, result);
    return truth;
}

/* 1, 0, -1: error. */
static int is_full(Vm *vm, QueueObj *self) {
    if (value_is_int(self->maxsize)) {
        int64_t maxsize = value_as_small(self->maxsize);
        if (maxsize <= 0) return 0;
        int64_t size = size_of(vm, self);
        return size < 0 ? -1 : size >= maxsize;
    }
    int endless = compared(vm, self->maxsize, COMPARE_LE, value_small(0));
    if (endless != 0) return endless < 0 ? -1 : 0;
    int64_t size = size_of(vm, self);
    return size < 0 ? -1 : compared(vm, value_small(size), COMPARE_GE, self->maxsize);
}

static int is_empty(Vm *vm, QueueObj *self) {
    if (deque_is_plain(vm, self->items)) return deque_size(self->items) == 0;
    int truth = has_items(vm, self) ? object_truth(vm, self->items) : -1;
    return truth < 0 ? -1 : !truth;
}

/* ---- items */

static bool put_item(Vm *vm, QueueObj *self, Value item) {
    if (!is_own(self, QUEUE_PUT) && deque_is_plain(vm, self->items)) return deque_append(vm, self->items, item);
    Value answer = call_own(vm, self, QUEUE_PUT, &item, 1);
    value_release(vm, answer);
    return answer != VALUE_NULL;
}

static Value get_item(Vm *vm, QueueObj *self) {
    if (!is_own(self, QUEUE_GET) && deque_is_plain(vm, self->items)) {
        Value item = deque_popleft(self->items);
        return item != VALUE_NULL ? item : raise_error(vm, T_IndexError, "pop from an empty deque");
    }
    return call_own(vm, self, QUEUE_GET, NULL, 0);
}

/* What the log is told of an item; its text stands in `room`. */
static const QueueItem *item_told(Vm *vm, QueueObj *self, Value v, QueueItem *item, char *room) {
    if (!async_object_is_told(&self->lines.getters.object)) return NULL;
    bool known = deque_is_plain(vm, self->items) || is_list(self->items);
    int64_t size = !known ? 0 : is_list(self->items) ? AS(List, self->items)->length : deque_size(self->items);
    *item = (QueueItem){.size = (uint32_t)size, .text = room, .length = label_value(vm, v, room, LABEL_ROOM)};
    return item;
}

static Value done(Vm *vm, enum loop_status status) {
    return status == LOOP_OK ? VALUE_NONE : raise_status(vm, status);
}

/* ---- methods */

static NATIVE(method_put_nowait) {
    (void)nargs, (void)kwnames;
    QueueObj *queue = AS(QueueObj, self);
    if (queue->lines.is_shut_down) return raise_class(vm, aio_of(vm)->queue_shut_down);
    int full = is_own(queue, QUEUE_FULL) ? truth_of_own(vm, queue, QUEUE_FULL) : is_full(vm, queue);
    if (full < 0) return VALUE_NULL;
    if (full) return raise_class(vm, aio_of(vm)->queue_full);
    if (!put_item(vm, queue, args[0])) return VALUE_NULL;
    char room[LABEL_ROOM];
    QueueItem item;
    return done(vm, queue_lines_put(&queue->lines, item_told(vm, queue, args[0], &item, room)));
}

NAMED_ARGUMENT(method_put_nowait, "Queue.put_nowait", "item")

static NATIVE(method_get_nowait) {
    (void)args, (void)nargs, (void)kwnames;
    QueueObj *queue = AS(QueueObj, self);
    int empty = is_own(queue, QUEUE_EMPTY) ? truth_of_own(vm, queue, QUEUE_EMPTY) : is_empty(vm, queue);
    if (empty < 0) return VALUE_NULL;
    if (empty)
        return raise_class(vm, queue->lines.is_shut_down ? aio_of(vm)->queue_shut_down : aio_of(vm)->queue_empty);
    Value got = get_item(vm, queue);
    if (got == VALUE_NULL) return VALUE_NULL;
    char room[LABEL_ROOM];
    QueueItem item;
    enum loop_status status = queue_lines_got(&queue->lines, item_told(vm, queue, got, &item, room));
    if (status == LOOP_OK) return got;
    value_release(vm, got);
    return raise_status(vm, status);
}

/* The line that a future stands, or stood, in. */
static WaitLine *line_of(QueueObj *self, const Future *future) {
    if (future->kind == FUTURE_QUEUE_PUT) return &self->lines.putters;
    return future->kind == FUTURE_QUEUE_JOIN ? &self->lines.finished.waiters : &self->lines.getters;
}

/* _join(future), _leave(future): its kind says in which line it waits. */
static NATIVE(method_join) {
    (void)nargs, (void)kwnames;
    Future *future = waiter_of(vm, args[0]);
    return future == NULL ? VALUE_NULL : done(vm, line_join(line_of(AS(QueueObj, self), future), future));
}

static NATIVE(method_leave) {
    (void)nargs, (void)kwnames;
    Future *future = waiter_of(vm, args[0]);
    if (future == NULL) return VALUE_NULL;
    line_leave(line_of(AS(QueueObj, self), future), future);
    return VALUE_NONE;
}

/* _wakeup_next(waiters): the list of one of the two lines; in an empty one there is nobody to wake. */
static NATIVE(method_wakeup_next) {
    (void)nargs, (void)kwnames;
    if (!is_list(args[0])) return raise_error(vm, T_TypeError, "waiters are a list");
    if (AS(List, args[0])->length == 0) return VALUE_NONE;
    const Future *future = waiter_of(vm, AS(List, args[0])->items[0]);
    return future == NULL ? VALUE_NULL : done(vm, line_wake_next(line_of(AS(QueueObj, self), future)));
}

static NATIVE(method_task_done) {
    (void)args, (void)nargs, (void)kwnames;
    enum loop_status status = queue_lines_done(&AS(QueueObj, self)->lines);
    if (status != LOOP_INVALID_STATE) return done(vm, status);
    return raise_error(vm, T_ValueError, "task_done() called too many times");
}

/* _drop(): an item was dropped by a shutdown; _shut(immediate): nothing is left to drop. */
static NATIVE(method_drop) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    queue_lines_drop(&AS(QueueObj, self)->lines);
    return VALUE_NONE;
}

static NATIVE(method_shut) {
    (void)nargs, (void)kwnames;
    QueueObj *queue = AS(QueueObj, self);
    int immediate = object_truth(vm, args[0]);
    int64_t size = immediate < 0 ? -1 : size_of(vm, queue);
    return size < 0 ? VALUE_NULL : done(vm, queue_lines_shut_down(&queue->lines, (uint32_t)size, immediate > 0));
}

static NATIVE(method_qsize) {
    (void)args, (void)nargs, (void)kwnames;
    QueueObj *queue = AS(QueueObj, self);
    int64_t size = !has_items(vm, queue) ? -1 : object_length(vm, queue->items);
    return size < 0 ? VALUE_NULL : value_small(size);
}

static NATIVE(method_empty) {
    (void)args, (void)nargs, (void)kwnames;
    int empty = is_empty(vm, AS(QueueObj, self));
    return empty < 0 ? VALUE_NULL : value_bool(empty);
}

static NATIVE(method_full) {
    (void)args, (void)nargs, (void)kwnames;
    int full = is_full(vm, AS(QueueObj, self));
    return full < 0 ? VALUE_NULL : value_bool(full);
}

static NATIVE(method_put) {
    (void)nargs, (void)kwnames;
    QueueObj *queue = AS(QueueObj, self);
    if (!deque_is_plain(vm, queue->items)) return raise_error(vm, T_TypeError, "_queue is not a deque");
    return deque_append(vm, queue->items, args[0]) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_get) {
    (void)args, (void)nargs, (void)kwnames;
    QueueObj *queue = AS(QueueObj, self);
    if (!deque_is_plain(vm, queue->items)) return raise_error(vm, T_TypeError, "_queue is not a deque");
    Value item = deque_popleft(queue->items);
    return item != VALUE_NULL ? item : raise_error(vm, T_IndexError, "pop from an empty deque");
}

static void tell_made(Vm *vm, QueueObj *self) {
    AsyncAbout about;
    if (!told_about(vm, &self->head, ASYNC_QUEUE, NULL, &about)) return;
    bool limited = value_is_int(self->maxsize) && value_as_small(self->maxsize) > 0;
    about.size = limited ? (uint32_t)value_as_small(self->maxsize) : 0;
    queue_lines_tell(&self->lines, vm->trace, &about);
}

/* _start(maxsize): before anything else. */
static NATIVE(method_start) {
    (void)nargs, (void)kwnames;
    const Aio *aio = aio_of(vm);
    QueueObj *queue = AS(QueueObj, self);
    value_set(vm, &queue->maxsize, value_retain(args[0]));
    queue_lines_close(&queue->lines);
    queue->lines = (QueueLines){.unfinished = 0};
    if (trace_wants(vm->trace, TRACE_SYNC)) tell_made(vm, queue);
    queue->own = 0;
    for (unsigned i = 0; i < QUEUE_NATIVES; i++) {
        bool own = type_lookup(vm, queue->head.type, aio->queue_names[i]) != aio->queue_natives[i];
        queue->own |= (uint8_t)(own << i);
    }
    return VALUE_NONE;
}

/* ---- life */

static Value queue_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    QueueObj *self = object_new(vm, type, 0);
    if (self == NULL) return VALUE_NULL;
    self->maxsize = value_small(0);
    return obj_value(self);
}

static void queue_traverse(Obj *object, VisitFn visit, void *context) {
    QueueObj *self = (QueueObj *)(void *)object;
    visit(context, self->maxsize);
    visit(context, self->items);
    CoreVisit with = {visit, context};
    LoopVisitor visitor = core_visitor(&with);
    queue_lines_visit(&self->lines, &visitor);
}

static void queue_clear(Vm *vm, Obj *object) {
    QueueObj *self = (QueueObj *)(void *)object;
    value_clear(vm, &self->items);
    queue_lines_close(&self->lines);
}

static void queue_dealloc(Vm *vm, Obj *object) {
    QueueObj *self = (QueueObj *)(void *)object;
    queue_clear(vm, object);
    value_clear(vm, &self->maxsize);
}

/* ---- attributes */

static Value attribute(Vm *vm, Value v, const char *name) {
    return v != VALUE_NULL ? value_retain(v)
                           : raise_error(vm, T_AttributeError, "'Queue' object has no attribute '%s'", name);
}

static Value get_items(Vm *vm, Value self) {
    return attribute(vm, AS(QueueObj, self)->items, "_queue");
}

static bool set_items(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(QueueObj, self)->items, value == VALUE_NULL ? VALUE_NULL : value_retain(value));
    return true;
}

static Value get_maxsize(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(QueueObj, self)->maxsize);
}

static bool set_maxsize(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL) return raise_error(vm, T_AttributeError, "cannot delete _maxsize") != VALUE_NULL;
    value_set(vm, &AS(QueueObj, self)->maxsize, value_retain(value));
    return true;
}

static Value get_getters(Vm *vm, Value self) {
    return line_list(vm, &AS(QueueObj, self)->lines.getters);
}

static Value get_putters(Vm *vm, Value self) {
    return line_list(vm, &AS(QueueObj, self)->lines.putters);
}

static Value get_unfinished(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(QueueObj, self)->lines.unfinished);
}

static bool set_unfinished(Vm *vm, Value self, Value value) {
    if (value != VALUE_NULL && is_int(value)) {
        return object_as_index(vm, value, &AS(QueueObj, self)->lines.unfinished, INDEX_CLIPPED);
    }
    return raise_error(vm, T_TypeError, "_unfinished_tasks is an int") != VALUE_NULL;
}

static Value get_is_shut_down(Vm *vm, Value self) {
    (void)vm;
    return value_bool(AS(QueueObj, self)->lines.is_shut_down);
}

static bool set_is_shut_down(Vm *vm, Value self, Value value) {
    int truth = value == VALUE_NULL ? 0 : object_truth(vm, value);
    AS(QueueObj, self)->lines.is_shut_down = truth > 0;
    return truth >= 0;
}

static const MethodDef methods[] = {
    {"_start", method_start, 1, 1, false, METHOD_PLAIN, NULL},
    {"_join", method_join, 1, 1, false, METHOD_PLAIN, NULL},
    {"_leave", method_leave, 1, 1, false, METHOD_PLAIN, NULL},
    {"_drop", method_drop, 0, 0, false, METHOD_PLAIN, NULL},
    {"_shut", method_shut, 1, 1, false, METHOD_PLAIN, NULL},
    {"put_nowait", method_put_nowait_named, 1, 1, true, METHOD_PLAIN, NULL},
    {"get_nowait", method_get_nowait, 0, 0, false, METHOD_PLAIN, NULL},
    {"task_done", method_task_done, 0, 0, false, METHOD_PLAIN, NULL},
    {"qsize", method_qsize, 0, 0, false, METHOD_PLAIN, NULL},
    {"empty", method_empty, 0, 0, false, METHOD_PLAIN, NULL},
    {"full", method_full, 0, 0, false, METHOD_PLAIN, NULL},
    {"_put", method_put, 1, 1, false, METHOD_PLAIN, NULL},
    {"_get", method_get, 0, 0, false, METHOD_PLAIN, NULL},
    {"_wakeup_next", method_wakeup_next, 1, 1, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"_queue", get_items, set_items, NULL},
    {"_maxsize", get_maxsize, set_maxsize, NULL},
    {"maxsize", get_maxsize, NULL, NULL},
    {"_getters", get_getters, NULL, NULL},
    {"_putters", get_putters, NULL, NULL},
    {"_unfinished_tasks", get_unfinished, set_unfinished, NULL},
    {"_is_shutdown", get_is_shut_down, set_is_shut_down, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef aio_queue_def = {
    .name = "_asyncio._Queue",
    .size = sizeof(QueueObj),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WRITTEN | TYPE_HIDDEN,
    .slots = {.dealloc = queue_dealloc, .traverse = queue_traverse, .clear = queue_clear, .new = queue_new},
    .methods = methods,
    .getset = getset,
};

bool queue_boot(Vm *vm) {
    static const char *const names[QUEUE_NATIVES] = {"full", "empty", "qsize", "_put", "_get"};
    Aio *aio = aio_of(vm);
    Type *exception = TYPE(vm, Exception);
    if ((aio->queue_empty = type_make(vm, &empty_def, exception)) == NULL ||
        (aio->queue_full = type_make(vm, &full_def, exception)) == NULL ||
        (aio->queue_shut_down = type_make(vm, &shut_down_def, exception)) == NULL ||
        (aio->queue = type_make(vm, &aio_queue_def, NULL)) == NULL)
        return false;
    for (unsigned i = 0; i < QUEUE_NATIVES; i++) {
        if ((aio->queue_names[i] = str_intern_c(vm, names[i])) == NULL) return false;
        aio->queue_natives[i] = type_lookup(vm, aio->queue, aio->queue_names[i]);
    }
    return true;
}

void queue_close(Vm *vm) {
    for (unsigned i = 0; i < QUEUE_NATIVES; i++) obj_release(vm, aio_of(vm)->queue_names[i]);
}
