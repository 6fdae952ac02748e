/* module_time.c: the module time. The host's clocks decide; the time zone is UTC everywhere. */
#include "builtins.h"
#include "frame.h"
#include "modules.h"
#include "struct_sequence.h"
#include "time_format.h"
#include "vm_state.h"
#include <math.h>

static const char *const time_fields[] = {"tm_year", "tm_mon",  "tm_mday",  "tm_hour", "tm_min",    "tm_sec",
                                          "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff", NULL};
static const StructDef time_def = {STRUCT_TYPE("time.struct_time", struct_from_sequence, 0), time_fields, 9};

static const char *const clock_fields[] = {"adjustable", "implementation", "monotonic", "resolution", NULL};

static double now(Vm *vm) {
    return vm_ask_time(vm);
}

static double wall(Vm *vm) {
    vm_ask_time(vm);
    return vm->host->wall(vm->host->context);
}

static Value as_nanoseconds(Vm *vm, double seconds) {
    return int_from_double(vm, floor(seconds * 1e9 + 0.5));
}

static NATIVE(time_time) {
    UNUSED_ARGS;
    return float_new(vm, wall(vm));
}

static NATIVE(time_time_ns) {
    UNUSED_ARGS;
    return as_nanoseconds(vm, wall(vm));
}

static NATIVE(time_monotonic) {
    UNUSED_ARGS;
    return float_new(vm, now(vm));
}

static NATIVE(time_monotonic_ns) {
    UNUSED_ARGS;
    return as_nanoseconds(vm, now(vm));
}

/* What the program has computed for. */
static double busy(Vm *vm) {
    return now(vm) - vm->state->waited;
}

static NATIVE(time_process_time) {
    UNUSED_ARGS;
    return float_new(vm, busy(vm));
}

static NATIVE(time_process_time_ns) {
    UNUSED_ARGS;
    return as_nanoseconds(vm, busy(vm));
}

/* The seconds of sleep(): a number, not negative, not NaN, not too large. */
static bool sleep_seconds(Vm *vm, Value v, double *seconds) {
    if (is_float(v)) {
        *seconds = float_value(v);
        if (isnan(*seconds)) {
            raise_error(vm, T_ValueError, "Invalid value NaN (not a number)");
            return false;
        }
    } else {
        Value i = object_index(vm, v);
        bool overflow = false;
        if (i == VALUE_NULL) return false;
        *seconds = int_as_double(vm, i, &overflow);
        value_release(vm, i);
        if (overflow) *seconds = int_sign(v) < 0 ? -INFINITY : INFINITY;
    }
    if (*seconds < 0) {
        raise_error(vm, T_ValueError, "sleep length must be non-negative");
    } else if (*seconds > 9.2e9) {
        raise_error(vm, T_OverflowError,
                    is_float(v) ? "timestamp out of range for platform time_t"
                                : "timestamp too large to convert to C PyTime_t");
    } else {
        return true;
    }
    return false;
}

static NATIVE(time_sleep) {
    UNUSED_ARGS;
    double seconds;
    if (!sleep_seconds(vm, args[0], &seconds)) return VALUE_NULL;
    if (vm->thread->running_loop != VALUE_NULL && trace_wants(vm->trace, TRACE_LOOP)) {
        uint32_t line = 0;
        frame_user(vm, &line);
        trace_emit(vm->trace, TRACE_KIND_LOOP_BLOCKED, vm->trace->current, seconds, line, 0u);
    }
    return thread_park(vm, now(vm) + seconds);
}

/* ---- calendar */

static Type *struct_time(Vm *vm) {
    return vm->state->module_state[MODULE_time];
}

static Value calendar_value(Vm *vm, const Calendar *c, const char *zone) {
    Value v[] = {int_from_int64(vm, c->year), value_small(c->month),        value_small(c->day),  value_small(c->hour),
                 value_small(c->minute),      value_small(c->second),       value_small(c->wday), value_small(c->yday),
                 value_small(c->isdst),       obj_value(str_new(vm, zone)), value_small(0)};
    return struct_new(vm, struct_time(vm), v);
}

/* The time an optional argument means, in whole seconds. */
static bool seconds_argument(Vm *vm, const Value *args, uint32_t nargs, int64_t *seconds) {
    double d;
    if (nargs == 0 || args[0] == VALUE_NONE) {
        d = wall(vm);
    } else if (is_float(args[0])) {
        d = float_value(args[0]);
    } else {
        Value whole = object_index(vm, args[0]);
        bool fine = whole != VALUE_NULL && object_as_double(vm, whole, &d);
        value_release(vm, whole);
        if (!fine) return false;
    }
    if (isnan(d)) {
        raise_error(vm, T_ValueError, "Invalid value NaN (not a number)");
        return false;
    }
    if (!(fabs(d) < 6.7e16)) {
        raise_error(vm, T_OverflowError, "timestamp out of range for platform time_t");
        return false;
    }
    *seconds = (int64_t)floor(d);
    return true;
}

static Value time_as_calendar(Vm *vm, const Value *args, uint32_t nargs, const char *zone) {
    int64_t seconds;
    Calendar c;
    if (!seconds_argument(vm, args, nargs, &seconds)) return VALUE_NULL;
    calendar_from_seconds(seconds, &c);
    return calendar_value(vm, &c, zone);
}

static NATIVE(time_gmtime) {
    UNUSED_ARGS;
    return time_as_calendar(vm, args, nargs, "GMT");
}

static NATIVE(time_localtime) {
    UNUSED_ARGS;
    return time_as_calendar(vm, args, nargs, "UTC");
}

static bool calendar_fields(Vm *vm, Tuple *t, Calendar *c) {
    int *places[] = {&c->month, &c->day, &c->hour, &c->minute, &c->second, &c->wday, &c->yday, &c->isdst};
    for (uint32_t i = 0; i < 9; i++) {
        int64_t n;
        if (!object_as_int64(vm, t->items[i], &n)) return false;
        if (n < INT32_MIN || n > INT32_MAX) {
            raise_error(vm, T_OverflowError, "signed integer is greater than maximum");
            return false;
        }
        if (i == 0) {
            c->year = n;
        } else {
            *places[i - 1] = (int)n;
        }
    }
    return true;
}

static bool calendar_argument(Vm *vm, const char *function, Value v, Calendar *c) {
    if (!is_tuple(v)) {
        raise_error(vm, T_TypeError, "Tuple or struct_time argument required");
        return false;
    }
    if (AS(Tuple, v)->length == 9) return calendar_fields(vm, AS(Tuple, v), c);
    raise_error(vm, T_TypeError, "%s(): illegal time tuple argument", function);
    return false;
}

/* strftime and asctime allow 0 for a month, a day and a day of the year, and mean 1. */
static bool check_calendar(Vm *vm, Calendar *c) {
    if (c->month == 0) c->month = 1;
    if (c->day == 0) c->day = 1;
    if (c->yday == 0) c->yday = 1;
    const char *what = c->month < 1 || c->month > 12     ? "month"
                       : c->day < 1 || c->day > 31       ? "day of month"
                       : c->hour < 0 || c->hour > 23     ? "hour"
                       : c->minute < 0 || c->minute > 59 ? "minute"
                       : c->second < 0 || c->second > 61 ? "seconds"
                       : c->wday < -1                    ? "day of week"
                       : c->yday < 1 || c->yday > 366    ? "day of year"
                                                         : NULL;
    if (what != NULL) {
        raise_error(vm, T_ValueError, "%s out of range", what);
        return false;
    }
    c->wday = (c->wday + 7) % 7;
    return true;
}

static bool calendar_or_now(Vm *vm, const char *function, const Value *args, uint32_t nargs, Calendar *c) {
    if (nargs > 0) return calendar_argument(vm, function, args[0], c) && check_calendar(vm, c);
    int64_t seconds;
    if (!seconds_argument(vm, NULL, 0, &seconds)) return false;
    calendar_from_seconds(seconds, c);
    return true;
}

static NATIVE(time_mktime) {
    UNUSED_ARGS;
    Calendar c;
    if (!calendar_argument(vm, "mktime", args[0], &c)) return VALUE_NULL;
    return float_new(vm, (double)calendar_to_seconds(&c));
}

static NATIVE(time_strftime) {
    UNUSED_ARGS;
    Calendar c;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "strftime() argument 1 must be str, not %B", args[0]);
    if (!calendar_or_now(vm, "strftime", args + 1, nargs - 1, &c)) return VALUE_NULL;
    return obj_value(calendar_format(vm, &c, AS(Str, args[0])));
}

static NATIVE(time_asctime) {
    UNUSED_ARGS;
    Calendar c;
    char text[40];
    if (!calendar_or_now(vm, "asctime", args, nargs, &c)) return VALUE_NULL;
    calendar_text(&c, text);
    return obj_value(str_new(vm, text));
}

static NATIVE(time_ctime) {
    UNUSED_ARGS;
    int64_t seconds;
    Calendar c;
    char text[40];
    if (!seconds_argument(vm, args, nargs, &seconds)) return VALUE_NULL;
    calendar_from_seconds(seconds, &c);
    calendar_text(&c, text);
    return obj_value(str_new(vm, text));
}

static NATIVE(time_clock_info) {
    (void)self, (void)nargs, (void)kwnames;
    if (!is_str(args[0]))
        return raise_error(vm, T_TypeError, "get_clock_info() argument 1 must be str, not %B", args[0]);
    static const char *const known[] = {"time", "monotonic", "perf_counter", "process_time", "thread_time"};
    bool wall = str_equals_c(AS(Str, args[0]), "time"), there = false;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        there = there || str_equals_c(AS(Str, args[0]), known[i]);
    if (!there) return raise_error(vm, T_ValueError, "unknown clock");
    Value values[4] = {value_bool(wall), obj_value(str_new(vm, "host")), value_bool(!wall), float_new(vm, 1e-9)};
    Tuple *names = tuple_new(vm, 4);
    for (uint32_t i = 0; names != NULL && i < 4; i++) names->items[i] = obj_value(str_new(vm, clock_fields[i]));
    Value r = VALUE_NULL;
    if (names != NULL && values[1] != VALUE_NULL)
        r = call_value(vm, obj_value(TYPE(vm, simple_namespace)), values, 0, names);
    for (int i = 0; i < 4; i++) value_release(vm, values[i]);
    obj_release(vm, names);
    return r;
}

static NATIVE(time_strptime) {
    (void)self, (void)kwnames;
    Str *module_name = str_intern_c(vm, "_strptime"), *name = str_intern_c(vm, "struct_time");
    Value module = module_name == NULL || name == NULL ? VALUE_NULL : module_import(vm, module_name);
    Value function = module == VALUE_NULL ? VALUE_NULL : object_getattr(vm, module, name);
    Value made = function == VALUE_NULL ? VALUE_NULL : call_tail(vm, function, args, nargs, NULL);
    value_release(vm, function);
    value_release(vm, module);
    obj_release(vm, name);
    obj_release(vm, module_name);
    return made;
}

static NATIVE(time_tzset) {
    UNUSED_ARGS;
    (void)vm;
    return VALUE_NONE;
}

static const MethodDef time_functions[] = {
    {"time", time_time, 0, 0, false, METHOD_PLAIN, "Return the current time in seconds since the Epoch."},
    {"time_ns", time_time_ns, 0, 0, false, METHOD_PLAIN, NULL},
    {"monotonic", time_monotonic, 0, 0, false, METHOD_PLAIN, "Monotonic clock, cannot go backward."},
    {"monotonic_ns", time_monotonic_ns, 0, 0, false, METHOD_PLAIN, NULL},
    {"perf_counter", time_monotonic, 0, 0, false, METHOD_PLAIN, "Performance counter for benchmarking."},
    {"perf_counter_ns", time_monotonic_ns, 0, 0, false, METHOD_PLAIN, NULL},
    {"process_time", time_process_time, 0, 0, false, METHOD_PLAIN, NULL},
    {"process_time_ns", time_process_time_ns, 0, 0, false, METHOD_PLAIN, NULL},
    {"thread_time", time_process_time, 0, 0, false, METHOD_PLAIN, NULL},
    {"thread_time_ns", time_process_time_ns, 0, 0, false, METHOD_PLAIN, NULL},
    {"sleep", time_sleep, 1, 1, false, METHOD_PLAIN, "Delay execution for a given number of seconds."},
    {"gmtime", time_gmtime, 0, 1, false, METHOD_PARSED, "Convert seconds since the Epoch to a time tuple (UTC)."},
    {"localtime", time_localtime, 0, 1, false, METHOD_PARSED, "Convert seconds since the Epoch to a time tuple."},
    {"mktime", time_mktime, 1, 1, false, METHOD_PLAIN, "Convert a time tuple to seconds since the Epoch."},
    {"strftime", time_strftime, 1, 2, false, METHOD_PARSED, "Convert a time tuple to a string by a format."},
    {"strptime", time_strptime, 1, 2, false, METHOD_PLAIN, NULL},
    {"asctime", time_asctime, 0, 1, false, METHOD_PARSED, "Convert a time tuple to a string."},
    {"ctime", time_ctime, 0, 1, false, METHOD_PARSED, "Convert seconds since the Epoch to a string."},
    {"get_clock_info", time_clock_info, 1, 1, false, METHOD_PARSED, NULL},
    {"tzset", time_tzset, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

static Value zone_names(Vm *vm) {
    Value utc = obj_value(str_new(vm, "UTC"));
    if (utc == VALUE_NULL) return VALUE_NULL;
    Value pair = obj_value(tuple_pack(vm, 2, utc, utc));
    value_release(vm, utc);
    return pair;
}

static bool fill_time(Vm *vm, Module *m) {
    Type *type = struct_type_make(vm, &time_def);
    if (type == NULL) return false;
    vm->state->module_state[MODULE_time] = type;
    return module_add_functions(vm, m, time_functions) &&
           module_add(vm, m, "struct_time", value_retain(obj_value(type))) &&
           module_add(vm, m, "timezone", value_small(0)) && module_add(vm, m, "altzone", value_small(0)) &&
           module_add(vm, m, "daylight", value_small(0)) && module_add(vm, m, "tzname", zone_names(vm)) &&
           module_add(vm, m, "CLOCK_REALTIME", value_small(0)) && module_add(vm, m, "CLOCK_MONOTONIC", value_small(1));
}

Value module_init_time(Vm *vm) {
    Module *m = module_new(vm, "time");
    if (m == NULL || (fill_time(vm, m) && module_add_more(vm, m))) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
