/* coroutine.c: the types coroutine and coroutine_wrapper, what await accepts, and the warning about coroutines that
 * nobody awaited. */
#include "interp.h"

#include "exceptions.h"
#include "type_defs.h"

/* ---- what await drives ---- */

static bool is_awaited_already(const Gen *gen) {
    const Frame *frame = gen->frame;
    if (frame == NULL || frame->code == NULL || gen->state == GEN_CREATED || gen_is_running(gen)) return false;
    return frame->ip->op == OP_SEND;
}

bool is_coroutine(Vm *vm, Value v) {
    if (is_exact(vm, v, T_coroutine)) return true;
    if (!is_exact(vm, v, T_generator)) return false;
    const Frame *frame = AS(Gen, v)->frame;
    return frame != NULL && frame->code != NULL && (frame->code->flags & CODE_COROUTINE);
}

bool acts_as_coroutine(Vm *vm, Value v) {
    const Type *type = type_of(vm, v);
    return is_exact(vm, v, T_coroutine) ||
           (type->slots.next == NULL && type->slots.await != NULL && strcmp(type_name(type), "coroutine") == 0);
}

static Value not_awaitable(Vm *vm, Value v, unsigned where) {
    switch (where) {
    case 1:
    case 2:
        return raise_error(vm, T_TypeError,
                           "'async with' received an object from %s that does not implement __await__: %T",
                           where == 1 ? "__aenter__" : "__aexit__", v);
    case 3:
        raise_error(vm, T_TypeError, "'%T' object can't be awaited", v);
        return raise_error_from(vm, T_TypeError, "'async for' received an invalid object from __anext__: %T", v);
    default: return raise_error(vm, T_TypeError, "'%T' object can't be awaited", v);
    }
}

/* The result of a Python __await__ must be an iterator that is no coroutine. */
static Value checked_iterator(Vm *vm, Value v, Value iterator) {
    if (iterator == VALUE_NULL) return VALUE_NULL;
    Type *type = type_of(vm, iterator);
    if (iterator == v && type->slots.send != NULL) return iterator; /* futures and the like drive themselves */
    if (is_coroutine(vm, iterator) || acts_as_coroutine(vm, iterator)) {
        value_release(vm, iterator);
        return raise_error(vm, T_TypeError, "__await__() returned a coroutine");
    }
    if (type->slots.next == NULL && (type->slots.send == NULL || type->slots.await != NULL)) {
        raise_error(vm, T_TypeError, "__await__() returned non-iterator of type '%N'", type);
        value_release(vm, iterator);
        return VALUE_NULL;
    }
    return iterator;
}

Value awaitable_of(Vm *vm, Value v, unsigned where) {
    if (is_coroutine(vm, v)) {
        if (!is_awaited_already(AS(Gen, v)) || !is_exact(vm, v, T_coroutine)) return value_retain(v);
        return raise_error(vm, T_RuntimeError, "coroutine is being awaited already");
    }
    Type *type = type_of(vm, v);
    if (type->slots.await == NULL) return not_awaitable(vm, v, where);
    Value iterator = checked_iterator(vm, v, type->slots.await(vm, v));
    if (iterator != VALUE_NULL || where != 3) return iterator;
    return raise_error_from(vm, T_TypeError, "'async for' received an invalid object from __anext__: %T", v);
}

/* ---- never awaited ---- */

static void add_text(Vm *vm, StrBuilder *b, Str *text) {
    if (text == NULL)
        error_clear(vm);
    else
        builder_str(b, text);
    obj_release(vm, text);
}

static void add_place(Vm *vm, StrBuilder *b, const Tuple *place) {
    const char *text;
    size_t length;
    Str *file = AS(Str, place->items[0]);
    add_text(vm, b, str_format(vm, "\n  File \"%S\", line %V, in %V", file, place->items[1], place->items[2]));
    if (!source_line(vm, file, (uint32_t)value_as_small(place->items[1]), &text, &length)) return;
    while (length > 0 && (*text == ' ' || *text == '\t')) text++, length--;
    builder_c(b, "\n    ");
    add_text(vm, b, str_from_utf8(vm, text, length));
}

static bool is_same_place(const Tuple *a, const Tuple *b) {
    return a->items[0] == b->items[0] && a->items[1] == b->items[1] && a->items[2] == b->items[2];
}

static void add_repeated(Vm *vm, StrBuilder *b, uint32_t times) {
    if (times <= TRACEBACK_REPEATS) return;
    builder_char(b, '\n');
    add_text(vm, b, traceback_repeated(vm, times, ""));
}

static void add_origin(Vm *vm, StrBuilder *b, Value origin) {
    builder_c(b, "\nCoroutine created at (most recent call last)");
    const Tuple *places = AS(Tuple, origin), *last = NULL;
    uint32_t times = 0;
    for (uint32_t i = places->length; i-- > 0;) {
        const Tuple *place = AS(Tuple, places->items[i]);
        if (last == NULL || !is_same_place(last, place)) {
            add_repeated(vm, b, times);
            times = 0;
        }
        if (++times <= TRACEBACK_REPEATS) add_place(vm, b, place);
        last = place;
    }
    add_repeated(vm, b, times);
}

void coroutine_unawaited(Vm *vm, Value coroutine, Str *qualname, Value origin) {
    StrBuilder b;
    builder_init(&b, vm);
    builder_c(&b, "coroutine '");
    builder_str(&b, qualname);
    builder_c(&b, "' was never awaited");
    if (origin != VALUE_NULL) add_origin(vm, &b, origin);
    Str *text = builder_finish(&b);
    if (text == NULL || !warn_about(vm, T_RuntimeWarning, text, coroutine)) error_unraisable(vm, NULL, coroutine);
    obj_release(vm, text);
}

/* ---- the types ---- */

static Value wrapper_of(Vm *vm, Value self) {
    CoroutineWrapper *wrapper = object_new(vm, vm->types[T_coroutine_wrapper], 0);
    if (wrapper == NULL) return VALUE_NULL;
    wrapper->coroutine = value_retain(self);
    return obj_value(wrapper);
}

static Value coroutine_get_origin(Vm *vm, Value self) {
    (void)vm;
    Value origin = AS(Gen, self)->origin;
    return origin == VALUE_NULL ? VALUE_NONE : value_retain(origin);
}

static Value coroutine_await(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return wrapper_of(vm, self);
}

static const MethodDef coroutine_methods[] = {
    {"send", gen_send_method, 1, 1, false, METHOD_PLAIN,
     "send(arg) -> send 'arg' into coroutine, return next yielded value or raise StopIteration."},
    {"throw", gen_throw_method, 1, 3, false, METHOD_PLAIN,
     "throw(value) -> raise exception in coroutine, return next yielded value or raise StopIteration."},
    {"close", gen_close_method, 0, 0, false, METHOD_PLAIN, "close() -> raise GeneratorExit inside coroutine."},
    {"__await__", coroutine_await, 0, 0, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

static const GetSetDef coroutine_getset[] = {
    {"__name__", gen_get_name, gen_set_name, "name of the coroutine"},
    {"__qualname__", gen_get_qualname, gen_set_qualname, "qualified name of the coroutine"},
    {"cr_running", gen_get_running, NULL, NULL},
    {"cr_suspended", gen_get_suspended, NULL, NULL},
    {"cr_frame", gen_get_frame, NULL, NULL},
    {"cr_code", gen_get_code, NULL, NULL},
    {"cr_await", gen_get_awaited, NULL, "object being awaited on, or None"},
    {"cr_origin", coroutine_get_origin, set_readonly, NULL},
    {NULL, NULL, NULL, NULL},
};

/* The slot await is what C code and checks see; await expressions drive the coroutine itself. */
const TypeDef type_coroutine_def = {
    .name = "coroutine",
    .size = sizeof(Gen),
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_NO_NEW,
    .weak_offset = offsetof(Gen, weakrefs),
    .slots = {.dealloc = gen_dealloc,
              .traverse = gen_traverse,
              .clear = gen_clear,
              .repr = gen_repr,
              .send = gen_slot_send,
              .await = wrapper_of,
              .finalize = gen_finalize,
              .is_final = gen_is_final},
    .methods = coroutine_methods,
    .getset = coroutine_getset,
};

static void wrapper_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((CoroutineWrapper *)self)->coroutine);
}

static void wrapper_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((CoroutineWrapper *)self)->coroutine);
}

static Value wrapper_send(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return gen_send_method(vm, AS(CoroutineWrapper, self)->coroutine, args, nargs, kwnames);
}

static Value wrapper_throw(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return gen_throw_method(vm, AS(CoroutineWrapper, self)->coroutine, args, nargs, kwnames);
}

static Value wrapper_close(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return gen_close_method(vm, AS(CoroutineWrapper, self)->coroutine, args, nargs, kwnames);
}

static enum send_status wrapper_slot_send(Vm *vm, Value self, Value sent, Value *result) {
    return gen_slot_send(vm, AS(CoroutineWrapper, self)->coroutine, sent, result);
}

static Value wrapper_next(Vm *vm, Value self) {
    Value got;
    enum send_status status = wrapper_slot_send(vm, self, VALUE_NONE, &got);
    if (status == SEND_YIELDED) return got;
    if (status == SEND_RETURNED && got != VALUE_NONE) raise_stop_iteration(vm, got);
    value_release(vm, got);
    return VALUE_NULL;
}

static const MethodDef wrapper_methods[] = {
    {"send", wrapper_send, 1, 1, false, METHOD_PLAIN, NULL},
    {"throw", wrapper_throw, 1, 3, false, METHOD_PLAIN, NULL},
    {"close", wrapper_close, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

const TypeDef type_coroutine_wrapper_def = {
    .name = "coroutine_wrapper",
    .size = sizeof(CoroutineWrapper),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = wrapper_dealloc,
              .traverse = wrapper_traverse,
              .iter = object_itself,
              .next = wrapper_next,
              .send = wrapper_slot_send},
    .methods = wrapper_methods,
};
