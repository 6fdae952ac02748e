/* walk.h: going through an iterable whose items come from Python code: by native frames, so that this code may wait
 * (time.sleep, input, a lock, another thread's result) while nothing of ours is on the C stack.
 */
#ifndef LOOPSCOPE_PYTHON_WALK_H
#define LOOPSCOPE_PYTHON_WALK_H

#include "frame.h"

/* ---- next_frame.c: one item ---- */

/* Whether next(iterator) runs Python code, or calls something that does. */
bool next_runs_code(Vm *vm, Value iterator);
/* FOR_ITER asks for the next item [owned] of such an iterator, which is no generator. VALUE_NULL: the end, or an
 * exception is set. SIGNAL_PUSHED: a frame was pushed with RETURN_ITEM. */
Value next_for(Vm *vm, Value iterator);
/* A native frame asks for the next item [owned] of any iterator. VALUE_NULL: the end, or an exception is set.
 * SIGNAL_PUSHED: return it; what resume gets then goes through next_result, which gives one of the first two. */
Value next_step(Vm *vm, Value iterator);
Value next_result(Vm *vm, Value iterator, Value in);

/* next(iterator), as next_tail, of one for which next_runs_code is true and which is no generator. */
Value next_frame_tail(Vm *vm, Value iterator, Value fallback);

/* ---- walk.c: all items ---- */

enum walk_go { WALK_ON, WALK_ENOUGH, WALK_FAILED };
enum { WALK_STATE = 4 };

typedef struct WalkOps {
    /* Takes an item (owned). WALK_FAILED: an exception is set. */
    enum walk_go (*item)(Vm *vm, Value *state, Value item);
    /* The same where that runs no Python code, cannot fail, and is not the last: nothing but a jump for a generator
     * that yields it. False: nothing was done. */
    bool (*quick)(Vm *vm, Value *state, Value item);
    /* After the last item, or WALK_ENOUGH: the result [owned], or as a primitive's last act; VALUE_NULL with an
     * exception. */
    Value (*end)(Vm *vm, Value *state);
} WalkOps;

/* Whether a primitive should walk: 1 with *iterator [owned]; 0: the iterable's items cost no Python code; -1: an
 * exception is set. */
int walk_wanted(Vm *vm, Value iterable, Value *iterator);
/* Walks: the primitive's last act. The iterator and the `count` values of the state are taken over, in any case. */
Value walk_tail(Vm *vm, const WalkOps *ops, Value iterator, const Value *state, uint32_t count);
/* The same with one value, which stays the caller's too. */
Value walk_into_tail(Vm *vm, const WalkOps *ops, Value iterator, Value target);
/* Walks what an instruction has for an operand, and does the instruction again. False, which the instruction's function
 * is to return as well: with an exception, or because a frame was pushed. When the instruction is done again walk_came
 * is true, once, with what ops->end made [owned]. */
bool walk_operand(Vm *vm, const WalkOps *ops, Value iterator, const Value *state, uint32_t count);
bool walk_operand_into(Vm *vm, const WalkOps *ops, Value iterator, Value target);
bool walk_operand_list(Vm *vm, Value iterator); /* makes a new list */
bool walk_came(Vm *vm, const Frame *frame, Value *walked);
/* For whoever needs all items at once: ops->item is walk_append, state[0] a new list, state[1] is `more` (taken over).
 */
Value walk_list_tail(Vm *vm, const WalkOps *ops, Value iterator, Value more);
enum walk_go walk_append(Vm *vm, Value *state, Value item);
bool walk_append_quick(Vm *vm, Value *state, Value item);
bool walk_never_quick(Vm *vm, Value *state, Value item);
/* A generator that `driver` walks yields an item. True: it was taken over, and the generator goes on with None. */
bool walk_takes(Vm *vm, Frame *driver, Value item);

#endif
