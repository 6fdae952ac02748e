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
    free_block(vm, code->instrs, code->ninstrs, sizeof *code->instrs);
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
    const Code *code = AS(Code, self);
    return obj_value(tuple_from(vm, code->consts, code->nconsts));
}
static Value get_names(Vm *vm, Value self) {
    return code_names(vm, AS(Code, self));
}

static Value get_stacksize(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Code, self)->nregs - AS(Code, self)->first_temp);
}

static const GetSetDef code_getset[] = {
    {"co_name", get_name, NULL, NULL},
    {"co_qualname", get_qualname, NULL, NULL},
    {"co_filename", get_filename, NULL, NULL},
    {"co_argcount", get_argcount, NULL, NULL},
    {"co_posonlyargcount", get_posonlyargcount, NULL, NULL},
    {"co_kwonlyargcount", get_kwonlyargcount, NULL, NULL},
    {"co_firstlineno", get_firstlineno, NULL, NULL},
    {"co_flags", get_flags, NULL, NULL},
    {"co_nlocals", get_nlocals, NULL, NULL},
    {"co_varnames", get_varnames, NULL, NULL},
    {"co_cellvars", get_cellvars, NULL, NULL},
    {"co_freevars", get_freevars, NULL, NULL},
    {"co_consts", get_consts, NULL, NULL},
    {"co_names", get_names, NULL, NULL},
    {"co_stacksize", get_stacksize, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

extern const TypeDef type_code_def;
const TypeDef type_code_def = {
    .name = "code",
    .size = sizeof(Code),
    .flags = TYPE_NO_NEW | TYPE_IMMUTABLE | TYPE_WEAKREFS,
    .weak_offset = offsetof(Code, weakrefs),
    .slots = {.dealloc = code_dealloc, .repr = code_repr},
    .getset = code_getset,
};
