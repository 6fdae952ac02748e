/* vm_state.h: what the interpreter's own files know of the Vm beyond object.h. */
#ifndef LOOPSCOPE_PYTHON_VM_STATE_H
#define LOOPSCOPE_PYTHON_VM_STATE_H

#include "frame.h"
#include "object.h"
#include "redo.h"
#include "../include/loopscope/host.h"
#include "../include/loopscope/trace.h"

/* Bits of VmState.attention, looked at by LOOP and calls when non-zero (or when the budget is used up). */
enum vm_attention {
    ATTENTION_SIGNAL = 1 << 0, /* host has a signal */
    ATTENTION_STOP = 1 << 1,   /* end the run: an exception no Python code can catch */
    ATTENTION_SLICE = 1 << 2,  /* hand control back to the host */
    ATTENTION_SWITCH = 1 << 3, /* give another thread a turn */
    ATTENTION_GC = 1 << 4,
    ATTENTION_PAUSE = 1 << 5,
};

typedef struct SourceFile {
    struct SourceFile *next;
    Str *filename;
    char *text; /* owned copy */
    size_t length;
    uint32_t *line_starts; /* owned; made on first use */
    uint32_t nlines;
} SourceFile;

/* How long one piece of work has kept its thread busy, as far as slices have ended in it; whoever begins a piece clears
 * it. Kept while the log of the loop is on. */
typedef struct BusyTime {
    double seconds;
    uint32_t line; /* of the program, where the first slice ended; 0: none did */
    bool parked;   /* the thread was parked in between */
} BusyTime;

/* patience.c: how long the virtual clock has stood still in a program that does not wait. */
struct Patience {
    double at;       /* the moment */
    double computed; /* seconds, at the pace of UNITS_PER_SECOND */
    uint32_t asks;   /* for the time */
    bool lost;       /* it has happened before */
};

struct VmState {
    Thread *threads; /* all, main first */
    Thread *main_thread;
    uint32_t next_thread_id;
    int32_t budget;      /* counts down at LOOP and calls; 0: look at the clock and at attention */
    int32_t budget_full; /* what it begins with */
    uint32_t attention;
    double slice_end;       /* host time at which the slice is over */
    BusyTime busy;          /* of the thread of a running loop */
    double switch_at;       /* of the same clock: another ready thread gets its turn */
    double switch_interval; /* seconds of a turn: sys.setswitchinterval */
    uint32_t nested;        /* depth of call_value interpreters */
    uint32_t opaque;        /* > 0: what C code has called cannot be called again (redo.h) */
    uint32_t through;       /* so many of the nested calls are parts of what calls them (redo.h) */
    bool redoing;           /* C code is being left so that its thread can wait (redo.h) */
    struct {
        const Frame *frame;
        const Instr *ip;
        int32_t budget;
    } last_call;                    /* where C code last called Python code to the end, and the budget then (redo.h) */
    struct RedoJournal journal;     /* redo.h */
    Value redo_signal;              /* what leaving looks like to it, or VALUE_NULL */
    uint32_t pinned;                /* depth of waits inside them (park_nested) */
    Thread *next_thread;            /* see thread_hand_over, or NULL */
    uint32_t recursion_limit;       /* 1000 */
    uint32_t max_str_digits;        /* 4300 */
    bool lines;                     /* compile LINE instructions */
    Dict *told_files;               /* told_files.c: name -> number; NULL: none yet */
    bool traces;                    /* settrace.c: somebody has listened, all code has TRACE instructions */
    struct Monitoring *monitoring;  /* monitoring.c; NULL: no tool was ever in use */
    bool debug;                     /* asyncio's debug mode by default */
    bool dev_finalizing;            /* the program has ended, modules are being cleared */
    bool modules_gone;              /* so are asyncio's, which held what is let go of now: nobody is warned */
    uint32_t type_version;          /* the last one given out */
    uint32_t c_depth;               /* how much of the C stack those that recurse take now (guard.h) */
    uint32_t c_lent;                /* how much of it is on loan (guard_lend) */
    Value no_memory;                /* error.c: the MemoryError kept for when there is none */
    uint32_t dealloc_depth;         /* object.c: nested deallocations */
    Obj *dealloc_later;             /* object.c: objects that wait for their deallocation */
    struct FinalizedSet *finalized; /* finalized.c: live objects whose finalizer was called */
    uint64_t gc_allocated, gc_threshold; /* container objects made since the last collection */
    uint32_t gc_births;                  /* the number of the container made last */
    uint32_t passed;                     /* traceback.c: entries of tracebacks that are not made yet */
    Obj **gc_garbage; /* gc.c: what it finalizes now, each at the index that is its number; or NULL */
    uint32_t gc_garbage_count;
    bool gc_enabled, gc_running;
    SourceFile *sources;
    struct Frozen *library[4]; /* library.c: LIBRARY_IMAGES */
    bool only_checks;          /* what is compiled will not run (vm_check_syntax) */
    void *interned;            /* str.c: the table of interned strings */
    Type *made_types;          /* type.c: the last one that type_make made, owned */
    void *method_cache;        /* type.c */
    void *warnings;            /* warnings.c: what was shown already */
    Value asyncgen_firstiter,
        asyncgen_finalizer;          /* sys.set_asyncgen_hooks of the running loop (current thread's), owned */
    uint32_t coroutine_origin_depth; /* sys.set_coroutine_origin_tracking_depth */
    Value sys_argv;                  /* List */
    int exit_status;
    void *module_state[64];      /* native modules' own, by the index in modules.def */
    Value signal_handlers[65];   /* signal.signal: handler or VALUE_NULL; number is the index */
    uint32_t signals_pending[3]; /* one bit each: they came, and wait for the main thread */
    bool (*signal_hook)(Vm *vm,
                        int number); /* engine/aio: loop.add_signal_handler; NULL: none. False: not for a loop */
    enum send_status step_outcome;   /* gen_step_outcome */
    Value nested_value;              /* what the frame that a nested interpreter waited for returned (interp.c) */
    List *replaced_code;             /* function_attrs.c: what functions ran before __code__ was set, owned, or NULL */
    Value native_in;                 /* `in` of the native frame that is resumed next, which owns it from then on */
    uint32_t awaits;                 /* counts suspensions of tasks, to tell an await that went straight through */
    uint32_t switch_budget;          /* the same for another thread's turn */
    uint32_t ask_again;              /* vm_run.c: when it is asked again whether that can begin */
    Module *main_module;             /* __main__, owned, until the program has ended */
    Str *program_name;               /* owned: the file name of tracebacks */
    double net_latency, net_bandwidth; /* VmOptions: engine/aio's network begins with them */
    struct Patience patience;
    double waited;         /* seconds in which nothing ran: the process's own time is what is left */
    bool stopping;         /* no Python code runs any more */
    bool finished;         /* the program has ended, exit_status is valid */
    uint32_t dict_version; /* the last keys version given out (dict.c) */
    void *repr_marks;      /* containers whose repr is being made (guard.c) */
    Value std_files[3];    /* the first sys.stdin, stdout, stderr, owned (text_file.c) */
    Value importer;        /* import_finders.c: the function of _importer that finds modules, owned */
    bool import_missed;    /* import.c: the import under way asked for a module that is not here */
    Dict *preloaded;       /* import.c: name -> module, loaded and not asked for yet; NULL: none */
    bool preloading;
    Value (*native_module)(Vm *vm,
                           Str *name); /* engine/aio's modules; VALUE_NULL without an exception: not one of them */
    /* engine/aio: the file of CPython's library that a native frame stands for, and its line there; NULL: none */
    const char *(*native_place)(const Frame *frame, uint32_t *line);
    /* Code of CPython's library that is C here runs, called by this frame: for warnings; NULL: none does */
    const Frame *library_caller;
    const char *library_file;
    uint32_t library_line;
    /* engine/aio: a line of `frame` is about to run (NULL: the program has run its last); NULL: nobody is to be told */
    void (*tell_line)(Vm *vm, Frame *frame);
    void (*aio_free)(Vm *vm); /* end of vm_free: engine/aio's state goes when no object can need it any more */
};

/* For how long a thread goes on while others are ready: seconds, of which whole microseconds count as in CPython, and
 * with them how many loop ends and calls pass between two looks at the clock. */
/* patience.c: What time it is, when the program asks; and that it has computed for so long. On the virtual clock either
 * may make time pass. */
double vm_ask_time(Vm *vm);
void vm_note_computing(Vm *vm, double seconds);
void vm_set_switch_interval(Vm *vm, double seconds);

/* Whether somebody may wait for the thread that runs. */
static inline bool vm_has_threads(const Vm *vm) {
    return vm->state->threads->next != NULL;
}

#endif
