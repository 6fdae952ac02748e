/* context_var.c: contextvars.ContextVar and Token, and the module _contextvars. */
#include "aio.h"

/* ---- reading and writing the current context ---- */

static Value var_lookup(Vm *vm, ContextVarObj *self) { /* borrowed; VALUE_NULL: not set (or error) */
    const AioThread *thread = vm->thread->aio;
    if (thread == NULL || *thread->scope == NULL) return VALUE_NULL;
    Dict *vars = (*thread->scope)->vars;
    return vars == NULL ? VALUE_NULL : dict_get(vm, vars, obj_value(self));
}

/* The current context with variables of its own to write to; borrowed. */
static ContextObj *writable(Vm *vm) {
    AioThread *thread = aio_thread(vm);
    ContextObj *context = thread == NULL ? NULL : scope_object(vm, thread->scope);
    if (context == NULL) return NULL;
    Dict *shared = context->vars;
    if (shared != NULL && ((Obj *)shared)->refs == 1) return context;
    Dict *own = shared == NULL ? dict_new(vm) : dict_copy(vm, shared);
    if (own == NULL) return NULL;
    context->vars = own;
    obj_release(vm, shared);
    return context;
}

static Value token_new(Vm *vm, ContextObj *context, ContextVarObj *var, Value old) {
    TokenObj *token = object_new(vm, aio_of(vm)->token, 0);
    if (token == NULL) return VALUE_NULL;
    obj_retain(context);
    obj_retain(var);
    token->context = context;
    token->var = var;
    token->old = value_retain(old);
    return obj_value(token);
}

static Value var_get(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    ContextVarObj *self = AS(ContextVarObj, value);
    Value found = var_lookup(vm, self);
    if (found != VALUE_NULL) return value_retain(found);
    if (error_is_set(vm)) return VALUE_NULL;
    if (nargs > 0) return value_retain(args[0]);
    if (self->fallback != VALUE_NULL) return value_retain(self->fallback);
    Value error = call_value(vm, obj_value(TYPE(vm, LookupError)), &value, 1, NULL);
    if (error == VALUE_NULL) return VALUE_NULL;
    raise_value(vm, error);
    value_release(vm, error);
    return VALUE_NULL;
}

static Value var_set(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    ContextObj *context = writable(vm);
    if (context == NULL) return VALUE_NULL;
    Value token = token_new(vm, context, AS(ContextVarObj, value), dict_get(vm, context->vars, value));
    if (token == VALUE_NULL || dict_set(vm, context->vars, value, args[0])) return token;
    value_release(vm, token);
    return VALUE_NULL;
}

static bool token_restore(Vm *vm, ContextVarObj *self, Value value) {
    TokenObj *token = AS(TokenObj, value);
    AioThread *thread = aio_thread(vm);
    if (thread == NULL) return false;
    if (token->used) {
        raise_error(vm, T_RuntimeError, "%R has already been used once", value);
        return false;
    }
    if (token->var != self) {
        raise_error(vm, T_ValueError, "%R was created by a different ContextVar", value);
        return false;
    }
    if (*thread->scope != token->context) {
        raise_error(vm, T_ValueError, "%R was created in a different Context", value);
        return false;
    }
    ContextObj *context = writable(vm);
    if (context == NULL) return false;
    token->used = true;
    if (token->old != VALUE_NULL) return dict_set(vm, context->vars, obj_value(self), token->old);
    return dict_delete(vm, context->vars, obj_value(self)) >= 0;
}

static Value var_reset(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    if (!value_is_a(args[0], aio_of(vm)->token)) {
        return raise_error(vm, T_TypeError, "expected an instance of Token, got %R", args[0]);
    }
    return token_restore(vm, AS(ContextVarObj, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

/* ---- ContextVar ---- */

static Value var_new_slot(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"name", "default", NULL};
    static const ArgSpec spec = {"ContextVar", names, 1, 1, 1};
    Value bound[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, bound)) return VALUE_NULL;
    if (!is_str(bound[0])) return raise_error(vm, T_TypeError, "context variable name must be a str");
    ContextVarObj *self = object_new(vm, type, 0);
    if (self == NULL) return VALUE_NULL;
    self->name = AS(Str, value_retain(bound[0]));
    self->fallback = value_retain(bound[1]);
    return obj_value(self);
}

static Value var_repr(Vm *vm, Value value) {
    const ContextVarObj *self = AS(ContextVarObj, value);
    Value name = obj_value(self->name);
    if (self->fallback == VALUE_NULL) {
        return obj_value(str_format(vm, "<ContextVar name=%R at %p>", name, (const void *)self));
    }
    return obj_value(str_format(vm, "<ContextVar name=%R default=%R at %p>", name, self->fallback, (const void *)self));
}

static Value var_get_name(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(ContextVarObj, self)->name));
}

static void var_dealloc(Vm *vm, Obj *object) {
    ContextVarObj *self = (ContextVarObj *)(void *)object;
    Str *name = self->name;
    self->name = NULL;
    obj_release(vm, name);
    value_clear(vm, &self->fallback);
}

static void var_traverse(Obj *object, VisitFn visit, void *context) {
    visit(context, ((const ContextVarObj *)(const void *)object)->fallback);
}

static const MethodDef var_methods[] = {
    {"get", var_get, 0, 1, false, METHOD_PLAIN, NULL},
    {"set", var_set, 1, 1, false, METHOD_PLAIN, NULL},
    {"reset", var_reset, 1, 1, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef var_getset[] = {{"name", var_get_name, set_readonly, NULL}, {NULL, NULL, NULL, NULL}};

const TypeDef aio_context_var_def = {
    .name = "_contextvars.ContextVar",
    .size = sizeof(ContextVarObj),
    .flags = TYPE_GC | TYPE_WEAKREFS,
    .weak_offset = offsetof(ContextVarObj, weakrefs),
    .slots = {.dealloc = var_dealloc, .traverse = var_traverse, .repr = var_repr, .new = var_new_slot},
    .methods = var_methods,
    .getset = var_getset,
};

/* ---- Token ---- */

static Value token_repr(Vm *vm, Value value) {
    const TokenObj *self = AS(TokenObj, value);
    return obj_value(
        str_format(vm, "<Token%s var=%R at %p>", self->used ? " used" : "", obj_value(self->var), (const void *)self));
}

static Value token_get_var(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(TokenObj, self)->var));
}

static Value token_get_old(Vm *vm, Value self) {
    Value old = AS(TokenObj, self)->old;
    return value_retain(old == VALUE_NULL ? aio_of(vm)->missing_value : old);
}

static Value token_slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return raise_error(vm, T_RuntimeError, "Tokens can only be created by ContextVars");
}

static Value token_enter(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_retain(self);
}

static Value token_exit(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return token_restore(vm, AS(TokenObj, self)->var, self) ? VALUE_NONE : VALUE_NULL;
}

static void token_dealloc(Vm *vm, Obj *object) {
    TokenObj *self = (TokenObj *)(void *)object;
    ContextObj *context = self->context;
    ContextVarObj *var = self->var;
    self->context = NULL;
    self->var = NULL;
    obj_release(vm, context);
    obj_release(vm, var);
    value_clear(vm, &self->old);
}

static void token_traverse(Obj *object, VisitFn visit, void *context) {
    const TokenObj *self = (const TokenObj *)(const void *)object;
    if (self->context != NULL) visit(context, obj_value(self->context));
    if (self->var != NULL) visit(context, obj_value(self->var));
    visit(context, self->old);
}

static const MethodDef token_methods[] = {
    {"__enter__", token_enter, 0, 0, false, METHOD_PLAIN, NULL},
    {"__exit__", token_exit, 3, 3, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef token_getset[] = {
    {"var", token_get_var, NULL, NULL}, {"old_value", token_get_old, NULL, NULL}, {NULL, NULL, NULL, NULL}};

const TypeDef aio_token_def = {
    .name = "_contextvars.Token",
    .size = sizeof(TokenObj),
    .flags = TYPE_GC,
    .slots = {.dealloc = token_dealloc, .traverse = token_traverse, .repr = token_repr, .new = token_slot_new},
    .methods = token_methods,
    .getset = token_getset,
};

static Value missing_repr(Vm *vm, Value self) {
    (void)self;
    return obj_value(str_new(vm, "<Token.MISSING>"));
}

const TypeDef aio_missing_def = {
    .name = "Token.MISSING", .size = sizeof(Obj), .flags = TYPE_NO_NEW, .slots = {.repr = missing_repr}};

/* ---- the module ---- */

static Value copy_context(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    ContextObj *scope;
    return scope_copy(vm, &scope) ? obj_value(scope_object(vm, &scope)) : VALUE_NULL;
}

static const MethodDef functions[] = {
    {"copy_context", copy_context, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

Value contextvars_module(Vm *vm) {
    const Aio *aio = aio_of(vm);
    Module *module = module_new(vm, "_contextvars");
    if (module != NULL && module_add_functions(vm, module, functions) &&
        module_add(vm, module, "Context", value_retain(obj_value(aio->context))) &&
        module_add(vm, module, "ContextVar", value_retain(obj_value(aio->context_var))) &&
        module_add(vm, module, "Token", value_retain(obj_value(aio->token)))) {
        return obj_value(module);
    }
    obj_release(vm, module);
    return VALUE_NULL;
}
