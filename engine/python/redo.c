/* redo.c: see redo.h. */
#include "redo.h"

#include "code.h"
#include "interp.h"
#include "number.h"
#include "types_private.h"
#include "vm_state.h"

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

const Instr redo_native;

/* An iterator whose place is kept by C code goes on where the first time has left it. */
static bool keeps_place(Vm *vm, Value v) {
    const Type *type = type_of(vm, v);
    return type->slots.next != NULL && !(type->flags & TYPE_HEAP);
}

static bool keep_no_place(Vm *vm, const Value *args, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (keeps_place(vm, args[i])) return false;
    return true;
}

static bool method_again(Vm *vm, const MethodDef *def, const Value *args, uint32_t nargs, bool named) {
    switch ((enum method_kind)def->kind) {
    case METHOD_AGAIN: return true;
    case METHOD_AGAIN_TAKES: return keep_no_place(vm, args, nargs);
    case METHOD_AGAIN_ALONE: return !named && nargs == 1;
    default: return false;
    }
}

/* Of an operation by its special method: super().__getitem__(key). */
static bool slot_again(const SlotRow *row) {
    switch ((enum wrap_kind)row->kind) {
    case WRAP_CALL:
    case WRAP_NEXT:
    case WRAP_INPLACE:
    case WRAP_INIT:
    case WRAP_FINALIZE: return false;
    default: return true;
    }
}

bool redo_call_again(Vm *vm, Value callee, const Value *args, uint32_t nargs, bool named) {
    if (is_exact(vm, callee, T_builtin_function_or_method))
        return method_again(vm, AS(Native, callee)->def, args, nargs, named);
    if (is_exact(vm, callee, T_method_descriptor))
        return method_again(vm, AS(MethodDescriptor, callee)->def, args, nargs, named);
    if (is_exact(vm, callee, T_wrapper_descriptor))
        return slot_again(AS(WrapperDescr, callee)->row) && keep_no_place(vm, args, nargs);
    if (is_exact(vm, callee, T_method_wrapper))
        return slot_again(AS(MethodWrapper, callee)->descr->row) && keep_no_place(vm, args, nargs);
    const Type *made = is_type(callee) ? AS(Type, callee) : NULL;
    uint32_t flags = made != NULL ? made->flags : type_of(vm, callee)->flags;
    return (flags & (made != NULL ? TYPE_AGAIN | TYPE_HEAP : TYPE_AGAIN)) && keep_no_place(vm, args, nargs);
}

bool redo_goes_through(Vm *vm, Value callee, const Value *args, uint32_t nargs, const Tuple *kwnames) {
    if (!value_is_obj(callee) || is_exact(vm, callee, T_function) || is_exact(vm, callee, T_method)) return false;
    if (is_type(callee) && (AS(Type, callee)->flags & TYPE_HEAP)) return false;
    return redo_call_again(vm, callee, args, nargs, kwnames != NULL && kwnames->length > 0);
}

static bool is_heap(Vm *vm, Value v) {
    return (type_of(vm, v)->flags & TYPE_HEAP) != 0;
}

/* f(*a, **k): a is made a tuple and k a dict, and then the call is made. */
static bool spread_again(Vm *vm, const Value *run) {
    if (!is_exact(vm, run[2], T_tuple)) return true;
    const Tuple *args = AS(Tuple, run[2]);
    return (run[3] == VALUE_NULL || is_exact(vm, run[3], T_dict)) &&
           redo_call_again(vm, run[0], args->items, args->length, run[3] != VALUE_NULL);
}

static bool repeats(Vm *vm, const Frame *frame) {
    if (frame == NULL || frame->code == NULL) return frame != NULL && frame->ip == &redo_native;
    const Instr *ip = frame->ip;
    const Value *regs = frame->regs;
    switch ((enum opcode)ip->op) {
    /* In the order of opcodes.def. */
    case OP_ADD ... OP_MATMUL:
    case OP_ADD_INT ... OP_GE:
    case OP_JUMP_IF ... OP_JUMP_UNLESS_GE_INT:
    case OP_LOAD_ATTR ... OP_GETITEM_INT:
    case OP_DELITEM:
    case OP_BUILD_SET:
    case OP_BUILD_DICT:
    case OP_SET_ADD:
    case OP_DICT_SET:
    case OP_CONVERT ... OP_FORMAT_SPEC:
    case OP_LIST_EXTEND: /* what it asks for an iterator and a length, it asks first */
    case OP_GET_ITER:
    case OP_GET_YIELD_FROM:
    case OP_GET_LEN: return true;
    case OP_IADD ... OP_IMATMUL:
        return is_heap(vm, regs[ip->b]) || object_is_number(vm, regs[ip->b]) || is_str(regs[ip->b]);
    case OP_SETITEM: return is_heap(vm, regs[ip->a]) || is_exact(vm, regs[ip->a], T_dict);
    case OP_IN:
    case OP_NOT_IN: return !keeps_place(vm, regs[ip->c]); /* looked through, not used up */
    case OP_JUMP_UNLESS_IN:
    case OP_JUMP_UNLESS_NOT_IN: return !keeps_place(vm, regs[ip->b]);
    case OP_UNPACK: return is_heap(vm, regs[ip->b]);
    case OP_CALL_EX: return spread_again(vm, regs + ip->a);
    case OP_CALL:
    case OP_CALL_PLAIN:
    case OP_CALL_KW: return redo_call_again(vm, regs[ip->a], regs + ip->a + 2, ip->b, ip->op == OP_CALL_KW);
    default: return false;
    }
}

/* ---- notes */

static void call_clear(Vm *vm, RedoCall *call) {
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

/* The calls of the frame's instruction in the journal: where they begin, and how many there are. */
static uint32_t journal_find(const Vm *vm, const Frame *frame, uint32_t *count) {
    const RedoJournal *journal = &vm->state->journal;
    uint32_t first = 0, end;
    while (first < journal->count && journal->calls[first].frame != frame) first++;
    for (end = first; end < journal->count && journal->calls[end].frame == frame;) end++;
    *count = end - first;
    return first;
}

/* The notes of a frame's instruction, with room for what the journal has of it and one call more; NULL without memory.
 */
static Redo *notes_reserve(Vm *vm, const Frame *frame) {
    Thread *thread = vm->thread;
    Redo *redo = notes_of(vm, frame);
    if (redo == NULL) {
        redo = mem_zalloc(vm->mem, sizeof *redo);
        if (redo == NULL) return NULL;
        *redo = (Redo){.outer = thread->redo, .frame = frame, .ip = frame->ip};
        thread->redo = redo;
    }
    uint32_t more, capacity = redo->capacity == 0 ? 2 : redo->capacity;
    (void)journal_find(vm, frame, &more);
    while (capacity <= redo->count + more) capacity *= 2;
    if (capacity == redo->capacity) return redo;
    RedoCall *calls = mem_realloc(vm->mem, redo->calls, redo->capacity * sizeof *calls, capacity * sizeof *calls);
    if (calls == NULL) return NULL;
    redo->calls = calls;
    redo->capacity = capacity;
    return redo;
}

/* ---- the journal */

/* More are not worth keeping: such a call waits on the C stack. */
#define JOURNAL_MOST 4096u

static void journal_cut(Vm *vm, uint32_t count) {
    RedoJournal *journal = &vm->state->journal;
    while (journal->count > count) value_release(vm, journal->calls[--journal->count].result);
}

bool redo_call_begins(Vm *vm, bool further, RedoLevel *level) {
    RedoJournal *journal = &vm->state->journal;
    if (!further) {
        journal_cut(vm, journal->from);
        journal->partial = false;
    }
    *level = (RedoLevel){journal->from, journal->partial};
    journal->from = journal->count;
    journal->partial = false;
    return level->partial;
}

/* What is kept a little longer than the program keeps it must be nothing whose end is seen. */
static bool ends_unseen(Vm *vm, Value v) {
    return v != VALUE_NULL && (!value_is_obj(v) || v == VALUE_NONE || is_exact(vm, v, T_str) || is_exact(vm, v, T_int));
}

static bool journal_grow(Vm *vm, RedoJournal *journal) {
    if (journal->count < journal->capacity) return true;
    uint32_t capacity = journal->capacity == 0 ? 16 : journal->capacity * 2;
    if (capacity > JOURNAL_MOST) return false;
    size_t size = sizeof *journal->calls;
    RedoCall *calls = mem_realloc(vm->mem, journal->calls, journal->capacity * size, capacity * size);
    if (calls == NULL) return false;
    journal->calls = calls;
    journal->capacity = capacity;
    return true;
}

static RedoCall call_of(Vm *vm, const Frame *frame, Value callee) {
    if (!is_exact(vm, callee, T_method)) return (RedoCall){.frame = frame, .function = callee};
    const BoundMethod *method = AS(BoundMethod, callee);
    return (RedoCall){.frame = frame, .function = method->function, .self = method->self};
}

void redo_call_ends(Vm *vm, Value callee, Value result, RedoLevel level) {
    RedoJournal *journal = &vm->state->journal;
    journal_cut(vm, journal->from);
    journal->from = level.from;
    journal->partial = level.partial || !ends_unseen(vm, result) || !journal_grow(vm, journal);
    if (journal->partial) return;
    RedoCall *call = &journal->calls[journal->count++];
    *call = call_of(vm, vm->thread->top, callee);
    call->result = value_retain(result);
}

RedoLevel redo_journal_hide(Vm *vm) {
    RedoJournal *journal = &vm->state->journal;
    RedoLevel level = {journal->from, journal->partial};
    journal->from = journal->count;
    return level;
}

void redo_journal_show(Vm *vm, RedoLevel level) {
    RedoJournal *journal = &vm->state->journal;
    journal_cut(vm, journal->from);
    journal->from = level.from;
    journal->partial = level.partial;
}

void redo_journal_free(Vm *vm) {
    RedoJournal *journal = &vm->state->journal;
    journal_cut(vm, 0);
    mem_free(vm->mem, journal->calls, journal->capacity * sizeof *journal->calls);
    *journal = (RedoJournal){0};
}

/* ---- leaving */

static bool is_lowest(const Frame *frame) { /* of those that a nested interpreter runs */
    return frame->caller_dst == DST_NESTED;
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
    if (levels + state->through != state->nested) return false;
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
    uint32_t before, first = journal_find(vm, base, &before);
    for (uint32_t i = 0; i < before; i++) {
        RedoCall *call = &redo->calls[redo->count++];
        *call = vm->state->journal.calls[first + i];
        value_retain(call->result);
    }
    redo->calls[redo->count++] = call_of(vm, base, callee);
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
    /* Once the instruction is done redo_settle is to be called soon; to begin a native frame again takes one more. */
    vm->state->budget = driver->code == NULL ? 2 : 1;
}

bool redo_knows(Vm *vm, Value callee, bool through, Value *result) {
    Redo *redo = notes_of(vm, vm->thread->top);
    if (redo == NULL || redo->waits || redo->used == redo->count) return false;
    const RedoCall *call = &redo->calls[redo->used], now = call_of(vm, redo->frame, callee);
    if (call->function != now.function || call->self != now.self) {
        if (!through) cut(vm, redo, redo->used);
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

static void unlink_notes(Vm *vm, Redo **place) {
    Redo *redo = *place;
    *place = redo->outer;
    notes_free(vm, redo);
}

void redo_step(Vm *vm, const Frame *frame) {
    vm->state->last_call.frame = NULL;
    if (LIKELY(vm->thread->redo == NULL)) return;
    for (Redo **place = &vm->thread->redo; *place != NULL; place = &(*place)->outer) {
        if ((*place)->frame != frame) continue;
        unlink_notes(vm, place);
        return;
    }
}

void redo_forget(Vm *vm, Frame *frame) {
    frame->ip = NULL;
    redo_step(vm, frame);
}

void redo_settle(Vm *vm) {
    Redo **place = &vm->thread->redo;
    while (*place != NULL) {
        Redo *redo = *place;
        if (redo->waits) {
            place = &redo->outer;
            continue;
        }
        unlink_notes(vm, place);
    }
}

void redo_free(Vm *vm, Thread *thread) {
    while (thread->redo != NULL) unlink_notes(vm, &thread->redo);
}
