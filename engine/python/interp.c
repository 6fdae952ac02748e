/* interp.c: the dispatch loop. It runs the top frame of the current thread, pushes and pops frames for calls,
 * generators and awaits without recursing in C, and leaves when a nested frame has its outcome, the thread waits, or
 * attention is due. What is frequent stands here; everything else is a call to the slow half of the instruction
 * (interp_*.c).
 *
 * `ip` is the instruction that runs; it is saved in the frame (SAVE) before anything that can raise, call or look at
 * lines.
 */
#include "redo.h"
#include "interp.h"

#include "dict.h"
#include "iterators.h"
#include "settrace.h"
#include "shape.h"

#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#define CASE(NAME) label_##NAME
#define DISPATCH() goto *labels[ip->op]
#else
#define CASE(NAME) case OP_##NAME
#define DISPATCH() goto dispatch
#endif
#define NEXT()                                                                                                         \
    do {                                                                                                               \
        ip++;                                                                                                          \
        DISPATCH();                                                                                                    \
    } while (0)
#define SAVE() (frame->ip = ip)
/* A Python frame's registers, and whether one of them is a temporary. What can be had from the frame by a load or two
 * is not kept in variables of its own: a browser's compiler saves each of them wherever an instruction might call. */
#define REG(N) (((Value *)(void *)(frame + 1))[N])
#define IS_TEMP(N) ((N) >= frame->code->first_temp)

/* Stores an owned value in a register and releases what it held. */
#define STORE(DST, V)                                                                                                  \
    do {                                                                                                               \
        Value *slot_ = &REG(DST);                                                                                      \
        Value old_ = *slot_;                                                                                           \
        *slot_ = (V);                                                                                                  \
        if (value_is_obj(old_)) {                                                                                      \
            SAVE();                                                                                                    \
            value_release(vm, old_);                                                                                   \
        }                                                                                                              \
    } while (0)
/* The ends of many instructions: a jump by ip->c, a result for ip->a. Where dispatch is one place anyway, so are they.
 */
#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#define JUMP_WHEN(CONDITION)                                                                                           \
    do {                                                                                                               \
        if (CONDITION) JUMP_BY(SHORT_C());                                                                             \
        NEXT();                                                                                                        \
    } while (0)
#define STORE_NEXT(V)                                                                                                  \
    do {                                                                                                               \
        STORE(ip->a, V);                                                                                               \
        NEXT();                                                                                                        \
    } while (0)
#else
#define JUMP_WHEN(CONDITION)                                                                                           \
    do {                                                                                                               \
        truth = (CONDITION);                                                                                           \
        goto jump_when;                                                                                                \
    } while (0)
#define STORE_NEXT(V)                                                                                                  \
    do {                                                                                                               \
        value = (V);                                                                                                   \
        goto store_next;                                                                                               \
    } while (0)
#endif
/* Releases an operand if it is a temporary. */
#define DONE(N, V)                                                                                                     \
    do {                                                                                                               \
        if (IS_TEMP(N)) {                                                                                              \
            Value done_ = (V);                                                                                         \
            SAVE();                                                                                                    \
            REG(N) = VALUE_NULL;                                                                                       \
            value_release(vm, done_);                                                                                  \
        }                                                                                                              \
    } while (0)
#define JUMP_BY(OFFSET)                                                                                                \
    do {                                                                                                               \
        ip += 1 + (OFFSET);                                                                                            \
        DISPATCH();                                                                                                    \
    } while (0)
#define SHORT_C() ((int16_t)ip->c)
#define WIDE() ((int32_t)instr_wide(*ip))

/* An instruction that is nothing but its slow half. */
#define SLOW(NAME, CALL)                                                                                               \
    CASE(NAME) : {                                                                                                     \
        SAVE();                                                                                                        \
        if (UNLIKELY(!(CALL))) goto error;                                                                             \
        NEXT();                                                                                                        \
    }
#define GO(NAME, CALL)                                                                                                 \
    CASE(NAME) : {                                                                                                     \
        SAVE();                                                                                                        \
        go = (CALL);                                                                                                   \
        if (LIKELY(go == GO_NEXT)) NEXT();                                                                             \
        goto go_on;                                                                                                    \
    }

/* Int arithmetic works on tagged words: 2x+1. Overflow of the word is overflow of the small int. */
#define ARITHMETIC(NAME, INT_EXPR, FLOAT_EXPR, BINARY)                                                                 \
    CASE(NAME) : CASE(I##NAME) : {                                                                                     \
        Value a = REG(ip->b), b = REG(ip->c);                                                                          \
        int64_t r;                                                                                                     \
        if (LIKELY(values_are_ints(a, b)) && LIKELY(INT_EXPR)) {                                                       \
            STORE_NEXT((Value)r);                                                                                      \
        }                                                                                                              \
        if (value_is_flonum(a) && value_is_flonum(b)) {                                                                \
            double x = flonum_value(a), y = flonum_value(b), d = (FLOAT_EXPR);                                         \
            if (LIKELY(flonum_fits(d))) {                                                                              \
                STORE_NEXT(flonum_pack(d));                                                                            \
            }                                                                                                          \
        }                                                                                                              \
        SAVE();                                                                                                        \
        if (UNLIKELY(!op_arithmetic(vm, frame, ip, BINARY, ip->op == OP_##NAME))) goto error;                          \
        NEXT();                                                                                                        \
    }
#define INT_ADD (!__builtin_add_overflow((int64_t)(a - 1), (int64_t)b, &r))
#define INT_SUB (!__builtin_sub_overflow((int64_t)a, (int64_t)(b - 1), &r))
/* Both within 31 bits, so that the product needs no 128-bit multiplication (wasm has none). */
#define FITS_31(V) ((int64_t)(V) >= INT32_MIN && (int64_t)(V) <= INT32_MAX)
#define INT_MUL (FITS_31(a) && FITS_31(b) && ((void)(r = ((int64_t)(a - 1) * ((int64_t)b >> 1)) | 1), true))

#define FLOAT_DIVIDE(NAME, BINARY)                                                                                     \
    CASE(NAME) : CASE(I##NAME) : {                                                                                     \
        Value a = REG(ip->b), b = REG(ip->c);                                                                          \
        if (value_is_flonum(a) && value_is_flonum(b) && flonum_value(b) != 0.0) {                                      \
            double d = flonum_value(a) / flonum_value(b);                                                              \
            if (LIKELY(flonum_fits(d))) {                                                                              \
                STORE_NEXT(flonum_pack(d));                                                                            \
            }                                                                                                          \
        }                                                                                                              \
        SAVE();                                                                                                        \
        if (UNLIKELY(!op_arithmetic(vm, frame, ip, BINARY, ip->op == OP_##NAME))) goto error;                          \
        NEXT();                                                                                                        \
    }

#define INT_ONLY(NAME, GUARD, RESULT, BINARY)                                                                          \
    CASE(NAME) : CASE(I##NAME) : {                                                                                     \
        Value a = REG(ip->b), b = REG(ip->c);                                                                          \
        if (LIKELY(values_are_ints(a, b)) && LIKELY(GUARD)) {                                                          \
            Value r = (RESULT);                                                                                        \
            STORE_NEXT(r);                                                                                             \
        }                                                                                                              \
        SAVE();                                                                                                        \
        if (UNLIKELY(!op_arithmetic(vm, frame, ip, BINARY, ip->op == OP_##NAME))) goto error;                          \
        NEXT();                                                                                                        \
    }
#define WITH_INT(NAME, GUARD, RESULT, SLOW_CALL)                                                                       \
    CASE(NAME) : {                                                                                                     \
        Value a = REG(ip->b);                                                                                          \
        int64_t b = (int16_t)ip->c;                                                                                    \
        if (LIKELY(value_is_int(a)) && LIKELY(GUARD)) {                                                                \
            Value r = (RESULT);                                                                                        \
            STORE_NEXT(r);                                                                                             \
        }                                                                                                              \
        SAVE();                                                                                                        \
        if (UNLIKELY(!SLOW_CALL)) goto error;                                                                          \
        NEXT();                                                                                                        \
    }

/* Tagged ints compare as words, flonums by value. */
#define COMPARE(NAME, OPERATOR, OP)                                                                                    \
    CASE(NAME) : {                                                                                                     \
        Value a = REG(ip->b), b = REG(ip->c);                                                                          \
        if (LIKELY(values_are_ints(a, b))) {                                                                           \
            bool r = (int64_t)a OPERATOR(int64_t) b;                                                                   \
            STORE_NEXT(value_bool(r));                                                                                 \
        }                                                                                                              \
        if (value_is_flonum(a) && value_is_flonum(b)) {                                                                \
            bool r = flonum_value(a) OPERATOR flonum_value(b);                                                         \
            STORE_NEXT(value_bool(r));                                                                                 \
        }                                                                                                              \
        SAVE();                                                                                                        \
        if (UNLIKELY(!op_compare(vm, frame, ip, OP))) goto error;                                                      \
        NEXT();                                                                                                        \
    }
#define COMPARE_JUMP(NAME, OPERATOR, OP, WHEN)                                                                         \
    CASE(NAME) : {                                                                                                     \
        Value a = REG(ip->a), b = REG(ip->b);                                                                          \
        if (LIKELY(values_are_ints(a, b))) {                                                                           \
            JUMP_WHEN(((int64_t)a OPERATOR(int64_t) b) == (WHEN));                                                     \
        }                                                                                                              \
        if (value_is_flonum(a) && value_is_flonum(b)) {                                                                \
            JUMP_WHEN((flonum_value(a) OPERATOR flonum_value(b)) == (WHEN));                                           \
        }                                                                                                              \
        SAVE();                                                                                                        \
        truth = op_compare_jump(vm, frame, ip, OP);                                                                    \
        if (UNLIKELY(truth < 0)) goto error;                                                                           \
        JUMP_WHEN((truth != 0) == (WHEN));                                                                             \
    }
#define COMPARE_INT_JUMP(NAME, OPERATOR, OP)                                                                           \
    CASE(NAME) : {                                                                                                     \
        Value a = REG(ip->a);                                                                                          \
        if (LIKELY(value_is_int(a))) {                                                                                 \
            JUMP_WHEN(!(value_as_small(a) OPERATOR(int16_t) ip->b));                                                   \
        }                                                                                                              \
        SAVE();                                                                                                        \
        truth = op_compare_int_jump(vm, frame, ip, OP);                                                                \
        if (UNLIKELY(truth < 0)) goto error;                                                                           \
        JUMP_WHEN(truth == 0);                                                                                         \
    }
#define IS_JUMP(NAME, WHEN)                                                                                            \
    CASE(NAME) : {                                                                                                     \
        SAVE();                                                                                                        \
        truth = op_same(vm, frame, ip->a, ip->b);                                                                      \
        if (UNLIKELY(truth < 0)) goto error;                                                                           \
        JUMP_WHEN((truth != 0) != (WHEN));                                                                             \
    }
#define IN_JUMP(NAME, WHEN)                                                                                            \
    CASE(NAME) : {                                                                                                     \
        SAVE();                                                                                                        \
        truth = op_contains(vm, frame, ip->a, ip->b);                                                                  \
        if (UNLIKELY(truth < 0)) goto error;                                                                           \
        JUMP_WHEN((truth != 0) != (WHEN));                                                                             \
    }
#define TRUTH_STORE(NAME, CALL, WHEN)                                                                                  \
    CASE(NAME) : {                                                                                                     \
        SAVE();                                                                                                        \
        truth = (CALL);                                                                                                \
        if (UNLIKELY(truth < 0)) goto error;                                                                           \
        STORE_NEXT(value_bool((truth != 0) == (WHEN)));                                                                \
    }

static inline int quick_truth(Value v) { /* -1: ask op_truth */
    if (v == VALUE_TRUE) return 1;
    if (v == VALUE_FALSE || v == VALUE_NONE) return 0;
    if (value_is_int(v)) return v != value_small(0);
    return -1;
}

static inline int64_t floor_div(int64_t a, int64_t b) { /* b > 0 or b < -1 */
    int64_t q = a / b;
    return q - ((a % b != 0) && ((a < 0) != (b < 0)));
}

static inline int64_t floor_mod(int64_t a, int64_t b) {
    int64_t r = a % b;
    return r != 0 && ((r < 0) != (b < 0)) ? r + b : r;
}

/* Takes a plain frame that returns off the stack and releases what it holds (no temporary holds anything then:
 * verify.c). What runs for that is called by its caller, as in CPython. */
static inline void frame_leave(Vm *vm, Frame *frame) {
    Thread *thread = vm->thread;
    Value *regs = frame->regs;
    thread->top = frame->caller;
    if (UNLIKELY((frame->handled | frame->namespace) != VALUE_NULL)) interp_leave_more(vm, frame);
    for (uint32_t i = frame->code->first_temp; i-- > 0;) { /* from the last to the first, as 3.14 does */
        Value v = regs[i];
        if (value_is_obj(v)) {
            regs[i] = VALUE_NULL;
            value_release(vm, v);
        }
    }
    /* What ran for what was released may have made it an object: that of a frame that it was called by. */
    if (UNLIKELY(frame->handled != VALUE_NULL)) interp_leave_more(vm, frame);
    thread->depth--;
    Value function = frame->function;
    stack_drop(vm, thread->stack, frame);
    value_release(vm, function);
}

/* ---- between two stretches of instructions ----
 * In a function of its own: whatever else stood in the loop of interp_run, with an entry of its own, would make
 * WebAssembly ask at every instruction which of the two entries it came by. */

/* The exception set leaves the top frame's instruction: to its handler (true), or out of the frame. */
static bool unwind_frame(Vm *vm, Frame *frame, enum interp_go *go) {
    const Handler *handler = interp_handler(frame->code, frame->ip);
    if (handler != NULL) {
        if (UNLIKELY(vm->thread->tracing != NULL)) settrace_handled(vm, frame);
        frame->ip = interp_handle(vm, frame, handler);
        return true;
    }
    if (UNLIKELY(vm->thread->tracing != NULL)) settrace_unwound(vm, frame);
    *go = interp_finish(vm, frame, VALUE_NULL);
    return false;
}

/* The top frame is C code; state->native_in is what it waited for. */
static enum interp_go resume_native(Vm *vm, Frame *frame) {
    struct VmState *state = vm->state;
    Value in = state->native_in;
    if (UNLIKELY(--state->budget <= 0) && in != VALUE_NULL) {
        vm->thread->sent = in;
        frame->flags |= FRAME_SENT;
        return GO_ATTENTION;
    }
    Value value = frame->resume(vm, frame, in);
    if (value == SIGNAL_PUSHED) return GO_ENTER;
    if (value == SIGNAL_PARKED) {
        frame->flags |= FRAME_PARKED;
        return GO_PARKED;
    }
    if (UNLIKELY(state->redoing)) return GO_ERROR;
    if (value != SIGNAL_YIELDED) return interp_finish(vm, frame, value);
    value = vm->thread->yielded;
    vm->thread->yielded = VALUE_NULL;
    return interp_suspend(vm, frame, value);
}

static inline void forget_sent(Vm *vm, Frame *frame) {
    if (LIKELY(!(frame->flags & FRAME_SENT))) return;
    frame->flags &= (uint8_t) ~(FRAME_SENT | FRAME_THROWN);
    value_clear(vm, &vm->thread->sent);
}

/* Until the thread's top frame goes on at its ip, or interp_run ends. */
static NOINLINE enum interp_exit interp_go_on(Vm *vm, enum interp_go go) {
    Thread *const thread = vm->thread;
    struct VmState *const state = vm->state;
    int truth;
    for (;;) {
        Frame *frame = thread->top;
        switch (go) {
        case GO_NEXT: frame->ip++; return INTERP_GOES_ON;
        case GO_ERROR:
        case GO_UNWIND:
            if (UNLIKELY(state->redoing)) {
                redo_left(vm);
                return INTERP_PARKED;
            }
            if (frame->on_return == RETURN_AGAIN && !error_is_set(vm)) { /* walk_operand: nothing has failed */
                go = GO_ENTER;
                break;
            }
            forget_sent(vm, frame);
            if (frame->code == NULL) {
                state->native_in = VALUE_NULL;
                go = GO_NATIVE;
                break;
            }
            if (go == GO_ERROR) {
                if (UNLIKELY(state->attention & ATTENTION_STOP)) return INTERP_BREAK;
                traceback_here(vm, frame);
                if (UNLIKELY(thread->tracing != NULL)) settrace_raised(vm, frame);
            } else if (UNLIKELY(thread->tracing != NULL)) {
                settrace_reraised(vm, frame);
            }
            if (unwind_frame(vm, frame, &go)) return INTERP_GOES_ON;
            break;
        case GO_EXIT: return INTERP_DONE;
        case GO_PARKED: return INTERP_PARKED;
        case GO_ATTENTION:
            truth = interp_attention(vm);
            /* Also where it could go on: a browser that has optimised interp_run meanwhile uses that from the next call
             * on. */
            if (truth > 0 || (truth == 0 && state->nested == 0)) return INTERP_BREAK;
            go = truth < 0 ? GO_ERROR : GO_ENTER;
            break;
        case GO_ENTER:
            if (UNLIKELY(vm->trace->stop_hit) && state->nested == 0) return INTERP_BREAK;
            if (UNLIKELY(frame->flags & (FRAME_SENT | FRAME_PARKED))) {
                go = interp_resume_sent(vm, frame);
                if (go == GO_NEXT) {
                    frame->ip++;
                    go = GO_ENTER;
                }
                break;
            }
            if (frame->code != NULL) return INTERP_GOES_ON;
            state->native_in = VALUE_NONE;
            go = GO_NATIVE;
            break;
        case GO_NATIVE: go = resume_native(vm, frame); break;
        }
    }
}

#if !defined(__GNUC__) || defined(__EMSCRIPTEN__)
static bool (*const slow_ops[OPCODE_COUNT])(Vm *, Frame *, const Instr *) = {
#define SLOW_OP(NAME, FUNCTION) [OP_##NAME] = FUNCTION,
#include "slow_ops.def"
};
#endif

enum interp_exit interp_run(Vm *vm) {
#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
    static const void *const labels[] = {
#define OP(NAME, A, B, C, MEANING) &&label_##NAME,
#include "opcodes.def"
#undef OP
    };
#endif
    Frame *frame = NULL;
    const Instr *ip = NULL;
    Value value;
    int truth;
    enum interp_go go;
    goto enter;

#if !defined(__GNUC__) || defined(__EMSCRIPTEN__)
jump_when:
    ip += truth ? 1 + SHORT_C() : 1;
    goto dispatch;
store_next:
    STORE(ip->a, value);
    ip++;
dispatch:
    switch ((enum opcode)ip->op) {
#endif

        CASE(NOP) : CASE(EXT) : NEXT();

        CASE(LINE) : {
            uint32_t line = instr_wide(*ip);
            vm->trace->line = line;
            if (LIKELY(trace_line(vm->trace, line))) NEXT();
            if (UNLIKELY(vm->state->tell_line != NULL)) {
                frame->ip = ip;
                vm->state->tell_line(vm, frame);
            }
            if (trace_wants(vm->trace, TRACE_LINE)) trace_line_whole(vm->trace, line);
            if (UNLIKELY(vm->state->attention != 0 || vm->trace->stop_hit)) {
                frame->ip = ip + 1;
                if (vm->trace->stop_hit && vm->state->nested == 0) return INTERP_BREAK;
                goto attention;
            }
            NEXT();
        }

        GO(TRACE, op_trace(vm, frame, ip))

        CASE(LOAD_CONST) : {
            STORE_NEXT(value_retain(frame->code->consts[instr_wide(*ip)]));
        }
        CASE(LOAD_INT) : {
            STORE_NEXT(value_small(WIDE()));
        }
        CASE(LOAD_NULL) : {
            STORE_NEXT(VALUE_NULL);
        }
        CASE(MOVE) : {
            value = REG(ip->b);
            if (UNLIKELY(value == VALUE_NULL)) goto unbound_b;
            if (IS_TEMP(ip->b))
                REG(ip->b) = VALUE_NULL;
            else
                value_retain(value);
            STORE_NEXT(value);
        }
        CASE(COPY) : {
            STORE_NEXT(value_retain(REG(ip->b)));
        }
        CASE(CLEAR) : {
            STORE_NEXT(VALUE_NULL);
        }
        CASE(DELETE_LOCAL) : CASE(CHECK_BOUND) : {
            if (UNLIKELY(REG(ip->a) == VALUE_NULL)) goto unbound_a;
            if (ip->op == OP_DELETE_LOCAL) STORE_NEXT(VALUE_NULL);
            NEXT();
        }

        CASE(LOAD_GLOBAL) : {
            const Site *site = &frame->code->sites[ip->b];
            if (LIKELY(site->version == frame->globals->version)) {
                if (LIKELY(site->kind == SITE_GLOBAL)) {
                    value = frame->globals->entries[site->index].value;
                    STORE_NEXT(value_retain(value));
                }
                if (LIKELY(site->kind == SITE_BUILTIN && site->version2 == vm->builtins->version)) {
                    value = vm->builtins->entries[site->index].value;
                    STORE_NEXT(value_retain(value));
                }
            }
            SAVE();
            if (UNLIKELY(!op_load_global(vm, frame, ip))) goto error;
            NEXT();
        }
        CASE(LOAD_CELL) : {
            value = AS(Cell, REG(ip->b))->value;
            if (UNLIKELY(value == VALUE_NULL)) {
                SAVE();
                interp_unbound_cell(vm, frame->code, ip->b);
                goto error;
            }
            STORE_NEXT(value_retain(value));
        }
        CASE(STORE_CELL) : {
            SAVE();
            value = operand_take(vm, frame, ip->b);
            if (UNLIKELY(value == VALUE_NULL)) goto error;
            value_set(vm, &AS(Cell, REG(ip->a))->value, value);
            NEXT();
        }
        CASE(LOAD_NAMESPACE) : {
            value = frame->namespace != VALUE_NULL ? frame->namespace : obj_value(frame->globals);
            STORE_NEXT(value_retain(value));
        }

        ARITHMETIC(ADD, INT_ADD, x + y, BINARY_ADD)
        ARITHMETIC(SUB, INT_SUB, x - y, BINARY_SUB)
        ARITHMETIC(MUL, INT_MUL, x * y, BINARY_MUL)
        FLOAT_DIVIDE(TRUEDIV, BINARY_TRUEDIV)
        INT_ONLY(FLOORDIV, (int64_t)b > 1, value_small(floor_div(value_as_small(a), value_as_small(b))),
                 BINARY_FLOORDIV)
        INT_ONLY(MOD, (int64_t)b > 1, value_small(floor_mod(value_as_small(a), value_as_small(b))), BINARY_MOD)
        SLOW(POW, op_binary(vm, frame, ip, BINARY_POW))
        SLOW(IPOW, op_inplace(vm, frame, ip, BINARY_POW))
        SLOW(LSHIFT, op_binary(vm, frame, ip, BINARY_LSHIFT))
        SLOW(ILSHIFT, op_inplace(vm, frame, ip, BINARY_LSHIFT))
        INT_ONLY(RSHIFT, b < value_small(63), value_small(value_as_small(a) >> value_as_small(b)), BINARY_RSHIFT)
        INT_ONLY(AND, true, a & b, BINARY_AND)
        INT_ONLY(OR, true, a | b, BINARY_OR)
        INT_ONLY(XOR, true, (a ^ b) | 1, BINARY_XOR)
        SLOW(MATMUL, op_binary(vm, frame, ip, BINARY_MATMUL))
        SLOW(IMATMUL, op_inplace(vm, frame, ip, BINARY_MATMUL))

        CASE(ADD_INT) : CASE(IADD_INT) : {
            Value a = REG(ip->b);
            int64_t r;
            if (LIKELY(value_is_int(a)) &&
                LIKELY(!__builtin_add_overflow((int64_t)a, (int64_t)(int16_t)ip->c * 2, &r))) {
                STORE_NEXT((Value)r);
            }
            SAVE();
            if (UNLIKELY(!(ip->op == OP_ADD_INT ? op_binary_int(vm, frame, ip, BINARY_ADD)
                                                : op_inplace_int(vm, frame, ip, BINARY_ADD))))
                goto error;
            NEXT();
        }
        CASE(SUB_INT) : CASE(ISUB_INT) : {
            Value a = REG(ip->b);
            int64_t r;
            if (LIKELY(value_is_int(a)) &&
                LIKELY(!__builtin_sub_overflow((int64_t)a, (int64_t)(int16_t)ip->c * 2, &r))) {
                STORE_NEXT((Value)r);
            }
            SAVE();
            if (UNLIKELY(!(ip->op == OP_SUB_INT ? op_binary_int(vm, frame, ip, BINARY_SUB)
                                                : op_inplace_int(vm, frame, ip, BINARY_SUB))))
                goto error;
            NEXT();
        }
        WITH_INT(MUL_INT, FITS_31(a), value_small(value_as_small(a) * b), op_binary_int(vm, frame, ip, BINARY_MUL))
        WITH_INT(FLOORDIV_INT, b > 0, value_small(floor_div(value_as_small(a), b)),
                 op_binary_int(vm, frame, ip, BINARY_FLOORDIV))
        WITH_INT(MOD_INT, b > 0, value_small(floor_mod(value_as_small(a), b)), op_binary_int(vm, frame, ip, BINARY_MOD))
        WITH_INT(AND_INT, true, value_small(value_as_small(a) & b), op_binary_int(vm, frame, ip, BINARY_AND))
        WITH_INT(RSHIFT_INT, b >= 0 && b < 63, value_small(value_as_small(a) >> b),
                 op_binary_int(vm, frame, ip, BINARY_RSHIFT))
        WITH_INT(LSHIFT_INT, FITS_31(a) && b >= 0 && b < 30, value_small(value_as_small(a) * ((int64_t)1 << b)),
                 op_binary_int(vm, frame, ip, BINARY_LSHIFT))
        SLOW(NEG, op_unary(vm, frame, ip, UNARY_NEG))
        SLOW(POS, op_unary(vm, frame, ip, UNARY_POS))
        SLOW(INVERT, op_unary(vm, frame, ip, UNARY_INVERT))
        CASE(NOT) : {
            truth = quick_truth(REG(ip->b));
            if (truth < 0) {
                SAVE();
                truth = op_truth(vm, frame, ip->b);
                if (UNLIKELY(truth < 0)) goto error;
            }
            STORE_NEXT(value_bool(!truth));
        }

        COMPARE(LT, <, COMPARE_LT)
        COMPARE(LE, <=, COMPARE_LE)
        COMPARE(EQ, ==, COMPARE_EQ)
        COMPARE(NE, !=, COMPARE_NE)
        COMPARE(GT, >, COMPARE_GT)
        COMPARE(GE, >=, COMPARE_GE)
        TRUTH_STORE(IS, op_same(vm, frame, ip->b, ip->c), true)
        TRUTH_STORE(IS_NOT, op_same(vm, frame, ip->b, ip->c), false)
        TRUTH_STORE(IN, op_contains(vm, frame, ip->b, ip->c), true)
        TRUTH_STORE(NOT_IN, op_contains(vm, frame, ip->b, ip->c), false)

        CASE(JUMP) : JUMP_BY(WIDE());
        CASE(LOOP) : {
            ip += 1 + WIDE();
            if (UNLIKELY(--vm->state->budget <= 0)) {
                SAVE();
                goto attention;
            }
            DISPATCH();
        }
        CASE(JUMP_IF) : {
            truth = quick_truth(REG(ip->a));
            if (truth < 0) {
                SAVE();
                truth = op_truth(vm, frame, ip->a);
                if (UNLIKELY(truth < 0)) goto error;
            }
            if (truth) JUMP_BY(WIDE());
            NEXT();
        }
        CASE(JUMP_UNLESS) : {
            truth = quick_truth(REG(ip->a));
            if (truth < 0) {
                SAVE();
                truth = op_truth(vm, frame, ip->a);
                if (UNLIKELY(truth < 0)) goto error;
            }
            if (!truth) JUMP_BY(WIDE());
            NEXT();
        }
        CASE(JUMP_IF_KEEP) : CASE(JUMP_UNLESS_KEEP) : {
            truth = quick_truth(REG(ip->a));
            if (truth < 0) {
                SAVE();
                if (UNLIKELY(REG(ip->a) == VALUE_NULL)) goto unbound_a;
                truth = object_truth(vm, REG(ip->a));
                if (UNLIKELY(truth < 0)) goto error;
            }
            if ((truth != 0) == (ip->op == OP_JUMP_IF_KEEP)) JUMP_BY(WIDE());
            STORE_NEXT(VALUE_NULL);
        }
        CASE(JUMP_IF_NULL) : {
            if (REG(ip->a) == VALUE_NULL) JUMP_BY(WIDE());
            NEXT();
        }
        COMPARE_JUMP(JUMP_UNLESS_LT, <, COMPARE_LT, false)
        COMPARE_JUMP(JUMP_UNLESS_LE, <=, COMPARE_LE, false)
        COMPARE_JUMP(JUMP_UNLESS_EQ, ==, COMPARE_EQ, false)
        COMPARE_JUMP(JUMP_UNLESS_NE, !=, COMPARE_NE, false)
        COMPARE_JUMP(JUMP_UNLESS_GT, >, COMPARE_GT, false)
        COMPARE_JUMP(JUMP_UNLESS_GE, >=, COMPARE_GE, false)
        COMPARE_JUMP(JUMP_IF_LT, <, COMPARE_LT, true)
        COMPARE_JUMP(JUMP_IF_LE, <=, COMPARE_LE, true)
        COMPARE_JUMP(JUMP_IF_EQ, ==, COMPARE_EQ, true)
        COMPARE_JUMP(JUMP_IF_NE, !=, COMPARE_NE, true)
        COMPARE_JUMP(JUMP_IF_GT, >, COMPARE_GT, true)
        COMPARE_JUMP(JUMP_IF_GE, >=, COMPARE_GE, true)
        COMPARE_INT_JUMP(JUMP_UNLESS_LT_INT, <, COMPARE_LT)
        COMPARE_INT_JUMP(JUMP_UNLESS_LE_INT, <=, COMPARE_LE)
        COMPARE_INT_JUMP(JUMP_UNLESS_EQ_INT, ==, COMPARE_EQ)
        COMPARE_INT_JUMP(JUMP_UNLESS_NE_INT, !=, COMPARE_NE)
        COMPARE_INT_JUMP(JUMP_UNLESS_GT_INT, >, COMPARE_GT)
        COMPARE_INT_JUMP(JUMP_UNLESS_GE_INT, >=, COMPARE_GE)
        IS_JUMP(JUMP_UNLESS_IS, true)
        IS_JUMP(JUMP_UNLESS_IS_NOT, false)
        CASE(JUMP_UNLESS_NONE) : CASE(JUMP_IF_NONE) : {
            value = REG(ip->a);
            if (UNLIKELY(value == VALUE_NULL)) goto unbound_a;
            bool jump = (value == VALUE_NONE) == (ip->op == OP_JUMP_IF_NONE);
            DONE(ip->a, value);
            if (jump) JUMP_BY((int16_t)ip->c);
            NEXT();
        }
        IN_JUMP(JUMP_UNLESS_IN, true)
        IN_JUMP(JUMP_UNLESS_NOT_IN, false)

        CASE(LOAD_ATTR) : {
            const Site *site = &frame->code->sites[ip->c];
            Value object = REG(ip->b);
            if (LIKELY(value_is_obj(object)) && LIKELY(value_obj(object)->type->version == site->version)) {
                Obj *o = value_obj(object);
                if (LIKELY(site->kind == SITE_SLOT)) {
                    Attrs *attrs = attrs_at(o, o->type->attrs_offset);
                    if (LIKELY(attrs_is(attrs, site->shape))) {
                        value = value_retain(attrs_load(attrs, site->index));
                        goto got_item;
                    }
                } else if (site->kind == SITE_TYPE_VALUE) {
                    if (site->shape == NULL || attrs_is(attrs_at(o, o->type->attrs_offset), site->shape)) {
                        value = value_retain(site->value);
                        goto got_item;
                    }
                }
            }
            SAVE();
            if (UNLIKELY(!op_load_attr(vm, frame, ip))) goto error;
            NEXT();
        }
        CASE(STORE_ATTR) : {
            const Site *site = &frame->code->sites[ip->c];
            Value object = REG(ip->a);
            if (LIKELY(value_is_obj(object)) && LIKELY(value_obj(object)->type->version == site->version) &&
                LIKELY(site->shape != NULL)) {
                Obj *o = value_obj(object);
                Attrs *attrs = attrs_at(o, o->type->attrs_offset);
                value = REG(ip->b);
                if (LIKELY(attrs_is(attrs, site->shape)) && LIKELY(value != VALUE_NULL)) {
                    value_retain(value);
                    if (LIKELY(site->kind == SITE_SLOT)) {
                        SAVE();
                        attrs_store(vm, attrs, site->index, value);
                    } else if (!attrs_add_cached(attrs, (Shape *)(uintptr_t)site->value, value)) {
                        value_release(vm, value);
                        goto store_attr_slow;
                    }
                    DONE(ip->b, value);
                    DONE(ip->a, object);
                    NEXT();
                }
            }
        store_attr_slow:
            SAVE();
            if (UNLIKELY(!op_store_attr(vm, frame, ip))) goto error;
            NEXT();
        }
        CASE(LOAD_METHOD) : {
            const Site *site = &frame->code->sites[ip->c];
            Value object = REG(ip->b);
            if (LIKELY(value_is_obj(object)) && LIKELY(site->kind == SITE_METHOD) &&
                LIKELY(value_obj(object)->type->version == site->version)) {
                Obj *o = value_obj(object);
                if (site->shape == NULL || attrs_is(attrs_at(o, o->type->attrs_offset), site->shape)) {
                    if (IS_TEMP(ip->b))
                        REG(ip->b) = VALUE_NULL;
                    else
                        value_retain(object);
                    value = value_retain(site->value);
                    STORE(ip->a, value);
                    STORE(ip->a + 1, object);
                    NEXT();
                }
            }
            SAVE();
            if (UNLIKELY(!op_load_method(vm, frame, ip))) goto error;
            NEXT();
        }

        CASE(GETITEM) : {
            Value container = REG(ip->b), key = REG(ip->c);
            if (LIKELY(value_is_obj(container))) {
                Type *type = value_obj(container)->type;
                if (type == vm->types[T_list] && LIKELY(value_is_int(key))) {
                    List *list = AS(List, container);
                    int64_t i = value_as_small(key);
                    if (i < 0) i += list->length;
                    if (LIKELY(i >= 0 && i < list->length)) {
                        value = value_retain(list->items[i]);
                        goto got_item;
                    }
                } else if (type == vm->types[T_dict]) {
                    value = dict_get_quick(vm, AS(Dict, container), key);
                    if (LIKELY(value != VALUE_NULL)) {
                        value_retain(value);
                        DONE(ip->c, key);
                        goto got_item;
                    }
                } else if (type == vm->types[T_tuple] && LIKELY(value_is_int(key))) {
                    Tuple *tuple = AS(Tuple, container);
                    int64_t i = value_as_small(key);
                    if (i < 0) i += tuple->length;
                    if (LIKELY(i >= 0 && i < tuple->length)) {
                        value = value_retain(tuple->items[i]);
                        goto got_item;
                    }
                }
            }
            SAVE();
            if (UNLIKELY(!op_getitem(vm, frame, ip))) goto error;
            NEXT();
        }
    got_item: /* what ip->b was asked for */
        DONE(ip->b, REG(ip->b));
        STORE_NEXT(value);
        CASE(GETITEM_INT) : {
            Value container = REG(ip->b);
            int64_t i = (int16_t)ip->c;
            if (is_exact(vm, container, T_list)) {
                List *list = AS(List, container);
                if (i < 0) i += list->length;
                if (LIKELY(i >= 0 && i < list->length)) {
                    value = value_retain(list->items[i]);
                    goto got_item;
                }
            } else if (is_exact(vm, container, T_tuple)) {
                Tuple *tuple = AS(Tuple, container);
                if (i < 0) i += tuple->length;
                if (LIKELY(i >= 0 && i < tuple->length)) {
                    value = value_retain(tuple->items[i]);
                    goto got_item;
                }
            }
            SAVE();
            if (UNLIKELY(!op_getitem_int(vm, frame, ip))) goto error;
            NEXT();
        }
        CASE(SETITEM) : {
            Value container = REG(ip->a), key = REG(ip->b);
            value = REG(ip->c);
            if (is_exact(vm, container, T_list) && value_is_int(key) && LIKELY(value != VALUE_NULL)) {
                List *list = AS(List, container);
                int64_t i = value_as_small(key);
                if (i < 0) i += list->length;
                if (LIKELY(i >= 0 && i < list->length)) {
                    if (IS_TEMP(ip->c))
                        REG(ip->c) = VALUE_NULL;
                    else
                        value_retain(value);
                    SAVE();
                    value_set(vm, &list->items[i], value);
                    DONE(ip->a, container);
                    NEXT();
                }
            }
            SAVE();
            if (UNLIKELY(!op_setitem(vm, frame, ip))) goto error;
            NEXT();
        }

        CASE(CALL_PLAIN) : REG(ip->a + 1) = VALUE_NULL; /* an int may have been left there */
        CASE(CALL) : {
            Value callee = REG(ip->a);
            if (UNLIKELY(!value_is_obj(callee))) goto call_slow;
            const Type *type = value_obj(callee)->type;
            if (type == vm->types[T_method] && REG(ip->a + 1) == VALUE_NULL) {
                BoundMethod *method = AS(BoundMethod, callee);
                REG(ip->a + 1) = value_retain(method->self);
                REG(ip->a) = value_retain(method->function);
                SAVE();
                value_release(vm, callee);
                callee = REG(ip->a);
                type = type_of(vm, callee);
            }
            uint32_t has_self = REG(ip->a + 1) != VALUE_NULL;
            uint32_t nargs = ip->b + has_self;
            Value *args = &REG(ip->a + 2 - has_self);
            SAVE();
            if (type == vm->types[T_function]) {
                Function *fn = AS(Function, callee);
                if (UNLIKELY(!function_takes(fn, nargs))) goto call_slow;
                Frame *callee_frame = frame_plain(vm, frame, ip->c, fn, nargs);
                if (UNLIKELY(callee_frame == NULL)) goto error;
                REG(ip->a) = VALUE_NULL;
                for (uint32_t i = 0; i < nargs; i++) {
                    callee_frame->regs[i] = args[i];
                    args[i] = VALUE_NULL;
                }
                frame = callee_frame;
                ip = frame->code->instrs;
                if (UNLIKELY(--vm->state->budget <= 0)) goto attention;
                DISPATCH();
            }
            if (type == vm->types[T_builtin_function_or_method]) {
                const Native *native = AS(Native, callee);
                if (UNLIKELY(!native_accepts(native->def, nargs))) goto call_slow;
                value = native->def->fn(vm, native->self, args, nargs, NULL);
                goto call_done;
            }
            if (type == vm->types[T_method_descriptor] && nargs > 0) {
                const MethodDescriptor *descriptor = AS(MethodDescriptor, callee);
                if (LIKELY(type_of(vm, args[0]) == descriptor->owner) &&
                    LIKELY(native_accepts(descriptor->def, nargs - 1))) {
                    value = descriptor->def->fn(vm, args[0], args + 1, nargs - 1, NULL);
                    goto call_done;
                }
            }
        }
    call_slow:
        SAVE();
        go = op_call(vm, frame, ip);
        if (LIKELY(go == GO_NEXT)) NEXT();
        goto go_on;
    call_done:
        if (LIKELY(value != VALUE_NULL && !value_is_signal(value))) {
            Value *run = &REG(ip->a);
            for (uint32_t i = 0, n = ip->b + 2u; i < n; i++) {
                Value v = run[i];
                run[i] = VALUE_NULL;
                value_release(vm, v);
            }
            STORE(ip->c, value);
            NEXT();
        }
        go = interp_call_result(vm, frame, &REG(ip->a), ip->b + 2u, ip->c, value);
        goto go_on;
        GO(CALL_KW, op_call_kw(vm, frame, ip))
        GO(CALL_EX, op_call_ex(vm, frame, ip))
        GO(IMPORT_NAME, op_import_name(vm, frame, ip))

        CASE(UNPACK) : {
            Value sequence = REG(ip->b);
            const Value *items = NULL;
            if (is_exact(vm, sequence, T_tuple) && AS(Tuple, sequence)->length == ip->c)
                items = AS(Tuple, sequence)->items;
            else if (is_exact(vm, sequence, T_list) && AS(List, sequence)->length == ip->c)
                items = AS(List, sequence)->items;
            if (LIKELY(items != NULL)) {
                /* The sequence's own register may be the first of the run. */
                if (IS_TEMP(ip->b)) REG(ip->b) = VALUE_NULL;
                for (uint32_t i = 0; i < ip->c; i++) STORE(ip->a + i, value_retain(items[i]));
                if (IS_TEMP(ip->b)) {
                    SAVE();
                    value_release(vm, sequence);
                }
                NEXT();
            }
            SAVE();
            if (UNLIKELY(!op_unpack(vm, frame, ip))) goto error;
            NEXT();
        }

        CASE(FOR_ITER) : {
            Value iterator = REG(ip->b);
            Type *type = value_obj(iterator)->type;
            if (type == vm->types[T_range_iterator]) {
                RangeIterator *r = AS(RangeIterator, iterator);
                if (LIKELY(r->remaining > 0)) {
                    value = value_small(r->next);
                    r->next += r->step;
                    r->remaining--;
                    goto for_item;
                }
            } else if (type == vm->types[T_list_iterator]) {
                ListIterator *i = AS(ListIterator, iterator);
                if (LIKELY(i->list != VALUE_NULL) && LIKELY(i->index < AS(List, i->list)->length)) {
                    value = value_retain(AS(List, i->list)->items[i->index++]);
                    goto for_item;
                }
            } else if (type == vm->types[T_tuple_iterator]) {
                TupleIterator *i = AS(TupleIterator, iterator);
                if (LIKELY(i->tuple != VALUE_NULL) && LIKELY(i->index < AS(Tuple, i->tuple)->length)) {
                    value = value_retain(AS(Tuple, i->tuple)->items[i->index++]);
                    goto for_item;
                }
            } else if (type->slots.next == gen_next) {
                Gen *gen = AS(Gen, iterator);
                SAVE();
                if (LIKELY(gen->state == GEN_SUSPENDED || gen->state == GEN_CREATED) &&
                    LIKELY(gen->frame->caller == NULL)) {
                    if (UNLIKELY(!gen_enter(vm, gen, VALUE_NONE, false, RETURN_FOR, ip->a))) goto error;
                    if (UNLIKELY(--vm->state->budget <= 0)) goto attention;
                    goto enter;
                }
                if (gen->state != GEN_CLOSED) {
                    if (gen_refuse(vm, gen, true)) goto error;
                    gen_detach(gen);
                    DISPATCH();
                }
            }
            SAVE();
            truth = op_for_next(vm, frame, ip);
            if (UNLIKELY(truth < 0)) goto error;
            if (truth == 2) goto enter;
            if (truth > 0) {
                ip += ip->c == 0 ? 2 : 1;
                DISPATCH();
            }
            STORE(ip->b, VALUE_NULL);
            ip += 1 + SHORT_C();
            DISPATCH();
        }
    for_item:
        STORE(ip->a, value);
        ip += ip->c == 0 ? 2 : 1;
        DISPATCH();

        CASE(END_ASYNC_FOR) : {
            SAVE();
            if (!op_end_async_for(vm, frame, ip)) goto unwind;
            NEXT();
        }
        CASE(GET_AWAITABLE) : {
            value = REG(ip->b);
            if (LIKELY(is_exact(vm, value, T_coroutine)) && AS(Gen, value)->state == GEN_CREATED && IS_TEMP(ip->b)) {
                REG(ip->b) = VALUE_NULL;
                STORE_NEXT(value);
            }
            SAVE();
            if (UNLIKELY(!op_get_awaitable(vm, frame, ip))) goto error;
            NEXT();
        }
        CASE(SEND) : {
            value = REG(ip->b);
            SAVE();
            if (LIKELY(is_exact(vm, value, T_coroutine)) && AS(Gen, value)->state == GEN_CREATED) {
                Gen *gen = AS(Gen, value);
                frame->state = (int32_t)vm->state->awaits;
                if (UNLIKELY(!gen_enter(vm, gen, VALUE_NONE, false, RETURN_SEND, ip->a))) goto error;
                gen->root = frame->gen->root;
                if (UNLIKELY(--vm->state->budget <= 0)) goto attention;
                goto enter;
            }
            go = interp_send(vm, frame, VALUE_NONE);
            goto go_on;
        }
        CASE(YIELD) : {
            SAVE();
            value = operand_take(vm, frame, ip->b);
            if (UNLIKELY(value == VALUE_NULL)) goto error;
            if (LIKELY(frame->on_return == RETURN_FOR)) {
                Gen *gen = frame->gen;
                gen->state = GEN_SUSPENDED;
                gen->inner = frame;
                gen->height = 1;
                vm->thread->depth--;
                vm->thread->top = frame->caller;
                frame->caller = NULL;
                frame = vm->thread->top;
                ip = frame->ip;
                goto for_item;
            }
            if (frame->code->flags & CODE_ASYNC_GENERATOR) {
                go = interp_async_yield(vm, frame, value);
            } else {
                if (interp_walk_takes(vm, frame, value)) STORE_NEXT(VALUE_NONE);
                go = interp_suspend(vm, frame, value);
            }
            goto go_on;
        }
        CASE(RETURN) : {
            value = REG(ip->a);
            if (UNLIKELY(value == VALUE_NULL)) goto unbound_a;
            if (LIKELY(frame->handled == VALUE_NULL))
                REG(ip->a) = VALUE_NULL; /* the frame ends: a local moves too */
            else
                value_retain(value); /* it may have an object, which keeps it */
            goto leave;
        }
        CASE(RETURN_NONE) : {
            value = VALUE_NONE;
            goto leave;
        }

        CASE(RAISE) : {
            SAVE();
            value = operand(vm, frame, ip->a);
            if (value != VALUE_NULL) interp_raise(vm, value, VALUE_NULL);
            goto error;
        }
        CASE(RAISE_FROM) : {
            SAVE();
            value = operand(vm, frame, ip->a);
            if (value == VALUE_NULL) goto error;
            Value cause = operand(vm, frame, ip->b);
            if (cause != VALUE_NULL) interp_raise(vm, value, cause);
            goto error;
        }
        CASE(RAISE_AGAIN) : {
            SAVE();
            if (interp_raise_again(vm)) goto unwind;
            goto error;
        }
        CASE(RERAISE) : {
            SAVE();
            value = operand_take(vm, frame, ip->a);
            error_restore(vm, value);
            goto unwind;
        }
        CASE(PUSH_HANDLED) : {
            value = frame->handled == VALUE_NULL ? VALUE_NONE : frame->handled;
            frame->handled = value_retain(REG(ip->b));
            STORE_NEXT(value);
        }
        CASE(POP_HANDLED) : {
            SAVE();
            value = REG(ip->a);
            REG(ip->a) = VALUE_NULL;
            if (value == VALUE_NONE && frame->object == NULL) value = VALUE_NULL;
            value_set(vm, &frame->handled, value); /* None: frame_leave looks closer */
            NEXT();
        }
        CASE(JUMP_UNLESS_MATCH) : {
            SAVE();
            value = operand(vm, frame, ip->b);
            if (UNLIKELY(value == VALUE_NULL)) goto error;
            truth = interp_match(vm, REG(ip->a), value);
            if (UNLIKELY(truth < 0)) goto error;
            DONE(ip->b, value);
            JUMP_WHEN(!truth);
        }
        CASE(LOAD_ASSERTION_ERROR) : {
            value = obj_value(vm->types[T_AssertionError]);
            STORE_NEXT(value_retain(value));
        }

        CASE(NOT_YET) : {
            SAVE();
            Value what = frame->code->consts[instr_wide(*ip)];
            raise_error(vm, T_NotImplementedError, "Loopscope has no %V yet", what);
            goto error;
        }

#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#define SLOW_OP(NAME, FUNCTION) SLOW(NAME, FUNCTION(vm, frame, ip))
#include "slow_ops.def"
#endif

#if !defined(__GNUC__) || defined(__EMSCRIPTEN__)
    default:
        SAVE();
        if (UNLIKELY(!slow_ops[ip->op](vm, frame, ip))) goto error;
        NEXT();
    }
    __builtin_unreachable();
#endif

leave: /* the frame returns `value` */
    SAVE();
    uint32_t dst = frame->caller_dst;
    bool made = frame->on_return == RETURN_DISCARD_INIT && dst != DST_NESTED && value == VALUE_NONE &&
                frame->caller->code != NULL;
    bool plain = made || frame->on_return == RETURN_VALUE || frame->on_return == RETURN_NESTED;
    if (LIKELY(plain) && LIKELY(frame->gen == NULL)) {
        Frame *caller = frame->caller;
        if (made) value = frame->extra;
        frame_leave(vm, frame);
        if (UNLIKELY(dst == DST_NESTED)) {
            vm->state->nested_value = value;
            return INTERP_DONE;
        }
        frame = caller;
        ip = frame->ip;
        STORE(dst, value);
        NEXT();
    }
    if (frame->on_return == RETURN_SEND && !(frame->code->flags & CODE_ASYNC_GENERATOR)) {
        frame = interp_finish_await(vm, frame, value);
        ip = frame->ip;
        DISPATCH();
    }
    go = interp_finish(vm, frame, value);
    goto go_on;

unbound_a:
    SAVE();
    interp_unbound(vm, frame->code, ip->a);
    goto error;
unbound_b:
    SAVE();
    interp_unbound(vm, frame->code, ip->b);
    goto error;

attention:
    go = GO_ATTENTION;
    goto go_on;
unwind: /* error, without a traceback entry for this instruction */
    go = GO_UNWIND;
    goto go_on;
error: /* an exception is set; frame->ip is where */
    go = GO_ERROR;
go_on : {
    enum interp_exit exit = interp_go_on(vm, go);
    if (UNLIKELY(exit != INTERP_GOES_ON)) return exit;
    frame = vm->thread->top;
    ip = frame->ip;
    DISPATCH();
}

enter: /* the frame that was just pushed */
    frame = vm->thread->top;
    if (UNLIKELY(vm->trace->stop_hit) || (frame->flags & (FRAME_SENT | FRAME_PARKED)) || frame->code == NULL) {
        go = GO_ENTER;
        goto go_on;
    }
    ip = frame->ip;
    DISPATCH();
}
