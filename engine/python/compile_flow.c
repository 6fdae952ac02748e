/* compile_flow.c: statements that move control: loops, try, with, and the early ways out of them.
 *
 * A protected statement reserves registers before its body: `handled` for the exception handled before, `raised` for
 * the one that arrived. While its exception is being handled, a second row (the cleanup) restores what was handled
 * before when yet another exception leaves. */
#include "compile.h"

typedef struct Guard {
    Reg handled, raised;
    Label cleanup;
    Block block; /* covers the handling code */
} Guard;

static void set_line(Compiler *c, const Location *loc) {
    emit_line(c, loc->lineno);
}

/* ---- handling an exception ---- */

static void guard_registers(Compiler *c, Guard *g) {
    g->handled = temp_push(c);
    g->raised = temp_push(c);
}

static void guard_begin(Compiler *c, Guard *g, enum block_kind kind) {
    g->cleanup = label_new(c);
    emit(c, NULL, OP_PUSH_HANDLED, g->handled, g->raised, 0);
    block_push(c, &g->block, kind, NULL);
    g->block.reg = g->handled;
    block_protect(c, &g->block, g->cleanup, g->raised, g->raised);
}

static void pass_on(Compiler *c, const Location *loc, const Guard *g) {
    emit(c, loc, OP_POP_HANDLED, g->handled, 0, 0);
    emit(c, loc, OP_RERAISE, g->raised, 0, 0);
}

static void guard_end(Compiler *c, Guard *g) {
    block_pop(c, &g->block);
    label_here(c, g->cleanup);
    pass_on(c, NULL, g);
}

static void unbind_name(Compiler *c, const Location *loc, Identifier *name) {
    Reg none = temp_next(c);
    emit_none(c, loc, none);
    name_store(c, loc, name, none);
    name_delete(c, loc, name);
}

/* ---- leaving blocks early ---- */

static void call_exit(Compiler *c, const Location *loc, Reg run, bool is_async) {
    for (Reg r = run + 2; r < run + 5; r++) emit_none(c, loc, r);
    emit(c, loc, OP_CALL, run, 3, run);
    if (is_async) {
        emit(c, loc, OP_GET_AWAITABLE, run + 1, run, 2);
        emit(c, loc, OP_SEND, run, run + 1, 0);
    }
    emit(c, loc, OP_CLEAR, run, 0, 0);
}

/* The value on its way stands above the pair that __exit__ is called with, so the call is made above the value. */
static void unwind_with(Compiler *c, Block *b, Reg value) {
    bool is_async = b->kind == BLOCK_ASYNC_WITH;
    set_line(c, &b->loc);
    if (value == REG_NONE) {
        call_exit(c, &b->loc, b->reg, is_async);
        return;
    }
    Reg run = temp_next(c);
    emit(c, &b->loc, OP_COPY, run, b->reg, 0);
    emit(c, &b->loc, OP_COPY, run + 1, b->reg + 1, 0);
    emit(c, NULL, OP_CLEAR, b->reg, 0, 0);
    emit(c, NULL, OP_CLEAR, b->reg + 1, 0, 0);
    call_exit(c, &b->loc, run, is_async);
}

/* The finally body once more, for this way out. A break or continue in it drops the value. */
static void unwind_finally(Compiler *c, Block *b, Reg value) {
    Block keep;
    uint32_t mark = bound_mark(c);
    if (value != REG_NONE) {
        block_push(c, &keep, BLOCK_VALUE, NULL);
        keep.reg = value;
    }
    stmts(c, b->final_body);
    if (value != REG_NONE) block_pop(c, &keep);
    bound_undo(c, mark);
}

/* `loc` is the statement that leaves, or NULL. */
static void unwind_block(Compiler *c, const Location *loc, Block *b, Reg value) {
    switch (b->kind) {
    case BLOCK_FOR:
    case BLOCK_VALUE: emit(c, loc, OP_CLEAR, b->reg, 0, 0); break;
    case BLOCK_FINALLY: unwind_finally(c, b, value); break;
    case BLOCK_FINALLY_END:
        emit(c, loc, OP_CLEAR, b->reg + 1, 0, 0);
        emit(c, loc, OP_POP_HANDLED, b->reg, 0, 0);
        break;
    case BLOCK_WITH:
    case BLOCK_ASYNC_WITH: unwind_with(c, b, value); break;
    case BLOCK_HANDLER:
        emit(c, loc, OP_POP_HANDLED, b->reg, 0, 0);
        if (b->name) unbind_name(c, loc, b->name);
        break;
    case BLOCK_WHILE:
    case BLOCK_TRY:
    case BLOCK_NAME:
    case BLOCK_STAR_HANDLER: break;
    }
}

/* Whether code of the program, or an __exit__, runs on the way out of a block. */
static bool runs_code(const Block *b) {
    return b->kind == BLOCK_FINALLY || b->kind == BLOCK_WITH || b->kind == BLOCK_ASYNC_WITH;
}

/* Emits what leaving every block inside `stop` takes. `value` (a temporary, or REG_NONE) survives it. */
static void unwind(Compiler *c, const Location *loc, Block *stop, Reg value) {
    while (c->unit->block != stop && !c->failed) {
        Block *b = c->unit->block;
        block_pop(c, b);
        unwind_block(c, loc, b, value);
        if (runs_code(b)) loc = NULL; /* as in CPython's compiler: what follows belongs to no line */
    }
}

/* Goes back into the blocks, for the code after the jump. */
static void rewind_blocks(Compiler *c, Block *innermost, uint32_t nblocks, Block *stop) {
    c->unit->block = innermost;
    c->unit->nblocks = nblocks;
    for (Block *b = innermost; b != stop; b = b->outer) block_row_open(c, b);
}

static bool in_star_handler(Compiler *c, const Location *loc, const Block *stop) {
    for (const Block *b = c->unit->block; b != stop; b = b->outer) {
        if (b->kind != BLOCK_STAR_HANDLER) continue;
        compile_error(c, loc, "'break', 'continue' and 'return' cannot appear in an except* block");
        return true;
    }
    return false;
}

/* Whether some code that runs on the way out could assign to a variable. */
static bool unwinding_assigns(const Compiler *c) {
    for (const Block *b = c->unit->block; b; b = b->outer) {
        if (b->kind == BLOCK_FINALLY || (b->kind == BLOCK_HANDLER && b->name)) return true;
    }
    return false;
}

static bool unwinding_runs(const Compiler *c) {
    for (const Block *b = c->unit->block; b; b = b->outer)
        if (runs_code(b)) return true;
    return false;
}

static void return_through_blocks(Compiler *c, Stmt *s) {
    Expr *value = s->v.return_.value;
    Block *innermost = c->unit->block;
    uint32_t nblocks = c->unit->nblocks;
    Value constant = VALUE_NONE;
    bool is_const = !value || expr_const(c, value, &constant);
    Reg r = REG_NONE;
    if (!is_const) r = unwinding_assigns(c) ? expr_temp(c, value) : expr_operand(c, value);
    const Location *loc = unwinding_runs(c) ? NULL : &s->loc;
    unwind(c, &s->loc, NULL, r != REG_NONE && reg_is_temp(c, r) ? r : REG_NONE);
    if (r != REG_NONE) {
        operand_free(c, r);
        emit(c, loc, OP_RETURN, r, 0, 0);
    } else if (!value) {
        emit(c, loc, OP_RETURN_NONE, 0, 0, 0);
    } else {
        emit_const(c, loc, constant, temp_next(c));
        emit(c, loc, OP_RETURN, temp_next(c), 0, 0);
    }
    rewind_blocks(c, innermost, nblocks, NULL);
}

void stmt_return(Compiler *c, Stmt *s) {
    Unit *u = c->unit;
    if (!scope_is_function(u->scope)) {
        compile_error(c, &s->loc, "'return' outside function");
        return;
    }
    if (s->v.return_.value && (u->flags & CODE_ASYNC_GENERATOR)) {
        compile_error(c, &s->loc, "'return' with value in async generator");
        return;
    }
    const Expr *value = s->v.return_.value;
    bool constant = value && value->kind == EXPR_CONSTANT && value->loc.lineno == s->loc.lineno;
    if (in_star_handler(c, constant ? &value->loc : &s->loc, NULL)) return;
    if (u->block) {
        return_through_blocks(c, s);
    } else if (!s->v.return_.value) {
        emit(c, &s->loc, OP_RETURN_NONE, 0, 0, 0);
    } else {
        Reg r = expr_operand(c, s->v.return_.value);
        operand_free(c, r);
        emit(c, &s->loc, OP_RETURN, r, 0, 0);
    }
}

static bool is_loop(const Block *b) {
    return b->kind == BLOCK_WHILE || b->kind == BLOCK_FOR;
}

static Block *find_loop(Compiler *c, Stmt *s) {
    Block *loop = c->unit->block;
    while (loop && !is_loop(loop)) loop = loop->outer;
    if (in_star_handler(c, &s->loc, loop)) return NULL;
    if (!loop)
        compile_error(c, &s->loc, s->kind == STMT_BREAK ? "'break' outside loop" : "'continue' not properly in loop");
    return loop;
}

void stmt_break(Compiler *c, Stmt *s) {
    Block *innermost = c->unit->block, *loop = find_loop(c, s);
    uint32_t nblocks = c->unit->nblocks;
    if (!loop) return;
    unwind(c, &s->loc, loop->outer, REG_NONE);
    emit_jump(c, &s->loc, OP_JUMP, 0, 0, loop->exit);
    rewind_blocks(c, innermost, nblocks, loop->outer);
}

static void loop_back(Compiler *c, const Block *loop) {
    if (loop->kind == BLOCK_FOR) set_line(c, &loop->loc);
    emit_jump(c, &loop->loc, OP_LOOP, 0, 0, loop->again);
}

void stmt_continue(Compiler *c, Stmt *s) {
    Block *innermost = c->unit->block, *loop = find_loop(c, s);
    uint32_t nblocks = c->unit->nblocks;
    if (!loop) return;
    unwind(c, &s->loc, loop, REG_NONE);
    loop_back(c, loop);
    rewind_blocks(c, innermost, nblocks, loop);
}

/* ---- if, loops ---- */

void stmt_if(Compiler *c, Stmt *s) {
    Label end = label_new(c);
    uint32_t mark = 0;
    bool first = true;
    for (;;) {
        Label next = label_new(c);
        expr_jump(c, s->v.if_.test, next, false);
        if (first) mark = bound_mark(c);
        uint32_t branch = bound_mark(c);
        stmts(c, &s->v.if_.body);
        StmtSeq *orelse = &s->v.if_.orelse;
        if (orelse->count) emit_jump(c, NULL, OP_JUMP, 0, 0, end);
        bound_undo(c, branch);
        label_here(c, next);
        if (orelse->count != 1 || orelse->items[0]->kind != STMT_IF) {
            stmts(c, orelse);
            break;
        }
        s = orelse->items[0];
        set_line(c, &s->loc);
        first = false;
    }
    bound_undo(c, mark);
    label_here(c, end);
}

void stmt_while(Compiler *c, Stmt *s) {
    Block loop;
    Label head = label_new(c), done = label_new(c);
    block_push(c, &loop, BLOCK_WHILE, &s->loc);
    loop.exit = label_new(c);
    loop.again = head;
    label_here(c, head);
    (s->v.while_.test->kind == EXPR_CONSTANT ? emit_own_line : emit_line)(c, s->loc.lineno);
    expr_jump(c, s->v.while_.test, done, false);
    uint32_t mark = bound_mark(c);
    stmts(c, &s->v.while_.body);
    loop_back(c, &loop);
    block_pop(c, &loop);
    bound_undo(c, mark);
    label_here(c, done);
    stmts(c, &s->v.while_.orelse);
    bound_undo(c, mark);
    label_here(c, loop.exit);
}

/* A list of constants that is only iterated over may be a tuple, which is made once. */
static Reg iterable_operand(Compiler *c, Expr *e) {
    Value v;
    Expr as_tuple = *e;
    if (e->kind == EXPR_LIST) as_tuple.kind = EXPR_TUPLE;
    if (e->kind != EXPR_LIST || !expr_const(c, &as_tuple, &v)) return expr_operand(c, e);
    emit_const(c, &e->loc, v, temp_next(c));
    return temp_push(c);
}

Reg iterator_push(Compiler *c, Expr *e, bool is_async) {
    Reg iterable = is_async ? expr_operand(c, e) : iterable_operand(c, e);
    operand_free(c, iterable);
    Reg iterator = temp_push(c);
    emit(c, &e->loc, is_async ? OP_GET_AITER : OP_GET_ITER, iterator, iterable, 0);
    return iterator;
}

void for_header(Compiler *c, const Location *loc, Reg iterator, Expr *target, Label end) {
    Reg local = target->kind == EXPR_NAME ? name_local(c, target->v.name.id) : REG_NONE;
    if (local != REG_NONE && !name_forbidden(c, &target->loc, target->v.name.id, CTX_STORE)) {
        emit_jump(c, loc, OP_FOR_ITER, local, iterator, end);
        reg_bound(c, local);
        return;
    }
    Reg item = temp_next(c);
    emit_jump(c, loc, OP_FOR_ITER, item, iterator, end);
    temp_push(c);
    assign_target(c, target, item);
    temp_pop(c, 1);
}

void async_for_header(Compiler *c, const Location *loc, Reg iterator, Expr *target, Label end) {
    Reg item = temp_push(c), awaitable = temp_push(c);
    uint32_t start = c->unit->ndrafts;
    emit(c, loc, OP_GET_ANEXT, awaitable, iterator, 0);
    emit(c, loc, OP_SEND, item, awaitable, 0);
    add_row(c, start, end, item, item);
    temp_pop(c, 1);
    assign_target(c, target, item);
    temp_pop(c, 1);
}

static void for_loop(Compiler *c, Stmt *s, bool is_async) {
    Block loop;
    Label head = label_new(c), done = label_new(c);
    const Location *loc = &s->v.for_.iter->loc;
    Reg iterator = iterator_push(c, s->v.for_.iter, is_async);
    block_push(c, &loop, BLOCK_FOR, &s->loc);
    loop.reg = iterator;
    loop.exit = label_new(c);
    loop.again = head;
    label_here(c, head);
    uint32_t mark = bound_mark(c);
    if (is_async)
        async_for_header(c, &s->loc, iterator, s->v.for_.target, done);
    else
        for_header(c, loc, iterator, s->v.for_.target, done);
    stmts(c, &s->v.for_.body);
    loop_back(c, &loop);
    block_pop(c, &loop);
    bound_undo(c, mark);
    label_here(c, done);
    if (is_async) emit(c, loc, OP_END_ASYNC_FOR, iterator, temp_next(c), 0);
    stmts(c, &s->v.for_.orelse);
    bound_undo(c, mark);
    label_here(c, loop.exit);
    temp_pop(c, 1);
}

void stmt_for(Compiler *c, Stmt *s) {
    for_loop(c, s, false);
}

void stmt_async_for(Compiler *c, Stmt *s) {
    for_loop(c, s, true);
}

/* ---- try ---- */

static void handler_body(Compiler *c, Guard *g, ExceptHandler *h, Label end) {
    Block named;
    Label forget = label_new(c);
    if (h->name)
        name_store(c, &h->loc, h->name, g->raised);
    else
        emit(c, NULL, OP_CLEAR, g->raised, 0, 0);
    g->block.name = h->name;
    block_push(c, &named, BLOCK_NAME, &h->loc);
    if (h->name) block_protect(c, &named, forget, g->raised, g->raised);
    stmts(c, &h->body);
    block_pop(c, &named);
    g->block.name = NULL;
    block_row_close(c, &g->block);
    emit(c, NULL, OP_POP_HANDLED, g->handled, 0, 0);
    if (h->name) unbind_name(c, NULL, h->name);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    block_row_open(c, &g->block);
    if (!h->name) return;
    label_here(c, forget);
    unbind_name(c, NULL, h->name);
    emit(c, NULL, OP_RERAISE, g->raised, 0, 0);
}

/* `unmatched` is where it goes on when none fits. */
static void except_clauses(Compiler *c, Guard *g, ExceptHandlerSeq *handlers, Label unmatched, Label end) {
    uint32_t mark = bound_mark(c);
    for (uint32_t i = 0; i < handlers->count && !c->failed; i++) {
        ExceptHandler *h = handlers->items[i];
        bool is_last = i + 1 == handlers->count;
        Label next = is_last ? unmatched : label_new(c);
        if (!h->type && !is_last) {
            compile_error(c, &h->loc, "default 'except:' must be last");
            return;
        }
        (h->type ? emit_line : emit_own_line)(c, h->loc.lineno);
        if (h->type) {
            Reg type = expr_operand(c, h->type);
            operand_free(c, type);
            emit_jump(c, &h->loc, OP_JUMP_UNLESS_MATCH, g->raised, type, next);
        }
        handler_body(c, g, h, end);
        bound_undo(c, mark);
        if (!is_last) label_here(c, next);
    }
}

static void try_except(Compiler *c, Stmt *s) {
    Block body;
    Guard guard;
    Label handlers = label_new(c), end = label_new(c);
    uint32_t mark = bound_mark(c);
    guard_registers(c, &guard);
    block_push(c, &body, BLOCK_TRY, &s->loc);
    block_protect(c, &body, handlers, guard.raised, guard.raised);
    stmts(c, &s->v.try_.body);
    block_pop(c, &body);
    stmts(c, &s->v.try_.orelse);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    bound_undo(c, mark);
    label_here(c, handlers);
    guard_begin(c, &guard, BLOCK_HANDLER);
    Label unmatched = label_new(c);
    except_clauses(c, &guard, &s->v.try_.handlers, unmatched, end);
    guard_end(c, &guard);
    bound_undo(c, mark);
    const ExceptHandler *last = s->v.try_.handlers.items[s->v.try_.handlers.count - 1];
    if (last->type) { /* at the line of the type that was asked for last */
        label_here(c, unmatched);
        pass_on(c, &last->loc, &guard);
    }
    label_here(c, end);
    temp_pop(c, 2);
}

static void try_finally(Compiler *c, Stmt *s, void (*inner)(Compiler *c, Stmt *s)) {
    Block body;
    Guard guard;
    Label arrive = label_new(c), end = label_new(c);
    uint32_t mark = bound_mark(c);
    guard_registers(c, &guard);
    block_push(c, &body, BLOCK_FINALLY, &s->loc);
    body.final_body = &s->v.try_.finalbody;
    block_protect(c, &body, arrive, guard.raised, guard.raised);
    if (s->v.try_.handlers.count)
        inner(c, s);
    else
        stmts(c, &s->v.try_.body);
    block_pop(c, &body);
    stmts(c, &s->v.try_.finalbody);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    bound_undo(c, mark);
    label_here(c, arrive);
    guard_begin(c, &guard, BLOCK_FINALLY_END);
    c->silent++; /* these statements have been warned of above */
    stmts(c, &s->v.try_.finalbody);
    c->silent--;
    emit(c, NULL, OP_RERAISE, guard.raised, 0, 0);
    guard_end(c, &guard);
    bound_undo(c, mark);
    label_here(c, end);
    temp_pop(c, 2);
}

void stmt_try(Compiler *c, Stmt *s) {
    if (s->v.try_.finalbody.count)
        try_finally(c, s, try_except);
    else
        try_except(c, s);
}

/* ---- try with except* ---- */

typedef struct Star {
    Guard guard;
    Reg original, list; /* the group that arrived; what is raised again at the end */
} Star;

static void star_body(Compiler *c, Star *star, ExceptHandler *h, Reg match, Reg handled, Label next) {
    Block body, named;
    Label raised = label_new(c);
    emit(c, NULL, OP_PUSH_HANDLED, handled, match, 0); /* up to the end of all clauses */
    emit(c, NULL, OP_CLEAR, handled, 0, 0);
    if (h->name)
        name_store(c, &h->loc, h->name, match);
    else
        emit(c, NULL, OP_CLEAR, match, 0, 0);
    block_push(c, &body, BLOCK_STAR_HANDLER, &h->loc);
    block_push(c, &named, BLOCK_NAME, NULL);
    block_protect(c, &named, raised, temp_next(c), match);
    stmts(c, &h->body);
    block_pop(c, &named);
    block_pop(c, &body);
    if (h->name) unbind_name(c, NULL, h->name);
    emit_jump(c, NULL, OP_JUMP, 0, 0, next);
    label_here(c, raised);
    if (h->name) unbind_name(c, NULL, h->name);
    emit(c, NULL, OP_LIST_APPEND, star->list, match, 0);
    emit_jump(c, NULL, OP_JUMP, 0, 0, next);
}

static void star_clause(Compiler *c, Star *star, ExceptHandler *h) {
    Label nothing = label_new(c), next = label_new(c);
    uint32_t mark = bound_mark(c);
    Reg rest = star->guard.raised;
    set_line(c, &h->loc);
    Reg type = expr_operand(c, h->type);
    operand_free(c, type);
    Reg match = temp_push(c), handled = temp_push(c), flag = temp_next(c);
    emit(c, &h->loc, OP_CHECK_STAR_MATCH, match, rest, type);
    emit(c, NULL, OP_CLEAR, rest, 0, 0);
    emit(c, NULL, OP_MOVE, rest, handled, 0);
    emit(c, NULL, OP_COPY, flag, match, 0);
    emit_jump(c, NULL, OP_JUMP_IF_NONE, flag, 0, nothing);
    star_body(c, star, h, match, handled, next);
    bound_undo(c, mark);
    label_here(c, nothing);
    emit(c, NULL, OP_CLEAR, match, 0, 0);
    label_here(c, next);
    temp_pop(c, 2);
}

static void star_clauses(Compiler *c, Star *star, Stmt *s) {
    Guard *g = &star->guard;
    Label quiet = label_new(c);
    Reg flag = temp_next(c);
    emit(c, NULL, OP_COPY, star->original, g->raised, 0);
    emit(c, NULL, OP_BUILD_LIST, star->list, star->list, 0);
    for (uint32_t i = 0; i < s->v.try_.handlers.count && !c->failed; i++)
        star_clause(c, star, s->v.try_.handlers.items[i]);
    emit(c, NULL, OP_LIST_APPEND, star->list, g->raised, 0);
    emit(c, NULL, OP_STAR_RERAISE, g->raised, star->list, star->original);
    emit(c, NULL, OP_COPY, flag, g->raised, 0);
    emit_jump(c, NULL, OP_JUMP_IF_NONE, flag, 0, quiet);
    emit(c, NULL, OP_RERAISE, g->raised, 0, 0);
    label_here(c, quiet);
    emit(c, NULL, OP_CLEAR, g->raised, 0, 0);
    block_row_close(c, &g->block);
    emit(c, NULL, OP_POP_HANDLED, g->handled, 0, 0);
}

static void try_star(Compiler *c, Stmt *s) {
    Block body;
    Star star;
    Label handlers = label_new(c), end = label_new(c);
    uint32_t mark = bound_mark(c);
    guard_registers(c, &star.guard);
    star.original = temp_push(c);
    star.list = temp_push(c);
    block_push(c, &body, BLOCK_TRY, &s->loc);
    block_protect(c, &body, handlers, star.guard.raised, star.guard.raised);
    stmts(c, &s->v.try_.body);
    block_pop(c, &body);
    stmts(c, &s->v.try_.orelse);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    bound_undo(c, mark);
    label_here(c, handlers);
    guard_begin(c, &star.guard, BLOCK_HANDLER);
    star_clauses(c, &star, s);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    guard_end(c, &star.guard);
    bound_undo(c, mark);
    label_here(c, end);
    temp_pop(c, 4);
}

void stmt_try_star(Compiler *c, Stmt *s) {
    if (s->v.try_.finalbody.count)
        try_finally(c, s, try_star);
    else
        try_star(c, s);
}

/* ---- with ---- */

enum { SPECIAL_ENTER, SPECIAL_EXIT, SPECIAL_AENTER, SPECIAL_AEXIT };

/* Loads the bound __exit__ into the pair at `exit` and calls __enter__; the result lands in the returned temporary,
 * which is pushed. */
static Reg enter_context(Compiler *c, Expr *context, Reg exit, bool is_async) {
    const Location *loc = &context->loc;
    Reg object = expr_operand(c, context), first = object;
    if (reg_is_temp(c, object)) {
        first = temp_next(c);
        emit(c, loc, OP_COPY, first, object, 0);
    }
    emit(c, loc, OP_LOAD_SPECIAL, exit, first, is_async ? SPECIAL_AEXIT : SPECIAL_EXIT);
    operand_free(c, object);
    Reg run = temp_push(c);
    temp_push(c);
    emit(c, loc, OP_LOAD_SPECIAL, run, object, is_async ? SPECIAL_AENTER : SPECIAL_ENTER);
    emit(c, loc, OP_CALL, run, 0, run);
    if (is_async) {
        emit(c, loc, OP_GET_AWAITABLE, run + 1, run, 1);
        emit(c, loc, OP_SEND, run, run + 1, 0);
    }
    temp_pop(c, 1);
    return run;
}

static void with_item(Compiler *c, Stmt *s, uint32_t i);

static void with_body(Compiler *c, Stmt *s, uint32_t i, Reg entered) {
    Expr *vars = s->v.with.items.items[i]->optional_vars;
    if (vars)
        assign_target(c, vars, entered);
    else
        emit(c, NULL, OP_CLEAR, entered, 0, 0);
    temp_pop(c, 1);
    if (i + 1 < s->v.with.items.count && !c->failed) /* after too many blocks it would go on to the end of the stack */
        with_item(c, s, i + 1);
    else
        stmts(c, &s->v.with.body);
}

/* __exit__ is called with the exception; a true result ends it. */
static void exit_with_exception(Compiler *c, const Location *loc, Guard *g, Reg exit, bool is_async) {
    Label suppress = label_new(c);
    emit(c, loc, OP_EXC_TRIPLE, exit + 2, g->raised, 0);
    emit(c, loc, OP_CALL, exit, 3, exit);
    if (is_async) {
        emit(c, loc, OP_GET_AWAITABLE, exit + 1, exit, 2);
        emit(c, loc, OP_SEND, exit, exit + 1, 0);
    }
    emit_jump(c, loc, OP_JUMP_IF, exit, 0, suppress);
    emit(c, loc, OP_RERAISE, g->raised, 0, 0);
    label_here(c, suppress);
    emit(c, NULL, OP_CLEAR, g->raised, 0, 0);
    block_row_close(c, &g->block);
    emit(c, NULL, OP_POP_HANDLED, g->handled, 0, 0);
}

static void with_item(Compiler *c, Stmt *s, uint32_t i) {
    Expr *context = s->v.with.items.items[i]->context_expr;
    bool is_async = s->kind == STMT_ASYNC_WITH;
    Block body;
    Guard guard;
    Label arrive = label_new(c), end = label_new(c);
    guard_registers(c, &guard);
    Reg exit = temp_push(c);
    temp_push(c);
    Reg entered = enter_context(c, context, exit, is_async);
    uint32_t mark = bound_mark(c);
    block_push(c, &body, is_async ? BLOCK_ASYNC_WITH : BLOCK_WITH, &context->loc);
    body.reg = exit;
    block_protect(c, &body, arrive, exit + 2, guard.raised);
    with_body(c, s, i, entered);
    block_pop(c, &body);
    set_line(c, &context->loc);
    call_exit(c, &context->loc, exit, is_async);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    bound_undo(c, mark);
    label_here(c, arrive);
    set_line(c, &context->loc);
    guard_begin(c, &guard, BLOCK_HANDLER);
    exit_with_exception(c, &context->loc, &guard, exit, is_async);
    emit_jump(c, NULL, OP_JUMP, 0, 0, end);
    guard_end(c, &guard);
    label_here(c, end);
    temp_pop(c, 4);
}

void stmt_with(Compiler *c, Stmt *s) {
    with_item(c, s, 0);
}
