/* values.c: tells the event log which frames each task, worker and the main program has, and which of their locals have
 * changed since it was last told: at each line the locals of the frame that runs it, when a task suspends those of all
 * its frames, and every time the program's globals. What was told is kept as marks, one word for each name, so that
 * telling holds no object. Without memory the frames of that task are forgotten, and told anew at its next line.
 */
#include "../python/dict.h"
#include "values.h"

enum {
    STACKS = 256,       /* lists of stacks by id; a power of two */
    MOST_LOCALS = 40,   /* of a frame */
    MOST_GLOBALS = 256, /* entries of the program's namespace that are looked at */
    MOST_FRAMES = 16,   /* whose locals are looked at when a task suspends */
    TEXT_ROOM = LABEL_ROOM + 64
};

typedef struct ToldFrame {
    const Frame *frame; /* to be compared with: it may be dead */
    const Code *code;   /* the same */
    uint64_t *marks;    /* of the locals, `count`; 0: has no value */
    uint32_t count;
} ToldFrame;

/* The frames of one who runs, the outermost first. */
typedef struct ToldStack {
    struct ToldStack *next;
    uint32_t id, count, capacity;
    ToldFrame *frames;
} ToldStack;

struct Values {
    ToldStack *stacks[STACKS];
    const Dict *globals; /* the program's, to be compared with */
    uint64_t global_marks[MOST_GLOBALS];
};

/* ---- what was told */

static ToldStack **stack_place(Values *values, uint32_t id) {
    ToldStack **place = &values->stacks[id & (STACKS - 1)];
    while (*place != NULL && (*place)->id != id) place = &(*place)->next;
    return place;
}

static void frames_drop(Vm *vm, ToldStack *stack, uint32_t keep) {
    while (stack->count > keep) {
        ToldFrame *frame = &stack->frames[--stack->count];
        mem_free(vm->mem, frame->marks, frame->count * sizeof *frame->marks);
    }
}

static void stack_free(Vm *vm, ToldStack *stack) {
    frames_drop(vm, stack, 0);
    mem_free(vm->mem, stack->frames, stack->capacity * sizeof *stack->frames);
    mem_free(vm->mem, stack, sizeof *stack);
}

/* NULL: no memory. */
static ToldStack *stack_of(Vm *vm, Values *values, uint32_t id) {
    ToldStack **place = stack_place(values, id);
    if (*place != NULL) return *place;
    ToldStack *stack = mem_zalloc(vm->mem, sizeof *stack);
    if (stack == NULL) return NULL;
    stack->id = id;
    *place = stack;
    return stack;
}

static bool stack_reserve(Vm *vm, ToldStack *stack, uint32_t count) {
    if (count <= stack->capacity) return true;
    uint32_t capacity = count < 4 ? 4 : count * 2;
    ToldFrame *frames =
        mem_realloc(vm->mem, stack->frames, stack->capacity * sizeof *frames, capacity * sizeof *frames);
    if (frames == NULL) return false;
    stack->frames = frames;
    stack->capacity = capacity;
    return true;
}

/* ---- values */

static uint64_t mark_of_text(const char *text, size_t length) {
    uint64_t mark = 0xcbf29ce484222325u;
    for (size_t i = 0; i < length; i++) mark = (mark ^ (unsigned char)text[i]) * 0x100000001b3u;
    return mark | 1;
}

/* "name = value", or the name alone. */
static size_t put_name(Vm *vm, const Str *name, char *text) {
    return label_str(vm, name, text, TEXT_ROOM - LABEL_ROOM - 4);
}

static void tell_text(Vm *vm, uint32_t id, uint32_t depth, uint32_t slot, const char *text, size_t length) {
    const uint32_t words[] = {id, depth, slot};
    trace_emit_text(vm->trace, TRACE_KIND_VALUE_CHANGED, words, 3, text, length);
}

static void tell_value(Vm *vm, uint32_t id, uint32_t depth, uint32_t slot, const Str *name, Value v, uint64_t *mark) {
    char text[TEXT_ROOM];
    if (v == VALUE_NULL) {
        if (*mark == 0) return;
        *mark = 0;
        tell_text(vm, id, depth, slot, text, put_name(vm, name, text));
        return;
    }
    /* What is no object is told by its word; its text need not be made to be compared. */
    uint64_t word = v;
    if (!value_is_obj(v) && *mark == word) return;
    size_t used = put_name(vm, name, text);
    memcpy(text + used, " = ", 3);
    used += 3;
    size_t length = label_value(vm, v, text + used, LABEL_ROOM);
    if (value_is_obj(v)) {
        word = mark_of_text(text + used, length);
        if (*mark == word) return;
    }
    *mark = word;
    tell_text(vm, id, depth, slot, text, used + length);
}

static void tell_locals(Vm *vm, uint32_t id, uint32_t depth, const Frame *frame, ToldFrame *told) {
    const Code *code = frame->code;
    for (uint32_t i = 0; i < told->count; i++) {
        if (code->varnames[i] == NULL || str_at(code->varnames[i], 0) == '.') continue;
        Value v = frame->regs[i];
        if (code->varkind[i] != VAR_LOCAL && is_exact(vm, v, T_cell)) v = AS(Cell, v)->value;
        tell_value(vm, id, depth, i, code->varnames[i], v, &told->marks[i]);
    }
}

/* Functions, classes, modules and what begins with two underscores are no news. */
static bool is_data(Vm *vm, Value key, Value v) {
    if (!is_str(key) || AS(Str, key)->length == 0) return false;
    const Str *name = AS(Str, key);
    if (name->length > 1 && str_at(name, 0) == '_' && str_at(name, 1) == '_') return false;
    return !is_type(v) && !is_exact(vm, v, T_function) && !is_exact(vm, v, T_module) &&
           !is_exact(vm, v, T_builtin_function_or_method);
}

/* They are told at depth 0 of the main program. */
static void tell_globals(Vm *vm, Values *values, const Dict *globals) {
    if (globals != values->globals) return;
    uint32_t count = globals->nentries < MOST_GLOBALS ? globals->nentries : MOST_GLOBALS;
    for (uint32_t i = 0; i < count; i++) {
        const DictEntry *entry = &globals->entries[i];
        if (entry->key != VALUE_NULL && is_data(vm, entry->key, entry->value)) {
            tell_value(vm, 0, 0, i, AS(Str, entry->key), entry->value, &values->global_marks[i]);
        } else if (values->global_marks[i] != 0) {
            values->global_marks[i] = 0;
            tell_text(vm, 0, 0, i, "", 0);
        }
    }
    for (uint32_t i = count; i < MOST_GLOBALS && values->global_marks[i] != 0; i++) {
        values->global_marks[i] = 0;
        tell_text(vm, 0, 0, i, "", 0);
    }
}

/* ---- frames */

static bool is_own(const Frame *frame) {
    return frame->code != NULL && !(frame->code->flags & CODE_LIBRARY);
}

/* The program's own frame that called this one, not further out than `bottom` (NULL: however far). */
static Frame *own_caller(Frame *frame, const Frame *bottom) {
    while (frame != bottom) {
        frame = frame->caller;
        if (frame == NULL) return NULL;
        if (is_own(frame)) return frame;
    }
    return NULL;
}

/* How many frames are told when `frame` is the innermost of them; 0: it was not told where it stands now. */
static uint32_t told_up_to(const ToldStack *stack, Frame *frame, const Frame *bottom) {
    if (!(frame->flags & FRAME_TOLD)) return 0;
    uint32_t i = stack->count;
    while (i > 0 && (stack->frames[i - 1].frame != frame || stack->frames[i - 1].code != frame->code)) i--;
    if (i == 0) return 0;
    const Frame *caller = own_caller(frame, bottom);
    return (i == 1 ? caller == NULL : stack->frames[i - 2].frame == caller) ? i : 0;
}

static void begin_frame(Vm *vm, Values *values, ToldStack *stack, Frame *frame, uint32_t place) {
    const Code *code = frame->code;
    bool module = (code->flags & CODE_MODULE) != 0;
    if (module && stack->id == 0 && place == 0 && values->globals == NULL) values->globals = frame->globals;
    bool has_registers = !module && frame->namespace == VALUE_NULL;
    uint32_t count = !has_registers ? 0 : code->named < MOST_LOCALS ? code->named : MOST_LOCALS;
    uint64_t *marks = count == 0 ? NULL : mem_zalloc(vm->mem, count * sizeof *marks);
    stack->frames[place] = (ToldFrame){frame, code, marks, marks == NULL ? 0 : count};
    frame->flags |= FRAME_TOLD;
}

static void tell_frame(Vm *vm, uint32_t id, uint32_t depth, const Frame *frame) {
    char text[TEXT_ROOM];
    const uint32_t words[] = {id, depth, code_is_told(vm, frame->code) ? frame_place(frame) : 0};
    size_t length = label_str(vm, frame->code->qualname, text, TEXT_ROOM);
    trace_emit_text(vm->trace, TRACE_KIND_FRAME_BEGINS, words, 3, text, length);
}

static void end_frames(Vm *vm, ToldStack *stack, uint32_t keep) {
    if (stack->count == keep) return;
    frames_drop(vm, stack, keep);
    TRACE_WORDS(vm->trace, VALUES, FRAME_ENDS, stack->id, keep + 1);
}

/* Tells what has changed in the frames up to `top`; false without memory. */
static bool tell_frames(Vm *vm, Values *values, ToldStack *stack, Frame *top, const Frame *bottom) {
    uint32_t fresh = 0, known = 0;
    for (Frame *f = top; f != NULL && known == 0; f = own_caller(f, bottom)) {
        known = told_up_to(stack, f, bottom);
        if (known == 0) fresh++;
    }
    end_frames(vm, stack, known);
    if (!stack_reserve(vm, stack, known + fresh)) return false;
    Frame *f = top;
    for (uint32_t i = fresh; i-- > 0; f = own_caller(f, bottom)) begin_frame(vm, values, stack, f, known + i);
    stack->count = known + fresh;
    for (uint32_t i = known; i < stack->count; i++) tell_frame(vm, stack->id, i + 1, stack->frames[i].frame);
    return true;
}

/* The outermost frame of the task that runs; NULL: the caller is no task, and all its frames are its own. */
static const Frame *bottom_of(Vm *vm, uint32_t id) {
    LoopObj *loop = running_loop(vm);
    const Task *task = loop == NULL ? NULL : loop_current_task(loop->loop);
    if (task == NULL || task->future.id != id) return NULL;
    Value coroutine = task_obj(task)->coro;
    bool suspendable = is_exact(vm, coroutine, T_coroutine) || is_exact(vm, coroutine, T_generator);
    return suspendable ? AS(Gen, coroutine)->frame : NULL;
}

static void tell_line(Vm *vm, Frame *frame) {
    Values *values = aio_of(vm)->values;
    if (frame == NULL) {
        tell_globals(vm, values, vm->state->main_module->dict);
        return;
    }
    uint32_t id = vm->trace->current;
    ToldStack *stack = stack_of(vm, values, id);
    if (stack == NULL) return;
    if (!tell_frames(vm, values, stack, frame, bottom_of(vm, id))) return;
    tell_locals(vm, id, stack->count, frame, &stack->frames[stack->count - 1]);
    tell_globals(vm, values, frame->globals);
}

void values_suspend(Vm *vm, uint32_t id, Frame *top, const Frame *bottom) {
    Values *values = aio_of(vm)->values;
    if (values == NULL) return;
    ToldStack *stack = *stack_place(values, id);
    if (top == NULL) {
        if (stack != NULL) end_frames(vm, stack, 0);
        return;
    }
    if (stack == NULL) stack = stack_of(vm, values, id);
    if (stack == NULL || !tell_frames(vm, values, stack, top, bottom)) return;
    uint32_t depth = stack->count, least = depth > MOST_FRAMES ? depth - MOST_FRAMES : 0;
    for (Frame *f = top; f != NULL && depth > least; f = own_caller(f, bottom), depth--)
        tell_locals(vm, id, depth, f, &stack->frames[depth - 1]);
    tell_globals(vm, values, top->globals);
}

void values_forget(Vm *vm, uint32_t id) {
    Values *values = aio_of(vm)->values;
    if (values == NULL) return;
    ToldStack **place = stack_place(values, id), *stack = *place;
    if (stack == NULL) return;
    *place = stack->next;
    stack_free(vm, stack);
}

void values_boot(Vm *vm) {
    if (!trace_wants(vm->trace, TRACE_VALUES)) return;
    aio_of(vm)->values = mem_zalloc(vm->mem, sizeof(Values));
    if (aio_of(vm)->values != NULL) vm->state->tell_line = tell_line;
}

void values_free(Vm *vm) {
    Values *values = aio_of(vm)->values;
    if (values == NULL) return;
    vm->state->tell_line = NULL;
    for (uint32_t i = 0; i < STACKS; i++) {
        for (ToldStack *stack = values->stacks[i], *next; stack != NULL; stack = next) {
            next = stack->next;
            stack_free(vm, stack);
        }
    }
    mem_free(vm->mem, values, sizeof *values);
    aio_of(vm)->values = NULL;
}
