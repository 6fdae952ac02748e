/* traceback_anchor.h: where the operator, the brackets or the call's parentheses stand in a piece of source, for the
 * markers below a traceback's line. Knows the syntax tree, and nothing of the Vm.
 */
#ifndef LOOPSCOPE_PYTHON_TRACEBACK_ANCHOR_H
#define LOOPSCOPE_PYTHON_TRACEBACK_ANCHOR_H

#include "../base/alloc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Lines from 0 within the segment, columns in characters. Between left and right the marker is ^, around it ~. */
typedef struct Anchors {
    uint32_t left_line, left_col, right_line, right_col;
} Anchors;

/* False: none, or the segment is no expression. */
bool anchors_find(Mem *mem, uint32_t depth, const char *segment, size_t length, Anchors *anchors);

/* Whether the text's first statement is `return f(...)` or `x = f(...)` with the call spanning exactly the columns
 * start (of the first line) to end (of the last of nlines): then a marker would say nothing. *empty: there is no
 * statement. */
bool anchors_call_statement(Mem *mem, uint32_t depth, const char *text, size_t length, uint32_t start, uint32_t end,
                            uint32_t nlines, bool *empty);

#endif
