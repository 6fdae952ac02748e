/* re_private.h: what re_parse.c and re_parse_set.c share. */
#ifndef LOOPSCOPE_PYTHON_RE_PRIVATE_H
#define LOOPSCOPE_PYTHON_RE_PRIVATE_H

#include "re.h"

#define NO_CHARACTER ((int64_t)-1)

/* How many characters it takes; RE_UNLIMITED: as many as there are. */
typedef struct Width {
    uint32_t min, max;
} Width;

typedef struct GroupState {
    bool closed;
    Width width;
} GroupState;

typedef struct Parser {
    Vm *vm;
    Value pattern; /* borrowed, as is source */
    Str *source;
    bool is_text;
    uint32_t index; /* behind the next token */
    int64_t next;   /* the next token's character, NO_CHARACTER at the end */
    bool escaped;   /* a backslash stands before it */
    bool bad_end;   /* a backslash is the last character */
    uint32_t given; /* flags of the whole pattern */
    uint32_t flags; /* those that hold where the parser is */
    Program *program;
    Dict *names;
    GroupState *groups; /* owned, by number */
    uint32_t group_capacity;
    uint32_t lookbehind; /* inside a look-behind: the first group that is its own; else 0 */
    bool variable_lookbehind;
    Dict *conditions; /* owned: the numbers asked for by (?(n)...), and where; or NULL */
} Parser;

enum item_kind {
    ITEM_NONE,
    ITEM_ONE, /* one operation on one character */
    ITEM_AT,
    ITEM_REPEAT,
    ITEM_OTHER,
    ITEM_SKIPPED /* a comment, flags */
};
typedef struct Item {
    enum item_kind kind;
    Width width;
} Item;

/* All that return bool: false with an exception. */
void re_next(Parser *p);
uint32_t re_tell(const Parser *p);
void re_seek(Parser *p, uint32_t index);
bool re_is_next(const Parser *p, uint32_t c);
bool re_accept(Parser *p, uint32_t c);
bool re_error_text(Parser *p, int64_t back, Str *text); /* takes text over */
bool re_error(Parser *p, int64_t back, const char *text);
bool re_error_about(Parser *p, const char *format, uint32_t from);
bool re_check_end(Parser *p);
bool re_emit(Parser *p, uint32_t word);
bool re_emit2(Parser *p, uint32_t op, uint32_t operand);
bool re_emit_char(Parser *p, uint32_t c, bool negated, Item *item);
bool re_emit_backref(Parser *p, uint32_t group, int64_t back, Item *item);
enum re_fold re_folding(const Parser *p);
bool re_parse_sequence(Parser *p, bool verbose, bool nested, Width *width);
bool re_parse_alternatives(Parser *p, bool verbose, bool nested, Width *width);

/* re_parse_set.c. Behind a backslash and its character; behind '['. */
bool re_parse_escape(Parser *p, uint32_t c, Item *item);
bool re_parse_set(Parser *p, Item *item);

#endif
