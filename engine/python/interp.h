/* interp.h: what the interpreter's files share: frames on a thread's stack, the outcomes of a step, the slow halves of
 * instructions. Only interp*.c, frame*.c, call.c, args*.c, function*.c, generator*.c, coroutine.c, asyncgen.c, thread.c
 * and vm*.c include it.
 */
#ifndef LOOPSCOPE_PYTHON_INTERP_H
#define LOOPSCOPE_PYTHON_INTERP_H

#include "guard.h"
#include "vm_state.h"

/* ---- stacks (frame.c) ---- */

typedef struct Chunk {
    struct Chunk *below;
    size_t size; /* of data */
    _Alignas(8) char data[];
} Chunk;

/* Frames with their registers behind them, one upon the other. */
typedef struct Stack {
    char *top, *end; /* free room of the topmost chunk */
    char *base;      /* where the topmost chunk's first frame begins; NULL for the bottom chunk */
    Chunk *chunk;
    Chunk *spare; /* one emptied chunk, so that a call at a chunk's edge does not allocate each time */
} Stack;

Stack *stack_new(Vm *vm);
void stack_free(Vm *vm, Stack *stack);
void *stack_grow(Vm *vm, Stack *stack, size_t size); /* NULL with MemoryError */
void stack_shrink(Vm *vm, Stack *stack);

static inline size_t frame_size(uint32_t nregs) {
    return sizeof(Frame) + (size_t)nregs * sizeof(Value);
}
static inline void *stack_take(Vm *vm, Stack *stack, size_t size) {
    char *at = stack->top;
    if (UNLIKELY((size_t)(stack->end - at) < size)) return stack_grow(vm, stack, size);
    stack->top = at + size;
    return at;
}
static inline void stack_drop(Vm *vm, Stack *stack, void *frame) {
    stack->top = (char *)frame;
    if (UNLIKELY(stack->top == stack->base)) stack_shrink(vm, stack);
}

/* A frame on the current thread's stack, not linked yet: registers NULL, everything else zero. NULL with MemoryError.
 */
Frame *frame_take(Vm *vm, uint32_t nregs);
/* The same in a block of its own, for generators. */
Frame *frame_take_heap(Vm *vm, uint32_t nregs);
/* Links a frame as the thread's top; on_return is RETURN_VALUE or, above a native frame, RETURN_NATIVE. Python frames
 * count for the recursion limit: false with RecursionError, the frame is not linked then. */
bool frame_link(Vm *vm, Frame *frame);
/* Releases what the frame holds (its registers too). */
void frame_clear(Vm *vm, Frame *frame);
/* The same where only the first `count` registers hold anything. */
void frame_clear_first(Vm *vm, Frame *frame, uint32_t count);
/* Gives the memory back; the frame is unlinked and cleared. */
void frame_free(Vm *vm, Frame *frame);
/* Where the instruction at ip puts the result of a call. */
uint16_t instr_result(const Instr *ip);
bool raise_recursion(Vm *vm);

/* ---- steps ---- */

/* Where the interpreter goes on. */
enum interp_go {
    GO_NEXT,     /* with the instruction behind the current one */
    GO_ENTER,    /* with the thread's top frame, at its ip */
    GO_NATIVE,   /* with the thread's top frame, which is native; state->native_in is its `in` */
    GO_ERROR,    /* the exception set leaves the current instruction of the thread's top frame */
    GO_UNWIND,   /* the same, without adding a traceback entry for it */
    GO_EXIT,     /* out of interp_run: INTERP_DONE */
    GO_PARKED,   /* out of interp_run: INTERP_PARKED */
    GO_ATTENTION /* with the top frame at its ip, once interp_attention has looked */
};

/* caller_dst of a frame that call_value waits for, where on_return alone does not say so. */
#define DST_NESTED 65535u

enum interp_exit {
    INTERP_DONE,   /* a nested frame has its outcome, or the thread ended */
    INTERP_PARKED, /* the thread waits */
    INTERP_BREAK,  /* attention: slice, switch, pause, stop */
    INTERP_GOES_ON /* none of these; never interp_run's own result */
};

/* Runs the current thread from its top frame on. */
enum interp_exit interp_run(Vm *vm);
/* Runs it to the end of a frame pushed with RETURN_NESTED or RETURN_NESTED_STEP. False: stopped, an exception is set.
 */
bool interp_nested(Vm *vm);
/* The same for a frame that was just pushed (SIGNAL_PUSHED): its result. */
Value interp_pushed(Vm *vm);
/* Around the call that pushes a frame for them. False: too deep (RecursionError), or the run is being stopped. */
bool interp_nest_enter(Vm *vm);
static inline void interp_nest_leave(Vm *vm) {
    guard_leave_for(vm, GUARD_CALL);
}

/* Looks at the clock, signals, threads and the collector: 1 go on, 0 break out, -1 an exception is set. */
int interp_attention(Vm *vm);

/* The outcome of a frame goes to its driver. value is owned. */
enum interp_go interp_deliver(Vm *vm, Frame *driver, unsigned kind, unsigned dst, Value extra, enum send_status status,
                              Value value);
/* The top frame ended with a value (owned), or raised (VALUE_NULL). It is cleared and freed. */
enum interp_go interp_finish(Vm *vm, Frame *frame, Value value);
/* The native frame that walks the chain whose innermost frame is `frame` has taken value over, and the frame goes on.
 */
bool interp_walk_takes(Vm *vm, const Frame *frame, Value value);
/* The generator chain whose innermost frame is `frame` suspends and yields value (owned) to its driver. */
enum interp_go interp_suspend(Vm *vm, Frame *frame, Value value);
/* YIELD in an async generator: an async yield. value is owned. */
enum interp_go interp_async_yield(Vm *vm, Frame *frame, Value value);
/* Runs the SEND at frame->ip with `sent` (owned). */
enum interp_go interp_send(Vm *vm, Frame *frame, Value sent);
/* Delivers thread->sent to the suspended frame on top. */
enum interp_go interp_resume_sent(Vm *vm, Frame *frame);
/* Of a generator that runs: the outermost of its chain. */
Gen *gen_chain_root(const Gen *gen);
/* Links a generator's chain on the thread with `sent` (owned; an exception when thrown) for its innermost frame. The
 * generator must be created or suspended. False with RecursionError; sent is released then. */
bool gen_enter(Vm *vm, Gen *gen, Value sent, bool thrown, unsigned on_return, uint16_t dst);

/* The top frame, a coroutine's or generator's that another one awaits, returned value (owned). The frame that goes on,
 * at its ip: the same as interp_finish for the one case that is frequent. */
Frame *interp_finish_await(Vm *vm, Frame *frame, Value value);
/* Whether a running generator's frame that is driven in this way (enum on_return) holds a reference to the generator;
 * in the other cases a register or slot of the driver does. */
bool interp_holds_generator(unsigned kind);

/* ---- errors (interp_error.c) ---- */

/* The handler row for ip, or NULL. */
const Handler *interp_handler(const Code *code, const Instr *ip);
/* Enters a handler: releases registers from its depth on, stores the exception, and returns where to go on. */
const Instr *interp_handle(Vm *vm, Frame *frame, const Handler *handler);
/* What few frames that are left have beside their registers; takes those from the last to the first too. */
void interp_leave_more(Vm *vm, Frame *frame);
void interp_unbound(Vm *vm, const Code *code, uint32_t reg);
bool interp_raise(Vm *vm, Value exception, Value cause); /* VALUE_NULL: no `from` clause. Always false */
bool interp_raise_again(Vm *vm);
int interp_match(Vm *vm, Value exception, Value types); /* except clause: 1, 0, -1 */
bool op_check_star_match(Vm *vm, Frame *frame, const Instr *ip);
bool op_star_reraise(Vm *vm, Frame *frame, const Instr *ip);
bool op_exc_triple(Vm *vm, Frame *frame, const Instr *ip);
bool op_end_async_for(Vm *vm, Frame *frame, const Instr *ip); /* false: raise R[b] again (it is set) */

/* ---- the slow halves of instructions; false: an exception is set ---- */

/* Reads an operand; VALUE_NULL with UnboundLocalError. Borrowed: release a temporary with operand_done. */
static inline Value operand(Vm *vm, Frame *frame, uint32_t reg) {
    Value v = frame->regs[reg];
    if (UNLIKELY(v == VALUE_NULL)) interp_unbound(vm, frame->code, reg);
    return v;
}
static inline void operand_done(Vm *vm, Frame *frame, uint32_t reg) {
    if (reg >= frame->code->first_temp) value_clear(vm, &frame->regs[reg]);
}
/* Moves an operand out: owned. */
static inline Value operand_take(Vm *vm, Frame *frame, uint32_t reg) {
    Value v = operand(vm, frame, reg);
    if (v == VALUE_NULL) return v;
    if (reg >= frame->code->first_temp)
        frame->regs[reg] = VALUE_NULL;
    else
        value_retain(v);
    return v;
}

/* interp_ops.c */
bool op_binary(Vm *vm, Frame *frame, const Instr *ip, int op);
bool op_inplace(Vm *vm, Frame *frame, const Instr *ip, int op);
bool op_arithmetic(Vm *vm, Frame *frame, const Instr *ip, int op, bool plain); /* either of the two */
bool op_binary_int(Vm *vm, Frame *frame, const Instr *ip, int op);
bool op_inplace_int(Vm *vm, Frame *frame, const Instr *ip, int op);
bool op_unary(Vm *vm, Frame *frame, const Instr *ip, int op);
bool op_compare(Vm *vm, Frame *frame, const Instr *ip, int op);
int op_compare_jump(Vm *vm, Frame *frame, const Instr *ip, int op);     /* R[a] op R[b]: 1, 0, -1 */
int op_compare_int_jump(Vm *vm, Frame *frame, const Instr *ip, int op); /* R[a] op int b */
int op_contains(Vm *vm, Frame *frame, uint32_t item, uint32_t container);
int op_truth(Vm *vm, Frame *frame, uint32_t reg);          /* consumes */
int op_same(Vm *vm, Frame *frame, uint32_t a, uint32_t b); /* consumes */
bool op_getitem(Vm *vm, Frame *frame, const Instr *ip);
bool op_getitem_int(Vm *vm, Frame *frame, const Instr *ip);
bool op_setitem(Vm *vm, Frame *frame, const Instr *ip);
bool op_delitem(Vm *vm, Frame *frame, const Instr *ip);
bool op_build_slice(Vm *vm, Frame *frame, const Instr *ip);
bool op_get_iter(Vm *vm, Frame *frame, const Instr *ip);
int op_for_next(
    Vm *vm, Frame *frame,
    const Instr *ip); /* any iterator but generators: 1 item stored, 0 end, -1, 2: a frame that will tell was pushed */

/* interp_names.c */
bool op_load_global(Vm *vm, Frame *frame, const Instr *ip);
bool op_store_global(Vm *vm, Frame *frame, const Instr *ip);
bool op_delete_global(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_name(Vm *vm, Frame *frame, const Instr *ip);
bool op_store_name(Vm *vm, Frame *frame, const Instr *ip);
bool op_delete_name(Vm *vm, Frame *frame, const Instr *ip);
bool op_make_cell(Vm *vm, Frame *frame, const Instr *ip);
bool op_delete_cell(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_class_cell(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_dict_or_global(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_dict_or_cell(Vm *vm, Frame *frame, const Instr *ip);
bool op_print_expr(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_annotations(Vm *vm, Frame *frame, const Instr *ip);
void interp_unbound_cell(Vm *vm, const Code *code, uint32_t reg);
bool op_make_function(Vm *vm, Frame *frame, const Instr *ip);
bool op_make_plain_function(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_build_class(Vm *vm, Frame *frame, const Instr *ip);
enum interp_go op_import_name(Vm *vm, Frame *frame, const Instr *ip);
bool op_import_from(Vm *vm, Frame *frame, const Instr *ip);
bool op_import_star(Vm *vm, Frame *frame, const Instr *ip);

/* interp_attr.c. What a Site of an attribute instruction learned. */
enum site_kind {
    SITE_NONE,
    SITE_SLOT,       /* instance attribute: type version, shape, index */
    SITE_TYPE_VALUE, /* plain class attribute: type version, shape of the instance (NULL: it has none), value */
    SITE_METHOD,     /* function or method descriptor of the class: the same */
    SITE_CLASS,      /* attribute of a class itself: its version, value */
    SITE_COMPUTED,   /* attribute that a getter in C computes: type version, value: its descriptor */
    SITE_MODULE,     /* module attribute: version of the keys of its dict, index */
    SITE_MEMBER,     /* property with a Python getter: type version, shape, value: the getter */
    SITE_ADD,        /* STORE_ATTR that adds the attribute: type version, shape, value: the next shape */
    SITE_GLOBAL,     /* LOAD_GLOBAL: keys version of globals, index */
    SITE_BUILTIN     /* keys version of globals, version2 of builtins, index */
};
bool op_load_attr(Vm *vm, Frame *frame, const Instr *ip);
bool op_store_attr(Vm *vm, Frame *frame, const Instr *ip);
bool op_delete_attr(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_method(Vm *vm, Frame *frame, const Instr *ip);
bool op_load_special(Vm *vm, Frame *frame, const Instr *ip);

/* interp_build.c */
bool op_build_list(Vm *vm, Frame *frame, const Instr *ip);
bool op_build_tuple(Vm *vm, Frame *frame, const Instr *ip);
bool op_build_set(Vm *vm, Frame *frame, const Instr *ip);
bool op_build_dict(Vm *vm, Frame *frame, const Instr *ip);
bool op_build_string(Vm *vm, Frame *frame, const Instr *ip);
bool op_list_append(Vm *vm, Frame *frame, const Instr *ip);
bool op_list_extend(Vm *vm, Frame *frame, const Instr *ip);
bool op_list_to_tuple(Vm *vm, Frame *frame, const Instr *ip);
bool op_set_add(Vm *vm, Frame *frame, const Instr *ip);
bool op_set_update(Vm *vm, Frame *frame, const Instr *ip);
bool op_dict_set(Vm *vm, Frame *frame, const Instr *ip);
bool op_dict_update(Vm *vm, Frame *frame, const Instr *ip);
/* TypeError about the arguments for callee: format takes its name (%S) and v. Always false. */
bool interp_complain(Vm *vm, Value callee, const char *format, Value v);
/* Adds a mapping's items as keyword arguments for callee, with CPython's complaints. */
bool interp_merge_keywords(Vm *vm, Dict *into, Value from, Value callee);
bool op_dict_merge(Vm *vm, Frame *frame, const Instr *ip);
bool op_convert(Vm *vm, Frame *frame, const Instr *ip);
bool op_format(Vm *vm, Frame *frame, const Instr *ip);
bool op_format_piece(Vm *vm, Frame *frame, const Instr *ip);
bool op_format_spec(Vm *vm, Frame *frame, const Instr *ip);
bool op_unpack(Vm *vm, Frame *frame, const Instr *ip);
bool op_unpack_ex(Vm *vm, Frame *frame, const Instr *ip);

/* interp_match.c */
bool op_match_sequence(Vm *vm, Frame *frame, const Instr *ip);
bool op_match_mapping(Vm *vm, Frame *frame, const Instr *ip);
bool op_match_keys(Vm *vm, Frame *frame, const Instr *ip);
bool op_match_class(Vm *vm, Frame *frame, const Instr *ip);
bool op_get_len(Vm *vm, Frame *frame, const Instr *ip);

/* interp_send.c */
bool op_get_aiter(Vm *vm, Frame *frame, const Instr *ip);
bool op_get_anext(Vm *vm, Frame *frame, const Instr *ip);
bool op_get_awaitable(Vm *vm, Frame *frame, const Instr *ip);
bool op_get_yield_from(Vm *vm, Frame *frame, const Instr *ip);

/* interp_call.c. The run of a call is consumed when it does not raise. SIGNAL-free: the result is in its register. */
enum interp_go interp_call_result(Vm *vm, Frame *frame, Value *run, uint32_t count, uint32_t dst, Value result);
enum interp_go op_call(Vm *vm, Frame *frame, const Instr *ip);
enum interp_go op_call_kw(Vm *vm, Frame *frame, const Instr *ip);
enum interp_go op_call_ex(Vm *vm, Frame *frame, const Instr *ip);

/* ---- calls ---- */

/* args.c: binds arguments to the first registers (all NULL before), which own them. TypeError in CPython's words.
 * `self` is VALUE_NULL or comes before args. False: what was bound stays for frame_clear. */
bool function_bind(Vm *vm, Function *fn, Value *regs, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* Lets go of the arguments of a call that function_bind has refused, in CPython's order: first what no parameter takes.
 */
void function_refused(Vm *vm, const Code *code, Value *args, uint32_t npositional, Tuple *kwnames);
/* args_native.c: puts the words that CPython's function in C has for it in the place of the TypeError set. */
void raise_like_c(Vm *vm, const Function *fn, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* function.c: calls a Python function: pushes its frame (SIGNAL_PUSHED), or returns its generator. */
Value function_call(Vm *vm, Function *fn, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* A frame for fn, registers NULL but free variables filled. On the heap for generators. */
Frame *function_frame(Vm *vm, Function *fn);
/* native.c: checks keywords and counts, then calls. self: VALUE_NULL for functions. owner: for messages of methods. */
Value native_call(Vm *vm, const MethodDef *def, Type *owner, Str *module, Value self, const Value *args, uint32_t nargs,
                  Tuple *kwnames);
/* call_tail with self before args. */
Value call_with_self(Vm *vm, Value callee, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value native_wrong_count(Vm *vm, const MethodDef *def, Type *owner, Str *module, Value self, uint32_t nargs);
static inline bool native_accepts(const MethodDef *def,
                                  uint32_t nargs) { /* nargs positional arguments and no keywords */
    return def->keywords || (nargs >= def->min && (nargs <= def->max || def->max == 255));
}
/* ---- plain calls, the frequent kind ---- */

/* What makes a call more than moving positional arguments and filling in defaults. */
#define CODE_CALL_SLOW                                                                                                 \
    (CODE_VARARGS | CODE_VARKEYWORDS | CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR | CODE_IN_C)

static inline bool function_takes(const Function *fn, uint32_t nargs) { /* nargs positional arguments, no keywords */
    const Code *code = fn->code;
    if (UNLIKELY((code->flags & CODE_CALL_SLOW) != 0 || code->kwonly != 0)) return false;
    if (LIKELY(code->argcount == nargs)) return true;
    return nargs < code->argcount && fn->defaults != VALUE_NULL &&
           code->argcount - nargs <= AS(Tuple, fn->defaults)->length;
}

/* A frame for a function that takes `nargs` arguments, linked; the caller's reference to fn moves into it. Its first
 * nargs registers are for the caller to fill; parameters behind them have their defaults. NULL with an exception. */
static inline Frame *frame_plain(Vm *vm, Frame *caller, uint32_t dst, Function *fn, uint32_t nargs) {
    Thread *thread = vm->thread;
    Code *code = fn->code;
    if (UNLIKELY(thread->depth >= vm->state->recursion_limit)) {
        raise_recursion(vm);
        return NULL;
    }
    uint32_t nregs = code->nregs;
    Frame *f = stack_take(vm, thread->stack, frame_size(nregs));
    if (UNLIKELY(f == NULL)) return NULL;
    thread->depth++;
    Value *regs = (Value *)(void *)(f + 1);
    f->caller = caller;
    f->code = code;
    f->ip = code->instrs;
    f->regs = regs;
    f->globals = fn->globals;
    f->function = obj_value(fn);
    f->namespace = f->handled = f->extra = VALUE_NULL;
    f->gen = NULL;
    f->resume = NULL;
    f->object = NULL;
    f->nregs = nregs;
    f->state = 0;
    f->caller_dst = (uint16_t)dst;
    f->on_return = RETURN_VALUE;
    f->flags = 0;
    uint32_t i = nargs;
    if (UNLIKELY(i < code->argcount)) {
        const Tuple *defaults = AS(Tuple, fn->defaults);
        for (; i < code->argcount; i++)
            regs[i] = value_retain(defaults->items[defaults->length - (code->argcount - i)]);
    }
    for (; i < nregs; i++) {
        regs[i] = VALUE_NULL;
        __asm__ volatile("" ::: "memory"); /* a few stores: a call of memset would cost more */
    }
    if (code->nfree > 0) {
        const Value *cells = AS(Tuple, fn->closure)->items;
        for (uint32_t k = 0; k < code->nfree; k++) regs[code->first_free + k] = value_retain(cells[k]);
    }
    thread->top = f;
    return f;
}

/* generator.c: makes the generator, coroutine or async generator of a frame taken from the heap (taken over). */
Value gen_new(Vm *vm, Frame *frame, Function *fn);
/* Whether it runs now, maybe inside a chain that runs. */
bool gen_is_running(const Gen *gen);
/* Makes a generator that another frame drives the root of its own chain. */
void gen_detach(Gen *gen);
/* Runs it one step in a nested interpreter. sent is owned; *result is. */
enum send_status gen_step_nested(Vm *vm, Gen *gen, Value sent, bool thrown, Value *result);
/* The error of sending to a generator that runs or, for coroutines, is closed. False: none applies. */
bool gen_refuse(Vm *vm, Gen *gen, bool sending);
/* The instance that throw(type_or_instance, value, traceback) throws, owned; VALUE_NULL with TypeError. */
Value gen_thrown_value(Vm *vm, const char *method, const Value *args, uint32_t nargs);
/* The instance, owned, of what is thrown: that itself, or made of the tuple of arguments that throw() was given.
 * VALUE_NULL with TypeError when they are none of an exception. */
Value gen_thrown_made(Vm *vm, Value thrown);
/* Links the chain and returns SIGNAL_PUSHED, for methods; keeps the generator alive while it runs. */
Value gen_push(Vm *vm, Gen *gen, Value sent, bool thrown, unsigned on_return, Value extra);
Value gen_close(Vm *vm, Gen *gen);
bool gen_is(Vm *vm, Value v);          /* generator, coroutine or async generator */
void gen_drop_frame(Vm *vm, Gen *gen); /* frees the frame of a generator that does not run */
void gen_finalize(Vm *vm, Value self);
bool gen_is_final(const Obj *self);
/* generator_type.c: what all kinds of generators share */
void gen_dealloc(Vm *vm, Obj *self);
void gen_clear(Vm *vm, Obj *self);
void gen_traverse(Obj *self, VisitFn visit, void *context);
Value gen_repr(Vm *vm, Value self);
enum send_status gen_slot_send(Vm *vm, Value self, Value sent, Value *result);
bool gen_set_text(Vm *vm, Str **slot, Value value, const char *what);
Value gen_send_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value gen_throw_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value gen_close_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value gen_get_name(Vm *vm, Value self);
Value gen_get_qualname(Vm *vm, Value self);
bool gen_set_name(Vm *vm, Value self, Value value);
bool gen_set_qualname(Vm *vm, Value self, Value value);
Value gen_get_running(Vm *vm, Value self);
Value gen_get_suspended(Vm *vm, Value self);
Value gen_get_frame(Vm *vm, Value self);
Value gen_get_code(Vm *vm, Value self);
Value gen_get_awaited(Vm *vm, Value self);

/* coroutine.c */
typedef struct CoroutineWrapper {
    Obj head;
    Value coroutine;
} CoroutineWrapper;
/* What `await` drives for v, owned; VALUE_NULL with TypeError. where: 0 plain, 1 from __aenter__, 2 from __aexit__, 3
 * anext. */
Value awaitable_of(Vm *vm, Value v, unsigned where);
/* Warns that it was never awaited; origin: of coroutine_origin. */
void coroutine_unawaited(Vm *vm, Value coroutine, Str *qualname, Value origin);
/* generator.c. Where the coroutine that is being made is made, where that is asked for (debug mode); VALUE_NULL: an
 * exception is set, or it is not asked for. */
Value coroutine_origin(Vm *vm);

/* asyncgen.c. asend and athrow objects. */
enum async_state { ASYNC_INIT, ASYNC_ITER, ASYNC_CLOSED };
enum async_mode { ASYNC_NONE, ASYNC_SEND, ASYNC_THROW, ASYNC_CLOSE };
typedef struct AsyncStep {
    Obj head;
    Value gen;  /* the async generator */
    Value sent; /* value to send, or exception to throw; VALUE_NULL for close */
    uint8_t state;
    uint8_t mode; /* enum async_mode */
} AsyncStep;
bool async_step_is(Vm *vm, Value v);
/* SEND on an asend or athrow object from a frame. */
enum interp_go async_step_send(Vm *vm, Frame *frame, AsyncStep *step, Value sent);
/* gen_step on one. */
Value async_step_push(Vm *vm, AsyncStep *step, Value sent, bool thrown);
/* Maps how the frame of an async generator ended to its driver's outcome. */
enum send_status async_outcome(Vm *vm, Gen *gen, enum send_status status, Value *value);
Value async_gen_anext(Vm *vm, Value self);
/* What anext(iterator, fallback) awaits: `awaitable` (from __anext__), but StopAsyncIteration gives fallback. Borrows
 * both. */
Value anext_awaitable_new(Vm *vm, Value awaitable, Value fallback);
bool async_gen_finalize(Vm *vm, Gen *gen); /* false: it has no hook, close it */

/* build_class.c */
extern const MethodDef build_class_def;

/* thread.c */
bool threads_boot(Vm *vm);        /* the main thread */
void threads_drop_frames(Vm *vm); /* all frames of all threads; the current thread is the main one then */
void threads_release(Vm *vm);     /* every value that threads hold */
void threads_close(Vm *vm);       /* frees them; no value may be released afterwards */
/* The next thread after the current one that can run now, parked ones whose deadline has passed too; NULL: none,
 * *wake_at is when the first will be (INFINITY: never). */
Thread *thread_next_ready(Vm *vm, double now, double *wake_at);
/* The one that thread_hand_over named, if it can run; NULL otherwise. */
Thread *thread_take_next(Vm *vm);
/* vm_run.c: makes it the one that runs, for a full turn. */
void thread_begin_turn(Vm *vm, Thread *thread);
bool thread_others_alive(Vm *vm);                         /* any that the program's end waits for */
void thread_finish(Vm *vm, Thread *thread, Value result); /* its bottom frame returned (owned) or raised (VALUE_NULL) */
/* Makes a thread the one that runs. */
void thread_switch(Vm *vm, Thread *thread);

/* args_suggest.c: the candidate that `name` was probably meant to be, borrowed, or NULL. */
Str *suggest_name(Vm *vm, Str *name, Str *const *candidates, uint32_t count);

/* vm_signal.c: hands the signals that are there to the main thread, which runs now: false when one raised. [py] */
bool signals_deliver(Vm *vm);
/* The same for other threads: handlers run in the main thread alone, which is woken for them. */
void signals_hand_over(Vm *vm);
/* One signal, as if it had come from outside (signal.raise_signal). False with an exception. [py] */
bool signal_send(Vm *vm, int number);

#endif
