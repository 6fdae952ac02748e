/* code.c: the code object, and the table of opcodes. */
#include "code.h"

#include "object.h"

#define OP(NAME, A, B, C, MEANING) {#NAME, #A #B #C},
const OpcodeInfo opcode_info[OPCODE_COUNT] = {
#include "opcodes.def"
};
#undef OP

Code *code_new(Vm *vm) {
    return object_new(vm, TYPE(vm, code), 0);
}

Position code_position(const Code *code, size_t instr) {
    if (code->positions != NULL && instr < code->ninstrs) return code->positions[instr];
    return (Position){code->first_line, code->first_line, UINT16_MAX, UINT16_MAX};
}

size_t code_located(const Code *code, size_t instr) {
    if (code->positions == NULL || instr >= code->ninstrs) return instr;
    size_t at = instr;
    while (at > 0 && code->positions[at].line == 0) at--;
    return code->positions[at].line != 0 ? at : instr;
}

static void free_block(Vm *vm, void *block, size_t count, size_t size) {
    if (block) mem_free(vm->mem, block, count * size);
}

static void free_names(Vm *vm, Str **names, uint32_t count) {
    if (!names) return;
    for (uint32_t i = 0; i < count; i++) obj_release(vm, names[i]);
    mem_free(vm->mem, names, count * sizeof *names);
}

static void code_dealloc(Vm *vm, Obj *self) {
    Code *code = (Code *)self;
    for (uint32_t i = 0; i < code->nconsts; i++) value_release(vm, code->consts[i]);
    for (uint32_t i = 0; i < code->nsites; i++) obj_release(vm, code->sites[i].name);
    code_untrace(vm, code);
    free_block(vm, code->instrs, code->ninstrs, sizeof *code->instrs);
    if (code->marks != NULL) mem_free(vm->mem, code->marks, code_marks_size(code->marks->count));
    free_block(vm, code->positions, code->ninstrs, sizeof *code->positions);
    free_block(vm, code->consts, code->nconsts, sizeof *code->consts);
    free_block(vm, code->sites, code->nsites, sizeof *code->sites);
    free_block(vm, code->handlers, code->nhandlers, sizeof *code->handlers);
    free_block(vm, code->varkind, code->named, 1);
    free_names(vm, code->names, code->nnames);
    free_names(vm, code->varnames, code->named);
    obj_release(vm, code->name);
    obj_release(vm, code->qualname);
    obj_release(vm, code->filename);
    value_release(vm, code->doc);
}

static Value code_repr(Vm *vm, Value self) {
    const Code *code = AS(Code, self);
    return obj_value(str_format(vm, "<code object %S at %p, file \"%S\", line %u>", code->name, (void *)(uintptr_t)code,
                                code->filename, (unsigned)code->first_line));
}

static Value retained(Str *s) {
    return value_retain(obj_value(s));
}
static Value get_name(Vm *vm, Value self) {
    (void)vm;
    return retained(AS(Code, self)->name);
}
static Value get_qualname(Vm *vm, Value self) {
    (void)vm;
    return retained(AS(Code, self)->qualname);
}
static Value get_filename(Vm *vm, Value self) {
    (void)vm;
    return retained(AS(Code, self)->filename);
}
static Value get_argcount(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Code, self)->argcount);
}
static Value get_posonlyargcount(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Code, self)->posonly);
}
static Value get_kwonlyargcount(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Code, self)->kwonly);
}
static Value get_firstlineno(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Code, self)->first_line);
}

/* Whether it is a function right in a class: its qualified name says so. */
static bool is_method(const Code *code) {
    uint32_t name = code->name->length, length = code->qualname->length;
    if ((code->flags & (CODE_MODULE | CODE_CLASS_BODY | CODE_NAMESPACE)) || length < name + 2) return false;
    uint32_t dot = length - name - 1;
    return str_at(code->qualname, dot) == '.' && str_at(code->qualname, dot - 1) != '>';
}

/* CPython's CO_* bits, which inspect and asyncio look at. */
static Value get_flags(Vm *vm, Value self) {
    (void)vm;
    static const struct {
        uint32_t ours, theirs;
    } bits[] = {{CODE_VARARGS, 0x4},    {CODE_VARKEYWORDS, 0x8}, {CODE_NESTED, 0x10},
                {CODE_GENERATOR, 0x20}, {CODE_COROUTINE, 0x80},  {CODE_ASYNC_GENERATOR, 0x200}};
    uint32_t flags = AS(Code, self)->flags, out = 0;
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
        if (flags & bits[i].ours) out |= bits[i].theirs;
    }
    if ((flags & CODE_GENERATOR) && (flags & CODE_COROUTINE)) out ^= 0x80 | 0x100; /* types.coroutine */
    if (!(flags & (CODE_MODULE | CODE_CLASS_BODY | CODE_NAMESPACE))) out |= 0x3;   /* optimized, own locals */
    if (is_str(AS(Code, self)->doc) && (out & 0x3)) out |= 0x4000000;              /* has a docstring */
    if (is_method(AS(Code, self))) out |= 0x8000000;
    return value_small(out);
}

/* The names of the variables whose kind is in `kinds` (a bit per enum var_kind). */
static Value variables(Vm *vm, const Code *code, unsigned kinds) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < code->named; i++) count += (kinds >> code->varkind[i]) & 1u;
    Tuple *tuple = tuple_new(vm, count);
    if (!tuple) return VALUE_NULL;
    uint32_t at = 0;
    for (uint32_t i = 0; i < code->named; i++) {
        if ((kinds >> code->varkind[i]) & 1u) tuple->items[at++] = retained(code->varnames[i]);
    }
    return obj_value(tuple);
}

/* Parameters count among the variables even when they live in cells. */
static uint32_t parameter_count(const Code *code) {
    return (uint32_t)code->argcount + code->kwonly + !!(code->flags & CODE_VARARGS) +
           !!(code->flags & CODE_VARKEYWORDS);
}

static Value get_varnames(Vm *vm, Value self) {
    return code_varnames(vm, AS(Code, self), parameter_count(AS(Code, self)));
}
static Value get_nlocals(Vm *vm, Value self) {
    Value names = get_varnames(vm, self);
    if (!names) return VALUE_NULL;
    Value count = value_small(AS(Tuple, names)->length);
    value_release(vm, names);
    return count;
}
static Value get_cellvars(Vm *vm, Value self) {
    return variables(vm, AS(Code, self), 1u << VAR_CELL);
}
static Value get_freevars(Vm *vm, Value self) {
    return variables(vm, AS(Code, self), 1u << VAR_FREE);
}
static Value get_consts(Vm *vm, Value self) {
    return code_consts(vm, AS(Code, self));
}
static Value get_names(Vm *vm, Value self) {
    return code_names(vm, AS(Code, self));
}

static Value get_stacksize(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Code, self)->nregs - AS(Code, self)->first_temp);
}

/* The instructions as they lie in memory: no program can run them elsewhere. */
static Value get_code(Vm *vm, Value self) {
    const Code *code = AS(Code, self);
    return obj_value(bytes_new(vm, code_plain(code), code->ninstrs * sizeof(Instr)));
}

static Value line_or_none(uint32_t line) {
    return line == 0 ? VALUE_NONE : value_small(line);
}

static bool add_tuple(Vm *vm, List *list, Tuple *tuple) {
    return tuple != NULL && list_append_take(vm, list, obj_value(tuple));
}

static Value iterator_of(Vm *vm, List *list, bool ok) {
    Value iterator = ok ? object_iter(vm, obj_value(list)) : VALUE_NULL;
    obj_release(vm, list);
    return iterator;
}

/* Statements without instructions are stretches of no length. */
static bool add_marks(Vm *vm, List *list, const LineMarks *marks, uint32_t start, uint32_t end) {
    bool ok = true;
    for (uint32_t i = 0; marks != NULL && ok && i < marks->count; i++) {
        const LineMark *mark = &marks->items[i];
        Value at = value_small(mark->at * 2);
        if (mark->at >= start && mark->at < end)
            ok = add_tuple(vm, list, tuple_pack(vm, 3, at, at, value_small(mark->line)));
    }
    return ok;
}

/* (start, end, line) of each stretch of instructions. */
static Value lines_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Code *code = AS(Code, self);
    List *list = list_new(vm, 0);
    bool ok = list != NULL;
    for (uint32_t start = 0, end; ok && start < code->ninstrs; start = end) {
        uint32_t line = code_position(code, start).line;
        for (end = start + 1; end < code->ninstrs && code_position(code, end).line == line;) end++;
        ok = add_marks(vm, list, code->marks, start, end) &&
             add_tuple(vm, list, tuple_pack(vm, 3, value_small(start * 2), value_small(end * 2), line_or_none(line)));
    }
    return iterator_of(vm, list, ok);
}

/* (line, end line, column, end column) of each instruction. */
static Value positions_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Code *code = AS(Code, self);
    List *list = list_new(vm, 0);
    bool ok = list != NULL;
    for (uint32_t i = 0; ok && i < code->ninstrs; i++) {
        Position at = code_position(code, i);
        bool known = at.line != 0 && at.col != UINT16_MAX;
        ok = add_tuple(vm, list,
                       tuple_pack(vm, 4, line_or_none(at.line), line_or_none(at.end_line),
                                  known ? value_small(at.col) : VALUE_NONE,
                                  known ? value_small(at.end_col) : VALUE_NONE));
    }
    return iterator_of(vm, list, ok);
}

static const MethodDef code_methods[] = {
    {"replace", code_replace, 0, 255, true, METHOD_PLAIN, "Return a copy of the code object with new values for it."},
    {"__replace__", code_replace, 0, 255, true, METHOD_PLAIN, "The same as replace()."},
    {"co_lines", lines_method, 0, 0, false, METHOD_PLAIN, NULL},
    {"co_positions", positions_method, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

static const GetSetDef code_getset[] = {
    {"co_name", get_name, set_readonly, NULL},
    {"co_qualname", get_qualname, set_readonly, NULL},
    {"co_filename", get_filename, set_readonly, NULL},
    {"co_argcount", get_argcount, set_readonly, NULL},
    {"co_posonlyargcount", get_posonlyargcount, set_readonly, NULL},
    {"co_kwonlyargcount", get_kwonlyargcount, set_readonly, NULL},
    {"co_firstlineno", get_firstlineno, set_readonly, NULL},
    {"co_flags", get_flags, set_readonly, NULL},
    {"co_nlocals", get_nlocals, set_readonly, NULL},
    {"co_varnames", get_varnames, NULL, NULL},
    {"co_cellvars", get_cellvars, NULL, NULL},
    {"co_freevars", get_freevars, NULL, NULL},
    {"co_consts", get_consts, set_readonly, NULL},
    {"co_names", get_names, set_readonly, NULL},
    {"co_code", get_code, NULL, NULL},
    {"co_stacksize", get_stacksize, set_readonly, NULL},
    {NULL, NULL, NULL, NULL},
};

extern const TypeDef type_code_def;
const TypeDef type_code_def = {
    .name = "code",
    .size = sizeof(Code),
    .flags = TYPE_NO_NEW | TYPE_IMMUTABLE | TYPE_WEAKREFS,
    .weak_offset = offsetof(Code, weakrefs),
    .slots = {.dealloc = code_dealloc, .repr = code_repr, .compare = code_compare, .hash = code_hash},
    .methods = code_methods,
    .getset = code_getset,
};
