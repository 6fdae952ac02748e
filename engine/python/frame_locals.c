/* frame_locals.c: the variables of a frame by their names: locals(), and the type FrameLocalsProxy, which f_locals of a
 * function is: what is read and written through it is the variables themselves. Further names live in the frame object
 * alone. */
#include "dict.h"
#include "interp.h"
#include "type_defs.h"
#include "types_private.h"

typedef struct LocalsProxy {
    Obj head;
    FrameObject *frame;
} LocalsProxy;

static FrameObject *frame_of(Value proxy) {
    return AS(LocalsProxy, proxy)->frame;
}

/* ---- one variable */

/* Where the variable of a register has its value: the register, or its cell. */
static Value *variable(const Code *code, Value *regs, uint32_t reg, Vm *vm) {
    if (code->varkind[reg] != VAR_LOCAL && is_exact(vm, regs[reg], T_cell)) return &AS(Cell, regs[reg])->value;
    return &regs[reg];
}

/* Further names, or the namespace; borrowed, VALUE_NULL: it has none. */
static Value further_of(const FrameObject *o) {
    return o->more == NULL ? VALUE_NULL : o->more->locals;
}

/* A key as a dict takes it. */
static bool can_be_key(Vm *vm, Value name) {
    int64_t hash;
    return is_str(name) || object_hash(vm, name, &hash);
}

/* The register of a name, one that has a value rather than another (an inlined comprehension has its own); -1: none. */
static int64_t register_of(Vm *vm, FrameObject *o, Value name) {
    const Code *code = frame_object_code(o);
    Value *regs = frame_object_registers(o);
    int64_t found = -1;
    for (uint32_t i = 0; is_str(name) && i < code->named; i++) {
        if (code->varnames[i] == NULL || !str_equal(code->varnames[i], AS(Str, name))) continue;
        if (found < 0 || (regs != NULL && *variable(code, regs, i, vm) != VALUE_NULL)) found = i;
    }
    return found;
}

/* Borrowed; VALUE_NULL: absent, or error (error_is_set). */
static Value find(Vm *vm, FrameObject *o, Value name) {
    Value *regs = frame_object_registers(o);
    int64_t reg = register_of(vm, o, name);
    if (!can_be_key(vm, name)) return VALUE_NULL;
    if (reg >= 0) return regs == NULL ? VALUE_NULL : *variable(frame_object_code(o), regs, (uint32_t)reg, vm);
    return further_of(o) == VALUE_NULL ? VALUE_NULL : dict_get(vm, AS(Dict, further_of(o)), name);
}

/* An instruction of the frame may be working on the value that is replaced: it lives as long as the frame object. */
static bool keep_replaced(Vm *vm, FrameObject *o, Value value) {
    FrameMore *more = frame_object_more(vm, o);
    if (more != NULL && more->replaced == NULL) more->replaced = list_new(vm, 0);
    return more != NULL && more->replaced != NULL && list_append(vm, more->replaced, value);
}

static bool set_variable(Vm *vm, FrameObject *o, uint32_t reg, Value value) {
    if (o->frame == NULL) o->nregs = o->room;
    Value *place = variable(frame_object_code(o), frame_object_registers(o), reg, vm);
    if (value_is_obj(*place) && !keep_replaced(vm, o, *place)) return false;
    value_set(vm, place, value_retain(value));
    return true;
}

static bool set_further(Vm *vm, FrameObject *o, Value name, Value value) {
    FrameMore *more = frame_object_more(vm, o);
    if (more != NULL && more->locals == VALUE_NULL) more->locals = obj_value(dict_new(vm));
    return further_of(o) != VALUE_NULL && dict_set(vm, AS(Dict, further_of(o)), name, value);
}

static bool set_name(Vm *vm, FrameObject *o, Value name, Value value) {
    int64_t reg = register_of(vm, o, name);
    if (reg >= 0) return set_variable(vm, o, (uint32_t)reg, value);
    return can_be_key(vm, name) && set_further(vm, o, name, value);
}

static bool raise_not_removable(Vm *vm) {
    raise_error(vm, T_ValueError, "cannot remove local variables from FrameLocalsProxy");
    return false;
}

static bool delete_name(Vm *vm, FrameObject *o, Value name) {
    if (register_of(vm, o, name) >= 0) return raise_not_removable(vm);
    int deleted = further_of(o) == VALUE_NULL ? 0 : dict_delete(vm, AS(Dict, further_of(o)), name);
    if (deleted == 0) raise_key_error(vm, name);
    return deleted > 0;
}

/* ---- all of them, as a new dict */

/* Whether names are registers: they are not those of a module, of a class, of exec. */
static bool is_optimized(const Code *code) {
    return !(code->flags & (CODE_MODULE | CODE_CLASS_BODY | CODE_NAMESPACE));
}

/* Else a comprehension may run within, whose variables are registers: then those alone are seen. */
static bool has_variables(const Code *code, const Value *regs) {
    if (is_optimized(code)) return true;
    for (uint32_t i = 0; regs != NULL && i < code->named; i++)
        if (code->varkind[i] == VAR_LOCAL && regs[i] != VALUE_NULL) return true;
    return false;
}

static bool add_variables(Vm *vm, Dict *to, const Code *code, Value *regs) {
    for (uint32_t i = 0; regs != NULL && i < code->named; i++) {
        if (regs[i] == VALUE_NULL || code->varnames[i] == NULL) continue;
        Value value = *variable(code, regs, i, vm);
        if (value != VALUE_NULL && !dict_set_str(vm, to, code->varnames[i], value)) return false;
    }
    return true;
}

static Value all_variables(Vm *vm, const Code *code, Value *regs, Value further) {
    Dict *locals = dict_new(vm);
    if (locals == NULL) return VALUE_NULL;
    if (add_variables(vm, locals, code, regs) && (further == VALUE_NULL || dict_update(vm, locals, further)))
        return obj_value(locals);
    obj_release(vm, locals);
    return VALUE_NULL;
}

static Value snapshot(Vm *vm, Value proxy) {
    FrameObject *o = frame_of(proxy);
    return all_variables(vm, frame_object_code(o), frame_object_registers(o), further_of(o));
}

Value frame_locals(Vm *vm, Frame *frame) {
    if (has_variables(frame->code, frame->regs))
        return all_variables(vm, frame->code, frame->regs,
                             frame->object == NULL ? VALUE_NULL : further_of(frame->object));
    return value_retain(frame->namespace != VALUE_NULL ? frame->namespace : obj_value(frame->globals));
}

static Value proxy_new_of(Vm *vm, FrameObject *o) {
    LocalsProxy *proxy = object_new(vm, TYPE(vm, FrameLocalsProxy), 0);
    if (proxy == NULL) return VALUE_NULL;
    obj_retain(o);
    proxy->frame = o;
    return obj_value(proxy);
}

Value frame_object_locals(Vm *vm, FrameObject *o) {
    if (has_variables(frame_object_code(o), frame_object_registers(o))) return proxy_new_of(vm, o);
    Value namespace = o->frame != NULL ? o->frame->namespace : further_of(o);
    if (namespace != VALUE_NULL) return value_retain(namespace);
    return value_retain(obj_value(o->frame != NULL ? o->frame->globals : o->globals));
}

/* ---- the type */

static Value proxy_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    if (kwnames != NULL) return raise_error(vm, T_TypeError, "FrameLocalsProxy takes no keyword arguments");
    if (nargs != 1) return raise_error(vm, T_TypeError, "FrameLocalsProxy expected 1 argument, got %u", nargs);
    if (!is_exact(vm, args[0], T_frame)) return raise_error(vm, T_TypeError, "expect frame, not %T", args[0]);
    return proxy_new_of(vm, AS(FrameObject, args[0]));
}

static void proxy_dealloc(Vm *vm, Obj *self) {
    FrameObject *o = ((LocalsProxy *)self)->frame;
    ((LocalsProxy *)self)->frame = NULL;
    obj_release(vm, o);
}

static void proxy_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, obj_value(((LocalsProxy *)self)->frame));
}

static Value proxy_repr(Vm *vm, Value self) {
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_from_ascii(vm, "{...}", 5));
    Value dict = snapshot(vm, self);
    Value text = dict == VALUE_NULL ? VALUE_NULL : object_repr(vm, dict);
    value_release(vm, dict);
    repr_leave(vm, &mark);
    return text;
}

static Value proxy_compare(Vm *vm, Value self, Value other, int op) {
    bool both = is_exact(vm, other, T_FrameLocalsProxy);
    if ((op != COMPARE_EQ && op != COMPARE_NE) || (!both && !is_dict(other))) return VALUE_NOT_IMPLEMENTED;
    if (both) return value_bool((frame_of(self) == frame_of(other)) == (op == COMPARE_EQ));
    Value dict = snapshot(vm, self);
    if (dict == VALUE_NULL) return VALUE_NULL;
    int equal = dict_equal(vm, AS(Dict, dict), AS(Dict, other));
    value_release(vm, dict);
    return equal < 0 ? VALUE_NULL : value_bool((equal != 0) == (op == COMPARE_EQ));
}

static int64_t proxy_length(Vm *vm, Value self) {
    Value dict = snapshot(vm, self);
    if (dict == VALUE_NULL) return -1;
    int64_t length = dict_length(AS(Dict, dict));
    value_release(vm, dict);
    return length;
}

static Value proxy_getitem(Vm *vm, Value self, Value key) {
    Value found = find(vm, frame_of(self), key);
    if (found != VALUE_NULL || error_is_set(vm)) return value_retain(found);
    Str *text = str_format(vm, "local variable '%R' is not defined", key);
    if (text == NULL) return VALUE_NULL;
    raise_key_error(vm, obj_value(text));
    obj_release(vm, text);
    return VALUE_NULL;
}

static bool proxy_setitem(Vm *vm, Value self, Value key, Value value) {
    FrameObject *o = frame_of(self);
    return value == VALUE_NULL ? delete_name(vm, o, key) : set_name(vm, o, key, value);
}

static int proxy_contains(Vm *vm, Value self, Value item) {
    if (find(vm, frame_of(self), item) != VALUE_NULL) return 1;
    return error_is_set(vm) ? -1 : 0;
}

static Value list_of(Vm *vm, Value self, enum dict_part part) {
    Value dict = snapshot(vm, self);
    Value view = dict == VALUE_NULL ? VALUE_NULL : dict_view_new(vm, dict, part);
    Value list = view == VALUE_NULL ? VALUE_NULL : list_from_iterable(vm, view);
    value_release(vm, dict);
    value_release(vm, view);
    return list;
}

static Value proxy_iter(Vm *vm, Value self) {
    Value keys = list_of(vm, self, DICT_KEYS);
    Value iterator = keys == VALUE_NULL ? VALUE_NULL : object_iter(vm, keys);
    value_release(vm, keys);
    return iterator;
}

/* What a dict says when either side is a picture of the variables. */
static Value proxy_binary(Vm *vm, int op, Value a, Value b) {
    bool first = is_exact(vm, a, T_FrameLocalsProxy), second = is_exact(vm, b, T_FrameLocalsProxy);
    if (op != BINARY_OR || (!first && !is_dict(a)) || (!second && !is_dict(b))) return VALUE_NOT_IMPLEMENTED;
    Value left = first ? snapshot(vm, a) : value_retain(a), right = VALUE_NULL, result = VALUE_NULL;
    if (left != VALUE_NULL) right = second ? snapshot(vm, b) : value_retain(b);
    if (right != VALUE_NULL) result = object_binary(vm, op, left, right);
    value_release(vm, left);
    value_release(vm, right);
    return result;
}

static bool set_each(Vm *vm, void *context, Value pair) {
    return set_name(vm, context, AS(Tuple, pair)->items[0], AS(Tuple, pair)->items[1]);
}

static bool update(Vm *vm, Value self, Value other) {
    Value dict = is_dict(other) ? value_retain(other) : snapshot(vm, other);
    Value items = dict == VALUE_NULL ? VALUE_NULL : dict_view_new(vm, dict, DICT_ITEMS);
    bool ok = items != VALUE_NULL && object_for_each(vm, items, set_each, frame_of(self));
    value_release(vm, items);
    value_release(vm, dict);
    return ok;
}

static bool can_update(Vm *vm, Value other) {
    return is_dict(other) || is_exact(vm, other, T_FrameLocalsProxy);
}

static Value proxy_inplace(Vm *vm, int op, Value a, Value b) {
    if (op != BINARY_OR || !can_update(vm, b)) return VALUE_NOT_IMPLEMENTED;
    return update(vm, a, b) ? value_retain(a) : VALUE_NULL;
}

#define METHOD(name) static Value name(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames)

METHOD(method_get) {
    (void)kwnames;
    Value found = find(vm, frame_of(self), args[0]);
    if (found != VALUE_NULL || error_is_set(vm)) return value_retain(found);
    return nargs > 1 ? value_retain(args[1]) : VALUE_NONE;
}

METHOD(method_setdefault) {
    Value found = method_get(vm, self, args, nargs, kwnames);
    if (found == VALUE_NULL || proxy_contains(vm, self, args[0])) return found;
    if (set_name(vm, frame_of(self), args[0], found)) return found;
    value_release(vm, found);
    return VALUE_NULL;
}

METHOD(method_pop) {
    (void)kwnames;
    FrameObject *o = frame_of(self);
    if (register_of(vm, o, args[0]) >= 0) return raise_not_removable(vm), VALUE_NULL;
    Value found = further_of(o) == VALUE_NULL ? VALUE_NULL : dict_pop(vm, AS(Dict, further_of(o)), args[0]);
    if (found != VALUE_NULL || error_is_set(vm)) return found;
    return nargs > 1 ? value_retain(args[1]) : raise_key_error(vm, args[0]);
}

METHOD(method_update) {
    (void)nargs, (void)kwnames;
    if (!can_update(vm, args[0]))
        return raise_error(vm, T_TypeError, "update() argument must be dict or another FrameLocalsProxy");
    return update(vm, self, args[0]) ? VALUE_NONE : VALUE_NULL;
}

METHOD(method_copy) {
    (void)args, (void)nargs, (void)kwnames;
    return snapshot(vm, self);
}

METHOD(method_keys) {
    (void)args, (void)nargs, (void)kwnames;
    return list_of(vm, self, DICT_KEYS);
}

METHOD(method_values) {
    (void)args, (void)nargs, (void)kwnames;
    return list_of(vm, self, DICT_VALUES);
}

METHOD(method_items) {
    (void)args, (void)nargs, (void)kwnames;
    return list_of(vm, self, DICT_ITEMS);
}

METHOD(method_reversed) {
    (void)args, (void)nargs, (void)kwnames;
    Value keys = list_of(vm, self, DICT_KEYS);
    Value iterator = keys == VALUE_NULL ? VALUE_NULL : call_method(vm, keys, NAME(vm, __reversed__), NULL, 0);
    value_release(vm, keys);
    return iterator;
}

static const MethodDef proxy_methods[] = {
    {"get", method_get, 1, 2, false, METHOD_AGAIN, NULL},
    {"setdefault", method_setdefault, 1, 2, false, METHOD_AGAIN, NULL},
    {"pop", method_pop, 1, 2, false, METHOD_PLAIN, NULL},
    {"update", method_update, 1, 1, false, METHOD_PLAIN, NULL},
    {"copy", method_copy, 0, 0, false, METHOD_PLAIN, NULL},
    {"keys", method_keys, 0, 0, false, METHOD_PLAIN, NULL},
    {"values", method_values, 0, 0, false, METHOD_PLAIN, NULL},
    {"items", method_items, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reversed__", method_reversed, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_FrameLocalsProxy_def = {
    .size = sizeof(LocalsProxy),
    .flags = TYPE_GC | TYPE_MAPPING,
    .slots = {.dealloc = proxy_dealloc,
              .traverse = proxy_traverse,
              .repr = proxy_repr,
              .hash = hash_not_implemented,
              .compare = proxy_compare,
              .iter = proxy_iter,
              .binary = proxy_binary,
              .inplace = proxy_inplace,
              .length = proxy_length,
              .getitem = proxy_getitem,
              .setitem = proxy_setitem,
              .contains = proxy_contains,
              .new = proxy_new},
    .methods = proxy_methods,
    .binary_ops = 1 << BINARY_OR,
    .inplace_ops = 1 << BINARY_OR,
};
