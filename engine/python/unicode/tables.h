/* tables.h: the shape of the generated tables. Private to unicode.c and tables.c. */
#ifndef LOOPSCOPE_PYTHON_UNICODE_TABLES_H
#define LOOPSCOPE_PYTHON_UNICODE_TABLES_H

#include <stdint.h>

/* key: first code point << 11 | (count - 1) << 1 | (stride - 1); delta is added to the code points of the range. */
typedef struct CaseRange {
    uint32_t key;
    int32_t delta;
} CaseRange;
typedef struct CaseSpecial {
    uint16_t code;
    uint16_t to[3]; /* 0: fewer */
} CaseSpecial;
typedef struct CaseMap {
    const CaseRange *ranges;
    const CaseSpecial *specials;
    uint32_t range_count, special_count;
} CaseMap;

extern const uint16_t unicode_ascii[];   /* property sets of ASCII, which is asked for most */
extern const uint16_t unicode_classes[]; /* pairs of property sets: of even and odd places in the run */
extern const uint32_t unicode_runs[];    /* first code point << 11 | class */
extern const uint32_t unicode_run_count;
extern const CaseRange unicode_lower_ranges[], unicode_upper_ranges[], unicode_title_ranges[], unicode_fold_ranges[];
extern const CaseSpecial unicode_lower_specials[], unicode_upper_specials[], unicode_title_specials[],
    unicode_fold_specials[];
extern const CaseMap unicode_lower_map, unicode_upper_map, unicode_title_map, unicode_fold_map;

#endif
