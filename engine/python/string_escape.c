/* string_escape.c: escapes in string and bytes literals, with CPython's words for broken ones. */
#include "python/string_escape.h"

#include <string.h>

typedef struct Decoder {
    Parser *parser;
    const EscapeSource *source;
    const char *at, *end; /* what is still to be read */
    char *out;
    bool bytes;
    bool warned;   /* CPython tells of the first bad escape of a literal only */
    uint32_t wide; /* characters above ASCII before `at`, see position() */
    uint32_t wide_bytes;
} Decoder;

/* CPython decodes str literals from a copy in which each character above ASCII has become a ten-byte escape; the
 * positions in its messages count in that copy. */
static uint32_t position(const Decoder *decoder, const char *place) {
    uint32_t offset = (uint32_t)(place - decoder->parser->lexer.text) - decoder->source->start;
    return offset - decoder->wide_bytes + decoder->wide * 10;
}

static bool fail_unicode(Decoder *decoder, const char *from, const char *to, const char *reason) {
    uint32_t first = position(decoder, from), last = position(decoder, to) - 1;
    Location loc = token_location(decoder->source->token);
    if (first == last) {
        raise_range(decoder->parser, loc,
                    "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %u: %s", first, reason);
    } else {
        raise_range(decoder->parser, loc,
                    "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s", first, last,
                    reason);
    }
    return false;
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static void warn(Decoder *decoder, const char *escape, size_t length, bool octal) {
    if (decoder->warned) return;
    decoder->warned = true;
    Lexer *lexer = &decoder->parser->lexer;
    const Token *token = decoder->source->token;
    char shown[8] = {0};
    memcpy(shown, escape, length < sizeof shown ? length : sizeof shown - 1);
    uint32_t line = token->lineno, line_start = token->start - token->col;
    for (uint32_t i = token->start; lexer->text + i < escape; i++) {
        if (lexer->text[i] != '\n') continue;
        line++;
        line_start = i + 1;
    }
    uint32_t col = (uint32_t)(escape - lexer->text) - line_start;
    if (!decoder->parser->diagnose) lexer_warn_escape(lexer, shown, octal, line, col);
}

static void put(Decoder *decoder, uint32_t code) {
    if (decoder->bytes)
        *decoder->out++ = (char)code;
    else
        decoder->out += utf8_encode(code, decoder->out);
}

/* Behind the backslash at `escape`, at the first of up to three octal digits. */
static void decode_octal(Decoder *decoder, const char *escape) {
    uint32_t code = 0;
    for (int i = 0; i < 3 && decoder->at < decoder->end && *decoder->at >= '0' && *decoder->at <= '7'; i++) {
        code = code * 8 + (uint32_t)(*decoder->at++ - '0');
    }
    if (code > 0xFF) warn(decoder, escape, 4, true);
    put(decoder, code);
}

static bool decode_hex(Decoder *decoder, const char *escape, int digits, const char *reason) {
    uint32_t code = 0;
    for (int i = 0; i < digits; i++) {
        int value = decoder->at < decoder->end ? hex_value(*decoder->at) : -1;
        if (value < 0 && decoder->bytes) {
            raise_range(decoder->parser, token_location(decoder->source->token),
                        "(value error) invalid \\x escape at position %u", position(decoder, escape));
            return false;
        }
        if (value < 0) return fail_unicode(decoder, escape, decoder->at, reason);
        code = code << 4 | (uint32_t)value;
        decoder->at++;
    }
    if (code > 0x10FFFF) return fail_unicode(decoder, escape, decoder->at, "illegal Unicode character");
    put(decoder, code);
    return true;
}

static bool fail_name(Decoder *decoder, const char *text, size_t length) {
    Parser *parser = decoder->parser;
    Identifier *name = arena_intern(parser->arena, text, length);
    if (!name) return false;
    raise_range(parser, token_location(decoder->source->token), "Loopscope has no \\N{%s} yet", name->text);
    parser->error->type = "NotImplementedError";
    return false;
}

static bool decode_name(Decoder *decoder, const char *escape) {
    const char *start = decoder->at + 1;
    const char *close = NULL;
    if (decoder->at < decoder->end && *decoder->at == '{') {
        close = memchr(start, '}', (size_t)(decoder->end - start));
    }
    if (!close || close == start) {
        const char *stop = close ? close : decoder->at;
        if (!close && decoder->at < decoder->end && *decoder->at == '{') stop = decoder->end;
        return fail_unicode(decoder, escape, stop, "malformed \\N character escape");
    }
    CharacterNames names = arena_names(decoder->parser->arena);
    size_t length = (size_t)(close - start);
    int64_t code = names.find == NULL ? '?' : names.find(names.context, start, length);
    if (code == CHARACTER_UNTOLD) return fail_name(decoder, start, length);
    if (code == CHARACTER_UNKNOWN) return fail_unicode(decoder, escape, close + 1, "unknown Unicode character name");
    decoder->at = close + 1;
    put(decoder, (uint32_t)code);
    return true;
}

/* An escape of one letter; -1 when there is none. */
static int simple_escape(char c) {
    switch (c) {
    case '\\':
    case '\'':
    case '"': return c;
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    default: return -1;
    }
}

/* At a backslash. */
static bool decode_escape(Decoder *decoder) {
    const char *escape = decoder->at++;
    if (decoder->at == decoder->end) { /* before a brace of an f-string: the lexer has warned */
        put(decoder, '\\');
        return true;
    }
    char c = *decoder->at;
    int simple = simple_escape(c);
    if (simple >= 0) {
        decoder->at++;
        put(decoder, (uint32_t)simple);
        return true;
    }
    if (c >= '0' && c <= '7') return decode_octal(decoder, escape), true;
    decoder->at++;
    if (c == '\n') return true;
    if (c == 'x') return decode_hex(decoder, escape, 2, "truncated \\xXX escape");
    if (!decoder->bytes && c == 'u') return decode_hex(decoder, escape, 4, "truncated \\uXXXX escape");
    if (!decoder->bytes && c == 'U') return decode_hex(decoder, escape, 8, "truncated \\UXXXXXXXX escape");
    if (!decoder->bytes && c == 'N') return decode_name(decoder, escape);
    decoder->at--;
    uint32_t size;
    utf8_decode(decoder->at, &size);
    put(decoder, '\\');
    /* CPython does not warn about a character above ASCII: it has turned into a good escape by then. */
    if (size == 1) warn(decoder, escape, 2, false);
    return true;
}

static bool decode_all(Decoder *decoder) {
    while (decoder->at < decoder->end) {
        unsigned char c = (unsigned char)*decoder->at;
        if (c == '\\') {
            if (!decode_escape(decoder)) return false;
            continue;
        }
        if (c >= 0xC0) decoder->wide++;
        decoder->wide_bytes += c >= 0x80;
        *decoder->out++ = *decoder->at++;
    }
    return true;
}

bool string_decode(Parser *parser, const EscapeSource *source, Constant *constant) {
    uint32_t size = source->end - source->start;
    const char *text = parser->lexer.text + source->start;
    /* No escape is shorter than what it stands for. */
    char *copy = arena_alloc(parser->arena, size + 1);
    if (!copy) return false;
    constant->text = copy;
    if (source->raw || !memchr(text, '\\', size)) {
        memcpy(copy, text, size);
        copy[size] = '\0';
        constant->length = size;
        return true;
    }
    Decoder decoder = {.parser = parser,
                       .source = source,
                       .at = text,
                       .end = text + size,
                       .out = copy,
                       .bytes = constant->kind == CONST_BYTES};
    if (!decode_all(&decoder)) return false;
    *decoder.out = '\0';
    constant->length = (uint32_t)(decoder.out - copy);
    return true;
}
