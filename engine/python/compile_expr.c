/* compile_expr.c: expressions. Each writes its destination by its last instruction alone (see compile.h). */
#include "compile.h"

#include <string.h>

/* ---- operands ---- */

/* The value of a variable must be taken before a later := could change it. */
Reg local_operand(Compiler *c, Expr *e) {
    if (c->failed || e->kind != EXPR_NAME || c->unit->scope->has_walrus) return REG_NONE;
    Reg r = name_local(c, e->v.name.id);
    if (r == REG_NONE) return REG_NONE;
    if (!c->unit->bound[r]) {
        emit(c, &e->loc, OP_CHECK_BOUND, r, 0, 0);
        reg_bound(c, r);
    }
    return r;
}

Reg expr_operand(Compiler *c, Expr *e) {
    Reg r = local_operand(c, e);
    return r != REG_NONE ? r : expr_temp(c, e);
}

Reg expr_temp(Compiler *c, Expr *e) {
    expr_to(c, e, temp_next(c));
    return temp_push(c);
}

void expr_effect(Compiler *c, Expr *e) {
    Reg r = temp_next(c);
    expr_to(c, e, r);
    emit(c, &e->loc, OP_CLEAR, r, 0, 0);
}

/* ---- attributes ---- */

/* An attribute on a later line than its object is reported where its name stands (CPython's
 * update_start_location_to_match_attr). */
Location attr_location(const Expr *e, Location loc) {
    if (loc.lineno == e->loc.end_lineno) return loc;
    uint32_t length = 0; /* in characters, as CPython counts it against byte columns */
    for (const char *p = e->v.attribute.attr->text; *p; p++) length += ((unsigned char)*p & 0xC0) != 0x80;
    loc.lineno = e->loc.end_lineno;
    if (length <= e->loc.end_col) {
        loc.col = e->loc.end_col - length;
        loc.end_col = e->loc.end_col > loc.end_col || loc.end_lineno < loc.lineno ? e->loc.end_col : loc.end_col;
    } else {
        loc.col = loc.end_col = UINT16_MAX;
    }
    if (loc.end_lineno < loc.lineno) loc.end_lineno = loc.lineno;
    return loc;
}

static void attribute(Compiler *c, Expr *e, Reg dst) {
    Reg object = expr_operand(c, e->v.attribute.value);
    operand_free(c, object);
    Location loc = attr_location(e, e->loc);
    Identifier *name = name_mangle(c, c->unit->names_in->class_name, e->v.attribute.attr);
    emit(c, &loc, OP_LOAD_ATTR, dst, object, site_add(c, name, false));
}

/* ---- items ---- */

static bool fits_16(int64_t i) {
    return i >= INT16_MIN && i <= INT16_MAX;
}

static const char *constant_type(Compiler *c, Expr *e) {
    Value v;
    if (e->kind == EXPR_NAME || !expr_const(c, e, &v)) return NULL;
    const char *name = value_type_name(c->vm, v);
    value_release(c->vm, v);
    return name;
}

/* CPython's infer_type. */
const char *known_type(Compiler *c, Expr *e) {
    switch ((int)e->kind) {
    case EXPR_TUPLE: return "tuple";
    case EXPR_LIST:
    case EXPR_LIST_COMP: return "list";
    case EXPR_DICT:
    case EXPR_DICT_COMP: return "dict";
    case EXPR_SET:
    case EXPR_SET_COMP: return "set";
    case EXPR_GENERATOR_EXP: return "generator";
    case EXPR_LAMBDA: return "function";
    case EXPR_JOINED_STR:
    case EXPR_FORMATTED_VALUE: return "str";
    case EXPR_FOLDED: return NULL; /* CPython asks before it folds */
    default: return constant_type(c, e);
    }
}

static void warn_subscript(Compiler *c, Expr *e) {
    Expr *object = e->v.subscript.value, *index = e->v.subscript.slice;
    const char *type = known_type(c, object);
    if (!type || c->failed) return;
    static const char *const items[] = {"str", "bytes", "list", "tuple"};
    bool sequence = false;
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) sequence |= strcmp(type, items[i]) == 0;
    if (strcmp(type, "dict") == 0) return;
    if (!sequence) {
        if (object->kind != EXPR_LIST_COMP && object->kind != EXPR_DICT_COMP)
            compile_warn(c, &e->loc, "'%s' object is not subscriptable; perhaps you missed a comma?", type);
        return;
    }
    const char *key = known_type(c, index);
    if (!key || strcmp(key, "int") == 0 || strcmp(key, "bool") == 0) return;
    compile_warn(c, &e->loc, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type, key);
}

static void slice(Compiler *c, Expr *e, Reg dst) {
    Reg base = temp_next(c);
    Expr *parts[] = {e->v.slice.lower, e->v.slice.upper, e->v.slice.step};
    for (int i = 0; i < 3; i++) {
        if (parts[i])
            expr_temp(c, parts[i]);
        else
            emit_none(c, &e->loc, temp_push(c));
    }
    temp_pop(c, 3);
    emit(c, &e->loc, OP_BUILD_SLICE, dst, base, 0);
}

static void subscript(Compiler *c, Expr *e, Reg dst) {
    warn_subscript(c, e);
    Reg object = expr_operand(c, e->v.subscript.value);
    int64_t index;
    if (expr_small_int(e->v.subscript.slice, &index) && fits_16(index)) {
        operand_free(c, object);
        emit(c, &e->loc, OP_GETITEM_INT, dst, object, (uint32_t)index);
        return;
    }
    Reg key = expr_operand(c, e->v.subscript.slice);
    operand_free(c, key);
    operand_free(c, object);
    emit(c, &e->loc, OP_GETITEM, dst, object, key);
}

/* ---- operators ---- */

static enum opcode int_form(enum opcode op) {
    switch (op) {
    case OP_ADD: return OP_ADD_INT;
    case OP_SUB: return OP_SUB_INT;
    case OP_MUL: return OP_MUL_INT;
    case OP_FLOORDIV: return OP_FLOORDIV_INT;
    case OP_MOD: return OP_MOD_INT;
    case OP_AND: return OP_AND_INT;
    case OP_RSHIFT: return OP_RSHIFT_INT;
    case OP_LSHIFT: return OP_LSHIFT_INT;
    case OP_IADD: return OP_IADD_INT;
    case OP_ISUB: return OP_ISUB_INT;
    default: return OP_NOP;
    }
}

/* dst = left op right, left being in a register already. */
static void binary_with(Compiler *c, const Location *loc, enum opcode op, Reg left, Expr *right, Reg dst) {
    int64_t i;
    if (int_form(op) != OP_NOP && expr_small_int(right, &i) && fits_16(i)) {
        operand_free(c, left);
        emit(c, loc, int_form(op), dst, left, (uint32_t)i);
        return;
    }
    Reg r = expr_operand(c, right);
    operand_free(c, r);
    operand_free(c, left);
    emit(c, loc, op, dst, left, r);
}

/* Walks down the left side of a long a + b + c without recursion; every partial result lands in one temporary. */
static void bin_op(Compiler *c, Expr *e, Reg dst) {
    uint32_t n = 0;
    for (Expr *x = e; x->kind == EXPR_BIN_OP; x = x->v.bin_op.left) n++;
    Expr **spine = arena_alloc(c->arena, n * sizeof *spine);
    if (!spine) {
        compile_no_memory(c);
        return;
    }
    Expr *x = e;
    for (uint32_t i = 0; i < n; i++, x = x->v.bin_op.left) spine[i] = x;
    Reg left = expr_operand(c, x);
    while (n-- > 0) {
        x = spine[n];
        Reg to = n ? (reg_is_temp(c, left) ? left : temp_next(c)) : dst;
        binary_with(c, &x->loc, binary_opcode(x->v.bin_op.op, false), left, x->v.bin_op.right, to);
        if (n) left = temp_push(c);
    }
}

static void unary_op(Compiler *c, Expr *e, Reg dst) {
    Reg operand = expr_operand(c, e->v.unary_op.operand);
    operand_free(c, operand);
    enum opcode op = OP_NOT;
    switch ((int)e->v.unary_op.op) {
    case AST_UNARY_INVERT: op = OP_INVERT; break;
    case UNARY_UADD: op = OP_POS; break;
    case UNARY_USUB: op = OP_NEG; break;
    default: break;
    }
    emit(c, &e->loc, op, dst, operand, 0);
}

/* An operand of `and` (or of `or`) that is not the last: when it decides, it is kept in `r` and the end is next. What
 * decides an `and` before an `or` leads past both: nobody's truth is asked twice. Programs see that by __bool__;
 * CPython's jumps are threaded the same way. */
static void bool_operand(Compiler *c, const Location *loc, Expr *e, bool is_and, Reg r, Label end) {
    if (e->kind != EXPR_BOOL_OP) {
        expr_to(c, e, r);
        emit_jump(c, loc, is_and ? OP_JUMP_UNLESS_KEEP : OP_JUMP_IF_KEEP, r, 0, end);
        return;
    }
    ExprSeq *values = &e->v.bool_op.values;
    bool same = (e->v.bool_op.op == BOOL_AND) == is_and;
    uint32_t last = values->count - 1, mark = bound_mark(c);
    Label past = label_new(c);
    for (uint32_t i = 0; i < last; i++) {
        if (same) {
            bool_operand(c, &e->loc, values->items[i], is_and, r, end);
        } else {
            expr_jump(c, values->items[i], past, is_and);
        }
    }
    bool_operand(c, loc, values->items[last], is_and, r, end);
    label_here(c, past);
    bound_undo(c, mark);
}

/* `and` and `or` keep the deciding value in a temporary: the destination may be read by a later part. */
static void bool_op(Compiler *c, Expr *e, Reg dst) {
    bool direct = dst == temp_next(c), is_and = e->v.bool_op.op == BOOL_AND;
    Reg r = temp_next(c);
    Label end = label_new(c);
    uint32_t first = bound_mark(c);
    ExprSeq *values = &e->v.bool_op.values;
    uint32_t last = values->count - 1;
    for (uint32_t i = 0; i < last; i++) {
        bool_operand(c, &e->loc, values->items[i], is_and, r, end);
        if (i == 0) first = bound_mark(c);
    }
    expr_to(c, values->items[last], r);
    label_here(c, end);
    bound_undo(c, first);
    if (!direct) emit(c, &e->loc, OP_MOVE, dst, r, 0);
}

static void if_exp(Compiler *c, Expr *e, Reg dst) {
    Label orelse = label_new(c), end = label_new(c);
    expr_jump(c, e->v.if_exp.test, orelse, false);
    uint32_t mark = bound_mark(c);
    expr_to(c, e->v.if_exp.body, dst);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    bound_undo(c, mark);
    label_here(c, orelse);
    expr_to(c, e->v.if_exp.orelse, dst);
    bound_undo(c, mark);
    label_here(c, end);
}

/* ---- comparisons ---- */

static enum opcode compare_opcode(uint8_t op) {
    static const uint8_t table[] = {
        [CMP_EQ] = 2,   [CMP_NOT_EQ] = 3, [CMP_LT] = 0,     [CMP_LT_E] = 1, [CMP_GT] = 4,
        [CMP_GT_E] = 5, [CMP_IS] = 6,     [CMP_IS_NOT] = 7, [CMP_IN] = 8,   [CMP_NOT_IN] = 9};
    return (enum opcode)(OP_LT + table[op]);
}

static bool is_literal(const Expr *e) {
    if (e->kind == EXPR_TUPLE) return true;
    if (e->kind != EXPR_CONSTANT) return false;
    return e->v.constant.kind > CONST_ELLIPSIS;
}

/* CPython's check_compare: one warning a comparison. */
static void warn_compare(Compiler *c, Expr *e) {
    Expr *left = e->v.compare.left;
    for (uint32_t i = 0; i < e->v.compare.comparators.count; i++) {
        Expr *right = e->v.compare.comparators.items[i];
        uint8_t op = e->v.compare.ops[i];
        if ((op == CMP_IS || op == CMP_IS_NOT) && (is_literal(left) || is_literal(right))) {
            const char *type = known_type(c, is_literal(left) ? left : right);
            compile_warn(c, &e->loc,
                         op == CMP_IS ? "\"is\" with '%s' literal. Did you mean \"==\"?"
                                      : "\"is not\" with '%s' literal. Did you mean \"!=\"?",
                         type ? type : "tuple");
            return;
        }
        left = right;
    }
}

/* frozenset(items); takes items over. VALUE_NULL stays VALUE_NULL. */
static Value frozenset_take(Compiler *c, Value items) {
    Value set = items == VALUE_NULL ? VALUE_NULL : set_new(c->vm, true);
    if (set != VALUE_NULL && !set_update(c->vm, set, items)) value_clear(c->vm, &set);
    value_release(c->vm, items);
    return set;
}

/* `x in [1, 2]` and `x in {1, 2}` look in a constant. */
static bool membership_const(Compiler *c, Expr *e, Reg dst) {
    if (e->kind != EXPR_LIST && e->kind != EXPR_SET) return false;
    Expr as_tuple = *e;
    as_tuple.kind = EXPR_TUPLE;
    as_tuple.v.tuple.elts = e->kind == EXPR_LIST ? e->v.list.elts : e->v.set.elts;
    as_tuple.v.tuple.ctx = CTX_LOAD;
    Value v;
    if (!expr_const(c, &as_tuple, &v)) return false;
    if (e->kind == EXPR_SET) {
        /* CPython builds it twice (of the items, then of the first set's items), which decides the order. */
        v = frozenset_take(c, v);
        Value items = v == VALUE_NULL ? VALUE_NULL : tuple_from_iterable(c->vm, v);
        value_release(c->vm, v);
        v = frozenset_take(c, items);
        if (v == VALUE_NULL) {
            compile_no_memory(c);
            return true;
        }
    }
    emit_const(c, &e->loc, v, dst);
    return true;
}

static Reg compare_right(Compiler *c, uint8_t op, Expr *e) {
    if ((op == CMP_IN || op == CMP_NOT_IN) && membership_const(c, e, temp_next(c))) return temp_push(c);
    return expr_operand(c, e);
}

static void compare_jump_kept(Compiler *c, const Location *loc, enum opcode op, Reg a, Reg b, Label target, bool when) {
    if (!when) {
        enum opcode jump = op <= OP_GE       ? (enum opcode)(OP_JUMP_UNLESS_LT + (op - OP_LT))
                           : op == OP_IS     ? OP_JUMP_UNLESS_IS
                           : op == OP_IS_NOT ? OP_JUMP_UNLESS_IS_NOT
                           : op == OP_IN     ? OP_JUMP_UNLESS_IN
                                             : OP_JUMP_UNLESS_NOT_IN;
        emit_jump(c, loc, jump, a, b, target);
        return;
    }
    enum opcode jump = op <= OP_GE       ? (enum opcode)(OP_JUMP_IF_LT + (op - OP_LT))
                       : op == OP_IS     ? OP_JUMP_UNLESS_IS_NOT
                       : op == OP_IS_NOT ? OP_JUMP_UNLESS_IS
                       : op == OP_IN     ? OP_JUMP_UNLESS_NOT_IN
                                         : OP_JUMP_UNLESS_IN;
    emit_jump(c, loc, jump, a, b, target);
}

static bool is_none(const Expr *e) {
    return e->kind == EXPR_CONSTANT && e->v.constant.kind == CONST_NONE;
}

/* Jumps by left op right, with left in a register. */
static void compare_jump(Compiler *c, const Location *loc, uint8_t cmp, Reg left, Expr *right, Label target,
                         bool when) {
    enum opcode op = compare_opcode(cmp);
    int64_t i;
    if ((cmp == CMP_IS || cmp == CMP_IS_NOT) && is_none(right)) {
        operand_free(c, left);
        emit_jump(c, loc, (cmp == CMP_IS) == when ? OP_JUMP_IF_NONE : OP_JUMP_UNLESS_NONE, left, 0, target);
        return;
    }
    if (op <= OP_GE && !when && expr_small_int(right, &i) && fits_16(i)) {
        operand_free(c, left);
        emit_jump(c, loc, (enum opcode)(OP_JUMP_UNLESS_LT_INT + (op - OP_LT)), left, (uint32_t)i & 0xFFFF, target);
        return;
    }
    Reg r = compare_right(c, cmp, right);
    operand_free(c, r);
    operand_free(c, left);
    compare_jump_kept(c, loc, op, left, r, target, when);
}

/* In a chain a < b < c, b serves twice. The left operand always stands at the temporary `base`, or is a variable. Emits
 * the comparisons but the last: each leads to `fail` when false. `result` REG_NONE: only jumps. Returns the last left
 * operand; *held tells whether some comparison left a temporary behind. */
static Reg chain(Compiler *c, Expr *e, Reg result, Label fail, bool *held) {
    Reg base = temp_next(c);
    Reg left = expr_operand(c, e->v.compare.left);
    if (!reg_is_temp(c, left)) temp_push(c);
    uint32_t n = e->v.compare.comparators.count;
    for (uint32_t i = 0; i + 1 < n; i++) {
        uint8_t cmp = e->v.compare.ops[i];
        Reg right = compare_right(c, cmp, e->v.compare.comparators.items[i]);
        bool temp = reg_is_temp(c, right);
        Reg first = right;
        if (temp) {
            first = temp_next(c);
            emit(c, &e->loc, OP_COPY, first, right, 0);
        }
        if (result != REG_NONE) {
            emit(c, &e->loc, compare_opcode(cmp), result, left, first);
            if (temp) emit(c, &e->loc, OP_MOVE, base, right, 0);
            emit_jump(c, &e->loc, OP_JUMP_UNLESS_KEEP, result, 0, fail);
        } else {
            /* The operand moves down before the jump, so that both ways find it in one place. */
            Reg flag = temp ? first : temp_next(c);
            emit(c, &e->loc, compare_opcode(cmp), flag, left, first);
            if (temp) emit(c, &e->loc, OP_MOVE, base, right, 0);
            emit_jump(c, &e->loc, OP_JUMP_UNLESS, flag, 0, fail);
        }
        if (temp) {
            temp_pop(c, 1);
            *held = true;
        }
        left = temp ? base : right;
    }
    return left;
}

/* Not all middle operands need be temporaries: the base register may hold one at some jumps and nothing at others. */
static void compare_chain(Compiler *c, Expr *e, Reg dst) {
    Label fail = label_new(c), end = label_new(c);
    Reg result = temp_push(c);
    bool held = false;
    uint32_t mark = bound_mark(c);
    Reg base = temp_next(c);
    Reg left = chain(c, e, result, fail, &held);
    uint32_t last = e->v.compare.comparators.count - 1;
    uint8_t cmp = e->v.compare.ops[last];
    Reg right = compare_right(c, cmp, e->v.compare.comparators.items[last]);
    operand_free(c, right);
    emit(c, &e->loc, compare_opcode(cmp), result, left, right);
    if (held) {
        emit_jump(c, &e->loc, OP_JUMP, 0, 0, end);
        label_here(c, fail);
        emit(c, &e->loc, OP_CLEAR, base, 0, 0);
        label_here(c, end);
    } else {
        label_here(c, fail);
    }
    bound_undo(c, mark);
    temp_pop(c, 2);
    if (dst != result) emit(c, &e->loc, OP_MOVE, dst, result, 0);
}

static void compare_chain_jump(Compiler *c, Expr *e, Label target, bool when) {
    Label fail = label_new(c), end = label_new(c);
    bool held = false;
    uint32_t mark = bound_mark(c);
    Reg base = temp_next(c);
    Reg left = chain(c, e, REG_NONE, fail, &held);
    uint32_t last = e->v.compare.comparators.count - 1;
    uint8_t cmp = e->v.compare.ops[last];
    Reg right = compare_right(c, cmp, e->v.compare.comparators.items[last]);
    operand_free(c, right);
    temp_pop(c, 1);
    compare_jump_kept(c, &e->loc, compare_opcode(cmp), left, right, target, when);
    bound_undo(c, mark);
    emit_jump(c, &e->loc, OP_JUMP, 0, 0, end);
    label_here(c, fail);
    if (held) emit(c, &e->loc, OP_CLEAR, base, 0, 0);
    if (!when) emit_jump(c, &e->loc, OP_JUMP, 0, 0, target);
    label_here(c, end);
}

static void compare(Compiler *c, Expr *e, Reg dst) {
    warn_compare(c, e);
    if (e->v.compare.comparators.count > 1) {
        compare_chain(c, e, dst);
        return;
    }
    Reg left = expr_operand(c, e->v.compare.left);
    Reg right = compare_right(c, e->v.compare.ops[0], e->v.compare.comparators.items[0]);
    operand_free(c, right);
    operand_free(c, left);
    emit(c, &e->loc, compare_opcode(e->v.compare.ops[0]), dst, left, right);
}

/* ---- conditions ---- */

static void bool_jump(Compiler *c, Expr *e, Label target, bool when) {
    bool is_or = e->v.bool_op.op == BOOL_OR;
    ExprSeq *values = &e->v.bool_op.values;
    Label skip = is_or == when ? target : label_new(c);
    uint32_t first = bound_mark(c);
    for (uint32_t i = 0; i + 1 < values->count; i++) {
        expr_jump(c, values->items[i], skip, is_or);
        if (i == 0) first = bound_mark(c);
    }
    expr_jump(c, values->items[values->count - 1], target, when);
    bound_undo(c, first);
    if (skip != target) label_here(c, skip);
}

static void if_exp_jump(Compiler *c, Expr *e, Label target, bool when) {
    Label orelse = label_new(c), end = label_new(c);
    expr_jump(c, e->v.if_exp.test, orelse, false);
    uint32_t mark = bound_mark(c);
    expr_jump(c, e->v.if_exp.body, target, when);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    bound_undo(c, mark);
    label_here(c, orelse);
    expr_jump(c, e->v.if_exp.orelse, target, when);
    bound_undo(c, mark);
    label_here(c, end);
}

static bool const_jump(Compiler *c, Expr *e, Label target, bool when) {
    int truth = expr_const_truth(c, e);
    if (truth < 0) return false;
    if ((truth == 1) == when) emit_jump(c, &e->loc, OP_JUMP, 0, 0, target);
    return true;
}

static void jump_parts(Compiler *c, Expr *e, Label target, bool when) {
    if (e->kind == EXPR_UNARY_OP && e->v.unary_op.op == UNARY_NOT) {
        expr_jump(c, e->v.unary_op.operand, target, !when);
    } else if (e->kind == EXPR_BOOL_OP) {
        bool_jump(c, e, target, when);
    } else if (e->kind == EXPR_IF_EXP) {
        if_exp_jump(c, e, target, when);
    } else if (e->kind == EXPR_COMPARE) {
        warn_compare(c, e);
        if (e->v.compare.comparators.count > 1) {
            compare_chain_jump(c, e, target, when);
            return;
        }
        Reg left = expr_operand(c, e->v.compare.left);
        compare_jump(c, &e->loc, e->v.compare.ops[0], left, e->v.compare.comparators.items[0], target, when);
    } else {
        Reg r = expr_operand(c, e);
        operand_free(c, r);
        emit_jump(c, &e->loc, when ? OP_JUMP_IF : OP_JUMP_UNLESS, r, 0, target);
    }
}

void expr_jump(Compiler *c, Expr *e, Label target, bool when) {
    if (const_jump(c, e, target, when)) return;
    if (!compile_enter(c, &e->loc)) return;
    jump_parts(c, e, target, when);
    compile_leave(c);
}

/* ---- displays ---- */

bool has_starred(const ExprSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) {
        if (seq->items[i]->kind == EXPR_STARRED) return true;
    }
    return false;
}

void build_run(Compiler *c, const Location *loc, enum opcode op, ExprSeq *elts, Reg dst) {
    Reg base = temp_next(c);
    for (uint32_t i = 0; i < elts->count; i++) expr_temp(c, elts->items[i]);
    temp_pop(c, elts->count);
    emit(c, loc, op, dst, elts->count ? base : 0, elts->count);
}

/* Longer displays grow item by item, so that they do not need as many registers (CPython's limit). */
#define RUN_MAX 30u

void add_items(Compiler *c, const Location *loc, Reg list, const ExprSeq *elts, uint32_t from, bool set) {
    for (uint32_t i = from; i < elts->count; i++) {
        Expr *e = elts->items[i];
        bool star = e->kind == EXPR_STARRED;
        Reg item = expr_operand(c, star ? e->v.starred.value : e);
        operand_free(c, item);
        enum opcode op = set ? (star ? OP_SET_UPDATE : OP_SET_ADD) : (star ? OP_LIST_EXTEND : OP_LIST_APPEND);
        emit(c, loc, op, list, item, 0);
    }
}

static void finish(Compiler *c, const Location *loc, Reg made, Reg dst) {
    temp_pop(c, 1);
    if (dst != made) emit(c, loc, OP_MOVE, dst, made, 0);
}

static void list_display(Compiler *c, Expr *e, Reg dst) {
    ExprSeq *elts = &e->v.list.elts;
    Expr as_tuple = *e;
    as_tuple.kind = EXPR_TUPLE;
    Value v;
    if (elts->count >= 3 && expr_const(c, &as_tuple, &v)) {
        Reg list = temp_push(c), items = temp_next(c);
        emit(c, &e->loc, OP_BUILD_LIST, list, list, 0);
        emit_const(c, &e->loc, v, items);
        emit(c, &e->loc, OP_LIST_EXTEND, list, items, 0);
        finish(c, &e->loc, list, dst);
    } else if (elts->count > RUN_MAX || has_starred(elts)) {
        Reg list = temp_push(c);
        emit(c, &e->loc, OP_BUILD_LIST, list, list, 0);
        add_items(c, &e->loc, list, elts, 0, false);
        finish(c, &e->loc, list, dst);
    } else {
        build_run(c, &e->loc, OP_BUILD_LIST, elts, dst);
    }
}

static void tuple_display(Compiler *c, Expr *e, Reg dst) {
    ExprSeq *elts = &e->v.tuple.elts;
    if (elts->count <= RUN_MAX && !has_starred(elts)) {
        build_run(c, &e->loc, OP_BUILD_TUPLE, elts, dst);
        return;
    }
    Reg list = temp_push(c);
    emit(c, &e->loc, OP_BUILD_LIST, list, list, 0);
    add_items(c, &e->loc, list, elts, 0, false);
    temp_pop(c, 1);
    emit(c, &e->loc, OP_LIST_TO_TUPLE, dst, list, 0);
}

static void set_display(Compiler *c, Expr *e, Reg dst) {
    ExprSeq *elts = &e->v.set.elts;
    Reg set = temp_push(c);
    /* Constants come from a frozenset, as in CPython: the table gets another size so, and the items another order. */
    if (elts->count >= 3 && membership_const(c, e, temp_next(c))) {
        emit(c, &e->loc, OP_BUILD_SET, set, set, 0);
        emit(c, &e->loc, OP_SET_UPDATE, set, temp_next(c), 0);
        finish(c, &e->loc, set, dst);
        return;
    }
    if (elts->count <= RUN_MAX && !has_starred(elts)) {
        temp_pop(c, 1);
        build_run(c, &e->loc, OP_BUILD_SET, elts, dst);
        return;
    }
    emit(c, &e->loc, OP_BUILD_SET, set, set, 0);
    add_items(c, &e->loc, set, elts, 0, true);
    finish(c, &e->loc, set, dst);
}

static bool has_unpacking(const ExprSeq *keys) {
    for (uint32_t i = 0; i < keys->count; i++) {
        if (!keys->items[i]) return true;
    }
    return false;
}

static void add_pairs(Compiler *c, Expr *e, Reg dict) {
    ExprSeq *keys = &e->v.dict.keys, *values = &e->v.dict.values;
    for (uint32_t i = 0; i < values->count; i++) {
        Expr *key = keys->items[i];
        if (!key) {
            Reg other = expr_operand(c, values->items[i]);
            operand_free(c, other);
            emit(c, &e->loc, OP_DICT_UPDATE, dict, other, 0);
            continue;
        }
        Reg k = expr_operand(c, key), v = expr_operand(c, values->items[i]);
        operand_free(c, v);
        operand_free(c, k);
        emit(c, &e->loc, OP_DICT_SET, dict, k, v);
    }
}

static void dict_display(Compiler *c, Expr *e, Reg dst) {
    ExprSeq *keys = &e->v.dict.keys, *values = &e->v.dict.values;
    if (values->count > RUN_MAX / 2 || has_unpacking(keys)) {
        Reg dict = temp_push(c);
        emit(c, &e->loc, OP_BUILD_DICT, dict, dict, 0);
        add_pairs(c, e, dict);
        finish(c, &e->loc, dict, dst);
        return;
    }
    Reg base = temp_next(c);
    for (uint32_t i = 0; i < values->count; i++) {
        expr_temp(c, keys->items[i]);
        expr_temp(c, values->items[i]);
    }
    temp_pop(c, values->count * 2);
    emit(c, &e->loc, OP_BUILD_DICT, dst, values->count ? base : 0, values->count);
}

/* ---- await, yield, := ---- */

/* SEND's iterator may not stand in its destination: it is still there when the result is. */
static uint32_t drive_push(Compiler *c, Reg dst) {
    bool shift = dst == temp_next(c);
    if (shift) temp_push(c);
    temp_push(c);
    return shift ? 2 : 1;
}

void emit_await(Compiler *c, const Location *loc, Reg operand, uint32_t kind, Reg dst) {
    operand_free(c, operand);
    uint32_t pushed = drive_push(c, dst);
    Reg iterator = temp_next(c) - 1;
    emit(c, loc, OP_GET_AWAITABLE, iterator, operand, kind);
    emit(c, loc, OP_SEND, dst, iterator, 0);
    temp_pop(c, pushed);
}

static void await_expr(Compiler *c, Expr *e, Reg dst) {
    emit_await(c, &e->loc, expr_operand(c, e->v.await.value), 0, dst);
}

static void yield_expr(Compiler *c, Expr *e, Reg dst) {
    if (!scope_is_function(c->unit->scope)) {
        compile_error(c, &e->loc, "'yield' outside function");
        return;
    }
    Reg value;
    if (e->v.yield.value) {
        value = expr_operand(c, e->v.yield.value);
    } else {
        emit_none(c, &e->loc, temp_next(c));
        value = temp_push(c);
    }
    operand_free(c, value);
    emit(c, &e->loc, OP_YIELD, dst, value, 0);
}

static void yield_from_expr(Compiler *c, Expr *e, Reg dst) {
    if (!scope_is_function(c->unit->scope)) {
        compile_error(c, &e->loc, "'yield from' outside function");
        return;
    }
    if (c->unit->scope->kind == SCOPE_FUNCTION && c->unit->scope->is_async) {
        compile_error(c, &e->loc, "'yield from' inside async function");
        return;
    }
    Reg operand = expr_operand(c, e->v.yield_from.value);
    operand_free(c, operand);
    uint32_t pushed = drive_push(c, dst);
    Reg iterator = temp_next(c) - 1;
    emit(c, &e->loc, OP_GET_YIELD_FROM, iterator, operand, 0);
    emit(c, &e->loc, OP_SEND, dst, iterator, 0);
    temp_pop(c, pushed);
}

static void named_expr(Compiler *c, Expr *e, Reg dst) {
    Expr *target = e->v.named_expr.target;
    Reg local = name_local(c, target->v.name.id);
    if (local != REG_NONE && local != dst) {
        expr_to(c, e->v.named_expr.value, local);
        reg_bound(c, local);
        emit(c, &e->loc, OP_MOVE, dst, local, 0);
        return;
    }
    Reg r = expr_temp(c, e->v.named_expr.value), copy = temp_push(c);
    emit(c, &e->loc, OP_COPY, copy, r, 0);
    name_store(c, &target->loc, target->v.name.id, copy);
    temp_pop(c, 2);
    if (dst != r) emit(c, &e->loc, OP_MOVE, dst, r, 0);
}

/* ---- the switch ---- */

static void expr_parts(Compiler *c, Expr *e, Reg dst) {
    switch ((int)e->kind) {
    case EXPR_BOOL_OP: bool_op(c, e, dst); break;
    case EXPR_NAMED_EXPR: named_expr(c, e, dst); break;
    case EXPR_BIN_OP: bin_op(c, e, dst); break;
    case EXPR_UNARY_OP: unary_op(c, e, dst); break;
    case EXPR_LAMBDA: lambda_expr(c, e, dst); break;
    case EXPR_IF_EXP: if_exp(c, e, dst); break;
    case EXPR_DICT: dict_display(c, e, dst); break;
    case EXPR_SET: set_display(c, e, dst); break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR_EXP: comprehension_expr(c, e, dst); break;
    case EXPR_AWAIT: await_expr(c, e, dst); break;
    case EXPR_YIELD: yield_expr(c, e, dst); break;
    case EXPR_YIELD_FROM: yield_from_expr(c, e, dst); break;
    case EXPR_COMPARE: compare(c, e, dst); break;
    case EXPR_CALL: call_expr(c, e, dst); break;
    case EXPR_FORMATTED_VALUE: formatted_value(c, e, dst); break;
    case EXPR_JOINED_STR: joined_str(c, e, dst); break;
    case EXPR_ATTRIBUTE: attribute(c, e, dst); break;
    case EXPR_SUBSCRIPT: subscript(c, e, dst); break;
    case EXPR_STARRED:
        compile_error(c, &e->loc,
                      e->v.starred.ctx == CTX_STORE ? "starred assignment target must be in a list or tuple"
                                                    : "can't use starred expression here");
        break;
    case EXPR_NAME: name_load(c, &e->loc, e->v.name.id, dst); break;
    case EXPR_LIST: list_display(c, e, dst); break;
    case EXPR_TUPLE: tuple_display(c, e, dst); break;
    case EXPR_SLICE: slice(c, e, dst); break;
    default: break;
    }
}

void expr_to(Compiler *c, Expr *e, Reg dst) {
    Value v;
    if (expr_const(c, e, &v)) {
        emit_const(c, &e->loc, v, dst);
        return;
    }
    if (!compile_enter(c, &e->loc)) return;
    expr_parts(c, e, dst);
    compile_leave(c);
}
