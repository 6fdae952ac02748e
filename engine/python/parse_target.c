/* parse_target.c: what may be assigned to or deleted. Targets are read as expressions and turned afterwards. */
#include "python/parser.h"

static const char *constant_description(ConstantKind kind) {
    switch (kind) {
    case CONST_NONE: return "None";
    case CONST_TRUE: return "True";
    case CONST_FALSE: return "False";
    case CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

const char *expr_description(const Expr *e) {
    static const char *const names[] = {
        [EXPR_BOOL_OP] = "expression",
        [EXPR_NAMED_EXPR] = "named expression",
        [EXPR_BIN_OP] = "expression",
        [EXPR_UNARY_OP] = "expression",
        [EXPR_LAMBDA] = "lambda",
        [EXPR_IF_EXP] = "conditional expression",
        [EXPR_DICT] = "dict literal",
        [EXPR_SET] = "set display",
        [EXPR_LIST_COMP] = "list comprehension",
        [EXPR_SET_COMP] = "set comprehension",
        [EXPR_DICT_COMP] = "dict comprehension",
        [EXPR_GENERATOR_EXP] = "generator expression",
        [EXPR_AWAIT] = "await expression",
        [EXPR_YIELD] = "yield expression",
        [EXPR_YIELD_FROM] = "yield expression",
        [EXPR_COMPARE] = "comparison",
        [EXPR_CALL] = "function call",
        [EXPR_FORMATTED_VALUE] = "f-string expression",
        [EXPR_JOINED_STR] = "f-string expression",
        [EXPR_CONSTANT] = "literal",
        [EXPR_ATTRIBUTE] = "attribute",
        [EXPR_SUBSCRIPT] = "subscript",
        [EXPR_STARRED] = "starred",
        [EXPR_NAME] = "name",
        [EXPR_LIST] = "list",
        [EXPR_TUPLE] = "tuple",
        [EXPR_SLICE] = "slice",
    };
    return e->kind == EXPR_CONSTANT ? constant_description(e->v.constant.kind) : names[e->kind];
}

Expr *find_invalid_target(Expr *e, TargetKind kind) {
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT: return NULL;
    case EXPR_STARRED: return kind == TARGET_DEL ? e : find_invalid_target(e->v.starred.value, kind);
    case EXPR_LIST:
    case EXPR_TUPLE:
        for (uint32_t i = 0; i < e->v.list.elts.count; i++) {
            Expr *bad = find_invalid_target(e->v.list.elts.items[i], kind);
            if (bad) return bad;
        }
        return NULL;
    case EXPR_COMPARE:
        /* `for a() in b` read as a whole is a comparison. */
        if (kind != TARGET_FOR) return e;
        return e->v.compare.ops[0] == CMP_IN ? find_invalid_target(e->v.compare.left, kind) : NULL;
    default: return e;
    }
}

void *raise_invalid_target(Parser *parser, Expr *e, TargetKind kind) {
    Expr *bad = find_invalid_target(e, kind);
    if (!bad) return NULL;
    return raise_range(parser, bad->loc, kind == TARGET_DEL ? "cannot delete %s" : "cannot assign to %s",
                       expr_description(bad));
}

void set_context(Expr *e, ExprContext ctx) {
    switch (e->kind) {
    case EXPR_NAME: e->v.name.ctx = ctx; break;
    case EXPR_ATTRIBUTE: e->v.attribute.ctx = ctx; break;
    case EXPR_SUBSCRIPT: e->v.subscript.ctx = ctx; break;
    case EXPR_STARRED:
        e->v.starred.ctx = ctx;
        set_context(e->v.starred.value, ctx);
        break;
    case EXPR_LIST:
    case EXPR_TUPLE:
        e->v.list.ctx = ctx;
        for (uint32_t i = 0; i < e->v.list.elts.count; i++) set_context(e->v.list.elts.items[i], ctx);
        break;
    default: break;
    }
}

static Expr *parse_target_item(Parser *parser) {
    if (!at(parser, T_STAR)) return at_expression(parser) ? parse_bitwise(parser) : NULL;
    uint32_t start = parser->mark++;
    Expr *value = parse_bitwise(parser);
    if (!value) return NULL;
    Expr *e = new_expr(parser, EXPR_STARRED, SPAN(start));
    if (!e) return NULL;
    e->v.starred.value = value;
    return e;
}

static Expr *as_target(Expr *e, TargetKind kind) {
    if (!e || find_invalid_target(e, kind)) return NULL;
    set_context(e, CTX_STORE);
    return e;
}

static Expr *parse_targets(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *first = parse_target_item(parser);
    if (!first || !at(parser, T_COMMA)) return as_target(first, TARGET_FOR);
    uint32_t base = parser->stack_count;
    if (!sequence_push(parser, first)) return NULL;
    while (accept(parser, T_COMMA) && at_expression_or_star(parser)) {
        Expr *next = parse_target_item(parser);
        if (!next || !sequence_push(parser, next)) {
            sequence_drop(parser, base);
            return NULL;
        }
    }
    Expr *e = new_expr(parser, EXPR_TUPLE, SPAN(start));
    if (!e || !sequence_take(parser, base, &e->v.tuple.elts)) return NULL;
    return as_target(e, TARGET_FOR);
}

Expr *parse_for_targets(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *targets = parse_targets(parser);
    if ((targets && at(parser, T_IN)) || !parser->diagnose || parser->failed) return targets;
    parser->mark = start; /* what stands there as a whole, with `in`, is refused */
    Expr *whole = parse_star_expressions(parser);
    return whole ? raise_invalid_target(parser, whole, TARGET_FOR) : NULL;
}

Expr *parse_star_target(Parser *parser) {
    uint32_t mark = parser->mark;
    Expr *e = parse_target_item(parser);
    if (!e || find_invalid_target(e, TARGET_STAR)) {
        if (!parser->failed) parser->mark = mark;
        return NULL;
    }
    set_context(e, CTX_STORE);
    return e;
}
