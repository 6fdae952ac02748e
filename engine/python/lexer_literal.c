/* lexer_literal.c: numbers, strings and the literal text of f-strings. Only their extent is found here; what they mean
 * is the parser's (parse_string.c).
 */
#include "python/token.h"

#include <string.h>

static int look(const Lexer *lexer, uint32_t ahead) {
    return (unsigned char)lexer->text[lexer->cursor + ahead];
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

/* ---- Numbers ---- */

typedef struct Radix {
    char letter;
    uint8_t base;
    const char *name;
} Radix;

static bool has_value(int c, uint32_t base) {
    if (is_digit(c)) return (uint32_t)(c - '0') < base;
    int lower = c | 0x20;
    return base == 16 && lower >= 'a' && lower <= 'f';
}

/* Keywords that may stand right behind a number, with a warning only. */
static bool keyword_follows(const Lexer *lexer) {
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(lexer->text + lexer->cursor, words[i], length) != 0) continue;
        int c = look(lexer, (uint32_t)length), lower = c | 0x20;
        if (words[i][0] == 'i') return true; /* so CPython: the word need not end there */
        return !(c == '_' || c >= 128 || is_digit(c) || (lower >= 'a' && lower <= 'z'));
    }
    return false;
}

static TokenKind end_number(Lexer *lexer, const char *name) {
    int c = look(lexer, 0);
    if (keyword_follows(lexer)) {
        lexer_warn_literal(lexer, name);
        return T_NUMBER;
    }
    bool letter = c == '_' || is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (c < 128 && letter) return lexer_fail(lexer, "invalid %s literal", name);
    return T_NUMBER;
}

static TokenKind radix_number(Lexer *lexer, const Radix *radix) {
    do {
        if (look(lexer, 0) == '_') lexer->cursor++;
        int c = look(lexer, 0);
        if (!has_value(c, radix->base)) {
            if (!is_digit(c)) return lexer_fail(lexer, "invalid %s literal", radix->name);
            lexer->cursor++;
            return lexer_fail(lexer, "invalid digit '%c' in %s literal", c, radix->name);
        }
        while (has_value(look(lexer, 0), radix->base)) lexer->cursor++;
    } while (look(lexer, 0) == '_');
    if (is_digit(look(lexer, 0))) {
        int c = look(lexer, 0);
        lexer->cursor++;
        return lexer_fail(lexer, "invalid digit '%c' in %s literal", c, radix->name);
    }
    return end_number(lexer, radix->name);
}

/* Digits and single underscores between them. */
static bool decimal_tail(Lexer *lexer) {
    for (;;) {
        while (is_digit(look(lexer, 0))) lexer->cursor++;
        if (look(lexer, 0) != '_') return true;
        lexer->cursor++;
        if (!is_digit(look(lexer, 0))) {
            lexer_fail(lexer, "invalid decimal literal");
            return false;
        }
    }
}

static TokenKind imaginary_or_end(Lexer *lexer) {
    if ((look(lexer, 0) | 0x20) != 'j') return end_number(lexer, "decimal");
    lexer->cursor++;
    return end_number(lexer, "imaginary");
}

/* Behind the whole part: fraction, exponent, j. */
static TokenKind decimal_rest(Lexer *lexer) {
    if (look(lexer, 0) == '.') {
        lexer->cursor++;
        if (is_digit(look(lexer, 0)) && !decimal_tail(lexer)) return T_ERROR;
    }
    if ((look(lexer, 0) | 0x20) == 'e') {
        bool sign = look(lexer, 1) == '+' || look(lexer, 1) == '-';
        if (!is_digit(look(lexer, 1 + sign))) {
            if (!sign) return end_number(lexer, "decimal");
            lexer->cursor += 2;
            return lexer_fail(lexer, "invalid decimal literal");
        }
        lexer->cursor += 1 + (uint32_t)sign;
        if (!decimal_tail(lexer)) return T_ERROR;
    }
    return imaginary_or_end(lexer);
}

static TokenKind fail_leading_zero(Lexer *lexer, uint32_t start, uint32_t zeros_end) {
    int32_t offset = (int32_t)(start + 1 - lexer->line_start);
    int32_t end = (int32_t)(zeros_end - lexer->line_start);
    return lexer_fail_range(lexer, offset, end,
                            "leading zeros in decimal integer literals are not permitted; "
                            "use an 0o prefix for octal integers");
}

static TokenKind zero_number(Lexer *lexer, uint32_t start) {
    static const Radix radixes[] = {{'x', 16, "hexadecimal"}, {'o', 8, "octal"}, {'b', 2, "binary"}};
    lexer->cursor++;
    for (size_t i = 0; i < 3; i++) {
        if ((look(lexer, 0) | 0x20) != radixes[i].letter) continue;
        lexer->cursor++;
        return radix_number(lexer, &radixes[i]);
    }
    while (look(lexer, 0) == '0' || look(lexer, 0) == '_') {
        if (look(lexer, 0) == '_' && !is_digit(look(lexer, 1))) {
            lexer->cursor++;
            return lexer_fail(lexer, "invalid decimal literal");
        }
        lexer->cursor++;
    }
    /* CPython has taken one character more when it notes where the zeros end. */
    uint32_t zeros_end = lexer->cursor + 1;
    bool nonzero = is_digit(look(lexer, 0));
    if (nonzero && !decimal_tail(lexer)) return T_ERROR;
    int c = look(lexer, 0), lower = c | 0x20;
    if (c == '.' || lower == 'e' || lower == 'j') return decimal_rest(lexer);
    return nonzero ? fail_leading_zero(lexer, start, zeros_end) : end_number(lexer, "decimal");
}

TokenKind lexer_number(Lexer *lexer, uint32_t start) {
    lexer->cursor = start;
    if (look(lexer, 0) == '0') return zero_number(lexer, start);
    if (look(lexer, 0) != '.' && !decimal_tail(lexer)) return T_ERROR;
    return decimal_rest(lexer);
}

/* ---- Strings ---- */

/* 1 or 3, with the cursor behind the opening quotes; 0 for an empty string, with the cursor behind it. */
static uint32_t take_quotes(Lexer *lexer, int quote) {
    lexer->cursor++;
    if (look(lexer, 0) != quote) return 1;
    if (look(lexer, 1) == quote) {
        lexer->cursor += 2;
        return 3;
    }
    lexer->cursor++;
    return 0;
}

static TokenKind fail_unterminated(Lexer *lexer, const Token *token, int quote, uint32_t size, bool escaped) {
    uint32_t detected = lexer->lineno;
    lexer->reached_end |= lexer->cursor >= lexer->length && size == 3;
    lexer->cursor = token->start + 1;
    lexer->line_start = token->start - token->col;
    lexer->lineno = token->lineno;
    if (lexer->fstring >= 0) {
        const FStringMode *mode = &lexer->fstrings[lexer->fstring];
        if (mode->quote == quote && mode->quote_size == size) {
            return lexer_fail(lexer, "%c-string: expecting '}'", lexer_string_kind(mode));
        }
    }
    if (size == 3) {
        return lexer_fail(lexer, "unterminated triple-quoted string literal (detected at line %u)", detected);
    }
    return lexer_fail(lexer, "unterminated string literal (detected at line %u)%s", detected,
                      escaped ? "; perhaps you escaped the end quote?" : "");
}

TokenKind lexer_string(Lexer *lexer, Token *token, uint32_t start) {
    int quote;
    for (lexer->cursor = start; (quote = look(lexer, 0)) != '"' && quote != '\''; lexer->cursor++) {
        if ((quote | 0x20) == 'f' || (quote | 0x20) == 't') return lexer_fstring_start(lexer, token, start);
    }
    uint32_t size = take_quotes(lexer, quote), run = 0;
    bool escaped = false;
    while (run != size) {
        int c = lexer_take(lexer);
        if (c < 0 || (size == 1 && c == '\n')) return fail_unterminated(lexer, token, quote, size, escaped);
        run = c == quote ? run + 1 : 0;
        if (c == '\\') escaped |= lexer_take(lexer) == quote;
    }
    return T_STRING;
}

/* ---- f-strings ---- */

TokenKind lexer_fstring_start(Lexer *lexer, Token *token, uint32_t start) {
    bool raw = false, is_template = false;
    int quote;
    for (lexer->cursor = start; (quote = look(lexer, 0)) != '"' && quote != '\''; lexer->cursor++) {
        raw |= (quote | 0x20) == 'r';
        is_template |= (quote | 0x20) == 't';
    }
    uint32_t size = take_quotes(lexer, quote);
    if (!size) {
        lexer->cursor--; /* the second quote is the end's */
        size = 1;
    }
    if (lexer->fstring + 1 >= LEXER_MAX_FSTRINGS - 1) {
        return lexer_fail(lexer, "too many nested f-strings or t-strings");
    }
    lexer->fstrings[++lexer->fstring] = (FStringMode){.quote = (char)quote,
                                                      .quote_size = (uint8_t)size,
                                                      .raw = raw,
                                                      .is_template = is_template,
                                                      .literal = true,
                                                      .field_depth = -1,
                                                      .start = start,
                                                      .lineno = token->lineno,
                                                      .line_start = start - token->col};
    return T_FSTRING_START;
}

static TokenKind fail_fstring_end(Lexer *lexer, const FStringMode *mode) {
    uint32_t detected = lexer->lineno;
    lexer->reached_end |= lexer->cursor >= lexer->length && mode->quote_size == 3;
    lexer->cursor = mode->start + 1;
    lexer->lineno = mode->lineno;
    lexer->line_start = mode->line_start;
    return lexer_fail(lexer, "unterminated %s%c-string literal (detected at line %u)",
                      mode->quote_size == 3 ? "triple-quoted " : "", lexer_string_kind(mode), detected);
}

static bool at_quotes(const Lexer *lexer, const FStringMode *mode) {
    for (uint32_t i = 0; i < mode->quote_size; i++) {
        if (look(lexer, i) != mode->quote) return false;
    }
    return true;
}

static TokenKind enter_field(Lexer *lexer, FStringMode *mode) {
    /* Fields may nest twice in format specs, as in CPython. */
    if (mode->field_depth + 1 >= 3) {
        return lexer_fail(lexer, "%c-string: expressions nested too deeply", lexer_string_kind(mode));
    }
    mode->field_depth++;
    mode->literal = false;
    mode->in_format_spec = false;
    return T_STRAY;
}

static void warn_brace_escape(Lexer *lexer, char brace) {
    const char escape[3] = {'\\', brace, '\0'};
    lexer_warn_escape(lexer, escape, false, lexer->lineno, lexer->cursor - 1 - lexer->line_start);
}

/* Behind a backslash in literal text. True when it began \N{, whose brace opens no field. */
static bool skip_escape(Lexer *lexer, const FStringMode *mode) {
    int c = look(lexer, 0);
    if (c == '{' || c == '}') {
        if (!mode->raw) warn_brace_escape(lexer, (char)c);
        return false;
    }
    bool named = !mode->raw && c == 'N';
    lexer_take(lexer);
    if (!named || look(lexer, 0) != '{') return false;
    lexer->cursor++;
    return true;
}

static TokenKind end_literal(Lexer *lexer, Token *token, uint32_t end) {
    token->end = end;
    (void)lexer;
    return T_FSTRING_MIDDLE;
}

/* A { in literal text at the cursor. */
static TokenKind literal_open(Lexer *lexer, Token *token, FStringMode *mode, bool in_spec) {
    if (look(lexer, 1) == '{' && !in_spec) {
        lexer->cursor += 2;
        return end_literal(lexer, token, lexer->cursor - 1);
    }
    if (enter_field(lexer, mode) == T_ERROR) return T_ERROR;
    return end_literal(lexer, token, lexer->cursor);
}

static TokenKind literal_close(Lexer *lexer, Token *token, FStringMode *mode, bool in_spec) {
    if (look(lexer, 1) == '}' && !in_spec && mode->depth == 0) {
        lexer->cursor += 2;
        return end_literal(lexer, token, lexer->cursor - 1);
    }
    mode->literal = false;
    return end_literal(lexer, token, lexer->cursor);
}

static TokenKind literal_text(Lexer *lexer, Token *token, FStringMode *mode) {
    bool named = false;
    for (;;) {
        if (lexer->line_pending && lexer->cursor < lexer->length) {
            lexer->line_pending = false;
            lexer->lineno++;
            lexer->line_start = lexer->cursor;
        }
        bool in_spec = mode->in_format_spec && mode->field_depth >= 0;
        int c = look(lexer, 0);
        if (c == '\n' && in_spec && mode->quote_size == 1) {
            lexer_take(lexer);
            return lexer_fail(lexer,
                              "f-string: newlines are not allowed in format specifiers for single quoted f-strings");
        }
        if (lexer->cursor >= lexer->length || (c == '\n' && mode->quote_size == 1)) {
            return fail_fstring_end(lexer, mode);
        }
        if (c == mode->quote && at_quotes(lexer, mode)) return end_literal(lexer, token, lexer->cursor);
        if (c == '{') return literal_open(lexer, token, mode, in_spec);
        if (c == '}') {
            if (!named) return literal_close(lexer, token, mode, in_spec);
            lexer->cursor++;
            return end_literal(lexer, token, lexer->cursor);
        }
        lexer_take(lexer);
        if (c == '\\') named |= skip_escape(lexer, mode);
    }
}

/* Gives T_STRAY when an expression begins at once and ordinary tokens follow. */
TokenKind lexer_fstring_literal(Lexer *lexer, Token *token) {
    FStringMode *mode = &lexer->fstrings[lexer->fstring];
    if (lexer->line_pending && lexer->cursor < lexer->length) {
        lexer->line_pending = false;
        lexer->lineno++;
        lexer->line_start = lexer->cursor;
    }
    token->start = lexer->cursor;
    token->lineno = lexer->lineno;
    token->col = lexer->cursor - lexer->line_start;
    if (look(lexer, 0) == '{' && look(lexer, 1) != '{') return enter_field(lexer, mode);
    if (at_quotes(lexer, mode)) {
        lexer->cursor += mode->quote_size;
        lexer->fstring--;
        return T_FSTRING_END;
    }
    return literal_text(lexer, token, mode);
}
