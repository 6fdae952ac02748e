/* guard.c: the depth limit of C recursion over nested data, and the marks of containers whose repr is being made. */
#include "guard.h"

/* Each level costs about three C frames; a thousand of them stay well under wasm's stack of 1 MB. */
#define GUARD_DEPTH_MAX 800u

bool guard_enter(Vm *vm, const char *where) {
    if (vm->state->c_depth >= GUARD_DEPTH_MAX) {
        raise_error(vm, T_RecursionError, "maximum recursion depth exceeded%s", where);
        return false;
    }
    vm->state->c_depth++;
    return true;
}

int repr_enter(Vm *vm, ReprMark *mark, Value v) {
    Obj *object = value_obj(v);
    for (ReprMark *m = vm->state->repr_marks; m != NULL; m = m->outer)
        if (m->object == object) return 0;
    if (!guard_enter(vm, " while getting the repr of an object")) return -1;
    mark->object = object;
    mark->outer = vm->state->repr_marks;
    vm->state->repr_marks = mark;
    return 1;
}

void repr_leave(Vm *vm, ReprMark *mark) {
    vm->state->repr_marks = mark->outer;
    guard_leave(vm);
}

Value repr_items(Vm *vm, const char *open, const Value *items, uint32_t count, const char *close) {
    StrBuilder b;
    builder_init(&b, vm);
    builder_c(&b, open);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0) builder_ascii(&b, ", ", 2);
        if (!builder_repr(&b, items[i])) {
            builder_drop(&b);
            return VALUE_NULL;
        }
    }
    builder_c(&b, close);
    return obj_value(builder_finish(&b));
}

bool hash_not_implemented(Vm *vm, Value v, int64_t *hash) {
    *hash = 0;
    raise_error(vm, T_TypeError, "unhashable type: '%T'", v);
    return false;
}
