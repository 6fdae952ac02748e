/* source_encoding.c: a source file in another encoding than UTF-8, which its first or second line declares. What is
 * good UTF-8 is taken as it is, whatever is declared: a page has the text of a program, not the bytes of its file.
 */
#include "frame.h"
#include "text.h"
#include "utf8.h"

#include <string.h>

enum { NAME_MAX_LENGTH = 40 };

static bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

/* The name behind `coding:` or `coding=` in a comment; false: there is none, or it is UTF-8. */
static bool declared_in(const char *line, const char *end, char *name) {
    for (; end - line > 6; line++) {
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '=')) continue;
        const char *from = line + 7;
        while (from < end && (*from == ' ' || *from == '\t')) from++;
        size_t length = 0;
        while (from + length < end && length < NAME_MAX_LENGTH && is_name_char(from[length])) length++;
        memcpy(name, from, length);
        name[length] = '\0';
        if (length > 0) return strncmp(name, "utf", 3) != 0;
    }
    return false;
}

static bool declared(const char *source, size_t length, char *name) {
    const char *end = source + length;
    for (int line = 0; line < 2 && source < end; line++) {
        const char *stop = source;
        while (stop < end && *stop != '\n' && *stop != '\r') stop++;
        while (source < stop && (*source == ' ' || *source == '\t' || *source == '\f')) source++;
        if (source < stop && *source != '#') return false;
        if (declared_in(source, stop, name)) return true;
        source = stop + (end - stop > 1 && stop[0] == '\r' && stop[1] == '\n') + 1;
    }
    return false;
}

bool source_decode(Vm *vm, const char *source, size_t length, Str **decoded) {
    char name[NAME_MAX_LENGTH + 1];
    *decoded = NULL;
    if (utf8_is_valid(source, length) || !declared(source, length, name)) return true;
    if (length >= UINT32_MAX) return raise_no_memory(vm), false;
    Value bytes = obj_value(bytes_new(vm, source, length));
    if (bytes == VALUE_NULL) return false;
    Value text = bytes_decode(vm, bytes, (const unsigned char *)source, (uint32_t)length, name, "strict");
    value_release(vm, bytes);
    if (text != VALUE_NULL) {
        *decoded = AS(Str, text);
        return true;
    }
    if (error_matches(vm, T_UnicodeError) || error_matches(vm, T_LookupError)) {
        error_clear(vm);
        raise_error(vm, T_SyntaxError, "encoding problem: %s", name);
    }
    return false;
}
