/* walk.c: the native frame that goes through an iterator and hands each item to the primitive that wanted them. */
#include "walk.h"

#include "interp.h"
#include "list.h"
#include "redo.h"
#include "vm_state.h"

/* WALK_ITEM: one that is being taken, while there are other threads: what it calls may wait, and it is taken again. */
enum { WALK_ITERATOR, WALK_ITEM, WALK_FIRST, WALK_SLOTS = WALK_FIRST + WALK_STATE };

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

/* Has __getitem__ alone, where somebody may wait for it. */
static bool asks_items(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return vm_has_threads(vm) && (type->flags & TYPE_HEAP) && type->slots.getitem != NULL &&
           type_lookup(vm, type, NAME(vm, __iter__)) == VALUE_NULL;
}

int walk_wanted(Vm *vm, Value iterable, Value *iterator) {
    if (!value_is_obj(iterable) || is_plain(vm, iterable)) return 0;
    if (gen_steps(iterable) || next_runs_code(vm, iterable)) {
        if (type_of(vm, iterable)->slots.iter == NULL) return 0; /* has __next__ alone: object_iter says no */
        if (!has_own_iter(vm, iterable)) {
            *iterator = value_retain(iterable);
            return 1;
        }
    } else if (!has_own_iter(vm, iterable) && !asks_items(vm, iterable)) {
        return 0;
    }
    *iterator = object_iter(vm, iterable);
    return *iterator == VALUE_NULL ? -1 : 1;
}

enum { WALK_BEGINS, WALK_GOES_ON, WALK_ENDS };

static Value walk_end(Vm *vm, Frame *frame, const WalkOps *ops) {
    frame->state = WALK_ENDS;
    return ops->end(vm, frame->regs + WALK_FIRST);
}

static enum walk_go take_item(Vm *vm, Frame *frame, const WalkOps *ops, Value item) {
    if (LIKELY(!vm_has_threads(vm))) return ops->item(vm, frame->regs + WALK_FIRST, item);
    frame->regs[WALK_ITEM] = value_retain(item);
    frame->ip = &redo_native;
    enum walk_go go = ops->item(vm, frame->regs + WALK_FIRST, item);
    if (vm->state->redoing) return WALK_FAILED;
    redo_forget(vm, frame);
    value_clear(vm, &frame->regs[WALK_ITEM]);
    return go;
}

static Value next_item(Vm *vm, Frame *frame, Value in) {
    Value iterator = frame->regs[WALK_ITERATOR], again = frame->regs[WALK_ITEM];
    frame->regs[WALK_ITEM] = VALUE_NULL;
    if (UNLIKELY(again != VALUE_NULL)) return again;
    return frame->state == WALK_BEGINS ? next_step(vm, iterator) : next_result(vm, iterator, in);
}

static Value walk_resume(Vm *vm, Frame *frame, Value in) {
    const WalkOps *ops = frame->context;
    Value iterator = frame->regs[WALK_ITERATOR];
    if (frame->state == WALK_ENDS) return in;
    Value item = next_item(vm, frame, in);
    frame->state = WALK_GOES_ON;
    for (; item != VALUE_NULL; item = next_step(vm, iterator)) {
        if (item == SIGNAL_PUSHED) return item;
        enum walk_go go = take_item(vm, frame, ops, item);
        if (go == WALK_FAILED) return VALUE_NULL;
        if (go == WALK_ENOUGH) return walk_end(vm, frame, ops);
    }
    return error_is_set(vm) ? VALUE_NULL : walk_end(vm, frame, ops);
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

Value walk_into_tail(Vm *vm, const WalkOps *ops, Value iterator, Value target) {
    value_retain(target);
    return walk_tail(vm, ops, iterator, &target, 1);
}

bool walk_operand(Vm *vm, const WalkOps *ops, Value iterator, const Value *state, uint32_t count) {
    if (walk_tail(vm, ops, iterator, state, count) != VALUE_NULL) vm->thread->top->on_return = RETURN_AGAIN;
    return false;
}

bool walk_operand_into(Vm *vm, const WalkOps *ops, Value iterator, Value target) {
    value_retain(target);
    return walk_operand(vm, ops, iterator, &target, 1);
}

static Value walked_list(Vm *vm, Value *state) {
    (void)vm;
    return value_retain(state[0]);
}

bool walk_operand_list(Vm *vm, Value iterator) {
    static const WalkOps ops = {walk_append, walk_append_quick, walked_list};
    Value list = obj_value(list_new(vm, 0));
    if (list != VALUE_NULL) return walk_operand(vm, &ops, iterator, &list, 1);
    value_release(vm, iterator);
    return false;
}

bool walk_came(Vm *vm, const Frame *frame, Value *walked) {
    Thread *thread = vm->thread;
    if (LIKELY(thread->walked == VALUE_NULL) || thread->walked_for != frame) return false;
    *walked = thread->walked;
    thread->walked = VALUE_NULL;
    return true;
}

bool walk_never_quick(Vm *vm, Value *state, Value item) {
    (void)vm, (void)state, (void)item;
    return false;
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
