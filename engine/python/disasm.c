/* disasm.c: the listing of a code object, for people: `loopscope --disasm`. */
#include "code.h"
#include "object.h"

typedef struct Listing {
    Vm *vm;
    const Code *code;
    StrBuilder out;
    uint32_t *labels; /* number of the label at each instruction, 0: none */
    bool failed;
} Listing;

static void text(Listing *l, const char *s) {
    builder_c(&l->out, s);
}

/* Numbers are written by hand: libc's formatter is large, and this file is part of the wasm engine. */
static void number(Listing *l, int64_t value) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (value < 0) digits[--at] = '-';
    builder_ascii(&l->out, digits + at, sizeof digits - at);
}

static void spaces_until(Listing *l, uint32_t from, uint32_t width) {
    uint32_t written = l->out.length - from;
    builder_repeat(&l->out, ' ', written < width ? width - written : 0);
}

static bool is_jump(const Instr *i) {
    return opcode_info[i->op].operands[2] == 'J' || (i->op >= OP_JUMP && i->op <= OP_JUMP_IF_NULL);
}

static uint32_t target_of(const Instr *i, uint32_t at) {
    bool narrow = opcode_info[i->op].operands[2] == 'J';
    int32_t offset = narrow ? (int16_t)i->c : (int32_t)instr_wide(*i);
    return (uint32_t)((int64_t)at + 1 + offset);
}

static void note_label(Listing *l, uint32_t at) {
    if (at < l->code->ninstrs) l->labels[at] = 1;
}

static void find_labels(Listing *l) {
    const Code *code = l->code;
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        const Instr *instr = &code_plain(code)[i];
        if (is_jump(instr)) note_label(l, target_of(instr, i));
    }
    for (uint32_t i = 0; i < code->nhandlers; i++) note_label(l, code->handlers[i].target);
    uint32_t next = 1;
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        if (l->labels[i]) l->labels[i] = next++;
    }
}

static void reg(Listing *l, uint32_t r) {
    const Code *code = l->code;
    if (r < code->first_temp) {
        builder_str(&l->out, code->varnames[r]);
    } else {
        text(l, "t");
        number(l, (int64_t)r - code->first_temp);
    }
}

static void constant(Listing *l, uint32_t index) {
    if (index >= l->code->nconsts) return;
    Value v = l->code->consts[index];
    if (!builder_repr(&l->out, v)) l->failed = true;
}

static void label(Listing *l, uint32_t at) {
    text(l, "L");
    number(l, at < l->code->ninstrs ? l->labels[at] : 0);
}

static void wide(Listing *l, const Instr *i, uint32_t at) {
    if (is_jump(i))
        label(l, target_of(i, at));
    else if (i->op == OP_LOAD_CONST || i->op == OP_NOT_YET)
        constant(l, instr_wide(*i));
    else
        number(l, (int32_t)instr_wide(*i));
}

static void operand(Listing *l, const Instr *i, uint32_t at, char kind, uint16_t field) {
    const Code *code = l->code;
    switch (kind) {
    case 'D':
    case 'U':
    case 'B':
    case 'R': reg(l, field); break;
    case 'K': constant(l, field); break;
    case 'N':
        if (field < code->nnames) builder_str(&l->out, code->names[field]);
        break;
    case 'S':
        if (field < code->nsites) builder_str(&l->out, code->sites[field].name);
        break;
    case 'I': number(l, (int16_t)field); break;
    case 'n': number(l, field); break;
    case 'J': label(l, target_of(i, at)); break;
    case 'W': wide(l, i, at); break;
    default: break;
    }
}

static void instruction(Listing *l, uint32_t at) {
    const Instr *i = &code_plain(l->code)[at];
    const OpcodeInfo *info = &opcode_info[i->op];
    uint16_t fields[] = {i->a, i->b, i->c};
    uint32_t line = code_position(l->code, at).line;
    bool new_line = line && (at == 0 || code_position(l->code, at - 1).line != line);
    uint32_t start = l->out.length;
    if (new_line) number(l, line);
    spaces_until(l, start, 8);
    if (l->labels[at]) {
        label(l, at);
        text(l, ":");
    }
    spaces_until(l, start, 15);
    number(l, at);
    spaces_until(l, start, 22);
    text(l, info->name);
    spaces_until(l, start, 44);
    const char *comma = "";
    for (int k = 0; k < 3; k++) {
        if (info->operands[k] == '_') continue;
        text(l, comma);
        operand(l, i, at, info->operands[k], fields[k]);
        comma = ", ";
        if (info->operands[k] == 'W') break;
    }
    text(l, "\n");
}

static void handlers(Listing *l) {
    for (uint32_t i = 0; i < l->code->nhandlers; i++) {
        const Handler *h = &l->code->handlers[i];
        text(l, i ? "  " : "Handlers:\n  ");
        number(l, h->start);
        text(l, " to ");
        number(l, h->end);
        text(l, " -> ");
        label(l, h->target);
        text(l, " from ");
        reg(l, h->depth);
        text(l, " in ");
        reg(l, h->reg);
        text(l, "\n");
    }
}

static void list_code(Listing *l, const Code *code) {
    l->code = code;
    l->labels = mem_zalloc(l->vm->mem, (code->ninstrs + 1u) * sizeof *l->labels);
    if (!l->labels) {
        raise_no_memory(l->vm);
        l->failed = true;
        return;
    }
    find_labels(l);
    text(l, "Code ");
    builder_str(&l->out, code->qualname);
    text(l, ", line ");
    number(l, code->first_line);
    text(l, ", ");
    number(l, code->nregs);
    text(l, " registers:\n");
    for (uint32_t i = 0; i < code->ninstrs; i++) instruction(l, i);
    handlers(l);
    mem_free(l->vm->mem, l->labels, (code->ninstrs + 1u) * sizeof *l->labels);
    for (uint32_t i = 0; i < code->nconsts && !l->failed; i++) {
        if (!is_exact(l->vm, code->consts[i], T_code)) continue;
        text(l, "\n");
        list_code(l, AS(Code, code->consts[i]));
    }
}

Str *code_disassemble(Vm *vm, const Code *code) {
    Listing l = {.vm = vm};
    builder_init(&l.out, vm);
    list_code(&l, code);
    if (!l.failed) return builder_finish(&l.out);
    builder_drop(&l.out);
    return NULL;
}
