/* compile_const.c: constants: their values, folding of operators whose operands are constant (CPython's limits), and
 * the table of a code object, where equal constants of one type are one. */
#include "compile.h"
#include "number.h"

#include <string.h>

/* ---- values ---- */

Value pool_keep(Compiler *c, Value value) {
    if (!value) {
        compile_no_memory(c);
        return VALUE_NULL;
    }
    if (!array_grow(c, (void **)&c->pool, c->npool, &c->pool_capacity, sizeof *c->pool)) {
        value_release(c->vm, value);
        return VALUE_NULL;
    }
    return c->pool[c->npool++] = value;
}

/* CPython's all_name_chars: such constants are interned. */
static bool is_name_like(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        char ch = text[i];
        bool ok = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_';
        if (!ok) return false;
    }
    return true;
}

Value const_str(Compiler *c, const char *text, size_t length) {
    Identifier *id = c->failed ? NULL : arena_intern(c->arena, text, length);
    if (!id) {
        compile_no_memory(c);
        return VALUE_NULL;
    }
    if (!id->user) {
        Str *s = is_name_like(text, length) ? str_intern_utf8(c->vm, text, length) : str_from_utf8(c->vm, text, length);
        id->user = value_obj(pool_keep(c, obj_value(s)));
        if (!id->user) return VALUE_NULL;
    }
    return value_retain(obj_value(id->user));
}

static Value constant_value(Compiler *c, const Constant *k) {
    Vm *vm = c->vm;
    switch (k->kind) {
    case CONST_NONE: return VALUE_NONE;
    case CONST_TRUE: return VALUE_TRUE;
    case CONST_FALSE: return VALUE_FALSE;
    case CONST_ELLIPSIS: return VALUE_ELLIPSIS;
    case CONST_INT: return int_from_digits(vm, k->text, k->length, k->base);
    case CONST_FLOAT: return float_new(vm, k->number);
    case CONST_IMAGINARY: return complex_new(vm, 0.0, k->number);
    case CONST_STR: return const_str(c, k->text, k->length);
    case CONST_BYTES: return obj_value(bytes_new(vm, k->text, k->length));
    default: return VALUE_NULL;
    }
}

static bool is_constant(const Expr *e) {
    if (e->kind == EXPR_CONSTANT || e->kind == EXPR_FOLDED) return true;
    if (e->kind == EXPR_NAME) return e->v.name.ctx == CTX_LOAD && strcmp(e->v.name.id->text, "__debug__") == 0;
    if (e->kind != EXPR_TUPLE || e->v.tuple.ctx != CTX_LOAD) return false;
    for (uint32_t i = 0; i < e->v.tuple.elts.count; i++) {
        if (!is_constant(e->v.tuple.elts.items[i])) return false;
    }
    return true;
}

static Value value_of(Compiler *c, const Expr *e);

static Value tuple_value(Compiler *c, const ExprSeq *elts) {
    Tuple *tuple = tuple_new(c->vm, elts->count);
    if (!tuple) return VALUE_NULL;
    for (uint32_t i = 0; i < elts->count; i++) {
        tuple->items[i] = value_of(c, elts->items[i]);
        if (tuple->items[i]) continue;
        obj_release(c->vm, tuple);
        return VALUE_NULL;
    }
    return obj_value(tuple);
}

static Value value_of(Compiler *c, const Expr *e) {
    switch ((int)e->kind) {
    case EXPR_CONSTANT: return constant_value(c, &e->v.constant);
    case (int)EXPR_FOLDED: return value_retain(*(const Value *)(const void *)e->v.constant.text);
    case EXPR_NAME: return value_bool(!(c->flags & COMPILE_NO_ASSERTS)); /* __debug__ */
    default: return tuple_value(c, &e->v.tuple.elts);
    }
}

bool expr_const(Compiler *c, const Expr *e, Value *value) {
    if (c->failed || !is_constant(e)) return false;
    *value = value_of(c, e);
    if (*value) return true;
    compile_no_memory(c);
    return false;
}

bool expr_small_int(const Expr *e, int64_t *value) {
    if (e->kind == EXPR_FOLDED) {
        Value v = *(const Value *)(const void *)e->v.constant.text;
        if (!value_is_int(v)) return false;
        *value = value_as_small(v);
        return true;
    }
    if (e->kind != EXPR_CONSTANT || e->v.constant.kind != CONST_INT || e->v.constant.length > 9) return false;
    *value = 0;
    for (uint32_t i = 0; i < e->v.constant.length; i++) {
        char ch = e->v.constant.text[i];
        int digit = ch <= '9' ? ch - '0' : (ch | 32) - 'a' + 10;
        *value = *value * e->v.constant.base + digit;
    }
    return true;
}

int expr_const_truth(Compiler *c, const Expr *e) {
    Value value;
    if (!expr_const(c, e, &value)) return -1;
    int truth = object_truth(c->vm, value);
    value_release(c->vm, value);
    return truth;
}

/* ---- folding ---- */

static uint32_t sequence_length(Vm *vm, Value v) {
    if (is_exact(vm, v, T_str)) return AS(Str, v)->length;
    if (is_exact(vm, v, T_bytes)) return AS(Bytes, v)->length;
    return AS(Tuple, v)->length;
}

static bool is_sequence(Vm *vm, Value v) {
    return is_exact(vm, v, T_str) || is_exact(vm, v, T_bytes) || is_exact(vm, v, T_tuple);
}

/* CPython's safe_multiply, safe_power, safe_lshift: results that would be large are left to run time. */
static bool may_multiply(Vm *vm, Value a, Value b) {
    if (is_int(a) && is_int(b)) return int_bit_length(a) + int_bit_length(b) <= 128;
    if (is_sequence(vm, b)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    if (!is_sequence(vm, a)) return !is_sequence(vm, b);
    int64_t times;
    if (!is_int(b) || !int_as_int64(b, &times) || times < 0) return false;
    uint32_t length = sequence_length(vm, a), limit = is_tuple(a) ? 256 : 4096;
    return length == 0 || times <= limit / length;
}

static bool may_fold(Vm *vm, Operator op, Value a, Value b) {
    int64_t n;
    switch ((int)op) {
    case AST_OP_MULT: return may_multiply(vm, a, b);
    case AST_OP_POW:
        if (!is_int(a) || !is_int(b)) return true;
        return int_as_int64(b, &n) && n >= 0 && n <= 128 && int_bit_length(a) * n <= 128;
    case AST_OP_LSHIFT:
        if (!is_int(a) || !is_int(b)) return true;
        return int_as_int64(b, &n) && n >= 0 && n <= 128 && int_bit_length(a) <= 128 - n;
    case AST_OP_MOD: return !is_exact(vm, a, T_str) && !is_exact(vm, a, T_bytes);
    default: return true;
    }
}

static const uint8_t binary_kinds[] = {
    [AST_OP_ADD] = BINARY_ADD,
    [AST_OP_SUB] = BINARY_SUB,
    [AST_OP_MULT] = BINARY_MUL,
    [AST_OP_MAT_MULT] = BINARY_MATMUL,
    [AST_OP_DIV] = BINARY_TRUEDIV,
    [AST_OP_MOD] = BINARY_MOD,
    [AST_OP_POW] = BINARY_POW,
    [AST_OP_LSHIFT] = BINARY_LSHIFT,
    [AST_OP_RSHIFT] = BINARY_RSHIFT,
    [AST_OP_BIT_OR] = BINARY_OR,
    [AST_OP_BIT_XOR] = BINARY_XOR,
    [AST_OP_BIT_AND] = BINARY_AND,
    [AST_OP_FLOOR_DIV] = BINARY_FLOORDIV,
};

enum opcode binary_opcode(Operator op, bool in_place) {
    return (enum opcode)(binary_kinds[op] + (in_place ? (int)OP_IADD : (int)OP_ADD));
}

/* Strings of constants all come from the pool, so that equal ones are one object. */
static Value pooled(Compiler *c, Value v) {
    if (!v || !is_exact(c->vm, v, T_str)) return v;
    size_t length;
    const char *text = str_utf8(c->vm, AS(Str, v), &length);
    Value same = text ? const_str(c, text, length) : VALUE_NULL;
    value_release(c->vm, v);
    return same;
}

static void become(Compiler *c, Expr *e, Value v) {
    if (!v) { /* an error at run time: leave it to run time */
        if (error_is_set(c->vm) && !error_matches(c->vm, T_MemoryError))
            error_clear(c->vm);
        else
            compile_no_memory(c);
        return;
    }
    Value *kept = arena_alloc(c->arena, sizeof *kept);
    v = pool_keep(c, pooled(c, v));
    if (!kept || c->failed) {
        compile_no_memory(c);
        return;
    }
    *kept = v;
    e->kind = EXPR_FOLDED;
    e->v.constant.text = (const char *)kept;
}

static void fold_binary(Compiler *c, Expr *e) {
    Value a, b;
    if (e->v.bin_op.op == (Operator)AST_OP_MAT_MULT || !is_constant(e->v.bin_op.right)) return;
    if (!expr_const(c, e->v.bin_op.left, &a)) return;
    if (expr_const(c, e->v.bin_op.right, &b)) {
        if (may_fold(c->vm, e->v.bin_op.op, a, b))
            become(c, e, object_binary(c->vm, binary_kinds[e->v.bin_op.op], a, b));
        value_release(c->vm, b);
    }
    value_release(c->vm, a);
}

static void fold_unary(Compiler *c, Expr *e) {
    Value v;
    if (!expr_const(c, e->v.unary_op.operand, &v)) return;
    switch ((int)e->v.unary_op.op) {
    case UNARY_NOT: become(c, e, value_bool(object_truth(c->vm, v) == 0)); break;
    case UNARY_USUB: become(c, e, object_unary(c->vm, UNARY_NEG, v)); break;
    case AST_UNARY_INVERT:
        if (!value_is_bool(v)) become(c, e, object_unary(c->vm, UNARY_INVERT, v)); /* ~True warns when it runs */
        break;
    default:
        if (is_int(v) || is_float(v)) become(c, e, value_is_bool(v) ? value_small(v == VALUE_TRUE) : value_retain(v));
        break;
    }
    value_release(c->vm, v);
}

static void fold_subscript(Compiler *c, Expr *e) {
    Value object, key;
    if (e->v.subscript.ctx != CTX_LOAD || !is_constant(e->v.subscript.slice)) return;
    if (!expr_const(c, e->v.subscript.value, &object)) return;
    if (expr_const(c, e->v.subscript.slice, &key)) {
        if (is_sequence(c->vm, object) && value_is_int(key)) become(c, e, object_getitem(c->vm, object, key));
        value_release(c->vm, key);
    }
    value_release(c->vm, object);
}

void fold_expr(Compiler *c, Expr *e) {
    if (c->failed) return;
    if (e->kind == EXPR_BIN_OP)
        fold_binary(c, e);
    else if (e->kind == EXPR_UNARY_OP)
        fold_unary(c, e);
    else if (e->kind == EXPR_SUBSCRIPT)
        fold_subscript(c, e);
}

/* ---- the table ---- */

static uint32_t mix(uint64_t h) {
    return (uint32_t)((h * 0x9E3779B97F4A7C15u) >> 32);
}

static uint32_t const_hash(Vm *vm, Value v) {
    if (!value_is_obj(v) || is_str(v)) return mix(v);
    if (is_exact(vm, v, T_int)) return mix((uint64_t)int_hash(v));
    if (is_exact(vm, v, T_bytes)) return mix(AS(Bytes, v)->length);
    if (!is_exact(vm, v, T_tuple)) return value_obj(v)->type == TYPE(vm, code) ? mix(v) : 7;
    uint32_t h = AS(Tuple, v)->length;
    for (uint32_t i = 0; i < AS(Tuple, v)->length; i++) h = h * 31 + const_hash(vm, AS(Tuple, v)->items[i]);
    return mix(h);
}

static bool same_const(Vm *vm, Value a, Value b);

static bool same_tuple(Vm *vm, const Tuple *a, const Tuple *b) {
    if (a->length != b->length) return false;
    for (uint32_t i = 0; i < a->length; i++) {
        if (!same_const(vm, a->items[i], b->items[i])) return false;
    }
    return true;
}

static bool same_const(Vm *vm, Value a, Value b) {
    if (a == b) return true;
    if (!value_is_obj(a) || !value_is_obj(b) || value_obj(a)->type != value_obj(b)->type) return false;
    if (is_exact(vm, a, T_int)) return int_compare(a, b) == 0;
    if (is_exact(vm, a, T_float)) return memcmp(&AS(Float, a)->value, &AS(Float, b)->value, sizeof(double)) == 0;
    if (is_exact(vm, a, T_tuple)) return same_tuple(vm, AS(Tuple, a), AS(Tuple, b));
    if (is_exact(vm, a, T_bytes))
        return AS(Bytes, a)->length == AS(Bytes, b)->length &&
               memcmp(AS(Bytes, a)->data, AS(Bytes, b)->data, AS(Bytes, a)->length) == 0;
    return false;
}

static bool grow_const_index(Compiler *c, Unit *u) {
    uint32_t size = u->const_index_size ? u->const_index_size * 2 : 32;
    uint32_t *index = mem_zalloc(c->vm->mem, size * sizeof *index);
    if (!index) {
        compile_no_memory(c);
        return false;
    }
    for (uint32_t i = 0; i < u->nconsts; i++) {
        uint32_t slot = const_hash(c->vm, u->consts[i]) & (size - 1);
        while (index[slot]) slot = (slot + 1) & (size - 1);
        index[slot] = i + 1;
    }
    if (u->const_index) mem_free(c->vm->mem, u->const_index, u->const_index_size * sizeof *u->const_index);
    u->const_index = index;
    u->const_index_size = size;
    return true;
}

static uint32_t const_append(Compiler *c, Unit *u, Value value, uint32_t slot) {
    if (!array_grow(c, (void **)&u->consts, u->nconsts, &u->consts_capacity, sizeof *u->consts)) {
        value_release(c->vm, value);
        return 0;
    }
    u->const_index[slot] = u->nconsts + 1;
    u->consts[u->nconsts] = value;
    return u->nconsts++;
}

uint32_t const_add(Compiler *c, Value value) {
    Unit *u = c->unit;
    if (!value) compile_no_memory(c);
    if (c->failed || (u->nconsts * 2 >= u->const_index_size && !grow_const_index(c, u))) {
        value_release(c->vm, value);
        return 0;
    }
    uint32_t mask = u->const_index_size - 1, slot = const_hash(c->vm, value) & mask;
    for (; u->const_index[slot]; slot = (slot + 1) & mask) {
        uint32_t known = u->const_index[slot] - 1;
        if (!same_const(c->vm, u->consts[known], value)) continue;
        value_release(c->vm, value);
        return known;
    }
    return const_append(c, u, value, slot);
}

uint32_t const_add_narrow(Compiler *c, const Location *loc, Value value, const char *what) {
    uint32_t index = const_add(c, value);
    if (index > UINT16_MAX) compile_not_yet(c, loc, what);
    return index;
}

void emit_const(Compiler *c, const Location *loc, Value value, Reg dst) {
    if (value_is_int(value) && value_as_small(value) >= INT32_MIN && value_as_small(value) <= INT32_MAX) {
        emit_wide(c, loc, OP_LOAD_INT, dst, (uint32_t)(int32_t)value_as_small(value));
        return;
    }
    emit_wide(c, loc, OP_LOAD_CONST, dst, const_add(c, value));
}

void emit_none(Compiler *c, const Location *loc, Reg dst) {
    emit_const(c, loc, VALUE_NONE, dst);
}
