/* traced_code.c: the second row of a code's instructions, with TRACE where sys.settrace or sys.setprofile may have
 * something to tell (code.h). Lines begin where CPython's line table and its jumps make them begin: where an
 * instruction is of another line than the one before it, and where jumps and handlers lead.
 */
#include "interp.h"
#include "types_private.h"

#include <string.h>

uint32_t code_traced_index(const Code *code, const Instr *ip) {
    const TracedCode *traced = code->traced;
    if (ip < code->instrs || ip >= code->instrs + traced->count) return (uint32_t)(ip - traced->plain);
    return traced->index[ip - code->instrs];
}

/* ---- making it */

typedef struct Row {
    const Code *code;
    TracedCode *made;
    Instr *instrs;    /* NULL while they are counted */
    uint8_t *targets; /* of each plain instruction: whether a jump or handler leads there */
    uint32_t count, index, line;
    uint32_t mark; /* the first one that is not behind */
} Row;

static bool is_jump(const Instr *i) {
    return opcode_info[i->op].operands[2] == 'J' || (i->op >= OP_JUMP && i->op <= OP_JUMP_IF_NULL);
}

static bool is_short(const Instr *i) {
    return opcode_info[i->op].operands[2] == 'J';
}

static uint32_t target_of(const Code *code, uint32_t at) {
    const Instr *i = &code->instrs[at];
    return (uint32_t)((int64_t)at + 1 + (is_short(i) ? (int16_t)i->c : (int32_t)instr_wide(*i)));
}

/* FOR_ITER without an offset: a JUMP follows, which belongs to it. */
static bool is_long_for(const Instr *i) {
    return i->op == OP_FOR_ITER && i->c == 0;
}

/* Of a body: it is told on the line that was told last. */
static bool is_end(const Instr *i) {
    return i->op == OP_RETURN_NONE && i->a == 1;
}

static void find_targets(Row *row) {
    const Code *code = row->code;
    for (uint32_t i = 0; i < code->ninstrs; i++)
        if (is_jump(&code->instrs[i]) && !is_long_for(&code->instrs[i])) row->targets[target_of(code, i)] = 1;
    for (uint32_t i = 0; i < code->nhandlers; i++) row->targets[code->handlers[i].target] = 1;
}

static void put(Row *row, Instr instr) {
    if (row->instrs != NULL) {
        row->instrs[row->count] = instr;
        row->made->index[row->count] = row->index;
    }
    row->count++;
}

static void put_trace(Row *row, enum trace_point point, uint32_t line) {
    put(row, (Instr){OP_TRACE, (uint16_t)point, (uint16_t)line, (uint16_t)(line >> 16)});
}

/* Those of the instruction, which are next; they are in the order of instructions. */
static void put_marks(Row *row, bool fall) {
    const LineMarks *marks = row->code->marks;
    for (uint32_t i = row->mark; marks != NULL && i < marks->count && marks->items[i].at == row->index; i++) {
        if (marks->items[i].fall != fall) continue;
        put_trace(row, TRACE_POINT_LINE, marks->items[i].line);
        row->line = 0;
    }
}

static void pass_marks(Row *row) {
    const LineMarks *marks = row->code->marks;
    while (marks != NULL && row->mark < marks->count && marks->items[row->mark].at <= row->index) row->mark++;
}

static bool begins_line(const Row *row, const Instr *i, uint32_t line) {
    if (line == 0 || i->op == OP_JUMP || i->op == OP_LOOP || i->op == OP_CLEAR || is_end(i)) return false;
    return line != row->line || row->targets[row->index];
}

/* A LINE of the event log tells of statements, TRACE of what CPython has instructions for. */
static bool is_log_line(const Instr *i) {
    return i->op == OP_LINE && i->a == 0;
}

static void put_before(Row *row, const Instr *i, uint32_t line) {
    if (is_log_line(i)) {
        if (row->targets[row->index]) row->line = 0;
        return;
    }
    if (begins_line(row, i, line)) put_trace(row, TRACE_POINT_LINE, line);
    row->line = i->op == OP_JUMP || i->op == OP_LOOP ? 0 : line;
    switch (i->op) {
    case OP_RETURN:
    case OP_RETURN_NONE:
    case OP_YIELD: put_trace(row, TRACE_POINT_RETURN, is_end(i) ? 0 : line); break;
    case OP_CALL:
    case OP_CALL_PLAIN:
    case OP_CALL_KW:
    case OP_CALL_EX: /* an __exit__ that gets an exception is called by no instruction that tells, as in CPython */
        if (row->index == 0 || i[-1].op != OP_EXC_TRIPLE) put_trace(row, TRACE_POINT_CALL, line);
        break;
    case OP_JUMP:
    case OP_LOOP:
        if (target_of(row->code, row->index) <= row->index) put_trace(row, TRACE_POINT_LOOP, line);
        break;
    default: break;
    }
}

static void put_after(Row *row, const Instr *i, uint32_t line) {
    bool called = i->op == OP_CALL || i->op == OP_CALL_PLAIN || i->op == OP_CALL_EX;
    if (i->op == OP_YIELD) put_trace(row, TRACE_POINT_RESUME, line);
    if (called || (i->op == OP_EXT && i[-1].op == OP_CALL_KW)) put_trace(row, TRACE_POINT_CALLED, line);
}

static void write_row(Row *row, uint32_t start) {
    const Code *code = row->code;
    row->count = row->line = row->mark = 0;
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        const Instr *instr = &code->instrs[i];
        uint32_t line = code->positions[i].line;
        bool joined = instr->op == OP_EXT || (i > 0 && is_long_for(instr - 1));
        row->index = i;
        if (i == start) put_trace(row, TRACE_POINT_START, code->flags & CODE_MODULE ? 0 : code->first_line);
        put_marks(row, true);
        if (row->instrs != NULL) row->made->place[i] = row->count;
        put_marks(row, false);
        pass_marks(row);
        if (!joined) put_before(row, instr, line);
        if (row->instrs != NULL) row->made->self[i] = row->count;
        put(row, *instr);
        put_after(row, instr, line);
    }
}

/* False: a jump became too long for its field. */
static bool set_jumps(Row *row) {
    const Code *code = row->code;
    const TracedCode *made = row->made;
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        if (!is_jump(&code->instrs[i]) || is_long_for(&code->instrs[i])) continue;
        Instr *instr = &row->instrs[made->self[i]];
        int64_t offset = (int64_t)made->place[target_of(code, i)] - made->self[i] - 1;
        if (is_short(instr) && offset != (int16_t)offset) return false;
        if (!is_short(instr)) instr->b = (uint16_t)offset;
        instr->c = (uint16_t)(is_short(instr) ? offset : offset >> 16);
    }
    return true;
}

static void free_traced(Vm *vm, TracedCode *made, uint32_t ninstrs) {
    if (made->index != NULL) mem_free(vm->mem, made->index, made->count * sizeof(uint32_t));
    if (made->place != NULL) mem_free(vm->mem, made->place, ninstrs * 2 * sizeof(uint32_t));
    mem_free(vm->mem, made, sizeof *made);
}

/* Takes over the row's parts; false: it is not to be had, and `code` stays as it is. */
static bool install(Vm *vm, Code *code, Row *row) {
    if (!set_jumps(row)) {
        mem_free(vm->mem, row->instrs, row->count * sizeof(Instr));
        return false;
    }
    row->made->plain = code->instrs;
    code->instrs = row->instrs;
    code->traced = row->made;
    return true;
}

/* Cells are made before a function begins. */
static uint32_t first_of_body(const Code *code) {
    uint32_t start = 0;
    while (start + 1 < code->ninstrs && code->instrs[start].op == OP_MAKE_CELL) start++;
    return start;
}

static TracedCode *alloc_traced(Vm *vm, const Code *code, const Row *row) {
    TracedCode *made = mem_zalloc(vm->mem, sizeof *made);
    if (made == NULL) return NULL;
    made->count = row->count;
    made->index = mem_alloc(vm->mem, row->count * sizeof(uint32_t));
    made->place = mem_alloc(vm->mem, code->ninstrs * 2 * sizeof(uint32_t));
    if (made->index != NULL && made->place != NULL) {
        made->self = made->place + code->ninstrs;
        return made;
    }
    free_traced(vm, made, code->ninstrs);
    return NULL;
}

static bool make_row(Vm *vm, Code *code, Row *row) {
    uint32_t start = first_of_body(code);
    find_targets(row);
    write_row(row, start);
    row->made = alloc_traced(vm, code, row);
    if (row->made == NULL) return false;
    row->instrs = mem_alloc(vm->mem, row->count * sizeof(Instr));
    if (row->instrs != NULL) write_row(row, start);
    bool ok = row->instrs != NULL;
    if (!ok || !install(vm, code, row)) free_traced(vm, row->made, code->ninstrs);
    return ok;
}

bool code_trace(Vm *vm, Code *code) {
    if (code->traced != NULL || code->positions == NULL || (code->flags & CODE_LIBRARY) || code->ninstrs == 0)
        return true;
    Row row = {.code = code, .targets = mem_zalloc(vm->mem, code->ninstrs)};
    bool ok = row.targets != NULL && make_row(vm, code, &row);
    if (row.targets != NULL) mem_free(vm->mem, row.targets, code->ninstrs);
    if (!ok) raise_no_memory(vm);
    return ok;
}

void code_untrace(Vm *vm, Code *code) {
    TracedCode *traced = code->traced;
    if (traced == NULL) return;
    mem_free(vm->mem, code->instrs, traced->count * sizeof *code->instrs);
    code->instrs = traced->plain;
    code->traced = NULL;
    free_traced(vm, traced, code->ninstrs);
}
