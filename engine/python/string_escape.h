/* string_escape.h: from what stands between quotes to the text it means. Private to the front end. */
#ifndef LOOPSCOPE_PYTHON_STRING_ESCAPE_H
#define LOOPSCOPE_PYTHON_STRING_ESCAPE_H

#include "python/parser.h"

typedef struct EscapeSource {
    const Token *token;  /* where errors and warnings point */
    uint32_t start, end; /* offsets in the lexer's text */
    bool raw;
} EscapeSource;

/* Fills text and length of a constant whose kind says str or bytes. False with an error. */
bool string_decode(Parser *parser, const EscapeSource *source, Constant *constant);

#endif
