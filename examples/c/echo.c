/* An echo server and its client on the network inside the run, a quarter of a second apart.
 *
 * What to look at: no call ever waits. A callback is queued in each iteration in which its socket is ready; the loop's
 * wait ends when something arrives, and costs nothing on the virtual clock.
 */
#include "loopscope/host.h"
#include "loopscope/network.h"

#include <stdio.h>
#include <string.h>

enum { LINE = 64 };

typedef struct Echo {
    Network *network;
    Socket *listener, *server, *client;
} Echo;

static void hear_answer(Loop *loop, void *context) {
    const Echo *echo = context;
    char text[LINE];
    size_t count;
    if (socket_receive(echo->client, text, sizeof text, false, &count) != NET_OK) return;
    printf("%.2f s: the client hears \"%.*s\"\n", loop_time(loop), (int)count, text);
    network_unwatch(loop, echo->client, NET_READ);
    loop_stop(loop);
}

static void answer(Loop *loop, void *context) {
    const Echo *echo = context;
    char text[LINE];
    size_t count;
    if (socket_receive(echo->server, text, sizeof text, false, &count) != NET_OK) return;
    printf("%.2f s: the server got \"%.*s\"\n", loop_time(loop), (int)count, text);
    socket_send(echo->server, text, count, &count);
    network_unwatch(loop, echo->server, NET_READ);
}

static void accept_client(Loop *loop, void *context) {
    Echo *echo = context;
    if (socket_accept(echo->listener, &echo->server) != NET_OK) return;
    printf("%.2f s: somebody has connected\n", loop_time(loop));
    network_call(loop, echo->server, NET_READ, answer, echo);
}

static void greet(Loop *loop, void *context) {
    static const char text[] = "hello";
    const Echo *echo = context;
    size_t count;
    network_unwatch(loop, echo->client, NET_WRITE);
    printf("%.2f s: the client is connected: %s\n", loop_time(loop), socket_take_error(echo->client) ? "no" : "yes");
    socket_send(echo->client, text, strlen(text), &count);
}

static bool start(Loop *loop, Echo *echo) {
    NetAddress address = {.family = NET_INET, .ip = 0x7f000001, .port = 8888};
    if (socket_new(echo->network, NET_INET, NET_STREAM, &echo->listener) != NET_OK) return false;
    if (socket_bind(echo->listener, &address) != NET_OK || socket_listen(echo->listener, 8) != NET_OK) return false;
    if (socket_new(echo->network, NET_INET, NET_STREAM, &echo->client) != NET_OK) return false;
    return socket_connect(echo->client, &address) == NET_IN_PROGRESS &&
           network_call(loop, echo->listener, NET_READ, accept_client, echo) == LOOP_OK &&
           network_call(loop, echo->client, NET_WRITE, greet, echo) == LOOP_OK &&
           network_call(loop, echo->client, NET_READ, hear_answer, echo) == LOOP_OK;
}

int main(void) {
    Host real, virtual;
    HostVirtual clock;
    host_posix_init(&real);
    host_virtual_init(&virtual, &clock, &real);
    Loop *loop = loop_new(&(LoopConfig){.host = &virtual});
    if (!loop) return 1;
    Echo echo = {.network = network_new(loop_mem(loop), &virtual, loop_trace(loop))};
    enum loop_status status = LOOP_NO_MEMORY;
    if (echo.network) {
        network_set_latency(echo.network, 0.25);
        if (start(loop, &echo)) status = loop_run_forever(loop);
    }
    loop_close(loop);
    if (echo.network) network_free(echo.network);
    loop_release(loop);
    if (status != LOOP_OK) fprintf(stderr, "echo: %s\n", loop_status_text(status));
    return status == LOOP_OK ? 0 : 1;
}
