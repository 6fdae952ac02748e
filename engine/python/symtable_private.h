/* symtable_private.h: between symtable.c and symtable_resolve.c. */
#ifndef LOOPSCOPE_PYTHON_SYMTABLE_PRIVATE_H
#define LOOPSCOPE_PYTHON_SYMTABLE_PRIVATE_H

#include "compile.h"

typedef struct Builder {
    Compiler *c;
    Scope *scope;
    bool in_iterable;         /* within the iterable of a comprehension */
    bool in_iteration_target; /* within the target of a comprehension's for */
    bool in_finally;          /* within a finally body, and no function or loop in it */
    bool as_text;             /* within an annotation that is kept as text */
    bool in_branch;           /* within a compound statement of this scope */
    const char *lazy_part;    /* what is read that is evaluated when asked for: "a type alias", ... or NULL */
    const Scope *lazy_scope;  /* the scope it stands in; within others of its own it is no matter */
    const Expr *lazy_lambda;  /* a lambda whose scope that is, or NULL */
} Builder;

/* A symbol that is in no table. NULL: failed. */
Symbol *symtable_symbol(Compiler *c, Scope *scope, Identifier *name, const Location *loc);
/* Decides, from the root down, how each scope reaches each of its names. */
void symtable_resolve(Compiler *c, Scope *root);

#endif
