/* parse_expr.c: expressions from the comma down to unary operators; atoms and what follows them are in parse_atom.c. */
#include "python/parser.h"

#include <string.h>

/* ---- Mistakes ---- */

static bool is_legacy_name(const Expr *e) {
    if (e->kind != EXPR_NAME) return false;
    return strcmp(e->v.name.id->text, "print") == 0 || strcmp(e->v.name.id->text, "exec") == 0;
}

/* a if b else c, a disjunction or a lambda, without a look for mistakes. */
static Expr *parse_plain_expression(Parser *parser) {
    bool diagnose = parser->diagnose;
    parser->diagnose = false;
    Expr *e = parse_expression(parser);
    parser->diagnose = diagnose;
    return e;
}

/* "He said "hello" to me" */
static void check_split_string(Parser *parser, uint32_t start) {
    if (parser->tokens[start].kind != T_STRING) return;
    uint32_t mark = parser->mark;
    parser->mark = start + 1;
    Expr *first = NULL, *last = NULL;
    while (!at(parser, T_STRING) && at_expression(parser)) {
        Expr *e = parse_plain_expression(parser);
        if (!e) break;
        if (!first) first = e;
        last = e;
    }
    if (first && !parser->failed && at(parser, T_STRING)) {
        raise_range(parser, location_join(first->loc, last->loc),
                    "invalid syntax. Is this intended to be part of the string?");
    }
    parser->mark = mark;
}

/* Two expressions side by side within brackets. */
static void check_forgotten_comma(Parser *parser, uint32_t start, Expr *a) {
    const Token *first = &parser->tokens[start];
    if (first->soft) return;
    if (first->kind == T_NAME && parser->tokens[start + 1].kind == T_STRING) return;
    uint32_t mark = parser->mark;
    if (!at_expression(parser)) return;
    Expr *b = parse_plain_expression(parser);
    if (b && !is_legacy_name(a) && parser->tokens[parser->mark - 1].level) {
        raise_range(parser, location_join(a->loc, b->loc), "invalid syntax. Perhaps you forgot a comma?");
    }
    parser->mark = mark;
}

/* pass if x else y. At pass, break or continue. */
static void check_statement_ternary(Parser *parser) {
    uint32_t start = parser->mark++;
    if (accept(parser, T_IF) && parse_disjunction(parser) && at(parser, T_ELSE)) {
        parser->mark++;
        uint32_t base = parser->stack_count;
        if (at_expression(parser) || at(parser, T_PASS) || at(parser, T_BREAK) || at(parser, T_CONTINUE)) {
            raise_range(parser, token_location(&parser->tokens[start]),
                        "expected expression before 'if', but statement is given");
        }
        sequence_drop(parser, base);
    }
    parser->mark = start;
}

/* print "hello". CPython reads on behind any name before it looks which name that is, and so comes upon mistakes of
 * the text there; only where this costs no second reading of brackets is it done here.
 */
static void check_legacy(Parser *parser, uint32_t start) {
    if (parser->tokens[start].kind != T_NAME) return;
    Location loc = token_location(&parser->tokens[start]);
    const char *text = parser->tokens[start].name->text;
    bool legacy = strcmp(text, "print") == 0 || strcmp(text, "exec") == 0;
    uint32_t mark = parser->mark;
    parser->mark = start + 1;
    bool side_by_side = !at(parser, T_LSQB) && !at(parser, T_PLUS) && !at(parser, T_MINUS) && !at(parser, T_STAR);
    bool reads = !at(parser, T_LPAR) && at_expression_or_star(parser) && (legacy || side_by_side);
    bool set = at(parser, T_LBRACE) && !at_ahead(parser, 2, T_COLON);
    parser->diagnose =
        set || at(parser, T_STRING); /* elsewhere it remembers what it found without a look for mistakes */
    Expr *e = reads ? parse_star_expressions(parser) : NULL;
    if (e && !legacy && at_expression(parser)) parse_plain_expression(parser);
    parser->diagnose = true;
    if (e && legacy) {
        raise_range(parser, location_join(loc, e->loc), "Missing parentheses in call to '%s'. Did you mean %s(...)?",
                    text, text);
    }
    parser->mark = mark;
}

/* The mistakes CPython's `expression` knows, `a` being the disjunction from `start` to the mark, or NULL. */
static bool check_expression(Parser *parser, uint32_t start, Expr *a) {
    if (a && !parser->failed) check_split_string(parser, start);
    if (a && !parser->failed) check_forgotten_comma(parser, start, a);
    if (!a && !parser->failed && (at(parser, T_PASS) || at(parser, T_BREAK) || at(parser, T_CONTINUE))) {
        check_statement_ternary(parser);
    }
    if (!parser->failed) check_legacy(parser, start);
    return !parser->failed;
}

/* ---- Ternaries, lambdas, named expressions ---- */

/* Behind `a if b`, where a begins at `start`. */
static Expr *parse_alternative(Parser *parser, uint32_t start) {
    if (!accept(parser, T_ELSE)) {
        if (!parser->diagnose || at(parser, T_COLON)) return NULL;
        return raise_range(parser, SPAN(start), "expected 'else' after 'if' expression");
    }
    uint32_t mark = parser->mark;
    Expr *e = parse_expression(parser);
    if (e || parser->failed || !parser->diagnose) return e;
    parser->mark = mark;
    return raise_next(parser, "expected expression after 'else', but statement is given");
}

static Expr *parse_ternary(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *body = parse_disjunction(parser);
    if (parser->diagnose) {
        uint32_t behind = parser->mark;
        if (!body) parser->mark = start;
        if (!check_expression(parser, start, body)) return NULL;
        parser->mark = behind;
    }
    if (!body || !at(parser, T_IF)) return body;
    uint32_t mark = parser->mark++;
    Expr *test = parse_disjunction(parser);
    Expr *orelse = test ? parse_alternative(parser, start) : NULL;
    if (!orelse) {
        /* `x if y` alone: x is the expression, and whoever asked stumbles over the if. */
        parser->mark = mark;
        return parser->failed ? NULL : body;
    }
    Expr *e = new_expr(parser, EXPR_IF_EXP, SPAN(start));
    if (!e) return NULL;
    e->v.if_exp.test = test;
    e->v.if_exp.body = body;
    e->v.if_exp.orelse = orelse;
    return e;
}

Expr *parse_lambda(Parser *parser) {
    uint32_t start = parser->mark++;
    Arguments *args = parse_parameters(parser, true);
    if (!args) return NULL;
    if (!at(parser, T_COLON)) return NULL;
    Location colon = token_location(peek(parser));
    parser->mark++;
    if (parser->diagnose && at(parser, T_FSTRING_MIDDLE)) {
        Location first = token_location(&parser->tokens[start]);
        return raise_range(parser, location_join(first, colon),
                           "f-string: lambda expressions are not allowed without parentheses");
    }
    Expr *body = parse_expression(parser);
    if (!body) return NULL;
    Expr *e = new_expr(parser, EXPR_LAMBDA, SPAN(start));
    if (!e) return NULL;
    e->v.lambda.args = args;
    e->v.lambda.body = body;
    return e;
}

Expr *parse_expression(Parser *parser) {
    if (!parser_enter(parser)) return NULL;
    Expr *e = at(parser, T_LAMBDA) ? parse_lambda(parser) : parse_ternary(parser);
    parser_leave(parser);
    return e;
}

/* The atom an expression begins with. */
static const Expr *leftmost_atom(const Expr *e) {
    while (!e->parenthesized) {
        if (e->kind == EXPR_BIN_OP)
            e = e->v.bin_op.left;
        else if (e->kind == EXPR_ATTRIBUTE)
            e = e->v.attribute.value;
        else if (e->kind == EXPR_SUBSCRIPT)
            e = e->v.subscript.value;
        else if (e->kind == EXPR_CALL)
            e = e->v.call.func;
        else
            break;
    }
    return e;
}

static bool is_bitwise_level(const Expr *e) {
    if (e->parenthesized) return true;
    switch (e->kind) {
    case EXPR_COMPARE:
    case EXPR_BOOL_OP:
    case EXPR_IF_EXP:
    case EXPR_LAMBDA: return false;
    case EXPR_UNARY_OP: return e->v.unary_op.op != UNARY_NOT;
    default: return true;
    }
}

static bool begins_with_display(const Expr *e) {
    const Expr *atom = leftmost_atom(e);
    if (atom->parenthesized) return false;
    switch (atom->kind) {
    case EXPR_LIST:
    case EXPR_TUPLE:
    case EXPR_GENERATOR_EXP: return true;
    case EXPR_CONSTANT: return atom->v.constant.kind <= CONST_FALSE;
    default: return false;
    }
}

/* a = b where only an expression may stand; the mark is at the =. */
static void check_equal_sign(Parser *parser, uint32_t start, const Expr *a) {
    uint32_t mark = parser->mark++;
    bool single = parse_bitwise(parser) && !at(parser, T_EQUAL) && !at(parser, T_COLON_EQUAL) && !parser->failed;
    if (single && parser->tokens[start].kind == T_NAME && mark == start + 1) {
        raise_range(parser, SPAN(start), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    } else if (single && is_bitwise_level(a) && !begins_with_display(a)) {
        raise_range(parser, a->loc, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                    expr_description(a));
    }
    parser->mark = mark;
}

static Expr *parse_walrus(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *target = new_name(parser, peek(parser)->name, CTX_STORE, token_location(peek(parser)));
    parser->mark += 2;
    Expr *value = parse_expression(parser);
    if (!value || !target) return NULL;
    Expr *e = new_expr(parser, EXPR_NAMED_EXPR, SPAN(start));
    if (!e) return NULL;
    e->v.named_expr.target = target;
    e->v.named_expr.value = value;
    return e;
}

Expr *parse_named_expression(Parser *parser) {
    if (at(parser, T_NAME) && at_ahead(parser, 1, T_COLON_EQUAL)) return parse_walrus(parser);
    uint32_t start = parser->mark;
    Expr *e = parse_expression(parser);
    if (!e) return NULL;
    if (at(parser, T_COLON_EQUAL)) {
        if (!parser->diagnose) return NULL;
        parser->mark++;
        if (!parse_expression(parser)) return NULL;
        return raise_range(parser, e->loc, "cannot use assignment expressions with %s", expr_description(e));
    }
    if (parser->diagnose && at(parser, T_EQUAL)) {
        check_equal_sign(parser, start, e);
        if (parser->failed) return NULL;
    }
    return e;
}

/* ---- Commas and stars ---- */

static Expr *parse_starred(Parser *parser) {
    uint32_t start = parser->mark++;
    Expr *value = parse_bitwise(parser);
    if (!value) return NULL;
    Expr *e = new_expr(parser, EXPR_STARRED, SPAN(start));
    if (!e) return NULL;
    e->v.starred.value = value;
    e->v.starred.ctx = CTX_LOAD;
    return e;
}

Expr *parse_star_named(Parser *parser) {
    return at(parser, T_STAR) ? parse_starred(parser) : parse_named_expression(parser);
}

static Expr *parse_star_expression(Parser *parser) {
    return at(parser, T_STAR) ? parse_starred(parser) : parse_expression(parser);
}

bool at_expression_or_star(Parser *parser) {
    return at(parser, T_STAR) || at_expression(parser);
}

Expr *parse_star_expressions(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *first = parse_star_expression(parser);
    if (!first || !at(parser, T_COMMA)) return first;
    uint32_t base = parser->stack_count;
    if (!sequence_push(parser, first)) return NULL;
    while (accept(parser, T_COMMA)) {
        uint32_t mark = parser->mark;
        Expr *next = at_expression_or_star(parser) ? parse_star_expression(parser) : NULL;
        if (parser->failed) return NULL;
        if (!next) {
            parser->mark = mark;
            break;
        }
        if (!sequence_push(parser, next)) return NULL;
    }
    Expr *e = new_expr(parser, EXPR_TUPLE, SPAN(start));
    if (!e || !sequence_take(parser, base, &e->v.tuple.elts)) return NULL;
    e->v.tuple.ctx = CTX_LOAD;
    return e;
}

Expr *parse_yield(Parser *parser) {
    uint32_t start = parser->mark++;
    bool from = accept(parser, T_FROM);
    Expr *value = NULL;
    if (from) {
        value = parse_expression(parser);
        if (!value) return NULL;
    } else if (at_expression_or_star(parser)) {
        value = parse_star_expressions(parser);
        if (!value) return NULL;
    }
    Expr *e = new_expr(parser, from ? EXPR_YIELD_FROM : EXPR_YIELD, SPAN(start));
    if (!e) return NULL;
    if (from)
        e->v.yield_from.value = value;
    else
        e->v.yield.value = value;
    return e;
}

Expr *parse_yield_or_star(Parser *parser) {
    return at(parser, T_YIELD) ? parse_yield(parser) : parse_star_expressions(parser);
}

/* ---- or, and, not, comparisons ---- */

/* a or b or c, or the same with and. */
static Expr *parse_bool_op(Parser *parser, TokenKind word, BoolOpKind op, Expr *(*operand)(Parser *)) {
    uint32_t start = parser->mark;
    Expr *first = operand(parser);
    if (!first || !at(parser, word)) return first;
    uint32_t base = parser->stack_count;
    if (!sequence_push(parser, first)) return NULL;
    while (at(parser, word)) {
        uint32_t mark = parser->mark++, count = parser->stack_count;
        Expr *next = operand(parser);
        if (next && sequence_push(parser, next)) continue;
        if (!parser_fall_back(parser, mark, count, first)) return NULL;
        break;
    }
    if (parser->stack_count == base + 1) return parser_fall_back(parser, parser->mark, base, first);
    Expr *e = new_expr(parser, EXPR_BOOL_OP, SPAN(start));
    if (!e || !sequence_take(parser, base, &e->v.bool_op.values)) return NULL;
    e->v.bool_op.op = op;
    return e;
}

static Expr *parse_conjunction(Parser *parser) {
    return parse_bool_op(parser, T_AND, BOOL_AND, parse_inversion);
}

Expr *parse_disjunction(Parser *parser) {
    return parse_bool_op(parser, T_OR, BOOL_OR, parse_conjunction);
}

/* The operator at the mark, consumed; 0: none. */
static CmpOp accept_comparison(Parser *parser) {
    CmpOp op;
    switch (peek_kind(parser)) {
    case T_EQ_EQUAL: op = CMP_EQ; break;
    case T_NOT_EQUAL: op = CMP_NOT_EQ; break;
    case T_LESS: op = CMP_LT; break;
    case T_LESS_EQUAL: op = CMP_LT_E; break;
    case T_GREATER: op = CMP_GT; break;
    case T_GREATER_EQUAL: op = CMP_GT_E; break;
    case T_IN: op = CMP_IN; break;
    case T_IS: parser->mark++; return accept(parser, T_NOT) ? CMP_IS_NOT : CMP_IS;
    case T_NOT:
        if (!at_ahead(parser, 1, T_IN)) return 0;
        parser->mark++;
        op = CMP_NOT_IN;
        break;
    default: return 0;
    }
    parser->mark++;
    return op;
}

/* Operators wait on the sequence stack between the operands: first, (op, operand)* */
static Expr *finish_comparison(Parser *parser, uint32_t start, uint32_t base) {
    uint32_t count = (parser->stack_count - base) / 2;
    Expr *e = new_expr(parser, EXPR_COMPARE, SPAN(start));
    uint8_t *ops = arena_alloc(parser->arena, count);
    Expr **operands = arena_alloc(parser->arena, count * sizeof *operands);
    if (!e || !ops || !operands) return NULL;
    e->v.compare.left = parser->stack[base];
    for (uint32_t i = 0; i < count; i++) {
        ops[i] = (uint8_t)(uintptr_t)parser->stack[base + 1 + 2 * i];
        operands[i] = parser->stack[base + 2 + 2 * i];
    }
    e->v.compare.ops = ops;
    e->v.compare.comparators = (ExprSeq){operands, count};
    sequence_drop(parser, base);
    return e;
}

static Expr *parse_comparison(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *first = parse_bitwise(parser);
    if (!first) return NULL;
    uint32_t base = parser->stack_count, mark = parser->mark;
    CmpOp op = accept_comparison(parser);
    if (!op) return first;
    if (!sequence_push(parser, first)) return NULL;
    for (; op; mark = parser->mark, op = accept_comparison(parser)) {
        uint32_t count = parser->stack_count;
        Expr *next = parse_bitwise(parser);
        if (next && sequence_push(parser, (void *)(uintptr_t)op) && sequence_push(parser, next)) continue;
        if (!parser_fall_back(parser, mark, count, first)) return NULL;
        break;
    }
    if (parser->stack_count == base + 1) return parser_fall_back(parser, parser->mark, base, first);
    return finish_comparison(parser, start, base);
}

static Expr *new_unary(Parser *parser, UnaryOpKind op, Expr *operand, uint32_t start) {
    if (!operand) return NULL;
    Expr *e = new_expr(parser, EXPR_UNARY_OP, SPAN(start));
    if (!e) return NULL;
    e->v.unary_op.op = op;
    e->v.unary_op.operand = operand;
    return e;
}

Expr *parse_inversion(Parser *parser) {
    if (!at(parser, T_NOT)) return parse_comparison(parser);
    if (!parser_enter(parser)) return NULL;
    uint32_t start = parser->mark++;
    Expr *operand = parse_inversion(parser);
    parser_leave(parser);
    return new_unary(parser, UNARY_NOT, operand, start);
}

/* ---- Binary and unary operators ---- */

typedef struct BinaryOperator {
    uint8_t precedence; /* higher binds closer; 0: no binary operator */
    uint8_t op;         /* Operator */
} BinaryOperator;

enum { LOOSEST = 1, ARITHMETIC = 5 };

static const BinaryOperator binary_operators[T_COUNT] = {
    [T_VBAR] = {1, OP_BIT_OR},        [T_CIRCUMFLEX] = {2, OP_BIT_XOR},
    [T_AMPER] = {3, OP_BIT_AND},      [T_LEFT_SHIFT] = {4, OP_LSHIFT},
    [T_RIGHT_SHIFT] = {4, OP_RSHIFT}, [T_PLUS] = {5, OP_ADD},
    [T_MINUS] = {5, OP_SUB},          [T_STAR] = {6, OP_MULT},
    [T_SLASH] = {6, OP_DIV},          [T_DOUBLE_SLASH] = {6, OP_FLOOR_DIV},
    [T_PERCENT] = {6, OP_MOD},        [T_AT] = {6, OP_MAT_MULT},
};

static Expr *new_binary(Parser *parser, Expr *left, Operator op, Expr *right, uint32_t start) {
    if (!right) return NULL;
    Expr *e = new_expr(parser, EXPR_BIN_OP, SPAN(start));
    if (!e) return NULL;
    e->v.bin_op.left = left;
    e->v.bin_op.op = op;
    e->v.bin_op.right = right;
    return e;
}

/* + not x */
static bool check_not_operand(Parser *parser) {
    if (!parser->diagnose || !at(parser, T_NOT)) return true;
    uint32_t start = parser->mark;
    if (parse_inversion(parser)) {
        raise_range(parser, SPAN(start), "'not' after an operator must be parenthesized");
    }
    parser->mark = start;
    return !parser->failed;
}

static Expr *parse_unary(Parser *parser);

static Expr *parse_power(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *base;
    if (accept(parser, T_AWAIT)) {
        Expr *value = parse_primary(parser);
        if (!value || !(base = new_expr(parser, EXPR_AWAIT, SPAN(start)))) return NULL;
        base->v.await.value = value;
    } else {
        base = parse_primary(parser);
    }
    if (!base || !at(parser, T_DOUBLE_STAR)) return base;
    if (!parser_enter(parser)) return NULL;
    uint32_t mark = parser->mark++;
    Expr *exponent = parse_unary(parser);
    parser_leave(parser);
    if (!exponent) return parser_fall_back(parser, mark, parser->stack_count, base);
    return new_binary(parser, base, OP_POW, exponent, start);
}

static Expr *parse_unary(Parser *parser) {
    UnaryOpKind op;
    switch (peek_kind(parser)) {
    case T_PLUS: op = UNARY_UADD; break;
    case T_MINUS: op = UNARY_USUB; break;
    case T_TILDE: op = UNARY_INVERT; break;
    default: return parse_power(parser);
    }
    if (!parser_enter(parser)) return NULL;
    uint32_t start = parser->mark++;
    Expr *operand = check_not_operand(parser) ? parse_unary(parser) : NULL;
    parser_leave(parser);
    return new_unary(parser, op, operand, start);
}

static Expr *parse_binary(Parser *parser, uint32_t loosest) {
    uint32_t start = parser->mark;
    Expr *left = parse_unary(parser);
    while (left) {
        const BinaryOperator *op = &binary_operators[peek_kind(parser)];
        if (op->precedence < loosest) break;
        uint32_t mark = parser->mark++;
        if (op->precedence >= ARITHMETIC && !check_not_operand(parser)) return NULL;
        Expr *right = parse_binary(parser, op->precedence + 1u);
        if (!right) return parser_fall_back(parser, mark, parser->stack_count, left);
        left = new_binary(parser, left, (Operator)op->op, right, start);
    }
    return left;
}

Expr *parse_bitwise(Parser *parser) {
    return parse_binary(parser, LOOSEST);
}
