/* memoryview.c: a window on the bytes of a bytes or bytearray object, without a copy: bytes only, one dimension. The
 * window looks at its object afresh every time, since a bytearray may have moved its block.
 */
#include "bytes.h"
#include "builtins.h"
#include "iterators.h"
#include "type_defs.h"

typedef struct MemoryView {
    Obj head;
    Value owner; /* bytes or bytearray; VALUE_NULL once released */
    int64_t start, step;
    uint32_t length;
} MemoryView;

static bool check_open(Vm *vm, const MemoryView *m) {
    if (m->owner != VALUE_NULL) return true;
    raise_error(vm, T_ValueError, "operation forbidden on released memoryview object");
    return false;
}

/* The bytes of the owner; false with an exception when the window no longer fits. */
static bool whole(Vm *vm, const MemoryView *m, BytesView *view) {
    if (!check_open(vm, m) || !bytes_like_or_raise(vm, m->owner, view)) return false;
    int64_t last = m->start + (m->length == 0 ? 0 : m->step * (int64_t)(m->length - 1));
    if (m->length == 0 || (m->start < view->length && last >= 0 && last < view->length)) return true;
    raise_error(vm, T_ValueError, "the object under the memoryview has become shorter");
    return false;
}

bool memoryview_bytes(Vm *vm, Value v, const unsigned char **data, uint32_t *length) {
    if (!is_exact(vm, v, T_memoryview)) return false;
    const MemoryView *m = AS(MemoryView, v);
    BytesView view;
    if (m->owner == VALUE_NULL || m->step != 1 || !bytes_like(vm, m->owner, &view)) return false;
    if (m->start + m->length > view.length) return false;
    *data = view.data + m->start;
    *length = m->length;
    return true;
}

static Value window(Vm *vm, Value owner, int64_t start, int64_t step, uint32_t length) {
    MemoryView *m = object_new(vm, TYPE(vm, memoryview), 0);
    if (m == NULL) return VALUE_NULL;
    m->owner = value_retain(owner);
    if (is_bytearray(vm, owner)) AS(ByteArray, owner)->exports++;
    m->start = start;
    m->step = step;
    m->length = length;
    return obj_value(m);
}

static Value memoryview_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"object", NULL};
    static const ArgSpec spec = {"memoryview", names, 0, 1, 1};
    (void)type;
    Value of;
    BytesView view;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &of)) return VALUE_NULL;
    if (is_exact(vm, of, T_memoryview)) {
        const MemoryView *m = AS(MemoryView, of);
        return check_open(vm, m) ? window(vm, m->owner, m->start, m->step, m->length) : VALUE_NULL;
    }
    if (bytes_like(vm, of, &view)) return window(vm, of, 0, 1, view.length);
    return raise_error(vm, T_TypeError, "memoryview: a bytes-like object is required, not '%T'", of);
}

static void let_go(Vm *vm, MemoryView *m) {
    if (m->owner != VALUE_NULL && is_bytearray(vm, m->owner)) AS(ByteArray, m->owner)->exports--;
    value_clear(vm, &m->owner);
}

static void memoryview_dealloc(Vm *vm, Obj *self) {
    let_go(vm, (MemoryView *)self);
}

static void memoryview_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((MemoryView *)self)->owner);
}

static Value memoryview_repr(Vm *vm, Value self) {
    const char *state = AS(MemoryView, self)->owner == VALUE_NULL ? "<released memory at %p>" : "<memory at %p>";
    return obj_value(str_format(vm, state, (void *)value_obj(self)));
}

/* ---- items ---- */

static unsigned char byte_at(const MemoryView *m, const BytesView *view, uint32_t i) {
    return view->data[m->start + m->step * (int64_t)i];
}

/* A copy of what the window shows, as bytes. */
static Value copied(Vm *vm, const MemoryView *m) {
    BytesView view;
    if (!whole(vm, m, &view)) return VALUE_NULL;
    Bytes *b = bytes_new(vm, NULL, m->length);
    for (uint32_t i = 0; b != NULL && i < m->length; i++) b->data[i] = byte_at(m, &view, i);
    return obj_value(b);
}

static bool item_index(Vm *vm, const MemoryView *m, Value key, uint32_t *index) {
    int64_t i;
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

static Value memoryview_getitem(Vm *vm, Value self, Value key) {
    const MemoryView *m = AS(MemoryView, self);
    BytesView view;
    uint32_t index;
    int64_t start, stop, step, count;
    if (!whole(vm, m, &view)) return VALUE_NULL;
    if (!is_exact(vm, key, T_slice))
        return item_index(vm, m, key, &index) ? value_small(byte_at(m, &view, index)) : VALUE_NULL;
    if (!slice_indices(vm, key, m->length, &start, &stop, &step, &count)) return VALUE_NULL;
    return window(vm, m->owner, m->start + m->step * start, m->step * step, count < 0 ? 0 : (uint32_t)count);
}

/* A slice takes as many bytes as it has. */
static bool set_slice(Vm *vm, const MemoryView *m, Value key, Value value) {
    int64_t start, stop, step, count;
    BytesView from;
    if (!slice_indices(vm, key, m->length, &start, &stop, &step, &count) || !bytes_like_or_raise(vm, value, &from))
        return false;
    if (from.length != (count < 0 ? 0 : count)) {
        raise_error(vm, T_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
        return false;
    }
    unsigned char *data = AS(ByteArray, m->owner)->data;
    for (int64_t i = 0; i < count; i++) data[m->start + m->step * (start + step * i)] = from.data[i];
    return true;
}

static bool memoryview_setitem(Vm *vm, Value self, Value key, Value value) {
    const MemoryView *m = AS(MemoryView, self);
    BytesView view;
    uint32_t index;
    if (!whole(vm, m, &view)) return false;
    if (!is_bytearray(vm, m->owner)) {
        raise_error(vm, T_TypeError, "cannot modify read-only memory");
        return false;
    }
    if (value == VALUE_NULL) {
        raise_error(vm, T_TypeError, "cannot delete memory");
        return false;
    }
    if (is_exact(vm, key, T_slice)) return set_slice(vm, m, key, value);
    int64_t byte;
    if (!item_index(vm, m, key, &index)) return false;
    if (!is_int(value)) {
        raise_error(vm, T_TypeError, "memoryview: invalid type for format 'B'");
        return false;
    }
    if (!int_as_int64(value, &byte) || byte < 0 || byte > 255) {
        raise_error(vm, T_ValueError, "memoryview: invalid value for format 'B'");
        return false;
    }
    AS(ByteArray, m->owner)->data[m->start + m->step * (int64_t)index] = (unsigned char)byte;
    return true;
}

static int64_t memoryview_length(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    return check_open(vm, m) ? (int64_t)m->length : -1;
}

static Value memoryview_iter(Vm *vm, Value self) {
    return sequence_iterator_new(vm, self);
}

static Value memoryview_compare(Vm *vm, Value self, Value other, int op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    Value mine = copied(vm, AS(MemoryView, self));
    Value theirs = is_exact(vm, other, T_memoryview) ? copied(vm, AS(MemoryView, other)) : value_retain(other);
    BytesView a, b;
    Value result = VALUE_NULL;
    if (mine != VALUE_NULL && theirs != VALUE_NULL) {
        bool comparable = bytes_like(vm, mine, &a) && bytes_like(vm, theirs, &b);
        bool equal = comparable && a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
        result = comparable ? value_bool(equal == (op == COMPARE_EQ)) : VALUE_NOT_IMPLEMENTED;
    }
    value_release(vm, mine);
    value_release(vm, theirs);
    return result;
}

static bool memoryview_hash(Vm *vm, Value self, int64_t *hash) {
    if (AS(MemoryView, self)->owner != VALUE_NULL && is_bytearray(vm, AS(MemoryView, self)->owner)) {
        raise_error(vm, T_ValueError, "cannot hash writable memoryview object");
        return false;
    }
    Value bytes = copied(vm, AS(MemoryView, self));
    bool fine = bytes != VALUE_NULL && object_hash(vm, bytes, hash);
    value_release(vm, bytes);
    return fine;
}

/* ---- methods ---- */

static NATIVE(method_tobytes) {
    UNUSED_ARGS;
    return copied(vm, AS(MemoryView, self));
}

static NATIVE(method_tolist) {
    UNUSED_ARGS;
    const MemoryView *m = AS(MemoryView, self);
    BytesView view;
    if (!whole(vm, m, &view)) return VALUE_NULL;
    List *list = list_new(vm, m->length);
    for (uint32_t i = 0; list != NULL && i < m->length; i++) list->items[i] = value_small(byte_at(m, &view, i));
    if (list != NULL) list->length = m->length;
    return obj_value(list);
}

static NATIVE(method_hex) {
    (void)kwnames;
    Value bytes = copied(vm, AS(MemoryView, self));
    if (bytes == VALUE_NULL) return VALUE_NULL;
    Str *name = str_intern_c(vm, "hex");
    Value text = name == NULL ? VALUE_NULL : call_method(vm, bytes, name, args, nargs);
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
    Value bytes = copied(vm, AS(MemoryView, self));
    Value made = bytes == VALUE_NULL ? VALUE_NULL : window(vm, bytes, 0, 1, AS(Bytes, bytes)->length);
    value_release(vm, bytes);
    return made;
}

static Value get_obj(Vm *vm, Value self) {
    return check_open(vm, AS(MemoryView, self)) ? value_retain(AS(MemoryView, self)->owner) : VALUE_NULL;
}

static Value get_readonly(Vm *vm, Value self) {
    const MemoryView *m = AS(MemoryView, self);
    return check_open(vm, m) ? value_bool(!is_bytearray(vm, m->owner)) : VALUE_NULL;
}

static Value get_nbytes(Vm *vm, Value self) {
    return check_open(vm, AS(MemoryView, self)) ? value_small(AS(MemoryView, self)->length) : VALUE_NULL;
}

static Value get_one(Vm *vm, Value self) {
    return check_open(vm, AS(MemoryView, self)) ? value_small(1) : VALUE_NULL;
}

static Value get_format(Vm *vm, Value self) {
    return check_open(vm, AS(MemoryView, self)) ? obj_value(str_new(vm, "B")) : VALUE_NULL;
}

static Value get_shape(Vm *vm, Value self) {
    if (!check_open(vm, AS(MemoryView, self))) return VALUE_NULL;
    return obj_value(tuple_pack(vm, 1, value_small(AS(MemoryView, self)->length)));
}

static Value get_strides(Vm *vm, Value self) {
    if (!check_open(vm, AS(MemoryView, self))) return VALUE_NULL;
    return obj_value(tuple_pack(vm, 1, value_small(AS(MemoryView, self)->step)));
}

static const MethodDef methods[] = {
    {"tobytes", method_tobytes, 0, 0, false, METHOD_PLAIN, "Return the data in the buffer as a byte string."},
    {"tolist", method_tolist, 0, 0, false, METHOD_PLAIN, "Return the data in the buffer as a list of elements."},
    {"hex", method_hex, 0, 2, false, METHOD_PLAIN, "Return the data in the buffer as hexadecimal numbers."},
    {"release", method_release, 0, 0, false, METHOD_PLAIN, "Release the underlying buffer."},
    {"toreadonly", method_toreadonly, 0, 0, false, METHOD_PLAIN, "Return a readonly version of the memoryview."},
    {"__enter__", method_enter, 0, 0, false, METHOD_PLAIN, NULL},
    {"__exit__", method_release, 3, 3, false, METHOD_PLAIN, NULL},
    {0},
};

static const GetSetDef getset[] = {
    {"obj", get_obj, NULL, NULL},      {"readonly", get_readonly, NULL, NULL}, {"nbytes", get_nbytes, NULL, NULL},
    {"itemsize", get_one, NULL, NULL}, {"ndim", get_one, NULL, NULL},          {"format", get_format, NULL, NULL},
    {"shape", get_shape, NULL, NULL},  {"strides", get_strides, NULL, NULL},   {NULL, NULL, NULL, NULL},
};

const TypeDef type_memoryview_def = {
    .name = "memoryview",
    .size = sizeof(MemoryView),
    .flags = TYPE_IMMUTABLE | TYPE_GC | TYPE_SEQUENCE,
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
