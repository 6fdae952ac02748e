/* guard.c: the limit of C recursion, and the marks of containers whose repr is being made. */
#include "guard.h"

bool guard_refuse(Vm *vm, const char *where) {
    /* Where Python code is what recurses, CPython's limit for that is reached first, which says no more. */
    bool by_python = vm->state->nested * GUARD_CALL > vm->state->c_depth / 2;
    raise_error(vm, T_RecursionError, "maximum recursion depth exceeded%s", by_python ? "" : where);
    return false;
}

#define LOAN 600u /* 38 KB: a repr, a traceback, a message */

uint32_t guard_lend(Vm *vm) {
    struct VmState *state = vm->state;
    if (state->c_lent != 0 || state->c_depth < LOAN) return 0;
    state->c_depth -= LOAN;
    state->c_lent = LOAN;
    return LOAN;
}

int repr_enter(Vm *vm, ReprMark *mark, Value v) {
    Obj *object = value_obj(v);
    for (ReprMark *m = vm->state->repr_marks; m != NULL; m = m->outer)
        if (m->object == object) return 0;
    mark->object = object;
    mark->outer = vm->state->repr_marks;
    vm->state->repr_marks = mark;
    return 1;
}

void repr_leave(Vm *vm, ReprMark *mark) {
    vm->state->repr_marks = mark->outer;
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
