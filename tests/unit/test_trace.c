/* The event log: the layout of records, and what the loop tells. */
#include "support.h"

enum { SEEN_WORDS = 200000 };

typedef struct Seen {
    uint32_t words[SEEN_WORDS];
    size_t count;
    int runs;
} Seen;

static Seen seen;

static void keep(void *context, const uint32_t *words, size_t count) {
    Seen *into = context;
    into->runs++;
    for (size_t i = 0; i < count && into->count < SEEN_WORDS; i++) into->words[into->count++] = words[i];
}

static double fixed_time(void *clock) {
    return *(double *)clock;
}

static void open_trace(Trace *trace, uint32_t mask, double *time) {
    seen.count = 0;
    seen.runs = 0;
    trace_init(trace);
    assert_true(trace_open(trace, mask, keep, &seen, fixed_time, time));
}

static void a_record_is_laid_out_as_the_header_says(void **state) {
    (void)state;
    Trace trace;
    double time = 10, deadline, when;
    open_trace(&trace, TRACE_ALL, &time);
    time = 12.5;
    TRACE(&trace, TIMER, TIMER_SET, 7u, 1.25, 9u, "hello", (size_t)5);
    trace_flush(&trace);
    assert_int_equal(seen.count, 3 + 1 + 2 + 1 + 1 + 2);
    assert_int_equal(seen.words[0], TRACE_KIND_TIMER_SET | 10u << 8);
    memcpy(&when, &seen.words[1], sizeof when);
    memcpy(&deadline, &seen.words[4], sizeof deadline);
    assert_true(when == 2.5 && deadline == 1.25);
    assert_int_equal(seen.words[3], 7);
    assert_int_equal(seen.words[6], 9);
    assert_int_equal(seen.words[7], 5);
    assert_memory_equal(&seen.words[8], "hello\0\0\0", 8);
    trace_close(&trace);
}

/* The quick ways to write a record write what trace_emit does, for texts of every length around whole words. */
static void quick_records_are_those_of_trace_emit(void **state) {
    (void)state;
    static const char text[] = "a text of forty-two bytes, that is too long";
    Trace trace;
    double time = 3;
    open_trace(&trace, TRACE_ALL, &time);
    for (uint32_t i = 0; i < sizeof text; i++) {
        const uint32_t fields[] = {1, 2, 3};
        trace_emit(&trace, TRACE_KIND_TASK_MADE, 1u, 2u, 3u, text, (size_t)i, text + i, sizeof text - 1 - i);
        trace_emit_texts(&trace, TRACE_KIND_TASK_MADE, fields, 3, text, i, text + i, sizeof text - 1 - i);
        trace_emit(&trace, TRACE_KIND_FUTURE_MADE, 1u, 2u, 3u, text, (size_t)i);
        trace_emit_text(&trace, TRACE_KIND_FUTURE_MADE, fields, 3, text, i);
    }
    trace_flush(&trace);
    for (size_t at = 0, words; at < seen.count; at += 2 * words) {
        words = seen.words[at] >> 8;
        assert_memory_equal(&seen.words[at], &seen.words[at + words], words * sizeof(uint32_t));
    }
    trace_close(&trace);
}

static void a_line_is_written_at_once_unless_more_is_to_be_done(void **state) {
    (void)state;
    Trace trace;
    double time = 0;
    open_trace(&trace, TRACE_ALL, &time);
    trace_set_current(&trace, 5);
    assert_true(trace_line(&trace, 7));
    TRACE_WORDS(&trace, LINE, LINE, 7u, trace.current);
    trace_stop_at(&trace, UINT64_C(1) << TRACE_KIND_LINE);
    assert_false(trace_line(&trace, 8));
    trace_stop_at(&trace, 0);
    trace_refresh(&trace);
    assert_true(trace_line(&trace, 8));
    trace_flush(&trace);
    assert_false(trace_line(&trace, 9)); /* the clock is read first */
    assert_int_equal(seen.count, 15);
    assert_memory_equal(&seen.words[0], &seen.words[5], 5 * sizeof(uint32_t));
    trace_close(&trace);
    static const uint32_t masks[] = {TRACE_ALL | TRACE_VALUES, TRACE_ALL & ~(uint32_t)TRACE_LINE};
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
        open_trace(&trace, masks[i], &time);
        assert_false(trace_line(&trace, 1)); /* values are told before it; nobody wants it */
        trace_close(&trace);
    }
}

static void a_line_like_the_one_before_is_one_word(void **state) {
    (void)state;
    Trace trace;
    double time = 0;
    open_trace(&trace, TRACE_ALL, &time);
    trace_set_current(&trace, 5);
    assert_true(trace_line(&trace, 7));
    assert_true(trace_line(&trace, 8));
    TRACE_WORDS(&trace, HANDLE, HANDLE_BEGINS, 3u); /* of the same moment */
    assert_true(trace_line(&trace, 9));
    trace_set_current(&trace, 6); /* another task */
    assert_true(trace_line(&trace, 10));
    trace_refresh(&trace); /* another time */
    assert_true(trace_line(&trace, 11));
    assert_true(trace_line(&trace, 12));
    trace_flush(&trace); /* another run of records */
    trace_line_whole(&trace, 13);
    trace_flush(&trace);
    const uint32_t whole = TRACE_KIND_LINE | 5u << 8;
    const uint32_t heads[] = {whole,
                              TRACE_LINE_AGAIN | 8,
                              TRACE_KIND_HANDLE_BEGINS | 4u << 8,
                              TRACE_LINE_AGAIN | 9,
                              whole,
                              whole,
                              TRACE_LINE_AGAIN | 12,
                              whole};
    size_t at = 0;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        assert_int_equal(seen.words[at], heads[i]);
        at += heads[i] & TRACE_LINE_AGAIN ? 1 : heads[i] >> 8;
    }
    assert_int_equal(seen.count, at);
    assert_int_equal(seen.words[4], 5);
    trace_close(&trace);
}

static void many_lines_read_the_clock_now_and_then(void **state) {
    (void)state;
    enum { LINES = 1000 };
    Trace trace;
    double time = 0, last = -1;
    size_t whole = 0, again = 0;
    open_trace(&trace, TRACE_ALL, &time);
    for (uint32_t i = 1; i <= LINES; i++) {
        time = i;
        if (!trace_line(&trace, i)) trace_line_whole(&trace, i);
    }
    trace_flush(&trace);
    for (size_t at = 0; at < seen.count;) {
        if (seen.words[at] & TRACE_LINE_AGAIN) {
            assert_int_equal(seen.words[at++], TRACE_LINE_AGAIN | (uint32_t)(++again + whole));
            continue;
        }
        memcpy(&last, &seen.words[at + 1], sizeof last);
        assert_int_equal(seen.words[at + 3], ++whole + again);
        assert_true((double)(whole + again) - last <= TRACE_LINES_EVERY);
        at += seen.words[at] >> 8;
    }
    assert_int_equal(whole + again, LINES);
    assert_in_range(whole, LINES / TRACE_LINES_EVERY, LINES / TRACE_LINES_EVERY * 2 + 2);
    trace_close(&trace);
}

static double time_of_record(size_t record) { /* for records of four words */
    double time;
    memcpy(&time, &seen.words[record * 4 + 1], sizeof time);
    return time;
}

/* Reading the clock costs more than a record does. */
static void the_clock_is_read_when_asked_and_after_so_many_words(void **state) {
    (void)state;
    enum { FIRST_LATE = (TRACE_CLOCK_EVERY + 3) / 4 };
    Trace trace;
    double time = 0;
    open_trace(&trace, TRACE_ALL, &time);
    time = 1;
    for (int i = 0; i < FIRST_LATE + 1; i++) TRACE_WORDS(&trace, TASK, TASK_LOST, 2u);
    time = 2;
    TRACE_WORDS(&trace, TASK, TASK_LOST, 2u);
    trace_refresh(&trace);
    TRACE_WORDS(&trace, TASK, TASK_LOST, 2u);
    trace_flush(&trace);
    assert_true(time_of_record(FIRST_LATE - 1) == 0);
    assert_true(time_of_record(FIRST_LATE) == 1);
    assert_true(time_of_record(FIRST_LATE + 1) == 1);
    assert_true(time_of_record(FIRST_LATE + 2) == 2);
    trace_close(&trace);
}

static void stepping_stops_at_the_kinds_asked_for(void **state) {
    (void)state;
    Trace trace;
    double time = 0;
    open_trace(&trace, TRACE_ALL, &time);
    TRACE_WORDS(&trace, LINE, LINE, 1u, 0u);
    trace_stop_at(&trace, (uint64_t)1 << TRACE_KIND_LINE);
    assert_false(trace.stop_hit);
    TRACE_WORDS(&trace, TASK, TASK_LOST, 2u);
    assert_false(trace.stop_hit);
    TRACE_WORDS(&trace, LINE, LINE, 2u, 0u);
    assert_true(trace.stop_hit);
    trace.stop_hit = false;
    trace_stop_at(&trace, 0);
    TRACE_WORDS(&trace, LINE, LINE, 3u, 0u);
    assert_false(trace.stop_hit);
    trace_close(&trace);
}

static void groups_that_are_not_wanted_are_silent(void **state) {
    (void)state;
    Trace trace;
    double time = 0;
    open_trace(&trace, TRACE_TASK, &time);
    TRACE(&trace, TIMER, TIMER_FIRED, 1u);
    TRACE(&trace, TASK, TASK_LOST, 2u);
    trace_flush(&trace);
    assert_int_equal(seen.count, 4);
    assert_int_equal(seen.words[0] & 0xFF, TRACE_KIND_TASK_LOST);
    trace_close(&trace);
    TRACE(&trace, TASK, TASK_LOST, 2u);
    assert_int_equal(seen.runs, 1);
}

static void a_long_text_is_cut_at_a_character(void **state) {
    (void)state;
    static char text[TRACE_TEXT_MAX + 16];
    Trace trace;
    double time = 0;
    open_trace(&trace, TRACE_ALL, &time);
    memset(text, 'a', sizeof text);
    memcpy(text + TRACE_TEXT_MAX - 2, "\xE2\x82\xAC", 3);
    TRACE(&trace, OUTPUT, OUTPUT, 1u, 0u, 0u, text, sizeof text);
    trace_flush(&trace);
    assert_int_equal(seen.words[6], TRACE_TEXT_MAX - 2);
    assert_int_equal(seen.words[0] >> 8, seen.count);
    trace_close(&trace);
}

static void a_full_ring_is_handed_on_in_whole_records(void **state) {
    (void)state;
    Trace trace;
    double time = 0;
    open_trace(&trace, TRACE_ALL, &time);
    size_t records = TRACE_RING_WORDS / 4 + 1;
    for (size_t i = 0; i < records; i++) TRACE(&trace, TIMER, TIMER_FIRED, (uint32_t)i);
    assert_int_equal(seen.runs, 1);
    trace_close(&trace);
    assert_int_equal(seen.runs, 2);
}

static void tables_know_names_groups_and_fields(void **state) {
    (void)state;
    assert_string_equal(trace_kind_name(TRACE_KIND_TASK_MADE), "TASK_MADE");
    assert_int_equal(trace_kind_group(TRACE_KIND_TASK_MADE), TRACE_TASK);
    assert_string_equal(trace_kind_fields(TRACE_KIND_TASK_MADE), "iintt");
    assert_string_equal(trace_kind_fields(TRACE_KIND_WAIT_BEGINS), "ir");
}

static enum task_outcome sleep_then_end(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    (void)sent, (void)thrown;
    Sleep **nap = task_data(task);
    if (*nap) {
        sleep_end(*nap);
        future_release(&(*nap)->future);
        return TASK_DONE;
    }
    *nap = sleep_new(task->future.loop, 1, 0);
    result->future = &(*nap)->future;
    return TASK_AWAIT;
}

static void kinds_seen(char *out, size_t size) {
    out[0] = '\0';
    for (size_t at = 0; at < seen.count; at += seen.words[at] >> 8) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, "%s ", trace_kind_name((enum trace_kind)(seen.words[at] & 0xFF)));
    }
}

static void the_loop_tells_a_sleepers_life(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    seen.count = 0;
    assert_true(trace_open(&f.trace, TRACE_ALL, keep, &seen, f.host.now, f.host.context));
    Sleep *nap = NULL;
    Task *task = task_new(f.loop, sleep_then_end, &nap, "sleeper");
    assert_int_equal(loop_run_until_complete(f.loop, &task->future), LOOP_OK);
    future_release(&task->future);
    trace_flush(&f.trace);
    char kinds[2048];
    kinds_seen(kinds, sizeof kinds);
    assert_string_equal(
        kinds, "TASK_MADE HANDLE_QUEUED "
               "BATCH_BEGINS HANDLE_BEGINS TASK_STEP_BEGINS FUTURE_MADE TIMER_SET FUTURE_AWAITED TASK_STEP_ENDS "
               "HANDLE_ENDS BATCH_ENDS WAIT_BEGINS WAIT_ENDS TIMERS_FIRE TIMER_FIRED HANDLE_QUEUED "
               "BATCH_BEGINS HANDLE_BEGINS FUTURE_RESOLVED HANDLE_QUEUED HANDLE_ENDS BATCH_ENDS "
               "BATCH_BEGINS HANDLE_BEGINS TASK_STEP_BEGINS TASK_STEP_ENDS FUTURE_RESOLVED HANDLE_QUEUED "
               "HANDLE_ENDS BATCH_ENDS BATCH_BEGINS HANDLE_BEGINS HANDLE_ENDS BATCH_ENDS ");
    support_close(&f);
}

/* Later each time somebody looks. */
static double ticking(void *clock) {
    return ++*(double *)clock;
}

static void pass_on(Loop *loop, Future *future, void *context) {
    (void)loop, (void)future, (void)context;
}

static void what_only_passes_on_is_not_timed(void **state) {
    (void)state;
    Fixture f;
    double clock = 0;
    support_open(&f, NULL);
    seen.count = 0;
    assert_true(trace_open(&f.trace, TRACE_ALL, keep, &seen, ticking, &clock));
    Future *future = future_new(f.loop, FUTURE_PLAIN), *target = future_new(f.loop, FUTURE_PLAIN);
    assert_int_equal(future_add_callback(future, pass_on, NULL), LOOP_OK);
    assert_int_equal(future_add_link(future, pass_on, target), LOOP_OK);
    assert_int_equal(future_set_result(future, 0), LOOP_OK);
    run_iterations(f.loop, 1);
    trace_flush(&f.trace);
    double took[2] = {-1, -1};
    int ends = 0;
    for (size_t at = 0; at < seen.count; at += seen.words[at] >> 8) {
        if ((seen.words[at] & 0xFF) == TRACE_KIND_HANDLE_ENDS) memcpy(&took[ends++], &seen.words[at + 4], sizeof *took);
    }
    assert_int_equal(ends, 2);
    assert_true(took[0] == 1);
    assert_true(took[1] == 0);
    future_release(future);
    future_release(target);
    support_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_is_laid_out_as_the_header_says),
        cmocka_unit_test(quick_records_are_those_of_trace_emit),
        cmocka_unit_test(a_line_is_written_at_once_unless_more_is_to_be_done),
        cmocka_unit_test(a_line_like_the_one_before_is_one_word),
        cmocka_unit_test(many_lines_read_the_clock_now_and_then),
        cmocka_unit_test(the_clock_is_read_when_asked_and_after_so_many_words),
        cmocka_unit_test(stepping_stops_at_the_kinds_asked_for),
        cmocka_unit_test(groups_that_are_not_wanted_are_silent),
        cmocka_unit_test(a_long_text_is_cut_at_a_character),
        cmocka_unit_test(a_full_ring_is_handed_on_in_whole_records),
        cmocka_unit_test(tables_know_names_groups_and_fields),
        cmocka_unit_test(the_loop_tells_a_sleepers_life),
        cmocka_unit_test(what_only_passes_on_is_not_timed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
