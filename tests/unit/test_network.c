/* The network inside the run: connections, their ends, how long things take, and in which order a loop hears of them.
 */
#include "support.h"

#include <math.h>
#include <stdlib.h>

#include "../../engine/include/loopscope/network.h"

typedef struct Net {
    Fixture f;
    Network *network;
} Net;

static void open_net(Net *net) {
    support_open(&net->f, NULL);
    net->network = network_new(net->f.mem, &net->f.host, &net->f.trace);
    assert_non_null(net->network);
}

static void close_net(Net *net) {
    assert_int_equal(loop_close(net->f.loop), LOOP_OK);
    network_free(net->network);
    support_close(&net->f);
}

static NetAddress at_port(uint16_t port) {
    return (NetAddress){.family = NET_INET, .ip = 0x7f000001, .port = port};
}

static NetAddress at_path(const char *path) {
    NetAddress address = {.family = NET_UNIX, .length = (uint8_t)strlen(path)};
    memcpy(address.path, path, address.length);
    return address;
}

static Socket *make(Net *net, enum net_family family, enum net_type type) {
    Socket *socket = NULL;
    assert_int_equal(socket_new(net->network, family, type, &socket), NET_OK);
    return socket;
}

static Socket *listen_at(Net *net, uint16_t port, int backlog) {
    Socket *socket = make(net, NET_INET, NET_STREAM);
    NetAddress address = at_port(port);
    assert_int_equal(socket_bind(socket, &address), NET_OK);
    assert_int_equal(socket_listen(socket, backlog), NET_OK);
    return socket;
}

static Socket *connect_to(Net *net, const Socket *listener) {
    Socket *socket = make(net, NET_INET, NET_STREAM);
    assert_int_equal(socket_connect(socket, socket_local(listener)), NET_IN_PROGRESS);
    return socket;
}

static void connect_pair(Net *net, Socket **client, Socket **server) {
    Socket *listener = listen_at(net, 0, 8);
    *client = connect_to(net, listener);
    assert_int_equal(socket_accept(listener, server), NET_OK);
    socket_close(listener);
}

static void send_text(Socket *socket, const char *text) {
    size_t count;
    assert_int_equal(socket_send(socket, text, strlen(text), &count), NET_OK);
    assert_int_equal(count, strlen(text));
}

static void expect_text(Socket *socket, const char *text) {
    char buffer[64] = {0};
    size_t count;
    assert_int_equal(socket_receive(socket, buffer, sizeof buffer - 1, false, &count), NET_OK);
    assert_string_equal(buffer, text);
}

static int receive_error(Socket *socket) {
    char byte;
    size_t count;
    return socket_receive(socket, &byte, 1, false, &count);
}

static int send_error(Socket *socket) {
    size_t count;
    return socket_send(socket, "x", 1, &count);
}

/* ---- connections ---- */

static void bytes_go_both_ways_until_each_end(void **state) {
    (void)state;
    Net net;
    Socket *client, *server;
    open_net(&net);
    connect_pair(&net, &client, &server);
    assert_int_equal(receive_error(server), NET_AGAIN);
    send_text(client, "hello ");
    send_text(client, "world");
    expect_text(server, "hello world");
    send_text(server, "answer");
    assert_int_equal(socket_shutdown(client, NET_WRITE), NET_OK);
    assert_int_equal(send_error(client), NET_PIPE);
    expect_text(server, "");
    send_text(server, " more");
    socket_close(server);
    expect_text(client, "answer more");
    expect_text(client, "");
    socket_close(client);
    close_net(&net);
}

static void who_is_gone_is_told_by_a_reset(void **state) {
    (void)state;
    Net net;
    Socket *client, *server;
    open_net(&net);
    connect_pair(&net, &client, &server);
    send_text(client, "unread");
    send_text(server, "last words");
    socket_close(server);
    expect_text(client, "last words");
    assert_int_equal(receive_error(client), NET_RESET);
    expect_text(client, "");
    assert_int_equal(send_error(client), NET_PIPE);
    socket_close(client);

    connect_pair(&net, &client, &server);
    socket_close(server);
    assert_int_equal(send_error(client), NET_OK); /* into the void */
    assert_int_equal(send_error(client), NET_PIPE);
    socket_close(client);
    close_net(&net);
}

static void a_full_pipe_lets_nothing_in_until_a_third_is_free(void **state) {
    (void)state;
    Net net;
    Socket *client, *server;
    size_t count, total = 0;
    static char bytes[30000];
    open_net(&net);
    connect_pair(&net, &client, &server);
    while (socket_send(client, bytes, sizeof bytes, &count) == NET_OK) total += count;
    assert_int_equal(total, 65536);
    assert_int_equal(socket_ready(client) & NET_WRITE, 0);
    assert_int_equal(socket_receive(server, bytes, 10000, false, &count), NET_OK);
    assert_int_equal(socket_ready(client) & NET_WRITE, 0);
    assert_int_equal(socket_receive(server, bytes, 12000, false, &count), NET_OK);
    assert_int_equal(socket_ready(client) & NET_WRITE, NET_WRITE);
    assert_int_equal(socket_send(client, bytes, sizeof bytes, &count), NET_OK);
    assert_int_equal(count, 22000);
    socket_close(client);
    socket_close(server);
    close_net(&net);
}

static void addresses_are_free_taken_refused_or_not_ours(void **state) {
    (void)state;
    Net net;
    open_net(&net);
    Socket *listener = listen_at(&net, 8888, 1), *other = make(&net, NET_INET, NET_STREAM);
    assert_int_equal(socket_file(listener), 3);
    assert_int_equal(socket_file(other), 4);
    NetAddress address = at_port(8888);
    assert_int_equal(socket_bind(other, &address), NET_IN_USE);
    address.ip = 0x0a000001;
    assert_int_equal(socket_bind(other, &address), NET_NOT_AVAILABLE);
    assert_int_equal(socket_connect(other, &address), NET_UNREACHABLE);
    address = at_port(8889);
    assert_int_equal(socket_connect(other, &address), NET_IN_PROGRESS);
    assert_int_equal(socket_take_error(other), NET_REFUSED);
    assert_int_equal(socket_take_error(other), NET_OK);
    socket_close(other);
    Socket *one = listen_at(&net, 0, 1), *two = listen_at(&net, 0, 1);
    assert_int_equal(socket_file(one), 4);
    assert_int_not_equal(socket_local(one)->port, 0);
    assert_int_not_equal(socket_local(one)->port, socket_local(two)->port);
    socket_close(listener);
    listener = listen_at(&net, 8888, 1);
    assert_ptr_equal(network_find(net.network, socket_file(listener)), listener);
    assert_null(network_find(net.network, 77));
    close_net(&net); /* closes what is left */
}

static void a_full_queue_lets_clients_wait(void **state) {
    (void)state;
    Net net;
    Socket *accepted;
    open_net(&net);
    Socket *listener = listen_at(&net, 0, 0);
    Socket *first = connect_to(&net, listener), *second = connect_to(&net, listener);
    Socket *third = connect_to(&net, listener);
    assert_int_equal(socket_ready(first) & NET_WRITE, NET_WRITE);
    assert_int_equal(socket_ready(second), 0);
    assert_int_equal(socket_accept(listener, &accepted), NET_OK);
    assert_int_equal(socket_ready(second) & NET_WRITE, NET_WRITE);
    socket_close(listener);
    assert_int_equal(socket_take_error(third), NET_REFUSED);
    assert_int_equal(receive_error(second), NET_RESET); /* nobody had accepted it */
    close_net(&net);
}

static void unix_sockets_have_names_that_stay(void **state) {
    (void)state;
    Net net;
    Socket *server;
    open_net(&net);
    NetAddress address = at_path("/tmp/x");
    Socket *listener = make(&net, NET_UNIX, NET_STREAM), *client = make(&net, NET_UNIX, NET_STREAM);
    assert_int_equal(socket_connect(client, &address), NET_NO_ENTRY);
    assert_int_equal(socket_bind(listener, &address), NET_OK);
    assert_int_equal(socket_connect(client, &address), NET_REFUSED);
    assert_int_equal(socket_listen(listener, 1), NET_OK);
    assert_int_equal(socket_connect(client, &address), NET_OK);
    assert_int_equal(socket_accept(listener, &server), NET_OK);
    socket_close(listener);
    listener = make(&net, NET_UNIX, NET_STREAM);
    assert_int_equal(socket_bind(listener, &address), NET_IN_USE);
    assert_true(network_unlink(net.network, &address));
    assert_false(network_unlink(net.network, &address));
    assert_int_equal(socket_bind(listener, &address), NET_OK);
    socket_close(server);
    assert_int_equal(send_error(client), NET_PIPE);
    close_net(&net);
}

static void datagrams_keep_their_bounds_and_senders(void **state) {
    (void)state;
    Net net;
    NetAddress from;
    char buffer[8];
    size_t count;
    open_net(&net);
    Socket *one = make(&net, NET_INET, NET_DATAGRAM), *two = make(&net, NET_INET, NET_DATAGRAM);
    NetAddress address = at_port(5000);
    assert_int_equal(socket_bind(one, &address), NET_OK);
    assert_int_equal(socket_send_to(two, "abc", 3, NULL), NET_NO_ADDRESS);
    assert_int_equal(socket_send_to(two, "abc", 3, &address), NET_OK);
    assert_int_equal(socket_send_to(two, "defghijklmnop", 13, &address), NET_OK);
    assert_int_equal(socket_waiting(one), 3);
    assert_int_equal(socket_receive_from(one, buffer, sizeof buffer, false, &count, &from), NET_OK);
    assert_int_equal(count, 3);
    assert_int_equal(from.port, socket_local(two)->port);
    assert_int_equal(socket_receive_from(one, buffer, sizeof buffer, false, &count, NULL), NET_OK);
    assert_int_equal(count, 8);
    assert_int_equal(socket_receive_from(one, buffer, sizeof buffer, false, &count, NULL), NET_AGAIN);
    assert_int_equal(socket_connect(two, &address), NET_OK);
    socket_close(one);
    assert_int_equal(socket_send_to(two, "x", 1, NULL), NET_OK);
    assert_int_equal(socket_send_to(two, "x", 1, NULL), NET_REFUSED);
    close_net(&net);
}

/* ---- time ---- */

typedef struct Watcher {
    Net *net;
    Socket *socket;
    const char *name;
    bool reads;
} Watcher;

static void say_ready(Loop *loop, void *context) {
    Watcher *watcher = context;
    char buffer[64] = "";
    size_t count = 0;
    if (watcher->reads) socket_receive(watcher->socket, buffer, sizeof buffer - 1, false, &count);
    say(&watcher->net->f, "%s%s@%g ", watcher->name, buffer, loop_time(loop));
    if (watcher->reads && count == 0) network_unwatch(loop, watcher->socket, NET_READ);
    if (!watcher->reads) network_unwatch(loop, watcher->socket, NET_WRITE);
}

static void latency_moves_the_clock(void **state) {
    (void)state;
    Net net;
    open_net(&net);
    network_set_latency(net.network, 0.5);
    Socket *listener = listen_at(&net, 0, 8), *client = connect_to(&net, listener), *server;
    Watcher connected = {&net, client, "connected", false};
    assert_int_equal(network_call(net.f.loop, client, NET_WRITE, say_ready, &connected), LOOP_OK);
    run_iterations(net.f.loop, 1);
    expect_log(&net.f, "");
    loop_call_later(net.f.loop, 1.25, stop_loop, NULL, NULL);
    assert_int_equal(loop_run_forever(net.f.loop), LOOP_OK);
    expect_log(&net.f, "connected@1 ");
    assert_int_equal(socket_accept(listener, &server), NET_OK);
    send_text(client, "a");
    Watcher reader = {&net, server, "read ", true};
    assert_int_equal(network_call(net.f.loop, server, NET_READ, say_ready, &reader), LOOP_OK);
    socket_close(client);
    loop_call_later(net.f.loop, 1, stop_loop, NULL, NULL);
    assert_int_equal(loop_run_forever(net.f.loop), LOOP_OK);
    expect_log(&net.f, "read a@1.75 read @1.75 ");
    close_net(&net);
}

static void bandwidth_spreads_bytes_over_time(void **state) {
    (void)state;
    Net net;
    Socket *client, *server;
    static char bytes[14600];
    size_t count, left = sizeof bytes;
    open_net(&net);
    connect_pair(&net, &client, &server);
    network_set_bandwidth(net.network, 1460);
    assert_int_equal(socket_send(client, bytes, sizeof bytes, &count), NET_OK);
    for (int second = 1; second <= 10; second++) {
        assert_true(fabs(network_next(net.network) - second) < 1e-6);
        net.f.clock.now = network_next(net.network);
        assert_int_equal(socket_receive(server, bytes, sizeof bytes, false, &count), NET_OK);
        assert_int_equal(count, 1460);
        left -= count;
    }
    assert_int_equal(left, 0);
    assert_true(isinf(network_next(net.network)));
    send_text(server, "x"); /* the other way has a line of its own */
    assert_true(network_next(net.network) < 10.001);
    close_net(&net);
}

/* ---- order ---- */

static void ready_sockets_are_told_in_the_order_things_happened(void **state) {
    (void)state;
    Net net;
    Socket *ends[3][2];
    Watcher watchers[3];
    static const char *const names[] = {"a", "b", "c"};
    open_net(&net);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(socket_pair(net.network, NET_STREAM, &ends[i][0], &ends[i][1]), NET_OK);
        watchers[i] = (Watcher){&net, ends[i][0], names[i], true};
        assert_int_equal(network_call(net.f.loop, ends[i][0], NET_READ, say_ready, &watchers[i]), LOOP_OK);
    }
    send_text(ends[2][1], "1");
    send_text(ends[0][1], "2");
    send_text(ends[2][1], "3");
    run_iterations(net.f.loop, 1);
    expect_log(&net.f, "c13@0 a2@0 ");
    send_text(ends[1][1], "4"); /* the others stand in epoll's list still, and are dropped when they are looked at */
    send_text(ends[0][1], "5");
    run_iterations(net.f.loop, 1);
    expect_log(&net.f, "a5@0 b4@0 ");
    socket_close(ends[1][1]);
    run_iterations(net.f.loop, 2);
    expect_log(&net.f, "b@0 ");
    close_net(&net);
}

static void io_comes_before_timers_and_after_what_is_ready(void **state) {
    (void)state;
    Net net;
    Socket *one, *two;
    Line soon = {&net.f, "soon"}, timer = {&net.f, "timer"};
    open_net(&net);
    assert_int_equal(socket_pair(net.network, NET_STREAM, &one, &two), NET_OK);
    Watcher watcher = {&net, one, "io ", true};
    assert_int_equal(network_call(net.f.loop, one, NET_READ, say_ready, &watcher), LOOP_OK);
    loop_call_later(net.f.loop, 0, say_line, &timer, NULL);
    send_text(two, "x");
    loop_call_soon(net.f.loop, say_line, &soon, NULL);
    run_iterations(net.f.loop, 1);
    expect_log(&net.f, "soon@0 io x@0 timer@0 ");
    assert_true(network_unwatch(net.f.loop, one, NET_READ));
    assert_false(network_unwatch(net.f.loop, one, NET_READ));
    send_text(two, "unseen");
    run_iterations(net.f.loop, 1);
    expect_log(&net.f, "");
    close_net(&net);
}

/* ---- memory ---- */

/* A scene in which every call may fail, and none may leave anything behind. */
static void play(Net *net) {
    Socket *listener = NULL, *client = NULL, *server = NULL, *sender = NULL;
    NetAddress address = at_port(7000), path = at_path("/tmp/y");
    static char bytes[5000];
    size_t count;
    if (socket_new(net->network, NET_INET, NET_STREAM, &listener) != NET_OK) return;
    if (socket_bind(listener, &address) != NET_OK || socket_listen(listener, 2) != NET_OK) return;
    if (socket_new(net->network, NET_INET, NET_STREAM, &client) != NET_OK) return;
    socket_connect(client, &address);
    network_advance(net->network);
    if (socket_accept(listener, &server) != NET_OK) return;
    network_call(net->f.loop, server, NET_READ, stop_loop, NULL);
    if (socket_send(client, bytes, sizeof bytes, &count) == NET_OK) assert_int_equal(count, sizeof bytes);
    if (socket_new(net->network, NET_UNIX, NET_DATAGRAM, &sender) != NET_OK) return;
    if (socket_bind(sender, &path) == NET_OK) socket_send_to(sender, bytes, 10, &path);
    socket_close(client);
}

static void memory_may_run_out_at_any_moment(void **state) {
    (void)state;
    for (int slow = 0; slow < 2; slow++) {
        for (uint64_t n = 1; n < 60; n++) {
            Net net;
            open_net(&net);
            network_set_latency(net.network, slow ? 0.5 : 0);
            mem_fail_at(net.f.mem, n, false);
            play(&net);
            mem_fail_at(net.f.mem, 0, false);
            close_net(&net);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_go_both_ways_until_each_end),
        cmocka_unit_test(who_is_gone_is_told_by_a_reset),
        cmocka_unit_test(a_full_pipe_lets_nothing_in_until_a_third_is_free),
        cmocka_unit_test(addresses_are_free_taken_refused_or_not_ours),
        cmocka_unit_test(a_full_queue_lets_clients_wait),
        cmocka_unit_test(unix_sockets_have_names_that_stay),
        cmocka_unit_test(datagrams_keep_their_bounds_and_senders),
        cmocka_unit_test(latency_moves_the_clock),
        cmocka_unit_test(bandwidth_spreads_bytes_over_time),
        cmocka_unit_test(ready_sockets_are_told_in_the_order_things_happened),
        cmocka_unit_test(io_comes_before_timers_and_after_what_is_ready),
        cmocka_unit_test(memory_may_run_out_at_any_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
