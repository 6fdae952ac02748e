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

/* ---- f-strings and t-strings ---- */

static char kind_letter(const Parser *parser) { /* for messages */
    return parser->in_template ? 't' : 'f';
}

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

/* Literal text up to something else. What is odd about it is told at the end of the f-string, as CPython decodes it
 * then. */
static bool parse_middle(Parser *parser, bool raw) {
    Token token = *peek(parser);
    parser->mark++;
    Literal literal = {.raw = raw, .start = token.start, .end = token.end};
    WarningList told = parser->lexer.warnings;
    warnings_open(&parser->lexer.warnings);
    Expr *e = decode(parser, &token, &literal);
    warnings_move(&parser->lexer.warnings, parser->held);
    parser->lexer.warnings = told;
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

/* All that is between the quotes of an f-string, or a field's format spec. */
static bool parse_literal(Parser *parser, bool raw) {
    WarningList held, *outside = parser->held;
    warnings_open(&held);
    parser->held = &held;
    bool good = parse_middles(parser, raw);
    parser->held = outside;
    if (good) warnings_move(&held, &parser->lexer.warnings);
    return good;
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
    bool template; /* of a t-string, and not within one of its format specs */
    Expr *value;
    bool debug;
    Expr *text; /* with debug */
    int conversion;
    Expr *spec;
    Expr *source; /* in a template */
} Field;

/* The expression of a t-string's field as it was written, without white space at its end. */
static bool take_source(Parser *parser, Field *field) {
    if (!field->template) return true;
    const Token *open = &parser->tokens[field->open], *end = peek(parser);
    const char *text = parser->lexer.text;
    uint32_t from = open->end, to = end->start;
    while (to > from && strchr(" \t\n\f\r", text[to - 1]) != NULL) to--;
    field->source = debug_text(parser, from, to, (Location){open->lineno, open->col + 1, end->lineno, end->col});
    return field->source != NULL;
}

static bool fail_next(Parser *parser, const char *message) {
    if (parser->diagnose) raise_next(parser, "%c-string: %s", kind_letter(parser), message);
    return false;
}

static bool at_field_end(Parser *parser) {
    return at(parser, T_EXCLAMATION) || at(parser, T_COLON) || at(parser, T_RBRACE);
}

static bool parse_field_value(Parser *parser, Field *field) {
    TokenKind kind = peek_kind(parser);
    if (parser->diagnose && (kind == T_EQUAL || at_field_end(parser))) {
        raise_next(parser, "%c-string: valid expression required before '%s'", kind_letter(parser), token_text(kind));
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
                    "%c-string: conversion type must come right after the exclamation mark", kind_letter(parser));
        return false;
    }
    const char *text = name->name->text;
    if (text[1] == '\0' && strchr("sra", text[0])) return true;
    raise_range(parser, token_location(name), "%c-string: invalid conversion character '%s': expected 's', 'r', or 'a'",
                kind_letter(parser), text);
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
    bool outer = parser->in_template;
    parser->in_template = false;
    bool good = parse_literal(parser, raw);
    parser->in_template = outer;
    if (!good) return false;
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
    e->v.formatted_value.source = field->source;
    return (!field->debug || sequence_push(parser, field->text)) && sequence_push(parser, e);
}

/* At the { of a replacement field; pushes its parts. */
static bool parse_field(Parser *parser, bool raw) {
    Field field = {.open = parser->mark++, .template = parser->in_template};
    if (!parser_enter(parser)) return false;
    bool good = parse_field_value(parser, &field) && take_source(parser, &field) && parse_debug(parser, &field) &&
                parse_conversion(parser, &field) && parse_spec(parser, &field, raw);
    parser_leave(parser);
    if (!good) return false;
    if (!accept(parser, T_RBRACE)) return fail_next(parser, "expecting '}'");
    return push_field(parser, &field);
}

static bool has_prefix(const char *text, const Token *token, char letter) {
    for (uint32_t i = token->start; text[i] != '"' && text[i] != '\''; i++) {
        if ((text[i] | 0x20) == letter) return true;
    }
    return false;
}

static bool parse_fstring(Parser *parser, bool template) {
    bool raw = has_prefix(parser->lexer.text, peek(parser), 'r'), outer = parser->in_template;
    parser->in_template = template;
    parser->mark++;
    bool good = parse_literal(parser, raw) && accept(parser, T_FSTRING_END);
    parser->in_template = outer;
    return good;
}

/* ---- t-strings: <template>("text", <interpolation>(value, "source", conversion, spec), ...), two hidden builtins ----
 */

static Expr *text_constant(Parser *parser, const char *text, Location loc) { /* None for NULL */
    Expr *e = new_expr(parser, EXPR_CONSTANT, loc);
    if (!e) return NULL;
    e->v.constant.kind = text == NULL ? CONST_NONE : CONST_STR;
    e->v.constant.text = text;
    e->v.constant.length = text == NULL ? 0 : (uint32_t)strlen(text);
    return e;
}

/* A call of a hidden builtin with what is on the stack above base. */
static Expr *hidden_call(Parser *parser, const char *name, uint32_t base, Location loc) {
    Identifier *id = arena_intern(parser->arena, name, strlen(name));
    Expr *e = new_expr(parser, EXPR_CALL, loc);
    if (!id || !e || !sequence_take(parser, base, &e->v.call.args)) return NULL;
    e->v.call.func = new_name(parser, id, CTX_LOAD, loc);
    return e->v.call.func ? e : NULL;
}

static Expr *interpolation(Parser *parser, const Expr *field) {
    uint32_t base = parser->stack_count;
    const char letter[2] = {(char)field->v.formatted_value.conversion, '\0'};
    const char *conversion = NULL;
    if (field->v.formatted_value.conversion > 0) {
        Identifier *kept = arena_intern(parser->arena, letter, 1);
        if (!kept) return NULL;
        conversion = kept->text;
    }
    Expr *mark = text_constant(parser, conversion, field->loc), *spec = field->v.formatted_value.format_spec;
    if (spec == NULL) spec = text_constant(parser, "", field->loc);
    bool good = mark && spec && sequence_push(parser, field->v.formatted_value.value) &&
                sequence_push(parser, field->v.formatted_value.source) && sequence_push(parser, mark) &&
                sequence_push(parser, spec);
    return good ? hidden_call(parser, "<interpolation>", base, field->loc) : NULL;
}

static Expr *take_template(Parser *parser, uint32_t base, Location loc) {
    if (!fold_parts(parser, base)) return NULL;
    for (uint32_t i = base; i < parser->stack_count; i++) {
        if (is_constant(parser, i)) continue;
        Expr *call = interpolation(parser, parser->stack[i]); /* the stack may have moved */
        if (!call) return NULL;
        parser->stack[i] = call;
    }
    return hidden_call(parser, "<template>", base, loc);
}

/* ---- All together ---- */

static Expr *fail_mixed(Parser *parser, const char *message) {
    peek(parser);
    return raise_here(parser, "%s", message);
}

static Expr *join(Parser *parser, uint32_t start, uint32_t base, uint32_t plain, uint32_t bytes, bool formatted) {
    if (bytes && (bytes != plain || formatted)) return fail_mixed(parser, "cannot mix bytes and nonbytes literals");
    if (formatted) return take_joined(parser, base, SPAN(start));
    Expr *e = merge_constants(parser, base, parser->stack_count);
    sequence_drop(parser, base);
    return e;
}

Expr *parse_strings(Parser *parser) {
    uint32_t start = parser->mark, base = parser->stack_count, plain = 0, bytes = 0, templates = 0;
    bool formatted = false;
    for (;;) {
        if (at(parser, T_STRING)) {
            Expr *e = parse_plain_string(parser);
            if (!e || !sequence_push(parser, e)) return NULL;
            plain++;
            bytes += e->v.constant.kind == CONST_BYTES;
        } else if (at(parser, T_FSTRING_START)) {
            bool template = has_prefix(parser->lexer.text, peek(parser), 't');
            templates += template;
            formatted |= !template;
            if (!parse_fstring(parser, template)) {
                sequence_drop(parser, base);
                return NULL;
            }
        } else if (templates && (plain || formatted)) {
            return raise_range(parser, SPAN(start), "cannot mix t-string literals with string or bytes literals");
        } else if (templates) {
            return take_template(parser, base, SPAN(start));
        } else {
            return join(parser, start, base, plain, bytes, formatted);
        }
    }
}
