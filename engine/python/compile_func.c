/* compile_func.c: functions, classes, lambdas, and the __annotate__ functions that keep annotations for later. */
#include "compile.h"

#include <stdlib.h>
#include <string.h>

/* ---- names ---- */

/* CPython's compiler_set_qualname. */
void unit_qualify(Compiler *c, Identifier *own_name) {
    Unit *u = c->unit, *outer = u->outer;
    /* Neither has a name in the program: what stands in one is named as if it stood around it. */
    while (outer && (outer->scope->kind == SCOPE_TYPE_PARAMS || outer->scope->kind == SCOPE_ANNOTATIONS))
        outer = outer->outer;
    if (c->failed || !outer || outer->scope->kind == SCOPE_MODULE) return;
    const Symbol *s = scope_find(outer->scope, scope_mangle(c, outer->scope, own_name));
    if (s && (s->flags & SYMBOL_GLOBAL) && (u->scope->kind == SCOPE_FUNCTION || u->scope->kind == SCOPE_CLASS)) return;
    Str *base = outer->qualname ? outer->qualname : outer->name;
    const char *link = outer->scope->kind == SCOPE_CLASS ? "" : ".<locals>";
    u->qualname = str_format(c->vm, "%S%s.%S", base, link, u->name);
    if (!u->qualname) compile_no_memory(c);
}

/* ---- making functions ---- */

enum { PART_DEFAULTS, PART_KEYWORD_DEFAULTS, PART_CLOSURE, PART_ANNOTATE, PART_COUNT };

static void closure(Compiler *c, const Location *loc, const Scope *scope, Reg dst) {
    if (!scope->nfrees) {
        emit(c, loc, OP_LOAD_NULL, dst, 0, 0);
        return;
    }
    Reg base = temp_next(c);
    for (uint32_t i = 0; i < scope->nfrees; i++) {
        Reg cell = temp_push(c);
        emit(c, loc, OP_COPY, cell, cell_register(c, scope->frees[i]), 0);
    }
    temp_pop(c, scope->nfrees);
    emit(c, loc, OP_BUILD_TUPLE, dst, base, scope->nfrees);
}

static Reg parts_push(Compiler *c) {
    Reg run = temp_next(c);
    for (int i = 0; i < PART_COUNT; i++) temp_push(c);
    return run;
}

/* Takes back the parts of a function that has none but its code; false: it has some. */
static bool drop_parts(Compiler *c, const Scope *scope) {
    Unit *u = c->unit;
    const uint32_t parts = PART_COUNT - 1; /* the closure is not there yet */
    if (c->failed || u->dead || scope->nfrees || u->ndrafts < parts) return false;
    for (uint32_t i = 1; i <= parts; i++) {
        if (u->drafts[u->ndrafts - i].instr.op != OP_LOAD_NULL) return false;
    }
    u->ndrafts -= parts;
    return true;
}

/* Ends the run of parts that parts_push began: adds the closure and makes the function. Takes code over. */
static void function_from_parts(Compiler *c, const Location *loc, Code *code, const Scope *scope, Reg run, Reg dst) {
    bool plain = drop_parts(c, scope);
    if (!plain) closure(c, loc, scope, run + PART_CLOSURE);
    temp_pop(c, PART_COUNT);
    uint32_t index = const_add_narrow(c, loc, obj_value(code), "code with more than 65536 constants");
    if (plain)
        emit(c, loc, OP_MAKE_FUNCTION_PLAIN, dst, index, 0);
    else
        emit(c, loc, OP_MAKE_FUNCTION, dst, index, run);
}

void make_function(Compiler *c, const Location *loc, Code *code, Scope *scope, Reg dst) {
    Reg run = parts_push(c);
    emit(c, loc, OP_LOAD_NULL, run + PART_DEFAULTS, 0, 0);
    emit(c, loc, OP_LOAD_NULL, run + PART_KEYWORD_DEFAULTS, 0, 0);
    emit(c, loc, OP_LOAD_NULL, run + PART_ANNOTATE, 0, 0);
    function_from_parts(c, loc, code, scope, run, dst);
}

static void keyword_defaults(Compiler *c, const Location *loc, Arguments *args, Reg dst) {
    Reg base = temp_next(c);
    uint32_t count = 0;
    for (uint32_t i = 0; i < args->kwonlyargs.count; i++) {
        if (!args->kw_defaults.items[i]) continue;
        Identifier *name = scope_mangle(c, c->unit->names_in, args->kwonlyargs.items[i]->arg);
        Str *text = compile_str(c, name);
        if (!text) return;
        emit_const(c, loc, value_retain(obj_value(text)), temp_next(c));
        temp_push(c);
        expr_temp(c, args->kw_defaults.items[i]);
        count++;
    }
    temp_pop(c, count * 2);
    if (!count) {
        emit(c, loc, OP_LOAD_NULL, dst, 0, 0);
        return;
    }
    emit(c, loc, OP_BUILD_DICT, dst, base, count);
}

static void defaults(Compiler *c, const Location *loc, Arguments *args, Reg run) {
    if (args->defaults.count) {
        Expr all = {.kind = EXPR_TUPLE, .loc = *loc};
        all.v.tuple.elts = args->defaults;
        all.v.tuple.ctx = CTX_LOAD;
        expr_to(c, &all, run + PART_DEFAULTS);
    } else {
        emit(c, loc, OP_LOAD_NULL, run + PART_DEFAULTS, 0, 0);
    }
    keyword_defaults(c, loc, args, run + PART_KEYWORD_DEFAULTS);
}

static bool has_keyword_defaults(const Arguments *args) {
    for (uint32_t i = 0; i < args->kw_defaults.count; i++) {
        if (args->kw_defaults.items[i]) return true;
    }
    return false;
}

static void set_arguments(Unit *u, const Arguments *args) {
    u->posonly = args->posonlyargs.count;
    u->argcount = args->posonlyargs.count + args->args.count;
    u->kwonly = args->kwonlyargs.count;
    if (args->vararg) u->flags |= CODE_VARARGS;
    if (args->kwarg) u->flags |= CODE_VARKEYWORDS;
}

/* The library's docstrings are for those who read its source. */
static const Expr *docstring(const Compiler *c, const StmtSeq *body) {
    if (!body->count || body->items[0]->kind != STMT_EXPR) return NULL;
    if (c->flags & (COMPILE_LIBRARY | COMPILE_NO_DOCSTRINGS)) return NULL;
    if ((c->flags & COMPILE_INTERACTIVE) && c->unit->scope->kind == SCOPE_MODULE) return NULL; /* it is shown */
    const Expr *e = body->items[0]->v.expr.value;
    return e->kind == EXPR_CONSTANT && e->v.constant.kind == CONST_STR ? e : NULL;
}

static size_t indent_of(const char *line, const char *end) {
    size_t n = 0;
    while (line + n < end && (line[n] == ' ' || line[n] == '\t')) n++;
    return line + n == end || line[n] == '\n' ? SIZE_MAX : n;
}

/* CPython's _PyCompile_CleanDoc: the docstring without its common indentation. */
static Value clean_doc(Compiler *c, const Expr *e) {
    const char *text = e->v.constant.text, *end = text + e->v.constant.length;
    size_t margin = SIZE_MAX, length = 0;
    for (const char *line = memchr(text, '\n', (size_t)(end - text)); line;
         line = memchr(line, '\n', (size_t)(end - line))) {
        line++;
        size_t indent = indent_of(line, end);
        if (indent < margin) margin = indent;
    }
    if (margin == SIZE_MAX) margin = 0;
    char *clean = arena_alloc(c->arena, e->v.constant.length + 1u);
    if (!clean) {
        compile_no_memory(c);
        return VALUE_NULL;
    }
    while (text < end && (*text == ' ' || *text == '\t')) text++;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        stop = stop ? stop + 1 : end;
        memcpy(clean + length, text, (size_t)(stop - text));
        length += (size_t)(stop - text);
        for (text = stop; text < end && text < stop + margin && (*text == ' ' || *text == '\t');) text++;
    }
    return const_str(c, clean, length);
}

static void function_body(Compiler *c, StmtSeq *body) {
    StmtSeq rest = *body;
    const Expr *doc = docstring(c, body);
    if (doc) {
        c->unit->doc = clean_doc(c, doc);
        rest.items++;
        rest.count--;
    }
    stmts(c, &rest);
    emit_end(c, body->count ? &body->items[body->count - 1]->loc : NULL);
}

static uint32_t function_flags(const Scope *scope) {
    if (scope->is_async) return scope->is_generator ? CODE_ASYNC_GENERATOR : CODE_COROUTINE;
    return scope->is_generator ? CODE_GENERATOR : 0;
}

static Code *function_code(Compiler *c, Stmt *s, uint32_t first_line) {
    Scope *scope = symtable_scope(c, s);
    Str *name = compile_str(c, s->v.function_def.name);
    if (!name || !unit_begin(c, scope, name, function_flags(scope), first_line)) return NULL;
    unit_qualify(c, s->v.function_def.name);
    set_arguments(c->unit, s->v.function_def.args);
    function_body(c, &s->v.function_def.body);
    return unit_end(c);
}

/* ---- annotations ---- */

static void annotation_value(Compiler *c, Expr *e) {
    if (c->future_annotations) {
        emit_const(c, &e->loc, expr_text(c, e), temp_next(c));
        temp_push(c);
    } else if (e->kind == EXPR_STARRED) {
        Reg list = temp_push(c);
        Reg item = expr_operand(c, e->v.starred.value);
        emit(c, &e->loc, OP_UNPACK, temp_next(c), item, 1);
        emit(c, &e->loc, OP_MOVE, list, temp_next(c), 0);
        operand_free(c, item);
    } else {
        expr_temp(c, e);
    }
}

static void annotation(Compiler *c, Reg dict, Identifier *name, Expr *e) {
    if (!e || c->failed) return;
    Str *text = compile_str(c, name_mangle(c, c->unit->names_in->class_name, name));
    if (!text) return;
    emit_const(c, &e->loc, value_retain(obj_value(text)), temp_next(c));
    Reg key = temp_push(c);
    annotation_value(c, e);
    temp_pop(c, 2);
    emit(c, &e->loc, OP_DICT_SET, dict, key, key + 1);
}

static void parameter_annotations(Compiler *c, Reg dict, const ArgSeq *seq) {
    for (uint32_t i = 0; i < seq->count; i++) annotation(c, dict, seq->items[i]->arg, seq->items[i]->annotation);
}

/* if format > 2: raise NotImplementedError, where the format is the function's only parameter */
static void check_format(Compiler *c, const Scope *scope, const Location *loc) {
    Identifier *error = compile_name(c, "NotImplementedError");
    if (!error) return;
    Label body = label_new(c);
    Reg format = scope->symbols->flags & SYMBOL_CELL ? temp_next(c) : scope->symbols->reg;
    if (reg_is_temp(c, format)) emit(c, loc, OP_LOAD_CELL, format, scope->symbols->reg, 0);
    emit_jump(c, loc, OP_JUMP_UNLESS_GT_INT, format, 2, body);
    emit(c, loc, OP_LOAD_GLOBAL, temp_next(c), site_add(c, error, true), 0);
    emit(c, loc, OP_RAISE, temp_next(c), 0, 0);
    label_here(c, body);
}

/* def __annotate__(format, /): check the format, return {...}. Begins it; the dict's register. */
static Reg annotate_begin(Compiler *c, Scope *scope, const Location *loc) {
    Identifier *name = compile_name(c, "__annotate__");
    Str *text = name ? compile_str(c, name) : NULL;
    if (!text || !unit_begin(c, scope, text, 0, loc->lineno)) return REG_NONE;
    unit_qualify(c, name);
    c->unit->argcount = c->unit->posonly = 1;
    check_format(c, scope, loc);
    Reg dict = temp_push(c);
    emit(c, loc, OP_BUILD_DICT, dict, dict, 0);
    return dict;
}

static void annotate_end(Compiler *c, Scope *scope, const Location *loc, Reg dict, Reg dst) {
    emit(c, loc, OP_RETURN, dict, 0, 0);
    temp_pop(c, 1);
    Code *code = unit_end(c);
    if (code) make_function(c, loc, code, scope, dst);
}

static void annotate_function(Compiler *c, Stmt *s, Reg dst) {
    Arguments *args = s->v.function_def.args;
    if (c->failed) return;
    if (!function_has_annotations(args, s->v.function_def.returns)) {
        emit(c, &s->loc, OP_LOAD_NULL, dst, 0, 0);
        return;
    }
    Scope *scope = symtable_scope(c, args);
    Reg dict = annotate_begin(c, scope, &s->loc);
    if (dict == REG_NONE) return;
    parameter_annotations(c, dict, &args->posonlyargs);
    parameter_annotations(c, dict, &args->args);
    if (args->vararg) annotation(c, dict, args->vararg->arg, args->vararg->annotation);
    parameter_annotations(c, dict, &args->kwonlyargs);
    if (args->kwarg) annotation(c, dict, args->kwarg->arg, args->kwarg->annotation);
    annotation(c, dict, compile_name(c, "return"), s->v.function_def.returns);
    annotate_end(c, scope, &s->loc, dict, dst);
}

/* The set of the numbers of the annotations that were executed: the global of a module, the cell of a class. `scope`
 * is the module or class; the code that reads it is its body or its __annotate__ function. */
static Reg executed_push(Compiler *c, const Location *loc, const Scope *scope) {
    Identifier *name = compile_name(c, "__conditional_annotations__");
    bool in_namespace = c->unit->scope == scope && (c->flags & COMPILE_NAMESPACE);
    Reg set = temp_next(c);
    if (!name) return set;
    if (scope->executed)
        emit(c, loc, OP_LOAD_CELL, set, cell_register(c, scope->executed), 0);
    else if (in_namespace)
        emit(c, loc, OP_LOAD_NAME, set, name_add(c, name), 0);
    else
        emit(c, loc, OP_LOAD_GLOBAL, set, site_add(c, name, true), 0);
    return temp_push(c);
}

/* With the annotations as texts they are stored as they come. */
static void annotation_text(Compiler *c, Stmt *s) {
    const Location *loc = &s->loc;
    Reg dict = temp_next(c);
    emit(c, loc, OP_LOAD_NAME, dict, name_add(c, compile_name(c, "__annotations__")), 0);
    temp_push(c);
    Identifier *name = name_mangle(c, c->unit->names_in->class_name, s->v.ann_assign.target->v.name.id);
    Str *text = compile_str(c, name);
    if (!text) return;
    emit_const(c, loc, value_retain(obj_value(text)), temp_next(c));
    Reg key = temp_push(c);
    annotation_value(c, s->v.ann_assign.annotation);
    temp_pop(c, 3);
    emit(c, loc, OP_SETITEM, dict, key, key + 1);
}

void annotation_executed(Compiler *c, Stmt *s) {
    Scope *scope = c->unit->scope;
    if (!s->v.ann_assign.simple || scope_is_function(scope) || c->failed) return;
    if (c->future_annotations) {
        annotation_text(c, s);
        return;
    }
    if (s->v.ann_assign.number == ANNOTATION_ALWAYS) return;
    Reg set = executed_push(c, &s->loc, scope);
    emit_const(c, &s->loc, value_small(s->v.ann_assign.number), temp_next(c));
    Reg number = temp_push(c);
    emit(c, &s->loc, OP_SET_ADD, set, number, 0);
    emit(c, &s->loc, OP_CLEAR, set, 0, 0);
    temp_pop(c, 2);
}

static void variable_annotation(Compiler *c, Stmt *s, Reg dict) {
    Identifier *name = s->v.ann_assign.target->v.name.id;
    if (s->v.ann_assign.number == ANNOTATION_ALWAYS) {
        annotation(c, dict, name, s->v.ann_assign.annotation);
        return;
    }
    Label skip = label_new(c);
    const Location *loc = &s->v.ann_assign.annotation->loc;
    emit_const(c, loc, value_small(s->v.ann_assign.number), temp_next(c));
    Reg number = temp_push(c), set = executed_push(c, loc, c->unit->scope->parent);
    temp_pop(c, 2);
    emit_jump(c, loc, OP_JUMP_UNLESS_IN, number, set, skip);
    uint32_t mark = bound_mark(c);
    annotation(c, dict, name, s->v.ann_assign.annotation);
    bound_undo(c, mark);
    label_here(c, skip);
}

static void variable_annotations(Compiler *c, const StmtSeq *body, Reg dict);

static void nested_annotations(Compiler *c, const Stmt *s, Reg dict) {
    switch (s->kind) {
    case STMT_IF:
        variable_annotations(c, &s->v.if_.body, dict);
        variable_annotations(c, &s->v.if_.orelse, dict);
        break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        variable_annotations(c, &s->v.for_.body, dict);
        variable_annotations(c, &s->v.for_.orelse, dict);
        break;
    case STMT_WHILE:
        variable_annotations(c, &s->v.while_.body, dict);
        variable_annotations(c, &s->v.while_.orelse, dict);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH: variable_annotations(c, &s->v.with.body, dict); break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        variable_annotations(c, &s->v.try_.body, dict);
        for (uint32_t i = 0; i < s->v.try_.handlers.count; i++)
            variable_annotations(c, &s->v.try_.handlers.items[i]->body, dict);
        variable_annotations(c, &s->v.try_.orelse, dict);
        variable_annotations(c, &s->v.try_.finalbody, dict);
        break;
    case STMT_MATCH:
        for (uint32_t i = 0; i < s->v.match.cases.count; i++)
            variable_annotations(c, &s->v.match.cases.items[i]->body, dict);
        break;
    default: break;
    }
}

static void variable_annotations(Compiler *c, const StmtSeq *body, Reg dict) {
    for (uint32_t i = 0; i < body->count && !c->failed; i++) {
        Stmt *s = body->items[i];
        if (!compile_enter(c, &s->loc)) return;
        if (s->kind == STMT_ANN_ASSIGN && s->v.ann_assign.simple)
            variable_annotation(c, s, dict);
        else
            nested_annotations(c, s, dict);
        compile_leave(c);
    }
}

/* Stores a register under a name of the module or class being made. */
static void store_here(Compiler *c, const Location *loc, const char *name, Reg src) {
    Identifier *id = compile_name(c, name);
    bool global = c->unit->scope->kind == SCOPE_MODULE && !(c->flags & COMPILE_NAMESPACE);
    if (id) emit(c, loc, global ? OP_STORE_GLOBAL : OP_STORE_NAME, src, name_add(c, id), 0);
}

/* Stores the __annotate__ function of the module or class that is being made. */
static void store_annotate(Compiler *c, const StmtSeq *body) {
    Scope *owner = c->unit->scope, *scope = symtable_scope(c, owner);
    if (c->failed) return;
    Reg function = temp_next(c), dict = annotate_begin(c, scope, &owner->loc);
    if (dict == REG_NONE) return;
    variable_annotations(c, body, dict);
    annotate_end(c, scope, &owner->loc, dict, function);
    store_here(c, NULL, owner->kind == SCOPE_CLASS ? "__annotate_func__" : "__annotate__", function);
}

/* A module has its __annotate__ from the start, where a class gets it at its end. */
static void annotations_begin(Compiler *c, const StmtSeq *body) {
    const Scope *owner = c->unit->scope;
    if (!c->future_annotations && owner->kind == SCOPE_MODULE) store_annotate(c, body);
    if (owner->conditional && !c->failed) {
        Reg set = temp_next(c);
        emit(c, NULL, OP_BUILD_SET, set, set, 0);
        if (owner->executed)
            emit(c, NULL, OP_STORE_CELL, owner->executed->reg, set, 0);
        else if (owner->kind == SCOPE_MODULE)
            store_here(c, NULL, "__conditional_annotations__", set);
    }
    if (!c->future_annotations || c->failed) return;
    emit(c, NULL, OP_LOAD_ANNOTATIONS, temp_next(c), 0, 0);
    emit(c, NULL, OP_CLEAR, temp_next(c), 0, 0);
}

void body_with_annotations(Compiler *c, StmtSeq *body) {
    const Scope *owner = c->unit->scope;
    StmtSeq rest = *body;
    if (owner->has_annotations) annotations_begin(c, body);
    const Expr *doc = docstring(c, body);
    if (doc) {
        emit_const(c, &doc->loc, clean_doc(c, doc), temp_next(c));
        store_here(c, &doc->loc, "__doc__", temp_next(c));
        rest.items++;
        rest.count--;
    }
    stmts(c, &rest);
    if (owner->has_annotations && owner->kind == SCOPE_CLASS && !c->future_annotations) store_annotate(c, body);
}

/* ---- decorators ---- */

/* Each decorator begins the run of a call; the first argument of the innermost is where the result is made. */
static Reg decorators_begin(Compiler *c, const ExprSeq *decorators) {
    for (uint32_t i = 0; i < decorators->count; i++) {
        emit_line(c, decorators->items[i]->loc.lineno);
        expr_temp(c, decorators->items[i]);
        temp_push(c);
    }
    return temp_next(c);
}

/* The decorated thing stands in `made`; the result too, in the register that decorators_begin began at. */
static Reg decorators_end(Compiler *c, const ExprSeq *decorators, Reg made) {
    for (uint32_t i = decorators->count; i-- > 0;) {
        temp_pop(c, 2);
        made = temp_next(c);
        emit(c, &decorators->items[i]->loc, OP_CALL_PLAIN, made, 1, made);
    }
    return made;
}

static uint32_t first_line(const Stmt *s, const ExprSeq *decorators) {
    return decorators->count ? decorators->items[0]->loc.lineno : s->loc.lineno;
}

/* ---- type parameters ---- */

/* Calls one of typing's makers: _make_type_var("T", infer_variance=True, _bound=..., _default=...). The last two are
 * functions: what they give is computed when it is asked for. */
static void type_param_call(Compiler *c, TypeParam *p, Reg base) {
    bool constrained = p->bound && p->bound->v.lambda.body->kind == EXPR_TUPLE;
    Identifier *infer = compile_name(c, "infer_variance");
    Identifier *bound = compile_name(c, constrained ? "_constraints" : "_bound");
    Identifier *preset = compile_name(c, "_default");
    Expr yes = {.kind = EXPR_CONSTANT, .loc = p->loc}, name = yes;
    yes.v.constant.kind = CONST_TRUE;
    name.v.constant = (Constant){.kind = CONST_STR, .text = p->name->text, .length = p->name->length};
    Keyword rows[] = {{p->loc, infer, &yes}, {p->loc, bound, p->bound}, {p->loc, preset, p->default_value}};
    Keyword *given[3];
    KeywordSeq keywords = {given, 0};
    if (p->kind != TYPE_PARAM_TYPE_VAR_TUPLE) given[keywords.count++] = &rows[0];
    if (p->bound) given[keywords.count++] = &rows[1];
    if (p->default_value) given[keywords.count++] = &rows[2];
    ExprSeq rest = {NULL, 0};
    expr_temp(c, &name);
    call_arguments(c, &p->loc, base, false, 1, &rest, &keywords, base);
}

/* Loads a name of the module typing into the next temporary, which is pushed. */
static Reg typing_name(Compiler *c, const Location *loc, const char *text) {
    Identifier *module = compile_name(c, "typing"), *name = compile_name(c, text);
    Reg value = temp_push(c), from = temp_next(c);
    uint32_t none = const_add_narrow(c, loc, VALUE_NONE, "code with more than 65536 constants");
    emit(c, loc, OP_IMPORT_NAME, from, name_add(c, module), none);
    emit_ext(c, loc, 0, 0);
    emit(c, loc, OP_IMPORT_FROM, value, from, name_add(c, name));
    emit(c, loc, OP_CLEAR, from, 0, 0);
    return value;
}

static void type_param(Compiler *c, TypeParam *p) {
    static const char *const makers[] = {[TYPE_PARAM_TYPE_VAR] = "_make_type_var",
                                         [TYPE_PARAM_PARAM_SPEC] = "_make_param_spec",
                                         [TYPE_PARAM_TYPE_VAR_TUPLE] = "_make_type_var_tuple"};
    Reg base = typing_name(c, &p->loc, makers[p->kind]);
    temp_push(c);
    type_param_call(c, p, base);
    name_store(c, &p->loc, p->name, base);
}

static void load_type_params(Compiler *c, const Location *loc, const TypeParamSeq *params, Reg dst) {
    Reg base = temp_next(c);
    for (uint32_t i = 0; i < params->count; i++) {
        name_load(c, loc, params->items[i]->name, temp_next(c));
        temp_push(c);
    }
    temp_pop(c, params->count);
    emit(c, loc, OP_BUILD_TUPLE, dst, base, params->count);
}

/* Begins the function that makes the type parameters and then, in their scope, the generic thing. */
static bool generic_begin(Compiler *c, const Location *loc, TypeParamSeq *params, const Identifier *name) {
    Str *text = str_format(c->vm, "<generic parameters of %s>", name->text);
    if (!text) {
        compile_no_memory(c);
        return false;
    }
    Unit *u = unit_begin(c, symtable_scope(c, params), text, 0, loc->lineno);
    obj_release(c->vm, text);
    if (!u) return false;
    u->argcount = u->posonly = 2;
    for (uint32_t i = 0; i < params->count; i++) type_param(c, params->items[i]);
    return !c->failed;
}

/* Ends it: the generic thing stands in `made`, and gets __type_params__. */
static Code *generic_end(Compiler *c, const Location *loc, const TypeParamSeq *params, Reg made) {
    temp_push(c);
    Reg copy = temp_push(c), tuple = temp_push(c);
    emit(c, loc, OP_COPY, copy, made, 0);
    load_type_params(c, loc, params, tuple);
    emit(c, loc, OP_STORE_ATTR, copy, tuple, site_add(c, compile_name(c, "__type_params__"), false));
    temp_pop(c, 3);
    emit(c, loc, OP_RETURN, made, 0, 0);
    return unit_end(c);
}

/* Calls it, with defaults and keyword defaults in `run` (or nothing, for a class). */
static void generic_call(Compiler *c, const Location *loc, Code *code, TypeParamSeq *params, Arguments *args, Reg dst) {
    Reg function = temp_push(c);
    temp_push(c);
    Reg first = temp_push(c);
    temp_push(c);
    bool given[] = {args && args->defaults.count, args && has_keyword_defaults(args)};
    if (args) defaults(c, loc, args, first);
    for (uint32_t i = 0; i < 2; i++) { /* arguments cannot be absent */
        if (given[i]) continue;
        emit(c, loc, OP_CLEAR, first + i, 0, 0);
        emit_none(c, loc, first + i);
    }
    make_function(c, loc, code, symtable_scope(c, params), function);
    temp_pop(c, 4);
    emit(c, loc, OP_CALL_PLAIN, function, 2, dst);
}

/* ---- functions ---- */

/* The function in `made`, its defaults from the run of parts that begins at `made`. */
static void function_with_parts(Compiler *c, Stmt *s, Reg run, Reg made) {
    annotate_function(c, s, run + PART_ANNOTATE);
    const ExprSeq *decorators = &s->v.function_def.decorator_list;
    Code *code = c->failed ? NULL : function_code(c, s, first_line(s, decorators));
    if (code) function_from_parts(c, &s->loc, code, symtable_scope(c, s), run, made);
}

static void plain_function(Compiler *c, Stmt *s, Reg made) {
    Reg run = parts_push(c);
    defaults(c, &s->loc, s->v.function_def.args, run);
    function_with_parts(c, s, run, made);
}

static void generic_function(Compiler *c, Stmt *s, Reg made) {
    Arguments *args = s->v.function_def.args;
    TypeParamSeq *params = &s->v.function_def.type_params;
    if (!generic_begin(c, &s->loc, params, s->v.function_def.name)) return;
    Reg inner = temp_next(c), run = parts_push(c);
    bool given[] = {args->defaults.count != 0, has_keyword_defaults(args)};
    for (uint32_t i = 0; i < 2; i++) emit(c, &s->loc, given[i] ? OP_MOVE : OP_LOAD_NULL, run + i, i, 0);
    function_with_parts(c, s, run, inner);
    Code *code = generic_end(c, &s->loc, params, inner);
    if (code) generic_call(c, &s->loc, code, params, args, made);
}

void stmt_function(Compiler *c, Stmt *s) {
    ExprSeq *decorators = &s->v.function_def.decorator_list;
    Reg made = decorators_begin(c, decorators);
    emit_line(c, s->loc.lineno);
    if (s->v.function_def.type_params.count)
        generic_function(c, s, made);
    else
        plain_function(c, s, made);
    if (c->failed) return;
    made = decorators_end(c, decorators, made);
    name_store(c, &s->loc, s->v.function_def.name, made);
}

void lambda_expr(Compiler *c, Expr *e, Reg dst) {
    Scope *scope = symtable_scope(c, e);
    Identifier *owner = e->v.lambda.owner, *name = owner ? owner : compile_name(c, "<lambda>");
    Str *text = name ? compile_str(c, name) : NULL;
    Reg run = parts_push(c);
    defaults(c, &e->loc, e->v.lambda.args, run);
    emit(c, &e->loc, OP_LOAD_NULL, run + PART_ANNOTATE, 0, 0);
    if (!text || !unit_begin(c, scope, text, function_flags(scope), e->loc.lineno)) return;
    unit_qualify(c, name);
    set_arguments(c->unit, e->v.lambda.args);
    if (owner) check_format(c, scope, &e->loc);
    Expr *body = e->v.lambda.body;
    emit_line(c, body->loc.lineno);
    Expr *items[] = {body};
    Expr first = {.kind = EXPR_CONSTANT, .loc = body->loc}, all = first, only = first;
    if (body->kind == EXPR_STARRED) { /* the default of a TypeVarTuple: what *x gives, (*x,)[0] */
        first.v.constant = (Constant){.kind = CONST_INT, .base = 10, .text = "0", .length = 1};
        all.kind = EXPR_TUPLE;
        all.v.tuple.elts = (ExprSeq){items, 1};
        only.kind = EXPR_SUBSCRIPT;
        only.v.subscript.value = &all;
        only.v.subscript.slice = &first;
        body = &only;
    }
    Reg r = expr_operand(c, body);
    operand_free(c, r);
    emit(c, &body->loc, OP_RETURN, r, 0, 0);
    Code *code = unit_end(c);
    if (code) function_from_parts(c, &e->loc, code, scope, run, dst);
}

/* ---- classes ---- */

static int by_text(const void *a, const void *b) {
    return strcmp((*(Identifier *const *)a)->text, (*(Identifier *const *)b)->text);
}

static void static_attributes(Compiler *c) {
    Unit *u = c->unit;
    if (c->failed || (c->flags & COMPILE_LIBRARY)) return;
    if (u->nattributes) qsort(u->attributes, u->nattributes, sizeof *u->attributes, by_text);
    Tuple *names = tuple_new(c->vm, u->nattributes);
    for (uint32_t i = 0; names && i < u->nattributes; i++) {
        Str *text = compile_str(c, u->attributes[i]);
        names->items[i] = text ? value_retain(obj_value(text)) : VALUE_NONE;
    }
    emit_const(c, NULL, obj_value(names), temp_next(c));
    store_here(c, NULL, "__static_attributes__", temp_next(c));
}

static void class_prelude(Compiler *c, Stmt *s, uint32_t line) {
    Location loc = {line, 0, line, 0};
    Reg r = temp_next(c);
    Unit *u = c->unit;
    const Symbol *dict = u->scope->class_dict;
    if (dict) {
        emit(c, &loc, OP_LOAD_NAMESPACE, r, 0, 0);
        emit(c, &loc, OP_STORE_CELL, dict->reg, r, 0);
    }
    Identifier *name = compile_name(c, "__name__");
    emit(c, &loc, OP_LOAD_NAME, r, name_add(c, name), 0);
    store_here(c, &loc, "__module__", r);
    emit_const(c, &loc, value_retain(obj_value(u->qualname ? u->qualname : u->name)), r);
    store_here(c, &loc, "__qualname__", r);
    if (!(c->flags & COMPILE_LIBRARY)) {
        emit_const(c, &loc, value_small(line), r);
        store_here(c, &loc, "__firstlineno__", r);
    }
    if (s->v.class_def.type_params.count == 0) return;
    emit_const(c, &loc, obj_value(tuple_new(c->vm, 0)), r); /* its place in the dict: generic_end puts them there */
    store_here(c, &loc, "__type_params__", r);
}

static void class_end(Compiler *c) {
    const Symbol *cell = c->unit->scope->class_cell;
    static_attributes(c);
    if (!cell) {
        emit(c, NULL, OP_RETURN_NONE, 0, 0, 0);
        return;
    }
    Reg r = temp_next(c);
    emit(c, NULL, OP_COPY, r, cell->reg, 0);
    store_here(c, NULL, "__classcell__", r);
    emit(c, NULL, OP_COPY, r, cell->reg, 0);
    emit(c, NULL, OP_RETURN, r, 0, 0);
}

static Code *class_code(Compiler *c, Stmt *s, uint32_t line) {
    Str *name = compile_str(c, s->v.class_def.name);
    if (!name || !unit_begin(c, symtable_scope(c, s), name, CODE_CLASS_BODY | CODE_NAMESPACE, line)) return NULL;
    unit_qualify(c, s->v.class_def.name);
    emit_line(c, line);
    class_prelude(c, s, line);
    body_with_annotations(c, &s->v.class_def.body);
    class_end(c);
    return unit_end(c);
}

/* The class in `made`, from the next temporaries on; `extra` (or NULL) is one more base. */
static void class_object(Compiler *c, Stmt *s, Expr *extra, Reg made) {
    ExprSeq bases = s->v.class_def.bases;
    Code *code = c->failed ? NULL : class_code(c, s, first_line(s, &s->v.class_def.decorator_list));
    Str *name = compile_str(c, s->v.class_def.name);
    if (extra && !c->failed) {
        Expr **items = arena_alloc(c->arena, (bases.count + 1u) * sizeof *items);
        if (!items) compile_no_memory(c);
        if (items && bases.count) memcpy(items, bases.items, bases.count * sizeof *items);
        if (items) items[bases.count] = extra;
        bases = (ExprSeq){items, bases.count + 1};
    }
    if (!code || !name || c->failed) {
        obj_release(c->vm, code);
        return;
    }
    Reg base = temp_push(c);
    temp_push(c);
    emit(c, &s->loc, OP_LOAD_BUILD_CLASS, base, 0, 0);
    make_function(c, &s->loc, code, symtable_scope(c, s), temp_next(c));
    temp_push(c);
    emit_const(c, &s->loc, value_retain(obj_value(name)), temp_next(c));
    temp_push(c);
    call_arguments(c, &s->loc, base, false, 2, &bases, &s->v.class_def.keywords, made);
}

static void generic_class(Compiler *c, Stmt *s, Reg made) {
    TypeParamSeq *params = &s->v.class_def.type_params;
    Identifier *name = compile_name(c, ".generic_base");
    if (!generic_begin(c, &s->loc, params, s->v.class_def.name)) return;
    Reg generic = typing_name(c, &s->loc, "_generic_base"), key = temp_push(c);
    load_type_params(c, &s->loc, params, key);
    emit(c, &s->loc, OP_GETITEM, generic, generic, key);
    name_store(c, &s->loc, name, generic);
    temp_pop(c, 2);
    Expr base = {.kind = EXPR_NAME, .loc = s->loc};
    base.v.name.id = name;
    base.v.name.ctx = CTX_LOAD;
    Reg inner = temp_next(c);
    class_object(c, s, &base, inner);
    Code *code = generic_end(c, &s->loc, params, inner);
    if (code) generic_call(c, &s->loc, code, params, NULL, made);
}

void stmt_class(Compiler *c, Stmt *s) {
    ExprSeq *decorators = &s->v.class_def.decorator_list;
    Reg made = decorators_begin(c, decorators);
    emit_line(c, s->loc.lineno);
    if (s->v.class_def.type_params.count)
        generic_class(c, s, made);
    else
        class_object(c, s, NULL, made);
    if (c->failed) return;
    made = decorators_end(c, decorators, made);
    name_store(c, &s->loc, s->v.class_def.name, made);
}

/* typing._make_alias(name, function that computes the value) */
static void alias_object(Compiler *c, Stmt *s, Reg made) {
    Identifier *id = s->v.type_alias.name->v.name.id;
    Expr name = {.kind = EXPR_CONSTANT, .loc = s->loc};
    name.v.constant = (Constant){.kind = CONST_STR, .text = id->text, .length = id->length};
    Reg base = typing_name(c, &s->loc, "_make_alias");
    temp_push(c);
    expr_temp(c, &name);
    expr_temp(c, s->v.type_alias.value);
    temp_pop(c, 4);
    emit(c, &s->loc, OP_CALL_PLAIN, base, 2, made);
}

void stmt_type_alias(Compiler *c, Stmt *s) {
    TypeParamSeq *params = &s->v.type_alias.type_params;
    Identifier *id = s->v.type_alias.name->v.name.id;
    Reg made = temp_next(c);
    emit_line(c, s->loc.lineno);
    if (params->count) {
        if (!generic_begin(c, &s->loc, params, id)) return;
        Reg inner = temp_next(c);
        alias_object(c, s, inner);
        Code *code = generic_end(c, &s->loc, params, inner);
        if (code) generic_call(c, &s->loc, code, params, NULL, made);
    } else {
        alias_object(c, s, made);
    }
    if (!c->failed) name_store(c, &s->loc, id, made);
}
