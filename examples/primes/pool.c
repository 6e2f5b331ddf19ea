/* pool.c: what all kinds of pools share, and the kind without any workers. */
#include "pool.h"
#include <stdio.h>
#include <stdlib.h>

bool pool_submit(struct pool *pool, size_t item)
{
    if (pool->error[0] || pool->pending == pool->room || !pool->kind->submit(pool, item))
        return false;
    pool->pending++;
    return true;
}

bool pool_next(struct pool *pool, size_t *item, void *result)
{
    if (pool->error[0] || pool->pending == 0 || !pool->kind->next(pool, item, result))
        return false;
    pool->pending--;
    return true;
}

const char *pool_error(const struct pool *pool) { return pool->error[0] ? pool->error : NULL; }

bool pool_map(struct pool *pool, size_t items, pool_take *take, void *total)
{
    size_t next = 0, item;
    void *result = malloc(pool->work.result_size);
    if (!result) {
        snprintf(pool->error, sizeof pool->error, "no memory for a result of %zu bytes",
                 pool->work.result_size);
        return false;
    }
    do {
        while (next < items && pool_submit(pool, next))
            next++;
        if (pool_next(pool, &item, result))
            take(total, item, result);
    } while ((next < items || pool->pending > 0) && !pool->error[0]);
    free(result);
    return !pool->error[0];
}

void pool_close(struct pool *pool)
{
    if (pool)
        pool->kind->close(pool);
}

/* ---- The kind without workers: the item waits until its result is asked for ---- */

struct alone {
    struct pool pool;
    size_t item;
};

static bool alone_submit(struct pool *pool, size_t item)
{
    ((struct alone *)pool)->item = item;
    return true;
}

static bool alone_next(struct pool *pool, size_t *item, void *result)
{
    *item = ((struct alone *)pool)->item;
    pool->work.task(pool->work.shared, *item, result);
    return true;
}

static void alone_close(struct pool *pool) { free(pool); }

struct pool *pool_alone(const struct pool_work *work, unsigned workers)
{
    static const struct pool_kind kind = {alone_submit, alone_next, alone_close};
    struct alone *alone = malloc(sizeof *alone);
    (void)workers;
    if (!alone)
        return NULL;
    *alone = (struct alone){.pool = {.kind = &kind, .work = *work, .room = 1}};
    return &alone->pool;
}
