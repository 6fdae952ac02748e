/* parse_number.c: number tokens to constants. */
#include "python/parser.h"

#include <string.h>

#include "python/parse_float.h"

/* CPython's sys.int_info.default_max_str_digits. */
#define MAX_DECIMAL_DIGITS 4300u

/* The token's text without underscores. */
static char *clean_text(Parser *parser, const Token *token, uint32_t *length) {
    const char *text = parser->lexer.text + token->start;
    uint32_t size = token->end - token->start;
    char *copy = arena_alloc(parser->arena, size + 1);
    if (!copy) return NULL;
    char *out = copy;
    for (uint32_t i = 0; i < size; i++) {
        if (text[i] != '_') *out++ = text[i];
    }
    *out = '\0';
    *length = (uint32_t)(out - copy);
    return copy;
}

static uint8_t radix_of(const char *text) {
    if (text[0] != '0') return 10;
    switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 10;
    }
}

static Expr *fail_digits(Parser *parser, const Token *token, uint32_t digits) {
    raise_start(parser, token->lineno, 0,
                "Exceeds the limit (%u digits) for integer string conversion: value has %u digits; use "
                "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "
                "to avoid decimal conversion limits.",
                MAX_DECIMAL_DIGITS, digits);
    parser->error->offset = 0;
    parser->error->end_offset = 0;
    return NULL;
}

static void fill_float(Constant *constant, const char *text, uint32_t length, bool imaginary) {
    constant->kind = imaginary ? CONST_IMAGINARY : CONST_FLOAT;
    constant->number = parse_float_text(text, imaginary ? length - 1 : length);
}

Expr *parse_number(Parser *parser) {
    Token token = *peek(parser);
    parser->mark++;
    uint32_t length;
    char *text = clean_text(parser, &token, &length);
    Expr *e = text ? new_expr(parser, EXPR_CONSTANT, token_location(&token)) : NULL;
    if (!e) return NULL;
    Constant *constant = &e->v.constant;
    uint8_t base = radix_of(text);
    bool imaginary = base == 10 && (text[length - 1] | 0x20) == 'j';
    if (imaginary || (base == 10 && strpbrk(text, ".eE"))) {
        fill_float(constant, text, length, imaginary);
        return e;
    }
    if (base == 10 && length > MAX_DECIMAL_DIGITS) return fail_digits(parser, &token, length);
    uint32_t skip = base == 10 ? 0 : 2;
    constant->kind = CONST_INT;
    constant->base = base;
    constant->text = text + skip;
    constant->length = length - skip;
    return e;
}
