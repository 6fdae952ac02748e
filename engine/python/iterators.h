/* iterators.h: the layouts of ranges and of the iterators, for the interpreter's fast paths and their own files. */
#ifndef LOOPSCOPE_PYTHON_ITERATORS_H
#define LOOPSCOPE_PYTHON_ITERATORS_H

#include "builtins.h"

typedef struct ListIterator { /* list_iterator, list_reverseiterator */
    Obj head;
    Value list;     /* VALUE_NULL once exhausted */
    uint32_t index; /* of the next item; for list_reverseiterator one more than it */
} ListIterator;

typedef struct TupleIterator {
    Obj head;
    Value tuple; /* VALUE_NULL once exhausted */
    uint32_t index;
} TupleIterator;

/* remaining > 0: `next` is what comes next, a small int; 0: exhausted; < 0: big holds (next, step, remaining) as ints.
 */
typedef struct RangeIterator {
    Obj head;
    int64_t next, step, remaining;
    Value big[3];
} RangeIterator;

typedef struct Range {
    Obj head;
    Value start, stop, step, length; /* ints */
    int64_t first, stride, count;    /* the same as C numbers when `small` */
    bool small;                      /* every value of it and its length are small ints */
} Range;

typedef struct SetIterator {
    Obj head;
    Value set; /* VALUE_NULL once exhausted */
    uint32_t position;
    uint32_t used; /* the set's length at the start; UINT32_MAX after an error */
    uint32_t remaining;
} SetIterator;

/* iterator (over __getitem__), callable_iterator, enumerate, zip, map, filter, reversed */
typedef struct SequenceIterator {
    Obj head;
    Value sequence; /* VALUE_NULL once exhausted */
    int64_t index;
} SequenceIterator;

typedef struct CallableIterator {
    Obj head;
    Value callable, sentinel;
} CallableIterator;

typedef struct Enumerate {
    Obj head;
    Value iterator;
    Value count;
    Tuple *pair; /* used again when nobody kept it */
} Enumerate;

typedef struct Zip { /* zip, and map (where `function` is set) */
    Obj head;
    Value function;
    Value iterators; /* Tuple */
    Tuple *result;
    bool strict;
} Zip;

typedef struct Filter {
    Obj head;
    Value function, iterator;
} Filter;

/* The pieces of their slots.next that next_frame.c puts together otherwise. */
void zip_check_strict(Vm *vm, Zip *z, const char *name, uint32_t i);
int filter_passes(Vm *vm, Filter *f, Value item);       /* calls the function: 1, 0, -1 */
Value enumerate_pair(Vm *vm, Enumerate *e, Value item); /* item is owned */
/* `got` [owned] is what the callable returned, VALUE_NULL: it raised. The item; VALUE_NULL: the end or an exception. */
Value callable_iterator_item(Vm *vm, Value self, Value got);

/* __reduce__ and __setstate__ of iterators that count through a list, tuple, str or bytes. */
Value iterator_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value iterator_setstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
#define ITERATOR_COPIES                                                                                                \
    {"__reduce__", iterator_reduce, 0, 0, false, METHOD_PLAIN, NULL}, {                                                \
        "__setstate__", iterator_setstate, 1, 1, false, METHOD_PLAIN, NULL                                             \
    }
/* The same of all others. */
NATIVE(list_reversed_reduce);
NATIVE(list_reversed_setstate);
NATIVE(sequence_iterator_reduce);
NATIVE(sequence_iterator_setstate);
NATIVE(callable_iterator_reduce);
NATIVE(enumerate_reduce);
NATIVE(filter_reduce);
NATIVE(zip_reduce);
NATIVE(zip_setstate);
/* (callable, arguments) or, with a state, (callable, arguments, state): what __reduce__ gives. Takes over arguments
 * (NULL: an exception is set) and state. */
Value reduced_parts(Vm *vm, Value callable, Tuple *arguments, Value state);
Value iterator_parts(Vm *vm, Value over, Value state); /* the same with iter and (over,), which it takes over */
/* The same for an iterator that cannot begin in the middle: what is left, as a list. `shared`: the tuple that the
 * iterator holds and its copy will. */
Value iterator_rest(Vm *vm, Value self, Tuple *shared);

Value sequence_iterator_new(Vm *vm, Value sequence);
Value callable_iterator_new(Vm *vm, Value callable, Value sentinel);
/* A tuple of two owned values (taken over even when it fails). If *cache is a pair that only the cache holds, it is
 * filled again; else it is replaced by the new one. */
Value pair_reuse(Vm *vm, Tuple **cache, Value first, Value second);

#endif
