/* net.h: what network.c, socket.c and watch.c share: sockets, what is on its way to them, and who watches them. */
#ifndef LOOPSCOPE_LOOP_NET_H
#define LOOPSCOPE_LOOP_NET_H

#include "../include/loopscope/network.h"
#include "internal.h"

/* What a socket can be ready for, with epoll's numbers. */
enum { READY_IN = 1, READY_OUT = 4, READY_ERROR = 8, READY_HUNG_UP = 16, READY_ALL = 29 };

/* So many bytes may lie between two ends of a connection, sent and not received: as much as asyncio buffers before it
 * asks a writer to pause. More, and a slow reader would never be felt; less, and a drain would wait in every program.
 */
enum { PIPE_CAPACITY = 65536 };
/* With a bandwidth, bytes arrive in pieces of this size, as Ethernet's packets do. */
enum { PACKET = 1460 };
enum { DATAGRAM_MAX = 65507, DATAGRAMS_MAX = 212992 };
/* 127.0.0.1 */
static const uint32_t LOOPBACK = 0x7f000001;
enum { FIRST_FILE = 3, FIRST_PORT = 40000, LAST_PORT = 60999 };

enum socket_state { SOCKET_OPEN, SOCKET_LISTENING, SOCKET_CONNECTING, SOCKET_CONNECTED, SOCKET_DEAD };

/* Bytes for a socket's reader: a ring. The first `arrived` of `used` can be read. */
typedef struct Pipe {
    unsigned char *bytes;
    size_t room, start, used, arrived;
} Pipe;

typedef struct Datagram {
    struct Datagram *next;
    NetAddress from;
    size_t size;
    unsigned char bytes[];
} Datagram;

/* Something on its way to a socket. */
enum flight_kind { FLIGHT_BYTES, FLIGHT_END, FLIGHT_RESET, FLIGHT_CONNECT, FLIGHT_DATAGRAM };
typedef struct Flight {
    struct Flight *next; /* by time, then by departure */
    double when;
    Socket *to;
    enum flight_kind kind;
    size_t count;       /* FLIGHT_BYTES */
    Datagram *datagram; /* owned, or NULL */
} Flight;

/* A socket that a loop watches: epoll's entry. */
struct Watch {
    struct Watch *next_of_loop, *next_of_socket;
    struct Watch *next_ready; /* in the loop's list of those that something happened to */
    Loop *loop;
    Socket *socket;
    Handle *reader, *writer; /* owned, or NULL */
    bool is_listed;          /* stands in that list */
};

struct Socket {
    Socket *next; /* all of the network that have a file */
    Network *network;
    Socket *peer;             /* the other end; NULL: none, or it is closed */
    Watch *watches;           /* one per loop */
    Socket *queue, *in_queue; /* LISTENING: who waits to be accepted; the next one in that queue */
    Datagram *datagrams;
    size_t datagram_bytes;
    Pipe in;
    NetAddress local, remote;
    double line_free; /* when what it has sent so far will have left, with a bandwidth */
    double last_when; /* when the last thing on its way to this socket arrives: nothing overtakes */
    int file, backlog, queued;
    int copies; /* further file numbers that it has */
    int error;  /* to be told by the next call; 0: none */
    uint32_t id;
    uint8_t family, type;
    uint8_t state; /* enum socket_state */
    bool bound;    /* by socket_bind: its address is taken */
    bool reuse;
    bool in_ended;  /* the end has arrived */
    bool in_done;   /* in order, so that no later error hides it (SOCK_DONE) */
    bool out_ended; /* nothing more may be sent */
    bool no_room;   /* a send was cut short: tell when there is room */
    bool held;      /* CONNECTING, and the listener's queue is full */
};

typedef struct Name { /* of a Unix socket: stays when the socket goes, as a file does */
    struct Name *next;
    Socket *socket; /* NULL: gone */
    NetAddress address;
} Name;

struct Network {
    Mem *mem;
    const Host *host;
    Trace *trace;
    Socket *sockets;
    Flight *flights;
    Name *names;
    void **files; /* by number from FIRST_FILE: a Socket, `taken`, or NULL */
    size_t file_count;
    double latency, bandwidth;
    void (*changed)(void *context);
    void *context;
    uint16_t next_port;
    char taken; /* its address stands for a file that is no socket */
};

static inline double network_now(const Network *network) {
    return network->host->now(network->host->context);
}
bool address_is_inet(const NetAddress *address);
bool address_is_local(const NetAddress *address);
bool address_equal(const NetAddress *one, const NetAddress *other);

/* network.c */
/* Something that travels to a socket: delivered at once when nothing slows it. `from` is who sent it (its bandwidth is
 * used up); count: bytes, for bandwidth. The datagram is taken over. */
void network_send(Socket *from, Socket *to, enum flight_kind kind, size_t count, Datagram *datagram);
void network_forget(Socket *socket); /* nothing arrives for it any more */
int file_take(Network *network, void *owner);
void file_give(Network *network, int file);
void network_tell(Network *network); /* something has changed */
size_t address_text(const NetAddress *address, char *buffer, size_t size);

/* socket.c */
void socket_deliver(Socket *socket, enum flight_kind kind, size_t count, Datagram *datagram);
unsigned socket_events(const Socket *socket);

/* watch.c */
void watches_tell(Socket *socket, unsigned events); /* these have come about */
void watches_drop(Socket *socket);

#endif
