/* parse_params.c: the parameters of def and lambda, and type parameters. */
#include "python/parser.h"

/* A parameter list under construction. Growing arrays in the arena: short ones are the rule. */
typedef struct Parameters {
    Arguments *out;
    bool lambda;
    bool slash_seen, star_seen, kwarg_seen;
    TokenKind close;
} Parameters;

/* Appends to an arena array whose capacity is the next power of two; false when memory ran out. */
static bool append(Parser *parser, void ***items, uint32_t *count, void *item) {
    if ((*count & (*count - 1)) == 0) {
        void **grown = arena_alloc(parser->arena, (*count ? *count * 2 : 1) * sizeof *grown);
        if (!grown) return false;
        for (uint32_t i = 0; i < *count; i++) grown[i] = (*items)[i];
        *items = grown;
    }
    (*items)[(*count)++] = item;
    return true;
}

#define APPEND(sequence, item) append(parser, (void ***)(void *)&(sequence)->items, &(sequence)->count, (item))

static Arg *parse_arg(Parser *parser, Parameters *params, bool star_annotation) {
    uint32_t start = parser->mark;
    Identifier *name = accept_name(parser);
    if (!name) return NULL;
    Expr *annotation = NULL;
    if (!params->lambda && accept(parser, T_COLON)) {
        bool starred = star_annotation && at(parser, T_STAR);
        annotation = starred ? parse_star_named(parser) : parse_expression(parser);
        if (!annotation) return NULL;
    }
    Arg *arg = arena_alloc(parser->arena, sizeof *arg);
    if (!arg) return NULL;
    *arg = (Arg){SPAN(start), name, annotation};
    return arg;
}

static bool at_end(Parser *parser, const Parameters *params) {
    return at(parser, T_COMMA) || at(parser, params->close);
}

/* [= default]; false when it does not fit. */
static bool parse_default(Parser *parser, Expr **value) {
    *value = NULL;
    if (!at(parser, T_EQUAL)) return true;
    Location sign = token_location(peek(parser));
    parser->mark++;
    if (parser->diagnose && (at(parser, T_COMMA) || at(parser, T_RPAR))) {
        raise_range(parser, sign, "expected default value expression");
        return false;
    }
    *value = parse_expression(parser);
    return *value != NULL;
}

static bool fail_next(Parser *parser, const char *message) {
    if (parser->diagnose) raise_range(parser, token_location(peek(parser)), "%s", message);
    return false;
}

static bool parse_plain(Parser *parser, Parameters *params) {
    Arg *arg = parse_arg(parser, params, false);
    Expr *value;
    if (!arg || !parse_default(parser, &value)) return false;
    if (params->star_seen) return APPEND(&params->out->kwonlyargs, arg) && APPEND(&params->out->kw_defaults, value);
    if (!value && params->out->defaults.count) {
        if (parser->diagnose && at_end(parser, params)) {
            raise_range(parser, arg->loc, "parameter without a default follows parameter with a default");
        }
        return false;
    }
    return APPEND(&params->out->args, arg) && (!value || APPEND(&params->out->defaults, value));
}

static bool parse_slash(Parser *parser, Parameters *params) {
    if (params->slash_seen) return fail_next(parser, "/ may appear only once");
    if (params->star_seen) return fail_next(parser, "/ must be ahead of *");
    bool first = !params->out->args.count;
    if (first && (!parser->diagnose || !at_ahead(parser, 1, T_COMMA))) return false;
    if (first) return fail_next(parser, "at least one argument must precede /");
    parser->mark++;
    params->slash_seen = true;
    params->out->posonlyargs = params->out->args;
    params->out->args = (ArgSeq){0};
    if (parser->diagnose && at(parser, T_STAR)) return fail_next(parser, "expected comma between / and *");
    return true;
}

/* A * without a name must be followed by a keyword-only parameter. */
static bool check_bare_star(Parser *parser, const Parameters *params, Location star) {
    if (!parser->diagnose) return true;
    bool nothing = at(parser, params->close);
    if (at(parser, T_COMMA)) {
        nothing = at_ahead(parser, 1, params->close) || at_ahead(parser, 1, T_DOUBLE_STAR);
    }
    if (!nothing) return true;
    if (params->lambda) raise_here(parser, "named arguments must follow bare *");
    raise_range(parser, star, "named arguments must follow bare *");
    return false;
}

static bool fail_second_star(Parser *parser, const Parameters *params) {
    bool name = at_ahead(parser, 1, T_NAME);
    if (!name && !at_ahead(parser, 1, T_COMMA)) return false;
    if (name && !at_ahead(parser, 2, T_COMMA) && !at_ahead(parser, 2, params->close) && !at_ahead(parser, 2, T_COLON)) {
        return false;
    }
    return fail_next(parser, "* argument may appear only once");
}

static bool parse_star(Parser *parser, Parameters *params) {
    if (params->star_seen) return fail_second_star(parser, params);
    Location star = token_location(peek(parser));
    parser->mark++;
    params->star_seen = true;
    if (!at(parser, T_NAME)) {
        if (!check_bare_star(parser, params, star)) return false;
        return at(parser, T_COMMA) && (at_ahead(parser, 1, T_NAME) || at_ahead(parser, 1, T_SLASH));
    }
    params->out->vararg = parse_arg(parser, params, true);
    if (!params->out->vararg) return false;
    const Expr *annotation = params->out->vararg->annotation;
    bool starred = annotation != NULL && annotation->kind == EXPR_STARRED;
    if (at(parser, T_EQUAL) && !starred) return fail_next(parser, "var-positional argument cannot have default value");
    return true;
}

static bool parse_double_star(Parser *parser, Parameters *params) {
    parser->mark++;
    params->kwarg_seen = true;
    params->out->kwarg = parse_arg(parser, params, false);
    if (!params->out->kwarg) return false;
    if (at(parser, T_EQUAL)) return fail_next(parser, "var-keyword argument cannot have default value");
    return true;
}

/* (a, b): Python 2's tuple parameters, or a name in brackets. */
static bool check_parentheses(Parser *parser, const Parameters *params) {
    if (!parser->diagnose) return false;
    uint32_t start = parser->mark++;
    while (at(parser, T_NAME)) {
        parser->mark++;
        if (!accept(parser, T_COMMA)) break;
    }
    bool empty = parser->mark == start + 1, after_default = params->out->defaults.count > 0;
    if (empty || after_default || !accept(parser, T_RPAR)) return false;
    raise_range(parser, SPAN(start), "%s parameters cannot be parenthesized",
                params->lambda ? "Lambda expression" : "Function");
    return false;
}

static bool parse_parameter(Parser *parser, Parameters *params) {
    TokenKind kind = peek_kind(parser);
    if (params->kwarg_seen && parser->diagnose &&
        (kind == T_NAME || kind == T_STAR || kind == T_DOUBLE_STAR || kind == T_SLASH)) {
        return fail_next(parser, "arguments cannot follow var-keyword argument");
    }
    if (params->kwarg_seen) return false;
    switch (kind) {
    case T_NAME: return parse_plain(parser, params);
    case T_SLASH: return parse_slash(parser, params);
    case T_STAR: return parse_star(parser, params);
    case T_DOUBLE_STAR: return parse_double_star(parser, params);
    case T_LPAR: return check_parentheses(parser, params);
    default: return false;
    }
}

Arguments *parse_parameters(Parser *parser, bool lambda) {
    Parameters params = {.lambda = lambda, .close = lambda ? T_COLON : T_RPAR};
    params.out = arena_zalloc(parser->arena, sizeof *params.out);
    if (!params.out) return NULL;
    if (at(parser, params.close)) return params.out;
    do {
        if (at(parser, params.close)) break;
        if (!parse_parameter(parser, &params)) return NULL;
    } while (accept(parser, T_COMMA));
    return params.out;
}

/* ---- Type parameters ---- */

/* `.format=1, /`: by the format a caller says what it wants, the value or its text. */
static Arguments *format_parameter(Parser *parser, Location loc) {
    struct {
        Arguments args;
        Arg format, *formats[1];
        Expr preset, *presets[1];
    } *made = arena_zalloc(parser->arena, sizeof *made);
    Identifier *name = arena_intern(parser->arena, ".format", strlen(".format"));
    if (!made || !name) return NULL;
    made->format = (Arg){.loc = loc, .arg = name};
    made->formats[0] = &made->format;
    made->args.posonlyargs = (ArgSeq){made->formats, 1};
    made->preset = (Expr){.kind = EXPR_CONSTANT, .loc = loc};
    made->preset.v.constant = (Constant){.kind = CONST_INT, .base = 10, .text = "1", .length = 1};
    made->presets[0] = &made->preset;
    made->args.defaults = (ExprSeq){made->presets, 1};
    return &made->args;
}

static Expr *lazily(Parser *parser, Identifier *owner, Expr *(*parse)(Parser *parser)) {
    uint32_t start = parser->mark;
    Expr *body = parse(parser);
    Expr *e = body ? new_expr(parser, EXPR_LAMBDA, SPAN(start)) : NULL;
    if (!e) return NULL;
    e->v.lambda.args = format_parameter(parser, e->loc);
    e->v.lambda.body = body;
    e->v.lambda.owner = owner;
    return e->v.lambda.args ? e : NULL;
}

Expr *parse_lazily(Parser *parser, Identifier *owner) {
    return lazily(parser, owner, parse_expression);
}

static bool parse_type_param_rest(Parser *parser, TypeParam *param) {
    if (accept(parser, T_COLON)) {
        if (param->kind != TYPE_PARAM_TYPE_VAR) {
            if (!parser->diagnose) return false;
            Location colon = token_location(&parser->tokens[parser->mark - 1]);
            Expr *bound = parse_expression(parser);
            if (!bound) return false;
            const char *what = bound->kind == EXPR_TUPLE ? "constraints" : "bound";
            raise_from(parser, colon, "cannot use %s with %s", what,
                       param->kind == TYPE_PARAM_PARAM_SPEC ? "ParamSpec" : "TypeVarTuple");
            return false;
        }
        param->bound = parse_lazily(parser, param->name);
        if (!param->bound) return false;
    }
    if (!accept(parser, T_EQUAL)) return true;
    bool starred = param->kind == TYPE_PARAM_TYPE_VAR_TUPLE && at(parser, T_STAR);
    param->default_value = lazily(parser, param->name, starred ? parse_star_named : parse_expression);
    return param->default_value != NULL;
}

static TypeParam *parse_type_param(Parser *parser) {
    uint32_t start = parser->mark;
    TypeParam *param = arena_zalloc(parser->arena, sizeof *param);
    if (!param) return NULL;
    param->kind = TYPE_PARAM_TYPE_VAR;
    if (accept(parser, T_STAR))
        param->kind = TYPE_PARAM_TYPE_VAR_TUPLE;
    else if (accept(parser, T_DOUBLE_STAR))
        param->kind = TYPE_PARAM_PARAM_SPEC;
    param->name = accept_name(parser);
    if (!param->name || !parse_type_param_rest(parser, param)) return NULL;
    param->loc = SPAN(start);
    return param;
}

bool parse_type_params(Parser *parser, TypeParamSeq *params) {
    *params = (TypeParamSeq){0};
    if (!accept(parser, T_LSQB)) return true;
    if (at(parser, T_RSQB)) {
        if (parser->diagnose) {
            raise_from(parser, token_location(peek(parser)), "Type parameter list cannot be empty");
        }
        return false;
    }
    uint32_t base = parser->stack_count;
    do {
        if (at(parser, T_RSQB)) break;
        TypeParam *param = parse_type_param(parser);
        if (!param || !sequence_push(parser, param)) {
            sequence_drop(parser, base);
            return false;
        }
    } while (accept(parser, T_COMMA));
    return accept(parser, T_RSQB) && sequence_take(parser, base, params);
}
