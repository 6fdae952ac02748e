/* network.h: a network inside the run: sockets that live in memory, and a loop that waits for them. It knows no
 * language and never leaves the process: only this machine's own addresses (127.0.0.0/8 and names of Unix sockets)
 * exist.
 *
 * Sockets behave as Linux's do, seen by a program that never blocks: each call does what it can at once and says
 * NET_AGAIN otherwise. Numbers of errors and of files are Linux's too. What is sent arrives after the network's
 * latency, as fast as its bandwidth allows, on the host's clock; with neither (the default) it is there at once.
 *
 * A loop watches sockets (network_watch). In each iteration, between the wait and the timers, the handles of those that
 * are ready join its ready queue: what epoll and CPython's selector event loop do, in the same order.
 *
 * Memory: all of it is counted by the Mem given. Sockets belong to whoever made or accepted them and go with
 * socket_close; those that nobody has accepted belong to their listener.
 */
#ifndef LOOPSCOPE_NETWORK_H
#define LOOPSCOPE_NETWORK_H

#include "loop.h"

typedef struct Network Network;
typedef struct Socket Socket;

enum net_family { NET_UNIX = 1, NET_INET = 2 };
enum net_type { NET_STREAM = 1, NET_DATAGRAM = 2 };
enum net_side { NET_READ = 1, NET_WRITE = 2 };

/* Linux's numbers. */
enum net_error {
    NET_OK = 0,
    NET_NO_ENTRY = 2,
    NET_BAD_FILE = 9,
    NET_AGAIN = 11,
    NET_NO_MEMORY = 12,
    NET_INVALID = 22,
    NET_PIPE = 32,
    NET_NO_ADDRESS = 89,
    NET_TOO_LONG = 90,
    NET_NOT_SUPPORTED = 95,
    NET_IN_USE = 98,
    NET_NOT_AVAILABLE = 99,
    NET_UNREACHABLE = 101,
    NET_RESET = 104,
    NET_IS_CONNECTED = 106,
    NET_NOT_CONNECTED = 107,
    NET_REFUSED = 111,
    NET_ALREADY = 114,
    NET_IN_PROGRESS = 115,
};

enum { NET_PATH_MAX = 108 };

typedef struct NetAddress {
    uint8_t family; /* enum net_family; 0: none */
    uint8_t length; /* of a Unix socket's name; a name that begins with NUL is gone with its socket */
    uint16_t port;
    uint32_t ip; /* 127.0.0.1 is 0x7f000001; 0: any */
    char path[NET_PATH_MAX];
} NetAddress;

/* ---- the network ---- */

/* host and trace are borrowed and must outlive it. NULL when memory ran out. */
Network *network_new(Mem *mem, const Host *host, Trace *trace);
/* Closes every socket that is left. */
void network_free(Network *network);
/* Seconds from one end to the other, and bytes per second (0: no limit), for what is sent from now on. */
void network_set_latency(Network *network, double seconds);
void network_set_bandwidth(Network *network, double bytes_per_second);
double network_latency(const Network *network);
double network_bandwidth(const Network *network);
/* Calls changed(context) after anything about any socket has changed: for whoever waits without a loop. */
void network_on_change(Network *network, void (*changed)(void *context), void *context);
/* The socket with a file number, NULL: none. */
Socket *network_find(const Network *network, int file);
/* Takes the lowest free file number for something that is no socket (a loop has three). -1: no memory. */
int network_reserve(Network *network);
void network_unreserve(Network *network, int file);
/* Delivers what has arrived by now; every function below does so by itself. */
void network_advance(Network *network);
/* When the next thing will arrive, on the host's clock; INFINITY: nothing is on its way. */
double network_next(const Network *network);
/* Removes the name of a Unix socket; false: there is none. */
bool network_unlink(Network *network, const NetAddress *address);

/* ---- sockets: each returns an enum net_error ---- */

int socket_new(Network *network, enum net_family family, enum net_type type, Socket **socket);
/* Two connected Unix sockets. */
int socket_pair(Network *network, enum net_type type, Socket **one, Socket **other);
/* Ends it: the other side reads its end, or a reset when something was left unread. Its watches go. */
void socket_close(Socket *socket);
/* Another file number for it; and the end of one of its numbers, which ends the socket with the last. */
int socket_duplicate(Socket *socket, int *file);
void socket_close_file(Socket *socket, int file);

int socket_bind(Socket *socket, const NetAddress *address);
int socket_listen(Socket *socket, int backlog);
/* NET_IN_PROGRESS: done or failed when it becomes writable; socket_take_error says which. */
int socket_connect(Socket *socket, const NetAddress *address);
int socket_accept(Socket *socket, Socket **accepted);
/* *count: how much was taken or given; 0 bytes received are the end. */
int socket_send(Socket *socket, const void *bytes, size_t size, size_t *count);
int socket_receive(Socket *socket, void *bytes, size_t size, bool peek, size_t *count);
/* Datagrams; `to` may be NULL when connected. */
int socket_send_to(Socket *socket, const void *bytes, size_t size, const NetAddress *to);
int socket_receive_from(Socket *socket, void *bytes, size_t size, bool peek, size_t *count, NetAddress *from);
/* sides: what is over, enum net_side. */
int socket_shutdown(Socket *socket, unsigned sides);

int socket_file(const Socket *socket);
uint32_t socket_id(const Socket *socket); /* in the event log */
enum net_family socket_family(const Socket *socket);
enum net_type socket_type(const Socket *socket);
bool socket_is_listening(const Socket *socket);
/* How many bytes (of the next datagram) can be read at once. */
size_t socket_waiting(const Socket *socket);
const NetAddress *socket_local(const Socket *socket);
const NetAddress *socket_remote(const Socket *socket); /* family 0: not connected (any more) */
const NetAddress *socket_client(const Socket *socket); /* who connected to it, whatever became of it since */
int socket_take_error(Socket *socket);                 /* SO_ERROR */
void socket_set_reuse(Socket *socket, bool reuse);     /* SO_REUSEADDR */
bool socket_reuse(const Socket *socket);
/* Which of the sides would not say NET_AGAIN now. */
unsigned socket_ready(Socket *socket);

/* ---- watching ---- */

/* Queues `handle` in each iteration in which that side is ready, until it is unwatched; it takes the place of another.
 * The handle is owned. LOOP_NO_MEMORY, LOOP_CLOSED. */
enum loop_status network_watch(Loop *loop, Socket *socket, enum net_side side, Handle *handle);
/* The same with a C callback. */
enum loop_status network_call(Loop *loop, Socket *socket, enum net_side side, loop_callback callback, void *context);
/* Cancels its handle. False: it was not watched. */
bool network_unwatch(Loop *loop, Socket *socket, enum net_side side);
/* Whether the loop watches any socket. */
bool network_is_watched(const Loop *loop);
/* The handle that watches, borrowed; NULL: none. */
Handle *network_watcher(const Loop *loop, const Socket *socket, enum net_side side);

#endif
