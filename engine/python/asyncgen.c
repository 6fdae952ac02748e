/* asyncgen.c: async generators: the asend and athrow objects that stand between an await and the generator's frame,
 * hooks, and anext() with a default. An async yield is the result of the awaited step, not a suspension. */
#include "interp.h"

#include "type_defs.h"

bool async_step_is(Vm *vm, Value v) {
    return is_exact(vm, v, T_async_generator_asend) || is_exact(vm, v, T_async_generator_athrow);
}

static void raise_end(Vm *vm) {
    Value end = exception_new(vm, T_StopAsyncIteration, VALUE_NULL);
    if (end != VALUE_NULL) raise_value(vm, end);
    value_release(vm, end);
}

/* ---- outcomes ---- */

enum send_status async_outcome(Vm *vm, Gen *gen, enum send_status status, Value *value) {
    bool closing = gen->async_running == ASYNC_CLOSE;
    gen->async_running = ASYNC_NONE;
    switch (status) {
    case SEND_YIELDED:
        if (!closing) return SEND_RETURNED;
        value_release(vm, *value);
        raise_error(vm, T_RuntimeError, "async generator ignored GeneratorExit");
        break;
    case SEND_RETURNED:
        value_release(vm, *value);
        *value = VALUE_NONE;
        if (closing) return SEND_RETURNED;
        raise_end(vm);
        break;
    default:
        if (!closing || (!error_matches(vm, T_StopAsyncIteration) && !error_matches(vm, T_GeneratorExit))) break;
        error_clear(vm);
        *value = VALUE_NONE;
        return SEND_RETURNED;
    }
    *value = VALUE_NULL;
    return SEND_RAISED;
}

/* ---- a step begins ---- */

static const char *step_name(const AsyncStep *step) {
    return step->mode == ASYNC_SEND ? "anext" : step->mode == ASYNC_THROW ? "athrow" : "aclose";
}

enum begin { BEGIN_RUN, BEGIN_DONE, BEGIN_FAILED };

static enum begin begin_failed(AsyncStep *step) {
    step->state = ASYNC_CLOSED;
    return BEGIN_FAILED;
}

static enum begin already_running(Vm *vm, AsyncStep *step) {
    raise_error(vm, T_RuntimeError, "%s(): asynchronous generator is already running", step_name(step));
    return begin_failed(step);
}

/* What is to be sent or thrown into the frame; BEGIN_DONE: an await of it returns None at once. `sent` is owned and
 * replaced. */
static enum begin step_first(Vm *vm, AsyncStep *step, Value *sent, bool *thrown) {
    Gen *gen = AS(Gen, step->gen);
    if (gen->async_running != ASYNC_NONE || gen_is_running(gen)) return already_running(vm, step);
    if (gen->state == GEN_CLOSED) {
        if (step->mode == ASYNC_SEND) {
            raise_end(vm);
            return begin_failed(step);
        }
        step->state = ASYNC_CLOSED;
        return BEGIN_DONE;
    }
    if (step->mode != ASYNC_SEND && gen->close_asked) {
        raise_end(vm);
        return begin_failed(step);
    }
    if (step->mode != ASYNC_SEND && *sent != VALUE_NONE) {
        raise_error(vm, T_RuntimeError, "can't send non-None value to a just-started coroutine");
        return begin_failed(step);
    }
    Value first = step->mode == ASYNC_CLOSE   ? exception_new(vm, T_GeneratorExit, VALUE_NULL)
                  : step->mode == ASYNC_THROW ? gen_thrown_made(vm, step->sent)
                                              : value_retain(step->sent);
    if (first == VALUE_NULL) return begin_failed(step);
    if (step->mode == ASYNC_SEND && *sent != VALUE_NONE) {
        value_release(vm, first);
        first = value_retain(*sent);
    }
    if (step->mode == ASYNC_SEND && gen->state == GEN_CREATED && first != VALUE_NONE) {
        value_release(vm, first);
        raise_error(vm, T_TypeError, "can't send non-None value to a just-started async generator");
        return begin_failed(step);
    }
    value_release(vm, *sent);
    gen->close_asked = gen->close_asked || step->mode == ASYNC_CLOSE;
    *sent = first;
    *thrown = step->mode != ASYNC_SEND;
    return BEGIN_RUN;
}

static enum begin step_begin(Vm *vm, AsyncStep *step, Value *sent, bool *thrown) {
    Gen *gen = AS(Gen, step->gen);
    if (step->state == ASYNC_CLOSED) {
        raise_error(vm, T_RuntimeError, "cannot reuse already awaited %s",
                    step->mode == ASYNC_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
        return BEGIN_FAILED;
    }
    if (step->state == ASYNC_INIT && !*thrown) {
        enum begin begin = step_first(vm, step, sent, thrown);
        if (begin != BEGIN_RUN) return begin;
    } else if (step->state == ASYNC_INIT && gen->async_running != ASYNC_NONE) {
        return already_running(vm, step);
    } else if (gen_refuse(vm, gen, true)) {
        return BEGIN_FAILED;
    } else if (gen->state == GEN_CLOSED) {
        if (*thrown)
            raise_value(vm, *sent);
        else
            raise_end(vm);
        return begin_failed(step);
    }
    step->state = ASYNC_ITER;
    gen->async_running = step->mode;
    if (gen->frame->caller != NULL) gen_detach(gen);
    return BEGIN_RUN;
}

enum interp_go async_step_send(Vm *vm, Frame *frame, AsyncStep *step, Value sent) {
    bool thrown = false;
    switch (step_begin(vm, step, &sent, &thrown)) {
    case BEGIN_FAILED: value_release(vm, sent); return GO_ERROR;
    case BEGIN_DONE: {
        value_release(vm, sent);
        uint16_t dst = frame->ip->a, from = frame->ip->b;
        value_clear(vm, &frame->regs[from]);
        value_set(vm, &frame->regs[dst], VALUE_NONE);
        frame->ip++;
        return GO_ENTER;
    }
    case BEGIN_RUN: break;
    }
    Gen *gen = AS(Gen, step->gen);
    frame->state = (int32_t)vm->state->awaits;
    if (thrown) gen->inner->flags |= FRAME_ATHROW;
    if (!gen_enter(vm, gen, sent, thrown, RETURN_SEND, frame->ip->a)) return GO_ERROR;
    gen->root = frame->gen->root;
    return GO_ENTER;
}

Value async_step_push(Vm *vm, AsyncStep *step, Value sent, bool thrown) {
    switch (step_begin(vm, step, &sent, &thrown)) {
    case BEGIN_FAILED:
        value_release(vm, sent);
        vm->state->step_outcome = SEND_RAISED;
        return VALUE_NULL;
    case BEGIN_DONE:
        value_release(vm, sent);
        vm->state->step_outcome = SEND_RETURNED;
        return VALUE_NONE;
    case BEGIN_RUN: break;
    }
    Value pushed = gen_push(vm, AS(Gen, step->gen), sent, thrown, RETURN_STEP, VALUE_NULL);
    if (pushed == VALUE_NULL) vm->state->step_outcome = SEND_RAISED;
    return pushed;
}

/* ---- steps driven by hand ---- */

static enum send_status step_nested(Vm *vm, AsyncStep *step, Value sent, bool thrown,
                                    Value *result) { /* sent is owned */
    *result = VALUE_NULL;
    switch (step_begin(vm, step, &sent, &thrown)) {
    case BEGIN_FAILED: value_release(vm, sent); return SEND_RAISED;
    case BEGIN_DONE:
        value_release(vm, sent);
        *result = VALUE_NONE;
        return SEND_RETURNED;
    case BEGIN_RUN: break;
    }
    enum send_status status = gen_step_nested(vm, AS(Gen, step->gen), sent, thrown, result);
    if (status != SEND_YIELDED) step->state = ASYNC_CLOSED;
    return status;
}

static enum send_status step_slot_send(Vm *vm, Value self, Value sent, Value *result) {
    return step_nested(vm, AS(AsyncStep, self), value_retain(sent), false, result);
}

static Value step_result(Vm *vm, const AsyncStep *step, enum send_status status, Value got) {
    if (status == SEND_YIELDED) return got;
    bool is_item = AS(Gen, step->gen)->state != GEN_CLOSED; /* what was yielded, which may be None */
    if (status == SEND_RETURNED && is_item) raise_stop_value(vm, got);
    if (status == SEND_RETURNED && !is_item) raise_stop_iteration(vm, got);
    value_release(vm, got);
    return VALUE_NULL;
}

static Value step_next(Vm *vm, Value self) {
    Value got;
    enum send_status status = step_slot_send(vm, self, VALUE_NONE, &got);
    return step_result(vm, AS(AsyncStep, self), status, got);
}

static Value step_send(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    Value got;
    enum send_status status = step_slot_send(vm, self, args[0], &got);
    return step_result(vm, AS(AsyncStep, self), status, got);
}

static Value step_throw(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    AsyncStep *step = AS(AsyncStep, self);
    Value instance = step->state == ASYNC_CLOSED ? VALUE_NONE : gen_thrown_value(vm, "throw", args, nargs), got;
    if (instance == VALUE_NULL) {
        step->state = ASYNC_CLOSED; /* what cannot be thrown was the one use that it had */
        return VALUE_NULL;
    }
    enum send_status status = step_nested(vm, step, instance, true, &got);
    Value result = step_result(vm, step, status, got);
    bool closed = result == VALUE_NULL && step->mode == ASYNC_CLOSE &&
                  (error_matches(vm, T_GeneratorExit) || error_matches(vm, T_StopAsyncIteration));
    if (closed) { /* which is what aclose() is for */
        error_clear(vm);
        raise_stop_iteration(vm, VALUE_NONE);
    }
    return result;
}

static Value step_close(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    AsyncStep *step = AS(AsyncStep, self);
    if (step->state == ASYNC_CLOSED) return VALUE_NONE;
    Value exit = exception_new(vm, T_GeneratorExit, VALUE_NULL), got;
    if (exit == VALUE_NULL) return VALUE_NULL;
    enum send_status status = step_nested(vm, step, exit, true, &got);
    value_release(vm, got);
    if (status == SEND_YIELDED) return raise_error(vm, T_RuntimeError, "coroutine ignored GeneratorExit");
    if (status == SEND_RAISED) {
        if (!error_matches(vm, T_StopIteration) && !error_matches(vm, T_StopAsyncIteration) &&
            !error_matches(vm, T_GeneratorExit))
            return VALUE_NULL;
        error_clear(vm);
    }
    return VALUE_NONE;
}

static bool step_is_final(const Obj *self) {
    return ((const AsyncStep *)self)->state != ASYNC_INIT;
}

static void step_finalize(Vm *vm, Value self) {
    static const char *const methods[] = {[ASYNC_SEND] = "asend", [ASYNC_THROW] = "athrow", [ASYNC_CLOSE] = "aclose"};
    const AsyncStep *step = AS(AsyncStep, self);
    if (step_is_final(&step->head) || (vm->state->attention & ATTENTION_STOP)) return;
    Value name = obj_value(AS(Gen, step->gen)->qualname);
    Str *text = str_format(vm, "coroutine method '%s' of %R was never awaited", methods[step->mode], name);
    if (text == NULL || !warn_about(vm, T_RuntimeWarning, text, step->gen))
        error_unraisable(vm, "while finalizing async generator", step->gen);
    obj_release(vm, text);
}

static void step_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((AsyncStep *)self)->gen);
    value_clear(vm, &((AsyncStep *)self)->sent);
}

static void step_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((AsyncStep *)self)->gen);
    visit(context, ((AsyncStep *)self)->sent);
}

static const MethodDef step_methods[] = {
    {"send", step_send, 1, 1, false, METHOD_PLAIN, NULL},
    {"throw", step_throw, 1, 3, false, METHOD_PLAIN, NULL},
    {"close", step_close, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

#define STEP_SLOTS                                                                                                     \
    {                                                                                                                  \
        .dealloc = step_dealloc, .traverse = step_traverse, .iter = object_itself, .next = step_next,                  \
        .send = step_slot_send, .await = object_itself, .finalize = step_finalize, .is_final = step_is_final           \
    }

const TypeDef type_async_generator_asend_def = {
    .name = "async_generator_asend",
    .size = sizeof(AsyncStep),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = STEP_SLOTS,
    .methods = step_methods,
};

const TypeDef type_async_generator_athrow_def = {
    .name = "async_generator_athrow",
    .size = sizeof(AsyncStep),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = STEP_SLOTS,
    .methods = step_methods,
};

/* ---- async generators ---- */

/* The running loop wants to know of every async generator that is iterated for the first time. */
static bool run_hooks(Vm *vm, Gen *gen) {
    if (gen->hooks_done) return true;
    gen->hooks_done = 1;
    gen->finalizer = value_retain(vm->state->asyncgen_finalizer);
    Value first = vm->state->asyncgen_firstiter;
    if (first == VALUE_NULL || first == VALUE_NONE) return true;
    Value self = obj_value(gen);
    Value got = call_value(vm, first, &self, 1, NULL);
    value_release(vm, got);
    return got != VALUE_NULL;
}

static Value step_new(Vm *vm, Value gen, enum async_mode mode, Value sent) { /* sent is owned, also when this fails */
    AsyncStep *step = NULL;
    if (run_hooks(vm, AS(Gen, gen)))
        step = object_new(vm, vm->types[mode == ASYNC_SEND ? T_async_generator_asend : T_async_generator_athrow], 0);
    if (step == NULL) {
        value_release(vm, sent);
        return VALUE_NULL;
    }
    step->gen = value_retain(gen);
    step->sent = sent;
    step->mode = (uint8_t)mode;
    return obj_value(step);
}

Value async_gen_anext(Vm *vm, Value self) {
    return step_new(vm, self, ASYNC_SEND, VALUE_NONE);
}

static Value async_gen_asend(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    return step_new(vm, self, ASYNC_SEND, value_retain(args[0]));
}

static Value async_gen_athrow(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    if (!gen_throw_warn(vm, "athrow", nargs)) return VALUE_NULL;
    bool ready = nargs == 1 && is_exception(args[0]);
    Value thrown =
        ready ? value_retain(args[0]) : obj_value(tuple_from(vm, args, nargs)); /* looked at when it is thrown */
    return thrown == VALUE_NULL ? VALUE_NULL : step_new(vm, self, ASYNC_THROW, thrown);
}

static Value async_gen_aclose(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return step_new(vm, self, ASYNC_CLOSE, VALUE_NULL);
}

bool async_gen_finalize(Vm *vm, Gen *gen) {
    if (gen->finalizer == VALUE_NULL || gen->finalizer == VALUE_NONE || gen->close_asked || gen->state == GEN_CLOSED)
        return false;
    Value self = obj_value(gen), hook = gen->finalizer;
    gen->finalizer = VALUE_NULL;
    Value got = call_value(vm, hook, &self, 1, NULL);
    if (got == VALUE_NULL) error_unraisable(vm, "while finalizing generator", self);
    value_release(vm, got);
    value_release(vm, hook);
    return true;
}

static Value async_gen_get_running(Vm *vm, Value self) {
    (void)vm;
    return value_bool(AS(Gen, self)->async_running != ASYNC_NONE);
}

static const MethodDef async_gen_methods[] = {
    {"asend", async_gen_asend, 1, 1, false, METHOD_PLAIN, "asend(v) -> send 'v' in generator."},
    {"athrow", async_gen_athrow, 1, 3, false, METHOD_PLAIN, "athrow(value) -> raise exception in generator."},
    {"aclose", async_gen_aclose, 0, 0, false, METHOD_PLAIN, "aclose() -> raise GeneratorExit inside generator."},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

static const GetSetDef async_gen_getset[] = {
    {"__name__", gen_get_name, gen_set_name, "name of the async generator"},
    {"__qualname__", gen_get_qualname, gen_set_qualname, "qualified name of the async generator"},
    {"ag_running", async_gen_get_running, set_readonly, NULL},
    {"ag_suspended", gen_get_suspended, NULL, NULL},
    {"ag_frame", gen_get_frame, NULL, NULL},
    {"ag_code", gen_get_code, NULL, NULL},
    {"ag_await", gen_get_awaited, NULL, "object being awaited on, or None"},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_async_generator_def = {
    .name = "async_generator",
    .size = sizeof(Gen),
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_NO_NEW,
    .weak_offset = offsetof(Gen, weakrefs),
    .slots = {.dealloc = gen_dealloc,
              .traverse = gen_traverse,
              .clear = gen_clear,
              .repr = gen_repr,
              .aiter = object_itself,
              .anext = async_gen_anext,
              .finalize = gen_finalize,
              .is_final = gen_is_final},
    .methods = async_gen_methods,
    .getset = async_gen_getset,
};

/* ---- anext() ---- */

/* Slots: 0 what __anext__ gave, from the first step on what is awaited of it; 1 the default. */
static Value anext_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state == 0) {
        Value awaited = awaitable_of(vm, frame->regs[0], 0);
        if (awaited == VALUE_NULL) return VALUE_NULL;
        value_set(vm, &frame->regs[0], awaited);
        frame->state = 1;
        in = gen_step(vm, frame->regs[0], in, false);
    } else if (frame->state == 2) { /* resumed by the driver of this coroutine */
        frame->state = 1;
        bool thrown = in == VALUE_NULL;
        in = gen_step(vm, frame->regs[0], thrown ? error_take(vm) : in, thrown);
    }
    if (in == SIGNAL_PUSHED) return in;
    switch (gen_step_outcome(vm)) {
    case SEND_YIELDED:
        frame->state = 2;
        vm->thread->yielded = in;
        return SIGNAL_YIELDED;
    case SEND_RETURNED: return in;
    default:
        if (!error_matches(vm, T_StopAsyncIteration)) return VALUE_NULL;
        error_clear(vm);
        return value_retain(frame->regs[1]);
    }
}

typedef struct AnextAwaitable {
    Obj head;
    Value awaitable, fallback;
} AnextAwaitable;

Value anext_awaitable_new(Vm *vm, Value awaitable, Value fallback) {
    AnextAwaitable *self = object_new(vm, TYPE(vm, anext_awaitable), 0);
    if (self == NULL) return VALUE_NULL;
    self->awaitable = value_retain(awaitable);
    self->fallback = value_retain(fallback);
    return obj_value(self);
}

static Value anext_awaitable_await(Vm *vm, Value self) {
    Frame *frame;
    Value generator = native_generator(vm, "anext", anext_resume, 2, &frame);
    if (generator == VALUE_NULL) return VALUE_NULL;
    frame->regs[0] = value_retain(AS(AnextAwaitable, self)->awaitable);
    frame->regs[1] = value_retain(AS(AnextAwaitable, self)->fallback);
    return generator;
}

/* What __anext__ gave ends without an item. */
static Value anext_or_fallback(Vm *vm, Value self, Value result) {
    if (result != VALUE_NULL || !error_matches(vm, T_StopAsyncIteration)) return result;
    error_clear(vm);
    return raise_stop_iteration(vm, AS(AnextAwaitable, self)->fallback);
}

static Value anext_iterator(Vm *vm, Value self) {
    Value given = AS(AnextAwaitable, self)->awaitable;
    Value awaited = is_coroutine(vm, given) ? value_retain(given) : awaitable_of(vm, given, 0);
    if (awaited == VALUE_NULL || type_of(vm, awaited)->slots.next != NULL) return awaited;
    Value iterator = type_of(vm, awaited)->slots.await(vm, awaited);
    value_release(vm, awaited);
    return iterator;
}

static Value anext_awaitable_next(Vm *vm, Value self) {
    Value iterator = anext_iterator(vm, self);
    Value result = iterator == VALUE_NULL ? VALUE_NULL : type_of(vm, iterator)->slots.next(vm, iterator);
    value_release(vm, iterator);
    return anext_or_fallback(vm, self, result);
}

static Value anext_call(Vm *vm, Value self, const char *method, const Value *args, uint32_t nargs) {
    Str *name = str_intern_c(vm, method);
    Value iterator = name == NULL ? VALUE_NULL : anext_iterator(vm, self);
    Value result = iterator == VALUE_NULL ? VALUE_NULL : call_method(vm, iterator, name, args, nargs);
    value_release(vm, iterator);
    obj_release(vm, name);
    return anext_or_fallback(vm, self, result);
}

static Value anext_awaitable_send(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return anext_call(vm, self, "send", args, nargs);
}

static Value anext_awaitable_throw(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return anext_call(vm, self, "throw", args, nargs);
}

static Value anext_awaitable_close(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return anext_call(vm, self, "close", args, nargs);
}

static void anext_awaitable_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((AnextAwaitable *)self)->awaitable);
    value_clear(vm, &((AnextAwaitable *)self)->fallback);
}

static void anext_awaitable_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((AnextAwaitable *)self)->awaitable);
    visit(context, ((AnextAwaitable *)self)->fallback);
}

static const MethodDef anext_awaitable_methods[] = {
    {"send", anext_awaitable_send, 1, 1, false, METHOD_PLAIN, NULL},
    {"throw", anext_awaitable_throw, 1, 3, false, METHOD_PLAIN, NULL},
    {"close", anext_awaitable_close, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

/* What anext() with a default returns. Awaited it is a generator of C code; methods that a program calls itself pass on
 * to what __anext__ gave. */
const TypeDef type_anext_awaitable_def = {
    .name = "anext_awaitable",
    .size = sizeof(AnextAwaitable),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = anext_awaitable_dealloc,
              .traverse = anext_awaitable_traverse,
              .iter = object_itself,
              .next = anext_awaitable_next,
              .await = anext_awaitable_await},
    .methods = anext_awaitable_methods,
};
