/* compile_unit.c: a code object while it is being made: drafts of instructions, labels, protected ranges, temporaries.
 */
#include "compile.h"

#include <stdlib.h>
#include <string.h>

bool array_grow(Compiler *c, void **items, uint32_t count, uint32_t *capacity, size_t size) {
    if (count < *capacity) return true;
    uint32_t wanted = *capacity ? *capacity * 2 : 16;
    void *grown = mem_realloc(c->vm->mem, *items, *capacity * size, wanted * size);
    if (!grown) {
        compile_no_memory(c);
        return false;
    }
    *items = grown;
    *capacity = wanted;
    return true;
}
#define GROW(c, u, what) array_grow((c), (void **)&(u)->what, (u)->n##what, &(u)->what##_capacity, sizeof *(u)->what)

/* ---- registers ---- */

static void give_register(Compiler *c, Unit *u, Symbol *s, uint32_t *capacity) {
    if (!array_grow(c, (void **)&u->registers, u->named, capacity, sizeof *u->registers)) return;
    if (s) s->reg = u->named;
    u->registers[u->named++] = s;
}

static bool owns_register(const Symbol *s) {
    return s->reach == REACH_LOCAL && s->home == s;
}

/* Variables of inline comprehensions get registers of the code object they run in. */
static void comprehension_registers(Compiler *c, Unit *u, Scope *scope, bool cells, uint32_t *capacity) {
    for (Scope *child = scope->children; child && !c->failed; child = child->sibling) {
        if (child->kind != SCOPE_COMPREHENSION) continue;
        for (Symbol *s = child->symbols; s; s = s->next) {
            if (owns_register(s) && !(s->flags & SYMBOL_CELL) == !cells) give_register(c, u, s, capacity);
        }
        comprehension_registers(c, u, child, cells, capacity);
    }
}

static void own_registers(Compiler *c, Unit *u, bool cells, uint32_t *capacity) {
    for (Symbol *s = u->scope->symbols; s && !c->failed; s = s->next) {
        if (owns_register(s) && s->reg == REG_NONE && !(s->flags & SYMBOL_CELL) == !cells)
            give_register(c, u, s, capacity);
    }
    comprehension_registers(c, u, u->scope, cells, capacity);
}

/* Names that resolve to a variable of the same code object, or to a cell from outside, share its register. */
static void share_registers(Compiler *c, Unit *u, Scope *scope) {
    for (Symbol *s = scope->symbols; s; s = s->next) {
        if (s->home && s->home != s) s->reg = cell_register(c, s->home);
    }
    for (Scope *child = scope->children; child; child = child->sibling) {
        if (child->kind == SCOPE_COMPREHENSION) share_registers(c, u, child);
    }
}

static void parameter_registers(Compiler *c, Unit *u, uint32_t *capacity) {
    /* Parameters come first in a scope's symbols, in the order of the contract (see visit_parameters). */
    for (Symbol *s = u->scope->symbols; s && !c->failed; s = s->next) {
        if (s->flags & SYMBOL_PARAMETER) give_register(c, u, s, capacity);
    }
}

static void hidden_register(Compiler *c, Unit *u, Symbol *s, uint32_t *capacity) {
    if (s) give_register(c, u, s, capacity);
}

static int by_name(const void *a, const void *b) {
    const Symbol *left = *(Symbol *const *)a, *right = *(Symbol *const *)b;
    return strcmp(left->name->text, right->name->text);
}

/* Cells that are no parameters stand behind the other variables, by their names, as in CPython (dictbytype). */
static void cell_registers(Compiler *c, Unit *u, uint32_t *capacity) {
    uint32_t first = u->named;
    own_registers(c, u, true, capacity);
    if (c->failed || u->named - first < 2) return;
    qsort(u->registers + first, u->named - first, sizeof *u->registers, by_name);
    for (uint32_t r = first; r < u->named; r++) u->registers[r]->reg = r;
}

static void assign_registers(Compiler *c, Unit *u) {
    Scope *scope = u->scope;
    uint32_t capacity = 0;
    /* A def in a finally body is compiled more than once. */
    for (Symbol *s = scope->symbols; s; s = s->next) s->reg = REG_NONE;
    if (scope->kind == SCOPE_GENERATOR) give_register(c, u, NULL, &capacity); /* the iterator, `.0` */
    if (scope->kind == SCOPE_TYPE_PARAMS) {                                   /* defaults and keyword defaults */
        give_register(c, u, NULL, &capacity);
        give_register(c, u, NULL, &capacity);
    }
    parameter_registers(c, u, &capacity);
    own_registers(c, u, false, &capacity);
    cell_registers(c, u, &capacity);
    hidden_register(c, u, scope->class_cell, &capacity);
    hidden_register(c, u, scope->class_dict, &capacity);
    hidden_register(c, u, scope->executed, &capacity);
    u->first_free = u->named;
    u->nfree = scope->nfrees;
    for (uint32_t i = 0; i < scope->nfrees && !c->failed; i++) {
        if (!array_grow(c, (void **)&u->registers, u->named, &capacity, sizeof *u->registers)) break;
        u->registers[u->named++] = scope->frees[i];
    }
    u->bound_capacity = capacity;
    u->bound = mem_zalloc(c->vm->mem, capacity + 1u);
    u->bound_log = mem_alloc(c->vm->mem, (capacity + 1u) * sizeof *u->bound_log);
    if (!u->bound || !u->bound_log) compile_no_memory(c);
    if (u->named > 60000) compile_not_yet(c, &scope->loc, "functions with more than 60000 variables");
}

Reg cell_register(Compiler *c, const Symbol *home) {
    Unit *u = c->unit;
    if (home->scope->host == u->scope) return home->reg;
    for (uint32_t i = 0; i < u->scope->nfrees; i++) {
        if (u->scope->frees[i] == home) return u->first_free + i;
    }
    return REG_NONE;
}

static uint32_t class_cell_register(const Unit *u) {
    const Symbol *own = u->scope->class_cell;
    if (own) return own->reg;
    for (uint32_t i = 0; i < u->nfree; i++) {
        if (strcmp(u->scope->frees[i]->name->text, "__class__") == 0) return u->first_free + i;
    }
    return UINT16_MAX;
}

/* Cells of this code object are made first, those of inline comprehensions when they start. */
static void make_cells(Compiler *c, Unit *u) {
    Location loc = {u->first_line, 0, u->first_line, 0};
    for (uint32_t r = 0; r < u->first_free; r++) {
        Symbol *s = u->registers[r];
        if (s && (s->flags & SYMBOL_CELL) && s->scope == u->scope) emit(c, &loc, OP_MAKE_CELL, r, 0, 0);
    }
}

static void bind_parameters(Compiler *c, Unit *u) {
    for (uint32_t r = 0; r < u->first_free; r++) {
        Symbol *s = u->registers[r];
        if (!s || (s->flags & SYMBOL_PARAMETER)) reg_bound(c, r);
    }
}

void reg_bound(Compiler *c, Reg r) {
    Unit *u = c->unit;
    if (c->failed || r >= u->named || u->bound[r]) return;
    const Symbol *s = u->registers[r];
    if (s && (s->flags & SYMBOL_DELETED)) return;
    u->bound[r] = 1;
    u->bound_log[u->nbound++] = r;
}

void bound_undo(Compiler *c, uint32_t mark) {
    Unit *u = c->unit;
    while (u->nbound > mark) u->bound[u->bound_log[--u->nbound]] = 0;
}

Reg temp_push(Compiler *c) {
    Unit *u = c->unit;
    Reg r = temp_next(c);
    if (++u->depth > u->max_depth) u->max_depth = u->depth;
    if (r >= 65000 && !c->failed) {
        Location loc = {u->first_line, 0, u->first_line, 0};
        compile_not_yet(c, &loc, "expressions that need more than 60000 registers");
    }
    return r;
}

/* ---- drafts ---- */

static uint16_t column(uint32_t col) {
    return (uint16_t)(col < UINT16_MAX ? col : UINT16_MAX);
}

static Position position_of(const Location *loc) {
    if (!loc) return (Position){0, 0, UINT16_MAX, UINT16_MAX};
    return (Position){loc->lineno, loc->end_lineno, column(loc->col), column(loc->end_col)};
}

static void ends_flow(Unit *u, enum opcode op) {
    switch (op) {
    case OP_JUMP:
    case OP_LOOP:
    case OP_RETURN:
    case OP_RETURN_NONE:
    case OP_RAISE:
    case OP_RAISE_FROM:
    case OP_RAISE_AGAIN:
    case OP_RERAISE:
    case OP_NOT_YET: u->dead = true; break;
    default: break;
    }
}

/* The highest temporary an instruction writes counts too, even when it is never pushed. */
static void note_register(Unit *u, uint32_t r) {
    if (r >= u->named && r - u->named + 1 > u->max_depth) u->max_depth = r - u->named + 1;
}

/* How many registers from a on an instruction writes as a run, beyond the first. */
static uint32_t run_tail(const Instr *i) {
    switch (i->op) {
    case OP_LOAD_METHOD:
    case OP_LOAD_SPECIAL:
    case OP_CHECK_STAR_MATCH: return 1;
    case OP_EXC_TRIPLE: return 2;
    case OP_UNPACK: return i->c ? i->c - 1u : 0;
    case OP_UNPACK_EX: return (i->c & 255u) + (i->c >> 8);
    default: return 0;
    }
}

static void add_draft(Compiler *c, const Location *loc, Instr instr, Label target) {
    Unit *u = c->unit;
    if (c->failed || u->dead || !GROW(c, u, drafts)) return;
    u->drafts[u->ndrafts++] = (Draft){instr, position_of(loc), target, 0};
    const char *kinds = opcode_info[instr.op].operands;
    if (kinds[0] == 'D' || kinds[0] == 'R') note_register(u, instr.a + run_tail(&instr));
    if (instr.op >= OP_CALL && instr.op <= OP_CALL_EX) note_register(u, instr.c);
    if (target != LABEL_NONE) u->labels[target].uses++;
    ends_flow(u, instr.op);
}

void emit(Compiler *c, const Location *loc, enum opcode op, uint32_t a, uint32_t b, uint32_t field_c) {
    add_draft(c, loc, (Instr){(uint16_t)op, (uint16_t)a, (uint16_t)b, (uint16_t)field_c}, LABEL_NONE);
}

void emit_wide(Compiler *c, const Location *loc, enum opcode op, uint32_t a, uint32_t wide) {
    emit(c, loc, op, a, wide & 0xFFFF, wide >> 16);
}

/* EXT may follow an instruction that ends nothing, so it is never dead by itself. */
void emit_ext(Compiler *c, const Location *loc, uint32_t a, uint32_t b) {
    emit(c, loc, OP_EXT, a, b, 0);
}

void emit_jump(Compiler *c, const Location *loc, enum opcode op, uint32_t a, uint32_t b, Label target) {
    if (c->failed) return;
    add_draft(c, loc, (Instr){(uint16_t)op, (uint16_t)a, (uint16_t)b, 0}, target);
}

static void begin_line(Compiler *c, uint32_t line, bool own) {
    if (c->flags & COMPILE_LIBRARY) return;
    Location loc = {line, UINT16_MAX, line, UINT16_MAX};
    emit_wide(c, &loc, OP_LINE, own, trace_place(c->flags >> COMPILE_FILE_SHIFT, line));
}

void emit_line(Compiler *c, uint32_t line) {
    begin_line(c, line, false);
}

void emit_end(Compiler *c, const Location *loc) {
    emit(c, loc, OP_RETURN_NONE, 1, 0, 0);
}

void emit_own_line(Compiler *c, uint32_t line) {
    begin_line(c, line, true);
}

/* ---- labels ---- */

Label label_new(Compiler *c) {
    Unit *u = c->unit;
    if (c->failed || !GROW(c, u, labels)) return 0;
    u->labels[u->nlabels] = (LabelPlace){UINT32_MAX, 0};
    return u->nlabels++;
}

void label_here(Compiler *c, Label label) {
    Unit *u = c->unit;
    if (c->failed) return;
    u->labels[label].at = u->ndrafts;
    if (u->labels[label].uses) u->dead = false;
}

bool label_used(Compiler *c, Label label) {
    return !c->failed && c->unit->labels[label].uses > 0;
}

/* ---- protected ranges and blocks ---- */

void add_row(Compiler *c, uint32_t start, Label target, Reg depth, Reg reg) {
    Unit *u = c->unit;
    if (c->failed || start >= u->ndrafts || !GROW(c, u, rows)) return;
    u->rows[u->nrows++] = (DraftHandler){start, u->ndrafts, target, (uint16_t)depth, (uint16_t)reg};
    u->labels[target].uses++;
    note_register(u, reg);
}

/* CPython's CO_MAXBLOCKS. */
#define BLOCKS_MAX 21u

void block_push(Compiler *c, Block *block, enum block_kind kind, const Location *loc) {
    Unit *u = c->unit;
    *block = (Block){.outer = u->block, .kind = kind, .exit = LABEL_NONE, .again = LABEL_NONE, .reg = temp_next(c)};
    block->row_start = UINT32_MAX;
    block->handler = LABEL_NONE;
    if (loc) block->loc = *loc;
    if (u->nblocks >= BLOCKS_MAX && loc) compile_error(c, loc, "too many statically nested blocks");
    u->nblocks++;
    u->block = block;
}

void block_protect(Compiler *c, Block *block, Label handler, Reg depth, Reg reg) {
    block->handler = handler;
    block->handler_depth = depth;
    block->handler_reg = reg;
    block->row_start = c->unit->ndrafts;
}

void block_row_close(Compiler *c, Block *block) {
    if (block->handler != LABEL_NONE && block->row_start != UINT32_MAX)
        add_row(c, block->row_start, block->handler, block->handler_depth, block->handler_reg);
    block->row_start = UINT32_MAX;
}

void block_row_open(Compiler *c, Block *block) {
    if (block->handler != LABEL_NONE) block->row_start = c->unit->ndrafts;
}

void block_pop(Compiler *c, Block *block) {
    block_row_close(c, block);
    c->unit->block = block->outer;
    c->unit->nblocks--;
}

/* ---- tables ---- */

static uint32_t table_add(Compiler *c, NamesMap *map, Identifier ***items, uint32_t *count, uint32_t *capacity,
                          Identifier *name, bool shared) {
    uintptr_t known;
    if (c->failed || !name) return 0;
    if (shared && names_map_get(map, name, &known)) return (uint32_t)known;
    if (*count > UINT16_MAX) {
        Location loc = {c->unit->first_line, 0, c->unit->first_line, 0};
        compile_not_yet(c, &loc, "code with more than 65536 names");
        return 0;
    }
    if (!array_grow(c, (void **)items, *count, capacity, sizeof **items)) return 0;
    if (shared && !names_map_set(c->vm->mem, map, name, *count)) {
        compile_no_memory(c);
        return 0;
    }
    (*items)[*count] = name;
    return (*count)++;
}

uint32_t name_add(Compiler *c, Identifier *name) {
    Unit *u = c->unit;
    return table_add(c, &u->name_map, &u->names, &u->nnames, &u->names_capacity, name, true);
}

/* Sites are caches, best not shared; a huge code object shares them rather than fail. */
#define SITES_PLENTY 50000u

uint32_t site_add(Compiler *c, Identifier *name, bool shared) {
    Unit *u = c->unit;
    return table_add(c, &u->site_map, &u->sites, &u->nsites, &u->sites_capacity, name,
                     shared || u->nsites > SITES_PLENTY);
}

/* ---- beginning and end ---- */

Unit *unit_begin(Compiler *c, Scope *scope, Str *name, uint32_t flags, uint32_t first_line) {
    if (c->failed || !scope) return NULL;
    Unit *u = mem_zalloc(c->vm->mem, sizeof *u);
    if (!u) {
        compile_no_memory(c);
        return NULL;
    }
    u->outer = c->unit;
    u->scope = u->names_in = scope;
    u->name = name;
    obj_retain(name);
    u->flags = flags | (scope->nested ? (uint32_t)CODE_NESTED : 0u);
    if (c->flags & COMPILE_LINES) u->flags |= CODE_LINES;
    if (c->flags & COMPILE_LIBRARY) u->flags |= CODE_LIBRARY;
    u->first_line = first_line;
    u->doc = VALUE_NULL;
    c->unit = u;
    assign_registers(c, u);
    if (c->failed) return u;
    share_registers(c, u, scope);
    u->class_cell = class_cell_register(u);
    bind_parameters(c, u);
    make_cells(c, u);
    return u;
}

static void free_array(Compiler *c, void *items, uint32_t capacity, size_t size) {
    if (items) mem_free(c->vm->mem, items, capacity * size);
}
#define FREE(c, u, what) free_array((c), (u)->what, (u)->what##_capacity, sizeof *(u)->what)

static void unit_free(Compiler *c, Unit *u) {
    for (uint32_t i = 0; i < u->nconsts; i++) value_release(c->vm, u->consts[i]);
    FREE(c, u, drafts);
    FREE(c, u, labels);
    FREE(c, u, rows);
    FREE(c, u, consts);
    FREE(c, u, names);
    FREE(c, u, sites);
    FREE(c, u, attributes);
    free_array(c, u->const_index, u->const_index_size, sizeof *u->const_index);
    free_array(c, u->registers, u->bound_capacity, sizeof *u->registers);
    free_array(c, u->bound, u->bound_capacity + 1, 1);
    free_array(c, u->bound_log, u->bound_capacity + 1, sizeof *u->bound_log);
    names_map_free(c->vm->mem, &u->name_map);
    names_map_free(c->vm->mem, &u->site_map);
    value_release(c->vm, u->doc);
    obj_release(c->vm, u->name);
    obj_release(c->vm, u->qualname);
    mem_free(c->vm->mem, u, sizeof *u);
}

Code *unit_end(Compiler *c) {
    Unit *u = c->unit;
    Code *code = c->failed ? NULL : unit_assemble(c, u);
    c->unit = u->outer;
    unit_free(c, u);
    return code;
}
