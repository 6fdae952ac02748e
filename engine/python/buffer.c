/* buffer.c: the buffer protocol for classes of the program. A memoryview of such an object shows what its __buffer__
 * gave, and when the last view made of that is gone, its __release_buffer__ is told. Builtin buffers have both as
 * methods.
 */
#include "bytes.h"
#include "builtins.h"
#include "type_defs.h"

/* Stands for the object in all views of its buffer. */
typedef struct BufferWrapper {
    Obj head;
    Value object;
    Value view; /* what __buffer__ gave; VALUE_NULL: the object is a builtin buffer itself */
} BufferWrapper;

/* The method of a class of the program; VALUE_NULL: none, or a builtin one. Borrowed. */
static Value own_method(Vm *vm, Value v, Str *name) {
    Type *type = type_of(vm, v);
    if (!(type->flags & TYPE_HEAP)) return VALUE_NULL;
    Value found = type_lookup(vm, type, name);
    return found == VALUE_NULL || is_exact(vm, found, T_method_descriptor) ? VALUE_NULL : found;
}

static Value wrapped(Vm *vm, Value object, Value view) {
    BufferWrapper *w = object_new(vm, TYPE(vm, _buffer_wrapper), 0);
    if (w == NULL) return VALUE_NULL;
    w->object = value_retain(object);
    w->view = view == VALUE_NULL ? VALUE_NULL : value_retain(view);
    Value made = memoryview_over(vm, view == VALUE_NULL ? object : view, obj_value(w));
    obj_release(vm, w);
    return made;
}

Value buffer_of_class(Vm *vm, Value v, int64_t flags) {
    if (own_method(vm, v, NAME(vm, __buffer__)) == VALUE_NULL) {
        BytesView view;
        bool told = own_method(vm, v, NAME(vm, __release_buffer__)) != VALUE_NULL && bytes_like(vm, v, &view);
        return told ? wrapped(vm, v, VALUE_NULL) : VALUE_NULL;
    }
    bool found;
    Value number = value_small(flags), given = call_special(vm, v, NAME(vm, __buffer__), &number, 1, &found);
    Value made = VALUE_NULL;
    if (given != VALUE_NULL && is_exact(vm, given, T_memoryview)) {
        made = wrapped(vm, v, given);
    } else if (given != VALUE_NULL) {
        raise_error(vm, T_TypeError, "__buffer__ returned non-memoryview object");
    }
    value_release(vm, given);
    return made;
}

Bytes *buffer_bytes(Vm *vm, Value v, int64_t flags) {
    Value view = buffer_of_class(vm, v, flags);
    if (view == VALUE_NULL) return NULL;
    Value bytes = memoryview_copied(vm, view);
    value_release(vm, view);
    return bytes == VALUE_NULL ? NULL : AS(Bytes, bytes);
}

bool buffer_view(Vm *vm, Value v, BytesView *view, Bytes **copy) {
    *copy = NULL;
    if (bytes_like(vm, v, view)) return true;
    *copy = buffer_bytes(vm, v, BUFFER_SIMPLE);
    if (*copy == NULL) return false;
    *view = (BytesView){(*copy)->data, (*copy)->length};
    return true;
}

bool buffer_view_or_raise(Vm *vm, Value v, BytesView *view, Bytes **copy) {
    return buffer_view(vm, v, view, copy) || (!error_is_set(vm) && bytes_like_or_raise(vm, v, view));
}

bool buffer_wrapper_shows(Value wrapper) {
    return wrapper != VALUE_NULL && AS(BufferWrapper, wrapper)->view != VALUE_NULL;
}

/* ---- the wrapper's end */

static void tell_release(Vm *vm, BufferWrapper *w) {
    bool found;
    BytesView bytes;
    bool builtin = bytes_like(vm, w->object, &bytes);
    Value view = w->view != VALUE_NULL ? value_retain(w->view) : memoryview_over(vm, w->object, VALUE_NULL);
    if (view != VALUE_NULL && w->view == VALUE_NULL) memoryview_restrict(view);
    Value got =
        view == VALUE_NULL ? VALUE_NULL : call_special(vm, w->object, NAME(vm, __release_buffer__), &view, 1, &found);
    if (got == VALUE_NULL) {
        Str *where = str_format(vm, "in __release_buffer__ of %T", w->object);
        error_unraisable(vm, where == NULL ? NULL : (const char *)where->data, VALUE_NULL);
        obj_release(vm, where);
    }
    value_release(vm, got);
    if (view != VALUE_NULL && builtin) memoryview_let_go(vm, view); /* as the builtin base does after it */
    value_release(vm, view);
}

static void wrapper_dealloc(Vm *vm, Obj *self) {
    BufferWrapper *w = (BufferWrapper *)self;
    if (w->object != VALUE_NULL && own_method(vm, w->object, NAME(vm, __release_buffer__)) != VALUE_NULL) {
        Value error = error_is_set(vm) ? error_take(vm) : VALUE_NULL;
        tell_release(vm, w);
        if (error != VALUE_NULL) error_restore(vm, error);
    }
    value_clear(vm, &w->view);
    value_clear(vm, &w->object);
}

static void wrapper_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((BufferWrapper *)self)->object);
    visit(context, ((BufferWrapper *)self)->view);
}

const TypeDef type__buffer_wrapper_def = {
    .name = "_buffer_wrapper",
    .size = sizeof(BufferWrapper),
    .flags = TYPE_IMMUTABLE | TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = wrapper_dealloc, .traverse = wrapper_traverse},
};

/* ---- methods of builtin buffers */

static Value view_for(Vm *vm, Value self, Value made, int64_t flags) {
    if (made == VALUE_NULL || !(flags & BUFFER_WRITABLE) || !memoryview_is_readonly(made)) return made;
    value_release(vm, made);
    return raise_error(vm, T_BufferError,
                       is_exact(vm, self, T_memoryview) ? "memoryview: underlying buffer is not writable"
                                                        : "Object is not writable.");
}

NATIVE(buffer_get_method) {
    UNUSED_ARGS;
    int64_t flags;
    if (!object_as_index(vm, args[0], &flags, INDEX_COUNT)) return VALUE_NULL;
    if (flags > INT32_MAX) return raise_error(vm, T_OverflowError, "buffer flags too large");
    if (flags < INT32_MIN) return raise_error(vm, T_OverflowError, "buffer flags too small");
    return view_for(vm, self, memoryview_over(vm, self, VALUE_NULL), flags);
}

NATIVE(buffer_from_flags_method) {
    UNUSED_ARGS;
    int64_t flags;
    if (!object_as_index(vm, args[1], &flags, INDEX_COUNT)) return VALUE_NULL;
    Value made = buffer_of_class(vm, args[0], flags);
    if (made != VALUE_NULL || error_is_set(vm)) return made;
    return view_for(vm, args[0], memoryview_over(vm, args[0], VALUE_NULL), flags);
}

NATIVE(buffer_release_method) {
    UNUSED_ARGS;
    if (!is_exact(vm, args[0], T_memoryview)) return raise_error(vm, T_TypeError, "expected a memoryview object");
    Value object = memoryview_of_object(vm, args[0]);
    if (object == VALUE_NULL) return raise_error(vm, T_ValueError, "memoryview's buffer has already been released");
    if (object != self) return raise_error(vm, T_ValueError, "memoryview's buffer is not this object");
    memoryview_let_go(vm, args[0]);
    return VALUE_NONE;
}
