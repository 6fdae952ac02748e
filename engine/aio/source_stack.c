/* source_stack.c: where a future, task or handle was made: kept in debug mode, shown in reprs and reports. */
#include "aio.h"

enum { STACK_DEPTH = 10 };

static Value place_of(Vm *vm, const Frame *frame) {
    return obj_value(tuple_pack(vm, 3, obj_value(frame->code->filename), value_small((int64_t)frame_line(frame)),
                                obj_value(frame->code->name)));
}

/* The frames of the program itself; asyncio's own would not be those of CPython. */
List *source_stack(Vm *vm) {
    List *stack = list_new(vm, STACK_DEPTH);
    for (const Frame *frame = vm->thread->top; stack != NULL && frame != NULL; frame = frame->caller) {
        if (frame->code == NULL || (frame->code->flags & CODE_LIBRARY)) continue;
        if (stack->length == STACK_DEPTH) break;
        Value place = place_of(vm, frame);
        if (place != VALUE_NULL && list_append_take(vm, stack, place)) continue;
        obj_release(vm, stack);
        stack = NULL;
    }
    for (uint32_t i = 0; stack != NULL && i < stack->length / 2; i++) {
        Value swapped = stack->items[i];
        stack->items[i] = stack->items[stack->length - 1 - i];
        stack->items[stack->length - 1 - i] = swapped;
    }
    return stack;
}

static Str *source_name(Vm *vm) {
    return str_intern_c(vm, "_source");
}

bool future_source_note(Vm *vm, FutureObj *self) {
    List *stack = source_stack(vm);
    Str *name = stack == NULL ? NULL : source_name(vm);
    Attrs *attrs = attrs_of(&self->head);
    bool fine = name != NULL && attrs_set(vm, self->head.type, attrs, name, obj_value(stack));
    obj_release(vm, name);
    obj_release(vm, stack);
    return fine;
}

Value future_source(Vm *vm, const FutureObj *self) {
    if (self->attrs.shape != NULL && self->attrs.shape->count == 0) return VALUE_NULL;
    Str *name = source_name(vm);
    if (name == NULL) {
        error_clear(vm);
        return VALUE_NULL;
    }
    Value source = attrs_get(vm, &self->attrs, name);
    obj_release(vm, name);
    return source;
}

bool source_created_at(StrBuilder *b, Value source) {
    if (!is_list(source) || AS(List, source)->length == 0) return true;
    const List *stack = AS(List, source);
    const Tuple *last = AS(Tuple, stack->items[stack->length - 1]);
    Str *text = str_format(b->vm, " created at %V:%V", last->items[0], last->items[1]);
    if (text == NULL) return false;
    builder_str(b, text);
    obj_release(b->vm, text);
    return true;
}

static bool put_line_text(Vm *vm, StrBuilder *b, const Tuple *place) {
    const char *text;
    size_t length;
    if (!source_line(vm, AS(Str, place->items[0]), (uint32_t)value_as_small(place->items[1]), &text, &length))
        return true;
    while (length > 0 && (*text == ' ' || *text == '\t')) text++, length--;
    Str *line = str_from_utf8(vm, text, length);
    if (line == NULL) return false;
    builder_c(b, "\n    ");
    builder_str(b, line);
    obj_release(vm, line);
    return true;
}

static bool put_place(Vm *vm, StrBuilder *b, const Tuple *place) {
    Str *head = str_format(vm, "  File \"%V\", line %V, in %V", place->items[0], place->items[1], place->items[2]);
    if (head == NULL) return false;
    builder_str(b, head);
    obj_release(vm, head);
    return put_line_text(vm, b, place);
}

Str *source_format(Vm *vm, Value source) {
    StrBuilder b;
    builder_init(&b, vm);
    const List *stack = AS(List, source);
    for (uint32_t i = 0; i < stack->length; i++) {
        if (i > 0) builder_char(&b, '\n');
        if (put_place(vm, &b, AS(Tuple, stack->items[i]))) continue;
        builder_drop(&b);
        return NULL;
    }
    return builder_finish(&b);
}
