/* parser.c: the entry points, the two passes, and what all of the parser's files use: tokens, nodes, sequences, errors.
 */
#include "python/parser.h"

#include <stdarg.h>
#include <string.h>

/* ---- Tokens ---- */

static bool grow_tokens(Parser *parser) {
    uint32_t capacity = parser->capacity ? parser->capacity * 2 : 256;
    Token *tokens =
        mem_realloc(parser->mem, parser->tokens, parser->capacity * sizeof *tokens, capacity * sizeof *tokens);
    if (!tokens) return false;
    parser->tokens = tokens;
    parser->capacity = capacity;
    return true;
}

static void fail_memory(Parser *parser) {
    if (!parser->failed) {
        *parser->error = (ParseError){.type = "MemoryError", .message = "", .no_memory = true};
    }
    parser->failed = true;
}

/* Once something failed every further token is an error token, so that all loops end. The first tokens are made
 * together with the parser: there is always room for one that says so. */
void parser_fill(Parser *parser) {
    if (parser->fill + 1 >= parser->capacity && !grow_tokens(parser)) {
        fail_memory(parser);
        parser->lexer.failed = true;
        parser->fill = parser->mark = parser->capacity - 1;
    }
    Token *token = &parser->tokens[parser->fill++];
    if (parser->failed) {
        *token = (Token){.kind = T_ERROR};
        return;
    }
    lexer_next(&parser->lexer, token);
    if (token->kind == T_ERROR) parser->failed = true;
}

bool expect_forced(Parser *parser, TokenKind kind) {
    if (accept(parser, kind)) return true;
    raise_next(parser, "expected '%s'", token_text(kind));
    return false;
}

Identifier *accept_name(Parser *parser) {
    if (!at(parser, T_NAME)) return NULL;
    return parser->tokens[parser->mark++].name;
}

/* ---- Locations ---- */

Location parser_span(const Parser *parser, uint32_t start) {
    const Token *first = &parser->tokens[start], *last = &parser->tokens[parser->mark ? parser->mark - 1 : 0];
    /* A statement ends with its last word, not with the line or the block. */
    while (last > first && (last->kind == T_NEWLINE || last->kind == T_DEDENT || last->kind == T_INDENT)) last--;
    return (Location){first->lineno, first->col, last->end_lineno, last->end_col};
}

Location token_location(const Token *token) {
    return (Location){token->lineno, token->col, token->end_lineno, token->end_col};
}

Location location_join(Location a, Location b) {
    return (Location){a.lineno, a.col, b.end_lineno, b.end_col};
}

/* ---- Depth and sequences ---- */

bool parser_enter(Parser *parser) {
    if (parser->depth++ < arena_depth(parser->arena)) return true;
    parser->depth--;
    if (!parser->failed) {
        bool deep_source = parser->depth == PARSE_DEPTH_MAX; /* or the C stack is full already */
        *parser->error = deep_source
                             ? (ParseError){.type = "MemoryError",
                                            .message = "Parser stack overflowed - Python source too complex to parse"}
                             : (ParseError){.type = "RecursionError",
                                            .message = "maximum recursion depth exceeded during compilation"};
    }
    parser->failed = true;
    return false;
}

bool sequence_push(Parser *parser, void *part) {
    if (parser->stack_count == parser->stack_capacity) {
        uint32_t capacity = parser->stack_capacity ? parser->stack_capacity * 2 : 64;
        void **stack =
            mem_realloc(parser->mem, parser->stack, parser->stack_capacity * sizeof *stack, capacity * sizeof *stack);
        if (!stack) {
            fail_memory(parser);
            return false;
        }
        parser->stack = stack;
        parser->stack_capacity = capacity;
    }
    parser->stack[parser->stack_count++] = part;
    return true;
}

bool sequence_take_(Parser *parser, uint32_t base, void ***items, uint32_t *count) {
    *count = parser->stack_count - base;
    *items = NULL;
    parser->stack_count = base;
    if (!*count) return true;
    *items = arena_alloc(parser->arena, *count * sizeof **items);
    if (!*items) return false;
    memcpy(*items, parser->stack + base, *count * sizeof **items);
    return true;
}

Expr *parser_fall_back(Parser *parser, uint32_t mark, uint32_t base, Expr *e) {
    if (parser->failed) return NULL;
    parser->mark = mark;
    sequence_drop(parser, base);
    return e;
}

/* ---- Nodes ---- */

Expr *new_expr(Parser *parser, ExprKind kind, Location loc) {
    Expr *e = arena_zalloc(parser->arena, sizeof *e);
    if (!e) {
        fail_memory(parser);
        return NULL;
    }
    e->kind = kind;
    e->loc = loc;
    return e;
}

Stmt *new_stmt(Parser *parser, StmtKind kind, Location loc) {
    Stmt *s = arena_zalloc(parser->arena, sizeof *s);
    if (!s) {
        fail_memory(parser);
        return NULL;
    }
    s->kind = kind;
    s->loc = loc;
    return s;
}

Expr *new_name(Parser *parser, Identifier *id, ExprContext ctx, Location loc) {
    Expr *e = new_expr(parser, EXPR_NAME, loc);
    if (!e) return NULL;
    e->v.name.id = id;
    e->v.name.ctx = ctx;
    return e;
}

/* ---- Errors ---- */

/* `col` and `end_col` are in bytes from 0; the error's text must be there. Python's columns count characters from 1. */
static void set_offsets(ParseError *error, bool has_end) {
    const char *text = error->text ? error->text : "";
    error->offset = (int32_t)utf8_count(text, error->col) + 1;
    if (!has_end) {
        error->end_offset = error->end_offset ? error->end_offset : 0;
    } else if (error->end_line == error->line) {
        error->end_offset = (int32_t)utf8_count(text, error->end_col) + 1;
    }
}

static void locate(Arena *arena, const char *text, uint32_t length, bool has_end, ParseError *error) {
    source_error_line(arena, text, length, true, error);
    set_offsets(error, has_end);
    if (!has_end || error->end_line == error->line) return;
    ParseError last = {.line = error->end_line};
    source_error_line(arena, text, length, true, &last);
    error->end_offset = (int32_t)utf8_count(last.text ? last.text : "", error->end_col) + 1;
}

static void *raise_error(Parser *parser, const char *type, Location loc, bool has_end, const char *message) {
    if (parser->failed) return NULL;
    parser->failed = true;
    *parser->error = (ParseError){.type = type,
                                  .message = message ? message : "",
                                  .line = loc.lineno,
                                  .col = loc.col,
                                  .end_line = loc.end_lineno,
                                  .end_col = loc.end_col};
    locate(parser->arena, parser->lexer.text, parser->lexer.length, has_end, parser->error);
    return NULL;
}

#define FORMAT_MESSAGE(message)                                                                                        \
    va_list args;                                                                                                      \
    va_start(args, format);                                                                                            \
    const char *message = arena_vprintf(parser->arena, format, args);                                                  \
    va_end(args)

void *raise_range(Parser *parser, Location loc, const char *format, ...) {
    FORMAT_MESSAGE(message);
    return raise_error(parser, "SyntaxError", loc, true, message);
}

void *raise_start(Parser *parser, uint32_t lineno, uint32_t col, const char *format, ...) {
    FORMAT_MESSAGE(message);
    return raise_error(parser, "SyntaxError", (Location){lineno, col, lineno, 0}, false, message);
}

void *raise_from(Parser *parser, Location loc, const char *format, ...) {
    FORMAT_MESSAGE(message);
    const Lexer *lexer = &parser->lexer;
    loc.end_lineno = lexer->lineno;
    loc.end_col = lexer->cursor - lexer->line_start - 1;
    return raise_error(parser, "SyntaxError", loc, true, message);
}

/* A token without a column (INDENT, DEDENT, the end) is reported at the character before the place the lexer has come
 * to, and without an end. */
static void *raise_token(Parser *parser, const char *type, uint32_t index, const char *message) {
    const Token *token = &parser->tokens[index];
    if (parser->failed || token->placed) return raise_error(parser, type, token_location(token), true, message);
    const Lexer *lexer = &parser->lexer;
    Location loc = {token->lineno, lexer->cursor - lexer->line_start, token->lineno, 0};
    raise_error(parser, type, loc, false, message);
    parser->error->offset--;
    parser->error->end_offset = -1;
    return NULL;
}

void *raise_here(Parser *parser, const char *format, ...) {
    FORMAT_MESSAGE(message);
    return raise_token(parser, "SyntaxError", parser->fill - 1, message);
}

void *raise_indentation(Parser *parser, const char *format, ...) {
    FORMAT_MESSAGE(message);
    return raise_token(parser, "IndentationError", parser->fill - 1, message);
}

void *raise_next(Parser *parser, const char *format, ...) {
    FORMAT_MESSAGE(message);
    peek(parser);
    return raise_token(parser, "SyntaxError", parser->mark, message);
}

/* ---- The two passes ---- */

typedef bool (*ParseUnit)(Parser *parser);

/* CPython's last word: most mistakes of the text further on win over a mistake of the grammar. Where a weak one ends
 * the reading, an open bracket wins that stands on a line above it. Those inside f-strings never do. */
static void check_rest(Parser *parser) {
    uint32_t last = parser->fill - 1;
    while (last && parser->tokens[last].kind == T_ERROR) last--;
    uint32_t error_line = parser->tokens[last].lineno;
    ParseError *kept = parser->error, found = {0};
    parser->lexer.error = &found;
    parser->lexer.quiet = false;
    Token token;
    do {
        lexer_next(&parser->lexer, &token);
    } while (token.kind != T_ERROR && token.kind != T_END);
    parser->lexer.error = kept;
    Lexer *lexer = &parser->lexer;
    if (token.kind != T_ERROR || !found.type || (lexer->fstring >= 0 && !lexer->weak_error)) return;
    if (lexer->weak_error) {
        if (!lexer->level || error_line <= lexer->brackets[lexer->level - 1].lineno) return;
        lexer->error = &found;
        lexer_fail_unclosed(lexer);
        lexer->error = kept;
    }
    *kept = found;
}

static void diagnose(Parser *parser, ParseUnit unit) {
    uint32_t last = parser->fill - 1;
    parser->diagnose = true;
    parser->lexer.quiet = true;
    parser->mark = 0;
    parser->stack_count = 0;
    unit(parser);
    if (!parser->failed) {
        TokenKind kind = (TokenKind)parser->tokens[last].kind;
        if (kind == T_INDENT || kind == T_DEDENT) {
            raise_indentation(parser, kind == T_INDENT ? "unexpected indent" : "unexpected unindent");
            return;
        }
        raise_token(parser, "SyntaxError", last, "invalid syntax");
        /* CPython's tokens that stand for what is not written have no place. */
        bool unwritten = kind == T_END || (kind == T_NEWLINE && parser->ends_bare);
        if (unwritten) parser->error->offset = parser->error->end_offset = 0;
    }
    if (!parser->lexer.failed && strcmp(parser->error->type, "MemoryError") != 0) check_rest(parser);
}

/* Whether the unit fits; if not, the error is set. */
static bool parse_unit(Parser *parser, ParseUnit unit) {
    if (unit(parser) && !parser->failed && !arena_failed(parser->arena)) return true;
    if (arena_failed(parser->arena)) fail_memory(parser);
    bool at_end = parser->lexer.reached_end;
    if (!parser->failed) {
        diagnose(parser, unit);
    } else if (!parser->lexer.failed && strcmp(parser->error->type, "MemoryError") != 0) {
        check_rest(parser);
    }
    parser->error->at_end = at_end;
    parser->error->statement_line = parser->last_line;
    if (arena_failed(parser->arena)) {
        *parser->error = (ParseError){.type = "MemoryError", .message = "", .no_memory = true};
    }
    return false;
}

/* Tokens of finished top-level statements are forgotten: a long program needs those of its longest statement only. */
static void forget_tokens(Parser *parser) {
    uint32_t left = parser->fill - parser->mark;
    memmove(parser->tokens, parser->tokens + parser->mark, left * sizeof *parser->tokens);
    parser->fill = left;
    parser->mark = 0;
}

static bool parse_module_body(Parser *parser, Mod *mod) {
    while (!accept(parser, T_END)) {
        if (!parse_unit(parser, parse_statement)) return false;
        forget_tokens(parser);
    }
    return sequence_take(parser, 0, &mod->body);
}

static bool parse_eval(Parser *parser) {
    uint32_t base = parser->stack_count;
    uint32_t start = parser->mark;
    Expr *e = parse_expression(parser);
    if (e && at(parser, T_COMMA)) {
        parser->mark = start;
        e = parse_star_expressions(parser);
    }
    if (!e) return false;
    while (accept(parser, T_NEWLINE)) {
    }
    parser->stack_count = base;
    bool starred = false;
    for (uint32_t i = 0; e->kind == EXPR_TUPLE && i < e->v.tuple.elts.count; i++) {
        starred |= e->v.tuple.elts.items[i]->kind == EXPR_STARRED && parser->tokens[start].kind != T_LPAR;
    }
    return !starred && at(parser, T_END) && sequence_push(parser, e);
}

static bool parse_expression_body(Parser *parser, Mod *mod) {
    if (!parse_unit(parser, parse_eval)) return false;
    mod->expression = parser->stack[--parser->stack_count];
    return true;
}

static Mod *parse_with(Parser *parser, ModKind kind) {
    Mod *mod = arena_zalloc(parser->arena, sizeof *mod);
    if (!mod || !grow_tokens(parser)) {
        fail_memory(parser);
        return NULL;
    }
    mod->kind = kind;
    bool fits = kind == MOD_MODULE ? parse_module_body(parser, mod) : parse_expression_body(parser, mod);
    if (fits && !parser->failed && !arena_failed(parser->arena)) {
        mod->warnings = parser->lexer.warnings.first;
        return mod;
    }
    if (!parser->failed) fail_memory(parser);
    parser->error->warnings = parser->lexer.warnings.first;
    return NULL;
}

static Mod *parse(Arena *arena, const char *source, size_t length, const char *filename, ParseError *error,
                  ModKind kind) {
    const char *text;
    uint32_t text_length;
    if (!source_normalise(arena, source, length, filename, &text, &text_length, error)) return NULL;
    /* The lexer's stacks are too big for the C stack. */
    Mem *mem = arena_mem(arena);
    Parser *parser = mem_zalloc(mem, sizeof *parser);
    if (!parser) {
        *error = (ParseError){.type = "MemoryError", .message = "", .no_memory = true};
        return NULL;
    }
    parser->arena = arena;
    parser->mem = mem;
    parser->error = error;
    parser->ends_bare = kind == MOD_EXPRESSION && (length == 0 || source[length - 1] != '\n');
    lexer_init(&parser->lexer, arena, text, text_length, error);
    Mod *mod = parse_with(parser, kind);
    mem_free(mem, parser->tokens, parser->capacity * sizeof *parser->tokens);
    mem_free(mem, parser->stack, parser->stack_capacity * sizeof *parser->stack);
    mem_free(mem, parser, sizeof *parser);
    return mod;
}

Mod *parse_module(Arena *arena, const char *source, size_t length, const char *filename, ParseError *error) {
    return parse(arena, source, length, filename, error, MOD_MODULE);
}

Mod *parse_eval_source(Arena *arena, const char *source, size_t length, const char *filename, ParseError *error) {
    return parse(arena, source, length, filename, error, MOD_EXPRESSION);
}

void parse_error_locate(Arena *arena, const char *source, size_t length, ParseError *error) {
    const char *text;
    uint32_t text_length;
    ParseError ignored;
    if (!source_normalise(arena, source, length, NULL, &text, &text_length, &ignored)) return;
    locate(arena, text, text_length, error->end_line != 0, error);
}
