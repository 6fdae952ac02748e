/* codec_wide.c: UTF-16 and UTF-32 in both byte orders, with and without a byte order mark, and Windows-1252. */
#include "codec.h"

/* 0x80..0x9F of Windows-1252; 0: not in use. The rest is Latin-1. */
static const uint16_t cp1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

int cp1252_byte(uint32_t c) {
    if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return (int)c;
    for (int i = 0; i < 32 && c != 0; i++)
        if (cp1252[i] == c) return 0x80 + i;
    return -1;
}

static bool is_big(enum codec codec) {
    return codec == CODEC_UTF16_BE || codec == CODEC_UTF32_BE;
}

static bool is_utf16(enum codec codec) {
    return codec >= CODEC_UTF16 && codec <= CODEC_UTF16_BE;
}

/* ---- decoding ---- */

static uint32_t unit_at(const Decoder *d, uint32_t at, uint32_t size, bool big) {
    uint32_t unit = 0;
    for (uint32_t i = 0; i < size; i++) unit = unit << 8 | d->data[at + (big ? i : size - 1 - i)];
    return unit;
}

/* Skips a byte order mark; says whether the text is big-endian. */
static bool skip_mark(Decoder *d, uint32_t size, uint32_t *at) {
    if (d->codec != CODEC_UTF16 && d->codec != CODEC_UTF32) return is_big(d->codec);
    if (d->length < size) {
        d->codec++;
        return false;
    }
    bool little = unit_at(d, 0, size, false) == 0xFEFF, big = unit_at(d, 0, size, true) == 0xFEFF;
    if (little || big) *at = size;
    d->codec += big ? 2 : 1; /* the one that errors name */
    return big;
}

/* The second half of a pair, or an error; *at is behind the first. */
static bool decode_pair(Decoder *d, uint32_t first, bool big, uint32_t *at) {
    uint32_t start = *at - 2;
    if (first >= 0xDC00) return decode_error(d, start, *at, "illegal encoding");
    if (*at + 2 > d->length) {
        *at = d->length;
        return decode_error(d, start, d->length, "unexpected end of data");
    }
    uint32_t second = unit_at(d, *at, 2, big);
    if (second < 0xDC00 || second > 0xDFFF) return decode_error(d, start, *at, "illegal UTF-16 surrogate");
    *at += 2;
    builder_char(&d->out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
    return true;
}

static bool is_pair(const Decoder *d, uint32_t first, bool big, uint32_t at) {
    if (first >= 0xDC00 || at + 2 > d->length) return false;
    uint32_t second = unit_at(d, at, 2, big);
    return second >= 0xDC00 && second <= 0xDFFF;
}

static bool decode_units(Decoder *d, uint32_t size) {
    uint32_t at = 0;
    bool big = skip_mark(d, size, &at);
    while (at < d->length) {
        if (at + size > d->length) return decode_error(d, at, d->length, "truncated data");
        uint32_t unit = unit_at(d, at, size, big);
        at += size;
        bool surrogate = unit >= 0xD800 && unit <= 0xDFFF, passes = d->handler == HANDLE_PASS;
        bool fine = true;
        if (surrogate && size == 2 && !(passes && !is_pair(d, unit, big, at)))
            fine = decode_pair(d, unit, big, &at);
        else if (surrogate && !passes)
            fine = decode_error(d, at - size, at, "code point in surrogate code point range(0xd800, 0xe000)");
        else if (unit > 0x10FFFF)
            fine = decode_error(d, at - size, at, "code point not in range(0x110000)");
        else
            builder_char(&d->out, unit);
        if (!fine) return false;
    }
    return true;
}

static bool decode_cp1252(Decoder *d) {
    for (uint32_t i = 0; i < d->length; i++) {
        unsigned char byte = d->data[i];
        uint32_t c = byte >= 0x80 && byte < 0xA0 ? cp1252[byte - 0x80] : byte;
        if (c == 0 && byte != 0) {
            if (!decode_error(d, i, i + 1, "character maps to <undefined>")) return false;
        } else {
            builder_char(&d->out, c);
        }
    }
    return true;
}

bool decode_wide(Decoder *d) {
    if (d->codec == CODEC_CP1252) return decode_cp1252(d);
    return decode_units(d, is_utf16(d->codec) ? 2 : 4);
}

/* ---- encoding ---- */

static void put_unit(Encoder *e, uint32_t unit, uint32_t size) {
    bool big = is_big(e->codec);
    for (uint32_t i = 0; i < size; i++) builder_char(&e->out, unit >> 8 * (big ? size - 1 - i : i) & 0xFF);
}

void encode_wide_char(Encoder *e, uint32_t c) {
    if (e->codec == CODEC_CP1252) {
        builder_char(&e->out, (uint32_t)cp1252_byte(c));
    } else if (!codec_is_wide(e->codec)) {
        builder_char(&e->out, c);
    } else if (!is_utf16(e->codec)) {
        put_unit(e, c, 4);
    } else if (c < 0x10000) {
        put_unit(e, c, 2);
    } else {
        put_unit(e, 0xD800 + ((c - 0x10000) >> 10), 2);
        put_unit(e, 0xDC00 + ((c - 0x10000) & 0x3FF), 2);
    }
}

bool encode_wide(Encoder *e) {
    if (e->codec == CODEC_UTF16) put_unit(e, 0xFEFF, 2);
    if (e->codec == CODEC_UTF32) put_unit(e, 0xFEFF, 4);
    for (uint32_t i = 0; i < e->s->length; i++) {
        uint32_t c = str_at(e->s, i);
        bool fits = e->codec == CODEC_CP1252 ? cp1252_byte(c) >= 0 : c < 0xD800 || c > 0xDFFF;
        if (fits || (e->handler == HANDLE_PASS && e->codec != CODEC_CP1252))
            encode_wide_char(e, c);
        else if (!encode_char_error(e, i))
            return false;
    }
    return true;
}
