/* walk.c: the native frame that goes through an iterator and hands each item to the primitive that wanted them. */
#include "walk.h"

#include "interp.h"
#include "list.h"

enum { WALK_ITERATOR, WALK_FIRST, WALK_SLOTS = WALK_FIRST + WALK_STATE };

static bool is_plain(Vm *vm, Value v) { /* what programs mostly give: not even asked for an iterator */
    return is_exact(vm, v, T_list) || is_exact(vm, v, T_tuple) || is_exact(vm, v, T_str) || is_exact(vm, v, T_range) ||
           is_exact(vm, v, T_dict) || is_exact(vm, v, T_set);
}

/* A class's own __iter__ is called once, so its iterator is the one to walk whatever it is. */
static bool has_own_iter(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (!(type->flags & TYPE_HEAP)) return false;
    Value found = type_lookup(vm, type, NAME(vm, __iter__));
    return found != VALUE_NULL && !is_exact(vm, found, T_wrapper_descriptor);
}

int walk_wanted(Vm *vm, Value iterable, Value *iterator) {
    if (!value_is_obj(iterable) || is_plain(vm, iterable)) return 0;
    if (gen_steps(iterable) || next_runs_code(vm, iterable)) {
        if (type_of(vm, iterable)->slots.iter == NULL) return 0; /* has __next__ alone: object_iter says no */
        if (!has_own_iter(vm, iterable)) {
            *iterator = value_retain(iterable);
            return 1;
        }
    } else if (!has_own_iter(vm, iterable)) {
        return 0;
    }
    *iterator = object_iter(vm, iterable);
    return *iterator == VALUE_NULL ? -1 : 1;
}

static Value walk_resume(Vm *vm, Frame *frame, Value in) {
    const WalkOps *ops = frame->context;
    Value iterator = frame->regs[WALK_ITERATOR], *state = frame->regs + WALK_FIRST;
    Value item = frame->state == 0 ? next_step(vm, iterator) : next_result(vm, iterator, in);
    frame->state = 1;
    for (; item != VALUE_NULL; item = next_step(vm, iterator)) {
        if (item == SIGNAL_PUSHED) return item;
        enum walk_go go = ops->item(vm, state, item);
        if (go == WALK_FAILED) return VALUE_NULL;
        if (go == WALK_ENOUGH) return ops->end(vm, state);
    }
    return error_is_set(vm) ? VALUE_NULL : ops->end(vm, state);
}

bool walk_takes(Vm *vm, Frame *driver, Value item) {
    if (driver->resume != walk_resume || vm->thread->tracing != NULL) return false;
    const WalkOps *ops = driver->context;
    return ops->quick(vm, driver->regs + WALK_FIRST, item);
}

Value walk_tail(Vm *vm, const WalkOps *ops, Value iterator, const Value *state, uint32_t count) {
    Frame *frame = native_push(vm, walk_resume, WALK_SLOTS);
    if (frame == NULL) {
        value_release(vm, iterator);
        for (uint32_t i = 0; i < count; i++) value_release(vm, state[i]);
        return VALUE_NULL;
    }
    frame->context = (void *)(uintptr_t)ops;
    frame->regs[WALK_ITERATOR] = iterator;
    for (uint32_t i = 0; i < count; i++) frame->regs[WALK_FIRST + i] = state[i];
    return SIGNAL_PUSHED;
}

enum walk_go walk_append(Vm *vm, Value *state, Value item) {
    return list_append_take(vm, AS(List, state[0]), item) ? WALK_ON : WALK_FAILED;
}

bool walk_append_quick(Vm *vm, Value *state, Value item) {
    (void)vm;
    List *list = AS(List, state[0]);
    if (list->length == list->capacity) return false;
    list->items[list->length++] = item;
    return true;
}

Value walk_list_tail(Vm *vm, const WalkOps *ops, Value iterator, Value more) {
    List *list = list_new(vm, 0);
    if (list == NULL) {
        value_release(vm, iterator);
        value_release(vm, more);
        return VALUE_NULL;
    }
    Value state[] = {obj_value(list), more};
    return walk_tail(vm, ops, iterator, state, 2);
}
