/* frame.h: frames, green threads, native frames, functions, generators: how code runs without the C stack.
 *
 * A call from Python code to Python code pushes a Frame on the current Thread and goes on in the same C function. A
 * primitive that needs the result of Python code before it can go on either calls it to its end (call_value: small,
 * non-waiting pieces) or is a native frame: a C state machine with slots, resumed with each result, which can wait.
 */
#ifndef LOOPSCOPE_PYTHON_FRAME_H
#define LOOPSCOPE_PYTHON_FRAME_H

#include "code.h"
#include "object.h"

typedef struct Frame Frame;
typedef struct Thread Thread;
typedef struct Gen Gen;
typedef struct Traceback Traceback;

/* C code that runs as a frame. `in` is the result of what it called last (owned by resume; VALUE_NONE the first time
 * and after a park), or VALUE_NULL when that raised (the exception is set). It returns a value          the frame's
 * result; the frame is popped VALUE_NULL       the frame raises what is set SIGNAL_PUSHED    it called something by
 * call_tail (or native_push): resume comes again with the result SIGNAL_PARKED    the thread waits; resume comes again
 * with VALUE_NONE SIGNAL_YIELDED   (coroutines only) suspends; thread->yielded holds what is yielded; resume gets what
 * is sent */
typedef Value (*NativeResume)(Vm *vm, Frame *frame, Value in);

/* What happens to the caller when a frame ends (R is the caller's registers, dst = caller_dst). */
enum on_return {
    RETURN_VALUE,        /* R[dst] = result */
    RETURN_DISCARD_INIT, /* __init__: result must be None; R[dst] = the instance kept in the frame's `extra` */
    RETURN_NATIVE,       /* the caller is a native frame: resume it */
    RETURN_NESTED,       /* call_value waits for it: leave the nested interpreter */
    RETURN_FOR,          /* generator driven by FOR_ITER: a yield is the item, return ends the loop */
    RETURN_ITEM,         /* next_push's frame for FOR_ITER: its result is the item, StopIteration ends the loop */
    RETURN_SEND,         /* driven by SEND: return is the result, a yield suspends the caller too */
    RETURN_NEXT,         /* driven by next()/send()/throw(): a yield is the result, return raises StopIteration */
    RETURN_CLOSE_SEND,   /* closed because its driver's SEND is to end with the GeneratorExit kept in `extra` */
    RETURN_THREAD,       /* the bottom of a thread */
    RETURN_STEP,         /* driven by gen_step from a native frame: it learns the outcome */
    RETURN_WALK,         /* as RETURN_STEP, of a generator that the native frame's slots keep (next_step) */
    RETURN_NESTED_STEP,  /* driven to its next outcome by C code that waits (slots.next, throw in a destructor) */
    RETURN_CLOSE,        /* driven by close(): GeneratorExit and StopIteration are the end, a yield is a RuntimeError */
    RETURN_AGAIN,        /* walk_operand: the caller's instruction is done again, with the result in thread->walked */
    RETURN_REDO,         /* redo.h: the outcome is noted, and the caller's instruction done again */
    RETURN_TOLD,         /* settrace.c: the caller's TRACE is done, the result is dropped */
    RETURN_HOOK          /* frame.c's own further kinds begin here */
};

struct Frame {
    Frame *caller;       /* NULL at the bottom of a thread and while a generator is suspended */
    Code *code;          /* borrowed from function or owned by `owner`; NULL: native */
    const Instr *ip;     /* the instruction that runs (or waits) now */
    Value *regs;         /* code->nregs registers, or a native frame's slots */
    Dict *globals;       /* owned by the function */
    Value function;      /* owned: keeps code, globals and closure alive; VALUE_NULL for native frames */
    Value namespace;     /* owned: class bodies and exec; or VALUE_NULL */
    Value handled;       /* owned: the exception that code of this frame handles now (sys.exception()), or VALUE_NULL
                          (None too: nothing is handled, but the frame has an object) */
    Value extra;         /* owned: see on_return */
    Gen *gen;            /* the generator this frame belongs to, borrowed; NULL for plain calls */
    NativeResume resume; /* native frames */
    union {
        void *context;              /* native frames: their own */
        struct FrameObject *object; /* Python frames: owned once somebody names it, else NULL */
    };
    uint32_t nregs;
    int32_t state; /* native frames: their own; 0 at first */
    uint16_t caller_dst;
    uint8_t on_return;
    uint8_t flags; /* enum frame_flag */
};

enum frame_flag {
    FRAME_SENT = 1 << 0,   /* a suspended frame that was just pushed: thread->sent is for it */
    FRAME_THROWN = 1 << 1, /* and that is an exception to raise where it waits */
    FRAME_PARKED = 1 << 2, /* a primitive it called parked the thread: the call's result is None on waking */
    FRAME_FRESH = 1 << 4,  /* with FRAME_THROWN: the frame has not begun yet */
    FRAME_ATHROW = 1 << 5, /* with FRAME_THROWN: by the asend or athrow that drives it, not through what awaits that */
    FRAME_TOLD = 1 << 6,   /* the event log was told of it: engine/aio's values.c */
    FRAME_HEAP = 1 << 3,   /* a generator's own block, not on the thread's stack */
    FRAME_ALONE = 1 << 7,  /* went on by a throw, not by those that await it: what they handle is not seen from here */
};

/* Why a thread is not running. */
enum thread_state { THREAD_READY, THREAD_PARKED, THREAD_ENDED };

/* What the event log says of a thread while others run: Trace's fields of these names. */
typedef struct ThreadTrace {
    uint32_t current, line;
} ThreadTrace;

/* A green thread: its frames, its exception, what it waits for. Thread 1 is the main thread. */
struct Thread {
    Thread *next;  /* all threads of the Vm, in order of creation */
    Frame *top;    /* the frame that runs; NULL when ended */
    Value error;   /* the exception set, owned, or VALUE_NULL */
    Value yielded; /* see SIGNAL_YIELDED */
    Value result;  /* of the bottom frame, owned, once ended (VALUE_NULL: it raised, see error) */
    uint8_t state;
    bool interrupted;                      /* woken by a signal rather than by its deadline */
    double wake_at;                        /* PARKED: deadline in host seconds, INFINITY: until thread_wake */
    uint32_t id;                           /* 1, 2, ... */
    uint32_t trace_id;                     /* worker id in the event log; 0 for the main thread */
    ThreadTrace traced;                    /* valid while another thread runs */
    uint32_t depth;                        /* Python frames on it, for RecursionError */
    Value running_loop;                    /* asyncio's running loop of this thread, owned, or VALUE_NULL */
    Value python;                          /* threading.Thread object, owned, or VALUE_NULL */
    struct Tracing *tracing;               /* settrace.h; NULL: it never had a listener */
    void *aio;                             /* engine/aio's own */
    void (*ended)(Vm *vm, Thread *thread); /* called when the bottom frame ended; may be NULL */
    void *stack;                           /* frame.c: chunks that frames and registers are taken from */
    Value sent;                            /* owned: what the suspended frame that was just pushed gets (FRAME_SENT) */
    Value walked;                          /* owned: see RETURN_AGAIN */
    const Frame *walked_for;               /* whose instruction wants it */
    enum send_status outcome;              /* gen_step_outcome while another thread runs */
    bool daemon;                           /* the program's end does not wait for it */
    bool pinned;                           /* waits with C code on the stack (park_nested) */
    struct Redo *redo;                     /* redo.h */
    bool mute;                             /* what it writes to the standard streams is dropped */
};

/* Pushes a native frame with `nslots` slots (VALUE_NULL each), on the current thread. NULL: MemoryError or
 * RecursionError. Return SIGNAL_PUSHED after it. */
Frame *native_push(Vm *vm, NativeResume resume, uint32_t nslots);
/* A generator object that runs C code, for await to drive: its frame is not on a thread yet; fill frame->regs through
 * *frame. */
Value native_generator(Vm *vm, const char *name, NativeResume resume, uint32_t nslots, Frame **frame);

/* Drives a coroutine or generator from a native frame, one step: pushes its suspended frames on the thread and returns
 * SIGNAL_PUSHED; then resume is called with
 *   thread->step_status-like outcome read by gen_step_outcome(vm): SEND_YIELDED (in = what it yielded), SEND_RETURNED
 *   (in = its return value), SEND_RAISED (in = VALUE_NULL, the exception is set).
 * `sent` is owned; with `thrown` set, it is an exception to throw in at the place where the coroutine waits. Other
 * awaitable objects with a send slot or a `send` method work too. O(1) in the depth of awaits. When the outcome is
 * there at once (an error, an object that is no generator) nothing is pushed: the return value is what `in` would be,
 * and gen_step_outcome is set: look for SIGNAL_PUSHED. */
Value gen_step(Vm *vm, Value coroutine, Value sent, bool thrown);
/* throw() with more than one argument is deprecated. False: the warning became an error. */
bool gen_throw_warn(Vm *vm, const char *method, uint32_t nargs);
enum send_status gen_step_outcome(Vm *vm);

/* Whether the log's lines are those of this code: the program's own, not those of other files. */
bool code_is_told(Vm *vm, const Code *code);
/* The innermost frame of the suspended (or running) coroutine that is no code of the library, and the line of the
 * innermost that is told; NULL and 0 when there is none. */
Frame *gen_user_frame(Vm *vm, Value coroutine, uint32_t *line);
/* The innermost non-library frame running now and its line (for warnings, traces, reports). */
Frame *frame_user(Vm *vm, uint32_t *line);
uint32_t frame_line(const Frame *frame);
/* The same as the log tells it (trace_place). */
uint32_t frame_place(const Frame *frame);
/* settrace.c: the same for one that stands at a TRACE, or at an instruction without a line after one; else `line`. */
uint32_t settrace_line(const Frame *frame, uint32_t line);

/* A new green thread that will call callee(*args); it is READY. NULL: MemoryError. */
Thread *thread_new(Vm *vm, Value callee, const Value *args, uint32_t nargs);
/* The current thread parks until `deadline` (or thread_wake): sets state and returns SIGNAL_PARKED to be returned by
 * the primitive. In a nested interpreter it comes back when the wait is over, with VALUE_NONE; the other threads had
 * their turns meanwhile.
 */
Value thread_park(Vm *vm, double deadline);
/* `to` runs next; the current thread stays ready. Returns SIGNAL_PARKED, or VALUE_NONE in a nested interpreter, where
 * it does nothing. */
Value thread_hand_over(Vm *vm, Thread *to);
void thread_wake(Vm *vm, Thread *thread);
/* A parked thread goes on for a signal, and parks again if nothing came of that. One that C code waits for looks
 * itself. */
void thread_interrupt(Thread *thread);
/* Ends another thread where it waits, as a killed process ends. False: nothing is done, it has C code on the stack. */
bool thread_kill(Vm *vm, Thread *thread);
bool vm_is_nested(const Vm *vm); /* inside call_value */

/* The exception being handled by the innermost frame that handles one (sys.exception()), borrowed; VALUE_NULL: none.
 * What raise_value chains as __context__. */
Value frame_handled(Vm *vm);
/* Runs module or expression code as a call of its own: module level, exec, eval. locals VALUE_NULL: the globals. With
 * `tail` it returns SIGNAL_PUSHED, to be returned as one's own; else [py] the code's value. */
Value code_run(Vm *vm, Code *code, Dict *globals, Value locals, bool tail);
/* The same as a last act, for code with free variables: `closure` is the tuple of their cells, or VALUE_NULL. */
Value code_run_closure(Vm *vm, Code *code, Dict *globals, Value locals, Value closure);
/* next(iterator) as a primitive's last act: may return a signal. An end raises StopIteration, or gives `fallback`
 * (borrowed) when that is not VALUE_NULL. */
Value next_tail(Vm *vm, Value iterator, Value fallback);
/* Whether an iterator is stepped as a generator: it is one, or one of those that the library makes of generators. */
Value gen_next(Vm *vm, Value self);
static inline bool gen_steps(Value iterator) {
    return value_is_obj(iterator) && value_obj(iterator)->type->slots.next == gen_next;
}
/* The type of such an iterator of the library, by its full name ("itertools.chain"), static; VALUE_NULL: error. */
Value gen_iterator_type(Vm *vm, const char *name);
/* types.coroutine: from now on the generators that a generator function makes can be awaited. False with an exception.
 */
bool function_make_awaitable(Vm *vm, Value function);
/* What await takes as it is: a coroutine object, or a generator of such a function. */
bool is_coroutine(Vm *vm, Value v);
/* A coroutine, or an object made in C that looks like one (asyncio.sleep's); no generator. */
bool acts_as_coroutine(Vm *vm, Value v);
/* The locals of a frame that runs Python code, as a new dict; the namespace itself (retained) in class bodies and exec,
 * the globals at module level. */
Value frame_locals(Vm *vm, Frame *frame);
/* The innermost frame that runs Python code (library code too); NULL: none. */
Frame *frame_python(Vm *vm);

/* Python functions. */
typedef struct Function {
    Obj head;
    void *attrs_[3]; /* Attrs block, shape.h */
    Code *code;
    Dict *globals;
    Dict *builtins;
    Value defaults;    /* Tuple or VALUE_NULL */
    Value kwdefaults;  /* Dict or VALUE_NULL */
    Value closure;     /* Tuple of Cell or VALUE_NULL */
    Value annotate;    /* function or VALUE_NULL */
    Value annotations; /* Dict once asked for, or VALUE_NULL */
    Str *name, *qualname;
    Value module, doc;
    Value type_params; /* Tuple or VALUE_NULL */
    Value native;      /* CODE_IN_C: the builtin function that does its work */
    void *weakrefs;
} Function;
Value function_new(Vm *vm, Code *code, Dict *globals);
static inline bool function_binds(Value function) { /* as an attribute of a class */
    return !(AS(Function, function)->code->flags & CODE_UNBOUND);
}

enum gen_state { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_CLOSED };
/* generator, coroutine, async_generator: told apart by head.type. */
struct Gen {
    Obj head;
    Frame *frame;    /* owned (heap block); NULL when closed */
    Code *code;      /* owned: of its frame, once that is gone; NULL when that was native */
    Frame *inner;    /* while suspended and not driven: the innermost frame of the chain of SENDs that begins here */
    Gen *root;       /* the generator whose driver resumes this one: itself, or one further out in the chain of SENDs */
    uint32_t base;   /* while it runs: the thread's depth below its chain */
    uint32_t height; /* while it is suspended: Python frames in its chain */
    Str *name, *qualname;
    Value awaiting; /* what it awaits when that is no generator (future, iterator), borrowed from a register */
    Value origin;   /* debug mode: where it was created, owned, or VALUE_NULL */
    uint8_t state;
    bool warned;                       /* coroutine: was started or its warning was given */
    bool driven;                       /* is being awaited by another frame */
    uint8_t async_running, hooks_done; /* async generators */
    bool close_asked;                  /* async generators: aclose() began; none and no athrow() does again */
    bool alone;                        /* of a root: a frame of its chain may be FRAME_ALONE */
    Value finalizer;                   /* async generators: the loop's hook, owned */
    void *weakrefs;
};

/* The frame ends: its code is the generator's now. Before the frame's function is released. */
static inline void gen_keep_code(Gen *gen) {
    gen->code = gen->frame->code;
    if (gen->code != NULL) obj_retain(gen->code);
}

/* The frame object (sys._getframe, tb_frame, cr_frame), one for each frame that somebody asked for or a traceback
 * names: they share it, and the frame holds it while it lives. outlived.c */
typedef struct FrameObject {
    Obj head;
    Frame *frame;             /* while that is there, else NULL */
    struct FrameObject *back; /* of the frame that called it, owned, or NULL; once it has ended */
    Code *code;               /* once it has ended: this and the globals belong to `keeps` */
    Dict *globals;
    struct FrameMore *more;          /* owned, or NULL */
    struct FrameObject *passed_next; /* owned: in Exception.passed, the next towards where that was raised, or NULL */
    uint32_t passed_instr, passed_number; /* and what its entry would be: Traceback.instr, the collector's number */
    bool passed;
    uint32_t instr;
    uint16_t room;  /* of regs */
    uint16_t nregs; /* once it has ended: of regs; 0 when there was nothing in them */
    Value keeps;    /* once it has ended: its function, or the code */
    Value regs[];   /* its registers that have names, moved here when it ended */
} FrameObject;
/* What few frame objects have. */
typedef struct FrameMore {
    Value locals;   /* of a class body or exec, once ended: its namespace; else a Dict of further names, written through
                     * f_locals, or VALUE_NULL */
    List *replaced; /* what writing through f_locals replaced, or NULL: an instruction may be using it */
    Value trace;    /* f_trace, or VALUE_NULL */
    bool trace_not_lines, trace_opcodes;
    uint32_t line;           /* the last one that f_trace was told of, or 0 */
    Value called;            /* the function in C that it calls now, as sys.setprofile was told, or VALUE_NULL */
    uint32_t monitored_line; /* the same two for sys.monitoring: the call is (function, first argument) */
    Value monitored;
} FrameMore;
/* The frame's, borrowed, made when it has none; NULL when memory ran out (the other sets no exception). */
FrameObject *frame_object(Vm *vm, Frame *frame);
FrameObject *frame_object_opt(Vm *vm, Frame *frame);
/* frame_object.c. [py] One of a frame that never was, of the builtins, with room for one variable; owned. */
FrameObject *frame_object_ended(Vm *vm, Code *code);
/* [py] Its own, made when it has none. */
FrameMore *frame_object_more(Vm *vm, FrameObject *object);
const Code *frame_object_code(const FrameObject *object);
/* The registers that have names; NULL: it ended with nothing in them. */
Value *frame_object_registers(FrameObject *object);
/* f_locals: the namespace of module and class level, else a new FrameLocalsProxy. frame_locals.c */
Value frame_object_locals(Vm *vm, FrameObject *object);
/* Prepends the entry of a function that is Python in CPython and C here, whose frame ended with `held` in a variable.
 * Without memory nothing happens. */
void traceback_add_library(Vm *vm, Value exception, const char *function, Value held);
/* A frame with an object ends: that gets what its variables hold if anybody names it still. */
void frame_outlived(Vm *vm, Frame *frame);

/* Traceback entries: made while an exception leaves a frame. traceback.c */
struct Traceback {
    Obj head;
    Value next;         /* towards where it was raised; Traceback or VALUE_NULL */
    FrameObject *frame; /* owned */
    uint32_t instr;     /* index of the instruction; none has that index: it died before it began */
    int32_t line;       /* tb_lineno of one that the program made; 0: the instruction's */
};
const Code *traceback_code(const Traceback *entry);
/* Borrowed; NULL: it has none. */
Dict *traceback_globals(const Traceback *entry);
/* The variables of its frame, borrowed; NULL when that ended without any object in them. */
const Value *traceback_registers(const Traceback *entry);
/* Prepends an entry for `frame` to the traceback of the exception set (called by the interpreter while unwinding). */
void traceback_here(Vm *vm, Frame *frame);
/* The same for a frame that ends before it begins: the entry shows the line of its `def`. */
void traceback_unbegun(Vm *vm, Frame *frame);
/* Prints an exception with its chain and groups to stream 2 as CPython does (library frames left out). Clears nothing.
 */
void exception_print(Vm *vm, Value exception);
/* This exception alone, without its chain, markers, notes and advice: as CPython prints what nobody can catch. */
void exception_print_bare(Vm *vm, Value exception);
/* The same as a Str. limit-less. */
Str *exception_format(Vm *vm, Value exception);

/* Parts of that: the source at a place with its markers, four columns in ('' when it is not known); what stands below
 * the frames, without the notes. traceback_format.c */
Str *traceback_source(Vm *vm, Str *filename, const Position *position);
Str *exception_last_lines(Vm *vm, Value exception);

/* source_encoding.c. A source that is no UTF-8 and declares its encoding as text, owned; NULL: it is left as it is.
 * False with an exception: SyntaxError when it cannot be decoded. */
bool source_decode(Vm *vm, const char *source, size_t length, Str **decoded);
/* Where the text of a source line comes from: registered sources by file name. vm_state: source.c */
bool source_register(Vm *vm, Str *filename, const char *text, size_t length);
/* The whole text of a file, borrowed; false when unknown. */
bool source_whole(const Vm *vm, const Str *filename, const char **text, size_t *length);
/* The line (from 1) without its newline, borrowed bytes; false when unknown. */
bool source_line(Vm *vm, Str *filename, uint32_t line, const char **text, size_t *length);
/* The same as a string, asking linecache too where the program has files or has loaded it. NULL: there is no such line,
 * or no memory; without an exception. */
Str *source_line_anywhere(Vm *vm, Str *filename, uint32_t line);

#endif
