/* interp_names.c: globals, namespaces, cells, function objects and imports. */
#include "interp.h"

#include "dict.h"

static bool result(Vm *vm, Frame *frame, uint32_t reg, Value v) { /* v is owned */
    if (UNLIKELY(v == VALUE_NULL)) return false;
    value_set(vm, &frame->regs[reg], v);
    return true;
}

/* ---- globals ---- */

/* Globals may name builtins of their own, so that what eval() runs sees no others. Nothing is found in what is no
 * dict, and *none tells. */
static const Dict *builtins_of(Vm *vm, const Frame *frame, Value *none) {
    Value own = dict_get_str(vm, frame->globals, vm->names[N___builtins__]);
    *none = VALUE_NULL;
    if (is_exact(vm, own, T_module) && AS(Module, own)->dict != NULL) return AS(Module, own)->dict;
    if (own == VALUE_NULL) return vm->builtins;
    if (is_dict(own)) return AS(Dict, own);
    *none = own;
    return NULL;
}

/* Owned; VALUE_NULL without an exception: absent. */
static Value namespace_get(Vm *vm, Value namespace, Str *name) {
    if (is_exact(vm, namespace, T_dict)) return value_retain(dict_get_str(vm, AS(Dict, namespace), name));
    Value v = object_getitem(vm, namespace, obj_value(name));
    if (v == VALUE_NULL && error_matches(vm, T_KeyError)) error_clear(vm);
    return v;
}

/* The same of globals of a class below dict, which may have its own way with a name that is missing. */
static Value missing_global(Vm *vm, const Frame *frame, Str *name) {
    if (is_exact(vm, obj_value(frame->globals), T_dict)) return VALUE_NULL;
    return namespace_get(vm, obj_value(frame->globals), name);
}

/* Owned; VALUE_NULL with NameError. */
static Value builtin_named(Vm *vm, const Frame *frame, Str *name) {
    Value none;
    const Dict *builtins = builtins_of(vm, frame, &none);
    if (builtins == NULL) return raise_error(vm, T_TypeError, "'%T' object is not subscriptable", none);
    Value v = dict_get_str(vm, builtins, name);
    return v == VALUE_NULL ? raise_name_error(vm, name) : value_retain(v);
}

static bool load_and_learn(Vm *vm, Frame *frame, const Instr *ip, Site *site) {
    uint32_t index = dict_entry_index(frame->globals, site->name);
    if (index != UINT32_MAX) {
        site->version = dict_keys_version(vm, frame->globals);
        site->index = index;
        site->kind = SITE_GLOBAL;
        return result(vm, frame, ip->a, value_retain(*dict_entry_value(frame->globals, index)));
    }
    Value none, missing = missing_global(vm, frame, site->name);
    if (missing != VALUE_NULL || error_is_set(vm)) return result(vm, frame, ip->a, missing);
    if (builtins_of(vm, frame, &none) != vm->builtins)
        return result(vm, frame, ip->a, builtin_named(vm, frame, site->name));
    index = dict_entry_index(vm->builtins, site->name);
    if (index == UINT32_MAX) {
        raise_name_error(vm, site->name);
        return false;
    }
    site->version = dict_keys_version(vm, frame->globals);
    site->version2 = dict_keys_version(vm, vm->builtins);
    site->index = index;
    site->kind = SITE_BUILTIN;
    return result(vm, frame, ip->a, value_retain(*dict_entry_value(vm->builtins, index)));
}

bool op_load_global(Vm *vm, Frame *frame, const Instr *ip) {
    return load_and_learn(vm, frame, ip, &frame->code->sites[ip->b]);
}

bool op_store_global(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->a);
    if (v == VALUE_NULL || !dict_set_str(vm, frame->globals, frame->code->names[ip->b], v)) return false;
    operand_done(vm, frame, ip->a);
    return true;
}

bool op_delete_global(Vm *vm, Frame *frame, const Instr *ip) {
    Str *name = frame->code->names[ip->b];
    int deleted = dict_delete(vm, frame->globals, obj_value(name));
    if (deleted == 0) raise_name_error(vm, name);
    return deleted > 0;
}

/* ---- the namespace of class bodies and exec ---- */

static Value global_or_builtin(Vm *vm, Frame *frame, Str *name) { /* owned; VALUE_NULL with NameError */
    Value v = dict_get_str(vm, frame->globals, name);
    if (v != VALUE_NULL) return value_retain(v);
    v = missing_global(vm, frame, name);
    return v != VALUE_NULL || error_is_set(vm) ? v : builtin_named(vm, frame, name);
}

static Value load_name(Vm *vm, Frame *frame, Str *name) {
    if (frame->namespace != VALUE_NULL) {
        Value v = namespace_get(vm, frame->namespace, name);
        if (v != VALUE_NULL || error_is_set(vm)) return v;
    }
    return global_or_builtin(vm, frame, name);
}

bool op_load_name(Vm *vm, Frame *frame, const Instr *ip) {
    return result(vm, frame, ip->a, load_name(vm, frame, frame->code->names[ip->b]));
}

bool op_store_name(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->a);
    if (v == VALUE_NULL) return false;
    Str *name = frame->code->names[ip->b];
    bool ok;
    if (frame->namespace == VALUE_NULL)
        ok = dict_set_str(vm, frame->globals, name, v);
    else if (is_exact(vm, frame->namespace, T_dict))
        ok = dict_set_str(vm, AS(Dict, frame->namespace), name, v);
    else
        ok = object_setitem(vm, frame->namespace, obj_value(name), v);
    if (ok) operand_done(vm, frame, ip->a);
    return ok;
}

bool op_delete_name(Vm *vm, Frame *frame, const Instr *ip) {
    Str *name = frame->code->names[ip->b];
    Value namespace = frame->namespace != VALUE_NULL ? frame->namespace : obj_value(frame->globals);
    if (object_setitem(vm, namespace, obj_value(name), VALUE_NULL)) return true;
    error_clear(vm); /* whatever the namespace said: DELETE_NAME */
    raise_name_error(vm, name);
    return false;
}

/* ---- cells ---- */

bool op_make_cell(Vm *vm, Frame *frame, const Instr *ip) {
    Cell *cell = object_new(vm, vm->types[T_cell], 0);
    if (cell == NULL) return false;
    cell->value = frame->regs[ip->a];
    frame->regs[ip->a] = obj_value(cell);
    return true;
}

void interp_unbound_cell(Vm *vm, const Code *code, uint32_t reg) {
    if (code->varkind[reg] == VAR_FREE)
        raise_error(vm, T_NameError,
                    "cannot access free variable '%S' where it is not associated with a value in enclosing scope",
                    code->varnames[reg]);
    else
        interp_unbound(vm, code, reg);
}

bool op_delete_cell(Vm *vm, Frame *frame, const Instr *ip) {
    Cell *cell = AS(Cell, frame->regs[ip->a]);
    if (cell->value == VALUE_NULL) {
        interp_unbound_cell(vm, frame->code, ip->a);
        return false;
    }
    value_clear(vm, &cell->value);
    return true;
}

static bool load_cell(Vm *vm, Frame *frame, uint32_t dst, uint32_t reg) {
    Value v = AS(Cell, frame->regs[reg])->value;
    if (v != VALUE_NULL) return result(vm, frame, dst, value_retain(v));
    interp_unbound_cell(vm, frame->code, reg);
    return false;
}

bool op_load_class_cell(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = namespace_get(vm, frame->namespace, frame->code->names[ip->c]);
    if (v != VALUE_NULL) return result(vm, frame, ip->a, v);
    return !error_is_set(vm) && load_cell(vm, frame, ip->a, ip->b);
}

static Value mapping_in_cell(Vm *vm, Frame *frame, const Instr *ip) { /* as namespace_get */
    Value mapping = AS(Cell, frame->regs[ip->b])->value;
    return mapping == VALUE_NULL ? VALUE_NULL : namespace_get(vm, mapping, frame->code->names[ip->c]);
}

bool op_load_dict_or_global(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = mapping_in_cell(vm, frame, ip);
    if (v == VALUE_NULL && !error_is_set(vm)) v = global_or_builtin(vm, frame, frame->code->names[ip->c]);
    return result(vm, frame, ip->a, v);
}

bool op_load_dict_or_cell(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = mapping_in_cell(vm, frame, ip);
    if (v != VALUE_NULL) return result(vm, frame, ip->a, v);
    return !error_is_set(vm) && load_cell(vm, frame, ip->a, ip[1].a);
}

bool op_load_annotations(Vm *vm, Frame *frame, const Instr *ip) {
    Str *name = vm->names[N___annotations__];
    Value namespace = frame->namespace != VALUE_NULL ? frame->namespace : obj_value(frame->globals);
    Value v = namespace_get(vm, namespace, name);
    if (v != VALUE_NULL || error_is_set(vm)) return result(vm, frame, ip->a, v);
    v = obj_value(dict_new(vm));
    if (v == VALUE_NULL) return false;
    if (!object_setitem(vm, namespace, obj_value(name), v)) {
        value_release(vm, v);
        return false;
    }
    return result(vm, frame, ip->a, v);
}

/* ---- functions, classes ---- */

bool op_make_function(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->c];
    Value made = function_new(vm, AS(Code, frame->code->consts[ip->b]), frame->globals);
    if (made == VALUE_NULL) return false;
    Function *fn = AS(Function, made);
    fn->defaults = run[0];
    fn->kwdefaults = run[1];
    fn->closure = run[2];
    fn->annotate = run[3];
    for (int i = 0; i < 4; i++) run[i] = VALUE_NULL;
    return result(vm, frame, ip->a, made);
}

bool op_make_plain_function(Vm *vm, Frame *frame, const Instr *ip) {
    Value made = function_new(vm, AS(Code, frame->code->consts[ip->b]), frame->globals);
    return made != VALUE_NULL && result(vm, frame, ip->a, made);
}

bool op_load_build_class(Vm *vm, Frame *frame, const Instr *ip) {
    Value none;
    const Dict *builtins = builtins_of(vm, frame, &none);
    Value v = builtins == NULL ? VALUE_NULL : dict_get_str(vm, builtins, vm->names[N___build_class__]);
    if (v == VALUE_NULL) raise_error(vm, T_NameError, "__build_class__ not found");
    return result(vm, frame, ip->a, value_retain(v));
}

/* ---- imports ---- */

/* What a program has put in the place of builtins.__import__. */
static Value import_by_hook(Vm *vm, Frame *frame, const Instr *ip, Value hook) {
    Value globals = obj_value(frame->globals), locals = frame->namespace;
    if (locals == VALUE_NULL) locals = frame->code->flags & CODE_MODULE ? globals : VALUE_NONE;
    Value args[] = {obj_value(frame->code->names[ip->b]), globals, locals, frame->code->consts[ip->c],
                    value_small(ip[1].a)};
    value_retain(hook);
    Value module = call_tail(vm, hook, args, 5, NULL);
    value_release(vm, hook);
    return module;
}

/* Builtins without __import__ forbid it. */
enum interp_go op_import_name(Vm *vm, Frame *frame, const Instr *ip) {
    Value none;
    const Dict *builtins = builtins_of(vm, frame, &none);
    Value hook = builtins == NULL ? VALUE_NULL : dict_get_str(vm, builtins, vm->names[N___import__]);
    Value module;
    if (hook == VALUE_NULL) {
        module = raise_error(vm, T_ImportError, "__import__ not found");
    } else if (UNLIKELY(!builtin_is_import(vm, hook)) && (frame->code->flags & CODE_LIBRARY) == 0) {
        module = import_by_hook(vm, frame, ip, hook);
    } else {
        Value fromlist = frame->code->consts[ip->c];
        Str *name = frame->code->names[ip->b];
        bool own = (frame->code->flags & CODE_LIBRARY) != 0; /* which asks no finder of the program */
        module = own ? import_own(vm, name, frame->globals, fromlist, ip[1].a)
                     : import_name(vm, name, frame->globals, fromlist, ip[1].a);
    }
    return interp_call_result(vm, frame, NULL, 0, ip->a, module);
}

bool op_import_from(Vm *vm, Frame *frame, const Instr *ip) {
    return result(vm, frame, ip->a, import_from(vm, frame->regs[ip->b], frame->code->names[ip->c]));
}

bool op_import_star(Vm *vm, Frame *frame, const Instr *ip) {
    Value module = operand(vm, frame, ip->a);
    if (module == VALUE_NULL) return false;
    Value into = frame->namespace != VALUE_NULL ? frame->namespace : obj_value(frame->globals);
    if (!import_star(vm, module, into)) return false;
    operand_done(vm, frame, ip->a);
    return true;
}

bool op_print_expr(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand_take(vm, frame, ip->a);
    if (v == VALUE_NULL) return false;
    Value hook = VALUE_NULL;
    Value sys = dict_get_str(vm, vm->modules, vm->names[N_sys]);
    Str *name = str_intern_c(vm, "displayhook");
    if (name != NULL && sys != VALUE_NULL) hook = object_getattr(vm, sys, name);
    obj_release(vm, name);
    Value shown = hook == VALUE_NULL ? VALUE_NULL : call_value(vm, hook, &v, 1, NULL);
    value_release(vm, hook);
    value_release(vm, v);
    value_release(vm, shown);
    return shown != VALUE_NULL;
}
