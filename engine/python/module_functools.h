/* module_functools.h: the files of the module _functools. */
#ifndef LOOPSCOPE_PYTHON_MODULE_FUNCTOOLS_H
#define LOOPSCOPE_PYTHON_MODULE_FUNCTOOLS_H

#include "builtins.h"

bool lru_cache_add(Vm *vm, Module *module); /* adds the type of functions with a cache; lru_cache.c */

#endif
