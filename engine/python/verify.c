/* verify.c: checks a code object by running it abstractly: on every path each temporary is written when it is empty,
 * used when it is full, and empty when the code returns; operands, jumps and handlers stay within their tables. */
#include "compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* What a temporary may be at a place: bits. */
enum { EMPTY = 1, FULL = 2 };

typedef struct Verifier {
    const Code *code;
    uint32_t ntemps;
    uint8_t *states; /* ntemps per instruction; 0 in the first of reached tells that it was not reached */
    uint8_t *reached;
    uint32_t *work;
    uint32_t nwork;
    uint8_t *now;
    uint32_t at;
    char *text;
    size_t size;
    bool failed;
} Verifier;

static void complain(Verifier *v, const char *format, ...) {
    if (v->failed) return;
    v->failed = true;
    int n = snprintf(v->text, v->size, "instruction %u (%s): ", (unsigned)v->at,
                     opcode_info[v->code->instrs[v->at].op].name);
    va_list args;
    va_start(args, format);
    if (n > 0 && (size_t)n < v->size) vsnprintf(v->text + n, v->size - (size_t)n, format, args);
    va_end(args);
}

static uint8_t *temp(Verifier *v, uint32_t reg) {
    if (reg >= v->code->nregs) {
        complain(v, "register %u of %u", (unsigned)reg, (unsigned)v->code->nregs);
        return NULL;
    }
    return reg < v->code->first_temp ? NULL : &v->now[reg - v->code->first_temp];
}

static void use(Verifier *v, uint32_t reg, bool consume, bool maybe) {
    uint8_t *t = temp(v, reg);
    if (!t) return;
    if (!maybe && *t != FULL)
        complain(v, "t%u is used %s", (unsigned)(reg - v->code->first_temp), *t == EMPTY ? "empty" : "maybe empty");
    if (consume) *t = EMPTY;
}

static void put(Verifier *v, uint32_t reg, uint8_t state) {
    uint8_t *t = temp(v, reg);
    if (!t) return;
    if (*t != EMPTY) complain(v, "t%u is written while it holds a value", (unsigned)(reg - v->code->first_temp));
    *t = state;
}

static void use_run(Verifier *v, uint32_t from, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) use(v, from + i, true, false);
}

static void put_run(Verifier *v, uint32_t from, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) put(v, from + i, FULL);
}

/* The operands of kinds U and B, which every instruction has in common. */
static void plain_operands(Verifier *v, const Instr *i) {
    const char *kinds = opcode_info[i->op].operands;
    uint32_t fields[] = {i->a, i->b, i->c};
    bool lenient =
        i->op == OP_COPY || i->op == OP_MOVE || i->op == OP_CLEAR || i->op == OP_JUMP_IF_NULL || i->op == OP_MAKE_CELL;
    for (int k = 0; k < 3; k++) {
        if (kinds[k] == 'U') use(v, fields[k], true, lenient);
        if (kinds[k] == 'B') use(v, fields[k], false, lenient);
    }
}

static void runs(Verifier *v, const Instr *i) {
    switch (i->op) {
    case OP_BUILD_SLICE: use_run(v, i->b, 3); break;
    case OP_CALL:
    case OP_CALL_KW: use_run(v, i->a, i->b + 2u); break;
    case OP_CALL_PLAIN:
        use(v, i->a, true, false);
        use_run(v, i->a + 2u, i->b);
        break;
    case OP_CALL_EX: use_run(v, i->a, 4); break;
    case OP_BUILD_LIST:
    case OP_BUILD_TUPLE:
    case OP_BUILD_SET:
    case OP_BUILD_STRING: use_run(v, i->b, i->c); break;
    case OP_BUILD_DICT: use_run(v, i->b, i->c * 2u); break;
    case OP_MAKE_FUNCTION: use_run(v, i->c, 4); break;
    case OP_MATCH_CLASS: use_run(v, i->a, 2); break;
    default: break;
    }
}

static uint8_t copied(Verifier *v, uint32_t reg) {
    if (reg < v->code->first_temp || reg >= v->code->nregs) return FULL;
    return v->now[reg - v->code->first_temp];
}

static void results(Verifier *v, const Instr *i, uint8_t moved) {
    switch (i->op) {
    case OP_MOVE:
    case OP_COPY: put(v, i->a, moved); return;
    case OP_CLEAR: {
        uint8_t *t = temp(v, i->a);
        if (t) *t = EMPTY;
        return;
    }
    case OP_CALL:
    case OP_CALL_PLAIN:
    case OP_CALL_KW:
    case OP_CALL_EX: put(v, i->c, FULL); return;
    case OP_LOAD_METHOD:
    case OP_LOAD_SPECIAL: put_run(v, i->a, 2); return;
    case OP_UNPACK: put_run(v, i->a, i->c); return;
    case OP_UNPACK_EX: put_run(v, i->a, (i->c & 255u) + (i->c >> 8) + 1u); return;
    case OP_CHECK_STAR_MATCH: put_run(v, i->a, 2); return;
    case OP_EXC_TRIPLE: put_run(v, i->a, 3); return;
    case OP_MATCH_CLASS: put(v, i->a, FULL); return;
    case OP_SEND:
        use(v, i->b, true, false);
        put(v, i->a, FULL);
        return;
    case OP_END_ASYNC_FOR: use(v, i->a, true, false); return;
    case OP_FOR_ITER: return; /* by path */
    default: break;
    }
    if (opcode_info[i->op].operands[0] == 'D') put(v, i->a, FULL);
}

/* The state `now` arrives at an instruction. */
static void arrive(Verifier *v, int64_t target) {
    if (v->failed) return;
    if (target < 0 || target >= (int64_t)v->code->ninstrs) {
        complain(v, "leads to %lld of %u", (long long)target, (unsigned)v->code->ninstrs);
        return;
    }
    if (v->code->instrs[target].op == OP_EXT) {
        complain(v, "leads to operands");
        return;
    }
    uint8_t *there = v->states + (size_t)target * v->ntemps;
    bool changed = !v->reached[target];
    for (uint32_t i = 0; i < v->ntemps; i++) {
        uint8_t joined = v->reached[target] ? there[i] | v->now[i] : v->now[i];
        changed |= joined != there[i];
        there[i] = joined;
    }
    v->reached[target] |= 1;
    if (!changed || (v->reached[target] & 2)) return;
    v->reached[target] |= 2;
    v->work[v->nwork++] = (uint32_t)target;
}

static bool cannot_raise(uint16_t op) {
    switch (op) {
    case OP_NOP:
    case OP_EXT:
    case OP_LOAD_CONST:
    case OP_LOAD_INT:
    case OP_LOAD_NULL:
    case OP_MOVE:
    case OP_COPY:
    case OP_CLEAR:
    case OP_JUMP:
    case OP_PUSH_HANDLED:
    case OP_POP_HANDLED:
    case OP_JUMP_IF_NONE:
    case OP_JUMP_UNLESS_NONE:
    case OP_RETURN_NONE:
    case OP_STORE_CELL: return true;
    default: return false;
    }
}

static void to_handler(Verifier *v, const uint8_t *state, uint8_t *scratch) {
    const Code *code = v->code;
    for (uint32_t i = 0; i < code->nhandlers; i++) {
        const Handler *h = &code->handlers[i];
        if (v->at < h->start || v->at >= h->end) continue;
        memcpy(scratch, v->now, v->ntemps);
        memcpy(v->now, state, v->ntemps);
        for (uint32_t t = h->depth - code->first_temp; t < v->ntemps; t++) v->now[t] = EMPTY;
        put(v, h->reg, FULL);
        arrive(v, h->target);
        memcpy(v->now, scratch, v->ntemps);
        return;
    }
}

static int64_t jump_target(const Verifier *v, const Instr *i) {
    int64_t next = (int64_t)v->at + 1;
    const char *kinds = opcode_info[i->op].operands;
    if (kinds[2] == 'J') return next + (int16_t)i->c;
    return next + (int32_t)instr_wide(*i);
}

static bool is_jump(uint16_t op) {
    return opcode_info[op].operands[2] == 'J' || (op >= OP_JUMP && op <= OP_JUMP_IF_NULL);
}

static void for_iter(Verifier *v, const Instr *i, uint8_t *scratch) {
    memcpy(scratch, v->now, v->ntemps);
    put(v, i->a, FULL);
    arrive(v, (int64_t)v->at + (i->c ? 1 : 2));
    memcpy(v->now, scratch, v->ntemps);
    uint8_t *iterator = temp(v, i->b);
    if (iterator) *iterator = EMPTY;
    arrive(v, i->c ? jump_target(v, i) : (int64_t)v->at + 1);
}

static void check_empty(Verifier *v) {
    for (uint32_t t = 0; t < v->ntemps; t++) {
        if (v->now[t] != EMPTY) complain(v, "t%u is still held", (unsigned)t);
    }
}

static void leave(Verifier *v, const Instr *i, uint8_t *scratch) {
    switch (i->op) {
    case OP_RETURN:
    case OP_RETURN_NONE: check_empty(v); return;
    case OP_RAISE:
    case OP_RAISE_FROM:
    case OP_RAISE_AGAIN:
    case OP_RERAISE:
    case OP_NOT_YET: return;
    case OP_FOR_ITER: for_iter(v, i, scratch); return;
    case OP_JUMP:
    case OP_LOOP: arrive(v, jump_target(v, i)); return;
    default: break;
    }
    if (is_jump(i->op)) arrive(v, jump_target(v, i));
    if (i->op == OP_JUMP_IF_KEEP || i->op == OP_JUMP_UNLESS_KEEP) {
        uint8_t *kept = temp(v, i->a);
        if (kept) *kept = EMPTY;
        if (!kept) complain(v, "clears a variable");
    }
    bool ext = v->at + 1 < v->code->ninstrs && v->code->instrs[v->at + 1].op == OP_EXT;
    arrive(v, (int64_t)v->at + (ext ? 2 : 1));
}

static void check_tables(Verifier *v, const Instr *i) {
    const char *kinds = opcode_info[i->op].operands;
    uint32_t fields[] = {i->a, i->b, i->c};
    for (int k = 0; k < 3; k++) {
        if (kinds[k] == 'K' && fields[k] >= v->code->nconsts) complain(v, "constant %u", (unsigned)fields[k]);
        if (kinds[k] == 'N' && fields[k] >= v->code->nnames) complain(v, "name %u", (unsigned)fields[k]);
        if (kinds[k] == 'S' && fields[k] >= v->code->nsites) complain(v, "site %u", (unsigned)fields[k]);
        if ((kinds[k] == 'D' || kinds[k] == 'R') && fields[k] >= v->code->nregs) temp(v, fields[k]);
    }
    if (i->op == OP_LOAD_CONST && instr_wide(*i) >= v->code->nconsts)
        complain(v, "constant %u", (unsigned)instr_wide(*i));
}

static void step(Verifier *v, uint8_t *before, uint8_t *scratch) {
    const Instr *i = &v->code->instrs[v->at];
    memcpy(v->now, v->states + (size_t)v->at * v->ntemps, v->ntemps);
    memcpy(before, v->now, v->ntemps);
    check_tables(v, i);
    uint8_t moved = copied(v, i->b);
    plain_operands(v, i);
    runs(v, i);
    if (!v->failed && !cannot_raise(i->op)) {
        to_handler(v, before, scratch);
        to_handler(v, v->now, scratch);
    }
    results(v, i, moved);
    if (!v->failed) leave(v, i, scratch);
}

bool code_verify(Vm *vm, const Code *code, char *text, size_t size) {
    uint32_t ntemps = (uint32_t)(code->nregs - code->first_temp);
    Verifier v = {.code = code, .ntemps = ntemps, .text = text, .size = size};
    size_t cells = (size_t)code->ninstrs * ntemps + 3u * ntemps + 1;
    if (cells > 64u << 20) return true;
    v.states = mem_zalloc(vm->mem, cells);
    v.reached = mem_zalloc(vm->mem, code->ninstrs + 1u);
    v.work = mem_alloc(vm->mem, (code->ninstrs + 1u) * sizeof *v.work);
    if (v.states && v.reached && v.work) {
        v.now = v.states + (size_t)code->ninstrs * ntemps;
        uint8_t *before = v.now + ntemps, *scratch = before + ntemps;
        memset(v.now, EMPTY, ntemps);
        arrive(&v, 0);
        while (v.nwork && !v.failed) {
            v.at = v.work[--v.nwork];
            v.reached[v.at] &= 1;
            step(&v, before, scratch);
        }
    }
    if (v.states) mem_free(vm->mem, v.states, cells);
    if (v.reached) mem_free(vm->mem, v.reached, code->ninstrs + 1u);
    if (v.work) mem_free(vm->mem, v.work, (code->ninstrs + 1u) * sizeof *v.work);
    return !v.failed;
}
