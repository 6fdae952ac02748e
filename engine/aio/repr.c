/* repr.c: the reprs of futures, tasks and handles, after CPython's base_futures, base_tasks, coroutines and
 * format_helpers. Where those name a place inside asyncio's own sources, so does this.
 */
#include "../python/guard.h"
#include "aio.h"

/* ---- callables ---- */

/* v.name when it is there and true; owned. VALUE_NULL without an exception: look further. */
static Value true_attribute(Vm *vm, Value v, const char *name, bool *failed) {
    Str *key = str_intern_c(vm, name);
    *failed = key == NULL;
    Value found = key == NULL ? VALUE_NULL : object_getattr_opt(vm, v, key, failed);
    obj_release(vm, key);
    if (found == VALUE_NULL) return VALUE_NULL;
    int truth = object_truth(vm, found);
    *failed = truth < 0;
    if (truth > 0) return found;
    value_release(vm, found);
    return VALUE_NULL;
}

static Str *text_of(Vm *vm, Value owned) {
    Value text = is_str(owned) ? value_retain(owned) : object_str(vm, owned);
    value_release(vm, owned);
    return text == VALUE_NULL ? NULL : AS(Str, text);
}

/* __qualname__, __name__ or NULL (no exception: it has neither). */
static Str *name_of(Vm *vm, Value v, bool *failed) {
    Value name = true_attribute(vm, v, "__qualname__", failed);
    if (name == VALUE_NULL && !*failed) name = true_attribute(vm, v, "__name__", failed);
    if (name == VALUE_NULL) return NULL;
    Str *text = text_of(vm, name);
    *failed = text == NULL;
    return text;
}

static bool is_partial(Vm *vm, Value v) {
    const char *name = value_type_name(vm, v);
    return strcmp(name, "functools.partial") == 0 || strcmp(name, "partial") == 0;
}

/* The function inside partials and decorators, owned. */
static Value innermost(Vm *vm, Value callback) {
    value_retain(callback);
    for (int depth = 0; depth < 100; depth++) {
        bool failed;
        Value inner = true_attribute(vm, callback, is_partial(vm, callback) ? "func" : "__wrapped__", &failed);
        if (inner == VALUE_NULL) break;
        value_release(vm, callback);
        callback = inner;
    }
    error_clear(vm);
    return callback;
}

static bool put_args(Vm *vm, StrBuilder *b, const Value *args, uint32_t nargs, bool debug) {
    builder_char(b, '(');
    for (uint32_t i = 0; debug && i < nargs; i++) {
        Str *text = short_repr(vm, args[i]);
        if (text == NULL) return false;
        if (i > 0) builder_c(b, ", ");
        builder_str(b, text);
        obj_release(vm, text);
    }
    builder_char(b, ')');
    return true;
}

/* A partial shows its function and, in debug mode, its arguments before those of the call. */
static bool put_callback(Vm *vm, StrBuilder *b, Value callback, const Value *args, uint32_t nargs, bool debug) {
    bool failed;
    if (is_partial(vm, callback)) {
        Value inner = true_attribute(vm, callback, "func", &failed);
        Value bound = inner == VALUE_NULL ? VALUE_NULL : true_attribute(vm, callback, "args", &failed);
        if (failed) return false;
        bool fine = inner != VALUE_NULL;
        if (fine) {
            bool has_args = is_tuple(bound);
            fine = put_callback(vm, b, inner, has_args ? AS(Tuple, bound)->items : NULL,
                                has_args ? AS(Tuple, bound)->length : 0, debug) &&
                   put_args(vm, b, args, nargs, debug);
        }
        value_release(vm, inner);
        value_release(vm, bound);
        return fine;
    }
    Str *name = name_of(vm, callback, &failed);
    if (failed) return false;
    if (name != NULL) {
        builder_str(b, name);
        obj_release(vm, name);
    } else if (!builder_repr(b, callback)) {
        return false;
    }
    return put_args(vm, b, args, nargs, debug);
}

static bool put_callback_source(Vm *vm, StrBuilder *b, Value callback, const Value *args, uint32_t nargs, bool debug) {
    if (callback == VALUE_NULL) callback = VALUE_NONE;
    if (!put_callback(vm, b, callback, args, nargs, debug)) return false;
    Value function = innermost(vm, callback);
    bool fine = true;
    if (is_exact(vm, function, T_function)) {
        const Code *code = AS(Function, function)->code;
        fine = put_code_place(b, " at ", code, NULL);
    }
    value_release(vm, function);
    return fine;
}

/* Ends a text: NULL with an exception when anything failed. */
static Str *finish(StrBuilder *b, bool fine) {
    if (fine) return builder_finish(b);
    builder_drop(b);
    return NULL;
}

Str *format_callback_source(Vm *vm, Value callback, const Value *args, uint32_t nargs, bool debug) {
    StrBuilder b;
    builder_init(&b, vm);
    return finish(&b, put_callback_source(vm, &b, callback, args, nargs, debug));
}

/* ---- futures ---- */

/* The core's own callbacks, as CPython's that do the same. */
static const char *core_callback(const FutureCallback *callback) {
    switch (future_callback_use(callback)) {
    case LOOP_USE_GATHER: return "gather.<locals>._done_callback() at " ASYNCIO_FOLDER "tasks.py:810";
    case LOOP_USE_WAIT: return "_wait.<locals>._on_completion() at " ASYNCIO_FOLDER "tasks.py:503";
    case LOOP_USE_SHIELDED: return "shield.<locals>._inner_done_callback() at " ASYNCIO_FOLDER "tasks.py:978";
    case LOOP_USE_SHIELD: return "shield.<locals>._outer_done_callback() at " ASYNCIO_FOLDER "tasks.py:991";
    case LOOP_USE_AWAITED: return "shield.<locals>._clear_awaited_by_callback() at " ASYNCIO_FOLDER "tasks.py:975";
    case LOOP_USE_UNHEARD: return "_log_on_exception() at " ASYNCIO_FOLDER "tasks.py:911";
    case LOOP_USE_COMPLETE:
    case LOOP_USE_WAIT_EXPIRES:
    case LOOP_USE_LIMIT:
    case LOOP_USE_OTHER: break;
    }
    return "_run_until_complete_cb() at " ASYNCIO_FOLDER "base_events.py:181";
}

static bool put_done_callback(Vm *vm, StrBuilder *b, const FutureCallback *callback) {
    switch ((enum future_callback_kind)callback->kind) {
    case CALLBACK_WAKEUP:
        builder_str(b, type_of(vm, obj_value(task_obj(callback->what.target)))->qualname);
        builder_c(b, ".task_wakeup()");
        return true;
    case CALLBACK_C:
    case CALLBACK_LINK: builder_c(b, core_callback(callback)); return true;
    case CALLBACK_VALUE: {
        Value callable = value_retain(callback->what.callable);
        bool fine = put_callback_source(vm, b, callable, NULL, 0, false);
        value_release(vm, callable);
        return fine;
    }
    case CALLBACK_NONE: break;
    }
    return true;
}

static bool put_callbacks(Vm *vm, StrBuilder *b, const Future *future) {
    size_t count = future_callback_count(future);
    if (count == 0) return true;
    builder_c(b, " cb=[");
    if (!put_done_callback(vm, b, future_callback_at(future, 0))) return false;
    if (count > 2) {
        Str *more = str_format(vm, ", <%u more>", (unsigned)(count - 2));
        if (more == NULL) return false;
        builder_str(b, more);
        obj_release(vm, more);
    }
    if (count > 1 && future_callback_count(future) == count) {
        builder_c(b, ", ");
        if (!put_done_callback(vm, b, future_callback_at(future, count - 1))) return false;
    }
    builder_char(b, ']');
    return true;
}

static bool put_outcome(Vm *vm, StrBuilder *b, const Future *future) {
    if (future->state == FUTURE_EXCEPTION) {
        builder_c(b, " exception=");
        return builder_repr(b, future->value);
    }
    if (future->state != FUTURE_RESULT) return true;
    Str *text = short_repr(vm, future->value);
    if (text == NULL) return false;
    builder_c(b, " result=");
    builder_str(b, text);
    obj_release(vm, text);
    return true;
}

static const char *state_text(const Future *future) {
    static const char *const states[] = {"pending", "finished", "finished", "cancelled"};
    return states[future->state];
}

/* What a method of a subclass's own says, which CPython's repr asks; VALUE_NULL without an exception: there is none. */
static Value own_method(Vm *vm, FutureObj *self, const char *method) {
    Type *type = self->head.type, *base = aio_of(vm)->task;
    Str *name = type == base ? NULL : str_intern_c(vm, method);
    bool own = name != NULL && type_lookup(vm, type, name) != type_lookup(vm, base, name);
    Value said = own ? call_method(vm, obj_value(self), name, NULL, 0) : VALUE_NULL;
    obj_release(vm, name);
    return said;
}

/* -1 with an exception. */
static int own_truth(Vm *vm, FutureObj *self, const char *method, bool otherwise) {
    Value said = own_method(vm, self, method);
    if (said == VALUE_NULL) return error_is_set(vm) ? -1 : otherwise;
    int truth = object_truth(vm, said);
    value_release(vm, said);
    return truth;
}

static bool put_state(Vm *vm, StrBuilder *b, FutureObj *self) {
    const Future *future = &self->future;
    int cancelling = 0, done = 0;
    if (future_is_task(future)) {
        const Task *task = (const Task *)(const void *)future;
        cancelling = own_truth(vm, self, "cancelling", task_cancelling(task) > 0);
        if (cancelling > 0) done = own_truth(vm, self, "done", future_is_done(future));
    }
    builder_c(b, cancelling > 0 && done == 0 ? "cancelling" : state_text(future));
    return cancelling >= 0 && done >= 0;
}

static bool put_rest(Vm *vm, StrBuilder *b, FutureObj *self) {
    const Future *future = &self->future;
    return put_outcome(vm, b, future) && put_callbacks(vm, b, future) && source_created_at(b, future_source(vm, self));
}

typedef bool (*PutInfo)(Vm *vm, StrBuilder *b, FutureObj *self);

static Value repr_with(Vm *vm, Value value, PutInfo more) {
    FutureObj *self = AS(FutureObj, value);
    ReprMark mark;
    int entered = repr_enter(vm, &mark, value);
    if (entered <= 0) return entered < 0 ? VALUE_NULL : obj_value(str_new(vm, "..."));
    StrBuilder b;
    builder_init(&b, vm);
    builder_char(&b, '<');
    builder_str(&b, self->head.type->name);
    builder_char(&b, ' ');
    bool fine = put_state(vm, &b, self) && (more == NULL || more(vm, &b, self)) && put_rest(vm, &b, self);
    builder_char(&b, '>');
    Str *text = finish(&b, fine);
    repr_leave(vm, &mark);
    return obj_value(text);
}

Value future_repr(Vm *vm, Value self) {
    if (!future_check(vm, self)) return VALUE_NULL;
    return repr_with(vm, self, NULL);
}

/* ---- tasks ---- */

static bool put_native_sleep(StrBuilder *b, enum sleep_state state) {
    switch (state) {
    case SLEEP_CREATED: builder_c(b, "sleep() running at " ASYNCIO_FOLDER "tasks.py:687"); break;
    case SLEEP_BARE: builder_c(b, "sleep() running at " ASYNCIO_FOLDER "tasks.py:690"); break;
    case SLEEP_SEEN:
    case SLEEP_WAITING: builder_c(b, "sleep() running at " ASYNCIO_FOLDER "tasks.py:702"); break;
    case SLEEP_CLOSED: builder_c(b, "sleep() done, defined at " ASYNCIO_FOLDER "tasks.py:687"); break;
    }
    return true;
}

/* A coroutine of Python code. */
static bool put_generator(StrBuilder *b, const Gen *gen, const Code *code) {
    builder_str(b, gen->qualname);
    builder_c(b, "()");
    if (code == NULL) {
        if (gen->state == GEN_RUNNING) builder_c(b, " running");
        return true;
    }
    if (gen->frame != NULL) {
        return put_code_place(b, " running at ", code, gen->state == GEN_CREATED ? NULL : gen->frame);
    }
    return put_code_place(b, " done, defined at ", code, NULL);
}

static bool put_coroutine(Vm *vm, StrBuilder *b, TaskObj *task) {
    Value coro = task->coro;
    if (is_exact(vm, coro, T_coroutine)) return put_generator(b, AS(Gen, coro), task->code);
    if (value_obj(coro)->type == aio_of(vm)->sleep) {
        return put_native_sleep(b, (enum sleep_state)AS(SleepObj, coro)->state);
    }
    bool failed;
    Str *name = name_of(vm, coro, &failed);
    if (name == NULL && !failed) name = str_format(vm, "<%s without __name__>", value_type_name(vm, coro));
    if (name == NULL) return false;
    builder_str(b, name);
    obj_release(vm, name);
    builder_c(b, "()");
    return true;
}

static bool put_wait_for(StrBuilder *b, const Future *waiter) {
    builder_c(b, " wait_for=");
    if (waiter->type != &aio_sleep_type) return builder_repr(b, obj_value(future_object(waiter)));
    builder_c(b, "<Future ");
    builder_c(b, state_text(waiter));
    bool fine = put_outcome(b->vm, b, waiter) && put_callbacks(b->vm, b, waiter) &&
                (!loop_obj(waiter->loop)->debug || source_put_maker(b, MADE_BY_CREATE_FUTURE));
    builder_char(b, '>');
    return fine;
}

static bool put_task(Vm *vm, StrBuilder *b, FutureObj *self) {
    TaskObj *task = (TaskObj *)(void *)self;
    Value own = own_method(vm, self, "get_name");
    Value name = own != VALUE_NULL || error_is_set(vm) ? own : obj_value(task_name(vm, task));
    builder_c(b, " name=");
    bool named = name != VALUE_NULL && builder_repr(b, name);
    value_release(vm, own);
    if (!named) return false;
    if (task->coro != VALUE_NULL) {
        builder_c(b, " coro=<");
        if (!put_coroutine(vm, b, task)) return false;
        builder_char(b, '>');
    }
    return task->task.waiter == NULL || put_wait_for(b, task->task.waiter);
}

Value task_repr(Vm *vm, Value self) {
    if (!future_check(vm, self)) return VALUE_NULL;
    return repr_with(vm, self, put_task);
}

/* ---- handles ---- */

static bool put_handle(Vm *vm, StrBuilder *b, HandleObj *self) {
    bool cancelled = handle_is_cancelled(&self->timer.handle);
    builder_str(b, self->head.type->name);
    if (cancelled) builder_c(b, " cancelled");
    if (self->when != VALUE_NULL) {
        builder_c(b, " when=");
        Value text = object_str(vm, self->when);
        if (text == VALUE_NULL) return false;
        builder_str(b, AS(Str, text));
        value_release(vm, text);
    }
    if (self->callback != VALUE_NULL) {
        builder_char(b, ' ');
        bool debug = self->loop != NULL && self->loop->debug;
        uint32_t nargs;
        const Value *args = handle_args(self, &nargs);
        if (!put_callback_source(vm, b, self->callback, args, nargs, debug)) return false;
    }
    return source_created_at(b, obj_value(self->source));
}

Value handle_repr(Vm *vm, Value value) {
    HandleObj *self = AS(HandleObj, value);
    if (self->text != NULL) return value_retain(obj_value(self->text));
    StrBuilder b;
    builder_init(&b, vm);
    builder_char(&b, '<');
    bool fine = put_handle(vm, &b, self);
    builder_char(&b, '>');
    return obj_value(finish(&b, fine));
}
