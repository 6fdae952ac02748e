/* parse_call.c: the arguments of a call, and of a class statement. */
#include "python/parser.h"

/* What has been seen of one argument list. Positional arguments wait on the parser's stack; keywords in a list of
 * their own, because both kinds come mixed. */
typedef struct Call {
    ExprSeq args;
    Keyword **keywords;
    uint32_t keyword_count, keyword_capacity;
    uint32_t arg_base;
    bool keyword_seen, double_star_seen;
    bool out_of_order; /* a positional argument behind a keyword: what follows is read, but not complained of */
    bool generator;    /* x for x in y may be the only argument */
} Call;

static bool push_keyword(Parser *parser, Call *call, Identifier *arg, Expr *value, Location loc) {
    if (call->keyword_count == call->keyword_capacity) {
        uint32_t capacity = call->keyword_capacity ? call->keyword_capacity * 2 : 4;
        Keyword **grown = arena_alloc(parser->arena, capacity * sizeof *grown);
        if (!grown) return false;
        for (uint32_t i = 0; i < call->keyword_count; i++) grown[i] = call->keywords[i];
        call->keywords = grown;
        call->keyword_capacity = capacity;
    }
    Keyword *keyword = arena_alloc(parser->arena, sizeof *keyword);
    if (!keyword) return false;
    *keyword = (Keyword){loc, arg, value};
    call->keywords[call->keyword_count++] = keyword;
    return true;
}

Expr *parse_starred_expression(Parser *parser) {
    uint32_t start = parser->mark++;
    Expr *value = parse_expression(parser);
    if (!value) {
        if (parser->diagnose) raise_here(parser, "Invalid star expression");
        return NULL;
    }
    if (parser->diagnose && at(parser, T_EQUAL)) {
        parser->mark++;
        if (!parse_expression(parser)) return NULL;
        return raise_range(parser, SPAN(start), "cannot assign to iterable argument unpacking");
    }
    Expr *e = new_expr(parser, EXPR_STARRED, SPAN(start));
    if (!e) return NULL;
    e->v.starred.value = value;
    e->v.starred.ctx = CTX_LOAD;
    return e;
}

/* *iterable */
static bool parse_star_argument(Parser *parser, Call *call) {
    uint32_t start = parser->mark;
    if (call->out_of_order && call->double_star_seen) return false; /* the rest ends before it */
    Expr *e = parse_starred_expression(parser);
    if (!e) return false;
    if (parser->diagnose && at_comprehension(parser)) {
        ComprehensionSeq generators;
        if (!parse_comprehensions(parser, &generators)) return false;
        bool alone = parser->stack_count == call->arg_base && call->keyword_count == 0;
        raise_range(parser, alone ? e->loc : SPAN(start),
                    alone ? "iterable unpacking cannot be used in comprehension"
                          : "Generator expression must be parenthesized");
        return false;
    }
    if (call->double_star_seen) {
        if (parser->diagnose) {
            peek(parser);
            raise_from(parser, token_location(&parser->tokens[start - 1]),
                       "iterable argument unpacking follows keyword argument unpacking");
        }
        return false;
    }
    return sequence_push(parser, e);
}

/* **mapping */
static bool parse_double_star_argument(Parser *parser, Call *call) {
    uint32_t start = parser->mark++;
    Expr *value = parse_expression(parser);
    if (!value) return false;
    if (parser->diagnose && at(parser, T_EQUAL)) {
        parser->mark++;
        if (parse_expression(parser)) {
            raise_range(parser, SPAN(start), "cannot assign to keyword argument unpacking");
        }
        return false;
    }
    call->keyword_seen = call->double_star_seen = true;
    return push_keyword(parser, call, NULL, value, SPAN(start));
}

static void check_missing_value(Parser *parser, Location name_and_sign) {
    if (!parser->diagnose || (!at(parser, T_COMMA) && !at(parser, T_RPAR))) return;
    raise_range(parser, name_and_sign, "expected argument value expression");
}

/* name=value */
static bool parse_keyword_argument(Parser *parser, Call *call) {
    uint32_t start = parser->mark;
    Identifier *name = accept_name(parser);
    parser->mark++;
    Location name_and_sign = SPAN(start);
    check_missing_value(parser, name_and_sign);
    Expr *value = parser->failed ? NULL : parse_expression(parser);
    if (!value) return false;
    if (parser->diagnose && at_comprehension(parser)) {
        ComprehensionSeq generators;
        if (parse_comprehensions(parser, &generators)) {
            raise_range(parser, name_and_sign, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        return false;
    }
    call->keyword_seen = true;
    return push_keyword(parser, call, name, value, SPAN(start));
}

/* x for x in y without brackets of its own: allowed as the only argument. */
static bool parse_bare_generator(Parser *parser, Call *call, uint32_t start, Expr *elt) {
    ComprehensionSeq generators;
    if (!parse_comprehensions(parser, &generators)) return false;
    bool only = parser->stack_count == call->arg_base && !call->keyword_seen && at(parser, T_RPAR);
    if (!only) {
        bool first = parser->stack_count == call->arg_base && !call->keyword_seen;
        if (parser->diagnose && (!first || at(parser, T_COMMA))) {
            raise_range(parser, SPAN(start), "Generator expression must be parenthesized");
        }
        return false;
    }
    /* Its place includes the brackets of the call. */
    Location loc = location_join(token_location(&parser->tokens[start - 1]), token_location(peek(parser)));
    Expr *e = new_expr(parser, EXPR_GENERATOR_EXP, loc);
    if (!e) return false;
    e->v.comp.elt = elt;
    e->v.comp.generators = generators;
    return sequence_push(parser, e);
}

/* name=, None=, f()= ... */
static bool check_assignment(Parser *parser, uint32_t start, const Expr *e) {
    if (!parser->diagnose || !at(parser, T_EQUAL)) return true;
    parser->mark++;
    Location loc = SPAN(start);
    if (e->kind == EXPR_CONSTANT && e->v.constant.kind <= CONST_FALSE && !e->parenthesized) {
        raise_range(parser, loc, "cannot assign to %s", expr_description(e));
    } else {
        raise_range(parser, loc, "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    return false;
}

static bool parse_argument(Parser *parser, Call *call);

/* The rest is read before the report, which stands where the reading ends. */
static bool fail_positional(Parser *parser, Call *call) {
    if (!parser->diagnose) return false;
    if (call->out_of_order) return false;
    call->out_of_order = true;
    bool unpacking = false;
    for (uint32_t i = 0; i < call->keyword_count; i++) unpacking |= call->keywords[i]->arg == NULL;
    call->keyword_seen = call->double_star_seen = false;
    while (accept(parser, T_COMMA) && !at(parser, T_RPAR) && parse_argument(parser, call)) {
    }
    peek(parser);
    raise_here(parser, "positional argument follows keyword argument%s", unpacking ? " unpacking" : "");
    return false;
}

static bool parse_positional_argument(Parser *parser, Call *call) {
    uint32_t start = parser->mark;
    /* Elsewhere CPython does not look at what follows `async` but for the mistake. */
    bool first = call->generator && parser->stack_count == call->arg_base && !call->keyword_seen;
    Expr *e;
    if (at(parser, T_NAME) && at_ahead(parser, 1, T_COLON_EQUAL)) {
        e = parse_named_expression(parser);
    } else {
        e = parse_expression(parser);
    }
    if (!e) return false;
    if ((first || parser->diagnose) && at_comprehension(parser))
        return call->generator && parse_bare_generator(parser, call, start, e);
    if (!check_assignment(parser, start, e)) return false;
    if (call->keyword_seen) return fail_positional(parser, call);
    return sequence_push(parser, e);
}

static bool parse_argument(Parser *parser, Call *call) {
    switch (peek_kind(parser)) {
    case T_STAR: return parse_star_argument(parser, call);
    case T_DOUBLE_STAR: return parse_double_star_argument(parser, call);
    case T_NAME:
        if (at_ahead(parser, 1, T_EQUAL)) return parse_keyword_argument(parser, call);
        return parse_positional_argument(parser, call);
    default: return at_expression(parser) && parse_positional_argument(parser, call);
    }
}

bool parse_arguments(Parser *parser, bool generator, ExprSeq *args, KeywordSeq *keywords) {
    Call call = {.arg_base = parser->stack_count, .generator = generator};
    do {
        if (at(parser, T_RPAR)) break;
        if (!parse_argument(parser, &call)) {
            sequence_drop(parser, call.arg_base);
            return false;
        }
    } while (accept(parser, T_COMMA));
    *keywords = (KeywordSeq){call.keywords, call.keyword_count};
    return sequence_take(parser, call.arg_base, args);
}
