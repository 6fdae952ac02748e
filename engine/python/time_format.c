/* time_format.c: calendar arithmetic in UTC, the only time zone there is, and strftime in the C locale. */
#include "time_format.h"
#include <stdio.h>

#define DAY_SECONDS 86400

static const char *const day_names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

/* With March as the first month the leap day comes last. */
int64_t calendar_days(int64_t year, int64_t month, int64_t day) {
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    if (month < 1) month += 12, year--;
    if (month <= 2) year--;
    int64_t era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static bool is_leap(int64_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

void calendar_date(int64_t days, int64_t *date) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097, of_era = days - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    date[1] = month < 10 ? month + 3 : month - 9;
    date[2] = of_year - (153 * month + 2) / 5 + 1;
    date[0] = year + era * 400 + (date[1] <= 2);
}

void calendar_from_seconds(int64_t seconds, Calendar *c) {
    int64_t days = seconds / DAY_SECONDS, rest = seconds % DAY_SECONDS;
    if (rest < 0) rest += DAY_SECONDS, days--;
    int64_t date[3];
    calendar_date(days, date);
    c->year = date[0];
    c->month = (int)date[1];
    c->day = (int)date[2];
    c->hour = (int)(rest / 3600);
    c->minute = (int)(rest / 60 % 60);
    c->second = (int)(rest % 60);
    int64_t wday = (days + 3) % 7;
    c->wday = (int)(wday < 0 ? wday + 7 : wday);
    c->yday = (int)(days - calendar_days(c->year, 1, 1) + 1);
    c->isdst = 0;
}

int64_t calendar_to_seconds(const Calendar *c) {
    return calendar_days(c->year, c->month, c->day) * DAY_SECONDS + (int64_t)c->hour * 3600 + c->minute * 60 +
           c->second;
}

void calendar_text(const Calendar *c, char out[40]) {
    snprintf(out, 40, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", day_names[c->wday], month_names[c->month - 1], c->day, c->hour,
             c->minute, c->second, (int)c->year);
}

/* The ISO week and its year. */
static int iso_week(const Calendar *c, int64_t *year) {
    int week = (c->yday - 1 - c->wday + 10) / 7;
    *year = c->year;
    if (week < 1) {
        --*year;
        int64_t days = is_leap(*year) ? 366 : 365;
        return (int)((c->yday - 1 + days - c->wday + 10) / 7);
    }
    if (week == 53) {
        int64_t last = is_leap(c->year) ? 366 : 365;
        if (last - c->yday < 3 - c->wday) {
            ++*year;
            return 1;
        }
    }
    return week;
}

static void put_number(StrBuilder *b, const char *format, int64_t value) {
    char text[24];
    snprintf(text, sizeof text, format, (int)value);
    builder_c(b, text);
}

static void put_directives(StrBuilder *b, const Calendar *c, const char *format);

static void put_name(StrBuilder *b, const char *name, bool whole) {
    builder_ascii(b, name, whole ? strlen(name) : 3);
}

/* Directives that are numbers. False: it is none. */
static bool put_numeric(StrBuilder *b, const Calendar *c, char directive) {
    int64_t year;
    int week = iso_week(c, &year), hour12 = c->hour % 12 == 0 ? 12 : c->hour % 12;
    switch (directive) {
    case 'd': put_number(b, "%02d", c->day); return true;
    case 'e': put_number(b, "%2d", c->day); return true;
    case 'H': put_number(b, "%02d", c->hour); return true;
    case 'I': put_number(b, "%02d", hour12); return true;
    case 'j': put_number(b, "%03d", c->yday); return true;
    case 'm': put_number(b, "%02d", c->month); return true;
    case 'M': put_number(b, "%02d", c->minute); return true;
    case 'S': put_number(b, "%02d", c->second); return true;
    case 'w': put_number(b, "%d", (c->wday + 1) % 7); return true;
    case 'u': put_number(b, "%d", c->wday + 1); return true;
    case 'U': put_number(b, "%02d", (c->yday + 6 - (c->wday + 1) % 7) / 7); return true;
    case 'W': put_number(b, "%02d", (c->yday + 6 - c->wday) / 7); return true;
    case 'V': put_number(b, "%02d", week); return true;
    case 'G': put_number(b, "%d", year); return true;
    case 'g': put_number(b, "%02d", year % 100); return true;
    case 'y': put_number(b, "%02d", ((c->year % 100) + 100) % 100); return true;
    case 'Y': put_number(b, "%d", c->year); return true;
    case 'C': put_number(b, "%02d", c->year / 100); return true;
    case 's': put_number(b, "%d", calendar_to_seconds(c)); return true;
    default: return false;
    }
}

static bool put_text(StrBuilder *b, const Calendar *c, char directive) {
    switch (directive) {
    case 'a': put_name(b, day_names[c->wday], false); return true;
    case 'A': put_name(b, day_names[c->wday], true); return true;
    case 'h':
    case 'b': put_name(b, month_names[c->month - 1], false); return true;
    case 'B': put_name(b, month_names[c->month - 1], true); return true;
    case 'p': builder_c(b, c->hour < 12 ? "AM" : "PM"); return true;
    case 'Z': builder_c(b, "UTC"); return true;
    case 'z': builder_c(b, "+0000"); return true;
    case 'n': builder_char(b, '\n'); return true;
    case 't': builder_char(b, '\t'); return true;
    case '%': builder_char(b, '%'); return true;
    case 'c': put_directives(b, c, "%a %b %e %H:%M:%S %Y"); return true;
    case 'D':
    case 'x': put_directives(b, c, "%m/%d/%y"); return true;
    case 'T':
    case 'X': put_directives(b, c, "%H:%M:%S"); return true;
    case 'F': put_directives(b, c, "%Y-%m-%d"); return true;
    case 'R': put_directives(b, c, "%H:%M"); return true;
    case 'r': put_directives(b, c, "%I:%M:%S %p"); return true;
    default: return false;
    }
}

static void put_directives(StrBuilder *b, const Calendar *c, const char *format) {
    for (; *format != '\0'; format++) {
        if (*format != '%') {
            builder_char(b, (unsigned char)*format);
        } else {
            format++;
            if (!put_numeric(b, c, *format)) put_text(b, c, *format);
        }
    }
}

Str *calendar_format(Vm *vm, const Calendar *c, Str *format) {
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < format->length; i++) {
        uint32_t code = str_at(format, i);
        if (code != '%' || i + 1 == format->length) {
            builder_char(&b, code);
            continue;
        }
        code = str_at(format, ++i);
        if (code == '-' && i + 1 < format->length) { /* glibc's "no padding" */
            StrBuilder part;
            builder_init(&part, vm);
            put_numeric(&part, c, (char)str_at(format, ++i));
            Str *text = builder_finish(&part);
            if (text == NULL) {
                builder_drop(&b);
                return NULL;
            }
            uint32_t skip = 0;
            while (skip + 1 < text->length && (str_at(text, skip) == '0' || str_at(text, skip) == ' ')) skip++;
            builder_slice(&b, text, skip, text->length);
            obj_release(vm, text);
        } else if (code >= 128 || (!put_numeric(&b, c, (char)code) && !put_text(&b, c, (char)code))) {
            builder_char(&b, '%');
            builder_char(&b, code);
        }
    }
    return builder_finish(&b);
}
