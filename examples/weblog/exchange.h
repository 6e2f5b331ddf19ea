/* exchange.h: one request to a server on this machine, and its answer, in steps that never wait.
 *
 * Each step does what can be done now. It returns 0 when it is finished, EAGAIN when it has to be
 * called again as soon as the connection is ready, or else a number of <errno.h>. How one waits is
 * left to the caller: a thread blocks in poll (threads.c), a task lets other tasks run (tasks.c).
 *
 * The address is always 127.0.0.1: nothing leaves this machine. */
#ifndef WEBLOG_EXCHANGE_H
#define WEBLOG_EXCHANGE_H

#include "buffer.h"
#include <stdint.h>

struct exchange {
    int fd; /* the connection; -1: none */
    struct buffer request;
    size_t sent;
    char answer[1024]; /* its first bytes, with a NUL after them */
    size_t kept, received;
};

/* Begins to connect. exchange_close is due in any case. The exchange is all 0 at first. */
int exchange_open(struct exchange *exchange, uint16_t port, struct span url);
/* While EAGAIN: wait until fd can be written. */
int exchange_send(struct exchange *exchange);
/* Reads the answer to its end. While EAGAIN: wait until fd can be read. */
int exchange_receive(struct exchange *exchange);
/* The status of the answer, 100 to 599; 0 if it is not a whole answer in HTTP/1. */
int exchange_status(const struct exchange *exchange);
/* Keeps the memory for the next one. */
void exchange_close(struct exchange *exchange);
void exchange_free(struct exchange *exchange);

#endif
