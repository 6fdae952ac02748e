/* Timers on the loop alone: three callbacks in the order of their deadlines, one of them cancelled by another.
 *
 * What to look at: loop_call_later gives a handle only if you ask for it; what you are given you release.
 */
#include "loopscope/host.h"
#include "loopscope/loop.h"

#include <stdio.h>

typedef struct Alarm {
    const char *text;
    Handle *cancels; /* the handle that it takes back, or NULL */
} Alarm;

static void ring(Loop *loop, void *context) {
    Alarm *alarm = context;
    printf("%.1f s: %s\n", loop_time(loop), alarm->text);
    if (alarm->cancels) handle_cancel(loop, alarm->cancels);
}

static void finish(Loop *loop, void *context) {
    (void)context;
    printf("%.1f s: the end\n", loop_time(loop));
    loop_stop(loop);
}

int main(void) {
    /* The virtual clock jumps from deadline to deadline; hand &real to the loop instead to wait for real. */
    Host real, virtual;
    HostVirtual clock;
    host_posix_init(&real);
    host_virtual_init(&virtual, &clock, &real);
    Loop *loop = loop_new(&(LoopConfig){.host = &virtual});
    if (!loop) return 1;

    Alarm late = {"late: nobody sees this", NULL};
    Alarm early = {"early: takes the late one back", NULL};
    Alarm soon = {"soon: as quick as it goes", NULL};
    enum loop_status status = loop_call_later(loop, 2.0, ring, &late, &early.cancels);
    if (status == LOOP_OK) status = loop_call_later(loop, 1.0, ring, &early, NULL);
    if (status == LOOP_OK) status = loop_call_later(loop, 3.0, finish, NULL, NULL);
    if (status == LOOP_OK) status = loop_call_soon(loop, ring, &soon, NULL);
    if (status == LOOP_OK) status = loop_run_forever(loop);

    if (early.cancels) handle_release(loop, early.cancels);
    loop_close(loop);
    loop_release(loop);
    if (status != LOOP_OK) fprintf(stderr, "timers: %s\n", loop_status_text(status));
    return status == LOOP_OK ? 0 : 1;
}
