/* args.c: arguments of calls to Python functions go to the registers of their parameters; errors in CPython's words
 * (initialize_locals, too_many_positional, missing_arguments). */
#include "interp.h"

#include "dict.h"

typedef struct Binding {
    Vm *vm;
    Function *fn;
    const Code *code;
    Value *regs;
    Dict *extra;          /* **kwargs, borrowed from its register, or NULL */
    uint32_t npositional; /* given, self included */
} Binding;

/* ---- errors ---- */

/* 'a', 'b', and 'c' */
static Str *list_names(Vm *vm, Str *const *names, uint32_t count) {
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0) builder_c(&b, count == 2 ? " and " : i == count - 1 ? ", and " : ", ");
        builder_c(&b, "'");
        builder_str(&b, names[i]);
        builder_c(&b, "'");
    }
    return builder_finish(&b);
}

#define MISSING_MAX 64u

static bool raise_missing(Binding *b, Str **names, uint32_t count, const char *kind) {
    Str *text = list_names(b->vm, names, count < MISSING_MAX ? count : MISSING_MAX);
    if (text != NULL)
        raise_error(b->vm, T_TypeError, "%S() missing %u required %s argument%s: %S", b->fn->qualname, count, kind,
                    count == 1 ? "" : "s", text);
    obj_release(b->vm, text);
    return false;
}

/* How many parameters have a default: __defaults__ may be set to more, then the last of them count. */
static uint32_t ndefaults(const Function *fn) {
    uint32_t length = fn->defaults != VALUE_NULL ? AS(Tuple, fn->defaults)->length : 0;
    return length < fn->code->argcount ? length : fn->code->argcount;
}

/* Keyword-only arguments that were given count in the message. */
static bool raise_too_many(Binding *b) {
    const Code *code = b->code;
    uint32_t kwonly_given = 0, defaults = ndefaults(b->fn);
    for (uint32_t i = 0; i < code->kwonly; i++) kwonly_given += b->regs[code->argcount + i] != VALUE_NULL;
    bool plural = code->argcount != 1 || defaults > 0;
    Str *takes = defaults > 0 ? str_format(b->vm, "from %u to %u", code->argcount - defaults, (uint32_t)code->argcount)
                              : str_format(b->vm, "%u", (uint32_t)code->argcount);
    Str *also = kwonly_given > 0
                    ? str_format(b->vm, " positional argument%s (and %u keyword-only argument%s)",
                                 b->npositional != 1 ? "s" : "", kwonly_given, kwonly_given != 1 ? "s" : "")
                    : str_new(b->vm, "");
    if (takes != NULL && also != NULL)
        raise_error(b->vm, T_TypeError, "%S() takes %S positional argument%s but %u%S %s given", b->fn->qualname, takes,
                    plural ? "s" : "", b->npositional, also, b->npositional == 1 && kwonly_given == 0 ? "was" : "were");
    obj_release(b->vm, takes);
    obj_release(b->vm, also);
    return false;
}

/* Positional-only parameters given by keyword, when **kwargs does not take them. False when there are none. */
static bool raise_posonly(Binding *b, Tuple *kwnames) {
    StrBuilder text;
    builder_init(&text, b->vm);
    bool any = false;
    for (uint32_t i = 0; i < b->code->posonly; i++) {
        for (uint32_t k = 0; k < kwnames->length; k++) {
            if (!str_equal(b->code->varnames[i], AS(Str, kwnames->items[k]))) continue;
            if (any) builder_c(&text, ", ");
            builder_str(&text, b->code->varnames[i]);
            any = true;
        }
    }
    Str *names = builder_finish(&text);
    if (any && names != NULL)
        raise_error(b->vm, T_TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'",
                    b->fn->qualname, names);
    obj_release(b->vm, names);
    return any;
}

static bool raise_unexpected(Binding *b, Str *name, Tuple *kwnames) {
    const Code *code = b->code;
    if (code->posonly > 0 && raise_posonly(b, kwnames)) return false;
    Str *close = suggest_name(b->vm, name, code->varnames + code->posonly,
                              (uint32_t)code->argcount + code->kwonly - code->posonly);
    if (close != NULL)
        raise_error(b->vm, T_TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?",
                    b->fn->qualname, name, close);
    else
        raise_error(b->vm, T_TypeError, "%S() got an unexpected keyword argument '%S'", b->fn->qualname, name);
    return false;
}

/* ---- binding ---- */

static bool bind_positional(Binding *b, Value self, const Value *args, uint32_t nargs) {
    const Code *code = b->code;
    uint32_t has_self = self != VALUE_NULL;
    uint32_t fit = b->npositional < code->argcount ? b->npositional : code->argcount;
    for (uint32_t i = 0; i < fit; i++) b->regs[i] = value_retain(has_self && i == 0 ? self : args[i - has_self]);
    if (!(code->flags & CODE_VARARGS)) return true;
    uint32_t more = b->npositional - fit;
    Tuple *rest = tuple_new(b->vm, more);
    if (rest == NULL) return false;
    for (uint32_t i = 0; i < more; i++) {
        uint32_t at = fit + i;
        rest->items[i] = value_retain(has_self && at == 0 ? self : args[at - has_self]);
    }
    (void)nargs;
    b->regs[code->argcount + code->kwonly] = obj_value(rest);
    return true;
}

/* Index of the parameter that keyword `name` means, or UINT32_MAX. Names are interned nearly always. */
static uint32_t find_parameter(const Code *code, const Str *name) {
    uint32_t n = (uint32_t)code->argcount + code->kwonly;
    for (uint32_t i = code->posonly; i < n; i++)
        if (code->varnames[i] == name) return i;
    for (uint32_t i = code->posonly; i < n; i++)
        if (str_equal(code->varnames[i], name)) return i;
    return UINT32_MAX;
}

static bool bind_keyword(Binding *b, Value name, Value value, Tuple *kwnames) {
    if (!is_str(name)) {
        raise_error(b->vm, T_TypeError, "%S() keywords must be strings", b->fn->qualname);
        return false;
    }
    uint32_t i = find_parameter(b->code, AS(Str, name));
    if (i == UINT32_MAX) {
        if (b->extra != NULL) return dict_set(b->vm, b->extra, name, value);
        return raise_unexpected(b, AS(Str, name), kwnames);
    }
    if (b->regs[i] != VALUE_NULL) {
        raise_error(b->vm, T_TypeError, "%S() got multiple values for argument '%V'", b->fn->qualname, name);
        return false;
    }
    b->regs[i] = value_retain(value);
    return true;
}

static bool fill_defaults(Binding *b) {
    const Code *code = b->code;
    uint32_t defaults = ndefaults(b->fn), first = code->argcount - defaults, count = 0;
    Str *missing[MISSING_MAX];
    for (uint32_t i = 0; i < first; i++) {
        if (b->regs[i] != VALUE_NULL) continue;
        if (count < MISSING_MAX) missing[count] = code->varnames[i];
        count++;
    }
    if (count > 0) return raise_missing(b, missing, count, "positional");
    const Tuple *values = defaults > 0 ? AS(Tuple, b->fn->defaults) : NULL;
    for (uint32_t i = first; i < code->argcount; i++)
        if (b->regs[i] == VALUE_NULL) b->regs[i] = value_retain(values->items[values->length - (code->argcount - i)]);
    return true;
}

static bool fill_keyword_defaults(Binding *b) {
    const Code *code = b->code;
    uint32_t count = 0;
    Str *missing[MISSING_MAX];
    for (uint32_t i = code->argcount; i < (uint32_t)code->argcount + code->kwonly; i++) {
        if (b->regs[i] != VALUE_NULL) continue;
        Value v = VALUE_NULL;
        if (b->fn->kwdefaults != VALUE_NULL) v = dict_get_str(b->vm, AS(Dict, b->fn->kwdefaults), code->varnames[i]);
        if (v != VALUE_NULL) {
            b->regs[i] = value_retain(v);
            continue;
        }
        if (count < MISSING_MAX) missing[count] = code->varnames[i];
        count++;
    }
    return count == 0 || raise_missing(b, missing, count, "keyword-only");
}

static bool make_extra(Binding *b) {
    if (!(b->code->flags & CODE_VARKEYWORDS)) return true;
    b->extra = dict_new(b->vm);
    if (b->extra == NULL) return false;
    uint32_t at = (uint32_t)b->code->argcount + b->code->kwonly + ((b->code->flags & CODE_VARARGS) != 0);
    b->regs[at] = obj_value(b->extra);
    return true;
}

static bool bind_slowly(Vm *vm, Function *fn, Value *regs, Value self, const Value *args, uint32_t nargs,
                        Tuple *kwnames) {
    Binding b = {vm, fn, fn->code, regs, NULL, nargs + (self != VALUE_NULL)};
    if (!make_extra(&b) || !bind_positional(&b, self, args, nargs)) return false;
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++)
        if (!bind_keyword(&b, kwnames->items[i], args[nargs + i], kwnames)) return false;
    if (b.npositional > b.code->argcount && !(b.code->flags & CODE_VARARGS)) return raise_too_many(&b);
    if (b.npositional < b.code->argcount && !fill_defaults(&b)) return false;
    return b.code->kwonly == 0 || fill_keyword_defaults(&b);
}

/* The keyword that makes the call wrong, or how many there are. */
static uint32_t wrong_keyword(const Code *code, uint32_t npositional, const Tuple *kwnames) {
    uint32_t k = 0;
    for (; k < kwnames->length; k++) {
        uint32_t i = find_parameter(code, AS(Str, kwnames->items[k]));
        if (i == UINT32_MAX ? !(code->flags & CODE_VARKEYWORDS) : i < npositional && i < code->argcount) break;
    }
    return k;
}

void function_refused(Vm *vm, const Code *code, Value *args, uint32_t npositional, Tuple *kwnames) {
    if (!(code->flags & CODE_VARARGS))
        for (uint32_t i = code->argcount; i < npositional; i++) value_clear(vm, &args[i]);
    uint32_t keywords = kwnames ? kwnames->length : 0, fit = kwnames ? wrong_keyword(code, npositional, kwnames) : 0;
    for (uint32_t k = fit; k < keywords; k++) value_clear(vm, &args[npositional + k]);
    for (uint32_t k = 0; k < fit; k++)
        if (find_parameter(code, AS(Str, kwnames->items[k])) == UINT32_MAX) value_clear(vm, &args[npositional + k]);
    for (uint32_t i = fit ? (uint32_t)code->argcount + code->kwonly : 0; i-- > 0;)
        for (uint32_t k = 0; k < fit; k++)
            if (find_parameter(code, AS(Str, kwnames->items[k])) == i) value_clear(vm, &args[npositional + k]);
    for (uint32_t i = npositional; i-- > 0;) value_clear(vm, &args[i]);
}

bool function_bind(Vm *vm, Function *fn, Value *regs, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames == NULL && nargs + (self != VALUE_NULL) == fn->code->argcount && fn->code->kwonly == 0 &&
        !(fn->code->flags & (CODE_VARARGS | CODE_VARKEYWORDS))) {
        if (self != VALUE_NULL) *regs++ = value_retain(self);
        for (uint32_t i = 0; i < nargs; i++) regs[i] = value_retain(args[i]);
        return true;
    }
    if (bind_slowly(vm, fn, regs, self, args, nargs, kwnames)) return true;
    if (fn->code->flags & CODE_LIKE_C) raise_like_c(vm, fn, self, args, nargs, kwnames);
    return false;
}
