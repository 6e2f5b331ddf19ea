/* pool_threads.c: a pool of threads. A job is an item and room for its result. It goes from the
 * list of spare jobs to those that wait for a worker, to a worker, to those that are done, and
 * back. One lock guards the lists; a condition variable for each side wakes who waits for a job.
 * The work itself is done without the lock. */
#define _POSIX_C_SOURCE 200809L
#include "pool.h"
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
    /* For arrays of tasks. Else it is up to the system: 8 MiB with glibc, 128 KiB with musl. */
    STACK = 1 << 20,
    /* Jobs for each worker: one at work, and others so that it need not wait for the owner. */
    JOBS = 4,
    CACHE_LINE = 64,
};

struct job {
    struct job *next;
    size_t item;
    _Alignas(max_align_t) unsigned char result[];
};

/* First in, first out. */
struct queue {
    struct job *first, **end;
};

struct threads {
    struct pool pool;
    void *memory; /* of all jobs */
    pthread_mutex_t lock;
    pthread_cond_t is_waiting, is_done;
    struct queue spare, waiting, done;
    bool closing;
    unsigned nworkers;
    pthread_t workers[];
};

static void put(struct queue *queue, struct job *job)
{
    job->next = NULL;
    *queue->end = job;
    queue->end = &job->next;
}

static struct job *take(struct queue *queue)
{
    struct job *job = queue->first;
    queue->first = job->next;
    if (!queue->first)
        queue->end = &queue->first;
    return job;
}

static void *do_jobs(void *argument)
{
    struct threads *threads = argument;
    const struct pool_work *work = &threads->pool.work;
    pthread_mutex_lock(&threads->lock);
    for (;;) {
        while (!threads->waiting.first && !threads->closing)
            pthread_cond_wait(&threads->is_waiting, &threads->lock);
        if (threads->closing)
            break;
        struct job *job = take(&threads->waiting);
        pthread_mutex_unlock(&threads->lock);
        work->task(work->shared, job->item, job->result);
        pthread_mutex_lock(&threads->lock);
        put(&threads->done, job);
        pthread_cond_signal(&threads->is_done);
    }
    pthread_mutex_unlock(&threads->lock);
    return NULL;
}

static bool threads_submit(struct pool *pool, size_t item)
{
    struct threads *threads = (struct threads *)pool;
    pthread_mutex_lock(&threads->lock);
    struct job *job = take(&threads->spare);
    job->item = item;
    put(&threads->waiting, job);
    pthread_cond_signal(&threads->is_waiting);
    pthread_mutex_unlock(&threads->lock);
    return true;
}

static bool threads_next(struct pool *pool, size_t *item, void *result)
{
    struct threads *threads = (struct threads *)pool;
    pthread_mutex_lock(&threads->lock);
    while (!threads->done.first)
        pthread_cond_wait(&threads->is_done, &threads->lock);
    struct job *job = take(&threads->done);
    *item = job->item;
    memcpy(result, job->result, pool->work.result_size);
    put(&threads->spare, job);
    pthread_mutex_unlock(&threads->lock);
    return true;
}

static void threads_close(struct pool *pool)
{
    struct threads *threads = (struct threads *)pool;
    pthread_mutex_lock(&threads->lock);
    threads->closing = true;
    pthread_cond_broadcast(&threads->is_waiting);
    pthread_mutex_unlock(&threads->lock);
    for (unsigned i = 0; i < threads->nworkers; i++)
        pthread_join(threads->workers[i], NULL);
    pthread_cond_destroy(&threads->is_done);
    pthread_cond_destroy(&threads->is_waiting);
    pthread_mutex_destroy(&threads->lock);
    free(threads->memory);
    free(threads);
}

/* Memory, lists and locks, without any thread yet. */
static struct threads *prepare(const struct pool_work *work, unsigned workers)
{
    static const struct pool_kind kind = {threads_submit, threads_next, threads_close};
    struct threads *threads = calloc(1, sizeof *threads + workers * sizeof(pthread_t));
    /* No two jobs share a cache line, since two threads may write to them at the same time. */
    size_t size =
        (sizeof(struct job) + work->result_size + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    size_t room = (size_t)JOBS * workers;
    unsigned char *memory = aligned_alloc(CACHE_LINE, size * room);
    if (!threads || !memory) {
        free(threads);
        free(memory);
        errno = ENOMEM;
        return NULL;
    }
    threads->pool = (struct pool){.kind = &kind, .work = *work, .room = room};
    threads->memory = memory;
    threads->spare.end = &threads->spare.first;
    threads->waiting.end = &threads->waiting.first;
    threads->done.end = &threads->done.first;
    for (size_t i = 0; i < room; i++)
        put(&threads->spare, (struct job *)(void *)(memory + i * size));
    pthread_mutex_init(&threads->lock, NULL);
    pthread_cond_init(&threads->is_waiting, NULL);
    pthread_cond_init(&threads->is_done, NULL);
    return threads;
}

struct pool *pool_threads(const struct pool_work *work, unsigned workers)
{
    struct threads *threads = prepare(work, workers);
    if (!threads)
        return NULL;
    pthread_attr_t attributes;
    int error = pthread_attr_init(&attributes);
    if (!error) {
        pthread_attr_setstacksize(&attributes, STACK);
        while (!error && threads->nworkers < workers) {
            error =
                pthread_create(&threads->workers[threads->nworkers], &attributes, do_jobs, threads);
            threads->nworkers += !error;
        }
        pthread_attr_destroy(&attributes);
    }
    if (error) {
        threads_close(&threads->pool);
        errno = error;
        return NULL;
    }
    return &threads->pool;
}
