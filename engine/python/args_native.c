/* args_native.c: args_bind, for primitives that take keywords, with the messages of CPython's Argument Clinic. */
#include "interp.h"

static uint32_t count_names(const ArgSpec *spec) {
    uint32_t n = 0;
    while (spec->names[n] != NULL) n++;
    return n;
}

static bool raise_count(Vm *vm, const ArgSpec *spec, uint32_t n, uint32_t max_positional, uint32_t nargs,
                        uint32_t total) {
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

bool raise_unexpected_keyword(Vm *vm, const char *function, const char *const *allowed, Value name) {
    Str *names[32];
    uint32_t count = 0;
    for (; allowed[count] != NULL && count < 32; count++) {
        names[count] = str_intern_c(vm, allowed[count]);
        if (names[count] == NULL) break;
    }
    Str *close = error_is_set(vm) ? NULL : suggest_name(vm, AS(Str, name), names, count);
    if (error_is_set(vm))
        ;
    else if (close != NULL)
        raise_error(vm, T_TypeError, "%s() got an unexpected keyword argument '%V'. Did you mean '%S'?", function, name,
                    close);
    else
        raise_error(vm, T_TypeError, "%s() got an unexpected keyword argument '%V'", function, name);
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
    for (uint32_t i = 0; i < n; i++) out[i] = i < nargs ? args[i] : VALUE_NULL;
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++)
        if (!bind_keyword(vm, spec, n, nargs, kwnames->items[i], args[nargs + i], out)) return false;
    for (uint32_t i = 0; i < spec->required; i++) {
        if (out[i] != VALUE_NULL) continue;
        raise_error(vm, T_TypeError, "%s() missing required argument '%s' (pos %u)", spec->function, spec->names[i],
                    i + 1);
        return false;
    }
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
