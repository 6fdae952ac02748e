/* frame.c: the memory of frames. Plain calls take frame and registers from the thread's chunked stack, generators have
 * a block of their own, so that they outlive the call. A call costs no allocation unless a chunk is full.
 */
#include "interp.h"

/* First chunk small: a thread of a program with thousands of workers should stay cheap. */
#define CHUNK_FIRST 4096u
#define CHUNK_NEXT 65536u

static Chunk *chunk_new(Vm *vm, size_t size) {
    Chunk *chunk = mem_alloc(vm->mem, sizeof(Chunk) + size);
    if (chunk == NULL) {
        if (vm->thread != NULL) raise_no_memory(vm);
        return NULL;
    }
    chunk->below = NULL;
    chunk->size = size;
    return chunk;
}

static void chunk_free(Vm *vm, Chunk *chunk) {
    if (chunk != NULL) mem_free(vm->mem, chunk, sizeof(Chunk) + chunk->size);
}

/* The first word of a chunk above the bottom one: how far the chunk below was filled. */
#define MARK_SIZE 8u

static void stack_enter_chunk(Stack *stack, Chunk *chunk, char *top) {
    stack->chunk = chunk;
    stack->top = top;
    stack->end = chunk->data + chunk->size;
    stack->base = chunk->below == NULL ? NULL : chunk->data + MARK_SIZE;
}

Stack *stack_new(Vm *vm) {
    Stack *stack = mem_zalloc(vm->mem, sizeof(Stack));
    if (stack == NULL) {
        if (vm->thread != NULL) raise_no_memory(vm);
        return NULL;
    }
    Chunk *chunk = chunk_new(vm, CHUNK_FIRST);
    if (chunk == NULL) {
        mem_free(vm->mem, stack, sizeof(Stack));
        return NULL;
    }
    stack_enter_chunk(stack, chunk, chunk->data);
    return stack;
}

void stack_free(Vm *vm, Stack *stack) {
    if (stack == NULL) return;
    for (Chunk *chunk = stack->chunk; chunk != NULL;) {
        Chunk *below = chunk->below;
        chunk_free(vm, chunk);
        chunk = below;
    }
    chunk_free(vm, stack->spare);
    mem_free(vm->mem, stack, sizeof(Stack));
}

void *stack_grow(Vm *vm, Stack *stack, size_t size) {
    size_t need = size + MARK_SIZE;
    Chunk *chunk = stack->spare;
    if (chunk != NULL && chunk->size >= need) {
        stack->spare = NULL;
    } else {
        chunk = chunk_new(vm, need > CHUNK_NEXT ? need : CHUNK_NEXT);
        if (chunk == NULL) return NULL;
    }
    memcpy(chunk->data, &stack->top, sizeof stack->top);
    chunk->below = stack->chunk;
    stack_enter_chunk(stack, chunk, chunk->data + MARK_SIZE + size);
    return chunk->data + MARK_SIZE;
}

void stack_shrink(Vm *vm, Stack *stack) {
    Chunk *chunk = stack->chunk;
    char *top_below;
    memcpy(&top_below, chunk->data, sizeof top_below);
    stack_enter_chunk(stack, chunk->below, top_below);
    if (stack->spare == NULL)
        stack->spare = chunk;
    else
        chunk_free(vm, chunk);
}

static Frame *frame_prepare(Frame *frame, uint32_t nregs) {
    mem_clear(frame, frame_size(nregs));
    frame->regs = (Value *)(void *)(frame + 1);
    frame->nregs = nregs;
    return frame;
}

_Static_assert(sizeof(Frame) % 8 == 0, "registers follow the frame");

Frame *frame_take(Vm *vm, uint32_t nregs) {
    Frame *frame = stack_take(vm, vm->thread->stack, frame_size(nregs));
    return frame == NULL ? NULL : frame_prepare(frame, nregs);
}

Frame *frame_take_heap(Vm *vm, uint32_t nregs) {
    Frame *frame = mem_alloc(vm->mem, frame_size(nregs));
    if (frame == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    frame_prepare(frame, nregs);
    frame->flags = FRAME_HEAP;
    return frame;
}

bool raise_recursion(Vm *vm) {
    raise_error(vm, T_RecursionError, "maximum recursion depth exceeded");
    return false;
}

uint16_t instr_result(const Instr *ip) {
    switch (ip->op) {
    case OP_CALL:
    case OP_CALL_PLAIN:
    case OP_CALL_KW:
    case OP_CALL_EX: return ip->c;
    default: return ip->a;
    }
}

bool frame_link(Vm *vm, Frame *frame) {
    Thread *thread = vm->thread;
    Frame *caller = thread->top;
    if (frame->code != NULL) {
        if (thread->depth >= vm->state->recursion_limit) return raise_recursion(vm);
        thread->depth++;
    }
    frame->caller = caller;
    if (caller != NULL && caller->code != NULL) {
        frame->on_return = RETURN_VALUE;
        frame->caller_dst = instr_result(caller->ip);
    } else {
        frame->on_return = RETURN_NATIVE;
    }
    thread->top = frame;
    return true;
}

void frame_clear(Vm *vm, Frame *frame) {
    frame_clear_first(vm, frame, frame->nregs);
}

void frame_clear_first(Vm *vm, Frame *frame, uint32_t count) {
    bool python = frame->code != NULL;
    do { /* what runs for what is released may make it an object again */
        if (python && frame->object != NULL) frame_outlived(vm, frame);
        for (uint32_t i = count; i-- > 0;) value_clear(vm, &frame->regs[i]); /* 3.14 goes from the last to the first */
        value_clear(vm, &frame->handled);
        value_clear(vm, &frame->extra);
        value_clear(vm, &frame->namespace);
    } while (python && frame->object != NULL);
    value_clear(vm, &frame->function);
}

void frame_free(Vm *vm, Frame *frame) {
    if (frame->flags & FRAME_HEAP)
        mem_free(vm->mem, frame, frame_size(frame->nregs));
    else
        stack_drop(vm, vm->thread->stack, frame);
}

Frame *native_push(Vm *vm, NativeResume resume, uint32_t nslots) {
    Frame *frame = frame_take(vm, nslots);
    if (frame == NULL) return NULL;
    frame->resume = resume;
    frame_link(vm, frame);
    return frame;
}

/* ---- looking at the frames that run ---- */

/* The frame whose exceptions are seen after those of `frame`. One that runs by throw() or close() is called by whoever
 * threw, in CPython, while those that await it wait (_gen_throw, gen_close_iter). */
static const Frame *next_out(const Frame *frame) {
    if (!(frame->flags & FRAME_ALONE) && frame->on_return != RETURN_CLOSE_SEND) return frame->caller;
    while (frame->on_return == RETURN_SEND || frame->on_return == RETURN_CLOSE_SEND) frame = frame->caller;
    return frame->caller;
}

Value frame_handled(Vm *vm) {
    if (vm->thread == NULL) return VALUE_NULL;
    for (const Frame *frame = vm->thread->top; frame != NULL; frame = next_out(frame))
        if (frame->handled != VALUE_NULL && frame->handled != VALUE_NONE) return frame->handled;
    return VALUE_NULL;
}

uint32_t frame_line(const Frame *frame) {
    const Code *code = frame->code;
    if (code == NULL) return 0;
    size_t at = code_index(code, frame->ip);
    if (code->positions == NULL || at >= code->ninstrs) return code->first_line;
    uint32_t told = settrace_line(frame, code->positions[at].line);
    if (told != 0) return told;
    uint32_t line = code->positions[code_located(code, at)].line;
    return line != 0 ? line : code->first_line;
}

uint32_t frame_place(const Frame *frame) {
    return frame->code == NULL ? 0 : trace_place(frame->code->file, frame_line(frame));
}

Frame *frame_python(Vm *vm) {
    Frame *frame = vm->thread != NULL ? vm->thread->top : NULL;
    while (frame != NULL && frame->code == NULL) frame = frame->caller;
    return frame;
}

Frame *frame_user(Vm *vm, uint32_t *line) {
    Frame *frame = vm->thread != NULL ? vm->thread->top : NULL;
    while (frame != NULL && (frame->code == NULL || (frame->code->flags & CODE_LIBRARY))) frame = frame->caller;
    if (line != NULL) *line = frame != NULL ? frame_line(frame) : 0;
    return frame;
}
