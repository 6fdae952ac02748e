/* symtable.h: which name belongs to which scope. Built from the tree before any code is made, as CPython's symtable.
 *
 * A scope is hosted by the code object that its code ends up in: its own, or, for list, set and dict comprehensions
 * (which run inline), that of the scope around it.
 */
#ifndef LOOPSCOPE_PYTHON_SYMTABLE_H
#define LOOPSCOPE_PYTHON_SYMTABLE_H

#include "object.h"
/* The tree's operators are called like opcodes. */
#define UNARY_INVERT AST_UNARY_INVERT
#define OP_ADD AST_OP_ADD
#define OP_SUB AST_OP_SUB
#define OP_MULT AST_OP_MULT
#define OP_MAT_MULT AST_OP_MAT_MULT
#define OP_DIV AST_OP_DIV
#define OP_MOD AST_OP_MOD
#define OP_POW AST_OP_POW
#define OP_LSHIFT AST_OP_LSHIFT
#define OP_RSHIFT AST_OP_RSHIFT
#define OP_BIT_OR AST_OP_BIT_OR
#define OP_BIT_XOR AST_OP_BIT_XOR
#define OP_BIT_AND AST_OP_BIT_AND
#define OP_FLOOR_DIV AST_OP_FLOOR_DIV
#include "ast.h"
#undef UNARY_INVERT
#undef OP_ADD
#undef OP_SUB
#undef OP_MULT
#undef OP_MAT_MULT
#undef OP_DIV
#undef OP_MOD
#undef OP_POW
#undef OP_LSHIFT
#undef OP_RSHIFT
#undef OP_BIT_OR
#undef OP_BIT_XOR
#undef OP_BIT_AND
#undef OP_FLOOR_DIV

typedef struct Scope Scope;
typedef struct Symbol Symbol;
typedef struct Compiler Compiler;

#define ANNOTATION_ALWAYS UINT32_MAX

enum scope_kind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION, /* list, set, dict: inline */
    SCOPE_GENERATOR,     /* generator expression */
    SCOPE_ANNOTATIONS,   /* body of an __annotate__ function */
    SCOPE_TYPE_PARAMS,   /* around a generic def, class or type alias */
};

enum symbol_flag {
    SYMBOL_GLOBAL = 1 << 0,   /* declared global */
    SYMBOL_NONLOCAL = 1 << 1, /* declared nonlocal */
    SYMBOL_BOUND = 1 << 2,    /* assigned here */
    SYMBOL_PARAMETER = 1 << 3,
    SYMBOL_USED = 1 << 4,
    SYMBOL_ANNOTATED = 1 << 5,
    SYMBOL_DELETED = 1 << 6,   /* may become unbound again: del, except ... as */
    SYMBOL_ITERATION = 1 << 7, /* target of a comprehension's for */
    SYMBOL_CELL = 1 << 8,      /* an inner code object uses it */
    SYMBOL_TYPE_PARAM = 1 << 9,
};

/* How a scope reaches a name. */
enum reach {
    REACH_GLOBAL,    /* globals, then builtins */
    REACH_NAMESPACE, /* class bodies and exec: the namespace first, then globals */
    REACH_LOCAL,     /* register, or cell in a register, of the hosting code object */
    REACH_FREE,      /* a cell from outside; in a class body the namespace comes first */
};

struct Symbol {
    Identifier *name; /* mangled */
    Scope *scope;
    Symbol *next; /* in order of first appearance */
    uint32_t flags;
    uint8_t reach;
    Symbol *home; /* LOCAL, FREE: the binding symbol (itself when it is bound here) */
    uint32_t reg; /* LOCAL, FREE: register in the hosting code object; set when its compilation begins */
    Location loc; /* of the declaration, for messages */
};

struct Scope {
    enum scope_kind kind;
    Scope *parent, *host;
    Scope *children, *last_child, *sibling;
    const void *node;
    Identifier *class_name;           /* for __private names; NULL outside classes */
    const TypeParamSeq *class_params; /* of that class: its functions see them as they are written */
    Symbol *symbols, *last_symbol;
    Symbol **table; /* open addressing by name */
    uint32_t table_size, symbol_count;
    Symbol **frees; /* binding symbols that come from outside this code object, by their names */
    uint32_t nfrees, frees_capacity;
    Symbol *class_cell; /* class: its __class__, when some method uses it */
    Symbol *class_dict; /* class: its __classdict__, when some annotation looks names up in its namespace */
    Location loc;
    bool is_async;        /* async def; a comprehension with await or async for */
    bool is_generator;    /* has yield */
    bool has_walrus;      /* of the host: some := within its code */
    bool has_annotations; /* module, class: own annotations */
    uint32_t conditional; /* module, class: how many of them count only once their statement has been executed */
    Symbol *executed;     /* class: its __conditional_annotations__, the set of the numbers of those that were */
    bool in_class;        /* ANNOTATIONS, TYPE_PARAMS, what is evaluated lazily: directly in a class body */
    bool nested;          /* within a function */
};

/* Builds the scopes of a module or expression; the root is returned. NULL with the error set (SyntaxError). */
Scope *symtable_build(Compiler *c, Mod *mod);
/* The scope a node opens. */
Scope *symtable_scope(Compiler *c, const void *node);
/* NULL when the scope does not mention the name. name is mangled. */
Symbol *scope_find(const Scope *scope, const Identifier *name);
/* The name as it is within a class: `__x` becomes `_Class__x`. */
Identifier *name_mangle(Compiler *c, const Identifier *class_name, Identifier *name);
/* A variable's, where it is not a type parameter of the class. */
Identifier *scope_mangle(Compiler *c, const Scope *scope, Identifier *name);
/* Whether a def has any annotation. */
bool function_has_annotations(const Arguments *args, const Expr *returns);
static inline bool scope_is_function(const Scope *scope) {
    return scope->kind >= SCOPE_FUNCTION;
}

#endif
