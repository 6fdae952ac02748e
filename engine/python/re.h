/* re.h: regular expressions: programs for the matcher, who makes them, who runs them. What re*.c and module_re.c share.
 *
 * A pattern is compiled by one pass into words: an operation and its operands. Jumps are relative to the word that
 * holds them, so that what a quantifier follows can be moved when its own operation is put before it.
 */
#ifndef LOOPSCOPE_PYTHON_RE_H
#define LOOPSCOPE_PYTHON_RE_H

#include "object.h"

enum re_flag {
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_ASCII = 256,
    RE_TYPE_FLAGS = RE_ASCII | RE_LOCALE | RE_UNICODE
};

enum re_op {
    RE_OP_FAIL,
    RE_OP_MATCH,
    /* Operations on one character. */
    RE_OP_CHAR,       /* c */
    RE_OP_NOT_CHAR,   /* c */
    RE_OP_CHAR_I,     /* folded c, enum re_fold */
    RE_OP_NOT_CHAR_I, /* folded c, enum re_fold */
    RE_OP_ANY,        /* not a newline */
    RE_OP_ANY_ALL,
    RE_OP_SET, /* enum re_set_flag, 8 words of bits for Latin-1, n, n pairs for the others: first and last, or
               RE_CATEGORY and which */
    /* Others. */
    RE_OP_AT,        /* enum re_at */
    RE_OP_SAVE,      /* 2 * group, 2 * group + 1: where it begins, ends */
    RE_OP_JUMP,      /* to */
    RE_OP_SPLIT,     /* to: first what follows, then that */
    RE_OP_SPLIT_TO,  /* to: first that, then what follows */
    RE_OP_REPEAT,    /* enum re_repeat, min, max, then an operation on one character */
    RE_OP_LOOP_INIT, /* loop */
    RE_OP_LOOP,      /* loop, lazy, min, max, exit: what follows is the body, which jumps back here */
    RE_OP_LOOK,      /* enum re_look, width to step back, to: behind the body's end */
    RE_OP_LOOK_END,
    RE_OP_BACKREF,  /* group, fold */
    RE_OP_IF_GROUP, /* group, to: when it is not set */
};
enum re_at { AT_START, AT_LINE_START, AT_END, AT_LINE_END, AT_VERY_END, AT_BOUNDARY, AT_NOT_BOUNDARY, AT_ASCII = 8 };
enum re_repeat { REPEAT_GREEDY, REPEAT_LAZY, REPEAT_POSSESSIVE };
enum re_look { LOOK_ATOMIC, LOOK_AHEAD, LOOK_NOT };
enum re_fold { FOLD_NONE, FOLD_ASCII, FOLD_UNICODE };
enum re_set_flag { SET_NEGATED = 1, SET_FOLDED = 2 };
enum re_category { CATEGORY_DIGIT, CATEGORY_SPACE, CATEGORY_WORD, CATEGORY_NOT = 4, CATEGORY_ASCII = 8 };
#define RE_CATEGORY 0xFFFFFFFFu
#define RE_UNLIMITED 0xFFFFFFFFu

typedef struct Program {
    uint32_t *code; /* owned */
    uint32_t length, capacity;
    uint32_t groups; /* without the whole */
    uint32_t loops;
    uint32_t flags;
    uint32_t min_width, max_width;
    bool has_first, first_others; /* which characters a match can begin with: Latin-1's, and whether others can */
    uint32_t first[8];
} Program;

/* re_parse.c. Compiles `source` (bytes as Latin-1); `pattern` is what errors show. *names: a new Dict of group names.
 * False: re.PatternError or another exception, nothing to free. */
bool re_parse(Vm *vm, Value pattern, Str *source, bool is_text, uint32_t flags, Program *program, Dict **names);
void re_program_free(Vm *vm, Program *program);
/* re_first.c: fills what a match can begin with. */
void re_find_first(Program *program);
/* The words an operation takes; for RE_OP_REPEAT without what it repeats. */
uint32_t re_op_length(const uint32_t *code);

/* re_char.c */
bool re_in_category(uint32_t code, uint32_t category); /* enum re_category with its flags */
uint32_t re_fold(uint32_t code, enum re_fold fold);    /* equal for characters that are equal but for case */
bool re_is_cased(uint32_t code, enum re_fold fold);
/* Calls of `next` with *state 0 first give all that fold as `code` does; false at the end. */
bool re_variant(uint32_t code, uint32_t *state, uint32_t *variant);

/* module_re.c: re.PatternError(text, pattern, position); takes text over; position -1: none. Always false. */
bool re_raise(Vm *vm, Str *text, Value pattern, int64_t position);

/* ---- matching (re_match.c) */

enum re_outcome {
    RE_FAILED,
    RE_MATCHED,
    RE_MORE, /* the steps are used up: call again */
    RE_ERROR /* MemoryError is set */
};
enum re_mode { RE_SEARCH, RE_PREFIX, RE_WHOLE };
#define RE_UNSET 0xFFFFFFFFu

typedef struct Backtrack {
    uint32_t kind, a, b, c;
} Backtrack;

typedef struct Matcher {
    const Program *program;
    const unsigned char *data; /* characters of `width` bytes each */
    uint32_t width;
    uint32_t start, end; /* where the search is now; the end of what is looked at */
    enum re_mode mode;
    bool must_advance; /* a match at `start` must not be empty */
    bool running;
    uint32_t ip, at;     /* while it runs */
    uint32_t *marks;     /* owned: 2 for each group, the whole first, then 2 for each loop */
    uint32_t last_group; /* the one that was closed last, 0: none */
    Backtrack *stack;    /* owned */
    uint32_t depth, capacity;
    int64_t left;     /* steps of this call of matcher_run */
    uint32_t barrier; /* the innermost look-around or atomic group: its place on the stack, plus 1 */
} Matcher;

/* Ready to search from `start`. False with MemoryError. The data must stay where it is. */
bool matcher_init(Vm *vm, Matcher *m, const Program *program, const unsigned char *data, uint32_t width, uint32_t start,
                  uint32_t end, enum re_mode mode);
void matcher_free(Vm *vm, Matcher *m);
/* Goes on for about so many steps. RE_MATCHED: the marks say where. */
enum re_outcome matcher_run(Vm *vm, Matcher *m, uint32_t steps);
/* Behind a match: the next search begins where it ended. */
void matcher_next(Matcher *m);

#endif
