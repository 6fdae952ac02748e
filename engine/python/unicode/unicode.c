/* unicode.c: looks code points up in the generated tables, by binary search; ASCII has shortcuts. */
#include "unicode.h"
#include "tables.h"

/* The last run that starts at or before `code`. */
static uint32_t run_of(uint32_t code) {
    uint32_t low = 0, high = unicode_run_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (unicode_runs[middle] >> 11 <= code) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return unicode_runs[low];
}

uint32_t unicode_properties(uint32_t code) {
    if (code < 128) return unicode_ascii[code];
    uint32_t run = run_of(code);
    return unicode_classes[(run & 0x7FF) * 2 + ((code - (run >> 11)) & 1)];
}

int unicode_decimal(uint32_t code) {
    if (code < 128) return code >= '0' && code <= '9' ? (int)code - '0' : -1;
    uint32_t run = run_of(code);
    if ((unicode_classes[(run & 0x7FF) * 2] & UNICODE_DECIMAL) == 0) return -1;
    return (int)((code - (run >> 11)) % 10); /* decimal digits come in tens, from 0 */
}

/* 1: a range says so; 0: it is not in the map. */
static int map_range(const CaseMap *map, uint32_t code, uint32_t *out) {
    uint32_t low = 0, high = map->range_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (map->ranges[middle].key >> 11 <= code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) return 0;
    uint32_t key = map->ranges[low - 1].key;
    uint32_t stride = (key & 1) + 1, count = (key >> 1 & 0x3FF) + 1, offset = code - (key >> 11);
    if (offset % stride != 0 || offset / stride >= count) return 0;
    *out = (uint32_t)((int32_t)code + map->ranges[low - 1].delta);
    return 1;
}

static int map_special(const CaseMap *map, uint32_t code, uint32_t out[3]) {
    uint32_t low = 0, high = map->special_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const CaseSpecial *s = &map->specials[middle];
        if (s->code == code) {
            int n = 0;
            while (n < 3 && s->to[n] != 0) {
                out[n] = s->to[n];
                n++;
            }
            return n;
        }
        if (s->code < code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

static int map_lookup(const CaseMap *map, uint32_t code, uint32_t out[3]) {
    int n = map_range(map, code, out);
    return n != 0 ? n : map_special(map, code, out);
}

static bool ascii_is(uint32_t code, char first) { /* within first..first + 25 */
    return code - (unsigned char)first < 26;
}

static int itself(uint32_t code, uint32_t out[3]) {
    out[0] = code;
    return 1;
}

int unicode_lower(uint32_t code, uint32_t out[3]) {
    if (code < 128) return itself(ascii_is(code, 'A') ? code + 32 : code, out);
    int n = map_lookup(&unicode_lower_map, code, out);
    return n != 0 ? n : itself(code, out);
}

int unicode_upper(uint32_t code, uint32_t out[3]) {
    if (code < 128) return itself(ascii_is(code, 'a') ? code - 32 : code, out);
    int n = map_lookup(&unicode_upper_map, code, out);
    return n != 0 ? n : itself(code, out);
}

int unicode_title(uint32_t code, uint32_t out[3]) {
    if (code < 128) return itself(ascii_is(code, 'a') ? code - 32 : code, out);
    int n = map_lookup(&unicode_title_map, code, out);
    return n != 0 ? n : unicode_upper(code, out);
}

int unicode_fold(uint32_t code, uint32_t out[3]) {
    if (code < 128) return itself(ascii_is(code, 'A') ? code + 32 : code, out);
    int n = map_lookup(&unicode_fold_map, code, out);
    return n != 0 ? n : unicode_lower(code, out);
}
