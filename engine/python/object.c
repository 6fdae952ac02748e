/* object.c: the life and death of objects, and the simple operations that every value has: repr, str, hash, truth,
 * length, iteration, conversions to numbers, isinstance.
 *
 * Deallocation runs at most DEALLOC_DEPTH levels deep on the C stack; what dies deeper waits in a list until the
 * outermost level is done, so that dropping a chain of a million nodes needs no stack.
 */
#include "iterators.h"
#include "number.h"
#include "shape.h"
#include "types_private.h"

#define DEALLOC_DEPTH 40u

/* ---- dying */

/* An object that waits keeps its type, and the link to the next one stands where its count was: dying must not need
 * memory. A walk over all objects sees a count that nothing accounts for and takes the object for alive. */
_Static_assert(offsetof(Obj, type) >= sizeof(Obj *), "a link fits where the count is");
#define LINK_END ((uintptr_t)8) /* not 0, which is the count of a free slot */

static void dealloc_later(struct VmState *state, Obj *o) {
    uintptr_t next = state->dealloc_later == NULL ? LINK_END : (uintptr_t)state->dealloc_later;
    memcpy(o, &next, sizeof next);
    state->dealloc_later = o;
}

static Obj *next_waiting(struct VmState *state) {
    Obj *o = state->dealloc_later;
    uintptr_t next;
    memcpy(&next, o, sizeof next);
    state->dealloc_later = next == LINK_END ? NULL : (Obj *)next;
    o->refs = 0;
    return o;
}

/* __del__ is called when the object dies, however deep: a class whose __del__ makes another instance must come to its
 * RecursionError. A chain of generators that close each other has no such end, so it may wait. */
static bool finalizes_at_once(const Type *type) {
    return (type->flags & TYPE_HEAP) != 0;
}

static void call_finalizer(Vm *vm, Obj *o) {
    o->type->slots.finalize(vm, obj_value(o));
    if (error_is_set(vm)) error_unraisable(vm, NULL, VALUE_NULL);
}

/* What __del__ runs is no part of the deallocation around it: what dies there need not wait for that to end. */
static void call_del(Vm *vm, Obj *o) {
    struct VmState *state = vm->state;
    uint32_t depth = state->dealloc_depth, units = depth * GUARD_DATA;
    Obj *waiting = state->dealloc_later;
    state->dealloc_depth = 0;
    state->dealloc_later = NULL;
    state->c_depth += units;
    call_finalizer(vm, o);
    state->c_depth -= units;
    state->dealloc_depth = depth;
    state->dealloc_later = waiting;
}

/* Calls the finalizer with the object alive. True when it lives on. */
static bool finalize(Vm *vm, Obj *o) {
    bool (*is_final)(const Obj *) = o->type->slots.is_final;
    if (is_final != NULL && vm->state->finalized == NULL && is_final(o)) return false;
    if (vm->state->finalized != NULL && object_was_finalized(vm, o)) {
        object_forget_finalized(vm, o);
        return false;
    }
    if (o->type->slots.finalize == NULL) return false;
    if (vm->state->stopping && finalizes_at_once(o->type)) return false; /* no Python code runs any more */
    o->refs = 1;
    Value error = vm->thread == NULL ? VALUE_NULL : vm->thread->error;
    if (vm->thread != NULL) vm->thread->error = VALUE_NULL;
    vm->state->opaque++;
    (finalizes_at_once(o->type) ? call_del : call_finalizer)(vm, o);
    vm->state->opaque--;
    if (vm->thread != NULL) vm->thread->error = error;
    if (--o->refs == 0) return false;
    object_remember_finalized(vm, o);
    return true;
}

static void release_members(Vm *vm, Obj *o, const Type *type) {
    for (; type != NULL; type = type->base) {
        if (type->members == 0) continue;
        Value *members = members_of(o, type);
        for (uint32_t i = 0; i < type->members; i++) value_clear(vm, &members[i]);
    }
}

static ALWAYS_INLINE void destroy(Vm *vm, Obj *o) {
    Type *type = o->type;
    if (type->flags & TYPE_WEAKREFS) {
        void **list = weakrefs_of(o);
        if (*list != NULL) weakrefs_clear(vm, list);
    }
    if (type->flags & TYPE_MEMBERS) release_members(vm, o, type);
    if (type->flags & TYPE_ATTRS) {
        Attrs *attrs = attrs_in(o);
        if (attrs->values != NULL) attrs_drop(vm, attrs); /* an exception seldom has any */
    }
    if (type->slots.dealloc != NULL) type->slots.dealloc(vm, o);
    if (type->flags & TYPE_GC) {
        struct VmState *state = vm->state;
        if (state->gc_allocated > 0) state->gc_allocated--;
        if (state->gc_garbage != NULL) gc_forget(vm, o);
    }
    mem_object_free(vm->mem, o);
    if (type->flags & TYPE_HEAP) obj_release(vm, type);
}

static void dealloc_waiting(Vm *vm) {
    struct VmState *state = vm->state;
    while (state->dealloc_later != NULL) {
        Obj *o = next_waiting(state);
        state->dealloc_depth = 1;
        bool waited = (o->type->flags & TYPE_FINALIZE) && !finalizes_at_once(o->type);
        if (!waited || !finalize(vm, o)) destroy(vm, o);
        state->dealloc_depth = 0;
    }
}

void obj_dealloc(Vm *vm, Obj *o) {
    struct VmState *state = vm->state;
    bool deep = state->dealloc_depth >= DEALLOC_DEPTH && (o->type->flags & TYPE_GC);
    if ((o->type->flags & TYPE_FINALIZE) && (!deep || finalizes_at_once(o->type)) && finalize(vm, o)) return;
    if (deep) {
        dealloc_later(state, o);
        return;
    }
    state->dealloc_depth++;
    destroy(vm, o);
    if (--state->dealloc_depth == 0 && state->dealloc_later != NULL) dealloc_waiting(vm);
}

/* ---- for the collector */

void object_traverse(Obj *o, VisitFn visit, void *context) {
    Type *type = o->type;
    if (type->slots.traverse != NULL) type->slots.traverse(o, visit, context);
    if (type->flags & TYPE_ATTRS) attrs_traverse(attrs_of(o), visit, context);
    if (type->flags & TYPE_HEAP) visit(context, obj_value(type));
    if (!(type->flags & TYPE_MEMBERS)) return;
    for (const Type *t = type; t != NULL; t = t->base) {
        if (t->members == 0) continue;
        Value *members = members_of(o, t);
        for (uint32_t i = 0; i < t->members; i++) visit(context, members[i]);
    }
}

void object_break(Vm *vm, Obj *o) {
    Type *type = o->type;
    if (type->flags & TYPE_ATTRS) attrs_clear(vm, type, attrs_of(o));
    if (type->flags & TYPE_MEMBERS) release_members(vm, o, type);
    if (type->slots.clear != NULL) {
        type->slots.clear(vm, o);
    } else if (type->slots.dealloc != NULL && type->slots.traverse != NULL) {
        type->slots.dealloc(vm, o);
    }
}

/* ---- text */

static Value checked_str(Vm *vm, Value text, const char *method) {
    if (text == VALUE_NULL || is_str(text)) return text;
    raise_error(vm, T_TypeError, "%s returned non-string (type %T)", method, text);
    value_release(vm, text);
    return VALUE_NULL;
}

Value object_repr(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (type->slots.repr == NULL)
        return obj_value(str_format(vm, "<%s object at %p>", type_name(type), (void *)value_obj(v)));
    if (type->slots.repr == slot_repr) return checked_str(vm, slot_repr(vm, v), "__repr__");
    if (!guard_enter(vm, " while getting the repr of an object")) return VALUE_NULL;
    Value text = type->slots.repr(vm, v);
    guard_leave(vm);
    return checked_str(vm, text, "__repr__");
}

Value object_str(Vm *vm, Value v) {
    if (is_exact(vm, v, T_str)) return value_retain(v);
    Type *type = type_of(vm, v);
    if (type->slots.str == NULL) return object_repr(vm, v);
    if (type->slots.str == slot_str) return checked_str(vm, slot_str(vm, v), "__str__");
    if (!guard_enter(vm, " while getting the str of an object")) return VALUE_NULL;
    Value text = type->slots.str(vm, v);
    guard_leave(vm);
    return checked_str(vm, text, "__str__");
}

static void escape_code(StrBuilder *b, uint32_t code) {
    static const char digits[] = "0123456789abcdef";
    int count = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    builder_char(b, '\\');
    builder_char(b, count == 2 ? 'x' : count == 4 ? 'u' : 'U');
    for (int shift = (count - 1) * 4; shift >= 0; shift -= 4) builder_char(b, (uint32_t)digits[code >> shift & 15]);
}

Value object_ascii(Vm *vm, Value v) {
    Value text = object_repr(vm, v);
    if (text == VALUE_NULL || AS(Str, text)->ascii) return text;
    StrBuilder b;
    builder_init(&b, vm);
    const Str *s = AS(Str, text);
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t code = str_at(s, i);
        if (code < 128) {
            builder_char(&b, code);
        } else {
            escape_code(&b, code);
        }
    }
    value_release(vm, text);
    return obj_value(builder_finish(&b));
}

static bool formats_itself(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return type == TYPE(vm, str) || type == TYPE(vm, int) || type == TYPE(vm, float);
}

Value object_format(Vm *vm, Value v, Str *spec) {
    if (spec == NULL || spec->length == 0) {
        if (is_exact(vm, v, T_str)) return value_retain(v);
        if (value_is_int(v)) return object_str(vm, v);
    }
    if (spec == NULL) spec = vm->empty_str;
    if (formats_itself(vm, v)) return format_value(vm, v, spec);
    if (spec->length == 0 && type_lookup(vm, type_of(vm, v), NAME(vm, __format__)) ==
                                 type_lookup(vm, TYPE(vm, object), NAME(vm, __format__)))
        return object_str(vm, v);
    bool found;
    Value argument = obj_value(spec);
    if (!guard_enter(vm, "")) return VALUE_NULL;
    Value text = call_special(vm, v, NAME(vm, __format__), &argument, 1, &found);
    guard_leave(vm);
    if (text == VALUE_NULL || is_str(text)) return text;
    raise_error(vm, T_TypeError, "__format__ must return a str, not %T", text);
    value_release(vm, text);
    return VALUE_NULL;
}

/* ---- hash, truth, length */

static int64_t address_hash(const Obj *o) {
    uintptr_t bits = (uintptr_t)o >> 4;
    return (int64_t)bits;
}

bool object_hash(Vm *vm, Value v, int64_t *hash) {
    if (is_exact(vm, v, T_str)) {
        *hash = str_hash(AS(Str, v));
        return true;
    }
    Type *type = type_of(vm, v);
    if (type->slots.hash != NULL) return type->slots.hash(vm, v, hash);
    *hash = value_is_obj(v) ? address_hash(value_obj(v)) : (int64_t)(v >> 3);
    return true;
}

int object_truth(Vm *vm, Value v) {
    if (value_is_int(v)) return v != value_small(0);
    if (v == VALUE_TRUE) return 1;
    if (v == VALUE_FALSE || v == VALUE_NONE) return 0;
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->truth != NULL) return slots->truth(vm, v);
    if (slots->length == NULL) return 1;
    int64_t length = slots->length(vm, v);
    return length < 0 ? -1 : length > 0;
}

int64_t object_length(Vm *vm, Value v) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->length != NULL) return slots->length(vm, v);
    raise_error(vm, T_TypeError, "object of type '%T' has no len()", v);
    return -1;
}

static int64_t checked_hint(Vm *vm, Value v, Value hint) {
    int64_t n = -1;
    if (hint == VALUE_NOT_IMPLEMENTED) return 0;
    if (!is_int(hint)) {
        raise_error(vm, T_TypeError, "__length_hint__ must be an integer, not %T", hint);
    } else if (!int_as_int64(hint, &n)) {
        raise_error(vm, T_OverflowError, "Python int too large to convert to C ssize_t");
        n = -1;
    } else if (n < 0) {
        raise_error(vm, T_ValueError, "__length_hint__() should return >= 0");
        n = -1;
    }
    (void)v;
    return n;
}

int64_t object_length_hint_or(Vm *vm, Value v, int64_t otherwise) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->length != NULL) {
        int64_t length = slots->length(vm, v);
        if (length >= 0 || !error_matches(vm, T_TypeError)) return length;
        error_clear(vm);
    }
    if (type_lookup(vm, type_of(vm, v), NAME(vm, __length_hint__)) == VALUE_NULL) return otherwise;
    bool found;
    Value hint = call_special(vm, v, NAME(vm, __length_hint__), NULL, 0, &found);
    if (!found) return otherwise;
    if (hint == VALUE_NULL) {
        if (!error_matches(vm, T_TypeError)) return -1;
        error_clear(vm);
        return otherwise;
    }
    if (hint == VALUE_NOT_IMPLEMENTED) return otherwise;
    int64_t n = checked_hint(vm, v, hint);
    value_release(vm, hint);
    return n;
}

int64_t object_length_hint(Vm *vm, Value v) {
    return object_length_hint_or(vm, v, 0);
}

/* ---- iteration */

static bool has_next(const TypeSlots *slots) {
    return slots->next != NULL;
}

Value object_itself(Vm *vm, Value self) {
    (void)vm;
    return value_retain(self);
}

Value object_iter(Vm *vm, Value v) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->iter != NULL) {
        Value iterator = slots->iter(vm, v);
        if (iterator == VALUE_NULL || has_next(&type_of(vm, iterator)->slots)) return iterator;
        raise_error(vm, T_TypeError, "iter() returned non-iterator of type '%T'", iterator);
        value_release(vm, iterator);
        return VALUE_NULL;
    }
    bool has_items = slots->getitem != NULL && !is_dict(v) && !is_exact(vm, v, T_union);
    if (has_items && is_type(v)) has_items = type_lookup(vm, type_of(vm, v), NAME(vm, __getitem__)) != VALUE_NULL;
    if (has_items) return sequence_iterator_new(vm, v);
    return raise_error(vm, T_TypeError, "'%T' object is not iterable", v);
}

Value object_next_or_stop(Vm *vm, Value iterator) {
    const TypeSlots *slots = &type_of(vm, iterator)->slots;
    if (slots->next != NULL) return slots->next(vm, iterator);
    return raise_error(vm, T_TypeError, "'%T' object is not an iterator", iterator);
}

Value object_next(Vm *vm, Value iterator) {
    Value item = object_next_or_stop(vm, iterator);
    if (item == VALUE_NULL && error_is_set(vm) && error_matches(vm, T_StopIteration)) error_clear(vm);
    return item;
}

/* ---- numbers */

Value number_checked(Vm *vm, Value owner, const char *method, enum type_id kind, Value result) {
    static const char *const of[] = {"int", "float", "complex"};
    const char *name = of[kind == T_int ? 0 : kind == T_float ? 1 : 2];
    if (result == VALUE_NULL || type_of(vm, result) == vm->types[kind]) return result;
    bool good = type_is_subtype(type_of(vm, result), vm->types[kind]);
    Str *text = owner == VALUE_NULL ? str_format(vm, "%s returned non-%s (type %T)", method, name, result)
                                    : str_format(vm, "%T.%s returned non-%s (type %T)", owner, method, name, result);
    if (text != NULL && !good) raise_error(vm, T_TypeError, "%V", obj_value(text));
    if (text != NULL && good)
        good = warn(vm, T_DeprecationWarning,
                    "%V.  The ability to return an instance of a strict subclass of %s is deprecated, and may be "
                    "removed in a future version of Python.",
                    obj_value(text), name);
    if (text != NULL && good) {
        obj_release(vm, text);
        return result;
    }
    obj_release(vm, text);
    value_release(vm, result);
    return VALUE_NULL;
}

/* As a plain int; takes it over. */
static Value plain_int(Vm *vm, Value i) {
    if (i == VALUE_NULL || value_is_int(i)) return i;
    Value plain = int_exact(vm, i);
    value_release(vm, i);
    return plain;
}

Value object_index(Vm *vm, Value v) {
    if (value_is_int(v)) return v;
    if (value_is_bool(v)) return value_small(v == VALUE_TRUE);
    if (is_int(v)) return int_exact(vm, v);
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->as_int == NULL)
        return raise_error(vm, T_TypeError, "'%T' object cannot be interpreted as an integer", v);
    if (!guard_enter(vm, "")) return VALUE_NULL;
    Value i = slots->as_int(vm, v);
    guard_leave(vm);
    return plain_int(vm, number_checked(vm, VALUE_NULL, "__index__", T_int, i));
}

bool object_as_index(Vm *vm, Value v, int64_t *index, enum index_range range) {
    Value i = object_index(vm, v);
    if (i == VALUE_NULL) return false;
    bool fits = int_as_int64(i, index);
    int sign = int_sign(i);
    value_release(vm, i);
    if (fits) return true;
    if (range == INDEX_CLIPPED) {
        *index = sign < 0 ? INT64_MIN : INT64_MAX;
        return true;
    }
    if (range == INDEX_ARGUMENT)
        raise_error(vm, T_OverflowError, "Python int too large to convert to C ssize_t");
    else
        raise_error(vm, range == INDEX_COUNT ? T_OverflowError : T_IndexError,
                    "cannot fit '%T' into an index-sized integer", v);
    return false;
}

bool sequence_times(Vm *vm, Value count, uint32_t length, uint32_t most, int64_t *times) {
    if (!is_int(count) && type_of(vm, count)->slots.as_int == NULL) {
        raise_error(vm, T_TypeError, "can't multiply sequence by non-int of type '%T'", count);
        return false;
    }
    if (!object_as_index(vm, count, times, INDEX_COUNT)) return false;
    if (*times < 0) *times = 0;
    if (length == 0 || *times <= most / length) return true;
    raise_no_memory(vm);
    return false;
}

bool object_as_int64(Vm *vm, Value v, int64_t *out) {
    Value i = object_index(vm, v);
    if (i == VALUE_NULL) return false;
    bool fits = int_as_int64(i, out);
    value_release(vm, i);
    if (!fits) raise_error(vm, T_OverflowError, "Python int too large to convert to C long");
    return fits;
}

static bool int_to_double(Vm *vm, Value i, double *d) {
    bool overflow = false;
    *d = int_as_double(vm, i, &overflow);
    if (overflow) raise_error(vm, T_OverflowError, "int too large to convert to float");
    return !overflow;
}

bool object_as_double(Vm *vm, Value v, double *d) {
    if (is_float(v)) {
        *d = float_value(v);
        return true;
    }
    if (value_is_int(v) || type_of(vm, v) == TYPE(vm, int)) return int_to_double(vm, v, d);
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->as_float != NULL) {
        Value f = number_checked(vm, v, "__float__", T_float, slots->as_float(vm, v));
        if (f == VALUE_NULL) return false;
        *d = float_value(f);
        value_release(vm, f);
        return true;
    }
    if (slots->as_int == NULL) {
        raise_error(vm, T_TypeError, "must be real number, not %T", v);
        return false;
    }
    Value i = object_index(vm, v);
    bool ok = i != VALUE_NULL && int_to_double(vm, i, d);
    value_release(vm, i);
    return ok;
}

bool object_is_callable(Vm *vm, Value v) {
    return type_of(vm, v)->slots.call != NULL;
}

/* ---- isinstance, issubclass */

static int check_each(Vm *vm, Value v, Value types, int (*check)(Vm *vm, Value v, Value type)) {
    const Tuple *tuple = AS(Tuple, types);
    if (!guard_enter(vm, " in __instancecheck__")) return -1;
    int result = 0;
    for (uint32_t i = 0; i < tuple->length && result == 0; i++) result = check(vm, v, tuple->items[i]);
    guard_leave(vm);
    return result;
}

/* The __bases__ of what is no class but may stand for one: a tuple, else VALUE_NULL, perhaps with an exception. */
static Value claimed_bases(Vm *vm, Value v) {
    bool failed;
    Value bases = object_getattr_opt(vm, v, NAME(vm, __bases__), &failed);
    if (bases == VALUE_NULL || is_tuple(bases)) return bases;
    value_release(vm, bases);
    return VALUE_NULL;
}

static bool stands_for_class(Vm *vm, Value v, const char *otherwise) {
    Value bases = claimed_bases(vm, v);
    if (bases == VALUE_NULL && !error_is_set(vm)) raise_error(vm, T_TypeError, "%s", otherwise);
    value_release(vm, bases);
    return bases != VALUE_NULL;
}

/* Whether cls is among derived and its __bases__, all the way up. */
static int claims_to_derive(Vm *vm, Value derived, Value cls) {
    if (derived == cls) return 1;
    Value bases = claimed_bases(vm, derived);
    if (bases == VALUE_NULL) return error_is_set(vm) ? -1 : 0;
    int result = -1;
    if (guard_enter(vm, " in __issubclass__")) {
        result = 0;
        for (uint32_t i = 0; i < AS(Tuple, bases)->length && result == 0; i++)
            result = claims_to_derive(vm, AS(Tuple, bases)->items[i], cls);
        guard_leave(vm);
    }
    value_release(vm, bases);
    return result;
}

/* Whether an object's attribute __class__ is its type, without asking. */
static bool class_is_type(Vm *vm, Value v) {
    const Type *type = type_of(vm, v);
    if (type_lookup(vm, type_of(vm, v), NAME(vm, __class__)) != type_lookup(vm, TYPE(vm, object), NAME(vm, __class__)))
        return false;
    return !(type->flags & TYPE_HEAP) || type->slots.getattr == NULL || type->slots.getattr == slot_getattr_hook;
}

/* By what an object's __class__ claims. */
static int claims_instance(Vm *vm, Value v, Value cls) {
    bool real = is_type(cls);
    if (!real && !stands_for_class(vm, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"))
        return -1;
    bool failed;
    Value claimed = object_getattr_opt(vm, v, NAME(vm, __class__), &failed);
    if (claimed == VALUE_NULL) return failed ? -1 : 0;
    int result = !real               ? claims_to_derive(vm, claimed, cls)
                 : !is_type(claimed) ? 0
                                     : type_is_subtype(AS(Type, claimed), AS(Type, cls));
    value_release(vm, claimed);
    return result;
}

static int real_isinstance(Vm *vm, Value v, Value cls) {
    if (type_is_subtype(type_of(vm, v), AS(Type, cls))) return 1;
    return !value_is_obj(v) || class_is_type(vm, v) ? 0 : claims_instance(vm, v, cls);
}

int type_isinstance(Vm *vm, Value v, Value cls) {
    return is_type(cls) ? real_isinstance(vm, v, cls) : claims_instance(vm, v, cls);
}

int type_issubclass(Vm *vm, Value type, Value cls) {
    if (is_type(type) && is_type(cls)) return type_is_subtype(AS(Type, type), AS(Type, cls));
    if (!stands_for_class(vm, type, "issubclass() arg 1 must be a class") ||
        !stands_for_class(vm, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"))
        return -1;
    return claims_to_derive(vm, type, cls);
}

static int call_check(Vm *vm, Value cls, Str *name, Value v, bool *found) {
    Value answer = call_special(vm, cls, name, &v, 1, found);
    if (answer == VALUE_NULL) return -1;
    int result = object_truth(vm, answer);
    value_release(vm, answer);
    return result;
}

static int union_check(Vm *vm, Value v, Value cls, int (*check)(Vm *vm, Value v, Value type)) {
    Value args = object_getattr(vm, cls, NAME(vm, __args__));
    if (args == VALUE_NULL) return -1;
    int result = 0;
    for (uint32_t i = 0; i < AS(Tuple, args)->length && result == 0; i++) {
        Value one = AS(Tuple, args)->items[i];
        result = check(vm, v, one == VALUE_NONE ? obj_value(TYPE(vm, NoneType)) : one);
    }
    value_release(vm, args);
    return result;
}

int object_isinstance(Vm *vm, Value v, Value cls) {
    if (value_is_obj(cls) && obj_value(type_of(vm, v)) == cls) return 1;
    if (is_exact(vm, cls, T_type)) return real_isinstance(vm, v, cls);
    if (is_exact(vm, cls, T_tuple)) return check_each(vm, v, cls, object_isinstance);
    if (is_exact(vm, cls, T_union)) return union_check(vm, v, cls, object_isinstance);
    if (is_exact(vm, cls, T_generic_alias)) {
        raise_error(vm, T_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
        return -1;
    }
    bool found = false;
    if (type_lookup(vm, type_of(vm, cls), NAME(vm, __instancecheck__)) != VALUE_NULL) {
        int result = call_check(vm, cls, NAME(vm, __instancecheck__), v, &found);
        if (found || result < 0) return result;
    }
    return type_isinstance(vm, v, cls);
}

int object_issubclass(Vm *vm, Value type, Value cls) {
    if (is_exact(vm, cls, T_type)) return type == cls ? 1 : type_issubclass(vm, type, cls);
    if (is_exact(vm, cls, T_tuple)) return check_each(vm, type, cls, object_issubclass);
    if (is_exact(vm, cls, T_union)) return union_check(vm, type, cls, object_issubclass);
    bool found = false;
    if (type_lookup(vm, type_of(vm, cls), NAME(vm, __subclasscheck__)) != VALUE_NULL) {
        int result = call_check(vm, cls, NAME(vm, __subclasscheck__), type, &found);
        if (found || result < 0) return result;
    }
    return type_issubclass(vm, type, cls);
}

/* ---- dir */

Value object_dir(Vm *vm, Value v) {
    bool found;
    Value names = call_special(vm, v, NAME(vm, __dir__), NULL, 0, &found);
    if (names == VALUE_NULL) {
        return found || error_is_set(vm) ? VALUE_NULL : raise_error(vm, T_TypeError, "object does not provide __dir__");
    }
    Value list = list_from_iterable(vm, names);
    value_release(vm, names);
    if (list != VALUE_NULL && !list_sort(vm, AS(List, list))) {
        value_release(vm, list);
        return VALUE_NULL;
    }
    return list;
}
