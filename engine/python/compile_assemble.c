/* compile_assemble.c: from a finished Unit to its Code: places of instructions, jumps, tables. A jump that does not fit
 * its 16 bits goes around a wide one. */
#include "compile.h"

#include <string.h>

typedef struct Layout {
    uint32_t *at;  /* place of each draft, and of the end */
    uint8_t *far;  /* drafts whose short jump must go the long way */
    uint32_t *led; /* how many labels that a jump uses are before each draft, before the end, and before what follows */
    uint32_t ndrafts;
    bool lines; /* LINE is an instruction; else it leaves a mark where no instruction has its line */
} Layout;

static bool is_short_jump(const Draft *d) {
    return d->target != LABEL_NONE && opcode_info[d->instr.op].operands[2] == 'J';
}

static uint32_t draft_size(const Draft *d, bool far) {
    if (!far) return 1;
    return d->instr.op == OP_FOR_ITER ? 2 : 3;
}

static uint32_t lay_out(const Unit *u, Layout *l) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < u->ndrafts; i++) {
        l->at[i] = at;
        if (l->lines || u->drafts[i].instr.op != OP_LINE) at += draft_size(&u->drafts[i], l->far[i]);
    }
    l->at[u->ndrafts] = at;
    return at;
}

static uint32_t place_of(const Unit *u, const Layout *l, Label label) {
    return l->at[u->labels[label].at];
}

static bool lengthen(const Unit *u, Layout *l) {
    bool changed = false;
    for (uint32_t i = 0; i < u->ndrafts; i++) {
        if (l->far[i] || !is_short_jump(&u->drafts[i])) continue;
        int64_t offset = (int64_t)place_of(u, l, u->drafts[i].target) - (int64_t)l->at[i] - 1;
        if (offset >= INT16_MIN && offset <= INT16_MAX && offset != 0) continue;
        if (offset == 0 && u->drafts[i].instr.op != OP_FOR_ITER) continue;
        l->far[i] = 1;
        changed = true;
    }
    return changed;
}

static Instr jump_to(uint32_t from, uint32_t to) {
    uint32_t offset = to - from - 1;
    return (Instr){OP_JUMP, 0, (uint16_t)offset, (uint16_t)(offset >> 16)};
}

static void write_far(Instr *out, uint32_t at, const Draft *d, uint32_t target) {
    out[at] = d->instr;
    if (d->instr.op == OP_FOR_ITER) {
        out[at].c = 0;
        out[at + 1] = jump_to(at + 1, target);
        return;
    }
    out[at].c = 1; /* to the wide jump; falling through skips it */
    out[at + 1] = (Instr){OP_JUMP, 0, 1, 0};
    out[at + 2] = jump_to(at + 2, target);
}

static void write_draft(const Unit *u, const Layout *l, uint32_t i, Instr *out) {
    const Draft *d = &u->drafts[i];
    uint32_t at = l->at[i];
    if (l->at[i + 1] == at) return;
    out[at] = d->instr;
    if (d->target == LABEL_NONE) return;
    uint32_t target = place_of(u, l, d->target), offset = target - at - 1;
    if (!is_short_jump(d)) {
        out[at].b = (uint16_t)offset;
        out[at].c = (uint16_t)(offset >> 16);
    } else if (l->far[i]) {
        write_far(out, at, d, target);
    } else {
        out[at].c = (uint16_t)offset;
    }
}

/* Moves *at behind LINEs: the first line among them that counts as one (emit_own_line), or 0. */
static uint32_t pass_lines(const Unit *u, uint32_t *at) {
    uint32_t line = 0;
    for (; *at < u->ndrafts && u->drafts[*at].instr.op == OP_LINE; ++*at)
        if (line == 0 && u->drafts[*at].instr.a != 0) line = u->drafts[*at].position.line;
    return line;
}

/* A jump to a jump goes where that leads. Only an unconditional one may take over LOOP, which counts the turns. */
static void thread_jumps(Unit *u, bool lines) {
    for (uint32_t i = 0; i < u->ndrafts; i++) {
        Draft *d = &u->drafts[i];
        for (int hops = 0; d->target != LABEL_NONE && hops < 8; hops++) {
            uint32_t at = u->labels[d->target].at;
            uint32_t line = lines ? 0 : pass_lines(u, &at);
            if (at >= u->ndrafts || at == i) break;
            const Draft *next = &u->drafts[at];
            bool plain = d->instr.op == OP_JUMP || d->instr.op == OP_LOOP;
            if (line != 0 && !plain) break;
            if (next->instr.op == OP_LOOP ? !plain : next->instr.op != OP_JUMP) break;
            if (next->instr.op == OP_LOOP) d->instr.op = OP_LOOP;
            if (d->passed == 0) d->passed = line;
            d->target = next->target;
        }
    }
}

static void *block(Compiler *c, size_t count, size_t size) {
    void *p = mem_zalloc(c->vm->mem, count * size);
    if (!p) compile_no_memory(c);
    return p;
}

static void write_instrs(Compiler *c, const Unit *u, const Layout *l, Code *code) {
    code->instrs = block(c, code->ninstrs, sizeof *code->instrs);
    code->positions = block(c, code->ninstrs, sizeof *code->positions);
    if (c->failed) return;
    for (uint32_t i = 0; i < u->ndrafts; i++) {
        write_draft(u, l, i, code->instrs);
        for (uint32_t at = l->at[i]; at < l->at[i + 1]; at++) code->positions[at] = u->drafts[i].position;
    }
}

static void write_handlers(Compiler *c, const Unit *u, const Layout *l, Code *code) {
    code->handlers = block(c, u->nrows, sizeof *code->handlers);
    if (!code->handlers) return;
    code->nhandlers = u->nrows;
    for (uint32_t i = 0; i < u->nrows; i++) {
        const DraftHandler *row = &u->rows[i];
        code->handlers[i] =
            (Handler){l->at[row->start], l->at[row->end], place_of(u, l, row->target), row->depth, row->reg};
    }
}

/* ---- lines that no instruction has */

/* Those that begin no line by themselves (traced_code.c). */
static bool is_silent(const Instr *i) {
    return i->op == OP_JUMP || i->op == OP_LOOP || i->op == OP_CLEAR || (i->op == OP_RETURN_NONE && i->a == 1);
}

/* Whether the LINE at `i` needs a mark: the next instruction is of another line. *next is that. */
static bool needs_mark(const Unit *u, uint32_t i, uint32_t *next) {
    if (u->drafts[i].instr.op != OP_LINE || u->drafts[i].instr.a == 0) return false;
    uint32_t at = i + 1;
    while (at < u->ndrafts && u->drafts[at].instr.op == OP_LINE) at++;
    *next = at;
    if (at == u->ndrafts) return false;
    return is_silent(&u->drafts[at].instr) || u->drafts[at].position.line != u->drafts[i].position.line;
}

static void count_labels(const Unit *u, Layout *l) {
    memset(l->led, 0, (u->ndrafts + 2u) * sizeof *l->led);
    for (uint32_t i = 0; i < u->nlabels; i++)
        if (u->labels[i].uses > 0) l->led[u->labels[i].at + 1]++;
    for (uint32_t i = 0; i <= u->ndrafts; i++) l->led[i + 1] += l->led[i];
}

/* Whether a jump leads to one of the drafts from..to. */
static bool is_led_to(const Layout *l, uint32_t from, uint32_t to) {
    return l->led[to + 1] > l->led[from];
}

/* The draft at which the row of LINEs that `i` is one of begins. */
static uint32_t row_start(const Unit *u, uint32_t i) {
    while (i > 0 && u->drafts[i - 1].instr.op == OP_LINE) i--;
    return i;
}

/* A `pass` that some jumps lead to while others lead behind it: an instruction tells them apart. */
static void settle_lines(Compiler *c, Unit *u, Layout *l) {
    uint32_t next;
    if (l->lines || (c->flags & COMPILE_LIBRARY)) return;
    count_labels(u, l);
    for (uint32_t i = 0; i < u->ndrafts; i++)
        if (needs_mark(u, i, &next) && is_led_to(l, row_start(u, i), i) && is_led_to(l, i + 1, next))
            u->drafts[i].instr.op = OP_NOP;
}

static uint32_t count_marks(const Unit *u) {
    uint32_t count = 0, next;
    for (uint32_t i = 0; i < u->ndrafts; i++) count += needs_mark(u, i, &next) || u->drafts[i].passed != 0;
    return count;
}

static void write_marks(Compiler *c, const Unit *u, Layout *l, Code *code) {
    uint32_t count = l->lines ? 0 : count_marks(u), next;
    if (count == 0) return;
    code->marks = block(c, 1, code_marks_size(count));
    if (code->marks == NULL) return;
    count_labels(u, l); /* jumps may lead elsewhere by now */
    for (uint32_t i = 0; i < u->ndrafts; i++) {
        const Draft *d = &u->drafts[i];
        LineMark *mark = &code->marks->items[code->marks->count];
        if (d->passed != 0)
            *mark = (LineMark){l->at[i], d->passed, false};
        else if (needs_mark(u, i, &next))
            *mark = (LineMark){l->at[i], d->position.line, is_led_to(l, i + 1, next)};
        else
            continue;
        code->marks->count++;
    }
}

static void write_names(Compiler *c, Unit *u, Code *code) {
    code->names = block(c, u->nnames, sizeof *code->names);
    if (!code->names) return;
    code->nnames = u->nnames;
    for (uint32_t i = 0; i < u->nnames; i++) {
        code->names[i] = compile_str(c, u->names[i]);
        if (code->names[i]) obj_retain(code->names[i]);
    }
    code->sites = block(c, u->nsites, sizeof *code->sites);
    if (!code->sites) return;
    code->nsites = u->nsites;
    for (uint32_t i = 0; i < u->nsites; i++) {
        code->sites[i].name = compile_str(c, u->sites[i]);
        if (code->sites[i].name) obj_retain(code->sites[i].name);
    }
}

static void write_consts(Compiler *c, Unit *u, Code *code) {
    code->consts = block(c, u->nconsts, sizeof *code->consts);
    if (!code->consts) return;
    code->nconsts = u->nconsts;
    if (u->nconsts) memcpy(code->consts, u->consts, u->nconsts * sizeof *code->consts);
    u->nconsts = 0; /* moved */
}

static void write_variables(Compiler *c, const Unit *u, Code *code) {
    code->varnames = block(c, u->named, sizeof *code->varnames);
    code->varkind = block(c, u->named, 1);
    code->named = (uint16_t)u->named;
    if (c->failed) return;
    for (uint32_t r = 0; r < u->named; r++) {
        const Symbol *s = u->registers[r];
        Identifier *name = s ? s->name : compile_name(c, ".0");
        code->varnames[r] = name ? compile_str(c, name) : NULL;
        if (code->varnames[r]) obj_retain(code->varnames[r]);
        code->varkind[r] = r >= u->first_free ? VAR_FREE : s && (s->flags & SYMBOL_CELL) ? VAR_CELL : VAR_LOCAL;
    }
}

static void write_head(Compiler *c, Unit *u, Code *code) {
    code->name = u->name;
    code->qualname = u->qualname ? u->qualname : u->name;
    code->filename = c->filename;
    obj_retain(code->name);
    obj_retain(code->qualname);
    obj_retain(code->filename);
    code->flags = u->flags;
    code->first_line = u->first_line;
    code->file = (uint16_t)(c->flags >> COMPILE_FILE_SHIFT);
    code->argcount = (uint16_t)u->argcount;
    code->posonly = (uint16_t)u->posonly;
    code->kwonly = (uint16_t)u->kwonly;
    code->first_free = (uint16_t)u->first_free;
    code->nfree = (uint16_t)u->nfree;
    code->first_temp = (uint16_t)u->named;
    code->nregs = (uint16_t)(u->named + u->max_depth);
    code->class_cell = (uint16_t)u->class_cell;
    code->doc = u->doc ? value_retain(u->doc) : VALUE_NONE;
}

static void fill(Compiler *c, Unit *u, Layout *l, Code *code) {
    code->ninstrs = l->at[u->ndrafts];
    write_head(c, u, code);
    write_instrs(c, u, l, code);
    if (!c->failed) write_handlers(c, u, l, code);
    if (!c->failed) write_marks(c, u, l, code);
    if (!c->failed) write_names(c, u, code);
    if (!c->failed) write_variables(c, u, code);
    if (!c->failed) write_consts(c, u, code);
}

#ifndef NDEBUG
static void check(Compiler *c, const Code *code) {
    char text[200];
    if (c->failed || code_verify(c->vm, code, text, sizeof text)) return;
    raise_error(c->vm, T_SystemError, "compiler: %S, line %u: %s", code->qualname, (unsigned)code->first_line, text);
    c->failed = true;
}
#else
#define check(c, code) ((void)0)
#endif

Code *unit_assemble(Compiler *c, Unit *u) {
    Layout l = {.ndrafts = u->ndrafts, .lines = (c->flags & COMPILE_LINES) != 0};
    l.at = mem_alloc(c->vm->mem, (u->ndrafts + 1u) * sizeof *l.at);
    l.far = mem_zalloc(c->vm->mem, u->ndrafts + 1u);
    l.led = mem_alloc(c->vm->mem, (u->ndrafts + 2u) * sizeof *l.led);
    Code *code = l.at && l.far && l.led ? code_new(c->vm) : NULL;
    if (code) {
        settle_lines(c, u, &l);
        thread_jumps(u, l.lines);
        do lay_out(u, &l);
        while (lengthen(u, &l));
        fill(c, u, &l, code);
        check(c, code);
        if (!c->failed && c->vm->state->traces) c->failed = !code_trace(c->vm, code);
    } else {
        compile_no_memory(c);
    }
    if (l.at) mem_free(c->vm->mem, l.at, (u->ndrafts + 1u) * sizeof *l.at);
    if (l.far) mem_free(c->vm->mem, l.far, u->ndrafts + 1u);
    if (l.led) mem_free(c->vm->mem, l.led, (u->ndrafts + 2u) * sizeof *l.led);
    if (!c->failed) return code;
    obj_release(c->vm, code);
    return NULL;
}
