/* compile_comp.c: comprehensions. Those of lists, sets and dicts run inline, with registers of their own so that
 * nothing leaks; generator expressions are functions of their outermost iterator. */
#include "compile.h"

typedef struct Comp {
    Expr *e;
    ComprehensionSeq *gens;
    Reg result; /* REG_NONE: a generator, which yields */
} Comp;

static void element(Compiler *c, Comp *comp) {
    Expr *e = comp->e;
    if (e->kind == EXPR_DICT_COMP) {
        Reg key = expr_operand(c, e->v.dict_comp.key), value = expr_operand(c, e->v.dict_comp.value);
        operand_free(c, value);
        operand_free(c, key);
        emit(c, &e->v.dict_comp.key->loc, OP_DICT_SET, comp->result, key, value);
        return;
    }
    Reg item = expr_operand(c, e->v.comp.elt);
    operand_free(c, item);
    const Location *loc = &e->v.comp.elt->loc;
    if (e->kind == EXPR_GENERATOR_EXP) {
        Reg sent = temp_next(c);
        emit(c, loc, OP_YIELD, sent, item, 0);
        emit(c, loc, OP_CLEAR, sent, 0, 0);
    } else {
        emit(c, loc, e->kind == EXPR_LIST_COMP ? OP_LIST_APPEND : OP_SET_ADD, comp->result, item, 0);
    }
}

/* The loops from the i-th on; the iterator of the first stands in `iterator`. */
static void loops(Compiler *c, Comp *comp, uint32_t i, Reg iterator) {
    Comprehension *g = comp->gens->items[i];
    Label head = label_new(c), again = label_new(c), end = label_new(c);
    if (!compile_enter(c, &g->target->loc)) return;
    label_here(c, head);
    if (g->is_async)
        async_for_header(c, &comp->e->loc, iterator, g->target, end);
    else
        for_header(c, &g->iter->loc, iterator, g->target, end);
    for (uint32_t k = 0; k < g->ifs.count; k++) expr_jump(c, g->ifs.items[k], again, false);
    if (i + 1 < comp->gens->count) {
        Comprehension *next = comp->gens->items[i + 1];
        Reg inner = iterator_push(c, next->iter, next->is_async);
        loops(c, comp, i + 1, inner);
        temp_pop(c, 1);
    } else {
        element(c, comp);
    }
    label_here(c, again);
    emit_jump(c, &g->iter->loc, OP_LOOP, 0, 0, head);
    label_here(c, end);
    if (g->is_async) emit(c, &g->iter->loc, OP_END_ASYNC_FOR, iterator, temp_next(c), 0);
    compile_leave(c);
}

static void generator(Compiler *c, Expr *e, Reg dst) {
    Comp comp = {e, &e->v.comp.generators, REG_NONE};
    Comprehension *outermost = comp.gens->items[0];
    Scope *scope = symtable_scope(c, e);
    Reg function = temp_push(c);
    temp_push(c);
    (void)iterator_push(c, outermost->iter, outermost->is_async);
    Identifier *name = compile_name(c, "<genexpr>");
    Str *text = name ? compile_str(c, name) : NULL;
    uint32_t flags = CODE_COMPREHENSION | (scope && scope->is_async ? CODE_ASYNC_GENERATOR : CODE_GENERATOR);
    if (!text || !unit_begin(c, scope, text, flags, e->loc.lineno)) return;
    unit_qualify(c, name);
    c->unit->argcount = 1;
    loops(c, &comp, 0, 0);
    emit_end(c, &e->loc);
    Code *code = unit_end(c);
    if (!code) return;
    make_function(c, &e->loc, code, scope, function);
    temp_pop(c, 3);
    emit(c, &e->loc, OP_CALL_PLAIN, function, 1, dst);
}

static void clear_variables(Compiler *c, const Scope *scope) {
    for (const Symbol *s = scope->symbols; s; s = s->next) {
        if (s->reach == REACH_LOCAL && s->home == s) emit(c, NULL, OP_CLEAR, s->reg, 0, 0);
    }
}

static void begin_cells(Compiler *c, const Location *loc, const Scope *scope) {
    for (const Symbol *s = scope->symbols; s; s = s->next) {
        if (s->reach == REACH_LOCAL && s->home == s && (s->flags & SYMBOL_CELL))
            emit(c, loc, OP_MAKE_CELL, s->reg, 0, 0);
    }
}

/* Whether it shows what the variables hold after an exception: then they must be let go on its way, as CPython does. A
 * program's frames are seen in its tracebacks, those of the library only where an exception can stay within the code.
 */
static bool is_protected(const Compiler *c) {
    if (!(c->flags & COMPILE_LIBRARY)) return true;
    for (const Block *b = c->unit->block; b; b = b->outer) {
        if (b->handler != LABEL_NONE) return true;
    }
    return false;
}

static void inline_body(Compiler *c, Comp *comp, Scope *scope, Reg iterator) {
    Expr *e = comp->e;
    Scope *outer = c->unit->names_in;
    uint32_t mark = bound_mark(c), start = c->unit->ndrafts;
    c->unit->names_in = scope;
    begin_cells(c, &e->loc, scope);
    loops(c, comp, 0, iterator);
    c->unit->names_in = outer;
    bound_undo(c, mark);
    if (is_protected(c)) {
        Label cleanup = label_new(c), end = label_new(c);
        add_row(c, start, cleanup, comp->result, comp->result);
        clear_variables(c, scope);
        emit_jump(c, NULL, OP_JUMP, 0, 0, end);
        label_here(c, cleanup);
        clear_variables(c, scope);
        emit(c, NULL, OP_RERAISE, comp->result, 0, 0);
        label_here(c, end);
    } else {
        clear_variables(c, scope);
    }
}

static void inline_comprehension(Compiler *c, Expr *e, Reg dst) {
    Comp comp = {e, e->kind == EXPR_DICT_COMP ? &e->v.dict_comp.generators : &e->v.comp.generators, REG_NONE};
    Scope *scope = symtable_scope(c, e);
    if (!scope) return;
    comp.result = temp_push(c);
    Comprehension *outermost = comp.gens->items[0];
    Reg iterator = iterator_push(c, outermost->iter, outermost->is_async);
    enum opcode build = e->kind == EXPR_LIST_COMP  ? OP_BUILD_LIST
                        : e->kind == EXPR_SET_COMP ? OP_BUILD_SET
                                                   : OP_BUILD_DICT;
    emit(c, &e->loc, build, comp.result, comp.result, 0);
    inline_body(c, &comp, scope, iterator);
    temp_pop(c, 2);
    if (dst != comp.result) emit(c, &e->loc, OP_MOVE, dst, comp.result, 0);
}

void comprehension_expr(Compiler *c, Expr *e, Reg dst) {
    if (e->kind == EXPR_GENERATOR_EXP)
        generator(c, e, dst);
    else
        inline_comprehension(c, e, dst);
}
