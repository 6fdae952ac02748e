/* re_char.c: what regular expressions know of single characters: categories, and equality but for case. */
#include "python/unicode/unicode.h"
#include "re.h"

/* Characters that are equal but for case and not just one small and its one capital letter, each group from the one
 * that stands for all (as CPython's re._casefix has them, with their capitals). */
static const uint16_t groups[] = {
    0x69,   0x49,   0x130,  0x131,  0,      0x6B,   0x4B,   0x212A, 0,      0x73,   0x53,   0x17F,  0,
    0xB5,   0x39C,  0x3BC,  0,      0xDF,   0x1E9E, 0,      0xE5,   0xC5,   0x212B, 0,      0x1C6,  0x1C4,
    0x1C5,  0,      0x1C9,  0x1C7,  0x1C8,  0,      0x1CC,  0x1CA,  0x1CB,  0,      0x1F3,  0x1F1,  0x1F2,
    0,      0x345,  0x399,  0x3B9,  0x1FBE, 0,      0x390,  0x1FD3, 0,      0x3B0,  0x1FE3, 0,      0x3B2,
    0x392,  0x3D0,  0,      0x3B5,  0x395,  0x3F5,  0,      0x3B8,  0x398,  0x3D1,  0x3F4,  0,      0x3BA,
    0x39A,  0x3F0,  0,      0x3C0,  0x3A0,  0x3D6,  0,      0x3C1,  0x3A1,  0x3F1,  0,      0x3C2,  0x3A3,
    0x3C3,  0,      0x3C6,  0x3A6,  0x3D5,  0,      0x3C9,  0x3A9,  0x2126, 0,      0x432,  0x412,  0x1C80,
    0,      0x434,  0x414,  0x1C81, 0,      0x43E,  0x41E,  0x1C82, 0,      0x441,  0x421,  0x1C83, 0,
    0x442,  0x422,  0x1C84, 0x1C85, 0,      0x44A,  0x42A,  0x1C86, 0,      0x463,  0x462,  0x1C87, 0,
    0x1C88, 0xA64A, 0xA64B, 0,      0x1E61, 0x1E60, 0x1E9B, 0,      0xFB05, 0xFB06, 0,
};
enum { GROUPS_END = sizeof groups / sizeof groups[0] };

static uint32_t ascii_lower(uint32_t code) {
    return code - 'A' < 26 ? code + 32 : code;
}

static uint32_t simple_lower(uint32_t code) {
    uint32_t out[3];
    return unicode_lower(code, out) == 1 || code == 0x130 ? out[0] : code;
}

static uint32_t simple_upper(uint32_t code) {
    uint32_t out[3];
    return unicode_upper(code, out) == 1 || unicode_title(code, out) == 1 ? out[0] : code;
}

/* The place of the group that holds it; GROUPS_END: none. */
static uint32_t group_of(uint32_t code) {
    for (uint32_t i = 0, first = 0; i < GROUPS_END; i++) {
        if (groups[i] == 0)
            first = i + 1;
        else if (groups[i] == code)
            return first;
    }
    return GROUPS_END;
}

uint32_t re_fold(uint32_t code, enum re_fold fold) {
    if (fold == FOLD_NONE) return code;
    if (code < 128 || fold == FOLD_ASCII) return ascii_lower(code);
    code = simple_lower(code);
    uint32_t group = group_of(code);
    return group == GROUPS_END ? code : groups[group];
}

bool re_variant(uint32_t code, uint32_t *state, uint32_t *variant) {
    uint32_t folded = re_fold(code, FOLD_UNICODE), group = group_of(folded), i = (*state)++;
    if (group != GROUPS_END) {
        *variant = group + i < GROUPS_END ? groups[group + i] : 0;
        return *variant != 0;
    }
    *variant = i == 0 ? folded : simple_upper(folded);
    return i == 0 || (i == 1 && *variant != folded);
}

bool re_is_cased(uint32_t code, enum re_fold fold) {
    if (fold == FOLD_NONE) return false;
    if (fold == FOLD_ASCII) return ascii_lower(code) - 'a' < 26;
    uint32_t state = 1, variant;
    return re_variant(code, &state, &variant);
}

static bool in_ascii_category(uint32_t code, uint32_t category) {
    switch (category) {
    case CATEGORY_DIGIT: return code - '0' < 10;
    case CATEGORY_SPACE: return code == ' ' || code - '\t' < 5;
    default: return code - '0' < 10 || ascii_lower(code) - 'a' < 26 || code == '_';
    }
}

static bool in_unicode_category(uint32_t code, uint32_t category) {
    switch (category) {
    case CATEGORY_DIGIT: return unicode_is(code, UNICODE_DECIMAL);
    case CATEGORY_SPACE: return unicode_is(code, UNICODE_SPACE);
    default: return code == '_' || unicode_is(code, UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT | UNICODE_NUMERIC);
    }
}

bool re_in_category(uint32_t code, uint32_t category) {
    uint32_t which = category & 3;
    bool in = (category & CATEGORY_ASCII) ? in_ascii_category(code, which) : in_unicode_category(code, which);
    return in != ((category & CATEGORY_NOT) != 0);
}
