/* parse_float.h: the parser's way to the VM's float reader, kept apart because the tree's names and the object model's
 * do not mix in one file.
 */
#ifndef LOOPSCOPE_PYTHON_PARSE_FLOAT_H
#define LOOPSCOPE_PYTHON_PARSE_FLOAT_H

#include <stddef.h>

/* The value of a float literal without underscores. */
double parse_float_text(const char *text, size_t length);

#endif
