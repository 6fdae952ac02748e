/* format_message.c: the formatting behind raise_error and str_format. See object.h for the directives. */
#include "types_private.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct Spec {
    int width, precision; /* -1: none */
    bool zero, left;
    int longs; /* number of l */
    bool size; /* z */
} Spec;

static const char *read_number(const char *at, int *number) {
    if (*at < '0' || *at > '9') return at;
    for (*number = 0; *at >= '0' && *at <= '9'; at++) *number = *number * 10 + (*at - '0');
    return at;
}

static const char *read_spec(const char *at, Spec *spec, va_list *list) {
    *spec = (Spec){.width = -1, .precision = -1};
    for (; *at == '0' || *at == '-'; at++) {
        if (*at == '0') spec->zero = true;
        if (*at == '-') spec->left = true;
    }
    at = read_number(at, &spec->width);
    if (*at == '.') {
        at++;
        spec->precision = 0;
        if (*at == '*') {
            spec->precision = va_arg(*list, int);
            at++;
        } else {
            at = read_number(at, &spec->precision);
        }
    }
    for (; *at == 'l'; at++) spec->longs++;
    if (*at == 'z') {
        spec->size = true;
        at++;
    }
    return at;
}

static void put_padded(StrBuilder *b, const char *text, size_t length, const Spec *spec) {
    size_t width = spec->width < 0 ? 0 : (size_t)spec->width;
    uint32_t pad = width > length ? (uint32_t)(width - length) : 0;
    if (!spec->left && pad > 0) builder_repeat(b, spec->zero ? '0' : ' ', pad);
    builder_ascii(b, text, length);
    if (spec->left && pad > 0) builder_repeat(b, ' ', pad);
}

static void put_signed(StrBuilder *b, const Spec *spec, va_list *list) {
    char text[32];
    long long number = spec->longs >= 2   ? va_arg(*list, long long)
                       : spec->longs == 1 ? va_arg(*list, long)
                                          : va_arg(*list, int);
    int length = snprintf(text, sizeof text, "%lld", number);
    put_padded(b, text, (size_t)length, spec);
}

static void put_unsigned(StrBuilder *b, const Spec *spec, char kind, va_list *list) {
    char text[32];
    unsigned long long number = spec->size         ? va_arg(*list, size_t)
                                : spec->longs >= 2 ? va_arg(*list, unsigned long long)
                                : spec->longs == 1 ? va_arg(*list, unsigned long)
                                                   : va_arg(*list, unsigned);
    int length = snprintf(text, sizeof text, kind == 'x' ? "%llx" : kind == 'X' ? "%llX" : "%llu", number);
    put_padded(b, text, (size_t)length, spec);
}

/* C text is UTF-8 as a rule; a precision counts bytes and does not cut a character in two. */
static void put_text(StrBuilder *b, const Spec *spec, const char *text) {
    size_t length = text == NULL ? 0 : strlen(text);
    if (spec->precision >= 0 && length > (size_t)spec->precision) {
        length = (size_t)spec->precision;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
    }
    bool ascii = true;
    for (size_t i = 0; i < length; i++) ascii = ascii && (unsigned char)text[i] < 128;
    if (ascii) {
        put_padded(b, text, length, spec);
        return;
    }
    Str *s = str_from_utf8(b->vm, text, length);
    if (s == NULL) {
        b->failed = true;
        return;
    }
    builder_str(b, s);
    obj_release(b->vm, s);
}

static bool put_value_text(StrBuilder *b, const Spec *spec, Value text) { /* takes over */
    if (text == VALUE_NULL) return false;
    Str *s = AS(Str, text);
    uint32_t length =
        spec->precision >= 0 && (uint32_t)spec->precision < s->length ? (uint32_t)spec->precision : s->length;
    builder_slice(b, s, 0, length);
    value_release(b->vm, text);
    return true;
}

static void put_real(StrBuilder *b, double d) {
    char text[40];
    int length = snprintf(text, sizeof text, "%g", d);
    builder_ascii(b, text, (size_t)length);
}

static void put_pointer(StrBuilder *b, const void *pointer) {
    char text[32];
    int length = snprintf(text, sizeof text, "0x%llx", (unsigned long long)(uintptr_t)pointer);
    builder_ascii(b, text, (size_t)length);
}

/* What an argument of the wrong type is called: _PyArg_BadArgument. */
static const char *bad_argument(Vm *vm, Value v) {
    return v == VALUE_NONE ? "None" : value_type_name(vm, v);
}

/* One directive; false when it raised. */
static bool put_one(StrBuilder *b, char kind, const Spec *spec, va_list *list) {
    Vm *vm = b->vm;
    switch (kind) {
    case 's': put_text(b, spec, va_arg(*list, const char *)); return true;
    case 'c': builder_char(b, (uint32_t)va_arg(*list, int)); return true;
    case 'd':
    case 'i':
        if (spec->size) {
            put_unsigned(b, spec, 'u', list);
        } else {
            put_signed(b, spec, list);
        }
        return true;
    case 'u':
    case 'x':
    case 'X': put_unsigned(b, spec, kind, list); return true;
    case 'g': put_real(b, va_arg(*list, double)); return true;
    case 'p': put_pointer(b, va_arg(*list, void *)); return true;
    case 'S': builder_str(b, va_arg(*list, Str *)); return true;
    case 'V': return put_value_text(b, spec, object_str(vm, va_arg(*list, Value)));
    case 'R': return put_value_text(b, spec, object_repr(vm, va_arg(*list, Value)));
    case 'A': return put_value_text(b, spec, object_ascii(vm, va_arg(*list, Value)));
    case 'T': put_text(b, spec, value_type_name(vm, va_arg(*list, Value))); return true;
    case 'B': put_text(b, spec, bad_argument(vm, va_arg(*list, Value))); return true;
    case 'N': put_text(b, spec, type_name(va_arg(*list, Type *))); return true;
    default: builder_char(b, (uint32_t)kind); return true;
    }
}

Str *str_format_list(Vm *vm, const char *format, void *list) {
    StrBuilder b;
    builder_init(&b, vm);
    const char *at = format;
    while (*at != '\0') {
        const char *end = strchr(at, '%');
        size_t plain = end == NULL ? strlen(at) : (size_t)(end - at);
        if (plain > 0) put_text(&b, &(Spec){.width = -1, .precision = (int)plain}, at);
        if (end == NULL) break;
        Spec spec;
        at = read_spec(end + 1, &spec, list);
        if (!put_one(&b, *at, &spec, list)) {
            builder_drop(&b);
            return NULL;
        }
        if (*at != '\0') at++;
    }
    return builder_finish(&b);
}
