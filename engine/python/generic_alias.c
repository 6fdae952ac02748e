/* generic_alias.c: parametrised types (list[int]) and unions (int | None): they print, compare, and can be called or
 * asked for their parts; nothing is checked at run time. */
#include "generic_alias.h"
#include "builtins.h"
#include "frame.h"
#include "guard.h"
#include "type_defs.h"

static Value alias_of_type(Vm *vm, Type *type, Value origin, Value args) {
    GenericAlias *a = object_new(vm, type, 0);
    if (a == NULL) return VALUE_NULL;
    a->origin = value_retain(origin);
    if (is_exact(vm, args, T_tuple)) {
        a->args = AS(Tuple, value_retain(args));
    } else {
        a->args = tuple_pack(vm, 1, args);
    }
    if (a->args != NULL) return obj_value(a);
    obj_release(vm, a);
    return VALUE_NULL;
}

Value generic_alias_new(Vm *vm, Value origin, Value args) {
    return alias_of_type(vm, TYPE(vm, generic_alias), origin, args);
}

Value generic_alias_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return generic_alias_new(vm, self, args[0]);
}

/* ---- how parts are written */

static bool write_part(StrBuilder *b, Value part);

static bool write_parts(StrBuilder *b, const Value *parts, uint32_t n, const char *between) {
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) builder_c(b, between);
        if (!write_part(b, parts[i])) return false;
    }
    return true;
}

static bool has_attribute(Vm *vm, Value v, Str *name, bool *failed) {
    Value found = object_getattr_opt(vm, v, name, failed);
    value_release(vm, found);
    return found != VALUE_NULL;
}

/* Where it comes from and what it is called there, when it looks like a class (_Py_typing_type_repr): both are the
 * caller's. False: it is written as its repr, or, *failed, an attribute raised. */
static bool look_up_name(Vm *vm, Value part, Value *module, Value *name, bool *failed) {
    *failed = false;
    *module = *name = VALUE_NULL;
    if (!is_type(part)) {
        bool is_alias = has_attribute(vm, part, NAME(vm, __origin__), failed) && !*failed &&
                        has_attribute(vm, part, NAME(vm, __args__), failed);
        if (is_alias || *failed) return false;
    }
    *name = object_getattr_opt(vm, part, NAME(vm, __qualname__), failed);
    if (*name != VALUE_NULL) *module = object_getattr_opt(vm, part, NAME(vm, __module__), failed);
    return *module != VALUE_NULL && *module != VALUE_NONE;
}

static bool write_str(StrBuilder *b, Value v) {
    Value text = object_str(b->vm, v);
    if (text == VALUE_NULL) return false;
    builder_str(b, AS(Str, text));
    value_release(b->vm, text);
    return true;
}

static bool write_name(StrBuilder *b, Value part) {
    bool failed, ok;
    Value module, name;
    if (look_up_name(b->vm, part, &module, &name, &failed)) {
        bool is_builtin = is_str(module) && str_equals_c(AS(Str, module), "builtins");
        ok = is_builtin || write_str(b, module);
        if (!is_builtin) builder_char(b, '.');
        ok = ok && write_str(b, name);
    } else {
        ok = !failed && builder_repr(b, part);
    }
    value_release(b->vm, module);
    value_release(b->vm, name);
    return ok;
}

static bool write_part(StrBuilder *b, Value part) {
    Vm *vm = b->vm;
    if (part == VALUE_ELLIPSIS) {
        builder_c(b, "...");
        return true;
    }
    if (part == VALUE_NONE || part == obj_value(TYPE(vm, NoneType))) {
        builder_c(b, "None");
        return true;
    }
    if (is_exact(vm, part, T_list)) {
        if (!guard_enter(vm, "")) return false;
        builder_char(b, '[');
        bool ok = write_parts(b, AS(List, part)->items, AS(List, part)->length, ", ");
        builder_char(b, ']');
        guard_leave(vm);
        return ok;
    }
    return write_name(b, part);
}

static Value finish(StrBuilder *b, bool ok) {
    if (ok) return obj_value(builder_finish(b));
    builder_drop(b);
    return VALUE_NULL;
}

static Value alias_repr(Vm *vm, Value self) {
    GenericAlias *a = AS(GenericAlias, self);
    StrBuilder b;
    builder_init(&b, vm);
    if (a->starred) builder_char(&b, '*');
    bool ok = write_part(&b, a->origin);
    builder_char(&b, '[');
    if (a->args->length == 0) builder_c(&b, "()");
    ok = ok && write_parts(&b, a->args->items, a->args->length, ", ");
    builder_char(&b, ']');
    return finish(&b, ok);
}

/* ---- aliases */

static void alias_dealloc(Vm *vm, Obj *self) {
    GenericAlias *a = (GenericAlias *)self;
    value_clear(vm, &a->origin);
    Tuple *args = a->args;
    a->args = NULL;
    obj_release(vm, args);
}

static void alias_traverse(Obj *self, VisitFn visit, void *context) {
    GenericAlias *a = (GenericAlias *)self;
    visit(context, a->origin);
    if (a->args != NULL) visit(context, obj_value(a->args));
}

static Value alias_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_alias(vm, self) || !is_alias(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    GenericAlias *a = AS(GenericAlias, self), *b = AS(GenericAlias, other);
    int equal = a->starred == b->starred ? object_equal(vm, a->origin, b->origin) : 0;
    if (equal > 0) equal = object_equal(vm, obj_value(a->args), obj_value(b->args));
    return equal < 0 ? VALUE_NULL : value_bool((equal != 0) == (op == COMPARE_EQ));
}

static bool alias_hash(Vm *vm, Value self, int64_t *hash) {
    GenericAlias *a = AS(GenericAlias, self);
    int64_t origin = 0, args;
    if (!guard_enter(vm, "")) return false;
    bool ok = object_hash(vm, a->origin, &origin) && object_hash(vm, obj_value(a->args), &args);
    guard_leave(vm);
    if (!ok) return false;
    *hash = origin ^ args;
    if (*hash == -1) *hash = -2;
    return true;
}

enum { SLOT_ALIAS, SLOT_ARGS, SLOT_KWNAMES, SLOT_COUNT };

/* The object knows what it was made by, where it takes attributes. */
static bool note_alias(Vm *vm, Value made, Value alias) {
    if (object_setattr(vm, made, NAME(vm, __orig_class__), alias)) return true;
    if (!error_matches(vm, T_AttributeError) && !error_matches(vm, T_TypeError)) return false;
    error_clear(vm);
    return true;
}

static Value called_resume(Vm *vm, Frame *frame, Value in) {
    Value alias = frame->regs[SLOT_ALIAS];
    if (frame->state == 0) {
        frame->state = 1;
        Tuple *args = AS(Tuple, frame->regs[SLOT_ARGS]);
        Tuple *kwnames = frame->regs[SLOT_KWNAMES] == VALUE_NULL ? NULL : AS(Tuple, frame->regs[SLOT_KWNAMES]);
        uint32_t named = kwnames == NULL ? 0 : kwnames->length;
        in = call_tail(vm, AS(GenericAlias, alias)->origin, args->items, args->length - named, kwnames);
        if (value_is_signal(in)) return in;
    }
    if (in == VALUE_NULL || note_alias(vm, in, alias)) return in;
    value_release(vm, in);
    return VALUE_NULL;
}

static Value alias_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value origin = AS(GenericAlias, self)->origin;
    if (is_type(origin) && !(AS(Type, origin)->flags & TYPE_HEAP)) return call_tail(vm, origin, args, nargs, kwnames);
    Tuple *all = tuple_from(vm, args, nargs + (kwnames == NULL ? 0 : kwnames->length));
    Frame *frame = all == NULL ? NULL : native_push(vm, called_resume, SLOT_COUNT);
    if (frame == NULL) {
        obj_release(vm, all);
        return VALUE_NULL;
    }
    frame->regs[SLOT_ALIAS] = value_retain(self);
    frame->regs[SLOT_ARGS] = obj_value(all);
    frame->regs[SLOT_KWNAMES] = kwnames == NULL ? VALUE_NULL : value_retain(obj_value(kwnames));
    return SIGNAL_PUSHED;
}

static bool is_own_name(Vm *vm, Str *name) {
    static const enum name_id own[] = {N___origin__,      N___args__,          N___parameters__,
                                       N___mro_entries__, N___unpacked__,      N___typing_unpacked_tuple_args__,
                                       N___class__,       N___instancecheck__, N___subclasscheck__,
                                       N___reduce__,      N___bases__};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (vm->names[own[i]] == name) return true;
    return str_equals_c(name, "__reduce_ex__") || str_equals_c(name, "__copy__") || str_equals_c(name, "__deepcopy__");
}

/* Everything that is not the alias's own is the origin's. */
static Value alias_getattr(Vm *vm, Value self, Str *name) {
    if (is_own_name(vm, name)) return object_generic_getattr(vm, self, name);
    Value origin = AS(GenericAlias, self)->origin;
    while (is_alias(vm, origin)) origin = AS(GenericAlias, origin)->origin;
    return object_getattr(vm, origin, name);
}

/* Whether there may be type parameters in it: things of typing, which is loaded then. */
static bool may_have_parameters(Vm *vm, const Tuple *args) {
    for (uint32_t i = 0; i < args->length; i++) {
        Value arg = args->items[i];
        const Tuple *inner = is_alias(vm, arg)            ? AS(GenericAlias, arg)->args
                             : is_exact(vm, arg, T_union) ? AS(Union, arg)->args
                                                          : NULL;
        bool written = inner == NULL && value_is_obj(arg) && (type_of(vm, arg)->flags & TYPE_HEAP) && !is_type(arg);
        if (written || is_exact(vm, arg, T_list) || is_exact(vm, arg, T_tuple)) return true;
        if (inner != NULL && may_have_parameters(vm, inner)) return true;
    }
    return false;
}

static Value ask_typing(Vm *vm, const char *name, const Value *args, uint32_t nargs) {
    return module_call_c(vm, "typing", name, args, nargs, NULL);
}

static Value parameters_in(Vm *vm, Tuple *args) {
    Value given = obj_value(args);
    if (may_have_parameters(vm, args)) return ask_typing(vm, "_collect_parameters", &given, 1);
    return value_retain(obj_value(vm->empty_tuple));
}

/* list[T][int]: the arguments with others in the place of type parameters. */
static Value substituted(Vm *vm, Value self, Tuple *args, Value key) {
    Value asked[] = {self, key};
    if (may_have_parameters(vm, args)) return ask_typing(vm, "_substituted", asked, 2);
    return raise_error(vm, T_TypeError, "%R is not a generic class", self);
}

static Value alias_parameters(Vm *vm, Value self) {
    return parameters_in(vm, AS(GenericAlias, self)->args);
}

static Value alias_getitem(Vm *vm, Value self, Value key) {
    Value args = substituted(vm, self, AS(GenericAlias, self)->args, key);
    Value made = args == VALUE_NULL ? VALUE_NULL : generic_alias_new(vm, AS(GenericAlias, self)->origin, args);
    value_release(vm, args);
    if (made != VALUE_NULL) AS(GenericAlias, made)->starred = AS(GenericAlias, self)->starred;
    return made;
}

static Value alias_binary(Vm *vm, int op, Value a, Value b) {
    return op == BINARY_OR ? union_new(vm, a, b) : VALUE_NOT_IMPLEMENTED;
}

/* One item, the alias with its star: what *tuple[int] stands for. */
static Value alias_iter(Vm *vm, Value self) {
    GenericAlias *a = AS(GenericAlias, self);
    Value starred = generic_alias_new(vm, a->origin, obj_value(a->args));
    if (starred == VALUE_NULL) return VALUE_NULL;
    AS(GenericAlias, starred)->starred = true;
    Tuple *only = tuple_pack(vm, 1, starred);
    value_release(vm, starred);
    Value iterator = only == NULL ? VALUE_NULL : object_iter(vm, obj_value(only));
    obj_release(vm, only);
    return iterator;
}

static NATIVE(alias_mro_entries) {
    UNUSED_ARGS;
    return obj_value(tuple_pack(vm, 1, AS(GenericAlias, self)->origin));
}

static NATIVE(alias_instancecheck) {
    UNUSED_ARGS;
    return raise_error(vm, T_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static NATIVE(alias_subclasscheck) {
    UNUSED_ARGS;
    return raise_error(vm, T_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

/* (GenericAlias, (origin, args)): for copy and pickle. */
static NATIVE(alias_reduce) {
    UNUSED_ARGS;
    const GenericAlias *a = AS(GenericAlias, self);
    if (a->starred) return ask_typing(vm, "_reduced_starred", &self, 1);
    Tuple *parts = tuple_pack(vm, 2, a->origin, obj_value(a->args));
    Tuple *made = parts == NULL ? NULL : tuple_pack(vm, 2, obj_value(TYPE(vm, generic_alias)), obj_value(parts));
    obj_release(vm, parts);
    return obj_value(made);
}

static NATIVE(alias_dir) {
    UNUSED_ARGS;
    return ask_typing(vm, "_alias_dir", &self, 1);
}

static const MethodDef alias_methods[] = {
    {"__dir__", alias_dir, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", alias_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {"__mro_entries__", alias_mro_entries, 1, 1, false, METHOD_PLAIN, NULL},
    {"__instancecheck__", alias_instancecheck, 1, 1, false, METHOD_PLAIN, NULL},
    {"__subclasscheck__", alias_subclasscheck, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

static Value alias_origin(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(GenericAlias, self)->origin);
}

static Value alias_args(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(GenericAlias, self)->args));
}

static Value alias_unpacked(Vm *vm, Value self) {
    (void)vm;
    return value_bool(AS(GenericAlias, self)->starred);
}

static Value alias_unpacked_args(Vm *vm, Value self) {
    const GenericAlias *a = AS(GenericAlias, self);
    bool tuple = a->starred && a->origin == obj_value(TYPE(vm, tuple));
    return tuple ? value_retain(obj_value(a->args)) : VALUE_NONE;
}

static const GetSetDef alias_getset[] = {
    {"__unpacked__", alias_unpacked, set_readonly, NULL},
    {"__typing_unpacked_tuple_args__", alias_unpacked_args, NULL, NULL},
    {"__origin__", alias_origin, set_readonly, NULL},
    {"__args__", alias_args, set_readonly, NULL},
    {"__parameters__", alias_parameters, NULL, NULL},
    {0},
};

static Value alias_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames != NULL) return raise_error(vm, T_TypeError, "GenericAlias() takes no keyword arguments");
    if (nargs != 2) return raise_error(vm, T_TypeError, "GenericAlias expected 2 arguments, got %u", nargs);
    return alias_of_type(vm, type, args[0], args[1]);
}

const TypeDef type_generic_alias_def = {
    .name = "types.GenericAlias",
    .size = sizeof(GenericAlias),
    .flags = TYPE_GC | TYPE_BASE | TYPE_WEAKREFS,
    .weak_offset = offsetof(GenericAlias, weakrefs),
    .doc = "Represent a PEP 585 generic type",
    .slots = {.dealloc = alias_dealloc,
              .traverse = alias_traverse,
              .repr = alias_repr,
              .hash = alias_hash,
              .compare = alias_compare,
              .getattr = alias_getattr,
              .call = alias_call,
              .binary = alias_binary,
              .getitem = alias_getitem,
              .iter = alias_iter,
              .new = alias_type_new},
    .methods = alias_methods,
    .getset = alias_getset,
};

/* ---- unions */

static bool add_part(Vm *vm, List *parts, Value part) {
    if (part == VALUE_NONE) part = obj_value(TYPE(vm, NoneType));
    if (is_exact(vm, part, T_union)) {
        Tuple *inner = AS(Union, part)->args;
        for (uint32_t i = 0; i < inner->length; i++)
            if (!add_part(vm, parts, inner->items[i])) return false;
        return true;
    }
    int in = object_contains(vm, obj_value(parts), part);
    return in < 0 ? false : in > 0 || list_append(vm, parts, part);
}

/* The union of the parts; the part itself when there is one only. */
static Value union_of(Vm *vm, const Value *parts, uint32_t n) {
    List *list = list_new(vm, 0);
    bool ok = list != NULL;
    for (uint32_t i = 0; ok && i < n; i++) ok = add_part(vm, list, parts[i]);
    Value r = VALUE_NULL;
    if (ok && list->length == 1) {
        r = value_retain(list->items[0]);
    } else if (ok) {
        Union *u = object_new(vm, TYPE(vm, union), 0);
        if (u != NULL) u->args = tuple_from(vm, list->items, list->length);
        if (u != NULL && u->args == NULL) {
            obj_release(vm, u);
            u = NULL;
        }
        r = obj_value(u);
    }
    obj_release(vm, list);
    return r;
}

static bool can_be_part(Vm *vm, Value v) {
    return v == VALUE_NONE || is_type(v) || is_alias(vm, v) || is_exact(vm, v, T_union);
}

Value union_new(Vm *vm, Value a, Value b) {
    if (!can_be_part(vm, a) || !can_be_part(vm, b)) return VALUE_NOT_IMPLEMENTED;
    Value parts[2] = {a, b};
    return union_of(vm, parts, 2);
}

static void union_dealloc(Vm *vm, Obj *self) {
    Tuple *args = ((Union *)self)->args;
    ((Union *)self)->args = NULL;
    obj_release(vm, args);
}

static void union_traverse(Obj *self, VisitFn visit, void *context) {
    if (((Union *)self)->args != NULL) visit(context, obj_value(((Union *)self)->args));
}

static Value union_repr(Vm *vm, Value self) {
    Tuple *args = AS(Union, self)->args;
    StrBuilder b;
    builder_init(&b, vm);
    return finish(&b, write_parts(&b, args->items, args->length, " | "));
}

static Value union_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(vm, self, T_union) || !is_exact(vm, other, T_union))
        return VALUE_NOT_IMPLEMENTED;
    Tuple *a = AS(Union, self)->args, *b = AS(Union, other)->args;
    int equal = a->length == b->length;
    for (uint32_t i = 0; equal > 0 && i < a->length; i++) equal = object_contains(vm, obj_value(b), a->items[i]);
    return equal < 0 ? VALUE_NULL : value_bool((equal != 0) == (op == COMPARE_EQ));
}

static bool union_hash(Vm *vm, Value self, int64_t *hash) {
    Tuple *args = AS(Union, self)->args;
    *hash = 0;
    for (uint32_t i = 0; i < args->length; i++) {
        int64_t h;
        if (!object_hash(vm, args->items[i], &h)) return false;
        *hash ^= h;
    }
    if (*hash == -1) *hash = -2;
    return true;
}

/* Strings stand for references, and some things cannot be part of a union. */
static bool as_part(Vm *vm, Value given, Value *part) {
    *part = can_be_part(vm, given) ? value_retain(given) : ask_typing(vm, "_to_union_part", &given, 1);
    return *part != VALUE_NULL;
}

/* The union of what these stand for. */
static Value union_of_given(Vm *vm, const Value *given, uint32_t n) {
    Tuple *parts = tuple_new(vm, n);
    bool ok = parts != NULL;
    for (uint32_t i = 0; ok && i < n; i++) ok = as_part(vm, given[i], &parts->items[i]);
    Value result = ok ? union_of(vm, parts->items, n) : VALUE_NULL;
    obj_release(vm, parts);
    return result;
}

/* Unlike types, a union takes all that typing.Union[...] takes. */
static Value union_binary(Vm *vm, int op, Value a, Value b) {
    Value given[2] = {a, b};
    return op == BINARY_OR ? union_of_given(vm, given, 2) : VALUE_NOT_IMPLEMENTED;
}

static NATIVE(union_instancecheck) {
    UNUSED_ARGS;
    int r = object_isinstance(vm, args[0], obj_value(AS(Union, self)->args));
    return r < 0 ? VALUE_NULL : value_bool(r);
}

static NATIVE(union_subclasscheck) {
    UNUSED_ARGS;
    int r = object_issubclass(vm, args[0], obj_value(AS(Union, self)->args));
    return r < 0 ? VALUE_NULL : value_bool(r);
}

static NATIVE(union_class_getitem) {
    UNUSED_ARGS;
    if (!is_exact(vm, args[0], T_tuple)) return union_of_given(vm, args, 1);
    Tuple *given = AS(Tuple, args[0]);
    if (given->length == 0) return raise_error(vm, T_TypeError, "Cannot take a Union of no types.");
    value_retain(args[0]);
    Value result = union_of_given(vm, given->items, given->length);
    obj_release(vm, given);
    return result;
}

static NATIVE(union_mro_entries) {
    UNUSED_ARGS;
    return raise_error(vm, T_TypeError, "Cannot subclass %R", self);
}

static const MethodDef union_methods[] = {
    {"__instancecheck__", union_instancecheck, 1, 1, false, METHOD_PLAIN, NULL},
    {"__subclasscheck__", union_subclasscheck, 1, 1, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", union_class_getitem, 1, 1, false, METHOD_CLASS, NULL},
    {"__mro_entries__", union_mro_entries, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

static Value union_args(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Union, self)->args));
}

static Value union_origin(Vm *vm, Value self) {
    (void)self;
    return value_retain(obj_value(TYPE(vm, union)));
}

static Value union_parameters(Vm *vm, Value self) {
    return parameters_in(vm, AS(Union, self)->args);
}

static Value union_getitem(Vm *vm, Value self, Value key) {
    Value args = substituted(vm, self, AS(Union, self)->args, key);
    if (args == VALUE_NULL) return VALUE_NULL;
    Value made = union_of(vm, AS(Tuple, args)->items, AS(Tuple, args)->length);
    value_release(vm, args);
    return made;
}

static Value union_name(Vm *vm, Value self) {
    (void)self;
    return obj_value(str_intern_c(vm, "Union"));
}

static const GetSetDef union_getset[] = {
    {"__name__", union_name, NULL, NULL},
    {"__qualname__", union_name, NULL, NULL},
    {"__parameters__", union_parameters, NULL, NULL},
    {"__args__", union_args, set_readonly, NULL},
    {"__origin__", union_origin, NULL, NULL},
    {0},
};

const TypeDef type_union_def = {
    .name = "typing.Union",
    .size = sizeof(Union),
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_WEAKREFS,
    .weak_offset = offsetof(Union, weakrefs),
    .doc = "Represent a union type",
    .slots = {.dealloc = union_dealloc,
              .traverse = union_traverse,
              .repr = union_repr,
              .hash = union_hash,
              .compare = union_compare,
              .binary = union_binary,
              .getitem = union_getitem},
    .methods = union_methods,
    .getset = union_getset,
};
