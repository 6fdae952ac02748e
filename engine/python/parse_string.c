/* parse_string.c: string tokens to constants, adjacent literals to one, f-strings to JoinedStr. Escapes are decoded in
 * string_escape.c.
 */
#include "python/parser.h"
#include "python/string_escape.h"

#include <string.h>

/* ---- Plain literals ---- */

typedef struct Literal {
    bool raw, bytes, u_prefix;
    uint32_t start, end; /* what is between the quotes */
} Literal;

static Literal read_prefix(const char *text, const Token *token) {
    Literal literal = {0};
    uint32_t i = token->start;
    for (; text[i] != '"' && text[i] != '\''; i++) {
        char c = (char)(text[i] | 0x20);
        literal.raw |= c == 'r';
        literal.bytes |= c == 'b';
        literal.u_prefix |= text[i] == 'u'; /* ast keeps a small u only */
    }
    bool triple = token->end - i >= 6 && text[i + 1] == text[i] && text[i + 2] == text[i];
    uint32_t quotes = triple ? 3 : 1;
    literal.start = i + quotes;
    literal.end = token->end - quotes;
    return literal;
}

static bool check_ascii(Parser *parser, const Token *token, const Literal *literal) {
    const char *text = parser->lexer.text;
    for (uint32_t i = literal->start; i < literal->end; i++) {
        if ((unsigned char)text[i] < 128) continue;
        raise_range(parser, token_location(token), "bytes can only contain ASCII literal characters");
        return false;
    }
    return true;
}

static Expr *decode(Parser *parser, const Token *token, const Literal *literal) {
    Expr *e = new_expr(parser, EXPR_CONSTANT, token_location(token));
    if (!e) return NULL;
    if (literal->bytes && !check_ascii(parser, token, literal)) return NULL;
    e->v.constant.kind = literal->bytes ? CONST_BYTES : CONST_STR;
    e->v.constant.u_prefix = literal->u_prefix;
    EscapeSource source = {.token = token, .start = literal->start, .end = literal->end, .raw = literal->raw};
    return string_decode(parser, &source, &e->v.constant) ? e : NULL;
}

static Expr *parse_plain_string(Parser *parser) {
    Token token = *peek(parser);
    parser->mark++;
    Literal literal = read_prefix(parser->lexer.text, &token);
    return decode(parser, &token, &literal);
}

/* ---- Joining ---- */

/* One constant from the texts of stack[first..end). */
static Expr *merge_constants(Parser *parser, uint32_t first, uint32_t end) {
    Expr *head = parser->stack[first], *tail = parser->stack[end - 1];
    if (end - first == 1) return head;
    size_t length = 0;
    for (uint32_t i = first; i < end; i++) length += ((Expr *)parser->stack[i])->v.constant.length;
    char *text = arena_alloc(parser->arena, length + 1);
    Expr *e = new_expr(parser, EXPR_CONSTANT, location_join(head->loc, tail->loc));
    if (!e || !text) return NULL;
    e->v.constant = head->v.constant;
    e->v.constant.text = text;
    e->v.constant.length = (uint32_t)length;
    for (uint32_t i = first; i < end; i++) {
        const Constant *part = &((Expr *)parser->stack[i])->v.constant;
        memcpy(text, part->text, part->length);
        text += part->length;
    }
    *text = '\0';
    return e;
}

static bool is_constant(const Parser *parser, uint32_t index) {
    return ((Expr *)parser->stack[index])->kind == EXPR_CONSTANT;
}

/* Merges neighbouring constants above base in place, and drops empty ones. */
static bool fold_parts(Parser *parser, uint32_t base) {
    uint32_t out = base;
    for (uint32_t i = base; i < parser->stack_count;) {
        uint32_t end = i + 1;
        if (!is_constant(parser, i)) {
            parser->stack[out++] = parser->stack[i];
            i = end;
            continue;
        }
        while (end < parser->stack_count && is_constant(parser, end)) end++;
        Expr *merged = merge_constants(parser, i, end);
        if (!merged) return false;
        if (merged->v.constant.length) parser->stack[out++] = merged;
        i = end;
    }
    parser->stack_count = out;
    return true;
}

static Expr *take_joined(Parser *parser, uint32_t base, Location loc) {
    Expr *e = new_expr(parser, EXPR_JOINED_STR, loc);
    if (!e || !fold_parts(parser, base)) return NULL;
    return sequence_take(parser, base, &e->v.joined_str.values) ? e : NULL;
}

/* ---- f-strings ---- */

static bool parse_field(Parser *parser, bool raw);

/* CPython decodes the parts of an f-string when it has read all of it: errors stand at its end. */
static void move_error_to_end(Parser *parser) {
    uint32_t depth = 1;
    if (parser->lexer.failed || parser->error->no_memory) return;
    ParseError error = *parser->error;
    parser->failed = false;
    for (;; parser->mark++) {
        TokenKind kind = peek_kind(parser);
        if (kind == T_ERROR || kind == T_END) break;
        if (kind == T_FSTRING_START) depth++;
        if (kind == T_FSTRING_END && --depth == 0) break;
    }
    if (parser->failed) return;
    raise_next(parser, "%s", error.message);
    parser->error->type = error.type;
}

/* Literal text up to something else. */
static bool parse_middle(Parser *parser, bool raw) {
    Token token = *peek(parser);
    parser->mark++;
    Literal literal = {.raw = raw, .start = token.start, .end = token.end};
    Expr *e = decode(parser, &token, &literal);
    if (!e && parser->failed) move_error_to_end(parser);
    return e && sequence_push(parser, e);
}

/* Literal text and fields until neither comes. */
static bool parse_middles(Parser *parser, bool raw) {
    for (;;) {
        if (at(parser, T_FSTRING_MIDDLE)) {
            if (!parse_middle(parser, raw)) return false;
        } else if (at(parser, T_LBRACE)) {
            if (!parse_field(parser, raw)) return false;
        } else {
            return true;
        }
    }
}

/* What f"{x = }" shows before the value: the source from the brace on, comments left out. */
static Expr *debug_text(Parser *parser, uint32_t from, uint32_t to, Location loc) {
    const char *text = parser->lexer.text;
    char *copy = arena_alloc(parser->arena, to - from + 1);
    Expr *e = new_expr(parser, EXPR_CONSTANT, loc);
    if (!copy || !e) return NULL;
    char *out = copy, quote = 0;
    for (uint32_t i = from; i < to; i++) {
        if (!quote && text[i] == '#') {
            while (i < to && text[i] != '\n') i++;
            if (i == to) break;
        }
        if (!quote && (text[i] == '"' || text[i] == '\''))
            quote = text[i];
        else if (quote == text[i])
            quote = 0;
        *out++ = text[i];
    }
    *out = '\0';
    e->v.constant.kind = CONST_STR;
    e->v.constant.text = copy;
    e->v.constant.length = (uint32_t)(out - copy);
    return e;
}

typedef struct Field {
    uint32_t open; /* mark of the { */
    Expr *value;
    bool debug;
    Expr *text; /* with debug */
    int conversion;
    Expr *spec;
} Field;

static bool fail_next(Parser *parser, const char *message) {
    if (parser->diagnose) raise_next(parser, "f-string: %s", message);
    return false;
}

static bool at_field_end(Parser *parser) {
    return at(parser, T_EXCLAMATION) || at(parser, T_COLON) || at(parser, T_RBRACE);
}

static bool parse_field_value(Parser *parser, Field *field) {
    TokenKind kind = peek_kind(parser);
    if (parser->diagnose && (kind == T_EQUAL || at_field_end(parser))) {
        raise_next(parser, "f-string: valid expression required before '%s'", token_text(kind));
        return false;
    }
    uint32_t mark = parser->mark;
    field->value = parse_yield_or_star(parser);
    if (field->value || parser->failed) return field->value != NULL;
    parser->mark = mark;
    return fail_next(parser, "expecting a valid expression after '{'");
}

/* [=]: the text belongs to the mark behind it. */
static bool parse_debug(Parser *parser, Field *field) {
    if (!at(parser, T_EQUAL) && !at_field_end(parser))
        return fail_next(parser, "expecting '=', or '!', or ':', or '}'");
    field->debug = accept(parser, T_EQUAL);
    if (!field->debug) return true;
    if (!at_field_end(parser)) return fail_next(parser, "expecting '!', or ':', or '}'");
    const Token *open = &parser->tokens[field->open], *end = peek(parser);
    Location loc = {open->lineno, open->col + 1, end->lineno, end->col};
    uint32_t from = open->end, to = end->start;
    field->text = debug_text(parser, from, to, loc);
    return field->text != NULL;
}

static bool check_conversion(Parser *parser, const Token *mark, const Token *name) {
    if (mark->end != name->start || mark->lineno != name->lineno) {
        raise_range(parser, location_join(token_location(mark), token_location(name)),
                    "f-string: conversion type must come right after the exclamation mark");
        return false;
    }
    const char *text = name->name->text;
    if (text[1] == '\0' && strchr("sra", text[0])) return true;
    raise_range(parser, token_location(name), "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'",
                text);
    return false;
}

static bool parse_conversion(Parser *parser, Field *field) {
    field->conversion = -1;
    if (!at(parser, T_EXCLAMATION)) return true;
    Token mark = *peek(parser);
    parser->mark++;
    if (at(parser, T_COLON) || at(parser, T_RBRACE)) return fail_next(parser, "missing conversion character");
    if (!at(parser, T_NAME)) return fail_next(parser, "invalid conversion character");
    Token name = *peek(parser);
    if (!check_conversion(parser, &mark, &name)) return false;
    parser->mark++;
    field->conversion = name.name->text[0];
    if (at(parser, T_COLON) || at(parser, T_RBRACE)) return true;
    return fail_next(parser, "expecting ':' or '}'");
}

static bool parse_spec(Parser *parser, Field *field, bool raw) {
    if (!at(parser, T_COLON)) return true;
    uint32_t start = parser->mark++, base = parser->stack_count;
    if (!parse_middles(parser, raw)) return false;
    field->spec = take_joined(parser, base, SPAN(start));
    if (!field->spec) return false;
    return at(parser, T_RBRACE) || fail_next(parser, "expecting '}', or format specs");
}

static bool push_field(Parser *parser, const Field *field) {
    Expr *e = new_expr(parser, EXPR_FORMATTED_VALUE, SPAN(field->open));
    if (!e) return false;
    e->v.formatted_value.value = field->value;
    e->v.formatted_value.conversion = field->conversion;
    e->v.formatted_value.format_spec = field->spec;
    if (field->debug && field->conversion == -1 && !field->spec) e->v.formatted_value.conversion = 'r';
    return (!field->debug || sequence_push(parser, field->text)) && sequence_push(parser, e);
}

/* At the { of a replacement field; pushes its parts. */
static bool parse_field(Parser *parser, bool raw) {
    Field field = {.open = parser->mark++};
    if (!parser_enter(parser)) return false;
    bool good = parse_field_value(parser, &field) && parse_debug(parser, &field) && parse_conversion(parser, &field) &&
                parse_spec(parser, &field, raw);
    parser_leave(parser);
    if (!good) return false;
    if (!accept(parser, T_RBRACE)) return fail_next(parser, "expecting '}'");
    return push_field(parser, &field);
}

static bool is_raw_start(const char *text, const Token *token) {
    for (uint32_t i = token->start; text[i] != '"' && text[i] != '\''; i++) {
        if ((text[i] | 0x20) == 'r') return true;
    }
    return false;
}

static bool parse_fstring(Parser *parser) {
    bool raw = is_raw_start(parser->lexer.text, peek(parser));
    parser->mark++;
    return parse_middles(parser, raw) && accept(parser, T_FSTRING_END);
}

/* ---- All together ---- */

static Expr *fail_mixed(Parser *parser) {
    peek(parser);
    return raise_here(parser, "cannot mix bytes and nonbytes literals");
}

static Expr *join(Parser *parser, uint32_t start, uint32_t base, uint32_t plain, uint32_t bytes, bool formatted) {
    if (bytes && (bytes != plain || formatted)) return fail_mixed(parser);
    if (formatted) return take_joined(parser, base, SPAN(start));
    Expr *e = merge_constants(parser, base, parser->stack_count);
    sequence_drop(parser, base);
    return e;
}

Expr *parse_strings(Parser *parser) {
    uint32_t start = parser->mark, base = parser->stack_count, plain = 0, bytes = 0;
    bool formatted = false;
    for (;;) {
        if (at(parser, T_STRING)) {
            Expr *e = parse_plain_string(parser);
            if (!e || !sequence_push(parser, e)) return NULL;
            plain++;
            bytes += e->v.constant.kind == CONST_BYTES;
        } else if (at(parser, T_FSTRING_START)) {
            formatted = true;
            if (!parse_fstring(parser)) {
                sequence_drop(parser, base);
                return NULL;
            }
        } else {
            return join(parser, start, base, plain, bytes, formatted);
        }
    }
}
