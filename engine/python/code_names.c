/* code_names.c: co_varnames and co_names, in the order in which a function's instructions come to them, as CPython's
 * compiler numbers them; made when somebody asks. */
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
    const Instr *instr = n->code->instrs, *end = instr + n->code->ninstrs;
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
