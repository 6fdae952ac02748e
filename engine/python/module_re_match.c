/* module_re_match.c: match objects of regular expressions. */
#include "builtins.h"
#include "module_re.h"
#include "modules.h"
#include "vm_state.h"

typedef struct Match {
    Obj head;
    Value string, holder;
    Pattern *pattern;
    uint32_t position, end, last_group;
    uint32_t groups; /* with the whole */
    uint32_t marks[];
} Match;

Value match_new(Vm *vm, Pattern *pattern, Value string, Value holder, const Matcher *m, uint32_t position,
                uint32_t end) {
    uint32_t groups = pattern->program.groups + 1;
    Match *match = object_new(vm, vm->state->module_state[STATE_re_match], 2 * groups * sizeof(uint32_t));
    if (match == NULL) return VALUE_NULL;
    match->string = value_retain(string);
    match->holder = value_retain(holder);
    obj_retain(pattern);
    match->pattern = pattern;
    match->position = position;
    match->end = end;
    match->last_group = m->last_group;
    match->groups = groups;
    memcpy(match->marks, m->marks, 2 * groups * sizeof(uint32_t));
    return obj_value(match);
}

static void match_dealloc(Vm *vm, Obj *self) {
    Match *m = (Match *)self;
    value_clear(vm, &m->string);
    value_clear(vm, &m->holder);
    obj_release(vm, m->pattern);
    m->pattern = NULL;
}

static void match_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((Match *)self)->string);
}

static void match_clear(Vm *vm, Obj *self) {
    value_clear(vm, &((Match *)self)->string);
}

static Value match_repr(Vm *vm, Value self) {
    const Match *m = AS(Match, self);
    Value whole = re_group(vm, m->holder, m->marks, 0, VALUE_NONE);
    Value text = whole == VALUE_NULL ? VALUE_NULL : object_repr(vm, whole);
    value_release(vm, whole);
    if (text == VALUE_NULL) return VALUE_NULL;
    uint32_t length = AS(Str, text)->length;
    Str *shown = str_slice(vm, AS(Str, text), 0, length < 50 ? length : 50);
    value_release(vm, text);
    Str *repr = shown == NULL ? NULL
                              : str_format(vm, "<%s object; span=(%u, %u), match=%S>", value_type_name(vm, self),
                                           m->marks[0], m->marks[1], shown);
    obj_release(vm, shown);
    return obj_value(repr);
}

/* A group by number or name; false with IndexError. */
static bool group_of(Vm *vm, const Match *m, Value key, uint32_t *group) {
    int64_t i = -1;
    if (is_int(key) || type_of(vm, key)->slots.as_int != NULL) {
        if (!object_as_index(vm, key, &i, INDEX_CLIPPED)) return false;
    } else {
        Value number = dict_get(vm, m->pattern->names, key);
        if (number != VALUE_NULL) i = value_as_small(number);
        error_clear(vm);
    }
    if (i < 0 || i >= m->groups) {
        raise_error(vm, T_IndexError, "no such group");
        return false;
    }
    *group = (uint32_t)i;
    return true;
}

static Value match_getitem(Vm *vm, Value self, Value key) {
    const Match *m = AS(Match, self);
    uint32_t group;
    return group_of(vm, m, key, &group) ? re_group(vm, m->holder, m->marks, group, VALUE_NONE) : VALUE_NULL;
}

static NATIVE(match_group) {
    (void)kwnames;
    const Match *m = AS(Match, self);
    if (nargs == 0) return re_group(vm, m->holder, m->marks, 0, VALUE_NONE);
    if (nargs == 1) return match_getitem(vm, self, args[0]);
    Tuple *groups = tuple_new(vm, nargs);
    for (uint32_t i = 0; groups != NULL && i < nargs; i++) {
        groups->items[i] = match_getitem(vm, self, args[i]);
        if (groups->items[i] != VALUE_NULL) continue;
        obj_release(vm, groups);
        groups = NULL;
    }
    return obj_value(groups);
}

static bool default_argument(Vm *vm, const char *name, const Value *args, uint32_t nargs, Tuple *kwnames, Value *out) {
    static const char *const names[] = {"default", NULL};
    const ArgSpec spec = {name, names, 0, 1, 0};
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return false;
    if (*out == VALUE_NULL) *out = VALUE_NONE;
    return true;
}

static NATIVE(match_groups) {
    const Match *m = AS(Match, self);
    Value otherwise;
    if (!default_argument(vm, "groups", args, nargs, kwnames, &otherwise)) return VALUE_NULL;
    Tuple *groups = tuple_new(vm, m->groups - 1);
    for (uint32_t i = 1; groups != NULL && i < m->groups; i++) {
        groups->items[i - 1] = re_group(vm, m->holder, m->marks, i, otherwise);
        if (groups->items[i - 1] != VALUE_NULL) continue;
        obj_release(vm, groups);
        groups = NULL;
    }
    return obj_value(groups);
}

static NATIVE(match_groupdict) {
    const Match *m = AS(Match, self);
    Value otherwise, key, number;
    if (!default_argument(vm, "groupdict", args, nargs, kwnames, &otherwise)) return VALUE_NULL;
    Dict *dict = dict_new(vm);
    uint32_t position = 0;
    while (dict != NULL && dict_next(m->pattern->names, &position, &key, &number)) {
        Value text = re_group(vm, m->holder, m->marks, (uint32_t)value_as_small(number), otherwise);
        bool ok = text != VALUE_NULL && dict_set(vm, dict, key, text);
        value_release(vm, text);
        if (ok) continue;
        obj_release(vm, dict);
        return VALUE_NULL;
    }
    return obj_value(dict);
}

static Value place(uint32_t mark) {
    return mark == RE_UNSET ? value_small(-1) : value_small(mark);
}

static Value span_of(Vm *vm, const Match *m, uint32_t group) {
    return obj_value(tuple_pack(vm, 2, place(m->marks[2 * group]), place(m->marks[2 * group + 1])));
}

static bool group_argument(Vm *vm, Value self, const Value *args, uint32_t nargs, uint32_t *group) {
    *group = 0;
    return nargs == 0 || group_of(vm, AS(Match, self), args[0], group);
}

static NATIVE(match_start) {
    (void)kwnames;
    uint32_t group;
    return group_argument(vm, self, args, nargs, &group) ? place(AS(Match, self)->marks[2 * group]) : VALUE_NULL;
}

static NATIVE(match_end) {
    (void)kwnames;
    uint32_t group;
    return group_argument(vm, self, args, nargs, &group) ? place(AS(Match, self)->marks[2 * group + 1]) : VALUE_NULL;
}

static NATIVE(match_span) {
    (void)kwnames;
    uint32_t group;
    return group_argument(vm, self, args, nargs, &group) ? span_of(vm, AS(Match, self), group) : VALUE_NULL;
}

static NATIVE(match_expand) {
    static const char *const names[] = {"template", NULL};
    static const ArgSpec spec = {"expand", names, 0, 1, 1};
    const Match *m = AS(Match, self);
    Value repl;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &repl)) return VALUE_NULL;
    Value template = re_template(vm, obj_value(m->pattern), repl);
    List *pieces = template == VALUE_NULL ? NULL : list_new(vm, 0);
    Value text = VALUE_NULL;
    if (pieces != NULL && re_expand(vm, pieces, m->holder, m->marks, template))
        text = re_join(vm, m->holder, obj_value(pieces));
    obj_release(vm, pieces);
    value_release(vm, template);
    return text;
}

static Value get_string(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Match, self)->string);
}

static Value get_re(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Match, self)->pattern));
}

static Value get_pos(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Match, self)->position);
}

static Value get_endpos(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Match, self)->end);
}

static Value get_lastindex(Vm *vm, Value self) {
    (void)vm;
    uint32_t last = AS(Match, self)->last_group;
    return last == 0 ? VALUE_NONE : value_small(last);
}

static Value get_lastgroup(Vm *vm, Value self) {
    (void)vm;
    const Match *m = AS(Match, self);
    uint32_t position = 0;
    Value key, number;
    while (m->last_group != 0 && dict_next(m->pattern->names, &position, &key, &number))
        if (number == value_small(m->last_group)) return value_retain(key);
    return VALUE_NONE;
}

static Value get_regs(Vm *vm, Value self) {
    const Match *m = AS(Match, self);
    Tuple *spans = tuple_new(vm, m->groups);
    for (uint32_t i = 0; spans != NULL && i < m->groups; i++) {
        spans->items[i] = span_of(vm, m, i);
        if (spans->items[i] != VALUE_NULL) continue;
        obj_release(vm, spans);
        spans = NULL;
    }
    return obj_value(spans);
}

static const MethodDef match_methods[] = {
    {"group", match_group, 0, 255, false, METHOD_PLAIN, NULL},
    {"start", match_start, 0, 1, false, METHOD_PLAIN, "Return index of the start of the substring matched by group."},
    {"end", match_end, 0, 1, false, METHOD_PLAIN, "Return index of the end of the substring matched by group."},
    {"span", match_span, 0, 1, false, METHOD_PLAIN, NULL},
    {"groups", match_groups, 0, 255, true, METHOD_PLAIN, NULL},
    {"groupdict", match_groupdict, 0, 255, true, METHOD_PLAIN, NULL},
    {"expand", match_expand, 0, 255, true, METHOD_PLAIN, NULL},
    {"__copy__", re_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"__deepcopy__", re_itself, 1, 1, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, NULL},
    {0},
};

static const GetSetDef match_getset[] = {
    {"string", get_string, set_readonly, "The string passed to match() or search()."},
    {"re", get_re, set_readonly, "The regular expression object."},
    {"pos", get_pos, set_readonly, "The index into the string at which the RE engine started looking for a match."},
    {"endpos", get_endpos, set_readonly, "The index into the string beyond which the RE engine will not go."},
    {"lastindex", get_lastindex, NULL, "The integer index of the last matched capturing group."},
    {"lastgroup", get_lastgroup, NULL, "The name of the last matched capturing group."},
    {"regs", get_regs, NULL, NULL},
    {0},
};

const TypeDef match_def = {
    .name = "re.Match",
    .size = sizeof(Match),
    .flags = TYPE_NO_NEW | TYPE_GC | TYPE_IMMUTABLE,
    .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    .slots = {.dealloc = match_dealloc,
              .traverse = match_traverse,
              .clear = match_clear,
              .repr = match_repr,
              .getitem = match_getitem},
    .methods = match_methods,
    .getset = match_getset,
};
