/* iterator_copies.c: __reduce__ and __setstate__ of the iterators: what copy and pickle make another of, which goes on
 * from the same place. */
#include "iterators.h"
#include "type_defs.h"
#include <string.h>

/* So begin the iterators over lists, tuples, strs and bytes, and as far as `over` those over dicts and sets. */
typedef struct Counting {
    Obj head;
    Value over; /* VALUE_NULL once exhausted */
    uint32_t index;
} Counting;

Value reduced_parts(Vm *vm, Value callable, Tuple *arguments, Value state) {
    Tuple *parts = NULL;
    if (arguments != NULL)
        parts = state == VALUE_NULL ? tuple_pack(vm, 2, callable, obj_value(arguments))
                                    : tuple_pack(vm, 3, callable, obj_value(arguments), state);
    obj_release(vm, arguments);
    value_release(vm, state);
    return parts == NULL ? VALUE_NULL : obj_value(parts);
}

/* With a builtin function, which the program may have taken away; takes over both others. */
static Value builtin_parts(Vm *vm, const char *name, Tuple *arguments, Value state) {
    Value callable = dict_get_c(vm, vm->builtins, name);
    if (callable != VALUE_NULL) return reduced_parts(vm, callable, arguments, state);
    if (arguments != NULL) raise_error(vm, T_AttributeError, "%s", name);
    obj_release(vm, arguments);
    value_release(vm, state);
    return VALUE_NULL;
}

static Tuple *one_argument(Vm *vm, Value argument) { /* takes it over */
    Tuple *arguments = argument == VALUE_NULL ? NULL : tuple_pack(vm, 1, argument);
    value_release(vm, argument);
    return arguments;
}

Value iterator_parts(Vm *vm, Value over, Value state) {
    return builtin_parts(vm, "iter", one_argument(vm, over), state);
}

static Value nothing_to_go_over(Vm *vm, Value iterator) {
    bool list = is_exact(vm, iterator, T_list_iterator) || is_exact(vm, iterator, T_list_reverseiterator);
    void *made = list ? (void *)list_new(vm, 0) : (void *)tuple_new(vm, 0);
    return made == NULL ? VALUE_NULL : obj_value(made);
}

Value iterator_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    const Counting *it = AS(Counting, self);
    if (it->over != VALUE_NULL) return iterator_parts(vm, value_retain(it->over), value_small(it->index));
    if (!is_exact(vm, self, T_str_iterator) && !is_exact(vm, self, T_str_ascii_iterator))
        return iterator_parts(vm, nothing_to_go_over(vm, self), VALUE_NULL);
    obj_retain(vm->empty_str);
    return iterator_parts(vm, obj_value(vm->empty_str), VALUE_NULL);
}

Value iterator_setstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Counting *it = AS(Counting, self);
    int64_t index;
    if (!object_as_index(vm, args[0], &index, INDEX_CLIPPED)) return VALUE_NULL;
    int64_t length = it->over == VALUE_NULL ? 0 : object_length(vm, it->over);
    if (length < 0) return VALUE_NULL;
    it->index = (uint32_t)(index < 0 ? 0 : index > length ? length : index);
    return VALUE_NONE;
}

/* ---- backwards over lists: the index is one more than that of the next item, the state is that item's */

Value list_reversed_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    const Counting *it = AS(Counting, self);
    bool done = it->over == VALUE_NULL || it->index == 0;
    Value over = done ? nothing_to_go_over(vm, self) : value_retain(it->over);
    return builtin_parts(vm, "reversed", one_argument(vm, over),
                         done ? VALUE_NULL : value_small((int64_t)it->index - 1));
}

Value list_reversed_setstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Counting *it = AS(Counting, self);
    int64_t index;
    if (!object_as_index(vm, args[0], &index, INDEX_CLIPPED)) return VALUE_NULL;
    int64_t last = it->over == VALUE_NULL ? -1 : (int64_t)AS(List, it->over)->length - 1;
    it->index = (uint32_t)((index < -1 ? -1 : index > last ? last : index) + 1);
    return VALUE_NONE;
}

/* ---- over what has no places: the copy goes over a list of what is left */

Value iterator_rest(Vm *vm, Value self, Tuple *shared) {
    Counting *copy = object_new(vm, type_of(vm, self), 0);
    if (copy == NULL) return VALUE_NULL;
    memcpy(&copy->over, &AS(Counting, self)->over, type_of(vm, self)->size - offsetof(Counting, over));
    if (copy->over != VALUE_NULL) value_retain(copy->over);
    if (shared != NULL) obj_retain(shared);
    Value rest = list_from_iterable(vm, obj_value(copy));
    obj_release(vm, copy);
    return iterator_parts(vm, rest, VALUE_NULL);
}

/* ---- iterators over __getitem__, both ways, and over a callable */

Value sequence_iterator_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    const SequenceIterator *it = AS(SequenceIterator, self);
    bool done = it->sequence == VALUE_NULL || it->index < 0;
    Value over = done ? nothing_to_go_over(vm, self) : value_retain(it->sequence);
    Value state = done ? VALUE_NULL : int_from_int64(vm, it->index);
    if (is_exact(vm, self, T_iterator)) return iterator_parts(vm, over, state);
    return reduced_parts(vm, obj_value(type_of(vm, self)), one_argument(vm, over), state);
}

Value sequence_iterator_setstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    SequenceIterator *it = AS(SequenceIterator, self);
    int64_t index;
    if (!object_as_index(vm, args[0], &index, INDEX_ARGUMENT)) return VALUE_NULL;
    if (it->sequence == VALUE_NULL) return VALUE_NONE;
    if (is_exact(vm, self, T_iterator)) {
        it->index = index < 0 ? 0 : index;
        return VALUE_NONE;
    }
    int64_t length = object_length(vm, it->sequence);
    if (length < 0) return VALUE_NULL;
    it->index = index < -1 ? -1 : index >= length ? length - 1 : index;
    return VALUE_NONE;
}

Value callable_iterator_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    const CallableIterator *it = AS(CallableIterator, self);
    if (it->callable == VALUE_NULL) return iterator_parts(vm, nothing_to_go_over(vm, self), VALUE_NULL);
    return builtin_parts(vm, "iter", tuple_pack(vm, 2, it->callable, it->sentinel), VALUE_NULL);
}

/* ---- enumerate, zip, map, filter */

static Value type_parts(Vm *vm, Value self, Tuple *arguments, Value state) {
    return reduced_parts(vm, obj_value(type_of(vm, self)), arguments, state);
}

Value enumerate_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    const Enumerate *e = AS(Enumerate, self);
    return type_parts(vm, self, tuple_pack(vm, 2, e->iterator, e->count), VALUE_NULL);
}

Value filter_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    const Filter *f = AS(Filter, self);
    return type_parts(vm, self, tuple_pack(vm, 2, f->function, f->iterator), VALUE_NULL);
}

Value zip_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    const Zip *z = AS(Zip, self);
    const Tuple *iterators = AS(Tuple, z->iterators);
    uint32_t first = z->function == VALUE_NULL ? 0 : 1;
    Tuple *arguments = tuple_new(vm, first + iterators->length);
    if (arguments == NULL) return VALUE_NULL;
    if (first) arguments->items[0] = value_retain(z->function);
    for (uint32_t i = 0; i < iterators->length; i++) arguments->items[first + i] = value_retain(iterators->items[i]);
    return type_parts(vm, self, arguments, z->strict ? VALUE_TRUE : VALUE_NULL);
}

Value zip_setstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    int strict = object_truth(vm, args[0]);
    if (strict < 0) return VALUE_NULL;
    AS(Zip, self)->strict = strict != 0;
    return VALUE_NONE;
}
