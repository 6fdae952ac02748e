/* ast.h: the syntax tree, and the way from source text to it.
 *
 * Mirrors CPython 3.14's ast module node for node; field names are the same, except that a few carry no keyword
 * clash here (`for` nodes use for_, `if` nodes if_, and so on). All of it, names and texts included, lives in one
 * Arena and goes away with it; nothing here is freed alone, nothing points outside the arena (not into the source).
 *
 * Lines count from 1, columns are byte offsets in the UTF-8 line from 0, as in CPython's nodes.
 */
#ifndef LOOPSCOPE_PYTHON_AST_H
#define LOOPSCOPE_PYTHON_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"

/* ---- Arena: memory that is given back all at once ---- */

typedef struct Arena Arena;

/* Levels of nested expressions (brackets, unary operators, lambdas ...) that are parsed and compiled at most: what
 * keeps the C stack under a few hundred kilobytes. Statements nest at most LEXER_MAX_INDENT deep besides. */
#define PARSE_DEPTH_MAX 1000u

/* For programs that nest at most `depth` levels, see guard_parse_depth. NULL when memory ran out. `mem` is borrowed and
 * must outlive the arena. */
Arena *arena_new(Mem *mem, uint32_t depth);
uint32_t arena_depth(const Arena *arena);
/* 8-byte aligned, not cleared. NULL when memory ran out; the arena then stays usable, and arena_failed says so. */
void *arena_alloc(Arena *arena, size_t size);
/* The same, cleared. */
void *arena_zalloc(Arena *arena, size_t size);
/* Whether any allocation of this arena ever failed. */
bool arena_failed(const Arena *arena);
/* Whoever knows the names of characters, for \N{...}: find's result is a character, CHARACTER_UNKNOWN (no character has
 * this name) or CHARACTER_UNTOLD. Without one every name is taken for some character's. It knows their normal forms
 * too: normal's result is an identifier's NFKC; NULL: an exception is set. Without one identifiers are taken as
 * written. */
typedef struct CharacterNames {
    int64_t (*find)(void *context, const char *name, size_t length);
    struct Identifier *(*normal)(void *context, Arena *arena, const char *text, size_t length);
    void *context;
} CharacterNames;
enum { CHARACTER_UNKNOWN = -1, CHARACTER_UNTOLD = -2 };
void arena_set_names(Arena *arena, CharacterNames names);
CharacterNames arena_names(const Arena *arena);
/* The allocator it was made with. */
Mem *arena_mem(const Arena *arena);
/* NULL is allowed. */
void arena_free(Arena *arena);

/* ---- Names ---- */

/* Interned in the arena: equal names are equal pointers. text is UTF-8 and ends with a NUL that length leaves out. */
typedef struct Identifier {
    const char *text;
    uint32_t length;
    uint32_t hash;
    struct Identifier *next; /* the arena's table, private */
    void *user;              /* NULL at first; free for the compiler, which may keep its own name object here */
} Identifier;

/* NULL when memory ran out. text need not end with a NUL and is copied. */
Identifier *arena_intern(Arena *arena, const char *text, size_t length);

/* ---- Positions, sequences ---- */

typedef struct Location {
    uint32_t lineno, col, end_lineno, end_col;
} Location;

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;
typedef struct Arg Arg;
typedef struct Keyword Keyword;
typedef struct Alias Alias;
typedef struct WithItem WithItem;
typedef struct ExceptHandler ExceptHandler;
typedef struct MatchCase MatchCase;
typedef struct Comprehension Comprehension;
typedef struct TypeParam TypeParam;
typedef struct Arguments Arguments;

/* items is NULL when count is 0. */
typedef struct ExprSeq {
    Expr **items;
    uint32_t count;
} ExprSeq;
typedef struct StmtSeq {
    Stmt **items;
    uint32_t count;
} StmtSeq;
typedef struct PatternSeq {
    Pattern **items;
    uint32_t count;
} PatternSeq;
typedef struct IdentifierSeq {
    Identifier **items;
    uint32_t count;
} IdentifierSeq;
typedef struct ArgSeq {
    Arg **items;
    uint32_t count;
} ArgSeq;
typedef struct KeywordSeq {
    Keyword **items;
    uint32_t count;
} KeywordSeq;
typedef struct AliasSeq {
    Alias **items;
    uint32_t count;
} AliasSeq;
typedef struct WithItemSeq {
    WithItem **items;
    uint32_t count;
} WithItemSeq;
typedef struct ExceptHandlerSeq {
    ExceptHandler **items;
    uint32_t count;
} ExceptHandlerSeq;
typedef struct MatchCaseSeq {
    MatchCase **items;
    uint32_t count;
} MatchCaseSeq;
typedef struct ComprehensionSeq {
    Comprehension **items;
    uint32_t count;
} ComprehensionSeq;
typedef struct TypeParamSeq {
    TypeParam **items;
    uint32_t count;
} TypeParamSeq;

/* ---- Expressions ---- */

typedef enum ExprContext { CTX_LOAD = 1, CTX_STORE, CTX_DEL } ExprContext;

typedef enum BoolOpKind { BOOL_AND = 1, BOOL_OR } BoolOpKind;

typedef enum Operator {
    OP_ADD = 1,
    OP_SUB,
    OP_MULT,
    OP_MAT_MULT,
    OP_DIV,
    OP_MOD,
    OP_POW,
    OP_LSHIFT,
    OP_RSHIFT,
    OP_BIT_OR,
    OP_BIT_XOR,
    OP_BIT_AND,
    OP_FLOOR_DIV
} Operator;

typedef enum UnaryOpKind { UNARY_INVERT = 1, UNARY_NOT, UNARY_UADD, UNARY_USUB } UnaryOpKind;

typedef enum CmpOp {
    CMP_EQ = 1,
    CMP_NOT_EQ,
    CMP_LT,
    CMP_LT_E,
    CMP_GT,
    CMP_GT_E,
    CMP_IS,
    CMP_IS_NOT,
    CMP_IN,
    CMP_NOT_IN
} CmpOp;

typedef enum ConstantKind {
    CONST_NONE = 1,
    CONST_TRUE,
    CONST_FALSE,
    CONST_ELLIPSIS,
    CONST_INT,
    CONST_FLOAT,
    CONST_IMAGINARY,
    CONST_STR,
    CONST_BYTES
} ConstantKind;

typedef struct Constant {
    ConstantKind kind;
    uint8_t base;     /* CONST_INT: 2, 8, 10 or 16 */
    bool u_prefix;    /* CONST_STR: written u"" (ast's kind='u') */
    uint32_t length;  /* of text, in bytes */
    const char *text; /* CONST_INT: digits alone, no prefix, no underscores. CONST_STR: decoded UTF-8, lone surrogates
                         as three bytes each. CONST_BYTES: the bytes. A NUL that length leaves out follows always. */
    double number;    /* CONST_FLOAT, CONST_IMAGINARY */
} Constant;

typedef enum ExprKind {
    EXPR_BOOL_OP = 1,
    EXPR_NAMED_EXPR,
    EXPR_BIN_OP,
    EXPR_UNARY_OP,
    EXPR_LAMBDA,
    EXPR_IF_EXP,
    EXPR_DICT,
    EXPR_SET,
    EXPR_LIST_COMP,
    EXPR_SET_COMP,
    EXPR_DICT_COMP,
    EXPR_GENERATOR_EXP,
    EXPR_AWAIT,
    EXPR_YIELD,
    EXPR_YIELD_FROM,
    EXPR_COMPARE,
    EXPR_CALL,
    EXPR_FORMATTED_VALUE,
    EXPR_JOINED_STR,
    EXPR_CONSTANT,
    EXPR_ATTRIBUTE,
    EXPR_SUBSCRIPT,
    EXPR_STARRED,
    EXPR_NAME,
    EXPR_LIST,
    EXPR_TUPLE,
    EXPR_SLICE
} ExprKind;

struct Expr {
    ExprKind kind;
    Location loc;
    bool parenthesized; /* written within its own parentheses (grammar rules and messages ask); not for a Tuple */
    union {
        struct {
            BoolOpKind op;
            ExprSeq values;
        } bool_op;
        struct {
            Expr *target, *value;
        } named_expr;
        struct {
            Expr *left;
            Operator op;
            Expr *right;
        } bin_op;
        struct {
            UnaryOpKind op;
            Expr *operand;
        } unary_op;
        struct {
            Arguments *args;
            Expr *body;
            Identifier *owner; /* whose bound, default or value the body is; NULL: a lambda of the program */
        } lambda;
        struct {
            Expr *test, *body, *orelse;
        } if_exp;
        struct {
            ExprSeq keys; /* an item is NULL for `**value` */
            ExprSeq values;
        } dict;
        struct {
            ExprSeq elts;
        } set;
        struct {
            Expr *elt;
            ComprehensionSeq generators;
        } comp; /* ListComp, SetComp, GeneratorExp */
        struct {
            Expr *key, *value;
            ComprehensionSeq generators;
        } dict_comp;
        struct {
            Expr *value;
        } await;
        struct {
            Expr *value; /* NULL: none */
        } yield;
        struct {
            Expr *value;
        } yield_from;
        struct {
            Expr *left;
            uint8_t *ops; /* CmpOp, comparators.count of them */
            ExprSeq comparators;
        } compare;
        struct {
            Expr *func;
            ExprSeq args; /* Starred for *iterable */
            KeywordSeq keywords;
        } call;
        struct {
            Expr *value;
            int conversion;    /* -1, 's', 'r' or 'a' */
            Expr *format_spec; /* a JoinedStr, or NULL */
            Expr *source;      /* the expression as it was written (Constant); in a t-string only, else NULL */
        } formatted_value;
        struct {
            ExprSeq values; /* Constant (str) and FormattedValue */
        } joined_str;
        Constant constant;
        struct {
            Expr *value;
            Identifier *attr;
            ExprContext ctx;
        } attribute;
        struct {
            Expr *value, *slice;
            ExprContext ctx;
        } subscript;
        struct {
            Expr *value;
            ExprContext ctx;
        } starred;
        struct {
            Identifier *id;
            ExprContext ctx;
        } name;
        struct {
            ExprSeq elts;
            ExprContext ctx;
        } list;
        struct {
            ExprSeq elts;
            ExprContext ctx;
        } tuple; /* laid out as list */
        struct {
            Expr *lower, *upper, *step; /* each may be NULL */
        } slice;
    } v;
};

struct Comprehension {
    Expr *target, *iter;
    ExprSeq ifs;
    bool is_async;
};

struct Keyword {
    Location loc;
    Identifier *arg; /* NULL: **value */
    Expr *value;
};

struct Arg {
    Location loc;
    Identifier *arg;
    Expr *annotation; /* NULL: none */
};

struct Arguments {
    ArgSeq posonlyargs, args;
    Arg *vararg; /* NULL: none */
    ArgSeq kwonlyargs;
    ExprSeq kw_defaults; /* as long as kwonlyargs; an item is NULL for a required one */
    Arg *kwarg;          /* NULL: none */
    ExprSeq defaults;    /* of the last posonlyargs and args */
};

/* ---- Statements ---- */

typedef enum StmtKind {
    STMT_FUNCTION_DEF = 1,
    STMT_ASYNC_FUNCTION_DEF,
    STMT_CLASS_DEF,
    STMT_RETURN,
    STMT_DELETE,
    STMT_ASSIGN,
    STMT_TYPE_ALIAS,
    STMT_AUG_ASSIGN,
    STMT_ANN_ASSIGN,
    STMT_FOR,
    STMT_ASYNC_FOR,
    STMT_WHILE,
    STMT_IF,
    STMT_WITH,
    STMT_ASYNC_WITH,
    STMT_MATCH,
    STMT_RAISE,
    STMT_TRY,
    STMT_TRY_STAR,
    STMT_ASSERT,
    STMT_IMPORT,
    STMT_IMPORT_FROM,
    STMT_GLOBAL,
    STMT_NONLOCAL,
    STMT_EXPR,
    STMT_PASS,
    STMT_BREAK,
    STMT_CONTINUE
} StmtKind;

struct Stmt {
    StmtKind kind;
    Location loc; /* of a decorated def or class: from `def`, not from the decorator */
    union {
        struct {
            Identifier *name;
            Arguments *args;
            StmtSeq body;
            ExprSeq decorator_list;
            Expr *returns; /* NULL: none */
            TypeParamSeq type_params;
        } function_def; /* FunctionDef, AsyncFunctionDef */
        struct {
            Identifier *name;
            ExprSeq bases;
            KeywordSeq keywords;
            StmtSeq body;
            ExprSeq decorator_list;
            TypeParamSeq type_params;
        } class_def;
        struct {
            Expr *value; /* NULL: none */
        } return_;
        struct {
            ExprSeq targets;
        } delete_;
        struct {
            ExprSeq targets;
            Expr *value;
        } assign;
        struct {
            Expr *name;
            TypeParamSeq type_params;
            Expr *value; /* a lambda around what is written: parse_lazily */
        } type_alias;
        struct {
            Expr *target;
            Operator op;
            Expr *value;
        } aug_assign;
        struct {
            Expr *target, *annotation;
            Expr *value; /* NULL: none */
            bool simple; /* a bare name, not in parentheses */
            /* Set by the symbol table: its number among the annotations of the scope that count only once their
             * statement has been executed, or ANNOTATION_ALWAYS. */
            uint32_t number;
        } ann_assign;
        struct {
            Expr *target, *iter;
            StmtSeq body, orelse;
        } for_; /* For, AsyncFor */
        struct {
            Expr *test;
            StmtSeq body, orelse;
        } while_;
        struct {
            Expr *test;
            StmtSeq body, orelse; /* an elif is one If in orelse */
        } if_;
        struct {
            WithItemSeq items;
            StmtSeq body;
        } with; /* With, AsyncWith */
        struct {
            Expr *subject;
            MatchCaseSeq cases;
        } match;
        struct {
            Expr *exc, *cause; /* each may be NULL */
        } raise;
        struct {
            StmtSeq body;
            ExceptHandlerSeq handlers;
            StmtSeq orelse, finalbody;
        } try_; /* Try, TryStar */
        struct {
            Expr *test;
            Expr *msg; /* NULL: none */
        } assert_;
        struct {
            AliasSeq names;
        } import;
        struct {
            Identifier *module; /* dotted; NULL: `from . import x` */
            AliasSeq names;     /* one alias named "*" for a star import */
            uint32_t level;     /* leading dots */
        } import_from;
        struct {
            IdentifierSeq names;
        } global; /* Global, Nonlocal */
        struct {
            Expr *value;
        } expr;
    } v;
};

struct Alias {
    Location loc;
    Identifier *name;   /* dotted, or "*" */
    Identifier *asname; /* NULL: none */
};

struct WithItem {
    Expr *context_expr;
    Expr *optional_vars; /* NULL: none */
};

struct ExceptHandler {
    Location loc;
    Expr *type;       /* NULL: bare except */
    Identifier *name; /* NULL: none */
    StmtSeq body;
};

struct MatchCase {
    Pattern *pattern;
    Expr *guard; /* NULL: none */
    StmtSeq body;
};

typedef enum PatternKind {
    PATTERN_VALUE = 1,
    PATTERN_SINGLETON,
    PATTERN_SEQUENCE,
    PATTERN_MAPPING,
    PATTERN_CLASS,
    PATTERN_STAR,
    PATTERN_AS,
    PATTERN_OR
} PatternKind;

struct Pattern {
    PatternKind kind;
    Location loc;
    union {
        struct {
            Expr *value;
        } value;
        struct {
            ConstantKind value; /* None, True or False */
        } singleton;
        struct {
            PatternSeq patterns;
        } sequence; /* MatchSequence, MatchOr */
        struct {
            ExprSeq keys;
            PatternSeq patterns;
            Identifier *rest; /* NULL: none */
        } mapping;
        struct {
            Expr *cls;
            PatternSeq patterns;
            IdentifierSeq kwd_attrs;
            PatternSeq kwd_patterns;
        } class_;
        struct {
            Identifier *name; /* NULL: *_ */
        } star;
        struct {
            Pattern *pattern; /* NULL: a bare capture, or the wildcard */
            Identifier *name; /* NULL: the wildcard */
        } as;
    } v;
};

typedef enum TypeParamKind { TYPE_PARAM_TYPE_VAR = 1, TYPE_PARAM_PARAM_SPEC, TYPE_PARAM_TYPE_VAR_TUPLE } TypeParamKind;

struct TypeParam {
    TypeParamKind kind;
    Location loc;
    Identifier *name;
    Expr *bound; /* TypeVar only: a lambda (parse_lazily) around what is written, a tuple of constraints or a bound;
                    NULL: none */
    Expr *default_value; /* the same, of a TypeVarTuple maybe around *x; NULL: none */
};

/* ---- The whole ---- */

/* A SyntaxWarning seen while reading, such as an invalid escape. In source order. */
typedef struct ParseWarning {
    struct ParseWarning *next;
    const char *message;
    const char *as_error; /* what it says where warnings are errors */
    uint32_t line;
    uint32_t col, end_col; /* bytes, from 0 */
} ParseWarning;

typedef struct WarningList {
    ParseWarning *first, **end; /* end: where the next one goes */
} WarningList;

static inline void warnings_open(WarningList *list) {
    list->first = NULL;
    list->end = &list->first;
}
static inline void warning_add(WarningList *list, ParseWarning *warning) {
    *list->end = warning;
    list->end = &warning->next;
}
/* Moves those of `from`, which is empty then, to the end of `to`. */
static inline void warnings_move(WarningList *from, WarningList *to) {
    if (from->first) {
        *to->end = from->first;
        to->end = from->end;
    }
    warnings_open(from);
}

typedef enum ModKind { MOD_MODULE = 1, MOD_EXPRESSION } ModKind;

typedef struct Mod {
    ModKind kind;
    StmtSeq body;     /* MOD_MODULE */
    Expr *expression; /* MOD_EXPRESSION */
    ParseWarning *warnings;
} Mod;

/* What is wrong with the source, as the attributes of CPython's SyntaxError. type is one of "SyntaxError",
 * "IndentationError", "TabError", "NotImplementedError", "MemoryError", "RecursionError", "ValueError". A `line` of 0
 * means that the error has no place (type and message alone). */
typedef struct ParseError {
    const char *type;
    const char *message;        /* UTF-8, NUL at the end; in the arena, or static */
    uint32_t line, col;         /* col in bytes from 0 */
    uint32_t end_line, end_col; /* both 0: none */
    int32_t offset, end_offset; /* the same as Python shows them: characters from 1; 0 or -1: none */
    const char *text;           /* the source line with its newline if it has one, decoded, in the arena; may be NULL */
    uint32_t text_length;       /* bytes */
    uint32_t statement_line;    /* as last_line of the parser; 0: none */
    ParseWarning *warnings;     /* seen before it; they are told first */
    bool at_end;                /* the text ended where more was needed: it may only be unfinished */
    bool no_memory;             /* an allocation failed: type and message say MemoryError */
} ParseError;

/* Reads a whole program. The source is bytes as they stand in the file (BOM, CRLF, anything) and is not needed
 * afterwards. NULL on an error, which is then in *error. filename only appears in messages about wrong UTF-8; with a
 * NULL filename these are worded as for a string given to compile(). */
Mod *parse_module(Arena *arena, const char *source, size_t length, const char *filename, ParseError *error);

/* The same for eval(): one expression, surrounded by white space at most. */
Mod *parse_eval_source(Arena *arena, const char *source, size_t length, const char *filename, ParseError *error);

/* Whether a text that has been made of the source by a guess can be compiled; it may warn of it. */
typedef struct KeywordJudge {
    bool (*compiles)(void *context, const char *text, size_t length);
    void *context;
} KeywordJudge;

/* For the one who prints an uncaught SyntaxError of parse_module: looks for a mistyped keyword, and if there is one
 * makes message, text and columns "invalid syntax. Did you mean 'for'?" at that word, and gives true. The exception's
 * own attributes stay "invalid syntax" in CPython. from_file: the source is a file, not a string (-c or standard
 * input). */
bool parse_suggest_keyword(Arena *arena, const char *source, size_t length, bool from_file, KeywordJudge judge,
                           ParseError *error);

/* Fills error->offset, end_offset, text from error's line and columns. For the compiler's own errors, which know the
 * place of a node alone. source must be the bytes that were parsed. */
void parse_error_locate(Arena *arena, const char *source, size_t length, ParseError *error);

#endif
