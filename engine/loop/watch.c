/* watch.c: a loop's I/O phase: epoll, and what CPython's selector event loop makes of its answer.
 *
 * The order in which ready sockets are told is epoll's: sockets to which something happened stand in a list, each once,
 * in the order of the first thing that happened. Looking at the list keeps those that are ready, at its end, as they
 * may be so again next time, and drops the others.
 */
#include "net.h"

#include <math.h>

static unsigned wanted(const Watch *watch) {
    return (watch->reader ? READY_IN : 0u) | (watch->writer ? READY_OUT : 0u) | READY_ERROR | READY_HUNG_UP;
}

static void list_add(Watch *watch) {
    Loop *loop = watch->loop;
    if (watch->is_listed) return;
    watch->is_listed = true;
    watch->next_ready = NULL;
    if (loop->io_last) {
        loop->io_last->next_ready = watch;
    } else {
        loop->io_first = watch;
    }
    loop->io_last = watch;
}

static void list_remove(Watch *watch) {
    Loop *loop = watch->loop;
    if (!watch->is_listed) return;
    Watch *before = NULL;
    Watch **link = &loop->io_first;
    while (*link != watch) {
        before = *link;
        link = &before->next_ready;
    }
    *link = watch->next_ready;
    if (loop->io_last == watch) loop->io_last = before;
    watch->is_listed = false;
}

void watches_tell(Socket *socket, unsigned events) {
    for (Watch *watch = socket->watches; watch; watch = watch->next_of_socket) {
        if ((wanted(watch) & events) != 0) list_add(watch);
    }
}

/* ---- who watches ---- */

static Watch *find(const Loop *loop, const Socket *socket) {
    Watch *watch = socket->watches;
    while (watch && watch->loop != loop) watch = watch->next_of_socket;
    return watch;
}

static Watch *watch_new(Loop *loop, Socket *socket) {
    Watch *watch = mem_zalloc(loop->mem, sizeof *watch);
    if (!watch) return NULL;
    watch->loop = loop;
    watch->socket = socket;
    watch->next_of_loop = loop->watches;
    loop->watches = watch;
    watch->next_of_socket = socket->watches;
    socket->watches = watch;
    return watch;
}

static void watch_end(Watch *watch) {
    Loop *loop = watch->loop;
    list_remove(watch);
    Watch **link = &loop->watches;
    while (*link != watch) link = &(*link)->next_of_loop;
    *link = watch->next_of_loop;
    link = &watch->socket->watches;
    while (*link != watch) link = &(*link)->next_of_socket;
    *link = watch->next_of_socket;
    Handle *reader = watch->reader, *writer = watch->writer;
    mem_free(loop->mem, watch, sizeof *watch);
    if (reader) handle_release(loop, reader);
    if (writer) handle_release(loop, writer);
}

void watches_drop(Socket *socket) {
    while (socket->watches) watch_end(socket->watches);
}

void watches_close(Loop *loop) {
    while (loop->watches) watch_end(loop->watches);
}

static Handle **slot_of(Watch *watch, enum net_side side) {
    return side == NET_READ ? &watch->reader : &watch->writer;
}

enum loop_status network_watch(Loop *loop, Socket *socket, enum net_side side, Handle *handle) {
    Watch *watch = loop->closed ? NULL : find(loop, socket);
    if (!watch && !loop->closed) watch = watch_new(loop, socket);
    if (!watch) {
        handle_release(loop, handle);
        return loop->closed ? LOOP_CLOSED : LOOP_NO_MEMORY;
    }
    handle->kind = HANDLE_IO;
    handle->subject = socket->id;
    loop->network = socket->network;
    Handle **slot = slot_of(watch, side), *before = *slot;
    *slot = handle;
    if (socket_events(socket) & wanted(watch)) list_add(watch); /* epoll_ctl */
    if (before) {
        handle_cancel(loop, before);
        handle_release(loop, before);
    }
    return LOOP_OK;
}

enum loop_status network_call(Loop *loop, Socket *socket, enum net_side side, loop_callback callback, void *context) {
    Handle *handle = handle_new_call(loop, HANDLE_IO, callback, context);
    return handle ? network_watch(loop, socket, side, handle) : LOOP_NO_MEMORY;
}

bool network_unwatch(Loop *loop, Socket *socket, enum net_side side) {
    Watch *watch = find(loop, socket);
    Handle **slot = watch ? slot_of(watch, side) : NULL;
    if (!slot || !*slot) return false;
    Handle *handle = *slot;
    *slot = NULL;
    if (!watch->reader && !watch->writer) watch_end(watch);
    handle_cancel(loop, handle);
    handle_release(loop, handle);
    return true;
}

bool network_is_watched(const Loop *loop) {
    return loop->watches != NULL;
}

Handle *network_watcher(const Loop *loop, const Socket *socket, enum net_side side) {
    Watch *watch = find(loop, socket);
    return watch ? *slot_of(watch, side) : NULL;
}

/* ---- the phase ---- */

static bool io_is_ready(const Loop *loop) {
    for (const Watch *watch = loop->io_first; watch; watch = watch->next_ready) {
        if (socket_events(watch->socket) & wanted(watch)) return true;
    }
    return false;
}

double io_next(Loop *loop) {
    if (!loop->watches) return (double)INFINITY;
    network_advance(loop->network);
    return io_is_ready(loop) ? -(double)INFINITY : network_next(loop->network);
}

/* BaseSelectorEventLoop._process_events; one that is queued still (the last run ended in the middle) stays where it is.
 */
static size_t queue_side(Watch *watch, enum net_side side) {
    Handle *handle = *slot_of(watch, side);
    if (!handle || handle_is_cancelled(handle) || handle->flags & HANDLE_FLAG_QUEUED) return 0;
    handle_retain(handle);
    return loop_enqueue(watch->loop, handle) == LOOP_OK;
}

static size_t queue_watch(Watch *watch, unsigned events) {
    size_t count = 0;
    if (events & ~(unsigned)READY_OUT) count += queue_side(watch, NET_READ);
    if (events & ~(unsigned)READY_IN) count += queue_side(watch, NET_WRITE);
    return count;
}

void io_poll(Loop *loop) {
    if (!loop->watches) return;
    network_advance(loop->network);
    Watch *watch = loop->io_first;
    loop->io_first = loop->io_last = NULL;
    size_t count = 0;
    while (watch) {
        Watch *next = watch->next_ready;
        unsigned events = socket_events(watch->socket) & wanted(watch);
        watch->is_listed = false;
        if (events) {
            list_add(watch);
            count += queue_watch(watch, events);
        }
        watch = next;
    }
    if (count > 0) TRACE_WORDS(loop->trace, LOOP, IO_READY, loop->id, (uint32_t)count);
}

void watches_visit(const Loop *loop, const LoopVisitor *visitor) {
    for (const Watch *watch = loop->watches; watch; watch = watch->next_of_loop) {
        if (watch->reader) visitor->handle(visitor->context, watch->reader);
        if (watch->writer) visitor->handle(visitor->context, watch->writer);
    }
}
