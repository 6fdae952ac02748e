/* str_intern.h: for str's dealloc only. */
#ifndef LOOPSCOPE_PYTHON_STR_INTERN_H
#define LOOPSCOPE_PYTHON_STR_INTERN_H

#include "object.h"

void str_intern_forget(Vm *vm, Str *s); /* s, interned, dies */

#endif
