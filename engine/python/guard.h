/* guard.h: C functions that recurse over nested data: a depth limit, since wasm's C stack is small, and the marks that
 * stop the repr of a container that holds itself. */
#ifndef LOOPSCOPE_PYTHON_GUARD_H
#define LOOPSCOPE_PYTHON_GUARD_H

#include "vm_state.h"

/* Enters one level; false with RecursionError ("maximum recursion depth exceeded" and `where`, e.g. " in comparison").
 */
bool guard_enter(Vm *vm, const char *where);
static inline void guard_leave(Vm *vm) {
    vm->state->c_depth--;
}

typedef struct ReprMark {
    Obj *object;
    struct ReprMark *outer;
} ReprMark;
/* 1: go on, and call repr_leave; 0: the object's repr is being made already; -1: error. */
int repr_enter(Vm *vm, ReprMark *mark, Value v);
void repr_leave(Vm *vm, ReprMark *mark);
/* open + comma separated reprs + close. [py] */
Value repr_items(Vm *vm, const char *open, const Value *items, uint32_t count, const char *close);

#endif
