/* object.h: objects, types and the operations on values. The private header that every file of engine/python includes.
 *
 * Ownership: a function that returns a Value (or an object pointer) returns a new reference, arguments are borrowed;
 * what differs says so. VALUE_NULL (or NULL, false, -1) means that an exception is set on the current thread, unless
 * the contract says that it means absence. May call Python: functions marked [py] may run Python code to its end before
 * they return (by a nested interpreter that cannot wait): anything mutable may have changed afterwards, so hold
 * references to what you still need.
 */
#ifndef LOOPSCOPE_PYTHON_OBJECT_H
#define LOOPSCOPE_PYTHON_OBJECT_H

#include "../base/alloc.h"
#include "value.h"

/* ---- arguments ----------------------------------------------------------------------------------------------------
 */

/* A primitive. args: nargs positional values, then one value per name in kwnames (a Tuple of Str, or NULL). All
 * borrowed. self is VALUE_NULL for plain functions, the module's functions too. May return a SIGNAL_*, but only as its
 * last act. */
typedef Value (*NativeFn)(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

/* How arguments bind to names. `names` ends with NULL. The first `posonly` cannot be given by keyword, those from
 * `kwonly` on only by keyword (kwonly = number of names when there are none); the first `required` must be given. */
typedef struct ArgSpec {
    const char *function; /* for messages: "sorted" */
    const char *const *names;
    uint8_t posonly, kwonly, required;
} ArgSpec;
/* out[i] gets the i-th argument, borrowed, or VALUE_NULL when it is absent. TypeError in CPython's words. args.c */
bool args_bind(Vm *vm, const ArgSpec *spec, const Value *args, uint32_t nargs, Tuple *kwnames, Value *out);
/* The same for what is a Python function in CPython, whose words differ. */
bool args_bind_python(Vm *vm, const ArgSpec *spec, const Value *args, uint32_t nargs, Tuple *kwnames, Value *out);
/* TypeError about a keyword that is none of `allowed` (ends with NULL), which it may resemble. Always false. */
bool raise_unexpected_keyword(Vm *vm, const char *function, const char *const *allowed, Value name);
/* For a __new__ (or __init__) that takes no keywords: whether there are none, or the class below it has `replaced` the
 * other one of the two, which may take them. False with a TypeError. */
bool keywords_allowed(Vm *vm, const Type *builtin, bool replaced, const Tuple *kwnames);

/* METHOD_PARSED: a plain one that is refused in the words of PyArg_ParseTuple. METHOD_AGAIN: a plain one that can be
 * called again when something that it has called has waited (redo.h): it changes nothing before. _TAKES: one that goes
 * through arguments, so only with such as can be gone through again; _ALONE: with one argument only. */
enum method_kind {
    METHOD_PLAIN,
    METHOD_CLASS,
    METHOD_STATIC,
    METHOD_PARSED,
    METHOD_AGAIN,
    METHOD_AGAIN_TAKES,
    METHOD_AGAIN_ALONE
};

/* A row of a method table. With `keywords` false the caller layer rejects keywords and checks min..max (max 255: any);
 * with it true the function looks at kwnames itself (by args_bind). Tables end with a NULL name. */
typedef struct MethodDef {
    const char *name;
    NativeFn fn;
    uint8_t min, max;
    bool keywords;
    uint8_t kind; /* enum method_kind */
    const char *doc;
} MethodDef;

/* A computed attribute. set may be NULL (read only: AttributeError); value VALUE_NULL means delete. */
typedef struct GetSetDef {
    const char *name;
    Value (*get)(Vm *vm, Value self);
    bool (*set)(Vm *vm, Value self, Value value);
    const char *doc;
} GetSetDef;

/* `set` of what is a read-only member of a struct in CPython: member_descriptor, and other words. descriptor.c */
bool set_readonly(Vm *vm, Value self, Value value);

/* ---- types --------------------------------------------------------------------------------------------------------
 */

enum binary_op {
    BINARY_ADD,
    BINARY_SUB,
    BINARY_MUL,
    BINARY_TRUEDIV,
    BINARY_FLOORDIV,
    BINARY_MOD,
    BINARY_POW,
    BINARY_LSHIFT,
    BINARY_RSHIFT,
    BINARY_AND,
    BINARY_OR,
    BINARY_XOR,
    BINARY_MATMUL,
    BINARY_DIVMOD,
    BINARY_COUNT
}; /* in the order of opcodes.def */
enum unary_op { UNARY_NEG, UNARY_POS, UNARY_INVERT, UNARY_ABS };
enum compare_op { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE };
enum send_status { SEND_YIELDED, SEND_RETURNED, SEND_RAISED, SEND_PUSHED };

typedef void (*VisitFn)(void *context, Value v);

/* What a type can do; NULL: inherit, then "not supported". Filled from TypeDef for builtin types, and with functions
 * that call the dunder methods for classes made by Python code. */
typedef struct TypeSlots {
    void (*dealloc)(Vm *vm, Obj *self); /* release what self owns (not self's memory, type or attrs) */
    void (*traverse)(Obj *self, VisitFn visit,
                     void *context);  /* visit every owned Value; needed if it can be in a cycle */
    void (*clear)(Vm *vm, Obj *self); /* break cycles; NULL: dealloc must be callable twice */
    Value (*repr)(Vm *vm, Value self);
    Value (*str)(Vm *vm, Value self);
    bool (*hash)(Vm *vm, Value self, int64_t *hash);             /* never -1 */
    Value (*compare)(Vm *vm, Value self, Value other, int op);   /* NotImplemented when it does not know */
    Value (*getattr)(Vm *vm, Value self, Str *name);             /* NULL: object_generic_getattr */
    bool (*setattr)(Vm *vm, Value self, Str *name, Value value); /* VALUE_NULL: delete */
    Value (*call)(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames); /* may return a signal */
    Value (*iter)(Vm *vm, Value self);
    Value (*next)(Vm *vm, Value self); /* VALUE_NULL without an exception set: exhausted. Never a signal */
    /* One step of await / yield from: see send_status. *result: what is yielded or returned. */
    enum send_status (*send)(Vm *vm, Value self, Value sent, Value *result);
    Value (*await)(Vm *vm, Value self);
    Value (*aiter)(Vm *vm, Value self);
    Value (*anext)(Vm *vm, Value self);
    /* a op b where self's type is a's or b's; NotImplemented when it does not know. In place: `inplace` falls back on
     * it. */
    Value (*binary)(Vm *vm, int op, Value a, Value b);
    Value (*inplace)(Vm *vm, int op, Value a, Value b);
    /* + and * of a sequence, the same function as `binary`: asked when no operand knows them as a number would
     * (CPython's sq_concat and sq_repeat). */
    Value (*sequence)(Vm *vm, int op, Value a, Value b);
    Value (*unary)(Vm *vm, int op, Value self);
    int (*truth)(Vm *vm, Value self);      /* 1, 0, -1 error */
    int64_t (*length)(Vm *vm, Value self); /* -1 error */
    Value (*getitem)(Vm *vm, Value self, Value key);
    bool (*setitem)(Vm *vm, Value self, Value key, Value value); /* VALUE_NULL: delete */
    int (*contains)(Vm *vm, Value self, Value item);
    Value (*descr_get)(Vm *vm, Value self, Value object, Type *owner); /* object VALUE_NULL: looked up on the class */
    bool (*descr_set)(Vm *vm, Value self, Value object, Value value);
    Value (*new)(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames);
    int (*init)(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames); /* 0, -1; NULL: object's */
    Value (*as_int)(Vm *vm, Value self);                                                /* __index__ */
    Value (*as_float)(Vm *vm, Value self);                                              /* __float__ */
    /* Runs Python code before the end (__del__, closing a generator, "never awaited"): called once per object, with the
     * object alive, before dealloc or by the collector. It may keep the object alive. Errors are reported, not
     * returned; the exception that is set now is saved around it. */
    void (*finalize)(Vm *vm, Value self);
    /* With `finalize`: it would do nothing. May be NULL. */
    bool (*is_final)(const Obj *self);
} TypeSlots;

enum type_flag {
    TYPE_BASE = 1 << 0,     /* may be subclassed */
    TYPE_HEAP = 1 << 1,     /* made by a class statement: counted by its instances */
    TYPE_GC = 1 << 2,       /* instances may be part of a cycle (has traverse) */
    TYPE_ATTRS = 1 << 3,    /* instances have an Attrs block at attrs_offset (a __dict__) */
    TYPE_WEAKREFS = 1 << 4, /* instances have a weak reference list at weak_offset */
    TYPE_SEQUENCE = 1 << 5, /* sequence patterns accept it */
    TYPE_MAPPING = 1 << 6,
    TYPE_PATTERNS = TYPE_SEQUENCE | TYPE_MAPPING,
    TYPE_NO_NEW = 1 << 7,      /* cannot create 'x' instances */
    TYPE_ABSTRACT = 1 << 8,    /* has abstract methods left */
    TYPE_IMMUTABLE = 1 << 9,   /* attributes of the type cannot be set */
    TYPE_DATA_DESCR = 1 << 10, /* instances are data descriptors */
    TYPE_TAIL = 1 << 11,       /* attrs and weak references stand at the end of the slot (shape.h) */
    TYPE_FINALIZE = 1 << 12,   /* has a finalize slot */
    TYPE_MEMBERS = 1 << 13,    /* it or a base has __slots__ members */
    TYPE_WRITTEN = 1 << 14,    /* in C what is a class of Python code in CPython; or its part in C: _module._Name */
    TYPE_NEXT_CALLS = 1 << 15, /* made in C, but its next() may run Python code: next_runs_code looks closer */
    /* fast subclass tests, inherited: */
    TYPE_IS_INT = 1 << 16,
    TYPE_IS_STR = 1 << 17,
    TYPE_IS_BYTES = 1 << 18,
    TYPE_IS_LIST = 1 << 19,
    TYPE_IS_TUPLE = 1 << 20,
    TYPE_IS_DICT = 1 << 21,
    TYPE_IS_EXCEPTION = 1 << 22,
    TYPE_IS_TYPE = 1 << 23,
    TYPE_IS_FLOAT = 1 << 24,
    TYPE_IS_SET = 1 << 25,
    TYPE_HOLDS_LATE = 1 << 26, /* the collector comes to what it holds behind all else (gc.c) */
    TYPE_BY_INDEX = 1 << 28,   /* its __getitem__ and the like take an index and nothing else, and say so */
    TYPE_BUFFER = 1 << 27,     /* begins as a bytearray does, though it is none: array.array */
    TYPE_AGAIN = 1 << 30,      /* making one, or calling an instance, is as METHOD_AGAIN_TAKES says */
    TYPE_HIDDEN = 1 << 29,     /* a base that CPython does not have: __mro__ and __bases__ are without it */
};

/* What a builtin type is made from. base 0 is object. methods and getset may be NULL. */
typedef struct TypeDef {
    const char *name; /* "list", or "module.Name" */
    uint32_t size;    /* sizeof its struct; 0: as its base */
    uint32_t flags;
    uint16_t attrs_offset, weak_offset; /* used with TYPE_ATTRS, TYPE_WEAKREFS */
    const char *doc;
    TypeSlots slots;
    const MethodDef *methods;
    const GetSetDef *getset;
    /* Which operators get methods (1 << BINARY_x: __add__ and __radd__; 1 << BINARY_x: __iadd__; 1 << UNARY_x:
     * __neg__); all 0: as type_slots.c's table says for the types of types.def. */
    uint32_t binary_ops, inplace_ops, unary_ops;
} TypeDef;

struct Type {
    Obj head;
    TypeSlots slots;
    uint32_t flags, size;
    uint16_t attrs_offset, weak_offset; /* 0: none */
    uint32_t version;                   /* changes whenever a lookup on the type may find something else */
    uint32_t id;                        /* enum type_id, or 0 */
    Str *name;                          /* __name__ */
    Str *qualname;
    const char *full_name; /* for messages: "list", "module.Name" of builtin ones; NULL: name */
    Str *shown;            /* the same of a class that CPython has in C and the library in Python; NULL: name */
    Type *base;
    Tuple *bases, *mro; /* mro's first is the type itself */
    Dict *dict;
    const TypeDef *def;               /* NULL for classes made by Python code */
    void *root_shape;                 /* first Shape of instances (shape.c) */
    uint32_t slot_hint;               /* how many attributes instances are likely to have */
    void *weakrefs;                   /* of the type itself */
    List *subclasses;                 /* weak references */
    Type *solid;                      /* the base whose struct layout this type has */
    uint32_t members, members_offset; /* __slots__ of this very class: so many Values there (members_of) */
    Type *made_before;                /* type_make: the type made before it, so that all are found when the Vm ends */
};

enum type_id {
#define TYPE(id, base) T_##id,
#define EXC(id, base) T_##id,
#include "types.def"
#undef TYPE
#undef EXC
    TYPE_ID_COUNT
};
enum name_id {
#define NAME(x) N_##x,
#include "names.def"
#undef NAME
    NAME_ID_COUNT
};

/* The Vm's public part: what primitives need. vm.h's Vm begins with it; vm_state.h has the rest. */
struct Vm {
    Type *types[TYPE_ID_COUNT];
    Str *names[NAME_ID_COUNT];
    struct Thread *thread; /* the green thread that runs */
    Mem *mem;
    struct VmState *state;
    Str *empty_str;
    Str *chars[256]; /* one-character strings of Latin-1 */
    Tuple *empty_tuple;
    struct Trace *trace; /* never NULL */
    struct Host *host;
    Dict *builtins; /* namespace of the module builtins */
    Dict *modules;  /* sys.modules */
    void *aio;      /* engine/aio's own state */
};
#define TYPE(vm, id) ((vm)->types[T_##id])
#define NAME(vm, x) ((vm)->names[N_##x])

static inline Type *type_of(Vm *vm, Value v) {
    if (value_is_obj(v)) return value_obj(v)->type;
    if (value_is_int(v)) return vm->types[T_int];
    if (value_is_flonum(v)) return vm->types[T_float];
    switch (v) {
    case VALUE_FALSE:
    case VALUE_TRUE: return vm->types[T_bool];
    case VALUE_NOT_IMPLEMENTED: return vm->types[T_NotImplementedType];
    case VALUE_ELLIPSIS: return vm->types[T_ellipsis];
    default: return vm->types[T_NoneType];
    }
}
static inline bool is_exact(Vm *vm, Value v, enum type_id id) { /* for types whose values are all objects */
    return value_is_obj(v) && value_obj(v)->type == vm->types[id];
}
static inline bool has_flag(Value v,
                            uint32_t flag) { /* object of a (sub)type with a TYPE_IS_* flag; immediates: false */
    return value_is_obj(v) && (value_obj(v)->type->flags & flag) != 0;
}
static inline bool is_str(Value v) {
    return has_flag(v, TYPE_IS_STR);
}
static inline bool is_list(Value v) {
    return has_flag(v, TYPE_IS_LIST);
}
static inline bool is_tuple(Value v) {
    return has_flag(v, TYPE_IS_TUPLE);
}
static inline bool is_dict(Value v) {
    return has_flag(v, TYPE_IS_DICT);
}
static inline bool is_type(Value v) {
    return has_flag(v, TYPE_IS_TYPE);
}
static inline bool is_exception(Value v) {
    return has_flag(v, TYPE_IS_EXCEPTION);
}
static inline bool is_int(Value v) {
    return value_is_int(v) || value_is_bool(v) || has_flag(v, TYPE_IS_INT);
}
static inline bool is_float(Value v) {
    return value_is_flonum(v) || has_flag(v, TYPE_IS_FLOAT);
}
#define AS(T, v) ((T *)value_obj(v))

/* type.c */
Type *type_make(Vm *vm, const TypeDef *def,
                Type *base); /* a builtin type outside types.def (modules use it); NULL base: object */
/* type(name, bases, namespace): the instances' creation of `type` itself, for plain classes: allocates and nothing else
 * happens before __init__ when type->slots.new is this. */
Value object_plain_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames);
/* The init slot of classes whose __init__ is a Python function: it is what type_lookup(type, "__init__") finds then. */
int slot_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* The call slot of classes: new, then init, by nested calls. */
Value type_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* The getattr slot of classes with __getattr__ but the usual __getattribute__. */
Value slot_getattr_hook(Vm *vm, Value self, Str *name);
/* What `name` finds along type's mro; borrowed, VALUE_NULL when absent (no exception). */
Value type_lookup(Vm *vm, Type *type, Str *name);
bool type_is_subtype(const Type *type, const Type *of);
void type_modified(Vm *vm, Type *type);
const char *type_name(const Type *type); /* as messages show it */
/* For TYPE_WRITTEN: the class that CPython has in Python, without the underscore of the base that is C here. */
const char *written_name(const Type *owner);
/* With its module, unless that is builtins or __main__ (PyType_GetFullyQualifiedName). Owned. [py] */
Str *type_full_name(Vm *vm, Type *type);
#define value_type_name(vm, v) type_name(type_of((vm), (v)))
/* Allocates an instance with count 1, type set and everything after head zero; the attrs block is made ready.
 * `extra` bytes are added to type->size. NULL with MemoryError. */
void *object_new(Vm *vm, Type *type, size_t extra);
/* For dealloc functions of variable-sized objects nothing special is needed: the allocator knows the slot's size. */

/* object.c: operations on any value, in CPython's words when they fail */
Value object_repr(Vm *vm, Value v);               /* [py] a Str */
Value object_str(Vm *vm, Value v);                /* [py] a Str */
Value object_ascii(Vm *vm, Value v);              /* [py] */
Value object_format(Vm *vm, Value v, Str *spec);  /* [py] format(v, spec); spec NULL: '' */
bool object_hash(Vm *vm, Value v, int64_t *hash); /* [py] */
/* The hash slot of types without hash (list, dict, set): TypeError; T.__hash__ is None where this stands. guard.c */
bool hash_not_implemented(Vm *vm, Value v, int64_t *hash);
Value object_compare(Vm *vm, Value a, Value b, int op); /* [py] full rich comparison with reflection and TypeError */
int object_equal(Vm *vm, Value a, Value b);             /* [py] identity or ==: 1, 0, -1 (containers' notion) */
int object_less(Vm *vm, Value a, Value b);              /* [py] a < b: 1, 0, -1 */
int object_truth(Vm *vm, Value v);                      /* [py] 1, 0, -1 */
int64_t object_length(Vm *vm, Value v);                 /* [py] -1 error */
int64_t object_length_hint_or(Vm *vm, Value v, int64_t otherwise);  /* [py] otherwise when unknown; -1 error */
int64_t object_length_hint(Vm *vm, Value v);                        /* [py] 0 when unknown; -1 error */
Value object_getattr(Vm *vm, Value v, Str *name);                   /* [py] */
Value object_getattr_opt(Vm *vm, Value v, Str *name, bool *failed); /* [py] VALUE_NULL, *failed false: absent */
bool object_setattr(Vm *vm, Value v, Str *name, Value value);       /* [py] VALUE_NULL deletes */
Value object_generic_getattr(Vm *vm, Value v, Str *name);
bool object_generic_setattr(Vm *vm, Value v, Str *name, Value value);
Value object_getitem(Vm *vm, Value v, Value key);                      /* [py] */
bool object_setitem(Vm *vm, Value v, Value key, Value value);          /* [py] VALUE_NULL deletes */
int object_contains(Vm *vm, Value container, Value item);              /* [py] */
Value object_binary(Vm *vm, int op, Value a, Value b);                 /* [py] */
Value object_power(Vm *vm, Value base, Value exponent, Value modulus); /* [py] pow() with three arguments */
Value object_inplace(Vm *vm, int op, Value a, Value b);                /* [py] */
Value object_unary(Vm *vm, int op, Value v);                           /* [py] */
Value object_itself(Vm *vm, Value self);                               /* slots.iter, aiter, await of what is its own */
Value object_iter(Vm *vm, Value v);                                    /* [py] */
Value object_next(Vm *vm, Value iterator);         /* [py] VALUE_NULL without exception: exhausted */
Value object_next_or_stop(Vm *vm, Value iterator); /* [py] the same, or with the StopIteration that was raised */
Value object_index(
    Vm *vm, Value v); /* [py] an int value by __index__; TypeError "'T' object cannot be interpreted as an integer" */
enum index_range {    /* what becomes of an int that does not fit */
                   INDEX_EXACT,    /* IndexError: it can't be an index */
                   INDEX_CLIPPED,  /* the nearest that fits */
                   INDEX_ARGUMENT, /* OverflowError: it can't be a C argument */
                   INDEX_COUNT     /* OverflowError: nothing can be repeated so often */
};
bool object_as_index(Vm *vm, Value v, int64_t *index, enum index_range range); /* [py] v.__index__() */
/* [py] How often a sequence so long is to be repeated, 0 or more: TypeError of what is no int, MemoryError when it
 * would have more than `most` items. */
bool sequence_times(Vm *vm, Value count, uint32_t length, uint32_t most, int64_t *times);
bool object_as_double(Vm *vm, Value v, double *d); /* [py] float(v) for arguments: float, int, __float__, __index__ */
bool object_as_int64(Vm *vm, Value v, int64_t *i); /* [py] OverflowError outside */
bool object_is_callable(Vm *vm, Value v);
int object_isinstance(Vm *vm, Value v, Value type_or_tuple);    /* [py] 1, 0, -1 */
int object_issubclass(Vm *vm, Value type, Value type_or_tuple); /* [py] */
/* What type.__instancecheck__ and __subclasscheck__ do: by the type and what __class__ claims; for what is no class, by
 * __bases__. 1, 0, -1. [py] */
int type_isinstance(Vm *vm, Value v, Value cls);
int type_issubclass(Vm *vm, Value type, Value cls);
Value object_dir(Vm *vm, Value v); /* [py] sorted list */
uint32_t object_weak_clear_(Vm *vm, Obj *o);

/* call.c. call_value runs the callee to its end [py]. call_tail may return a signal: only to return it as one's own. */
Value call_value(Vm *vm, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames);
Value call_tail(Vm *vm, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames);
Value call_method(Vm *vm, Value self, Str *name, const Value *args, uint32_t nargs);   /* [py] self.name(*args) */
Value call_star(Vm *vm, Value callee, Value args_tuple, Value kwargs_dict, bool tail); /* kwargs VALUE_NULL or dict */
/* type(v).name looked up as special methods are (not on the instance). VALUE_NULL, *found false: absent. [py] */
Value call_special(Vm *vm, Value v, Str *name, const Value *args, uint32_t nargs, bool *found);
/* Calls fn for each item of an iterable; fn borrows it and returns false to stop with an error. [py] */
bool object_for_each(Vm *vm, Value iterable, bool (*fn)(Vm *vm, void *context, Value item), void *context);

/* function.c */
typedef struct Native { /* builtin_function_or_method */
    Obj head;
    const MethodDef *def;
    Value self;  /* owned; VALUE_NULL for module functions */
    Str *module; /* owned or NULL */
    void *weakrefs;
} Native;
Value native_new(Vm *vm, const MethodDef *def, Value self, Str *module);
typedef struct MethodDescriptor { /* method_descriptor: a builtin type's method, found on the class */
    Obj head;
    const MethodDef *def;
    Type *owner; /* borrowed: builtin types live as long as the Vm */
} MethodDescriptor;
Value method_descriptor_new(Vm *vm, Type *owner, const MethodDef *def);
/* __text_signature__ of what is written in C: a str, or None where it has none. */
Value native_text_signature(Vm *vm, Value self);
typedef struct BoundMethod { /* method */
    Obj head;
    Value function, self;
    void *weakrefs;
} BoundMethod;
Value bound_method_new(Vm *vm, Value function, Value self);
typedef struct Cell {
    Obj head;
    Value value;
} Cell;

/* property, staticmethod, classmethod (for inline caches and fast calls) */
typedef struct Property {
    Obj head;
    Value get, set, del, doc; /* VALUE_NULL: none */
    Value name;
    bool doc_from_getter;
} Property;
typedef struct Wrapper { /* staticmethod, classmethod */
    Obj head;
    void *attrs_[3];
    Value callable;
} Wrapper;
/* member_descriptor: a __slots__ entry, a Value of the instance (members_of; VALUE_NULL: AttributeError). */
typedef struct MemberDescr {
    Obj head;
    Type *owner;
    Str *name;
    uint32_t index; /* among the owner's members */
} MemberDescr;

/* module.c */
typedef struct Module {
    Obj head;
    Dict *dict;
    Str *name;
    void *weakrefs;
} Module;
Module *module_new(Vm *vm, const char *name); /* with __name__, __doc__ ... in its dict; not put into sys.modules */
bool module_add(Vm *vm, Module *module, const char *name,
                Value value); /* takes over the reference to value; false also for VALUE_NULL */
bool module_add_functions(Vm *vm, Module *module, const MethodDef *methods);
/* [py] Whether a module of that name, or the package that it is in, was loaded ahead of the program, which has not
 * imported it yet; -1 with an exception. */
int module_is_hidden(Vm *vm, Str *name);
Value module_import(Vm *vm, Str *name); /* [py] import of an absolute name; returns that (innermost) module */
/* [py] Calls a function of the guest library, whose module is imported when it is first wanted. */
Value module_call(Vm *vm, Str *module, Str *function, const Value *args, uint32_t nargs, Tuple *kwnames);
/* [py] The same for names that are seldom needed. */
Value module_call_c(Vm *vm, const char *module, const char *function, const Value *args, uint32_t nargs,
                    Tuple *kwnames);
/* The same, a primitive's last act: may return a signal. */
Value module_call_tail(Vm *vm, const char *module, const char *function, const Value *args, uint32_t nargs,
                       Tuple *kwnames);
/* What __import__(name, globals, None, fromlist, level) does; globals may be NULL for level 0, fromlist VALUE_NULL or
 * None. */
Value import_name(Vm *vm, Str *name, Dict *globals, Value fromlist, int64_t level); /* [py] may return a signal */
/* What the engine's own __import__ does with a module that it has (module_load: those above it are there): a new
 * reference, or the ImportError. module_place: CPython's file for it, '' for one that is C there, None when the engine
 * has none. */
Value module_load(Vm *vm, Str *name); /* [py] */
Value module_place(Vm *vm, Str *name);
/* import_finders.c: Modules that are not the engine's. Whether an import is for finders from the start; whether, after
 * the engine had none (an error is set, which goes when so); what they find, in the words of _importer.import_name. */
bool import_asks_finders(Vm *vm, Str *name, Value fromlist);
bool import_missed(Vm *vm, Str *name);
Value import_by_finders(Vm *vm, Str *name, Value fromlist, bool inner, bool last); /* [py] may return a signal */
/* The specification that a module was found by; NULL: it has none, being the engine's own. Borrowed. */
Value module_spec(Vm *vm, const Module *module);
/* _importer's function of that name, called with a module and what is asked of it. */
Value importer_call(Vm *vm, const char *function, const Value *args, uint32_t nargs); /* [py] */
/* Whether CPython has a library module in C, or frozen: no file is shown for those. */
bool module_is_c(const char *name);
bool module_is_frozen(const char *name);
Value import_own(Vm *vm, Str *name, Dict *globals, Value fromlist,
                 int64_t level);                    /* [py] of the engine's modules alone */
bool builtin_is_import(Vm *vm, Value hook);         /* builtins.__import__ as it was made. builtins_code.c */
Value import_from(Vm *vm, Value module, Str *name); /* [py] `from module import name`, with its ImportError */
bool import_star(Vm *vm, Value module, Value into); /* [py] `from module import *` into a namespace mapping */
/* modules.def lists native modules: MODULE(name): Value module_init_<name>(Vm *vm) returns a new Module. */

/* ---- errors (error.c) ---------------------------------------------------------------------------------------------
 */

/* Sets an exception and returns VALUE_NULL. Format: %s C string, %c, %d int, %u, %ld long, %lld, %zu, %x, %g, %% and
 *   %S Str *, %V str() of a Value, %R repr() of a Value, %A ascii of a Value, %T type name of a Value, %B the same but
 * None, %N name of a Type * A width or precision is understood for %s (%.100s). */
Value raise_error(Vm *vm, enum type_id type, const char *format, ...);
Value raise_error_from(Vm *vm, enum type_id type, const char *format, ...); /* its cause is the error that is set */
Value raise_type(Vm *vm, Type *type, const char *format, ...);
Str *str_format(Vm *vm, const char *format, ...);             /* the same formatting, a new Str */
Value raise_value(Vm *vm, Value exception);                   /* sets an instance (borrowed), chaining __context__ */
Value raise_handling(Vm *vm, Value exception, Value handled); /* the same; what it is chained to is given */
Value raise_no_memory(Vm *vm);
Value raise_key_error(Vm *vm, Value key);
Value raise_not_yet(Vm *vm, const char *what); /* NotImplementedError: Loopscope has no <what> yet */
Value raise_stop_iteration(Vm *vm, Value value);
Value raise_stop_value(Vm *vm, Value value); /* None is a value too */
/* With the name attributes that the suggestions need. */
Value raise_name_error(Vm *vm, Str *name);               /* name 'x' is not defined */
Value raise_attribute_error(Vm *vm, Value v, Str *name); /* 'T' object has no attribute 'x' */
/* An AttributeError that is set, from code of the program, is told what was asked for
 * (_PyObject_SetAttributeErrorContext), unless it knows. Nothing without one. */
void attribute_error_about(Vm *vm, Value v, Str *name);
Value raise_attribute_error_text(Vm *vm, Value v, Str *name, Str *text); /* takes text over; NULL: an error is set */
bool error_is_set(Vm *vm);
bool error_matches(Vm *vm, enum type_id type); /* the exception set is an instance */
void error_clear(Vm *vm);
Value error_take(Vm *vm);               /* the exception instance, no longer set; owned */
void error_restore(Vm *vm, Value e);    /* sets it again as it was, takes over the reference */
void exception_note(Vm *vm, Str *note); /* adds a note (owned; NULL: no memory for it) to the exception that is set */
Value error_take_stop(Vm *vm);          /* takes the StopIteration that is set: the value it carries, owned */
/* Reports an exception that nobody can catch, as sys.unraisablehook does, and clears it: "Exception ignored
 * in: ..."; with an object and a `where` that begins with "while", "Exception ignored while ... <the object>:". */
void error_unraisable(Vm *vm, const char *where, Value object);
/* warnings.warn(text, category) at the running line. False when it became an exception. */
bool warn(Vm *vm, enum type_id category, const char *format, ...);
/* warnings.warn_explicit: the same at a place in a file (the compiler's SyntaxWarnings). warnings.c */
bool warn_at(Vm *vm, enum type_id category, Str *text, Str *filename, uint32_t line);
/* The same about an object (a coroutine that nobody awaited), which adds CPython's line on tracemalloc. */
bool warn_about(Vm *vm, enum type_id category, Str *text, Value source);

typedef struct Exception { /* BaseException and every subclass begin with this */
    Obj head;
    void *attrs_[3];      /* the Attrs block, see shape.h */
    Value args;           /* Tuple */
    Value traceback;      /* Traceback or VALUE_NULL: ask exception_traceback */
    Value cause, context; /* or VALUE_NULL */
    Value extra;          /* StopIteration.value, SystemExit.code, ... by type; or VALUE_NULL */
    Value extra2, extra3;
    struct FrameObject *passed; /* owned: the frames it has left since it was raised whose traceback entries nobody has
                                 * asked for, the outermost first (traceback.c); then `traceback` is VALUE_NULL */
    bool suppress_context;
    bool left_library; /* it has passed a frame that is CPython's own: its traceback has a heading, if no frame to show
                        */
} Exception;
Value exception_new(Vm *vm, enum type_id type, Value message); /* message borrowed, VALUE_NULL: no args */
/* The traceback of an exception as tb_next chains, or VALUE_NULL; borrowed. The entries are made when they
 * are asked for; none without memory. */
Value exception_traceback(Vm *vm, Value e);
/* Another one, which it takes over; VALUE_NULL: none. */
void exception_set_traceback(Vm *vm, Value e, Value traceback);
/* For the collector: every exception's entries are made. */
void exception_tracebacks_all(Vm *vm);

/* ---- the builtin types' C interface -------------------------------------------------------------------------------
 */

/* int: int.c, bigint.c */
Value int_from_int64(Vm *vm, int64_t i);
Value int_from_uint64(Vm *vm, uint64_t u);
Value int_from_double(Vm *vm, double d); /* truncates; ValueError, OverflowError on nan, inf */
/* Digits in base 2..36 without prefix, sign or underscores (base 0 not allowed). NULL: ValueError (digit limit) or
 * memory. */
Value int_from_digits(Vm *vm, const char *digits, size_t length, int base);
Value int_parse(Vm *vm, Str *text, int base); /* int("..."): spaces, sign, underscores, prefix; base 0 guesses */
Value int_to_str(Vm *vm, Value i, int base, bool prefix); /* Str; int or bool */
bool int_as_int64(Value i, int64_t *out);                 /* int or bool or BigInt; false when outside (no exception) */
double int_as_double(Vm *vm, Value i, bool *overflow);
int int_sign(Value i);                              /* -1, 0, 1 */
int int_compare(Value a, Value b);                  /* ints, -1, 0, 1 */
Value int_binary(Vm *vm, int op, Value a, Value b); /* ints (or bools); CPython's semantics; slow path of the VM */
int64_t int_bit_length(Value i);
int64_t int_hash(Value i);

/* float: float.c. Floats come as flonum or Float. */
typedef struct Float {
    Obj head;
    double value;
} Float;
static inline double float_value(Value v) { /* v is a float (is_float) */
    return value_is_flonum(v) ? flonum_value(v) : AS(Float, v)->value;
}
Value float_box(Vm *vm, double d); /* makes a Float object; use float_new */
static inline Value float_new(Vm *vm, double d) {
    return flonum_fits(d) ? flonum_pack(d) : float_box(vm, d);
}
/* repr of a double as CPython writes it (shortest round-trip), at most 32 bytes with the NUL. Returns the length. */
size_t float_repr(double d, char *buffer);
bool float_parse(const char *text, size_t length, double *d); /* float("..."): false when malformed */
int64_t float_hash(double d);
Value float_from_str(Vm *vm, Value text); /* float(str) with its ValueError */

/* str: str.c, str_methods.c, str_format.c, unicode tables */
struct Str {
    Obj head;
    uint32_t length; /* code points */
    uint8_t kind;    /* bytes per code point: 1 (Latin-1), 2, 4; the least that fits */
    uint8_t ascii;   /* all < 128 */
    uint8_t interned;
    uint8_t utf8_known;
    int64_t hash; /* -1: not computed */
    char *utf8;   /* cached encoding (malloc'd by mem) or NULL; for ascii strings data itself is UTF-8 */
    uint32_t utf8_length;
    _Alignas(8) unsigned char data[]; /* length * kind bytes and a NUL code point */
};
static inline uint32_t str_at(const Str *s, uint32_t i) {
    return s->kind == 1   ? s->data[i]
           : s->kind == 2 ? ((const uint16_t *)(const void *)s->data)[i]
                          : ((const uint32_t *)(const void *)s->data)[i];
}
Str *str_new(Vm *vm, const char *utf8);                      /* NUL-terminated, valid UTF-8 */
Str *str_from_utf8(Vm *vm, const char *utf8, size_t length); /* valid (or WTF-8 for lone surrogates); NULL: memory */
Str *str_from_ascii(Vm *vm, const char *text, size_t length);
Str *str_from_codes(Vm *vm, const uint32_t *codes, size_t length);
Str *str_from_char(Vm *vm, uint32_t code);
Str *str_alloc(Vm *vm, uint32_t length,
               uint32_t max_code); /* uninitialised data, kind by max_code; caller fills it before use */
Str *str_intern(Vm *vm, Str *s);   /* takes over s, returns the interned one (owned); NULL stays NULL */
Str *str_intern_utf8(Vm *vm, const char *utf8, size_t length);
Str *str_intern_c(Vm *vm, const char *utf8);
/* NUL-terminated UTF-8, cached on the string, lives as long as it. NULL: memory. Lone surrogates as 3 bytes. */
const char *str_utf8(Vm *vm, const Str *s, size_t *length);
bool str_equal(const Str *a, const Str *b);
bool str_equals_c(const Str *s, const char *ascii);
int str_compare(const Str *a, const Str *b); /* by code points: -1, 0, 1 */
int64_t str_hash(Str *s);
Str *str_concat(Vm *vm, Str *a, Str *b);
/* a + b that may grow a in place when the caller owns its only reference (takes over a; s += t in a loop). */
Str *str_append_take(Vm *vm, Str *a, Str *b);
Str *str_join(Vm *vm, Str *separator, const Value *items,
              uint32_t count); /* items must be Str, else TypeError "sequence item %d: ..." */
/* The pieces of an f-string: Str, or small ints, which count as their decimal text (some may be made strings here). */
Str *str_join_pieces(Vm *vm, Value *pieces, uint32_t count);
Str *str_slice(Vm *vm, Str *s, uint32_t start, uint32_t end);
Value str_getitem(Vm *vm, Value s, Value key);
int64_t str_find(const Str *s, const Str *needle, uint32_t start, uint32_t end, bool from_right); /* -1 absent */
Str *str_repr(Vm *vm, Str *s);
Value str_percent(Vm *vm, Str *format, Value args); /* [py] format % args */
Value format_value(Vm *vm, Value v,
                   Str *spec); /* int, float, str by the mini-language; others: TypeError as object.__format__ */

/* A growing text: StrBuilder (str_builder.c). Errors stick; finish returns NULL then. */
typedef struct StrBuilder {
    Vm *vm;
    unsigned char *data;
    uint32_t length, capacity; /* code points */
    uint8_t kind;
    bool failed;
} StrBuilder;
void builder_init(StrBuilder *b, Vm *vm);
void builder_char(StrBuilder *b, uint32_t code);
void builder_ascii(StrBuilder *b, const char *text, size_t length);
void builder_c(StrBuilder *b, const char *ascii);
void builder_str(StrBuilder *b, const Str *s);
void builder_slice(StrBuilder *b, const Str *s, uint32_t start, uint32_t end);
void builder_repeat(StrBuilder *b, uint32_t code, uint32_t count);
bool builder_repr(StrBuilder *b, Value v); /* [py] */
Str *builder_finish(StrBuilder *b);        /* frees the buffer; NULL with MemoryError when anything failed */
void builder_drop(StrBuilder *b);

/* bytes: bytes.c */
typedef struct Bytes {
    Obj head;
    uint32_t length;
    int64_t hash;
    unsigned char data[]; /* and a NUL */
} Bytes;
Bytes *bytes_new(Vm *vm, const void *data, size_t length); /* data NULL: uninitialised */

/* tuple: tuple.c */
struct Tuple {
    Obj head;
    uint32_t length;
    Value items[];
};
Tuple *tuple_new(Vm *vm, uint32_t length); /* items VALUE_NULL, to be filled before anybody sees it */
Tuple *tuple_from(Vm *vm, const Value *items, uint32_t length);
Tuple *tuple_pack(Vm *vm, uint32_t length, ...);   /* borrowed Values */
Value tuple_from_iterable(Vm *vm, Value iterable); /* [py] */

/* list: list.c */
struct List {
    Obj head;
    uint32_t length, capacity;
    Value *items; /* owned block */
};
List *list_new(Vm *vm, uint32_t capacity);
List *list_from(Vm *vm, const Value *items, uint32_t length);
bool list_append(Vm *vm, List *list, Value v);        /* retains v */
bool list_append_take(Vm *vm, List *list, Value v);   /* takes v over, even when it fails */
bool list_extend(Vm *vm, List *list, Value iterable); /* [py] */
Value list_from_iterable(Vm *vm, Value iterable);     /* [py] */
/* Of what an iterator gives, which is asked for no hint of its length. */
Value list_from_iterator(Vm *vm, Value iterator); /* [py] */
/* As PySequence_Fast: any TypeError of iter() becomes one with `message`, and the hint is the iterator's. */
Value list_from_sequence(Vm *vm, Value iterable, const char *message); /* [py] */
Value raise_not_joined(Vm *vm);     /* join()'s words where something is no iterable: replaces the TypeError set */
bool list_sort(Vm *vm, List *list); /* [py] for names and the like */
/* list.sort() and sorted() as a primitive's last act: key VALUE_NULL or None: none. */
Value list_sort_tail(Vm *vm, Value list, Value key, bool reverse, Value result);
bool list_insert(Vm *vm, List *list, int64_t index, Value v);
/* Slice bounds as CPython's slice.indices: clips start and stop for a sequence of that length. slice.c */
typedef struct Slice {
    Obj head;
    Value start, stop, step;
} Slice;
/* [py] start, stop and step as ints of any size, owned, for a length (an int, not below zero): slice.indices(). */
bool slice_whole_indices(Vm *vm, Value slice, Value length, Value out[3]);
/* [py] From where to where index(x, start, stop) looks in what is then so long, by its arguments; `stop` may be beyond
 * the end. */
bool slice_search(Vm *vm, const Value *args, uint32_t nargs, const uint32_t *length, int64_t *start, int64_t *stop);
/* [py] The same in two steps, for what may become shorter while __index__ runs: the bounds as numbers, which may be
 * beyond either end; then clipped, in place, and how many items there are between them. */
bool slice_unpack(Vm *vm, Value slice, int64_t *start, int64_t *stop, int64_t *step);
int64_t slice_clip(int64_t length, int64_t *start, int64_t *stop, int64_t step);
bool slice_indices(Vm *vm, Value slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count);
Value slice_new(Vm *vm, Value start, Value stop, Value step);
Value range_new(Vm *vm, int64_t start, int64_t stop, int64_t step);

/* dict: dict.c. Keeps insertion order. */
Dict *dict_new(Vm *vm);
uint32_t dict_length(const Dict *dict);
Value dict_get(Vm *vm, Dict *dict, Value key);          /* [py] borrowed; VALUE_NULL: absent, or error (error_is_set) */
Value dict_get_str(Vm *vm, const Dict *dict, Str *key); /* borrowed; VALUE_NULL: absent. Never fails */
/* [py] The same by a C text, which may fail: VALUE_NULL without memory too. */
Value dict_get_c(Vm *vm, const Dict *dict, const char *key);
bool dict_set(Vm *vm, Dict *dict, Value key, Value value); /* [py] retains both */
bool dict_set_str(Vm *vm, Dict *dict, Str *key, Value value);
int dict_delete(Vm *vm, Dict *dict, Value key); /* [py] 1 deleted, 0 absent, -1 error */
/* Walks entries in order: *position starts at 0; false at the end. key and value are borrowed. */
bool dict_next(const Dict *dict, uint32_t *position, Value *key, Value *value);
bool dict_update(Vm *vm, Dict *dict, Value other); /* [py] a mapping, or an iterable of pairs */
Dict *dict_copy(Vm *vm, Dict *dict);
void dict_clear(Vm *vm, Dict *dict);
Value dict_pop(Vm *vm, Dict *dict, Value key); /* [py] owned; VALUE_NULL: absent or error */
/* For inline caches: a number that changes whenever an entry's place may have changed (insert of a new key, delete,
 * resize, clear); the place of a str key (UINT32_MAX: absent); the value at a place, borrowed slot. */
uint32_t dict_keys_version(Vm *vm, Dict *dict);
uint32_t dict_entry_index(const Dict *dict, Str *key);
Value *dict_entry_value(Dict *dict, uint32_t index);

/* set: set.c (also frozenset). Table and probing as CPython's, so that ints come out in its order. */
Value set_new(Vm *vm, bool frozen);
bool set_add(Vm *vm, Value set, Value item);     /* [py] */
int set_contains(Vm *vm, Value set, Value item); /* [py] */
int set_discard(Vm *vm, Value set, Value item);  /* [py] 1, 0, -1 */
uint32_t set_length(Value set);
bool set_next(Value set, uint32_t *position, Value *item); /* borrowed */
bool set_update(Vm *vm, Value set, Value iterable);        /* [py] */

static inline bool is_alias(Vm *vm, Value v) { /* list[int], or one of a class below GenericAlias */
    return value_is_obj(v) && type_is_subtype(value_obj(v)->type, TYPE(vm, generic_alias));
}
/* generic_alias.c: list[int] and int | None. args: a Tuple, or one value. union_new gives NotImplemented when a or b
 * can be no part of a union; types use it for |. generic_alias_method is __class_getitem__ for METHOD_CLASS rows. */
Value generic_alias_new(Vm *vm, Value origin, Value args);
Value union_new(Vm *vm, Value a, Value b);
Value generic_alias_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

/* weakref.c */
Value weakref_new(Vm *vm, Value object, Value callback);
Value weakref_get(Vm *vm, Value weakref); /* the object (new reference) or None */

/* gc.c */
/* Called by the interpreter for ATTENTION_GC: collects when that is enabled. [py] */
void gc_run(Vm *vm);
int64_t gc_collect(Vm *vm); /* [py] frees cycles; the number of objects found */
/* A container was made that had been there before: to the collector it is as new as if it were made now. */
void gc_is_new(Vm *vm, Obj *o);
/* A container is freed while the collector has garbage in hand (VmState.gc_garbage). */
void gc_forget(Vm *vm, Obj *o);

#endif
