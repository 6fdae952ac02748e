/* parse_compound.c: statements with blocks; match has its own file. */
#include "python/parser.h"

#include <string.h>

/* ---- Blocks ---- */

static bool parse_indented(Parser *parser, StmtSeq *body) {
    uint32_t base = parser->stack_count;
    do {
        if (!parse_statement(parser)) return false;
    } while (!at(parser, T_DEDENT) && !at(parser, T_END));
    return accept(parser, T_DEDENT) && sequence_take(parser, base, body);
}

bool parse_block(Parser *parser, StmtSeq *body, const char *what, uint32_t line) {
    if (!accept(parser, T_NEWLINE)) {
        uint32_t base = parser->stack_count;
        return parse_simple_statements(parser) && sequence_take(parser, base, body);
    }
    if (accept(parser, T_INDENT)) return parse_indented(parser, body);
    if (!parser->diagnose) return false;
    if (what)
        raise_indentation(parser, "expected an indented block after %s on line %u", what, line);
    else
        raise_indentation(parser, "expected an indented block");
    return false;
}

/* The colon of a statement that CPython's grammar forgives only at the end of a line. */
static bool expect_colon(Parser *parser) {
    if (accept(parser, T_COLON)) return true;
    if (parser->diagnose && at(parser, T_NEWLINE)) raise_here(parser, "expected ':'");
    return false;
}

/* [else: block]; false when it does not fit. */
static bool parse_else(Parser *parser, StmtSeq *body) {
    *body = (StmtSeq){0};
    if (!at(parser, T_ELSE)) return true;
    uint32_t line = peek(parser)->lineno;
    parser->mark++;
    if (!expect_forced(parser, T_COLON) || !parse_block(parser, body, "'else' statement", line)) return false;
    return true;
}

/* ---- if, while, for ---- */

static Stmt *parse_if_branch(Parser *parser, const char *what) {
    uint32_t start = parser->mark, line = peek(parser)->lineno;
    parser->mark++;
    Expr *test = parse_named_expression(parser);
    StmtSeq body;
    if (!test || !expect_colon(parser) || !parse_block(parser, &body, what, line)) return NULL;
    Stmt *s = new_stmt(parser, STMT_IF, SPAN(start));
    if (!s) return NULL;
    s->v.if_.test = test;
    s->v.if_.body = body;
    return s;
}

static bool check_elif_behind_else(Parser *parser) {
    if (!at(parser, T_ELIF)) return true;
    if (parser->diagnose) raise_here(parser, "'elif' block follows an 'else' block");
    return false;
}

/* A long chain of elif nests in the tree, but not on the C stack. */
static Stmt *parse_if(Parser *parser) {
    Stmt *first = parse_if_branch(parser, "'if' statement"), *last = first;
    if (first) parse_remember(parser, first->loc.lineno);
    while (last && at(parser, T_ELIF)) {
        Stmt **only = arena_alloc(parser->arena, sizeof *only);
        Stmt *next = parse_if_branch(parser, "'elif' statement");
        if (!only || !next) return NULL;
        *only = next;
        last->v.if_.orelse = (StmtSeq){only, 1};
        last = next;
    }
    if (!last) return NULL;
    bool has_else = at(parser, T_ELSE);
    if (!parse_else(parser, &last->v.if_.orelse)) return NULL;
    if (has_else && !check_elif_behind_else(parser)) return NULL;
    Location end = SPAN(parser->mark - 1);
    for (uint32_t i = parser->mark; i-- > 0;) {
        TokenKind kind = (TokenKind)parser->tokens[i].kind;
        if (kind == T_NEWLINE || kind == T_DEDENT) continue;
        end = token_location(&parser->tokens[i]);
        break;
    }
    for (Stmt *s = first;; s = s->v.if_.orelse.items[0]) {
        s->loc = location_join(s->loc, end);
        if (s == last) return first;
    }
}

static Stmt *parse_while(Parser *parser) {
    uint32_t start = parser->mark, line = peek(parser)->lineno;
    parser->mark++;
    Expr *test = parse_named_expression(parser);
    StmtSeq body, orelse;
    if (!test || !expect_colon(parser) || !parse_block(parser, &body, "'while' statement", line)) return NULL;
    parse_remember(parser, line);
    if (!parse_else(parser, &orelse)) return NULL;
    Stmt *s = new_stmt(parser, STMT_WHILE, SPAN(start));
    if (!s) return NULL;
    s->v.while_.test = test;
    s->v.while_.body = body;
    s->v.while_.orelse = orelse;
    return s;
}

/* `start` is at async, if there is one; the mark is at for. */
static Stmt *parse_for(Parser *parser, uint32_t start, StmtKind kind) {
    uint32_t line = peek(parser)->lineno;
    parser->mark++;
    Expr *target = parse_for_targets(parser);
    if (!target || !accept(parser, T_IN)) return NULL;
    Expr *iter = parse_star_expressions(parser);
    StmtSeq body, orelse;
    if (!iter || !expect_colon(parser) || !parse_block(parser, &body, "'for' statement", line)) return NULL;
    parse_remember(parser, line);
    if (!parse_else(parser, &orelse)) return NULL;
    Stmt *s = new_stmt(parser, kind, SPAN(start));
    if (!s) return NULL;
    s->v.for_.target = target;
    s->v.for_.iter = iter;
    s->v.for_.body = body;
    s->v.for_.orelse = orelse;
    return s;
}

/* ---- with ---- */

static bool ends_with_item(Parser *parser) {
    return at(parser, T_COMMA) || at(parser, T_RPAR) || at(parser, T_COLON);
}

static bool parse_with_target(Parser *parser, WithItem *item) {
    if (!at(parser, T_AS)) return true;
    uint32_t mark = parser->mark++;
    item->optional_vars = parse_star_target(parser);
    if (item->optional_vars && (ends_with_item(parser) || !parser->diagnose)) return true;
    if (parser->failed || !parser->diagnose) return false;
    bool newline = item->optional_vars && at(parser, T_NEWLINE); /* the colon is missing */
    if (newline) return true;
    parser->mark = mark + 1;
    Expr *e = parse_expression(parser);
    if (e && ends_with_item(parser)) raise_invalid_target(parser, e, TARGET_STAR);
    return false;
}

static bool parse_with_item(Parser *parser) {
    WithItem *item = arena_zalloc(parser->arena, sizeof *item);
    if (!item || !at_expression(parser)) return false;
    item->context_expr = parse_expression(parser);
    if (!item->context_expr || !parse_with_target(parser, item)) return false;
    return sequence_push(parser, item);
}

static bool parse_with_items(Parser *parser, bool brackets) {
    do {
        if (brackets && at(parser, T_RPAR)) break;
        if (!parse_with_item(parser)) return false;
    } while (accept(parser, T_COMMA));
    return true;
}

/* with (a as b, c): the brackets may also be those of an expression, so that going back must be possible. */
static bool parse_with_brackets(Parser *parser, WithItemSeq *items) {
    uint32_t mark = parser->mark, base = parser->stack_count;
    if (!accept(parser, T_LPAR)) return false;
    if (!at(parser, T_RPAR) && parse_with_items(parser, true) && accept(parser, T_RPAR)) {
        if (at(parser, T_COLON)) return sequence_take(parser, base, items);
    }
    sequence_drop(parser, base);
    parser->mark = mark;
    return false;
}

/* with (a as b) without a colon. */
static void check_with_colon(Parser *parser, uint32_t mark) {
    if (!parser->diagnose || parser->failed) return;
    uint32_t base = parser->stack_count;
    parser->mark = mark;
    if (accept(parser, T_LPAR) && parse_with_items(parser, true) && accept(parser, T_RPAR) && at(parser, T_NEWLINE)) {
        raise_here(parser, "expected ':'");
    }
    sequence_drop(parser, base);
}

static Stmt *parse_with(Parser *parser, uint32_t start, StmtKind kind) {
    uint32_t line = peek(parser)->lineno, base = parser->stack_count;
    parser->mark++;
    uint32_t first = parser->mark;
    WithItemSeq items;
    if (!parse_with_brackets(parser, &items)) {
        if (parser->failed) return NULL;
        bool good = parse_with_items(parser, false) && (at(parser, T_COLON) || at(parser, T_NEWLINE));
        if (!good) check_with_colon(parser, first);
        if (!good || parser->failed || !sequence_take(parser, base, &items)) return NULL;
    }
    StmtSeq body;
    if (!expect_colon(parser) || !parse_block(parser, &body, "'with' statement", line)) return NULL;
    Stmt *s = new_stmt(parser, kind, SPAN(start));
    if (!s) return NULL;
    s->v.with.items = items;
    s->v.with.body = body;
    return s;
}

/* ---- try ---- */

typedef enum HandlerKind { HANDLER_NONE, HANDLER_PLAIN, HANDLER_STAR } HandlerKind;

/* Behind the exception of `except a, b`: a tuple, which may not be followed by `as`. */
static Expr *parse_exception_tuple(Parser *parser, uint32_t start, Expr *first) {
    uint32_t base = parser->stack_count;
    if (!sequence_push(parser, first)) return NULL;
    while (accept(parser, T_COMMA) && at_expression(parser)) {
        Expr *next = parse_expression(parser);
        if (!next || !sequence_push(parser, next)) return NULL;
    }
    Expr *e = new_expr(parser, EXPR_TUPLE, SPAN(start));
    if (!e || !sequence_take(parser, base, &e->v.tuple.elts)) return NULL;
    e->v.tuple.ctx = CTX_LOAD;
    if (!at(parser, T_AS)) return e;
    if (parser->diagnose && at_ahead(parser, 1, T_NAME) && at_ahead(parser, 2, T_COLON)) {
        raise_from(parser, first->loc, "multiple exception types must be parenthesized when using 'as'");
    }
    return NULL;
}

/* [as name]; false when it does not fit. */
static bool parse_handler_name(Parser *parser, ExceptHandler *handler, const char *word) {
    if (!accept(parser, T_AS)) return true;
    uint32_t mark = parser->mark;
    handler->name = accept_name(parser);
    if (!parser->diagnose) return handler->name != NULL;
    if (handler->name && (at(parser, T_COLON) || at(parser, T_NEWLINE))) return true;
    parser->mark = mark;
    Expr *e = at_expression(parser) ? parse_expression(parser) : NULL;
    StmtSeq body;
    if (e && accept(parser, T_COLON) && parse_block(parser, &body, "'except' statement", 0)) {
        raise_range(parser, e->loc, "cannot use %s statement with %s", word, expr_description(e));
    }
    return false;
}

/* `what` becomes NULL where CPython has no name for the statement: behind several exceptions without parentheses. */
static bool parse_handler_type(Parser *parser, ExceptHandler *handler, bool star, const char **what) {
    if (!star && at(parser, T_COLON)) return true;
    if (parser->diagnose && (at(parser, T_NEWLINE) || at(parser, T_COLON))) {
        raise_here(parser, star ? "expected one or more exception types" : "expected ':'");
        return false;
    }
    uint32_t start = parser->mark;
    if (!at_expression(parser)) return false;
    handler->type = parse_expression(parser);
    if (!handler->type) return false;
    if (at(parser, T_COMMA)) {
        *what = NULL;
        handler->type = parse_exception_tuple(parser, start, handler->type);
        return handler->type != NULL;
    }
    return parse_handler_name(parser, handler, star ? "except*" : "except");
}

/* At except. */
static bool parse_handler(Parser *parser, HandlerKind *kind) {
    uint32_t start = parser->mark, line = peek(parser)->lineno;
    ExceptHandler *handler = arena_zalloc(parser->arena, sizeof *handler);
    if (!handler) return false;
    parser->mark++;
    bool star = accept(parser, T_STAR);
    HandlerKind found = star ? HANDLER_STAR : HANDLER_PLAIN;
    const char *what = star ? "'except*' statement" : "'except' statement";
    if (!parse_handler_type(parser, handler, star, &what) || !expect_colon(parser)) return false;
    if (*kind != HANDLER_NONE && *kind != found) {
        Location word = token_location(&parser->tokens[start]);
        if (star) word = location_join(word, token_location(&parser->tokens[start + 1]));
        if (parser->diagnose) raise_range(parser, word, "cannot have both 'except' and 'except*' on the same 'try'");
        return false;
    }
    *kind = found;
    if (!parse_block(parser, &handler->body, what, line)) return false;
    handler->loc = SPAN(start);
    return sequence_push(parser, handler);
}

static bool parse_finally(Parser *parser, StmtSeq *body) {
    *body = (StmtSeq){0};
    if (!at(parser, T_FINALLY)) return true;
    uint32_t line = peek(parser)->lineno;
    parser->mark++;
    return expect_forced(parser, T_COLON) && parse_block(parser, body, "'finally' statement", line);
}

static Stmt *parse_try(Parser *parser) {
    uint32_t start = parser->mark, line = peek(parser)->lineno, base = parser->stack_count;
    parser->mark++;
    StmtSeq body, orelse = {0}, finalbody;
    if (!expect_forced(parser, T_COLON) || !parse_block(parser, &body, "'try' statement", line)) return NULL;
    if (!at(parser, T_EXCEPT) && !at(parser, T_FINALLY)) {
        if (parser->diagnose) raise_here(parser, "expected 'except' or 'finally' block");
        return NULL;
    }
    HandlerKind kind = HANDLER_NONE;
    while (at(parser, T_EXCEPT)) {
        if (!parse_handler(parser, &kind)) return NULL;
        parse_remember(parser, line);
    }
    ExceptHandlerSeq handlers;
    if (!sequence_take(parser, base, &handlers)) return NULL;
    if ((handlers.count && !parse_else(parser, &orelse)) || !parse_finally(parser, &finalbody)) return NULL;
    Stmt *s = new_stmt(parser, kind == HANDLER_STAR ? STMT_TRY_STAR : STMT_TRY, SPAN(start));
    if (!s) return NULL;
    s->v.try_.body = body;
    s->v.try_.handlers = handlers;
    s->v.try_.orelse = orelse;
    s->v.try_.finalbody = finalbody;
    return s;
}

/* ---- def, class ---- */

static Stmt *parse_def(Parser *parser, uint32_t start, StmtKind kind, const ExprSeq *decorators) {
    uint32_t line = peek(parser)->lineno;
    parser->mark++;
    Identifier *name = accept_name(parser);
    if (!name) return NULL;
    uint32_t behind = parser->mark;
    TypeParamSeq type_params;
    if (!parse_type_params(parser, &type_params)) {
        if (!parser->diagnose) return NULL;
        parser->mark = behind;
    }
    if (parser->failed || !expect_forced(parser, T_LPAR)) return NULL;
    Arguments *args = parse_parameters(parser, false);
    if (!args || !accept(parser, T_RPAR)) return NULL;
    Expr *returns = NULL;
    uint32_t arrow = parser->mark;
    if (accept(parser, T_ARROW) && !(returns = parse_expression(parser))) parser->mark = arrow;
    StmtSeq body;
    if (!expect_forced(parser, T_COLON) || !parse_block(parser, &body, "function definition", line)) return NULL;
    Stmt *s = new_stmt(parser, kind, SPAN(start));
    if (!s) return NULL;
    s->v.function_def.name = name;
    s->v.function_def.args = args;
    s->v.function_def.body = body;
    s->v.function_def.decorator_list = *decorators;
    s->v.function_def.returns = returns;
    s->v.function_def.type_params = type_params;
    return s;
}

static Stmt *parse_class(Parser *parser, const ExprSeq *decorators) {
    uint32_t start = parser->mark, line = peek(parser)->lineno;
    parser->mark++;
    Identifier *name = accept_name(parser);
    TypeParamSeq type_params;
    if (!name || !parse_type_params(parser, &type_params)) return NULL;
    ExprSeq bases = {0};
    KeywordSeq keywords = {0};
    if (accept(parser, T_LPAR)) {
        if (!at(parser, T_RPAR) && !parse_arguments(parser, false, &bases, &keywords)) return NULL;
        if (!accept(parser, T_RPAR)) return NULL;
    }
    StmtSeq body;
    if (!expect_colon(parser) || !parse_block(parser, &body, "class definition", line)) return NULL;
    Stmt *s = new_stmt(parser, STMT_CLASS_DEF, SPAN(start));
    if (!s) return NULL;
    s->v.class_def.name = name;
    s->v.class_def.bases = bases;
    s->v.class_def.keywords = keywords;
    s->v.class_def.body = body;
    s->v.class_def.decorator_list = *decorators;
    s->v.class_def.type_params = type_params;
    return s;
}

static bool parse_decorators(Parser *parser, ExprSeq *decorators) {
    uint32_t base = parser->stack_count;
    while (accept(parser, T_AT)) {
        Expr *e = parse_named_expression(parser);
        if (!e || !accept(parser, T_NEWLINE) || !sequence_push(parser, e)) return false;
    }
    return sequence_take(parser, base, decorators);
}

static Stmt *parse_async(Parser *parser, const ExprSeq *decorators) {
    uint32_t start = parser->mark++;
    switch (peek_kind(parser)) {
    case T_DEF: return parse_def(parser, start, STMT_ASYNC_FUNCTION_DEF, decorators);
    case T_FOR: return decorators->count ? NULL : parse_for(parser, start, STMT_ASYNC_FOR);
    case T_WITH: return decorators->count ? NULL : parse_with(parser, start, STMT_ASYNC_WITH);
    default: return NULL;
    }
}

static Stmt *parse_decorated(Parser *parser) {
    ExprSeq decorators;
    if (!parse_decorators(parser, &decorators)) return NULL;
    switch (peek_kind(parser)) {
    case T_DEF: return parse_def(parser, parser->mark, STMT_FUNCTION_DEF, &decorators);
    case T_CLASS: return parse_class(parser, &decorators);
    case T_ASYNC: return parse_async(parser, &decorators);
    default: return NULL;
    }
}

bool at_compound(Parser *parser) {
    switch (peek_kind(parser)) {
    case T_IF:
    case T_WHILE:
    case T_FOR:
    case T_WITH:
    case T_TRY:
    case T_DEF:
    case T_CLASS:
    case T_ASYNC:
    case T_AT: return true;
    default: return false;
    }
}

Stmt *parse_compound_statement(Parser *parser) {
    static const ExprSeq none = {NULL, 0};
    switch (peek_kind(parser)) {
    case T_IF: return parse_if(parser);
    case T_WHILE: return parse_while(parser);
    case T_FOR: return parse_for(parser, parser->mark, STMT_FOR);
    case T_WITH: return parse_with(parser, parser->mark, STMT_WITH);
    case T_TRY: return parse_try(parser);
    case T_DEF: return parse_def(parser, parser->mark, STMT_FUNCTION_DEF, &none);
    case T_CLASS: return parse_class(parser, &none);
    case T_ASYNC: return parse_async(parser, &none);
    default: return parse_decorated(parser);
    }
}
