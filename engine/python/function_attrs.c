/* function_attrs.c: the types function, method and cell: attributes, repr, binding. */
#include "interp.h"

#include "shape.h"
#include "type_defs.h"
#include "types_private.h"

/* ---- function ---- */

static void function_dealloc(Vm *vm, Obj *self) {
    Function *fn = (Function *)self;
    value_clear(vm, &fn->defaults);
    value_clear(vm, &fn->kwdefaults);
    value_clear(vm, &fn->closure);
    value_clear(vm, &fn->annotate);
    value_clear(vm, &fn->annotations);
    value_clear(vm, &fn->module);
    value_clear(vm, &fn->doc);
    value_clear(vm, &fn->type_params);
    value_clear(vm, &fn->native);
    obj_release(vm, fn->globals);
    obj_release(vm, fn->builtins);
    obj_release(vm, fn->name);
    obj_release(vm, fn->qualname);
    obj_release(vm, fn->code);
    fn->globals = fn->builtins = NULL;
    fn->name = fn->qualname = NULL;
    fn->code = NULL;
}

static void function_traverse(Obj *self, VisitFn visit, void *context) {
    Function *fn = (Function *)self;
    visit(context, obj_value(fn->code));
    visit(context, obj_value(fn->globals));
    visit(context, obj_value(fn->builtins));
    visit(context, fn->module);
    visit(context, fn->defaults);
    visit(context, fn->kwdefaults);
    visit(context, fn->doc);
    visit(context, fn->closure);
    visit(context, fn->annotations);
    visit(context, fn->annotate);
    visit(context, fn->type_params);
    visit(context, fn->native);
}

/* The collector breaks cycles by what a function refers to besides its code and globals, which a call may still need:
 * the closure, the defaults, and the attributes. */
static void function_clear(Vm *vm, Obj *self) {
    Function *fn = (Function *)self;
    value_clear(vm, &fn->defaults);
    value_clear(vm, &fn->kwdefaults);
    value_clear(vm, &fn->annotate);
    value_clear(vm, &fn->annotations);
    value_clear(vm, &fn->module);
    value_clear(vm, &fn->doc);
    value_clear(vm, &fn->type_params);
}

static Value function_repr(Vm *vm, Value self) {
    if (AS(Function, self)->code->flags & CODE_LIKE_C)
        return obj_value(str_format(vm, "<built-in function %S>", AS(Function, self)->name));
    return obj_value(
        str_format(vm, "<function %S at 0x%zx>", AS(Function, self)->qualname, (size_t)(uintptr_t)value_obj(self)));
}

static Value function_slot_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return function_call(vm, AS(Function, self), VALUE_NULL, args, nargs, kwnames);
}

static Value function_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    return object == VALUE_NULL || !function_binds(self) ? value_retain(self) : bound_method_new(vm, self, object);
}

static Value or_none(Value v) {
    return v == VALUE_NULL ? VALUE_NONE : value_retain(v);
}

static Value get_name(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Function, self)->name));
}

static bool set_name(Vm *vm, Value self, Value value) {
    return gen_set_text(vm, &AS(Function, self)->name, value, "__name__");
}

static Value get_qualname(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Function, self)->qualname));
}

static bool set_qualname(Vm *vm, Value self, Value value) {
    return gen_set_text(vm, &AS(Function, self)->qualname, value, "__qualname__");
}

static Value get_module(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->module);
}

static bool set_module(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(Function, self)->module, value == VALUE_NULL ? VALUE_NONE : value_retain(value));
    return true;
}

static Value get_doc(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->doc);
}

static bool set_doc(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(Function, self)->doc, value == VALUE_NULL ? VALUE_NONE : value_retain(value));
    return true;
}

static Value get_defaults(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->defaults);
}

static bool set_defaults(Vm *vm, Value self, Value value) {
    if (value == VALUE_NONE) value = VALUE_NULL;
    if (value != VALUE_NULL && !is_tuple(value)) {
        raise_error(vm, T_TypeError, "__defaults__ must be set to a tuple object");
        return false;
    }
    value_set(vm, &AS(Function, self)->defaults, value_retain(value));
    return true;
}

static Value get_kwdefaults(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->kwdefaults);
}

static bool set_kwdefaults(Vm *vm, Value self, Value value) {
    if (value == VALUE_NONE) value = VALUE_NULL;
    if (value != VALUE_NULL && !is_exact(vm, value, T_dict)) {
        raise_error(vm, T_TypeError, "__kwdefaults__ must be set to a dict object");
        return false;
    }
    value_set(vm, &AS(Function, self)->kwdefaults, value_retain(value));
    return true;
}

static Value get_code(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Function, self)->code));
}

static Value get_globals(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Function, self)->globals));
}

/* What its globals say, as its frames ask them. */
static Value get_builtins(Vm *vm, Value self) {
    Value own = dict_get_str(vm, AS(Function, self)->globals, vm->names[N___builtins__]);
    if (own != VALUE_NULL && is_dict(own)) return value_retain(own);
    return value_retain(obj_value(AS(Function, self)->builtins));
}

static Value get_closure(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Function, self)->closure);
}

static Value get_type_params(Vm *vm, Value self) {
    Value own = AS(Function, self)->type_params;
    return value_retain(own != VALUE_NULL ? own : obj_value(vm->empty_tuple));
}

static bool set_type_params(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL || !is_exact(vm, value, T_tuple)) {
        raise_error(vm, T_TypeError, "__type_params__ must be set to a tuple");
        return false;
    }
    value_set(vm, &AS(Function, self)->type_params, value_retain(value));
    return true;
}

static uint32_t closure_size(const Function *fn) {
    return fn->closure == VALUE_NULL ? 0 : AS(Tuple, fn->closure)->length;
}

/* Frames borrow the code that they run from their function: what is taken from it stays. */
static bool keep_code(Vm *vm, Code *code) {
    List **kept = &vm->state->replaced_code;
    for (uint32_t i = 0; *kept != NULL && i < (*kept)->length; i++)
        if ((*kept)->items[i] == obj_value(code)) return true;
    if (*kept == NULL) *kept = list_new(vm, 0);
    return *kept != NULL && list_append(vm, *kept, obj_value(code));
}

static bool set_code(Vm *vm, Value self, Value value) {
    Function *fn = AS(Function, self);
    if (value == VALUE_NULL || !is_exact(vm, value, T_code)) {
        raise_error(vm, T_TypeError, "__code__ must be set to a code object");
        return false;
    }
    Code *code = AS(Code, value), *old = fn->code;
    if (code->nfree != closure_size(fn)) {
        raise_error(vm, T_ValueError, "%S() requires a code object with %u free vars, not %u", fn->name,
                    closure_size(fn), (uint32_t)code->nfree);
        return false;
    }
    if ((code->flags & CODE_IN_C) && fn->native == VALUE_NULL) {
        raise_not_yet(vm, "code of a function in C for another function");
        return false;
    }
    if (!keep_code(vm, old)) return false;
    obj_retain(code);
    fn->code = code;
    obj_release(vm, old);
    return true;
}

static const GetSetDef function_getset[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, NULL},
    {"__code__", get_code, set_code, NULL},
    {"__globals__", get_globals, set_readonly, NULL},
    {"__builtins__", get_builtins, set_readonly, NULL},
    {"__closure__", get_closure, set_readonly, NULL},
    {"__annotate__", function_annotate, function_set_annotate, NULL},
    {"__annotations__", function_annotations, function_set_annotations, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL},
    {NULL, NULL, NULL, NULL},
};

/* ---- function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None) */

enum { NEW_CODE, NEW_GLOBALS, NEW_NAME, NEW_DEFAULTS, NEW_CLOSURE, NEW_KWDEFAULTS, NEW_COUNT };

static bool check_closure(Vm *vm, const Code *code, Value closure) {
    if (closure == VALUE_NONE ? code->nfree > 0 : !is_tuple(closure)) {
        raise_error(vm, T_TypeError, "arg 5 (closure) must be %s", closure == VALUE_NONE ? "tuple" : "None or tuple");
        return false;
    }
    uint32_t count = closure == VALUE_NONE ? 0 : AS(Tuple, closure)->length;
    if (count != code->nfree) {
        raise_error(vm, T_ValueError, "%S requires closure of length %u, not %u", code->name, (uint32_t)code->nfree,
                    count);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (is_exact(vm, AS(Tuple, closure)->items[i], T_cell)) continue;
        raise_error(vm, T_TypeError, "arg 5 (closure) expected cell, found %T", AS(Tuple, closure)->items[i]);
        return false;
    }
    return true;
}

static bool check_new(Vm *vm, const Value *out) {
    if (!is_exact(vm, out[NEW_CODE], T_code))
        raise_error(vm, T_TypeError, "function() argument 'code' must be code, not %T", out[NEW_CODE]);
    else if (!is_dict(out[NEW_GLOBALS]))
        raise_error(vm, T_TypeError, "function() argument 'globals' must be dict, not %T", out[NEW_GLOBALS]);
    else if (out[NEW_NAME] != VALUE_NONE && !is_str(out[NEW_NAME]))
        raise_error(vm, T_TypeError, "arg 3 (name) must be None or string");
    else if (out[NEW_DEFAULTS] != VALUE_NONE && !is_tuple(out[NEW_DEFAULTS]))
        raise_error(vm, T_TypeError, "arg 4 (defaults) must be None or tuple");
    else if (out[NEW_KWDEFAULTS] != VALUE_NONE && !is_dict(out[NEW_KWDEFAULTS]))
        raise_error(vm, T_TypeError, "arg 6 (kwdefaults) must be None or dict");
    else if (AS(Code, out[NEW_CODE])->flags & CODE_IN_C)
        raise_not_yet(vm, "code of a function in C for another function");
    else
        return check_closure(vm, AS(Code, out[NEW_CODE]), out[NEW_CLOSURE]);
    return false;
}

static Value function_slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    static const char *const names[] = {"code", "globals", "name", "argdefs", "closure", "kwdefaults", NULL};
    static const ArgSpec spec = {"function", names, 0, NEW_COUNT, 2};
    Value out[NEW_COUNT];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    for (int i = NEW_NAME; i < NEW_COUNT; i++)
        if (out[i] == VALUE_NULL) out[i] = VALUE_NONE;
    if (!check_new(vm, out)) return VALUE_NULL;
    Value made = function_new(vm, AS(Code, out[NEW_CODE]), AS(Dict, out[NEW_GLOBALS]));
    if (made == VALUE_NULL) return VALUE_NULL;
    Function *fn = AS(Function, made);
    if (out[NEW_DEFAULTS] != VALUE_NONE) fn->defaults = value_retain(out[NEW_DEFAULTS]);
    if (out[NEW_CLOSURE] != VALUE_NONE) fn->closure = value_retain(out[NEW_CLOSURE]);
    if (out[NEW_KWDEFAULTS] != VALUE_NONE) fn->kwdefaults = value_retain(out[NEW_KWDEFAULTS]);
    if (out[NEW_NAME] == VALUE_NONE || gen_set_text(vm, &fn->name, out[NEW_NAME], "__name__")) return made;
    value_release(vm, made);
    return VALUE_NULL;
}

const TypeDef type_function_def = {
    .name = "function",
    .size = sizeof(Function),
    .flags = TYPE_GC | TYPE_ATTRS | TYPE_WEAKREFS,
    .attrs_offset = offsetof(Function, attrs_),
    .weak_offset = offsetof(Function, weakrefs),
    .slots = {.dealloc = function_dealloc,
              .traverse = function_traverse,
              .clear = function_clear,
              .repr = function_repr,
              .call = function_slot_call,
              .descr_get = function_get,
              .new = function_slot_new},
    .getset = function_getset,
};

/* ---- method ---- */

Value bound_method_new(Vm *vm, Value function, Value self) {
    BoundMethod *method = object_new(vm, vm->types[T_method], 0);
    if (method == NULL) return VALUE_NULL;
    method->function = value_retain(function);
    method->self = value_retain(self);
    return obj_value(method);
}

static void method_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((BoundMethod *)self)->function);
    value_clear(vm, &((BoundMethod *)self)->self);
}

static void method_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((BoundMethod *)self)->function);
    visit(context, ((BoundMethod *)self)->self);
}

static Value method_repr(Vm *vm, Value self) {
    const BoundMethod *method = AS(BoundMethod, self);
    bool failed;
    Value name = object_getattr_opt(vm, method->function, vm->names[N___qualname__], &failed);
    if (name == VALUE_NULL && !failed) name = object_getattr_opt(vm, method->function, vm->names[N___name__], &failed);
    if (failed) return VALUE_NULL;
    Str *text = name == VALUE_NULL || !is_str(name) ? str_format(vm, "<bound method ? of %R>", method->self)
                                                    : str_format(vm, "<bound method %V of %R>", name, method->self);
    value_release(vm, name);
    return obj_value(text);
}

static Value method_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return call_tail(vm, self, args, nargs, kwnames);
}

/* A method may be bound again and again. */
static Value innermost(Vm *vm, Value function) {
    while (is_exact(vm, function, T_method)) function = AS(BoundMethod, function)->function;
    return function;
}

static Value method_getattr(Vm *vm, Value self, Str *name) {
    Value found = type_lookup(vm, vm->types[T_method], name);
    if (found != VALUE_NULL) return object_generic_getattr(vm, self, name);
    Value function = innermost(vm, self);
    if (!is_exact(vm, function, T_method_descriptor)) return object_getattr(vm, function, name);
    bool failed; /* in C what is a function of Python code in CPython */
    found = object_getattr_opt(vm, function, name, &failed);
    if (found != VALUE_NULL || failed) return found;
    return raise_attribute_error_text(vm, function, name,
                                      str_format(vm, "'function' object has no attribute '%S'", name));
}

static Value method_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(vm, other, T_method)) return VALUE_NOT_IMPLEMENTED;
    const BoundMethod *a = AS(BoundMethod, self), *b = AS(BoundMethod, other);
    int equal = a->self == b->self ? object_equal(vm, a->function, b->function) : 0;
    return equal < 0 ? VALUE_NULL : value_bool((equal != 0) == (op == COMPARE_EQ));
}

static bool method_hash(Vm *vm, Value self, int64_t *hash) {
    int64_t selves = 0;
    Value function = self;
    for (; is_exact(vm, function, T_method); function = AS(BoundMethod, function)->function)
        selves ^= (int64_t)(AS(BoundMethod, function)->self >> 4);
    if (!object_hash(vm, function, hash)) return false;
    *hash ^= selves;
    if (*hash == -1) *hash = -2;
    return true;
}

static Value method_get_function(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(BoundMethod, self)->function);
}

static Value method_get_self(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(BoundMethod, self)->self);
}

static Value method_get_doc(Vm *vm, Value self) {
    return object_getattr(vm, innermost(vm, self), vm->names[N___doc__]);
}

static Value method_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    if (kwnames != NULL) return raise_error(vm, T_TypeError, "method() takes no keyword arguments");
    if (nargs != 2) return raise_error(vm, T_TypeError, "method expected 2 arguments, got %u", nargs);
    if (!object_is_callable(vm, args[0])) return raise_error(vm, T_TypeError, "first argument must be callable");
    if (args[1] == VALUE_NONE) return raise_error(vm, T_TypeError, "instance must not be None");
    return bound_method_new(vm, args[0], args[1]);
}

/* It stays bound to what it is bound to. */
static Value method_descr_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)vm, (void)object, (void)owner;
    return value_retain(self);
}

static const GetSetDef method_getset[] = {
    {"__func__", method_get_function, set_readonly, "the function (or other callable) implementing a method"},
    {"__self__", method_get_self, set_readonly, "the instance to which a method is bound"},
    {"__doc__", method_get_doc, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_method_def = {
    .name = "method",
    .size = sizeof(BoundMethod),
    .flags = TYPE_GC | TYPE_WEAKREFS,
    .weak_offset = offsetof(BoundMethod, weakrefs),
    .slots = {.dealloc = method_dealloc,
              .traverse = method_traverse,
              .repr = method_repr,
              .call = method_call,
              .getattr = method_getattr,
              .descr_get = method_descr_get,
              .compare = method_compare,
              .hash = method_hash,
              .new = method_new},
    .getset = method_getset,
};

/* ---- cell ---- */

static void cell_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((Cell *)self)->value);
}

static void cell_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((Cell *)self)->value);
}

static Value cell_repr(Vm *vm, Value self) {
    const Cell *cell = AS(Cell, self);
    size_t at = (size_t)(uintptr_t)cell;
    if (cell->value == VALUE_NULL) return obj_value(str_format(vm, "<cell at 0x%zx: empty>", at));
    return obj_value(
        str_format(vm, "<cell at 0x%zx: %T object at 0x%zx>", at, cell->value, (size_t)(uintptr_t)cell->value));
}

static Value cell_get_contents(Vm *vm, Value self) {
    Value v = AS(Cell, self)->value;
    return v != VALUE_NULL ? value_retain(v) : raise_error(vm, T_ValueError, "Cell is empty");
}

static bool cell_set_contents(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(Cell, self)->value, value_retain(value));
    return true;
}

static Value cell_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames != NULL) return raise_error(vm, T_TypeError, "cell() takes no keyword arguments");
    if (nargs > 1) return raise_error(vm, T_TypeError, "cell expected at most 1 argument, got %u", nargs);
    Cell *cell = object_new(vm, type, 0);
    if (cell != NULL && nargs == 1) cell->value = value_retain(args[0]);
    return obj_value(cell);
}

/* By what is inside; an empty one comes first. */
static Value cell_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_exact(vm, other, T_cell)) return VALUE_NOT_IMPLEMENTED;
    Value a = AS(Cell, self)->value, b = AS(Cell, other)->value;
    if (a == VALUE_NULL || b == VALUE_NULL)
        return object_compare(vm, value_small(a != VALUE_NULL), value_small(b != VALUE_NULL), op);
    value_retain(a);
    value_retain(b);
    Value result = object_compare(vm, a, b, op);
    value_release(vm, a);
    value_release(vm, b);
    return result;
}

static const GetSetDef cell_getset[] = {
    {"cell_contents", cell_get_contents, cell_set_contents, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_cell_def = {
    .name = "cell",
    .size = sizeof(Cell),
    .flags = TYPE_GC,
    .slots = {.dealloc = cell_dealloc,
              .traverse = cell_traverse,
              .repr = cell_repr,
              .compare = cell_compare,
              .hash = hash_not_implemented,
              .new = cell_new},
    .getset = cell_getset,
};
