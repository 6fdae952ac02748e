/* codec.c: encoding and decoding: UTF-8, ASCII, Latin-1, with the usual error handlers. The others are in codec_wide.c.
 */
#include "codec.h"

/* ---- names */

static enum codec find_codec(const char *name) {
    static const struct {
        const char *name;
        uint8_t codec;
    } names[] = {
        {"utf8", CODEC_UTF8},       {"u8", CODEC_UTF8},     {"utf", CODEC_UTF8},           {"ascii", CODEC_ASCII},
        {"usascii", CODEC_ASCII},   {"646", CODEC_ASCII},   {"latin1", CODEC_LATIN1},      {"latin", CODEC_LATIN1},
        {"iso88591", CODEC_LATIN1}, {"l1", CODEC_LATIN1},   {"8859", CODEC_LATIN1},        {"cp819", CODEC_LATIN1},
        {"utf16", CODEC_UTF16},     {"u16", CODEC_UTF16},   {"utf16le", CODEC_UTF16_LE},   {"utf16be", CODEC_UTF16_BE},
        {"utf32", CODEC_UTF32},     {"u32", CODEC_UTF32},   {"utf32le", CODEC_UTF32_LE},   {"utf32be", CODEC_UTF32_BE},
        {"cp1252", CODEC_CP1252},   {"1252", CODEC_CP1252}, {"windows1252", CODEC_CP1252}, {"utf8sig", CODEC_UTF8_SIG},
    };
    if (name == NULL) return CODEC_UTF8;
    char plain[24];
    size_t n = 0;
    for (const char *p = name; *p != 0 && n < sizeof plain - 1; p++) {
        if (*p == '-' || *p == '_' || *p == ' ') continue;
        plain[n++] = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
    }
    plain[n] = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].name, plain) == 0) return names[i].codec;
    }
    return CODEC_NONE;
}

static const char *codec_name(enum codec codec) {
    static const char *const names[] = {
        [CODEC_UTF8] = "utf-8",     [CODEC_ASCII] = "ascii",        [CODEC_LATIN1] = "latin-1",
        [CODEC_UTF16] = "utf-16",   [CODEC_UTF16_LE] = "utf-16-le", [CODEC_UTF16_BE] = "utf-16-be",
        [CODEC_UTF32] = "utf-32",   [CODEC_UTF32_LE] = "utf-32-le", [CODEC_UTF32_BE] = "utf-32-be",
        [CODEC_CP1252] = "charmap", [CODEC_UTF8_SIG] = "utf-8",     [CODEC_NONE] = "",
    };
    return names[codec];
}

static bool find_handler(const char *name, enum handler *out) {
    static const char *const names[] = {
        "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "xmlcharrefreplace", "surrogatepass"};
    *out = HANDLE_STRICT;
    if (name == NULL) return true;
    for (int i = 0; i < 7; i++) {
        if (strcmp(name, names[i]) == 0) {
            *out = (enum handler)i;
            return true;
        }
    }
    return false;
}

/* What is not known here the guest module codecs may know: its function(object, encoding, errors). */
static Value ask_codecs(Vm *vm, const char *function, Value object, const char *encoding, const char *errors) {
    Str *module_name = str_intern_c(vm, "codecs"), *name = str_intern_c(vm, function);
    Str *which = str_new(vm, encoding == NULL ? "utf-8" : encoding),
        *how = str_new(vm, errors == NULL ? "strict" : errors);
    Value module = module_name == NULL || name == NULL || which == NULL || how == NULL ? VALUE_NULL
                                                                                       : module_import(vm, module_name);
    Value args[3] = {object, obj_value(which), obj_value(how)};
    Value result = module == VALUE_NULL ? VALUE_NULL : call_method(vm, module, name, args, 3);
    value_release(vm, module);
    obj_release(vm, module_name);
    obj_release(vm, name);
    obj_release(vm, which);
    obj_release(vm, how);
    return result;
}

static bool codec_argument(Vm *vm, const char *function, const char *argument, Value v, const char **out) {
    *out = NULL;
    if (v == VALUE_NULL) return true;
    if (is_str(v)) return (*out = str_utf8(vm, AS(Str, v), NULL)) != NULL;
    raise_error(vm, T_TypeError, "%s() argument '%s' must be str, not %B", function, argument, v);
    return false;
}

bool codec_arguments(Vm *vm, const char *function, Value encoding, Value errors, const char **encoding_out,
                     const char **errors_out) {
    return codec_argument(vm, function, "encoding", encoding, encoding_out) &&
           codec_argument(vm, function, "errors", errors, errors_out);
}

/* UnicodeDecodeError and UnicodeEncodeError: (encoding, object, start, end, reason). */
static void raise_unicode(Vm *vm, enum type_id type, const char *encoding, Value object, uint32_t start, uint32_t end,
                          const char *reason) {
    Str *name = str_new(vm, encoding), *why = str_new(vm, reason);
    if (name != NULL && why != NULL) {
        Value args[5] = {obj_value(name), object, value_small(start), value_small(end), obj_value(why)};
        Value e = call_value(vm, obj_value(vm->types[type]), args, 5, NULL);
        if (e != VALUE_NULL) raise_value(vm, e);
        value_release(vm, e);
    }
    obj_release(vm, name);
    obj_release(vm, why);
}

/* ---- decoding */

static const char hex_digits[] = "0123456789abcdef";

/* Bytes start..end cannot be decoded. */
bool decode_error(Decoder *d, uint32_t start, uint32_t end, const char *reason) {
    switch (d->handler) {
    case HANDLE_IGNORE: return true;
    case HANDLE_REPLACE: builder_char(&d->out, 0xFFFD); return true;
    case HANDLE_BACKSLASH:
        for (uint32_t i = start; i < end; i++) {
            builder_c(&d->out, "\\x");
            builder_char(&d->out, (unsigned char)hex_digits[d->data[i] >> 4]);
            builder_char(&d->out, (unsigned char)hex_digits[d->data[i] & 15]);
        }
        return true;
    case HANDLE_XML:
        raise_error(d->vm, T_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
        return false;
    case HANDLE_ESCAPE:
        if (d->data[start] < 0x80) break;
        for (uint32_t i = start; i < end; i++) builder_char(&d->out, 0xDC00u + d->data[i]);
        return true;
    default: break;
    }
    /* The error keeps bytes, whatever they were in. */
    Value object =
        has_flag(d->object, TYPE_IS_BYTES) ? value_retain(d->object) : obj_value(bytes_new(d->vm, d->data, d->length));
    if (object != VALUE_NULL)
        raise_unicode(d->vm, T_UnicodeDecodeError, codec_name(d->codec), object, start, end, reason);
    value_release(d->vm, object);
    return false;
}

/* How many bytes the sequence at p should have, and the bounds of its second byte; 0: no start byte. */
static uint32_t sequence_length(unsigned char first, unsigned char *low, unsigned char *high) {
    *low = 0x80;
    *high = 0xBF;
    if (first < 0xC2) return 0;
    if (first < 0xE0) return 2;
    if (first < 0xF0) {
        if (first == 0xE0) *low = 0xA0;
        if (first == 0xED) *high = 0x9F; /* no surrogates */
        return 3;
    }
    if (first == 0xF0) *low = 0x90;
    if (first == 0xF4) *high = 0x8F;
    return first < 0xF5 ? 4 : 0;
}

static bool decode_sequence(Decoder *d, uint32_t *at) {
    const unsigned char *p = d->data + *at;
    uint32_t left = d->length - *at, good = 1;
    unsigned char low, high;
    uint32_t wanted = sequence_length(p[0], &low, &high);
    if (wanted == 0) {
        *at += 1;
        return decode_error(d, *at - 1, *at, "invalid start byte");
    }
    uint32_t code = p[0] & (0x7Fu >> wanted);
    if (d->handler == HANDLE_PASS && p[0] == 0xED) high = 0xBF;
    while (good < wanted && good < left && p[good] >= low && p[good] <= high) {
        code = code << 6 | (p[good] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
        good++;
    }
    *at += good;
    if (good == wanted) {
        builder_char(&d->out, code);
        return true;
    }
    return decode_error(d, *at - good, *at, good == left ? "unexpected end of data" : "invalid continuation byte");
}

static bool decode_all(Decoder *d) {
    for (uint32_t at = 0; at < d->length;) {
        uint32_t start = at;
        while (at < d->length && d->data[at] < 0x80) at++;
        builder_ascii(&d->out, (const char *)d->data + start, at - start);
        if (at == d->length) return true;
        if (d->codec == CODEC_UTF8) {
            if (!decode_sequence(d, &at)) return false;
        } else if (d->codec == CODEC_LATIN1) {
            builder_char(&d->out, d->data[at++]);
        } else {
            at++;
            if (!decode_error(d, at - 1, at, "ordinal not in range(128)")) return false;
        }
    }
    return true;
}

static bool all_ascii(const unsigned char *data, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        if (data[i] >= 0x80) return false;
    }
    return true;
}

/* The encodings that CPython does without its registry of codecs, whose errors have a note: named as they are there. */
static bool is_shortcut(const char *name) {
    static const char *const names[] = {"utf_8", "utf8",     "utf_16", "utf16",   "utf_32",     "utf32",
                                        "ascii", "us_ascii", "latin1", "latin_1", "iso_8859_1", "iso8859_1"};
    char plain[16];
    size_t n = 0;
    if (name == NULL) return true;
    for (; name[n] != 0 && n < sizeof plain - 1; n++)
        plain[n] = name[n] == '-' || name[n] == ' '   ? '_'
                   : name[n] >= 'A' && name[n] <= 'Z' ? (char)(name[n] + 32)
                                                      : name[n];
    plain[n] = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], plain) == 0) return true;
    return false;
}

/* The result; an error of the codec itself gets its note. */
static Value with_note(Vm *vm, Value result, const char *operation, const char *encoding) {
    if (result != VALUE_NULL || is_shortcut(encoding) || !error_matches(vm, T_UnicodeError)) return result;
    exception_note(vm, str_format(vm, "%s with '%s' codec failed", operation, encoding));
    return VALUE_NULL;
}

static Value decode(Vm *vm, Value object, const unsigned char *data, uint32_t length, const char *encoding,
                    const char *errors) {
    /* Of nothing CPython does not ask for the encoding, not even whether there is one. */
    if (length == 0) return str_value(str_from_ascii(vm, "", 0));
    Decoder d = {.vm = vm, .object = object, .data = data, .length = length};
    d.codec = find_codec(encoding);
    if (d.codec == CODEC_NONE || !find_handler(errors, &d.handler)) {
        Value bytes = obj_value(bytes_new(vm, data, length));
        Value text = bytes == VALUE_NULL ? VALUE_NULL : ask_codecs(vm, "_decode", bytes, encoding, errors);
        value_release(vm, bytes);
        return text;
    }
    if (d.codec == CODEC_UTF8_SIG && length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        d.data += 3;
        d.length -= 3;
    }
    if (d.codec == CODEC_UTF8_SIG) d.codec = CODEC_UTF8;
    if (codec_is_wide(d.codec)) {
        builder_init(&d.out, vm);
        if (decode_wide(&d)) return str_value(builder_finish(&d.out));
        builder_drop(&d.out);
        return VALUE_NULL;
    }
    if (all_ascii(data, length)) return str_value(str_from_ascii(vm, (const char *)data, length));
    builder_init(&d.out, vm);
    if (decode_all(&d)) return str_value(builder_finish(&d.out));
    builder_drop(&d.out);
    return VALUE_NULL;
}

Value bytes_decode(Vm *vm, Value object, const unsigned char *data, uint32_t length, const char *encoding,
                   const char *errors) {
    return with_note(vm, decode(vm, object, data, length, encoding, errors), "decoding", encoding);
}

/* ---- encoding: the result is built as Latin-1 text, a byte a character */

static void put_utf8(StrBuilder *b, uint32_t c) {
    if (c < 0x80) {
        builder_char(b, c);
        return;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    builder_char(b, (0xFF00u >> (more + 1) & 0xFFu) | c >> (6 * more));
    while (more-- > 0) builder_char(b, 0x80u | (c >> (6 * more) & 0x3F));
}

static bool encodable(const Encoder *e, uint32_t c) {
    if (e->codec == CODEC_ASCII) return c < 0x80;
    if (e->codec == CODEC_LATIN1) return c < 0x100;
    if (e->codec == CODEC_CP1252) return cp1252_byte(c) >= 0;
    return c < 0xD800 || c > 0xDFFF;
}

static void put_reference(StrBuilder *b, uint32_t c) {
    char digits[12];
    size_t n = sizeof digits;
    digits[--n] = ';';
    for (; c != 0; c /= 10) digits[--n] = (char)('0' + c % 10);
    builder_c(b, "&#");
    builder_ascii(b, digits + n, sizeof digits - n);
}

static const char *encode_reason(const Encoder *e) {
    switch (e->codec) {
    case CODEC_ASCII: return "ordinal not in range(128)";
    case CODEC_LATIN1: return "ordinal not in range(256)";
    case CODEC_CP1252: return "character maps to <undefined>";
    default: return "surrogates not allowed";
    }
}

/* The characters from `at` on that cannot be encoded. */
static void raise_encode_error(const Encoder *e, uint32_t at) {
    uint32_t end = at + 1;
    while (end < e->s->length && !encodable(e, str_at(e->s, end))) end++;
    raise_unicode(e->vm, T_UnicodeEncodeError, codec_name(e->codec), obj_value(e->s), at, end, encode_reason(e));
}

bool codec_check_utf8(Vm *vm, const Str *s) {
    for (uint32_t i = 0; s->kind > 1 && i < s->length; i++) {
        uint32_t code = str_at(s, i);
        if (code < 0xD800 || code > 0xDFFF) continue;
        Encoder e = {.vm = vm, .s = (Str *)(uintptr_t)s, .codec = CODEC_UTF8};
        raise_encode_error(&e, i);
        return false;
    }
    return true;
}

bool encode_char_error(Encoder *e, uint32_t at) {
    uint32_t c = str_at(e->s, at);
    switch (e->handler) {
    case HANDLE_IGNORE: return true;
    case HANDLE_REPLACE: encode_wide_char(e, '?'); return true;
    case HANDLE_BACKSLASH: str_escape_char(&e->out, c); return true;
    case HANDLE_XML: put_reference(&e->out, c); return true;
    case HANDLE_ESCAPE:
        if (c < 0xDC80 || c > 0xDCFF) break;
        builder_char(&e->out, c - 0xDC00);
        return true;
    case HANDLE_PASS:
        if (e->codec != CODEC_UTF8) break;
        put_utf8(&e->out, c);
        return true;
    default: break;
    }
    raise_encode_error(e, at);
    return false;
}

static bool encode_all(Encoder *e) {
    for (uint32_t i = 0; i < e->s->length; i++) {
        uint32_t c = str_at(e->s, i);
        if (!encodable(e, c)) {
            if (!encode_char_error(e, i)) return false;
        } else if (e->codec == CODEC_UTF8) {
            put_utf8(&e->out, c);
        } else {
            builder_char(&e->out, c);
        }
    }
    return true;
}

static Value bytes_value(Bytes *b) {
    return b == NULL ? VALUE_NULL : obj_value(b);
}

static Value encode(Vm *vm, Str *s, const char *encoding, const char *errors) {
    Encoder e = {.vm = vm, .s = s};
    e.codec = find_codec(encoding);
    if (e.codec == CODEC_NONE || !find_handler(errors, &e.handler))
        return ask_codecs(vm, "_encode", obj_value(s), encoding, errors);
    if (s->ascii && !codec_is_wide(e.codec) && e.codec != CODEC_UTF8_SIG)
        return bytes_value(bytes_new(vm, s->data, s->length));
    builder_init(&e.out, vm);
    if (e.codec == CODEC_UTF8_SIG) {
        for (int i = 0; i < 3; i++) builder_char(&e.out, (unsigned char)"\xEF\xBB\xBF"[i]);
        e.codec = CODEC_UTF8;
    }
    if (!(codec_is_wide(e.codec) ? encode_wide(&e) : encode_all(&e))) {
        builder_drop(&e.out);
        return VALUE_NULL;
    }
    if (e.out.failed) {
        builder_drop(&e.out);
        return raise_no_memory(vm);
    }
    Bytes *b = bytes_new(vm, e.out.data, e.out.length);
    builder_drop(&e.out);
    return bytes_value(b);
}

Value str_encode(Vm *vm, Str *s, const char *encoding, const char *errors) {
    return with_note(vm, encode(vm, s, encoding, errors), "encoding", encoding);
}
