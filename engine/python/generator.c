/* generator.c: generators of all kinds as the interpreter sees them: made from a frame, entered, detached from a chain,
 * driven by C code, closed. Their types and methods are in generator_type.c, coroutine.c and asyncgen.c.
 */
#include "redo.h"
#include "interp.h"

bool gen_is(Vm *vm, Value v) {
    return is_exact(vm, v, T_generator) || is_exact(vm, v, T_coroutine) || is_exact(vm, v, T_async_generator);
}

static Gen *gen_make(Vm *vm, enum type_id type, Frame *frame, Str *name, Str *qualname) {
    Gen *gen = object_new(vm, vm->types[type], 0);
    if (gen == NULL) {
        frame_clear(vm, frame);
        frame_free(vm, frame);
        return NULL;
    }
    obj_retain(name);
    obj_retain(qualname);
    gen->name = name;
    gen->qualname = qualname;
    gen->frame = gen->inner = frame;
    gen->root = gen;
    gen->height = frame->code != NULL;
    gen->state = GEN_CREATED;
    frame->gen = gen;
    return gen;
}

/* A tuple of (file, line, function), innermost first. */
Value coroutine_origin(Vm *vm) {
    if (vm->state->coroutine_origin_depth == 0) return VALUE_NULL;
    List *places = list_new(vm, 0);
    if (places == NULL) return VALUE_NULL;
    uint32_t left = vm->state->coroutine_origin_depth;
    for (Frame *f = frame_python(vm); f != NULL && left > 0; f = f->caller) {
        if (f->code == NULL || (f->code->flags & CODE_LIBRARY)) continue; /* not CPython's frames */
        left--;
        Tuple *place =
            tuple_pack(vm, 3, obj_value(f->code->filename), value_small(frame_line(f)), obj_value(f->code->name));
        if (place == NULL || !list_append_take(vm, places, obj_value(place))) {
            obj_release(vm, places);
            return VALUE_NULL;
        }
    }
    Tuple *tuple = tuple_from(vm, places->items, places->length);
    obj_release(vm, places);
    return obj_value(tuple);
}

Value gen_new(Vm *vm, Frame *frame, Function *fn) {
    uint32_t flags = fn->code->flags;
    enum type_id type = flags & CODE_ASYNC_GENERATOR                            ? T_async_generator
                        : (flags & CODE_COROUTINE) && !(flags & CODE_GENERATOR) ? T_coroutine
                                                                                : T_generator;
    Gen *gen = gen_make(vm, type, frame, fn->name, fn->qualname);
    if (gen == NULL) return VALUE_NULL;
    if (type == T_coroutine && vm->state->coroutine_origin_depth > 0) {
        gen->origin = coroutine_origin(vm);
        if (gen->origin == VALUE_NULL) {
            gen->warned = true;
            obj_release(vm, gen);
            return VALUE_NULL;
        }
    }
    return obj_value(gen);
}

Value native_generator(Vm *vm, const char *name, NativeResume resume, uint32_t nslots, Frame **frame) {
    Str *text = str_intern_c(vm, name);
    if (text == NULL) return VALUE_NULL;
    Frame *f = frame_take_heap(vm, nslots);
    Gen *gen = NULL;
    if (f != NULL) {
        f->resume = resume;
        gen = gen_make(vm, T_generator, f, text, text);
    }
    obj_release(vm, text);
    if (gen != NULL) *frame = f;
    return obj_value(gen);
}

/* ---- state ---- */

static bool is_driven(const Gen *gen) { /* by another generator's SEND */
    return gen->frame != NULL && gen->frame->caller != NULL && gen->frame->on_return == RETURN_SEND;
}

bool gen_is_running(const Gen *gen) {
    while (is_driven(gen)) {
        const Gen *root = gen->frame->caller->gen->root;
        gen = root;
    }
    return gen->state == GEN_RUNNING;
}

void gen_detach(Gen *gen) {
    Frame *own = gen->frame, *above = own->caller;
    Gen *root = above->gen;
    while (is_driven(root)) root = root->frame->caller->gen;
    uint32_t height = 0;
    for (Frame *f = root->inner;; f = f->caller) {
        f->gen->root = gen;
        height += f->code != NULL;
        if (f == own) break;
    }
    gen->inner = root->inner;
    gen->height = height;
    gen->state = GEN_SUSPENDED;
    own->caller = NULL;
    root->inner = above;
    root->height -= height;
}

static const char *kind_name(Vm *vm, const Gen *gen) {
    Value v = obj_value(gen);
    return is_exact(vm, v, T_coroutine)         ? "coroutine"
           : is_exact(vm, v, T_async_generator) ? "async generator"
                                                : "generator";
}

bool gen_refuse(Vm *vm, Gen *gen, bool sending) {
    if (gen->state == GEN_CLOSED) {
        if (!sending || !is_exact(vm, obj_value(gen), T_coroutine)) return false;
        raise_error(vm, T_RuntimeError, "cannot reuse already awaited coroutine");
        return true;
    }
    if (!gen_is_running(gen)) return false;
    raise_error(vm, T_ValueError, "%s already executing", kind_name(vm, gen));
    return true;
}

/* ---- driving ---- */

bool interp_nest_enter(Vm *vm) {
    if (UNLIKELY(vm->state->stopping)) {
        raise_error(vm, T_KeyboardInterrupt, "stopped");
        return false;
    }
    return guard_enter_for(vm, GUARD_CALL, "");
}

bool interp_nested(Vm *vm) {
    struct VmState *state = vm->state;
    bool redoing = state->redoing; /* C code that is being left lets go of what has a finalizer */
    state->redoing = false;
    state->nested++;
    enum interp_exit exit = interp_run(vm);
    state->nested--;
    state->redoing |= redoing;
    if (exit == INTERP_DONE) return true;
    if (exit == INTERP_PARKED) return false;
    if (!error_is_set(vm)) raise_error(vm, T_KeyboardInterrupt, "stopped");
    return false;
}

/* A chain that another generator drives becomes one of its own; a closed or running one must have been refused. */
static void make_root(Gen *gen) {
    if (is_driven(gen)) gen_detach(gen);
}

static enum send_status step_nested(Vm *vm, Gen *gen, Value sent, bool thrown, Value *result) {
    make_root(gen);
    obj_retain(gen);
    Value pending = vm->thread->sent; /* may wait for the frame on top */
    enum send_status outcome = vm->state->step_outcome;
    if (!gen_enter(vm, gen, sent, thrown, RETURN_NESTED_STEP, DST_NESTED)) {
        obj_release(vm, gen);
        return SEND_RAISED;
    }
    bool done = interp_nested(vm);
    vm->thread->sent = pending;
    if (!done) return SEND_RAISED;
    *result = vm->state->nested_value;
    vm->state->nested_value = VALUE_NULL;
    enum send_status status = vm->state->step_outcome;
    vm->state->step_outcome = outcome;
    return status;
}

enum send_status gen_step_nested(Vm *vm, Gen *gen, Value sent, bool thrown, Value *result) {
    *result = VALUE_NULL;
    if (!interp_nest_enter(vm)) {
        value_release(vm, sent);
        return SEND_RAISED;
    }
    enum send_status status = step_nested(vm, gen, sent, thrown, result);
    interp_nest_leave(vm);
    return status;
}

Value gen_push(Vm *vm, Gen *gen, Value sent, bool thrown, unsigned on_return, Value extra) {
    Frame *driver = vm->thread->top;
    uint16_t dst = driver != NULL && driver->code != NULL ? instr_result(driver->ip) : 0;
    make_root(gen);
    obj_retain(gen);
    if (!gen_enter(vm, gen, sent, thrown, on_return, dst)) {
        obj_release(vm, gen);
        return VALUE_NULL;
    }
    gen->frame->extra = value_retain(extra);
    return SIGNAL_PUSHED;
}

enum send_status gen_step_outcome(Vm *vm) {
    return vm->state->step_outcome;
}

static Value step_at_once(Vm *vm, enum send_status status, Value value) {
    vm->state->step_outcome = status;
    return value;
}

/* The result of an iterator's step: exhausted is a return of None, StopIteration one of its value. */
static Value step_of_iterator(Vm *vm, Value got) {
    if (got != VALUE_NULL) return step_at_once(vm, SEND_YIELDED, got);
    if (!error_is_set(vm)) return step_at_once(vm, SEND_RETURNED, VALUE_NONE);
    if (!error_matches(vm, T_StopIteration)) return step_at_once(vm, SEND_RAISED, VALUE_NULL);
    return step_at_once(vm, SEND_RETURNED, error_take_stop(vm));
}

static Value step_object(Vm *vm, Value awaitable, Value sent, bool thrown) {
    Type *type = type_of(vm, awaitable);
    Value got = VALUE_NULL;
    if (!thrown && type->slots.send != NULL) {
        enum send_status status = type->slots.send(vm, awaitable, sent, &got);
        value_release(vm, sent);
        return step_at_once(vm, status, got);
    }
    if (thrown)
        got = call_method(vm, awaitable, vm->names[N_throw], &sent, 1);
    else if (sent == VALUE_NONE && type->slots.next != NULL)
        got = type->slots.next(vm, awaitable);
    else
        got = call_method(vm, awaitable, vm->names[N_send], &sent, 1);
    value_release(vm, sent);
    return step_of_iterator(vm, got);
}

Value gen_step(Vm *vm, Value coroutine, Value sent, bool thrown) {
    if (is_exact(vm, coroutine, T_coroutine_wrapper)) coroutine = AS(CoroutineWrapper, coroutine)->coroutine;
    if (async_step_is(vm, coroutine)) return async_step_push(vm, AS(AsyncStep, coroutine), sent, thrown);
    if (!gen_is(vm, coroutine)) return step_object(vm, coroutine, sent, thrown);
    Gen *gen = AS(Gen, coroutine);
    if (gen_refuse(vm, gen, true)) {
        value_release(vm, sent);
        return step_at_once(vm, SEND_RAISED, VALUE_NULL);
    }
    if (gen->state == GEN_CLOSED) {
        if (thrown) raise_value(vm, sent);
        value_release(vm, sent);
        return thrown ? step_at_once(vm, SEND_RAISED, VALUE_NULL) : step_at_once(vm, SEND_RETURNED, VALUE_NONE);
    }
    Value pushed = gen_push(vm, gen, sent, thrown, RETURN_STEP, VALUE_NULL);
    return pushed == VALUE_NULL ? step_at_once(vm, SEND_RAISED, VALUE_NULL) : pushed;
}

/* ---- closing ---- */

/* A frame that waits at a yield outside of every handler has nothing to do when it is closed. */
static bool closes_silently(const Gen *gen) {
    const Frame *frame = gen->frame;
    return gen->inner == frame && frame->code != NULL && frame->ip->op == OP_YIELD &&
           interp_handler(frame->code, frame->ip) == NULL;
}

Value gen_close(Vm *vm, Gen *gen) {
    if (gen->state == GEN_CLOSED) return VALUE_NONE;
    if (gen_refuse(vm, gen, false)) return VALUE_NULL;
    make_root(gen);
    if (gen->state == GEN_CREATED || closes_silently(gen)) {
        gen->warned = true;
        gen_drop_frame(vm, gen);
        return VALUE_NONE;
    }
    Value exit = exception_new(vm, T_GeneratorExit, VALUE_NULL);
    if (exit == VALUE_NULL) return VALUE_NULL;
    return gen_push(vm, gen, exit, true, RETURN_CLOSE, obj_value(gen));
}

void gen_drop_frame(Vm *vm, Gen *gen) {
    Frame *frame = gen->frame;
    if (frame == NULL) return;
    make_root(gen);
    if (gen->inner != frame && gen->state == GEN_SUSPENDED) {
        Frame *f = gen->inner;
        while (f->caller != frame) f = f->caller;
        gen_detach(f->gen);
    }
    gen_keep_code(gen);
    gen->frame = gen->inner = NULL;
    gen->state = GEN_CLOSED;
    frame->gen = NULL;
    frame_clear(vm, frame);
    frame_free(vm, frame);
}

/* Runs the finally blocks of a generator that nobody will resume. */
static void close_abandoned(Vm *vm, Gen *gen) {
    if (gen->state == GEN_CREATED || gen->state == GEN_CLOSED || gen_is_running(gen) || closes_silently(gen)) return;
    Value exit = exception_new(vm, T_GeneratorExit, VALUE_NULL), got;
    if (exit == VALUE_NULL) {
        error_clear(vm);
        return;
    }
    enum send_status status = gen_step_nested(vm, gen, exit, true, &got);
    if (status == SEND_YIELDED || gen->state == GEN_SUSPENDED) /* an async yield gives an outcome */
        raise_error(vm, T_RuntimeError, "%s ignored GeneratorExit", kind_name(vm, gen));
    else if (status == SEND_RAISED && (error_matches(vm, T_GeneratorExit) || error_matches(vm, T_StopIteration)))
        error_clear(vm);
    value_release(vm, got);
    if (error_is_set(vm) && !(vm->state->attention & ATTENTION_STOP))
        error_unraisable(vm, "while closing generator", obj_value(gen));
    error_clear(vm);
}

void gen_finalize(Vm *vm, Value self) {
    Gen *gen = AS(Gen, self);
    if (gen->state == GEN_CLOSED || (vm->state->attention & ATTENTION_STOP)) return;
    if (is_exact(vm, self, T_async_generator) && async_gen_finalize(vm, gen)) return;
    if (gen->state == GEN_CREATED) {
        if (!is_exact(vm, self, T_coroutine) || gen->warned || vm->state->modules_gone) return;
        gen->warned = true;
        coroutine_unawaited(vm, self, gen->qualname, gen->origin);
        return;
    }
    close_abandoned(vm, gen);
}

/* ---- for reports ---- */

bool code_is_told(Vm *vm, const Code *code) {
    return vm->state->lines ? (code->flags & CODE_LINES) != 0 : !(code->flags & CODE_LIBRARY);
}

Frame *gen_user_frame(Vm *vm, Value coroutine, uint32_t *line) {
    *line = 0;
    if (!gen_is(vm, coroutine)) return NULL;
    Gen *gen = AS(Gen, coroutine);
    if (gen->frame == NULL) return NULL;
    Frame *innermost = NULL;
    Frame *f = gen->state == GEN_RUNNING && !is_driven(gen) ? vm->thread->top : gen->inner;
    for (; f != NULL && *line == 0; f = f == gen->frame ? NULL : f->caller) {
        if (f->code == NULL || (f->code->flags & CODE_LIBRARY)) continue;
        if (innermost == NULL) innermost = f;
        if (code_is_told(vm, f->code)) *line = frame_place(f);
    }
    return innermost;
}
