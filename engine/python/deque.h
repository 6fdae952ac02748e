/* deque.h: collections.deque for other rooms' C code. */
#ifndef LOOPSCOPE_PYTHON_DEQUE_H
#define LOOPSCOPE_PYTHON_DEQUE_H

#include "object.h"

/* Whether v is a deque itself, not of a subclass; the functions below take only such ones. */
bool deque_is_plain(Vm *vm, Value v);
uint32_t deque_size(Value deque);
/* v is borrowed. False with MemoryError. */
bool deque_append(Vm *vm, Value deque, Value v);
/* Owned; VALUE_NULL, without an exception, when it is empty. */
Value deque_popleft(Value deque);

/* collections_count.c: _count_elements(dict, iterable), for the module that deque.c makes. */
Value collections_count_elements(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

#endif
