/* source_stack.c: where a future, task or handle was made: kept in debug mode, shown in reprs and reports. */
#include "aio.h"

enum { STACK_DEPTH = 10 };

static Value place_of(Vm *vm, const Frame *frame) {
    return obj_value(tuple_pack(vm, 3, obj_value(frame->code->filename), value_small((int64_t)frame_line(frame)),
                                obj_value(frame->code->name)));
}

typedef struct Maker {
    const char *file, *function; /* of CPython's asyncio */
    uint32_t line;
} Maker;

static const Maker makers[] = {
    [MADE_BY_CREATE_FUTURE] = {"base_events.py", "create_future", 459},
    [MADE_BY_ENSURE_FUTURE] = {"tasks.py", "ensure_future", 732},
    [MADE_BY_CREATE_TASK] = {"tasks.py", "create_task", 395},
    [MADE_BY_GROUP] = {"taskgroups.py", "create_task", 196},
    [MADE_BY_RUN] = {"runners.py", "run", 109},
    [MADE_BY_GATHER] = {"tasks.py", "__init__", 749},
};

/* Our asyncio calls loop.create_task from the same few functions as CPython's. */
enum source_maker source_task_maker(Vm *vm) {
    if (aio_of(vm)->ensuring) return MADE_BY_ENSURE_FUTURE;
    const Frame *frame = frame_python(vm);
    if (frame == NULL || !(frame->code->flags & CODE_LIBRARY)) return MADE_DIRECTLY;
    if (str_equals_c(frame->code->name, "run")) return MADE_BY_RUN;
    if (!str_equals_c(frame->code->name, "create_task")) return MADE_DIRECTLY;
    return str_equals_c(frame->code->qualname, "create_task") ? MADE_BY_CREATE_TASK : MADE_BY_GROUP;
}

static Value place_of_maker(Vm *vm, const Maker *maker) {
    Str *file = str_format(vm, ASYNCIO_FOLDER "%s", maker->file), *function = str_new(vm, maker->function);
    Tuple *place = file == NULL || function == NULL
                       ? NULL
                       : tuple_pack(vm, 3, obj_value(file), value_small(maker->line), obj_value(function));
    obj_release(vm, file);
    obj_release(vm, function);
    return obj_value(place);
}

bool source_put_maker(StrBuilder *b, enum source_maker maker) {
    Str *text = str_format(b->vm, " created at " ASYNCIO_FOLDER "%s:%u", makers[maker].file, makers[maker].line);
    if (text == NULL) return false;
    builder_str(b, text);
    obj_release(b->vm, text);
    return true;
}

/* The frames of the program itself, and the one of asyncio that made it; others would not be those of CPython. */
List *source_stack_deep(Vm *vm, uint32_t depth) {
    List *stack = list_new(vm, STACK_DEPTH);
    for (const Frame *frame = vm->thread->top; stack != NULL && frame != NULL; frame = frame->caller) {
        if (frame->code == NULL || (frame->code->flags & CODE_LIBRARY)) continue;
        if (stack->length == depth) break;
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

List *source_stack(Vm *vm, enum source_maker maker) {
    List *stack = source_stack_deep(vm, STACK_DEPTH);
    if (stack == NULL || maker == MADE_DIRECTLY) return stack;
    Value place = place_of_maker(vm, &makers[maker]);
    if (place != VALUE_NULL && list_append_take(vm, stack, place)) return stack;
    obj_release(vm, stack);
    return NULL;
}

static Str *source_name(Vm *vm) {
    return str_intern_c(vm, "_source");
}

bool future_source_note(Vm *vm, FutureObj *self, enum source_maker maker) {
    List *stack = source_stack(vm, maker);
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

static bool is_of_asyncio(Vm *vm, const Tuple *place) {
    size_t length;
    const char *file = str_utf8(vm, AS(Str, place->items[0]), &length);
    return file != NULL && strncmp(file, ASYNCIO_FOLDER, sizeof ASYNCIO_FOLDER - 1) == 0;
}

Str *source_format(Vm *vm, Value source) {
    StrBuilder b;
    builder_init(&b, vm);
    const List *stack = AS(List, source);
    bool any = false;
    for (uint32_t i = 0; i < stack->length; i++) {
        /* Frames of asyncio are shown nowhere. */
        if (is_of_asyncio(vm, AS(Tuple, stack->items[i]))) continue;
        if (any) builder_char(&b, '\n');
        any = true;
        if (put_place(vm, &b, AS(Tuple, stack->items[i]))) continue;
        builder_drop(&b);
        return NULL;
    }
    return builder_finish(&b);
}
