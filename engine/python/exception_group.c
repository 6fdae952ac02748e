/* exception_group.c: BaseExceptionGroup and ExceptionGroup: making, splitting, text. */
#include "exceptions.h"
#include "types_private.h"

bool exception_is_group(Vm *vm, Value e) {
    return type_is_subtype(type_of(vm, e), TYPE(vm, BaseExceptionGroup));
}

/* ---- making */

static bool is_plain_exception(Vm *vm, Value e) {
    return type_is_subtype(type_of(vm, e), TYPE(vm, Exception));
}

/* Checks the second argument; *plain tells whether all are Exceptions. The tuple is owned. */
static Value check_members(Vm *vm, Value argument, bool *plain) {
    *plain = true;
    if (!is_list(argument) && !is_tuple(argument) && type_of(vm, argument)->slots.getitem == NULL) {
        return raise_error(vm, T_TypeError, "second argument (exceptions) must be a sequence");
    }
    Value tuple = tuple_from_iterable(vm, argument);
    if (tuple == VALUE_NULL) return VALUE_NULL;
    const Tuple *members = AS(Tuple, tuple);
    if (members->length == 0)
        raise_error(vm, T_ValueError, "second argument (exceptions) must be a non-empty sequence");
    for (uint32_t i = 0; i < members->length && !error_is_set(vm); i++) {
        if (!is_exception(members->items[i])) {
            raise_error(vm, T_ValueError, "Item %u of second argument (exceptions) is not an exception", i);
        } else if (!is_plain_exception(vm, members->items[i])) {
            *plain = false;
        }
    }
    if (error_is_set(vm)) value_clear(vm, &tuple);
    return tuple;
}

static Type *group_type(Vm *vm, Type *type, bool plain) {
    if (type == TYPE(vm, BaseExceptionGroup)) return plain ? TYPE(vm, ExceptionGroup) : type;
    if (plain) return type;
    if (type == TYPE(vm, ExceptionGroup)) {
        raise_error(vm, T_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
        return NULL;
    }
    if (type_is_subtype(type, TYPE(vm, Exception))) {
        raise_error(vm, T_TypeError, "Cannot nest BaseExceptions in '%N'", type);
        return NULL;
    }
    return type;
}

static Value group_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    if (nargs != 2) {
        return raise_error(vm, T_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)", nargs);
    }
    if (!is_str(args[0]))
        return raise_error(vm, T_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %B", args[0]);
    bool plain;
    Value members = check_members(vm, args[1], &plain);
    if (members == VALUE_NULL) return VALUE_NULL;
    Type *actual = group_type(vm, type, plain);
    Value self = actual == NULL ? VALUE_NULL : exception_slot_new(vm, actual, args, nargs, NULL);
    if (self == VALUE_NULL) {
        value_release(vm, members);
        return VALUE_NULL;
    }
    AS(GroupObj, self)->message = value_retain(args[0]);
    AS(GroupObj, self)->exceptions = members;
    return self;
}

static void group_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((GroupObj *)self)->message);
    value_clear(vm, &((GroupObj *)self)->exceptions);
    exception_dealloc(vm, self);
}

static void group_traverse(Obj *self, VisitFn visit, void *context) {
    exception_traverse(self, visit, context);
    visit(context, ((GroupObj *)self)->exceptions);
}

static Value group_str(Vm *vm, Value self) {
    const GroupObj *group = AS(GroupObj, self);
    if (group->exceptions == VALUE_NULL) return exception_plain_str(vm, self);
    uint32_t count = AS(Tuple, group->exceptions)->length;
    return obj_value(str_format(vm, "%V (%u sub-exception%s)", group->message, count, count == 1 ? "" : "s"));
}

/* ---- splitting */

/* Whether one exception meets the condition; -1: error. */
static int meets(Vm *vm, Value e, Value condition) {
    if (is_type(condition) || is_tuple(condition)) return object_isinstance(vm, e, condition);
    Value answer = call_value(vm, condition, &e, 1, NULL);
    if (answer == VALUE_NULL) return -1;
    int truth = object_truth(vm, answer);
    value_release(vm, answer);
    return truth;
}

static bool copy_notes(Vm *vm, Value from, Value to) {
    bool failed;
    Value notes = object_getattr_opt(vm, from, NAME(vm, __notes__), &failed);
    if (notes == VALUE_NULL) return !failed;
    Value copy = is_list(notes) || is_tuple(notes) ? list_from_iterable(vm, notes) : VALUE_NULL;
    value_release(vm, notes);
    if (copy == VALUE_NULL) return !error_is_set(vm);
    bool ok = object_setattr(vm, to, NAME(vm, __notes__), copy);
    value_release(vm, copy);
    return ok;
}

Value exception_group_derive(Vm *vm, Value group, List *members) {
    if (members->length == 0) return VALUE_NONE;
    Value argument = obj_value(members);
    Value made = call_method(vm, group, NAME(vm, derive), &argument, 1);
    if (made == VALUE_NULL) return VALUE_NULL;
    if (!exception_is_group(vm, made)) {
        raise_error(vm, T_TypeError, "derive must return an instance of BaseExceptionGroup");
        value_release(vm, made);
        return VALUE_NULL;
    }
    const Exception *from = AS(Exception, group);
    Exception *to = AS(Exception, made);
    exception_set_traceback(vm, made, value_retain(exception_traceback(vm, group)));
    value_set(vm, &to->context, value_retain(from->context));
    value_set(vm, &to->cause, value_retain(from->cause));
    to->suppress_context = true; /* setting a cause does that, also one that is none: exceptiongroup_subset */
    if (copy_notes(vm, group, made)) return made;
    value_release(vm, made);
    return VALUE_NULL;
}

static bool add_part(Vm *vm, List *list, Value part) { /* takes part over */
    if (part == VALUE_NONE) return true;
    return list_append_take(vm, list, part);
}

/* `others` may be NULL: then nobody asks for them, and no derive() makes a group of them. */
static bool split_member(Vm *vm, Value member, Value condition, List *matching, List *others) {
    if (!exception_is_group(vm, member)) {
        int met = meets(vm, member, condition);
        List *into = met ? matching : others;
        return met >= 0 && (into == NULL || list_append(vm, into, member));
    }
    Value match, rest = VALUE_NONE;
    if (!exception_group_split(vm, member, condition, &match, others == NULL ? NULL : &rest)) return false;
    bool ok = add_part(vm, matching, match);
    if (!ok) value_release(vm, rest);
    return ok && add_part(vm, others, rest);
}

static bool split_members(Vm *vm, Value group, Value condition, Value *match, Value *rest) {
    List *matching = list_new(vm, 0), *others = rest == NULL ? NULL : list_new(vm, 0);
    bool ok = matching != NULL && (others != NULL || rest == NULL);
    Value held = value_retain(AS(GroupObj, group)->exceptions);
    const Tuple *members = AS(Tuple, held);
    for (uint32_t i = 0; ok && i < members->length; i++)
        ok = split_member(vm, members->items[i], condition, matching, others);
    *match = ok ? exception_group_derive(vm, group, matching) : VALUE_NULL;
    ok = *match != VALUE_NULL;
    if (ok && rest != NULL) {
        *rest = exception_group_derive(vm, group, others);
        ok = *rest != VALUE_NULL;
        if (!ok) value_clear(vm, match);
    }
    value_release(vm, held);
    obj_release(vm, matching);
    obj_release(vm, others);
    return ok;
}

bool exception_group_split(Vm *vm, Value group, Value condition, Value *match, Value *rest) {
    int met = meets(vm, group, condition);
    if (met < 0 || !guard_enter(vm, " in exception group split")) return false;
    bool ok = true;
    if (met) {
        *match = value_retain(group);
        if (rest != NULL) *rest = VALUE_NONE;
    } else {
        ok = split_members(vm, group, condition, match, rest);
    }
    guard_leave(vm);
    return ok;
}

static bool check_condition(Vm *vm, Value condition) {
    bool ok = !is_type(condition) ? !is_tuple(condition) && object_is_callable(vm, condition)
                                  : type_is_subtype(AS(Type, condition), TYPE(vm, BaseException));
    if (is_tuple(condition)) {
        const Tuple *types = AS(Tuple, condition);
        ok = true;
        for (uint32_t i = 0; ok && i < types->length; i++) {
            ok = is_type(types->items[i]) && type_is_subtype(AS(Type, types->items[i]), TYPE(vm, BaseException));
        }
    }
    if (!ok) {
        raise_error(vm, T_TypeError,
                    "expected an exception type, a tuple of exception types, or a callable (other than a class)");
    }
    return ok;
}

static Value method_split(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Value match, rest;
    if (!check_condition(vm, args[0]) || !exception_group_split(vm, self, args[0], &match, &rest)) return VALUE_NULL;
    Tuple *pair = tuple_pack(vm, 2, match, rest);
    value_release(vm, match);
    value_release(vm, rest);
    return obj_value(pair);
}

static Value method_subgroup(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Value match;
    return check_condition(vm, args[0]) && exception_group_split(vm, self, args[0], &match, NULL) ? match : VALUE_NULL;
}

static Value method_derive(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Value arguments[2] = {AS(GroupObj, self)->message, args[0]};
    return call_value(vm, obj_value(TYPE(vm, BaseExceptionGroup)), arguments, 2, NULL);
}

static Value method_class_getitem(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return generic_alias_new(vm, self, args[0]);
}

static const MethodDef group_methods[] = {
    {"split", method_split, 1, 1, false, METHOD_PLAIN, NULL},
    {"subgroup", method_subgroup, 1, 1, false, METHOD_PLAIN, NULL},
    {"derive", method_derive, 1, 1, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", method_class_getitem, 1, 1, false, METHOD_CLASS, NULL},
    {0},
};

static Value get_message(Vm *vm, Value self) {
    (void)vm;
    Value message = AS(GroupObj, self)->message;
    return message == VALUE_NULL ? VALUE_NONE : value_retain(message);
}

static Value get_exceptions(Vm *vm, Value self) {
    (void)vm;
    Value exceptions = AS(GroupObj, self)->exceptions;
    return exceptions == VALUE_NULL ? VALUE_NONE : value_retain(exceptions);
}

/* Members in the object's own words: see PyMember_SetOne. */
static bool refuse_to_set(Vm *vm, Value self, Value value) {
    (void)self, (void)value;
    raise_error(vm, T_AttributeError, "readonly attribute");
    return false;
}

static const GetSetDef group_getset[] = {
    {"message", get_message, refuse_to_set, "exception message"},
    {"exceptions", get_exceptions, refuse_to_set, "nested exceptions"},
    {0},
};

const TypeDef type_BaseExceptionGroup_def = {
    .size = sizeof(GroupObj),
    .flags = TYPE_BASE,
    .doc = "A combination of multiple unrelated exceptions.",
    .slots = {.dealloc = group_dealloc, .traverse = group_traverse, .str = group_str, .new = group_new},
    .methods = group_methods,
    .getset = group_getset,
};
