/* super.c: super(): attributes looked up behind a class in the order of an object's type. */
#include "types_private.h"

typedef struct Super {
    Obj head;
    Type *type;     /* the class to start behind; owned */
    Value object;   /* VALUE_NULL: unbound */
    Type *obj_type; /* the type whose order counts; owned */
} Super;

static void super_dealloc(Vm *vm, Obj *self) {
    Super *s = (Super *)self;
    Type *type = s->type, *obj_type = s->obj_type;
    s->type = s->obj_type = NULL;
    value_clear(vm, &s->object);
    obj_release(vm, type);
    obj_release(vm, obj_type);
}

static void super_traverse(Obj *self, VisitFn visit, void *context) {
    const Super *s = (Super *)self;
    visit(context, obj_value(s->type));
    visit(context, obj_value(s->obj_type));
    visit(context, s->object);
}

/* The type that super(type, object) walks: object itself for classes, else its type; NULL with TypeError. */
static Type *start_type(Vm *vm, const Type *type, Value object) {
    if (is_type(object) && type_is_subtype(AS(Type, object), type)) return AS(Type, object);
    Type *own = type_of(vm, object);
    if (type_is_subtype(own, type)) return own;
    bool failed;
    Value claimed = object_getattr_opt(vm, object, NAME(vm, __class__), &failed);
    Type *result = NULL;
    if (claimed != VALUE_NULL && is_type(claimed) && type_is_subtype(AS(Type, claimed), type))
        result = AS(Type, claimed);
    value_release(vm, claimed);
    if (result == NULL && !failed) {
        raise_error(vm, T_TypeError, "super(type, obj): obj (%s%S) is not an instance or subtype of type (%S).",
                    is_type(object) ? "type " : "instance of ", is_type(object) ? AS(Type, object)->name : own->name,
                    type->name);
    }
    return result;
}

static bool super_bind(Vm *vm, Super *s, Type *type, Value object) {
    Type *start = object == VALUE_NULL ? NULL : start_type(vm, type, object);
    if (object != VALUE_NULL && start == NULL) return false;
    obj_retain(type);
    if (start != NULL) obj_retain(start);
    super_dealloc(vm, &s->head);
    s->type = type;
    s->obj_type = start;
    s->object = object == VALUE_NULL ? VALUE_NULL : value_retain(object);
    return true;
}

Value super_new(Vm *vm, Type *type, Value object) {
    Super *s = object_new(vm, TYPE(vm, super), 0);
    if (s == NULL) return VALUE_NULL;
    if (super_bind(vm, s, type, object)) return obj_value(s);
    obj_release(vm, s);
    return VALUE_NULL;
}

/* super() without arguments: the __class__ cell and the first argument of the Python function that runs now. */
static bool bind_to_frame(Vm *vm, Super *s) {
    const Frame *frame = vm->thread->top;
    while (frame != NULL && frame->code == NULL) frame = frame->caller;
    const Code *code = frame == NULL ? NULL : frame->code;
    if (code == NULL || code->argcount == 0) {
        raise_error(vm, T_RuntimeError, "super(): no arguments");
        return false;
    }
    Value self = frame->regs[0];
    if (code->varkind[0] == VAR_CELL && is_exact(vm, self, T_cell)) self = AS(Cell, self)->value;
    if (self == VALUE_NULL) {
        raise_error(vm, T_RuntimeError, "super(): arg[0] deleted");
        return false;
    }
    if (code->class_cell == 65535) {
        raise_error(vm, T_RuntimeError, "super(): __class__ cell not found");
        return false;
    }
    Value cell = frame->regs[code->class_cell];
    Value type = is_exact(vm, cell, T_cell) ? AS(Cell, cell)->value : cell;
    if (type == VALUE_NULL || !is_type(type)) {
        raise_error(vm, T_RuntimeError,
                    type == VALUE_NULL ? "super(): empty __class__ cell" : "super(): __class__ is not a type");
        return false;
    }
    return super_bind(vm, s, AS(Type, type), self);
}

static int super_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Super *s = AS(Super, self);
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "super() takes no keyword arguments");
        return -1;
    }
    if (nargs == 0) return bind_to_frame(vm, s) ? 0 : -1;
    if (nargs > 2) {
        raise_error(vm, T_TypeError, "super() expected at most 2 arguments, got %u", nargs);
        return -1;
    }
    if (!is_type(args[0])) {
        raise_error(vm, T_TypeError, "super() argument 1 must be a type, not %T", args[0]);
        return -1;
    }
    Value object = nargs == 2 && args[1] != VALUE_NONE ? args[1] : VALUE_NULL;
    return super_bind(vm, s, AS(Type, args[0]), object) ? 0 : -1;
}

static Value found_behind(Vm *vm, const Super *s, Str *name) {
    const Tuple *mro = s->obj_type->mro;
    uint32_t i = 0;
    while (i < mro->length && tuple_type(mro, i) != s->type) i++;
    for (i++; i < mro->length; i++) {
        const Dict *dict = tuple_type(mro, i)->dict;
        Value found = dict == NULL ? VALUE_NULL : dict_get_str(vm, dict, name);
        if (found != VALUE_NULL) return found;
    }
    return VALUE_NULL;
}

static Value super_getattr(Vm *vm, Value self, Str *name) {
    const Super *s = AS(Super, self);
    if (s->obj_type == NULL || str_equals_c(name, "__class__")) return object_generic_getattr(vm, self, name);
    Value found = found_behind(vm, s, name);
    if (found == VALUE_NULL) return object_generic_getattr(vm, self, name);
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, found)->slots.descr_get;
    if (get == NULL) return value_retain(found);
    value_retain(found);
    Value object = s->object == obj_value(s->obj_type) ? VALUE_NULL : s->object;
    Value result = get(vm, found, object, s->obj_type);
    value_release(vm, found);
    return result;
}

static Value super_repr(Vm *vm, Value self) {
    const Super *s = AS(Super, self);
    if (s->type == NULL) return obj_value(str_format(vm, "<super: NULL, NULL>"));
    if (s->obj_type == NULL) return obj_value(str_format(vm, "<super: <class '%S'>, NULL>", s->type->name));
    return obj_value(str_format(vm, "<super: <class '%S'>, <%S object>>", s->type->name, s->obj_type->name));
}

static Value super_descr_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    const Super *s = AS(Super, self);
    if (object == VALUE_NULL || s->object != VALUE_NULL || s->type == NULL) return value_retain(self);
    if (is_exact(vm, self, T_super)) return super_new(vm, s->type, object);
    Value args[] = {obj_value(s->type), object};
    return call_value(vm, obj_value(type_of(vm, self)), args, 2, NULL);
}

static Value object_or_none(const void *o) {
    if (o == NULL) return VALUE_NONE;
    return value_retain(obj_value(o));
}

static Value get_thisclass(Vm *vm, Value self) {
    (void)vm;
    return object_or_none(AS(Super, self)->type);
}

static Value get_self(Vm *vm, Value self) {
    (void)vm;
    Value object = AS(Super, self)->object;
    return object == VALUE_NULL ? VALUE_NONE : value_retain(object);
}

static Value get_self_class(Vm *vm, Value self) {
    (void)vm;
    return object_or_none(AS(Super, self)->obj_type);
}

static const GetSetDef super_getset[] = {
    {"__thisclass__", get_thisclass, set_readonly, "the class invoking super()"},
    {"__self__", get_self, set_readonly, "the instance invoking super(); may be None"},
    {"__self_class__", get_self_class, NULL, "the type of the instance invoking super(); may be None"},
    {0},
};

static Value super_slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return obj_value(object_new(vm, type, 0));
}

const TypeDef type_super_def = {
    .size = sizeof(Super),
    .flags = TYPE_BASE | TYPE_GC,
    .doc = "super() -> same as super(__class__, <first argument>)",
    .slots = {.dealloc = super_dealloc,
              .traverse = super_traverse,
              .repr = super_repr,
              .getattr = super_getattr,
              .descr_get = super_descr_get,
              .new = super_slot_new,
              .init = super_init},
    .getset = super_getset,
};
