/* odict.c: what OrderedDict, which is library code over a plain dict, cannot have from there: views and iterators that
 * notice every change of order, and moving entries to either end. */
#include "builtins.h"
#include "dict.h"
#include "iterators.h"
#include "modules.h"
#include "types_private.h"
#include "vm_state.h"

/* ---- iterators: CPython's odictiter_nextkey looks for changes as long as there is something to come */

typedef struct OrderedIterator {
    DictIterator base;
    uint32_t changes; /* of the dict when it began */
} OrderedIterator;

static Value iterator_new(Vm *vm, Value dict, enum dict_part part, bool backwards) {
    OrderedIterator *it = object_new(vm, vm->state->module_state[STATE_odict_iterator], 0);
    if (it == NULL) return VALUE_NULL;
    Dict *d = AS(Dict, dict);
    it->base.dict = value_retain(dict);
    it->base.used = it->base.remaining = d->used;
    it->base.position = backwards ? d->nentries : d->first;
    it->base.kind = (uint8_t)part;
    it->base.backwards = backwards;
    it->changes = d->changes;
    return obj_value(it);
}

static Value iterator_next(Vm *vm, Value self) {
    OrderedIterator *it = AS(OrderedIterator, self);
    DictIterator *base = &it->base;
    if (base->dict == VALUE_NULL) return VALUE_NULL;
    if (base->remaining == 0 || AS(Dict, base->dict)->changes != it->changes) {
        bool changed = base->remaining != 0;
        value_clear(vm, &base->dict);
        return changed ? raise_error(vm, T_RuntimeError, "OrderedDict mutated during iteration") : VALUE_NULL;
    }
    DictEntry *e = dict_iterator_step(base);
    base->remaining--;
    if (base->kind == DICT_KEYS) return value_retain(e->key);
    if (base->kind == DICT_VALUES) return value_retain(e->value);
    return pair_reuse(vm, &base->pair, value_retain(e->key), value_retain(e->value));
}

static const MethodDef iterator_methods[] = {
    {"__reduce__", dict_iterator_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

static const TypeDef iterator_def = {
    .name = "odict_iterator",
    .size = sizeof(OrderedIterator),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = dict_iterator_dealloc,
              .traverse = dict_iterator_traverse,
              .iter = object_itself,
              .next = iterator_next},
    .methods = iterator_methods,
};

/* ---- views */

static Value view_iter(Vm *vm, Value self) {
    const DictView *view = AS(DictView, self);
    return iterator_new(vm, view->dict, (enum dict_part)view->part, false);
}

static NATIVE(view_reversed) {
    (void)args, (void)nargs, (void)kwnames;
    const DictView *view = AS(DictView, self);
    return iterator_new(vm, view->dict, (enum dict_part)view->part, true);
}

static const MethodDef view_methods[] = {
    {"__reversed__", view_reversed, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

#define VIEW_DEF(text)                                                                                                 \
    {                                                                                                                  \
        .name = text, .size = sizeof(DictView), .flags = TYPE_GC | TYPE_NO_NEW, .slots = {.iter = view_iter},          \
        .methods = view_methods                                                                                        \
    }
static const TypeDef view_defs[] = {
    [DICT_KEYS] = VIEW_DEF("odict_keys"),
    [DICT_VALUES] = VIEW_DEF("odict_values"),
    [DICT_ITEMS] = VIEW_DEF("odict_items"),
};

/* ---- functions of the module */

static bool check_dict(Vm *vm, Value v) {
    if (is_dict(v)) return true;
    raise_error(vm, T_TypeError, "an OrderedDict is wanted, not '%T'", v);
    return false;
}

/* _ordered_view(dict, part) */
static NATIVE(ordered_view) {
    (void)self, (void)nargs, (void)kwnames;
    int64_t part;
    if (!check_dict(vm, args[0]) || !object_as_int64(vm, args[1], &part)) return VALUE_NULL;
    if (part < DICT_KEYS || part > DICT_ITEMS) return raise_error(vm, T_ValueError, "no such part of a dict");
    DictView *view = object_new(vm, vm->state->module_state[STATE_odict_keys + part], 0);
    if (view == NULL) return VALUE_NULL;
    view->dict = value_retain(args[0]);
    view->part = (uint8_t)part;
    return obj_value(view);
}

/* _ordered_iter(dict, backwards) */
static NATIVE(ordered_iter) {
    (void)self, (void)nargs, (void)kwnames;
    return check_dict(vm, args[0]) ? iterator_new(vm, args[0], DICT_KEYS, args[1] == VALUE_TRUE) : VALUE_NULL;
}

/* _ordered_move(dict, key, last) -> whether the key was there */
static NATIVE(ordered_move) {
    (void)self, (void)nargs, (void)kwnames;
    int last = check_dict(vm, args[0]) ? object_truth(vm, args[2]) : -1;
    if (last < 0) return VALUE_NULL;
    int moved = dict_move(vm, AS(Dict, args[0]), args[1], last != 0);
    return moved < 0 ? VALUE_NULL : value_bool(moved != 0);
}

/* _ordered_pop_first(dict) -> pair, None when the dict is empty */
static NATIVE(ordered_pop_first) {
    (void)self, (void)nargs, (void)kwnames;
    if (!check_dict(vm, args[0])) return VALUE_NULL;
    Value pair = dict_pop_first(vm, AS(Dict, args[0]));
    return pair == VALUE_NULL && !error_is_set(vm) ? VALUE_NONE : pair;
}

static const MethodDef functions[] = {
    {"_ordered_view", ordered_view, 2, 2, false, METHOD_PLAIN, NULL},
    {"_ordered_iter", ordered_iter, 2, 2, false, METHOD_PLAIN, NULL},
    {"_ordered_move", ordered_move, 3, 3, false, METHOD_PLAIN, NULL},
    {"_ordered_pop_first", ordered_pop_first, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

bool odict_boot(Vm *vm, Module *module) {
    Type *const bases[] = {TYPE(vm, dict_keys), TYPE(vm, dict_values), TYPE(vm, dict_items)};
    void **state = vm->state->module_state;
    for (int part = DICT_KEYS; part <= DICT_ITEMS; part++) {
        state[STATE_odict_keys + part] = type_make(vm, &view_defs[part], bases[part]);
        if (state[STATE_odict_keys + part] == NULL) return false;
    }
    state[STATE_odict_iterator] = type_make(vm, &iterator_def, NULL);
    return state[STATE_odict_iterator] != NULL && module_add_functions(vm, module, functions);
}
