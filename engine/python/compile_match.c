/* compile_match.c: the match statement. A pattern consumes the register its subject stands in. Names are bound only
 * when the whole pattern has matched, so each capture waits in a temporary below the others; a failure jumps into a
 * chain that clears all temporaries from the highest down. */
#include "compile.h"

#include <string.h>

typedef struct Capture {
    Identifier *name;
    Reg reg;
} Capture;

typedef struct Match {
    Capture *captures; /* shared by the alternatives of an or-pattern */
    uint32_t ncaptures;
    uint32_t base; /* depth at which the chain begins */
    Label *fail;   /* by depth above base; LABEL_NONE: not used */
    uint32_t nfail, fail_capacity;
    bool irrefutable_allowed; /* not for a case that others follow */
} Match;

static void pattern(Compiler *c, Match *m, Pattern *p, Reg subject);

/* ---- captures ---- */

typedef struct Names {
    Identifier **items;
    uint32_t count, capacity;
} Names;

static bool names_have(const Names *names, const Identifier *name) {
    for (uint32_t i = 0; i < names->count; i++) {
        if (names->items[i] == name) return true;
    }
    return false;
}

static void names_add(Compiler *c, Names *names, Identifier *name, const Location *loc) {
    if (!name || c->failed) return;
    if (names_have(names, name)) {
        compile_error(c, loc, "multiple assignments to name '%s' in pattern", name->text);
        return;
    }
    if (name_forbidden(c, loc, name, CTX_STORE)) return;
    if (array_grow(c, (void **)&names->items, names->count, &names->capacity, sizeof *names->items))
        names->items[names->count++] = name;
}

static void names_free(Compiler *c, Names *names) {
    if (names->items) mem_free(c->vm->mem, names->items, names->capacity * sizeof *names->items);
}

static void collect(Compiler *c, Names *names, Pattern *p);

static void refuse_irrefutable(Compiler *c, Pattern *p) {
    if (p->v.as.name)
        compile_error(c, &p->loc, "name capture '%s' makes remaining patterns unreachable", p->v.as.name->text);
    else
        compile_error(c, &p->loc, "wildcard makes remaining patterns unreachable");
}

static void collect_all(Compiler *c, Names *names, PatternSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) collect(c, names, seq->items[i]);
}

/* All alternatives must bind the same names; the first one's are taken. */
static void collect_or(Compiler *c, Names *names, Pattern *p) {
    PatternSeq *seq = &p->v.sequence.patterns;
    Names first = {0};
    for (uint32_t i = 0; i < seq->count && !c->failed; i++) {
        Names other = {0};
        if (i + 1 < seq->count && seq->items[i]->kind == PATTERN_AS && !seq->items[i]->v.as.pattern)
            refuse_irrefutable(c, seq->items[i]);
        collect(c, i ? &other : &first, seq->items[i]);
        bool same = !i || other.count == first.count;
        for (uint32_t k = 0; same && k < other.count; k++) same = names_have(&first, other.items[k]);
        if (!same && !c->failed) compile_error(c, &p->loc, "alternative patterns bind different names");
        names_free(c, &other);
    }
    for (uint32_t i = 0; i < first.count; i++) names_add(c, names, first.items[i], &p->loc);
    names_free(c, &first);
}

static void collect(Compiler *c, Names *names, Pattern *p) {
    if (c->failed) return;
    switch (p->kind) {
    case PATTERN_SEQUENCE: collect_all(c, names, &p->v.sequence.patterns); break;
    case PATTERN_OR: collect_or(c, names, p); break;
    case PATTERN_STAR: names_add(c, names, p->v.star.name, &p->loc); break;
    case PATTERN_MAPPING:
        collect_all(c, names, &p->v.mapping.patterns);
        names_add(c, names, p->v.mapping.rest, &p->loc);
        break;
    case PATTERN_CLASS:
        collect_all(c, names, &p->v.class_.patterns);
        collect_all(c, names, &p->v.class_.kwd_patterns);
        break;
    case PATTERN_AS:
        if (p->v.as.pattern) collect(c, names, p->v.as.pattern);
        names_add(c, names, p->v.as.name, &p->loc);
        break;
    default: break;
    }
}

static Reg capture_register(const Match *m, const Identifier *name) {
    for (uint32_t i = 0; i < m->ncaptures; i++) {
        if (m->captures[i].name == name) return m->captures[i].reg;
    }
    return 0;
}

/* ---- failure ---- */

static Label fail_label(Compiler *c, Match *m) {
    uint32_t depth = c->unit->depth - m->base;
    while (m->nfail <= depth) {
        if (!array_grow(c, (void **)&m->fail, m->nfail, &m->fail_capacity, sizeof *m->fail)) return 0;
        m->fail[m->nfail++] = LABEL_NONE;
    }
    if (m->fail[depth] == LABEL_NONE) m->fail[depth] = label_new(c);
    return m->fail[depth];
}

static void fail_chain(Compiler *c, Match *m) {
    for (uint32_t depth = m->nfail; depth-- > 0;) {
        if (m->fail[depth] != LABEL_NONE) label_here(c, m->fail[depth]);
        if (depth) emit(c, NULL, OP_CLEAR, c->unit->named + m->base + depth - 1, 0, 0);
    }
    if (m->fail) mem_free(c->vm->mem, m->fail, m->fail_capacity * sizeof *m->fail);
    m->fail = NULL;
}

/* ---- patterns ---- */

static bool is_wildcard(const Pattern *p) {
    return p->kind == PATTERN_AS && !p->v.as.name;
}

static void capture(Compiler *c, Match *m, const Location *loc, Identifier *name, Reg subject) {
    if (name)
        emit(c, loc, OP_MOVE, capture_register(m, name), subject, 0);
    else
        emit(c, loc, OP_CLEAR, subject, 0, 0);
}

static void as_pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    if (!p->v.as.pattern) {
        if (!m->irrefutable_allowed) {
            refuse_irrefutable(c, p);
            return;
        }
        capture(c, m, &p->loc, p->v.as.name, subject);
        return;
    }
    emit(c, &p->loc, OP_COPY, capture_register(m, p->v.as.name), subject, 0);
    pattern(c, m, p->v.as.pattern, subject);
}

static void value_pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    Expr *value = p->v.value.value;
    int64_t i;
    if (value->kind == EXPR_JOINED_STR) {
        compile_error(c, &value->loc, "patterns may only match literals and attribute lookups");
        return;
    }
    if (expr_small_int(value, &i) && i >= INT16_MIN && i <= INT16_MAX) {
        emit_jump(c, &p->loc, OP_JUMP_UNLESS_EQ_INT, subject, (uint32_t)i & 0xFFFF, fail_label(c, m));
        return;
    }
    Reg r = expr_operand(c, value);
    operand_free(c, r);
    emit_jump(c, &p->loc, OP_JUMP_UNLESS_EQ, subject, r, fail_label(c, m));
}

static void singleton_pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    ConstantKind kind = p->v.singleton.value;
    if (kind == CONST_NONE) {
        emit_jump(c, &p->loc, OP_JUMP_UNLESS_NONE, subject, 0, fail_label(c, m));
        return;
    }
    Reg r = temp_next(c);
    emit_const(c, &p->loc, value_bool(kind == CONST_TRUE), r);
    emit_jump(c, &p->loc, OP_JUMP_UNLESS_IS, subject, r, fail_label(c, m));
}

/* The test whether the subject is of a kind, by an opcode that leaves the subject. */
static void kind_test(Compiler *c, Match *m, Pattern *p, enum opcode op, Reg subject) {
    Reg r = temp_next(c);
    emit(c, &p->loc, op, r, subject, 0);
    emit_jump(c, &p->loc, OP_JUMP_UNLESS, r, 0, fail_label(c, m));
}

static void length_test(Compiler *c, Match *m, Pattern *p, enum opcode jump, uint32_t length, Reg subject) {
    Reg r = temp_next(c);
    emit(c, &p->loc, OP_GET_LEN, r, subject, 0);
    emit_jump(c, &p->loc, jump, r, length, fail_label(c, m));
}

/* Patterns for registers base, base + 1, ..., which are pushed already. */
static void pattern_run(Compiler *c, Match *m, PatternSeq *seq, Reg base) {
    bool allowed = m->irrefutable_allowed;
    m->irrefutable_allowed = true;
    for (uint32_t i = 0; i < seq->count; i++) pattern(c, m, seq->items[i], base + i);
    m->irrefutable_allowed = allowed;
}

static void sequence_unpack(Compiler *c, Match *m, Pattern *p, uint32_t star, Reg subject) {
    PatternSeq *seq = &p->v.sequence.patterns;
    uint32_t n = seq->count;
    Reg base = temp_next(c);
    if (star < n && (star > 255 || n - star - 1 > 255)) {
        compile_error(c, &p->loc, "too many expressions in star-unpacking sequence pattern");
        return;
    }
    for (uint32_t i = 0; i < n && !c->failed; i++) temp_push(c);
    if (star < n)
        emit(c, &p->loc, OP_UNPACK_EX, base, subject, star | (n - star - 1) << 8);
    else
        emit(c, &p->loc, OP_UNPACK, base, subject, n);
    pattern_run(c, m, seq, base);
    temp_pop(c, n);
}

/* With `*_` only the items that are looked at are fetched. */
static void sequence_items(Compiler *c, Match *m, Pattern *p, uint32_t star, Reg subject) {
    PatternSeq *seq = &p->v.sequence.patterns;
    bool allowed = m->irrefutable_allowed;
    m->irrefutable_allowed = true;
    for (uint32_t i = 0; i < seq->count; i++) {
        if (i == star || is_wildcard(seq->items[i])) continue;
        Reg item = temp_push(c);
        int64_t index = i < star ? (int64_t)i : (int64_t)i - (int64_t)seq->count;
        emit(c, &p->loc, OP_COPY, item, subject, 0);
        emit(c, &p->loc, OP_GETITEM_INT, item, item, (uint32_t)index);
        pattern(c, m, seq->items[i], item);
        temp_pop(c, 1);
    }
    m->irrefutable_allowed = allowed;
    emit(c, &p->loc, OP_CLEAR, subject, 0, 0);
}

static void sequence_pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    PatternSeq *seq = &p->v.sequence.patterns;
    uint32_t n = seq->count, star = UINT32_MAX;
    bool all_wild = true, star_wild = false;
    for (uint32_t i = 0; i < n; i++) {
        Pattern *item = seq->items[i];
        if (item->kind == PATTERN_STAR) {
            if (star != UINT32_MAX) {
                compile_error(c, &p->loc, "multiple starred names in sequence pattern");
                return;
            }
            star = i;
            star_wild = !item->v.star.name;
            all_wild &= star_wild;
        } else {
            all_wild &= is_wildcard(item);
        }
    }
    kind_test(c, m, p, OP_MATCH_SEQUENCE, subject);
    if (star == UINT32_MAX)
        length_test(c, m, p, OP_JUMP_UNLESS_EQ_INT, n, subject);
    else if (n > 1)
        length_test(c, m, p, OP_JUMP_UNLESS_GE_INT, n - 1, subject);
    if (all_wild)
        emit(c, &p->loc, OP_CLEAR, subject, 0, 0);
    else if (star_wild)
        sequence_items(c, m, p, star, subject);
    else
        sequence_unpack(c, m, p, star, subject);
}

static void duplicate_key(Compiler *c, Pattern *p, Value key) {
    Value repr = object_repr(c->vm, key);
    const char *text = repr ? str_utf8(c->vm, AS(Str, repr), NULL) : NULL;
    if (text)
        compile_error(c, &p->loc, "mapping pattern checks duplicate key (%s)", text);
    else
        compile_no_memory(c);
    value_release(c->vm, repr);
}

static void check_keys(Compiler *c, Pattern *p) {
    ExprSeq *keys = &p->v.mapping.keys;
    for (uint32_t i = 0; i < keys->count && !c->failed; i++) {
        Value a, b;
        if (keys->items[i]->kind == EXPR_JOINED_STR)
            compile_error(c, &p->loc, "mapping pattern keys may only match literals and attribute lookups");
        if (!expr_const(c, keys->items[i], &a)) continue;
        for (uint32_t k = 0; k < i && !c->failed; k++) {
            if (!expr_const(c, keys->items[k], &b)) continue;
            if (object_equal(c->vm, a, b) == 1) duplicate_key(c, p, a);
            value_release(c->vm, b);
        }
        value_release(c->vm, a);
    }
}

static void mapping_rest(Compiler *c, Match *m, Pattern *p, Reg subject, Reg keys) {
    uint32_t n = p->v.mapping.keys.count;
    Reg dict = temp_push(c);
    emit(c, &p->loc, OP_BUILD_DICT, dict, dict, 0);
    emit(c, &p->loc, OP_DICT_UPDATE, dict, subject, 0);
    Reg base = temp_next(c);
    for (uint32_t i = 0; i < n; i++) temp_push(c);
    if (n) emit(c, &p->loc, OP_UNPACK, base, keys, n);
    for (uint32_t i = 0; i < n; i++) {
        Reg copy = temp_next(c);
        emit(c, &p->loc, OP_COPY, copy, dict, 0);
        emit(c, &p->loc, OP_DELITEM, copy, base + i, 0);
    }
    temp_pop(c, n);
    emit(c, &p->loc, OP_MOVE, capture_register(m, p->v.mapping.rest), dict, 0);
    temp_pop(c, 1);
}

static void mapping_pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    ExprSeq *keys = &p->v.mapping.keys;
    uint32_t n = keys->count;
    check_keys(c, p);
    kind_test(c, m, p, OP_MATCH_MAPPING, subject);
    if (n) length_test(c, m, p, OP_JUMP_UNLESS_GE_INT, n, subject);
    Reg tuple = temp_push(c), values = temp_push(c), flag = temp_next(c);
    if (n) {
        Expr all = {.kind = EXPR_TUPLE, .loc = p->loc};
        all.v.tuple.elts = *keys;
        all.v.tuple.ctx = CTX_LOAD;
        expr_to(c, &all, tuple);
        emit(c, &p->loc, OP_COPY, flag, tuple, 0);
        emit(c, &p->loc, OP_MATCH_KEYS, values, subject, flag);
        emit(c, &p->loc, OP_COPY, flag, values, 0);
        emit_jump(c, &p->loc, OP_JUMP_IF_NONE, flag, 0, fail_label(c, m));
        Reg base = temp_next(c);
        for (uint32_t i = 0; i < n; i++) temp_push(c);
        emit(c, &p->loc, OP_UNPACK, base, values, n);
        pattern_run(c, m, &p->v.mapping.patterns, base);
        temp_pop(c, n);
    }
    if (p->v.mapping.rest) {
        mapping_rest(c, m, p, subject, tuple);
    } else {
        if (n) emit(c, NULL, OP_CLEAR, tuple, 0, 0);
        emit(c, NULL, OP_CLEAR, subject, 0, 0);
    }
    temp_pop(c, 2);
}

static bool check_attributes(Compiler *c, Pattern *p) {
    IdentifierSeq *attrs = &p->v.class_.kwd_attrs;
    for (uint32_t i = 0; i < attrs->count; i++) {
        for (uint32_t k = i + 1; k < attrs->count; k++) {
            if (attrs->items[i] != attrs->items[k]) continue;
            compile_error(c, &p->v.class_.kwd_patterns.items[k]->loc, "attribute name repeated in class pattern: %s",
                          attrs->items[k]->text);
            return false;
        }
    }
    return true;
}

static Value attribute_names(Compiler *c, const IdentifierSeq *attrs) {
    Tuple *tuple = tuple_new(c->vm, attrs->count);
    for (uint32_t i = 0; tuple && i < attrs->count; i++) {
        Str *name = compile_str(c, attrs->items[i]);
        tuple->items[i] = name ? value_retain(obj_value(name)) : VALUE_NONE;
    }
    return obj_value(tuple);
}

static void class_pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    PatternSeq *positional = &p->v.class_.patterns, *keyword = &p->v.class_.kwd_patterns;
    uint32_t n = positional->count + keyword->count;
    if (!check_attributes(c, p)) return;
    Reg run = expr_temp(c, p->v.class_.cls);
    emit_const(c, &p->loc, attribute_names(c, &p->v.class_.kwd_attrs), temp_next(c));
    temp_push(c);
    emit(c, &p->loc, OP_MATCH_CLASS, run, subject, positional->count);
    temp_pop(c, 1);
    emit(c, NULL, OP_CLEAR, subject, 0, 0);
    Reg flag = temp_next(c);
    emit(c, &p->loc, OP_COPY, flag, run, 0);
    emit_jump(c, &p->loc, OP_JUMP_IF_NONE, flag, 0, fail_label(c, m));
    Reg base = temp_next(c);
    for (uint32_t i = 0; i < n; i++) temp_push(c);
    if (n)
        emit(c, &p->loc, OP_UNPACK, base, run, n);
    else
        emit(c, NULL, OP_CLEAR, run, 0, 0);
    pattern_run(c, m, positional, base);
    pattern_run(c, m, keyword, base + positional->count);
    temp_pop(c, n + 1);
}

static void clear_captures(Compiler *c, const Match *m, Pattern *p) {
    Names names = {0};
    collect(c, &names, p);
    for (uint32_t i = 0; i < names.count; i++) emit(c, NULL, OP_CLEAR, capture_register(m, names.items[i]), 0, 0);
    names_free(c, &names);
}

static void or_pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    PatternSeq *seq = &p->v.sequence.patterns;
    Label matched = label_new(c);
    for (uint32_t i = 0; i < seq->count && !c->failed; i++) {
        bool last = i + 1 == seq->count;
        Match alternative = {.captures = m->captures, .ncaptures = m->ncaptures, .base = c->unit->depth};
        alternative.irrefutable_allowed = last && m->irrefutable_allowed;
        Reg copy = temp_push(c);
        emit(c, &p->loc, OP_COPY, copy, subject, 0);
        pattern(c, &alternative, seq->items[i], copy);
        temp_pop(c, 1);
        emit_jump(c, NULL, OP_JUMP, 0, 0, matched);
        fail_chain(c, &alternative);
        clear_captures(c, m, seq->items[i]);
    }
    emit_jump(c, NULL, OP_JUMP, 0, 0, fail_label(c, m));
    label_here(c, matched);
    emit(c, NULL, OP_CLEAR, subject, 0, 0);
}

static void pattern(Compiler *c, Match *m, Pattern *p, Reg subject) {
    if (!compile_enter(c, &p->loc)) return;
    switch (p->kind) {
    case PATTERN_VALUE: value_pattern(c, m, p, subject); break;
    case PATTERN_SINGLETON: singleton_pattern(c, m, p, subject); break;
    case PATTERN_SEQUENCE: sequence_pattern(c, m, p, subject); break;
    case PATTERN_MAPPING: mapping_pattern(c, m, p, subject); break;
    case PATTERN_CLASS: class_pattern(c, m, p, subject); break;
    case PATTERN_STAR: capture(c, m, &p->loc, p->v.star.name, subject); break;
    case PATTERN_AS: as_pattern(c, m, p, subject); break;
    case PATTERN_OR: or_pattern(c, m, p, subject); break;
    default: break;
    }
    compile_leave(c);
}

/* ---- the statement ---- */

static void captures_push(Compiler *c, Match *m, const Names *names) {
    if (!names->count) return;
    m->captures = arena_alloc(c->arena, names->count * sizeof *m->captures);
    if (!m->captures) {
        compile_no_memory(c);
        return;
    }
    m->ncaptures = names->count;
    for (uint32_t i = 0; i < names->count; i++) m->captures[i] = (Capture){names->items[i], temp_push(c)};
}

static void match_case(Compiler *c, MatchCase *k, Reg subject, bool last, Label end) {
    Match m = {.base = c->unit->depth, .irrefutable_allowed = last || k->guard};
    Names names = {0};
    Label refused = label_new(c);
    uint32_t mark = bound_mark(c);
    emit_line(c, k->pattern->loc.lineno);
    collect(c, &names, k->pattern);
    if (!c->failed) captures_push(c, &m, &names);
    names_free(c, &names);
    Reg copy = temp_push(c);
    emit(c, &k->pattern->loc, OP_COPY, copy, subject, 0);
    pattern(c, &m, k->pattern, copy);
    temp_pop(c, 1);
    for (uint32_t i = 0; i < m.ncaptures; i++) name_store(c, &k->pattern->loc, m.captures[i].name, m.captures[i].reg);
    temp_pop(c, m.ncaptures);
    if (k->guard) expr_jump(c, k->guard, refused, false);
    emit(c, NULL, OP_CLEAR, subject, 0, 0);
    stmts(c, &k->body);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    bound_undo(c, mark);
    fail_chain(c, &m);
    label_here(c, refused);
}

void stmt_match(Compiler *c, Stmt *s) {
    MatchCaseSeq *cases = &s->v.match.cases;
    Label end = label_new(c);
    Reg subject = expr_temp(c, s->v.match.subject);
    for (uint32_t i = 0; i < cases->count && !c->failed; i++)
        match_case(c, cases->items[i], subject, i + 1 == cases->count, end);
    emit(c, NULL, OP_CLEAR, subject, 0, 0);
    label_here(c, end);
    temp_pop(c, 1);
}
