/* args_native.c: args_bind, for primitives that take keywords, with the messages of CPython's Argument Clinic. */
#include "interp.h"
#include "types_private.h"

static uint32_t count_names(const ArgSpec *spec) {
    uint32_t n = 0;
    while (spec->names[n] != NULL) n++;
    return n;
}

/* How messages begin: PyArg_ParseTupleAndKeywords may not know the function's name, which is "" then. */
static bool is_nameless(const ArgSpec *spec) {
    return spec->function[0] == 0;
}

static bool raise_count(Vm *vm, const ArgSpec *spec, uint32_t n, uint32_t max_positional, uint32_t nargs,
                        uint32_t total) {
    if (is_nameless(spec)) {
        raise_error(vm, T_TypeError, "function takes %s %u argument%s (%u given)",
                    spec->required < n ? "at most" : "exactly", n, n == 1 ? "" : "s", total);
        return false;
    }
    if (total > n) {
        raise_error(vm, T_TypeError, "%s() takes at most %u %sargument%s (%u given)", spec->function, n,
                    nargs == 0 ? "keyword " : "", n == 1 ? "" : "s", total);
        return false;
    }
    if (max_positional == 0) {
        raise_error(vm, T_TypeError, "%s() takes no positional arguments", spec->function);
        return false;
    }
    raise_error(vm, T_TypeError, "%s() takes %s %u positional argument%s (%u given)", spec->function,
                spec->required < max_positional ? "at most" : "exactly", max_positional, max_positional == 1 ? "" : "s",
                nargs);
    return false;
}

/* The first required parameter that nothing was given for; UINT32_MAX: none. A parameter that is missing is told of
 * before a keyword that nothing takes, as _PyArg_UnpackKeywords does. */
static uint32_t find_missing(const ArgSpec *spec, uint32_t nargs, const Tuple *kwnames) {
    for (uint32_t i = nargs; i < spec->required; i++) {
        bool given = false;
        for (uint32_t k = 0; i >= spec->posonly && kwnames != NULL && k < kwnames->length && !given; k++)
            given = str_equals_c(AS(Str, kwnames->items[k]), spec->names[i]);
        if (!given) return i;
    }
    return UINT32_MAX;
}

/* ---- the words of a Python function (args.c has them for real ones) ---- */

static bool raise_python_count(Vm *vm, const ArgSpec *spec, uint32_t max_positional, uint32_t nargs) {
    const char *were = nargs == 1 ? "was" : "were";
    if (spec->required < max_positional)
        raise_error(vm, T_TypeError, "%s() takes from %u to %u positional arguments but %u %s given", spec->function,
                    spec->required, max_positional, nargs, were);
    else
        raise_error(vm, T_TypeError, "%s() takes %u positional argument%s but %u %s given", spec->function,
                    max_positional, max_positional == 1 ? "" : "s", nargs, were);
    return false;
}

static bool raise_python_missing(Vm *vm, const ArgSpec *spec, const Value *out) {
    uint32_t count = 0, told = 0;
    for (uint32_t i = 0; i < spec->required; i++) count += out[i] == VALUE_NULL;
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < spec->required; i++) {
        if (out[i] != VALUE_NULL) continue;
        if (told > 0) builder_c(&b, count == 2 ? " and " : told + 1 == count ? ", and " : ", ");
        told++;
        builder_c(&b, "'");
        builder_c(&b, spec->names[i]);
        builder_c(&b, "'");
    }
    Str *names = builder_finish(&b);
    if (names != NULL)
        raise_error(vm, T_TypeError, "%s() missing %u required positional argument%s: %S", spec->function, count,
                    count == 1 ? "" : "s", names);
    obj_release(vm, names);
    return false;
}

bool keywords_allowed(Vm *vm, const Type *builtin, bool replaced, const Tuple *kwnames) {
    if (kwnames == NULL || kwnames->length == 0 || replaced) return true;
    raise_error(vm, T_TypeError, "%S() takes no keyword arguments", builtin->name);
    return false;
}

bool raise_unexpected_keyword(Vm *vm, const char *function, const char *const *allowed, Value name) {
    Str *names[32];
    uint32_t count = 0;
    bool nameless = function[0] == 0;
    for (; allowed[count] != NULL && count < 32; count++) {
        names[count] = str_intern_c(vm, allowed[count]);
        if (names[count] == NULL) break;
    }
    Str *close = error_is_set(vm) ? NULL : suggest_name(vm, AS(Str, name), names, count);
    if (error_is_set(vm))
        ;
    else if (close != NULL)
        raise_error(vm, T_TypeError, "%s%s got an unexpected keyword argument '%V'. Did you mean '%S'?",
                    nameless ? "this function" : function, nameless ? "" : "()", name, close);
    else
        raise_error(vm, T_TypeError, "%s%s got an unexpected keyword argument '%V'",
                    nameless ? "this function" : function, nameless ? "" : "()", name);
    while (count > 0) obj_release(vm, names[--count]);
    return false;
}

static bool bind_keyword(Vm *vm, const ArgSpec *spec, uint32_t n, uint32_t clinic_nargs, Value name, Value value,
                         Value *out) {
    for (uint32_t i = spec->posonly; i < n; i++) {
        if (!str_equals_c(AS(Str, name), spec->names[i])) continue;
        if (out[i] != VALUE_NULL) {
            if (i < clinic_nargs)
                raise_error(vm, T_TypeError, "argument for %s() given by name ('%V') and position (%u)", spec->function,
                            name, i + 1);
            else
                raise_error(vm, T_TypeError, "%s() got multiple values for argument '%V'", spec->function, name);
            return false;
        }
        out[i] = value;
        return true;
    }
    return raise_unexpected_keyword(vm, spec->function, spec->names + spec->posonly, name);
}

bool args_bind(Vm *vm, const ArgSpec *spec, const Value *args, uint32_t nargs, Tuple *kwnames, Value *out) {
    uint32_t n = count_names(spec);
    uint32_t max_positional = spec->kwonly < n ? spec->kwonly : n;
    uint32_t total = nargs + (kwnames != NULL ? kwnames->length : 0);
    if (nargs > max_positional || total > n) return raise_count(vm, spec, n, max_positional, nargs, total);
    uint32_t min_positional = spec->posonly < spec->required ? spec->posonly : spec->required;
    if (nargs < min_positional) {
        raise_error(vm, T_TypeError, "%s() takes %s %u positional argument%s (%u given)", spec->function,
                    min_positional < max_positional ? "at least" : "exactly", min_positional,
                    min_positional == 1 ? "" : "s", nargs);
        return false;
    }
    uint32_t missing = find_missing(spec, nargs, kwnames);
    if (missing != UINT32_MAX) {
        raise_error(vm, T_TypeError, "%s%s missing required argument '%s' (pos %u)",
                    is_nameless(spec) ? "function" : spec->function, is_nameless(spec) ? "" : "()",
                    spec->names[missing], missing + 1);
        return false;
    }
    for (uint32_t i = 0; i < n; i++) out[i] = i < nargs ? args[i] : VALUE_NULL;
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++)
        if (!bind_keyword(vm, spec, n, nargs, kwnames->items[i], args[nargs + i], out)) return false;
    return true;
}

bool args_bind_python(Vm *vm, const ArgSpec *spec, const Value *args, uint32_t nargs, Tuple *kwnames, Value *out) {
    uint32_t n = count_names(spec), max_positional = spec->kwonly < n ? spec->kwonly : n;
    for (uint32_t i = 0; i < n; i++) out[i] = i < nargs && i < max_positional ? args[i] : VALUE_NULL;
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++)
        if (!bind_keyword(vm, spec, n, 0, kwnames->items[i], args[nargs + i], out)) return false;
    if (nargs > max_positional) return raise_python_count(vm, spec, max_positional, nargs);
    for (uint32_t i = 0; i < spec->required; i++)
        if (out[i] == VALUE_NULL) return raise_python_missing(vm, spec, out);
    return true;
}

/* ---- the words of a function in C, for one of the library that is written in Python ---- */

typedef struct Words {
    const Function *fn;
    const char *name; /* what Argument Clinic calls it */
    Str *full;        /* with its class or module */
    bool is_class;
    bool is_function; /* in CPython too; what itertools has are classes there */
    bool any_number;
    uint32_t first, count, required; /* parameters without self, and those without a default */
} Words;

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), size = strlen(end);
    return length > size && strcmp(text + length - size, end) == 0;
}

static bool has_prefix_class(const Function *fn) {
    return fn->qualname->length > fn->name->length;
}

/* A method that is called as an attribute of its class. */
static bool is_unbound(const Function *fn, Value self) {
    return self == VALUE_NULL && has_prefix_class(fn) && fn->code->argcount > 0 &&
           str_equals_c(fn->code->varnames[0], "self");
}

/* Name and counts; the class is called by its name when the function makes its instances. */
static bool find_words(Vm *vm, const Function *fn, Value self, Words *w, char *buffer, size_t size) {
    const char *qualname = str_utf8(vm, fn->qualname, NULL), *name = str_utf8(vm, fn->name, NULL);
    if (qualname == NULL || name == NULL) return false;
    w->fn = fn;
    w->is_class = ends_with(qualname, ".__init__") || ends_with(qualname, ".__new__");
    w->first = w->is_class || self != VALUE_NULL || strcmp(qualname, "__new__") == 0 || is_unbound(fn, self);
    w->count = fn->code->argcount - w->first;
    uint32_t defaults = fn->defaults != VALUE_NULL ? AS(Tuple, fn->defaults)->length : 0;
    w->any_number = (fn->code->flags & CODE_VARARGS) != 0;
    w->required = w->count > defaults ? w->count - defaults : 0;
    size_t length = w->is_class ? strlen(qualname) - strlen(name) - 1 : strlen(name);
    if (length >= size) return false;
    memcpy(buffer, w->is_class ? qualname : name, length);
    buffer[length] = 0;
    w->name = buffer;
    if (w->is_class)
        w->full = str_new(vm, buffer);
    else if (has_prefix_class(fn) || fn->module == VALUE_NULL || !is_str(fn->module))
        obj_retain(w->full = fn->qualname);
    else
        w->full = str_format(vm, "%V.%S", fn->module, fn->qualname);
    bool elsewhere = fn->module != VALUE_NULL && is_str(fn->module) && !str_equals_c(AS(Str, fn->module), "itertools");
    w->is_function = elsewhere || (has_prefix_class(fn) && !w->is_class);
    return w->full != NULL;
}

/* METH_NOARGS, METH_O and PyArg_UnpackTuple: parameters without names. */
static void raise_unnamed(Vm *vm, const Words *w, uint32_t nargs, const Tuple *kwnames) {
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "%S() takes no keyword arguments", w->full);
    } else if (w->is_function && w->count == 0) {
        raise_error(vm, T_TypeError, "%S() takes no arguments (%u given)", w->full, nargs);
    } else if (w->is_function && w->count == 1 && w->required == 1 && !w->any_number) {
        raise_error(vm, T_TypeError, "%S() takes exactly one argument (%u given)", w->full, nargs);
    } else {
        uint32_t bound = nargs < w->required ? w->required : w->count;
        const char *kind = w->required == w->count && !w->any_number ? ""
                           : nargs < w->required                     ? "at least "
                                                                     : "at most ";
        raise_error(vm, T_TypeError, "%s expected %s%u argument%s, got %u", w->name, kind, bound, bound == 1 ? "" : "s",
                    nargs);
    }
}

/* PyArg_ParseTuple, whose parameters have no names either. */
static void raise_parsed(Vm *vm, const Words *w, uint32_t nargs, const Tuple *kwnames) {
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "%s() takes no keyword arguments", w->name);
        return;
    }
    uint32_t bound = nargs < w->required ? w->required : w->count;
    const char *kind = w->required == w->count ? "exactly" : nargs < w->required ? "at least" : "at most";
    raise_error(vm, T_TypeError, "%s() takes %s %u argument%s (%u given)", w->name, kind, bound, bound == 1 ? "" : "s",
                nargs);
}

#define NAMES_MAX 24u

static void raise_named(Vm *vm, const Words *w, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Code *code = w->fn->code;
    const char *names[NAMES_MAX + 1];
    Value out[NAMES_MAX];
    uint32_t count = w->count + code->kwonly, posonly = code->posonly > w->first ? code->posonly - w->first : 0;
    if (count > NAMES_MAX) return;
    for (uint32_t i = 0; i < count; i++) {
        names[i] = str_utf8(vm, code->varnames[w->first + i], NULL);
        if (names[i] == NULL) return;
    }
    names[count] = NULL;
    ArgSpec spec = {code->flags & CODE_PARSED ? "" : w->name, names, (uint8_t)posonly, (uint8_t)w->count,
                    (uint8_t)w->required};
    Value python = error_take(vm);
    bool fits = args_bind(vm, &spec, args, nargs, kwnames, out);
    if (fits)
        error_restore(vm, python); /* as with a keyword-only parameter that is missing */
    else
        value_release(vm, python);
}

/* A method that is a slot in C, which asks for a number of arguments and no more. */
static bool raise_as_slot(Vm *vm, const Function *fn, uint32_t nargs, const Tuple *kwnames) {
    const SlotRow *row = has_prefix_class(fn) ? slot_row_named(vm, fn->name) : NULL;
    if (row == NULL || row->kind == WRAP_INIT || row->kind == WRAP_CALL) return false;
    Value python = error_take(vm);
    if (slot_row_fits(vm, row, nargs, kwnames))
        error_restore(vm, python);
    else
        value_release(vm, python);
    return true;
}

static void raise_function(Vm *vm, const Words *w, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Code *code = w->fn->code;
    bool unnamed = code->posonly == code->argcount && code->kwonly == 0 && !(code->flags & CODE_VARKEYWORDS);
    if (w->count == 0 && code->argcount == 1 && code->kwonly == 0) unnamed = !(code->flags & CODE_VARKEYWORDS);
    if (unnamed) {
        error_clear(vm);
        if (code->flags & CODE_PARSED)
            raise_parsed(vm, w, nargs, kwnames);
        else
            raise_unnamed(vm, w, nargs, kwnames);
    } else if (!(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS))) {
        raise_named(vm, w, args, nargs, kwnames);
    }
}

void raise_like_c(Vm *vm, const Function *fn, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    char buffer[64];
    Words w;
    if (!error_matches(vm, T_TypeError) || !find_words(vm, fn, self, &w, buffer, sizeof buffer)) return;
    uint32_t skipped = self == VALUE_NULL && w.first > 0; /* self, when it is among the arguments */
    if (nargs >= skipped) {
        if (!raise_as_slot(vm, fn, nargs - skipped, kwnames))
            raise_function(vm, &w, args + skipped, nargs - skipped, kwnames);
    } else if (is_unbound(fn, self)) {
        error_clear(vm);
        raise_error(vm, T_TypeError, "unbound method %S() needs an argument", w.full);
    }
    obj_release(vm, w.full);
}
