/* symtable_resolve.c: finds the binding of every name, marks the variables that need cells, and lists for each code
 * object the cells it gets from outside. */
#include "symtable_private.h"

#include <string.h>

static void add_free(Compiler *c, Scope *host, Symbol *home) {
    for (uint32_t i = 0; i < host->nfrees; i++) {
        if (host->frees[i] == home) return;
    }
    if (host->nfrees == host->frees_capacity) {
        uint32_t capacity = host->frees_capacity ? host->frees_capacity * 2 : 4;
        Symbol **frees = arena_alloc(c->arena, capacity * sizeof *frees);
        if (!frees) {
            compile_no_memory(c);
            return;
        }
        if (host->nfrees) memcpy(frees, host->frees, host->nfrees * sizeof *frees);
        host->frees = frees;
        host->frees_capacity = capacity;
    }
    /* By their names, as in CPython (dictbytype): programs see that in co_freevars, and in what dies first. */
    uint32_t at = host->nfrees++;
    for (; at > 0 && strcmp(host->frees[at - 1]->name->text, home->name->text) > 0; at--)
        host->frees[at] = host->frees[at - 1];
    host->frees[at] = home;
}

/* The cell travels through every code object between its own and the one that uses it. */
static void pass_down(Compiler *c, Scope *user, Symbol *home) {
    home->flags |= SYMBOL_CELL;
    for (Scope *host = user->host; host != home->scope->host; host = host->parent->host) add_free(c, host, home);
}

static void reach_home(Compiler *c, Symbol *s, Symbol *home) {
    s->home = home;
    if (home->scope->host == s->scope->host) {
        s->reach = REACH_LOCAL;
        return;
    }
    s->reach = REACH_FREE;
    pass_down(c, s->scope, home);
}

/* A variable of a class that its functions reach though it is no name of its body: __class__ and the like. */
static Symbol *hidden_cell(Compiler *c, Scope *scope, Symbol **slot, const char *text) {
    if (*slot) return *slot;
    Identifier *name = compile_name(c, text);
    if (!name) return NULL;
    Symbol *s = symtable_symbol(c, scope, name, &scope->loc);
    if (!s) return NULL;
    s->flags = SYMBOL_BOUND | SYMBOL_CELL;
    s->reach = REACH_LOCAL;
    s->home = s;
    return *slot = s;
}

/* The binding that a name finds in the scopes around `scope`; NULL: it is global. */
static Symbol *find_home(Compiler *c, const Scope *scope, Identifier *name) {
    bool is_class_cell = strcmp(name->text, "__class__") == 0;
    for (Scope *p = scope->parent; p && p->kind != SCOPE_MODULE; p = p->parent) {
        if (p->kind == SCOPE_CLASS) {
            if (is_class_cell && scope->host != p) return hidden_cell(c, p, &p->class_cell, "__class__");
            continue;
        }
        Symbol *s = scope_find(p, name);
        if (!s) continue;
        if (s->flags & SYMBOL_GLOBAL) return NULL;
        if ((s->flags & SYMBOL_BOUND) && !(s->flags & SYMBOL_NONLOCAL)) return s;
    }
    /* A module's inline comprehensions have variables that their inner functions reach. */
    return NULL;
}

static uint8_t outermost_reach(const Compiler *c, const Scope *scope) {
    if (scope->kind == SCOPE_CLASS) return REACH_NAMESPACE;
    if (scope->host->kind == SCOPE_MODULE && (c->flags & COMPILE_NAMESPACE)) return REACH_NAMESPACE;
    return REACH_GLOBAL;
}

/* Annotations, bounds and aliases in a class see its names, else global ones, of those that its body binds or declares
 * global; what functions around the class have of that name they do not. */
static bool of_class_or_global(const Scope *scope, Symbol *s) {
    if (!scope->in_class) return false;
    const Scope *owner = scope->parent;
    while (owner && owner->kind != SCOPE_CLASS) owner = owner->parent;
    const Symbol *there = owner ? scope_find(owner, s->name) : NULL;
    if (there && (there->flags & SYMBOL_GLOBAL)) s->flags |= SYMBOL_GLOBAL;
    return there &&
           ((there->flags & SYMBOL_GLOBAL) || ((there->flags & SYMBOL_BOUND) && !(there->flags & SYMBOL_NONLOCAL)));
}

static void resolve_symbol(Compiler *c, Scope *scope, Symbol *s) {
    if (s->flags & SYMBOL_GLOBAL) {
        s->reach = REACH_GLOBAL;
        return;
    }
    bool bound = (s->flags & SYMBOL_BOUND) && !(s->flags & SYMBOL_NONLOCAL);
    if (bound && !scope_is_function(scope)) {
        s->reach = outermost_reach(c, scope);
    } else if (bound) {
        s->reach = REACH_LOCAL;
        s->home = s;
    } else {
        Symbol *home = of_class_or_global(scope, s) ? NULL : find_home(c, scope, s->name);
        if (home && (s->flags & SYMBOL_NONLOCAL) && (home->flags & SYMBOL_TYPE_PARAM))
            compile_error(c, &s->loc, "nonlocal binding not allowed for type parameter '%s'", s->name->text);
        else if (home)
            reach_home(c, s, home);
        else if ((s->flags & SYMBOL_NONLOCAL) && scope->kind == SCOPE_MODULE)
            compile_error(c, &s->loc, "nonlocal declaration not allowed at module level");
        else if (s->flags & SYMBOL_NONLOCAL)
            compile_error(c, &s->loc, "no binding for nonlocal '%s' found", s->name->text);
        else
            s->reach = s->flags & SYMBOL_GLOBAL ? (uint8_t)REACH_GLOBAL : outermost_reach(c, scope);
    }
}

/* Annotations in a class see the names of its body, which may exist by the time they are asked for. */
static void reach_class_names(Compiler *c, Scope *scope) {
    Scope *owner = scope->parent;
    while (owner && owner->kind != SCOPE_CLASS) owner = owner->parent;
    if (!owner) return;
    Symbol *cell = hidden_cell(c, owner, &owner->class_dict, "__classdict__");
    if (cell) pass_down(c, scope, cell);
}

/* The __annotate__ function of a class asks which annotations were executed. */
static void reach_executed(Compiler *c, Scope *scope) {
    Scope *owner = scope->parent;
    Symbol *cell = hidden_cell(c, owner, &owner->executed, "__conditional_annotations__");
    if (cell) pass_down(c, scope, cell);
}

static bool annotates_class(const Scope *scope) {
    return scope->kind == SCOPE_ANNOTATIONS && scope->node == scope->parent && scope->parent->kind == SCOPE_CLASS;
}

static void resolve_scope(Compiler *c, Scope *scope) {
    for (Symbol *s = scope->symbols; s && !c->failed; s = s->next) resolve_symbol(c, scope, s);
    if (scope->in_class && !c->failed) reach_class_names(c, scope);
    if (annotates_class(scope) && scope->parent->conditional && !c->failed) reach_executed(c, scope);
}

void symtable_resolve(Compiler *c, Scope *root) {
    /* Without recursion: nesting is bounded only by the parser. */
    for (Scope *scope = root; scope && !c->failed;) {
        resolve_scope(c, scope);
        if (scope->children) {
            scope = scope->children;
            continue;
        }
        while (scope && !scope->sibling) scope = scope->parent;
        if (scope) scope = scope->sibling;
    }
}
