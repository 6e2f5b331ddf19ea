/* The way of threads: compare send_one with run_request of tasks.c. */
#define _POSIX_C_SOURCE 200809L
#include "exchange.h"
#include "loop.h"
#include "pool.h"
#include "send.h"
#include <bitmill.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>

struct send_job {
    struct job job; /* the first member: a pointer to it is one to all of this */
    const struct sending *sending;
    size_t i; /* in the list */
};

/* Waits until fd is ready: 0, or ETIMEDOUT at the deadline. A time-out of the socket (SO_RCVTIMEO)
 * would begin anew with each byte, so that a server that drips would never be too late. */
static int wait_until(int fd, short events, uint64_t deadline)
{
    struct pollfd waiting = {.fd = fd, .events = events};
    uint64_t now = clock_ms();
    int n = poll(&waiting, 1, deadline > now ? (int)(deadline - now) : 0);
    if (n < 0 && errno != EINTR)
        return errno;
    return n == 0 ? ETIMEDOUT : 0;
}

static int send_one(struct job *job, int *status)
{
    const struct send_job *it = (const struct send_job *)job;
    const struct sending *sending = it->sending;
    struct exchange exchange = {.fd = -1};
    uint64_t deadline = clock_ms() + sending->timeout_ms;
    int error = exchange_open(&exchange, sending->port, list_url(sending->list, it->i));

    while (error == 0 && (error = exchange_send(&exchange)) == EAGAIN)
        error = wait_until(exchange.fd, POLLOUT, deadline);
    while (error == 0 && (error = exchange_receive(&exchange)) == EAGAIN)
        error = wait_until(exchange.fd, POLLIN, deadline);

    exchange_close(&exchange);
    if (error == 0 && (*status = exchange_status(&exchange)) == 0)
        error = EPROTO;
    exchange_free(&exchange);
    /* Bits of one byte belong to requests of several threads: a plain bmill_bits_set would lose
     * those that others set at the same time. */
    if (error == 0 && *status / 100 == 2)
        bmill_bits_atomic_set(sending->answered, it->i);
    return error;
}

int send_by_threads(const struct sending *sending)
{
    size_t n = sending->list->n;
    struct send_job *jobs = calloc(n + 1, sizeof *jobs);
    struct pool pool;
    int error = jobs == NULL ? ENOMEM : pool_open(&pool, sending->at_once);
    if (error == 0) {
        for (size_t i = 0; i < n; i++) {
            jobs[i] = (struct send_job){{send_one, &sending->results[i], NULL}, sending, i};
            pool_submit(&pool, &jobs[i].job);
        }
        for (size_t i = 0; i < n; i++)
            pool_wait(&pool, &sending->results[i]);
        pool_close(&pool);
    }
    free(jobs);
    return error;
}
