/* settrace.h: sys.settrace and sys.setprofile: who listens, and the moments at which the interpreter tells them. A
 * thread without listeners pays one look at Thread.tracing where frames end by an exception, suspend or are resumed;
 * all else is told by TRACE instructions (traced_code.c), which are in no code before a program first asks for it.
 */
#ifndef LOOPSCOPE_PYTHON_SETTRACE_H
#define LOOPSCOPE_PYTHON_SETTRACE_H

#include "interp.h"

typedef struct Tracing {
    Value trace, profile; /* owned, or VALUE_NULL */
    uint32_t busy;        /* a listener runs: nobody is told of what it does */
} Tracing;

static inline bool settrace_listens(const Vm *vm) {
    const Tracing *tracing = vm->thread->tracing;
    return tracing != NULL && tracing->busy == 0;
}

/* The instruction TRACE: GO_NEXT, or a frame that tells was pushed. */
enum interp_go op_trace(Vm *vm, Frame *frame, const Instr *ip);
/* These call the listeners to their end. What those raise replaces the exception set. */
void settrace_raised(Vm *vm, Frame *frame);  /* the exception set left an instruction of the frame */
void settrace_unwound(Vm *vm, Frame *frame); /* and leaves the frame */
/* The frame's chain suspends with a value; false: a listener raised, and the value was released. */
bool settrace_suspended(Vm *vm, Frame *frame, Value value);
/* The generator was just linked, with its chain down to `inner`: what a listener raises is thrown in there. */
void settrace_resumed(Vm *vm, const Gen *gen, Frame *inner);
/* What the frame iterated over or awaited ended with `value`. */
bool settrace_stopped(Vm *vm, Frame *frame, Value value);
void settrace_reraised(Vm *vm, Frame *frame); /* the exception set goes on from a handler's end */
void settrace_handled(Vm *vm, Frame *frame);  /* and is about to be handled */
void settrace_forget(Vm *vm, Thread *thread);
/* All code gets its second row. False with MemoryError. */
bool settrace_begin(Vm *vm);
/* What a function of C that makes frames change to that row returns. */
Value settrace_change(Vm *vm);

#endif
