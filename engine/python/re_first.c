/* re_first.c: with which characters a match of a regular expression can begin, so that a search passes over the others.
 */
#include "re.h"

enum { WAYS_MAX = 64 };

typedef struct Walk {
    Program *program;
    uint32_t ways[WAYS_MAX]; /* places still to be looked at, and behind them those that were */
    uint32_t count, done;
} Walk;

static bool add_way(Walk *w, uint32_t ip) {
    for (uint32_t i = 0; i < w->count; i++)
        if (w->ways[i] == ip) return true;
    if (w->count == WAYS_MAX) return false;
    w->ways[w->count++] = ip;
    return true;
}

static void add_character(Program *p, uint32_t c) {
    if (c < 256)
        p->first[c / 32] |= 1u << c % 32;
    else
        p->first_others = true;
}

static void add_others(Program *p, const uint32_t *op) {
    bool negated = op[0] != RE_OP_CHAR && op[0] != RE_OP_CHAR_I,
         folded = op[0] == RE_OP_CHAR_I || op[0] == RE_OP_NOT_CHAR_I;
    p->first_others = p->first_others || negated || folded;
    for (uint32_t c = 0; c < 256; c++) {
        uint32_t mine = folded ? re_fold(c, (enum re_fold)op[2]) : c;
        if ((mine == op[1]) != negated) add_character(p, c);
    }
}

static void add_one(Program *p, const uint32_t *op) {
    switch (op[0]) {
    case RE_OP_CHAR: add_character(p, op[1]); break;
    case RE_OP_SET:
        for (uint32_t i = 0; i < 8; i++) p->first[i] |= op[2 + i];
        p->first_others = p->first_others || op[10] > 0 || (op[1] & SET_NEGATED);
        break;
    case RE_OP_ANY:
    case RE_OP_ANY_ALL:
        memset(p->first, 0xFF, sizeof p->first);
        p->first_others = true;
        break;
    default: add_others(p, op); break;
    }
}

/* False: anything can begin it, or nothing needs to. */
static bool look_at(Walk *w, uint32_t ip) {
    const uint32_t *op = w->program->code + ip;
    uint32_t behind = ip + re_op_length(op);
    switch (op[0]) {
    case RE_OP_AT:
    case RE_OP_SAVE:
    case RE_OP_LOOP_INIT: return add_way(w, behind);
    case RE_OP_JUMP: return add_way(w, ip + 1 + op[1]);
    case RE_OP_SPLIT:
    case RE_OP_SPLIT_TO: return add_way(w, behind) && add_way(w, ip + 1 + op[1]);
    case RE_OP_REPEAT: add_one(w->program, op + 4); return op[2] > 0 || add_way(w, behind + re_op_length(op + 4));
    case RE_OP_LOOP: return add_way(w, behind) && add_way(w, ip + 5 + op[5]); /* the body may take nothing */
    case RE_OP_LOOK:
        if (op[1] == LOOK_ATOMIC) return add_way(w, behind);
        return add_way(w, ip + 3 + op[3]);
    case RE_OP_LOOK_END: return add_way(w, behind);
    case RE_OP_FAIL: return true;
    case RE_OP_MATCH:
    case RE_OP_BACKREF:
    case RE_OP_IF_GROUP: return false;
    default: add_one(w->program, op); return true;
    }
}

void re_find_first(Program *program) {
    Walk w = {.program = program, .count = 1};
    program->has_first = true;
    while (program->has_first && w.done < w.count) program->has_first = look_at(&w, w.ways[w.done++]);
}
