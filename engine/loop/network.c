/* network.c: the network as a whole: file numbers, names, and what is on its way. Where nothing slows it, nothing is
 * ever on its way: it is delivered by the call that sends it, as Linux's loopback does.
 */
#include "net.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LOCAL_NET = 127 };
/* As the timers': waiting may end a bit short of the moment. */
static const double CLOCK_RESOLUTION = 1e-9;

/* ---- life ---- */

Network *network_new(Mem *mem, const Host *host, Trace *trace) {
    Network *network = mem_zalloc(mem, sizeof *network);
    if (!network) return NULL;
    network->mem = mem;
    network->host = host;
    network->trace = trace;
    network->next_port = FIRST_PORT;
    return network;
}

static void name_free(Network *network, Name **link) {
    Name *name = *link;
    *link = name->next;
    mem_free(network->mem, name, sizeof *name);
}

void network_free(Network *network) {
    while (network->sockets) socket_close(network->sockets);
    while (network->names) name_free(network, &network->names);
    mem_free(network->mem, network->files, network->file_count * sizeof *network->files);
    mem_free(network->mem, network, sizeof *network);
}

void network_set_latency(Network *network, double seconds) {
    network->latency = seconds > 0 ? seconds : 0;
}
void network_set_bandwidth(Network *network, double bytes_per_second) {
    network->bandwidth = bytes_per_second > 0 ? bytes_per_second : 0;
}
double network_latency(const Network *network) {
    return network->latency;
}
double network_bandwidth(const Network *network) {
    return network->bandwidth;
}
void network_on_change(Network *network, void (*changed)(void *), void *context) {
    network->changed = changed;
    network->context = context;
}
void network_tell(Network *network) {
    if (network->changed) network->changed(network->context);
}

/* ---- file numbers ---- */

int file_take(Network *network, void *owner) {
    size_t at = 0;
    while (at < network->file_count && network->files[at]) at++;
    if (at == network->file_count) {
        size_t count = at == 0 ? 16 : at * 2;
        void **files = mem_realloc(network->mem, network->files, at * sizeof *files, count * sizeof *files);
        if (!files) return -1;
        memset(files + at, 0, (count - at) * sizeof *files);
        network->files = files;
        network->file_count = count;
    }
    network->files[at] = owner;
    return (int)at + FIRST_FILE;
}

void file_give(Network *network, int file) {
    network->files[file - FIRST_FILE] = NULL;
}

int network_reserve(Network *network) {
    return file_take(network, &network->taken);
}

void network_unreserve(Network *network, int file) {
    file_give(network, file);
}

Socket *network_find(const Network *network, int file) {
    int at = file - FIRST_FILE;
    if (at < 0 || (size_t)at >= network->file_count || network->files[at] == &network->taken) return NULL;
    return network->files[at];
}

/* ---- addresses ---- */

bool address_is_inet(const NetAddress *address) {
    return address->family == NET_INET;
}

bool address_is_local(const NetAddress *address) {
    return !address_is_inet(address) || address->ip == 0 || address->ip >> 24 == LOCAL_NET;
}

bool address_equal(const NetAddress *one, const NetAddress *other) {
    if (one->family != other->family) return false;
    if (address_is_inet(one)) return one->ip == other->ip && one->port == other->port;
    return one->length == other->length && memcmp(one->path, other->path, one->length) == 0;
}

size_t address_text(const NetAddress *address, char *buffer, size_t size) {
    int length = 0;
    if (address_is_inet(address)) {
        uint32_t ip = address->ip;
        length =
            snprintf(buffer, size, "%u.%u.%u.%u:%u", ip >> 24, ip >> 16 & 255, ip >> 8 & 255, ip & 255, address->port);
    } else if (address->length > 0) {
        bool is_abstract = address->path[0] == 0;
        length = snprintf(buffer, size, "%s%.*s", is_abstract ? "@" : "", (int)address->length - is_abstract,
                          address->path + is_abstract);
    }
    return length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1;
}

bool network_unlink(Network *network, const NetAddress *address) {
    for (Name **link = &network->names; *link; link = &(*link)->next) {
        if (!address_equal(&(*link)->address, address)) continue;
        name_free(network, link);
        return true;
    }
    return false;
}

/* ---- on the way ---- */

static double arrival(Network *network, Socket *from, Socket *to, size_t count) {
    double when = network_now(network);
    if (network->bandwidth > 0 && count > 0) {
        if (from->line_free > when) when = from->line_free;
        when += (double)count / network->bandwidth;
        from->line_free = when;
    }
    when += network->latency;
    if (when < to->last_when) when = to->last_when;
    to->last_when = when;
    return when;
}

static void flight_add(Network *network, Flight *flight) {
    Flight **link = &network->flights;
    while (*link && (*link)->when <= flight->when) link = &(*link)->next;
    flight->next = *link;
    *link = flight;
}

static void flight_free(Network *network, Flight *flight) {
    Datagram *datagram = flight->datagram;
    if (datagram) mem_free(network->mem, datagram, sizeof *datagram + datagram->size);
    mem_free(network->mem, flight, sizeof *flight);
}

static bool is_on_the_way(const Network *network, const Socket *to) {
    for (const Flight *flight = network->flights; flight; flight = flight->next) {
        if (flight->to == to) return true;
    }
    return false;
}

/* Without memory for it nothing is slow: it arrives at once, and bytes keep their order in any case. */
static void send_one(Socket *from, const Flight *wanted) {
    Network *network = from->network;
    Flight *flight = mem_alloc(network->mem, sizeof *flight);
    if (!flight) {
        socket_deliver(wanted->to, wanted->kind, wanted->count, wanted->datagram);
        return;
    }
    *flight = *wanted;
    /* A connection is asked for and granted: there and back. */
    flight->when =
        arrival(network, from, wanted->to, wanted->count) + (wanted->kind == FLIGHT_CONNECT ? network->latency : 0);
    flight_add(network, flight);
}

void network_send(Socket *from, Socket *to, enum flight_kind kind, size_t count, Datagram *datagram) {
    Network *network = to->network;
    if (network->latency == 0 && network->bandwidth == 0 && !is_on_the_way(network, to)) {
        socket_deliver(to, kind, count, datagram);
        return;
    }
    size_t piece = network->bandwidth > 0 && kind == FLIGHT_BYTES ? PACKET : count;
    for (size_t left = count; left > piece; left -= piece) {
        send_one(from, &(Flight){.to = to, .kind = kind, .count = piece});
        count -= piece;
    }
    send_one(from, &(Flight){.to = to, .kind = kind, .count = count, .datagram = datagram});
}

void network_forget(Socket *socket) {
    Network *network = socket->network;
    for (Flight **link = &network->flights; *link;) {
        Flight *flight = *link;
        if (flight->to != socket) {
            link = &flight->next;
            continue;
        }
        *link = flight->next;
        flight_free(network, flight);
    }
}

void network_advance(Network *network) {
    if (!network->flights) return;
    double now = network_now(network) + CLOCK_RESOLUTION;
    while (network->flights && network->flights->when < now) {
        Flight *flight = network->flights;
        network->flights = flight->next;
        socket_deliver(flight->to, flight->kind, flight->count, flight->datagram);
        flight->datagram = NULL;
        flight_free(network, flight);
    }
}

double network_next(const Network *network) {
    return network->flights ? network->flights->when : (double)INFINITY;
}
