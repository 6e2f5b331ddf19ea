/* future.h: a result that is not there yet. Who needs it waits until it is done, or leaves a
 * function that is called then. */
#ifndef WEBLOG_FUTURE_H
#define WEBLOG_FUTURE_H

#include <stdbool.h>
#include <stddef.h>

struct future {
    bool done;
    int value; /* if error is 0; here the status of the answer */
    int error; /* 0, or a number of <errno.h> such as ETIMEDOUT */
    void (*then)(struct future *, void *context); /* called once, when done; NULL: nothing is */
    void *context;
};

static inline void future_fulfil(struct future *future, int error, int value)
{
    future->value = value;
    future->error = error;
    future->done = true;
    if (future->then != NULL)
        future->then(future, future->context);
}

#endif
