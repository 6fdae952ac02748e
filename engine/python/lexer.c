/* lexer.c: lines, indentation, names and operators. Numbers and strings have their own files. It follows CPython's
 * tokenizer where that shows: in which of two mistakes is reported, and at which column.
 */
#include "python/token.h"
#include "python/unicode/unicode.h"

#include <stdarg.h>
#include <string.h>

const char *token_text(TokenKind kind) {
    static const char *const texts[T_COUNT] = {
#define X(name, text) [T_##name] = text,
        TOKEN_KINDS(X) TOKEN_OPERATORS(X) TOKEN_KEYWORDS(X)
#undef X
    };
    return texts[kind];
}

void lexer_init(Lexer *lexer, Arena *arena, const char *text, uint32_t length, ParseError *error) {
    memset(lexer, 0, offsetof(Lexer, brackets));
    lexer->arena = arena;
    lexer->text = text;
    lexer->length = length;
    lexer->lineno = 1;
    lexer->at_bol = true;
    lexer->fstring = -1;
    lexer->error = error;
    warnings_open(&lexer->warnings);
}

/* ---- Errors and warnings ---- */

static TokenKind fail_at(Lexer *lexer, const char *type, int32_t offset, int32_t end_offset, const char *message) {
    lexer->failed = true;
    ParseError *error = lexer->error;
    *error = (ParseError){.type = type, .message = message, .line = lexer->lineno, .end_line = lexer->lineno};
    error->offset = offset;
    error->end_offset = end_offset;
    error->col = lexer->cursor - lexer->line_start;
    source_error_line(lexer->arena, lexer->text, lexer->length, false, error);
    return T_ERROR;
}

TokenKind lexer_fail(Lexer *lexer, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(lexer->arena, format, args);
    va_end(args);
    uint32_t offset = utf8_count(lexer->text + lexer->line_start, lexer->cursor - lexer->line_start);
    return fail_at(lexer, "SyntaxError", (int32_t)offset, (int32_t)offset, message);
}

TokenKind lexer_fail_range(Lexer *lexer, int32_t offset, int32_t end_offset, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(lexer->arena, format, args);
    va_end(args);
    return fail_at(lexer, "SyntaxError", offset, end_offset, message);
}

static void warn(Lexer *lexer, ParseWarning with) {
    ParseWarning *warning = arena_alloc(lexer->arena, sizeof *warning);
    if (!warning || !with.message || !with.as_error) return;
    *warning = with;
    warning_add(&lexer->warnings, warning);
}

void lexer_warn_literal(Lexer *lexer, const char *name) {
    const char *message = arena_printf(lexer->arena, "invalid %s literal", name);
    uint32_t col = lexer->cursor - lexer->line_start - 1;
    warn(lexer,
         (ParseWarning){.message = message, .as_error = message, .line = lexer->lineno, .col = col, .end_col = col});
}

static const char *escape_message(Lexer *lexer, const char *escape, bool octal, bool as_error) {
    return arena_printf(
        lexer->arena,
        "\"%s\" is an invalid %sescape sequence. %sDid you mean \"\\%s\"? A raw string is also an option.", escape,
        octal ? "octal " : "", as_error ? "" : "Such sequences will not work in the future. ", escape);
}

void lexer_warn_escape(Lexer *lexer, const char *escape, bool octal, uint32_t lineno, uint32_t col) {
    if (lexer->quiet) return;
    ParseWarning with = {.line = lineno, .col = col, .end_col = col + 2};
    with.message = escape_message(lexer, escape, octal, false);
    with.as_error = escape_message(lexer, escape, octal, true);
    warn(lexer, with);
}

/* Indentation mistakes point behind the whole line, as CPython's do: it has read the line when it notices. */
static TokenKind fail_line(Lexer *lexer, const char *type, const char *message) {
    const char *newline = memchr(lexer->text + lexer->cursor, '\n', lexer->length - lexer->cursor);
    lexer->cursor = newline ? (uint32_t)(newline - lexer->text) + 1 : lexer->length;
    uint32_t width = utf8_count(lexer->text + lexer->line_start, lexer->cursor - lexer->line_start);
    bool tabs = type[0] == 'T';
    lexer->weak_error = true;
    fail_at(lexer, type, tabs ? 1 : (int32_t)width, tabs ? 0 : -1, message);
    return T_ERROR;
}

TokenKind lexer_fail_unclosed(Lexer *lexer) {
    const Bracket *bracket = &lexer->brackets[lexer->level - 1];
    bool on_last_line = bracket->lineno >= lexer->lineno;
    lexer->lineno = bracket->lineno;
    fail_at(lexer, "SyntaxError", 0, 0, arena_printf(lexer->arena, "'%c' was never closed", bracket->open));
    source_error_line(lexer->arena, lexer->text, lexer->length, on_last_line, lexer->error);
    const char *line = lexer->error->text ? lexer->error->text : "";
    lexer->error->col = bracket->col;
    lexer->error->offset = (int32_t)utf8_count(line, bracket->col) + 1;
    lexer->weak_error = true;
    return T_ERROR;
}

/* ---- Characters ---- */

enum { SPACE = 1, DIGIT = 2, LETTER = 4 };

static const uint8_t classes[128] = {
    [' '] = SPACE,  ['\t'] = SPACE, ['\f'] = SPACE, ['0'] = DIGIT,  ['1'] = DIGIT,  ['2'] = DIGIT,  ['3'] = DIGIT,
    ['4'] = DIGIT,  ['5'] = DIGIT,  ['6'] = DIGIT,  ['7'] = DIGIT,  ['8'] = DIGIT,  ['9'] = DIGIT,  ['_'] = LETTER,
    ['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER, ['e'] = LETTER, ['f'] = LETTER, ['g'] = LETTER,
    ['h'] = LETTER, ['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER, ['m'] = LETTER, ['n'] = LETTER,
    ['o'] = LETTER, ['p'] = LETTER, ['q'] = LETTER, ['r'] = LETTER, ['s'] = LETTER, ['t'] = LETTER, ['u'] = LETTER,
    ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER, ['y'] = LETTER, ['z'] = LETTER, ['A'] = LETTER, ['B'] = LETTER,
    ['C'] = LETTER, ['D'] = LETTER, ['E'] = LETTER, ['F'] = LETTER, ['G'] = LETTER, ['H'] = LETTER, ['I'] = LETTER,
    ['J'] = LETTER, ['K'] = LETTER, ['L'] = LETTER, ['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER,
    ['Q'] = LETTER, ['R'] = LETTER, ['S'] = LETTER, ['T'] = LETTER, ['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER,
    ['X'] = LETTER, ['Y'] = LETTER, ['Z'] = LETTER};

static bool starts_name(int c) {
    return c >= 128 || (c >= 0 && (classes[c] & LETTER));
}

static bool continues_name(int c) {
    return c >= 128 || (c >= 0 && (classes[c] & (LETTER | DIGIT)));
}

/* The character at the cursor without taking it; the NUL behind the text reads as 0. */
static int look(const Lexer *lexer, uint32_t ahead) {
    return (unsigned char)lexer->text[lexer->cursor + ahead];
}

/* A new line begins only when something of it is read: a token at the very end belongs to the last line. */
static void begin_line(Lexer *lexer) {
    if (!lexer->line_pending || lexer->cursor >= lexer->length) return;
    lexer->line_pending = false;
    lexer->lineno++;
    lexer->line_start = lexer->cursor;
}

int lexer_take(Lexer *lexer) {
    begin_line(lexer);
    if (lexer->cursor >= lexer->length) return -1;
    int c = (unsigned char)lexer->text[lexer->cursor++];
    if (c == '\n') lexer->line_pending = true;
    return c;
}

/* ---- Indentation ---- */

/* Behind a backslash: takes the newline. False with the error set. */
static bool continuation_line(Lexer *lexer) {
    lexer->weak_error = true;
    if (look(lexer, 0) != '\n') {
        if (lexer->cursor < lexer->length) lexer_take(lexer);
        uint32_t offset = utf8_count(lexer->text + lexer->line_start, lexer->cursor - lexer->line_start);
        lexer_fail_range(lexer, (int32_t)offset, 0, "unexpected character after line continuation character");
        return false;
    }
    lexer_take(lexer);
    if (lexer->cursor >= lexer->length) {
        if (lexer->level) {
            lexer_fail_unclosed(lexer);
            return false;
        }
        lexer_fail(lexer, "unexpected EOF while parsing");
        lexer->error->end_offset = -1;
        source_error_line(lexer->arena, lexer->text, lexer->length, true, lexer->error);
        return false;
    }
    begin_line(lexer);
    lexer->weak_error = false;
    return true;
}

typedef struct Indentation {
    uint32_t column, alt_column;
} Indentation;

static bool measure_indentation(Lexer *lexer, Indentation *found) {
    Indentation here = {0}, continued = {0};
    for (;; lexer->cursor++) {
        int c = look(lexer, 0);
        if (c == ' ') {
            here.column++, here.alt_column++;
        } else if (c == '\t') {
            here.column = (here.column / 8 + 1) * 8;
            here.alt_column++;
        } else if (c == '\f') {
            here = (Indentation){0};
        } else if (c == '\\') {
            /* The indentation of a line that begins with a backslash is that of its first part. */
            if (!continued.column) continued = here;
            lexer->cursor++;
            if (!continuation_line(lexer)) return false;
            lexer->cursor--;
        } else {
            break;
        }
    }
    if (continued.column) here.column = continued.column, here.alt_column = continued.alt_column;
    *found = here;
    return true;
}

static bool fail_tabs(Lexer *lexer) {
    fail_line(lexer, "TabError", "inconsistent use of tabs and spaces in indentation");
    return false;
}

static bool indent_to(Lexer *lexer, Indentation here) {
    if (lexer->indent + 1 >= LEXER_MAX_INDENT) {
        fail_line(lexer, "IndentationError", "too many levels of indentation");
        lexer->error->offset = 1;
        lexer->error->end_offset = 0;
        return false;
    }
    if (here.alt_column <= lexer->alt_columns[lexer->indent]) return fail_tabs(lexer);
    lexer->indent++;
    lexer->columns[lexer->indent] = here.column;
    lexer->alt_columns[lexer->indent] = here.alt_column;
    lexer->pending++;
    return true;
}

static bool dedent_to(Lexer *lexer, Indentation here) {
    while (lexer->indent > 0 && here.column < lexer->columns[lexer->indent]) {
        lexer->indent--;
        lexer->pending--;
    }
    if (here.column != lexer->columns[lexer->indent]) {
        fail_line(lexer, "IndentationError", "unindent does not match any outer indentation level");
        return false;
    }
    return here.alt_column == lexer->alt_columns[lexer->indent] || fail_tabs(lexer);
}

/* At the beginning of a line. */
static bool read_indentation(Lexer *lexer) {
    Indentation here;
    lexer->at_bol = false;
    begin_line(lexer);
    if (!measure_indentation(lexer, &here)) return false;
    int c = look(lexer, 0);
    lexer->blank_line = c == '#' || c == '\n';
    if (lexer->blank_line || lexer->level) return true;
    if (here.column == lexer->columns[lexer->indent]) {
        return here.alt_column == lexer->alt_columns[lexer->indent] || fail_tabs(lexer);
    }
    return here.column > lexer->columns[lexer->indent] ? indent_to(lexer, here) : dedent_to(lexer, here);
}

/* ---- Names ---- */

static TokenKind fail_character(Lexer *lexer, uint32_t code) {
    if (!unicode_is(code, UNICODE_PRINTABLE)) return lexer_fail(lexer, "invalid non-printable character U+%X", code);
    char shown[5] = {0};
    utf8_encode(code, shown);
    return lexer_fail(lexer, "invalid character '%s' (U+%X)", shown, code);
}

static bool check_name(Lexer *lexer, uint32_t start) {
    uint32_t end = lexer->cursor, size;
    for (uint32_t i = start; i < end; i += size) {
        uint32_t code = utf8_decode(lexer->text + i, &size);
        bool good = code < 128 || (i == start ? unicode_is_xid_start(code) : unicode_is_xid_continue(code));
        if (good) continue;
        lexer->cursor = i + size;
        fail_character(lexer, code);
        return false;
    }
    return true;
}

/* Identifiers that differ in form alone are one (PEP 3131), where keywords are taken as written. */
static Identifier *normal_name(Lexer *lexer, const char *text, uint32_t length) {
    CharacterNames names = arena_names(lexer->arena);
    bool unsure = false;
    uint32_t size;
    for (uint32_t i = 0; i < length && !unsure; i += size) {
        uint32_t code = utf8_decode(text + i, &size);
        unsure = code >= 128 && unicode_may_normalize(code);
    }
    if (!unsure || !names.normal) return arena_intern(lexer->arena, text, length);
    return names.normal(names.context, lexer->arena, text, length);
}

/* Keywords by length, so that most names are told apart by one switch and one comparison. */
static TokenKind keyword_kind(const char *text, uint32_t length) {
    static const uint8_t by_length[9][12] = {
        [2] = {T_AS, T_IF, T_IN, T_IS, T_OR},
        [3] = {T_AND, T_DEF, T_DEL, T_FOR, T_NOT, T_TRY},
        [4] = {T_ELIF, T_ELSE, T_FROM, T_NONE, T_PASS, T_TRUE, T_WITH},
        [5] = {T_ASYNC, T_AWAIT, T_BREAK, T_CLASS, T_FALSE, T_RAISE, T_WHILE, T_YIELD},
        [6] = {T_ASSERT, T_EXCEPT, T_GLOBAL, T_IMPORT, T_LAMBDA, T_RETURN},
        [7] = {T_FINALLY},
        [8] = {T_CONTINUE, T_NONLOCAL},
    };
    if (length < 2 || length > 8) return T_NAME;
    for (const uint8_t *kind = by_length[length]; *kind; kind++) {
        const char *word = token_text((TokenKind)*kind);
        if (word[0] == text[0] && memcmp(word, text, length) == 0) return (TokenKind)*kind;
    }
    return T_NAME;
}

static SoftKeyword soft_kind(const char *text, uint32_t length) {
    if (length == 1 && text[0] == '_') return SOFT_UNDERSCORE;
    if (length == 4 && memcmp(text, "case", 4) == 0) return SOFT_CASE;
    if (length == 4 && memcmp(text, "type", 4) == 0) return SOFT_TYPE;
    if (length == 5 && memcmp(text, "match", 5) == 0) return SOFT_MATCH;
    return SOFT_NO;
}

/* A quote may follow one or two letters. Sets *quoted when the cursor stands at the quote of a good prefix. */
static TokenKind string_prefix(Lexer *lexer, uint32_t start, bool *quoted) {
    static const char letters[] = "burft";
    bool seen[5] = {false};
    uint32_t count = 0;
    for (;; count++) {
        int c = look(lexer, count);
        if (c == '"' || c == '\'') break;
        int lower = c < 128 ? c | 0x20 : 0;
        const char *found = lower ? strchr(letters, lower) : NULL;
        if (!found || !*found || seen[found - letters]) return T_NAME;
        seen[found - letters] = true;
    }
    if (count == 0) return T_NAME;
    enum { B, U, R, F, TEMPLATE };
    static const uint8_t clashes[][2] = {{U, B}, {U, R}, {U, F}, {U, TEMPLATE}, {B, F}, {B, TEMPLATE}, {F, TEMPLATE}};
    for (size_t i = 0; i < sizeof clashes / sizeof *clashes; i++) {
        if (!seen[clashes[i][0]] || !seen[clashes[i][1]]) continue;
        lexer->cursor += count;
        int32_t offset = (int32_t)utf8_count(lexer->text + lexer->line_start, start - lexer->line_start) + 1;
        return lexer_fail_range(lexer, offset, offset + (int32_t)count, "'%c' and '%c' prefixes are incompatible",
                                letters[clashes[i][0]], letters[clashes[i][1]]);
    }
    *quoted = true;
    return T_STRING;
}

static TokenKind read_name(Lexer *lexer, Token *token, uint32_t start) {
    lexer->cursor = start;
    bool quoted = false;
    if (string_prefix(lexer, start, &quoted) == T_ERROR) return T_ERROR;
    if (quoted) return lexer_string(lexer, token, start);
    bool ascii = true;
    while (continues_name(look(lexer, 0))) ascii &= look(lexer, 0) < 128, lexer->cursor++;
    if (!ascii && !check_name(lexer, start)) return T_ERROR;
    const char *text = lexer->text + start;
    uint32_t length = lexer->cursor - start;
    TokenKind kind = keyword_kind(text, length);
    if (kind == T_NAME) token->soft = (uint8_t)soft_kind(text, length);
    token->name = ascii ? arena_intern(lexer->arena, text, length) : normal_name(lexer, text, length);
    if (!token->name) return lexer_fail(lexer, "out of memory");
    return kind;
}

/* ---- Operators ---- */

static const uint8_t one_character[128] = {
    ['('] = T_LPAR,  [')'] = T_RPAR,    ['['] = T_LSQB,    [']'] = T_RSQB,  ['{'] = T_LBRACE,      ['}'] = T_RBRACE,
    [':'] = T_COLON, [','] = T_COMMA,   [';'] = T_SEMI,    ['.'] = T_DOT,   ['!'] = T_EXCLAMATION, ['='] = T_EQUAL,
    ['+'] = T_PLUS,  ['-'] = T_MINUS,   ['*'] = T_STAR,    ['/'] = T_SLASH, ['|'] = T_VBAR,        ['&'] = T_AMPER,
    ['<'] = T_LESS,  ['>'] = T_GREATER, ['%'] = T_PERCENT, ['~'] = T_TILDE, ['^'] = T_CIRCUMFLEX,  ['@'] = T_AT,
    ['$'] = T_STRAY, ['?'] = T_STRAY,   ['`'] = T_STRAY};

typedef struct LongOperator {
    char text[4];
    uint8_t kind;
} LongOperator;

/* The longer ones come before those they begin with. */
static const LongOperator long_operators[] = {{"**=", T_DOUBLE_STAR_EQUAL},
                                              {"//=", T_DOUBLE_SLASH_EQUAL},
                                              {"<<=", T_LEFT_SHIFT_EQUAL},
                                              {">>=", T_RIGHT_SHIFT_EQUAL},
                                              {"...", T_ELLIPSIS},
                                              {"**", T_DOUBLE_STAR},
                                              {"//", T_DOUBLE_SLASH},
                                              {"<<", T_LEFT_SHIFT},
                                              {">>", T_RIGHT_SHIFT},
                                              {"->", T_ARROW},
                                              {":=", T_COLON_EQUAL},
                                              {"==", T_EQ_EQUAL},
                                              {"!=", T_NOT_EQUAL},
                                              {"<>", T_STRAY},
                                              {"<=", T_LESS_EQUAL},
                                              {">=", T_GREATER_EQUAL},
                                              {"+=", T_PLUS_EQUAL},
                                              {"-=", T_MINUS_EQUAL},
                                              {"*=", T_STAR_EQUAL},
                                              {"/=", T_SLASH_EQUAL},
                                              {"%=", T_PERCENT_EQUAL},
                                              {"&=", T_AMPER_EQUAL},
                                              {"|=", T_VBAR_EQUAL},
                                              {"^=", T_CIRCUMFLEX_EQUAL},
                                              {"@=", T_AT_EQUAL}};

static TokenKind read_long_operator(Lexer *lexer, int c) {
    int next = look(lexer, 0);
    bool may_be_long = next == '=' || next == c || next == '>';
    if (!may_be_long) return T_END;
    const char *text = lexer->text + lexer->cursor - 1;
    for (size_t i = 0; i < sizeof long_operators / sizeof *long_operators; i++) {
        size_t length = long_operators[i].text[2] ? 3 : 2;
        if (memcmp(long_operators[i].text, text, length) != 0) continue;
        lexer->cursor += (uint32_t)length - 1;
        return (TokenKind)long_operators[i].kind;
    }
    return T_END;
}

static FStringMode *current_fstring(Lexer *lexer) {
    return lexer->fstring >= 0 ? &lexer->fstrings[lexer->fstring] : NULL;
}

static TokenKind open_bracket(Lexer *lexer, char c, uint32_t start) {
    if (lexer->level >= LEXER_MAX_BRACKETS) return lexer_fail(lexer, "too many nested parentheses");
    lexer->brackets[lexer->level++] = (Bracket){c, lexer->lineno, start - lexer->line_start};
    FStringMode *mode = current_fstring(lexer);
    if (mode) mode->depth++;
    return (TokenKind)one_character[(unsigned char)c];
}

static TokenKind fail_closing(Lexer *lexer, FStringMode *mode, char c, const Bracket *bracket) {
    if (mode && bracket->open == '{' && mode->depth - 1 == mode->field_depth) {
        return lexer_fail(lexer, "%c-string: unmatched '%c'", lexer_string_kind(mode), c);
    }
    if (bracket->lineno != lexer->lineno) {
        return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", c,
                          bracket->open, bracket->lineno);
    }
    return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, bracket->open);
}

static bool brackets_match(char open, char c) {
    return (open == '(' && c == ')') || (open == '[' && c == ']') || (open == '{' && c == '}');
}

static TokenKind close_bracket(Lexer *lexer, char c) {
    FStringMode *mode = current_fstring(lexer);
    if (mode && !mode->depth && c == '}')
        return lexer_fail(lexer, "%c-string: single '}' is not allowed", lexer_string_kind(mode));
    if (!lexer->level) return lexer_fail(lexer, "unmatched '%c'", c);
    const Bracket *bracket = &lexer->brackets[--lexer->level];
    if (!brackets_match(bracket->open, c)) return fail_closing(lexer, mode, c, bracket);
    if (mode) {
        if (--mode->depth < 0) return lexer_fail(lexer, "%c-string: unmatched '%c'", lexer_string_kind(mode), c);
        if (c == '}' && mode->depth == mode->field_depth) {
            mode->field_depth--;
            mode->literal = true;
            mode->in_format_spec = false;
        }
    }
    return (TokenKind)one_character[(unsigned char)c];
}

static TokenKind read_operator(Lexer *lexer, uint32_t start) {
    int c = lexer_take(lexer);
    if (c < 0 || c >= 128 || !one_character[c]) return fail_character(lexer, c < 0 ? 0 : (uint32_t)c);
    FStringMode *mode = current_fstring(lexer);
    /* A colon at the field's own level begins the format spec, even when a `=` follows it. */
    if (c == ':' && mode && mode->field_depth >= 0 && mode->depth - 1 == mode->field_depth) {
        mode->literal = true;
        mode->in_format_spec = true;
        return T_COLON;
    }
    TokenKind kind = read_long_operator(lexer, c);
    if (kind != T_END) return kind;
    if (c == '(' || c == '[' || c == '{') return open_bracket(lexer, (char)c, start);
    if (c == ')' || c == ']' || c == '}') return close_bracket(lexer, (char)c);
    return (TokenKind)one_character[c];
}

/* ---- One token ---- */

static TokenKind read_end(Lexer *lexer, Token *token) {
    token->placed = false;
    lexer->reached_end = true;
    return lexer->level ? lexer_fail_unclosed(lexer) : T_END;
}

/* Skips blanks, comments, blank lines and joined lines. Gives the kind when that already decides it, else T_STRAY with
 * the cursor at the first character of a token. */
static TokenKind skip_to_token(Lexer *lexer, Token *token) {
    for (;;) {
        if (lexer->at_bol && !read_indentation(lexer)) return T_ERROR;
        token->start = lexer->cursor;
        if (lexer->pending) {
            lexer->reached_end |= lexer->cursor >= lexer->length;
            bool dedent = lexer->pending < 0;
            lexer->pending += dedent ? 1 : -1;
            token->placed = false;
            return dedent ? T_DEDENT : T_INDENT;
        }
        begin_line(lexer);
        while (look(lexer, 0) < 128 && (classes[look(lexer, 0)] & SPACE)) lexer->cursor++;
        token->start = lexer->cursor;
        int c = look(lexer, 0);
        if (c == '#') {
            while ((c = look(lexer, 0)) && c != '\n') lexer->cursor++; /* a NEWLINE begins with its comment */
        }
        if (lexer->cursor >= lexer->length) return read_end(lexer, token);
        if (c == '\n') {
            lexer_take(lexer);
            lexer->at_bol = true;
            if (!lexer->blank_line && !lexer->level) return T_NEWLINE;
            lexer->blank_line = false;
        } else if (c == '\\') {
            lexer->cursor++;
            if (!continuation_line(lexer)) return T_ERROR;
        } else {
            return T_STRAY;
        }
    }
}

static TokenKind read_token(Lexer *lexer, Token *token) {
    TokenKind kind = skip_to_token(lexer, token);
    if (kind != T_STRAY) return kind;
    token->lineno = lexer->lineno;
    token->col = token->start - lexer->line_start;
    int c = look(lexer, 0);
    if (starts_name(c)) return read_name(lexer, token, token->start);
    if ((classes[c] & DIGIT) || (c == '.' && look(lexer, 1) < 128 && (classes[look(lexer, 1)] & DIGIT))) {
        return lexer_number(lexer, token->start);
    }
    if (c == '"' || c == '\'') return lexer_string(lexer, token, token->start);
    return read_operator(lexer, token->start);
}

static void finish_token(Lexer *lexer, Token *token, TokenKind kind) {
    token->kind = (uint8_t)kind;
    token->level = (uint8_t)lexer->level;
    token->end_lineno = lexer->lineno;
    if (kind == T_NEWLINE) {
        /* Its newline has been taken, but the next line has not begun. */
        token->lineno = lexer->lineno;
        token->col = token->start - lexer->line_start;
        token->end = token->start;
        token->end_col = lexer->cursor - lexer->line_start;
        return;
    }
    if (kind == T_FSTRING_MIDDLE) {
        token->end_col = lexer->cursor - lexer->line_start; /* both of a doubled brace, unlike `end` */
        return;
    }
    token->end = lexer->cursor;
    token->end_col = lexer->cursor - lexer->line_start;
    if (!token->placed) {
        token->lineno = lexer->lineno;
        token->col = token->end_col;
    }
}

void lexer_next(Lexer *lexer, Token *token) {
    *token = (Token){.kind = T_ERROR, .placed = true};
    if (lexer->failed) return;
    FStringMode *mode = current_fstring(lexer);
    TokenKind kind = mode && mode->literal ? lexer_fstring_literal(lexer, token) : T_STRAY;
    if (kind == T_STRAY) kind = read_token(lexer, token);
    if (kind == T_ERROR) return;
    finish_token(lexer, token, kind);
}
