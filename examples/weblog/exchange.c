/* exchange.c: see exchange.h. */
#define _POSIX_C_SOURCE 200809L
#include "exchange.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int exchange_open(struct exchange *exchange, uint16_t port, struct span url)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    struct buffer *request = &exchange->request;
    char host[80];
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    request->length = exchange->sent = exchange->kept = exchange->received = 0;
    snprintf(host, sizeof host, " HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nConnection: close\r\n\r\n",
             port);
    buffer_add_text(request, "GET ");
    buffer_add(request, url.at, url.length);
    buffer_add_text(request, host);
    exchange->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (request->failed)
        return ENOMEM;
    if (exchange->fd < 0)
        return errno;
    if (connect(exchange->fd, (struct sockaddr *)&address, sizeof address) == 0)
        return 0;
    return errno == EINPROGRESS ? 0 : errno; /* then the first send has to wait, or fails */
}

int exchange_send(struct exchange *exchange)
{
    struct buffer *request = &exchange->request;
    while (exchange->sent < request->length) {
        /* Without MSG_NOSIGNAL a server that hangs up would end this program. */
        ssize_t n = send(exchange->fd, request->bytes + exchange->sent,
                         request->length - exchange->sent, MSG_NOSIGNAL);
        if (n >= 0)
            exchange->sent += (size_t)n;
        else if (errno != EINTR)
            return errno == EWOULDBLOCK ? EAGAIN : errno;
    }
    return 0;
}

int exchange_receive(struct exchange *exchange)
{
    for (;;) {
        char piece[4096];
        size_t room = sizeof exchange->answer - 1 - exchange->kept;
        ssize_t n = recv(exchange->fd, piece, sizeof piece, 0);
        if (n == 0)
            return 0;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno == EWOULDBLOCK ? EAGAIN : errno;
        exchange->received += (size_t)n;
        if (room > (size_t)n)
            room = (size_t)n;
        memcpy(exchange->answer + exchange->kept, piece, room);
        exchange->kept += room;
    }
}

/* The number after a name such as "\r\nContent-Length: "; all if it does not stand there. */
static size_t header_number(const char *head, const char *end, const char *name, size_t all)
{
    const char *found = strstr(head, name);
    return found == NULL || found >= end ? all : strtoul(found + strlen(name), NULL, 10);
}

int exchange_status(const struct exchange *exchange)
{
    char head[sizeof exchange->answer];
    const char *end;
    size_t body;
    memcpy(head, exchange->answer, exchange->kept);
    head[exchange->kept] = '\0';
    end = strstr(head, "\r\n\r\n");
    if (end == NULL || strncmp(head, "HTTP/1.", 7) != 0 || strspn(head + 9, "0123456789") != 3)
        return 0;
    body = exchange->received - (size_t)(end + 4 - head);
    if (header_number(head, end, "\r\nContent-Length: ", body) != body)
        return 0;
    return head[9] >= '1' && head[9] <= '5' ? atoi(head + 9) : 0;
}

void exchange_close(struct exchange *exchange)
{
    if (exchange->fd >= 0)
        close(exchange->fd);
    exchange->fd = -1;
}

void exchange_free(struct exchange *exchange) { free(exchange->request.bytes); }
