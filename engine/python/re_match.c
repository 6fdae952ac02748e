/* re_match.c: runs a program of a regular expression on text: backtracking, with a stack of its own on the heap.
 *
 * The stack holds choices (where to go on when this way fails) and, between them, what has been overwritten since:
 * marks and counters are restored while the stack is taken down. A look-around or atomic group leaves a barrier; when
 * its body has matched, the choices above the barrier go and the restorations stay. Nothing recurses and nothing runs
 * for long: matcher_run stops after some steps and goes on when it is called again.
 */
#include "re.h"

enum backtrack_kind {
    BACK_CHOICE,  /* go on: at a, from b */
    BACK_GREEDY,  /* the same from c - 1, c - 2, ... b */
    BACK_LAZY,    /* the repeat at a may take one more from b, and c - 1 more after it */
    BACK_LOOP,    /* the lazy loop at a may begin its body at b */
    BACK_MARK,    /* mark a was b, the last group c */
    BACK_COUNTER, /* counter a was b, its last place c */
    BACK_BARRIER, /* a look-around or atomic group: its op's place a, the text's place b, the outer barrier c */
};

static inline uint32_t char_at(const Matcher *m, uint32_t i) {
    return m->width == 1   ? m->data[i]
           : m->width == 2 ? ((const uint16_t *)(const void *)m->data)[i]
                           : ((const uint32_t *)(const void *)m->data)[i];
}

/* Going over characters that match one by one is cheap, but not free. */
#define CHARACTERS_PER_STEP 8

/* ---- one character */

static bool set_items(const uint32_t *op, uint32_t code) {
    const uint32_t *pair = op + 11;
    for (uint32_t n = op[10]; n > 0; n--, pair += 2) {
        if (pair[0] == RE_CATEGORY ? re_in_category(code, pair[1]) : code >= pair[0] && code <= pair[1]) return true;
    }
    return false;
}

static bool set_has(const uint32_t *op, uint32_t code) {
    if (code < 256) return (op[2 + code / 32] >> code % 32 & 1) != 0;
    bool has = set_items(op, code);
    uint32_t state = 0, variant;
    while (!has && (op[1] & SET_FOLDED) && re_variant(code, &state, &variant)) has = set_items(op, variant);
    return has != ((op[1] & SET_NEGATED) != 0);
}

static inline bool one_matches(const uint32_t *op, uint32_t code) {
    switch (op[0]) {
    case RE_OP_CHAR: return code == op[1];
    case RE_OP_NOT_CHAR: return code != op[1];
    case RE_OP_CHAR_I: return re_fold(code, (enum re_fold)op[2]) == op[1];
    case RE_OP_NOT_CHAR_I: return re_fold(code, (enum re_fold)op[2]) != op[1];
    case RE_OP_ANY: return code != '\n';
    case RE_OP_ANY_ALL: return true;
    default: return set_has(op, code);
    }
}

/* How many characters from `at` on match, at most `max`. */
static uint32_t count_ones(const Matcher *m, const uint32_t *op, uint32_t at, uint32_t max) {
    uint32_t limit = max < m->end - at ? at + max : m->end, i = at;
    if (op[0] == RE_OP_ANY_ALL) return limit - at;
    if (m->width == 1 && op[0] == RE_OP_SET) {
        while (i < limit && (op[2 + m->data[i] / 32] >> m->data[i] % 32 & 1)) i++;
        return i - at;
    }
    while (i < limit && one_matches(op, char_at(m, i))) i++;
    return i - at;
}

static bool is_word_at(const Matcher *m, uint32_t i, bool ascii) {
    return re_in_category(char_at(m, i), CATEGORY_WORD | (ascii ? CATEGORY_ASCII : 0u));
}

static bool at_boundary(const Matcher *m, uint32_t at, bool ascii) {
    bool before = at > 0 && is_word_at(m, at - 1, ascii), after = at < m->end && is_word_at(m, at, ascii);
    return before != after;
}

static bool at_matches(const Matcher *m, uint32_t which, uint32_t at) {
    bool ascii = (which & AT_ASCII) != 0;
    switch (which & 7) {
    case AT_START: return at == 0;
    case AT_LINE_START: return at == 0 || char_at(m, at - 1) == '\n';
    case AT_END: return at == m->end || (at + 1 == m->end && char_at(m, at) == '\n');
    case AT_LINE_END: return at == m->end || char_at(m, at) == '\n';
    case AT_VERY_END: return at == m->end;
    case AT_BOUNDARY: return at_boundary(m, at, ascii);
    default: return !at_boundary(m, at, ascii);
    }
}

/* ---- the stack */

static bool grow(Vm *vm, Matcher *m) {
    uint32_t capacity = m->capacity == 0 ? 32 : m->capacity * 2;
    if (capacity > UINT32_MAX / 2 / sizeof(Backtrack)) return raise_no_memory(vm) != VALUE_NULL;
    Backtrack *stack = mem_realloc(vm->mem, m->stack, m->capacity * sizeof(Backtrack), capacity * sizeof(Backtrack));
    if (stack == NULL) return raise_no_memory(vm) != VALUE_NULL;
    m->stack = stack;
    m->capacity = capacity;
    return true;
}

static inline bool push(Vm *vm, Matcher *m, uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
    if (m->depth == m->capacity && !grow(vm, m)) return false;
    m->stack[m->depth++] = (Backtrack){kind, a, b, c};
    return true;
}

static void restore(Matcher *m, const Backtrack *e) {
    if (e->kind == BACK_MARK) {
        m->marks[e->a] = e->b;
        m->last_group = e->c;
    } else if (e->kind == BACK_COUNTER) {
        m->marks[e->a] = e->b;
        m->marks[e->a + 1] = e->c;
    }
}

static bool set_mark(Vm *vm, Matcher *m, uint32_t mark) {
    if (!push(vm, m, BACK_MARK, mark, m->marks[mark], m->last_group)) return false;
    m->marks[mark] = m->at;
    if (mark & 1) m->last_group = mark / 2;
    return true;
}

static bool set_counter(Vm *vm, Matcher *m, uint32_t counter, uint32_t count, uint32_t last) {
    if (!push(vm, m, BACK_COUNTER, counter, m->marks[counter], m->marks[counter + 1])) return false;
    m->marks[counter] = count;
    m->marks[counter + 1] = last;
    return true;
}

static uint32_t counter_place(const Matcher *m, uint32_t loop) {
    return 2 * (m->program->groups + 1) + 2 * loop;
}

/* The body of a look-ahead or atomic group has matched: its choices go. */
static void drop_choices(Matcher *m) {
    uint32_t from = m->barrier - 1, to = from;
    m->barrier = m->stack[from].c;
    for (uint32_t i = from + 1; i < m->depth; i++) {
        if (m->stack[i].kind == BACK_MARK || m->stack[i].kind == BACK_COUNTER) m->stack[to++] = m->stack[i];
    }
    m->depth = to;
}

/* The body of a negative look-around has matched: all that it did is undone. */
static void drop_body(Matcher *m) {
    while (m->depth > m->barrier) restore(m, &m->stack[--m->depth]);
    m->barrier = m->stack[--m->depth].c;
}

/* ---- operations: each goes on (1), fails (0) or has no memory (-1) */

static int run_repeat(Vm *vm, Matcher *m, const uint32_t *op) {
    const uint32_t *one = op + 4;
    uint32_t min = op[2], kind = op[1], behind = m->ip + 4 + re_op_length(one);
    uint32_t n = count_ones(m, one, m->at, kind == REPEAT_LAZY ? min : op[3]);
    m->left -= (int64_t)n / CHARACTERS_PER_STEP;
    if (n < min) return 0;
    bool ok = true;
    if (kind == REPEAT_GREEDY && n > min) ok = push(vm, m, BACK_GREEDY, behind, m->at + min, m->at + n);
    if (kind == REPEAT_LAZY && op[3] > min) ok = push(vm, m, BACK_LAZY, m->ip, m->at + n, op[3] - min);
    m->at += n;
    m->ip = behind;
    return ok ? 1 : -1;
}

static int enter_body(Vm *vm, Matcher *m, uint32_t ip, bool forced) {
    const uint32_t *op = m->program->code + ip;
    uint32_t counter = counter_place(m, op[1]);
    uint32_t last = forced ? m->marks[counter + 1] : m->at;
    m->ip = ip + 6;
    return set_counter(vm, m, counter, m->marks[counter] + 1, last) ? 1 : -1;
}

static int run_loop(Vm *vm, Matcher *m, const uint32_t *op) {
    uint32_t counter = counter_place(m, op[1]), count = m->marks[counter], ip = m->ip, exit = ip + 5 + op[5];
    if (count < op[3]) return enter_body(vm, m, ip, true);
    if (op[2]) {
        m->ip = exit;
        return push(vm, m, BACK_LOOP, ip, m->at, 0) ? 1 : -1;
    }
    if (count >= op[4] || m->at == m->marks[counter + 1]) { /* MAX_UNTIL: a body that took nothing is not run again */
        m->ip = exit;
        return 1;
    }
    return push(vm, m, BACK_CHOICE, exit, m->at, 0) ? enter_body(vm, m, ip, false) : -1;
}

static int run_look(Vm *vm, Matcher *m, const uint32_t *op) {
    uint32_t back = op[2], behind = m->ip + 3 + op[3];
    if (back > m->at) {
        m->ip = behind;
        return op[1] & LOOK_NOT ? 1 : 0;
    }
    if (!push(vm, m, BACK_BARRIER, m->ip, m->at, m->barrier)) return -1;
    m->barrier = m->depth;
    m->at -= back;
    m->ip += 4;
    return 1;
}

static int run_look_end(Matcher *m) {
    const Backtrack *barrier = &m->stack[m->barrier - 1];
    uint32_t kind = m->program->code[barrier->a + 1], at = barrier->b;
    if (kind & LOOK_NOT) {
        drop_body(m);
        return 0;
    }
    drop_choices(m);
    if (kind != LOOK_ATOMIC) m->at = at;
    m->ip++;
    return 1;
}

static int run_backref(Matcher *m, const uint32_t *op) {
    uint32_t from = m->marks[2 * op[1]], to = m->marks[2 * op[1] + 1];
    if (from == RE_UNSET || to == RE_UNSET || to < from || to - from > m->end - m->at) return 0;
    enum re_fold fold = (enum re_fold)op[2];
    for (uint32_t i = from; i < to; i++) {
        uint32_t a = char_at(m, i), b = char_at(m, m->at + i - from);
        if (a != b && (fold == FOLD_NONE || re_fold(a, fold) != re_fold(b, fold))) return 0;
    }
    m->at += to - from;
    m->ip += 3;
    return 1;
}

static int run_match(Matcher *m) {
    if (m->mode == RE_WHOLE && m->at != m->end) return 0;
    if (m->must_advance && m->at == m->start) return 0;
    m->marks[0] = m->start;
    m->marks[1] = m->at;
    return 2;
}

static int run_other(Vm *vm, Matcher *m, const uint32_t *op) {
    switch (op[0]) {
    case RE_OP_MATCH: return run_match(m);
    case RE_OP_LOOP_INIT: m->ip += 2; return set_counter(vm, m, counter_place(m, op[1]), 0, RE_UNSET) ? 1 : -1;
    case RE_OP_LOOP: return run_loop(vm, m, op);
    case RE_OP_LOOK: return run_look(vm, m, op);
    case RE_OP_LOOK_END: return run_look_end(m);
    case RE_OP_BACKREF: return run_backref(m, op);
    case RE_OP_IF_GROUP: m->ip += m->marks[2 * op[1] + 1] == RE_UNSET ? 2 + op[2] : 3; return 1;
    default: return 0;
    }
}

static inline int run_op(Vm *vm, Matcher *m) {
    const uint32_t *op = m->program->code + m->ip;
    switch (op[0]) {
    case RE_OP_CHAR:
    case RE_OP_NOT_CHAR:
    case RE_OP_CHAR_I:
    case RE_OP_NOT_CHAR_I:
    case RE_OP_ANY:
    case RE_OP_ANY_ALL:
    case RE_OP_SET:
        if (m->at >= m->end || !one_matches(op, char_at(m, m->at))) return 0;
        m->at++;
        m->ip += re_op_length(op);
        return 1;
    case RE_OP_AT: m->ip += 2; return at_matches(m, op[1], m->at);
    case RE_OP_SAVE: m->ip += 2; return set_mark(vm, m, op[1]) ? 1 : -1;
    case RE_OP_JUMP: m->ip += 1 + op[1]; return 1;
    case RE_OP_SPLIT: {
        uint32_t other = m->ip + 1 + op[1];
        m->ip += 2;
        return push(vm, m, BACK_CHOICE, other, m->at, 0) ? 1 : -1;
    }
    case RE_OP_SPLIT_TO: {
        uint32_t other = m->ip + 2;
        m->ip += 1 + op[1];
        return push(vm, m, BACK_CHOICE, other, m->at, 0) ? 1 : -1;
    }
    case RE_OP_REPEAT: return run_repeat(vm, m, op);
    default: return run_other(vm, m, op);
    }
}

/* ---- backtracking: 1 goes on, 0 this entry is done with, -1 no memory */

static int retry_greedy(Matcher *m, Backtrack *e) {
    const uint32_t *next = m->program->code + e->a;
    uint32_t at = e->c - 1;
    if (next[0] == RE_OP_CHAR) { /* where it cannot go on is passed over */
        while (at > e->b && (at >= m->end || char_at(m, at) != next[1])) at--;
        m->left -= (int64_t)(e->c - at) / CHARACTERS_PER_STEP;
    }
    m->ip = e->a;
    m->at = at;
    e->c = at;
    if (at <= e->b) m->depth--;
    return 1;
}

static int retry_lazy(Matcher *m, Backtrack *e) {
    const uint32_t *one = m->program->code + e->a + 4;
    if (e->c == 0 || e->b >= m->end || !one_matches(one, char_at(m, e->b))) {
        m->depth--;
        return 0;
    }
    m->at = ++e->b;
    if (e->c != RE_UNLIMITED) e->c--;
    m->ip = e->a + 4 + re_op_length(one);
    return 1;
}

static int retry_loop(Vm *vm, Matcher *m, const Backtrack *e) {
    const uint32_t *op = m->program->code + e->a;
    uint32_t counter = counter_place(m, op[1]);
    m->at = e->b;
    if (m->marks[counter] >= op[4] || m->at == m->marks[counter + 1]) return 0;
    return enter_body(vm, m, e->a, false);
}

static int retry_barrier(Matcher *m, const Backtrack *e) {
    const uint32_t *op = m->program->code + e->a;
    m->barrier = e->c;
    if (!(op[1] & LOOK_NOT)) return 0;
    m->at = e->b;
    m->ip = e->a + 3 + op[3];
    return 1;
}

static int backtrack(Vm *vm, Matcher *m) {
    while (m->depth > 0) {
        Backtrack *top = &m->stack[m->depth - 1];
        int go = 0;
        if (top->kind == BACK_GREEDY) {
            go = retry_greedy(m, top);
        } else if (top->kind == BACK_LAZY) {
            go = retry_lazy(m, top);
        } else {
            Backtrack e = *top;
            m->depth--;
            if (e.kind == BACK_CHOICE) {
                m->ip = e.a;
                m->at = e.b;
                return 1;
            }
            if (e.kind == BACK_LOOP)
                go = retry_loop(vm, m, &e);
            else if (e.kind == BACK_BARRIER)
                go = retry_barrier(m, &e);
            else
                restore(m, &e);
        }
        if (go != 0) return go;
    }
    return 0;
}

/* ---- searching */

static void begin(Matcher *m) {
    uint32_t n = 2 * (m->program->groups + 1);
    for (uint32_t i = 0; i < n; i++) m->marks[i] = RE_UNSET;
    m->ip = m->depth = m->barrier = m->last_group = 0;
    m->at = m->start;
    m->running = true;
}

static bool can_begin(const Matcher *m, uint32_t code) {
    const Program *p = m->program;
    return code < 256 ? (p->first[code / 32] >> code % 32 & 1) != 0 : p->first_others;
}

/* Moves `start` to the next place where a match can begin; false: there is none. */
static bool find_start(Matcher *m) {
    const Program *p = m->program;
    if (p->min_width > m->end - m->start) return false;
    if (m->mode != RE_SEARCH || !p->has_first) return true;
    uint32_t i = m->start;
    while (i < m->end && !can_begin(m, char_at(m, i))) i++;
    if (i != m->start) m->must_advance = false;
    m->start = i;
    return i < m->end;
}

/* This start has failed. */
static bool move_on(Matcher *m) {
    m->running = false;
    m->must_advance = false;
    if (m->mode != RE_SEARCH || m->start >= m->end) return false;
    m->start++;
    return true;
}

enum re_outcome matcher_run(Vm *vm, Matcher *m, uint32_t steps) {
    m->left = steps;
    for (;;) {
        if (!m->running) {
            if (m->start > m->end || !find_start(m)) return RE_FAILED;
            begin(m);
        }
        int go = 1;
        while (go == 1) {
            if (m->left-- <= 0) return RE_MORE;
            go = run_op(vm, m);
            if (go == 0) go = backtrack(vm, m);
        }
        if (go < 0) return RE_ERROR;
        if (go == 2) break;
        if (!move_on(m)) return RE_FAILED;
    }
    m->running = false;
    return RE_MATCHED;
}

void matcher_next(Matcher *m) {
    m->must_advance = m->marks[1] == m->marks[0];
    m->start = m->marks[1];
}

bool matcher_init(Vm *vm, Matcher *m, const Program *program, const unsigned char *data, uint32_t width, uint32_t start,
                  uint32_t end, enum re_mode mode) {
    *m = (Matcher){.program = program, .data = data, .width = width, .start = start, .end = end, .mode = mode};
    m->marks = mem_alloc(vm->mem, 2 * (program->groups + 1 + program->loops) * sizeof *m->marks);
    return m->marks != NULL || raise_no_memory(vm) != VALUE_NULL;
}

void matcher_free(Vm *vm, Matcher *m) {
    if (m->marks != NULL)
        mem_free(vm->mem, m->marks, 2 * (m->program->groups + 1 + m->program->loops) * sizeof *m->marks);
    if (m->stack != NULL) mem_free(vm->mem, m->stack, m->capacity * sizeof(Backtrack));
    m->marks = NULL;
    m->stack = NULL;
    m->capacity = 0;
}
