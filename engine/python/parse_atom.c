/* parse_atom.c: atoms (names, literals, displays, comprehensions) and what follows them (calls, subscripts,
 * attributes).
 */
#include "python/parser.h"

#include <string.h>

bool at_expression(Parser *parser) {
    switch (peek_kind(parser)) {
    case T_NAME:
    case T_NUMBER:
    case T_STRING:
    case T_FSTRING_START:
    case T_LPAR:
    case T_LSQB:
    case T_LBRACE:
    case T_ELLIPSIS:
    case T_PLUS:
    case T_MINUS:
    case T_TILDE:
    case T_NOT:
    case T_LAMBDA:
    case T_AWAIT:
    case T_NONE:
    case T_TRUE:
    case T_FALSE: return true;
    default: return false;
    }
}

/* ---- Comprehensions ---- */

static bool parse_conditions(Parser *parser, ExprSeq *ifs) {
    uint32_t base = parser->stack_count;
    while (accept(parser, T_IF)) {
        Expr *test = parse_disjunction(parser);
        if (!test || !sequence_push(parser, test)) return false;
    }
    return sequence_take(parser, base, ifs);
}

/* Expressions, but no `in` behind them: that is said before what cannot be a target. The mark stays. */
static bool refuse_without_in(Parser *parser) {
    uint32_t start = parser->mark, end;
    if (!parse_bitwise(parser)) {
        parser->mark = start;
        return false;
    }
    do {
        end = parser->mark;
    } while (accept(parser, T_COMMA) && parse_bitwise(parser));
    parser->mark = end;
    accept(parser, T_COMMA);
    bool found = at(parser, T_IN);
    parser->mark = start;
    if (!found) raise_here(parser, "'in' expected after for-loop variables");
    return !found;
}

static Comprehension *parse_comprehension(Parser *parser) {
    Comprehension *c = arena_zalloc(parser->arena, sizeof *c);
    if (!c) return NULL;
    c->is_async = accept(parser, T_ASYNC);
    if (!accept(parser, T_FOR)) return NULL;
    if (parser->diagnose && refuse_without_in(parser)) return NULL;
    c->target = parse_for_targets(parser);
    if (!c->target || !accept(parser, T_IN)) return NULL;
    c->iter = parse_disjunction(parser);
    return c->iter && parse_conditions(parser, &c->ifs) ? c : NULL;
}

bool parse_comprehensions(Parser *parser, ComprehensionSeq *generators) {
    uint32_t base = parser->stack_count;
    do {
        Comprehension *c = parse_comprehension(parser);
        if (!c || !sequence_push(parser, c)) {
            sequence_drop(parser, base);
            return false;
        }
    } while (at_comprehension(parser));
    return sequence_take(parser, base, generators);
}

/* elt is parsed, the mark is at for; ends behind `close`. */
static Expr *finish_comprehension(Parser *parser, ExprKind kind, uint32_t start, Expr *elt, TokenKind close) {
    ComprehensionSeq generators;
    if (parser->diagnose && elt->kind == EXPR_STARRED && !elt->parenthesized) {
        if (!parse_comprehensions(parser, &generators)) return NULL;
        return raise_range(parser, elt->loc, "iterable unpacking cannot be used in comprehension");
    }
    if (elt->kind == EXPR_STARRED) return NULL;
    if (!parse_comprehensions(parser, &generators) || !accept(parser, close)) return NULL;
    Expr *e = new_expr(parser, kind, SPAN(start));
    if (!e) return NULL;
    e->v.comp.elt = elt;
    e->v.comp.generators = generators;
    return e;
}

/* ---- Brackets ---- */

/* Elements behind the first up to `close`; all are on the stack from base. */
static bool parse_elements(Parser *parser, TokenKind close) {
    while (accept(parser, T_COMMA)) {
        if (at(parser, close)) break;
        if (!at_expression_or_star(parser)) return false;
        Expr *next = parse_star_named(parser);
        if (!next || !sequence_push(parser, next)) return false;
    }
    return true;
}

/* [x, y for x, y in z] */
static void check_bare_target(Parser *parser, uint32_t base) {
    if (!parser->diagnose || parser->failed || !at_comprehension(parser)) return;
    Expr *first = parser->stack[base], *last = parser->stack[parser->stack_count - 1];
    Location loc = location_join(first->loc, last->loc);
    if (first == last) loc = location_join(first->loc, token_location(&parser->tokens[parser->mark - 1]));
    ComprehensionSeq generators;
    if (parse_comprehensions(parser, &generators)) {
        raise_range(parser, loc, "did you forget parentheses around the comprehension target?");
    }
}

static Expr *new_display(Parser *parser, ExprKind kind, uint32_t start, uint32_t base) {
    Expr *e = new_expr(parser, kind, SPAN(start));
    if (!e) return NULL;
    if (kind == EXPR_SET) return sequence_take(parser, base, &e->v.set.elts) ? e : NULL;
    e->v.list.ctx = CTX_LOAD;
    return sequence_take(parser, base, &e->v.list.elts) ? e : NULL;
}

/* [*a b]: CPython also tries this as the beginning of a comprehension, and so notices the missing comma. */
static bool check_first_star(Parser *parser, uint32_t start, const Expr *first, TokenKind close) {
    if (!parser->diagnose || first->kind != EXPR_STARRED || at(parser, T_COMMA) || at(parser, close)) return true;
    uint32_t mark = parser->mark;
    parser->mark = start + 1;
    parse_starred_expression(parser);
    parser->mark = mark;
    return !parser->failed;
}

/* The elements of a list, set or tuple behind the first one, which is given. */
static Expr *finish_display(Parser *parser, ExprKind kind, uint32_t start, Expr *first, TokenKind close) {
    uint32_t base = parser->stack_count;
    if (!check_first_star(parser, start, first, close) || !sequence_push(parser, first)) return NULL;
    bool good = parse_elements(parser, close);
    if (kind != EXPR_TUPLE) check_bare_target(parser, base);
    if (!good || parser->failed || !accept(parser, close)) {
        sequence_drop(parser, base);
        return NULL;
    }
    return new_display(parser, kind, start, base);
}

static Expr *parse_double_star_group(Parser *parser) {
    Location loc = token_location(peek(parser));
    parser->mark++;
    if (!parser->diagnose || !parse_expression(parser) || !at(parser, T_RPAR)) return NULL;
    return raise_range(parser, loc, "cannot use double starred expression here");
}

static Expr *parse_group(Parser *parser, Expr *e, Location loc) {
    if (!e || !at(parser, T_RPAR)) return NULL;
    if (e->kind == EXPR_STARRED && !e->parenthesized) {
        if (parser->diagnose) raise_range(parser, loc, "cannot use starred expression here");
        return NULL;
    }
    parser->mark++;
    /* A tuple keeps its own brackets apart from a group around it. */
    e->parenthesized = true;
    return e;
}

static Expr *parse_paren(Parser *parser) {
    uint32_t start = parser->mark++;
    if (accept(parser, T_RPAR)) return new_display(parser, EXPR_TUPLE, start, parser->stack_count);
    if (at(parser, T_YIELD)) {
        Expr *yield = parse_yield(parser);
        return yield ? parse_group(parser, yield, yield->loc) : NULL;
    }
    if (at(parser, T_DOUBLE_STAR)) return parse_double_star_group(parser);
    Expr *first = parse_star_named(parser);
    if (!first) return NULL;
    if (at(parser, T_COMMA)) return finish_display(parser, EXPR_TUPLE, start, first, T_RPAR);
    if (at_comprehension(parser)) {
        return finish_comprehension(parser, EXPR_GENERATOR_EXP, start, first, T_RPAR);
    }
    return parse_group(parser, first, first->loc);
}

static Expr *parse_list(Parser *parser) {
    uint32_t start = parser->mark++;
    if (accept(parser, T_RSQB)) return new_display(parser, EXPR_LIST, start, parser->stack_count);
    Expr *first = parse_star_named(parser);
    if (!first) return NULL;
    if (at_comprehension(parser)) return finish_comprehension(parser, EXPR_LIST_COMP, start, first, T_RSQB);
    return finish_display(parser, EXPR_LIST, start, first, T_RSQB);
}

/* ---- Dicts ---- */

/* Dict displays alone report their mistakes in the first pass already: so CPython. */
static void check_dict_value(Parser *parser, Location colon) {
    if (at(parser, T_STAR)) {
        Location star = token_location(peek(parser));
        parser->mark++;
        if (parse_bitwise(parser)) {
            raise_from(parser, star, "cannot use a starred expression in a dictionary value");
        }
    } else if (at(parser, T_RBRACE) || at(parser, T_COMMA)) {
        raise_range(parser, colon, "expression expected after dictionary key and ':'");
    }
}

/* The mark is at the colon behind a key. */
static Expr *parse_dict_value(Parser *parser) {
    Location colon = token_location(peek(parser));
    parser->mark++;
    check_dict_value(parser, colon);
    return parser->failed ? NULL : parse_expression(parser);
}

/* key: value, or **value; pushes both. */
static bool parse_dict_item(Parser *parser) {
    Expr *key = NULL, *value;
    if (accept(parser, T_DOUBLE_STAR)) {
        value = parse_bitwise(parser);
    } else {
        key = parse_expression(parser);
        if (!key) return false;
        if (!at(parser, T_COLON)) {
            raise_start(parser, key->loc.lineno, key->loc.end_col - 1, "':' expected after dictionary key");
            return false;
        }
        value = parse_dict_value(parser);
    }
    return value && sequence_push(parser, key) && sequence_push(parser, value);
}

static Expr *take_dict(Parser *parser, uint32_t start, uint32_t base) {
    uint32_t count = (parser->stack_count - base) / 2;
    Expr *e = new_expr(parser, EXPR_DICT, SPAN(start));
    Expr **items = arena_alloc(parser->arena, 2 * count * sizeof *items);
    if (!e || !items) return NULL;
    for (uint32_t i = 0; i < count; i++) {
        items[i] = parser->stack[base + 2 * i];
        items[count + i] = parser->stack[base + 2 * i + 1];
    }
    sequence_drop(parser, base);
    e->v.dict.keys = (ExprSeq){count ? items : NULL, count};
    e->v.dict.values = (ExprSeq){count ? items + count : NULL, count};
    return e;
}

static Expr *parse_dict_rest(Parser *parser, uint32_t start, uint32_t base) {
    while (accept(parser, T_COMMA)) {
        if (at(parser, T_RBRACE)) break;
        if (!parse_dict_item(parser)) {
            sequence_drop(parser, base);
            return NULL;
        }
    }
    if (accept(parser, T_RBRACE)) return take_dict(parser, start, base);
    sequence_drop(parser, base);
    return NULL;
}

static Expr *finish_dict_comp(Parser *parser, uint32_t start, Expr *key, Expr *value) {
    ComprehensionSeq generators;
    if (!parse_comprehensions(parser, &generators) || !accept(parser, T_RBRACE)) return NULL;
    Expr *e = new_expr(parser, EXPR_DICT_COMP, SPAN(start));
    if (!e) return NULL;
    e->v.dict_comp.key = key;
    e->v.dict_comp.value = value;
    e->v.dict_comp.generators = generators;
    return e;
}

static Expr *parse_double_star_dict(Parser *parser, uint32_t start) {
    uint32_t base = parser->stack_count;
    Location star = token_location(peek(parser));
    if (!parse_dict_item(parser)) return NULL;
    if (parser->diagnose && at_comprehension(parser)) {
        ComprehensionSeq generators;
        if (!parse_comprehensions(parser, &generators)) return NULL;
        return raise_range(parser, star, "dict unpacking cannot be used in dict comprehension");
    }
    return parse_dict_rest(parser, start, base);
}

static Expr *parse_brace(Parser *parser) {
    uint32_t start = parser->mark++;
    if (accept(parser, T_RBRACE)) return take_dict(parser, start, parser->stack_count);
    if (at(parser, T_DOUBLE_STAR)) return parse_double_star_dict(parser, start);
    Expr *first = parse_star_named(parser);
    if (!first) return NULL;
    if (at(parser, T_COLON) && first->kind != EXPR_STARRED &&
        (first->kind != EXPR_NAMED_EXPR || first->parenthesized)) {
        Expr *value = parse_dict_value(parser);
        if (!value) return NULL;
        if (at_comprehension(parser)) return finish_dict_comp(parser, start, first, value);
        uint32_t base = parser->stack_count;
        if (!sequence_push(parser, first) || !sequence_push(parser, value)) return NULL;
        return parse_dict_rest(parser, start, base);
    }
    if (at_comprehension(parser)) return finish_comprehension(parser, EXPR_SET_COMP, start, first, T_RBRACE);
    return finish_display(parser, EXPR_SET, start, first, T_RBRACE);
}

/* ---- Atoms ---- */

static Expr *parse_plain_constant(Parser *parser, ConstantKind kind) {
    Expr *e = new_expr(parser, EXPR_CONSTANT, token_location(peek(parser)));
    if (!e) return NULL;
    parser->mark++;
    e->v.constant.kind = kind;
    return e;
}

Expr *parse_atom(Parser *parser) {
    const Token *token = peek(parser);
    switch ((TokenKind)token->kind) {
    case T_NAME: {
        Expr *e = new_name(parser, token->name, CTX_LOAD, token_location(token));
        parser->mark++;
        return e;
    }
    case T_NUMBER: return parse_number(parser);
    case T_STRING:
    case T_FSTRING_START: return parse_strings(parser);
    case T_LPAR: return parse_paren(parser);
    case T_LSQB: return parse_list(parser);
    case T_LBRACE: return parse_brace(parser);
    case T_NONE: return parse_plain_constant(parser, CONST_NONE);
    case T_TRUE: return parse_plain_constant(parser, CONST_TRUE);
    case T_FALSE: return parse_plain_constant(parser, CONST_FALSE);
    case T_ELLIPSIS: return parse_plain_constant(parser, CONST_ELLIPSIS);
    default: return NULL;
    }
}

/* ---- Subscripts ---- */

static bool ends_slice_part(Parser *parser) {
    return at(parser, T_COLON) || at(parser, T_COMMA) || at(parser, T_RSQB);
}

static Expr *parse_slice(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *parts[3] = {NULL, NULL, NULL};
    if (at(parser, T_STAR)) return parse_starred_expression(parser);
    if (!at(parser, T_COLON)) {
        parts[0] = parse_named_expression(parser);
        if (!parts[0] || !at(parser, T_COLON)) return parts[0];
        if (parts[0]->kind == EXPR_NAMED_EXPR && !parts[0]->parenthesized) return NULL;
    }
    for (int i = 1; i < 3 && accept(parser, T_COLON); i++) {
        if (ends_slice_part(parser)) continue;
        parts[i] = parse_expression(parser);
        if (!parts[i]) return NULL;
    }
    Expr *e = new_expr(parser, EXPR_SLICE, SPAN(start));
    if (!e) return NULL;
    e->v.slice.lower = parts[0];
    e->v.slice.upper = parts[1];
    e->v.slice.step = parts[2];
    return e;
}

Expr *parse_slices(Parser *parser) {
    uint32_t start = parser->mark, base = parser->stack_count;
    Expr *first = parse_slice(parser);
    if (!first || (!at(parser, T_COMMA) && first->kind != EXPR_STARRED)) return first;
    if (!sequence_push(parser, first)) return NULL;
    while (accept(parser, T_COMMA) && !at(parser, T_RSQB)) {
        Expr *next = parse_slice(parser);
        if (!next || !sequence_push(parser, next)) {
            sequence_drop(parser, base);
            return NULL;
        }
    }
    return new_display(parser, EXPR_TUPLE, start, base);
}

static Expr *parse_subscript(Parser *parser, Expr *value, uint32_t start) {
    parser->mark++;
    Expr *slice = parse_slices(parser);
    if (!slice || !accept(parser, T_RSQB)) return NULL;
    Expr *e = new_expr(parser, EXPR_SUBSCRIPT, SPAN(start));
    if (!e) return NULL;
    e->v.subscript.value = value;
    e->v.subscript.slice = slice;
    e->v.subscript.ctx = CTX_LOAD;
    return e;
}

/* ---- Primaries ---- */

static Expr *parse_attribute(Parser *parser, Expr *value, uint32_t start) {
    parser->mark++;
    Identifier *attr = accept_name(parser);
    if (!attr) return NULL;
    Expr *e = new_expr(parser, EXPR_ATTRIBUTE, SPAN(start));
    if (!e) return NULL;
    e->v.attribute.value = value;
    e->v.attribute.attr = attr;
    e->v.attribute.ctx = CTX_LOAD;
    return e;
}

static Expr *parse_call(Parser *parser, Expr *func, uint32_t start) {
    ExprSeq args = {0};
    KeywordSeq keywords = {0};
    parser->mark++;
    if (!at(parser, T_RPAR) && !parse_arguments(parser, true, &args, &keywords)) return NULL;
    if (!accept(parser, T_RPAR)) return NULL;
    Expr *e = new_expr(parser, EXPR_CALL, SPAN(start));
    if (!e) return NULL;
    e->v.call.func = func;
    e->v.call.args = args;
    e->v.call.keywords = keywords;
    return e;
}

Expr *parse_primary(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *e = parse_atom(parser);
    while (e) {
        uint32_t mark = parser->mark, base = parser->stack_count;
        Expr *longer;
        switch (peek_kind(parser)) {
        case T_DOT: longer = parse_attribute(parser, e, start); break;
        case T_LPAR: longer = parse_call(parser, e, start); break;
        case T_LSQB: longer = parse_subscript(parser, e, start); break;
        default: return e;
        }
        if (!longer) return parser_fall_back(parser, mark, base, e);
        e = longer;
    }
    return NULL;
}
