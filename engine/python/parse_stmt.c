/* parse_stmt.c: statements of one line. */
#include "python/parser.h"

#include <string.h>

/* ---- Assignments ---- */

static Operator augmented_operator(TokenKind kind) {
    switch (kind) {
    case T_PLUS_EQUAL: return OP_ADD;
    case T_MINUS_EQUAL: return OP_SUB;
    case T_STAR_EQUAL: return OP_MULT;
    case T_AT_EQUAL: return OP_MAT_MULT;
    case T_SLASH_EQUAL: return OP_DIV;
    case T_PERCENT_EQUAL: return OP_MOD;
    case T_AMPER_EQUAL: return OP_BIT_AND;
    case T_VBAR_EQUAL: return OP_BIT_OR;
    case T_CIRCUMFLEX_EQUAL: return OP_BIT_XOR;
    case T_LEFT_SHIFT_EQUAL: return OP_LSHIFT;
    case T_RIGHT_SHIFT_EQUAL: return OP_RSHIFT;
    case T_DOUBLE_STAR_EQUAL: return OP_POW;
    case T_DOUBLE_SLASH_EQUAL: return OP_FLOOR_DIV;
    default: return 0;
    }
}

/* [a, b]: int, and a, b: int */
static void check_annotated_display(Parser *parser, uint32_t start) {
    parser->mark = start;
    if (at(parser, T_LPAR) || at(parser, T_LSQB)) {
        Expr *e = parse_atom(parser);
        if (e && (e->kind == EXPR_LIST || e->kind == EXPR_TUPLE) && accept(parser, T_COLON) &&
            parse_expression(parser)) {
            raise_range(parser, e->loc, "only single target (not %s) can be annotated", expr_description(e));
        }
    }
    if (parser->failed) return;
    parser->mark = start;
    Expr *first = parse_star_named(parser);
    if (!first || !accept(parser, T_COMMA)) return;
    uint32_t base = parser->stack_count;
    while (at_expression_or_star(parser) && parse_star_named(parser))
        (void)accept(parser, T_COMMA); /* words of prose too */
    sequence_drop(parser, base);
    if (accept(parser, T_COLON) && parse_expression(parser)) {
        raise_range(parser, first->loc, "only single target (not tuple) can be annotated");
    }
}

static void check_annotated_expression(Parser *parser, uint32_t start) {
    parser->mark = start;
    Expr *e = at_expression(parser) ? parse_expression(parser) : NULL;
    if (e && accept(parser, T_COLON) && parse_expression(parser)) {
        raise_range(parser, e->loc, "illegal target for annotation");
    }
}

static void check_assigned(Parser *parser, uint32_t start) {
    parser->mark = start;
    for (;;) {
        Expr *e = parse_yield_or_star(parser);
        if (!e || !at(parser, T_EQUAL)) return;
        bool yield = (e->kind == EXPR_YIELD || e->kind == EXPR_YIELD_FROM) && !e->parenthesized;
        if (yield)
            raise_range(parser, e->loc, "assignment to yield expression not possible");
        else
            raise_invalid_target(parser, e, TARGET_STAR);
        if (parser->failed) return;
        parser->mark++;
    }
}

static void check_augmented(Parser *parser, uint32_t start) {
    parser->mark = start;
    Expr *e = at_expression_or_star(parser) ? parse_star_expressions(parser) : NULL;
    if (!e || !augmented_operator(peek_kind(parser))) return;
    parser->mark++;
    if (parse_yield_or_star(parser)) {
        raise_range(parser, e->loc, "'%s' is an illegal expression for augmented assignment", expr_description(e));
    }
}

/* The statement at `start` is no good assignment. Says why, in CPython's order of guesses. */
static Stmt *check_assignment(Parser *parser, uint32_t start) {
    static void (*const checks[])(Parser *, uint32_t) = {check_annotated_display, check_annotated_expression,
                                                         check_assigned, check_augmented};
    uint32_t mark = parser->mark;
    if (!parser->diagnose) return NULL;
    for (size_t i = 0; i < sizeof checks / sizeof *checks && !parser->failed; i++) checks[i](parser, start);
    parser->mark = mark;
    return NULL;
}

static bool is_single_target(const Expr *e) {
    return e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE || e->kind == EXPR_SUBSCRIPT;
}

/* target: annotation [= value]; the mark is at the colon. */
static Stmt *parse_annotated(Parser *parser, uint32_t start, Expr *target) {
    if (!is_single_target(target)) return check_assignment(parser, start);
    parser->mark++;
    Expr *annotation = parse_expression(parser), *value = NULL;
    if (!annotation) return NULL;
    if (at(parser, T_EQUAL)) {
        uint32_t mark = parser->mark++;
        value = parse_yield_or_star(parser);
        if (!value) parser->mark = mark;
    }
    Stmt *s = parser->failed ? NULL : new_stmt(parser, STMT_ANN_ASSIGN, SPAN(start));
    if (!s) return NULL;
    set_context(target, CTX_STORE);
    s->v.ann_assign.target = target;
    s->v.ann_assign.annotation = annotation;
    s->v.ann_assign.value = value;
    s->v.ann_assign.simple = target->kind == EXPR_NAME && !target->parenthesized;
    return s;
}

/* a = b = value; the mark is at the first =. */
static Stmt *parse_assignment(Parser *parser, uint32_t start, Expr *e) {
    uint32_t base = parser->stack_count;
    while (at(parser, T_EQUAL)) {
        if (find_invalid_target(e, TARGET_STAR)) {
            sequence_drop(parser, base);
            return check_assignment(parser, start);
        }
        set_context(e, CTX_STORE);
        parser->mark++;
        if (!sequence_push(parser, e)) return NULL;
        e = parse_yield_or_star(parser);
        if (!e) {
            sequence_drop(parser, base);
            return check_assignment(parser, start);
        }
    }
    Stmt *s = new_stmt(parser, STMT_ASSIGN, SPAN(start));
    if (!s || !sequence_take(parser, base, &s->v.assign.targets)) return NULL;
    s->v.assign.value = e;
    return s;
}

static Stmt *parse_augmented(Parser *parser, uint32_t start, Expr *target, Operator op) {
    if (!is_single_target(target)) return check_assignment(parser, start);
    parser->mark++;
    Expr *value = parse_yield_or_star(parser);
    if (!value) return NULL;
    Stmt *s = new_stmt(parser, STMT_AUG_ASSIGN, SPAN(start));
    if (!s) return NULL;
    set_context(target, CTX_STORE);
    s->v.aug_assign.target = target;
    s->v.aug_assign.op = op;
    s->v.aug_assign.value = value;
    return s;
}

static Stmt *parse_expression_statement(Parser *parser) {
    uint32_t start = parser->mark;
    if (!at(parser, T_YIELD) && !at_expression_or_star(parser)) return NULL;
    Expr *e = parse_yield_or_star(parser);
    if (!e) return NULL;
    TokenKind kind = peek_kind(parser);
    if (kind == T_EQUAL) return parse_assignment(parser, start, e);
    if (kind == T_COLON && e->kind != EXPR_YIELD) return parse_annotated(parser, start, e);
    if (kind == T_COLON_EQUAL) return check_assignment(parser, start);
    Operator op = augmented_operator(kind);
    if (op) return parse_augmented(parser, start, e, op);
    if (parser->diagnose && e->kind == EXPR_TUPLE && at_expression_or_star(parser)) { /* prose: a, b c: d */
        uint32_t mark = parser->mark;
        check_annotated_display(parser, start);
        parser->mark = mark;
    }
    Stmt *s = new_stmt(parser, STMT_EXPR, SPAN(start));
    if (s) s->v.expr.value = e;
    return s;
}

/* ---- Statements with a keyword ---- */

static Stmt *parse_return(Parser *parser) {
    uint32_t start = parser->mark++;
    Expr *value = NULL;
    if (at_expression_or_star(parser) && !(value = parse_star_expressions(parser))) return NULL;
    Stmt *s = new_stmt(parser, STMT_RETURN, SPAN(start));
    if (s) s->v.return_.value = value;
    return s;
}

static Stmt *parse_raise(Parser *parser) {
    uint32_t start = parser->mark++;
    Expr *exc = NULL, *cause = NULL;
    if (at_expression(parser)) {
        exc = parse_expression(parser);
        if (!exc) return NULL;
        if (accept(parser, T_FROM) && !(cause = parse_expression(parser))) return NULL;
    }
    Stmt *s = new_stmt(parser, STMT_RAISE, SPAN(start));
    if (!s) return NULL;
    s->v.raise.exc = exc;
    s->v.raise.cause = cause;
    return s;
}

static Stmt *parse_delete(Parser *parser) {
    uint32_t start = parser->mark++, base = parser->stack_count;
    if (!at_expression_or_star(parser)) return NULL;
    do {
        if (!at_expression_or_star(parser)) break;
        Expr *e = at(parser, T_STAR) ? parse_star_named(parser) : parse_expression(parser);
        if (!e || !sequence_push(parser, e)) return NULL;
        if (find_invalid_target(e, TARGET_DEL)) {
            sequence_drop(parser, base);
            return parser->diagnose ? raise_invalid_target(parser, e, TARGET_DEL) : NULL;
        }
        set_context(e, CTX_DEL);
    } while (accept(parser, T_COMMA));
    Stmt *s = new_stmt(parser, STMT_DELETE, SPAN(start));
    return s && sequence_take(parser, base, &s->v.delete_.targets) ? s : NULL;
}

static Stmt *parse_assert(Parser *parser) {
    uint32_t start = parser->mark++;
    Expr *test = parse_expression(parser), *msg = NULL;
    if (!test) return NULL;
    if (accept(parser, T_COMMA) && !(msg = parse_expression(parser))) return NULL;
    Stmt *s = new_stmt(parser, STMT_ASSERT, SPAN(start));
    if (!s) return NULL;
    s->v.assert_.test = test;
    s->v.assert_.msg = msg;
    return s;
}

static Stmt *parse_scope(Parser *parser, StmtKind kind) {
    uint32_t start = parser->mark++, base = parser->stack_count;
    do {
        Identifier *name = accept_name(parser);
        if (!name || !sequence_push(parser, name)) {
            sequence_drop(parser, base);
            return NULL;
        }
    } while (accept(parser, T_COMMA));
    Stmt *s = new_stmt(parser, kind, SPAN(start));
    return s && sequence_take(parser, base, &s->v.global.names) ? s : NULL;
}

/* pass, break, continue */
static Stmt *parse_word(Parser *parser, StmtKind kind) {
    uint32_t start = parser->mark;
    if (parser->diagnose) {
        parse_expression(parser); /* knows `pass if x else y` */
        if (parser->failed) return NULL;
        parser->mark = start;
    }
    parser->mark++;
    return new_stmt(parser, kind, SPAN(start));
}

static Stmt *parse_type_alias(Parser *parser) {
    uint32_t start = parser->mark++;
    Location name_loc = token_location(peek(parser));
    Identifier *id = accept_name(parser);
    TypeParamSeq params;
    if (!id || !parse_type_params(parser, &params) || !accept(parser, T_EQUAL)) return NULL;
    Expr *name = new_name(parser, id, CTX_STORE, name_loc);
    Expr *value = parse_lazily(parser, id);
    if (!name || !value) return NULL;
    Stmt *s = new_stmt(parser, STMT_TYPE_ALIAS, SPAN(start));
    if (!s) return NULL;
    s->v.type_alias.name = name;
    s->v.type_alias.type_params = params;
    s->v.type_alias.value = value;
    return s;
}

static Stmt *parse_simple_statement(Parser *parser) {
    switch (peek_kind(parser)) {
    case T_RETURN: return parse_return(parser);
    case T_IMPORT: return parse_import(parser);
    case T_FROM: return parse_import_from(parser);
    case T_RAISE: return parse_raise(parser);
    case T_PASS: return parse_word(parser, STMT_PASS);
    case T_BREAK: return parse_word(parser, STMT_BREAK);
    case T_CONTINUE: return parse_word(parser, STMT_CONTINUE);
    case T_DEL: return parse_delete(parser);
    case T_ASSERT: return parse_assert(parser);
    case T_GLOBAL: return parse_scope(parser, STMT_GLOBAL);
    case T_NONLOCAL: return parse_scope(parser, STMT_NONLOCAL);
    case T_NAME:
        if (at_soft(parser, SOFT_TYPE) && at_ahead(parser, 1, T_NAME)) return parse_type_alias(parser);
        return parse_expression_statement(parser);
    default: return parse_expression_statement(parser);
    }
}

bool parse_simple_statements(Parser *parser) {
    do {
        if (at(parser, T_NEWLINE)) break;
        Stmt *s = parse_simple_statement(parser);
        if (!s || parser->failed || !sequence_push(parser, s)) return false;
    } while (accept(parser, T_SEMI));
    return accept(parser, T_NEWLINE);
}

/* CPython remembers no functions, and nothing that begins before what is remembered already. */
void parse_remember(Parser *parser, uint32_t line) {
    if (line > parser->last_line) parser->last_line = line;
}

bool parse_statement(Parser *parser) {
    if (at_compound(parser)) {
        Stmt *s = parse_compound_statement(parser);
        if (s && s->kind != STMT_FUNCTION_DEF && s->kind != STMT_ASYNC_FUNCTION_DEF)
            parse_remember(parser, s->loc.lineno);
        return s && sequence_push(parser, s);
    }
    if (at_soft(parser, SOFT_MATCH)) {
        uint32_t mark = parser->mark, base = parser->stack_count;
        Stmt *s = parse_match(parser);
        if (s) {
            parse_remember(parser, s->loc.lineno);
            return sequence_push(parser, s);
        }
        if (parser->failed) return false;
        parser->mark = mark;
        sequence_drop(parser, base);
    }
    if (at(parser, T_NEWLINE)) return false;
    return parse_simple_statements(parser);
}
