/* ast_dump.h: a tree as text, in the layout of Python's ast.dump, for --ast and for comparing with CPython. */
#ifndef LOOPSCOPE_PYTHON_AST_DUMP_H
#define LOOPSCOPE_PYTHON_AST_DUMP_H

#include "python/ast.h"

typedef struct AstDump {
    void (*write)(void *context, const char *text, size_t length);
    void *context;
    /* Writes a float's repr (at most 32 bytes, no NUL) and gives its length. */
    size_t (*format_float)(double number, char *out);
    bool attributes; /* lineno, col_offset, end_lineno, end_col_offset too */
} AstDump;

/* Like ast.dump(tree): fields that are None or empty are left out, strings are shown as ascii() shows them, integers as
 * they are written (without underscores). */
void ast_dump(const AstDump *dump, const Mod *mod);

#endif
