/* guard.h: C functions that recurse: one account of the C stack for all of them, since WebAssembly's is small, and the
 * marks that stop the repr of a container that holds itself. */
#ifndef LOOPSCOPE_PYTHON_GUARD_H
#define LOOPSCOPE_PYTHON_GUARD_H

#include "vm_state.h"

/* VmState.c_depth counts the C stack in units of about 64 bytes of the stack that V8 gives a WebAssembly program (984
 * KB, which nobody can ask for more of), measured with its baseline compiler, whose frames are the bigger ones. What a
 * level takes: */
#define GUARD_DATA 10u   /* of a comparison, a repr, a hash of nested data: up to seven C functions */
#define GUARD_CALL 20u   /* of C code that calls Python code to its end: call_value, interp_run and those in between */
#define GUARD_PARSE 6u   /* of the parser or the compiler */
#define GUARD_MAX 13000u /* leaves 150 KB for whoever called the engine and for what happens below the last level */

/* Not entered: RecursionError ("maximum recursion depth exceeded" and `where`, e.g. " in comparison"). Always false. */
bool guard_refuse(Vm *vm, const char *where);
static inline bool guard_enter_for(Vm *vm, uint32_t units, const char *where) {
    if (__builtin_expect(vm->state->c_depth + units > GUARD_MAX, 0)) return guard_refuse(vm, where);
    vm->state->c_depth += units;
    return true;
}
static inline void guard_leave_for(Vm *vm, uint32_t units) {
    vm->state->c_depth -= units;
}
/* Enters one level of nested data; guard_leave must follow when it is true. */
static inline bool guard_enter(Vm *vm, const char *where) {
    return guard_enter_for(vm, GUARD_DATA, where);
}
static inline void guard_leave(Vm *vm) {
    guard_leave_for(vm, GUARD_DATA);
}
#define CALLING " while calling a Python object" /* `where`, for a call */
/* Some room beyond the limit for who has to report an error: to be given back. 0 when the last loan is still out. */
uint32_t guard_lend(Vm *vm);
static inline void guard_take_back(Vm *vm, uint32_t lent) {
    vm->state->c_depth += lent;
    vm->state->c_lent -= lent;
}
/* How deep a program that is parsed or compiled now may nest. compile.c */
uint32_t guard_parse_depth(const Vm *vm);

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
