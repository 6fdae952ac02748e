/* traceback_anchor.c: see traceback_anchor.h. The rules are those of CPython 3.14's traceback module. */
#include "traceback_anchor.h"

#include "ast.h"

#include <string.h>

/* The segment as lines of characters. */
typedef struct Lines {
    uint32_t **codes;
    uint32_t *lengths;
    uint32_t count;
} Lines;

static uint32_t decode(const char *text, size_t left, uint32_t *size) {
    const unsigned char *s = (const unsigned char *)text;
    *size = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (*size > left) *size = 1;
    uint32_t code = *size == 1 ? s[0] : *size == 2 ? s[0] & 0x1Fu : *size == 3 ? s[0] & 0x0Fu : s[0] & 0x07u;
    for (uint32_t i = 1; i < *size; i++) code = code << 6 | (s[i] & 0x3Fu);
    return code;
}

static bool add_line(Arena *arena, Lines *lines, const char *text, size_t length) {
    uint32_t *codes = arena_alloc(arena, (length + 1) * sizeof *codes);
    if (codes == NULL) return false;
    uint32_t count = 0, size;
    for (size_t at = 0; at < length; at += size) codes[count++] = decode(text + at, length - at, &size);
    lines->codes[lines->count] = codes;
    lines->lengths[lines->count++] = count;
    return true;
}

static bool split_lines(Arena *arena, const char *text, size_t length, Lines *lines) {
    uint32_t count = 1;
    for (size_t i = 0; i < length; i++) count += text[i] == '\n';
    lines->codes = arena_alloc(arena, count * sizeof *lines->codes);
    lines->lengths = arena_alloc(arena, count * sizeof *lines->lengths);
    lines->count = 0;
    if (lines->codes == NULL || lines->lengths == NULL) return false;
    size_t start = 0;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && text[i] != '\n') continue;
        if (i > start || i < length) {
            if (!add_line(arena, lines, text + start, i - start)) return false;
        }
        start = i + 1;
    }
    return true;
}

static uint32_t code_size(uint32_t code) {
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/* Bytes to characters. */
static uint32_t normalize(const Lines *lines, uint32_t line, uint32_t bytes) {
    uint32_t i = 0, at = 0;
    while (i < lines->lengths[line] && at < bytes) at += code_size(lines->codes[line][i++]);
    return i;
}

typedef struct Place {
    uint32_t line, col;
} Place;

/* Moves on to the next line while the column is behind the end. */
static bool settle(const Lines *lines, Place *p) {
    while (p->line < lines->count && p->col >= lines->lengths[p->line]) {
        p->col = 0;
        p->line++;
    }
    return p->line < lines->count;
}

static bool is_space(uint32_t code) {
    return code == ' ' || (code >= 9 && code <= 13) || (code >= 0x1C && code <= 0x1F) || code == 0x85 || code == 0xA0;
}

static bool is_operator_start(uint32_t code) {
    return !is_space(code) && code != ')';
}

/* Goes on to the first character that fits: `wanted`, or for 0 the start of an operator. Skips comments and \. */
static bool advance(const Lines *lines, Place *p, uint32_t wanted) {
    for (;;) {
        uint32_t code = lines->codes[p->line][p->col];
        if (code == '\\' || code == '#') {
            p->line++;
            p->col = 0;
        } else if (wanted == 0 ? is_operator_start(code) : code == wanted) {
            return true;
        } else {
            p->col++;
        }
        if (!settle(lines, p)) return false;
    }
}

/* The end of an expression. One line was put in front of the segment, and lines count from 1. */
static bool end_of(const Lines *lines, const Expr *expr, Place *p) {
    if (expr->loc.end_lineno < 2 || expr->loc.end_lineno - 2 >= lines->count) return false;
    p->line = expr->loc.end_lineno - 2;
    p->col = normalize(lines, p->line, expr->loc.end_col);
    return true;
}

static bool find_operator(const Lines *lines, const Expr *expr, Anchors *a) {
    Place p;
    if (!end_of(lines, expr->v.bin_op.left, &p) || !settle(lines, &p) || !advance(lines, &p, 0)) return false;
    const Location *right = &expr->v.bin_op.right->loc;
    uint32_t end = p.col + 1;
    if (end < lines->lengths[p.line] && right->lineno >= 2) {
        uint32_t code = lines->codes[p.line][end];
        bool before = right->lineno - 2 > p.line ||
                      (right->lineno - 2 < lines->count && end < normalize(lines, right->lineno - 2, right->col));
        if (before && !is_space(code) && code != '\\' && code != '#') end++;
    }
    *a = (Anchors){p.line, p.col, p.line, end};
    return true;
}

static bool find_bracket(const Lines *lines, const Expr *expr, const Expr *inner, uint32_t bracket, Anchors *a) {
    Place left, right;
    if (!end_of(lines, inner, &left) || !settle(lines, &left) || !advance(lines, &left, bracket)) return false;
    if (!end_of(lines, expr, &right)) return false;
    *a = (Anchors){left.line, left.col, right.line, right.col};
    return true;
}

static bool find_in(const Lines *lines, const Expr *expr, Anchors *a) {
    switch (expr->kind) {
    case EXPR_BIN_OP: return find_operator(lines, expr, a);
    case EXPR_SUBSCRIPT: return find_bracket(lines, expr, expr->v.subscript.value, '[', a);
    case EXPR_CALL: return find_bracket(lines, expr, expr->v.call.func, '(', a);
    default: return false;
    }
}

static bool find_parsed(Arena *arena, const char *segment, size_t length, Anchors *anchors) {
    char *text = arena_alloc(arena, length + 5);
    if (text == NULL) return false;
    memcpy(text, "(\n", 2);
    memcpy(text + 2, segment, length);
    memcpy(text + 2 + length, "\n)", 3);
    ParseError error;
    const Mod *mod = parse_module(arena, text, length + 4, NULL, &error);
    if (mod == NULL || mod->body.count != 1 || mod->body.items[0]->kind != STMT_EXPR) return false;
    Lines lines;
    return split_lines(arena, segment, length, &lines) && find_in(&lines, mod->body.items[0]->v.expr.value, anchors);
}

bool anchors_find(Mem *mem, uint32_t depth, const char *segment, size_t length, Anchors *anchors) {
    Arena *arena = arena_new(mem, depth);
    bool found = arena != NULL && find_parsed(arena, segment, length, anchors);
    arena_free(arena);
    return found;
}

/* The call that is all of `name = call()` or `return name()`. */
static const Expr *call_of(const Stmt *stmt) {
    if (stmt->kind == STMT_ASSIGN) {
        const ExprSeq *targets = &stmt->v.assign.targets;
        bool named = targets->count == 1 && targets->items[0]->kind == EXPR_NAME;
        return named && stmt->v.assign.value->kind == EXPR_CALL ? stmt->v.assign.value : NULL;
    }
    if (stmt->kind != STMT_RETURN || stmt->v.return_.value == NULL) return NULL;
    const Expr *value = stmt->v.return_.value;
    return value->kind == EXPR_CALL && value->v.call.func->kind == EXPR_NAME ? value : NULL;
}

bool anchors_call_statement(Mem *mem, uint32_t depth, const char *text, size_t length, uint32_t start, uint32_t end,
                            uint32_t nlines, bool *empty) {
    *empty = false;
    Arena *arena = arena_new(mem, depth);
    if (arena == NULL) return false;
    ParseError error;
    const Mod *mod = parse_module(arena, text, length, NULL, &error);
    bool spans = false;
    if (mod != NULL && mod->body.count == 0) *empty = true;
    const Expr *call = mod == NULL || mod->body.count == 0 ? NULL : call_of(mod->body.items[0]);
    if (call != NULL) {
        spans = call->loc.lineno == 1 && call->loc.end_lineno == nlines && call->loc.col == start &&
                call->loc.end_col == end;
    }
    arena_free(arena);
    return spans;
}
