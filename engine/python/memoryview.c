/* memoryview.c: a window on the bytes of a bytes or bytearray object, without a copy, as items of any native format, in
 * one dimension or, without gaps between them, in several. The window looks at its object afresh every time, since a
 * bytearray may have moved its block.
 */
#include "bytes.h"
#include "builtins.h"
#include "iterators.h"
#include "type_defs.h"

typedef struct MemoryView {
    Obj head;
    Value owner;         /* bytes or bytearray; VALUE_NULL once released */
    int64_t start, step; /* of the first item, from item to item, in bytes */
    uint32_t length;     /* in items */
    Tuple *dims;         /* how many there are in each dimension; NULL: just one dimension */
    uint8_t kind;        /* index in item_kinds */
    bool marked;         /* its format was named with '@' before it, and is told so */
    bool readonly;       /* asked for by toreadonly(); bytes are anyway */
    bool restricted;     /* lent to __release_buffer__: nothing can be made of it */
    bool hashed;
    int64_t hash;  /* once it was asked for: it outlives the release */
    Value wrapper; /* what stands for an object of a class with __buffer__ or __release_buffer__, or VALUE_NULL */
    void *weakrefs;
} MemoryView;

typedef enum ItemIs {
    ITEM_UNSIGNED,
    ITEM_SIGNED,
    ITEM_FLOAT,
    ITEM_CHAR,
    ITEM_BOOL,
    ITEM_OPAQUE, /* of an array; its items cannot be had */
} ItemIs;

/* The formats of a 64-bit Linux, whatever the engine runs on. */
static const struct {
    char code;
    uint8_t size;
    ItemIs is;
} item_kinds[] = {
    {'B', 1, ITEM_UNSIGNED}, {'b', 1, ITEM_SIGNED},   {'c', 1, ITEM_CHAR},   {'?', 1, ITEM_BOOL},
    {'h', 2, ITEM_SIGNED},   {'H', 2, ITEM_UNSIGNED}, {'i', 4, ITEM_SIGNED}, {'I', 4, ITEM_UNSIGNED},
    {'l', 8, ITEM_SIGNED},   {'L', 8, ITEM_UNSIGNED}, {'q', 8, ITEM_SIGNED}, {'Q', 8, ITEM_UNSIGNED},
    {'n', 8, ITEM_SIGNED},   {'N', 8, ITEM_UNSIGNED}, {'f', 4, ITEM_FLOAT},  {'d', 8, ITEM_FLOAT},
    {'e', 2, ITEM_FLOAT},    {'w', 4, ITEM_OPAQUE},
};
#define ITEM_KINDS (sizeof item_kinds / sizeof item_kinds[0])
#define KIND_BYTES 0 /* 'B' */

static int64_t item_size(const MemoryView *m) {
    return item_kinds[m->kind].size;
}

static bool check_open(Vm *vm, const MemoryView *m) {
    if (m->owner != VALUE_NULL) return true;
    raise_error(vm, T_ValueError, "operation forbidden on released memoryview object");
    return false;
}

/* The bytes of the owner; false with an exception when the window no longer fits. */
static bool whole(Vm *vm, const MemoryView *m, BytesView *view) {
    if (!check_open(vm, m) || !bytes_like_or_raise(vm, m->owner, view)) return false;
    int64_t last = m->start + (m->length == 0 ? 0 : m->step * (int64_t)(m->length - 1));
    if (m->length == 0 || (m->start < view->length && last >= 0 && last + item_size(m) <= view->length)) return true;
    raise_error(vm, T_ValueError, "the object under the memoryview has become shorter");
    return false;
}

bool memoryview_bytes(Vm *vm, Value v, const unsigned char **data, uint32_t *length) {
    if (!is_exact(vm, v, T_memoryview)) return false;
    const MemoryView *m = AS(MemoryView, v);
    BytesView view;
    if (m->owner == VALUE_NULL || m->step != item_size(m) || !bytes_like(vm, m->owner, &view)) return false;
    if (m->start + m->step * m->length > view.length) return false;
    *data = view.data + m->start;
    *length = m->length * (uint32_t)m->step;
    return true;
}

static MemoryView *window(Vm *vm, Value owner, uint32_t length) {
    MemoryView *m = object_new(vm, TYPE(vm, memoryview), 0);
    if (m == NULL) return NULL;
    m->owner = value_retain(owner);
    ByteArray *array = bytes_array_under(vm, owner);
    if (array != NULL) array->exports++;
    m->start = 0;
    m->step = 1;
    m->length = length;
    m->kind = KIND_BYTES;
    m->readonly = array == NULL;
    m->restricted = m->hashed = false;
    m->wrapper = VALUE_NULL;
    return m;
}

/* Another window like this one. */
static MemoryView *window_like(Vm *vm, const MemoryView *m) {
    if (!check_open(vm, m)) return NULL;
    if (m->restricted) {
        raise_error(vm, T_ValueError, "cannot create new view on restricted memoryview");
        return NULL;
    }
    MemoryView *made = window(vm, m->owner, m->length);
    if (made == NULL) return NULL;
    if (m->wrapper != VALUE_NULL) made->wrapper = value_retain(m->wrapper);
    made->start = m->start;
    made->step = m->step;
    made->kind = m->kind;
    made->marked = m->marked;
    made->readonly = m->readonly;
    made->dims = m->dims;
    if (m->dims != NULL) obj_retain(m->dims);
    return made;
}

static size_t kind_of_code(uint32_t code) {
    size_t kind = 0;
    while (kind < ITEM_KINDS && (uint32_t)item_kinds[kind].code != code) kind++;
    return kind;
}

static Value whole_window(Vm *vm, Value owner, uint32_t length) {
    char code = bytes_item_code(owner);
    if (code == 'u') code = 'w';
    size_t kind = kind_of_code((unsigned char)code);
    if (kind == ITEM_KINDS) return raise_error(vm, T_NotImplementedError, "memoryview: unsupported format %c", code);
    MemoryView *m = window(vm, owner, length / item_kinds[kind].size);
    if (m == NULL) return VALUE_NULL;
    m->kind = (uint8_t)kind;
    m->step = item_kinds[kind].size;
    return obj_value(m);
}

static Value memoryview_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"object", NULL};
    static const ArgSpec spec = {"memoryview", names, 0, 1, 1};
    (void)type;
    Value of;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &of)) return VALUE_NULL;
    Value made = buffer_of_class(vm, of, BUFFER_FULL_RO);
    return made != VALUE_NULL || error_is_set(vm) ? made : memoryview_over(vm, of, VALUE_NULL);
}

Value memoryview_over(Vm *vm, Value of, Value wrapper) {
    BytesView view;
    Value made = VALUE_NULL;
    if (is_exact(vm, of, T_memoryview)) {
        made = obj_value(window_like(vm, AS(MemoryView, of)));
    } else if (bytes_like(vm, of, &view)) {
        made = whole_window(vm, of, view.length);
    } else {
        raise_error(vm, T_TypeError, "memoryview: a bytes-like object is required, not '%T'", of);
    }
    if (made != VALUE_NULL && wrapper != VALUE_NULL)
        value_set(vm, &AS(MemoryView, made)->wrapper, value_retain(wrapper));
    return made;
}

/* The wrapper is the last to go: it may tell a class of the program. */
static void let_go(Vm *vm, MemoryView *m) {
    ByteArray *array = m->owner == VALUE_NULL ? NULL : bytes_array_under(vm, m->owner);
    if (array != NULL) array->exports--;
    value_clear(vm, &m->owner);
    value_clear(vm, &m->wrapper);
}

void memoryview_restrict(Value view) {
    AS(MemoryView, view)->restricted = true;
}

Value memoryview_of_object(Vm *vm, Value view) {
    (void)vm;
    return AS(MemoryView, view)->owner;
}

bool memoryview_is_readonly(Value view) {
    return AS(MemoryView, view)->readonly;
}

void memoryview_let_go(Vm *vm, Value view) {
    let_go(vm, AS(MemoryView, view));
}

static void memoryview_dealloc(Vm *vm, Obj *self) {
    MemoryView *m = (MemoryView *)self;
    let_go(vm, m);
    obj_release(vm, m->dims);
    m->dims = NULL;
}

static void memoryview_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((MemoryView *)self)->owner);
    visit(context, ((MemoryView *)self)->wrapper);
}

static Value memoryview_repr(Vm *vm, Value self) {
    const char *state = AS(MemoryView, self)->owner == VALUE_NULL ? "<released memory at %p>" : "<memory at %p>";
    return obj_value(str_format(vm, state, (void *)value_obj(self)));
}

/* ---- items ---- */

static const unsigned char *item_place(const MemoryView *m, const BytesView *view, uint32_t i) {
    return view->data + m->start + m->step * (int64_t)i;
}

static Value item_value(Vm *vm, const MemoryView *m, const unsigned char *from) {
    int size = item_kinds[m->kind].size;
    uint64_t bits = 0;
    for (int i = size; i-- > 0;) bits = bits << 8 | from[i];
    switch (item_kinds[m->kind].is) {
    case ITEM_UNSIGNED: return int_from_uint64(vm, bits);
    case ITEM_SIGNED: return int_from_int64(vm, (int64_t)(bits << (64 - 8 * size)) >> (64 - 8 * size));
    case ITEM_CHAR: return obj_value(bytes_new(vm, from, 1));
    case ITEM_BOOL: return value_bool(bits != 0);
    case ITEM_OPAQUE:
        return raise_error(vm, T_NotImplementedError, "memoryview: format %c not supported", item_kinds[m->kind].code);
    case ITEM_FLOAT: break;
    }
    if (size == 2) return float_new(vm, double_of_half(bits));
    if (size == 8) {
        double d;
        memcpy(&d, from, 8);
        return float_new(vm, d);
    }
    float f;
    memcpy(&f, from, 4);
    return float_new(vm, f);
}

static Value item_at(Vm *vm, const MemoryView *m, uint32_t i) {
    BytesView view;
    return whole(vm, m, &view) ? item_value(vm, m, item_place(m, &view, i)) : VALUE_NULL;
}

static bool wrong_item(Vm *vm, const MemoryView *m, enum type_id type, const char *what) {
    if (type == T_TypeError && !error_matches(vm, T_TypeError) && error_is_set(vm)) return false;
    error_clear(vm);
    raise_error(vm, type, "memoryview: invalid %s for format '%c'", what, item_kinds[m->kind].code);
    return false;
}

static bool float_bits(Vm *vm, const MemoryView *m, Value v, uint64_t *bits) {
    double d;
    if (!object_as_double(vm, v, &d)) return wrong_item(vm, m, T_TypeError, "type");
    float f = (float)d;
    *bits = 0;
    if (item_size(m) == 2) return double_as_half(d, bits) || wrong_item(vm, m, T_ValueError, "value");
    if (item_size(m) == 8) {
        memcpy(bits, &d, 8);
    } else {
        memcpy(bits, &f, 4);
    }
    return true;
}

/* An int of at most 64 bits, without a sign: by its upper 63 bits and the lowest one. */
static bool unsigned_of(Vm *vm, Value i, uint64_t *bits) {
    int64_t upper = 0;
    if (int_sign(i) < 0 || int_bit_length(i) > 64) return false;
    Value shifted = int_binary(vm, BINARY_RSHIFT, i, value_small(1)),
          lowest = int_binary(vm, BINARY_AND, i, value_small(1));
    bool fits = shifted != VALUE_NULL && lowest != VALUE_NULL && int_as_int64(shifted, &upper);
    if (fits) *bits = (uint64_t)upper << 1 | (uint64_t)value_as_small(lowest);
    value_release(vm, shifted);
    value_release(vm, lowest);
    return fits;
}

static bool whole_bits(Vm *vm, const MemoryView *m, Value v, uint64_t *bits) {
    int free_bits = 64 - 8 * (int)item_size(m);
    int64_t number;
    bool fits;
    Value i = object_index(vm, v);
    if (i == VALUE_NULL) return wrong_item(vm, m, T_TypeError, "type");
    if (item_kinds[m->kind].is == ITEM_SIGNED) {
        fits = int_as_int64(i, &number) && number <= INT64_MAX >> free_bits && number >= INT64_MIN >> free_bits;
        *bits = (uint64_t)number;
    } else {
        fits = unsigned_of(vm, i, bits) && *bits <= UINT64_MAX >> free_bits;
    }
    value_release(vm, i);
    return fits || (!error_is_set(vm) && wrong_item(vm, m, T_ValueError, "value"));
}

static bool item_bits(Vm *vm, const MemoryView *m, Value v, uint64_t *bits) {
    switch (item_kinds[m->kind].is) {
    case ITEM_FLOAT: return float_bits(vm, m, v, bits);
    case ITEM_OPAQUE:
        raise_error(vm, T_NotImplementedError, "memoryview: format %c not supported", item_kinds[m->kind].code);
        return false;
    case ITEM_BOOL: {
        int truth = object_truth(vm, v);
        *bits = truth > 0;
        return truth >= 0;
    }
    case ITEM_CHAR:
        if (!is_exact(vm, v, T_bytes)) return wrong_item(vm, m, T_TypeError, "type");
        if (AS(Bytes, v)->length != 1) return wrong_item(vm, m, T_ValueError, "value");
        *bits = AS(Bytes, v)->data[0];
        return true;
    default: return whole_bits(vm, m, v, bits);
    }
}

/* A copy of what the window shows, as bytes. */
static Value copied(Vm *vm, const MemoryView *m) {
    BytesView view;
    if (!whole(vm, m, &view)) return VALUE_NULL;
    size_t size = (size_t)item_size(m);
    Bytes *b = bytes_new(vm, NULL, m->length * (uint32_t)size);
    for (uint32_t i = 0; b != NULL && i < m->length; i++) memcpy(b->data + i * size, item_place(m, &view, i), size);
    return obj_value(b);
}

/* A tuple of one number says as much as the number; no other tuple fits one dimension. VALUE_NULL: error. Borrowed. */
static Value key_in_tuple(Vm *vm, Value key) {
    const Tuple *t = AS(Tuple, key);
    bool numbers = true, slices = t->length > 0;
    for (uint32_t i = 0; i < t->length; i++) {
        bool slice = is_exact(vm, t->items[i], T_slice);
        numbers = numbers && !slice && (is_int(t->items[i]) || type_of(vm, t->items[i])->slots.as_int != NULL);
        slices = slices && slice;
    }
    if (numbers && t->length == 1) return t->items[0];
    if (numbers && t->length > 1)
        return raise_error(vm, T_TypeError, "cannot index 1-dimension view with %u-element tuple", t->length);
    if (numbers) return raise_error(vm, T_NotImplementedError, "sub-views are not implemented");
    if (slices) return raise_error(vm, T_NotImplementedError, "multi-dimensional slicing is not implemented");
    return raise_error(vm, T_TypeError, "memoryview: invalid slice key");
}

static bool item_index(Vm *vm, const MemoryView *m, Value key, uint32_t *index) {
    int64_t i;
    if (is_tuple(key) && (key = key_in_tuple(vm, key)) == VALUE_NULL) return false;
    if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL) {
        raise_error(vm, T_TypeError, "memoryview: invalid slice key");
        return false;
    }
    if (!object_as_index(vm, key, &i, INDEX_EXACT)) return false;
    if (i < 0) i += m->length;
    if (i < 0 || i >= m->length) {
        raise_error(vm, T_IndexError, "index out of bounds on dimension 1");
        return false;
    }
    *index = (uint32_t)i;
    return true;
}

/* ---- several dimensions */

static int64_t dim_at(const MemoryView *m, uint32_t i) {
    return value_as_small(m->dims->items[i]);
}

/* How far items of that dimension are from each other, in items. */
static int64_t stride_at(const MemoryView *m, uint32_t i) {
    int64_t stride = 1;
    while (++i < m->dims->length) stride *= dim_at(m, i);
    return stride;
}

static bool not_there(Vm *vm, const char *what) {
    raise_error(vm, T_NotImplementedError, "%s", what);
    return false;
}

/* Whether all parts of a key are numbers; 0: all are slices, -1: a TypeError is set. */
static int key_of_numbers(Vm *vm, const Tuple *key) {
    uint32_t numbers = 0, slices = 0;
    for (uint32_t i = 0; i < key->length; i++) {
        Value part = key->items[i];
        bool slice = is_exact(vm, part, T_slice);
        slices += slice;
        numbers += !slice && (is_int(part) || type_of(vm, part)->slots.as_int != NULL);
    }
    if (numbers == key->length) return 1;
    if (slices == key->length) return 0;
    raise_error(vm, T_TypeError, "memoryview: invalid slice key");
    return -1;
}

/* The place of the item that a key of several numbers names. */
static bool place_in_dims(Vm *vm, const MemoryView *m, const Tuple *key, uint32_t *index) {
    uint32_t n = m->dims->length;
    if (key->length > n) {
        raise_error(vm, T_TypeError, "cannot index %u-dimension view with %u-element tuple", n, key->length);
        return false;
    }
    if (key->length < n) return not_there(vm, "sub-views are not implemented");
    int64_t place = 0;
    for (uint32_t i = 0; i < n; i++) {
        int64_t at;
        if (!object_as_index(vm, key->items[i], &at, INDEX_EXACT)) return false;
        if (at < 0) at += dim_at(m, i);
        if (at < 0 || at >= dim_at(m, i)) {
            raise_error(vm, T_IndexError, "index out of bounds on dimension %u", i + 1);
            return false;
        }
        place += at * stride_at(m, i);
    }
    *index = (uint32_t)place;
    return true;
}

static bool no_dimension(Vm *vm) {
    raise_error(vm, T_TypeError, "invalid indexing of 0-dim memory");
    return false;
}

/* Finds the one item that a key names; everything else is an error. `sub` is what is said of a single number. */
static bool item_in_dims(Vm *vm, const MemoryView *m, Value key, uint32_t *index, const char *sub) {
    bool number = is_int(key) || type_of(vm, key)->slots.as_int != NULL;
    if (is_tuple(key)) {
        int numbers = key_of_numbers(vm, AS(Tuple, key));
        if (numbers > 0) return place_in_dims(vm, m, AS(Tuple, key), index);
        return numbers == 0 && not_there(vm, "multi-dimensional slicing is not implemented");
    }
    if (m->dims->length == 0) return no_dimension(vm);
    if (number) return not_there(vm, sub);
    raise_error(vm, T_TypeError, "memoryview: invalid slice key");
    return false;
}

static const char *const no_sub_views = "multi-dimensional sub-views are not implemented";

static Value rows_between(Vm *vm, const MemoryView *m, Value key) {
    int64_t start, stop, step, count;
    if (m->dims->length == 0) return no_dimension(vm) ? VALUE_NONE : VALUE_NULL;
    if (!slice_indices(vm, key, dim_at(m, 0), &start, &stop, &step, &count)) return VALUE_NULL;
    if (step != 1 && count > 1)
        return raise_error(vm, T_NotImplementedError,
                           "Loopscope has no memoryview of several dimensions with gaps yet");
    if (count < 0) count = 0;
    MemoryView *made = window_like(vm, m);
    Tuple *dims = made == NULL ? NULL : tuple_from(vm, m->dims->items, m->dims->length);
    if (dims == NULL) {
        obj_release(vm, made);
        return VALUE_NULL;
    }
    dims->items[0] = value_small(count);
    obj_release(vm, made->dims);
    made->dims = dims;
    made->start += count > 0 ? start * stride_at(m, 0) * m->step : 0;
    made->length = (uint32_t)(count * stride_at(m, 0));
    return obj_value(made);
}

static Value get_in_dims(Vm *vm, Value self, Value key) {
    const MemoryView *m = AS(MemoryView, self);
    uint32_t index;
    if (key == VALUE_ELLIPSIS && m->dims->length == 0) return value_retain(self);
    if (is_exact(vm, key, T_slice)) return rows_between(vm, m, key);
    return item_in_dims(vm, m, key, &index, no_sub_views) ? item_at(vm, m, index) : VALUE_NULL;
}

/* The items from the n-th on as lists within lists. */
static Value listed(Vm *vm, const MemoryView *m, uint32_t dimension, int64_t from) {
    if (dimension == m->dims->length) return item_at(vm, m, (uint32_t)from);
    List *list = list_new(vm, 0);
    for (int64_t i = 0; list != NULL && i < dim_at(m, dimension); i++) {
        Value part = listed(vm, m, dimension + 1, from + i * stride_at(m, dimension));
        if (part != VALUE_NULL && list_append_take(vm, list, part)) continue;
        obj_release(vm, list);
        return VALUE_NULL;
    }
    return list == NULL ? VALUE_NULL : obj_value(list);
}

static bool same_shape(const MemoryView *a, const MemoryView *b) {
    if (a->dims == NULL || b->dims == NULL) return a->dims == b->dims && a->length == b->length;
    if (a->dims->length != b->dims->length) return false;
    for (uint32_t i = 0; i < a->dims->length; i++) {
        if (dim_at(a, i) != dim_at(b, i)) return false;
    }
    return true;
}

static Value memoryview_getitem(Vm *vm, Value self, Value key) {
    const MemoryView *m = AS(MemoryView, self);
    BytesView view;
    uint32_t index;
    int64_t start, stop, step, count;
    if (!whole(vm, m, &view)) return VALUE_NULL;
    if (m->dims != NULL) return get_in_dims(vm, self, key);
    if (!is_exact(vm, key, T_slice)) return item_index(vm, m, key, &index) ? item_at(vm, m, index) : VALUE_NULL;
    if (!slice_indices(vm, key, m->length, &start, &stop, &step, &count)) return VALUE_NULL;
    MemoryView *made = window_like(vm, m);
    if (made == NULL) return VALUE_NULL;
    made->start += m->step * start;
    made->step *= step;
    made->length = count < 0 ? 0 : (uint32_t)count;
    return obj_value(made);
}

/* A slice takes as many items as it has, of the same format. */
static bool set_slice(Vm *vm, const MemoryView *m, Value key, Value value) {
    int64_t start, stop, step, count, size = item_size(m);
    BytesView from;
    if (!slice_indices(vm, key, m->length, &start, &stop, &step, &count) || !bytes_like_or_raise(vm, value, &from))
        return false;
    size_t kind = is_exact(vm, value, T_memoryview) ? AS(MemoryView, value)->kind
                                                    : kind_of_code((unsigned char)bytes_item_code(value));
    if (kind != m->kind || from.length != (count < 0 ? 0 : count) * size) {
        raise_error(vm, T_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
        return false;
    }
    Bytes *copy = bytes_new(vm, from.data, from.length); /* it may be of the same object */
    if (copy == NULL) return false;
    unsigned char *data = bytes_array_under(vm, m->owner)->data + m->start;
    for (int64_t i = 0; i < count; i++)
        memcpy(data + m->step * (start + step * i), copy->data + i * size, (size_t)size);
    obj_release(vm, copy);
    return true;
}

static bool set_item(Vm *vm, const MemoryView *m, Value key, Value value) {
    BytesView view;
    uint32_t index;
    uint64_t bits;
    bool found = m->dims != NULL ? item_in_dims(vm, m, key, &index, "sub-views are not implemented")
                                 : item_index(vm, m, key, &index);
    if (!found || !item_bits(vm, m, value, &bits) || !whole(vm, m, &view)) return false;
    unsigned char *to = bytes_array_under(vm, m->owner)->data + m->start + m->step * (int64_t)index;
    for (int64_t i = 0; i < item_size(m); i++) to[i] = (unsigned char)(bits >> (8 * i));
    return true;
}

static bool memoryview_setitem(Vm *vm, Value self, Value key, Value value) {
    const MemoryView *m = AS(MemoryView, self);
    BytesView view;
    if (!whole(vm, m, &view)) return false;
    if (m->readonly) {
        raise_error(vm, T_TypeError, "cannot modify read-only memory");
        return false;
    }
    if (value == VALUE_NULL) {
        raise_error(vm, T_TypeError, "cannot delete memory");
        return false;
    }
    if (is_exact(vm, key, T_slice) && m->dims != NULL)
        return not_there(vm, "memoryview slice assignments are currently restricted to ndim = 1");
    if (is_exact(vm, key, T_slice)) return set_slice(vm, m, key, value);
    return set_item(vm, m, key, value);
}

static int64_t memoryview_length(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    if (!check_open(vm, m)) return -1;
    if (m->dims == NULL) return m->length;
    if (m->dims->length > 0) return dim_at(m, 0);
    raise_error(vm, T_TypeError, "0-dim memory has no length");
    return -1;
}

static Value memoryview_iter(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    if (m->dims != NULL) {
        if (m->dims->length == 0) return no_dimension(vm) ? VALUE_NONE : VALUE_NULL;
        return raise_error(vm, T_NotImplementedError, "%s", no_sub_views);
    }
    return sequence_iterator_new(vm, self);
}

/* Whether two windows show equal items: 1, 0, -1. */
static int same_items(Vm *vm, const MemoryView *a, const MemoryView *b) {
    if (!same_shape(a, b)) return 0;
    int same = 1;
    for (uint32_t i = 0; same > 0 && i < a->length; i++) {
        Value x = item_at(vm, a, i), y = x == VALUE_NULL ? VALUE_NULL : item_at(vm, b, i);
        Value equal =
            y == VALUE_NULL ? VALUE_NULL : object_compare(vm, x, y, COMPARE_EQ); /* not a number: not itself */
        same = equal == VALUE_NULL ? -1 : object_truth(vm, equal);
        value_release(vm, equal);
        value_release(vm, x);
        value_release(vm, y);
    }
    return same;
}

static Value memoryview_compare(Vm *vm, Value self, Value other, int op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    BytesView view;
    const MemoryView *a = AS(MemoryView, self);
    bool window_too = is_exact(vm, other, T_memoryview);
    if (a->owner == VALUE_NULL || (window_too && AS(MemoryView, other)->owner == VALUE_NULL))
        return value_bool((self == other) == (op == COMPARE_EQ));
    if (!window_too && !bytes_like(vm, other, &view)) return VALUE_NOT_IMPLEMENTED;
    Value theirs = window_too ? value_retain(other) : whole_window(vm, other, view.length);
    int same = theirs == VALUE_NULL ? -1 : same_items(vm, a, AS(MemoryView, theirs));
    value_release(vm, theirs);
    return same < 0 ? VALUE_NULL : value_bool((same > 0) == (op == COMPARE_EQ));
}

static bool memoryview_hash(Vm *vm, Value self, int64_t *hash) {
    MemoryView *m = AS(MemoryView, self);
    *hash = m->hash;
    if (m->hashed) return true;
    if (m->owner != VALUE_NULL && !m->readonly) {
        raise_error(vm, T_ValueError, "cannot hash writable memoryview object");
        return false;
    }
    if (m->owner != VALUE_NULL && (item_size(m) > 1 || item_kinds[m->kind].is == ITEM_BOOL)) {
        raise_error(vm, T_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        return false;
    }
    Value bytes = copied(vm, AS(MemoryView, self));
    bool fine = bytes != VALUE_NULL && object_hash(vm, bytes, hash);
    value_release(vm, bytes);
    m->hash = *hash;
    m->hashed = fine;
    return fine;
}

Value memoryview_copied(Vm *vm, Value view) {
    return copied(vm, AS(MemoryView, view));
}

/* ---- methods ---- */

/* All orders are one for what has one dimension. */
static NATIVE(method_tobytes) {
    static const char *const names[] = {"order", NULL};
    static const ArgSpec spec = {"tobytes", names, 0, 1, 0};
    Value order;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &order)) return VALUE_NULL;
    bool none = order == VALUE_NULL || order == VALUE_NONE;
    if (!none && !is_str(order))
        return raise_error(vm, T_TypeError, "tobytes() argument 'order' must be str or None, not %T", order);
    if (!none && !str_equals_c(AS(Str, order), "C") && !str_equals_c(AS(Str, order), "F") &&
        !str_equals_c(AS(Str, order), "A"))
        return raise_error(vm, T_ValueError, "order must be 'C', 'F' or 'A'");
    return copied(vm, AS(MemoryView, self));
}

static NATIVE(method_tolist) {
    UNUSED_ARGS;
    const MemoryView *m = AS(MemoryView, self);
    if (m->dims != NULL) return check_open(vm, m) ? listed(vm, m, 0, 0) : VALUE_NULL;
    List *list = check_open(vm, m) ? list_new(vm, m->length) : NULL;
    for (; list != NULL && list->length < m->length; list->length++) {
        Value item = item_at(vm, m, list->length);
        list->items[list->length] = item;
        if (item != VALUE_NULL) continue;
        obj_release(vm, list);
        return VALUE_NULL;
    }
    return obj_value(list);
}

/* Whether the item at i is this value: 1, 0, -1. */
static int item_equals(Vm *vm, const MemoryView *m, uint32_t i, Value value) {
    Value item = item_at(vm, m, i);
    int same = item == VALUE_NULL ? -1 : object_equal(vm, item, value);
    value_release(vm, item);
    return same;
}

static NATIVE(method_index) {
    (void)kwnames;
    const MemoryView *m = AS(MemoryView, self);
    int64_t start, stop;
    if (m->dims != NULL) return raise_error(vm, T_NotImplementedError, "multi-dimensional lookup is not implemented");
    if (!slice_search(vm, args, nargs, &m->length, &start, &stop)) return VALUE_NULL;
    if (!check_open(vm, m)) return VALUE_NULL;
    for (int64_t i = start; i < stop && i < m->length; i++) {
        int same = item_equals(vm, m, (uint32_t)i, args[0]);
        if (same != 0) return same < 0 ? VALUE_NULL : value_small(i);
    }
    return raise_error(vm, T_ValueError, "memoryview.index(x): x not found");
}

static NATIVE(method_count) {
    (void)nargs, (void)kwnames;
    const MemoryView *m = AS(MemoryView, self);
    if (!check_open(vm, m)) return VALUE_NULL;
    if (m->dims != NULL) return raise_error(vm, T_NotImplementedError, "%s", no_sub_views);
    uint32_t count = 0;
    for (uint32_t i = 0; i < m->length; i++) {
        int same = item_equals(vm, m, i, args[0]);
        if (same < 0) return VALUE_NULL;
        count += same > 0;
    }
    return value_small(count);
}

/* The kind a format names; ITEM_KINDS: none. A '@' before it changes nothing. */
static size_t kind_named(const Str *format) {
    bool native = format->length == 2 && str_at(format, 0) == '@';
    if (format->length != 1 && !native) return ITEM_KINDS;
    size_t kind = kind_of_code(str_at(format, native));
    return kind < ITEM_KINDS && item_kinds[kind].is != ITEM_OPAQUE ? kind : ITEM_KINDS;
}

static bool dimension_fits(Vm *vm, Value v, int64_t *dimension) {
    if (!is_int(v)) {
        raise_error(vm, T_TypeError, "memoryview.cast(): elements of shape must be integers");
        return false;
    }
    if (!object_as_index(vm, v, dimension, INDEX_EXACT)) return false;
    if (*dimension > 0) return true;
    raise_error(vm, T_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    return false;
}

/* The shape that cast() is told, as a tuple of small ints that holds `length` items; NULL: an exception is set. */
static Tuple *shape_given(Vm *vm, Value shape, uint32_t length) {
    if (!is_list(shape) && !is_tuple(shape)) {
        raise_error(vm, T_TypeError, "shape must be a list or a tuple");
        return NULL;
    }
    Value given = tuple_from_iterable(vm, shape);
    uint32_t n = given == VALUE_NULL ? 0 : AS(Tuple, given)->length;
    Tuple *dims = given == VALUE_NULL ? NULL : tuple_new(vm, n);
    bool ok = dims != NULL && n <= 64;
    if (dims != NULL && n > 64) raise_error(vm, T_ValueError, "memoryview: number of dimensions must not exceed 64");
    int64_t items = 1, dimension;
    for (uint32_t i = 0; ok && i < n; i++) {
        ok = dimension_fits(vm, AS(Tuple, given)->items[i], &dimension);
        if (!ok) break;
        dims->items[i] = value_small(dimension);
        items = dimension <= length && items <= length ? items * dimension : INT64_MAX;
    }
    if (ok && items != length) {
        raise_error(vm, T_TypeError, "memoryview: product(shape) * itemsize != buffer size");
        ok = false;
    }
    value_release(vm, given);
    if (ok) return dims;
    obj_release(vm, dims);
    return NULL;
}

/* Whether the bytes of `m` can be seen as items of `kind`. */
static bool can_cast(Vm *vm, const MemoryView *m, size_t kind) {
    int64_t bytes = m->length * item_size(m);
    if (m->step != item_size(m) && m->length > 1) {
        raise_error(vm, T_TypeError, "memoryview: casts are restricted to C-contiguous views");
    } else if (kind == ITEM_KINDS) {
        raise_error(
            vm, T_ValueError,
            "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    } else if (strchr("Bbc", item_kinds[m->kind].code) == NULL && strchr("Bbc", item_kinds[kind].code) == NULL) {
        raise_error(vm, T_TypeError, "memoryview: cannot cast between two non-byte formats");
    } else if (bytes % item_kinds[kind].size != 0) {
        raise_error(vm, T_TypeError, "memoryview: length is not a multiple of itemsize");
    } else {
        return true;
    }
    return false;
}

static NATIVE(method_cast) {
    static const char *const names[] = {"format", "shape", NULL};
    static const ArgSpec spec = {"cast", names, 0, 2, 1};
    const MemoryView *m = AS(MemoryView, self);
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out) || !check_open(vm, m)) return VALUE_NULL;
    if (!is_str(out[0])) return raise_error(vm, T_TypeError, "cast() argument 'format' must be str, not %B", out[0]);
    size_t kind = kind_named(AS(Str, out[0]));
    if (!can_cast(vm, m, kind)) return VALUE_NULL;
    uint32_t length = m->length * (uint32_t)item_size(m) / item_kinds[kind].size;
    Tuple *dims = NULL;
    if (out[1] != VALUE_NULL) {
        if (m->dims != NULL) return raise_error(vm, T_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
        dims = shape_given(vm, out[1], length);
        if (dims == NULL) return VALUE_NULL;
    }
    MemoryView *made = window_like(vm, m);
    if (made == NULL) {
        obj_release(vm, dims);
        return VALUE_NULL;
    }
    if (dims != NULL && dims->length == 1) {
        obj_release(vm, dims);
        dims = NULL;
    }
    obj_release(vm, made->dims);
    made->dims = dims;
    made->kind = (uint8_t)kind;
    made->marked = AS(Str, out[0])->length == 2;
    made->step = item_kinds[kind].size;
    made->length = length;
    return obj_value(made);
}

static NATIVE(method_hex) {
    Value bytes = copied(vm, AS(MemoryView, self));
    if (bytes == VALUE_NULL) return VALUE_NULL;
    Str *name = str_intern_c(vm, "hex");
    Value method = name == NULL ? VALUE_NULL : object_getattr(vm, bytes, name);
    Value text = method == VALUE_NULL ? VALUE_NULL : call_value(vm, method, args, nargs, kwnames);
    value_release(vm, method);
    obj_release(vm, name);
    value_release(vm, bytes);
    return text;
}

static NATIVE(method_release) {
    UNUSED_ARGS;
    let_go(vm, AS(MemoryView, self));
    return VALUE_NONE;
}

static NATIVE(method_enter) {
    UNUSED_ARGS;
    return check_open(vm, AS(MemoryView, self)) ? value_retain(self) : VALUE_NULL;
}

static NATIVE(method_toreadonly) {
    UNUSED_ARGS;
    MemoryView *made = window_like(vm, AS(MemoryView, self));
    if (made != NULL) made->readonly = true;
    return obj_value(made);
}

static Value get_obj(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    return check_open(vm, m) ? value_retain(buffer_wrapper_shows(m->wrapper) ? m->wrapper : m->owner) : VALUE_NULL;
}

static Value get_readonly(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    return check_open(vm, m) ? value_bool(m->readonly) : VALUE_NULL;
}

static Value get_nbytes(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    return check_open(vm, m) ? value_small(m->length * item_size(m)) : VALUE_NULL;
}

static Value get_itemsize(Vm *vm, Value self) {
    return check_open(vm, AS(MemoryView, self)) ? value_small(item_size(AS(MemoryView, self))) : VALUE_NULL;
}

static Value get_contiguous(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    return check_open(vm, m) ? value_bool(m->length <= 1 || m->step == item_size(m)) : VALUE_NULL;
}

static Value get_suboffsets(Vm *vm, Value self) {
    return check_open(vm, AS(MemoryView, self)) ? obj_value(tuple_new(vm, 0)) : VALUE_NULL;
}

static Value get_ndim(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    if (!check_open(vm, m)) return VALUE_NULL;
    return value_small(m->dims == NULL ? 1 : m->dims->length);
}

/* The other order is the same for one dimension alone. */
static Value get_f_contiguous(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    if (!check_open(vm, m)) return VALUE_NULL;
    uint32_t wide = 0;
    for (uint32_t i = 0; m->dims != NULL && i < m->dims->length; i++) wide += dim_at(m, i) > 1;
    return value_bool(m->length <= 1 || (m->step == item_size(m) && wide < 2));
}

static Value get_format(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    return check_open(vm, m) ? obj_value(str_format(vm, m->marked ? "@%c" : "%c", item_kinds[m->kind].code))
                             : VALUE_NULL;
}

static Value get_shape(Vm *vm, Value self) {
    if (!check_open(vm, AS(MemoryView, self))) return VALUE_NULL;
    if (AS(MemoryView, self)->dims != NULL) return value_retain(obj_value(AS(MemoryView, self)->dims));
    return obj_value(tuple_pack(vm, 1, value_small(AS(MemoryView, self)->length)));
}

static Value get_strides(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    if (!check_open(vm, m)) return VALUE_NULL;
    if (m->dims == NULL) return obj_value(tuple_pack(vm, 1, value_small(m->step)));
    Tuple *strides = tuple_new(vm, m->dims->length);
    for (uint32_t i = 0; strides != NULL && i < m->dims->length; i++)
        strides->items[i] = value_small(stride_at(m, i) * m->step);
    return strides == NULL ? VALUE_NULL : obj_value(strides);
}

static const MethodDef methods[] = {
    {"tobytes", method_tobytes, 0, 255, true, METHOD_PLAIN, "Return the data in the buffer as a byte string."},
    {"tolist", method_tolist, 0, 0, false, METHOD_PLAIN, "Return the data in the buffer as a list of elements."},
    {"hex", method_hex, 0, 255, true, METHOD_PLAIN, "Return the data in the buffer as hexadecimal numbers."},
    {"release", method_release, 0, 0, false, METHOD_PLAIN, "Release the underlying buffer."},
    {"cast", method_cast, 0, 2, true, METHOD_PLAIN, "Cast a memoryview to a new format or shape."},
    {"count", method_count, 1, 1, false, METHOD_AGAIN, "Count the number of occurrences of a value."},
    {"index", method_index, 1, 3, false, METHOD_AGAIN, "Return the index of the first occurrence of a value."},
    {"toreadonly", method_toreadonly, 0, 0, false, METHOD_PLAIN, "Return a readonly version of the memoryview."},
    {"_from_flags", buffer_from_flags_method, 2, 2, false, METHOD_CLASS,
     "Create a new memoryview object which references the given object."},
    BUFFER_ROWS,
    {"__enter__", method_enter, 0, 0, false, METHOD_PLAIN, NULL},
    {"__exit__", method_release, 0, 255, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

static const GetSetDef getset[] = {
    {"obj", get_obj, NULL, NULL},
    {"readonly", get_readonly, NULL, NULL},
    {"nbytes", get_nbytes, NULL, NULL},
    {"itemsize", get_itemsize, NULL, NULL},
    {"ndim", get_ndim, NULL, NULL},
    {"format", get_format, NULL, NULL},
    {"shape", get_shape, NULL, NULL},
    {"strides", get_strides, NULL, NULL},
    {"contiguous", get_contiguous, NULL, NULL},
    {"c_contiguous", get_contiguous, NULL, NULL},
    {"f_contiguous", get_f_contiguous, NULL, NULL},
    {"suboffsets", get_suboffsets, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_memoryview_def = {
    .name = "memoryview",
    .size = sizeof(MemoryView),
    .flags = TYPE_IMMUTABLE | TYPE_GC | TYPE_WEAKREFS | TYPE_SEQUENCE,
    .weak_offset = offsetof(MemoryView, weakrefs),
    .doc = "Create a new memoryview object which references the given object.",
    .slots = {.dealloc = memoryview_dealloc,
              .traverse = memoryview_traverse,
              .repr = memoryview_repr,
              .hash = memoryview_hash,
              .compare = memoryview_compare,
              .iter = memoryview_iter,
              .length = memoryview_length,
              .getitem = memoryview_getitem,
              .setitem = memoryview_setitem,
              .new = memoryview_new},
    .methods = methods,
    .getset = getset,
};
