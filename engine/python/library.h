/* library.h: the engine's own Python modules (library.def), frozen when the engine was built: what most programs need
 * in an image that is part of the engine, the rest in later ones, each asked for when a module is imported that none
 * before it has. The first knows the names of all. */
#ifndef LOOPSCOPE_PYTHON_LIBRARY_H
#define LOOPSCOPE_PYTHON_LIBRARY_H

#include "code.h"

/* The first image (frozen.h), made by the build. */
extern const unsigned char library_image[];
extern const size_t library_image_size;
enum { LIBRARY_IMAGES = 4 };
/* Another, by its number from 1 on, from then on there for good. NULL: it can't be had. Whoever makes a program of the
 * engine defines it. */
const void *library_later_image(uint32_t number, size_t *size);
/* Whether the code of a module that library_find knows can be had without asking for another image. */
bool library_is_at_hand(const Vm *vm, const char *name);

/* A module's number, -1: there is none of that name. */
int library_find(Vm *vm, const char *name);
/* Whether some module's name begins with `name` and a dot. */
bool library_is_package(Vm *vm, const char *name);
/* The code of a module that library_find knows; filename is borrowed. NULL: an exception is set. */
Code *library_code(Vm *vm, const char *name, Str *filename);
/* standard_modules.c: why a module that CPython has is not here, as the end of a sentence that begins "has no module
 * x"; NULL: CPython has none of this name. */
const char *module_absent_reason(const char *name, size_t length);
/* standard_modules.c: whether one of the names, each between blanks, is the first `length` bytes of `name`. */
bool name_is_among(const char *names, const char *name, size_t length);
bool library_boot(Vm *vm);
void library_close(Vm *vm);

#endif
