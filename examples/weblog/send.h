/* send.h: sends the requests of a list to a server, in two ways that do the same.
 *
 * By threads: each thread sends a request, waits for the answer, and takes the next one. While it
 * waits, it sleeps, and its stack with it. By a loop: one thread, in which each request is a task
 * that waits and is resumed.
 *
 * What counts is how many wait at once. With --lines 100000 --time, three runs each on two busy
 * cores, 8 threads took 13 to 15 times as long as 256 tasks; but 256 threads only 0.7 to 0.9 times,
 * for 1.3 to 1.5 times the processor time, and with 256 stacks. */
#ifndef WEBLOG_SEND_H
#define WEBLOG_SEND_H

#include "future.h"
#include "list.h"

struct sending {
    const struct list *list;
    uint16_t port;
    unsigned timeout_ms;    /* for a whole request, from connecting to the end of the answer */
    size_t at_once;         /* threads, or requests that the loop has open at a time */
    struct future *results; /* one for each of the list, all 0 at first */
    void *answered;         /* bit i becomes 1 if the answer to request i is a success, 2xx */
};

/* Returns when all is done: 0, or a number of <errno.h> if it could not begin. */
int send_by_threads(const struct sending *sending);
int send_by_loop(const struct sending *sending);

static inline bool is_success(const struct future *result)
{
    return result->error == 0 && result->value / 100 == 2;
}

#endif
