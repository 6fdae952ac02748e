/* unicode.h: properties and case mappings of code points, Unicode 16 (as CPython 3.14 has it). The tables are made by
 * generate.py.
 */
#ifndef LOOPSCOPE_PYTHON_UNICODE_H
#define LOOPSCOPE_PYTHON_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum unicode_property {
    UNICODE_ALPHA = 1 << 0,
    UNICODE_DECIMAL = 1 << 1, /* has a decimal value */
    UNICODE_DIGIT = 1 << 2,
    UNICODE_NUMERIC = 1 << 3,
    UNICODE_LOWER = 1 << 4,
    UNICODE_UPPER = 1 << 5,
    UNICODE_TITLE = 1 << 6,
    UNICODE_SPACE = 1 << 7,
    UNICODE_PRINTABLE = 1 << 8,
    UNICODE_CASED = 1 << 9,
    UNICODE_CASE_IGNORABLE = 1 << 10,
};
/* All properties of a code point. */
uint32_t unicode_properties(uint32_t code);
static inline bool unicode_is(uint32_t code, uint32_t property) {
    return (unicode_properties(code) & property) != 0;
}
/* 0 to 9, or -1. */
int unicode_decimal(uint32_t code);

/* Full case mappings: at most 3 code points into out; returns how many. */
int unicode_lower(uint32_t code, uint32_t out[3]);
int unicode_upper(uint32_t code, uint32_t out[3]);
int unicode_title(uint32_t code, uint32_t out[3]);
int unicode_fold(uint32_t code, uint32_t out[3]);

/* unicode_ident.c: XID_Start and XID_Continue, above ASCII. */
bool unicode_is_xid_start(uint32_t code);
bool unicode_is_xid_continue(uint32_t code);
/* Whether code, 128 or above, lies where a table of such a form says yes. */
bool unicode_in_turns(const uint8_t *turns, size_t size, uint32_t code);

/* unicode_normal.c: of characters that identifiers may have, above ASCII: false when NFKC leaves them and what is
 * before them alone. */
bool unicode_may_normalize(uint32_t code);

#endif
