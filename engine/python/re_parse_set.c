/* re_parse_set.c: escapes and character sets of regular expressions. */
#include "python/unicode/unicode.h"
#include "re_private.h"

/* What an escape stands for: a character, a category or neither (not an escape of characters). */
typedef struct Meaning {
    enum { MEANS_CHARACTER, MEANS_CATEGORY } kind;
    uint32_t value;
} Meaning;

static bool is_next_digit(const Parser *p, uint32_t base) {
    if (p->escaped || p->next == NO_CHARACTER || p->next > 127) return false;
    uint32_t c = (uint32_t)p->next, letter = (c | 32) - 'a';
    return c - '0' < (base < 10 ? base : 10) || (base == 16 && letter < 6);
}

/* At most n digits. *value goes on from what it is; how many there were. */
static uint32_t read_digits(Parser *p, uint32_t n, uint32_t base, uint32_t *value) {
    uint32_t count = 0;
    for (; count < n && is_next_digit(p, base); count++) {
        uint32_t c = (uint32_t)p->next;
        *value = *value * base + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        re_next(p);
    }
    return count;
}

static bool hex_escape(Parser *p, uint32_t from, uint32_t n, Meaning *m) {
    if (read_digits(p, n, 16, &m->value) != n) return re_error_about(p, "incomplete escape %S", from);
    return m->value <= 0x10FFFF || re_error_about(p, "bad escape %S", from);
}

static bool octal_too_large(Parser *p, uint32_t from) {
    return re_error_about(p, "octal escape value %S outside of range 0-0o377", from);
}

/* The character of a name, looked up by the module unicodedata. */
static bool look_up(Parser *p, Str *name, Meaning *m) {
    Vm *vm = p->vm;
    Str *module_name = str_intern_c(vm, "unicodedata"), *lookup = str_intern_c(vm, "lookup");
    Value module = module_name == NULL || lookup == NULL ? VALUE_NULL : module_import(vm, module_name);
    Value argument = obj_value(name);
    Value found = module == VALUE_NULL ? VALUE_NULL : call_method(vm, module, lookup, &argument, 1);
    obj_release(vm, module_name);
    obj_release(vm, lookup);
    value_release(vm, module);
    bool ok = found != VALUE_NULL && is_str(found) && AS(Str, found)->length == 1;
    if (ok) m->value = str_at(AS(Str, found), 0);
    if (!ok && (found != VALUE_NULL || error_matches(vm, T_KeyError))) {
        error_clear(vm);
        re_error_text(p, (int64_t)name->length + 4, str_format(vm, "undefined character name %R", obj_value(name)));
    }
    value_release(vm, found);
    return ok;
}

static bool named_escape(Parser *p, Meaning *m) {
    if (!re_accept(p, '{')) return re_error(p, 0, "missing {");
    uint32_t from = re_tell(p), to = from;
    for (; p->next != NO_CHARACTER && !re_is_next(p, '}'); to = re_tell(p)) re_next(p);
    if (p->next == NO_CHARACTER)
        return to == from ? re_error(p, 0, "missing character name")
                          : re_error(p, to - from, "missing }, unterminated name");
    re_next(p);
    if (to == from) return re_error(p, 1, "missing character name");
    Str *name = str_slice(p->vm, p->source, from, to);
    bool ok = name != NULL && look_up(p, name, m);
    obj_release(p->vm, name);
    return ok;
}

static uint32_t control_of(uint32_t c) {
    static const char letters[] = "abfnrtv", codes[] = "\a\b\f\n\r\t\v";
    for (uint32_t i = 0; letters[i] != 0; i++)
        if (c == (unsigned char)letters[i]) return (unsigned char)codes[i];
    return 0;
}

static bool category_of(const Parser *p, uint32_t c, uint32_t *category) {
    uint32_t negated = c < 'a' ? CATEGORY_NOT : 0u, ascii = p->flags & RE_UNICODE ? 0u : CATEGORY_ASCII;
    switch (c | 32) {
    case 'd': *category = CATEGORY_DIGIT | negated | ascii; return c == 'd' || c == 'D';
    case 's': *category = CATEGORY_SPACE | negated | ascii; return c == 's' || c == 'S';
    case 'w': *category = CATEGORY_WORD | negated | ascii; return c == 'w' || c == 'W';
    default: return false;
    }
}

/* What both kinds of escapes have in common: `from` is where the backslash stands. 1 known, 0 not one, -1 an error. */
static int common_escape(Parser *p, uint32_t c, uint32_t from, Meaning *m) {
    *m = (Meaning){MEANS_CHARACTER, 0};
    if (category_of(p, c, &m->value)) {
        m->kind = MEANS_CATEGORY;
        return 1;
    }
    m->value = control_of(c);
    if (m->value != 0) return 1;
    if (c == 'x') return hex_escape(p, from, 2, m) ? 1 : -1;
    if (p->is_text && c == 'u') return hex_escape(p, from, 4, m) ? 1 : -1;
    if (p->is_text && c == 'U') return hex_escape(p, from, 8, m) ? 1 : -1;
    if (p->is_text && c == 'N') return named_escape(p, m) ? 1 : -1;
    if (c - '0' < 10) return 0;
    if ((c | 32) - 'a' < 26) {
        re_error_about(p, "bad escape %S", from);
        return -1;
    }
    m->value = c;
    return 1;
}

static bool set_escape(Parser *p, uint32_t c, Meaning *m) {
    uint32_t from = re_tell(p) - 2;
    if (c == 'b') {
        *m = (Meaning){MEANS_CHARACTER, '\b'};
        return true;
    }
    int known = common_escape(p, c, from, m);
    if (known != 0) return known > 0;
    if (c >= '8') return re_error_about(p, "bad escape %S", from);
    m->value = c - '0';
    read_digits(p, 2, 8, &m->value);
    return m->value <= 0377 || octal_too_large(p, from);
}

/* ---- escapes outside of sets */

/* A digit after a backslash: an octal number, or a group. */
static bool digit_escape(Parser *p, uint32_t c, uint32_t from, Item *item) {
    uint32_t number = c - '0', octal = number;
    if (c == '0') {
        read_digits(p, 2, 8, &octal);
        return re_emit_char(p, octal, false, item);
    }
    if (is_next_digit(p, 10)) {
        uint32_t second = (uint32_t)p->next - '0';
        number = number * 10 + second;
        octal = octal * 8 + second;
        re_next(p);
        if (c < '8' && second < 8 && is_next_digit(p, 8)) {
            read_digits(p, 1, 8, &octal);
            return octal <= 0377 ? re_emit_char(p, octal, false, item) : octal_too_large(p, from);
        }
    }
    int64_t length = (int64_t)re_tell(p) - from;
    if (number <= p->program->groups) return re_emit_backref(p, number, length, item);
    return re_error_text(p, length - 1, str_format(p->vm, "invalid group reference %u", number));
}

static bool place_of(const Parser *p, uint32_t c, uint32_t *place) {
    uint32_t ascii = p->flags & RE_UNICODE ? 0u : AT_ASCII;
    switch (c) {
    case 'A': *place = AT_START; return true;
    case 'Z':
    case 'z': *place = AT_VERY_END; return true;
    case 'b': *place = AT_BOUNDARY | ascii; return true;
    case 'B': *place = AT_NOT_BOUNDARY | ascii; return true;
    default: return false;
    }
}

static bool begin_set(Parser *p) {
    if (!re_emit(p, RE_OP_SET)) return false;
    for (int i = 0; i < 10; i++)
        if (!re_emit(p, 0)) return false;
    return true;
}

static bool add_pair(Parser *p, uint32_t at, uint32_t first, uint32_t last) {
    if (!re_emit2(p, first, last)) return false;
    p->program->code[at + 10]++;
    return true;
}

static bool has_variant(const uint32_t *set, uint32_t c, enum re_fold fold) {
    uint32_t state = 0, variant;
    const uint32_t *pair = set + 11;
    for (uint32_t n = set[10]; n > 0; n--, pair += 2) {
        if (pair[0] == RE_CATEGORY) {
            if (re_in_category(c, pair[1])) return true;
            continue;
        }
        if (c >= pair[0] && c <= pair[1]) return true;
        if (fold == FOLD_ASCII && re_is_cased(c, fold) && (c ^ 32) >= pair[0] && (c ^ 32) <= pair[1]) return true;
        for (state = 0; fold == FOLD_UNICODE && re_variant(c, &state, &variant);)
            if (variant >= pair[0] && variant <= pair[1]) return true;
    }
    return false;
}

/* Fills in the bits of Latin-1. Pairs that only those needed go. */
static void end_set(Parser *p, uint32_t at, bool negated) {
    enum re_fold fold = re_folding(p);
    uint32_t *set = p->program->code + at, kept = 0;
    for (uint32_t c = 0; c < 256; c++)
        if (has_variant(set, c, fold) != negated) set[2 + c / 32] |= 1u << c % 32;
    for (uint32_t i = 0; i < set[10]; i++) {
        const uint32_t *pair = set + 11 + 2 * i;
        bool needed = pair[0] == RE_CATEGORY ? (pair[1] & CATEGORY_NOT) || !(pair[1] & CATEGORY_ASCII)
                                             : pair[1] > 255 || fold == FOLD_UNICODE;
        if (!needed) continue;
        memmove(set + 11 + 2 * kept++, pair, 2 * sizeof *pair);
    }
    set[1] = (negated ? SET_NEGATED : 0u) | (fold == FOLD_UNICODE ? SET_FOLDED : 0u);
    set[10] = kept;
    p->program->length = at + 11 + 2 * kept;
}

static bool emit_category(Parser *p, uint32_t category, Item *item) {
    uint32_t at = p->program->length;
    if (!begin_set(p) || !add_pair(p, at, RE_CATEGORY, category)) return false;
    end_set(p, at, false);
    item->kind = ITEM_ONE;
    item->width = (Width){1, 1};
    return true;
}

bool re_parse_escape(Parser *p, uint32_t c, Item *item) {
    uint32_t from = re_tell(p) - 2, place;
    if (place_of(p, c, &place)) {
        item->kind = ITEM_AT;
        return re_emit2(p, RE_OP_AT, place);
    }
    Meaning m;
    int known = common_escape(p, c, from, &m);
    if (known < 0) return false;
    if (known == 0) return digit_escape(p, c, from, item);
    return m.kind == MEANS_CATEGORY ? emit_category(p, m.value, item) : re_emit_char(p, m.value, false, item);
}

/* ---- sets */

/* A token of a set: where it stands, how long it is, what it means. */
typedef struct Member {
    uint32_t from, length;
    Meaning means;
} Member;

static bool unterminated(Parser *p, uint32_t here) {
    return re_error(p, (int64_t)re_tell(p) - here, "unterminated character set");
}

static bool read_member(Parser *p, Member *member) {
    uint32_t c = (uint32_t)p->next;
    bool escaped = p->escaped;
    member->from = re_tell(p);
    member->length = escaped ? 2 : 1;
    member->means = (Meaning){MEANS_CHARACTER, c};
    re_next(p);
    return re_check_end(p) && (!escaped || set_escape(p, c, &member->means));
}

static bool warn_of(Parser *p, const char *what, uint32_t position) {
    return warn(p->vm, T_FutureWarning, "Possible %s at position %u", what, position);
}

static bool warn_of_operation(Parser *p, const Member *member, bool first) {
    uint32_t c = member->means.value;
    if (first || member->length != 1 || !re_is_next(p, c)) return true;
    const char *what = c == '-'   ? "set difference"
                       : c == '&' ? "set intersection"
                       : c == '~' ? "set symmetric difference"
                       : c == '|' ? "set union"
                                  : NULL;
    return what == NULL || warn_of(p, what, re_tell(p) - 1);
}

static bool bad_range(Parser *p, const Member *a, const Member *b) {
    Vm *vm = p->vm;
    Str *low = str_slice(vm, p->source, a->from, a->from + a->length);
    Str *high = low == NULL ? NULL : str_slice(vm, p->source, b->from, b->from + b->length);
    Str *text = high == NULL ? NULL : str_format(vm, "bad character range %S-%S", low, high);
    obj_release(vm, low);
    obj_release(vm, high);
    return re_error_text(p, (int64_t)a->length + 1 + b->length, text);
}

static bool add_member(Parser *p, uint32_t at, const Meaning *means) {
    bool category = means->kind == MEANS_CATEGORY;
    return add_pair(p, at, category ? RE_CATEGORY : means->value, means->value);
}

/* Behind a member and '-'. *ended: the set is over. */
static bool parse_range(Parser *p, uint32_t at, uint32_t here, const Member *low, bool *ended) {
    if (p->next == NO_CHARACTER) return unterminated(p, here);
    if (re_accept(p, ']')) {
        *ended = true;
        return add_member(p, at, &low->means) && add_pair(p, at, '-', '-');
    }
    Member high;
    bool dash = re_is_next(p, '-');
    if (!read_member(p, &high)) return false;
    if (dash && !warn_of(p, "set difference", re_tell(p) - 2)) return false;
    if (low->means.kind != MEANS_CHARACTER || high.means.kind != MEANS_CHARACTER || high.means.value < low->means.value)
        return bad_range(p, low, &high);
    return add_pair(p, at, low->means.value, high.means.value);
}

static bool parse_members(Parser *p, uint32_t at, uint32_t here) {
    for (bool first = true, ended = false; !ended; first = false) {
        if (p->next == NO_CHARACTER) return unterminated(p, here);
        if (!first && re_accept(p, ']')) return true;
        Member member;
        if (!read_member(p, &member) || !warn_of_operation(p, &member, first)) return false;
        bool ok = re_accept(p, '-') ? parse_range(p, at, here, &member, &ended) : add_member(p, at, &member.means);
        if (!ok) return false;
    }
    return true;
}

bool re_parse_set(Parser *p, Item *item) {
    uint32_t here = re_tell(p) - 1, at = p->program->length;
    if (re_is_next(p, '[') && !warn_of(p, "nested set", re_tell(p))) return false;
    bool negated = re_accept(p, '^');
    if (!begin_set(p) || !parse_members(p, at, here)) return false;
    const uint32_t *set = p->program->code + at;
    if (set[10] == 1 && set[11] == set[12]) {
        uint32_t c = set[11];
        p->program->length = at;
        return re_emit_char(p, c, negated, item);
    }
    end_set(p, at, negated);
    item->kind = ITEM_ONE;
    item->width = (Width){1, 1};
    return true;
}
