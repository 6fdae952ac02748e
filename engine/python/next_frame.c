/* next_frame.c: next() of the iterators that call Python code, as native frames: a class's __next__, map, filter, zip,
 * enumerate, iter(callable, sentinel). Their slots.next does the same in one go, for C code that cannot wait.
 */
#include "interp.h"
#include "iterators.h"
#include "redo.h"
#include "vm_state.h"
#include "walk.h"

/* Deep enough for what people nest; beyond it the C stack is used as for any other primitive. */
enum { NEST_LOOK = 8 };

/* Classes made in C compute and are done, which matters where nobody waits: str() asks a __str__. Anything else may
 * call back or wait. */
static bool call_runs_code(Vm *vm, Value callee) {
    if (!value_is_obj(callee) || callee == VALUE_NONE || is_exact(vm, callee, T_method_descriptor)) return false;
    if (!is_type(callee)) return true;
    return (AS(Type, callee)->flags & (vm_has_threads(vm) ? TYPE_HEAP | TYPE_AGAIN : TYPE_HEAP)) != 0;
}

/* iter() and reversed() of a class with __getitem__, where somebody may wait for it. */
static bool asks_items(Vm *vm, Value iterator) {
    if (!is_exact(vm, iterator, T_iterator) && !is_exact(vm, iterator, T_reversed)) return false;
    Value sequence = AS(SequenceIterator, iterator)->sequence;
    return sequence != VALUE_NULL && vm_has_threads(vm) && (type_of(vm, sequence)->flags & TYPE_HEAP);
}

static bool has_own_next(Vm *vm, Value iterator) {
    Type *type = type_of(vm, iterator);
    return (type->flags & TYPE_HEAP) && is_exact(vm, type_lookup(vm, type, NAME(vm, __next__)), T_function);
}

static bool runs_code(Vm *vm, Value iterator, int depth) {
    if (!value_is_obj(iterator) || depth > NEST_LOOK) return false;
    if (gen_steps(iterator)) return true;
    if (is_exact(vm, iterator, T_map) || is_exact(vm, iterator, T_zip)) {
        const Zip *z = AS(Zip, iterator);
        if (is_exact(vm, iterator, T_map) && call_runs_code(vm, z->function)) return true;
        const Tuple *all = AS(Tuple, z->iterators);
        for (uint32_t i = 0; i < all->length; i++)
            if (runs_code(vm, all->items[i], depth + 1)) return true;
        return false;
    }
    if (is_exact(vm, iterator, T_filter)) {
        const Filter *f = AS(Filter, iterator);
        return call_runs_code(vm, f->function) || runs_code(vm, f->iterator, depth + 1) ||
               (f->function == VALUE_NONE && vm_has_threads(vm));
    }
    if (is_exact(vm, iterator, T_enumerate)) return runs_code(vm, AS(Enumerate, iterator)->iterator, depth + 1);
    if (is_exact(vm, iterator, T_callable_iterator))
        return call_runs_code(vm, AS(CallableIterator, iterator)->callable);
    return asks_items(vm, iterator) || has_own_next(vm, iterator);
}

bool next_runs_code(Vm *vm, Value iterator) {
    return (type_of(vm, iterator)->flags & (TYPE_HEAP | TYPE_NEXT_CALLS)) != 0 && runs_code(vm, iterator, 0);
}

static void forget_stop(Vm *vm) {
    if (error_is_set(vm) && error_matches(vm, T_StopIteration)) error_clear(vm);
}

Value next_result(Vm *vm, Value iterator, Value in) {
    if (gen_steps(iterator)) {
        if (gen_step_outcome(vm) != SEND_RETURNED) return in;
        value_release(vm, in);
        return VALUE_NULL;
    }
    if (in == VALUE_NULL) forget_stop(vm);
    return in;
}

/* The same for iterators that hand on how those inside them have ended: what a StopIteration says stays set. */
static Value inner_result(Vm *vm, Value iterator, Value in) {
    if (!gen_steps(iterator) || gen_step_outcome(vm) != SEND_RETURNED) return in;
    if (in != VALUE_NONE) raise_stop_iteration(vm, in);
    value_release(vm, in);
    return VALUE_NULL;
}

static Value inner_step(Vm *vm, Value iterator);

static Value stop(Vm *vm) {
    return error_is_set(vm) ? VALUE_NULL : raise_stop_iteration(vm, VALUE_NONE);
}

/* ---- the frames. Slot 0 is the iterator ---- */

enum { SELF, ITEM, SLOTS };

/* Of map and zip: fills the tuple in ITEM with the next of every iterator. The frame's state: 1 + the one that is
 * awaited. VALUE_NONE: all are there. */
static Value all_items(Vm *vm, Frame *frame, const char *name, Value in) {
    Zip *z = AS(Zip, frame->regs[SELF]);
    const Tuple *iterators = AS(Tuple, z->iterators);
    bool back = frame->state > 0;
    if (!back) {
        Tuple *made = tuple_new(vm, iterators->length);
        if (made == NULL) return VALUE_NULL;
        frame->regs[ITEM] = obj_value(made);
    }
    Tuple *items = AS(Tuple, frame->regs[ITEM]);
    for (uint32_t i = back ? (uint32_t)frame->state - 1 : 0; i < iterators->length; i++) {
        Value iterator = iterators->items[i];
        Value item = back ? inner_result(vm, iterator, in) : inner_step(vm, iterator);
        back = false;
        if (item == SIGNAL_PUSHED) {
            frame->state = (int32_t)i + 1;
            return item;
        }
        if (item == VALUE_NULL) {
            if (z->strict) {
                forget_stop(vm);
                zip_check_strict(vm, z, name, i);
            }
            return stop(vm);
        }
        items->items[i] = item;
    }
    return VALUE_NONE;
}

enum { MAP_CALLS = -2, MAP_CALLED };

/* The call with the items that are there can be made again when something in it has waited. */
static Value map_call(Vm *vm, Frame *frame) {
    Value function = AS(Zip, frame->regs[SELF])->function;
    const Tuple *items = AS(Tuple, frame->regs[ITEM]);
    frame->state = MAP_CALLS;
    if (redo_call_again(vm, function, items->items, items->length, false)) frame->ip = &redo_native;
    Value got = call_tail(vm, function, items->items, items->length, NULL);
    if (got == VALUE_NULL && vm->state->redoing) return VALUE_NULL;
    redo_forget(vm, frame);
    frame->state = MAP_CALLED;
    return got;
}

static Value map_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state == MAP_CALLED) return in;
    Value there = frame->state == MAP_CALLS ? VALUE_NONE : all_items(vm, frame, "map", in);
    return there == VALUE_NONE ? map_call(vm, frame) : there;
}

static Value zip_resume(Vm *vm, Frame *frame, Value in) {
    if (AS(Tuple, AS(Zip, frame->regs[SELF])->iterators)->length == 0) return stop(vm);
    Value there = all_items(vm, frame, "zip", in);
    return there == VALUE_NONE ? value_retain(frame->regs[ITEM]) : there;
}

enum { FILTER_NEXT, FILTER_ITEM, FILTER_CHECK, FILTER_TEST };

/* The same of a filter whose function is C code that can be called again, or none. */
static int filter_check(Vm *vm, Frame *frame) {
    frame->state = FILTER_CHECK;
    frame->ip = &redo_native;
    int passes = filter_passes(vm, AS(Filter, frame->regs[SELF]), frame->regs[ITEM]);
    if (!vm->state->redoing) redo_forget(vm, frame);
    return passes;
}

/* Whether the item passes: 1, 0, -1, or 2: pushed. */
static int filter_test(Vm *vm, Frame *frame, Value in) {
    Value function = AS(Filter, frame->regs[SELF])->function;
    if (frame->state != FILTER_TEST) {
        if (function == VALUE_NONE || redo_goes_through(vm, function, &frame->regs[ITEM], 1, NULL))
            return filter_check(vm, frame);
        if (!call_runs_code(vm, function)) return filter_passes(vm, AS(Filter, frame->regs[SELF]), frame->regs[ITEM]);
        frame->state = FILTER_TEST;
        in = call_tail(vm, function, &frame->regs[ITEM], 1, NULL);
    }
    if (in == SIGNAL_PUSHED) return 2;
    if (in == VALUE_NULL) return -1;
    int truth = object_truth(vm, in);
    value_release(vm, in);
    return truth;
}

static Value filter_resume(Vm *vm, Frame *frame, Value in) {
    Value iterator = AS(Filter, frame->regs[SELF])->iterator;
    for (;;) {
        if (frame->state != FILTER_TEST && frame->state != FILTER_CHECK) {
            Value item = frame->state == FILTER_NEXT ? inner_step(vm, iterator) : inner_result(vm, iterator, in);
            frame->state = FILTER_ITEM;
            if (item == SIGNAL_PUSHED) return item;
            if (item == VALUE_NULL) return stop(vm);
            value_set(vm, &frame->regs[ITEM], item);
        }
        int passes = filter_test(vm, frame, in);
        if (passes == 2) return SIGNAL_PUSHED;
        if (passes < 0) return VALUE_NULL;
        if (passes > 0) return value_retain(frame->regs[ITEM]);
        frame->state = FILTER_NEXT;
    }
}

static Value enumerate_resume(Vm *vm, Frame *frame, Value in) {
    Value iterator = AS(Enumerate, frame->regs[SELF])->iterator;
    Value item = frame->state == 0 ? inner_step(vm, iterator) : inner_result(vm, iterator, in);
    frame->state = 1;
    if (item == SIGNAL_PUSHED) return item;
    return item == VALUE_NULL ? stop(vm) : enumerate_pair(vm, AS(Enumerate, frame->regs[SELF]), item);
}

static Value callable_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state == 0) {
        Value callable = AS(CallableIterator, frame->regs[SELF])->callable;
        if (callable == VALUE_NULL) return stop(vm);
        frame->state = 1;
        frame->regs[ITEM] = value_retain(callable);
        in = call_tail(vm, callable, NULL, 0, NULL);
        if (in == SIGNAL_PUSHED) return in;
    }
    Value item = callable_iterator_item(vm, frame->regs[SELF], in);
    return item == VALUE_NULL ? stop(vm) : item;
}

static Value method_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state != 0) return in;
    frame->state = 1;
    Value self = frame->regs[SELF], method = type_lookup(vm, type_of(vm, self), NAME(vm, __next__));
    return function_call(vm, AS(Function, method), self, NULL, 0, NULL);
}

/* Those whose own next() changes nothing before its call is over. */
static Value asked_resume(Vm *vm, Frame *frame, Value in) {
    (void)in;
    frame->ip = &redo_native;
    Value item = type_of(vm, frame->regs[SELF])->slots.next(vm, frame->regs[SELF]);
    if (vm->state->redoing) return VALUE_NULL;
    redo_forget(vm, frame);
    return item == VALUE_NULL ? stop(vm) : item;
}

static Frame *next_push(Vm *vm, Value iterator) {
    NativeResume resume = is_exact(vm, iterator, T_map)                 ? map_resume
                          : is_exact(vm, iterator, T_zip)               ? zip_resume
                          : is_exact(vm, iterator, T_filter)            ? filter_resume
                          : is_exact(vm, iterator, T_enumerate)         ? enumerate_resume
                          : is_exact(vm, iterator, T_callable_iterator) ? callable_resume
                          : asks_items(vm, iterator)                    ? asked_resume
                                                                        : method_resume;
    Frame *frame = native_push(vm, resume, SLOTS);
    if (frame != NULL) frame->regs[SELF] = value_retain(iterator);
    return frame;
}

/* ---- a step of an iterator inside a native frame ---- */

/* map(function, iterator) needs no frame of its own when only the function can wait, and does so in a frame. */
static bool is_simple_map(Vm *vm, Value iterator) {
    if (!is_exact(vm, iterator, T_map)) return false;
    if (vm_has_threads(vm) && !is_exact(vm, AS(Zip, iterator)->function, T_function)) return false;
    const Tuple *iterators = AS(Tuple, AS(Zip, iterator)->iterators);
    return iterators->length == 1 && !next_runs_code(vm, iterators->items[0]);
}

static Value step_map(Vm *vm, const Zip *z) {
    Value item = object_next(vm, AS(Tuple, z->iterators)->items[0]);
    if (item == VALUE_NULL) return VALUE_NULL;
    Value got = call_tail(vm, z->function, &item, 1, NULL);
    value_release(vm, item);
    return got;
}

static Value step_generator(Vm *vm, Gen *gen) {
    if (LIKELY(gen->state == GEN_SUSPENDED || gen->state == GEN_CREATED) && gen->frame->caller == NULL)
        return gen_enter(vm, gen, VALUE_NONE, false, RETURN_WALK, 0) ? SIGNAL_PUSHED : VALUE_NULL;
    return gen_step(vm, obj_value(gen), VALUE_NONE, false);
}

static inline Value step(Vm *vm, Value iterator) {
    if (LIKELY(gen_steps(iterator))) return step_generator(vm, AS(Gen, iterator));
    if (is_simple_map(vm, iterator)) return step_map(vm, AS(Zip, iterator));
    if (next_runs_code(vm, iterator)) return next_push(vm, iterator) == NULL ? VALUE_NULL : SIGNAL_PUSHED;
    return object_next(vm, iterator);
}

Value next_step(Vm *vm, Value iterator) {
    Value got = step(vm, iterator);
    return got == SIGNAL_PUSHED ? got : next_result(vm, iterator, got);
}

static Value inner_step(Vm *vm, Value iterator) {
    Value got = step(vm, iterator);
    return got == SIGNAL_PUSHED ? got : inner_result(vm, iterator, got);
}

/* ---- next() as somebody's last act. Slot 1: what stands for the end ---- */

static Value next_resume(Vm *vm, Frame *frame, Value in) {
    Value iterator = frame->regs[SELF], fallback = frame->regs[ITEM];
    Value item = frame->state == 0 ? next_step(vm, iterator) : next_result(vm, iterator, in);
    frame->state = 1;
    if (item != VALUE_NULL) return item;
    return error_is_set(vm) ? VALUE_NULL : value_retain(fallback);
}

Value next_frame_tail(Vm *vm, Value iterator, Value fallback) {
    if (fallback == VALUE_NULL) return next_push(vm, iterator) == NULL ? VALUE_NULL : SIGNAL_PUSHED;
    Frame *frame = native_push(vm, next_resume, SLOTS);
    if (frame == NULL) return VALUE_NULL;
    frame->regs[SELF] = value_retain(iterator);
    frame->regs[ITEM] = value_retain(fallback);
    return SIGNAL_PUSHED;
}

/* ---- a step of a for loop ---- */

/* Without a frame of ours: the function's own tells the loop. */
static Value for_function(Vm *vm, Value iterator, Value function) {
    Value self = iterator, item = VALUE_NULL, got;
    if (is_exact(vm, iterator, T_map)) {
        self = VALUE_NULL;
        item = object_next(vm, AS(Tuple, AS(Zip, iterator)->iterators)->items[0]);
        if (item == VALUE_NULL) return VALUE_NULL;
    }
    got = function_call(vm, AS(Function, function), self, &item, item == VALUE_NULL ? 0 : 1, NULL);
    value_release(vm, item);
    if (got == SIGNAL_PUSHED) vm->thread->top->on_return = RETURN_ITEM;
    return got;
}

Value next_for(Vm *vm, Value iterator) {
    Value function = is_simple_map(vm, iterator)  ? AS(Zip, iterator)->function
                     : has_own_next(vm, iterator) ? type_lookup(vm, type_of(vm, iterator), NAME(vm, __next__))
                                                  : VALUE_NULL;
    if (is_exact(vm, function, T_function)) return next_result(vm, iterator, for_function(vm, iterator, function));
    Frame *pushed = next_push(vm, iterator);
    if (pushed == NULL) return VALUE_NULL;
    pushed->on_return = RETURN_ITEM;
    return SIGNAL_PUSHED;
}
