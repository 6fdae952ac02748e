/* token.h: source text to tokens. Private to the front end.
 *
 * The lexer reads on demand: the parser asks for one token more when it needs it, so that a mistake in the grammar is
 * found before a mistake in the text behind it, as in CPython. An f-string becomes a start, its literal pieces, the
 * tokens of its expressions and an end (PEP 701); the lexer keeps a stack of the f-strings it is in.
 */
#ifndef LOOPSCOPE_PYTHON_TOKEN_H
#define LOOPSCOPE_PYTHON_TOKEN_H

#include <stdarg.h>

#include "python/ast.h"
#include "python/utf8.h"

/* X(name, text): text is how messages spell the token; for the keywords it is also what the lexer looks for. */
#define TOKEN_KINDS(X)                                                                                                 \
    X(END, "")                                                                                                         \
    X(ERROR, "")                                                                                                       \
    X(NEWLINE, "")                                                                                                     \
    X(INDENT, "")                                                                                                      \
    X(DEDENT, "")                                                                                                      \
    X(NAME, "")                                                                                                        \
    X(NUMBER, "")                                                                                                      \
    X(STRING, "")                                                                                                      \
    X(FSTRING_START, "")                                                                                               \
    X(FSTRING_MIDDLE, "")                                                                                              \
    X(FSTRING_END, "")                                                                                                 \
    X(STRAY, "") /* a character no rule takes, such as '?' */
#define TOKEN_OPERATORS(X)                                                                                             \
    X(LPAR, "(")                                                                                                       \
    X(RPAR, ")")                                                                                                       \
    X(LSQB, "[")                                                                                                       \
    X(RSQB, "]")                                                                                                       \
    X(LBRACE, "{")                                                                                                     \
    X(RBRACE, "}")                                                                                                     \
    X(COLON, ":")                                                                                                      \
    X(COMMA, ",")                                                                                                      \
    X(SEMI, ";")                                                                                                       \
    X(DOT, ".")                                                                                                        \
    X(ELLIPSIS, "...")                                                                                                 \
    X(ARROW, "->")                                                                                                     \
    X(EXCLAMATION, "!")                                                                                                \
    X(COLON_EQUAL, ":=")                                                                                               \
    X(EQUAL, "=")                                                                                                      \
    X(PLUS, "+")                                                                                                       \
    X(MINUS, "-")                                                                                                      \
    X(STAR, "*")                                                                                                       \
    X(SLASH, "/")                                                                                                      \
    X(VBAR, "|")                                                                                                       \
    X(AMPER, "&")                                                                                                      \
    X(LESS, "<")                                                                                                       \
    X(GREATER, ">")                                                                                                    \
    X(PERCENT, "%")                                                                                                    \
    X(TILDE, "~")                                                                                                      \
    X(CIRCUMFLEX, "^")                                                                                                 \
    X(AT, "@")                                                                                                         \
    X(EQ_EQUAL, "==")                                                                                                  \
    X(NOT_EQUAL, "!=")                                                                                                 \
    X(LESS_EQUAL, "<=")                                                                                                \
    X(GREATER_EQUAL, ">=")                                                                                             \
    X(LEFT_SHIFT, "<<")                                                                                                \
    X(RIGHT_SHIFT, ">>")                                                                                               \
    X(DOUBLE_STAR, "**")                                                                                               \
    X(DOUBLE_SLASH, "//")                                                                                              \
    X(PLUS_EQUAL, "+=")                                                                                                \
    X(MINUS_EQUAL, "-=")                                                                                               \
    X(STAR_EQUAL, "*=")                                                                                                \
    X(SLASH_EQUAL, "/=")                                                                                               \
    X(PERCENT_EQUAL, "%=")                                                                                             \
    X(AMPER_EQUAL, "&=")                                                                                               \
    X(VBAR_EQUAL, "|=")                                                                                                \
    X(CIRCUMFLEX_EQUAL, "^=")                                                                                          \
    X(LEFT_SHIFT_EQUAL, "<<=")                                                                                         \
    X(RIGHT_SHIFT_EQUAL, ">>=")                                                                                        \
    X(DOUBLE_STAR_EQUAL, "**=")                                                                                        \
    X(DOUBLE_SLASH_EQUAL, "//=")                                                                                       \
    X(AT_EQUAL, "@=")
#define TOKEN_KEYWORDS(X)                                                                                              \
    X(FALSE, "False")                                                                                                  \
    X(NONE, "None")                                                                                                    \
    X(TRUE, "True")                                                                                                    \
    X(AND, "and")                                                                                                      \
    X(AS, "as")                                                                                                        \
    X(ASSERT, "assert")                                                                                                \
    X(ASYNC, "async")                                                                                                  \
    X(AWAIT, "await")                                                                                                  \
    X(BREAK, "break")                                                                                                  \
    X(CLASS, "class")                                                                                                  \
    X(CONTINUE, "continue")                                                                                            \
    X(DEF, "def")                                                                                                      \
    X(DEL, "del")                                                                                                      \
    X(ELIF, "elif")                                                                                                    \
    X(ELSE, "else")                                                                                                    \
    X(EXCEPT, "except")                                                                                                \
    X(FINALLY, "finally")                                                                                              \
    X(FOR, "for")                                                                                                      \
    X(FROM, "from")                                                                                                    \
    X(GLOBAL, "global")                                                                                                \
    X(IF, "if")                                                                                                        \
    X(IMPORT, "import")                                                                                                \
    X(IN, "in")                                                                                                        \
    X(IS, "is")                                                                                                        \
    X(LAMBDA, "lambda")                                                                                                \
    X(NONLOCAL, "nonlocal")                                                                                            \
    X(NOT, "not")                                                                                                      \
    X(OR, "or")                                                                                                        \
    X(PASS, "pass")                                                                                                    \
    X(RAISE, "raise")                                                                                                  \
    X(RETURN, "return")                                                                                                \
    X(TRY, "try")                                                                                                      \
    X(WHILE, "while")                                                                                                  \
    X(WITH, "with")                                                                                                    \
    X(YIELD, "yield")

typedef enum TokenKind {
#define X(name, text) T_##name,
    TOKEN_KINDS(X) TOKEN_OPERATORS(X) TOKEN_KEYWORDS(X)
#undef X
        T_COUNT
} TokenKind;

/* How messages spell a token, "" for those without a fixed text. */
const char *token_text(TokenKind kind);

typedef struct Token {
    uint8_t kind;
    uint8_t level; /* brackets open behind it */
    bool placed;   /* false: INDENT, DEDENT, END: no column of their own */
    uint8_t soft;  /* T_NAME: a SoftKeyword */
    uint32_t lineno, col, end_lineno, end_col;
    uint32_t start, end; /* offsets in Lexer.text */
    Identifier *name;    /* T_NAME and keywords */
} Token;

typedef enum SoftKeyword { SOFT_NO, SOFT_MATCH, SOFT_CASE, SOFT_TYPE, SOFT_UNDERSCORE } SoftKeyword;

/* CPython's own limits, so that the same programs are refused. */
#define LEXER_MAX_BRACKETS 200
#define LEXER_MAX_INDENT 100
#define LEXER_MAX_FSTRINGS 150

typedef struct Bracket {
    char open;
    uint32_t lineno, col;
} Bracket;

/* One f-string the lexer stands in. */
typedef struct FStringMode {
    char quote;
    uint8_t quote_size; /* 1 or 3 */
    bool raw;
    bool is_template;    /* a t-string */
    bool literal;        /* reading literal text now, not an expression */
    bool in_format_spec; /* that literal text is a format spec */
    int depth;           /* brackets open inside it */
    int field_depth;     /* the depth its innermost replacement field starts at; -1: none */
    uint32_t start;      /* offset of its first character, prefix included */
    uint32_t lineno, line_start;
} FStringMode;
static inline char lexer_string_kind(const FStringMode *mode) { /* for messages */
    return mode->is_template ? 't' : 'f';
}

typedef struct Lexer {
    Arena *arena;
    const char *text; /* normalised: UTF-8, \n line ends, ends with \n and then a NUL; lives in the arena */
    uint32_t length;  /* without the NUL */
    uint32_t cursor;
    uint32_t lineno, line_start;
    bool line_pending; /* the last character taken was a \n: the next one starts a new line */
    bool at_bol;       /* indentation is to be measured */
    bool blank_line;
    bool failed;      /* a T_ERROR was given; *error says why */
    bool weak_error;  /* ... of a kind that does not push aside a mistake of the grammar before it */
    bool quiet;       /* record no warnings */
    bool reached_end; /* something was asked for behind the last character */
    int32_t pending;  /* INDENT (> 0) or DEDENT (< 0) tokens to give */
    uint32_t indent;  /* levels on the stacks */
    uint32_t level;
    int32_t fstring; /* index of the innermost mode, -1: none */
    ParseError *error;
    WarningList warnings;
    uint32_t columns[LEXER_MAX_INDENT];     /* with tabs to 8 */
    uint32_t alt_columns[LEXER_MAX_INDENT]; /* with tabs to 1: both must agree */
    Bracket brackets[LEXER_MAX_BRACKETS];
    FStringMode fstrings[LEXER_MAX_FSTRINGS];
} Lexer;

/* Starts at the first character of text, which must be as source_normalise leaves it. */
void lexer_init(Lexer *lexer, Arena *arena, const char *text, uint32_t length, ParseError *error);
/* The next token. T_ERROR when lexer->failed; asking again gives T_ERROR again. */
void lexer_next(Lexer *lexer, Token *token);

/* "'(' was never closed" for the innermost open bracket. */
TokenKind lexer_fail_unclosed(Lexer *lexer);

/* Records the SyntaxWarning about an escape that means nothing (with its backslash), at a byte offset of the current or
 * an earlier line. */
void lexer_warn_escape(Lexer *lexer, const char *escape, bool octal, uint32_t lineno, uint32_t col);
/* And about a number that ends at the cursor, with a keyword right behind it: "decimal", "hexadecimal", ... */
void lexer_warn_literal(Lexer *lexer, const char *name);

/* Private to the lexer's files. Each gives T_ERROR or a kind; errors stand at the cursor. */
TokenKind lexer_number(Lexer *lexer, uint32_t start);
TokenKind lexer_string(Lexer *lexer, Token *token, uint32_t start);
TokenKind lexer_fstring_start(Lexer *lexer, Token *token, uint32_t start);
TokenKind lexer_fstring_literal(Lexer *lexer, Token *token);
/* The error of CPython's tokenizer: it points at the character before the cursor, in the current line. */
TokenKind lexer_fail(Lexer *lexer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same with characters given (from 1; 0: none). */
TokenKind lexer_fail_range(Lexer *lexer, int32_t offset, int32_t end_offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Takes one character; keeps count of lines. Gives -1 at the end. */
int lexer_take(Lexer *lexer);

/* source.c */

/* Checks and normalises bytes as they stand in a file. False with *error set. */
bool source_normalise(Arena *arena, const char *source, size_t length, const char *filename, const char **text,
                      uint32_t *text_length, ParseError *error);
/* Fills error->text from a line of normalised text; keep_newline as CPython's parser errors do. */
void source_error_line(Arena *arena, const char *text, uint32_t length, bool keep_newline, ParseError *error);

/* printf into the arena; NULL when memory ran out. %s, %d, %u and %c suffice. */
const char *arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *arena_vprintf(Arena *arena, const char *format, va_list args);

#endif
