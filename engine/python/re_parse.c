/* re_parse.c: compiles regular expressions in one pass. Errors, with their positions, are those of CPython's
 * re._parser, whose order of checks this follows.
 */
#include "guard.h"
#include "re_private.h"
#include "text.h"

#include <stdlib.h>

/* ---- the text */

void re_next(Parser *p) {
    const Str *s = p->source;
    p->next = p->index < s->length ? (int64_t)str_at(s, p->index) : NO_CHARACTER;
    p->escaped = p->next == '\\';
    if (p->next == NO_CHARACTER) return;
    p->index++;
    if (!p->escaped) return;
    if (p->index == s->length) { /* the tokenizer meets it before the parser does */
        p->bad_end = true;
        return;
    }
    p->next = str_at(s, p->index++);
}

uint32_t re_tell(const Parser *p) {
    return p->next == NO_CHARACTER ? p->index : p->index - 1 - (p->escaped ? 1 : 0);
}

void re_seek(Parser *p, uint32_t index) {
    p->index = index;
    re_next(p);
}

bool re_is_next(const Parser *p, uint32_t c) {
    return p->next == (int64_t)c && !p->escaped;
}

bool re_accept(Parser *p, uint32_t c) {
    if (!re_is_next(p, c)) return false;
    re_next(p);
    return true;
}

/* An error `back` characters before the next token. */
bool re_error_text(Parser *p, int64_t back, Str *text) {
    return re_raise(p->vm, text, p->pattern, (int64_t)re_tell(p) - back);
}

bool re_error(Parser *p, int64_t back, const char *text) {
    return re_error_text(p, back, str_new(p->vm, text));
}

/* An error about the text that stands from `from` up to the next token. */
bool re_error_about(Parser *p, const char *format, uint32_t from) {
    uint32_t to = re_tell(p);
    Str *part = str_slice(p->vm, p->source, from, to);
    Str *text = part == NULL ? NULL : str_format(p->vm, format, part);
    obj_release(p->vm, part);
    return re_error_text(p, to - from, text);
}

/* A backslash that ends the pattern is an error as soon as the parser comes near it. */
bool re_check_end(Parser *p) {
    if (!p->bad_end) return true;
    return re_raise(p->vm, str_new(p->vm, "bad escape (end of pattern)"), p->pattern, (int64_t)p->source->length - 1);
}

/* ---- the program */

bool re_emit(Parser *p, uint32_t word) {
    Program *g = p->program;
    if (g->length == g->capacity) {
        uint32_t capacity = g->capacity == 0 ? 32 : g->capacity * 2;
        if (capacity > INT32_MAX / sizeof(uint32_t)) return raise_no_memory(p->vm) != VALUE_NULL;
        uint32_t *code = mem_realloc(p->vm->mem, g->code, g->capacity * sizeof *code, capacity * sizeof *code);
        if (code == NULL) return raise_no_memory(p->vm) != VALUE_NULL;
        g->code = code;
        g->capacity = capacity;
    }
    g->code[g->length++] = word;
    return true;
}

bool re_emit2(Parser *p, uint32_t op, uint32_t operand) {
    return re_emit(p, op) && re_emit(p, operand);
}

/* Makes room for n words at `at`. */
static bool insert(Parser *p, uint32_t at, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (!re_emit(p, 0)) return false;
    uint32_t *code = p->program->code;
    memmove(code + at + n, code + at, (p->program->length - n - at) * sizeof *code);
    return true;
}

/* The word at `at` becomes a jump to the end of the program. */
static void land(Parser *p, uint32_t at) {
    p->program->code[at] = p->program->length - at;
}

uint32_t re_op_length(const uint32_t *code) {
    switch (code[0]) {
    case RE_OP_CHAR:
    case RE_OP_NOT_CHAR:
    case RE_OP_AT:
    case RE_OP_SAVE:
    case RE_OP_JUMP:
    case RE_OP_SPLIT:
    case RE_OP_SPLIT_TO:
    case RE_OP_LOOP_INIT: return 2;
    case RE_OP_CHAR_I:
    case RE_OP_NOT_CHAR_I:
    case RE_OP_BACKREF:
    case RE_OP_IF_GROUP: return 3;
    case RE_OP_SET: return 11 + 2 * code[10];
    case RE_OP_REPEAT:
    case RE_OP_LOOK: return 4;
    case RE_OP_LOOP: return 6;
    default: return 1;
    }
}

static uint32_t add_widths(uint32_t a, uint32_t b) {
    return b > RE_UNLIMITED - a ? RE_UNLIMITED : a + b;
}

static uint32_t times_width(uint32_t width, uint32_t times) {
    if (width == 0 || times == 0) return 0;
    return times == RE_UNLIMITED || width > RE_UNLIMITED / times ? RE_UNLIMITED : width * times;
}

enum re_fold re_folding(const Parser *p) {
    if (!(p->flags & RE_IGNORECASE)) return FOLD_NONE;
    return p->flags & RE_UNICODE ? FOLD_UNICODE : FOLD_ASCII;
}

static bool one_character(Item *item, enum item_kind kind) {
    item->kind = kind;
    item->width = (Width){1, 1};
    return true;
}

bool re_emit_char(Parser *p, uint32_t c, bool negated, Item *item) {
    enum re_fold fold = re_folding(p);
    one_character(item, ITEM_ONE);
    if (!re_is_cased(c, fold)) return re_emit2(p, negated ? RE_OP_NOT_CHAR : RE_OP_CHAR, c);
    return re_emit2(p, negated ? RE_OP_NOT_CHAR_I : RE_OP_CHAR_I, re_fold(c, fold)) && re_emit(p, fold);
}

/* ---- groups */

static bool open_group(Parser *p, Str *name, uint32_t *number) {
    Vm *vm = p->vm;
    uint32_t n = ++p->program->groups;
    if (n >= p->group_capacity) {
        uint32_t capacity = p->group_capacity * 2 + 8;
        GroupState *groups =
            mem_realloc(vm->mem, p->groups, p->group_capacity * sizeof *groups, capacity * sizeof *groups);
        if (groups == NULL) return raise_no_memory(vm) != VALUE_NULL;
        p->groups = groups;
        p->group_capacity = capacity;
    }
    p->groups[n] = (GroupState){false, {0, 0}};
    *number = n;
    if (name == NULL) return true;
    Value known = dict_get(vm, p->names, obj_value(name));
    if (known == VALUE_NULL) return !error_is_set(vm) && dict_set(vm, p->names, obj_value(name), value_small(n));
    return re_error_text(
        p, (int64_t)name->length + 1,
        str_format(vm, "redefinition of group name %R as group %u; was group %V", obj_value(name), n, known));
}

static bool is_closed(const Parser *p, uint32_t group) {
    return group <= p->program->groups && p->groups[group].closed;
}

static bool check_lookbehind(Parser *p, uint32_t group) {
    if (p->lookbehind == 0) return true;
    if (!is_closed(p, group)) return re_error(p, 0, "cannot refer to an open group");
    if (group >= p->lookbehind)
        return re_error(p, 0, "cannot refer to group defined in the same lookbehind subpattern");
    return true;
}

/* A reference of `back` characters to a group that is there. */
bool re_emit_backref(Parser *p, uint32_t group, int64_t back, Item *item) {
    if (!is_closed(p, group)) return re_error(p, back, "cannot refer to an open group");
    if (!check_lookbehind(p, group)) return false;
    item->kind = ITEM_OTHER;
    item->width = p->groups[group].width;
    return re_emit2(p, RE_OP_BACKREF, group) && re_emit(p, re_folding(p));
}

static bool is_identifier(Parser *p, Str *name) {
    return str_isidentifier_method(p->vm, obj_value(name), NULL, 0, NULL) == VALUE_TRUE;
}

/* The text up to a terminator, which is passed. Owned; NULL: an error is set. */
static Str *name_until(Parser *p, uint32_t terminator, const char *what) {
    Vm *vm = p->vm;
    uint32_t from = re_tell(p), to;
    for (;;) {
        to = re_tell(p);
        if (p->next == NO_CHARACTER || re_is_next(p, terminator)) break;
        re_next(p);
        if (!re_check_end(p)) return NULL;
    }
    bool ended = p->next == NO_CHARACTER;
    if (!ended) re_next(p);
    if (to == from) {
        re_error_text(p, ended ? 0 : 1, str_format(vm, "missing %s", what));
    } else if (ended) {
        re_error_text(p, to - from, str_format(vm, "missing %c, unterminated name", (int)terminator));
    } else {
        return str_slice(vm, p->source, from, to);
    }
    return NULL;
}

/* A name in a group's head, checked. Owned. */
static Str *group_name(Parser *p, uint32_t terminator) {
    Str *name = name_until(p, terminator, "group name");
    if (name == NULL) return NULL;
    if (is_identifier(p, name) && (p->is_text || name->ascii)) return name;
    re_error_text(p, (int64_t)name->length + 1,
                  str_format(p->vm, p->is_text ? "bad character in group name %R" : "bad character in group name %A",
                             obj_value(name)));
    obj_release(p->vm, name);
    return NULL;
}

/* The number of a name; 0: an error is set. */
static uint32_t named_group(Parser *p, Str *name) {
    Value number = dict_get(p->vm, p->names, obj_value(name));
    if (number != VALUE_NULL) return (uint32_t)value_as_small(number);
    if (error_is_set(p->vm)) return 0;
    re_error_text(p, (int64_t)name->length + 1, str_format(p->vm, "unknown group name %R", obj_value(name)));
    return 0;
}

static bool named_backref(Parser *p, Item *item) {
    Str *name = group_name(p, ')');
    if (name == NULL) return false;
    uint32_t group = named_group(p, name);
    int64_t back = (int64_t)name->length + 1;
    obj_release(p->vm, name);
    return group != 0 && re_emit_backref(p, group, back, item);
}

/* ---- flags in the pattern */

static uint32_t flag_of(const Parser *p) {
    static const char letters[] = "iLmsxau";
    static const uint16_t flags[] = {RE_IGNORECASE, RE_LOCALE, RE_MULTILINE, RE_DOTALL,
                                     RE_VERBOSE,    RE_ASCII,  RE_UNICODE};
    if (p->next == NO_CHARACTER || p->escaped || p->next == 0 || p->next > 127) return 0;
    const char *found = strchr(letters, (int)p->next);
    return found == NULL ? 0 : flags[found - letters];
}

static bool is_alpha_next(const Parser *p) {
    return !p->escaped && re_in_category((uint32_t)p->next, CATEGORY_WORD) && p->next != '_' &&
           !re_in_category((uint32_t)p->next, CATEGORY_DIGIT);
}

/* What stands where a flag should: passed over, as its error is told from behind it. */
static bool no_flag(Parser *p, const char *otherwise) {
    if (p->next == NO_CHARACTER) return re_error(p, 0, otherwise);
    uint32_t length = p->escaped ? 2 : 1;
    bool alpha = is_alpha_next(p);
    re_next(p);
    return re_error(p, length, alpha ? "unknown flag" : otherwise);
}

static bool add_flags(Parser *p, uint32_t *add) {
    for (;;) {
        uint32_t flag = flag_of(p);
        if (flag == 0) return no_flag(p, "missing -, : or )");
        re_next(p);
        if (flag == RE_LOCALE && p->is_text)
            return re_error(p, 0, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (flag == RE_UNICODE && !p->is_text)
            return re_error(p, 0, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *add |= flag;
        if ((flag & RE_TYPE_FLAGS) && (*add & RE_TYPE_FLAGS) != flag)
            return re_error(p, 0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (re_is_next(p, ')') || re_is_next(p, '-') || re_is_next(p, ':')) return true;
    }
}

static bool remove_flags(Parser *p, uint32_t *remove) {
    if (p->next == NO_CHARACTER) return re_error(p, 0, "missing flag");
    if (flag_of(p) == 0) return no_flag(p, "missing flag");
    for (;;) {
        uint32_t flag = flag_of(p);
        if (flag == 0) return no_flag(p, "missing :");
        re_next(p);
        if (flag & RE_TYPE_FLAGS) return re_error(p, 0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        *remove |= flag;
        if (re_accept(p, ':')) return true;
    }
}

/* At the first flag or '-'. *global: they are for the whole pattern. */
static bool parse_flags(Parser *p, uint32_t *add, uint32_t *remove, bool *global) {
    *global = false;
    if (!re_is_next(p, '-') && !add_flags(p, add)) return false;
    if (re_accept(p, ')')) {
        *global = true;
        return true;
    }
    if (!re_accept(p, ':')) {
        re_next(p);
        if (!remove_flags(p, remove)) return false;
    }
    if (*add & *remove) return re_error(p, 1, "bad inline flags: flag turned on and off");
    return true;
}

static uint32_t combined_flags(uint32_t flags, uint32_t add, uint32_t remove) {
    if (add & RE_TYPE_FLAGS) flags &= ~(uint32_t)RE_TYPE_FLAGS;
    return (flags | add) & ~remove;
}

/* ---- quantifiers */

static bool read_count(Parser *p, uint32_t *count, bool *given) {
    uint64_t n = 0;
    bool large = false;
    *given = false;
    while (p->next >= '0' && p->next <= '9' && !p->escaped) {
        n = n * 10 + (uint64_t)(p->next - '0');
        large = large || n >= RE_UNLIMITED;
        if (large) n = RE_UNLIMITED;
        *given = true;
        re_next(p);
    }
    *count = (uint32_t)n;
    return !large;
}

/* Behind '{': 1 a quantifier, 0 plain text, -1 an error. */
static int read_braces(Parser *p, uint32_t here, uint32_t *min, uint32_t *max) {
    if (re_is_next(p, '}')) return 0;
    bool given_min, given_max;
    uint32_t low, high;
    bool fits = read_count(p, &low, &given_min);
    bool range = re_accept(p, ',');
    if (range) {
        fits = read_count(p, &high, &given_max) && fits;
    } else {
        high = low;
        given_max = given_min;
    }
    if (!re_accept(p, '}')) {
        re_seek(p, here);
        return 0;
    }
    if (!fits) {
        raise_error(p->vm, T_OverflowError, "the repetition number is too large");
        return -1;
    }
    *min = given_min ? low : 0;
    *max = given_max ? high : RE_UNLIMITED;
    if (*max >= *min) return 1;
    re_error(p, (int64_t)re_tell(p) - here, "min repeat greater than max repeat");
    return -1;
}

/* {[op] [loop] ...}: the item from `at` on is a loop's body. */
static bool wrap_loop(Parser *p, uint32_t at, uint32_t min, uint32_t max, bool lazy) {
    uint32_t loop = p->program->loops++;
    if (!insert(p, at, 8) || !re_emit2(p, RE_OP_JUMP, 0)) return false;
    uint32_t *code = p->program->code, end = p->program->length;
    code[at] = RE_OP_LOOP_INIT;
    code[at + 1] = loop;
    code[at + 2] = RE_OP_LOOP;
    code[at + 3] = loop;
    code[at + 4] = lazy;
    code[at + 5] = min;
    code[at + 6] = max;
    code[at + 7] = end - (at + 7);
    code[end - 1] = at + 2 - (end - 1);
    return true;
}

static bool wrap_atomic(Parser *p, uint32_t at) {
    if (!insert(p, at, 4) || !re_emit(p, RE_OP_LOOK_END)) return false;
    uint32_t *code = p->program->code;
    code[at] = RE_OP_LOOK;
    code[at + 1] = LOOK_ATOMIC;
    code[at + 2] = 0;
    land(p, at + 3);
    return true;
}

static bool wrap_optional(Parser *p, uint32_t at, bool lazy) {
    if (!insert(p, at, 2)) return false;
    uint32_t *code = p->program->code;
    if (!lazy) {
        code[at] = RE_OP_SPLIT;
        land(p, at + 1);
        return true;
    }
    code[at] = RE_OP_SPLIT_TO;
    land(p, at + 1);
    return true;
}

/* As often as possible, with a body that never matches nothing. */
static bool wrap_star(Parser *p, uint32_t at) {
    if (!insert(p, at, 2) || !re_emit2(p, RE_OP_JUMP, 0)) return false;
    uint32_t *code = p->program->code, end = p->program->length;
    code[at] = RE_OP_SPLIT;
    land(p, at + 1);
    code[end - 1] = at - (end - 1);
    return true;
}

static bool wrap_plus(Parser *p, uint32_t at) {
    if (!re_emit2(p, RE_OP_SPLIT_TO, 0)) return false;
    uint32_t word = p->program->length - 1;
    p->program->code[word] = at - word;
    return true;
}

static bool wrap_many(Parser *p, uint32_t at, const Width *width, uint32_t min, uint32_t max, bool lazy) {
    if (min == 0 && max == 1) return wrap_optional(p, at, lazy);
    if (min == 1 && max == 1) return true;
    if (!lazy && max == RE_UNLIMITED && width->min > 0 && min <= 1)
        return min == 0 ? wrap_star(p, at) : wrap_plus(p, at);
    return wrap_loop(p, at, min, max, lazy);
}

static bool emit_repeat(Parser *p, uint32_t at, const Item *item, uint32_t min, uint32_t max, enum re_repeat kind) {
    if (max == 0) {
        p->program->length = at;
        return true;
    }
    if (item->kind == ITEM_ONE) {
        if (!insert(p, at, 4)) return false;
        uint32_t head[4] = {RE_OP_REPEAT, kind, min, max};
        memcpy(p->program->code + at, head, sizeof head);
        return true;
    }
    if (kind != REPEAT_POSSESSIVE) return wrap_many(p, at, &item->width, min, max, kind == REPEAT_LAZY);
    return wrap_atomic(p, at) && wrap_many(p, at, &item->width, min, max, false) && wrap_atomic(p, at);
}

/* At a quantifier, whose character is `c` (passed already). The last item, from `at` on, is repeated. */
static bool parse_repeat(Parser *p, uint32_t c, uint32_t at, Item *item, bool *plain) {
    uint32_t here = re_tell(p), min = c == '+' ? 1 : 0, max = c == '?' ? 1 : RE_UNLIMITED;
    if (c == '{') {
        int is = read_braces(p, here, &min, &max);
        *plain = is == 0;
        if (is <= 0) return is == 0;
    }
    int64_t back = (int64_t)re_tell(p) - here + 1;
    if (item->kind == ITEM_NONE || item->kind == ITEM_AT) return re_error(p, back, "nothing to repeat");
    if (item->kind == ITEM_REPEAT) return re_error(p, back, "multiple repeat");
    enum re_repeat kind = re_accept(p, '?') ? REPEAT_LAZY : re_accept(p, '+') ? REPEAT_POSSESSIVE : REPEAT_GREEDY;
    if (!emit_repeat(p, at, item, min, max, kind)) return false;
    item->kind = ITEM_REPEAT;
    item->width = (Width){times_width(item->width.min, min), times_width(item->width.max, max)};
    return true;
}

/* ---- what begins with a parenthesis */

static bool close_group(Parser *p, uint32_t start) {
    if (re_accept(p, ')')) return true;
    return re_error(p, (int64_t)re_tell(p) - start, "missing ), unterminated subpattern");
}

static bool parse_capture(Parser *p, uint32_t start, Str *name, bool verbose, Item *item) {
    uint32_t group = 0;
    if (!open_group(p, name, &group) || !re_emit2(p, RE_OP_SAVE, 2 * group)) return false;
    if (!re_parse_alternatives(p, verbose, true, &item->width) || !close_group(p, start)) return false;
    p->groups[group] = (GroupState){true, item->width};
    return re_emit2(p, RE_OP_SAVE, 2 * group + 1);
}

static bool parse_plain_group(Parser *p, uint32_t start, bool verbose, Item *item) {
    return re_parse_alternatives(p, verbose, true, &item->width) && close_group(p, start);
}

static bool parse_named(Parser *p, uint32_t start, bool verbose, Item *item) {
    Str *name = group_name(p, '>');
    if (name == NULL) return false;
    bool ok = parse_capture(p, start, name, verbose, item);
    obj_release(p->vm, name);
    return ok;
}

static bool parse_look(Parser *p, uint32_t start, bool verbose, bool behind, bool negated, Item *item) {
    uint32_t at = p->program->length, outer = p->lookbehind;
    if (!re_emit2(p, RE_OP_LOOK, LOOK_AHEAD | (negated ? LOOK_NOT : 0u)) || !re_emit2(p, 0, 0)) return false;
    if (behind && outer == 0) p->lookbehind = p->program->groups + 1;
    bool ok = re_parse_alternatives(p, verbose, true, &item->width);
    p->lookbehind = outer;
    if (!ok || !close_group(p, start) || !re_emit(p, RE_OP_LOOK_END)) return false;
    if (behind && item->width.min != item->width.max) p->variable_lookbehind = true;
    p->program->code[at + 2] = behind ? item->width.min : 0;
    land(p, at + 3);
    item->width = (Width){0, 0};
    return true;
}

/* A group that is asked for may come later: looked at when all are known. */
static bool remember_condition(Parser *p, Value number, int64_t position) {
    Vm *vm = p->vm;
    if (p->conditions == NULL && (p->conditions = dict_new(vm)) == NULL) return false;
    return dict_get(vm, p->conditions, number) != VALUE_NULL ||
           dict_set(vm, p->conditions, number, value_small(position));
}

static bool check_conditions(Parser *p) {
    uint32_t position = 0;
    Value number, place;
    while (p->conditions != NULL && dict_next(p->conditions, &position, &number, &place)) {
        if (value_as_small(number) > p->program->groups)
            return re_raise(p->vm, str_format(p->vm, "invalid group reference %V", number), p->pattern,
                            value_as_small(place));
    }
    return true;
}

/* The group's number; 0: an error is set. */
static uint32_t condition_group(Parser *p) {
    Vm *vm = p->vm;
    Str *name = name_until(p, ')', "group name");
    if (name == NULL) return 0;
    uint64_t number = 0;
    bool digits = true;
    for (uint32_t i = 0; i < name->length; i++) {
        uint32_t c = str_at(name, i);
        digits = digits && c - '0' < 10;
        if (digits && number < RE_UNLIMITED) number = number * 10 + (c - '0');
    }
    int64_t back = (int64_t)name->length + 1;
    if (!digits) {
        if (is_identifier(p, name) && (p->is_text || name->ascii))
            number = named_group(p, name);
        else
            re_error_text(p, back,
                          str_format(vm,
                                     p->is_text ? "bad character in group name %R" : "bad character in group name %A",
                                     obj_value(name)));
        if (error_is_set(vm)) number = 0;
    } else if (number == 0) {
        re_error(p, back, "bad group number");
    } else if (number >= INT32_MAX / 2) {
        re_error_text(p, back, str_format(vm, "invalid group reference %S", name));
        number = 0;
    } else if (!remember_condition(p, value_small((int64_t)number), (int64_t)re_tell(p) - back)) {
        number = 0;
    }
    obj_release(vm, name);
    return (uint32_t)number;
}

static bool parse_condition(Parser *p, uint32_t start, bool verbose, Item *item) {
    uint32_t group = condition_group(p);
    if (group == 0 || !check_lookbehind(p, group)) return false;
    Width no = {0, 0};
    if (!re_emit2(p, RE_OP_IF_GROUP, group) || !re_emit(p, 0)) return false;
    uint32_t at = p->program->length - 1;
    if (!re_parse_sequence(p, verbose, true, &item->width)) return false;
    if (re_accept(p, '|')) {
        if (!re_emit2(p, RE_OP_JUMP, 0)) return false;
        uint32_t over = p->program->length - 1;
        land(p, at);
        if (!re_parse_sequence(p, verbose, true, &no)) return false;
        if (re_is_next(p, '|')) return re_error(p, 0, "conditional backref with more than two branches");
        land(p, over);
    } else {
        land(p, at);
    }
    if (no.min < item->width.min) item->width.min = no.min;
    if (no.max > item->width.max) item->width.max = no.max;
    return close_group(p, start);
}

static bool parse_comment(Parser *p, uint32_t start) {
    for (;;) {
        if (p->next == NO_CHARACTER) return re_error(p, (int64_t)re_tell(p) - start, "missing ), unterminated comment");
        bool end = re_is_next(p, ')');
        re_next(p);
        if (!re_check_end(p)) return false;
        if (end) return true;
    }
}

static bool parse_flag_group(Parser *p, uint32_t start, bool *verbose, bool first, Item *item) {
    uint32_t add = 0, remove = 0, outer = p->flags;
    bool global;
    if (!parse_flags(p, &add, &remove, &global)) return false;
    if (global) {
        p->given |= add;
        if (!first) return re_error(p, (int64_t)re_tell(p) - start, "global flags not at the start of the expression");
        p->flags = combined_flags(p->flags, add, 0);
        *verbose = (p->given & RE_VERBOSE) != 0;
        item->kind = ITEM_SKIPPED;
        return true;
    }
    p->flags = combined_flags(outer, add, remove);
    bool inner = (*verbose || (add & RE_VERBOSE)) && !(remove & RE_VERBOSE);
    bool ok = parse_plain_group(p, start, inner, item);
    p->flags = outer;
    return ok;
}

static bool unknown_extension(Parser *p, const char *before) {
    if (p->next == NO_CHARACTER) return re_error(p, 0, "unexpected end of pattern");
    uint32_t from = re_tell(p) - (uint32_t)strlen(before);
    re_next(p);
    return re_error_about(p, "unknown extension %S", from);
}

/* Behind "(?". */
static bool parse_extension(Parser *p, uint32_t start, bool *verbose, bool first, Item *item) {
    if (p->next == NO_CHARACTER) return re_error(p, 0, "unexpected end of pattern");
    if (re_is_next(p, '-') || flag_of(p) != 0) return parse_flag_group(p, start, verbose, first, item);
    if (re_accept(p, 'P')) {
        if (re_accept(p, '<')) return parse_named(p, start, *verbose, item);
        if (re_accept(p, '=')) return named_backref(p, item);
        return unknown_extension(p, "?P");
    }
    if (re_accept(p, ':')) return parse_plain_group(p, start, *verbose, item);
    if (re_accept(p, '#')) {
        item->kind = ITEM_SKIPPED;
        return parse_comment(p, start);
    }
    if (re_accept(p, '=')) return parse_look(p, start, *verbose, false, false, item);
    if (re_accept(p, '!')) return parse_look(p, start, *verbose, false, true, item);
    if (re_accept(p, '<')) {
        if (re_accept(p, '=')) return parse_look(p, start, *verbose, true, false, item);
        if (re_accept(p, '!')) return parse_look(p, start, *verbose, true, true, item);
        return unknown_extension(p, "?<");
    }
    if (re_accept(p, '(')) return parse_condition(p, start, *verbose, item);
    if (re_accept(p, '>')) {
        uint32_t at = p->program->length;
        return parse_plain_group(p, start, *verbose, item) && wrap_atomic(p, at);
    }
    return unknown_extension(p, "?");
}

static bool parse_group(Parser *p, bool *verbose, bool first, Item *item) {
    uint32_t start = re_tell(p) - 1;
    item->kind = ITEM_OTHER;
    if (!guard_enter_for(p->vm, 2 * GUARD_PARSE, "")) return false;
    bool ok = re_accept(p, '?') ? parse_extension(p, start, verbose, first, item)
                                : parse_capture(p, start, NULL, *verbose, item);
    guard_leave_for(p->vm, 2 * GUARD_PARSE);
    return ok;
}

/* ---- sequences and alternatives */

static bool emit_at(Parser *p, uint32_t which, Item *item) {
    item->kind = ITEM_AT;
    return re_emit2(p, RE_OP_AT, which);
}

static bool parse_item(Parser *p, uint32_t c, bool *verbose, bool first, Item *item) {
    bool multiline = (p->flags & RE_MULTILINE) != 0;
    switch (c) {
    case '[': return re_parse_set(p, item);
    case '(': return parse_group(p, verbose, first, item);
    case '.': one_character(item, ITEM_ONE); return re_emit(p, p->flags & RE_DOTALL ? RE_OP_ANY_ALL : RE_OP_ANY);
    case '^': return emit_at(p, multiline ? AT_LINE_START : AT_START, item);
    case '$': return emit_at(p, multiline ? AT_LINE_END : AT_END, item);
    default: return re_emit_char(p, c, false, item);
    }
}

static void skip_comment(Parser *p) {
    bool end = false;
    while (!end && p->next != NO_CHARACTER) {
        end = re_is_next(p, '\n');
        re_next(p);
    }
}

/* Passes the next token. *c: its character. False: it was white space or a comment of a verbose pattern. */
static bool take_token(Parser *p, bool verbose, uint32_t *c, bool *escaped) {
    *c = (uint32_t)p->next;
    *escaped = p->escaped;
    re_next(p);
    if (!verbose || *escaped) return true;
    if (*c == ' ' || *c - '\t' < 5) return false;
    if (*c != '#') return true;
    skip_comment(p);
    return false;
}

bool re_parse_sequence(Parser *p, bool verbose, bool nested, Width *width) {
    Item last = {ITEM_NONE, {0, 0}};
    Width before = {0, 0}; /* of all but the last item */
    uint32_t at = p->program->length;
    bool empty = true;
    while (p->next != NO_CHARACTER && !re_is_next(p, '|') && !re_is_next(p, ')')) {
        uint32_t c;
        bool escaped, plain = true;
        if (!re_check_end(p)) return false;
        bool skipped = !take_token(p, verbose, &c, &escaped);
        if (!re_check_end(p)) return false;
        if (skipped) continue;
        if (!escaped && (c == '*' || c == '+' || c == '?' || c == '{')) {
            plain = false;
            if (!parse_repeat(p, c, at, &last, &plain)) return false;
            if (!plain) continue;
        }
        Item item = {ITEM_OTHER, {0, 0}};
        uint32_t begins = p->program->length;
        bool ok = escaped ? re_parse_escape(p, c, &item) : parse_item(p, c, &verbose, !nested && empty, &item);
        if (!ok) return false;
        if (item.kind == ITEM_SKIPPED) continue;
        before = (Width){add_widths(before.min, last.width.min), add_widths(before.max, last.width.max)};
        last = item;
        at = begins;
        empty = false;
    }
    *width = (Width){add_widths(before.min, last.width.min), add_widths(before.max, last.width.max)};
    return re_check_end(p);
}

/* Alternatives' jumps to their common end form a chain until that is known: each holds the place of the one before. */
static void land_chain(Parser *p, uint32_t chain) {
    while (chain != 0) {
        uint32_t before = p->program->code[chain];
        land(p, chain);
        chain = before;
    }
}

bool re_parse_alternatives(Parser *p, bool verbose, bool nested, Width *width) {
    uint32_t chain = 0;
    *width = (Width){RE_UNLIMITED, 0};
    for (bool first = true;; first = false) {
        uint32_t branch = p->program->length;
        Width w;
        if (!nested) verbose = (p->given & RE_VERBOSE) != 0;
        if (!re_parse_sequence(p, verbose, nested || !first, &w)) return false;
        if (w.min < width->min) width->min = w.min;
        if (w.max > width->max) width->max = w.max;
        if (!re_accept(p, '|')) break;
        if (!insert(p, branch, 2) || !re_emit2(p, RE_OP_JUMP, chain)) return false;
        chain = p->program->length - 1;
        p->program->code[branch] = RE_OP_SPLIT;
        land(p, branch + 1);
    }
    land_chain(p, chain);
    return true;
}

/* ---- the whole */

static bool check_flags(Vm *vm, bool is_text, uint32_t *flags) {
    const char *wrong = NULL;
    if (is_text) {
        if (*flags & RE_LOCALE)
            wrong = "cannot use LOCALE flag with a str pattern";
        else if ((*flags & RE_ASCII) && (*flags & RE_UNICODE))
            wrong = "ASCII and UNICODE flags are incompatible";
        else if (!(*flags & RE_ASCII))
            *flags |= RE_UNICODE;
    } else if (*flags & RE_UNICODE) {
        wrong = "cannot use UNICODE flag with a bytes pattern";
    } else if ((*flags & RE_LOCALE) && (*flags & RE_ASCII)) {
        wrong = "ASCII and LOCALE flags are incompatible";
    }
    if (wrong != NULL) raise_error(vm, T_ValueError, "%s", wrong);
    return wrong == NULL;
}

/* Flags as the parser starts with them: those that exclude each other are told apart at its end. */
static uint32_t first_flags(uint32_t flags, bool is_text) {
    if (is_text && !(flags & RE_ASCII)) flags |= RE_UNICODE;
    return is_text && (flags & RE_ASCII) ? flags & ~(uint32_t)RE_UNICODE : flags;
}

static bool parse_whole(Parser *p) {
    Width width;
    re_next(p);
    if (!re_parse_alternatives(p, false, false, &width)) return false;
    if (!check_flags(p->vm, p->is_text, &p->given)) return false;
    if (p->next != NO_CHARACTER) return re_error(p, 0, "unbalanced parenthesis");
    if (!check_conditions(p)) return false;
    if (p->variable_lookbehind)
        return re_raise(p->vm, str_new(p->vm, "look-behind requires fixed-width pattern"), VALUE_NONE, -1);
    p->program->flags = p->given;
    p->program->min_width = width.min;
    p->program->max_width = width.max;
    return re_emit(p, RE_OP_MATCH);
}

bool re_parse(Vm *vm, Value pattern, Str *source, bool is_text, uint32_t flags, Program *program, Dict **names) {
    *program = (Program){.code = NULL};
    Parser p = {.vm = vm, .pattern = pattern, .source = source, .is_text = is_text, .program = program};
    p.given = flags;
    p.flags = first_flags(flags, is_text);
    p.names = dict_new(vm);
    if (p.names == NULL) return false;
    bool ok = parse_whole(&p);
    obj_release(vm, p.conditions);
    mem_free(vm->mem, p.groups, p.group_capacity * sizeof *p.groups);
    if (ok) {
        re_find_first(program);
        *names = p.names;
    } else {
        re_program_free(vm, program);
        obj_release(vm, p.names);
    }
    return ok;
}

void re_program_free(Vm *vm, Program *program) {
    mem_free(vm->mem, program->code, program->capacity * sizeof *program->code);
    program->code = NULL;
    program->capacity = 0;
}
