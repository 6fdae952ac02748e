/* parse_float.c: see parse_float.h. */
#include "parse_float.h"

#include "object.h"

double parse_float_text(const char *text, size_t length) {
    double number = 0;
    float_parse(text, length, &number);
    return number;
}
