/* traceback_format.c: exceptions as text, in the layout of CPython 3.14's traceback module: chains, groups, frames with
 * their source lines and markers, syntax errors, notes.
 */
#include "exceptions.h"
#include "text_file.h"
#include "traceback_anchor.h"
#include "types_private.h"

#define MAX_GROUP_WIDTH 15u
#define MAX_GROUP_DEPTH 10u
#define UNKNOWN_COLUMN 65535u

static const char cause_message[] = "\nThe above exception was the direct cause of the following exception:\n\n";
static const char context_message[] = "\nDuring handling of the above exception, another exception occurred:\n\n";

/* ---- writing, with the margin of exception groups */

typedef struct Writer {
    StrBuilder out;
    Vm *vm;
    uint32_t depth; /* of groups; 0: no margin */
    bool need_close;
    bool bare; /* the least: no markers */
} Writer;

static void put_margin(Writer *w, char margin) {
    builder_repeat(&w->out, ' ', 2 * w->depth);
    if (w->depth == 0) return;
    builder_char(&w->out, (uint32_t)margin);
    builder_char(&w->out, ' ');
}

/* Whole lines, each behind the margin. */
static void emit(Writer *w, const Str *text, char margin) {
    bool start = true;
    for (uint32_t i = 0; i < text->length; i++) {
        uint32_t code = str_at(text, i);
        if (start) put_margin(w, margin);
        builder_char(&w->out, code);
        start = code == '\n';
    }
}

static void emit_c(Writer *w, const char *text, char margin) {
    bool start = true;
    for (; *text != '\0'; text++) {
        if (start) put_margin(w, margin);
        builder_char(&w->out, (uint32_t)(unsigned char)*text);
        start = *text == '\n';
    }
}

static void emit_take(Writer *w, Str *text) { /* releases text; NULL: what failed is left out */
    if (text == NULL) {
        if (error_is_set(w->vm)) error_clear(w->vm);
        return;
    }
    emit(w, text, '|');
    obj_release(w->vm, text);
}

/* ---- source lines of a frame */

typedef struct FrameText {
    Vm *vm;
    List *lines;         /* Str: without common indentation */
    uint32_t margin;     /* what was taken off the first line */
    uint32_t start, end; /* columns in characters of the dedented first and last line */
    bool marked;         /* columns are known */
} FrameText;

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

static Str *stripped_line(Vm *vm, Str *filename, uint32_t line) {
    Str *text = source_line_anywhere(vm, filename, line);
    if (text == NULL) {
        obj_retain(vm->empty_str);
        return vm->empty_str;
    }
    uint32_t length = text->length;
    while (length > 0 && is_space(str_at(text, length - 1))) length--;
    Str *stripped = str_slice(vm, text, 0, length);
    obj_release(vm, text);
    return stripped;
}

static List *read_lines(Vm *vm, Str *filename, uint32_t first, uint32_t last) {
    List *lines = list_new(vm, last - first + 1);
    for (uint32_t line = first; lines != NULL && line <= last; line++) {
        Str *text = stripped_line(vm, filename, line);
        if (text == NULL || !list_append_take(vm, lines, obj_value(text))) {
            obj_release(vm, lines);
            return NULL;
        }
    }
    return lines;
}

static uint32_t indentation(const Str *s) {
    uint32_t n = 0;
    while (n < s->length && is_space(str_at(s, n))) n++;
    return n;
}

static Str *line_at(const List *lines, uint32_t i) {
    return AS(Str, lines->items[i]);
}

/* The leading white space that all lines but the blank ones share. */
static uint32_t common_margin(const List *lines) {
    const Str *model = NULL;
    uint32_t margin = 0;
    for (uint32_t i = 0; i < lines->length; i++) {
        const Str *s = line_at(lines, i);
        if (s->length == 0) continue;
        uint32_t own = indentation(s);
        if (model == NULL) {
            model = s;
            margin = own;
            continue;
        }
        if (own < margin) margin = own;
        uint32_t same = 0;
        while (same < margin && str_at(s, same) == str_at(model, same)) same++;
        margin = same;
    }
    return margin;
}

static bool dedent(Vm *vm, List *lines, uint32_t margin) {
    for (uint32_t i = 0; i < lines->length && margin > 0; i++) {
        Str *s = line_at(lines, i);
        if (s->length < margin) continue;
        Str *cut = str_slice(vm, s, margin, s->length);
        if (cut == NULL) return false;
        value_set(vm, &lines->items[i], obj_value(cut));
    }
    return true;
}

/* A byte offset in the UTF-8 line as a number of characters; CPython's _byte_offset_to_character_offset. */
static uint32_t to_characters(const Str *s, uint32_t bytes) {
    uint32_t i = 0, at = 0;
    while (i < s->length && at < bytes) {
        uint32_t c = str_at(s, i++);
        at += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return i + (bytes > at ? bytes - at : 0);
}

static uint32_t minus(uint32_t a, uint32_t b) {
    return a > b ? a - b : 0;
}

static bool frame_text_open(FrameText *f, Vm *vm, Str *filename, const Position *p) {
    uint32_t last = p->end_line < p->line ? p->line : p->end_line;
    f->vm = vm;
    f->lines = read_lines(vm, filename, p->line, last);
    if (f->lines == NULL) return false;
    f->marked = p->col != UNKNOWN_COLUMN && p->end_col != UNKNOWN_COLUMN;
    f->start = to_characters(line_at(f->lines, 0), p->col);
    f->end = to_characters(line_at(f->lines, f->lines->length - 1), p->end_col);
    f->margin = common_margin(f->lines);
    if (line_at(f->lines, 0)->length < f->margin) f->margin = 0;
    if (!dedent(vm, f->lines, f->margin)) {
        obj_release(vm, f->lines);
        return false;
    }
    f->start = minus(f->start, f->margin);
    f->end = minus(f->end, f->margin);
    return true;
}

static bool has_text(const List *lines) {
    for (uint32_t i = 0; i < lines->length; i++) {
        if (line_at(lines, i)->length > 0) return true;
    }
    return false;
}

/* ---- display width */

static bool is_wide(uint32_t c) {
    static const uint32_t ranges[][2] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
                                         {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                                         {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    for (uint32_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (c >= ranges[i][0] && c <= ranges[i][1]) return true;
    }
    return false;
}

static uint32_t width(const Str *s, uint32_t count) {
    if (s->ascii) return count;
    uint32_t sum = 0;
    for (uint32_t i = 0; i < count && i < s->length; i++) sum += is_wide(str_at(s, i)) ? 2 : 1;
    return sum;
}

/* ---- markers */

typedef struct Marks {
    bool shown, anchored;
    Anchors anchors;     /* columns as displayed, in the frame's lines */
    uint32_t start, end; /* as displayed */
} Marks;

static Str *join_lines(Vm *vm, const List *lines, uint32_t start, uint32_t cut) {
    StrBuilder b;
    builder_init(&b, vm);
    uint32_t last = lines->length - 1;
    for (uint32_t i = 0; i <= last; i++) {
        Str *s = line_at(lines, i);
        uint32_t from = i == 0 ? start : 0, to = i == last ? cut : s->length;
        if (i > 0) builder_char(&b, '\n');
        if (to > s->length) to = s->length;
        if (from < to) builder_slice(&b, s, from, to);
    }
    return builder_finish(&b);
}

static bool find_anchors(const FrameText *f, Anchors *anchors) {
    Str *segment = join_lines(f->vm, f->lines, f->start, f->end);
    if (segment == NULL) return false;
    size_t length;
    const char *text = str_utf8(f->vm, segment, &length);
    bool found = text != NULL && anchors_find(f->vm->mem, guard_parse_depth(f->vm), text, length, anchors);
    obj_release(f->vm, segment);
    return found;
}

static bool outside_text(const FrameText *f) {
    const Str *first = line_at(f->lines, 0), *last = line_at(f->lines, f->lines->length - 1);
    for (uint32_t i = 0; i < f->start && i < first->length; i++) {
        if (!is_space(str_at(first, i))) return true;
    }
    for (uint32_t i = f->end; i < last->length; i++) {
        if (!is_space(str_at(last, i))) return true;
    }
    return false;
}

static bool should_show(const FrameText *f, bool anchored) {
    Str *all = join_lines(f->vm, f->lines, 0, UINT32_MAX);
    if (all == NULL) return false;
    size_t length;
    const char *text = str_utf8(f->vm, all, &length);
    bool empty = false;
    bool whole = text != NULL && anchors_call_statement(f->vm->mem, guard_parse_depth(f->vm), text, length, f->start,
                                                        f->end, f->lines->length, &empty);
    obj_release(f->vm, all);
    if (whole || empty) return false;
    return anchored || outside_text(f);
}

static void find_marks(const FrameText *f, Marks *m) {
    *m = (Marks){.start = width(line_at(f->lines, 0), f->start),
                 .end = width(line_at(f->lines, f->lines->length - 1), f->end)};
    Anchors *a = &m->anchors;
    m->anchored = find_anchors(f, a);
    m->shown = should_show(f, m->anchored);
    if (!m->anchored) return;
    if (a->left_line == 0) a->left_col += f->start;
    if (a->right_line == 0) a->right_col += f->start;
    a->left_col = width(line_at(f->lines, a->left_line), a->left_col);
    a->right_col = width(line_at(f->lines, a->right_line), a->right_col);
}

static char mark_at(const Marks *m, uint32_t line, uint32_t col, uint32_t spaces) {
    if (col < spaces || (line == 0 && col < m->start)) return ' ';
    if (!m->anchored) return '^';
    const Anchors *a = &m->anchors;
    bool after_left = line > a->left_line || (line == a->left_line && col >= a->left_col);
    bool before_right = line < a->right_line || (line == a->right_line && col < a->right_col);
    return after_left && before_right ? '^' : '~';
}

/* Writes a line of a frame, four columns in. */
static void put_line(StrBuilder *b, const FrameText *f, const Marks *m, uint32_t line) {
    const Str *s = line_at(f->lines, line);
    builder_repeat(b, ' ', 4);
    builder_str(b, s);
    builder_char(b, '\n');
    if (!m->shown) return;
    uint32_t count = line == f->lines->length - 1 ? m->end : width(s, s->length), spaces = indentation(s);
    builder_repeat(b, ' ', 4);
    for (uint32_t col = 0; col < count; col++) builder_char(b, (uint32_t)mark_at(m, line, col, spaces));
    builder_char(b, '\n');
}

/* First and last line, and those around the anchors. */
static bool is_significant(const FrameText *f, const Marks *m, uint32_t line) {
    if (line == 0 || line == f->lines->length - 1) return true;
    if (!m->anchored) return false;
    uint32_t left = m->anchors.left_line, right = m->anchors.right_line;
    return (line + 1 >= left && line <= left + 1) || (line + 1 >= right && line <= right + 1);
}

static void put_lines(StrBuilder *b, const FrameText *f, const Marks *m) {
    uint32_t previous = 0;
    for (uint32_t line = 0; line < f->lines->length; line++) {
        if (!is_significant(f, m, line)) continue;
        if (line > 0 && line - previous == 2) put_line(b, f, m, line - 1);
        if (line > 0 && line - previous > 2) {
            Str *text = str_format(f->vm, "    ...<%u lines>...\n", line - previous - 1);
            if (text != NULL) builder_str(b, text);
            obj_release(f->vm, text);
        }
        put_line(b, f, m, line);
        previous = line;
    }
}

static void put_source(StrBuilder *b, Vm *vm, Str *filename, const Position *p) {
    FrameText f;
    if (p->line == 0 || !frame_text_open(&f, vm, filename, p)) return;
    if (has_text(f.lines)) {
        Marks m = {0};
        if (f.marked) {
            find_marks(&f, &m);
            put_lines(b, &f, &m);
        } else {
            put_line(b, &f, &m, 0);
        }
    }
    obj_release(vm, f.lines);
}

/* ---- frames */

static Str *frame_text(Vm *vm, const Traceback *entry, bool bare) {
    const Code *code = traceback_code(entry);
    Position p = code_position(code, entry->instr);
    if (bare) p = (Position){.line = p.line, .end_line = p.line, .col = UNKNOWN_COLUMN, .end_col = UNKNOWN_COLUMN};
    StrBuilder b;
    builder_init(&b, vm);
    Str *head = str_format(vm, "  File \"%S\", line %u, in %S\n", code->filename, p.line, code->name);
    if (head != NULL) builder_str(&b, head);
    obj_release(vm, head);
    put_source(&b, vm, code->filename, &p);
    return builder_finish(&b);
}

static bool is_library(const Traceback *entry) {
    return (traceback_code(entry)->flags & CODE_LIBRARY) != 0;
}

typedef struct Repeat {
    const Traceback *last;
    uint32_t count;
} Repeat;

static bool same_place(const Traceback *a, const Traceback *b) {
    if (a == NULL) return false;
    const Code *of_a = traceback_code(a), *of_b = traceback_code(b);
    return str_equal(of_a->filename, of_b->filename) && str_equal(of_a->name, of_b->name) &&
           code_position(of_a, a->instr).line == code_position(of_b, b->instr).line;
}

Str *traceback_repeated(Vm *vm, uint32_t times, const char *end) {
    uint32_t more = times - TRACEBACK_REPEATS;
    return str_format(vm, "  [Previous line repeated %u more time%s]%s", more, more > 1 ? "s" : "", end);
}

static void emit_repeat(Writer *w, const Repeat *r) {
    if (r->count > TRACEBACK_REPEATS) emit_take(w, traceback_repeated(w->vm, r->count, "\n"));
}

static void emit_frames(Writer *w, Value traceback) {
    Repeat r = {0};
    for (; traceback != VALUE_NULL; traceback = AS(Traceback, traceback)->next) {
        const Traceback *entry = AS(Traceback, traceback);
        if (is_library(entry)) continue;
        if (!same_place(r.last, entry)) {
            emit_repeat(w, &r);
            r = (Repeat){entry, 0};
        }
        if (++r.count <= TRACEBACK_REPEATS) emit_take(w, frame_text(w->vm, entry, w->bare));
    }
    emit_repeat(w, &r);
}

/* ---- the exception itself */

static Str *safe_text(Vm *vm, Value v, const char *what, bool repr) {
    Value text = repr ? object_repr(vm, v) : object_str(vm, v);
    if (text != VALUE_NULL) return AS(Str, text);
    error_clear(vm);
    return str_format(vm, "<%s %s() failed>", what, repr ? "repr" : "str");
}

static Str *type_text(Vm *vm, Type *type) {
    Value module = object_getattr(vm, obj_value(type), NAME(vm, __module__));
    if (module == VALUE_NULL) error_clear(vm);
    Str *text;
    if (module == VALUE_NULL || !is_str(module)) {
        text = str_format(vm, "<unknown>.%S", type->qualname);
    } else if (str_equals_c(AS(Str, module), "builtins") || str_equals_c(AS(Str, module), "__main__")) {
        text = type->qualname;
        obj_retain(text);
    } else {
        text = str_format(vm, "%S.%S", AS(Str, module), type->qualname);
    }
    value_release(vm, module);
    return text;
}

static void emit_message(Writer *w, Value e, Str *type) {
    Vm *vm = w->vm;
    Str *message = safe_text(vm, e, "exception", false);
    if (message == NULL) return;
    Str *more = exception_suggestion(vm, e);
    bool none = message->length == 0 && more->length == 0;
    emit_take(w, none ? str_format(vm, "%S\n", type) : str_format(vm, "%S: %S%S\n", type, message, more));
    obj_release(vm, message);
    obj_release(vm, more);
}

static void emit_note(Writer *w, Value note) {
    Str *text = safe_text(w->vm, note, "note", false);
    if (text == NULL) return;
    emit_take(w, str_format(w->vm, "%S\n", text));
    obj_release(w->vm, text);
}

static void emit_notes(Writer *w, Value e) {
    bool failed;
    Value notes = object_getattr_opt(w->vm, e, NAME(w->vm, __notes__), &failed);
    if (failed) error_clear(w->vm);
    if (notes == VALUE_NULL || notes == VALUE_NONE) return;
    if (is_list(notes) || is_tuple(notes)) {
        uint32_t count = is_list(notes) ? AS(List, notes)->length : AS(Tuple, notes)->length;
        for (uint32_t i = 0; i < count; i++)
            emit_note(w, is_list(notes) ? AS(List, notes)->items[i] : AS(Tuple, notes)->items[i]);
    } else {
        Str *text = safe_text(w->vm, notes, "__notes__", true);
        if (text != NULL) emit_take(w, str_format(w->vm, "%S\n", text));
        obj_release(w->vm, text);
    }
    value_release(w->vm, notes);
}

/* ---- syntax errors */

static bool int_field(Value v, int64_t *out) {
    return v != VALUE_NULL && is_int(v) && int_as_int64(v, out);
}

/* The columns marked, from 1, as CPython settles them. */
static void syntax_span(const Value *f, const Str *text, uint32_t length, int64_t *start, int64_t *end) {
    int64_t line = 0, end_line = 0;
    bool lines = int_field(f[SYNTAX_LINENO], &line), end_lines = int_field(f[SYNTAX_END_LINENO], &end_line);
    bool same = (lines && end_lines && line == end_line) || (!lines && !end_lines);
    if (same) {
        if (!int_field(f[SYNTAX_END_OFFSET], end) || *end == 0) *end = *start;
    } else {
        *end = (int64_t)length + 1;
    }
    if (text->length > 0 && *start > text->length) *start = (int64_t)length + 1;
    if (text->length > 0 && *end > text->length) *end = (int64_t)length + 1;
    if (*start >= *end || *end < 0) *end = *start + 1;
}

static void put_caret_line(StrBuilder *b, const Str *line, int64_t from, int64_t to) {
    builder_repeat(b, ' ', 4);
    for (int64_t i = 0; i < from; i++) {
        uint32_t c = i < line->length ? str_at(line, (uint32_t)i) : ' ';
        if (i < line->length) builder_char(b, is_space(c) ? c : ' ');
    }
    builder_repeat(b, '^', (uint32_t)(to - from));
    builder_char(b, '\n');
}

static Str *syntax_lines(Vm *vm, const Value *f) {
    Str *text = AS(Str, f[SYNTAX_TEXT]);
    uint32_t length = text->length, skip = 0;
    while (length > 0 && str_at(text, length - 1) == '\n') length--;
    while (skip < length && (str_at(text, skip) == ' ' || str_at(text, skip) == '\n' || str_at(text, skip) == '\f'))
        skip++;
    Str *line = str_slice(vm, text, skip, length);
    if (line == NULL) return NULL;
    StrBuilder b;
    builder_init(&b, vm);
    builder_repeat(&b, ' ', 4);
    builder_str(&b, line);
    builder_char(&b, '\n');
    int64_t start, end;
    if (int_field(f[SYNTAX_OFFSET], &start)) {
        syntax_span(f, text, length, &start, &end);
        int64_t from = start - 1 - skip, to = end - 1 - skip;
        if (from >= 0) put_caret_line(&b, line, from, to);
    }
    obj_release(vm, line);
    return builder_finish(&b);
}

/* What the compiler guesses that was meant, as long as nobody has given the exception another message. */
static const Value *syntax_fields_shown(const SyntaxErrorObj *e) {
    Value shown = e->fields[SYNTAX_SHOWN];
    const Tuple *args = AS(Tuple, e->base.args);
    bool guessed = shown != VALUE_NULL && args->length > 0 && e->fields[SYNTAX_MSG] == args->items[0];
    return guessed ? AS(Tuple, shown)->items : e->fields;
}

static void emit_syntax_error(Writer *w, Value e, Str *type) {
    Vm *vm = w->vm;
    const Value *f = syntax_fields_shown(AS(SyntaxErrorObj, e));
    Str *suffix = vm->empty_str;
    obj_retain(suffix);
    bool file = f[SYNTAX_FILENAME] != VALUE_NULL && f[SYNTAX_FILENAME] != VALUE_NONE;
    if (f[SYNTAX_LINENO] != VALUE_NULL && f[SYNTAX_LINENO] != VALUE_NONE) {
        emit_take(w, file ? str_format(vm, "  File \"%V\", line %V\n", f[SYNTAX_FILENAME], f[SYNTAX_LINENO])
                          : str_format(vm, "  File \"<string>\", line %V\n", f[SYNTAX_LINENO]));
    } else if (file) {
        obj_release(vm, suffix);
        suffix = str_format(vm, " (%V)", f[SYNTAX_FILENAME]);
    }
    if (f[SYNTAX_TEXT] != VALUE_NULL && is_str(f[SYNTAX_TEXT])) emit_take(w, syntax_lines(vm, f));
    Value message = f[SYNTAX_MSG];
    Str *text = message == VALUE_NULL || message == VALUE_NONE ? str_format(vm, "<no detail available>")
                                                               : safe_text(vm, message, "exception", false);
    if (text != NULL && suffix != NULL) emit_take(w, str_format(vm, "%S: %S%S\n", type, text, suffix));
    obj_release(vm, text);
    obj_release(vm, suffix);
}

static void emit_exception_only(Writer *w, Value e) {
    Str *type = type_text(w->vm, type_of(w->vm, e));
    if (type == NULL) return;
    if (type_is_subtype(type_of(w->vm, e), TYPE(w->vm, SyntaxError))) {
        emit_syntax_error(w, e, type);
    } else {
        emit_message(w, e, type);
    }
    obj_release(w->vm, type);
    emit_notes(w, e);
}

/* ---- chains and groups: first a tree of nodes is built, each exception at most once along causes and contexts */

typedef struct Node {
    struct Node *all;     /* every node made */
    struct Node *queue;   /* nodes still to be looked at, last made first */
    struct Node *above;   /* output order of a chain */
    struct Node *chained; /* the cause or context */
    bool by_cause;
    Value e; /* borrowed: the first exception keeps all alive */
    struct Node **children;
    uint32_t nchildren;
} Node;

typedef struct Tree {
    Vm *vm;
    Node *all, *queue;
} Tree;

static bool seen(const Tree *t, Value e) {
    for (const Node *n = t->all; n != NULL; n = n->all) {
        if (n->e == e) return true;
    }
    return false;
}

static Node *node_new(Tree *t, Value e) {
    Node *n = mem_zalloc(t->vm->mem, sizeof *n);
    if (n == NULL) return NULL;
    n->e = e;
    n->all = t->all;
    t->all = n;
    return n;
}

static void node_push(Tree *t, Node *n) {
    if (n == NULL) return;
    n->queue = t->queue;
    t->queue = n;
}

static void look_at(Tree *t, Node *n) {
    const Exception *e = AS(Exception, n->e);
    Node *cause = e->cause != VALUE_NULL && !seen(t, e->cause) ? node_new(t, e->cause) : NULL;
    bool wanted = cause == NULL && !e->suppress_context;
    Node *context = wanted && e->context != VALUE_NULL && !seen(t, e->context) ? node_new(t, e->context) : NULL;
    n->chained = cause != NULL ? cause : context;
    n->by_cause = cause != NULL;
    Value members = exception_is_group(t->vm, n->e) ? AS(GroupObj, n->e)->exceptions : VALUE_NULL;
    if (members != VALUE_NULL) {
        uint32_t count = AS(Tuple, members)->length;
        n->children = mem_zalloc(t->vm->mem, count * sizeof *n->children);
        if (n->children != NULL) n->nchildren = count;
        for (uint32_t i = 0; i < n->nchildren; i++) n->children[i] = node_new(t, AS(Tuple, members)->items[i]);
    }
    node_push(t, cause);
    node_push(t, context);
    for (uint32_t i = 0; i < n->nchildren; i++) node_push(t, n->children[i]);
}

static Node *tree_build(Tree *t, Value e) {
    Node *root = node_new(t, e);
    node_push(t, root);
    while (t->queue != NULL) {
        Node *n = t->queue;
        t->queue = n->queue;
        look_at(t, n);
    }
    return root;
}

static void tree_free(Tree *t) {
    while (t->all != NULL) {
        Node *n = t->all;
        t->all = n->all;
        if (n->children != NULL) mem_free(t->vm->mem, n->children, n->nchildren * sizeof *n->children);
        mem_free(t->vm->mem, n, sizeof *n);
    }
}

static void emit_chain(Writer *w, Node *node);

/* What sys.tracebacklimit says; less than 0: nothing. */
static int64_t limit_of_entries(Vm *vm) {
    Value sys = dict_get_str(vm, vm->modules, vm->names[N_sys]);
    Value limit = is_exact(vm, sys, T_module) ? dict_get_c(vm, AS(Module, sys)->dict, "tracebacklimit") : VALUE_NULL;
    int64_t number;
    if (limit == VALUE_NULL || !is_int(limit) || !int_as_int64(limit, &number)) return -1;
    return number < 0 ? 0 : number;
}

/* The last entries, as many as sys.tracebacklimit allows. */
static Value limited(Vm *vm, Value traceback) {
    int64_t limit = limit_of_entries(vm), count = 0;
    if (limit < 0) return traceback;
    for (Value t = traceback; t != VALUE_NULL; t = AS(Traceback, t)->next) count += !is_library(AS(Traceback, t));
    for (; traceback != VALUE_NULL && count > limit; traceback = AS(Traceback, traceback)->next)
        count -= !is_library(AS(Traceback, traceback));
    return count == 0 ? VALUE_NULL : traceback;
}

static void emit_traceback(Writer *w, Value e) {
    Value whole = exception_traceback(w->vm, e), traceback = limited(w->vm, whole);
    if (traceback == VALUE_NULL && (whole != VALUE_NULL || !AS(Exception, e)->left_library)) return;
    emit_c(w, "Traceback (most recent call last):\n", '|');
    if (traceback != VALUE_NULL) emit_frames(w, traceback);
}

static void emit_plain(Writer *w, const Node *n) {
    emit_traceback(w, n->e);
    emit_exception_only(w, n->e);
}

static void emit_title(Writer *w, uint32_t i, bool truncated) {
    builder_repeat(&w->out, ' ', 2 * w->depth);
    builder_c(&w->out, i == 0 ? "+-" : "  ");
    Str *title = truncated ? str_format(w->vm, "+---------------- ... ----------------\n")
                           : str_format(w->vm, "+---------------- %u ----------------\n", i + 1);
    if (title != NULL) builder_str(&w->out, title);
    obj_release(w->vm, title);
}

static void emit_member(Writer *w, const Node *n, uint32_t i, bool last) {
    bool truncated = i >= MAX_GROUP_WIDTH;
    if (last) w->need_close = true;
    emit_title(w, i, truncated);
    w->depth++;
    if (!truncated) {
        if (n->children[i] != NULL) emit_chain(w, n->children[i]);
    } else {
        uint32_t rest = n->nchildren - MAX_GROUP_WIDTH;
        emit_take(w, str_format(w->vm, "and %u more exception%s\n", rest, rest > 1 ? "s" : ""));
    }
    if (last && w->need_close) {
        builder_repeat(&w->out, ' ', 2 * w->depth);
        builder_c(&w->out, "+------------------------------------\n");
        w->need_close = false;
    }
    w->depth--;
}

static void emit_group(Writer *w, const Node *n) {
    if (w->depth > MAX_GROUP_DEPTH) {
        emit_take(w, str_format(w->vm, "... (max_group_depth is %u)\n", MAX_GROUP_DEPTH));
        return;
    }
    bool top = w->depth == 0;
    if (top) w->depth++;
    Value traceback = limited(w->vm, exception_traceback(w->vm, n->e));
    if (traceback != VALUE_NULL) {
        emit_c(w, "Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
        emit_frames(w, traceback);
    }
    emit_exception_only(w, n->e);
    uint32_t shown = n->nchildren <= MAX_GROUP_WIDTH ? n->nchildren : MAX_GROUP_WIDTH + 1;
    w->need_close = false;
    for (uint32_t i = 0; i < shown; i++) emit_member(w, n, i, i == shown - 1);
    if (top) w->depth = 0;
}

static void emit_chain(Writer *w, Node *node) {
    Node *first = NULL; /* the oldest comes first */
    for (Node *n = node; n != NULL; n = n->chained) {
        n->above = first;
        first = n;
    }
    for (Node *n = first; n != NULL; n = n->above) {
        if (n->chained != NULL) emit_c(w, n->by_cause ? cause_message : context_message, '|');
        if (n->nchildren > 0) {
            emit_group(w, n);
        } else {
            emit_plain(w, n);
        }
    }
}

Str *traceback_source(Vm *vm, Str *filename, const Position *position) {
    StrBuilder b;
    builder_init(&b, vm);
    put_source(&b, vm, filename, position);
    return builder_finish(&b);
}

Str *exception_last_lines(Vm *vm, Value e) {
    Writer w = {.vm = vm};
    builder_init(&w.out, vm);
    Str *type = type_text(vm, type_of(vm, e));
    if (type != NULL && type_is_subtype(type_of(vm, e), TYPE(vm, SyntaxError))) {
        emit_syntax_error(&w, e, type);
    } else if (type != NULL) {
        emit_message(&w, e, type);
    }
    obj_release(vm, type);
    return builder_finish(&w.out);
}

Str *exception_format(Vm *vm, Value exception) {
    Value error = error_take(vm);
    Tree tree = {.vm = vm};
    Writer w = {.vm = vm};
    builder_init(&w.out, vm);
    value_retain(exception);
    Node *root = tree_build(&tree, exception);
    if (root != NULL) emit_chain(&w, root);
    tree_free(&tree);
    value_release(vm, exception);
    if (error_is_set(vm)) error_clear(vm);
    Str *text = builder_finish(&w.out);
    if (error != VALUE_NULL) error_restore(vm, error);
    return text;
}

/* As CPython prints in C what nobody can catch: this exception alone, without markers, notes and advice. */
static Str *format_bare(Vm *vm, Value exception) {
    Writer w = {.vm = vm, .bare = true};
    builder_init(&w.out, vm);
    emit_traceback(&w, exception);
    Str *type = type_text(vm, type_of(vm, exception)), *message = safe_text(vm, exception, "exception", false);
    if (type != NULL && message != NULL) emit_take(&w, str_format(vm, "%S: %S\n", type, message));
    obj_release(vm, type);
    obj_release(vm, message);
    if (error_is_set(vm)) error_clear(vm);
    return builder_finish(&w.out);
}

/* Memory may be what failed: the least that can be said then. */
static void print_minimal(Vm *vm, Value exception) {
    const char *name = value_type_name(vm, exception);
    text_write(vm, 2, name, strlen(name));
    text_write(vm, 2, "\n", 1);
}

static void print_as(Vm *vm, Value exception, Str *(*format)(Vm *vm, Value exception)) {
    mem_set_reserve(vm->mem, 256 * 1024);
    Value before = error_take(vm);
    Str *text = format(vm, exception);
    if (text == NULL || !text_write_str(vm, 2, text)) print_minimal(vm, exception);
    obj_release(vm, text);
    if (error_is_set(vm)) error_clear(vm);
    if (before != VALUE_NULL) error_restore(vm, before);
    mem_set_reserve(vm->mem, 0);
}

void exception_print(Vm *vm, Value exception) {
    print_as(vm, exception, exception_format);
}

void exception_print_bare(Vm *vm, Value exception) {
    print_as(vm, exception, format_bare);
}
