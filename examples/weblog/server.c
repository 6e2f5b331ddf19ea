/* server.c: see server.h. */
#define _POSIX_C_SOURCE 200809L
#include "server.h"
#include "buffer.h"
#include "draw.h"
#include "loop.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

static const unsigned fate_per_thousand[FATES] = {600, 250, 60, 40, 30, 20};

enum { LONGEST_REQUEST = 1 << 20, READ_MS = 10000 };

struct connection {
    struct task task; /* the first member: a pointer to it is one to all of this */
    struct server *server;
    struct connection *next, *previous; /* of all connections */
    int fd;
    struct buffer request;
    enum fate fate;
    const char *answer;
    size_t sent;
};

struct server {
    struct task accepting, stopping;
    struct loop loop;
    struct connection *connections;
    pthread_t thread;
    uint64_t seed;
    struct tally tally;
    int listener, stop_event;
    uint16_t port;
    bool stop;
};

/* ---- The rule ---- */

/* The hash FNV-1a of the URL, and the seed, are the state that the fate is drawn from. */
static enum fate draw_fate(struct span url, uint64_t seed)
{
    uint64_t state = UINT64_C(0xcbf29ce484222325);
    unsigned left, fate = 0;
    for (size_t i = 0; i < url.length; i++)
        state = (state ^ (unsigned char)url.at[i]) * UINT64_C(0x100000001b3);
    state += seed * UINT64_C(0x9e3779b97f4a7c15);
    left = draw_below(&state, 1000);
    while (left >= fate_per_thousand[fate])
        left -= fate_per_thousand[fate++];
    return (enum fate)fate;
}

void server_describe(FILE *file)
{
    const unsigned *of = fate_per_thousand;
    fprintf(
        file,
        "What the server does with a URL is drawn from the URL and the seed. Of 1000 URLs it\n"
        "answers 200 to %u, 503 to %u, 200 after %d ms to %u; not at all to %u; byte by byte with\n"
        "pauses of %d ms to %u; and to %u without the last bytes.\n",
        of[FATE_OK], of[FATE_UNAVAILABLE], SLOW_MS, of[FATE_SLOW], of[FATE_SILENT], DRIP_MS,
        of[FATE_DRIP], of[FATE_CUT]);
}

/* ---- A connection ---- */

static const char ok[] = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n"
                         "Connection: close\r\n\r\nok\n";
static const char unavailable[] = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n"
                                  "Connection: close\r\n\r\n";
static const char bad_request[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n"
                                  "Connection: close\r\n\r\n";

_Static_assert((sizeof ok - 1) * DRIP_MS >= DRIP_AT_LEAST_MS, "a drip ends too early");

static void end_connection(struct connection *it)
{
    if (it->next != NULL)
        it->next->previous = it->previous;
    if (it->previous != NULL)
        it->previous->next = it->next;
    else
        it->server->connections = it->next;
    close(it->fd);
    free(it->request.bytes);
    free(it);
}

/* Reads what is there: 0 at the end of the connection or for an error, EAGAIN if more may come. */
static int read_some(struct connection *it)
{
    char piece[16384];
    ssize_t n;
    while ((n = recv(it->fd, piece, sizeof piece, 0)) > 0)
        if (it->request.length + (size_t)n > LONGEST_REQUEST ||
            !buffer_add(&it->request, piece, (size_t)n))
            return 0;
    return n < 0 && (errno == EAGAIN || errno == EINTR) ? EAGAIN : 0;
}

static bool is_whole(const struct buffer *request)
{
    return request->length >= 4 && memcmp(request->bytes + request->length - 4, "\r\n\r\n", 4) == 0;
}

/* "GET URL HTTP/1.": the fate of the URL, and the answer. */
static void decide(struct connection *it)
{
    const char *url = it->request.bytes + 4, *end;
    size_t rest = it->request.length - 4;
    it->answer = bad_request;
    if (memcmp(it->request.bytes, "GET ", 4) != 0 || (end = memchr(url, ' ', rest)) == NULL)
        return;
    it->fate = draw_fate((struct span){url, (size_t)(end - url)}, it->server->seed);
    it->answer = it->fate == FATE_UNAVAILABLE ? unavailable : ok;
    it->server->tally.fate[it->fate]++;
}

/* Sends up to n bytes of the answer, which is short enough for the kernel to take at once. */
static bool write_some(struct connection *it, size_t n)
{
    size_t rest = strlen(it->answer + it->sent);
    ssize_t sent = send(it->fd, it->answer + it->sent, n < rest ? n : rest, MSG_NOSIGNAL);
    it->sent += sent > 0 ? (size_t)sent : 0;
    return sent > 0;
}

static void serve(struct task *task)
{
    struct connection *it = (struct connection *)task;
    struct loop *loop = &it->server->loop;

    TASK_BEGIN(task);
    while (!is_whole(&it->request)) {
        if (read_some(it) != EAGAIN)
            goto end;
        if (is_whole(&it->request))
            break;
        TASK_WAIT(task, loop, it->fd, EPOLLIN, clock_ms() + READ_MS);
        if (task->error != 0)
            goto end;
    }
    decide(it);
    if (it->fate == FATE_SLOW)
        TASK_WAIT(task, loop, -1, 0, clock_ms() + SLOW_MS);
    while (it->fate == FATE_SILENT && read_some(it) == EAGAIN)
        TASK_WAIT(task, loop, it->fd, EPOLLIN, 0); /* until the other side has had enough */
    while (it->fate == FATE_DRIP && it->answer[it->sent] != '\0' && write_some(it, 1))
        TASK_WAIT(task, loop, -1, 0, clock_ms() + DRIP_MS);
    if (it->fate != FATE_SILENT)
        write_some(it, it->fate == FATE_CUT ? sizeof ok - 3 : SIZE_MAX);
    TASK_END;
end:
    end_connection(it);
}

/* ---- The server ---- */

static void accept_all(struct task *task)
{
    struct server *server = (struct server *)task;
    int fd;
    while ((fd = accept(server->listener, NULL, NULL)) >= 0) {
        struct connection *it = calloc(1, sizeof *it);
        if (it == NULL || fcntl(fd, F_SETFL, O_NONBLOCK) != 0) {
            free(it);
            close(fd);
            continue;
        }
        *it = (struct connection){.task.run = serve, .server = server, .fd = fd};
        it->next = server->connections;
        if (it->next != NULL)
            it->next->previous = it;
        server->connections = it;
        serve(&it->task);
    }
    /* Without a descriptor left, those that are kept waiting are tried again in a moment. */
    if (errno == EAGAIN)
        loop_wait(&server->loop, task, server->listener, EPOLLIN, 0);
    else
        loop_wait(&server->loop, task, -1, 0, clock_ms() + 10);
}

static void note_stop(struct task *task)
{
    struct server *server = (struct server *)((char *)task - offsetof(struct server, stopping));
    server->stop = true;
}

static void *run_server(void *argument)
{
    struct server *server = argument;
    loop_wait(&server->loop, &server->accepting, server->listener, EPOLLIN, 0);
    loop_wait(&server->loop, &server->stopping, server->stop_event, EPOLLIN, 0);
    while (!server->stop)
        loop_turn(&server->loop);
    while (server->connections != NULL)
        end_connection(server->connections);
    server->tally.cpu_seconds = clock_seconds(CLOCK_THREAD_CPUTIME_ID);
    return NULL;
}

/* A socket that listens on 127.0.0.1, at a free port that the kernel chooses for port 0. */
static int listen_here(struct server *server)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = 0};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server->listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (server->listener < 0 ||
        bind(server->listener, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(server->listener, SOMAXCONN) != 0 ||
        getsockname(server->listener, (struct sockaddr *)&address, &length) != 0)
        return errno;
    server->port = ntohs(address.sin_port);
    return 0;
}

static void free_server(struct server *server)
{
    close(server->listener);
    close(server->stop_event);
    loop_close(&server->loop);
    free(server);
}

int server_start(struct server **started, uint64_t seed)
{
    struct server *server = calloc(1, sizeof *server);
    int error;
    if (server == NULL)
        return ENOMEM;
    server->seed = seed;
    server->accepting.run = accept_all;
    server->stopping.run = note_stop;
    server->listener = -1;
    error = loop_open(&server->loop);
    server->stop_event = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (error == 0 && server->stop_event < 0)
        error = errno;
    if (error == 0)
        error = listen_here(server);
    if (error == 0)
        error = pthread_create(&server->thread, NULL, run_server, server);
    if (error != 0)
        free_server(server);
    else
        *started = server;
    return error;
}

uint16_t server_port(const struct server *server) { return server->port; }

void server_stop(struct server *server, struct tally *tally)
{
    eventfd_write(server->stop_event, 1);
    pthread_join(server->thread, NULL);
    *tally = server->tally;
    free_server(server);
}
