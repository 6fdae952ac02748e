/* redo.c: see redo.h. */
#include "redo.h"

#include "code.h"
#include "interp.h"
#include "number.h"
#include "vm_state.h"

#include <string.h>

typedef struct RedoCall {
    Value callee; /* owned */
    Value result; /* owned, or VALUE_NULL: it raised */
    Value error;  /* owned */
} RedoCall;

/* The calls of one instruction. */
struct Redo {
    struct Redo *outer;
    const Frame *frame; /* whose instruction it is */
    const Instr *ip;    /* which */
    bool waits;         /* the last call is not over */
    uint32_t used;      /* calls that the instruction has made since it was begun again */
    uint32_t count, capacity;
    RedoCall *calls;
};
typedef struct Redo Redo;

/* ---- what can be done again */

/* Functions that look at their arguments, call what these have for it, and only then do something. */
static const char *const functions[] = {"abs",     "ascii",      "bisect_left", "bisect_right", "bisect",  "callable",
                                        "delattr", "dir",        "divmod",      "format",       "getattr", "hasattr",
                                        "hash",    "isinstance", "issubclass",  "iter",         "len",     "pow",
                                        "repr",    "reversed",   "round",       "setattr",      "vars"};
/* Functions that go through an argument and keep what they find to themselves. */
static const char *const takers[] = {"max", "min", "next", "reduce", "sorted"};
/* The first kind among methods of builtin types. */
static const char *const methods[] = {"__contains__", "__eq__",  "__getitem__", "__setitem__", "add",
                                      "count",        "discard", "format",      "get",         "index",
                                      "isdisjoint",   "remove",  "setdefault"};

static bool is_named(const char *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0) return true;
    return false;
}

/* An iterator whose place is kept by C code goes on where the first time has left it. */
static bool keeps_place(Vm *vm, Value v) {
    const Type *type = type_of(vm, v);
    return type->slots.next != NULL && !(type->flags & TYPE_HEAP);
}

static bool calls_again(Vm *vm, const Frame *frame, const Instr *ip) {
    Value callee = frame->regs[ip->a], first = ip->b > 0 ? frame->regs[ip->a + 2] : VALUE_NULL;
    if (is_type(callee)) {
        const Type *type = AS(Type, callee);
        return (type->flags & TYPE_HEAP) || type == TYPE(vm, str) || type == TYPE(vm, reversed) ||
               type == TYPE(vm, int) || type == TYPE(vm, float) || type == TYPE(vm, bool) || type == TYPE(vm, complex);
    }
    if (is_exact(vm, callee, T_method_descriptor))
        return is_named(AS(MethodDescriptor, callee)->def->name, methods, sizeof methods / sizeof *methods);
    if (!is_exact(vm, callee, T_builtin_function_or_method)) return false;
    const Native *native = AS(Native, callee);
    if (native->self != VALUE_NULL && is_named(native->def->name, methods, sizeof methods / sizeof *methods))
        return true;
    if (strcmp(native->def->name, "reduce") == 0) first = ip->b > 1 ? frame->regs[ip->a + 3] : VALUE_NULL;
    if (is_named(native->def->name, takers, sizeof takers / sizeof *takers))
        return first != VALUE_NULL && !keeps_place(vm, first);
    if (strcmp(native->def->name, "print") == 0)
        return ip->op != OP_CALL_KW && ip->b == 1; /* nothing is written before */
    return is_named(native->def->name, functions, sizeof functions / sizeof *functions);
}

static bool is_heap(Vm *vm, Value v) {
    return (type_of(vm, v)->flags & TYPE_HEAP) != 0;
}

/* Whether what stands on the right of `in` is looked through without being used up. */
static bool holds_again(Vm *vm, Value v) {
    return !keeps_place(vm, v);
}

static bool repeats(Vm *vm, const Frame *frame) {
    if (frame == NULL || frame->code == NULL) return false;
    const Instr *ip = frame->ip;
    const Value *regs = frame->regs;
    switch ((enum opcode)ip->op) {
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_TRUEDIV:
    case OP_FLOORDIV:
    case OP_MOD:
    case OP_POW:
    case OP_LSHIFT:
    case OP_RSHIFT:
    case OP_AND:
    case OP_OR:
    case OP_XOR:
    case OP_MATMUL:
    case OP_ADD_INT:
    case OP_SUB_INT:
    case OP_MUL_INT:
    case OP_FLOORDIV_INT:
    case OP_MOD_INT:
    case OP_AND_INT:
    case OP_RSHIFT_INT:
    case OP_LSHIFT_INT:
    case OP_NEG:
    case OP_POS:
    case OP_INVERT:
    case OP_NOT:
    case OP_LT:
    case OP_LE:
    case OP_EQ:
    case OP_NE:
    case OP_GT:
    case OP_GE:
    case OP_JUMP_IF:
    case OP_JUMP_UNLESS:
    case OP_JUMP_IF_KEEP:
    case OP_JUMP_UNLESS_KEEP:
    case OP_JUMP_UNLESS_LT:
    case OP_JUMP_UNLESS_LE:
    case OP_JUMP_UNLESS_EQ:
    case OP_JUMP_UNLESS_NE:
    case OP_JUMP_UNLESS_GT:
    case OP_JUMP_UNLESS_GE:
    case OP_JUMP_IF_LT:
    case OP_JUMP_IF_LE:
    case OP_JUMP_IF_EQ:
    case OP_JUMP_IF_NE:
    case OP_JUMP_IF_GT:
    case OP_JUMP_IF_GE:
    case OP_JUMP_UNLESS_LT_INT:
    case OP_JUMP_UNLESS_LE_INT:
    case OP_JUMP_UNLESS_EQ_INT:
    case OP_JUMP_UNLESS_NE_INT:
    case OP_JUMP_UNLESS_GT_INT:
    case OP_JUMP_UNLESS_GE_INT:
    case OP_LOAD_ATTR:
    case OP_STORE_ATTR:
    case OP_DELETE_ATTR:
    case OP_LOAD_METHOD:
    case OP_LOAD_SPECIAL:
    case OP_GETITEM:
    case OP_GETITEM_INT:
    case OP_DELITEM:
    case OP_BUILD_DICT:
    case OP_BUILD_SET:
    case OP_SET_ADD:
    case OP_DICT_SET:
    case OP_CONVERT:
    case OP_FORMAT:
    case OP_FORMAT_PIECE:
    case OP_FORMAT_SPEC:
    case OP_GET_ITER:
    case OP_GET_LEN: return true;
    case OP_IADD:
    case OP_ISUB:
    case OP_IMUL:
    case OP_ITRUEDIV:
    case OP_IFLOORDIV:
    case OP_IMOD:
    case OP_IPOW:
    case OP_ILSHIFT:
    case OP_IRSHIFT:
    case OP_IAND:
    case OP_IOR:
    case OP_IXOR:
    case OP_IMATMUL: return is_heap(vm, regs[ip->b]) || object_is_number(vm, regs[ip->b]) || is_str(regs[ip->b]);
    case OP_IADD_INT:
    case OP_ISUB_INT: return true;
    case OP_SETITEM: return is_heap(vm, regs[ip->a]) || is_exact(vm, regs[ip->a], T_dict);
    case OP_IN:
    case OP_NOT_IN: return holds_again(vm, regs[ip->c]);
    case OP_JUMP_UNLESS_IN:
    case OP_JUMP_UNLESS_NOT_IN: return holds_again(vm, regs[ip->b]);
    case OP_UNPACK: return is_heap(vm, regs[ip->b]);
    case OP_CALL:
    case OP_CALL_PLAIN:
    case OP_CALL_KW: return calls_again(vm, frame, ip);
    default: return false;
    }
}

/* ---- notes */

static void call_clear(Vm *vm, RedoCall *call) {
    value_clear(vm, &call->callee);
    value_clear(vm, &call->result);
    value_clear(vm, &call->error);
}

/* Keeps the first `count` calls. */
static void cut(Vm *vm, Redo *redo, uint32_t count) {
    while (redo->count > count) {
        RedoCall call = redo->calls[--redo->count];
        call_clear(vm, &call);
    }
}

/* The notes of the frame's instruction; those of one before it are over. NULL: there are none. */
static Redo *notes_of(Vm *vm, const Frame *frame) {
    Redo *redo = vm->thread->redo;
    while (redo != NULL && redo->frame != frame) redo = redo->outer;
    if (redo != NULL && redo->ip != frame->ip) {
        cut(vm, redo, 0);
        redo->used = 0;
        redo->ip = frame->ip;
    }
    return redo;
}

static void notes_free(Vm *vm, Redo *redo) {
    cut(vm, redo, 0);
    mem_free(vm->mem, redo->calls, redo->capacity * sizeof *redo->calls);
    mem_free(vm->mem, redo, sizeof *redo);
}

/* The notes of a frame's instruction, with room for one more call; NULL without memory. */
static Redo *notes_reserve(Vm *vm, const Frame *frame) {
    Thread *thread = vm->thread;
    Redo *redo = notes_of(vm, frame);
    if (redo == NULL) {
        redo = mem_zalloc(vm->mem, sizeof *redo);
        if (redo == NULL) return NULL;
        *redo = (Redo){.outer = thread->redo, .frame = frame, .ip = frame->ip};
        thread->redo = redo;
    }
    if (redo->count < redo->capacity) return redo;
    uint32_t capacity = redo->capacity == 0 ? 2 : redo->capacity * 2;
    RedoCall *calls = mem_realloc(vm->mem, redo->calls, redo->capacity * sizeof *calls, capacity * sizeof *calls);
    if (calls == NULL) return NULL;
    redo->calls = calls;
    redo->capacity = capacity;
    return redo;
}

/* ---- leaving */

static bool is_lowest(const Frame *frame) {
    return frame->caller_dst == DST_NESTED || frame->on_return == RETURN_NESTED_STEP;
}

bool redo_may_park(Vm *vm) {
    struct VmState *state = vm->state;
    if (state->opaque > 0 || vm->thread->tracing != NULL) return false;
    uint32_t levels = 0;
    for (const Frame *frame = vm->thread->top; frame != NULL; frame = frame->caller) {
        if (!is_lowest(frame)) continue;
        if (frame->on_return != RETURN_NESTED || !repeats(vm, frame->caller)) return false;
        levels++;
    }
    if (levels != state->nested) return false;
    if (state->redo_signal == VALUE_NULL) state->redo_signal = exception_new(vm, T_BaseException, VALUE_NULL);
    bool ok = state->redo_signal != VALUE_NULL;
    for (const Frame *frame = vm->thread->top; ok && frame != NULL; frame = frame->caller)
        if (is_lowest(frame)) ok = notes_reserve(vm, frame->caller) != NULL;
    if (!ok) error_clear(vm);
    state->redoing = ok;
    return ok;
}

void redo_leave(Vm *vm, const Frame *base, Frame *lowest, Value callee) {
    lowest->on_return = RETURN_REDO;
    lowest->caller_dst = 0;
    Redo *redo = notes_of(vm, base);
    cut(vm, redo, redo->used); /* what it did otherwise than the last time is not known */
    redo->calls[redo->count++] = (RedoCall){.callee = value_retain(callee)};
    redo->waits = true;
    error_restore(vm, value_retain(vm->state->redo_signal));
}

void redo_left(Vm *vm) {
    error_clear(vm);
    if (vm->state->nested == 0) vm->state->redoing = false;
}

/* ---- doing it again */

void redo_note(Vm *vm, const Frame *driver, Value value) {
    Redo *redo = notes_of(vm, driver);
    RedoCall *call = &redo->calls[redo->count - 1];
    call->result = value;
    if (value == VALUE_NULL) call->error = error_take(vm);
    redo->waits = false;
    redo->used = 0;
    vm->state->budget = 1; /* once the instruction is done redo_settle is to be called soon */
}

/* Methods are made anew each time they are looked up. */
static bool is_same(Vm *vm, Value a, Value b) {
    if (a == b) return true;
    if (!is_exact(vm, a, T_method) || !is_exact(vm, b, T_method)) return false;
    return AS(BoundMethod, a)->function == AS(BoundMethod, b)->function &&
           AS(BoundMethod, a)->self == AS(BoundMethod, b)->self;
}

bool redo_knows(Vm *vm, Value callee, Value *result) {
    Redo *redo = notes_of(vm, vm->thread->top);
    if (redo == NULL || redo->waits || redo->used == redo->count) return false;
    const RedoCall *call = &redo->calls[redo->used];
    if (!is_same(vm, call->callee, callee)) {
        cut(vm, redo, redo->used);
        return false;
    }
    redo->used++;
    *result = call->result;
    if (call->result != VALUE_NULL)
        value_retain(call->result);
    else
        error_restore(vm, value_retain(call->error));
    return true;
}

void redo_settle(Vm *vm) {
    Redo **place = &vm->thread->redo;
    while (*place != NULL) {
        Redo *redo = *place;
        if (redo->waits) {
            place = &redo->outer;
            continue;
        }
        *place = redo->outer;
        notes_free(vm, redo);
    }
}

void redo_free(Vm *vm, Thread *thread) {
    while (thread->redo != NULL) {
        Redo *redo = thread->redo;
        thread->redo = redo->outer;
        notes_free(vm, redo);
    }
}
