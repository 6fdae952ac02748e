/* slice.c: slice objects, and how their bounds are clipped to a sequence. */
#include "guard.h"
#include "bigint.h"
#include "number.h"
#include "type_defs.h"

Value slice_new(Vm *vm, Value start, Value stop, Value step) {
    Slice *s = object_new(vm, TYPE(vm, slice), 0);
    if (s == NULL) return VALUE_NULL;
    s->start = value_retain(start);
    s->stop = value_retain(stop);
    s->step = value_retain(step);
    return obj_value(s);
}

static bool is_index(Vm *vm, Value v) {
    return is_int(v) || type_of(vm, v)->slots.as_int != NULL;
}

static Value raise_no_bound(Vm *vm) {
    return raise_error(vm, T_TypeError, "slice indices must be integers or None or have an __index__ method");
}

/* A bound as a C number, clipped when it is huge. */
static bool bound_as_int(Vm *vm, Value v, int64_t *i) {
    if (value_is_int(v)) {
        *i = value_as_small(v);
        return true;
    }
    if (!is_index(vm, v)) {
        raise_no_bound(vm);
        return false;
    }
    return object_as_index(vm, v, i, INDEX_CLIPPED);
}

/* Here None is no bound. */
static bool search_bound(Vm *vm, Value v, int64_t *bound) {
    if (is_index(vm, v)) return object_as_index(vm, v, bound, INDEX_CLIPPED);
    raise_error(vm, T_TypeError, "slice indices must be integers or have an __index__ method");
    return false;
}

bool slice_search(Vm *vm, const Value *args, uint32_t nargs, const uint32_t *length, int64_t *start, int64_t *stop) {
    *start = 0, *stop = INT64_MAX;
    if (nargs > 1 && !search_bound(vm, args[1], start)) return false;
    if (nargs > 2 && !search_bound(vm, args[2], stop)) return false;
    if (*start < 0) *start = *start + *length < 0 ? 0 : *start + *length;
    if (*stop < 0) *stop += *length;
    return true;
}

static int64_t clip(int64_t i, int64_t length, bool backwards) {
    if (i < 0) {
        i += length;
        return i < 0 ? (backwards ? -1 : 0) : i;
    }
    if (i >= length) return backwards ? length - 1 : length;
    return i;
}

bool slice_unpack(Vm *vm, Value slice, int64_t *start, int64_t *stop, int64_t *step) {
    Slice *s = AS(Slice, slice);
    *step = 1;
    if (s->step != VALUE_NONE) {
        if (!bound_as_int(vm, s->step, step)) return false;
        if (*step == 0) {
            raise_error(vm, T_ValueError, "slice step cannot be zero");
            return false;
        }
        if (*step < -INT64_MAX) *step = -INT64_MAX; /* so that it can be negated */
    }
    bool backwards = *step < 0;
    *start = backwards ? INT64_MAX : 0;
    *stop = backwards ? INT64_MIN : INT64_MAX;
    if (s->start != VALUE_NONE && !bound_as_int(vm, s->start, start)) return false;
    return s->stop == VALUE_NONE || bound_as_int(vm, s->stop, stop);
}

int64_t slice_clip(int64_t length, int64_t *start, int64_t *stop, int64_t step) {
    *start = clip(*start, length, step < 0);
    *stop = clip(*stop, length, step < 0);
    if (step < 0) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

bool slice_indices(Vm *vm, Value slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count) {
    if (!slice_unpack(vm, slice, start, stop, step)) return false;
    *count = slice_clip(length, start, stop, *step);
    return true;
}

static void slice_dealloc(Vm *vm, Obj *self) {
    Slice *s = (Slice *)self;
    value_clear(vm, &s->start);
    value_clear(vm, &s->stop);
    value_clear(vm, &s->step);
}

static void slice_traverse(Obj *self, VisitFn visit, void *context) {
    Slice *s = (Slice *)self;
    visit(context, s->start);
    visit(context, s->stop);
    visit(context, s->step);
}

static Value slice_repr(Vm *vm, Value self) {
    Slice *s = AS(Slice, self);
    return obj_value(str_format(vm, "slice(%R, %R, %R)", s->start, s->stop, s->step));
}

static Value slice_as_tuple(Vm *vm, Value self) {
    Slice *s = AS(Slice, self);
    return obj_value(tuple_pack(vm, 3, s->start, s->stop, s->step));
}

static Value slice_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_exact(vm, self, T_slice) || !is_exact(vm, other, T_slice)) return VALUE_NOT_IMPLEMENTED;
    Value a = slice_as_tuple(vm, self), b = slice_as_tuple(vm, other);
    Value r = a == VALUE_NULL || b == VALUE_NULL ? VALUE_NULL : object_compare(vm, a, b, op);
    value_release(vm, a);
    value_release(vm, b);
    return r;
}

static bool slice_hash(Vm *vm, Value self, int64_t *hash) {
    Value t = slice_as_tuple(vm, self);
    if (t == VALUE_NULL) return false;
    bool ok = object_hash(vm, t, hash);
    value_release(vm, t);
    return ok;
}

static Value slice_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    if (kwnames != NULL && kwnames->length > 0)
        return raise_error(vm, T_TypeError, "slice() takes no keyword arguments");
    if (nargs < 1) return raise_error(vm, T_TypeError, "slice expected at least 1 argument, got 0");
    if (nargs > 3) return raise_error(vm, T_TypeError, "slice expected at most 3 arguments, got %u", nargs);
    if (nargs == 1) return slice_new(vm, VALUE_NONE, args[0], VALUE_NONE);
    return slice_new(vm, args[0], args[1], nargs > 2 ? args[2] : VALUE_NONE);
}

/* A bound as an int of any size, owned. */
static Value bound_of(Vm *vm, Value v) {
    return is_index(vm, v) ? object_index(vm, v) : raise_no_bound(vm);
}

/* The bound between lower and upper, counted from the end when it is below zero. */
static Value clipped(Vm *vm, Value bound, Value length, Value lower, Value upper) {
    Value v = bound_of(vm, bound);
    if (v == VALUE_NULL) return VALUE_NULL;
    bool from_end = int_sign(v) < 0;
    if (from_end) {
        Value moved = int_binary(vm, BINARY_ADD, v, length);
        value_release(vm, v);
        if (moved == VALUE_NULL) return VALUE_NULL;
        v = moved;
    }
    Value limit = from_end ? lower : upper;
    int side = int_compare(v, limit);
    if (from_end ? side >= 0 : side <= 0) return v;
    value_release(vm, v);
    return value_retain(limit);
}

bool slice_whole_indices(Vm *vm, Value slice, Value length, Value out[3]) {
    const Slice *s = AS(Slice, slice);
    out[0] = out[1] = VALUE_NULL;
    out[2] = s->step == VALUE_NONE ? value_small(1) : bound_of(vm, s->step);
    if (out[2] == VALUE_NULL) return false;
    int sign = int_sign(out[2]);
    if (sign == 0) {
        raise_error(vm, T_ValueError, "slice step cannot be zero");
        return false;
    }
    Value upper = sign > 0 ? value_retain(length) : int_binary(vm, BINARY_SUB, length, value_small(1));
    Value lower = value_small(sign > 0 ? 0 : -1);
    if (upper != VALUE_NULL) {
        Value first = sign > 0 ? lower : upper, last = sign > 0 ? upper : lower;
        out[0] = s->start == VALUE_NONE ? value_retain(first) : clipped(vm, s->start, length, lower, upper);
        if (out[0] != VALUE_NULL)
            out[1] = s->stop == VALUE_NONE ? value_retain(last) : clipped(vm, s->stop, length, lower, upper);
    }
    value_release(vm, upper);
    if (out[1] != VALUE_NULL) return true;
    value_release(vm, out[0]);
    value_release(vm, out[2]);
    return false;
}

static Value method_indices(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Value length = object_index(vm, args[0]), found[3];
    if (length == VALUE_NULL) return VALUE_NULL;
    if (int_sign(length) < 0) {
        value_release(vm, length);
        return raise_error(vm, T_ValueError, "length should not be negative");
    }
    bool ok = slice_whole_indices(vm, self, length, found);
    value_release(vm, length);
    if (!ok) return VALUE_NULL;
    Tuple *t = tuple_pack(vm, 3, found[0], found[1], found[2]);
    for (int i = 0; i < 3; i++) value_release(vm, found[i]);
    return obj_value(t);
}

static const MethodDef slice_methods[] = {
    {"indices", method_indices, 1, 1, false, METHOD_PLAIN, "S.indices(len) -> (start, stop, stride)"},
    {0},
};

static Value get_start(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Slice, self)->start);
}
static Value get_stop(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Slice, self)->stop);
}
static Value get_step(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Slice, self)->step);
}

static const GetSetDef slice_getset[] = {
    {"start", get_start, set_readonly, NULL},
    {"stop", get_stop, set_readonly, NULL},
    {"step", get_step, set_readonly, NULL},
    {0},
};

const TypeDef type_slice_def = {
    .name = "slice",
    .size = sizeof(Slice),
    .flags = TYPE_GC,
    .doc = "Create a slice object.",
    .slots = {.dealloc = slice_dealloc,
              .traverse = slice_traverse,
              .repr = slice_repr,
              .hash = slice_hash,
              .compare = slice_compare,
              .new = slice_type_new},
    .methods = slice_methods,
    .getset = slice_getset,
};
