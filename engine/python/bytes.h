/* bytes.h: what bytes.c, bytes_methods.c and bytearray.c share. */
#ifndef LOOPSCOPE_PYTHON_BYTES_H
#define LOOPSCOPE_PYTHON_BYTES_H

#include "number.h"
#include "text.h"

typedef struct ByteArray {
    Obj head;
    uint32_t length, capacity;
    uint32_t skipped;    /* bytes of the block before data: what was deleted at the front is not moved over at once */
    uint32_t exports;    /* memoryviews on it: it keeps its length as long as there are any */
    unsigned char *data; /* in an owned block of skipped + capacity bytes */
} ByteArray;

/* A borrowed look at a bytes-like object; it lasts until the object changes. */
typedef struct BytesView {
    const unsigned char *data;
    uint32_t length;
} BytesView;
static inline bool bytes_like(Vm *vm, Value v, BytesView *view) { /* false: it is none (no exception) */
    return bytes_view(vm, v, &view->data, &view->length);
}
bool bytes_like_or_raise(Vm *vm, Value v, BytesView *view); /* "a bytes-like object is required, not 'T'" */
bool is_bytearray(Vm *vm, Value v);
/* v, a bytearray or an array.array, as what holds its bytes; NULL: it is neither. */
ByteArray *bytes_array_under(Vm *vm, Value v);
/* The code of the format of v's items: 'B' but for arrays. */
char bytes_item_code(Value v);
/* A new object of the same kind (bytes or bytearray) as `like`. */
Value bytes_same_kind(Vm *vm, Value like, const unsigned char *data, uint32_t length);
/* bytes(...) and bytearray(...): the contents of the arguments as a Bytes, owned. */
Bytes *bytes_from_arguments(Vm *vm, const char *name, const Value *args, uint32_t nargs, Tuple *kwnames);
Value bytearray_new(Vm *vm, Type *type, const unsigned char *data, uint32_t length);
/* Bytes start..end become data; data must not lie in the array itself. */
bool bytearray_splice(Vm *vm, ByteArray *a, uint32_t start, uint32_t end, const unsigned char *data, uint32_t length);
void bytearray_free_bytes(Vm *vm, ByteArray *a);
/* 0..255 of an int; ValueError "byte must be in range(0, 256)" and its like. */
bool byte_argument(Vm *vm, Value v, const char *range_error, unsigned char *byte);

/* memoryview.c: what a memoryview shows, when it stands together. */
bool memoryview_bytes(Vm *vm, Value v, const unsigned char **data, uint32_t *length);
/* A view of a builtin buffer or of what another view shows, or a TypeError. `wrapper` (or VALUE_NULL) is told to
 * everything that is made of it, and let go of with the last of that. */
Value memoryview_over(Vm *vm, Value of, Value wrapper);
void memoryview_restrict(Value view);           /* nothing can be made of it any more */
Value memoryview_of_object(Vm *vm, Value view); /* the object whose bytes it shows, borrowed; VALUE_NULL: released */
bool memoryview_is_readonly(Value view);
void memoryview_let_go(Vm *vm, Value view);
Value memoryview_copied(Vm *vm, Value view); /* [py] as bytes */

/* module_struct.c: floats of two bytes. False: too large. */
bool double_as_half(double d, uint64_t *bits);
double double_of_half(uint64_t bits);

/* buffer.c: classes of the program that are buffers, by __buffer__ and __release_buffer__. */
enum { BUFFER_SIMPLE = 0, BUFFER_WRITABLE = 1, BUFFER_CONTIG_RO = 8, BUFFER_FULL_RO = 0x11C };
/* [py] A memoryview of v, or VALUE_NULL: its class has neither method (no exception), or it failed. */
Value buffer_of_class(Vm *vm, Value v, int64_t flags);
/* [py] A copy of its bytes, the buffer let go of again; NULL as above. */
Bytes *buffer_bytes(Vm *vm, Value v, int64_t flags);
/* [py] What a bytes-like object or such a buffer shows; false when v is neither (no exception) or its __buffer__
 * failed. A buffer of a class is shown as a copy, which `*copy` owns: to be released when the view is done with (NULL:
 * nothing to do). */
bool buffer_view(Vm *vm, Value v, BytesView *view, Bytes **copy);
/* [py] The same, with bytes_like_or_raise's error for what is neither. */
bool buffer_view_or_raise(Vm *vm, Value v, BytesView *view, Bytes **copy);
bool buffer_wrapper_shows(Value wrapper); /* as the object of its views: it has a __buffer__ */
MethodBody buffer_get_method, buffer_release_method, buffer_from_flags_method;
#define BUFFER_GET_ROW                                                                                                 \
    {                                                                                                                  \
        "__buffer__", buffer_get_method, 1, 1, false, METHOD_PLAIN,                                                    \
            "Return a buffer object that exposes the underlying memory of the object."                                 \
    }
#define BUFFER_ROWS                                                                                                    \
    BUFFER_GET_ROW, {                                                                                                  \
        "__release_buffer__", buffer_release_method, 1, 1, false, METHOD_PLAIN,                                        \
            "Release the buffer object that exposes the underlying memory of the object."                              \
    }
/* str_percent.c: format % args. */
Value bytes_percent(Vm *vm, Value self, BytesView format, Value args);

Value bytes_repr_text(Vm *vm, BytesView view, bool of_bytearray);
Value bytes_compare(Vm *vm, Value self, Value other, int op);
int bytes_contains(Vm *vm, Value self, Value item);
Value bytes_iter(Vm *vm, Value self);
Value bytes_binary(Vm *vm, int op, Value a, Value b); /* + and *, for both kinds */
Value bytes_getitem(Vm *vm, Value self, Value key);
int64_t bytes_length(Vm *vm, Value self);

/* bytes_methods.c: what bytes and bytearray have in common. */
#define PLAIN(name, ...) MethodBody bytes_##name##_method;
#define KEYWORDS(name) MethodBody bytes_##name##_method;
#include "bytes_methods.def"
#define BYTES_ROW(name, min, max) {#name, bytes_##name##_method, min, max, false, METHOD_PLAIN, NULL},
#define BYTES_ROW_KEYWORDS(name) {#name, bytes_##name##_method, 0, 255, true, METHOD_PLAIN, NULL},
MethodBody bytes_fromhex_method, bytes_maketrans_method;

#endif
