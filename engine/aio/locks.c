/* locks.c: what asyncio's Event, Lock, Semaphore and Condition do without waiting, on the core's (sync.h). The
 * coroutines around it are guest code (library/asyncio/locks.py): they make the future, let it join, await it and let
 * it leave.
 */
#include "../python/builtins.h"
#include "told.h"
#include <math.h>

typedef struct SyncObj {
    Obj head;
    union {
        WaitLine waiters; /* the first member of each */
        AsyncEvent event;
        AsyncLock lock;
        struct {
            AsyncSemaphore semaphore;
            int64_t base; /* the core's count that stands for `given` */
            Value given;  /* the value, if the last that was set is no exact int; VALUE_NULL: the count is it */
        };
        AsyncCondition condition; /* its lock is any that the program gives it: Python's part knows it */
    } core;
} SyncObj;

static SyncObj *sync_of(Value self) {
    return AS(SyncObj, self);
}

static Value done(Vm *vm, enum loop_status status) {
    return status == LOOP_OK ? VALUE_NONE : raise_status(vm, status);
}

/* ---- the line */

Future *waiter_of(Vm *vm, Value v) {
    Future *future = future_of(vm, v);
    if (future == NULL) raise_error(vm, T_TypeError, "who waits is a future, not %T", v);
    return future;
}

/* _join(future) */
static NATIVE(method_join) {
    (void)nargs, (void)kwnames;
    Future *future = waiter_of(vm, args[0]);
    return future == NULL ? VALUE_NULL : done(vm, line_join(&sync_of(self)->core.waiters, future));
}

/* The arguments of _leave(future, end): how the wait ended, as enum async_end has it. */
static Future *leaves(Vm *vm, const Value *args, enum async_end *end) {
    int64_t number;
    if (!object_as_index(vm, args[1], &number, INDEX_CLIPPED)) return NULL;
    *end = number == ASYNC_WOKEN ? ASYNC_WOKEN : number == ASYNC_CANCELLED ? ASYNC_CANCELLED : ASYNC_ABANDONED;
    return waiter_of(vm, args[0]);
}

/* _part_of(object): who waits for it (and its lock) waits for that, as far as the log goes. */
static NATIVE(sync_part_of) {
    (void)vm, (void)nargs, (void)kwnames;
    AsyncObject part = *told_object(args[0]);
    part.line_only = true;
    sync_of(self)->core.waiters.object = part;
    return VALUE_NONE;
}

Value line_list(Vm *vm, const WaitLine *line) {
    List *list = list_new(vm, line->count);
    for (uint32_t i = 0; list != NULL && i < line->count; i++) {
        if (list_append(vm, list, obj_value(future_object(line_at(line, i))))) continue;
        obj_release(vm, list);
        return VALUE_NULL;
    }
    return obj_value(list);
}

static Value get_waiters(Vm *vm, Value self) {
    return line_list(vm, &sync_of(self)->core.waiters);
}

static Value sync_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return obj_value(object_new(vm, type, 0));
}

/* part and size as OBJECT_MADE has them. */
static void tell_made(Vm *vm, SyncObj *self, enum async_object_kind kind, uint32_t part, uint32_t size) {
    AsyncAbout about;
    if (!told_about(vm, &self->head, kind, NULL, &about)) return;
    about.part = part;
    about.size = size;
    async_object_tell(&self->core.waiters.object, vm->trace, &about);
}

static Value told_new(Vm *vm, Type *type, enum async_object_kind kind) {
    SyncObj *self = object_new(vm, type, 0);
    if (self != NULL && trace_wants(vm->trace, TRACE_SYNC)) tell_made(vm, self, kind, 0, 0);
    return obj_value(self);
}

static Value event_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return told_new(vm, type, ASYNC_EVENT);
}

static Value lock_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return told_new(vm, type, ASYNC_LOCK);
}

static void sync_traverse(Obj *object, VisitFn visit, void *context) {
    const SyncObj *self = (SyncObj *)(void *)object;
    CoreVisit with = {visit, context};
    LoopVisitor visitor = core_visitor(&with);
    line_visit(&self->core.waiters, &visitor);
}

static void sync_clear(Vm *vm, Obj *object) {
    (void)vm;
    line_close(&((SyncObj *)(void *)object)->core.waiters);
}

#define SYNC_TYPE(NAME, KIND, NEW, METHODS, ATTRIBUTES)                                                                \
    {                                                                                                                  \
        .name = NAME, .size = sizeof(SyncObj), .flags = TYPE_BASE | TYPE_GC | TYPE_WRITTEN | TYPE_HIDDEN,              \
        .slots = {.dealloc = KIND##_clear, .traverse = KIND##_traverse, .clear = KIND##_clear, .new = NEW},            \
        .methods = METHODS, .getset = ATTRIBUTES,                                                                      \
    }
#define METHOD(NAME, FUNCTION, COUNT)                                                                                  \
    { NAME, FUNCTION, COUNT, COUNT, false, METHOD_PLAIN, NULL }
#define END_OF_METHODS                                                                                                 \
    { NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL }

/* ---- events */

static NATIVE(event_is_set) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(sync_of(self)->core.event.is_set);
}

static NATIVE(event_set) {
    (void)args, (void)nargs, (void)kwnames;
    return done(vm, async_event_set(&sync_of(self)->core.event));
}

static NATIVE(event_clear) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    async_event_clear(&sync_of(self)->core.event);
    return VALUE_NONE;
}

static NATIVE(line_method_leave) {
    (void)nargs, (void)kwnames;
    Future *future = waiter_of(vm, args[0]);
    if (future == NULL) return VALUE_NULL;
    line_leave(&sync_of(self)->core.waiters, future);
    return VALUE_NONE;
}

static Value get_is_set(Vm *vm, Value self) {
    (void)vm;
    return value_bool(sync_of(self)->core.event.is_set);
}

static bool set_is_set(Vm *vm, Value self, Value value) {
    int truth = value == VALUE_NULL ? 0 : object_truth(vm, value);
    sync_of(self)->core.event.is_set = truth > 0;
    return truth >= 0;
}

static const MethodDef event_methods[] = {
    METHOD("is_set", event_is_set, 0),      METHOD("set", event_set, 0),
    METHOD("clear", event_clear, 0),        METHOD("_join", method_join, 1),
    METHOD("_leave", line_method_leave, 1), END_OF_METHODS,
};
static const GetSetDef event_attributes[] = {
    {"_value", get_is_set, set_is_set, NULL},
    {"_waiters", get_waiters, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
const TypeDef aio_event_def = SYNC_TYPE("_asyncio._Event", sync, event_new, event_methods, event_attributes);

/* ---- locks */

static NATIVE(lock_locked) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(sync_of(self)->core.lock.locked);
}

static NATIVE(lock_try) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(async_lock_try(&sync_of(self)->core.lock));
}

static NATIVE(lock_leave) {
    (void)nargs, (void)kwnames;
    enum async_end end;
    Future *future = leaves(vm, args, &end);
    return future == NULL ? VALUE_NULL : done(vm, async_lock_leave(&sync_of(self)->core.lock, future, end));
}

static NATIVE(lock_release) {
    (void)args, (void)nargs, (void)kwnames;
    enum loop_status status = async_lock_release(&sync_of(self)->core.lock);
    return status != LOOP_INVALID_STATE ? done(vm, status) : raise_error(vm, T_RuntimeError, "Lock is not acquired.");
}

static Value get_locked(Vm *vm, Value self) {
    (void)vm;
    return value_bool(sync_of(self)->core.lock.locked);
}

static bool set_locked(Vm *vm, Value self, Value value) {
    int truth = value == VALUE_NULL ? 0 : object_truth(vm, value);
    sync_of(self)->core.lock.locked = truth > 0;
    return truth >= 0;
}

static const MethodDef lock_methods[] = {
    METHOD("locked", lock_locked, 0),
    METHOD("release", lock_release, 0),
    METHOD("_try", lock_try, 0),
    METHOD("_join", method_join, 1),
    METHOD("_leave", lock_leave, 2),
    METHOD("_part_of", sync_part_of, 1),
    END_OF_METHODS,
};
static const GetSetDef lock_attributes[] = {
    {"_locked", get_locked, set_locked, NULL},
    {"_waiters", get_waiters, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
const TypeDef aio_lock_def = SYNC_TYPE("_asyncio._Lock", sync, lock_new, lock_methods, lock_attributes);

/* ---- semaphores */

static NATIVE(semaphore_locked) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(async_semaphore_locked(&sync_of(self)->core.semaphore));
}

/* The number that the program gave is counted in Python's way, by one after the other: True becomes 0 and then 1, and
 * what a float loses is lost. */
static bool number_steps(Vm *vm, SyncObj *sync, int by) {
    Value before = value_retain(sync->core.given);
    Value now = object_binary(vm, by > 0 ? BINARY_ADD : BINARY_SUB, before, value_small(1));
    value_release(vm, before);
    if (now == VALUE_NULL) return false;
    value_set(vm, &sync->core.given, value_is_int(now) ? VALUE_NULL : now);
    sync->core.base += by;
    return true;
}

/* ... to where the core's count is. */
static bool number_follows(Vm *vm, SyncObj *sync) {
    while (sync->core.given != VALUE_NULL && sync->core.base != sync->core.semaphore.value)
        if (!number_steps(vm, sync, sync->core.base < sync->core.semaphore.value ? 1 : -1)) return false;
    return true;
}

static NATIVE(semaphore_try) {
    (void)args, (void)nargs, (void)kwnames;
    bool taken = async_semaphore_try(&sync_of(self)->core.semaphore);
    return number_follows(vm, sync_of(self)) ? value_bool(taken) : VALUE_NULL;
}

static NATIVE(semaphore_leave) {
    (void)nargs, (void)kwnames;
    enum async_end end;
    Future *future = leaves(vm, args, &end);
    if (future == NULL) return VALUE_NULL;
    enum loop_status status = async_semaphore_leave(&sync_of(self)->core.semaphore, future, end);
    return number_follows(vm, sync_of(self)) ? done(vm, status) : VALUE_NULL;
}

static NATIVE(semaphore_release) {
    (void)args, (void)nargs, (void)kwnames;
    SyncObj *sync = sync_of(self);
    if (sync->core.given != VALUE_NULL && !number_steps(vm, sync, 1))
        return VALUE_NULL; /* also where one waits for it */
    enum loop_status status = async_semaphore_release(&sync->core.semaphore);
    return number_follows(vm, sync) ? done(vm, status) : VALUE_NULL;
}

static Value get_value(Vm *vm, Value self) {
    SyncObj *sync = sync_of(self);
    if (sync->core.given == VALUE_NULL) return int_from_int64(vm, sync->core.semaphore.value);
    return number_follows(vm, sync) ? value_retain(sync->core.given) : VALUE_NULL;
}

/* The count that is 0 when the value is: never, where that is no whole number. */
static bool count_for(Vm *vm, Value value, int64_t *count) {
    static const int64_t endless = INT64_C(1) << 40;
    double number;
    if (is_int(value)) return object_as_index(vm, value, count, INDEX_CLIPPED);
    if (!object_as_double(vm, value, &number)) return false;
    *count = number == floor(number) && fabs(number) < (double)endless ? (int64_t)number : endless;
    return true;
}

static bool set_value(Vm *vm, Value self, Value value) {
    SyncObj *sync = sync_of(self);
    if (value == VALUE_NULL) return raise_error(vm, T_AttributeError, "cannot delete _value") != VALUE_NULL;
    int64_t *count = &sync->core.semaphore.value;
    if (!count_for(vm, value, count)) return false;
    sync->core.base = *count;
    value_set(vm, &sync->core.given, value_is_int(value) ? VALUE_NULL : value_retain(value));
    bool is_new = sync->core.waiters.object.id == 0 && trace_wants(vm->trace, TRACE_SYNC);
    if (is_new) tell_made(vm, sync, ASYNC_SEMAPHORE, 0, (uint32_t)*count);
    return true;
}

static void semaphore_traverse(Obj *object, VisitFn visit, void *context) {
    sync_traverse(object, visit, context);
    visit(context, ((const SyncObj *)(void *)object)->core.given);
}

static void semaphore_clear(Vm *vm, Obj *object) {
    value_clear(vm, &((SyncObj *)(void *)object)->core.given);
    sync_clear(vm, object);
}

static const MethodDef semaphore_methods[] = {
    METHOD("locked", semaphore_locked, 0), METHOD("release", semaphore_release, 0), METHOD("_try", semaphore_try, 0),
    METHOD("_join", method_join, 1),       METHOD("_leave", semaphore_leave, 2),    END_OF_METHODS,
};
static const GetSetDef semaphore_attributes[] = {
    {"_value", get_value, set_value, NULL},
    {"_waiters", get_waiters, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
const TypeDef aio_semaphore_def =
    SYNC_TYPE("_asyncio._Semaphore", semaphore, sync_new, semaphore_methods, semaphore_attributes);

/* ---- conditions */

/* _own(lock): it is made, around that lock. */
static NATIVE(condition_own) {
    (void)nargs, (void)kwnames;
    if (!trace_wants(vm->trace, TRACE_SYNC)) return VALUE_NONE;
    bool known = value_is_a(args[0], aio_of(vm)->lock);
    tell_made(vm, sync_of(self), ASYNC_CONDITION, known ? sync_of(args[0])->core.waiters.object.id : 0, 0);
    return VALUE_NONE;
}

/* _notify(n): the first n that are not woken yet. */
static NATIVE(condition_notify) {
    (void)nargs, (void)kwnames;
    int64_t count;
    if (!object_as_index(vm, args[0], &count, INDEX_CLIPPED)) return VALUE_NULL;
    if (count < 0) count = 0;
    return done(
        vm, async_condition_wake(&sync_of(self)->core.condition, count > UINT32_MAX ? UINT32_MAX : (uint32_t)count));
}

static const MethodDef condition_methods[] = {
    METHOD("_own", condition_own, 1), METHOD("_part_of", sync_part_of, 1),    METHOD("_notify", condition_notify, 1),
    METHOD("_join", method_join, 1),  METHOD("_leave", line_method_leave, 1), END_OF_METHODS,
};
static const GetSetDef condition_attributes[] = {
    {"_waiters", get_waiters, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
const TypeDef aio_condition_def =
    SYNC_TYPE("_asyncio._Condition", sync, sync_new, condition_methods, condition_attributes);
