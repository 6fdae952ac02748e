/* modules.h: the native modules of modules.def: each makes a new Module object at its first import. */
#ifndef LOOPSCOPE_PYTHON_MODULES_H
#define LOOPSCOPE_PYTHON_MODULES_H

#include "object.h"

#define MODULE(id, name) Value module_init_##id(Vm *vm);
#include "modules.def"
#undef MODULE

/* module_more.c: gives a module the names that are in the library's module _more. */
bool module_add_more(Vm *vm, Module *module);

/* The module's place in VmState.module_state. */
enum module_index {
#define MODULE(id, name) MODULE_##id,
#include "modules.def"
#undef MODULE
    MODULE_COUNT,
    /* places for further types of modules */
    STATE_deque_iterator = MODULE_COUNT,
    STATE_deque_reverse_iterator,
    STATE_re_pattern,
    STATE_re_match,
    STATE_re_job,
    STATE_odict_keys,
    STATE_odict_values,
    STATE_odict_items,
    STATE_odict_iterator,
    STATE_array_iterator,
    STATE_placeholder
};

#endif
