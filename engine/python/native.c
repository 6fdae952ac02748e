/* native.c: the type builtin_function_or_method and method_descriptor: C functions as Python objects. */
#include "interp.h"

#include "type_defs.h"

#include <string.h>

/* ---- calling ---- */

/* The function as messages show it: "list.append()", "math.sin()", "len()". */
static Str *function_text(Vm *vm, const MethodDef *def, const Type *owner, Str *module, Value self) {
    if (owner == NULL && self != VALUE_NULL) owner = is_type(self) ? AS(Type, self) : type_of(vm, self);
    if (owner != NULL && (self == VALUE_NULL || !is_exact(vm, self, T_module)))
        return str_format(vm, "%S.%s()", owner->qualname, def->name);
    if (module != NULL && !str_equals_c(module, "builtins")) return str_format(vm, "%S.%s()", module, def->name);
    return str_format(vm, "%s()", def->name);
}

static Value parsed_wrong_count(Vm *vm, const MethodDef *def, uint32_t nargs) {
    uint32_t bound = nargs < def->min ? def->min : def->max;
    const char *kind = def->min == def->max ? "exactly" : nargs < def->min ? "at least" : "at most";
    return raise_error(vm, T_TypeError, "%s() takes %s %u argument%s (%u given)", def->name, kind, bound,
                       bound == 1 ? "" : "s", nargs);
}

const char *written_name(const Type *owner) {
    return type_name(owner) + (owner->full_name[0] == '_');
}

Value native_wrong_count(Vm *vm, const MethodDef *def, Type *owner, Str *module, Value self, uint32_t nargs) {
    if (owner != NULL && (owner->flags & TYPE_WRITTEN) && nargs > def->max) /* Python functions count self */
        return raise_error(vm, T_TypeError, "%s.%s() takes %u positional argument%s but %u were given",
                           written_name(owner), def->name, def->max + 1u, def->max == 0 ? "" : "s", nargs + 1);
    if (def->kind == METHOD_PARSED) return parsed_wrong_count(vm, def, nargs);
    if (def->max > 1 || def->max != def->min) {
        bool exactly = def->min == def->max, few = nargs < def->min;
        uint32_t bound = few ? def->min : def->max;
        return raise_error(vm, T_TypeError, "%s expected %s%u argument%s, got %u", def->name,
                           exactly ? ""
                           : few   ? "at least "
                                   : "at most ",
                           bound, bound == 1 ? "" : "s", nargs);
    }
    Str *text = function_text(vm, def, owner, module, self);
    if (text == NULL) return VALUE_NULL;
    raise_error(vm, T_TypeError,
                def->max == 0 ? "%S takes no arguments (%u given)" : "%S takes exactly one argument (%u given)", text,
                nargs);
    obj_release(vm, text);
    return VALUE_NULL;
}

static Value no_keywords(Vm *vm, const MethodDef *def, Type *owner, Str *module, Value self, const Tuple *kwnames) {
    if (owner != NULL && (owner->flags & TYPE_WRITTEN) && def->max == 0)
        return raise_error(vm, T_TypeError, "%s.%s() got an unexpected keyword argument '%V'", written_name(owner),
                           def->name, kwnames->items[0]);
    if (def->kind == METHOD_PARSED) return raise_error(vm, T_TypeError, "%s() takes no keyword arguments", def->name);
    Str *text = function_text(vm, def, owner, module, self);
    if (text == NULL) return VALUE_NULL;
    raise_error(vm, T_TypeError, "%S takes no keyword arguments", text);
    obj_release(vm, text);
    return VALUE_NULL;
}

Value native_call(Vm *vm, const MethodDef *def, Type *owner, Str *module, Value self, const Value *args, uint32_t nargs,
                  Tuple *kwnames) {
    if (LIKELY(kwnames == NULL && native_accepts(def, nargs))) return def->fn(vm, self, args, nargs, NULL);
    if (def->keywords) return def->fn(vm, self, args, nargs, kwnames);
    if (kwnames != NULL) return no_keywords(vm, def, owner, module, self, kwnames);
    return native_wrong_count(vm, def, owner, module, self, nargs);
}

/* ---- builtin_function_or_method ---- */

Value native_new(Vm *vm, const MethodDef *def, Value self, Str *module) {
    Native *native = object_new(vm, vm->types[T_builtin_function_or_method], 0);
    if (native == NULL) return VALUE_NULL;
    native->def = def;
    native->self = value_retain(self);
    if (module != NULL) obj_retain(module);
    native->module = module;
    return obj_value(native);
}

static void native_dealloc(Vm *vm, Obj *self) {
    Native *native = (Native *)self;
    value_clear(vm, &native->self);
    obj_release(vm, native->module);
    native->module = NULL;
}

static void native_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((Native *)self)->self);
}

static Value native_repr(Vm *vm, Value self) {
    const Native *native = AS(Native, self);
    if (native->self == VALUE_NULL || is_exact(vm, native->self, T_module))
        return obj_value(str_format(vm, "<built-in function %s>", native->def->name));
    return obj_value(
        str_format(vm, "<built-in method %s of %T object at 0x%zx>", native->def->name, native->self,
                   (size_t)(uintptr_t)(value_is_obj(native->self) ? value_obj(native->self) : value_obj(self))));
}

static Value native_slot_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Native *native = AS(Native, self);
    return native_call(vm, native->def, NULL, native->module, native->self, args, nargs, kwnames);
}

static bool native_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    const Native *native = AS(Native, self);
    int64_t h = (int64_t)((uintptr_t)native->def >> 4) ^ (int64_t)(native->self >> 4);
    *hash = h == -1 ? -2 : h;
    return true;
}

static Value native_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(vm, other, T_builtin_function_or_method))
        return VALUE_NOT_IMPLEMENTED;
    const Native *a = AS(Native, self), *b = AS(Native, other);
    return value_bool((a->def == b->def && a->self == b->self) == (op == COMPARE_EQ));
}

static Value native_get_name(Vm *vm, Value self) {
    return obj_value(str_new(vm, AS(Native, self)->def->name));
}

static Value native_get_qualname(Vm *vm, Value self) {
    const Native *native = AS(Native, self);
    if (native->self == VALUE_NULL || is_exact(vm, native->self, T_module)) return native_get_name(vm, self);
    const Type *owner = is_type(native->self) ? AS(Type, native->self) : type_of(vm, native->self);
    return obj_value(str_format(vm, "%S.%s", owner->qualname, native->def->name));
}

static Value native_get_module(Vm *vm, Value self) {
    (void)vm;
    Str *module = AS(Native, self)->module;
    return module != NULL ? value_retain(obj_value(module)) : VALUE_NONE;
}

static Value native_get_self(Vm *vm, Value self) {
    const Native *native = AS(Native, self);
    if (native->def->kind == METHOD_STATIC) return VALUE_NONE;
    if (native->self != VALUE_NULL) return value_retain(native->self);
    Value module = native->module != NULL ? dict_get(vm, vm->modules, obj_value(native->module)) : VALUE_NULL;
    return module != VALUE_NULL ? value_retain(module) : VALUE_NONE;
}

static Value native_get_doc(Vm *vm, Value self) {
    const char *doc = AS(Native, self)->def->doc;
    return doc != NULL ? obj_value(str_new(vm, doc)) : VALUE_NONE;
}

/* The texts are a module of the library, which is loaded when a program first asks for one. */
Value native_text_signature(Vm *vm, Value self) {
    return module_call(vm, NAME(vm, _signatures), NAME(vm, of), &self, 1, NULL);
}

static const GetSetDef native_getset[] = {
    {"__name__", native_get_name, NULL, NULL},
    {"__qualname__", native_get_qualname, NULL, NULL},
    {"__module__", native_get_module, NULL, NULL},
    {"__self__", native_get_self, NULL, NULL},
    {"__doc__", native_get_doc, NULL, NULL},
    {"__text_signature__", native_text_signature, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_builtin_function_or_method_def = {
    .name = "builtin_function_or_method",
    .size = sizeof(Native),
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_NO_NEW,
    .weak_offset = offsetof(Native, weakrefs),
    .slots = {.dealloc = native_dealloc,
              .traverse = native_traverse,
              .repr = native_repr,
              .call = native_slot_call,
              .hash = native_hash,
              .compare = native_compare},
    .getset = native_getset,
};

/* ---- method_descriptor ---- */

Value method_descriptor_new(Vm *vm, Type *owner, const MethodDef *def) {
    MethodDescriptor *descriptor = object_new(vm, vm->types[T_method_descriptor], 0);
    if (descriptor == NULL) return VALUE_NULL;
    descriptor->def = def;
    descriptor->owner = owner;
    return obj_value(descriptor);
}

static Value descriptor_repr(Vm *vm, Value self) {
    const MethodDescriptor *d = AS(MethodDescriptor, self);
    if (d->owner->flags & TYPE_WRITTEN)
        return obj_value(str_format(vm, "<function %s.%s at 0x%zx>", written_name(d->owner), d->def->name,
                                    (size_t)(uintptr_t)value_obj(self)));
    return obj_value(str_format(vm, "<method '%s' of '%s' objects>", d->def->name, type_name(d->owner)));
}

static Value descriptor_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return call_tail(vm, self, args, nargs, kwnames);
}

static Value descriptor_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    MethodDescriptor *d = AS(MethodDescriptor, self);
    if (object == VALUE_NULL) return value_retain(self);
    if (!type_is_subtype(type_of(vm, object), d->owner))
        return raise_error(vm, T_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%T' object",
                           d->def->name, type_name(d->owner), object);
    return d->owner->flags & TYPE_WRITTEN ? bound_method_new(vm, self, object) : native_new(vm, d->def, object, NULL);
}

static Value descriptor_get_name(Vm *vm, Value self) {
    return obj_value(str_new(vm, AS(MethodDescriptor, self)->def->name));
}

static Value descriptor_get_qualname(Vm *vm, Value self) {
    const MethodDescriptor *d = AS(MethodDescriptor, self);
    if (d->owner->flags & TYPE_WRITTEN) return obj_value(str_format(vm, "%s.%s", written_name(d->owner), d->def->name));
    return obj_value(str_format(vm, "%S.%s", d->owner->qualname, d->def->name));
}

static Value descriptor_get_owner(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(MethodDescriptor, self)->owner));
}

static Value descriptor_get_doc(Vm *vm, Value self) {
    const char *doc = AS(MethodDescriptor, self)->def->doc;
    return doc != NULL ? obj_value(str_new(vm, doc)) : VALUE_NONE;
}

static const GetSetDef descriptor_getset[] = {
    {"__name__", descriptor_get_name, set_readonly, NULL},      {"__qualname__", descriptor_get_qualname, NULL, NULL},
    {"__objclass__", descriptor_get_owner, set_readonly, NULL}, {"__doc__", descriptor_get_doc, NULL, NULL},
    {"__text_signature__", native_text_signature, NULL, NULL},  {NULL, NULL, NULL, NULL},
};

const TypeDef type_method_descriptor_def = {
    .name = "method_descriptor",
    .size = sizeof(MethodDescriptor),
    .flags = TYPE_NO_NEW,
    .slots = {.repr = descriptor_repr, .call = descriptor_call, .descr_get = descriptor_get},
    .getset = descriptor_getset,
};
