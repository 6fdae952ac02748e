/* told.c: makes the things that a program's tasks share known to the event log: under the name that the program has for
 * them, when the line that makes them says it: `name = Lock()`, `self.name = Queue()`, `with timeout(1) as name`.
 */
#include "told.h"

enum { FRAMES_LOOKED_AT = 4 };

static bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

typedef struct Text {
    const char *at;
    size_t length;
} Text;

static size_t skip_back_spaces(Text line, size_t at) {
    while (at > 0 && (line.at[at - 1] == ' ' || line.at[at - 1] == '\t')) at--;
    return at;
}

static size_t skip_back_dotted(Text line, size_t at) {
    while (at > 0 && (is_name_char(line.at[at - 1]) || line.at[at - 1] == '.')) at--;
    return at;
}

/* Where `called(` begins with what stands before it behind dots; the line's length: it is not there. */
static size_t find_call(Text line, const char *called, size_t *open) {
    size_t length = strlen(called);
    for (size_t at = 0; at + length < line.length; at++) {
        if (memcmp(line.at + at, called, length) != 0 || line.at[at + length] != '(') continue;
        if (at > 0 && is_name_char(line.at[at - 1])) continue;
        *open = at + length;
        return skip_back_dotted(line, at);
    }
    return line.length;
}

static Text last_of_dotted(Text line, size_t from, size_t to) {
    size_t at = to;
    while (at > from && line.at[at - 1] != '.') at--;
    return (Text){line.at + at, to - at};
}

/* The one name that is assigned what begins at `call`: nothing for several targets, or for a subscript. */
static Text assigned(Text line, size_t call) {
    static const Text none = {"", 0};
    size_t equals = skip_back_spaces(line, call);
    if (equals == 0 || line.at[equals - 1] != '=') return none;
    size_t end = equals - 1;
    bool walrus = end > 0 && line.at[end - 1] == ':';
    end = skip_back_spaces(line, walrus ? end - 1 : end);
    size_t begin = skip_back_dotted(line, end), before = skip_back_spaces(line, begin);
    if (begin == end) return none;
    if (before == 0) return last_of_dotted(line, begin, end);
    char c = line.at[before - 1];
    if (c == ':' && !walrus) { /* an annotation, when what stands before it begins the line */
        size_t first = skip_back_dotted(line, before - 1);
        if (first < before - 1 && skip_back_spaces(line, first) == 0) {
            Text name = last_of_dotted(line, first, before - 1);
            bool is_word = (name.length == 4 && memcmp(name.at, "else", 4) == 0) ||
                           (name.length == 3 && memcmp(name.at, "try", 3) == 0);
            if (!is_word) return name;
        }
    }
    bool fits = c == ';' || c == '=' || c == ':' || (walrus && (c == '(' || c == ','));
    return fits ? last_of_dotted(line, begin, end) : none;
}

/* The name behind `... as`, from the call's bracket on. */
static Text given_by_with(Text line, size_t open) {
    size_t depth = 0, at = open;
    for (; at < line.length; at++) {
        if (line.at[at] == '(') depth++;
        if (line.at[at] == ')' && --depth == 0) break;
    }
    for (at++; at < line.length && line.at[at] == ' '; at++) {
    }
    if (at + 3 >= line.length || memcmp(line.at + at, "as ", 3) != 0) return (Text){"", 0};
    for (at += 3; at < line.length && line.at[at] == ' '; at++) {
    }
    size_t end = at;
    while (end < line.length && is_name_char(line.at[end])) end++;
    return (Text){line.at + at, end - at};
}

static bool name_in_line(Text line, const char *called, Text *name) {
    size_t open = 0, call = find_call(line, called, &open);
    if (call == line.length) return false;
    *name = assigned(line, call);
    if (name->length == 0) *name = given_by_with(line, open);
    return true;
}

/* The innermost of the program's lines that calls it; false: none of the nearest does. */
static bool find_maker(Vm *vm, const char *called, AsyncAbout *about) {
    uint32_t left = FRAMES_LOOKED_AT;
    for (const Frame *frame = vm->thread->top; frame != NULL && left > 0; frame = frame->caller) {
        if (frame->code == NULL || (frame->code->flags & CODE_LIBRARY)) continue;
        Text line, name;
        uint32_t number = frame_line(frame), place = frame_place(frame);
        if (about->line == 0) about->line = place;
        left--;
        if (!source_line(vm, frame->code->filename, number, &line.at, &line.length)) continue;
        if (!name_in_line(line, called, &name)) continue;
        about->line = place;
        about->name = name.at;
        about->name_length = name.length;
        return true;
    }
    return false;
}

/* A library's class says by `_told` which kind its instances are, or that they are part of something else (False). */
static Value told_attribute(Vm *vm, const Obj *self) {
    return type_lookup(vm, self->type, aio_of(vm)->name_told);
}

static enum async_object_kind told_kind(Vm *vm, const Obj *self, enum async_object_kind kind) {
    Value told = told_attribute(vm, self);
    return told != VALUE_NULL && value_is_int(told) ? (enum async_object_kind)value_as_small(told) : kind;
}

bool told_about(Vm *vm, const Obj *self, enum async_object_kind kind, const char *const *others, AsyncAbout *about) {
    if (!trace_wants(vm->trace, TRACE_SYNC) || told_attribute(vm, self) == VALUE_FALSE) return false;
    *about = (AsyncAbout){.kind = told_kind(vm, self, kind), .name = ""};
    const char *name = type_name(self->type), *dot = strrchr(name, '.'); /* those that look like C have their module */
    bool found = find_maker(vm, dot != NULL ? dot + 1 : name, about);
    for (; !found && others != NULL && *others != NULL; others++) found = find_maker(vm, *others, about);
    return true;
}

Value cancel_because(Vm *vm, Value task, CancelCause cause) {
    const Future *future = future_of(vm, task);
    Loop *loop = future != NULL ? future->loop : NULL;
    CancelCause before = {CANCEL_CALLED, 0};
    if (loop != NULL) before = loop_set_cancel_cause(loop, cause);
    Value answer = call_method(vm, task, aio_of(vm)->name_cancel, NULL, 0);
    if (loop != NULL) (void)loop_set_cancel_cause(loop, before);
    return answer;
}
