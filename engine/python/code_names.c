/* code_names.c: co_varnames, co_names and co_consts, in the order in which a function's instructions come to them, as
 * CPython's compiler numbers them; made when somebody asks. */
#include "interp.h"
#include "types_private.h"

typedef struct Names {
    Vm *vm;
    const Code *code;
    List *found;
    bool body; /* past the cells that are made when the function begins */
} Names;

static bool add_name(Names *n, Str *name) {
    for (uint32_t i = 0; i < n->found->length; i++) {
        if (n->found->items[i] == obj_value(name)) return true;
    }
    return list_append(n->vm, n->found, obj_value(name));
}

/* The fields of an instruction in the order in which it looks at them: what it reads, then where it puts what it made.
 */
static bool each_field(Names *n, bool (*visit)(Names *n, const Instr *i, char kind, uint16_t field)) {
    const Instr *instr = code_plain(n->code), *end = instr + n->code->ninstrs;
    for (; instr < end; instr++) {
        const char *kinds = opcode_info[instr->op].operands;
        const uint16_t fields[] = {instr->a, instr->b, instr->c};
        if (instr->op != OP_MAKE_CELL && instr->op != OP_LINE) n->body = true;
        for (int k = 0; k < 3; k++) {
            if (kinds[k] == 'W') break;
            if (kinds[k] != 'D' && !visit(n, instr, kinds[k], fields[k])) return false;
        }
        for (int k = 0; k < 3; k++) {
            if (kinds[k] == 'D' && !visit(n, instr, 'D', fields[k])) return false;
        }
    }
    return true;
}

/* Cells are variables of comprehensions where they are made within the body: those are variables of the function too.
 */
static bool visit_variable(Names *n, const Instr *i, char kind, uint16_t reg) {
    if ((kind != 'D' && kind != 'U' && kind != 'B') || reg >= n->code->named) return true;
    bool inlined = n->code->varkind[reg] == VAR_CELL && i->op == OP_MAKE_CELL && n->body;
    return (n->code->varkind[reg] != VAR_LOCAL && !inlined) || add_name(n, n->code->varnames[reg]);
}

static bool visit_name(Names *n, const Instr *i, char kind, uint16_t field) {
    (void)i;
    if (kind == 'N') return add_name(n, n->code->names[field]);
    return kind != 'S' || add_name(n, n->code->sites[field].name);
}

static Value finished(Names *n, bool ok) {
    Value names = ok ? tuple_from_iterable(n->vm, obj_value(n->found)) : VALUE_NULL;
    obj_release(n->vm, n->found);
    return names;
}

Value code_varnames(Vm *vm, const Code *code, uint32_t nparams) {
    Names n = {vm, code, list_new(vm, 0), false};
    bool ok = n.found != NULL;
    for (uint32_t i = 0; ok && i < nparams; i++) ok = add_name(&n, code->varnames[i]);
    ok = ok && each_field(&n, visit_variable);
    for (uint32_t i = nparams; ok && i < code->named; i++)
        ok = code->varkind[i] != VAR_LOCAL || add_name(&n, code->varnames[i]);
    return finished(&n, ok);
}

Value code_names(Vm *vm, const Code *code) {
    Names n = {vm, code, list_new(vm, 0), false};
    return finished(&n, n.found != NULL && each_field(&n, visit_name));
}

static bool visit_global(Names *n, const Instr *i, char kind, uint16_t field) {
    bool global = i->op == OP_LOAD_GLOBAL || i->op == OP_STORE_GLOBAL || i->op == OP_DELETE_GLOBAL;
    return !global || visit_name(n, i, kind, field);
}

static bool visit_loaded_global(Names *n, const Instr *i, char kind, uint16_t field) {
    return i->op != OP_LOAD_GLOBAL || visit_name(n, i, kind, field);
}

static bool visit_attribute(Names *n, const Instr *i, char kind, uint16_t field) {
    return (i->op != OP_LOAD_ATTR && i->op != OP_LOAD_METHOD) || visit_name(n, i, kind, field);
}

Value code_names_of(Vm *vm, const Code *code, enum code_names_kind kind) {
    static bool (*const visits[])(Names * n, const Instr *i, char kind,
                                  uint16_t field) = {[NAMES_GLOBAL] = visit_global,
                                                     [NAMES_LOADED_GLOBAL] = visit_loaded_global,
                                                     [NAMES_ATTRIBUTE] = visit_attribute};
    Names n = {vm, code, list_new(vm, 0), false};
    return finished(&n, n.found != NULL && each_field(&n, visits[kind]));
}

/* ---- co_consts */

/* Equal, and the same kind of thing: 1, True and 1.0 are three constants. 1, 0, -1: error. */
static int has_const(Vm *vm, const List *found, Value value) {
    int same = 0;
    for (uint32_t i = 0; same == 0 && i < found->length; i++)
        if (type_of(vm, found->items[i]) == type_of(vm, value)) same = object_equal(vm, found->items[i], value);
    return same;
}

static bool add_const(Vm *vm, List *found, Value value) {
    int has = has_const(vm, found, value);
    return has > 0 || (has == 0 && list_append(vm, found, value));
}

/* Ints of a byte are parts of instructions in CPython, unless one is the first constant. */
static bool add_int(Vm *vm, List *found, int64_t value) {
    return (value >= 0 && value < 256 && found->length > 0) || add_const(vm, found, value_small(value));
}

/* Tuples that displays are folded to come behind all others. */
static bool add_consts_of(Vm *vm, const Code *code, const Instr *i, List *found, List *folded) {
    if (i->op == OP_RETURN_NONE) return add_const(vm, found, VALUE_NONE);
    if (i->op == OP_LOAD_INT) return add_int(vm, found, (int32_t)instr_wide(*i));
    if (i->op == OP_LOAD_CONST) {
        Value value = code->consts[instr_wide(*i)];
        if (is_exact(vm, value, T_tuple) || is_exact(vm, value, T_frozenset)) return add_const(vm, folded, value);
        return value_is_int(value) ? add_int(vm, found, value_as_small(value)) : add_const(vm, found, value);
    }
    const char *kinds = opcode_info[i->op].operands;
    const uint16_t fields[] = {i->a, i->b, i->c};
    for (int k = 0; k < 3 && kinds[k] != 'W'; k++) {
        if (kinds[k] == 'K' && !add_const(vm, found, code->consts[fields[k]])) return false;
        if (kinds[k] == 'I' && !add_int(vm, found, (int16_t)fields[k])) return false;
    }
    return true;
}

Value code_consts(Vm *vm, const Code *code) {
    List *found = list_new(vm, 0), *folded = list_new(vm, 0);
    bool ok = found != NULL && folded != NULL && (!is_str(code->doc) || add_const(vm, found, code->doc));
    for (uint32_t i = 0; ok && i < code->ninstrs; i++) ok = add_consts_of(vm, code, &code->instrs[i], found, folded);
    for (uint32_t i = 0; ok && i < folded->length; i++) ok = add_const(vm, found, folded->items[i]);
    if (ok && found->length == 0) ok = add_const(vm, found, VALUE_NONE); /* the end that is never come to */
    Value consts = ok ? tuple_from_iterable(vm, obj_value(found)) : VALUE_NULL;
    obj_release(vm, found);
    obj_release(vm, folded);
    return consts;
}
