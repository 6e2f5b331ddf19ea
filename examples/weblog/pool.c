/* pool.c: see pool.h. */
#define _POSIX_C_SOURCE 200809L
#include "pool.h"
#include <errno.h>
#include <stdlib.h>

/* The next job of the queue, after waiting for one; NULL when the pool closes. */
static struct job *take_job(struct pool *pool)
{
    struct job *job;
    while (pool->first == NULL && !pool->closing)
        pthread_cond_wait(&pool->queued, &pool->lock);
    job = pool->first;
    if (job != NULL && (pool->first = job->next) == NULL)
        pool->last = &pool->first;
    return job;
}

static void *work(void *argument)
{
    struct pool *pool = argument;
    struct job *job;
    pthread_mutex_lock(&pool->lock);
    while ((job = take_job(pool)) != NULL) {
        int value = 0, error;
        pthread_mutex_unlock(&pool->lock);
        error = job->run(job, &value);
        pthread_mutex_lock(&pool->lock);
        future_fulfil(job->result, error, value);
        pthread_cond_broadcast(&pool->finished);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

int pool_open(struct pool *pool, size_t threads)
{
    int error = 0;
    *pool = (struct pool){.closing = false};
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->queued, NULL);
    pthread_cond_init(&pool->finished, NULL);
    pool->last = &pool->first;
    pool->thread = malloc(threads * sizeof *pool->thread);
    if (pool->thread == NULL)
        error = ENOMEM;
    for (; error == 0 && pool->threads < threads; pool->threads += error == 0)
        error = pthread_create(&pool->thread[pool->threads], NULL, work, pool);
    if (error != 0)
        pool_close(pool);
    return error;
}

void pool_submit(struct pool *pool, struct job *job)
{
    job->next = NULL;
    pthread_mutex_lock(&pool->lock);
    *pool->last = job;
    pool->last = &job->next;
    pthread_cond_signal(&pool->queued);
    pthread_mutex_unlock(&pool->lock);
}

void pool_wait(struct pool *pool, const struct future *result)
{
    pthread_mutex_lock(&pool->lock);
    while (!result->done)
        pthread_cond_wait(&pool->finished, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
}

void pool_close(struct pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    pool->closing = true;
    pthread_cond_broadcast(&pool->queued);
    pthread_mutex_unlock(&pool->lock);
    for (size_t k = 0; k < pool->threads; k++)
        pthread_join(pool->thread[k], NULL);
    free(pool->thread);
    pthread_mutex_destroy(&pool->lock);
    pthread_cond_destroy(&pool->queued);
    pthread_cond_destroy(&pool->finished);
}
