/* compile.c: from source text to a code object, and the errors on the way. */
#include "compile.h"

#include "python/ast_dump.h"
#include "exceptions.h"
#include "guard.h"
#include "library.h"
#include "token.h"
#include "vm_state.h"

#include <stdarg.h>
#include <string.h>

/* ---- errors ---- */

void compile_no_memory(Compiler *c) {
    if (!c->failed && !error_is_set(c->vm)) raise_no_memory(c->vm);
    c->failed = true;
}

static enum type_id error_type(const char *name) {
    static const struct {
        const char *name;
        enum type_id id;
    } table[] = {{"IndentationError", T_IndentationError},       {"TabError", T_TabError},
                 {"NotImplementedError", T_NotImplementedError}, {"MemoryError", T_MemoryError},
                 {"RecursionError", T_RecursionError},           {"ValueError", T_ValueError}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strcmp(table[i].name, name) == 0) return table[i].id;
    }
    return T_SyntaxError;
}

/* An offset as SyntaxError carries it. */
static Value offset_value(int32_t offset) {
    return value_small(offset);
}

/* (filename, line, offset, text, end line, end offset) */
static Value error_details(Compiler *c, const ParseError *e) {
    Str *text = e->text ? str_from_utf8(c->vm, e->text, e->text_length) : NULL;
    if (e->text && !text) return VALUE_NULL;
    Value line = text ? obj_value(text) : VALUE_NONE;
    bool ends = e->end_line != 0 || (e->line == 0 && text); /* line 0: an empty source */
    Value items[] = {obj_value(c->filename),
                     value_small(e->line),
                     offset_value(e->offset),
                     line,
                     ends ? value_small(e->end_line) : VALUE_NONE,
                     ends ? offset_value(e->end_offset) : VALUE_NONE};
    Value details = obj_value(tuple_from(c->vm, items, 6));
    value_release(c->vm, line);
    return details;
}

static Code *compile_guess(Vm *vm, const char *text, size_t length, Str *filename, bool silent);

/* CPython's traceback module compiles its guesses as the file "<input>", with all warnings. Texts that are no file's
 * may be tried by a program that never shows the error, so those are not warned of. */
static bool guess_compiles(void *context, const char *text, size_t length) {
    Compiler *c = context;
    Str *filename = str_intern_c(c->vm, "<input>");
    Code *code = filename ? compile_guess(c->vm, text, length, filename, !(c->flags & COMPILE_PROGRAM)) : NULL;
    bool compiles = code != NULL;
    if (!compiles) error_clear(c->vm);
    obj_release(c->vm, code);
    obj_release(c->vm, filename);
    return compiles;
}

/* "Did you mean 'for'?" is for the one who reads the traceback; the exception's own message stays what it is. */
static bool guess_keyword(Compiler *c, const ParseError *e, Value error) {
    ParseError guess = *e;
    bool from_file = (c->flags & COMPILE_PROGRAM) != 0;
    if (!parse_suggest_keyword(c->arena, c->source, c->length, from_file, (KeywordJudge){guess_compiles, c}, &guess))
        return true;
    Value message = obj_value(str_new(c->vm, guess.message)), details = error_details(c, &guess);
    bool ok = message != VALUE_NULL && details != VALUE_NULL;
    if (ok) {
        const Value *d = AS(Tuple, details)->items;
        Value fields[] = {message, d[0], d[1], d[2], d[3], d[4], d[5]}; /* in the order of enum syntax_field */
        Value shown = obj_value(tuple_from(c->vm, fields, sizeof fields / sizeof *fields));
        AS(SyntaxErrorObj, error)->fields[SYNTAX_SHOWN] = shown;
        ok = shown != VALUE_NULL;
    }
    value_release(c->vm, message);
    value_release(c->vm, details);
    return ok;
}

static void raise_syntax_error(Compiler *c, enum type_id type, const ParseError *e) {
    Value message = obj_value(str_new(c->vm, e->message)), details = error_details(c, e);
    if (message && details) {
        Value args[] = {message, details};
        Value error = call_value(c->vm, obj_value(c->vm->types[type]), args, 2, NULL);
        bool guess = error && type == T_SyntaxError && !(c->flags & COMPILE_GUESS);
        if (error && (!guess || guess_keyword(c, e, error))) raise_value(c->vm, error);
        value_release(c->vm, error);
    }
    value_release(c->vm, message);
    value_release(c->vm, details);
}

/* A traceback entry for a place in the source, so that an error of another type shows the line it is about. */
static void point_at(Compiler *c, uint32_t line) {
    Vm *vm = c->vm;
    Value error = error_take(vm);
    Traceback *entry = object_new(vm, TYPE(vm, traceback), 0);
    Code *code = entry ? code_new(vm) : NULL;
    if (code) entry->frame = frame_object_ended(vm, code);
    if (code) {
        code->name = code->qualname = str_intern_c(vm, "<module>");
        code->filename = c->filename;
        code->doc = VALUE_NONE;
        obj_retain(c->filename);
        if (code->name) obj_retain(code->name);
        code->positions = mem_zalloc(vm->mem, sizeof *code->positions);
        code->instrs = mem_zalloc(vm->mem, sizeof *code->instrs);
        code->ninstrs = 1;
        if (code->positions) *code->positions = (Position){line, line, UINT16_MAX, UINT16_MAX};
    }
    if (code && entry->frame && code->name && code->positions && code->instrs)
        exception_set_traceback(vm, error, obj_value(entry));
    else
        obj_release(vm, entry);
    obj_release(vm, code);
    error_clear(vm);
    error_restore(vm, error);
}

static void raise_parse_error(Compiler *c, const ParseError *e) {
    if (c->failed) return;
    c->failed = true;
    if (error_is_set(c->vm)) return; /* what looked at characters failed */
    enum type_id type = error_type(e->type);
    if (e->no_memory) {
        raise_no_memory(c->vm);
    } else if (type == T_SyntaxError || type == T_IndentationError || type == T_TabError) {
        raise_syntax_error(c, type, e);
    } else {
        raise_error(c->vm, type, "%s", e->message);
        if (e->line) point_at(c, e->line);
    }
}

static ParseError error_at(Compiler *c, const Location *loc, const char *type, const char *message) {
    ParseError e = {.type = type,
                    .message = message,
                    .line = loc->lineno,
                    .col = loc->col,
                    .end_line = loc->end_lineno,
                    .end_col = loc->end_col};
    const char *text;
    size_t length;
    if (source_line(c->vm, c->filename, loc->lineno, &text, &length)) {
        parse_error_locate(c->arena, c->source, c->length, &e);
    } else { /* as CPython, which reads the line from the file: without it columns stay bytes and no text is shown */
        e.offset = (int32_t)loc->col + 1;
        e.end_offset = (int32_t)loc->end_col + 1;
    }
    return e;
}

void compile_error(Compiler *c, const Location *loc, const char *format, ...) {
    if (c->failed) return;
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(c->arena, format, args);
    va_end(args);
    if (!message) {
        compile_no_memory(c);
        return;
    }
    ParseError e = error_at(c, loc, "SyntaxError", message);
    raise_parse_error(c, &e);
}

void compile_not_yet(Compiler *c, const Location *loc, const char *what) {
    if (c->failed) return;
    c->failed = true;
    raise_not_yet(c->vm, what);
    if (loc) point_at(c, loc->lineno);
}

static void warn_text(Compiler *c, const Location *loc, const char *message, const char *as_error) {
    Str *text = str_new(c->vm, message);
    bool ok = text && warn_at(c->vm, T_SyntaxWarning, text, c->filename, loc->lineno);
    obj_release(c->vm, text);
    if (ok) return;
    if (!error_matches(c->vm, T_SyntaxWarning)) {
        compile_no_memory(c);
        return;
    }
    error_clear(c->vm); /* a warning made an error is a SyntaxError at its place */
    compile_error(c, loc, "%s", as_error);
}

void compile_warn(Compiler *c, const Location *loc, const char *format, ...) {
    if (c->failed || c->silent > 0) return;
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(c->arena, format, args);
    va_end(args);
    ParseWarning *noted = c->told ? arena_alloc(c->arena, sizeof *noted) : NULL;
    if (!message || (c->told && !noted)) {
        compile_no_memory(c);
        return;
    }
    if (noted) {
        *noted = (ParseWarning){.message = message, .line = loc->lineno, .col = loc->col};
        warning_add(c->told, noted);
    }
    warn_text(c, loc, message, message);
}

void compile_warn_again(Compiler *c, const WarningList *told) {
    for (const ParseWarning *w = told->first; w; w = w->next) {
        Location loc = {w->line, w->col, w->line, w->col};
        compile_warn(c, &loc, "%s", w->message);
    }
}

uint32_t guard_parse_depth(const Vm *vm) {
    uint32_t levels = (GUARD_MAX - vm->state->c_depth) / GUARD_PARSE;
    return levels < PARSE_DEPTH_MAX ? levels : PARSE_DEPTH_MAX;
}

bool compile_enter(Compiler *c, const Location *loc) {
    if (c->failed) return false;
    if (c->depth < arena_depth(c->arena)) {
        c->depth++;
        return true;
    }
    c->failed = true;
    raise_error(c->vm, T_RecursionError, "maximum recursion depth exceeded during compilation");
    point_at(c, loc->lineno);
    return false;
}

/* ---- names ---- */

Identifier *compile_name(Compiler *c, const char *text) {
    Identifier *name = c->failed ? NULL : arena_intern(c->arena, text, strlen(text));
    if (!name) compile_no_memory(c);
    return name;
}

Str *compile_str(Compiler *c, Identifier *name) {
    if (c->failed || !name) return NULL;
    Str *known = name->user;
    if (known && known->interned) return known;
    Str *s = str_intern_utf8(c->vm, name->text, name->length);
    Value kept = pool_keep(c, obj_value(s));
    if (!kept) return NULL;
    name->user = s;
    return s;
}

/* ---- from __future__ ---- */

static void future_feature(Compiler *c, const Alias *alias) {
    static const char *const known[] = {"nested_scopes",    "generators",     "division",
                                        "absolute_import",  "with_statement", "print_function",
                                        "unicode_literals", "barry_as_FLUFL", "generator_stop"};
    const char *name = alias->name->text;
    if (strcmp(name, "annotations") == 0) {
        c->future_annotations = true;
        return;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(name, known[i]) == 0) return;
    }
    if (strcmp(name, "braces") == 0)
        compile_error(c, &alias->loc, "not a chance");
    else
        compile_error(c, &alias->loc, "future feature %s is not defined", name);
}

static void find_future(Compiler *c, const StmtSeq *body) {
    for (uint32_t i = 0; i < body->count && !c->failed; i++) {
        const Stmt *s = body->items[i];
        bool doc = i == 0 && s->kind == STMT_EXPR && s->v.expr.value->kind == EXPR_CONSTANT &&
                   s->v.expr.value->v.constant.kind == CONST_STR;
        if (doc) continue;
        if (s->kind != STMT_IMPORT_FROM || s->v.import_from.level || !s->v.import_from.module ||
            strcmp(s->v.import_from.module->text, "__future__") != 0)
            return;
        for (uint32_t k = 0; k < s->v.import_from.names.count; k++) future_feature(c, s->v.import_from.names.items[k]);
        c->last_future = s;
    }
}

/* ---- the whole ---- */

static void module_body(Compiler *c, Mod *mod) {
    if (mod->kind == MOD_EXPRESSION) {
        emit_line(c, mod->expression->loc.lineno);
        Reg r = expr_operand(c, mod->expression);
        operand_free(c, r);
        emit(c, &mod->expression->loc, OP_RETURN, r, 0, 0);
        return;
    }
    if (mod->body.count) body_with_annotations(c, &mod->body);
    emit_end(c, mod->body.count ? &mod->body.items[mod->body.count - 1]->loc : NULL);
}

/* What was seen while reading. Whoever makes errors of warnings has the first of them for an error. */
static void warn_parser(Compiler *c, const ParseWarning *warnings) {
    for (const ParseWarning *w = warnings; w && !c->failed; w = w->next) {
        Location loc = {w->line, w->col, w->line, w->end_col};
        if (c->silent == 0) warn_text(c, &loc, w->message, w->as_error);
    }
}

static Code *compile_tree(Compiler *c, Mod *mod) {
    warn_parser(c, mod->warnings);
    if (mod->kind == MOD_MODULE) find_future(c, &mod->body);
    Scope *root = c->failed ? NULL : symtable_build(c, mod);
    Identifier *name = root ? compile_name(c, "<module>") : NULL;
    Str *text = name ? compile_str(c, name) : NULL;
    uint32_t flags = CODE_MODULE | (c->flags & COMPILE_NAMESPACE ? (uint32_t)CODE_NAMESPACE : 0u) |
                     (root && root->is_async ? (uint32_t)CODE_COROUTINE : 0u);
    if (!text || !unit_begin(c, root, text, flags, 1)) return NULL;
    module_body(c, mod);
    return unit_end(c);
}

/* ---- the one statement of mode 'single' ---- */

/* Only whole modules get a newline at their end when they have none. */
static void without_added_newline(const Compiler *c, ParseError *e) {
    bool bare = c->length > 0 && c->source[c->length - 1] != '\n' && e->text && e->text_length > 0;
    if (!bare || !(c->flags & (COMPILE_EVAL | COMPILE_INTERACTIVE)) || e->text[e->text_length - 1] != '\n') return;
    const char *last = c->source + c->length;
    while (last > c->source && last[-1] != '\n') last--;
    bool is_last =
        (size_t)(c->source + c->length - last) == e->text_length - 1 && memcmp(last, e->text, e->text_length - 1) == 0;
    if (is_last) e->text_length--;
}

static void nothing_there(Compiler *c) {
    ParseError e = {.type = "SyntaxError", .message = "invalid syntax", .text = ""};
    if (c->length) {
        const char *newline = memchr(c->source, '\n', c->length);
        e.line = e.end_line = 1;
        e.text = c->source;
        e.text_length = (uint32_t)(newline ? (size_t)(newline - c->source) + 1 : c->length);
    }
    raise_parse_error(c, &e);
}

/* An error of the parser at a place that the tree tells. */
static void wrong_place(Compiler *c, Location loc, const char *message) {
    ParseError e = {.type = "SyntaxError", .message = message, .line = loc.lineno, .col = loc.col};
    e.end_line = loc.end_lineno;
    e.end_col = loc.end_col;
    parse_error_locate(c->arena, c->source, c->length, &e);
    without_added_newline(c, &e);
    raise_parse_error(c, &e);
}

static bool is_compound(const Stmt *s) {
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
    case STMT_CLASS_DEF:
    case STMT_FOR:
    case STMT_ASYNC_FOR:
    case STMT_WHILE:
    case STMT_IF:
    case STMT_WITH:
    case STMT_ASYNC_WITH:
    case STMT_MATCH:
    case STMT_TRY:
    case STMT_TRY_STAR: return true;
    default: return false;
    }
}

static const char *source_at(const Compiler *c, uint32_t lineno, uint32_t col) {
    const char *p = c->source, *end = c->source + c->length;
    for (uint32_t line = 1; line < lineno && p < end; p++) line += *p == '\n';
    return (size_t)(end - p) > col ? p + col : end;
}

/* A compound statement wants to be followed by nothing; simple ones may follow each other on one line. */
static void check_single(Compiler *c, const Mod *mod) {
    const StmtSeq *body = &mod->body;
    const char *end = c->source + c->length;
    if (body->count == 0) {
        nothing_there(c);
    } else if (is_compound(body->items[0]) && body->count > 1) {
        Location loc = body->items[1]->loc;
        const char *word = source_at(c, loc.lineno, loc.col), *p = word;
        while (p < end && ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || *p == '_')) p++;
        loc.end_lineno = loc.lineno;
        loc.end_col = loc.col + (p > word ? (uint32_t)(p - word) : 1);
        wrong_place(c, loc, "invalid syntax");
    } else {
        for (uint32_t i = 1; i < body->count; i++) {
            Location loc = body->items[i - 1]->loc;
            if (body->items[i]->loc.lineno == loc.end_lineno) continue;
            loc.col = loc.end_col;
            const char *p = source_at(c, loc.end_lineno, loc.col);
            while (p < end && (*p == ' ' || *p == ';')) p++, loc.col++;
            loc.lineno = loc.end_lineno;
            loc.end_col = loc.col + 1;
            wrong_place(c, loc, "multiple statements found while compiling a single statement");
            return;
        }
    }
}

/* NULL with an exception. */
static Mod *parse(Compiler *c) {
    ParseError error = {0};
    const char *filename = str_utf8(c->vm, c->filename, NULL);
    if (!filename) return NULL;
    if (c->length == 0 && (c->flags & (COMPILE_EVAL | COMPILE_INTERACTIVE))) {
        nothing_there(c);
        return NULL;
    }
    Mod *mod = c->flags & COMPILE_EVAL ? parse_eval_source(c->arena, c->source, c->length, filename, &error)
                                       : parse_module(c->arena, c->source, c->length, filename, &error);
    if (mod && (c->flags & COMPILE_INTERACTIVE)) check_single(c, mod);
    if (mod) return c->failed ? NULL : mod;
    without_added_newline(c, &error);
    warn_parser(c, error.warnings);
    if (!c->failed) raise_parse_error(c, &error);
    return NULL;
}

static Code *parse_and_compile(Compiler *c) {
    Mod *mod = parse(c);
    return mod ? compile_tree(c, mod) : NULL;
}

static void compiler_close(Compiler *c) {
    for (uint32_t i = 0; i < c->npool; i++) value_release(c->vm, c->pool[i]);
    if (c->pool) mem_free(c->vm->mem, c->pool, c->pool_capacity * sizeof *c->pool);
    names_map_free(c->vm->mem, &c->scopes);
    arena_free(c->arena);
}

/* Asks a function of the guest module unicodedata. Takes the arguments over; VALUE_NULL among them: an exception is
 * set. */
static Value ask_of_characters(Vm *vm, const char *name, Value *args, uint32_t nargs) {
    bool complete = true;
    for (uint32_t i = 0; i < nargs; i++) complete = complete && args[i] != VALUE_NULL;
    Value found = complete ? module_call_c(vm, "unicodedata", name, args, nargs, NULL) : VALUE_NULL;
    for (uint32_t i = 0; i < nargs; i++) value_release(vm, args[i]);
    return found;
}

static Value text_value(Vm *vm, const char *text, size_t length) {
    Str *made = str_from_utf8(vm, text, length);
    return made == NULL ? VALUE_NULL : obj_value(made);
}

/* Whoever checks the syntax alone does not fetch the names: they may be right. */
static int64_t find_character(void *context, const char *name, size_t length) {
    Vm *vm = context;
    if (vm->state->only_checks && !library_is_at_hand(vm, "_unicode_names")) return '?';
    Value argument = text_value(vm, name, length);
    Value found = ask_of_characters(vm, "_code_of", &argument, 1);
    int64_t code = value_is_int(found) ? value_as_small(found) : CHARACTER_UNTOLD;
    if (found == VALUE_NULL) error_clear(vm);
    value_release(vm, found);
    return code;
}

static bool is_constant_name(const char *text) {
    return strcmp(text, "True") == 0 || strcmp(text, "False") == 0 || strcmp(text, "None") == 0;
}

static Identifier *normal_identifier(void *context, Arena *arena, const char *text, size_t length) {
    Vm *vm = context;
    if (vm->state->only_checks && !library_is_at_hand(vm, "unicodedata")) return arena_intern(arena, text, length);
    Value args[] = {text_value(vm, "NFKC", 4), text_value(vm, text, length)};
    Value found = ask_of_characters(vm, "normalize", args, 2);
    size_t size;
    if (found != VALUE_NULL && !is_str(found)) {
        raise_error(vm, T_TypeError, "unicodedata.normalize() must return a string, not %T", found);
        value_clear(vm, &found);
    }
    const char *normal = found == VALUE_NULL ? NULL : str_utf8(vm, AS(Str, found), &size);
    Identifier *name = normal == NULL ? NULL : arena_intern(arena, normal, size);
    if (name && is_constant_name(normal)) {
        raise_error(vm, T_ValueError, "identifier field can't represent '%s' constant", normal);
        name = NULL;
    }
    value_release(vm, found);
    return name;
}

static bool compiler_open(Compiler *c) {
    c->arena = arena_new(c->vm->mem, guard_parse_depth(c->vm));
    if (c->arena)
        arena_set_names(c->arena, (CharacterNames){find_character, normal_identifier, c->vm});
    else
        raise_no_memory(c->vm);
    return c->arena != NULL;
}

static void write_tree(void *context, const char *text, size_t length) {
    builder_ascii(context, text, length);
}

Str *compile_tree_text(Vm *vm, const char *source, size_t length, Str *filename, unsigned flags) {
    Compiler c = {.vm = vm, .filename = filename, .source = source, .length = length, .flags = flags};
    if (!compiler_open(&c)) return NULL;
    Mod *mod = parse(&c);
    Str *text = NULL;
    if (mod) {
        StrBuilder b;
        builder_init(&b, vm);
        ast_dump(&(AstDump){write_tree, &b, float_repr, true}, mod);
        text = builder_finish(&b);
    }
    compiler_close(&c);
    return text;
}

static Code *compile_all(Compiler *c) {
    if (!compiler_open(c)) return NULL;
    Code *code = parse_and_compile(c);
    while (c->unit) unit_end(c); /* those that an error left open */
    compiler_close(c);
    return code;
}

static Code *compile_guess(Vm *vm, const char *text, size_t length, Str *filename, bool silent) {
    Compiler c = {.vm = vm, .filename = filename, .source = text, .length = length, .flags = COMPILE_GUESS};
    c.silent = silent;
    return compile_all(&c);
}

Code *compile_source(Vm *vm, const char *source, size_t length, Str *filename, unsigned flags) {
    Compiler c = {.vm = vm, .filename = filename, .source = source, .length = length, .flags = flags};
    return compile_all(&c);
}
