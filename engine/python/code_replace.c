/* code_replace.c: code objects compared and copied: ==, hash, replace(). */
#include "bytes.h"
#include "interp.h"

#include <stdio.h>

/* ---- copies */

static Value *copy_values(Vm *vm, const Value *from, uint32_t count) {
    Value *to = mem_alloc(vm->mem, count * sizeof(Value));
    for (uint32_t i = 0; to != NULL && i < count; i++) to[i] = value_retain(from[i]);
    return to;
}

static void *copy_block(Vm *vm, const void *from, size_t size) {
    void *to = mem_alloc(vm->mem, size);
    if (to != NULL && size > 0) memcpy(to, from, size);
    return to;
}

static Str **copy_names(Vm *vm, Str *const *from, uint32_t count) {
    Str **to = mem_alloc(vm->mem, count * sizeof(Str *));
    for (uint32_t i = 0; to != NULL && i < count; i++) {
        to[i] = from[i];
        if (to[i] != NULL) obj_retain(to[i]);
    }
    return to;
}

static Site *copy_sites(Vm *vm, const Site *from, uint32_t count) {
    Site *to = mem_zalloc(vm->mem, count * sizeof(Site));
    for (uint32_t i = 0; to != NULL && i < count; i++) {
        to[i].name = from[i].name;
        if (to[i].name != NULL) obj_retain(to[i].name);
    }
    return to;
}

Code *code_copy(Vm *vm, const Code *from) {
    Code *code = code_new(vm);
    if (code == NULL) return NULL;
    Obj head = code->head;
    *code = *from;
    code->head = head;
    code->weakrefs = NULL;
    obj_retain(code->name);
    obj_retain(code->qualname);
    obj_retain(code->filename);
    value_retain(code->doc);
    code->instrs = copy_block(vm, code_plain(from), from->ninstrs * sizeof(Instr));
    code->traced = NULL;
    if (from->marks != NULL) code->marks = copy_block(vm, from->marks, code_marks_size(from->marks->count));
    if (from->positions != NULL) code->positions = copy_block(vm, from->positions, from->ninstrs * sizeof(Position));
    code->handlers = copy_block(vm, from->handlers, from->nhandlers * sizeof(Handler));
    code->varkind = copy_block(vm, from->varkind, from->named);
    code->consts = copy_values(vm, from->consts, from->nconsts);
    code->names = copy_names(vm, from->names, from->nnames);
    code->varnames = copy_names(vm, from->varnames, from->named);
    code->sites = copy_sites(vm, from->sites, from->nsites);
    bool places = (from->positions == NULL || code->positions != NULL) && (from->marks == NULL || code->marks != NULL);
    if (code->instrs == NULL || !places || code->handlers == NULL || code->varkind == NULL || code->consts == NULL ||
        code->names == NULL || code->varnames == NULL || code->sites == NULL) {
        if (code->consts == NULL) code->nconsts = 0;
        if (code->names == NULL) code->nnames = 0;
        if (code->varnames == NULL) code->named = 0;
        if (code->sites == NULL) code->nsites = 0;
        obj_release(vm, code);
        raise_no_memory(vm);
        return NULL;
    }
    if (from->traced == NULL || code_trace(vm, code)) return code;
    obj_release(vm, code);
    return NULL;
}

/* ---- replace() */

/* Some may be replaced; of the others only what they are now is taken. */
static const char *const parts[] = {
    "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals",  "co_stacksize",
    "co_flags",    "co_firstlineno",     "co_code",           "co_consts",   "co_names",
    "co_varnames", "co_freevars",        "co_cellvars",       "co_filename", "co_name",
    "co_qualname", "co_linetable",       "co_exceptiontable", NULL};
enum { LINE_PART = 6, CONSTS_PART = 8, FILENAME_PART = 13, NAME_PART, QUALNAME_PART, PART_COUNT = 18 };
static const char kinds[] = "iiiiiiibtttttsssbb"; /* int, bytes, tuple or str, of each */

static bool check_kind(Vm *vm, int part, Value value) {
    int64_t number;
    const char *kind = NULL;
    switch (kinds[part]) {
    case 'i': return object_as_int64(vm, value, &number);
    case 'b': kind = is_exact(vm, value, T_bytes) ? NULL : "bytes"; break;
    case 't': kind = is_tuple(value) ? NULL : "tuple"; break;
    default: kind = is_str(value) ? NULL : "str"; break;
    }
    if (kind != NULL)
        raise_error(vm, T_TypeError, "replace() argument '%s' must be %s, not %T", parts[part], kind, value);
    return kind == NULL;
}

/* All kinds are looked at before the first number. */
static bool check_parts(Vm *vm, const Value *out) {
    for (int part = 0; part < PART_COUNT; part++)
        if (out[part] != VALUE_NULL && !check_kind(vm, part, out[part])) return false;
    for (int part = 0; part <= LINE_PART; part++) {
        int64_t number = 0;
        if (out[part] != VALUE_NULL && !object_as_int64(vm, out[part], &number)) return false;
        if (number >= 0) continue;
        raise_error(vm, T_ValueError, "%s must be a positive integer", parts[part]);
        return false;
    }
    return true;
}

static bool replace_text(Vm *vm, Str **place, Value value) {
    Str *old = *place;
    value_retain(value);
    *place = str_intern(vm, AS(Str, value));
    if (*place == NULL) {
        *place = old;
        return false;
    }
    obj_release(vm, old);
    return true;
}

static bool replace_line(Vm *vm, Code *code, Value value) {
    int64_t line;
    if (!object_as_int64(vm, value, &line)) return false;
    int64_t by = line - (int64_t)code->first_line;
    for (uint32_t i = 0; code->positions != NULL && i < code->ninstrs; i++) {
        Position *at = &code->positions[i];
        if (at->line == 0) continue;
        at->line = (uint32_t)(at->line + by);
        at->end_line = (uint32_t)(at->end_line + by);
    }
    code->first_line = (uint32_t)line;
    return true;
}

static bool replace_const(Vm *vm, Code *code, Value old, Value new) {
    for (uint32_t i = 0; i < code->nconsts; i++) {
        if (code->consts[i] != old) continue;
        value_set(vm, &code->consts[i], value_retain(new));
        return true;
    }
    if (code->doc == old) return value_set(vm, &code->doc, value_retain(new)), true;
    raise_not_yet(vm, "code.replace() of a constant that is a part of an instruction");
    return false;
}

static bool replace_consts(Vm *vm, Code *code, Value value) {
    Value shown = code_consts(vm, code);
    if (shown == VALUE_NULL) return false;
    const Tuple *old = AS(Tuple, shown), *new = AS(Tuple, value);
    bool ok = old->length == new->length;
    if (!ok) raise_not_yet(vm, "code.replace() with more or fewer constants");
    for (uint32_t i = 0; ok && i < old->length; i++)
        ok = old->items[i] == new->items[i] || replace_const(vm, code, old->items[i], new->items[i]);
    value_release(vm, shown);
    return ok;
}

static bool replace_part(Vm *vm, Code *code, Value self, int part, Value value) {
    switch (part) {
    case NAME_PART: return replace_text(vm, &code->name, value);
    case QUALNAME_PART: return replace_text(vm, &code->qualname, value);
    case FILENAME_PART: return replace_text(vm, &code->filename, value);
    case LINE_PART: return replace_line(vm, code, value);
    case CONSTS_PART: return replace_consts(vm, code, value);
    default: break;
    }
    Str *name = str_intern_c(vm, parts[part]);
    bool failed = name == NULL;
    Value now = failed ? VALUE_NULL : object_getattr_opt(vm, self, name, &failed);
    obj_release(vm, name);
    int same = failed ? -1 : now == VALUE_NULL ? 0 : object_equal(vm, now, value);
    value_release(vm, now);
    if (same == 0) {
        char what[64];
        snprintf(what, sizeof what, "code.replace(%s=...)", parts[part]);
        raise_not_yet(vm, what);
    }
    return same > 0;
}

Value code_replace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const ArgSpec spec = {"replace", parts, 0, 0, 0};
    Value out[PART_COUNT];
    if (nargs > 0) return raise_error(vm, T_TypeError, "replace() takes no positional arguments");
    if (!args_bind(vm, &spec, args, nargs, kwnames, out) || !check_parts(vm, out)) return VALUE_NULL;
    Code *code = code_copy(vm, AS(Code, self));
    if (code == NULL) return VALUE_NULL;
    for (int part = 0; part < PART_COUNT; part++) {
        if (out[part] == VALUE_NULL || replace_part(vm, code, self, part, out[part])) continue;
        obj_release(vm, code);
        return VALUE_NULL;
    }
    return obj_value(code);
}

/* ---- ==, hash */

static bool same_head(const Code *a, const Code *b) {
    return a->flags == b->flags && a->first_line == b->first_line && a->argcount == b->argcount &&
           a->posonly == b->posonly && a->kwonly == b->kwonly && a->named == b->named && a->nfree == b->nfree &&
           a->ninstrs == b->ninstrs && a->nconsts == b->nconsts && a->nnames == b->nnames && a->nsites == b->nsites &&
           str_equal(a->name, b->name) && str_equal(a->qualname, b->qualname);
}

static bool same_names(Str *const *a, Str *const *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (a[i] != b[i] && (a[i] == NULL || b[i] == NULL || !str_equal(a[i], b[i]))) return false;
    return true;
}

/* 1, 0, -1: error. 1 and 1.0 are not the same constant. */
static int same_consts(Vm *vm, const Code *a, const Code *b) {
    int same = 1;
    for (uint32_t i = 0; same > 0 && i < a->nconsts; i++) {
        same = type_of(vm, a->consts[i]) == type_of(vm, b->consts[i]);
        if (same) same = object_equal(vm, a->consts[i], b->consts[i]);
    }
    return same;
}

static int same_code(Vm *vm, const Code *a, const Code *b) {
    if (a == b) return 1;
    if (!same_head(a, b) || memcmp(code_plain(a), code_plain(b), a->ninstrs * sizeof *a->instrs) != 0) return 0;
    if (!same_names(a->names, b->names, a->nnames) || !same_names(a->varnames, b->varnames, a->named)) return 0;
    for (uint32_t i = 0; i < a->nsites; i++)
        if (!same_names(&a->sites[i].name, &b->sites[i].name, 1)) return 0;
    return same_consts(vm, a, b);
}

Value code_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(vm, other, T_code)) return VALUE_NOT_IMPLEMENTED;
    int same = same_code(vm, AS(Code, self), AS(Code, other));
    return same < 0 ? VALUE_NULL : value_bool((same != 0) == (op == COMPARE_EQ));
}

bool code_hash(Vm *vm, Value self, int64_t *hash) {
    const Code *code = AS(Code, self);
    int64_t name;
    if (!object_hash(vm, obj_value(code->name), &name)) return false;
    *hash = (int64_t)(((uint64_t)name * 31 + code->first_line) * 31 + code->ninstrs);
    if (*hash == -1) *hash = -2;
    return true;
}
