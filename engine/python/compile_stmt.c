/* compile_stmt.c: simple statements, assignment, imports, and the switch over all statements. */
#include "compile.h"

#include <string.h>

/* ---- targets ---- */

/* Names that methods set on `self` end up in the class's __static_attributes__. */
static void note_static_attribute(Compiler *c, const Expr *e) {
    const Expr *object = e->v.attribute.value;
    if (object->kind != EXPR_NAME || strcmp(object->v.name.id->text, "self") != 0) return;
    Unit *u = c->unit;
    while (u && u->scope->kind != SCOPE_CLASS) u = u->outer;
    if (!u || u == c->unit || c->failed) return;
    for (uint32_t i = 0; i < u->nattributes; i++) {
        if (u->attributes[i] == e->v.attribute.attr) return;
    }
    if (array_grow(c, (void **)&u->attributes, u->nattributes, &u->attributes_capacity, sizeof *u->attributes))
        u->attributes[u->nattributes++] = e->v.attribute.attr;
}

static Identifier *attr_name(Compiler *c, const Expr *e) {
    return name_mangle(c, c->unit->names_in->class_name, e->v.attribute.attr);
}

static void store_attribute(Compiler *c, Expr *e, Reg src) {
    note_static_attribute(c, e);
    Reg object = expr_operand(c, e->v.attribute.value);
    operand_free(c, object);
    Location loc = attr_location(e, e->loc);
    if (name_forbidden(c, &loc, e->v.attribute.attr, CTX_STORE)) return;
    emit(c, &loc, OP_STORE_ATTR, object, src, site_add(c, attr_name(c, e), false));
}

static void store_item(Compiler *c, Expr *e, Reg src) {
    Reg object = expr_operand(c, e->v.subscript.value), key = expr_operand(c, e->v.subscript.slice);
    operand_free(c, key);
    operand_free(c, object);
    emit(c, &e->loc, OP_SETITEM, object, key, src);
}

static bool find_star(Compiler *c, Expr *e, uint32_t *at) {
    ExprSeq *elts = &e->v.list.elts;
    bool found = false;
    for (uint32_t i = 0; i < elts->count; i++) {
        if (elts->items[i]->kind != EXPR_STARRED) continue;
        if (found) {
            compile_error(c, &e->loc, "multiple starred expressions in assignment");
            return false;
        }
        found = true;
        *at = i;
    }
    return found;
}

static void unpack(Compiler *c, Expr *e, Reg src) {
    ExprSeq *elts = &e->v.list.elts;
    uint32_t star = 0, n = elts->count;
    bool starred = find_star(c, e, &star);
    if (starred && (star > 255 || n - star - 1 > 255)) {
        compile_error(c, &e->loc, "too many expressions in star-unpacking assignment");
        return;
    }
    Reg base = temp_next(c);
    for (uint32_t i = 0; i < n && !c->failed; i++) temp_push(c);
    if (starred)
        emit(c, &e->loc, OP_UNPACK_EX, base, src, star | (n - star - 1) << 8);
    else
        emit(c, &e->loc, OP_UNPACK, base, src, n);
    for (uint32_t i = 0; i < n; i++) {
        Expr *target = elts->items[i];
        assign_target(c, target->kind == EXPR_STARRED ? target->v.starred.value : target, base + i);
    }
    temp_pop(c, n);
}

void assign_target(Compiler *c, Expr *target, Reg src) {
    if (!compile_enter(c, &target->loc)) return;
    switch (target->kind) {
    case EXPR_NAME: name_store(c, &target->loc, target->v.name.id, src); break;
    case EXPR_ATTRIBUTE: store_attribute(c, target, src); break;
    case EXPR_SUBSCRIPT: store_item(c, target, src); break;
    case EXPR_LIST:
    case EXPR_TUPLE: unpack(c, target, src); break;
    case EXPR_STARRED: compile_error(c, &target->loc, "starred assignment target must be in a list or tuple"); break;
    default: break;
    }
    compile_leave(c);
}

/* ---- assignment ---- */

static bool is_plain_pair(const Expr *target, const Expr *value) {
    if (target->kind != EXPR_TUPLE && target->kind != EXPR_LIST) return false;
    if (value->kind != EXPR_TUPLE && value->kind != EXPR_LIST) return false;
    return target->v.list.elts.count == value->v.list.elts.count && !has_starred(&target->v.list.elts) &&
           !has_starred(&value->v.list.elts);
}

/* Two or three different locals: CPython turns its SWAP into stores from right to left, which __del__ of what they held
 * shows (apply_static_swaps). */
static bool stored_backwards(Compiler *c, const ExprSeq *targets) {
    Reg regs[3];
    if (targets->count < 2 || targets->count > 3) return false;
    for (uint32_t i = 0; i < targets->count; i++) {
        const Expr *e = targets->items[i];
        regs[i] = e->kind == EXPR_NAME ? name_local(c, e->v.name.id) : REG_NONE;
        if (regs[i] == REG_NONE || e->loc.lineno != targets->items[0]->loc.lineno) return false;
        for (uint32_t k = 0; k < i; k++)
            if (regs[k] == regs[i]) return false;
    }
    return true;
}

/* a, b = x, y without the tuple: all values first, then the targets. */
static void assign_pairwise(Compiler *c, Expr *target, Expr *value) {
    ExprSeq *targets = &target->v.list.elts, *values = &value->v.list.elts;
    uint32_t count = targets->count;
    Reg base = temp_next(c);
    bool backwards = stored_backwards(c, targets);
    for (uint32_t i = 0; i < count; i++) expr_temp(c, values->items[i]);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = backwards ? count - 1 - i : i;
        assign_target(c, targets->items[at], base + at);
    }
    temp_pop(c, values->count);
}

static bool all_constant(Compiler *c, const Expr *value) {
    const ExprSeq *values = &value->v.list.elts;
    for (uint32_t i = 0; i < values->count; i++) {
        Value v;
        if (values->items[i]->kind == EXPR_TUPLE || !expr_const(c, values->items[i], &v)) return false;
        value_release(c->vm, v);
    }
    return true;
}

static void assign_one(Compiler *c, Expr *target, Expr *value) {
    Reg local = target->kind == EXPR_NAME ? name_local(c, target->v.name.id) : REG_NONE;
    if (local != REG_NONE) {
        if (name_forbidden(c, &target->loc, target->v.name.id, CTX_STORE)) return;
        expr_to(c, value, local);
        reg_bound(c, local);
    } else if (is_plain_pair(target, value) && all_constant(c, value)) {
        uint32_t count = value->v.list.elts.count;
        bool backwards = stored_backwards(c, &target->v.list.elts);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t at = backwards ? count - 1 - i : i;
            assign_one(c, target->v.list.elts.items[at], value->v.list.elts.items[at]);
        }
    } else if (is_plain_pair(target, value)) {
        assign_pairwise(c, target, value);
    } else {
        Reg r = expr_operand(c, value);
        assign_target(c, target, r);
        operand_free(c, r);
    }
}

static void assign(Compiler *c, Stmt *s) {
    ExprSeq *targets = &s->v.assign.targets;
    if (targets->count == 1) {
        assign_one(c, targets->items[0], s->v.assign.value);
        return;
    }
    Reg r = expr_temp(c, s->v.assign.value);
    for (uint32_t i = 0; i + 1 < targets->count; i++) {
        Reg copy = temp_push(c);
        emit(c, &s->loc, OP_COPY, copy, r, 0);
        assign_target(c, targets->items[i], copy);
        temp_pop(c, 1);
    }
    assign_target(c, targets->items[targets->count - 1], r);
    temp_pop(c, 1);
}

/* target op= value with the target's present value in `left`; the result lands in dst. */
static void augment(Compiler *c, Stmt *s, Reg left, Reg dst) {
    enum opcode op = binary_opcode(s->v.aug_assign.op, true);
    int64_t i;
    if ((op == OP_IADD || op == OP_ISUB) && expr_small_int(s->v.aug_assign.value, &i) && i >= INT16_MIN &&
        i <= INT16_MAX) {
        emit(c, &s->loc, op == OP_IADD ? OP_IADD_INT : OP_ISUB_INT, dst, left, (uint32_t)i);
        return;
    }
    Reg right = expr_operand(c, s->v.aug_assign.value);
    operand_free(c, right);
    emit(c, &s->loc, op, dst, left, right);
}

static void augment_name(Compiler *c, Stmt *s) {
    Expr *target = s->v.aug_assign.target;
    Identifier *name = target->v.name.id;
    Expr load = *target;
    load.v.name.ctx = CTX_LOAD;
    Reg local = local_operand(c, &load);
    if (local != REG_NONE) {
        augment(c, s, local, local);
        return;
    }
    Reg r = temp_next(c);
    name_load(c, &target->loc, name, r);
    temp_push(c);
    augment(c, s, r, r);
    name_store(c, &target->loc, name, r);
    temp_pop(c, 1);
}

/* A second use of an operand: the same register for a variable, a copy (pushed) of a temporary. */
static Reg operand_again(Compiler *c, const Location *loc, Reg r) {
    if (!reg_is_temp(c, r)) return r;
    Reg copy = temp_push(c);
    emit(c, loc, OP_COPY, copy, r, 0);
    return copy;
}

static void augment_attribute(Compiler *c, Stmt *s) {
    Expr *e = s->v.aug_assign.target;
    Location loc = attr_location(e, e->loc);
    Reg object = expr_operand(c, e->v.attribute.value);
    Reg again = operand_again(c, &loc, object);
    operand_free(c, again);
    Reg value = temp_push(c);
    emit(c, &loc, OP_LOAD_ATTR, value, again, site_add(c, attr_name(c, e), false));
    augment(c, s, value, value);
    emit(c, &loc, OP_STORE_ATTR, object, value, site_add(c, attr_name(c, e), false));
    temp_pop(c, 1);
    operand_free(c, object);
}

static void augment_item(Compiler *c, Stmt *s) {
    Expr *e = s->v.aug_assign.target;
    Reg object = expr_operand(c, e->v.subscript.value), key = expr_operand(c, e->v.subscript.slice);
    Reg object2 = operand_again(c, &e->loc, object), key2 = operand_again(c, &e->loc, key);
    operand_free(c, key2);
    operand_free(c, object2);
    Reg value = temp_push(c);
    emit(c, &e->loc, OP_GETITEM, value, object2, key2);
    augment(c, s, value, value);
    emit(c, &e->loc, OP_SETITEM, object, key, value);
    temp_pop(c, 1);
    operand_free(c, key);
    operand_free(c, object);
}

static void aug_assign(Compiler *c, Stmt *s) {
    switch (s->v.aug_assign.target->kind) {
    case EXPR_NAME:
        if (!name_forbidden(c, &s->v.aug_assign.target->loc, s->v.aug_assign.target->v.name.id, CTX_STORE))
            augment_name(c, s);
        break;
    case EXPR_ATTRIBUTE: augment_attribute(c, s); break;
    default: augment_item(c, s); break;
    }
}

/* The annotation itself belongs to the __annotate__ function, or (of a function's variable) is never evaluated. Parts
 * of a target without a value are evaluated, as CPython does. */
static void ann_assign(Compiler *c, Stmt *s) {
    Expr *target = s->v.ann_assign.target;
    if (s->v.ann_assign.value) {
        assign_one(c, target, s->v.ann_assign.value);
    } else if (target->kind == EXPR_ATTRIBUTE) {
        expr_effect(c, target->v.attribute.value);
    } else if (target->kind == EXPR_SUBSCRIPT) {
        expr_effect(c, target->v.subscript.value);
        expr_effect(c, target->v.subscript.slice);
    } else {
        name_forbidden(c, &target->loc, target->v.name.id, CTX_STORE);
    }
    annotation_executed(c, s);
}

/* ---- del ---- */

static void delete_target(Compiler *c, Expr *e) {
    if (e->kind == EXPR_NAME) {
        name_delete(c, &e->loc, e->v.name.id);
    } else if (e->kind == EXPR_ATTRIBUTE) {
        Reg object = expr_operand(c, e->v.attribute.value);
        operand_free(c, object);
        Location loc = attr_location(e, e->loc);
        if (name_forbidden(c, &loc, e->v.attribute.attr, CTX_DEL)) return;
        emit(c, &loc, OP_DELETE_ATTR, object, 0, site_add(c, attr_name(c, e), false));
    } else if (e->kind == EXPR_SUBSCRIPT) {
        Reg object = expr_operand(c, e->v.subscript.value), key = expr_operand(c, e->v.subscript.slice);
        operand_free(c, key);
        operand_free(c, object);
        emit(c, &e->loc, OP_DELITEM, object, key, 0);
    } else if (e->kind == EXPR_TUPLE || e->kind == EXPR_LIST) {
        if (!compile_enter(c, &e->loc)) return;
        for (uint32_t i = 0; i < e->v.list.elts.count; i++) delete_target(c, e->v.list.elts.items[i]);
        compile_leave(c);
    }
}

/* ---- raise, assert ---- */

static void raise_stmt(Compiler *c, Stmt *s) {
    if (!s->v.raise.exc) {
        emit(c, &s->loc, OP_RAISE_AGAIN, 0, 0, 0);
        return;
    }
    Reg exc = expr_operand(c, s->v.raise.exc);
    if (s->v.raise.cause) {
        Reg cause = expr_operand(c, s->v.raise.cause);
        operand_free(c, cause);
        operand_free(c, exc);
        emit(c, &s->loc, OP_RAISE_FROM, exc, cause, 0);
        return;
    }
    operand_free(c, exc);
    emit(c, &s->loc, OP_RAISE, exc, 0, 0);
}

static void assert_stmt(Compiler *c, Stmt *s) {
    Expr *test = s->v.assert_.test;
    if (test->kind == EXPR_TUPLE && test->v.tuple.elts.count)
        compile_warn(c, &s->loc, "assertion is always true, perhaps remove parentheses?");
    Label end = label_new(c);
    expr_jump(c, test, end, true);
    uint32_t mark = bound_mark(c);
    Reg error = temp_next(c);
    emit(c, &s->loc, OP_LOAD_ASSERTION_ERROR, error, 0, 0);
    if (s->v.assert_.msg) {
        temp_push(c);
        emit(c, &s->loc, OP_LOAD_NULL, temp_push(c), 0, 0);
        expr_temp(c, s->v.assert_.msg);
        temp_pop(c, 3);
        emit(c, &s->loc, OP_CALL_PLAIN, error, 1, error);
    }
    emit(c, &test->loc, OP_RAISE, error, 0, 0);
    bound_undo(c, mark);
    label_here(c, end);
}

/* ---- imports ---- */

static void emit_import(Compiler *c, Stmt *s, Identifier *module, Value fromlist, uint32_t level, Reg dst) {
    uint32_t list = const_add_narrow(c, &s->loc, fromlist, "code with more than 65536 constants");
    emit(c, &s->loc, OP_IMPORT_NAME, dst, name_add(c, module), list);
    emit_ext(c, &s->loc, level, 0);
}

static Identifier *part(Compiler *c, const char *text, size_t length) {
    Identifier *id = arena_intern(c->arena, text, length);
    if (!id) compile_no_memory(c);
    return id;
}

/* import a.b.c as x: the innermost module, found by attributes. Returns its temporary, which is pushed. */
static Reg import_inner(Compiler *c, Stmt *s, const Identifier *name, Reg module) {
    const char *dot = memchr(name->text, '.', name->length), *end = name->text + name->length;
    while (dot && !c->failed) {
        const char *start = dot + 1;
        dot = memchr(start, '.', (size_t)(end - start));
        Reg inner = temp_next(c);
        Identifier *attr = part(c, start, (size_t)((dot ? dot : end) - start));
        emit(c, &s->loc, OP_IMPORT_FROM, inner, module, name_add(c, attr));
        emit(c, &s->loc, OP_CLEAR, module, 0, 0);
        emit(c, &s->loc, OP_MOVE, module, inner, 0);
    }
    return module;
}

static void import_stmt(Compiler *c, Stmt *s) {
    for (uint32_t i = 0; i < s->v.import.names.count; i++) {
        Alias *alias = s->v.import.names.items[i];
        Reg module = temp_next(c);
        if (alias->asname && name_forbidden(c, &alias->loc, alias->asname, CTX_STORE)) return;
        emit_import(c, s, alias->name, VALUE_NONE, 0, module);
        temp_push(c);
        if (alias->asname) {
            import_inner(c, s, alias->name, module);
            name_store(c, &s->loc, alias->asname, module);
        } else {
            const char *dot = memchr(alias->name->text, '.', alias->name->length);
            size_t length = dot ? (size_t)(dot - alias->name->text) : alias->name->length;
            Identifier *first = part(c, alias->name->text, length);
            if (first) name_store(c, &s->loc, first, module);
        }
        temp_pop(c, 1);
    }
}

static Value fromlist(Compiler *c, const AliasSeq *names) {
    Tuple *tuple = tuple_new(c->vm, names->count);
    if (!tuple) return VALUE_NULL;
    for (uint32_t i = 0; i < names->count; i++) {
        Str *name = compile_str(c, names->items[i]->name);
        if (name) tuple->items[i] = value_retain(obj_value(name));
        if (name) continue;
        obj_release(c->vm, tuple);
        return VALUE_NULL;
    }
    return obj_value(tuple);
}

static void from_stmt(Compiler *c, Stmt *s) {
    AliasSeq *names = &s->v.import_from.names;
    Identifier *name = s->v.import_from.module ? s->v.import_from.module : compile_name(c, "");
    if (!name) return;
    if (strcmp(name->text, "__future__") == 0 && !s->v.import_from.level) {
        const Stmt *last = c->last_future;
        if (last == NULL || s->loc.lineno > last->loc.lineno ||
            (s->loc.lineno == last->loc.lineno && s->loc.col > last->loc.col))
            compile_error(c, &s->loc, "from __future__ imports must occur at the beginning of the file");
        return;
    }
    Reg module = temp_next(c);
    emit_import(c, s, name, fromlist(c, names), s->v.import_from.level, module);
    if (strcmp(names->items[0]->name->text, "*") == 0) {
        emit(c, &s->loc, OP_IMPORT_STAR, module, 0, 0);
        return;
    }
    temp_push(c);
    for (uint32_t i = 0; i < names->count; i++) {
        Alias *alias = names->items[i];
        Reg value = temp_next(c);
        emit(c, &s->loc, OP_IMPORT_FROM, value, module, name_add(c, alias->name));
        name_store(c, &alias->loc, alias->asname ? alias->asname : alias->name, value);
    }
    emit(c, &s->loc, OP_CLEAR, module, 0, 0);
    temp_pop(c, 1);
}

/* ---- the switch ---- */

static void expr_stmt(Compiler *c, Stmt *s) {
    Expr *e = s->v.expr.value;
    Value v;
    if ((c->flags & COMPILE_INTERACTIVE) && c->unit->scope->kind == SCOPE_MODULE) {
        Reg r = expr_operand(c, e);
        operand_free(c, r);
        emit(c, &s->loc, OP_PRINT_EXPR, r, 0, 0);
    } else if (expr_const(c, e, &v)) {
        value_release(c->vm, v);
    } else {
        expr_effect(c, e);
    }
}

static void simple_stmt(Compiler *c, Stmt *s) {
    switch (s->kind) {
    case STMT_RETURN: stmt_return(c, s); break;
    case STMT_DELETE:
        for (uint32_t i = 0; i < s->v.delete_.targets.count; i++) delete_target(c, s->v.delete_.targets.items[i]);
        break;
    case STMT_ASSIGN: assign(c, s); break;
    case STMT_TYPE_ALIAS: stmt_type_alias(c, s); break;
    case STMT_AUG_ASSIGN: aug_assign(c, s); break;
    case STMT_ANN_ASSIGN: ann_assign(c, s); break;
    case STMT_RAISE: raise_stmt(c, s); break;
    case STMT_ASSERT:
        if (!(c->flags & COMPILE_NO_ASSERTS)) assert_stmt(c, s);
        break;
    case STMT_IMPORT: import_stmt(c, s); break;
    case STMT_IMPORT_FROM: from_stmt(c, s); break;
    case STMT_EXPR: expr_stmt(c, s); break;
    case STMT_BREAK: stmt_break(c, s); break;
    case STMT_CONTINUE: stmt_continue(c, s); break;
    default: break; /* pass, global, nonlocal */
    }
}

static void any_stmt(Compiler *c, Stmt *s) {
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF: stmt_function(c, s); break;
    case STMT_CLASS_DEF: stmt_class(c, s); break;
    case STMT_FOR: stmt_for(c, s); break;
    case STMT_ASYNC_FOR: stmt_async_for(c, s); break;
    case STMT_WHILE: stmt_while(c, s); break;
    case STMT_IF: stmt_if(c, s); break;
    case STMT_WITH:
    case STMT_ASYNC_WITH: stmt_with(c, s); break;
    case STMT_MATCH: stmt_match(c, s); break;
    case STMT_TRY: stmt_try(c, s); break;
    case STMT_TRY_STAR: stmt_try_star(c, s); break;
    default: simple_stmt(c, s); break;
    }
}

/* while and decorated definitions say their lines themselves; declarations run nothing. */
static bool has_line(const Stmt *s) {
    switch (s->kind) {
    case STMT_WHILE:
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
    case STMT_CLASS_DEF: return false;
    case STMT_ANN_ASSIGN: return s->v.ann_assign.value != NULL;
    default: return true;
    }
}

/* CPython has a NOP for it. */
static bool stands_alone(const Stmt *s) {
    switch (s->kind) {
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_RETURN:
    case STMT_TRY:
    case STMT_TRY_STAR: return true;
    case STMT_IF: return s->v.if_.test->kind == EXPR_CONSTANT;
    case STMT_EXPR: return s->v.expr.value->kind == EXPR_CONSTANT;
    default: return false;
    }
}

void stmt(Compiler *c, Stmt *s) {
    if (!compile_enter(c, &s->loc)) return;
    if (has_line(s)) (stands_alone(s) ? emit_own_line : emit_line)(c, s->loc.lineno);
    any_stmt(c, s);
    compile_leave(c);
}

void stmts(Compiler *c, StmtSeq *body) {
    for (uint32_t i = 0; i < body->count && !c->failed; i++) stmt(c, body->items[i]);
}
