/* list.h: what list.c, list_methods.c and sort.c share. */
#ifndef LOOPSCOPE_PYTHON_LIST_H
#define LOOPSCOPE_PYTHON_LIST_H

#include "object.h"

extern const MethodDef list_methods[];
bool list_reserve(Vm *vm, List *list, uint32_t capacity);
void list_clear_items(Vm *vm, List *list);
bool list_replace(Vm *vm, List *list, uint32_t start, uint32_t stop, const Value *items, uint32_t n);
Value list_remove_at(Vm *vm, List *list, uint32_t index);            /* owned; index must be inside */
int list_item_equal(Vm *vm, List *list, uint32_t index, Value item); /* [py] as object_equal */

/* Extending by walking (walk.h): state[0] is the list. list_extend_walks: walk_wanted, once its length hint was asked.
 */
struct WalkOps;
extern const struct WalkOps list_extend_ops;
int list_extend_walks(Vm *vm, Value list, Value iterable, Value *iterator);

#endif
