/* generator_type.c: the type generator: send, throw, close, and the attributes that all kinds share. */
#include "interp.h"

#include "type_defs.h"
#include "types_private.h"
#include "walk.h"

#include <stdio.h>

void gen_dealloc(Vm *vm, Obj *self) {
    Gen *gen = (Gen *)self;
    gen_drop_frame(vm, gen);
    obj_release(vm, gen->code);
    gen->code = NULL;
    value_clear(vm, &gen->origin);
    value_clear(vm, &gen->finalizer);
    obj_release(vm, gen->name);
    obj_release(vm, gen->qualname);
    gen->name = gen->qualname = NULL;
}

bool gen_is_final(const Obj *self) {
    return ((const Gen *)self)->state == GEN_CLOSED;
}

void gen_clear(Vm *vm, Obj *self) {
    Gen *gen = (Gen *)self;
    if (!gen_is_running(gen)) gen_drop_frame(vm, gen);
    value_clear(vm, &gen->finalizer);
}

void gen_traverse(Obj *self, VisitFn visit, void *context) {
    Gen *gen = (Gen *)self;
    visit(context, gen->origin);
    visit(context, gen->finalizer);
    const Frame *frame = gen->frame;
    if (frame == NULL) return;
    if (frame->code != NULL) visit(context, obj_value(frame->object));
    visit(context, frame->namespace);
    visit(context, frame->function);
    for (uint32_t i = 0; i < frame->nregs; i++) visit(context, frame->regs[i]);
    visit(context, frame->extra);
    visit(context, frame->handled);
}

Value gen_repr(Vm *vm, Value self) {
    const Type *type = type_of(vm, self);
    return obj_value(str_format(vm, "<%s object %S at 0x%zx>", type_name(type), AS(Gen, self)->qualname,
                                (size_t)(uintptr_t)value_obj(self)));
}

/* ---- stepping by C code ---- */

enum send_status gen_slot_send(Vm *vm, Value self, Value sent, Value *result) {
    Gen *gen = AS(Gen, self);
    *result = VALUE_NULL;
    if (gen_refuse(vm, gen, true)) return SEND_RAISED;
    if (gen->state == GEN_CLOSED) {
        *result = VALUE_NONE;
        return SEND_RETURNED;
    }
    return gen_step_nested(vm, gen, value_retain(sent), false, result);
}

Value gen_next(Vm *vm, Value self) {
    Value got;
    switch (gen_slot_send(vm, self, VALUE_NONE, &got)) {
    case SEND_YIELDED: return got;
    case SEND_RETURNED:
        if (got != VALUE_NONE) raise_stop_iteration(vm, got);
        value_release(vm, got);
        return VALUE_NULL;
    default: return VALUE_NULL;
    }
}

/* ---- methods, which push */

Value gen_send_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    Gen *gen = AS(Gen, self);
    if (gen_refuse(vm, gen, true)) return VALUE_NULL;
    if (gen->state == GEN_CLOSED) return raise_stop_iteration(vm, VALUE_NONE);
    if (gen->state == GEN_CREATED && args[0] != VALUE_NONE)
        return raise_error(vm, T_TypeError, "can't send non-None value to a just-started %s",
                           is_exact(vm, self, T_coroutine) ? "coroutine" : "generator");
    return gen_push(vm, gen, value_retain(args[0]), false, RETURN_NEXT, VALUE_NULL);
}

/* A class that raises while it is called, or makes something else, throws that error instead: PyErr_NormalizeException.
 */
static Value thrown_made(Vm *vm, Value type, const Value *args, uint32_t nargs) {
    Value made = call_value(vm, type, args, nargs, NULL);
    if (made != VALUE_NULL && !is_exception(made)) {
        raise_error(vm, T_TypeError, "calling %R should have returned an instance of BaseException, not %T", type,
                    made);
        value_clear(vm, &made);
    }
    return made != VALUE_NULL ? made : error_take(vm);
}

static Value thrown_instance(Vm *vm, Value type, Value value) {
    if (is_exception(type)) {
        if (value != VALUE_NULL && value != VALUE_NONE)
            return raise_error(vm, T_TypeError, "instance exception may not have a separate value");
        return value_retain(type);
    }
    if (!is_type(type) || !(AS(Type, type)->flags & TYPE_IS_EXCEPTION))
        return raise_error(vm, T_TypeError,
                           "exceptions must be classes or instances deriving from BaseException, not %T", type);
    if (value != VALUE_NULL && is_exception(value) && type_is_subtype(type_of(vm, value), AS(Type, type)))
        return value_retain(value);
    if (value == VALUE_NULL || value == VALUE_NONE) return thrown_made(vm, type, NULL, 0);
    if (is_tuple(value)) return thrown_made(vm, type, AS(Tuple, value)->items, AS(Tuple, value)->length);
    return thrown_made(vm, type, &value, 1);
}

static Value thrown_value(Vm *vm, const Value *args, uint32_t nargs) {
    if (nargs == 3 && args[2] != VALUE_NONE && !is_exact(vm, args[2], T_traceback))
        return raise_error(vm, T_TypeError, "throw() third argument must be a traceback object");
    Value instance = thrown_instance(vm, args[0], nargs > 1 ? args[1] : VALUE_NULL);
    if (instance != VALUE_NULL && nargs == 3 && args[2] != VALUE_NONE)
        exception_set_traceback(vm, instance, value_retain(args[2]));
    return instance;
}

bool gen_throw_warn(Vm *vm, const char *method, uint32_t nargs) {
    return nargs == 1 ||
           warn(vm, T_DeprecationWarning,
                "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.", method);
}

Value gen_thrown_value(Vm *vm, const char *method, const Value *args, uint32_t nargs) {
    return gen_throw_warn(vm, method, nargs) ? thrown_value(vm, args, nargs) : VALUE_NULL;
}

Value gen_thrown_made(Vm *vm, Value thrown) {
    if (!is_tuple(thrown)) return value_retain(thrown);
    return thrown_value(vm, AS(Tuple, thrown)->items, AS(Tuple, thrown)->length);
}

/* Whether somebody further in has a say in what throw() was given before it becomes an instance. */
static bool throws_further_in(const Gen *gen) {
    const Frame *inner = gen->inner;
    if (inner == NULL || inner->code == NULL) return false;
    return inner != gen->frame || (inner->ip->op == OP_SEND && inner->regs[inner->ip->b] != VALUE_NULL);
}

/* Owned. An instance, or the tuple of what throw() was given: the frame that it reaches makes the instance. */
static Value thrown_into(Vm *vm, const Gen *gen, const Value *args, uint32_t nargs) {
    if (!gen_throw_warn(vm, "throw", nargs)) return VALUE_NULL;
    if ((nargs == 1 && is_exception(args[0])) || !throws_further_in(gen)) return thrown_value(vm, args, nargs);
    return obj_value(tuple_from(vm, args, nargs));
}

Value gen_throw_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    Gen *gen = AS(Gen, self);
    Value thrown = thrown_into(vm, gen, args, nargs);
    if (thrown == VALUE_NULL) return VALUE_NULL;
    if (gen_refuse(vm, gen, true)) {
        value_release(vm, thrown);
        return VALUE_NULL;
    }
    if (gen->state == GEN_CLOSED) {
        raise_value(vm, thrown);
        value_release(vm, thrown);
        return VALUE_NULL;
    }
    return gen_push(vm, gen, thrown, true, RETURN_NEXT, VALUE_NULL);
}

Value gen_close_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return gen_close(vm, AS(Gen, self));
}

Value next_tail(Vm *vm, Value iterator, Value fallback) {
    if (gen_steps(iterator)) {
        Gen *gen = AS(Gen, iterator);
        if (gen_refuse(vm, gen, true)) return VALUE_NULL;
        if (gen->state != GEN_CLOSED) return gen_push(vm, gen, VALUE_NONE, false, RETURN_NEXT, fallback);
        return fallback != VALUE_NULL ? value_retain(fallback) : raise_stop_iteration(vm, VALUE_NONE);
    }
    Type *type = type_of(vm, iterator);
    if (type->slots.next == NULL) return raise_error(vm, T_TypeError, "'%N' object is not an iterator", type);
    if (next_runs_code(vm, iterator)) return next_frame_tail(vm, iterator, fallback);
    Value item = type->slots.next(vm, iterator);
    if (item != VALUE_NULL) return item;
    if (error_is_set(vm)) {
        if (fallback == VALUE_NULL || !error_matches(vm, T_StopIteration)) return VALUE_NULL;
        error_clear(vm);
    }
    return fallback != VALUE_NULL ? value_retain(fallback) : raise_stop_iteration(vm, VALUE_NONE);
}

/* ---- attributes ---- */

Value gen_get_name(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Gen, self)->name));
}

Value gen_get_qualname(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Gen, self)->qualname));
}

bool gen_set_text(Vm *vm, Str **slot, Value value, const char *what) {
    if (value == VALUE_NULL || !is_str(value)) {
        raise_error(vm, T_TypeError, "%s must be set to a string object", what);
        return false;
    }
    Str *old = *slot;
    *slot = AS(Str, value_retain(value));
    obj_release(vm, old);
    return true;
}

bool gen_set_name(Vm *vm, Value self, Value value) {
    return gen_set_text(vm, &AS(Gen, self)->name, value, "__name__");
}

bool gen_set_qualname(Vm *vm, Value self, Value value) {
    return gen_set_text(vm, &AS(Gen, self)->qualname, value, "__qualname__");
}

Value gen_get_running(Vm *vm, Value self) {
    (void)vm;
    return value_bool(gen_is_running(AS(Gen, self)));
}

Value gen_get_suspended(Vm *vm, Value self) {
    (void)vm;
    const Gen *gen = AS(Gen, self);
    return value_bool(gen->state != GEN_CREATED && gen->state != GEN_CLOSED && !gen_is_running(gen));
}

Value gen_get_frame(Vm *vm, Value self) {
    const Gen *gen = AS(Gen, self);
    if (gen->frame == NULL || gen->frame->code == NULL) return VALUE_NONE;
    return value_retain(obj_value(frame_object(vm, gen->frame)));
}

Value gen_get_code(Vm *vm, Value self) {
    (void)vm;
    const Gen *gen = AS(Gen, self);
    const Code *code = gen->frame != NULL ? gen->frame->code : gen->code;
    return code == NULL ? VALUE_NONE : value_retain(obj_value(code));
}

Value gen_get_awaited(Vm *vm, Value self) {
    (void)vm;
    const Gen *gen = AS(Gen, self);
    const Frame *frame = gen->frame;
    if (frame == NULL || frame->code == NULL || gen->state == GEN_CREATED || frame->ip->op != OP_SEND ||
        gen_is_running(gen))
        return VALUE_NONE;
    Value awaited = frame->regs[frame->ip->b];
    return awaited == VALUE_NULL ? VALUE_NONE : value_retain(awaited);
}

static const MethodDef generator_methods[] = {
    {"send", gen_send_method, 1, 1, false, METHOD_PLAIN,
     "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration."},
    {"throw", gen_throw_method, 1, 3, false, METHOD_PLAIN,
     "throw(value) -> raise exception in generator, return next yielded value or raise StopIteration."},
    {"close", gen_close_method, 0, 0, false, METHOD_PLAIN, "close() -> raise GeneratorExit inside generator."},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

static const GetSetDef generator_getset[] = {
    {"__name__", gen_get_name, gen_set_name, "name of the generator"},
    {"__qualname__", gen_get_qualname, gen_set_qualname, "qualified name of the generator"},
    {"gi_running", gen_get_running, NULL, NULL},
    {"gi_suspended", gen_get_suspended, NULL, NULL},
    {"gi_frame", gen_get_frame, NULL, NULL},
    {"gi_code", gen_get_code, NULL, NULL},
    {"gi_yieldfrom", gen_get_awaited, NULL, "object being iterated by yield from, or None"},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_generator_def = {
    .name = "generator",
    .size = sizeof(Gen),
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_NO_NEW | TYPE_NEXT_CALLS,
    .weak_offset = offsetof(Gen, weakrefs),
    .slots = {.dealloc = gen_dealloc,
              .traverse = gen_traverse,
              .clear = gen_clear,
              .repr = gen_repr,
              .iter = object_itself,
              .next = gen_next,
              .send = gen_slot_send,
              .finalize = gen_finalize,
              .is_final = gen_is_final},
    .methods = generator_methods,
    .getset = generator_getset,
};

/* ---- iterators of the library that are generators inside */

#define ITERATOR_SLOTS                                                                                                 \
    {                                                                                                                  \
        .dealloc = gen_dealloc, .traverse = gen_traverse, .clear = gen_clear, .iter = object_itself, .next = gen_next, \
        .finalize = gen_finalize, .is_final = gen_is_final, .new = iterator_new                                        \
    }

/* An instance of a class below the iterator's type takes over what the generator holds, which ends empty. */
static Value iterator_of_class(Vm *vm, Type *type, Gen *made) {
    Gen *gen = object_new(vm, type, 0);
    if (gen != NULL) {
        gen->name = made->name;
        gen->qualname = made->qualname;
        gen->frame = gen->inner = made->frame;
        gen->root = gen;
        gen->height = made->height;
        gen->state = made->state;
        gen->frame->gen = gen;
        made->name = made->qualname = NULL;
        made->frame = made->inner = NULL;
        made->state = GEN_CLOSED;
    }
    obj_release(vm, made);
    return obj_value(gen);
}

/* itertools._new_NAME makes the generator, which becomes the iterator. */
static Value iterator_made(Vm *vm, Type *type, const char *before, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *own = type_builtin(type);
    char name[64];
    snprintf(name, sizeof name, "%s%s", before, (const char *)own->name->data);
    Value made = module_call_c(vm, "itertools", name, args, nargs, kwnames);
    if (made == VALUE_NULL) return VALUE_NULL;
    if (!is_exact(vm, made, T_generator)) {
        value_release(vm, made);
        return raise_error(vm, T_TypeError, "itertools made no generator");
    }
    if (own != type) return iterator_of_class(vm, type, AS(Gen, made));
    value_obj(made)->type = type; /* neither type counts its instances */
    return made;
}

static bool takes_keywords(const Type *builtin) {
    static const char *const without[] = {"chain",  "cycle",    "dropwhile", "filterfalse",
                                          "islice", "pairwise", "starmap",   "takewhile"};
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        if (str_equals_c(builtin->name, without[i])) return false;
    return true;
}

static Value iterator_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *builtin = type_builtin(type);
    if (kwnames != NULL && !takes_keywords(builtin)) {
        if (!keywords_allowed(vm, builtin, type->slots.init != builtin->slots.init, kwnames)) return VALUE_NULL;
        kwnames = NULL;
    }
    return iterator_made(vm, type, "_new_", args, nargs, kwnames);
}

static Value from_iterable_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return iterator_made(vm, AS(Type, self), "_from_iterable_", args, nargs, kwnames);
}

static const MethodDef chain_methods[] = {
    {"from_iterable", from_iterable_method, 1, 1, false, METHOD_CLASS, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {NULL, NULL, 0, 0, false, 0, NULL},
};

#define ITERATOR_DEF                                                                                                   \
    .size = sizeof(Gen), .flags = TYPE_BASE | TYPE_GC | TYPE_WEAKREFS | TYPE_NEXT_CALLS,                               \
    .weak_offset = offsetof(Gen, weakrefs), .slots = ITERATOR_SLOTS
static const TypeDef iterator_def = {.name = "itertools.islice", ITERATOR_DEF};
static const TypeDef chain_def = {.name = "itertools.chain", ITERATOR_DEF, .methods = chain_methods};

Value gen_iterator_type(Vm *vm, const char *name) {
    bool is_chain = strcmp(name, chain_def.name) == 0;
    Type *type = type_make(vm, is_chain ? &chain_def : &iterator_def, NULL);
    Str *own = type == NULL ? NULL : str_intern_c(vm, strchr(name, '.') + 1);
    if (own == NULL) return VALUE_NULL;
    obj_retain(own);
    obj_release(vm, type->name);
    obj_release(vm, type->qualname);
    type->name = type->qualname = own;
    type->full_name = name;
    return value_retain(obj_value(type));
}
