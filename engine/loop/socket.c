/* socket.c: what a socket does when it is called, and when something arrives. After Linux's tcp, udp and af_unix: what
 * is sent to an end that is gone comes back as a reset, what was left unread at the end is one, an error is told once.
 */
#include "net.h"

#include <string.h>

enum { ADDRESS_TEXT = NET_PATH_MAX + 8 };
enum ended_how { ENDED_CLOSED, ENDED_RESET, ENDED_REFUSED };

static bool is_unix(const Socket *socket) {
    return socket->family == NET_UNIX;
}
static bool is_stream(const Socket *socket) {
    return socket->type == NET_STREAM;
}
static size_t room_left(const Socket *to) {
    return PIPE_CAPACITY - to->in.used;
}

/* ---- life ---- */

static Socket *make(Network *network, uint8_t family, uint8_t type) {
    Socket *socket = mem_zalloc(network->mem, sizeof *socket);
    if (!socket) return NULL;
    socket->network = network;
    socket->family = socket->local.family = family;
    socket->type = type;
    socket->file = -1;
    socket->id = trace_new_id(network->trace);
    return socket;
}

static int give_file(Socket *socket) {
    Network *network = socket->network;
    socket->file = file_take(network, socket);
    if (socket->file < 0) return NET_NO_MEMORY;
    Socket **link = &network->sockets;
    while (*link) link = &(*link)->next;
    *link = socket;
    return NET_OK;
}

int socket_new(Network *network, enum net_family family, enum net_type type, Socket **made) {
    *made = make(network, (uint8_t)family, (uint8_t)type);
    if (!*made) return NET_NO_MEMORY;
    int error = give_file(*made);
    if (error) mem_free(network->mem, *made, sizeof **made);
    return error;
}

int socket_pair(Network *network, enum net_type type, Socket **one, Socket **other) {
    int error = socket_new(network, NET_UNIX, type, one);
    if (error) return error;
    error = socket_new(network, NET_UNIX, type, other);
    if (error) {
        socket_close(*one);
        return error;
    }
    (*one)->peer = *other;
    (*other)->peer = *one;
    (*one)->state = (*other)->state = SOCKET_CONNECTED;
    (*one)->remote.family = (*other)->remote.family = NET_UNIX;
    return NET_OK;
}

static void log_end(const Socket *socket, enum ended_how how) {
    Trace *trace = socket->network->trace;
    TRACE_WORDS(trace, NET, CONNECTION_ENDED, socket->id, how, trace->current);
}

/* The other end learns that this one is gone. */
static void leave_peer(Socket *socket) {
    Socket *peer = socket->peer;
    if (!peer) return;
    socket->peer = NULL;
    peer->peer = NULL;
    network_send(socket, peer, socket->in.used > 0 ? FLIGHT_RESET : FLIGHT_END, 0, NULL);
}

static void drop_queue(Socket *listener) {
    while (listener->queue) {
        Socket *socket = listener->queue;
        listener->queue = socket->in_queue;
        Socket *peer = socket->peer;
        socket->peer = NULL;
        if (peer) {
            peer->peer = NULL;
            network_send(socket, peer, FLIGHT_RESET, 0, NULL);
        }
        socket_close(socket);
    }
}

static void refuse(Socket *socket);

static void refuse_held(Socket *listener) {
    for (Socket *socket = listener->network->sockets; socket; socket = socket->next) {
        if (socket->held && socket->peer == listener) refuse(socket);
    }
}

static void leave_names(Socket *socket) {
    for (Name *name = socket->network->names; name; name = name->next) {
        if (name->socket != socket) continue;
        name->socket = NULL;
        if (name->address.path[0] != 0) return;
        NetAddress address = name->address;
        network_unlink(socket->network, &address);
        return;
    }
}

static void leave_files(Socket *socket) {
    if (socket->file < 0) return;
    Socket **link = &socket->network->sockets;
    while (*link != socket) link = &(*link)->next;
    *link = socket->next;
    file_give(socket->network, socket->file);
}

static void forget_datagrams(Socket *socket) {
    while (socket->datagrams) {
        Datagram *datagram = socket->datagrams;
        socket->datagrams = datagram->next;
        mem_free(socket->network->mem, datagram, sizeof *datagram + datagram->size);
    }
}

/* Datagram sockets that are connected to it lose it. */
static void leave_senders(Socket *socket) {
    for (Socket *other = socket->network->sockets; other; other = other->next) {
        if (other->peer == socket) other->peer = NULL;
    }
}

void socket_close(Socket *socket) {
    Network *network = socket->network;
    Trace *trace = network->trace;
    leave_files(socket);
    leave_names(socket);
    network_forget(socket);
    if (socket->state == SOCKET_LISTENING) {
        TRACE_WORDS(trace, NET, LISTENER_CLOSED, socket->id, trace->current);
        socket->state = SOCKET_DEAD;
        drop_queue(socket);
        refuse_held(socket);
    } else if (socket->state == SOCKET_CONNECTED && is_stream(socket)) {
        log_end(socket, ENDED_CLOSED);
        leave_peer(socket);
    }
    leave_senders(socket);
    forget_datagrams(socket);
    mem_free(network->mem, socket->in.bytes, socket->in.room);
    watches_drop(socket);
    network_tell(network);
    mem_free(network->mem, socket, sizeof *socket);
}

int socket_duplicate(Socket *socket, int *file) {
    *file = file_take(socket->network, socket);
    if (*file < 0) return NET_NO_MEMORY;
    socket->copies++;
    return NET_OK;
}

void socket_close_file(Socket *socket, int file) {
    Network *network = socket->network;
    if (socket->copies == 0) {
        socket_close(socket);
        return;
    }
    file_give(network, file);
    socket->copies--;
    for (size_t at = 0; socket->file == file && at < network->file_count; at++)
        if (network->files[at] == socket) socket->file = (int)at + FIRST_FILE;
}

/* ---- names and ports ---- */

static bool overlaps(const NetAddress *one, const NetAddress *other) {
    return address_is_inet(one) && address_is_inet(other) && one->port == other->port &&
           (one->ip == other->ip || one->ip == 0 || other->ip == 0);
}

static bool is_taken(const Socket *self, const NetAddress *address) {
    for (const Socket *socket = self->network->sockets; socket; socket = socket->next) {
        if (socket == self || !socket->bound || socket->type != self->type) continue;
        if (!overlaps(&socket->local, address)) continue;
        if (!self->reuse || !socket->reuse || socket->state == SOCKET_LISTENING) return true;
    }
    return false;
}

static int choose_port(Socket *socket, NetAddress *address) {
    Network *network = socket->network;
    for (int tries = LAST_PORT - FIRST_PORT; tries >= 0; tries--) {
        address->port = network->next_port;
        network->next_port = address->port == LAST_PORT ? FIRST_PORT : (uint16_t)(address->port + 1);
        if (!is_taken(socket, address)) return NET_OK;
    }
    return NET_IN_USE;
}

static int bind_name(Socket *socket, const NetAddress *address) {
    Network *network = socket->network;
    for (const Name *name = network->names; name; name = name->next) {
        if (address_equal(&name->address, address)) return NET_IN_USE;
    }
    Name *name = mem_alloc(network->mem, sizeof *name);
    if (!name) return NET_NO_MEMORY;
    *name = (Name){.next = network->names, .socket = socket, .address = *address};
    network->names = name;
    return NET_OK;
}

int socket_bind(Socket *socket, const NetAddress *address) {
    NetAddress wanted = *address;
    int error = NET_OK;
    if (socket->bound || address->family != socket->family) return NET_INVALID;
    if (!address_is_local(address)) return NET_NOT_AVAILABLE;
    if (is_unix(socket)) {
        error = bind_name(socket, address);
    } else if (wanted.port == 0) {
        error = choose_port(socket, &wanted);
    } else if (is_taken(socket, &wanted)) {
        error = NET_IN_USE;
    }
    if (error) return error;
    socket->local = wanted;
    socket->bound = true;
    return NET_OK;
}

/* A name of its own for a socket that sends without one. */
static int bind_any(Socket *socket, uint32_t ip) {
    if (is_unix(socket) || socket->local.port != 0) return NET_OK;
    NetAddress address = {.family = NET_INET, .ip = ip};
    int error = choose_port(socket, &address);
    if (!error) socket->local = address;
    return error;
}

static Socket *find_named(const Network *network, const NetAddress *address, int *error) {
    *error = NET_NO_ENTRY;
    for (const Name *name = network->names; name; name = name->next) {
        if (!address_equal(&name->address, address)) continue;
        *error = NET_REFUSED;
        return name->socket;
    }
    return NULL;
}

/* Who hears what is sent to an address; NULL: nobody, *error says how Linux puts it. */
static Socket *find_hearer(const Network *network, const NetAddress *address, bool stream, int *error) {
    *error = NET_REFUSED;
    if (!address_is_inet(address)) return find_named(network, address, error);
    for (Socket *socket = network->sockets; socket; socket = socket->next) {
        if (!overlaps(&socket->local, address) || is_stream(socket) != stream) continue;
        if (!stream || socket->state == SOCKET_LISTENING) return socket;
    }
    return NULL;
}

int socket_listen(Socket *socket, int backlog) {
    if (!is_stream(socket)) return NET_NOT_SUPPORTED;
    if (socket->state != SOCKET_OPEN && socket->state != SOCKET_LISTENING) return NET_INVALID;
    if (is_unix(socket) && !socket->bound) return NET_INVALID;
    int error = bind_any(socket, 0);
    if (error) return error;
    socket->bound = true;
    socket->backlog = backlog < 0 ? 0 : backlog;
    if (socket->state == SOCKET_LISTENING) return NET_OK;
    socket->state = SOCKET_LISTENING;
    Trace *trace = socket->network->trace;
    if (!trace_wants(trace, TRACE_NET)) return NET_OK;
    char text[ADDRESS_TEXT];
    size_t length = address_text(&socket->local, text, sizeof text);
    const uint32_t fields[] = {socket->id, trace->current};
    trace_emit_text(trace, TRACE_KIND_LISTENER_OPENED, fields, 2, text, length);
    return NET_OK;
}

/* ---- connecting ---- */

static void fail(Socket *socket, int error) {
    socket->error = error;
    socket->state = SOCKET_DEAD;
    socket->held = false;
    socket->in_ended = socket->out_ended = true;
    watches_tell(socket, READY_ALL);
}

static void refuse(Socket *socket) {
    socket->peer = NULL;
    log_end(socket, ENDED_REFUSED);
    fail(socket, NET_REFUSED);
}

static void log_connection(const Socket *client, const Socket *server, const Socket *listener) {
    Trace *trace = client->network->trace;
    if (!trace_wants(trace, TRACE_NET)) return;
    char text[ADDRESS_TEXT];
    size_t length = address_text(&listener->local, text, sizeof text);
    const uint32_t fields[] = {client->id, server->id, listener->id};
    trace_emit_text(trace, TRACE_KIND_CONNECTION_MADE, fields, 3, text, length);
}

/* A connection joins the listener's queue; the client's socket can be used from now on. */
static int establish(Socket *client, Socket *listener) {
    Socket *server = make(client->network, listener->family, listener->type);
    if (!server) return NET_NO_MEMORY;
    server->local = is_unix(listener) ? listener->local : client->remote;
    server->remote = client->local;
    server->peer = client;
    client->peer = server;
    client->state = server->state = SOCKET_CONNECTED;
    client->held = false;
    Socket **link = &listener->queue;
    while (*link) link = &(*link)->in_queue;
    *link = server;
    listener->queued++;
    log_connection(client, server, listener);
    watches_tell(listener, READY_IN);
    watches_tell(client, READY_OUT);
    network_tell(client->network);
    return NET_OK;
}

/* The listener is asked; false: there is none. */
static int ask_listener(Socket *client) {
    int error;
    Socket *listener = find_hearer(client->network, &client->remote, true, &error);
    if (!listener || listener->state != SOCKET_LISTENING) return error;
    if (listener->queued <= listener->backlog) return establish(client, listener);
    client->state = SOCKET_CONNECTING;
    client->held = true;
    client->peer = listener;
    return NET_OK;
}

static int connect_unix(Socket *socket) {
    int error = ask_listener(socket);
    if (error) socket->remote.family = 0;
    return error;
}

static int connect_stream(Socket *socket) {
    if (is_unix(socket)) return connect_unix(socket);
    socket->state = SOCKET_CONNECTING;
    network_send(socket, socket, FLIGHT_CONNECT, 0, NULL);
    return NET_IN_PROGRESS;
}

int socket_connect(Socket *socket, const NetAddress *address) {
    network_advance(socket->network);
    if (address->family != socket->family) return NET_INVALID;
    if (is_stream(socket) && socket->state == SOCKET_CONNECTED) return NET_IS_CONNECTED;
    if (socket->state == SOCKET_CONNECTING) return NET_ALREADY;
    if (socket->state == SOCKET_LISTENING) return NET_INVALID;
    if (!address_is_local(address)) return NET_UNREACHABLE;
    uint32_t home = LOOPBACK;
    int error = bind_any(socket, home);
    if (error) return error;
    if (!is_unix(socket) && socket->local.ip == 0) socket->local.ip = home;
    socket->remote = *address;
    if (address_is_inet(address) && address->ip == 0) socket->remote.ip = home;
    socket->error = 0;
    socket->in_ended = socket->out_ended = false;
    if (is_stream(socket)) return connect_stream(socket);
    socket->state = SOCKET_CONNECTED;
    return NET_OK;
}

static void let_in_held(Socket *listener) {
    for (Socket *socket = listener->network->sockets; socket; socket = socket->next) {
        if (!socket->held || socket->peer != listener) continue;
        int error = establish(socket, listener);
        if (error) fail(socket, error);
        return;
    }
}

int socket_accept(Socket *listener, Socket **accepted) {
    network_advance(listener->network);
    if (listener->state != SOCKET_LISTENING) return NET_INVALID;
    Socket *socket = listener->queue;
    if (!socket) return NET_AGAIN;
    int error = give_file(socket);
    if (error) return error;
    listener->queue = socket->in_queue;
    socket->in_queue = NULL;
    listener->queued--;
    let_in_held(listener);
    *accepted = socket;
    return NET_OK;
}

/* ---- bytes ---- */

static int take_error(Socket *socket) {
    int error = socket->error;
    socket->error = 0;
    return error;
}

static bool pipe_grow(Socket *to, size_t wanted) {
    Pipe *pipe = &to->in;
    size_t room = pipe->room ? pipe->room : 1024;
    while (room < wanted) room *= 2;
    if (room == pipe->room) return true;
    unsigned char *bytes = mem_alloc(to->network->mem, room);
    if (!bytes) return false;
    size_t first = pipe->room - pipe->start < pipe->used ? pipe->room - pipe->start : pipe->used;
    if (pipe->used > 0) {
        memcpy(bytes, pipe->bytes + pipe->start, first);
        memcpy(bytes + first, pipe->bytes, pipe->used - first);
    }
    mem_free(to->network->mem, pipe->bytes, pipe->room);
    pipe->bytes = bytes;
    pipe->room = room;
    pipe->start = 0;
    return true;
}

static void pipe_put(Pipe *pipe, const unsigned char *bytes, size_t count) {
    size_t at = (pipe->start + pipe->used) & (pipe->room - 1); /* room is a power of two */
    size_t first = pipe->room - at < count ? pipe->room - at : count;
    memcpy(pipe->bytes + at, bytes, first);
    memcpy(pipe->bytes, bytes + first, count - first);
    pipe->used += count;
}

static void pipe_look(const Pipe *pipe, unsigned char *bytes, size_t count) {
    size_t first = pipe->room - pipe->start < count ? pipe->room - pipe->start : count;
    memcpy(bytes, pipe->bytes + pipe->start, first);
    memcpy(bytes + first, pipe->bytes, count - first);
}

static void pipe_skip(Pipe *pipe, size_t count) {
    pipe->start = (pipe->start + count) & (pipe->room - 1);
    pipe->used -= count;
    pipe->arrived -= count;
}

/* The other end is closed: the first bytes travel into the void and come back as a reset. */
static int send_into_void(Socket *socket, size_t size, size_t *count) {
    if (is_unix(socket)) return NET_PIPE;
    *count = size;
    log_end(socket, ENDED_RESET);
    fail(socket, NET_PIPE);
    network_tell(socket->network);
    return NET_OK;
}

int socket_send(Socket *socket, const void *bytes, size_t size, size_t *count) {
    Network *network = socket->network;
    network_advance(network);
    *count = 0;
    int error = take_error(socket);
    if (error) return error;
    if (socket->state == SOCKET_CONNECTING) return NET_AGAIN;
    if (socket->out_ended || (!is_unix(socket) && socket->state != SOCKET_CONNECTED)) return NET_PIPE;
    if (socket->state != SOCKET_CONNECTED) return NET_NOT_CONNECTED;
    Socket *peer = socket->peer;
    if (!peer) return send_into_void(socket, size, count);
    size_t room = room_left(peer);
    socket->no_room = size > room;
    if (room == 0 && size > 0) return NET_AGAIN;
    size_t taken = size < room ? size : room;
    if (!pipe_grow(peer, peer->in.used + taken)) return NET_NO_MEMORY;
    pipe_put(&peer->in, bytes, taken);
    *count = taken;
    TRACE_WORDS(network->trace, NET, BYTES_SENT, socket->id, peer->id, (uint32_t)taken, (uint32_t)peer->in.used,
                network->trace->current);
    if (taken > 0) network_send(socket, peer, FLIGHT_BYTES, taken, NULL);
    return NET_OK;
}

static bool has_end(const Socket *socket) {
    return socket->in_ended && socket->in.used == socket->in.arrived;
}

/* As sk_stream_is_writeable: a third has to be free before writers are woken. */
static bool has_room(const Socket *to) {
    return room_left(to) >= PIPE_CAPACITY / 3;
}

static void tell_room(Socket *socket) {
    Socket *peer = socket->peer;
    if (!peer || !peer->no_room || !has_room(socket)) return;
    peer->no_room = false;
    watches_tell(peer, READY_OUT);
}

int socket_receive(Socket *socket, void *bytes, size_t size, bool peek, size_t *count) {
    Network *network = socket->network;
    network_advance(network);
    Pipe *pipe = &socket->in;
    *count = 0;
    if (pipe->arrived == 0) {
        if (socket->in_done && has_end(socket)) return NET_OK;
        int error = take_error(socket);
        if (error) return error;
        if (has_end(socket)) return NET_OK;
        if (socket->state == SOCKET_CONNECTING || socket->state == SOCKET_CONNECTED) return NET_AGAIN;
        return is_unix(socket) ? NET_INVALID : NET_NOT_CONNECTED;
    }
    size_t taken = size < pipe->arrived ? size : pipe->arrived;
    pipe_look(pipe, bytes, taken);
    *count = taken;
    if (peek) return NET_OK;
    pipe_skip(pipe, taken);
    TRACE_WORDS(network->trace, NET, BYTES_RECEIVED, socket->id, (uint32_t)taken, (uint32_t)pipe->arrived,
                network->trace->current);
    tell_room(socket);
    network_tell(network);
    return NET_OK;
}

int socket_shutdown(Socket *socket, unsigned sides) {
    network_advance(socket->network);
    if (socket->state != SOCKET_CONNECTED) return NET_NOT_CONNECTED;
    if (sides & NET_READ) socket->in_ended = true;
    if (sides & NET_WRITE && !socket->out_ended) {
        socket->out_ended = true;
        if (socket->peer && is_stream(socket)) network_send(socket, socket->peer, FLIGHT_END, 0, NULL);
    }
    watches_tell(socket, READY_ALL);
    return NET_OK;
}

/* ---- datagrams ---- */

static int find_receiver(Socket *socket, const NetAddress *to, Socket **receiver) {
    int error = NET_OK;
    *receiver = to ? NULL : socket->peer; /* socket_pair's */
    if (*receiver) return NET_OK;
    if (!to) to = &socket->remote;
    if (to->family != socket->family) return NET_INVALID;
    if (!address_is_local(to)) return NET_UNREACHABLE;
    NetAddress home = *to;
    if (address_is_inet(to) && to->ip == 0) home.ip = LOOPBACK;
    *receiver = find_hearer(socket->network, &home, false, &error);
    return *receiver || address_is_inet(to) ? NET_OK : error;
}

/* Nobody hears it: who is connected to that address is told, by the next call. */
static void send_to_nobody(Socket *socket) {
    if (socket->state != SOCKET_CONNECTED) return;
    socket->error = NET_REFUSED;
    watches_tell(socket, READY_ERROR);
}

int socket_send_to(Socket *socket, const void *bytes, size_t size, const NetAddress *to) {
    Network *network = socket->network;
    Socket *receiver;
    network_advance(network);
    int error = take_error(socket);
    if (error) return error;
    if (!to && socket->state != SOCKET_CONNECTED) return is_unix(socket) ? NET_NOT_CONNECTED : NET_NO_ADDRESS;
    if (size > DATAGRAM_MAX) return NET_TOO_LONG;
    error = find_receiver(socket, to, &receiver);
    if (!error) error = bind_any(socket, socket->state == SOCKET_CONNECTED ? LOOPBACK : 0);
    if (error) return error;
    TRACE_WORDS(network->trace, NET, BYTES_SENT, socket->id, receiver ? receiver->id : 0, (uint32_t)size,
                receiver ? (uint32_t)(receiver->datagram_bytes + size) : 0, network->trace->current);
    if (!receiver) {
        send_to_nobody(socket);
        return NET_OK;
    }
    Datagram *datagram = mem_alloc(network->mem, sizeof *datagram + size);
    if (!datagram) return NET_NO_MEMORY;
    *datagram = (Datagram){.from = socket->local, .size = size};
    if (address_is_inet(&socket->local) && socket->local.ip == 0) datagram->from.ip = LOOPBACK;
    if (size > 0) memcpy(datagram->bytes, bytes, size);
    network_send(socket, receiver, FLIGHT_DATAGRAM, size, datagram);
    return NET_OK;
}

int socket_receive_from(Socket *socket, void *bytes, size_t size, bool peek, size_t *count, NetAddress *from) {
    Network *network = socket->network;
    network_advance(network);
    *count = 0;
    int error = take_error(socket);
    if (error) return error;
    Datagram *datagram = socket->datagrams;
    if (!datagram) return NET_AGAIN;
    *count = size < datagram->size ? size : datagram->size;
    if (*count > 0) memcpy(bytes, datagram->bytes, *count);
    if (from) *from = datagram->from;
    if (peek) return NET_OK;
    socket->datagrams = datagram->next;
    socket->datagram_bytes -= datagram->size;
    TRACE_WORDS(network->trace, NET, BYTES_RECEIVED, socket->id, (uint32_t)datagram->size,
                (uint32_t)socket->datagram_bytes, network->trace->current);
    mem_free(network->mem, datagram, sizeof *datagram + datagram->size);
    return NET_OK;
}

/* ---- arrivals ---- */

static void datagram_arrives(Socket *socket, Datagram *datagram) {
    if (socket->datagram_bytes + datagram->size > DATAGRAMS_MAX) { /* as udp does */
        mem_free(socket->network->mem, datagram, sizeof *datagram + datagram->size);
        return;
    }
    Datagram **link = &socket->datagrams;
    while (*link) link = &(*link)->next;
    *link = datagram;
    socket->datagram_bytes += datagram->size;
    watches_tell(socket, READY_IN);
}

static void end_arrives(Socket *socket) {
    socket->in_ended = socket->in_done = true;
    if (is_unix(socket) && !socket->peer) socket->out_ended = true; /* unix_release_sock */
    watches_tell(socket, READY_IN | READY_HUNG_UP);
}

static void reset_arrives(Socket *socket) {
    log_end(socket, ENDED_RESET);
    fail(socket, socket->in_done && !is_unix(socket) ? NET_PIPE : NET_RESET); /* tcp_reset, in CLOSE_WAIT */
}

static void connect_arrives(Socket *socket) {
    int error = ask_listener(socket);
    if (error == NET_REFUSED) {
        refuse(socket);
    } else if (error) {
        fail(socket, error);
    }
}

static void bytes_arrive(Socket *socket, size_t count) {
    Trace *trace = socket->network->trace;
    socket->in.arrived += count;
    if (socket->network->flights || socket->last_when > 0) {
        TRACE_WORDS(trace, NET, BYTES_ARRIVED, socket->id, (uint32_t)count, (uint32_t)socket->in.arrived);
    }
    watches_tell(socket, READY_IN);
}

void socket_deliver(Socket *socket, enum flight_kind kind, size_t count, Datagram *datagram) {
    switch (kind) {
    case FLIGHT_BYTES: bytes_arrive(socket, count); break;
    case FLIGHT_END: end_arrives(socket); break;
    case FLIGHT_RESET: reset_arrives(socket); break;
    case FLIGHT_CONNECT: connect_arrives(socket); break;
    case FLIGHT_DATAGRAM: datagram_arrives(socket, datagram); break;
    }
    network_tell(socket->network);
}

/* ---- looking ---- */

/* tcp_poll, udp_poll and unix_poll. */
unsigned socket_events(const Socket *socket) {
    if (socket->state == SOCKET_LISTENING) return socket->queue ? READY_IN : 0;
    if (socket->state == SOCKET_CONNECTING) return 0;
    unsigned events = socket->error ? READY_ERROR : 0;
    if (!is_stream(socket)) return events | READY_OUT | (socket->datagrams || socket->in_ended ? READY_IN : 0);
    if (socket->state == SOCKET_OPEN) return events | READY_OUT | READY_HUNG_UP;
    if (socket->in.arrived > 0 || has_end(socket)) events |= READY_IN;
    if (has_end(socket) && socket->out_ended) events |= READY_HUNG_UP;
    if (socket->out_ended || !socket->peer || has_room(socket->peer)) events |= READY_OUT;
    return events;
}

unsigned socket_ready(Socket *socket) {
    network_advance(socket->network);
    unsigned events = socket_events(socket);
    return (events & ~(unsigned)READY_OUT ? NET_READ : 0u) | (events & ~(unsigned)READY_IN ? NET_WRITE : 0u);
}

int socket_file(const Socket *socket) {
    return socket->file;
}
uint32_t socket_id(const Socket *socket) {
    return socket->id;
}
enum net_family socket_family(const Socket *socket) {
    return (enum net_family)socket->family;
}
enum net_type socket_type(const Socket *socket) {
    return (enum net_type)socket->type;
}
bool socket_is_listening(const Socket *socket) {
    return socket->state == SOCKET_LISTENING;
}
size_t socket_waiting(const Socket *socket) {
    if (is_stream(socket)) return socket->in.arrived;
    return socket->datagrams ? socket->datagrams->size : 0;
}
const NetAddress *socket_local(const Socket *socket) {
    return &socket->local;
}
const NetAddress *socket_remote(const Socket *socket) {
    static const NetAddress none = {0};
    return socket->state == SOCKET_CONNECTED ? &socket->remote : &none;
}
const NetAddress *socket_client(const Socket *socket) {
    return &socket->remote;
}
int socket_take_error(Socket *socket) {
    network_advance(socket->network);
    return take_error(socket);
}
void socket_set_reuse(Socket *socket, bool reuse) {
    socket->reuse = reuse;
}
bool socket_reuse(const Socket *socket) {
    return socket->reuse;
}
