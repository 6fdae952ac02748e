/* exceptions.h: the exception types with fields of their own, and the operations on exception groups.
 *
 * Fields kept in Exception.extra, extra2, extra3:
 *   StopIteration value; SystemExit code; NameError name; AttributeError name, obj; ImportError name, path, name_from
 */
#ifndef LOOPSCOPE_PYTHON_EXCEPTIONS_H
#define LOOPSCOPE_PYTHON_EXCEPTIONS_H

#include "object.h"

enum syntax_field {
    SYNTAX_MSG,
    SYNTAX_FILENAME,
    SYNTAX_LINENO,
    SYNTAX_OFFSET,
    SYNTAX_TEXT,
    SYNTAX_END_LINENO,
    SYNTAX_END_OFFSET,
    SYNTAX_PRINT_FILE_AND_LINE,
    SYNTAX_SHOWN, /* Tuple of the fields up to SYNTAX_END_OFFSET as a traceback shows them: with a guess what was meant
                   */
    SYNTAX_FIELDS
};
typedef struct SyntaxErrorObj { /* SyntaxError and its subclasses */
    Exception base;
    Value fields[SYNTAX_FIELDS]; /* VALUE_NULL: None */
} SyntaxErrorObj;

enum os_field { OS_ERRNO, OS_STRERROR, OS_FILENAME, OS_FILENAME2, OS_FIELDS };
typedef struct OSErrorObj {
    Exception base;
    Value fields[OS_FIELDS];
    int64_t written; /* of a BlockingIOError, and one more: 0 when nobody said */
} OSErrorObj;

enum unicode_field { UNICODE_ENCODING, UNICODE_OBJECT, UNICODE_START, UNICODE_END, UNICODE_REASON, UNICODE_FIELDS };
typedef struct UnicodeErrorObj { /* UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError */
    Exception base;
    Value fields[UNICODE_FIELDS];
} UnicodeErrorObj;

typedef struct GroupObj { /* BaseExceptionGroup, ExceptionGroup */
    Exception base;
    Value message;    /* Str */
    Value exceptions; /* Tuple */
} GroupObj;

/* The methods and slots every exception type shares: exceptions.c, for exception_types.c and exception_group.c. */
Value exception_slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames);
int exception_slot_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value exception_reduce(Vm *vm, Value self, Value arguments); /* [py] __reduce__() with these for args */
Value exception_plain_str(Vm *vm, Value self);
void exception_dealloc(Vm *vm, Obj *self);
void exception_traverse(Obj *self, VisitFn visit, void *context);
/* Sets the traceback, cause and context from keywords of a subclass: [first, ...) names read into out (borrowed),
 * anything else is a TypeError. */
bool exception_keywords(Vm *vm, const char *function, const Value *kwvalues, Tuple *kwnames, const char *const *names,
                        Value *out);

/* Groups. condition: a type, a tuple of types, or a callable. *match and *rest are owned, or None when empty; `rest`
 * may be NULL: nobody asks for it. [py] */
bool exception_group_split(Vm *vm, Value group, Value condition, Value *match, Value *rest);
/* A group like `group` with these members (borrowed): group.derive(members) and its metadata. None when empty. [py] */
Value exception_group_derive(Vm *vm, Value group, List *members);
bool exception_is_group(Vm *vm, Value e);

/* How often a traceback shows the same place one after another, and what it says of that many times. */
#define TRACEBACK_REPEATS 3u
Str *traceback_repeated(Vm *vm, uint32_t times, const char *end);

/* suggest.c: what the message of a NameError, AttributeError or ImportError gets appended, as a new Str ("" for
 * nothing); NULL never: errors inside are dropped. [py] */
Str *exception_suggestion(Vm *vm, Value e);

#endif
