/* source.c: bytes as they stand in a file to text the lexer can trust: UTF-8 that is valid, one kind of line end, a
 * newline at the end, no NUL inside. Also the small UTF-8 helpers of the front end.
 */
#include "python/token.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

uint32_t utf8_count(const char *text, uint32_t bytes) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < bytes && text[i]; i++) count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

uint32_t utf8_decode(const char *text, uint32_t *size) {
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) return *size = 1, s[0];
    if (s[0] < 0xE0) return *size = 2, (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3Fu);
    if (s[0] < 0xF0) return *size = 3, (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3Fu);
    *size = 4;
    return (uint32_t)(s[0] & 7) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3Fu);
}

uint32_t utf8_encode(uint32_t code, char *out) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

/* ---- Messages ---- */

typedef struct Writer {
    char *out; /* NULL: only measures */
    size_t size;
} Writer;

static void write_text(Writer *writer, const char *text, size_t length) {
    if (writer->out) memcpy(writer->out + writer->size, text, length);
    writer->size += length;
}

static void write_number(Writer *writer, uint32_t number, uint32_t base, uint32_t width) {
    char digits[12];
    uint32_t at = sizeof digits;
    do {
        digits[--at] = "0123456789ABCDEF"[number % base];
        number /= base;
    } while (number);
    while (sizeof digits - at < width) digits[--at] = '0';
    write_text(writer, digits + at, sizeof digits - at);
}

/* The five directives messages need, so that libc's formatter stays out of the wasm file: %s %c %d %u %X (four digits
 * at least). */
static void write_format(Writer *writer, const char *format, va_list args) {
    for (; *format; format++) {
        if (*format != '%') {
            write_text(writer, format, 1);
            continue;
        }
        format++;
        if (*format == 's') {
            const char *text = va_arg(args, const char *);
            write_text(writer, text, strlen(text));
        } else if (*format == 'c') {
            char c = (char)va_arg(args, int);
            write_text(writer, &c, 1);
        } else if (*format == 'X') {
            write_number(writer, va_arg(args, uint32_t), 16, 4);
        } else if (*format == 'd' || *format == 'u') {
            write_number(writer, va_arg(args, uint32_t), 10, 1);
        } else {
            write_text(writer, format, 1);
        }
    }
}

const char *arena_vprintf(Arena *arena, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    Writer writer = {0};
    write_format(&writer, format, args);
    char *text = arena_alloc(arena, writer.size + 1);
    if (text) {
        writer = (Writer){.out = text};
        write_format(&writer, format, again);
        text[writer.size] = '\0';
    }
    va_end(again);
    return text;
}

const char *arena_printf(Arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

/* ---- Checks ---- */

static bool fail(ParseError *error, const char *type, const char *message) {
    *error = (ParseError){.type = type, .message = message};
    if (!message) {
        error->type = "MemoryError";
        error->message = "";
        error->no_memory = true;
    }
    return false;
}

/* Bytes of the valid sequence at s, or 0; then *reason says why, in the words of the codec, and *bad is its length. */
static uint32_t utf8_sequence(const unsigned char *s, size_t left, const char **reason, uint32_t *bad) {
    *bad = 1;
    if (s[0] < 0x80) return 1;
    uint32_t size = s[0] >= 0xC2 && s[0] < 0xE0 ? 2 : (s[0] & 0xF0) == 0xE0 ? 3 : s[0] >= 0xF0 && s[0] < 0xF5 ? 4 : 0;
    if (!size) {
        *reason = "invalid start byte";
        return 0;
    }
    for (uint32_t i = 1; i < size; i++) {
        *bad = i;
        if (i >= left) {
            *reason = "unexpected end of data";
            return 0;
        }
        unsigned char low = 0x80, high = 0xBF;
        if (i == 1 && s[0] == 0xE0) low = 0xA0;
        if (i == 1 && s[0] == 0xED) high = 0x9F;
        if (i == 1 && s[0] == 0xF0) low = 0x90;
        if (i == 1 && s[0] == 0xF4) high = 0x8F;
        if (s[i] < low || s[i] > high) {
            *reason = "invalid continuation byte";
            return 0;
        }
    }
    return size;
}

static const char *codec_message(Arena *arena, unsigned char byte, uint32_t position, uint32_t bad,
                                 const char *reason) {
    const char hex[3] = {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15], '\0'};
    if (bad == 1) {
        return arena_printf(arena, "(unicode error) 'utf-8' codec can't decode byte 0x%s in position %u: %s", hex,
                            position, reason);
    }
    return arena_printf(arena, "(unicode error) 'utf-8' codec can't decode bytes in position %u-%u: %s", position,
                        position + bad - 1, reason);
}

bool utf8_is_valid(const char *text, size_t length) {
    const char *reason;
    uint32_t bad, size = 1;
    for (size_t i = 0; i < length && size > 0; i += size)
        size = utf8_sequence((const unsigned char *)text + i, length - i, &reason, &bad);
    return size > 0;
}

static bool check_utf8(Arena *arena, const char *source, size_t length, const char *filename, ParseError *error) {
    const unsigned char *bytes = (const unsigned char *)source;
    uint32_t line = 1;
    for (size_t i = 0; i < length;) {
        const char *reason = NULL;
        uint32_t bad = 0;
        uint32_t size = utf8_sequence(bytes + i, length - i, &reason, &bad);
        if (size) {
            line += bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n'));
            i += size;
            continue;
        }
        const char hex[3] = {"0123456789abcdef"[bytes[i] >> 4], "0123456789abcdef"[bytes[i] & 15], '\0'};
        const char *message = filename ? arena_printf(arena,
                                                      "Non-UTF-8 code starting with '\\x%s' in file %s on line %u, but "
                                                      "no encoding declared; see "
                                                      "https://peps.python.org/pep-0263/ for details",
                                                      hex, filename, line)
                                       : codec_message(arena, bytes[i], (uint32_t)i, bad, reason);
        return fail(error, "SyntaxError", message);
    }
    return true;
}

bool source_normalise(Arena *arena, const char *source, size_t length, const char *filename, const char **text,
                      uint32_t *text_length, ParseError *error) {
    *error = (ParseError){0};
    if (length >= UINT32_MAX / 2) return fail(error, "MemoryError", NULL);
    if (length && memchr(source, 0, length)) {
        return fail(error, "SyntaxError", "source code cannot contain null bytes");
    }
    if (length >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0) source += 3, length -= 3;
    if (!check_utf8(arena, source, length, filename, error)) return false;
    char *copy = arena_alloc(arena, length + 2);
    if (!copy) return fail(error, "MemoryError", NULL);
    char *out = copy;
    for (size_t i = 0; i < length; i++) {
        if (source[i] == '\r') {
            *out++ = '\n';
            i += i + 1 < length && source[i + 1] == '\n';
        } else {
            *out++ = source[i];
        }
    }
    if (out != copy && out[-1] != '\n') *out++ = '\n';
    *out = '\0';
    *text = copy;
    *text_length = (uint32_t)(out - copy);
    return true;
}

void source_error_line(Arena *arena, const char *text, uint32_t length, bool keep_newline, ParseError *error) {
    const char *start = text, *end = text + length;
    for (uint32_t line = 1; line < error->line; line++) {
        const char *newline = memchr(start, '\n', (size_t)(end - start));
        if (!newline) break;
        start = newline + 1;
    }
    const char *stop = memchr(start, '\n', (size_t)(end - start));
    stop = stop ? stop + keep_newline : end;
    char *copy = arena_alloc(arena, (size_t)(stop - start) + 1);
    if (!copy) return;
    memcpy(copy, start, (size_t)(stop - start));
    copy[stop - start] = '\0';
    error->text = copy;
    error->text_length = (uint32_t)(stop - start);
}
