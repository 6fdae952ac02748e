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
        raise_error(vm, T_TypeError, "%s() takes %s %u %sargument%s (%u given)", spec->function,
                    spec->required == n ? "exactly" : "at most", n, nargs == 0 ? "keyword " : "", n == 1 ? "" : "s",
                    total);
        return false;
    }
    if (max_positional == 0) {
        raise_error(vm, T_TypeError, "%s() takes no positional arguments", spec->function);
        return false;
    }
    raise_error(vm, T_TypeError, "%s() takes %s %u positional argument%s (%u given)", spec->function,
                spec->required < n || spec->kwonly < n ? "at most" : "exactly", max_positional,
                max_positional == 1 ? "" : "s", nargs);
    return false;
}

static bool raise_unexpected(Vm *vm, const ArgSpec *spec, uint32_t n, Value name) {
    Str *names[32];
    uint32_t count = 0;
    for (uint32_t i = spec->posonly; i < n && count < 32; i++) {
        names[count] = str_intern_c(vm, spec->names[i]);
        if (names[count] == NULL) break;
        count++;
    }
    Str *close = error_is_set(vm) ? NULL : suggest_name(vm, AS(Str, name), names, count);
    if (error_is_set(vm))
        ;
    else if (close != NULL)
        raise_error(vm, T_TypeError, "%s() got an unexpected keyword argument '%V'. Did you mean '%S'?", spec->function,
                    name, close);
    else
        raise_error(vm, T_TypeError, "%s() got an unexpected keyword argument '%V'", spec->function, name);
    while (count > 0) obj_release(vm, names[--count]);
    return false;
}

static bool bind_keyword(Vm *vm, const ArgSpec *spec, uint32_t n, uint32_t nargs, Value name, Value value, Value *out) {
    for (uint32_t i = spec->posonly; i < n; i++) {
        if (!str_equals_c(AS(Str, name), spec->names[i])) continue;
        if (out[i] != VALUE_NULL) {
            if (i < nargs)
                raise_error(vm, T_TypeError, "argument for %s() given by name ('%V') and position (%u)", spec->function,
                            name, i + 1);
            else
                raise_error(vm, T_TypeError, "%s() got multiple values for argument '%V'", spec->function, name);
            return false;
        }
        out[i] = value;
        return true;
    }
    return raise_unexpected(vm, spec, n, name);
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
