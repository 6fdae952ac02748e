/* aio.h: what the files of this room share: the Python objects that embed the loop core's structs, and the room's
 * state.
 *
 * A Python object is its core struct's container: FutureObj holds a struct Future, TaskObj a struct Task, and so on;
 * the core counts them through their types' retain and release, which count the Python object. Futures and tasks begin
 * alike (FUTURE_HEAD), so that a Future * leads to its object without knowing which it is.
 */
#ifndef LOOPSCOPE_AIO_PRIVATE_H
#define LOOPSCOPE_AIO_PRIVATE_H

#include "../include/loopscope/aio.h"
#include "../include/loopscope/loop.h"
#include "../include/loopscope/network.h"
#include "../include/loopscope/sync.h"
#include "../python/bytes.h"
#include "../python/shape.h"
#include "../python/vm_state.h"

/* ops.c. The argument of what CPython has in Python, with one parameter: "Queue.put_nowait", "item". Borrowed; it may
 * be given by its name. False with an exception. */
bool named_argument(Vm *vm, const char *function, const char *parameter, const Value *args, uint32_t nargs,
                    Tuple *kwnames, Value *out);
/* METHOD_named: METHOD, which looks at one argument, called with that. */
#define NAMED_ARGUMENT(METHOD, FUNCTION, PARAMETER)                                                                    \
    static Value METHOD##_named(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {               \
        Value argument;                                                                                                \
        if (nargs == 1 && kwnames == NULL) return METHOD(vm, self, args, 1, NULL);                                     \
        if (!named_argument(vm, FUNCTION, PARAMETER, args, nargs, kwnames, &argument)) return VALUE_NULL;              \
        return METHOD(vm, self, &argument, 1, NULL);                                                                   \
    }

/* ---- objects ------------------------------------------------------------------------------------------------------
 */

typedef struct ContextObj ContextObj;

/* How much of where a coroutine was made a debugging loop keeps. */
enum { LOOP_ORIGIN_DEPTH = 10 };

/* A loop of CPython's has three files: its epoll, and the two ends by which it is woken. Programs print file numbers.
 */
enum { LOOP_FILES = 3 };

/* As many as a loop's pipe is sure to hold; more are lost. */
enum { SIGNALS_DUE_MOST = 64 };

typedef struct LoopObj {
    Obj head;
    Attrs attrs;
    void *weakrefs;
    struct LoopObj *previous, *next; /* all loops of the Vm */
    Vm *vm;
    Loop *loop;                         /* owned; NULL before __init__ */
    Handle *current;                    /* the handle that runs, owned, or NULL */
    Thread *thread;                     /* whose run_forever goes on, or NULL */
    ContextObj **scope;                 /* where that thread's context stands between two handles */
    Value handler;                      /* exception handler, owned, or None */
    Value factory;                      /* task factory, owned, or None */
    Value slow;                         /* slow_callback_duration */
    Value old_firstiter, old_finalizer; /* asyncgen hooks from before the run */
    List *asyncgens;                    /* weak references, or NULL */
    Dict *signals;                      /* number: Handle, or NULL */
    uint8_t due[SIGNALS_DUE_MOST];      /* numbers of signals that came since the loop looked, in their order */
    uint8_t signals_due;                /* how many */
    Value selector;                     /* which the program's own loop waits by, or VALUE_NULL */
    Host clock;                         /* of a class that has a time() of its own; else now is NULL */
    int files[LOOP_FILES];              /* numbers it holds in the network; 0: none */
    double began;                       /* debug: when the current handle began */
    double busy_since;                  /* the same in the event log's time, while that listens */
    uint32_t old_origin_depth;
    bool waiting;    /* its thread is parked by the loop itself, not by a callback that sleeps */
    bool iterates;   /* the program has a _run_once() of its own */
    bool own_timers; /* its class has create_future, call_later or call_at of its own, for sleeps and time limits to use
                      */
    bool selecting;  /* the program's own selector waits for it */
    bool debug;
    bool asyncgens_shut;
} LoopObj;

#define FUTURE_HEAD                                                                                                    \
    Obj head;                                                                                                          \
    Attrs attrs; /* in debug mode also where it was made: future_source */                                             \
    void *weakrefs

typedef struct FutureObj {
    FUTURE_HEAD;
    Future future;
} FutureObj;

typedef struct TaskObj {
    FUTURE_HEAD;
    Task task;
    Value coro;        /* VALUE_NULL once an eager task is done */
    Code *code;        /* of coro, owned, for the repr after its end; NULL: none */
    ContextObj *scope; /* NULL: an empty one that nobody has seen */
    Value thrown;      /* what its step threw in, until the step is over: as long as CPython's caller holds it */
    Value name;        /* Str; an int until somebody asks: Task-<int> */
} TaskObj;

typedef struct GatherObj {
    FUTURE_HEAD;
    Gather gather;
} GatherObj;

typedef struct WaitObj { /* what asyncio.wait awaits */
    FUTURE_HEAD;
    AsyncWait wait;
} WaitObj;

/* asyncio.sleep(): coroutine, future and timer in one. */
enum sleep_state { SLEEP_CREATED, SLEEP_BARE, SLEEP_WAITING, SLEEP_SEEN, SLEEP_CLOSED };
typedef struct SleepObj {
    Obj head;
    void *weakrefs;
    uint8_t state; /* enum sleep_state */
    bool begun; /* nap is initialised; before that nap.result is the result, nap.future.value the delay, as given, or in
                   SLEEP_SEEN (future, timer), and nap.future.first.scope where the coroutine was made */
    bool seen;  /* the program itself steps it */
    Sleep nap;
} SleepObj;

typedef struct HandleObj { /* Handle and TimerHandle */
    Obj head;
    void *weakrefs;
    LoopObj *loop;     /* owned */
    ContextObj *scope; /* as TaskObj's */
    Value callback;    /* VALUE_NULL once cancelled */
    Value when;        /* TimerHandle: as given to call_at */
    Str *text;         /* debug: the repr from before the cancellation, or NULL */
    List *source;      /* debug: where it was made, or NULL */
    Tuple *given;      /* of one that a program makes itself: its arguments, in place of args; else NULL */
    TimerHandle timer;
    uint32_t nargs;
    Value args[];
} HandleObj;

struct ContextObj {
    Obj head;
    void *weakrefs;
    Dict *vars;          /* ContextVar: value; shared with copies until one of them writes; NULL: empty */
    ContextObj *entered; /* while run() goes on: itself, the slot that is current then; not counted. Else NULL */
};

typedef struct ContextVarObj {
    Obj head;
    void *weakrefs;
    Str *name;
    Value fallback; /* VALUE_NULL: none */
} ContextVarObj;

typedef struct TokenObj {
    Obj head;
    ContextObj *context;
    ContextVarObj *var;
    Value old; /* VALUE_NULL: missing */
    bool used;
} TokenObj;

/* A green thread as guest code knows it. */
/* How the log knows what a thread waits for; all zero: it waits for nothing that the log is told of. */
typedef struct ThreadWait {
    uint32_t future, object;
    bool over; /* it is told that the thread was woken */
} ThreadWait;

typedef struct ThreadRef {
    Obj head;
    void *weakrefs;
    Thread *thread; /* NULL once it has ended */
    Value python;   /* what set_current stored last, or None */
    Value name;
    List *joiners; /* ThreadRefs of threads that wait for its end, or NULL */
    uint32_t id;
    bool permit; /* was woken: its next (or present) park ends */
    ThreadWait wait;
} ThreadRef;

/* What the room keeps for a green thread, made on first use. */
typedef struct AioThread {
    struct AioThread *next;
    Thread *thread;
    ContextObj **scope; /* where the current context stands: in a task, a handle, or `own` */
    ContextObj *own;
    Value event_loop; /* asyncio.set_event_loop, or VALUE_NULL */
    ThreadRef *ref;   /* owned, or NULL */
} AioThread;

/* _net.Socket: the base of socket.socket. */
typedef struct SocketObj {
    Obj head;
    void *weakrefs;
    int file;       /* -1: closed; another object may have the same */
    double timeout; /* seconds; INFINITY: blocks; 0: never waits */
    int64_t family, type, proto;
} SocketObj;

/* The methods of Queue that subclasses may replace. */
enum queue_native { QUEUE_FULL, QUEUE_EMPTY, QUEUE_QSIZE, QUEUE_PUT, QUEUE_GET, QUEUE_NATIVES };

typedef struct Aio {
    Type *loop, *future, *task, *gathering, *sleep, *handle, *thread_handle, *timer_handle, *future_iter;
    Type *context, *context_var, *token, *missing, *thread_ref;
    Type *socket, *gaierror; /* NULL until there is a network */
    Network *network;        /* NULL until a program asks for it */
    List *net_waiters;       /* ThreadRefs of threads that wait for a socket; NULL: none so far */
    Type *stand_in;          /* NULL until a task awaits a future that is asked */
    Type *event, *lock, *semaphore, *condition, *told, *told_thing, *barrier, *wait, *timeout;
    Type *queue, *queue_empty, *queue_full, *queue_shut_down;
    Value missing_value;                   /* Token.MISSING */
    Type *cancelled_error, *invalid_state; /* classes of asyncio.exceptions */
    int64_t task_count;                    /* the number of the last Task-N */
    LoopObj *loops;
    bool own_timers; /* a loop of the Vm has, or had, some */
    AioThread *threads;
    Value executor_hook; /* _set_executor_hook, or VALUE_NULL */
    Value log_hook;      /* _set_log_hook, or VALUE_NULL */
    Dict *snippets;      /* namespace of snippets.c, or NULL */
    /* Methods of Loop, Future and Task as their types have them, borrowed: to see whether a subclass overrides one. */
    Value loop_time, loop_run_forever, loop_run_once, loop_create_task, loop_default_handler, loop_call_handler,
        future_cancel_method, task_cancel_method, gather_cancel_method;
    /* What Queue's methods look like when no subclass has its own (queue.c); borrowed. */
    Value queue_natives[QUEUE_NATIVES];
    Str *queue_names[QUEUE_NATIVES];
    Str *name_create_task, *name_default_handler, *name_call_handler, *name_cancel, *name_told, *name_queue, *name_time,
        *name_run_forever, *name_run_once, *name_select, *name_selector, *name_close;
    struct Values *values; /* values.c; NULL: the log does not want them */
    bool closing;
    bool ensuring; /* ensure_future makes a task now */
} Aio;

static inline Aio *aio_of(Vm *vm) {
    return vm->aio;
}
/* The program is over: nothing is reported any more. */
static inline bool aio_is_closing(Vm *vm) {
    return vm->aio == NULL || aio_of(vm)->closing;
}
static inline LoopObj *loop_obj(const Loop *loop) {
    return loop_context(loop);
}
static inline bool value_is_a(Value v, const Type *type) { /* an instance, subclasses included */
    return value_is_obj(v) && (value_obj(v)->type == type || type_is_subtype(value_obj(v)->type, type));
}

/* ---- ops.c: what the core asks of us */
extern const LoopOps aio_loop_ops;
/* Raises what a failed status stands for; VALUE_NULL. LOOP_FAILED: it is set already. */
Value raise_status(Vm *vm, enum loop_status status);
/* The error that is set comes from what is a Python function in CPython: the frame of its traceback keeps what it was
 * given, so that a coroutine which was refused complains when the error is dropped, not when it is raised. */
Value error_keeps_arguments(Vm *vm, const char *function, const Value *args, uint32_t nargs, const Tuple *kwnames);
Value raise_invalid_state(Vm *vm, const char *text);
bool is_cancelled_error(Vm *vm, Value error);
bool is_leaving_error(Vm *vm, Value error); /* SystemExit or KeyboardInterrupt: breaks out of the loop */

/* ---- label.c: short texts for the event log */
enum { LABEL_ROOM = 256, LABEL_DIGITS = 24 /* any number fits */ };
size_t label_callable(Vm *vm, Value callable, char *buffer, size_t size);
/* By hand: each step of a task tells its number, and printf would cost as much as all else that the log is told of it.
 */
size_t label_integer(int64_t i, char *buffer, size_t size);
size_t label_task_name(Vm *vm, const TaskObj *task, char *buffer, size_t size);
/* label_value.c: of values, for LOOP_LABEL_VALUE and its like */
size_t label_value(Vm *vm, Value v, char *buffer, size_t size);
/* A Str as it is. */
size_t label_str(Vm *vm, const Str *s, char *buffer, size_t size);
size_t label_message(Vm *vm, Value v, char *buffer, size_t size);
size_t label_error_type(Vm *vm, Value error, char *buffer, size_t size);
size_t label_error_text(Vm *vm, Value error, char *buffer, size_t size);
size_t label_describe(void *context, enum loop_label what, const void *subject, char *buffer, size_t size);

/* ---- future.c */
extern const TypeDef aio_future_def, aio_gathering_def;
extern const FutureType aio_future_type;
/* The object that a core future is part of, or stands for. */
Obj *future_object(const Future *future);
/* The core future of a Future, Task or _GatheringFuture; NULL when v is none. */
Future *future_of(Vm *vm, Value v);
Value future_new_obj(Vm *vm, LoopObj *loop, enum future_kind kind);
/* Lets the core cancel it by its Python method. */
void future_use_method_cancel(Future *future);
/* Initialises the core future of a Python object (or again). */
bool future_obj_init(Vm *vm, FutureObj *self, LoopObj *loop, enum future_kind kind);
Value future_take_result(Vm *vm, Future *future); /* Future.result() */
void future_obj_traverse(Obj *self, VisitFn visit, void *context);
void future_obj_dealloc(Vm *vm, Obj *self);
void future_obj_clear(Vm *vm, Obj *self);
void future_obj_finalize(Vm *vm, Value self);
enum send_status future_obj_send(Vm *vm, Value self, Value sent, Value *result);
Value future_obj_await(Vm *vm, Value self);
/* Whether instances of `type` cancel by a method of their own. */
bool overrides_cancel(Vm *vm, Type *type, Value builtin);
/* target.cancel(msg=message) */
enum loop_status value_cancel(Vm *vm, Value target, Value message);
void visit_core(const Future *future, VisitFn visit, void *context);
/* The visitor's context. */
typedef struct CoreVisit {
    VisitFn visit;
    void *context;
} CoreVisit;
LoopVisitor core_visitor(CoreVisit *with);
/* Rows shared by Future and Task. */
Value future_get_state(Vm *vm, Value self);
bool future_check(Vm *vm, Value self); /* initialised, else RuntimeError */
/* Whether an attribute's setter was called to delete it: none can be (an exception is set). */
bool future_refuse_delete(Vm *vm, Value value);
Value future_method_result(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value future_method_exception(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value future_method_add_done_callback(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value future_method_remove_done_callback(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value future_method_cancel(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value future_method_cancelled(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value future_method_done(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value future_method_make_cancelled_error(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
#define FUTURE_METHODS                                                                                                 \
    {"result", future_method_result, 0, 0, false, METHOD_PLAIN, NULL},                                                 \
        {"exception", future_method_exception, 0, 0, true, METHOD_PLAIN, NULL},                                        \
        {"add_done_callback", future_method_add_done_callback, 1, 1, true, METHOD_PLAIN, NULL},                        \
        {"remove_done_callback", future_method_remove_done_callback, 1, 1, true, METHOD_PLAIN, NULL},                  \
        {"cancel", future_method_cancel, 0, 1, true, METHOD_PLAIN, NULL},                                              \
        {"cancelled", future_method_cancelled, 0, 0, false, METHOD_PLAIN, NULL},                                       \
        {"done", future_method_done, 0, 0, false, METHOD_PLAIN, NULL}, {                                               \
        "_make_cancelled_error", future_method_make_cancelled_error, 0, 0, false, METHOD_PLAIN, NULL                   \
    }

/* ---- asked.c: futures that are asked by their methods, as CPython asks subclasses and what only looks like a future
 */
/* Whether a class derived from Future has a method of its own that the core would not call. */
bool future_type_is_asked(Vm *vm, Type *type);
/* The same of a Future's, a Task's, or a subclass's instance. */
static inline bool future_is_asked(Vm *vm, Value future) {
    Type *type = value_obj(future)->type;
    return (type->flags & TYPE_HEAP) != 0 && future_type_is_asked(vm, type);
}
/* object.method() by a name that is seldom needed. */
Value call_method_c(Vm *vm, Value object, const char *method);
/* What its done() says: 1, 0, or -1 with an exception. */
int future_asked_done(Vm *vm, Value future);
/* The loop that it says it belongs to, by get_loop() or _loop; owned. */
Value loop_asked(Vm *vm, Value future);
/* Whom the core's future stands for, borrowed; NULL: it is no such stand-in. */
Obj *asked_object(const Future *future);
enum asked {
    ASK_FINE,      /* *waiter (owned) is what the task is to wait for in the core */
    ASK_REFUSED,   /* the exception that is set is to be thrown into the task */
    ASK_FAILED,    /* the step fails with the exception that is set */
    ASK_NO_FUTURE, /* nor does it look like one */
};
enum asked asked_await(Vm *vm, TaskObj *self, Value awaited, Future **waiter);
/* The guest function of that name (library/asyncio/snippets.py), called. */
Value asked_function(Vm *vm, const char *name, const Value *args, uint32_t nargs);

/* ---- future_iter.c: the iterator that Future.__await__ gives */
extern const TypeDef aio_future_iter_def;
Value future_iter_new(Vm *vm, Value future);

/* ---- task.c */
extern const TypeDef aio_task_def;
static inline TaskObj *task_obj(const Task *task) {
    return (TaskObj *)(void *)((char *)(uintptr_t)task - offsetof(TaskObj, task));
}
/* A new task of exact type Task in a copy of the current context, with its first step queued. */
Value task_new_obj(Vm *vm, LoopObj *loop, Value coro);
/* Task(coro, loop=loop, **keywords); name may be VALUE_NULL, scope is owned. An eager one may return a signal. */
Value task_make(Vm *vm, Value coro, LoopObj *loop, Value name, ContextObj *scope, bool eager);
Str *task_name(Vm *vm, TaskObj *self); /* borrowed */
bool value_is_coroutine(Vm *vm, Value v);

/* ---- task_step.c */
enum step_begun {
    STEP_PUSHED,  /* the coroutine runs: return SIGNAL_PUSHED; task_step_done is due when the frame is resumed */
    STEP_AT_ONCE, /* it has run already: task_step_done is due with *in */
    STEP_SKIPPED, /* there is nothing to do */
};
/* Begins a step; the thread's context is the task's from then on. */
enum step_begun task_step_start(Vm *vm, TaskObj *self, AioThread *thread, Value *in);
/* Ends it; `in` is owned. False: an exception (set) is to leave the loop. */
bool task_step_done(Vm *vm, TaskObj *self, Value in);
/* Runs the first step of an eager task at once: SIGNAL_PUSHED, the frame's result is the task (taken over). */
Value task_eager_push(Vm *vm, TaskObj *self);
/* Runs the next step at once, within the callback that woke the task (taken over); the frame's result is None. */
Value task_woken_push(Vm *vm, TaskObj *self);
bool task_eager_nested(Vm *vm, TaskObj *self);

/* ---- sleep.c */
extern const TypeDef aio_sleep_def;
extern const FutureType aio_sleep_type;
static inline SleepObj *sleep_obj(const Future *future) {
    return (SleepObj *)(void *)((char *)(uintptr_t)future - offsetof(SleepObj, nap));
}
void sleep_obj_stop(Vm *vm, SleepObj *self); /* close() */
void sleep_obj_see(SleepObj *self);          /* what it yields comes to the program: it has to be a Future */
Value sleep_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

/* ---- gather.c */
Value gather_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

/* ---- locks.c: the parts of asyncio.Event, Lock, Semaphore and Condition that wait for nothing */
extern const TypeDef aio_event_def, aio_lock_def, aio_semaphore_def, aio_condition_def;

/* ---- told_type.c: what task groups and barriers tell the event log */
extern const TypeDef aio_told_def, aio_told_thing_def;

/* ---- barrier.c: the part of asyncio.Barrier that waits for nothing; its base is _Told */
extern const TypeDef aio_barrier_def;

/* ---- wait.c */
extern const TypeDef aio_wait_def;
/* _wait_future(set of futures, timeout, return_when): await it, then its _end() is due. */
Value wait_future_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value shield_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

/* ---- timeout.c */
extern const TypeDef aio_timeout_def;

/* ---- queue.c: the part of asyncio.Queue that waits for nothing */
extern const TypeDef aio_queue_def;
bool queue_boot(Vm *vm);
void queue_close(Vm *vm);

/* ---- handle.c */
extern const TypeDef aio_handle_def, aio_thread_handle_def, aio_timer_handle_def;
extern const HandleType aio_handle_type;
static inline HandleObj *handle_obj(const Handle *handle) {
    return (HandleObj *)(void *)((char *)(uintptr_t)handle - offsetof(HandleObj, timer));
}
/* The arguments of its callback. */
static inline const Value *handle_args(const HandleObj *self, uint32_t *count) {
    *count = self->given != NULL ? self->given->length : self->nargs;
    return self->given != NULL ? self->given->items : self->args;
}
/* What the exception handler is told of an error (borrowed) that left a handle's callback. NULL on error, else owned.
 */
Value handle_error_context(Vm *vm, HandleObj *self, Value error);
/* A handle that is not queued. scope is borrowed: NULL is the lazy empty one; scope_copy makes the usual one. */
HandleObj *handle_new(Vm *vm, LoopObj *loop, enum handle_kind kind, Value callback, const Value *args, uint32_t nargs,
                      ContextObj *scope);

/* ---- loop.c, loop_call.c, loop_signal.c, loop_asyncgen.c */
extern const TypeDef aio_loop_def;
bool loop_check_open(Vm *vm, LoopObj *self); /* "Event loop is closed" */
Value loop_call_soon_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_call_soon_threadsafe_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_call_later_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_call_at_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_run_in_executor_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
bool loop_check_thread(Vm *vm, LoopObj *self); /* that it runs in no other thread than this one */
bool loop_check_callback(Vm *vm, Value callback, const char *method);
void loop_wake_thread(Vm *vm, LoopObj *self);
Value loop_add_signal_handler_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_remove_signal_handler_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
const Host *loop_clock(Vm *vm, LoopObj *self);
double loop_host_moment(Vm *vm, const LoopObj *self, double deadline); /* on the Vm's clock */
bool loop_close_selector(Vm *vm, LoopObj *self);
void loop_take_selector(Vm *vm, LoopObj *self);                 /* when a run begins */
Value loop_select_tail(Vm *vm, LoopObj *self, double deadline); /* as call_tail */
/* selecting(begins): for the library's selectors under such a one: until when the loop is to wait, on the Vm's clock.
 */
bool loop_setattr(Vm *vm, Value value, Str *name, Value given);
Value loop_selecting(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
void loop_signals_close(Vm *vm, LoopObj *self);
bool loop_signal_hook(Vm *vm, int number);    /* whether some loop has a handler for it */
void loop_signals_notice(LoopObj *self);      /* before an iteration */
bool value_makes_coroutines(Vm *vm, Value v); /* a coroutine function, or a method that is one */
bool loop_asyncgen_install(Vm *vm, LoopObj *self);
void loop_asyncgen_restore(Vm *vm, LoopObj *self);
Value loop_asyncgen_firstiter_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_asyncgen_finalizer_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* For snippets.c: takes the loop, gives the list of generators to close. */
Value loop_take_asyncgens(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_shutdown_asyncgens_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* loop.create_task as asyncio does it: overridden by a subclass or a factory, or made here. May return a signal when
 * `tail`. */
Value loop_make_task(Vm *vm, LoopObj *self, Value coro, bool tail);
Value loop_create_task_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

/* ---- run.c: the driver */
Value loop_run_forever_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_run_once_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* Whether the loop's class has a method of its own in the place of this one. loop_call.c */
bool loop_overrides(Vm *vm, const LoopObj *self, const char *method);
bool loop_makes_futures(Vm *vm, const LoopObj *self); /* its class has a create_future() of its own */
/* loop_queues.c */
Value loop_get_ready(Vm *vm, Value self);
Value loop_get_scheduled(Vm *vm, Value self);
/* VmState.native_place: where CPython's loop is when ours is in this frame. */
const char *loop_place(const Frame *frame, uint32_t *line);
Value loop_run_until_complete_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
void loop_run_abandon(LoopObj *self); /* the thread that ran it is gone */

/* ---- report.c: exception handlers */
Value loop_call_exception_handler_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_default_exception_handler_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* Calls loop.call_exception_handler(context); takes context over (VALUE_NULL passes through). May return a signal. */
Value loop_report_tail(Vm *vm, LoopObj *self, Value context);
void loop_report_nested(Vm *vm, LoopObj *self, Value context); /* errors are swallowed */
/* {'message': text, key: value, ...}: pairs of const char * and Value (VALUE_NULL ones are left out) up to a NULL.
 * Takes text over. */
Value report_context(Vm *vm, Str *text, ...);
void trace_exception(Vm *vm, Value exception);
/* log_text: one record of the logger "asyncio": text and, unless VALUE_NULL, the traceback of `exception`. */
bool write_error_text(Vm *vm, Str *text); /* to sys.stderr; false for NULL too */
bool log_text(Vm *vm, const char *level, Str *text, Value exception);

/* ---- repr.c, repr_short.c */
Value future_repr(Vm *vm, Value self);
Value task_repr(Vm *vm, Value self);
Value handle_repr(Vm *vm, Value self);
Str *format_callback_source(Vm *vm, Value callback, const Value *args, uint32_t nargs, bool debug);
Str *short_repr(Vm *vm, Value v); /* as reprlib.repr */

/* ---- repr_places.c: `before` and FILE:LINE of where this code begins, or where its frame is; for asyncio's functions,
 * CPython's. */
bool put_code_place(StrBuilder *b, const char *before, const Code *code, const Frame *frame);

/* ---- source_stack.c: where something was made, in debug mode: a List of (file, line, function), innermost last */
/* Where CPython's asyncio is on a Linux machine: its own lines are part of what debug mode shows. */
#define ASYNCIO_FOLDER "/usr/lib/python3.14/asyncio/"
/* The function of asyncio that made it, as CPython's stack ends. */
enum source_maker {
    MADE_DIRECTLY,
    MADE_BY_CREATE_FUTURE,
    MADE_BY_ENSURE_FUTURE,
    MADE_BY_CREATE_TASK,
    MADE_BY_GROUP,
    MADE_BY_RUN,
    MADE_BY_GATHER
};
List *source_stack(Vm *vm, enum source_maker maker);
List *source_stack_deep(Vm *vm, uint32_t depth); /* at most so many places, whoever makes something */
/* For a debugging loop; false on error. */
bool future_source_note(Vm *vm, FutureObj *self, enum source_maker maker);
enum source_maker source_task_maker(Vm *vm);                   /* of the task that is made now */
bool source_put_maker(StrBuilder *b, enum source_maker maker); /* " created at FILE:LINE" of the maker itself */
Value future_source(Vm *vm, const FutureObj *self);            /* borrowed; VALUE_NULL: none */
bool source_created_at(StrBuilder *b, Value source);           /* " created at FILE:LINE"; false on error */
Str *source_format(Vm *vm, Value source);                      /* as traceback.format_list, without the last newline */

/* ---- context.c, context_var.c */
extern const TypeDef aio_context_def, aio_context_var_def, aio_token_def, aio_missing_def;
AioThread *aio_thread_make(Vm *vm, Thread *thread);
/* The current thread's; NULL with MemoryError. */
static inline AioThread *aio_thread(Vm *vm) {
    return vm->thread->aio != NULL ? vm->thread->aio : aio_thread_make(vm, vm->thread);
}
void aio_thread_drop(Vm *vm, Thread *thread);
/* copy_context(), lazily: NULL stands for an empty context. False on error. */
bool scope_copy(Vm *vm, ContextObj **scope);
/* The Context object at *slot, made when it was lazy; borrowed, NULL on error. */
ContextObj *scope_object(Vm *vm, ContextObj **slot);
/* Replaces *slot; scope is owned. */
static inline void scope_set(Vm *vm, ContextObj **slot, ContextObj *scope) {
    ContextObj *old = *slot;
    *slot = scope;
    obj_release(vm, old);
}
/* A context= argument: None or absent copies the current one. *scope is owned. */
bool scope_argument(Vm *vm, Value given, ContextObj **scope);
Value contextvars_module(Vm *vm);

/* ---- ensure.c */
/* Whether something that is no Future has `_asyncio_future_blocking`, as its class too: 1, 0, or -1 with an exception.
 */
int looks_like_future(Vm *vm, Value v);
/* asyncio.ensure_future; loop may be NULL. */
Value ensure_future(Vm *vm, Value v, LoopObj *loop);
LoopObj *running_loop(Vm *vm); /* borrowed; NULL: none */
/* running_loop or RuntimeError "no running event loop". */
LoopObj *running_loop_required(Vm *vm);
LoopObj *current_event_loop(Vm *vm);     /* get_event_loop(): borrowed, NULL with RuntimeError */
LoopObj *loop_argument(Vm *vm, Value v); /* None or absent: current_event_loop; TypeError for others; borrowed */

/* ---- socket.c, socket_address.c, socket_loop.c: the module _net, and what loops do with sockets */
Value net_module(Vm *vm);
bool net_take_files(Vm *vm, LoopObj *loop); /* once there is a network; false: no memory */
void net_give_files(Vm *vm, LoopObj *loop);
void net_close(Vm *vm);
extern const MethodDef net_address_functions[], net_file_functions[];
Value raise_net(Vm *vm, int error); /* OSError of an enum net_error */
/* A Python address of that family, given to `function`, as one of the network's. False: an exception is set. */
bool net_address(Vm *vm, Value v, enum net_family family, const char *function, NetAddress *address);
Value net_address_value(Vm *vm, const NetAddress *address);
/* loop._add_reader(file, callback, *args) and so on; a file is a socket, its number, or has fileno(). */
Value loop_add_reader_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_add_writer_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_remove_reader_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_remove_writer_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value loop_is_watched_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames); /* file, side */

/* ---- modules */
Value asyncio_module(Vm *vm);
Value services_module(Vm *vm);

/* ---- thread_ref.c */
extern const TypeDef aio_thread_ref_def;
ThreadRef *thread_ref_of(Vm *vm, Thread *thread); /* borrowed */
void thread_ref_wake(Vm *vm, ThreadRef *ref);     /* ends its park, or its next one */
extern const MethodDef thread_ref_functions[];

/* ---- snippets.c: pieces that are simpler in Python; compiled when first asked for. Borrowed. */
Value snippet(Vm *vm, const char *name);

/* ---- keyword arguments */
/* The value given for keyword `name`, or VALUE_NULL; borrowed. */
Value keyword_get(const Value *args, uint32_t nargs, Tuple *kwnames, const char *name);
/* TypeError when a keyword is not among `allowed` (a list of names ended by NULL). */
bool keywords_check(Vm *vm, Tuple *kwnames, const char *function, const char *const *allowed);

#endif
