/* module_sys.h: the two files of the module sys. */
#ifndef LOOPSCOPE_PYTHON_MODULE_SYS_H
#define LOOPSCOPE_PYTHON_MODULE_SYS_H

#include "object.h"

bool sys_add_info(Vm *vm, Module *module); /* version, version_info, flags, float_info and the other constants */
Value sys_asyncgen_hooks(Vm *vm, Value firstiter, Value finalizer); /* takes both over */

#endif
