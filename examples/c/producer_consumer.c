/* A queue between tasks, on the loop alone: one producer, two consumers, room for two items.
 *
 * What to look at: a wait has three parts. The call says whether there is anything to wait for; the step gives the
 * future to the loop; the next step ends the wait and tries again, as somebody else may have been quicker.
 */
#include "loopscope/host.h"
#include "loopscope/sync.h"

#include <stdio.h>

enum { ITEMS = 6, ENOUGH = 0 };

typedef struct Worker {
    const char *name;
    AsyncQueue *queue;
    Future *waits; /* for room or for an item */
    Sleep *nap;
    loop_value next; /* the producer's */
} Worker;

/* The end of whatever the worker waited for. False: it was cancelled. */
static bool wait_is_over(Worker *self, bool thrown) {
    if (self->waits) (void)async_queue_waited(self->queue, self->waits, async_wait_end(thrown));
    if (self->nap) {
        sleep_end(self->nap);
        future_release(&self->nap->future);
    }
    self->waits = NULL;
    self->nap = NULL;
    return !thrown;
}

static enum task_outcome await(Future *future, TaskResult *result) {
    result->future = future;
    return future ? TASK_AWAIT : TASK_RAISED;
}

/* Puts the items 1 to ITEMS, then a word for each consumer that there are no more. */
static enum task_outcome produce(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Worker *self = task_data(task);
    Loop *loop = task->future.loop;
    result->value = sent;
    if (!wait_is_over(self, thrown)) return TASK_CANCELLED;
    while (self->next <= ITEMS + 2) {
        loop_value item = self->next <= ITEMS ? self->next : ENOUGH;
        switch (async_queue_put(self->queue, loop, item)) {
        case ASYNC_QUEUE_OK: break;
        case ASYNC_QUEUE_FULL:
            self->waits = async_queue_wait_room(self->queue, loop);
            return await(self->waits, result);
        case ASYNC_QUEUE_EMPTY:
        case ASYNC_QUEUE_SHUT_DOWN:
        case ASYNC_QUEUE_FAILED: return TASK_RAISED;
        }
        if (item != ENOUGH) printf("%.1f s: %s puts %d\n", loop_time(loop), self->name, (int)item);
        self->next++;
    }
    return TASK_DONE;
}

/* Takes an item, works on it for a while, takes the next. */
static enum task_outcome consume(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Worker *self = task_data(task);
    Loop *loop = task->future.loop;
    loop_value item = ENOUGH;
    result->value = sent;
    if (!wait_is_over(self, thrown)) return TASK_CANCELLED;
    switch (async_queue_get(self->queue, &item)) {
    case ASYNC_QUEUE_OK: break;
    case ASYNC_QUEUE_EMPTY: self->waits = async_queue_wait_item(self->queue, loop); return await(self->waits, result);
    case ASYNC_QUEUE_FULL:
    case ASYNC_QUEUE_SHUT_DOWN:
    case ASYNC_QUEUE_FAILED: return TASK_RAISED;
    }
    if (item == ENOUGH) {
        printf("%.1f s: %s goes home\n", loop_time(loop), self->name);
        return TASK_DONE;
    }
    printf("%.1f s: %s works on %d\n", loop_time(loop), self->name, (int)item);
    self->nap = sleep_new(loop, (double)item / 10, 0);
    return await(self->nap ? &self->nap->future : NULL, result);
}

int main(void) {
    Host real, virtual;
    HostVirtual clock;
    host_posix_init(&real);
    host_virtual_init(&virtual, &clock, &real);
    Loop *loop = loop_new(&(LoopConfig){.host = &virtual});
    if (!loop) return 1;

    AsyncQueue queue = {.maxsize = 2};
    Worker producer = {.name = "the producer", .queue = &queue, .next = 1};
    Worker ann = {.name = "Ann", .queue = &queue}, bob = {.name = "Bob", .queue = &queue};
    Task *tasks[] = {task_new(loop, produce, &producer, "producer"), task_new(loop, consume, &ann, "Ann"),
                     task_new(loop, consume, &bob, "Bob")};
    enum loop_status status = LOOP_OK;
    for (int i = 0; i < 3; i++) {
        if (status == LOOP_OK) status = tasks[i] ? loop_run_until_complete(loop, &tasks[i]->future) : LOOP_NO_MEMORY;
        if (tasks[i]) future_release(&tasks[i]->future);
    }
    async_queue_close(&queue, loop);
    loop_close(loop);
    loop_release(loop);
    if (status != LOOP_OK) fprintf(stderr, "producer_consumer: %s\n", loop_status_text(status));
    return status == LOOP_OK ? 0 : 1;
}
