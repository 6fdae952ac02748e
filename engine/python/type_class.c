/* type_class.c: making classes from Python: type(name, bases, namespace). Metaclass and layout checks, __slots__,
 * __classcell__, __set_name__, __init_subclass__, in the order of CPython's type_new.
 */
#include "text.h"
#include "interp.h"
#include "types_private.h"

#include <string.h>

/* ---- bases */

Type *type_best_metatype(Vm *vm, Type *meta, Tuple *bases) {
    for (uint32_t i = 0; i < bases->length; i++) {
        Type *other = type_of(vm, bases->items[i]);
        if (type_is_subtype(meta, other)) continue;
        if (!type_is_subtype(other, meta)) {
            raise_error(vm, T_TypeError,
                        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                        "metaclasses of all its bases");
            return NULL;
        }
        meta = other;
    }
    return meta;
}

static bool check_base(Vm *vm, Value base) {
    if (!is_type(base)) {
        raise_error(vm, T_TypeError, "bases must be types");
        return false;
    }
    if (AS(Type, base)->flags & TYPE_BASE) return true;
    raise_error(vm, T_TypeError, "type '%N' is not an acceptable base type", AS(Type, base));
    return false;
}

/* The base whose instances' layout the new class extends. */
Type *type_best_base(Vm *vm, Tuple *bases) {
    Type *winner = NULL, *base = NULL;
    for (uint32_t i = 0; i < bases->length; i++) {
        if (!check_base(vm, bases->items[i])) return NULL;
        Type *candidate = tuple_type(bases, i), *solid = candidate->solid;
        if (winner == NULL || (solid != winner && type_is_subtype(solid, winner))) {
            winner = solid;
            base = candidate;
        } else if (!type_is_subtype(winner, solid)) {
            raise_error(vm, T_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return base;
}

/* ---- __slots__ */

typedef struct Making {
    Vm *vm;
    Type *type;
    Dict *namespace; /* the class's dict */
    List *slots;     /* Str: names of members; NULL: no __slots__ given */
    bool wants_dict, wants_weakref;
} Making;

static bool is_variable_sized(const Type *base) {
    return (base->flags & (TYPE_IS_INT | TYPE_IS_STR | TYPE_IS_BYTES | TYPE_IS_TUPLE)) != 0;
}

static Str *mangle(Vm *vm, const Str *class_name, Str *name) {
    bool private = name->length > 2 && str_at(name, 0) == '_' && str_at(name, 1) == '_' &&
                   !(str_at(name, name->length - 1) == '_' && str_at(name, name->length - 2) == '_');
    uint32_t skip = 0;
    while (skip < class_name->length && str_at(class_name, skip) == '_') skip++;
    obj_retain(name);
    if (!private || skip == class_name->length) return str_intern(vm, name);
    StrBuilder b;
    builder_init(&b, vm);
    builder_char(&b, '_');
    builder_slice(&b, class_name, skip, class_name->length);
    builder_str(&b, name);
    obj_release(vm, name);
    return str_intern(vm, builder_finish(&b));
}

/* What may stand in __slots__; all of it is looked at before the first slot is made. */
static bool check_slot(Vm *vm, Making *m, Value item) {
    if (!is_str(item)) {
        raise_error(vm, T_TypeError, "__slots__ items must be strings, not '%T'", item);
        return false;
    }
    Str *name = AS(Str, item);
    if (str_isidentifier_method(vm, item, NULL, 0, NULL) != VALUE_TRUE) {
        raise_error(vm, T_TypeError, "__slots__ must be identifiers");
        return false;
    }
    if (str_equals_c(name, "__dict__") || str_equals_c(name, "__weakref__")) {
        bool dict = str_equals_c(name, "__dict__");
        bool *wants = dict ? &m->wants_dict : &m->wants_weakref;
        if (*wants || (m->type->base->flags & (dict ? TYPE_ATTRS : TYPE_WEAKREFS))) {
            raise_error(vm, T_TypeError,
                        dict ? "__dict__ slot disallowed: we already got one"
                             : "__weakref__ slot disallowed: we already got one");
            return false;
        }
        *wants = true;
    }
    return true;
}

static bool add_slot(Vm *vm, Making *m, Str *name) {
    if (str_equals_c(name, "__dict__") || str_equals_c(name, "__weakref__")) return true;
    if (dict_get_str(vm, m->namespace, name) != VALUE_NULL && !str_equals_c(name, "__qualname__") &&
        !str_equals_c(name, "__classcell__")) {
        raise_error(vm, T_ValueError, "'%S' in __slots__ conflicts with class variable", name);
        return false;
    }
    Str *key = mangle(vm, m->type->name, name);
    if (key == NULL) return false;
    return list_append_take(vm, m->slots, obj_value(key));
}

/* Classes and modules keep their attributes in a dict of their own. */
static bool brings_dict(Vm *vm, const Type *base) {
    return (base->flags & (TYPE_ATTRS | TYPE_IS_TYPE)) || type_is_subtype(base, TYPE(vm, module));
}

/* The names that __slots__ gives, which may be an iterator. */
static bool read_slot_names(Making *m, Value slots) {
    Vm *vm = m->vm;
    const Type *base = m->type->base;
    Value names = is_str(slots) ? obj_value(tuple_pack(vm, 1, slots)) : tuple_from_iterable(vm, slots);
    if (names == VALUE_NULL) return false;
    const Tuple *t = AS(Tuple, names);
    bool ok = t->length == 0 || !is_variable_sized(base) || (base->flags & TYPE_IS_STR); /* CPython's str is not */
    if (!ok) raise_error(vm, T_TypeError, "nonempty __slots__ not supported for subtype of '%N'", base);
    for (uint32_t i = 0; ok && i < t->length; i++) ok = check_slot(vm, m, t->items[i]);
    for (uint32_t i = 0; ok && i < t->length; i++) ok = add_slot(vm, m, AS(Str, t->items[i]));
    value_release(vm, names);
    return ok && list_sort(vm, m->slots); /* so that equal sets have one layout */
}

static bool read_slots(Making *m) {
    Vm *vm = m->vm;
    Value slots = dict_get_str(vm, m->namespace, NAME(vm, __slots__));
    Type *base = m->type->base;
    if (slots == VALUE_NULL) {
        m->wants_dict = !brings_dict(vm, base);
        m->wants_weakref = !(base->flags & TYPE_WEAKREFS);
        return true;
    }
    m->slots = list_new(vm, 0);
    if (m->slots == NULL) return false;
    bool ok = read_slot_names(m, slots);
    /* A second base may bring what this one lacks, as in CPython's type_new_slots. */
    for (uint32_t i = 0; i < m->type->bases->length; i++) {
        const Type *other = tuple_type(m->type->bases, i);
        if (other == base) continue;
        if ((other->flags & TYPE_ATTRS) && !brings_dict(vm, base)) m->wants_dict = true;
        if ((other->flags & TYPE_WEAKREFS) && !(base->flags & TYPE_WEAKREFS)) m->wants_weakref = true;
    }
    return ok;
}

/* ---- layout */

static uint32_t aligned(uint32_t size, uint32_t to) {
    return (size + to - 1) & ~(to - 1);
}

static void lay_out_tail(Making *m) {
    Type *type = m->type;
    type->members_offset = type->base->members_offset;
    if (m->slots != NULL && m->slots->length > 0) {
        type->members = m->slots->length;
        type->members_offset += type->members * (uint32_t)sizeof(Value);
        type->flags |= TYPE_MEMBERS | TYPE_TAIL;
    }
    if (m->wants_dict) type->flags |= TYPE_ATTRS | TYPE_TAIL;
    if (m->wants_weakref) type->flags |= TYPE_WEAKREFS | TYPE_TAIL;
}

static void lay_out(Making *m) {
    Type *type = m->type;
    const Type *base = type->base;
    type->size = base->size;
    if (is_variable_sized(base)) {
        lay_out_tail(m);
        return;
    }
    if (m->slots != NULL && m->slots->length > 0) {
        type->members = m->slots->length;
        type->flags |= TYPE_MEMBERS;
        type->members_offset = aligned(type->size, 8);
        type->size = type->members_offset + type->members * (uint32_t)sizeof(Value);
    }
    if (m->wants_dict) {
        type->flags |= TYPE_ATTRS;
        type->attrs_offset = (uint16_t)aligned(type->size, sizeof(void *));
        type->size = type->attrs_offset + (uint32_t)sizeof(Attrs);
    }
    if (m->wants_weakref) {
        type->flags |= TYPE_WEAKREFS;
        type->weak_offset = (uint16_t)aligned(type->size, sizeof(void *));
        type->size = type->weak_offset + (uint32_t)sizeof(void *);
    }
    type->size = aligned(type->size, 8);
    type->slot_hint = base->slot_hint;
}

static bool add_members(Making *m) {
    Vm *vm = m->vm;
    Type *type = m->type;
    for (uint32_t i = 0; i < type->members; i++) {
        Str *name = AS(Str, m->slots->items[i]);
        Value descr = member_descr_new(vm, type, name, i);
        if (descr == VALUE_NULL) return false;
        bool ok = dict_set_str(vm, type->dict, name, descr);
        value_release(vm, descr);
        if (!ok) return false;
    }
    if (m->wants_dict && dict_get_str(vm, type->dict, NAME(vm, __dict__)) == VALUE_NULL &&
        !type_add(vm, type, "__dict__", getset_descr_new(vm, type, &instance_dict_def))) {
        return false;
    }
    return !m->wants_weakref || type_add(vm, type, "__weakref__", getset_descr_new(vm, type, &instance_weakref_def));
}

/* ---- the namespace */

static bool set_module(Vm *vm, Dict *dict) {
    if (dict_get_str(vm, dict, NAME(vm, __module__)) != VALUE_NULL) return true;
    const Frame *frame = vm->thread == NULL ? NULL : vm->thread->top;
    while (frame != NULL && frame->globals == NULL) frame = frame->caller;
    if (frame == NULL) return true;
    Value name = dict_get_str(vm, frame->globals, NAME(vm, __name__));
    return name == VALUE_NULL || dict_set_str(vm, dict, NAME(vm, __module__), name);
}

static bool set_qualname(Vm *vm, Type *type) {
    Value qualname = dict_get_str(vm, type->dict, NAME(vm, __qualname__));
    if (qualname != VALUE_NULL && !is_str(qualname)) {
        raise_error(vm, T_TypeError, "type __qualname__ must be a str, not %T", qualname);
        return false;
    }
    type->qualname = qualname == VALUE_NULL ? type->name : AS(Str, qualname);
    obj_retain(type->qualname);
    return qualname == VALUE_NULL || dict_delete(vm, type->dict, obj_value(NAME(vm, __qualname__))) >= 0;
}

static bool wrap_function(Vm *vm, Dict *dict, Str *name, enum type_id kind) {
    Value function = dict_get_str(vm, dict, name);
    if (!is_exact(vm, function, T_function)) return true;
    Value wrapped = wrapper_new(vm, kind, function);
    if (wrapped == VALUE_NULL) return false;
    bool ok = dict_set_str(vm, dict, name, wrapped);
    value_release(vm, wrapped);
    return ok;
}

static bool wrap_functions(Vm *vm, Dict *dict) {
    return wrap_function(vm, dict, NAME(vm, __new__), T_staticmethod) &&
           wrap_function(vm, dict, NAME(vm, __init_subclass__), T_classmethod) &&
           wrap_function(vm, dict, NAME(vm, __class_getitem__), T_classmethod);
}

/* Behind the members, where vars() of CPython's class shows them. */
static bool set_defaults(Vm *vm, Dict *dict) {
    if (dict_get_str(vm, dict, NAME(vm, __doc__)) == VALUE_NULL &&
        !dict_set_str(vm, dict, NAME(vm, __doc__), VALUE_NONE)) {
        return false;
    }
    return dict_get_str(vm, dict, NAME(vm, __eq__)) == VALUE_NULL ||
           dict_get_str(vm, dict, NAME(vm, __hash__)) != VALUE_NULL ||
           dict_set_str(vm, dict, NAME(vm, __hash__), VALUE_NONE);
}

static bool fill_class_cell(Vm *vm, Type *type) {
    Value cell = dict_get_str(vm, type->dict, NAME(vm, __classcell__));
    if (cell == VALUE_NULL) return true;
    if (!is_exact(vm, cell, T_cell)) {
        raise_error(vm, T_TypeError, "__classcell__ must be a nonlocal cell, not <class '%T'>", cell);
        return false;
    }
    obj_retain(type);
    value_set(vm, &AS(Cell, cell)->value, obj_value(type));
    return dict_delete(vm, type->dict, obj_value(NAME(vm, __classcell__))) >= 0;
}

/* ---- hooks */

static bool note_set_name(Vm *vm, Type *type, Value name, Value descriptor) {
    Value error = error_take(vm);
    Str *note = str_format(vm, "Error calling __set_name__ on '%T' instance %R in '%S'", descriptor, name, type->name);
    if (note != NULL) {
        Value argument = obj_value(note);
        Value result = call_method(vm, error, NAME(vm, add_note), &argument, 1);
        value_release(vm, result);
        obj_release(vm, note);
    }
    if (error_is_set(vm)) error_clear(vm);
    error_restore(vm, error);
    return false;
}

/* A native frame calls them, so that they may wait. */
enum { HOOK_TYPE, HOOK_NAMES, HOOK_AT, HOOK_KEY, HOOK_VALUE, HOOK_KWVALUES, HOOK_KWNAMES, HOOK_SLOTS };
enum { HOOKS_BEGIN, HOOKS_NAME, HOOKS_INIT };

static Value set_name_tail(Vm *vm, Value descriptor, Value method, Value type, Value name) {
    Value arguments[2] = {type, name};
    if (is_exact(vm, method, T_function) && function_binds(method))
        return function_call(vm, AS(Function, method), descriptor, arguments, 2, NULL);
    bool found;
    return call_special(vm, descriptor, NAME(vm, __set_name__), arguments, 2, &found);
}

/* VALUE_NONE: all are called. */
static Value set_names_step(Vm *vm, Frame *frame) {
    Value *slots = frame->regs, key, value;
    uint32_t position = (uint32_t)value_as_small(slots[HOOK_AT]);
    frame->state = HOOKS_NAME;
    while (dict_next(AS(Dict, slots[HOOK_NAMES]), &position, &key, &value)) {
        Value method = type_lookup(vm, type_of(vm, value), NAME(vm, __set_name__));
        if (method == VALUE_NULL) continue;
        slots[HOOK_AT] = value_small(position);
        slots[HOOK_KEY] = key; /* the dict has them */
        slots[HOOK_VALUE] = value;
        Value result = set_name_tail(vm, value, method, slots[HOOK_TYPE], key);
        if (result == VALUE_NULL || value_is_signal(result)) return result;
        value_release(vm, result);
    }
    return VALUE_NONE;
}

static Value init_subclass_tail(Vm *vm, Type *type, Value kwvalues, Value kwnames) {
    Value super = super_new(vm, type, obj_value(type));
    if (super == VALUE_NULL) return VALUE_NULL;
    Value method = object_getattr(vm, super, NAME(vm, __init_subclass__));
    value_release(vm, super);
    if (method == VALUE_NULL) return VALUE_NULL;
    Tuple *names = kwnames == VALUE_NULL ? NULL : AS(Tuple, kwnames);
    const Value *values = kwvalues == VALUE_NULL ? NULL : AS(Tuple, kwvalues)->items;
    Value result = call_tail(vm, method, values, 0, names);
    value_release(vm, method);
    return result;
}

static Value hooks_step(Vm *vm, Frame *frame, Value in) {
    Value *slots = frame->regs;
    if (frame->state == HOOKS_NAME || frame->state == HOOKS_INIT) {
        if (in == VALUE_NULL) return VALUE_NULL;
        value_release(vm, in);
    }
    if (frame->state == HOOKS_INIT) return VALUE_NONE;
    Value result = set_names_step(vm, frame);
    if (result != VALUE_NONE) return result;
    frame->state = HOOKS_INIT;
    return init_subclass_tail(vm, AS(Type, slots[HOOK_TYPE]), slots[HOOK_KWVALUES], slots[HOOK_KWNAMES]);
}

static Value hooks_resume(Vm *vm, Frame *frame, Value in) {
    Value *slots = frame->regs, result = hooks_step(vm, frame, in);
    if (value_is_signal(result)) return result;
    if (result == VALUE_NULL && frame->state == HOOKS_NAME)
        note_set_name(vm, AS(Type, slots[HOOK_TYPE]), slots[HOOK_KEY], slots[HOOK_VALUE]);
    slots[HOOK_KEY] = slots[HOOK_VALUE] = VALUE_NULL;
    value_release(vm, result);
    return result == VALUE_NULL ? VALUE_NULL : value_retain(slots[HOOK_TYPE]);
}
/* ---- the whole */

/* What patterns take instances for is what the first class in the order says that says something. */
static void inherit_patterns(Type *type) {
    uint32_t kind = type->base->flags & TYPE_PATTERNS;
    for (uint32_t i = 1; type->bases->length > 1 && i < type->mro->length; i++) {
        kind = tuple_type(type->mro, i)->flags & TYPE_PATTERNS;
        if (kind != 0) break;
    }
    type->flags = (type->flags & ~(uint32_t)TYPE_PATTERNS) | kind;
}

static bool build(Making *m, Tuple *bases, Dict *namespace) {
    Vm *vm = m->vm;
    Type *type = m->type;
    obj_retain(bases);
    type->bases = bases;
    type->dict = m->namespace = dict_copy(vm, namespace);
    if (m->namespace == NULL || !read_slots(m)) return false;
    lay_out(m);
    type->flags |= TYPE_HEAP | TYPE_BASE | TYPE_GC;
    if (!set_module(vm, type->dict) || !set_qualname(vm, type) || !wrap_functions(vm, type->dict) || !add_members(m) ||
        !set_defaults(vm, type->dict)) {
        return false;
    }
    type_inherit(type);
    type->mro = type_compute_mro(vm, type);
    if (type->mro == NULL || !type_register(vm, type)) return false;
    inherit_patterns(type);
    return true;
}

/* Takes the type over; as a last act. */
static Value call_hooks(Vm *vm, Type *type, const Value *kwvalues, Tuple *kwnames) {
    Dict *names = fill_class_cell(vm, type) ? dict_copy(vm, type->dict) : NULL;
    Tuple *values = names != NULL && kwnames != NULL ? tuple_from(vm, kwvalues, kwnames->length) : NULL;
    Frame *frame =
        names != NULL && (kwnames == NULL || values != NULL) ? native_push(vm, hooks_resume, HOOK_SLOTS) : NULL;
    if (frame == NULL) {
        obj_release(vm, type);
        obj_release(vm, names);
        obj_release(vm, values);
        return VALUE_NULL;
    }
    if (kwnames != NULL) obj_retain(kwnames);
    frame->regs[HOOK_TYPE] = obj_value(type);
    frame->regs[HOOK_NAMES] = obj_value(names);
    frame->regs[HOOK_AT] = value_small(0);
    frame->regs[HOOK_KWVALUES] = obj_value(values);
    frame->regs[HOOK_KWNAMES] = obj_value(kwnames);
    return SIGNAL_PUSHED;
}

/* CPython's mro_check: of an order that the program made up, all are classes whose instances are laid out as these are.
 */
static bool check_order(Vm *vm, const Type *type, const Tuple *order) {
    for (uint32_t i = 0; i < order->length; i++) {
        const char *wrong = !is_type(order->items[i]) ? "mro() returned a non-class ('%T')" : NULL;
        if (wrong == NULL && type_is_subtype(type->solid, tuple_type(order, i)->solid)) continue;
        if (wrong != NULL)
            raise_error(vm, T_TypeError, wrong, order->items[i]);
        else
            raise_error(vm, T_TypeError, "mro() returned base with unsuitable layout ('%N')", tuple_type(order, i));
        return false;
    }
    return true;
}

bool type_custom_mro(Vm *vm, Type *type) {
    Value method = type_lookup(vm, type->head.type, NAME(vm, mro));
    if (method == VALUE_NULL || type->head.type == TYPE(vm, type)) return true;
    if (is_exact(vm, method, T_method_descriptor)) return true;
    Value list = call_method(vm, obj_value(type), NAME(vm, mro), NULL, 0);
    if (list == VALUE_NULL) return false;
    Value order = tuple_from_iterable(vm, list);
    value_release(vm, list);
    if (order == VALUE_NULL) return false;
    if (!check_order(vm, type, AS(Tuple, order))) {
        value_release(vm, order);
        return false;
    }
    Tuple *old = type->mro;
    type->mro = AS(Tuple, order);
    obj_release(vm, old);
    return true;
}

bool type_name_fits(Vm *vm, const Str *name) {
    size_t length;
    const char *text = codec_check_utf8(vm, name) ? str_utf8(vm, name, &length) : NULL;
    if (text == NULL) return false;
    if (memchr(text, 0, length) == NULL) return true;
    raise_error(vm, T_ValueError, "type name must not contain null characters");
    return false;
}

Value type_new_class(Vm *vm, Type *meta, Str *name, Tuple *bases, Dict *namespace, const Value *kwvalues,
                     Tuple *kwnames) {
    Tuple *given = bases;
    if (bases->length == 0) {
        given = tuple_pack(vm, 1, obj_value(TYPE(vm, object)));
        if (given == NULL) return VALUE_NULL;
    } else {
        obj_retain(given);
    }
    Making m = {.vm = vm};
    Type *base = type_best_base(vm, given);
    Type *type = base == NULL ? NULL : type_alloc(vm, meta);
    bool ok = false;
    if (type != NULL) {
        m.type = type;
        obj_retain(base);
        type->base = base;
        obj_retain(name);
        type->name = str_intern(vm, name);
        ok = type->name != NULL && type_name_fits(vm, type->name) && build(&m, given, namespace) &&
             type_custom_mro(vm, type);
        if (ok) type_fix_slots(vm, type);
        if (!ok) obj_release(vm, type);
    }
    obj_release(vm, m.slots);
    obj_release(vm, given);
    return ok ? call_hooks(vm, type, kwvalues, kwnames) : VALUE_NULL;
}

static bool check_new_args(Vm *vm, const Value *args) {
    static const char *const messages[] = {"type.__new__() argument 1 must be str, not %B",
                                           "type.__new__() argument 2 must be tuple, not %B",
                                           "type.__new__() argument 3 must be dict, not %B"};
    bool fits[] = {is_str(args[0]), is_tuple(args[1]), is_dict(args[2])};
    for (int i = 0; i < 3; i++) {
        if (fits[i]) continue;
        raise_error(vm, T_TypeError, messages[i], args[i]);
        return false;
    }
    return true;
}

Value type_slot_new(Vm *vm, Type *meta, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (nargs != 3) {
        if (meta == TYPE(vm, type) && nargs == 1) {
            obj_retain(type_of(vm, args[0]));
            return obj_value(type_of(vm, args[0]));
        }
        return raise_error(vm, T_TypeError, "type.__new__() takes exactly 3 arguments (%u given)", nargs);
    }
    if (!check_new_args(vm, args)) return VALUE_NULL;
    Tuple *bases = AS(Tuple, args[1]);
    for (uint32_t i = 0; i < bases->length; i++) {
        if (is_type(bases->items[i])) continue;
        if (type_lookup(vm, type_of(vm, bases->items[i]), NAME(vm, __mro_entries__)) != VALUE_NULL) {
            return raise_error(vm, T_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
        }
    }
    Type *winner = type_best_metatype(vm, meta, bases);
    if (winner == NULL) return VALUE_NULL;
    if (winner != meta && winner->slots.new != type_slot_new)
        return winner->slots.new(vm, winner, args, nargs, kwnames);
    /* A metaclass's own __init__ is called with the class, so that has to be there. */
    bool whole = winner->slots.init != TYPE(vm, type)->slots.init;
    if (whole && !interp_nest_enter(vm)) return VALUE_NULL;
    Value made = type_new_class(vm, winner, AS(Str, args[0]), bases, AS(Dict, args[2]), args + 3, kwnames);
    if (!whole) return made;
    if (made == SIGNAL_PUSHED) made = interp_pushed(vm);
    interp_nest_leave(vm);
    return made;
}
