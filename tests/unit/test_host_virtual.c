/* The virtual clock moves by waiting and by nothing else. */
#include "support.h"

#include <math.h>

static int under_waits;

static enum host_wake count_wait(void *context, double deadline) {
    (void)context;
    assert_true(isinf(deadline));
    under_waits++;
    return HOST_WAKE_EARLY;
}

static void time_jumps_to_the_deadline(void **state) {
    (void)state;
    Host under = {.wait = count_wait}, host;
    HostVirtual clock;
    host_virtual_init(&host, &clock, &under);
    assert_true(host.is_virtual);
    assert_true(host.now(host.context) == 0.0);
    assert_true(host.wall(host.context) == 1700000000.0);
    assert_int_equal(host.wait(host.context, 0.25), HOST_WAKE_DEADLINE);
    assert_true(host.now(host.context) == 0.25);
    assert_int_equal(host.wait(host.context, 0.125), HOST_WAKE_DEADLINE);
    assert_true(host.now(host.context) == 0.25);
    assert_true(host.wall(host.context) == 1700000000.25);
}

static void the_clock_adds_as_a_timeout_does(void **state) {
    (void)state;
    Host under = {.wait = count_wait}, host;
    HostVirtual clock;
    host_virtual_init(&host, &clock, &under);
    double now = 0;
    for (int i = 0; i < 100; i++) {
        double deadline = now + 0.1 + i * 0.01;
        now += deadline - now;
        host.wait(host.context, deadline);
        assert_true(host.now(host.context) == now);
    }
}

static void an_endless_wait_is_the_host_belows(void **state) {
    (void)state;
    Host under = {.wait = count_wait}, host;
    HostVirtual clock;
    host_virtual_init(&host, &clock, &under);
    assert_int_equal(host.wait(host.context, INFINITY), HOST_WAKE_EARLY);
    assert_int_equal(under_waits, 1);
    assert_true(host.now(host.context) == 0.0);
}

static void entropy_is_the_same_in_every_run(void **state) {
    (void)state;
    Host under = {.wait = count_wait}, host;
    HostVirtual clock;
    unsigned char one[40], two[40], more[40];
    host_virtual_init(&host, &clock, &under);
    host.entropy(host.context, one, sizeof one);
    host.entropy(host.context, more, sizeof more);
    host_virtual_init(&host, &clock, &under);
    host.entropy(host.context, two, sizeof two);
    assert_memory_equal(one, two, sizeof one);
    assert_memory_not_equal(one, more, sizeof one);
    assert_int_not_equal(one[0] | one[1] << 8, one[2] | one[3] << 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_jumps_to_the_deadline),
        cmocka_unit_test(the_clock_adds_as_a_timeout_does),
        cmocka_unit_test(an_endless_wait_is_the_host_belows),
        cmocka_unit_test(entropy_is_the_same_in_every_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
