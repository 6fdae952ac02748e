/* frozen.h: library code that was compiled when the engine was built, as an image of bytes.
 *
 * An image is the same on every target: a number takes as many bytes as it needs, seven bits in each, lowest first;
 * where it may be negative it is folded (0, -1, 1, -2, ...). What tends to repeat is written so that it repeats in the
 * bytes too, for the sake of the compression that the engine is downloaded with.
 *
 *   image    FROZEN_MAGIC; count of modules; per module: name (length, bytes), size of its code, size of its
 *            references, count of the strings that come before its own; the modules' codes; their references; count of
 *            strings; these
 *            A module without code is in another image, whose number stands for the size of its references.
 *   string   length << 2 | enum frozen_string, bytes; for FROZEN_NAME the number of a name of names.def instead of the
 *            length, and no bytes
 *   code     head (flags << 3 | extras << 2 | enum frozen_qualname, and so on: freeze.c, put_head), instructions,
 *            FROZEN_END, handlers
 *   instr    opcode, and by the kind of each of its fields: a register as variable << 1 | 1, or as its distance from
 * the temporary written last << 1; a jump or immediate; a constant; a name or site as nothing but a reference constant
 * enum frozen_const and what it says; FROZEN_CONST_COUNT + n: the one that was new n constants ago
 *
 * Wherever a string stands, the next reference tells which: 0 the next string nobody has asked for yet, 1 and its
 * number, or 2 + n: the one that was referred to n strings ago, each string counted once (move to front).
 *
 * Lines, columns, docstrings and the names of variables that are no parameters are left out. */
#ifndef LOOPSCOPE_PYTHON_FROZEN_H
#define LOOPSCOPE_PYTHON_FROZEN_H

#include "code.h"

#define FROZEN_MAGIC 0xF7
#define FROZEN_END 255

enum frozen_string { FROZEN_TEXT, FROZEN_INTERNED, FROZEN_NAME };

enum frozen_const {
    FROZEN_NONE,
    FROZEN_FALSE,
    FROZEN_TRUE,
    FROZEN_ELLIPSIS,
    FROZEN_INT,     /* folded */
    FROZEN_BIG_INT, /* reference: hexadecimal digits, and a sign before them */
    FROZEN_FLOAT,   /* eight bytes, lowest first */
    FROZEN_STRING,  /* reference */
    FROZEN_BYTES,   /* length, bytes */
    FROZEN_TUPLE,   /* length, constants */
    FROZEN_SET,     /* a frozenset: length, constants */
    FROZEN_CODE,    /* code */
    FROZEN_CONST_COUNT
};

/* How a __qualname__ is made from that of the code around it. */
enum frozen_qualname { QUALNAME_PLAIN, QUALNAME_MEMBER, QUALNAME_LOCAL, QUALNAME_GIVEN };

/* Tuples in tuples and code in code, at most. */
#define FROZEN_DEPTH_MAX 32

typedef struct Frozen Frozen;

/* Opens an image, which is borrowed and must outlive it. NULL: SystemError (damaged) or MemoryError. */
Frozen *frozen_open(Vm *vm, const void *image, size_t size);
void frozen_free(Vm *vm, Frozen *frozen); /* NULL is allowed */
/* The number of a module, -1: there is none of that name. */
int frozen_find(const Frozen *frozen, const char *name);
/* The number of the image that has a module's code; 0: this one. */
uint32_t frozen_elsewhere(const Frozen *frozen, int module);
/* Whether some module's name begins with `name` and a dot. */
bool frozen_is_package(const Frozen *frozen, const char *name);
/* The code of a module, newly made. NULL: SystemError (damaged) or MemoryError. */
Code *frozen_read(Vm *vm, Frozen *frozen, int module, Str *filename);

#endif
