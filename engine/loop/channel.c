/* channel.c: queues between tasks (asyncio.queues.Queue). */
#include "internal.h"
#include "../include/loopscope/sync.h"

static loop_value *slot(AsyncQueue *queue, uint32_t index) {
    uint32_t at = queue->first + index;
    return &queue->items[at < queue->capacity ? at : at - queue->capacity];
}

static bool grow(AsyncQueue *queue, Mem *mem) {
    uint32_t capacity = queue->capacity ? queue->capacity * 2 : 8;
    loop_value *items = mem_alloc(mem, capacity * sizeof *items);
    if (!items) return false;
    for (uint32_t i = 0; i < queue->count; i++) items[i] = *slot(queue, i);
    if (queue->items) mem_free(mem, queue->items, queue->capacity * sizeof *items);
    queue->items = items;
    queue->first = 0;
    queue->capacity = capacity;
    return true;
}

/* The first that still waits is woken; those before it are gone from the line. */
static enum loop_status wake_next(WaitLine *line) {
    while (line->count > 0) {
        Future *future = line_at(line, 0);
        bool waits = !future_is_done(future);
        enum loop_status status = waits ? future_set_result(future, future->loop->ops->none) : LOOP_OK;
        line_leave(line, future);
        if (waits) return status;
    }
    return LOOP_OK;
}

static enum loop_status wake_all(WaitLine *line) {
    enum loop_status status = LOOP_OK;
    while (line->count > 0 && status == LOOP_OK) status = wake_next(line);
    return status;
}

static bool is_full(const AsyncQueue *queue) {
    return queue->maxsize > 0 && queue->count >= queue->maxsize;
}

static enum async_queue_status outcome(enum loop_status status) {
    return status == LOOP_OK ? ASYNC_QUEUE_OK : ASYNC_QUEUE_FAILED;
}

enum async_queue_status async_queue_put(AsyncQueue *queue, Loop *loop, loop_value value) {
    if (queue->is_shut_down) return ASYNC_QUEUE_SHUT_DOWN;
    if (is_full(queue)) return ASYNC_QUEUE_FULL;
    if (queue->count == queue->capacity && !grow(queue, loop->mem)) return ASYNC_QUEUE_FAILED;
    *slot(queue, queue->count++) = value;
    queue->unfinished++;
    async_event_clear(&queue->finished);
    return outcome(wake_next(&queue->getters));
}

enum async_queue_status async_queue_get(AsyncQueue *queue, loop_value *value) {
    if (queue->count == 0) return queue->is_shut_down ? ASYNC_QUEUE_SHUT_DOWN : ASYNC_QUEUE_EMPTY;
    *value = *slot(queue, 0);
    queue->first = queue->first + 1 < queue->capacity ? queue->first + 1 : 0;
    queue->count--;
    return outcome(wake_next(&queue->putters));
}

Future *async_queue_wait_room(AsyncQueue *queue, Loop *loop) {
    enum loop_status status;
    return line_stand_in(&queue->putters, loop, FUTURE_QUEUE_PUT, &status);
}

Future *async_queue_wait_item(AsyncQueue *queue, Loop *loop) {
    enum loop_status status;
    return line_stand_in(&queue->getters, loop, FUTURE_QUEUE_GET, &status);
}

/* A waiter that goes may have been woken for what it can no longer take: the next one gets the chance. */
enum loop_status async_queue_waited(AsyncQueue *queue, Future *future, enum async_end end) {
    enum loop_status status = LOOP_OK;
    bool puts = future->kind == FUTURE_QUEUE_PUT;
    WaitLine *line = puts ? &queue->putters : &queue->getters;
    if (end != ASYNC_WOKEN) {
        bool possible = puts ? !is_full(queue) : queue->count > 0;
        if (!future_is_done(future)) (void)future_cancel_plain(future, future->loop->ops->none);
        line_leave(line, future);
        if (possible && future->state != FUTURE_CANCELLED) status = wake_next(line);
    }
    future_release(future);
    return status;
}

enum loop_status async_queue_task_done(AsyncQueue *queue) {
    if (queue->unfinished == 0) return LOOP_INVALID_STATE;
    return --queue->unfinished == 0 ? async_event_set(&queue->finished) : LOOP_OK;
}

Future *async_queue_join(AsyncQueue *queue, Loop *loop, enum loop_status *status) {
    *status = LOOP_OK;
    return queue->unfinished > 0 ? async_event_wait(&queue->finished, loop, status) : NULL;
}

enum loop_status async_queue_shutdown(AsyncQueue *queue, bool immediate) {
    enum loop_status status = LOOP_OK;
    queue->is_shut_down = true;
    if (immediate) {
        while (queue->count > 0) {
            loop_value value;
            (void)async_queue_get(queue, &value);
            if (queue->unfinished > 0) queue->unfinished--;
        }
        if (queue->unfinished == 0) status = async_event_set(&queue->finished);
    }
    if (status == LOOP_OK) status = wake_all(&queue->getters);
    return status == LOOP_OK ? wake_all(&queue->putters) : status;
}

void async_queue_close(AsyncQueue *queue, Loop *loop) {
    for (uint32_t i = 0; i < queue->count; i++) value_release(loop, *slot(queue, i));
    if (queue->items) mem_free(loop->mem, queue->items, queue->capacity * sizeof *queue->items);
    line_close(&queue->getters);
    line_close(&queue->putters);
    line_close(&queue->finished.waiters);
    *queue = (AsyncQueue){.items = NULL};
}
