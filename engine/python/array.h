/* array.h: array.array as bytes.c sees it. */
#ifndef LOOPSCOPE_PYTHON_ARRAY_H
#define LOOPSCOPE_PYTHON_ARRAY_H

#include "bytes.h"

typedef struct Array { /* array.array: the types with TYPE_BUFFER */
    ByteArray bytes;   /* its head is that of the array */
    uint8_t kind;      /* index in item_kinds */
    void *weakrefs;
} Array;
char array_code(Value v); /* the typecode */

#endif
