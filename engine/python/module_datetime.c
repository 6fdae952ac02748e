/* module_datetime.c: the calendar of the guest module datetime: days and microseconds to years, months, hours and back,
 * and the checks of what dates are made of.
 */
#include "builtins.h"
#include "modules.h"
#include "time_format.h"

enum { MIN_YEAR = 1, MAX_YEAR = 9999, LAST_DAY = 3652059, DATE_PARTS = 3, TIME_PARTS = 7 };

static const int64_t day_seconds = 86400, second_parts = 1000000;
static const int64_t epoch_day = -719163; /* day 0, counted from 1970-01-01 */

/* datetime counts days from the first of January of year 1, which is day 1. */
static int64_t ordinal(const int64_t *date) {
    return calendar_days(date[0], date[1], date[2]) - epoch_day;
}

static void date_of(int64_t day, int64_t *date) {
    calendar_date(day + epoch_day, date);
}

/* Microseconds since the beginning of day 0. */
static int64_t moment(const int64_t *parts) {
    return ((ordinal(parts) * 24 + parts[3]) * 3600 + parts[4] * 60 + parts[5]) * second_parts + parts[6];
}

static Value tuple_of(Vm *vm, const int64_t *parts, uint32_t count) {
    Value items[TIME_PARTS + 1];
    for (uint32_t i = 0; i < count; i++) items[i] = value_small(parts[i]);
    return obj_value(tuple_from(vm, items, count));
}

/* ---- arguments ---- */

static bool small_int(Vm *vm, Value v, int64_t *out) {
    Value index = value_is_int(v) ? v : object_index(vm, v);
    if (index == VALUE_NULL) return false;
    bool fits = int_as_int64(index, out);
    if (index != v) value_release(vm, index);
    if (fits && *out >= INT32_MIN && *out <= INT32_MAX) return true;
    raise_error(vm, T_OverflowError, "%s",
                !fits      ? "Python int too large to convert to C long"
                : *out > 0 ? "signed integer is greater than maximum"
                           : "signed integer is less than minimum");
    return false;
}

static bool small_ints(Vm *vm, const Value *args, uint32_t count, int64_t *out) {
    for (uint32_t i = 0; i < count; i++)
        if (!small_int(vm, args[i], &out[i])) return false;
    return true;
}

static bool check_date(Vm *vm, const int64_t *date) {
    int64_t year = date[0], month = date[1];
    if (year < MIN_YEAR || year > MAX_YEAR)
        return raise_error(vm, T_ValueError, "year must be in 1..9999, not %d", (int)year), false;
    if (month < 1 || month > 12)
        return raise_error(vm, T_ValueError, "month must be in 1..12, not %d", (int)month), false;
    int64_t last = calendar_days(year, month + 1, 1) - calendar_days(year, month, 1);
    if (date[2] >= 1 && date[2] <= last) return true;
    raise_error(vm, T_ValueError, "day %d must be in range 1..%d for month %d in year %d", (int)date[2], (int)last,
                (int)month, (int)year);
    return false;
}

static bool check_time(Vm *vm, const int64_t *parts) {
    static const char *const names[] = {"hour", "minute", "second", "microsecond"};
    static const int lasts[] = {23, 59, 59, 999999};
    for (int i = 0; i < 4; i++) {
        if (parts[i] >= 0 && parts[i] <= lasts[i]) continue;
        raise_error(vm, T_ValueError, "%s must be in 0..%d, not %d", names[i], lasts[i], (int)parts[i]);
        return false;
    }
    return true;
}

/* ---- the functions ---- */

/* checked_date(year, month, day): the same as ints, if there is such a day. */
static NATIVE(datetime_checked_date) {
    UNUSED_ARGS;
    int64_t date[DATE_PARTS];
    bool good = small_ints(vm, args, DATE_PARTS, date) && check_date(vm, date);
    return good ? tuple_of(vm, date, DATE_PARTS) : VALUE_NULL;
}

/* checked(year, month, day, hour, minute, second, microsecond): the same as ints, and the moment. */
static NATIVE(datetime_checked) {
    UNUSED_ARGS;
    int64_t parts[TIME_PARTS + 1];
    if (!small_ints(vm, args, TIME_PARTS, parts) || !check_date(vm, parts) || !check_time(vm, parts + DATE_PARTS))
        return VALUE_NULL;
    parts[TIME_PARTS] = moment(parts);
    return tuple_of(vm, parts, TIME_PARTS + 1);
}

static NATIVE(datetime_ordinal) {
    UNUSED_ARGS;
    int64_t date[DATE_PARTS];
    return small_ints(vm, args, DATE_PARTS, date) ? value_small(ordinal(date)) : VALUE_NULL;
}

static NATIVE(datetime_from_ordinal) {
    UNUSED_ARGS;
    int64_t day, date[DATE_PARTS];
    if (!object_as_int64(vm, args[0], &day)) return VALUE_NULL;
    date_of(day, date);
    return tuple_of(vm, date, DATE_PARTS);
}

/* civil(moment): year to microsecond. */
static NATIVE(datetime_civil) {
    UNUSED_ARGS;
    int64_t at, parts[TIME_PARTS];
    bool small = int_as_int64(args[0], &at);
    int64_t day = small && at > 0 ? at / (day_seconds * second_parts) : 0, rest = at % (day_seconds * second_parts);
    if (day < 1 || day > LAST_DAY) return raise_error(vm, T_OverflowError, "date value out of range");
    date_of(day, parts);
    parts[6] = rest % second_parts;
    rest /= second_parts;
    parts[3] = rest / 3600;
    parts[4] = rest / 60 % 60;
    parts[5] = rest % 60;
    return tuple_of(vm, parts, TIME_PARTS);
}

/* split(microseconds): days, seconds and microseconds of a duration; None: more than fits. */
static NATIVE(datetime_split) {
    UNUSED_ARGS;
    int64_t total;
    if (!int_as_int64(args[0], &total)) return VALUE_NONE;
    int64_t day = day_seconds * second_parts, days = total / day - (total % day < 0), rest = total - days * day;
    return tuple_of(vm, (int64_t[]){days, rest / second_parts, rest % second_parts}, 3);
}

static const MethodDef datetime_functions[] = {
    {"checked", datetime_checked, TIME_PARTS, TIME_PARTS, false, METHOD_PLAIN, NULL},
    {"checked_date", datetime_checked_date, DATE_PARTS, DATE_PARTS, false, METHOD_PLAIN, NULL},
    {"civil", datetime_civil, 1, 1, false, METHOD_PLAIN, NULL},
    {"from_ordinal", datetime_from_ordinal, 1, 1, false, METHOD_PLAIN, NULL},
    {"ordinal", datetime_ordinal, DATE_PARTS, DATE_PARTS, false, METHOD_PLAIN, NULL},
    {"split", datetime_split, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

Value module_init__datetime(Vm *vm) {
    Module *m = module_new(vm, "_datetime");
    if (m != NULL && module_add_functions(vm, m, datetime_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
