/* exceptions.c: BaseException: arguments, chaining, notes, text. */
#include "exceptions.h"
#include "types_private.h"

/* ---- life */

void exception_dealloc(Vm *vm, Obj *self) {
    Exception *e = (Exception *)self;
    value_clear(vm, &e->args);
    value_clear(vm, &e->extra);
    value_clear(vm, &e->extra2);
    value_clear(vm, &e->extra3);
    exception_set_traceback(vm, obj_value(self), VALUE_NULL);
    value_clear(vm, &e->cause);
    value_clear(vm, &e->context);
}

void exception_traverse(Obj *self, VisitFn visit, void *context) {
    const Exception *e = (Exception *)self;
    visit(context, e->args);
    visit(context, e->extra);
    visit(context, e->extra2);
    visit(context, e->extra3);
    visit(context, e->traceback);
    visit(context, obj_value((Obj *)e->passed));
    visit(context, e->cause);
    visit(context, e->context);
}

Value exception_slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    Exception *e = object_new(vm, type, 0);
    if (e == NULL) return VALUE_NULL;
    Tuple *tuple = tuple_from(vm, args, nargs);
    if (tuple == NULL) {
        obj_release(vm, e);
        return VALUE_NULL;
    }
    e->args = obj_value(tuple);
    return obj_value(e);
}

static bool set_args(Vm *vm, Value self, const Value *args, uint32_t nargs) {
    const Tuple *now = AS(Tuple, AS(Exception, self)->args);
    bool same = now != NULL && now->length == nargs;
    for (uint32_t i = 0; same && i < nargs; i++) same = now->items[i] == args[i];
    if (same) return true;
    Tuple *tuple = tuple_from(vm, args, nargs);
    if (tuple == NULL) return false;
    value_set(vm, &AS(Exception, self)->args, obj_value(tuple));
    return true;
}

int exception_slot_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "%T() takes no keyword arguments", self);
        return -1;
    }
    return set_args(vm, self, args, nargs) ? 0 : -1;
}

bool exception_keywords(Vm *vm, const char *function, const Value *kwvalues, Tuple *kwnames, const char *const *names,
                        Value *out) {
    for (uint32_t k = 0; names[k] != NULL; k++) out[k] = VALUE_NULL;
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        const Str *name = AS(Str, kwnames->items[i]);
        uint32_t k = 0;
        while (names[k] != NULL && !str_equals_c(name, names[k])) k++;
        if (names[k] == NULL) return raise_unexpected_keyword(vm, function, names, kwnames->items[i]);
        out[k] = kwvalues[i];
    }
    return true;
}

/* ---- text */

Value exception_plain_str(Vm *vm, Value self) {
    Value args = AS(Exception, self)->args;
    const Tuple *tuple = AS(Tuple, args);
    if (tuple == NULL || tuple->length == 0) {
        obj_retain(vm->empty_str);
        return obj_value(vm->empty_str);
    }
    if (tuple->length > 1) return object_str(vm, args);
    Value only = value_retain(tuple->items[0]);
    Value text = object_str(vm, only);
    value_release(vm, only);
    return text;
}

static Value exception_repr(Vm *vm, Value self) {
    Value args = value_retain(AS(Exception, self)->args);
    const Tuple *tuple = AS(Tuple, args);
    const Str *name = type_of(vm, self)->name;
    ReprMark mark;
    int entered = repr_enter(vm, &mark, self);
    Str *text = NULL;
    if (entered > 0) {
        text =
            tuple->length == 1 ? str_format(vm, "%S(%R)", name, tuple->items[0]) : str_format(vm, "%S%R", name, args);
        repr_leave(vm, &mark);
    } else if (entered == 0) {
        text = str_format(vm, "%S(...)", name);
    }
    value_release(vm, args);
    return obj_value(text);
}

/* ---- attributes */

static Value or_none(Value v) {
    return v == VALUE_NULL ? VALUE_NONE : value_retain(v);
}

static Value get_args(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Exception, self)->args);
}

static bool cannot_delete(Vm *vm, const char *what) {
    raise_error(vm, T_TypeError, "%s may not be deleted", what);
    return false;
}

static bool set_args_attr(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL) return cannot_delete(vm, "args");
    Value tuple = tuple_from_iterable(vm, value);
    if (tuple == VALUE_NULL) return false;
    value_set(vm, &AS(Exception, self)->args, tuple);
    return true;
}

static Value get_traceback(Vm *vm, Value self) {
    return or_none(exception_traceback(vm, self));
}

static bool set_traceback(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL) return cannot_delete(vm, "__traceback__");
    if (value != VALUE_NONE && !is_exact(vm, value, T_traceback)) {
        raise_error(vm, T_TypeError, "__traceback__ must be a traceback or None");
        return false;
    }
    exception_set_traceback(vm, self, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return true;
}

static bool set_link(Vm *vm, Value *place, Value value, const char *name, const char *kind) {
    if (value == VALUE_NULL) return cannot_delete(vm, name);
    if (value != VALUE_NONE && !is_exception(value)) {
        raise_error(vm, T_TypeError, "exception %s must be None or derive from BaseException", kind);
        return false;
    }
    value_set(vm, place, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return true;
}

static Value get_cause(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Exception, self)->cause);
}

static bool set_cause(Vm *vm, Value self, Value value) {
    if (!set_link(vm, &AS(Exception, self)->cause, value, "__cause__", "cause")) return false;
    AS(Exception, self)->suppress_context = true;
    return true;
}

static Value get_context(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Exception, self)->context);
}

static bool set_context(Vm *vm, Value self, Value value) {
    return set_link(vm, &AS(Exception, self)->context, value, "__context__", "context");
}

static Value get_suppress(Vm *vm, Value self) {
    (void)vm;
    return value_bool(AS(Exception, self)->suppress_context);
}

static bool set_suppress(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL || !value_is_bool(value)) {
        raise_error(vm, T_TypeError,
                    value == VALUE_NULL ? "can't delete numeric/char attribute" : "attribute value type must be bool");
        return false;
    }
    AS(Exception, self)->suppress_context = value == VALUE_TRUE;
    return true;
}

static const GetSetDef exception_getset[] = {
    {"args", get_args, set_args_attr, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL},
    {"__cause__", get_cause, set_cause, NULL},
    {"__context__", get_context, set_context, NULL},
    {"__suppress_context__", get_suppress, set_suppress, NULL},
    {0},
};

/* ---- methods */

static Value method_with_traceback(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return set_traceback(vm, self, args[0]) ? value_retain(self) : VALUE_NULL;
}

static Value method_add_note(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "add_note() argument must be str, not %B", args[0]);
    bool failed;
    Value notes = object_getattr_opt(vm, self, NAME(vm, __notes__), &failed);
    if (failed) return VALUE_NULL;
    if (notes == VALUE_NULL) {
        List *list = list_new(vm, 1);
        if (list == NULL) return VALUE_NULL;
        notes = obj_value(list);
        if (!object_setattr(vm, self, NAME(vm, __notes__), notes)) {
            value_release(vm, notes);
            return VALUE_NULL;
        }
    }
    bool ok = is_list(notes);
    if (!ok) {
        raise_error(vm, T_TypeError, "Cannot add note: __notes__ is not a list");
    } else {
        ok = list_append(vm, AS(List, notes), args[0]);
    }
    value_release(vm, notes);
    return ok ? VALUE_NONE : VALUE_NULL;
}

void exception_note(Vm *vm, Str *note) {
    Value e = error_take(vm), text = obj_value(note), done = VALUE_NULL;
    if (note != NULL) done = method_add_note(vm, e, &text, 1, NULL);
    obj_release(vm, note);
    value_release(vm, done);
    if (error_is_set(vm)) error_clear(vm);
    error_restore(vm, e);
}

static Value method_setstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    if (args[0] == VALUE_NONE) return VALUE_NONE;
    if (!is_dict(args[0])) return raise_error(vm, T_TypeError, "state is not a dictionary");
    uint32_t position = 0;
    Value key, value;
    while (dict_next(AS(Dict, args[0]), &position, &key, &value)) {
        if (is_str(key) && !object_setattr(vm, self, AS(Str, key), value)) return VALUE_NULL;
    }
    return VALUE_NONE;
}

Value exception_reduce(Vm *vm, Value self, Value arguments) {
    Value type = obj_value(type_of(vm, self));
    const Attrs *attrs = attrs_of(value_obj(self));
    if (attrs == NULL || attrs_count(attrs) == 0) return obj_value(tuple_pack(vm, 2, type, arguments));
    Value dict = attrs_as_dict(vm, self);
    Tuple *parts = dict == VALUE_NULL ? NULL : tuple_pack(vm, 3, type, arguments, dict);
    value_release(vm, dict);
    return obj_value(parts);
}

static Value method_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return exception_reduce(vm, self, AS(Exception, self)->args);
}

static const MethodDef exception_methods[] = {
    {"with_traceback", method_with_traceback, 1, 1, false, METHOD_PLAIN,
     "Set self.__traceback__ to tb and return self."},
    {"add_note", method_add_note, 1, 1, false, METHOD_PLAIN, "Add a note to the exception"},
    {"__setstate__", method_setstate, 1, 1, false, METHOD_PLAIN, NULL},
    {"__reduce__", method_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_BaseException_def = {
    .size = sizeof(Exception),
    .flags = TYPE_BASE | TYPE_GC | TYPE_ATTRS | TYPE_IS_EXCEPTION,
    .attrs_offset = offsetof(Exception, attrs_),
    .doc = "Common base class for all exceptions.",
    .slots = {.dealloc = exception_dealloc,
              .traverse = exception_traverse,
              .repr = exception_repr,
              .str = exception_plain_str,
              .new = exception_slot_new,
              .init = exception_slot_init},
    .methods = exception_methods,
    .getset = exception_getset,
};
