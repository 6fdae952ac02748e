/* compile.h: the compiler's own header. Source becomes a tree (ast.h), scopes (symtable.h), then code objects; each
 * code object is a Unit while it is being made.
 *
 * Errors stick: the first one is set on the thread and noted in Compiler.failed, and everything after it does nothing.
 *
 * Registers: named ones are fixed before code is made; temporaries are a stack above them (Unit.depth). expr_to writes
 * the value by its last instruction only, so the destination may be a variable the expression reads, and may be the
 * first free temporary while the expression uses the same one for parts.
 */
#ifndef LOOPSCOPE_PYTHON_COMPILE_H
#define LOOPSCOPE_PYTHON_COMPILE_H

#include "code.h"
#include "names_map.h"
#include "object.h"
#include "symtable.h"
#include "vm_state.h"

typedef uint32_t Reg;
typedef uint32_t Label; /* index into Unit.labels */
#define LABEL_NONE UINT32_MAX
#define REG_NONE UINT32_MAX

/* An instruction whose jump is not resolved yet. */
typedef struct Draft {
    Instr instr;
    Position position;
    Label target;    /* or LABEL_NONE */
    uint32_t passed; /* the line that begins on its way, which it was led past; 0: none */
} Draft;

typedef struct LabelPlace {
    uint32_t at;   /* index of a draft; UINT32_MAX: not placed yet */
    uint32_t uses; /* jumps and handlers that lead to it, while code that can run leads there */
} LabelPlace;

typedef struct DraftHandler {
    uint32_t start, end; /* drafts */
    Label target;
    uint16_t depth, reg;
} DraftHandler;

enum block_kind {
    BLOCK_WHILE,
    BLOCK_FOR,
    BLOCK_TRY,         /* body of try-except */
    BLOCK_FINALLY,     /* body (and handlers) of try-finally */
    BLOCK_FINALLY_END, /* the finally body while an exception is on its way */
    BLOCK_WITH,
    BLOCK_ASYNC_WITH,
    BLOCK_HANDLER,      /* except clauses; its name is that of the clause whose body is compiled */
    BLOCK_NAME,         /* body of an except clause with a name */
    BLOCK_VALUE,        /* a value waits in a register while a finally body runs */
    BLOCK_STAR_HANDLER, /* body of an except* clause: break, continue, return are errors */
};

/* What must be undone when control leaves a statement before its end. Blocks live on the C stack of the compiler. */
typedef struct Block {
    struct Block *outer;
    enum block_kind kind;
    Label exit, again;  /* loops: break and continue go here */
    Reg reg;            /* first temporary that the block owns */
    uint32_t row_start; /* draft at which the protected range began, UINT32_MAX: no range is open */
    Label handler;      /* of the protected range; LABEL_NONE: none */
    Reg handler_depth, handler_reg;
    StmtSeq *final_body;
    Identifier *name; /* HANDLER: the name bound, or NULL */
    Location loc;
} Block;

typedef struct Unit {
    struct Unit *outer;
    Scope *scope;         /* the host */
    Scope *names_in;      /* the scope that names are looked up in: host, or an inline comprehension in it */
    Str *name, *qualname; /* owned */
    uint32_t flags;
    uint32_t first_line;
    uint32_t argcount, posonly, kwonly;
    uint32_t named, first_free, nfree, class_cell;
    uint32_t depth, max_depth; /* temporaries in use */
    Draft *drafts;
    uint32_t ndrafts, drafts_capacity;
    LabelPlace *labels;
    uint32_t nlabels, labels_capacity;
    DraftHandler *rows;
    uint32_t nrows, rows_capacity;
    Value *consts; /* owned */
    uint32_t nconsts, consts_capacity;
    uint32_t *const_index; /* open addressing by hash, 0 empty, else index + 1 */
    uint32_t const_index_size;
    Identifier **names;
    uint32_t nnames, names_capacity;
    Identifier **sites;
    uint32_t nsites, sites_capacity;
    NamesMap name_map, site_map;
    Symbol **registers;  /* named registers' symbols (NULL for hidden ones) */
    uint8_t *bound;      /* named registers that surely hold a value here */
    uint32_t *bound_log; /* those set, in order, so that a branch can take its own back */
    uint32_t nbound, bound_capacity;
    Block *block;
    uint32_t nblocks;
    Value doc;
    bool dead;               /* what is emitted here can never run, so it is dropped */
    uint32_t line;           /* of the last LINE */
    Identifier **attributes; /* class: names set on self in its methods */
    uint32_t nattributes, attributes_capacity;
} Unit;

struct Compiler {
    Vm *vm;
    Arena *arena;
    Str *filename;
    const char *source;
    size_t length;
    unsigned flags;
    Unit *unit;
    bool failed;
    uint32_t depth;    /* nesting of the tree, guarded */
    uint32_t silent;   /* not 0: a copy of statements that have had their warnings */
    WarningList *told; /* where compile_warn notes what it has warned of; NULL: nowhere */
    NamesMap scopes;   /* node -> Scope */
    Value *pool;       /* owned values that live as long as the compilation */
    uint32_t npool, pool_capacity;
    bool future_annotations;
    const Stmt *last_future; /* the last import from __future__ at the beginning of the file */
};

/* ---- compile.c: errors, entry ---- */
/* SyntaxError at a place; printf-like as raise_error. Does nothing when there is one already. */
void compile_error(Compiler *c, const Location *loc, const char *format, ...);
/* NotImplementedError: Loopscope has no <what> yet. */
void compile_not_yet(Compiler *c, const Location *loc, const char *what);
/* SyntaxWarning; may become the error. */
void compile_warn(Compiler *c, const Location *loc, const char *format, ...);
/* Warns once more of what is in a list that Compiler.told has pointed to. */
void compile_warn_again(Compiler *c, const WarningList *told);
void compile_no_memory(Compiler *c);                  /* notes a failure; MemoryError is set unless an exception is */
bool compile_enter(Compiler *c, const Location *loc); /* one level deeper; false: too deep, error set */
static inline void compile_leave(Compiler *c) {
    c->depth--;
}
/* The interned Str of a name; borrowed, lives as long as the compilation. NULL: failed. */
Str *compile_str(Compiler *c, Identifier *name);
Identifier *compile_name(Compiler *c, const char *text);

/* ---- compile_unit.c: making code ---- */
/* Grows an array of the compiler to hold one more. False: failed. */
bool array_grow(Compiler *c, void **items, uint32_t count, uint32_t *capacity, size_t size);
Unit *unit_begin(Compiler *c, Scope *scope, Str *name, uint32_t flags, uint32_t first_line);
/* Ends the current unit and returns its code; NULL when compilation failed. The unit is freed in any case. */
Code *unit_end(Compiler *c);
void emit(Compiler *c, const Location *loc, enum opcode op, uint32_t a, uint32_t b, uint32_t field_c);
void emit_wide(Compiler *c, const Location *loc, enum opcode op, uint32_t a, uint32_t wide);
void emit_ext(Compiler *c, const Location *loc, uint32_t a, uint32_t b);
/* A jump: W kinds use a alone, J kinds a and b. */
void emit_jump(Compiler *c, const Location *loc, enum opcode op, uint32_t a, uint32_t b, Label target);
void emit_line(Compiler *c, uint32_t line);
/* The same for a statement that may have no instruction on that line, and counts as one for who traces lines. */
void emit_own_line(Compiler *c, uint32_t line);
/* RETURN_NONE at the end of a body, with the place that a warning names: it begins no line. */
void emit_end(Compiler *c, const Location *loc);
Label label_new(Compiler *c);
void label_here(Compiler *c, Label label);
bool label_used(Compiler *c, Label label);
static inline Reg temp_next(const Compiler *c) {
    return c->unit->named + c->unit->depth;
}
Reg temp_push(Compiler *c);
static inline void temp_pop(Compiler *c, uint32_t n) {
    c->unit->depth -= n;
}
static inline bool reg_is_temp(const Compiler *c, Reg r) {
    return r >= c->unit->named;
}
static inline void operand_free(Compiler *c, Reg r) {
    if (reg_is_temp(c, r)) temp_pop(c, 1);
}
void reg_bound(Compiler *c, Reg r); /* a named register surely holds a value from here on */
static inline uint32_t bound_mark(const Compiler *c) {
    return c->unit->nbound;
}
void bound_undo(Compiler *c, uint32_t mark);
/* Protected ranges and blocks. */
void block_push(Compiler *c, Block *block, enum block_kind kind, const Location *loc);
void block_protect(Compiler *c, Block *block, Label handler, Reg depth, Reg reg); /* opens the range */
void block_row_close(Compiler *c, Block *block);
void block_row_open(Compiler *c, Block *block);
void block_pop(Compiler *c, Block *block);                                   /* closes its range */
void add_row(Compiler *c, uint32_t start, Label target, Reg depth, Reg reg); /* [start, here) */
uint32_t site_add(Compiler *c, Identifier *name, bool shared);
uint32_t name_add(Compiler *c, Identifier *name);
/* compile_assemble.c */
Code *unit_assemble(Compiler *c, Unit *u);

/* ---- compile_const.c ---- */
/* Whether the expression is a constant, with its value (owned). */
bool expr_const(Compiler *c, const Expr *e, Value *value);
bool expr_small_int(const Expr *e, int64_t *value);
/* 1 true, 0 false, -1 not a constant. */
int expr_const_truth(Compiler *c, const Expr *e);
/* Replaces an expression whose parts are constants by its value (called once per node, parts first). */
void fold_expr(Compiler *c, Expr *e);
void emit_const(Compiler *c, const Location *loc, Value value, Reg dst); /* takes value over */
void emit_none(Compiler *c, const Location *loc, Reg dst);
uint32_t const_add(Compiler *c, Value value); /* takes value over; the index */
uint32_t const_add_narrow(Compiler *c, const Location *loc, Value value, const char *what); /* index of 16 bits */
Value const_str(Compiler *c, const char *text, size_t length);                              /* owned */
Value pool_keep(Compiler *c, Value value); /* takes over; borrowed from now on */
#define EXPR_FOLDED ((ExprKind)64)         /* v.constant.text is a Value * */

/* ---- compile_name.c ---- */
Symbol *name_symbol(Compiler *c, Identifier *name);
/* The register of a plain local that may be used in place, else REG_NONE. */
Reg name_local(Compiler *c, Identifier *name);
void name_load(Compiler *c, const Location *loc, Identifier *name, Reg dst);
/* Stores register src (a temporary is consumed, but not popped). */
void name_store(Compiler *c, const Location *loc, Identifier *name, Reg src);
void name_delete(Compiler *c, const Location *loc, Identifier *name);
bool name_forbidden(Compiler *c, const Location *loc, Identifier *name, ExprContext ctx);
/* Register in the current unit of the cell of a binding symbol. */
Reg cell_register(Compiler *c, const Symbol *home);

/* ---- compile_expr.c ---- */
void expr_to(Compiler *c, Expr *e, Reg dst);
Reg expr_temp(Compiler *c, Expr *e);
Reg expr_operand(Compiler *c, Expr *e);
void expr_effect(Compiler *c, Expr *e); /* evaluates and forgets */
void expr_jump(Compiler *c, Expr *e, Label target, bool when);
Reg local_operand(Compiler *c, Expr *e); /* a local to be used in place, checked; else REG_NONE */
enum opcode binary_opcode(Operator op, bool in_place);
bool has_starred(const ExprSeq *seq);
/* The type of an expression as far as its syntax tells; NULL: unknown. */
const char *known_type(Compiler *c, Expr *e);
/* Adds the elements of a display to the list or set in a register. */
void add_items(Compiler *c, const Location *loc, Reg list, const ExprSeq *elts, uint32_t from, bool set);
void build_run(Compiler *c, const Location *loc, enum opcode op, ExprSeq *elts, Reg dst);
void emit_await(Compiler *c, const Location *loc, Reg operand, uint32_t kind, Reg dst); /* operand is consumed */
Location attr_location(const Expr *e, Location loc);

/* ---- compile_call.c ---- */
void call_expr(Compiler *c, Expr *e, Reg dst);
/* The callee stands at `base`, with `self` the pair of LOAD_METHOD; `npushed` arguments are there already (without
 * self). */
void call_arguments(Compiler *c, const Location *loc, Reg base, bool self, uint32_t npushed, ExprSeq *args,
                    KeywordSeq *keywords, Reg dst);
void joined_str(Compiler *c, Expr *e, Reg dst);
void formatted_value(Compiler *c, Expr *e, Reg dst);

/* ---- compile_comp.c ---- */
void comprehension_expr(Compiler *c, Expr *e, Reg dst);

/* ---- compile_stmt.c ---- */
void stmts(Compiler *c, StmtSeq *body);
void stmt(Compiler *c, Stmt *s);
void assign_target(Compiler *c, Expr *target, Reg src); /* consumes a temporary src, but does not pop it */

/* ---- compile_flow.c ---- */
void stmt_if(Compiler *c, Stmt *s);
void stmt_while(Compiler *c, Stmt *s);
void stmt_for(Compiler *c, Stmt *s);
void stmt_async_for(Compiler *c, Stmt *s);
void stmt_try(Compiler *c, Stmt *s);
void stmt_try_star(Compiler *c, Stmt *s);
void stmt_with(Compiler *c, Stmt *s);
void stmt_return(Compiler *c, Stmt *s);
void stmt_break(Compiler *c, Stmt *s);
void stmt_continue(Compiler *c, Stmt *s);
/* The head of a loop: the next item of `iterator` goes to the target, or the loop ends at `end`. */
void for_header(Compiler *c, const Location *loc, Reg iterator, Expr *target, Label end);
void async_for_header(Compiler *c, const Location *loc, Reg iterator, Expr *target, Label end);
/* The iterator of a loop over `e`, `[1, 2]` as a constant: a temporary of its own. */
Reg iterator_push(Compiler *c, Expr *e, bool is_async);

/* ---- compile_func.c ---- */
void stmt_function(Compiler *c, Stmt *s);
void stmt_class(Compiler *c, Stmt *s);
void stmt_type_alias(Compiler *c, Stmt *s);
void lambda_expr(Compiler *c, Expr *e, Reg dst);
/* Makes a function without defaults in `dst`, its closure included. Takes code over. */
void make_function(Compiler *c, const Location *loc, Code *code, Scope *scope, Reg dst);
/* The name that functions and classes made in the current scope have as __qualname__: sets it on a unit just begun. */
void unit_qualify(Compiler *c, Identifier *own_name);
/* What is left to do of an annotated name of a module or class when its statement is executed. */
void annotation_executed(Compiler *c, Stmt *s);
/* The statements of a module or class: its docstring, its body, its __annotate__ function. */
void body_with_annotations(Compiler *c, StmtSeq *body);

/* ---- compile_unparse.c ---- */
/* The expression as text, in CPython's form; owned. */
Value expr_text(Compiler *c, Expr *e);

/* ---- compile_match.c ---- */
void stmt_match(Compiler *c, Stmt *s);

/* verify.c: whether the code keeps to the rules of registers and jumps; else a message in `text`. Debug builds. */
bool code_verify(Vm *vm, const Code *code, char *text, size_t size);

#endif
