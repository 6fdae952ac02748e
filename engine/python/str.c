/* str.c: the Str object: making, comparing, hashing, joining, slicing, quoting. Characters are stored in the least of
 * 1, 2 or 4 bytes that fits all of them, so that equal strings have equal bytes.
 */
#include "number.h"
#include "text.h"
#include "unicode/unicode.h"
#include "utf8.h"

/* No string may need more bytes: sizes must fit 31 bits on every machine. */
#define STR_BYTES_MAX ((uint64_t)0x7FFFFF00)

static uint8_t kind_of(uint32_t max_code) {
    return max_code < 0x100 ? 1 : max_code < 0x10000 ? 2 : 4;
}

/* ---- making */

/* `room` bytes of characters can be stored. */
static Str *alloc_room(Vm *vm, uint32_t length, uint32_t max_code, uint64_t room) {
    if (room > STR_BYTES_MAX) {
        raise_no_memory(vm);
        return NULL;
    }
    uint8_t kind = kind_of(max_code);
    Str *s = mem_object_alloc(vm->mem, sizeof(Str) + (size_t)room + kind);
    if (s == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    s->head.refs = 1;
    s->head.type = TYPE(vm, str);
    s->length = length;
    s->kind = kind;
    s->ascii = max_code < 0x80;
    s->interned = 0;
    s->utf8_known = 0;
    s->hash = -1;
    s->utf8 = NULL;
    s->utf8_length = 0;
    memset(s->data + (size_t)length * kind, 0, kind);
    return s;
}

Str *str_alloc(Vm *vm, uint32_t length, uint32_t max_code) {
    return alloc_room(vm, length, max_code, (uint64_t)length * kind_of(max_code));
}

static Str *share(Str *s) {
    obj_retain(s);
    return s;
}

Str *str_from_ascii(Vm *vm, const char *text, size_t length) {
    if (length == 0 && vm->empty_str != NULL) return share(vm->empty_str);
    if (length == 1 && vm->chars[(unsigned char)text[0]] != NULL) return share(vm->chars[(unsigned char)text[0]]);
    if (length > STR_BYTES_MAX) {
        raise_no_memory(vm);
        return NULL;
    }
    Str *s = str_alloc(vm, (uint32_t)length, 127);
    if (s != NULL && length != 0) memcpy(s->data, text, length);
    return s;
}

/* One code point of valid UTF-8 (three-byte surrogates included). */
static uint32_t decode_one(const unsigned char **at) {
    const unsigned char *p = *at;
    if (p[0] < 0x80) {
        *at = p + 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at = p + 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] < 0xF0) {
        *at = p + 3;
        return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    *at = p + 4;
    return (p[0] & 7u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

Str *str_from_utf8(Vm *vm, const char *utf8, size_t length) {
    const unsigned char *start = (const unsigned char *)utf8, *end = start + length;
    uint32_t max = 0, count = 0;
    if (length > STR_BYTES_MAX) {
        raise_no_memory(vm);
        return NULL;
    }
    for (const unsigned char *p = start; p < end; count++) {
        if (*p < 0x80) {
            p++;
            continue;
        }
        uint32_t code = decode_one(&p);
        if (code > max) max = code;
    }
    if (max == 0) return str_from_ascii(vm, utf8, length);
    if (count == 1) return str_from_char(vm, max);
    Str *s = str_alloc(vm, count, max);
    if (s == NULL) return NULL;
    const unsigned char *p = start;
    for (uint32_t i = 0; i < count; i++) str_put(s, i, decode_one(&p));
    return s;
}

Str *str_new(Vm *vm, const char *utf8) {
    return str_from_utf8(vm, utf8, strlen(utf8));
}

Str *str_from_codes(Vm *vm, const uint32_t *codes, size_t length) {
    uint32_t max = 0;
    for (size_t i = 0; i < length; i++) max |= codes[i];
    if (length == 0) return share(vm->empty_str);
    if (length == 1) return str_from_char(vm, codes[0]);
    if (length > STR_BYTES_MAX) {
        raise_no_memory(vm);
        return NULL;
    }
    Str *s = str_alloc(vm, (uint32_t)length, max > 0x10FFFF ? 0x10FFFF : max);
    if (s == NULL) return NULL;
    for (uint32_t i = 0; i < s->length; i++) str_put(s, i, codes[i]);
    return s;
}

Str *str_from_char(Vm *vm, uint32_t code) {
    if (code < 256 && vm->chars[code] != NULL) return share(vm->chars[code]);
    Str *s = str_alloc(vm, 1, code);
    if (s != NULL) str_put(s, 0, code);
    return s;
}

void str_copy(Str *to, uint32_t at, const Str *from, uint32_t start, uint32_t count) {
    if (to->kind == from->kind) {
        memcpy(to->data + (size_t)at * to->kind, from->data + (size_t)start * from->kind, (size_t)count * to->kind);
        return;
    }
    for (uint32_t i = 0; i < count; i++) str_put(to, at + i, str_at(from, start + i));
}

uint32_t str_max_code(const Str *s, uint32_t start, uint32_t end) {
    if (s->ascii) return 127;
    uint32_t max = 0, most = s->kind == 1 ? 0x80 : s->kind == 2 ? 0x100 : 0x10000;
    for (uint32_t i = start; i < end && max < most; i++) max |= str_at(s, i);
    /* the bits or-ed together have the kind of the largest one */
    return max > 0x10FFFF ? 0x10FFFF : max;
}

static uint32_t kind_max(const Str *s) { /* a code point that stands for the string's own kind */
    return s->ascii ? 127 : s->kind == 1 ? 0xFF : s->kind == 2 ? 0xFFFF : 0x10FFFF;
}

Str *str_exact(Vm *vm, Str *s) {
    if (s->head.type == TYPE(vm, str)) return share(s);
    Str *copy = str_alloc(vm, s->length, kind_max(s));
    if (copy != NULL) str_copy(copy, 0, s, 0, s->length);
    return copy;
}

Value str_as_subtype(Vm *vm, Type *type, Str *s) {
    size_t bytes = (size_t)(s->length + 1) * s->kind;
    Str *copy = object_new(vm, type, bytes);
    if (copy == NULL) return VALUE_NULL;
    copy->length = s->length;
    copy->kind = s->kind;
    copy->ascii = s->ascii;
    copy->hash = -1;
    memcpy(copy->data, s->data, bytes);
    return obj_value(copy);
}

/* ---- UTF-8 */

static size_t utf8_size(const Str *s) {
    size_t size = 0;
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t code = str_at(s, i);
        size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return size;
}

const char *str_utf8(Vm *vm, const Str *constant, size_t *length) {
    if (constant->ascii) {
        if (length != NULL) *length = constant->length;
        return (const char *)constant->data;
    }
    Str *s = (Str *)(uintptr_t)constant; /* the cache is no part of the string's value */
    if (s->utf8 == NULL) {
        size_t size = utf8_size(s);
        char *out = mem_alloc(vm->mem, size + 1);
        if (out == NULL || size > STR_BYTES_MAX) {
            mem_free(vm->mem, out, size + 1);
            raise_no_memory(vm);
            return NULL;
        }
        s->utf8 = out;
        s->utf8_length = (uint32_t)size;
        for (uint32_t i = 0; i < s->length; i++) out += utf8_encode(str_at(s, i), out);
        *out = 0;
    }
    if (length != NULL) *length = s->utf8_length;
    return s->utf8;
}

/* ---- comparing */

bool str_equal(const Str *a, const Str *b) {
    return a == b ||
           (a->length == b->length && a->kind == b->kind && memcmp(a->data, b->data, (size_t)a->length * a->kind) == 0);
}

bool str_equals_c(const Str *s, const char *ascii) {
    size_t length = strlen(ascii);
    return s->length == length && s->ascii && memcmp(s->data, ascii, length) == 0;
}

int str_compare(const Str *a, const Str *b) {
    uint32_t n = a->length < b->length ? a->length : b->length;
    if (a->kind == 1 && b->kind == 1) {
        int order = memcmp(a->data, b->data, n);
        if (order != 0) return order < 0 ? -1 : 1;
    } else {
        for (uint32_t i = 0; i < n; i++) {
            uint32_t x = str_at(a, i), y = str_at(b, i);
            if (x != y) return x < y ? -1 : 1;
        }
    }
    return (a->length > b->length) - (a->length < b->length);
}

/* Eight bytes at a time, multiplied and folded. */
static uint64_t hash_bytes(const unsigned char *p, size_t n) {
    const uint64_t k = 0x9E3779B97F4A7C15u;
    uint64_t h = n * k;
    for (; n >= 8; n -= 8, p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        h = (h ^ word) * k;
        h ^= h >> 32;
    }
    uint64_t rest = 0;
    for (size_t i = 0; i < n; i++) rest = rest << 8 | p[i];
    h = (h ^ rest) * k;
    h ^= h >> 29;
    return h;
}

int64_t bytes_hash_of(const unsigned char *data, size_t length) {
    int64_t hash = (int64_t)hash_bytes(data, length);
    return hash == -1 ? -2 : hash;
}

int64_t str_hash(Str *s) {
    if (s->hash == -1) s->hash = bytes_hash_of(s->data, (size_t)s->length * s->kind);
    return s->hash;
}

/* ---- joining */

static bool length_fits(Vm *vm, uint64_t length) {
    if (length < STR_BYTES_MAX) return true;
    raise_no_memory(vm);
    return false;
}

Str *str_concat(Vm *vm, Str *a, Str *b) {
    if (a->length == 0) return str_exact(vm, b);
    if (b->length == 0) return str_exact(vm, a);
    if (!length_fits(vm, (uint64_t)a->length + b->length)) return NULL;
    uint32_t max = kind_max(a) > kind_max(b) ? kind_max(a) : kind_max(b);
    Str *s = str_alloc(vm, a->length + b->length, max);
    if (s == NULL) return NULL;
    str_copy(s, 0, a, 0, a->length);
    str_copy(s, a->length, b, 0, b->length);
    return s;
}

/* Bytes of characters that fit the slot. While `utf8` is NULL, utf8_length remembers a capacity above the slot's own.
 */
static size_t capacity_of(const Str *s) {
    size_t used = sizeof(Str) + ((size_t)s->length + 1) * s->kind;
    size_t slot = used <= 512 ? (used + 15) & ~(size_t)15 : used;
    size_t room = slot - sizeof(Str);
    return s->utf8 == NULL && s->utf8_length > room ? s->utf8_length : room;
}

static void drop_utf8(Vm *vm, Str *s) {
    if (s->utf8 == NULL) return;
    mem_free(vm->mem, s->utf8, (size_t)s->utf8_length + 1);
    s->utf8 = NULL;
    s->utf8_length = 0;
}

static void append_here(Str *a, const Str *b) {
    size_t capacity = capacity_of(a);
    str_copy(a, a->length, b, 0, b->length);
    a->length += b->length;
    a->ascii = a->ascii && b->ascii;
    a->hash = -1;
    a->utf8_length = (uint32_t)capacity;
    memset(a->data + (size_t)a->length * a->kind, 0, a->kind);
}

/* The moved string gets half as much room again, so that a loop of appends costs a linear number of copies. */
static Str *append_moved(Vm *vm, Str *a, const Str *b) {
    uint32_t length = a->length + b->length, max = kind_max(a) > kind_max(b) ? kind_max(a) : kind_max(b);
    uint64_t bytes = (uint64_t)length * kind_of(max);
    uint64_t room = length < 64 ? bytes : bytes + bytes / 2;
    Str *s = alloc_room(vm, length, max, room > STR_BYTES_MAX ? bytes : room);
    if (s == NULL) return NULL;
    if (room <= STR_BYTES_MAX && room > bytes) s->utf8_length = (uint32_t)room;
    str_copy(s, 0, a, 0, a->length);
    str_copy(s, a->length, b, 0, b->length);
    return s;
}

Str *str_append_take(Vm *vm, Str *a, Str *b) {
    Str *s = NULL;
    if (a->head.refs != 1 || a->interned || a->head.type != TYPE(vm, str) || a->length == 0 || b->length == 0 ||
        a == b) {
        s = str_concat(vm, a, b);
    } else if (length_fits(vm, (uint64_t)a->length + b->length)) {
        drop_utf8(vm, a);
        if (b->kind <= a->kind && capacity_of(a) >= ((size_t)a->length + b->length + 1) * a->kind) {
            append_here(a, b);
            return a;
        }
        s = append_moved(vm, a, b);
    }
    obj_release(vm, a);
    return s;
}

static bool join_measure(Vm *vm, const Str *separator, const Value *items, uint32_t count, uint64_t *length,
                         uint32_t *max) {
    *length = (uint64_t)separator->length * (count - 1);
    *max = count > 1 ? kind_max(separator) : 127;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_str(items[i])) {
            raise_error(vm, T_TypeError, "sequence item %u: expected str instance, %T found", i, items[i]);
            return false;
        }
        const Str *s = AS(Str, items[i]);
        *length += s->length;
        if (kind_max(s) > *max && s->length != 0) *max = kind_max(s);
    }
    return length_fits(vm, *length);
}

/* Pieces are a few bytes, mostly. */
static unsigned char *put_bytes(unsigned char *to, const unsigned char *from, uint32_t n) {
    if (n > 16) {
        memcpy(to, from, n);
        return to + n;
    }
    for (uint32_t i = 0; i < n; i++) {
        to[i] = from[i];
        __asm__ volatile("" ::: "memory"); /* not memcpy again */
    }
    return to + n;
}

static void join_bytes(unsigned char *at, const Str *separator, const Value *items, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (i != 0) at = put_bytes(at, separator->data, separator->length);
        at = put_bytes(at, AS(Str, items[i])->data, AS(Str, items[i])->length);
    }
}

Str *str_join(Vm *vm, Str *separator, const Value *items, uint32_t count) {
    uint64_t length;
    uint32_t max, at = 0;
    if (count == 0) return share(vm->empty_str);
    if (count == 1 && is_exact(vm, items[0], T_str)) return share(AS(Str, items[0]));
    if (!join_measure(vm, separator, items, count, &length, &max)) return NULL;
    if (length == 0) return share(vm->empty_str);
    Str *s = str_alloc(vm, (uint32_t)length, max);
    if (s == NULL) return NULL;
    if (s->kind == 1) {
        join_bytes(s->data, separator, items, count);
        return s;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i != 0 && separator->length != 0) {
            str_copy(s, at, separator, 0, separator->length);
            at += separator->length;
        }
        const Str *item = AS(Str, items[i]);
        str_copy(s, at, item, 0, item->length);
        at += item->length;
    }
    return s;
}

/* Characters of all pieces; *ascii: they are strings of ASCII and ints. False: MemoryError or OverflowError. */
static bool pieces_measure(Vm *vm, const Value *pieces, uint32_t count, uint64_t *length, bool *ascii) {
    *length = 0;
    *ascii = true;
    for (uint32_t i = 0; i < count; i++) {
        if (value_is_int(pieces[i])) {
            *length += int_small_digits(value_as_small(pieces[i]));
        } else {
            *length += AS(Str, pieces[i])->length;
            *ascii = *ascii && AS(Str, pieces[i])->ascii;
        }
    }
    return length_fits(vm, *length);
}

Str *str_join_pieces(Vm *vm, Value *pieces, uint32_t count) {
    uint64_t length;
    bool ascii;
    if (!pieces_measure(vm, pieces, count, &length, &ascii)) return NULL;
    if (!ascii || length == 0) {
        for (uint32_t i = 0; i < count; i++) {
            if (!value_is_int(pieces[i])) continue;
            Value text = int_to_str(vm, pieces[i], 10, false);
            if (text == VALUE_NULL) return NULL;
            pieces[i] = text;
        }
        return str_join(vm, vm->empty_str, pieces, count);
    }
    Str *s = str_alloc(vm, (uint32_t)length, 127);
    if (s == NULL) return NULL;
    unsigned char *at = s->data;
    for (uint32_t i = 0; i < count; i++) {
        if (value_is_int(pieces[i])) {
            int64_t small = value_as_small(pieces[i]);
            at += int_small_digits(small);
            int_small_text(small, (char *)at);
        } else {
            at = put_bytes(at, AS(Str, pieces[i])->data, AS(Str, pieces[i])->length);
        }
    }
    return s;
}

Str *str_repeat(Vm *vm, Str *s, int64_t times) {
    if (times <= 0 || s->length == 0) return share(vm->empty_str);
    if (times == 1) return str_exact(vm, s);
    if (times > (int64_t)STR_BYTES_MAX || !length_fits(vm, (uint64_t)s->length * (uint64_t)times)) {
        if (!error_is_set(vm)) raise_no_memory(vm);
        return NULL;
    }
    Str *r = str_alloc(vm, s->length * (uint32_t)times, kind_max(s));
    if (r == NULL) return NULL;
    size_t unit = (size_t)s->length * s->kind, total = unit * (size_t)times, done = unit;
    if (unit == 1) {
        memset(r->data, s->data[0], total);
        return r;
    }
    memcpy(r->data, s->data, unit);
    for (; done < total; done += done < total - done ? done : total - done) {
        memcpy(r->data + done, r->data, done < total - done ? done : total - done);
    }
    return r;
}

/* ---- parts */

Str *str_slice(Vm *vm, Str *s, uint32_t start, uint32_t end) {
    if (end > s->length) end = s->length;
    if (start >= end) return share(vm->empty_str);
    if (end - start == s->length) return str_exact(vm, s);
    if (end - start == 1) return str_from_char(vm, str_at(s, start));
    Str *r = str_alloc(vm, end - start, str_max_code(s, start, end));
    if (r != NULL) str_copy(r, 0, s, start, end - start);
    return r;
}

static Value stepped_slice(Vm *vm, Str *s, int64_t start, int64_t step, int64_t count) {
    if (count <= 0) return str_value(share(vm->empty_str));
    Str *r = str_alloc(vm, (uint32_t)count, kind_max(s));
    if (r == NULL) return VALUE_NULL;
    uint32_t max = 0;
    for (uint32_t i = 0; i < r->length; i++) {
        uint32_t code = str_at(s, (uint32_t)(start + step * (int64_t)i));
        max |= code;
        str_put(r, i, code);
    }
    if (kind_of(max) == r->kind && (max < 0x80) == (r->ascii != 0) && r->length > 1) return obj_value(r);
    Str *narrow = r->length == 1 ? str_from_char(vm, str_at(r, 0)) : str_alloc(vm, r->length, max);
    if (narrow != NULL && r->length > 1) str_copy(narrow, 0, r, 0, r->length);
    obj_release(vm, r);
    return str_value(narrow);
}

static Value get_slice(Vm *vm, Str *s, Value key) {
    int64_t start, stop, step, count;
    if (!slice_indices(vm, key, s->length, &start, &stop, &step, &count)) return VALUE_NULL;
    if (step == 1) return str_value(str_slice(vm, s, (uint32_t)start, (uint32_t)(start + (count > 0 ? count : 0))));
    return stepped_slice(vm, s, start, step, count);
}

Value str_getitem(Vm *vm, Value v, Value key) {
    Str *s = AS(Str, v);
    int64_t index;
    if (value_is_int(key)) {
        index = value_as_small(key);
    } else if (is_exact(vm, key, T_slice)) {
        return get_slice(vm, s, key);
    } else if (type_of(vm, key)->slots.as_int == NULL) {
        return raise_error(vm, T_TypeError, "string indices must be integers, not '%T'", key);
    } else if (!object_as_index(vm, key, &index, INDEX_EXACT)) {
        return VALUE_NULL;
    }
    if (index < 0) index += s->length;
    if (index < 0 || index >= s->length) return raise_error(vm, T_IndexError, "string index out of range");
    return str_value(str_from_char(vm, str_at(s, (uint32_t)index)));
}

/* ---- quoting */

static bool needs_escape(uint32_t c) {
    if (c < 0x7F) return c < ' ' || c == '\\';
    return !unicode_is(c, UNICODE_PRINTABLE);
}

static uint32_t choose_quote(const Str *s, bool *plain) {
    bool single = false, twice = false;
    *plain = true;
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c == '\'') single = true;
        if (c == '"') twice = true;
        if (needs_escape(c)) *plain = false;
    }
    uint32_t quote = single && !twice ? '"' : '\'';
    if (single && quote == '\'') *plain = false;
    return quote;
}

static void put_hex(StrBuilder *b, uint32_t code, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
        builder_char(b, (unsigned char)"0123456789abcdef"[code >> shift & 15]);
    }
}

void str_escape_char(StrBuilder *b, uint32_t code) {
    builder_char(b, '\\');
    switch (code) {
    case '\n': builder_char(b, 'n'); return;
    case '\r': builder_char(b, 'r'); return;
    case '\t': builder_char(b, 't'); return;
    case '\\': builder_char(b, '\\'); return;
    default: break;
    }
    int digits = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    builder_char(b, digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    put_hex(b, code, digits);
}

static Str *quote_plain(Vm *vm, const Str *s, uint32_t quote) {
    Str *r = str_alloc(vm, s->length + 2, kind_max(s));
    if (r == NULL) return NULL;
    str_put(r, 0, quote);
    str_copy(r, 1, s, 0, s->length);
    str_put(r, s->length + 1, quote);
    return r;
}

Str *str_repr(Vm *vm, Str *s) {
    bool plain;
    uint32_t quote = choose_quote(s, &plain);
    if (plain) return quote_plain(vm, s, quote);
    StrBuilder b;
    builder_init(&b, vm);
    builder_char(&b, quote);
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c == quote) {
            builder_char(&b, '\\');
            builder_char(&b, c);
        } else if (needs_escape(c)) {
            str_escape_char(&b, c);
        } else {
            builder_char(&b, c);
        }
    }
    builder_char(&b, quote);
    return builder_finish(&b);
}
