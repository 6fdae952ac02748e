/* time_format.h: calendar arithmetic in UTC and strftime, for the modules time and datetime. */
#ifndef LOOPSCOPE_PYTHON_TIME_FORMAT_H
#define LOOPSCOPE_PYTHON_TIME_FORMAT_H

#include "object.h"

/* As struct_time has them: month 1..12, wday 0 is Monday, yday from 1. */
typedef struct Calendar {
    int64_t year;
    int month, day, hour, minute, second, wday, yday, isdst;
} Calendar;

int64_t calendar_days(int64_t year, int64_t month, int64_t day); /* since 1970-01-01; months and days carry over */
void calendar_date(int64_t days, int64_t *date);                 /* and back: year, month, day */
void calendar_from_seconds(int64_t seconds, Calendar *c);
int64_t calendar_to_seconds(const Calendar *c);      /* out-of-range months, days ... carry over, as mktime does */
void calendar_text(const Calendar *c, char out[40]); /* "Thu Jan  1 00:00:00 1970" */
Str *calendar_format(Vm *vm, const Calendar *c, Str *format);

#endif
