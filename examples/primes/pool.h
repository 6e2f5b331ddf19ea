/* pool.h: work for several threads, or several processes, by one interface.
 *
 * The work is one function and many items, which are numbers. Workers call the function for the
 * items; the thread that owns the pool hands items in and takes results out. Which kind of workers
 * they are is one word:
 *
 *     struct pool_work work = {square, NULL, sizeof(double)};
 *     struct pool *pool = pool_threads(&work, 4);     or pool_processes, or pool_alone
 *     if (pool && pool_map(pool, 1000, add, &total))
 *         ...
 *     pool_close(pool);
 *
 * To take it away: this file and pool.c, with pool_threads.c (POSIX threads) and pool_processes.c
 * (fork, socketpair). Nothing in them knows of primes or needs bitmill. */
#ifndef EXAMPLES_PRIMES_POOL_H
#define EXAMPLES_PRIMES_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* A task writes the result of an item. It must not change what `shared` points to. */
typedef void pool_task(const void *shared, size_t item, void *result);
/* Is called in the thread that owns the pool, so `total` needs no lock. */
typedef void pool_take(void *total, size_t item, const void *result);

struct pool_work {
    pool_task *task;
    const void *shared; /* processes see it as it was when the pool was made */
    size_t result_size; /* in bytes; a result has no pointers if processes are to return it */
};

struct pool;

/* A pool with these workers, at least 1. NULL, and errno, if it cannot be made; no worker is left
 * then. pool_alone does the work in the thread that asks for the results. */
struct pool *pool_alone(const struct pool_work *work, unsigned workers);
struct pool *pool_threads(const struct pool_work *work, unsigned workers);
struct pool *pool_processes(const struct pool_work *work, unsigned workers);

/* Does all items from 0 to items - 1, and calls `take` with each result, in the order in which they
 * are finished. False after an error, of which pool_error() tells. */
bool pool_map(struct pool *pool, size_t items, pool_take *take, void *total);

/* The parts of pool_map. pool_submit() hands in an item; false if the pool is full, so that a
 * result has to be taken first, or has failed. pool_next() waits for a result; false if no item
 * is left that was handed in, or the pool has failed. */
bool pool_submit(struct pool *pool, size_t item);
bool pool_next(struct pool *pool, size_t *item, void *result);

/* What went wrong, such as a process that died; NULL if nothing did. */
const char *pool_error(const struct pool *pool);

/* Waits until no worker runs, and frees the pool. NULL is allowed. */
void pool_close(struct pool *pool);

/* ---- For those who add a kind of pool ---- */

struct pool_kind {
    bool (*submit)(struct pool *pool, size_t item);              /* the pool is not full */
    bool (*next)(struct pool *pool, size_t *item, void *result); /* at least one is pending */
    void (*close)(struct pool *pool);
};

/* The first member of each kind's own structure. */
struct pool {
    const struct pool_kind *kind;
    struct pool_work work;
    size_t pending, room; /* items handed in, and not yet taken out; how many these can be */
    char error[120];      /* empty if there was none */
};

#endif
