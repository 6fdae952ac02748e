/* compile_name.c: loading, storing and deleting names, by the way their scope reaches them. */
#include "compile.h"

#include <string.h>

static Identifier *mangled(Compiler *c, Identifier *name) {
    return scope_mangle(c, c->unit->names_in, name);
}

Symbol *name_symbol(Compiler *c, Identifier *name) {
    return c->failed ? NULL : scope_find(c->unit->names_in, mangled(c, name));
}

static bool is_cell(const Symbol *s) {
    return s->reach == REACH_FREE || (s->reach == REACH_LOCAL && (s->home->flags & SYMBOL_CELL));
}

Reg name_local(Compiler *c, Identifier *name) {
    const Symbol *s = name_symbol(c, name);
    if (!s || s->reach != REACH_LOCAL || is_cell(s)) return REG_NONE;
    return s->reg;
}

/* An annotation scope in a class looks in the class's namespace first. */
static bool class_name_load(Compiler *c, const Location *loc, const Symbol *s, Identifier *name, Reg dst) {
    const Scope *scope = c->unit->names_in;
    if (!scope->in_class || !(s->reach == REACH_FREE || (s->reach == REACH_GLOBAL && !(s->flags & SYMBOL_GLOBAL))))
        return false;
    const Scope *owner = scope->parent;
    while (owner && owner->kind != SCOPE_CLASS) owner = owner->parent;
    if (!owner || !owner->class_dict) return false;
    Reg cell = cell_register(c, owner->class_dict);
    if (s->reach == REACH_GLOBAL) {
        emit(c, loc, OP_LOAD_DICT_OR_GLOBAL, dst, cell, name_add(c, name));
    } else {
        emit(c, loc, OP_LOAD_DICT_OR_CELL, dst, cell, name_add(c, name));
        emit_ext(c, loc, s->reg, 0);
    }
    return true;
}

static void load_cell(Compiler *c, const Location *loc, const Symbol *s, Identifier *name, Reg dst) {
    bool in_class = s->reach == REACH_FREE && c->unit->names_in->kind == SCOPE_CLASS;
    if (in_class)
        emit(c, loc, OP_LOAD_CLASS_CELL, dst, s->reg, name_add(c, name));
    else
        emit(c, loc, OP_LOAD_CELL, dst, s->reg, 0);
}

void name_load(Compiler *c, const Location *loc, Identifier *plain, Reg dst) {
    Identifier *name = mangled(c, plain);
    const Symbol *s = name_symbol(c, plain);
    if (c->failed) return;
    uint8_t reach = s ? s->reach : (uint8_t)REACH_GLOBAL;
    if (s && class_name_load(c, loc, s, name, dst)) return;
    if (reach == REACH_NAMESPACE) {
        emit(c, loc, OP_LOAD_NAME, dst, name_add(c, name), 0);
    } else if (reach == REACH_GLOBAL) {
        emit(c, loc, OP_LOAD_GLOBAL, dst, site_add(c, name, true), 0);
    } else if (is_cell(s)) {
        load_cell(c, loc, s, name, dst);
    } else if (dst != s->reg) {
        emit(c, loc, OP_MOVE, dst, s->reg, 0);
        reg_bound(c, s->reg);
    } else {
        emit(c, loc, OP_CHECK_BOUND, s->reg, 0, 0);
    }
}

void name_store(Compiler *c, const Location *loc, Identifier *plain, Reg src) {
    Identifier *name = mangled(c, plain);
    const Symbol *s = name_symbol(c, plain);
    if (c->failed || name_forbidden(c, loc, plain, CTX_STORE)) return;
    uint8_t reach = s ? s->reach : (uint8_t)REACH_GLOBAL;
    if (reach == REACH_NAMESPACE) {
        emit(c, loc, OP_STORE_NAME, src, name_add(c, name), 0);
    } else if (reach == REACH_GLOBAL) {
        emit(c, loc, OP_STORE_GLOBAL, src, name_add(c, name), 0);
    } else if (is_cell(s)) {
        emit(c, loc, OP_STORE_CELL, s->reg, src, 0);
    } else {
        if (src != s->reg) emit(c, loc, OP_MOVE, s->reg, src, 0);
        reg_bound(c, s->reg);
    }
}

void name_delete(Compiler *c, const Location *loc, Identifier *plain) {
    Identifier *name = mangled(c, plain);
    const Symbol *s = name_symbol(c, plain);
    if (c->failed || name_forbidden(c, loc, plain, CTX_DEL)) return;
    uint8_t reach = s ? s->reach : (uint8_t)REACH_GLOBAL;
    if (reach == REACH_NAMESPACE)
        emit(c, loc, OP_DELETE_NAME, 0, name_add(c, name), 0);
    else if (reach == REACH_GLOBAL)
        emit(c, loc, OP_DELETE_GLOBAL, 0, name_add(c, name), 0);
    else if (is_cell(s))
        emit(c, loc, OP_DELETE_CELL, s->reg, 0, 0);
    else
        emit(c, loc, OP_DELETE_LOCAL, s->reg, 0, 0);
}

bool name_forbidden(Compiler *c, const Location *loc, Identifier *name, ExprContext ctx) {
    if (ctx == CTX_LOAD || strcmp(name->text, "__debug__") != 0) return false;
    compile_error(c, loc, ctx == CTX_STORE ? "cannot assign to __debug__" : "cannot delete __debug__");
    return true;
}
