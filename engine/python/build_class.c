/* build_class.c: __build_class__: bases and metaclass are worked out, the body runs as a frame of its own, then the
 * metaclass is called. A native frame, so that a class statement does not recurse in C. */
#include "interp.h"
#include "redo.h"

#include "types_private.h"

enum slot { SLOT_NAME, SLOT_BASES, SLOT_ORIGINAL, SLOT_META, SLOT_NAMESPACE, SLOT_KEYWORDS, SLOT_CELL, SLOT_COUNT };

/* A base that is no class may name others by __mro_entries__(bases). Appends to list. */
static bool add_base(Vm *vm, List *list, Value base, Value bases, bool *changed) {
    if (is_type(base)) return list_append(vm, list, base);
    bool failed;
    Value entries = object_getattr_opt(vm, base, vm->names[N___mro_entries__], &failed);
    if (failed) return false;
    if (entries == VALUE_NULL) return list_append(vm, list, base);
    Value named = call_value(vm, entries, &bases, 1, NULL);
    value_release(vm, entries);
    if (named == VALUE_NULL) return false;
    bool ok = is_tuple(named);
    if (!ok) raise_error(vm, T_TypeError, "__mro_entries__ must return a tuple");
    for (uint32_t i = 0; ok && i < AS(Tuple, named)->length; i++)
        ok = list_append(vm, list, AS(Tuple, named)->items[i]);
    value_release(vm, named);
    *changed = true;
    return ok;
}

/* The tuple of classes that the bases stand for, owned. */
static Value resolve_bases(Vm *vm, Value bases, bool *changed) {
    const Tuple *given = AS(Tuple, bases);
    List *list = list_new(vm, given->length);
    if (list == NULL) return VALUE_NULL;
    bool ok = true;
    *changed = false;
    for (uint32_t i = 0; ok && i < given->length; i++) ok = add_base(vm, list, given->items[i], bases, changed);
    Value resolved = ok ? obj_value(tuple_from(vm, list->items, list->length)) : VALUE_NULL;
    obj_release(vm, list);
    return resolved;
}

/* Borrowed; VALUE_NULL with TypeError. */
static Value choose_metaclass(Vm *vm, Value meta, const Tuple *bases) {
    if (meta == VALUE_NULL) meta = obj_value(bases->length > 0 ? type_of(vm, bases->items[0]) : vm->types[T_type]);
    if (!is_type(meta)) return meta; /* any callable will do */
    for (uint32_t i = 0; i < bases->length; i++)
        if (!is_type(bases->items[i])) return meta; /* the metaclass complains */
    return obj_value(type_best_metatype(vm, AS(Type, meta), (Tuple *)(uintptr_t)bases));
}

/* The keyword arguments but metaclass, owned; *meta is borrowed from args. */
static Dict *split_keywords(Vm *vm, const Value *values, Tuple *names, Value *meta) {
    *meta = VALUE_NULL;
    Dict *keywords = dict_new(vm);
    for (uint32_t i = 0; keywords != NULL && names != NULL && i < names->length; i++) {
        if (str_equals_c(AS(Str, names->items[i]), "metaclass")) {
            *meta = values[i];
        } else if (!dict_set(vm, keywords, names->items[i], values[i])) {
            obj_release(vm, keywords);
            return NULL;
        }
    }
    return keywords;
}

static Value prepare_namespace(Vm *vm, Frame *frame) { /* owned */
    Value meta = frame->regs[SLOT_META];
    if (meta == obj_value(vm->types[T_type])) return obj_value(dict_new(vm));
    bool failed;
    Value prepare = object_getattr_opt(vm, meta, vm->names[N___prepare__], &failed);
    if (failed) return VALUE_NULL;
    if (prepare == VALUE_NULL) return obj_value(dict_new(vm));
    Tuple *args = tuple_pack(vm, 2, frame->regs[SLOT_NAME], frame->regs[SLOT_BASES]);
    Value namespace =
        args == NULL ? VALUE_NULL : call_star(vm, prepare, obj_value(args), frame->regs[SLOT_KEYWORDS], false);
    obj_release(vm, args);
    value_release(vm, prepare);
    if (namespace == VALUE_NULL) return VALUE_NULL;
    Type *type = type_of(vm, namespace);
    if (is_dict(namespace) || type->slots.getitem != NULL) return namespace;
    raise_error(vm, T_TypeError, "%s.__prepare__() must return a mapping, not %N",
                is_type(meta) ? type_name(AS(Type, meta)) : "<metaclass>", type);
    value_release(vm, namespace);
    return VALUE_NULL;
}

static bool push_body(Vm *vm, Function *body, Value namespace) {
    Frame *frame = function_frame(vm, body);
    if (frame == NULL) return false;
    frame->namespace = value_retain(namespace);
    if (frame_link(vm, frame)) return true;
    frame_clear(vm, frame);
    frame_free(vm, frame);
    return false;
}

/* The body has filled the namespace. */
static Value call_metaclass(Vm *vm, Frame *frame) {
    Value namespace = frame->regs[SLOT_NAMESPACE];
    if (frame->regs[SLOT_ORIGINAL] != VALUE_NULL &&
        !object_setitem(vm, namespace, obj_value(vm->names[N___orig_bases__]), frame->regs[SLOT_ORIGINAL]))
        return VALUE_NULL;
    if (is_dict(namespace))
        value_set(vm, &frame->regs[SLOT_CELL],
                  value_retain(dict_get_str(vm, AS(Dict, namespace), vm->names[N___classcell__])));
    Tuple *args = tuple_pack(vm, 3, frame->regs[SLOT_NAME], frame->regs[SLOT_BASES], namespace);
    if (args == NULL) return VALUE_NULL;
    Value made = call_star(vm, frame->regs[SLOT_META], obj_value(args), frame->regs[SLOT_KEYWORDS], true);
    obj_release(vm, args);
    return made;
}

static Value check_cell(Vm *vm, Frame *frame, Value made) { /* made is owned */
    Value cell = frame->regs[SLOT_CELL];
    if (made == VALUE_NULL || !is_type(made) || !is_exact(vm, cell, T_cell)) return made;
    Value set = AS(Cell, cell)->value;
    if (set == made) return made;
    if (set == VALUE_NULL)
        raise_error(vm, T_RuntimeError,
                    "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?",
                    frame->regs[SLOT_NAME], made);
    else
        raise_error(vm, T_TypeError, "__class__ set to %R defining %R as %R", set, frame->regs[SLOT_NAME], made);
    value_release(vm, made);
    return VALUE_NULL;
}

static Value build_resume(Vm *vm, Frame *frame, Value in) {
    switch (frame->state) {
    case 0: /* the body has run */
        if (in == VALUE_NULL) return VALUE_NULL;
        value_release(vm, in);
        frame->ip = &redo_native; /* a metaclass's own __new__ may wait */
        in = call_metaclass(vm, frame);
        if (in == VALUE_NULL && vm->state->redoing) return VALUE_NULL;
        redo_forget(vm, frame);
        frame->state = 1;
        if (in == SIGNAL_PUSHED) return in;
        break;
    default: break;
    }
    return check_cell(vm, frame, in);
}

/* Fills the frame's slots. False with an exception. */
static bool build_begin(Vm *vm, Frame *frame, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value meta;
    frame->regs[SLOT_NAME] = value_retain(args[1]);
    Value bases = obj_value(tuple_from(vm, args + 2, nargs - 2));
    if (bases == VALUE_NULL) return false;
    bool changed = false;
    frame->regs[SLOT_BASES] = resolve_bases(vm, bases, &changed);
    if (changed && frame->regs[SLOT_BASES] != VALUE_NULL)
        frame->regs[SLOT_ORIGINAL] = bases;
    else
        value_release(vm, bases);
    if (frame->regs[SLOT_BASES] == VALUE_NULL) return false;
    Dict *keywords = split_keywords(vm, args + nargs, kwnames, &meta);
    if (keywords == NULL) return false;
    frame->regs[SLOT_KEYWORDS] = obj_value(keywords);
    meta = choose_metaclass(vm, meta, AS(Tuple, frame->regs[SLOT_BASES]));
    if (meta == VALUE_NULL) return false;
    frame->regs[SLOT_META] = value_retain(meta);
    frame->regs[SLOT_NAMESPACE] = prepare_namespace(vm, frame);
    return frame->regs[SLOT_NAMESPACE] != VALUE_NULL;
}

static Value build_class(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    if (nargs < 2) return raise_error(vm, T_TypeError, "__build_class__: not enough arguments");
    if (!is_exact(vm, args[0], T_function))
        return raise_error(vm, T_TypeError, "__build_class__: func must be a function");
    if (!is_str(args[1])) return raise_error(vm, T_TypeError, "__build_class__: name is not a string");
    Frame *frame = native_push(vm, build_resume, SLOT_COUNT);
    if (frame == NULL) return VALUE_NULL;
    if (build_begin(vm, frame, args, nargs, kwnames) &&
        push_body(vm, AS(Function, args[0]), frame->regs[SLOT_NAMESPACE]))
        return SIGNAL_PUSHED;
    vm->thread->top = frame->caller;
    frame_clear(vm, frame);
    frame_free(vm, frame);
    return VALUE_NULL;
}

const MethodDef build_class_def = {"__build_class__",
                                   build_class,
                                   2,
                                   255,
                                   true,
                                   METHOD_PLAIN,
                                   "Internal helper function used by the class statement."};
