/* struct_sequence.c: tuples whose items also have names. Names that stand behind the visible ones are attributes only.
 */
#include "struct_sequence.h"
#include "builtins.h"
#include "dict.h"
#include "guard.h"
#include "types_private.h"

static const StructDef *def_of(const Type *type) {
    return (const StructDef *)(const void *)type->def;
}

static uint32_t field_count(const StructDef *def) {
    uint32_t n = 0;
    while (def->fields[n] != NULL) n++;
    return n;
}

/* What a pattern with positions matches: the items. */
static Value match_args(Vm *vm, const StructDef *def) {
    Tuple *names = tuple_new(vm, def->visible);
    for (uint32_t i = 0; names != NULL && i < def->visible; i++) {
        names->items[i] = obj_value(str_intern_c(vm, def->fields[i]));
        if (names->items[i] != VALUE_NULL) continue;
        obj_release(vm, names);
        return VALUE_NULL;
    }
    return names == NULL ? VALUE_NULL : obj_value(names);
}

Type *struct_type_make(Vm *vm, const StructDef *def) {
    Type *type = type_make(vm, &def->type, TYPE(vm, tuple));
    if (type != NULL && type_add(vm, type, "n_sequence_fields", value_small(def->visible)) &&
        type_add(vm, type, "n_fields", value_small(field_count(def))) &&
        type_add(vm, type, "n_unnamed_fields", value_small(0)) &&
        type_add(vm, type, "__match_args__", match_args(vm, def)))
        return type;
    return NULL;
}

Value struct_new(Vm *vm, Type *type, const Value *values) {
    const StructDef *def = def_of(type);
    uint32_t n = field_count(def);
    bool ok = true;
    for (uint32_t i = 0; i < n; i++) ok = ok && values[i] != VALUE_NULL;
    Tuple *t = ok ? object_new(vm, type, n * sizeof(Value)) : NULL;
    if (t == NULL) {
        for (uint32_t i = 0; i < n; i++) value_release(vm, values[i]);
        return VALUE_NULL;
    }
    t->length = def->visible;
    for (uint32_t i = 0; i < n; i++) t->items[i] = values[i];
    return obj_value(t);
}

void struct_dealloc(Vm *vm, Obj *self) {
    Tuple *t = (Tuple *)self;
    uint32_t n = field_count(def_of(self->type));
    for (uint32_t i = 0; i < n; i++) value_clear(vm, &t->items[i]);
}

Value struct_getattr(Vm *vm, Value self, Str *name) {
    const StructDef *def = def_of(value_obj(self)->type);
    for (uint32_t i = 0; def->fields[i] != NULL; i++)
        if (str_equals_c(name, def->fields[i])) return value_retain(AS(Tuple, self)->items[i]);
    return object_generic_getattr(vm, self, name);
}

bool struct_setattr(Vm *vm, Value self, Str *name, Value value) {
    const Type *type = value_obj(self)->type;
    const StructDef *def = def_of(type);
    for (uint32_t i = 0; def->fields[i] != NULL; i++)
        if (str_equals_c(name, def->fields[i])) return set_readonly(vm, self, value);
    return object_generic_setattr(vm, self, name, value);
}

static bool repr_fields(StrBuilder *b, Tuple *t, const StructDef *def) {
    for (uint32_t i = 0; i < def->visible; i++) {
        if (i > 0) builder_c(b, ", ");
        builder_c(b, def->fields[i]);
        builder_char(b, '=');
        if (!builder_repr(b, t->items[i])) return false;
    }
    return true;
}

Value struct_repr(Vm *vm, Value self) {
    const StructDef *def = def_of(value_obj(self)->type);
    StrBuilder b;
    builder_init(&b, vm);
    builder_c(&b, def->type.name);
    builder_char(&b, '(');
    if (!repr_fields(&b, AS(Tuple, self), def)) {
        builder_drop(&b);
        return VALUE_NULL;
    }
    builder_char(&b, ')');
    return obj_value(builder_finish(&b));
}

/* What only has a name, as a dict. */
static Dict *hidden_fields(Vm *vm, const Tuple *t, const StructDef *def) {
    Dict *hidden = dict_new(vm);
    for (uint32_t i = def->visible; hidden != NULL && def->fields[i] != NULL; i++) {
        Str *name = str_intern_c(vm, def->fields[i]);
        bool ok = name != NULL && dict_set_str(vm, hidden, name, t->items[i]);
        obj_release(vm, name);
        if (ok) continue;
        obj_release(vm, hidden);
        return NULL;
    }
    return hidden;
}

static NATIVE(struct_reduce) {
    UNUSED_ARGS;
    const Tuple *t = AS(Tuple, self);
    Type *type = value_obj(self)->type;
    Tuple *visible = tuple_from(vm, t->items, t->length);
    Dict *hidden = visible == NULL ? NULL : hidden_fields(vm, t, def_of(type));
    Tuple *given = hidden == NULL ? NULL : tuple_pack(vm, 2, obj_value(visible), obj_value(hidden));
    Tuple *made = given == NULL ? NULL : tuple_pack(vm, 2, obj_value(type), obj_value(given));
    obj_release(vm, visible);
    obj_release(vm, hidden);
    obj_release(vm, given);
    return made == NULL ? VALUE_NULL : obj_value(made);
}

static Value unexpected_fields(Vm *vm, const StructDef *def, const Tuple *kwnames) {
    List *names = list_new(vm, 0);
    for (uint32_t k = 0; names != NULL && k < kwnames->length; k++) {
        bool known = false;
        for (uint32_t i = 0; def->fields[i] != NULL; i++)
            known = known || str_equals_c(AS(Str, kwnames->items[k]), def->fields[i]);
        if (known || list_append(vm, names, kwnames->items[k])) continue;
        obj_release(vm, names);
        names = NULL;
    }
    if (names != NULL) raise_error(vm, T_TypeError, "Got unexpected field name(s): %R", obj_value(names));
    obj_release(vm, names);
    return VALUE_NULL;
}

/* Another with some fields replaced: by name, hidden ones too. */
static NATIVE(struct_replace) {
    const StructDef *def = def_of(value_obj(self)->type);
    if (nargs > 0) return raise_error(vm, T_TypeError, "__replace__() takes no positional arguments");
    uint32_t named = kwnames == NULL ? 0 : kwnames->length, used = 0;
    Value values[32];
    for (uint32_t i = 0; def->fields[i] != NULL; i++) {
        values[i] = AS(Tuple, self)->items[i];
        for (uint32_t k = 0; k < named; k++) {
            if (!str_equals_c(AS(Str, kwnames->items[k]), def->fields[i])) continue;
            values[i] = args[k];
            used++;
        }
    }
    if (used == named) {
        for (uint32_t i = 0; def->fields[i] != NULL; i++) value_retain(values[i]);
        return struct_new(vm, value_obj(self)->type, values);
    }
    return unexpected_fields(vm, def, kwnames);
}

const MethodDef struct_methods[] = {
    {"__replace__", struct_replace, 0, 255, true, METHOD_PLAIN,
     "Return a copy with new values for the specified fields."},
    {"__reduce__", struct_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

/* The field that no item was given for: the named one of `more`, or None. Owned. */
static Value named_field(Vm *vm, Dict *more, const char *field, uint32_t *used) {
    Str *name = more == NULL ? NULL : str_intern_c(vm, field);
    if (name == NULL) return more == NULL ? VALUE_NONE : VALUE_NULL;
    Value found = dict_get_str(vm, more, name);
    obj_release(vm, name);
    if (found != VALUE_NULL) (*used)++;
    return found == VALUE_NULL ? VALUE_NONE : value_retain(found);
}

static Value from_tuple(Vm *vm, Type *type, Tuple *given, Dict *more) {
    const StructDef *def = def_of(type);
    uint32_t n = field_count(def), used = 0;
    Value values[32];
    if (given->length < def->visible)
        return raise_error(vm, T_TypeError, "%s() takes an at least %u-sequence (%u-sequence given)", def->type.name,
                           def->visible, given->length);
    if (given->length > n)
        return raise_error(vm, T_TypeError, "%s() takes an at most %u-sequence (%u-sequence given)", def->type.name, n,
                           given->length);
    for (uint32_t i = 0; i < n; i++)
        values[i] = i < given->length ? value_retain(given->items[i]) : named_field(vm, more, def->fields[i], &used);
    Value made = struct_new(vm, type, values);
    if (made == VALUE_NULL || more == NULL || used == dict_length(more)) return made;
    value_release(vm, made);
    return raise_error(vm, T_TypeError, "%s() got duplicate or unexpected field name(s)", def->type.name);
}

Value struct_from_sequence(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"sequence", "dict", NULL};
    static const ArgSpec spec = {"structseq", names, 0, 2, 1};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (out[1] != VALUE_NULL && !is_dict(out[1]))
        return raise_error(vm, T_TypeError, "%s() takes a dict as second arg, if any", def_of(type)->type.name);
    Value items = object_iter(vm, out[0]);
    if (items == VALUE_NULL && error_matches(vm, T_TypeError)) {
        error_clear(vm);
        raise_error(vm, T_TypeError, "constructor requires a sequence");
    }
    Value given = items == VALUE_NULL ? VALUE_NULL : tuple_from_iterable(vm, items);
    value_release(vm, items);
    if (given == VALUE_NULL) return VALUE_NULL;
    Value r = from_tuple(vm, type, AS(Tuple, given), out[1] == VALUE_NULL ? NULL : AS(Dict, out[1]));
    value_release(vm, given);
    return r;
}
