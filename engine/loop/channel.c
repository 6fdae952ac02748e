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

/* ---- whose turn it is ---- */

/* The first that still waits is woken; those before it are gone from the line. */
enum loop_status line_wake_next(WaitLine *line) {
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
    while (line->count > 0 && status == LOOP_OK) status = line_wake_next(line);
    return status;
}

void queue_lines_tell(QueueLines *lines, Trace *trace, const AsyncAbout *about) {
    AsyncObject *object = &lines->getters.object;
    async_object_tell(object, trace, about);
    AsyncObject part = *object;
    part.line_only = true;
    lines->putters.object = lines->finished.waiters.object = part;
}

static void tell_item(const QueueLines *lines, enum trace_kind kind, const QueueItem *item) {
    const AsyncObject *object = &lines->getters.object;
    if (item == NULL || !async_object_is_told(object)) return;
    const uint32_t fields[] = {object->id, item->size, (uint32_t)lines->unfinished, object->trace->current};
    trace_emit_text(object->trace, kind, fields, 4, item->text, item->length);
}

/* The event is set exactly while nothing is unfinished, or nothing ever was, so that only the first item clears it. */
enum loop_status queue_lines_put(QueueLines *lines, const QueueItem *item) {
    if (lines->unfinished++ == 0) async_event_clear(&lines->finished);
    tell_item(lines, TRACE_KIND_QUEUE_PUT, item);
    return line_wake_next(&lines->getters);
}

enum loop_status queue_lines_got(QueueLines *lines, const QueueItem *item) {
    tell_item(lines, TRACE_KIND_QUEUE_GOT, item);
    return line_wake_next(&lines->putters);
}

enum loop_status queue_lines_done(QueueLines *lines) {
    if (lines->unfinished <= 0) return LOOP_INVALID_STATE;
    lines->unfinished--;
    ASYNC_TELL(&lines->getters.object, QUEUE_TASK_DONE, (uint32_t)lines->unfinished,
               lines->getters.object.trace->current);
    return lines->unfinished == 0 ? async_event_set(&lines->finished) : LOOP_OK;
}

void queue_lines_drop(QueueLines *lines) {
    if (lines->unfinished > 0) lines->unfinished--;
}

enum loop_status queue_lines_shut_down(QueueLines *lines, uint32_t size, bool immediate) {
    enum loop_status status = LOOP_OK;
    lines->is_shut_down = true;
    ASYNC_TELL(&lines->getters.object, QUEUE_SHUT_DOWN, size, (uint32_t)lines->unfinished,
               lines->getters.object.trace->current);
    if (immediate && lines->unfinished == 0) status = async_event_set(&lines->finished);
    if (status == LOOP_OK) status = wake_all(&lines->getters);
    return status == LOOP_OK ? wake_all(&lines->putters) : status;
}

void queue_lines_visit(const QueueLines *lines, const LoopVisitor *visitor) {
    line_visit(&lines->getters, visitor);
    line_visit(&lines->putters, visitor);
    line_visit(&lines->finished.waiters, visitor);
}

void queue_lines_close(QueueLines *lines) {
    line_close(&lines->getters);
    line_close(&lines->putters);
    line_close(&lines->finished.waiters);
}

/* ---- a queue of values ---- */

static bool is_full(const AsyncQueue *queue) {
    return queue->maxsize > 0 && queue->count >= queue->maxsize;
}

static enum async_queue_status outcome(enum loop_status status) {
    return status == LOOP_OK ? ASYNC_QUEUE_OK : ASYNC_QUEUE_FAILED;
}

/* What the log is told of an item; the text stands in `room`. */
static QueueItem item_of(const AsyncQueue *queue, const loop_value *value, char *room) {
    bool told = async_object_is_told(&queue->lines.getters.object);
    size_t length = told ? loop_describe(queue->loop, LOOP_LABEL_VALUE, value, room) : 0;
    return (QueueItem){.size = queue->count, .text = room, .length = length};
}

enum async_queue_status async_queue_put(AsyncQueue *queue, Loop *loop, loop_value value) {
    char room[LABEL_SIZE];
    if (queue->lines.is_shut_down) return ASYNC_QUEUE_SHUT_DOWN;
    if (is_full(queue)) return ASYNC_QUEUE_FULL;
    if (queue->count == queue->capacity && !grow(queue, loop->mem)) return ASYNC_QUEUE_FAILED;
    queue->loop = loop;
    *slot(queue, queue->count++) = value;
    QueueItem item = item_of(queue, &value, room);
    return outcome(queue_lines_put(&queue->lines, &item));
}

enum async_queue_status async_queue_get(AsyncQueue *queue, loop_value *value) {
    char room[LABEL_SIZE];
    if (queue->count == 0) return queue->lines.is_shut_down ? ASYNC_QUEUE_SHUT_DOWN : ASYNC_QUEUE_EMPTY;
    *value = *slot(queue, 0);
    queue->first = queue->first + 1 < queue->capacity ? queue->first + 1 : 0;
    queue->count--;
    QueueItem item = item_of(queue, value, room);
    return outcome(queue_lines_got(&queue->lines, &item));
}

Future *async_queue_wait_room(AsyncQueue *queue, Loop *loop) {
    enum loop_status status;
    return line_stand_in(&queue->lines.putters, loop, FUTURE_QUEUE_PUT, &status);
}

Future *async_queue_wait_item(AsyncQueue *queue, Loop *loop) {
    enum loop_status status;
    return line_stand_in(&queue->lines.getters, loop, FUTURE_QUEUE_GET, &status);
}

/* A waiter that goes may have been woken for what it can no longer take: the next one gets the chance. */
enum loop_status async_queue_waited(AsyncQueue *queue, Future *future, enum async_end end) {
    enum loop_status status = LOOP_OK;
    bool puts = future->kind == FUTURE_QUEUE_PUT;
    WaitLine *line = puts ? &queue->lines.putters : &queue->lines.getters;
    if (end != ASYNC_WOKEN) {
        bool possible = puts ? !is_full(queue) : queue->count > 0;
        if (!future_is_done(future)) (void)future_cancel_plain(future, future->loop->ops->none);
        line_leave(line, future);
        if (possible && future->state != FUTURE_CANCELLED) status = line_wake_next(line);
    }
    future_release(future);
    return status;
}

enum loop_status async_queue_task_done(AsyncQueue *queue) {
    return queue_lines_done(&queue->lines);
}

Future *async_queue_join(AsyncQueue *queue, Loop *loop, enum loop_status *status) {
    *status = LOOP_OK;
    if (queue->lines.unfinished == 0) return NULL;
    return line_stand_in(&queue->lines.finished.waiters, loop, FUTURE_QUEUE_JOIN, status);
}

void async_queue_joined(AsyncQueue *queue, Future *future) {
    async_event_waited(&queue->lines.finished, future);
}

enum loop_status async_queue_shutdown(AsyncQueue *queue, bool immediate) {
    if (immediate) {
        while (queue->count > 0) {
            value_release(queue->loop, *slot(queue, --queue->count));
            queue_lines_drop(&queue->lines);
        }
    }
    return queue_lines_shut_down(&queue->lines, queue->count, immediate);
}

void async_queue_close(AsyncQueue *queue, Loop *loop) {
    for (uint32_t i = 0; i < queue->count; i++) value_release(loop, *slot(queue, i));
    if (queue->items) mem_free(loop->mem, queue->items, queue->capacity * sizeof *queue->items);
    queue_lines_close(&queue->lines);
    *queue = (AsyncQueue){.items = NULL};
}
