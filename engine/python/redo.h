/* redo.h: instructions that are done again because something that their C code called has waited.
 *
 * C code that calls Python code (a property's getter, __getitem__, __eq__ in a comparison) does so by a nested
 * interpreter, so that code cannot leave the C stack while it waits. Where the instruction around it can be done twice,
 * it need not stay: the C code is left as by an exception, the thread waits like any other with the frames that it has,
 * and when the call is over its outcome is noted and the instruction done once more, in which that call, and those
 * before it, are answered from the notes. What cannot be done twice (it takes items out of an iterator, it has written)
 * waits on the C stack as park_nested says: other threads run on top of it.
 */
#ifndef LOOPSCOPE_REDO_H
#define LOOPSCOPE_REDO_H

#include "frame.h"

/* What C code calls is known when it is called: a method's function and object, for methods are made anew each time
 * they are looked up. Borrowed, and only compared. */
typedef struct RedoCall {
    const Frame *frame; /* whose instruction calls */
    Value function, self;
    Value result; /* owned, or VALUE_NULL: it raised */
    Value error;  /* owned */
} RedoCall;

/* The calls of instructions that are being done which are over and have not waited. A later one of the same
 * instruction may wait all the same when the outcomes of those before it are all here. */
typedef struct RedoJournal {
    RedoCall *calls;
    uint32_t count, capacity;
    uint32_t from; /* those of the innermost instruction that calls begin here */
    bool partial;  /* and are not all that it has made */
} RedoJournal;

typedef struct RedoLevel {
    uint32_t from;
    bool partial;
} RedoLevel;

/* call_value, while there are other threads: `further` says whether the same instruction has made a call before.
 * True: what it did must not be done again, so this call cannot be left. Afterwards the other takes the outcome down.
 */
bool redo_call_begins(Vm *vm, bool further, RedoLevel *level);
void redo_call_ends(Vm *vm, Value callee, Value result, RedoLevel level);
/* While another thread runs on top of this one's C code, and when the run is over. */
RedoLevel redo_journal_hide(Vm *vm);
void redo_journal_show(Vm *vm, RedoLevel level);
void redo_journal_free(Vm *vm);

/* While there are notes, a thread with C code on the stack looks so often whether they are over. More than one: who
 * looks must get on. */
#define REDO_BUDGET 32

/* Whether the current thread may park although C code has called what runs: from here to the outermost instruction all
 * can be done again. Makes what is noted room; then the thread must be parked, and every call_value on the way out says
 * redo_leave. */
/* The `ip` of a native frame that does now what can be done again: redo_may_park may leave it, and `resume` is called
 * once more, with VALUE_NONE. Left, it returns VALUE_NULL with VmState.redoing set, having changed nothing. */
extern const Instr redo_native;
bool redo_may_park(Vm *vm);
/* call_value: the nested interpreter was left since its thread waits. The callee's outcome is to be noted for the
 * instruction of `base`. Sets what looks like an exception. */
void redo_leave(Vm *vm, const Frame *base, Frame *lowest, Value callee);
/* The loop got that exception: clears it. */
void redo_left(Vm *vm);
/* A frame that redo_leave has marked is over: its outcome (value, or the exception set) is noted for `driver`. value is
 * owned. */
void redo_note(Vm *vm, const Frame *driver, Value value);
/* Whether the call of `callee` by the top frame's instruction has its outcome in the notes: *result (owned) or
 * VALUE_NULL with an exception. through: see redo_goes_through. */
bool redo_knows(Vm *vm, Value callee, bool through, Value *result);
/* Whether a call can be made again after something that it called has waited. */
bool redo_call_again(Vm *vm, Value callee, const Value *args, uint32_t nargs, bool named);
/* Whether call_value calls C code that can be called again: it is a part of what calls it, so that the calls that it
 * makes are noted and not itself, unless it pushes a frame. */
bool redo_goes_through(Vm *vm, Value callee, const Value *args, uint32_t nargs, const Tuple *kwnames);
/* Something that a native frame did, which could be done again, is done; or all of it (its `ip` is cleared). */
void redo_step(Vm *vm, const Frame *frame);
void redo_forget(Vm *vm, Frame *frame);
/* The instructions of the current thread that were being done again are done, except those that wait. */
void redo_settle(Vm *vm);
/* A thread has ended. */
void redo_free(Vm *vm, Thread *thread);

#endif
