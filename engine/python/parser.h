/* parser.h: what the parser's files share. Private to the front end.
 *
 * A recursive descent over an array of tokens that is filled on demand. Every parse_ function gives NULL (or false)
 * when the tokens do not fit; `failed` then tells a recorded error from a mere misfit, and only a misfit may be
 * answered by going back (parser->mark) and trying something else. Nobody reports a misfit by himself: when the program
 * as a whole does not fit, the statement is parsed a second time with `diagnose` on, and then each function also looks
 * for the mistakes it knows, in the order of CPython's grammar, whose last resort is "invalid syntax" at the furthest
 * token the first pass reached.
 *
 * Locations are built from marks: SPAN(start) runs from the token at mark `start` to the last one consumed.
 */
#ifndef LOOPSCOPE_PYTHON_PARSER_H
#define LOOPSCOPE_PYTHON_PARSER_H

#include "python/token.h"

typedef struct Parser {
    Arena *arena;
    Mem *mem;
    Lexer lexer;
    Token *tokens;
    uint32_t fill, capacity, mark;
    void **stack; /* parts of sequences under construction */
    uint32_t stack_count, stack_capacity;
    uint32_t depth;
    bool ends_bare;    /* an expression for eval without a newline at its end */
    WarningList *held; /* warnings of the literal text of the f-string that is read, until its end; NULL: outside */
    bool in_template;  /* of the string at hand: it is a t-string */
    bool diagnose;
    bool failed;
    uint32_t last_line; /* where the last good compound statement begins that is no function */
    ParseError *error;
} Parser;

/* ---- Tokens ---- */

void parser_fill(Parser *parser);

/* The token at the mark, or (peek_at) some tokens behind it. Valid until the next token is fetched. */
static inline const Token *peek_at(Parser *parser, uint32_t ahead) {
    while (parser->mark + ahead >= parser->fill) {
        parser_fill(parser);
        if (parser->tokens[parser->fill - 1].kind == T_ERROR) return &parser->tokens[parser->fill - 1];
    }
    return &parser->tokens[parser->mark + ahead];
}
static inline const Token *peek(Parser *parser) {
    if (parser->mark >= parser->fill) parser_fill(parser);
    return &parser->tokens[parser->mark];
}
static inline TokenKind peek_kind(Parser *parser) {
    return (TokenKind)peek(parser)->kind;
}
static inline bool at(Parser *parser, TokenKind kind) {
    return peek(parser)->kind == kind;
}
static inline bool at_ahead(Parser *parser, uint32_t ahead, TokenKind kind) {
    return peek_at(parser, ahead)->kind == kind;
}
static inline bool accept(Parser *parser, TokenKind kind) {
    if (!at(parser, kind)) return false;
    parser->mark++;
    return true;
}
static inline bool at_soft(Parser *parser, SoftKeyword soft) {
    return peek(parser)->soft == soft;
}
/* Or an error "expected ':'" at the next token. */
bool expect_forced(Parser *parser, TokenKind kind);
/* The name at the mark, consumed; or NULL. */
Identifier *accept_name(Parser *parser);

/* ---- Locations ---- */

Location parser_span(const Parser *parser, uint32_t start);
#define SPAN(start) parser_span(parser, (start))
Location token_location(const Token *token);
/* From the beginning of a to the end of b. */
Location location_join(Location a, Location b);

/* ---- Depth and sequences ---- */

/* False with an error when nested too deeply; else parser_leave must follow. */
bool parser_enter(Parser *parser);
static inline void parser_leave(Parser *parser) {
    parser->depth--;
}

/* Pushes a part; the sequence ends by sequence_take, which copies what lies above `base` to the arena, or by
 * sequence_drop. False when memory ran out. NULL parts are allowed. */
bool sequence_push(Parser *parser, void *part);
bool sequence_take_(Parser *parser, uint32_t base, void ***items, uint32_t *count);
#define sequence_take(parser, base, sequence)                                                                          \
    sequence_take_((parser), (base), (void ***)(void *)&(sequence)->items, &(sequence)->count)
static inline void sequence_drop(Parser *parser, uint32_t base) {
    parser->stack_count = base;
}

/* The grammar's way when more of an expression was tried and did not fit: the part `e` up to `mark` stands for itself,
 * and whoever asked for it stumbles over the rest. NULL when something failed. */
Expr *parser_fall_back(Parser *parser, uint32_t mark, uint32_t base, Expr *e);

/* ---- Nodes ---- */

Expr *new_expr(Parser *parser, ExprKind kind, Location loc);
Stmt *new_stmt(Parser *parser, StmtKind kind, Location loc);
Expr *new_name(Parser *parser, Identifier *id, ExprContext ctx, Location loc);

/* ---- Errors; each gives NULL, and keeps the first error ---- */

void *raise_range(Parser *parser, Location loc, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* From the beginning of a place to the end that CPython does not know: one caret. */
void *raise_start(Parser *parser, uint32_t lineno, uint32_t col, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* From the beginning of a place to the last character the lexer has taken. */
void *raise_from(Parser *parser, Location loc, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* At the last token fetched, as CPython's RAISE_SYNTAX_ERROR. */
void *raise_here(Parser *parser, const char *format, ...) __attribute__((format(printf, 2, 3)));
void *raise_indentation(Parser *parser, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* At the token at the mark. */
void *raise_next(Parser *parser, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* For a mistake that CPython's compiler finds: reported only if the whole text parses. */

/* ---- parse_expr.c, parse_atom.c ---- */

Expr *parse_expression(Parser *parser);         /* a ternary or lambda */
Expr *parse_named_expression(Parser *parser);   /* or name := expression */
Expr *parse_star_expressions(Parser *parser);   /* a, *b: a tuple when there is a comma */
Expr *parse_star_named(Parser *parser);         /* *a, or a named expression */
Expr *parse_starred_expression(Parser *parser); /* *a of calls and subscripts, at the star */
Expr *parse_disjunction(Parser *parser);        /* or, and, not, comparisons */
Expr *parse_inversion(Parser *parser);
Expr *parse_bitwise(Parser *parser); /* no comparison: what `for` targets and *x take */
Expr *parse_primary(Parser *parser);
Expr *parse_atom(Parser *parser);
Expr *parse_yield(Parser *parser);
Expr *parse_yield_or_star(Parser *parser); /* the right side of an assignment */
Expr *parse_slices(Parser *parser);
Expr *parse_lambda(Parser *parser);
/* What is computed when it is asked for: a lambda around the expression, of which `owner` is the name. parse_params.c
 */
Expr *parse_lazily(Parser *parser, Identifier *owner);
/* The inside of call brackets, behind the (; ends at the ). False when it does not fit. */
/* generator: x for x in y may stand there without brackets of its own. */
bool parse_arguments(Parser *parser, bool generator, ExprSeq *args, KeywordSeq *keywords);
/* At for or async for. */
bool parse_comprehensions(Parser *parser, ComprehensionSeq *generators);
static inline bool at_comprehension(Parser *parser) {
    return at(parser, T_FOR) || (at(parser, T_ASYNC) && at_ahead(parser, 1, T_FOR));
}
/* Whether the token at the mark can begin an expression. */
bool at_expression(Parser *parser);
bool at_expression_or_star(Parser *parser);

/* ---- parse_string.c, parse_number.c ---- */

Expr *parse_strings(Parser *parser); /* one or more adjacent literals */
Expr *parse_number(Parser *parser);

/* ---- parse_target.c ---- */

typedef enum TargetKind { TARGET_STAR, TARGET_DEL, TARGET_FOR } TargetKind;

/* The first part of `e` that cannot be a target, or NULL. */
Expr *find_invalid_target(Expr *e, TargetKind kind);
/* "cannot assign to ..." or "cannot delete ..." at that part. NULL in any case; no error when there is none. */
void *raise_invalid_target(Parser *parser, Expr *e, TargetKind kind);
/* Turns a loaded expression to a target; it must be a valid one. */
void set_context(Expr *e, ExprContext ctx);
/* What messages call an expression: "function call", "literal" ... */
const char *expr_description(const Expr *e);
/* Comma-separated targets up to `in` of a for: bitwise level, so that `in` is left alone. */
Expr *parse_for_targets(Parser *parser);
/* One target of `with ... as`. */
Expr *parse_star_target(Parser *parser);

/* ---- parse_params.c ---- */

/* Parameters up to `)` (def) or `:` (lambda). */
Arguments *parse_parameters(Parser *parser, bool lambda);
/* [T, *Ts, **P]; empty when there is no bracket. */
bool parse_type_params(Parser *parser, TypeParamSeq *params);

/* ---- parse_stmt.c, parse_compound.c, parse_pattern.c, parse_import.c ---- */

/* Pushes the statements of one logical line, or one compound statement, on the sequence stack. */
bool parse_statement(Parser *parser);
/* A compound statement that begins on a line is good, whatever its next clause may be. */
void parse_remember(Parser *parser, uint32_t line);
bool parse_simple_statements(Parser *parser);
Stmt *parse_compound_statement(Parser *parser);
/* Whether a compound statement begins at the mark by a hard keyword or @. */
bool at_compound(Parser *parser);
/* A suite behind a colon. `what` and `line` word the error for a missing one; NULL: it names no statement. */
bool parse_block(Parser *parser, StmtSeq *body, const char *what, uint32_t line);
Stmt *parse_match(Parser *parser); /* at the soft keyword; NULL without a failure when it is a plain name */
Stmt *parse_import(Parser *parser);
Stmt *parse_import_from(Parser *parser);

#endif
