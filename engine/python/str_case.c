/* str_case.c: changing case and asking for kinds of characters. */
#include "text.h"
#include "unicode/unicode.h"

typedef int MapFn(uint32_t code, uint32_t out[3]);

static void put_mapped(StrBuilder *b, MapFn *map, uint32_t code) {
    uint32_t out[3];
    int n = map(code, out);
    for (int i = 0; i < n; i++) builder_char(b, out[i]);
}

/* ASCII needs no tables: adds 32 to or takes it from letters. */
static Str *ascii_case(Vm *vm, const Str *s, bool upper) {
    Str *r = str_alloc(vm, s->length, 127);
    if (r == NULL) return NULL;
    for (uint32_t i = 0; i < s->length; i++) {
        unsigned char c = s->data[i];
        unsigned char first = upper ? 'a' : 'A';
        r->data[i] = c >= first && c <= first + 25 ? c ^ 32 : c;
    }
    return r;
}

/* A final sigma stands after a cased letter and before none, not counting what case ignores. */
static bool is_final_sigma(const Str *s, uint32_t at) {
    uint32_t i = at;
    while (i > 0 && unicode_is(str_at(s, i - 1), UNICODE_CASE_IGNORABLE)) i--;
    if (i == 0 || !unicode_is(str_at(s, i - 1), UNICODE_CASED)) return false;
    i = at + 1;
    while (i < s->length && unicode_is(str_at(s, i), UNICODE_CASE_IGNORABLE)) i++;
    return i == s->length || !unicode_is(str_at(s, i), UNICODE_CASED);
}

static void put_lower(StrBuilder *b, const Str *s, uint32_t i) {
    uint32_t c = str_at(s, i);
    if (c == 0x3A3) {
        builder_char(b, is_final_sigma(s, i) ? 0x3C2 : 0x3C3);
    } else {
        put_mapped(b, unicode_lower, c);
    }
}

Value str_lower_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    if (s->ascii && s->length > 1) return str_value(ascii_case(vm, s, false));
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < s->length; i++) put_lower(&b, s, i);
    return str_value(builder_finish(&b));
}

Value str_upper_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    if (s->ascii && s->length > 1) return str_value(ascii_case(vm, s, true));
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < s->length; i++) put_mapped(&b, unicode_upper, str_at(s, i));
    return str_value(builder_finish(&b));
}

Value str_casefold_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    if (s->ascii && s->length > 1) return str_value(ascii_case(vm, s, false));
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < s->length; i++) put_mapped(&b, unicode_fold, str_at(s, i));
    return str_value(builder_finish(&b));
}

Value str_capitalize_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < s->length; i++) {
        if (i == 0) {
            put_mapped(&b, unicode_title, str_at(s, 0));
        } else {
            put_lower(&b, s, i);
        }
    }
    return str_value(builder_finish(&b));
}

Value str_title_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    StrBuilder b;
    builder_init(&b, vm);
    bool in_word = false;
    for (uint32_t i = 0; i < s->length; i++) {
        if (in_word) {
            put_lower(&b, s, i);
        } else {
            put_mapped(&b, unicode_title, str_at(s, i));
        }
        in_word = unicode_is(str_at(s, i), UNICODE_CASED);
    }
    return str_value(builder_finish(&b));
}

Value str_swapcase_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (unicode_is(c, UNICODE_UPPER)) {
            put_lower(&b, s, i);
        } else if (unicode_is(c, UNICODE_LOWER)) {
            put_mapped(&b, unicode_upper, c);
        } else {
            builder_char(&b, c);
        }
    }
    return str_value(builder_finish(&b));
}

/* ---- questions */

static Value all_have(Value self, uint32_t properties) { /* any of them, in every character; '' has none */
    const Str *s = AS(Str, self);
    for (uint32_t i = 0; i < s->length; i++) {
        if (!unicode_is(str_at(s, i), properties)) return VALUE_FALSE;
    }
    return value_bool(s->length != 0);
}

Value str_isalpha_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return all_have(self, UNICODE_ALPHA);
}

Value str_isdecimal_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return all_have(self, UNICODE_DECIMAL);
}

Value str_isdigit_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return all_have(self, UNICODE_DIGIT);
}

Value str_isnumeric_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return all_have(self, UNICODE_NUMERIC);
}

Value str_isalnum_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return all_have(self, UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT | UNICODE_NUMERIC);
}

Value str_isspace_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return all_have(self, UNICODE_SPACE);
}

Value str_isprintable_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(AS(Str, self)->length == 0 || all_have(self, UNICODE_PRINTABLE) == VALUE_TRUE);
}

/* Some letter has the one case and none has the other. */
static Value one_case(Value self, uint32_t wanted, uint32_t unwanted) {
    const Str *s = AS(Str, self);
    bool found = false;
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t p = unicode_properties(str_at(s, i));
        if (p & unwanted) return VALUE_FALSE;
        if (p & wanted) found = true;
    }
    return value_bool(found);
}

Value str_isupper_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return one_case(self, UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
}

Value str_islower_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return one_case(self, UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
}

Value str_istitle_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    bool in_word = false, found = false;
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t p = unicode_properties(str_at(s, i));
        bool capital = (p & (UNICODE_UPPER | UNICODE_TITLE)) != 0, small = (p & UNICODE_LOWER) != 0;
        if ((capital && in_word) || (small && !in_word)) return VALUE_FALSE;
        in_word = capital || small;
        found |= in_word;
    }
    return value_bool(found);
}

static bool identifier_char(uint32_t c, bool first) {
    if (c < 128) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }
    return first ? unicode_is_xid_start(c) : unicode_is_xid_continue(c);
}

Value str_isidentifier_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    for (uint32_t i = 0; i < s->length; i++) {
        if (!identifier_char(str_at(s, i), i == 0)) return VALUE_FALSE;
    }
    return value_bool(s->length != 0);
}

Value str_isascii_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(AS(Str, self)->ascii != 0);
}
