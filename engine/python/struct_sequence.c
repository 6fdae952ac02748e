/* struct_sequence.c: tuples whose items also have names. Names that stand behind the visible ones are attributes only.
 */
#include "struct_sequence.h"
#include "builtins.h"
#include "dict.h"
#include "guard.h"

static const StructDef *def_of(const Type *type) {
    return (const StructDef *)(const void *)type->def;
}

static uint32_t field_count(const StructDef *def) {
    uint32_t n = 0;
    while (def->fields[n] != NULL) n++;
    return n;
}

Type *struct_type_make(Vm *vm, const StructDef *def) {
    return type_make(vm, &def->type, TYPE(vm, tuple));
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

const MethodDef struct_methods[] = {
    {"__reduce__", struct_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

/* The field that no item was given for: the named one of `more`, or None. Owned. */
static Value named_field(Vm *vm, Dict *more, const char *field) {
    Str *name = more == NULL ? NULL : str_intern_c(vm, field);
    if (name == NULL) return more == NULL ? VALUE_NONE : VALUE_NULL;
    Value found = dict_get_str(vm, more, name);
    obj_release(vm, name);
    return found == VALUE_NULL ? VALUE_NONE : value_retain(found);
}

static Value from_tuple(Vm *vm, Type *type, Tuple *given, Dict *more) {
    const StructDef *def = def_of(type);
    uint32_t n = field_count(def);
    Value values[32];
    if (given->length < def->visible)
        return raise_error(vm, T_TypeError, "%s() takes an at least %u-sequence (%u-sequence given)", def->type.name,
                           def->visible, given->length);
    if (given->length > n)
        return raise_error(vm, T_TypeError, "%s() takes an at most %u-sequence (%u-sequence given)", def->type.name, n,
                           given->length);
    for (uint32_t i = 0; i < n; i++)
        values[i] = i < given->length ? value_retain(given->items[i]) : named_field(vm, more, def->fields[i]);
    return struct_new(vm, type, values);
}

Value struct_from_sequence(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    if (nargs < 1 || nargs > 2)
        return raise_error(vm, T_TypeError, "structseq() takes at least 1 argument (%u given)", nargs);
    if (nargs == 2 && !is_dict(args[1]))
        return raise_error(vm, T_TypeError, "%s() takes a dict as second arg, if any", def_of(type)->type.name);
    Value given = tuple_from_iterable(vm, args[0]);
    if (given == VALUE_NULL) return VALUE_NULL;
    Value r = from_tuple(vm, type, AS(Tuple, given), nargs == 2 ? AS(Dict, args[1]) : NULL);
    value_release(vm, given);
    return r;
}
