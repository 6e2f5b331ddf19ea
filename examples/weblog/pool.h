/* pool.h: a pool of threads, and jobs that wait in a queue until a thread is free. */
#ifndef WEBLOG_POOL_H
#define WEBLOG_POOL_H

#include "future.h"
#include <pthread.h>
#include <stddef.h>

struct job {
    /* Returns by *value and by an error, which go to the result. */
    int (*run)(struct job *, int *value);
    struct future *result;
    struct job *next; /* in the queue */
};

struct pool {
    pthread_mutex_t lock; /* of all that follows, and of the results */
    pthread_cond_t queued, finished;
    struct job *first, **last;
    bool closing;
    size_t threads;
    pthread_t *thread;
};

/* 0, or a number of <errno.h>. */
int pool_open(struct pool *pool, size_t threads);
/* The job belongs to the caller, who keeps it until it is done. */
void pool_submit(struct pool *pool, struct job *job);
void pool_wait(struct pool *pool, const struct future *result);
/* Waits for all jobs and ends the threads. */
void pool_close(struct pool *pool);

#endif
