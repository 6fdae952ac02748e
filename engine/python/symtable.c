/* symtable.c: the walk over the tree that finds scopes and names, and the errors about them in CPython's words. It is
 * also where constant parts are folded, since it sees every expression once, parts first. symtable_resolve.c decides
 * afterwards how each scope reaches each name. */
#include "symtable_private.h"

#include <string.h>

static void visit_expr(Builder *b, Expr *e);
static void visit_stmts(Builder *b, StmtSeq *body);
static void visit_stmt(Builder *b, Stmt *s);

/* ---- scopes and symbols ---- */

static bool grow_table(Builder *b, Scope *scope) {
    uint32_t size = scope->table_size ? scope->table_size * 2 : 8;
    Symbol **table = arena_zalloc(b->c->arena, size * sizeof *table);
    if (!table) {
        compile_no_memory(b->c);
        return false;
    }
    for (Symbol *s = scope->symbols; s; s = s->next) {
        uint32_t i = s->name->hash & (size - 1);
        while (table[i]) i = (i + 1) & (size - 1);
        table[i] = s;
    }
    scope->table = table;
    scope->table_size = size;
    return true;
}

Symbol *scope_find(const Scope *scope, const Identifier *name) {
    if (!scope->table_size || !name) return NULL;
    uint32_t mask = scope->table_size - 1;
    for (uint32_t i = name->hash & mask; scope->table[i]; i = (i + 1) & mask) {
        if (scope->table[i]->name == name) return scope->table[i];
    }
    return NULL;
}

Symbol *symtable_symbol(Compiler *c, Scope *scope, Identifier *name, const Location *loc) {
    Symbol *s = arena_zalloc(c->arena, sizeof *s);
    if (!s) {
        compile_no_memory(c);
        return NULL;
    }
    s->name = name;
    s->scope = scope;
    s->reg = REG_NONE;
    if (loc) s->loc = *loc;
    return s;
}

static Symbol *add_symbol(Builder *b, Scope *scope, Identifier *name, const Location *loc) {
    Symbol *found = scope_find(scope, name);
    if (found || b->c->failed) return found;
    if (scope->symbol_count * 2 >= scope->table_size && !grow_table(b, scope)) return NULL;
    Symbol *s = symtable_symbol(b->c, scope, name, loc);
    if (!s) return NULL;
    if (scope->last_symbol)
        scope->last_symbol->next = s;
    else
        scope->symbols = s;
    scope->last_symbol = s;
    scope->symbol_count++;
    uint32_t i = name->hash & (scope->table_size - 1);
    while (scope->table[i]) i = (i + 1) & (scope->table_size - 1);
    scope->table[i] = s;
    return s;
}

Scope *symtable_scope(Compiler *c, const void *node) {
    uintptr_t found;
    return names_map_get(&c->scopes, node, &found) ? (Scope *)found : NULL;
}

static Scope *scope_new(Builder *b, enum scope_kind kind, const void *node, const Location *loc) {
    Scope *scope = arena_zalloc(b->c->arena, sizeof *scope);
    if (!scope || !names_map_set(b->c->vm->mem, &b->c->scopes, node, (uintptr_t)scope)) {
        compile_no_memory(b->c);
        return NULL;
    }
    Scope *parent = b->scope;
    *scope = (Scope){.kind = kind, .node = node, .parent = parent, .loc = *loc};
    scope->host = kind == SCOPE_COMPREHENSION ? parent->host : scope;
    if (!parent) return scope;
    scope->class_name = parent->class_name;
    scope->class_params = parent->class_params;
    scope->nested = parent->nested || scope_is_function(parent);
    if (parent->last_child)
        parent->last_child->sibling = scope;
    else
        parent->children = scope;
    parent->last_child = scope;
    return scope;
}

/* Enters a new scope; NULL when the compilation failed. Leave by setting b->scope back. */
static Scope *enter(Builder *b, enum scope_kind kind, const void *node, const Location *loc) {
    Scope *scope = scope_new(b, kind, node, loc);
    if (scope) b->scope = scope;
    return scope;
}

Identifier *name_mangle(Compiler *c, const Identifier *class_name, Identifier *name) {
    if (!class_name || !name || name->length < 3 || name->text[0] != '_' || name->text[1] != '_') return name;
    if (name->text[name->length - 1] == '_' && name->text[name->length - 2] == '_') return name;
    if (memchr(name->text, '.', name->length)) return name;
    uint32_t skip = 0;
    while (skip < class_name->length && class_name->text[skip] == '_') skip++;
    if (skip == class_name->length) return name;
    uint32_t length = 1 + class_name->length - skip + name->length;
    char *text = arena_alloc(c->arena, length + 1u);
    if (!text) {
        compile_no_memory(c);
        return name;
    }
    text[0] = '_';
    memcpy(text + 1, class_name->text + skip, class_name->length - skip);
    memcpy(text + 1 + class_name->length - skip, name->text, name->length);
    Identifier *mangled = arena_intern(c->arena, text, length);
    if (!mangled) compile_no_memory(c);
    return mangled ? mangled : name;
}

Identifier *scope_mangle(Compiler *c, const Scope *scope, Identifier *name) {
    for (uint32_t i = 0; scope->class_params && i < scope->class_params->count; i++)
        if (scope->class_params->items[i]->name == name) return name;
    return name_mangle(c, scope->class_name, name);
}

static Identifier *mangle(Builder *b, Identifier *name) {
    return scope_mangle(b->c, b->scope, name);
}

/* CPython's symtable_add_def: a definition, a declaration or a use of a name in the scope being read. */
static Symbol *define(Builder *b, Identifier *name, uint32_t flags, const Location *loc) {
    if (b->c->failed) return NULL;
    Identifier *mangled = mangle(b, name);
    Symbol *s = add_symbol(b, b->scope, mangled, loc);
    if (!s) return NULL;
    if ((flags & SYMBOL_PARAMETER) && name_forbidden(b->c, loc, name, CTX_STORE)) return NULL;
    if ((flags & SYMBOL_PARAMETER) && (s->flags & SYMBOL_PARAMETER)) {
        compile_error(b->c, loc, "duplicate argument '%s' in function definition", name->text);
        return NULL;
    }
    if (b->in_iteration_target && (flags & SYMBOL_BOUND)) {
        if (s->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) {
            compile_error(b->c, loc, "comprehension inner loop cannot rebind assignment expression target '%s'",
                          name->text);
            return NULL;
        }
        flags |= SYMBOL_ITERATION;
    }
    s->flags |= flags;
    return s;
}

/* ---- expressions ---- */

static void visit_exprs(Builder *b, ExprSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) {
        if (seq->items[i]) visit_expr(b, seq->items[i]);
    }
}

static void visit_optional(Builder *b, Expr *e) {
    if (e) visit_expr(b, e);
}

static bool is_comprehension(const Scope *scope) {
    return scope->kind == SCOPE_COMPREHENSION || scope->kind == SCOPE_GENERATOR;
}

/* In what is evaluated lazily there is nothing to assign to, and nobody to wait. */
static bool forbidden(Builder *b, const Scope *scope, const Location *loc, const char *kind) {
    const char *within = b->lazy_part && scope == b->lazy_scope ? b->lazy_part
                         : scope->kind == SCOPE_ANNOTATIONS     ? "an annotation"
                         : scope->kind == SCOPE_TYPE_PARAMS     ? "the definition of a generic"
                                                                : NULL;
    if (within) compile_error(b->c, loc, "%s expression cannot be used within %s", kind, within);
    return within != NULL;
}

/* := within a comprehension binds in the scope around it (CPython's symtable_extend_namedexpr_scope). */
static void walrus_in_comprehension(Builder *b, Expr *target) {
    Identifier *name = mangle(b, target->v.name.id);
    Scope *outer = b->scope;
    for (; is_comprehension(outer); outer = outer->parent) {
        Symbol *s = scope_find(outer, name);
        if (s && (s->flags & SYMBOL_ITERATION)) {
            compile_error(b->c, &target->loc,
                          "assignment expression cannot rebind comprehension iteration variable '%s'",
                          target->v.name.id->text);
            return;
        }
    }
    if (outer->kind == SCOPE_CLASS) {
        compile_error(b->c, &target->loc,
                      "assignment expression within a comprehension cannot be used in a class body");
        return;
    }
    if (forbidden(b, outer, &target->loc, "named")) return;
    Symbol *there = add_symbol(b, outer, name, &target->loc);
    if (!there) return;
    bool global = outer->kind == SCOPE_MODULE || (there->flags & SYMBOL_GLOBAL);
    outer->host->has_walrus = b->scope->host->has_walrus = true;
    define(b, target->v.name.id, global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL, &target->loc);
    there->flags |= outer->kind == SCOPE_MODULE ? SYMBOL_GLOBAL : global ? 0u : SYMBOL_BOUND;
}

static void visit_named_expr(Builder *b, Expr *e) {
    if (forbidden(b, b->scope, &e->loc, "named")) return;
    if (b->in_iterable) {
        compile_error(b->c, &e->loc, "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    b->scope->host->has_walrus = true;
    if (is_comprehension(b->scope)) walrus_in_comprehension(b, e->v.named_expr.target);
    visit_expr(b, e->v.named_expr.value);
    Expr *target = e->v.named_expr.target;
    if (is_comprehension(b->scope))
        define(b, target->v.name.id, SYMBOL_USED, &target->loc);
    else
        visit_expr(b, target);
}

static void visit_name(Builder *b, Expr *e) {
    define(b, e->v.name.id, e->v.name.ctx == CTX_LOAD ? SYMBOL_USED : SYMBOL_BOUND, &e->loc);
    if (e->v.name.ctx == CTX_DEL) define(b, e->v.name.id, SYMBOL_DELETED, &e->loc);
    if (e->v.name.ctx == CTX_LOAD && scope_is_function(b->scope) && strcmp(e->v.name.id->text, "super") == 0) {
        Identifier *name = arena_intern(b->c->arena, "__class__", 9);
        if (name) define(b, name, SYMBOL_USED, &e->loc);
    }
}

static void visit_defaults(Builder *b, Arguments *args) {
    visit_exprs(b, &args->defaults);
    visit_exprs(b, &args->kw_defaults);
}

static void parameters(Builder *b, ArgSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++)
        define(b, seq->items[i]->arg, SYMBOL_PARAMETER | SYMBOL_BOUND, &seq->items[i]->loc);
}

static void visit_parameters(Builder *b, Arguments *args) {
    parameters(b, &args->posonlyargs);
    parameters(b, &args->args);
    parameters(b, &args->kwonlyargs);
    if (args->vararg) define(b, args->vararg->arg, SYMBOL_PARAMETER | SYMBOL_BOUND, &args->vararg->loc);
    if (args->kwarg) define(b, args->kwarg->arg, SYMBOL_PARAMETER | SYMBOL_BOUND, &args->kwarg->loc);
}

/* What a new scope begins without, and gives back when it ends. in_iterable stays: it holds for all that stands in it.
 */
static Builder save(Builder *b) {
    Builder saved = *b;
    b->in_iteration_target = b->in_finally = b->in_branch = false;
    return saved;
}

static void restore(Builder *b, Builder saved) {
    *b = saved;
}

static void visit_lambda(Builder *b, Expr *e) {
    visit_defaults(b, e->v.lambda.args);
    Builder saved = save(b);
    bool in_class = b->scope->kind == SCOPE_CLASS || b->scope->in_class;
    if (enter(b, SCOPE_LAMBDA, e, &e->loc)) {
        if (e == b->lazy_lambda) {
            b->lazy_scope = b->scope;
            b->scope->in_class = in_class;
        }
        visit_parameters(b, e->v.lambda.args);
        visit_expr(b, e->v.lambda.body);
    }
    restore(b, saved);
}

static void visit_iterable(Builder *b, Expr *e) {
    bool before = b->in_iterable;
    b->in_iterable = true;
    visit_expr(b, e);
    b->in_iterable = before;
}

static bool may_await(const Compiler *c, const Scope *scope) {
    if (scope->kind == SCOPE_MODULE) return (c->flags & COMPILE_AWAITS) != 0;
    return scope->kind == SCOPE_FUNCTION ? scope->is_async : is_comprehension(scope);
}

/* Something waits in this scope: a module may be a coroutine then, where compile() is told so. */
static void awaits(Builder *b, const Location *loc, const char *refusal) {
    if (may_await(b->c, b->scope))
        b->scope->is_async = true;
    else
        compile_error(b->c, loc, "%s", refusal);
}

static void visit_generator(Builder *b, Comprehension *g, bool outermost) {
    b->in_iteration_target = true;
    visit_expr(b, g->target);
    b->in_iteration_target = false;
    if (!outermost) visit_iterable(b, g->iter);
    visit_exprs(b, &g->ifs);
    if (g->is_async) b->scope->is_async = true;
}

static const char *comprehension_name(ExprKind kind) {
    switch (kind) {
    case EXPR_LIST_COMP: return "list comprehension";
    case EXPR_SET_COMP: return "set comprehension";
    case EXPR_DICT_COMP: return "dict comprehension";
    default: return "generator expression";
    }
}

static void visit_comprehension(Builder *b, Expr *e) {
    ComprehensionSeq *gens = e->kind == EXPR_DICT_COMP ? &e->v.dict_comp.generators : &e->v.comp.generators;
    visit_iterable(b, gens->items[0]->iter);
    Builder saved = save(b);
    bool generator = e->kind == EXPR_GENERATOR_EXP;
    Scope *scope = enter(b, generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION, e, &e->loc);
    if (scope) {
        visit_generator(b, gens->items[0], true);
        for (uint32_t i = 1; i < gens->count; i++) visit_generator(b, gens->items[i], false);
        if (e->kind == EXPR_DICT_COMP) {
            visit_expr(b, e->v.dict_comp.key);
            visit_expr(b, e->v.dict_comp.value);
        } else {
            visit_expr(b, e->v.comp.elt);
        }
    }
    restore(b, saved);
    /* An asynchronous comprehension makes the comprehension around it asynchronous too. */
    if (!scope || !scope->is_async || generator) return;
    awaits(b, &e->loc, "asynchronous comprehension outside of an asynchronous function");
}

static void visit_yield(Builder *b, Expr *e) {
    if (is_comprehension(b->scope)) {
        const Expr *node = b->scope->node;
        compile_error(b->c, &e->loc, "'yield' inside %s", comprehension_name(node->kind));
        return;
    }
    if (forbidden(b, b->scope, &e->loc, "yield")) return;
    b->scope->is_generator = true;
    visit_optional(b, e->kind == EXPR_YIELD ? e->v.yield.value : e->v.yield_from.value);
}

static void visit_await(Builder *b, Expr *e) {
    if (forbidden(b, b->scope, &e->loc, "await")) return;
    bool function = scope_is_function(b->scope);
    awaits(b, &e->loc, function ? "'await' outside async function" : "'await' outside function");
    visit_expr(b, e->v.await.value);
}

static void visit_call(Builder *b, Expr *e) {
    visit_expr(b, e->v.call.func);
    visit_exprs(b, &e->v.call.args);
    for (uint32_t i = 0; i < e->v.call.keywords.count; i++) visit_expr(b, e->v.call.keywords.items[i]->value);
}

/* A long a + b + c ... leans to the left: its depth must not become depth of the C stack. */
static void visit_bin_op(Builder *b, Expr *e) {
    uint32_t n = 0;
    for (Expr *x = e; x->kind == EXPR_BIN_OP; x = x->v.bin_op.left) n++;
    Expr **spine = arena_alloc(b->c->arena, n * sizeof *spine);
    if (!spine) {
        compile_no_memory(b->c);
        return;
    }
    Expr *x = e;
    for (uint32_t i = 0; i < n; i++, x = x->v.bin_op.left) spine[i] = x;
    visit_expr(b, x);
    while (n-- > 0) {
        visit_expr(b, spine[n]->v.bin_op.right);
        if (!b->as_text) fold_expr(b->c, spine[n]);
    }
}

static void visit_parts(Builder *b, Expr *e) {
    switch (e->kind) {
    case EXPR_BOOL_OP: visit_exprs(b, &e->v.bool_op.values); break;
    case EXPR_NAMED_EXPR: visit_named_expr(b, e); break;
    case EXPR_BIN_OP: visit_bin_op(b, e); break;
    case EXPR_UNARY_OP: visit_expr(b, e->v.unary_op.operand); break;
    case EXPR_LAMBDA: visit_lambda(b, e); break;
    case EXPR_IF_EXP:
        visit_expr(b, e->v.if_exp.test);
        visit_expr(b, e->v.if_exp.body);
        visit_expr(b, e->v.if_exp.orelse);
        break;
    case EXPR_DICT:
        visit_exprs(b, &e->v.dict.keys);
        visit_exprs(b, &e->v.dict.values);
        break;
    case EXPR_SET: visit_exprs(b, &e->v.set.elts); break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR_EXP: visit_comprehension(b, e); break;
    case EXPR_AWAIT: visit_await(b, e); break;
    case EXPR_YIELD:
    case EXPR_YIELD_FROM: visit_yield(b, e); break;
    case EXPR_COMPARE:
        visit_expr(b, e->v.compare.left);
        visit_exprs(b, &e->v.compare.comparators);
        break;
    case EXPR_CALL: visit_call(b, e); break;
    case EXPR_FORMATTED_VALUE:
        visit_expr(b, e->v.formatted_value.value);
        visit_optional(b, e->v.formatted_value.format_spec);
        break;
    case EXPR_JOINED_STR: visit_exprs(b, &e->v.joined_str.values); break;
    case EXPR_ATTRIBUTE: visit_expr(b, e->v.attribute.value); break;
    case EXPR_SUBSCRIPT:
        visit_expr(b, e->v.subscript.value);
        visit_expr(b, e->v.subscript.slice);
        break;
    case EXPR_STARRED: visit_expr(b, e->v.starred.value); break;
    case EXPR_NAME: visit_name(b, e); break;
    case EXPR_LIST:
    case EXPR_TUPLE: visit_exprs(b, &e->v.list.elts); break;
    case EXPR_SLICE:
        visit_optional(b, e->v.slice.lower);
        visit_optional(b, e->v.slice.upper);
        visit_optional(b, e->v.slice.step);
        break;
    case EXPR_CONSTANT:
    default: break;
    }
}

static void visit_expr(Builder *b, Expr *e) {
    if (!compile_enter(b->c, &e->loc)) return;
    visit_parts(b, e);
    if (e->kind != EXPR_BIN_OP && !b->as_text) fold_expr(b->c, e);
    compile_leave(b->c);
}

/* ---- statements ---- */

/* An annotation of a variable, parameter or result is read in the annotation scope `b->scope`. */
static void annotate(Builder *b, Arg *arg) {
    if (arg && arg->annotation) visit_expr(b, arg->annotation);
}

static bool has_annotation(const ArgSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) {
        if (seq->items[i]->annotation) return true;
    }
    return false;
}

bool function_has_annotations(const Arguments *args, const Expr *returns) {
    return returns || has_annotation(&args->posonlyargs) || has_annotation(&args->args) ||
           has_annotation(&args->kwonlyargs) || (args->vararg && args->vararg->annotation) ||
           (args->kwarg && args->kwarg->annotation);
}

static Scope *enter_annotations(Builder *b, const void *node, const Location *loc) {
    Scope *outer = b->scope;
    Scope *scope = enter(b, SCOPE_ANNOTATIONS, node, loc);
    if (!scope) return NULL;
    scope->in_class = outer->kind == SCOPE_CLASS || outer->in_class;
    Identifier *format = arena_intern(b->c->arena, "format", 6);
    if (format) {
        Symbol *s = add_symbol(b, scope, format, loc);
        if (s) s->flags |= SYMBOL_PARAMETER | SYMBOL_BOUND;
    }
    return scope;
}

static void visit_annotations(Builder *b, Stmt *s) {
    Arguments *args = s->v.function_def.args;
    if (!function_has_annotations(args, s->v.function_def.returns)) return;
    Builder saved = save(b);
    b->as_text = b->c->future_annotations;
    if (enter_annotations(b, args, &s->loc)) {
        for (uint32_t i = 0; i < args->posonlyargs.count; i++) annotate(b, args->posonlyargs.items[i]);
        for (uint32_t i = 0; i < args->args.count; i++) annotate(b, args->args.items[i]);
        annotate(b, args->vararg);
        for (uint32_t i = 0; i < args->kwonlyargs.count; i++) annotate(b, args->kwonlyargs.items[i]);
        annotate(b, args->kwarg);
        visit_optional(b, s->v.function_def.returns);
    }
    restore(b, saved);
}

/* `part` is what messages call the expression. */
static void visit_lazily(Builder *b, Expr *e, const char *part) {
    if (!e) return;
    Builder saved = save(b);
    b->lazy_part = part;
    b->lazy_scope = b->scope;
    b->lazy_lambda = e; /* which the parser has made of what is written */
    visit_expr(b, e);
    restore(b, saved);
}

static void visit_type_params(Builder *b, TypeParamSeq *params) {
    static const char *const default_parts[] = {
        [TYPE_PARAM_TYPE_VAR] = "a TypeVar default",
        [TYPE_PARAM_PARAM_SPEC] = "a ParamSpec default",
        [TYPE_PARAM_TYPE_VAR_TUPLE] = "a TypeVarTuple default",
    };
    bool defaults = false;
    for (uint32_t i = 0; i < params->count; i++) {
        TypeParam *p = params->items[i];
        Symbol *known = scope_find(b->scope, mangle(b, p->name));
        if (known && (known->flags & SYMBOL_BOUND)) {
            compile_error(b->c, &p->loc, "duplicate type parameter '%s'", p->name->text);
            return;
        }
        define(b, p->name, SYMBOL_BOUND | SYMBOL_TYPE_PARAM, &p->loc);
        bool constraints = p->bound && p->bound->v.lambda.body->kind == EXPR_TUPLE;
        visit_lazily(b, p->bound, constraints ? "a TypeVar constraint" : "a TypeVar bound");
        visit_lazily(b, p->default_value, default_parts[p->kind]);
        if (!p->default_value && defaults) {
            compile_error(b->c, &p->loc, "non-default type parameter '%s' follows default type parameter",
                          p->name->text);
            return;
        }
        defaults = defaults || p->default_value;
    }
}

static bool enter_type_params(Builder *b, TypeParamSeq *params, const Location *loc) {
    if (!params->count) return true;
    bool in_class = b->scope->kind == SCOPE_CLASS;
    Scope *scope = enter(b, SCOPE_TYPE_PARAMS, params, loc);
    if (!scope) return false;
    scope->in_class = in_class;
    Identifier *generic = compile_name(b->c, ".generic_base");
    if (generic) define(b, generic, SYMBOL_BOUND, loc);
    visit_type_params(b, params);
    return true;
}

static void visit_function(Builder *b, Stmt *s) {
    define(b, s->v.function_def.name, SYMBOL_BOUND, &s->loc);
    visit_exprs(b, &s->v.function_def.decorator_list);
    visit_defaults(b, s->v.function_def.args);
    Builder saved = save(b);
    if (enter_type_params(b, &s->v.function_def.type_params, &s->loc)) {
        visit_annotations(b, s);
        Scope *scope = enter(b, SCOPE_FUNCTION, s, &s->loc);
        if (scope) {
            scope->is_async = s->kind == STMT_ASYNC_FUNCTION_DEF;
            visit_parameters(b, s->v.function_def.args);
            visit_stmts(b, &s->v.function_def.body);
        }
    }
    restore(b, saved);
}

static void visit_class(Builder *b, Stmt *s) {
    define(b, s->v.class_def.name, SYMBOL_BOUND, &s->loc);
    visit_exprs(b, &s->v.class_def.decorator_list);
    Builder saved = save(b);
    if (enter_type_params(b, &s->v.class_def.type_params, &s->loc)) {
        visit_exprs(b, &s->v.class_def.bases);
        for (uint32_t i = 0; i < s->v.class_def.keywords.count; i++)
            visit_expr(b, s->v.class_def.keywords.items[i]->value);
        Scope *scope = enter(b, SCOPE_CLASS, s, &s->loc);
        if (scope) {
            scope->class_name = s->v.class_def.name;
            scope->class_params = &s->v.class_def.type_params;
            visit_stmts(b, &s->v.class_def.body);
        }
    }
    restore(b, saved);
}

static void visit_type_alias(Builder *b, Stmt *s) {
    visit_expr(b, s->v.type_alias.name);
    Builder saved = save(b);
    if (enter_type_params(b, &s->v.type_alias.type_params, &s->loc))
        visit_lazily(b, s->v.type_alias.value, "a type alias");
    restore(b, saved);
}

/* A name that some function declares global is global for the program itself too (symtable_add_def's st_global): where
 * that has a namespace of its own, as in exec() with two, it is not there. */
static void declare_outside(Builder *b, const Symbol *symbol) {
    Scope *root = b->scope;
    while (root->parent) root = root->parent;
    Symbol *outside = root == b->scope ? NULL : add_symbol(b, root, symbol->name, &symbol->loc);
    if (outside) outside->flags |= SYMBOL_GLOBAL;
}

static void declare(Builder *b, Stmt *s, uint32_t flag) {
    const char *word = flag == SYMBOL_GLOBAL ? "global" : "nonlocal";
    for (uint32_t i = 0; i < s->v.global.names.count; i++) {
        Identifier *name = s->v.global.names.items[i];
        Symbol *known = scope_find(b->scope, mangle(b, name));
        uint32_t flags = known ? known->flags : 0;
        if (flags & SYMBOL_PARAMETER)
            compile_error(b->c, &s->loc, "name '%s' is parameter and %s", name->text, word);
        else if (flags & SYMBOL_USED)
            compile_error(b->c, &s->loc, "name '%s' is used prior to %s declaration", name->text, word);
        else if (flags & SYMBOL_ANNOTATED)
            compile_error(b->c, &s->loc, "annotated name '%s' can't be %s", name->text, word);
        else if (flags & SYMBOL_BOUND)
            compile_error(b->c, &s->loc, "name '%s' is assigned to before %s declaration", name->text, word);
        if (b->c->failed) return;
        Symbol *symbol = define(b, name, flag, &s->loc);
        if (symbol && (symbol->flags & SYMBOL_GLOBAL) && (symbol->flags & SYMBOL_NONLOCAL))
            compile_error(b->c, &symbol->loc, "name '%s' is nonlocal and global", name->text);
        else if (symbol)
            symbol->loc = s->loc;
        if (symbol && flag == SYMBOL_GLOBAL && (b->c->flags & COMPILE_NAMESPACE)) declare_outside(b, symbol);
    }
}

static void visit_ann_target(Builder *b, Stmt *s) {
    Expr *target = s->v.ann_assign.target;
    if (target->kind != EXPR_NAME) {
        visit_expr(b, target);
        return;
    }
    Symbol *known = scope_find(b->scope, mangle(b, target->v.name.id));
    if (known && (known->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) && b->scope->kind != SCOPE_MODULE &&
        s->v.ann_assign.simple) {
        compile_error(b->c, &s->loc, "annotated name '%s' can't be %s", target->v.name.id->text,
                      known->flags & SYMBOL_GLOBAL ? "global" : "nonlocal");
        return;
    }
    if (s->v.ann_assign.simple)
        define(b, target->v.name.id, SYMBOL_ANNOTATED | SYMBOL_BOUND, &target->loc);
    else if (s->v.ann_assign.value)
        define(b, target->v.name.id, SYMBOL_BOUND, &target->loc);
}

/* All annotations of a module or class share one scope; those of a function's variables are never evaluated, and are
 * read in a scope of their own for the sake of the errors alone. */
static void visit_ann_assign(Builder *b, Stmt *s) {
    visit_optional(b, s->v.ann_assign.value);
    visit_ann_target(b, s);
    if (b->c->failed) return;
    Scope *owner = b->scope;
    Builder saved = save(b);
    bool kept = s->v.ann_assign.simple && !scope_is_function(owner);
    if (kept) owner->has_annotations = true;
    /* A module may be looked at before it has been executed to its end. */
    bool conditional = kept && (saved.in_branch || owner->kind == SCOPE_MODULE);
    s->v.ann_assign.number = conditional ? owner->conditional++ : ANNOTATION_ALWAYS;
    Scope *scope = kept ? symtable_scope(b->c, owner) : NULL;
    if (scope)
        b->scope = scope;
    else
        enter_annotations(b, kept ? (const void *)owner : (const void *)s->v.ann_assign.annotation, &s->loc);
    b->as_text = b->c->future_annotations;
    if (!b->c->failed) visit_expr(b, s->v.ann_assign.annotation);
    restore(b, saved);
}

static void bind(Builder *b, Identifier *name, const Location *loc) {
    if (name) define(b, name, SYMBOL_BOUND, loc);
}

static void visit_imports(Builder *b, Stmt *s) {
    AliasSeq *names = s->kind == STMT_IMPORT ? &s->v.import.names : &s->v.import_from.names;
    for (uint32_t i = 0; i < names->count; i++) {
        Alias *alias = names->items[i];
        if (alias->asname) {
            bind(b, alias->asname, &alias->loc);
        } else if (strcmp(alias->name->text, "*") == 0) {
            if (b->scope->kind != SCOPE_MODULE)
                compile_error(b->c, &alias->loc, "import * only allowed at module level");
        } else {
            const char *dot = memchr(alias->name->text, '.', alias->name->length);
            size_t length = dot ? (size_t)(dot - alias->name->text) : alias->name->length;
            Identifier *first = arena_intern(b->c->arena, alias->name->text, length);
            if (first)
                bind(b, first, &alias->loc);
            else
                compile_no_memory(b->c);
        }
    }
}

static void visit_pattern(Builder *b, Pattern *p);

static void visit_patterns(Builder *b, PatternSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) visit_pattern(b, seq->items[i]);
}

static void visit_pattern_parts(Builder *b, Pattern *p) {
    switch (p->kind) {
    case PATTERN_VALUE: visit_expr(b, p->v.value.value); break;
    case PATTERN_SINGLETON: break;
    case PATTERN_SEQUENCE:
    case PATTERN_OR: visit_patterns(b, &p->v.sequence.patterns); break;
    case PATTERN_STAR: bind(b, p->v.star.name, &p->loc); break;
    case PATTERN_MAPPING:
        visit_exprs(b, &p->v.mapping.keys);
        visit_patterns(b, &p->v.mapping.patterns);
        bind(b, p->v.mapping.rest, &p->loc);
        break;
    case PATTERN_CLASS:
        visit_expr(b, p->v.class_.cls);
        visit_patterns(b, &p->v.class_.patterns);
        visit_patterns(b, &p->v.class_.kwd_patterns);
        break;
    case PATTERN_AS:
        if (p->v.as.pattern) visit_pattern(b, p->v.as.pattern);
        bind(b, p->v.as.name, &p->loc);
        break;
    default: break;
    }
}

static void visit_pattern(Builder *b, Pattern *p) {
    if (!compile_enter(b->c, &p->loc)) return;
    visit_pattern_parts(b, p);
    compile_leave(b->c);
}

static void visit_try(Builder *b, Stmt *s) {
    visit_stmts(b, &s->v.try_.body);
    for (uint32_t i = 0; i < s->v.try_.handlers.count; i++) {
        ExceptHandler *h = s->v.try_.handlers.items[i];
        visit_optional(b, h->type);
        if (h->name) define(b, h->name, SYMBOL_BOUND | SYMBOL_DELETED, &h->loc);
        visit_stmts(b, &h->body);
    }
    visit_stmts(b, &s->v.try_.orelse);
    Builder before = *b;
    b->in_finally = true;
    visit_stmts(b, &s->v.try_.finalbody);
    *b = before;
}

/* CPython warns of no return either that is in a loop in a finally body. */
static void visit_loop_body(Builder *b, StmtSeq *body) {
    Builder before = *b;
    b->in_finally = false;
    visit_stmts(b, body);
    *b = before;
}

/* PEP 765: a jump out of a finally body swallows the exception. */
static void warn_in_finally(Builder *b, Stmt *s, const char *word) {
    if (b->in_finally) compile_warn(b->c, &s->loc, "'%s' in a 'finally' block", word);
}

static void visit_with(Builder *b, Stmt *s) {
    for (uint32_t i = 0; i < s->v.with.items.count; i++) {
        visit_expr(b, s->v.with.items.items[i]->context_expr);
        visit_optional(b, s->v.with.items.items[i]->optional_vars);
    }
    visit_stmts(b, &s->v.with.body);
}

static void visit_if(Builder *b, Stmt *s) {
    for (;;) {
        visit_expr(b, s->v.if_.test);
        visit_stmts(b, &s->v.if_.body);
        if (s->v.if_.orelse.count != 1 || s->v.if_.orelse.items[0]->kind != STMT_IF) break;
        s = s->v.if_.orelse.items[0]; /* a long chain of elif must not use the C stack */
    }
    visit_stmts(b, &s->v.if_.orelse);
}

static void visit_match(Builder *b, Stmt *s) {
    visit_expr(b, s->v.match.subject);
    for (uint32_t i = 0; i < s->v.match.cases.count; i++) {
        MatchCase *m = s->v.match.cases.items[i];
        visit_pattern(b, m->pattern);
        visit_optional(b, m->guard);
        visit_stmts(b, &m->body);
    }
}

static void visit_branches(Builder *b, Stmt *s) {
    switch (s->kind) {
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        if (s->kind == STMT_ASYNC_FOR) awaits(b, &s->loc, "'async for' outside async function");
        visit_expr(b, s->v.for_.iter);
        visit_expr(b, s->v.for_.target);
        visit_loop_body(b, &s->v.for_.body);
        visit_stmts(b, &s->v.for_.orelse);
        break;
    case STMT_WHILE:
        visit_expr(b, s->v.while_.test);
        visit_loop_body(b, &s->v.while_.body);
        visit_stmts(b, &s->v.while_.orelse);
        break;
    case STMT_IF: visit_if(b, s); break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        if (s->kind == STMT_ASYNC_WITH) awaits(b, &s->loc, "'async with' outside async function");
        visit_with(b, s);
        break;
    case STMT_MATCH: visit_match(b, s); break;
    case STMT_TRY:
    case STMT_TRY_STAR: visit_try(b, s); break;
    default: break;
    }
}

static void visit_compound(Builder *b, Stmt *s) {
    bool before = b->in_branch;
    b->in_branch = true;
    visit_branches(b, s);
    b->in_branch = before;
}

static void visit_simple(Builder *b, Stmt *s) {
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF: visit_function(b, s); break;
    case STMT_CLASS_DEF: visit_class(b, s); break;
    case STMT_RETURN:
        warn_in_finally(b, s, "return");
        visit_optional(b, s->v.return_.value);
        break;
    case STMT_BREAK: warn_in_finally(b, s, "break"); break;
    case STMT_CONTINUE: warn_in_finally(b, s, "continue"); break;
    case STMT_DELETE: visit_exprs(b, &s->v.delete_.targets); break;
    case STMT_ASSIGN:
        visit_expr(b, s->v.assign.value); /* as it runs: locals() tells variables in this order */
        visit_exprs(b, &s->v.assign.targets);
        break;
    case STMT_TYPE_ALIAS: visit_type_alias(b, s); break;
    case STMT_AUG_ASSIGN:
        visit_expr(b, s->v.aug_assign.target);
        visit_expr(b, s->v.aug_assign.value);
        break;
    case STMT_ANN_ASSIGN: visit_ann_assign(b, s); break;
    case STMT_RAISE:
        visit_optional(b, s->v.raise.exc);
        visit_optional(b, s->v.raise.cause);
        break;
    case STMT_ASSERT:
        visit_expr(b, s->v.assert_.test);
        visit_optional(b, s->v.assert_.msg);
        break;
    case STMT_IMPORT:
    case STMT_IMPORT_FROM: visit_imports(b, s); break;
    case STMT_GLOBAL: declare(b, s, SYMBOL_GLOBAL); break;
    case STMT_NONLOCAL: declare(b, s, SYMBOL_NONLOCAL); break;
    case STMT_EXPR: visit_expr(b, s->v.expr.value); break;
    default: visit_compound(b, s); break;
    }
}

static void visit_stmt(Builder *b, Stmt *s) {
    if (!compile_enter(b->c, &s->loc)) return;
    visit_simple(b, s);
    compile_leave(b->c);
}

static void visit_stmts(Builder *b, StmtSeq *body) {
    for (uint32_t i = 0; i < body->count && !b->c->failed; i++) visit_stmt(b, body->items[i]);
}

Scope *symtable_build(Compiler *c, Mod *mod) {
    Builder builder = {.c = c};
    Location start = {1, 0, 1, 0};
    Scope *root = enter(&builder, SCOPE_MODULE, mod, &start);
    if (!root) return NULL;
    if (mod->kind == MOD_MODULE)
        visit_stmts(&builder, &mod->body);
    else
        visit_expr(&builder, mod->expression);
    if (!c->failed) symtable_resolve(c, root);
    return c->failed ? NULL : root;
}
