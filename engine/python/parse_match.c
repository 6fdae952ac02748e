/* parse_match.c: the match statement and its patterns. */
#include "python/parser.h"

#include <string.h>

static Pattern *new_pattern(Parser *parser, PatternKind kind, Location loc) {
    Pattern *p = arena_zalloc(parser->arena, sizeof *p);
    if (!p) return NULL;
    p->kind = kind;
    p->loc = loc;
    return p;
}

static Pattern *parse_pattern(Parser *parser);

/* ---- Values ---- */

static Pattern *value_pattern(Parser *parser, uint32_t start, Expr *value) {
    Pattern *p = value ? new_pattern(parser, PATTERN_VALUE, SPAN(start)) : NULL;
    if (p) p->v.value.value = value;
    return p;
}

static Expr *parse_signed_number(Parser *parser) {
    uint32_t start = parser->mark;
    bool negative = accept(parser, T_MINUS);
    Expr *number = at(parser, T_NUMBER) ? parse_number(parser) : NULL;
    if (!number || !negative) return number;
    Expr *e = new_expr(parser, EXPR_UNARY_OP, SPAN(start));
    if (!e) return NULL;
    e->v.unary_op.op = UNARY_USUB;
    e->v.unary_op.operand = number;
    return e;
}

/* 1, -1, 1 + 2j */
static Expr *parse_number_value(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *left = parse_signed_number(parser);
    if (!left || (!at(parser, T_PLUS) && !at(parser, T_MINUS))) return left;
    Operator op = at(parser, T_PLUS) ? OP_ADD : OP_SUB;
    parser->mark++;
    Expr *right = at(parser, T_NUMBER) ? parse_number(parser) : NULL;
    if (!right) return NULL;
    const Expr *real = left->kind == EXPR_UNARY_OP ? left->v.unary_op.operand : left;
    if (right->v.constant.kind != CONST_IMAGINARY) {
        return raise_range(parser, right->loc, "imaginary number required in complex literal");
    }
    if (real->v.constant.kind == CONST_IMAGINARY) {
        return raise_range(parser, left->loc, "real number required in complex literal");
    }
    Expr *e = new_expr(parser, EXPR_BIN_OP, SPAN(start));
    if (!e) return NULL;
    e->v.bin_op.left = left;
    e->v.bin_op.op = op;
    e->v.bin_op.right = right;
    return e;
}

static Pattern *parse_singleton(Parser *parser, ConstantKind kind) {
    Pattern *p = new_pattern(parser, PATTERN_SINGLETON, token_location(peek(parser)));
    if (!p) return NULL;
    parser->mark++;
    p->v.singleton.value = kind;
    return p;
}

/* name, or a.b.c; the first name must be there. */
static Expr *parse_name_or_attr(Parser *parser) {
    uint32_t start = parser->mark;
    Expr *e = new_name(parser, peek(parser)->name, CTX_LOAD, token_location(peek(parser)));
    parser->mark++;
    while (e && accept(parser, T_DOT)) {
        Identifier *attr = accept_name(parser);
        if (!attr) return NULL;
        Expr *outer = new_expr(parser, EXPR_ATTRIBUTE, SPAN(start));
        if (!outer) return NULL;
        outer->v.attribute.value = e;
        outer->v.attribute.attr = attr;
        outer->v.attribute.ctx = CTX_LOAD;
        e = outer;
    }
    return e;
}

/* ---- Classes ---- */

typedef struct ClassParts {
    uint32_t positional_base; /* on the parser's stack: patterns; then, from keyword_base, (name, pattern)* */
    uint32_t keyword_base;
    Location first_keyword, last_positional;
    bool keyword_seen, wrong_order, order_known;
} ClassParts;

static bool parse_class_part(Parser *parser, ClassParts *parts) {
    if (at(parser, T_NAME) && at_ahead(parser, 1, T_EQUAL)) {
        if (!parts->keyword_seen) parts->keyword_base = parser->stack_count;
        parts->keyword_seen = true;
        parts->order_known = parts->wrong_order;
        Identifier *name = accept_name(parser);
        parser->mark++;
        Pattern *p = parse_pattern(parser);
        return p && sequence_push(parser, name) && sequence_push(parser, p);
    }
    Pattern *p = parse_pattern(parser);
    if (!p) return false;
    if (!parts->keyword_seen) return sequence_push(parser, p);
    if (!parts->wrong_order) parts->first_keyword = p->loc;
    if (!parts->order_known) parts->last_positional = p->loc; /* the first run is reported */
    parts->wrong_order = true;
    return parser->diagnose;
}

static bool take_class_parts(Parser *parser, const ClassParts *parts, Pattern *p) {
    uint32_t count = parts->keyword_seen ? (parser->stack_count - parts->keyword_base) / 2 : 0;
    Identifier **names = arena_alloc(parser->arena, count * sizeof *names);
    Pattern **patterns = arena_alloc(parser->arena, count * sizeof *patterns);
    if (!names || !patterns) return false;
    for (uint32_t i = 0; i < count; i++) {
        names[i] = parser->stack[parts->keyword_base + 2 * i];
        patterns[i] = parser->stack[parts->keyword_base + 2 * i + 1];
    }
    p->v.class_.kwd_attrs = (IdentifierSeq){count ? names : NULL, count};
    p->v.class_.kwd_patterns = (PatternSeq){count ? patterns : NULL, count};
    if (parts->keyword_seen) sequence_drop(parser, parts->keyword_base);
    return sequence_take(parser, parts->positional_base, &p->v.class_.patterns);
}

/* The mark is at the ( behind the class. */
static Pattern *parse_class_pattern(Parser *parser, uint32_t start, Expr *cls) {
    ClassParts parts = {.positional_base = parser->stack_count};
    parser->mark++;
    bool fine = true;
    do {
        if (at(parser, T_RPAR)) break;
        fine = parse_class_part(parser, &parts);
    } while (fine && accept(parser, T_COMMA));
    if (parts.wrong_order && parser->diagnose) { /* even if what follows is wrong too */
        return raise_range(parser, location_join(parts.first_keyword, parts.last_positional),
                           "positional patterns follow keyword patterns");
    }
    if (!fine) {
        sequence_drop(parser, parts.positional_base);
        return NULL;
    }
    if (!accept(parser, T_RPAR)) return NULL;
    Pattern *p = new_pattern(parser, PATTERN_CLASS, SPAN(start));
    if (!p || !take_class_parts(parser, &parts, p)) return NULL;
    p->v.class_.cls = cls;
    return p;
}

static Pattern *parse_name_pattern(Parser *parser) {
    uint32_t start = parser->mark;
    bool wildcard = at_soft(parser, SOFT_UNDERSCORE);
    Expr *e = parse_name_or_attr(parser);
    if (!e) return NULL;
    if (at(parser, T_LPAR)) return parse_class_pattern(parser, start, e);
    if (e->kind == EXPR_ATTRIBUTE) return value_pattern(parser, start, e);
    Pattern *p = new_pattern(parser, PATTERN_AS, SPAN(start));
    if (p) p->v.as.name = wildcard ? NULL : e->v.name.id;
    return p;
}

/* ---- Sequences and mappings ---- */

static Pattern *parse_star_pattern(Parser *parser) {
    uint32_t start = parser->mark++;
    bool wildcard = at_soft(parser, SOFT_UNDERSCORE);
    Identifier *name = accept_name(parser);
    if (!name) return NULL;
    Pattern *p = new_pattern(parser, PATTERN_STAR, SPAN(start));
    if (p) p->v.star.name = wildcard ? NULL : name;
    return p;
}

static Pattern *parse_maybe_star(Parser *parser) {
    return at(parser, T_STAR) ? parse_star_pattern(parser) : parse_pattern(parser);
}

/* Behind a first element: the others up to `close` (or to a colon or if, when there are no brackets). */
static bool parse_sequence_rest(Parser *parser, TokenKind close) {
    while (accept(parser, T_COMMA)) {
        bool end = close ? at(parser, close) : at(parser, T_COLON) || at(parser, T_IF) || at(parser, T_NEWLINE);
        if (end) break;
        Pattern *next = parse_maybe_star(parser);
        if (!next || !sequence_push(parser, next)) return false;
    }
    return true;
}

static Pattern *take_sequence(Parser *parser, PatternKind kind, uint32_t start, uint32_t base) {
    Pattern *p = new_pattern(parser, kind, SPAN(start));
    return p && sequence_take(parser, base, &p->v.sequence.patterns) ? p : NULL;
}

static Pattern *parse_bracketed(Parser *parser, TokenKind close) {
    uint32_t start = parser->mark++, base = parser->stack_count;
    if (accept(parser, close)) return take_sequence(parser, PATTERN_SEQUENCE, start, base);
    bool star = at(parser, T_STAR);
    Pattern *first = parse_maybe_star(parser);
    if (!first) return NULL;
    if (close == T_RPAR && !star && accept(parser, T_RPAR)) return first; /* a group */
    if (close == T_RPAR && !at(parser, T_COMMA)) return NULL;
    if (!sequence_push(parser, first)) return NULL;
    if (!parse_sequence_rest(parser, close) || !accept(parser, close)) {
        sequence_drop(parser, base);
        return NULL;
    }
    return take_sequence(parser, PATTERN_SEQUENCE, start, base);
}

static Expr *parse_mapping_key(Parser *parser) {
    switch (peek_kind(parser)) {
    case T_NUMBER:
    case T_MINUS: return parse_number_value(parser);
    case T_STRING:
    case T_FSTRING_START: return parse_strings(parser);
    case T_NONE:
    case T_TRUE:
    case T_FALSE: return parse_atom(parser);
    case T_NAME: {
        Expr *e = parse_name_or_attr(parser);
        return e && e->kind == EXPR_ATTRIBUTE ? e : NULL;
    }
    default: return NULL;
    }
}

static bool take_mapping(Parser *parser, uint32_t base, Pattern *p) {
    uint32_t count = (parser->stack_count - base) / 2;
    Expr **keys = arena_alloc(parser->arena, count * sizeof *keys);
    Pattern **patterns = arena_alloc(parser->arena, count * sizeof *patterns);
    if (!keys || !patterns) return false;
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = parser->stack[base + 2 * i];
        patterns[i] = parser->stack[base + 2 * i + 1];
    }
    sequence_drop(parser, base);
    p->v.mapping.keys = (ExprSeq){count ? keys : NULL, count};
    p->v.mapping.patterns = (PatternSeq){count ? patterns : NULL, count};
    return true;
}

static bool parse_mapping_item(Parser *parser) {
    Expr *key = parse_mapping_key(parser);
    if (!key || !accept(parser, T_COLON)) return false;
    Pattern *p = parse_pattern(parser);
    return p && sequence_push(parser, key) && sequence_push(parser, p);
}

static Pattern *parse_mapping(Parser *parser) {
    uint32_t start = parser->mark++, base = parser->stack_count;
    Identifier *rest = NULL;
    while (!at(parser, T_RBRACE)) {
        bool good = accept(parser, T_DOUBLE_STAR)
                        ? !at_soft(parser, SOFT_UNDERSCORE) && (rest = accept_name(parser)) != NULL
                        : parse_mapping_item(parser);
        if (!good) {
            sequence_drop(parser, base);
            return NULL;
        }
        if (!accept(parser, T_COMMA) || rest) break;
    }
    if (!accept(parser, T_RBRACE)) {
        sequence_drop(parser, base);
        return NULL;
    }
    Pattern *p = new_pattern(parser, PATTERN_MAPPING, SPAN(start));
    if (!p || !take_mapping(parser, base, p)) return NULL;
    p->v.mapping.rest = rest;
    return p;
}

/* ---- Patterns ---- */

static Pattern *parse_closed(Parser *parser) {
    uint32_t start = parser->mark;
    switch (peek_kind(parser)) {
    case T_NUMBER:
    case T_MINUS: return value_pattern(parser, start, parse_number_value(parser));
    case T_STRING:
    case T_FSTRING_START: return value_pattern(parser, start, parse_strings(parser));
    case T_NONE: return parse_singleton(parser, CONST_NONE);
    case T_TRUE: return parse_singleton(parser, CONST_TRUE);
    case T_FALSE: return parse_singleton(parser, CONST_FALSE);
    case T_NAME: return parse_name_pattern(parser);
    case T_LPAR: return parse_bracketed(parser, T_RPAR);
    case T_LSQB: return parse_bracketed(parser, T_RSQB);
    case T_LBRACE: return parse_mapping(parser);
    default: return NULL;
    }
}

static Pattern *parse_or_pattern(Parser *parser) {
    uint32_t start = parser->mark, base = parser->stack_count;
    Pattern *first = parse_closed(parser);
    if (!first || !at(parser, T_VBAR)) return first;
    if (!sequence_push(parser, first)) return NULL;
    while (accept(parser, T_VBAR)) {
        Pattern *next = parse_closed(parser);
        if (!next || !sequence_push(parser, next)) {
            sequence_drop(parser, base);
            return NULL;
        }
    }
    return take_sequence(parser, PATTERN_OR, start, base);
}

/* Behind `as`, where no good name stands. */
static Pattern *fail_as(Parser *parser) {
    if (!parser->diagnose) return NULL;
    if (at_soft(parser, SOFT_UNDERSCORE)) {
        return raise_range(parser, token_location(peek(parser)), "cannot use '_' as a target");
    }
    Expr *e = at_expression(parser) ? parse_expression(parser) : NULL;
    if (!e) return NULL;
    return raise_range(parser, e->loc, "cannot use %s as pattern target", expr_description(e));
}

static bool at_capture_name(Parser *parser) {
    if (!at(parser, T_NAME) || at_soft(parser, SOFT_UNDERSCORE)) return false;
    return !at_ahead(parser, 1, T_DOT) && !at_ahead(parser, 1, T_LPAR) && !at_ahead(parser, 1, T_EQUAL);
}

static Pattern *parse_as_pattern(Parser *parser) {
    uint32_t start = parser->mark;
    Pattern *inner = parse_or_pattern(parser);
    if (!inner || !accept(parser, T_AS)) return inner;
    if (!at_capture_name(parser)) return fail_as(parser);
    Identifier *name = accept_name(parser);
    Pattern *p = new_pattern(parser, PATTERN_AS, SPAN(start));
    if (!p) return NULL;
    p->v.as.pattern = inner;
    p->v.as.name = name;
    return p;
}

static Pattern *parse_pattern(Parser *parser) {
    if (!parser_enter(parser)) return NULL;
    Pattern *p = parse_as_pattern(parser);
    parser_leave(parser);
    return p;
}

/* What stands behind case: a pattern, or several with commas. */
static Pattern *parse_patterns(Parser *parser) {
    uint32_t start = parser->mark, base = parser->stack_count;
    bool star = at(parser, T_STAR);
    Pattern *first = parse_maybe_star(parser);
    if (!first || (!star && !at(parser, T_COMMA))) return first;
    if (!at(parser, T_COMMA) || !sequence_push(parser, first)) return NULL;
    if (!parse_sequence_rest(parser, T_END)) {
        sequence_drop(parser, base);
        return NULL;
    }
    return take_sequence(parser, PATTERN_SEQUENCE, start, base);
}

/* ---- The statement ---- */

static bool accept_case_colon(Parser *parser) {
    if (accept(parser, T_COLON)) return true;
    if (parser->diagnose && at(parser, T_NEWLINE)) raise_here(parser, "expected ':'");
    return false;
}

static bool parse_case(Parser *parser) {
    uint32_t line = peek(parser)->lineno;
    parser->mark++;
    MatchCase *c = arena_zalloc(parser->arena, sizeof *c);
    if (!c || !(c->pattern = parse_patterns(parser))) return false;
    if (accept(parser, T_IF) && !(c->guard = parse_named_expression(parser))) return false;
    if (!accept_case_colon(parser) || !parse_block(parser, &c->body, "'case' statement", line)) return false;
    return sequence_push(parser, c);
}

/* The subject: a named expression, or a tuple without brackets. */
static Expr *parse_subject(Parser *parser) {
    uint32_t start = parser->mark, base = parser->stack_count;
    bool star = at(parser, T_STAR);
    Expr *first = parse_star_named(parser);
    if (!first || (!star && !at(parser, T_COMMA))) return first;
    if (!at(parser, T_COMMA) || !sequence_push(parser, first)) return NULL;
    while (accept(parser, T_COMMA) && at_expression_or_star(parser)) {
        Expr *next = parse_star_named(parser);
        if (!next || !sequence_push(parser, next)) return NULL;
    }
    Expr *e = new_expr(parser, EXPR_TUPLE, SPAN(start));
    if (!e || !sequence_take(parser, base, &e->v.tuple.elts)) return NULL;
    e->v.tuple.ctx = CTX_LOAD;
    return e;
}

static bool parse_cases(Parser *parser, MatchCaseSeq *cases) {
    uint32_t base = parser->stack_count;
    do {
        if (!at_soft(parser, SOFT_CASE) || !parse_case(parser)) return false;
    } while (!at(parser, T_DEDENT) && !at(parser, T_END));
    return accept(parser, T_DEDENT) && sequence_take(parser, base, cases);
}

Stmt *parse_match(Parser *parser) {
    uint32_t start = parser->mark, line = peek(parser)->lineno;
    parser->mark++;
    if (!at_expression_or_star(parser)) return NULL;
    Expr *subject = parse_subject(parser);
    if (!subject) return NULL;
    if (parser->diagnose && at(parser, T_NEWLINE)) return raise_here(parser, "expected ':'");
    if (!accept(parser, T_COLON) || !accept(parser, T_NEWLINE)) return NULL;
    if (!accept(parser, T_INDENT)) {
        if (!parser->diagnose) return NULL;
        return raise_indentation(parser, "expected an indented block after 'match' statement on line %u", line);
    }
    MatchCaseSeq cases;
    if (!parse_cases(parser, &cases)) return NULL;
    Stmt *s = new_stmt(parser, STMT_MATCH, SPAN(start));
    if (!s) return NULL;
    s->v.match.subject = subject;
    s->v.match.cases = cases;
    return s;
}
