/* threads.c: several threads that run a contender at once, each on its part of the bitmaps and on a
 * processor of its own. */
#ifdef __linux__
#define _GNU_SOURCE /* sched_getaffinity, pthread_setaffinity_np */
#endif
#include "bench.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The processors of this process before it was pinned to one. */
#ifdef __linux__
static cpu_set_t processors;
size_t processors_here(void)
{
    if (CPU_COUNT(&processors) == 0)
        sched_getaffinity(0, sizeof processors, &processors);
    return (size_t)CPU_COUNT(&processors);
}
static void pin_to(size_t which)
{
    cpu_set_t one;
    CPU_ZERO(&one);
    for (size_t i = 0; i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &processors) && which-- == 0)
            CPU_SET(i, &one);
    pthread_setaffinity_np(pthread_self(), sizeof one, &one);
}
#else
enum { CPU_SETSIZE = 1 };
size_t processors_here(void) { return 1; }
static void pin_to(size_t which) { (void)which; }
#endif

static double wall_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

/* What the threads of a turn do. */
static struct {
    repeat_function *repeat;
    const struct operands *m;
    const struct walk *walk;
    uint64_t calls;
    size_t threads;
} work;
static atomic_size_t ready;
static atomic_bool begun;

static void run_part(size_t which)
{
    struct operands part = *work.m;
    /* Parts begin at cache lines; the last one has the rest. */
    size_t step = part.nbytes / work.threads / 64 * 64;
    part.dst += which * step;
    part.a += which * step;
    part.b += which * step;
    part.c += which * step;
    part.nbytes = which + 1 < work.threads ? step : part.nbytes - which * step;
    work.repeat(work.calls, &part, work.walk);
}

static void *run_other_part(void *argument)
{
    size_t which = (size_t)(uintptr_t)argument;
    pin_to(which);
    atomic_fetch_add(&ready, 1);
    while (!atomic_load(&begun))
        sched_yield(); /* a neighbour may have the processor of another one that is not ready */
    run_part(which);
    return NULL;
}

/* The threads are started anew each time, before the clock, so that none waits busily while others
 * are measured. */
double time_threads(repeat_function *repeat, uint64_t calls, const struct operands *m,
                    const struct walk *walk, size_t threads)
{
    static pthread_t others[CPU_SETSIZE];
    double start;
    work.repeat = repeat, work.m = m, work.walk = walk, work.calls = calls, work.threads = threads;
    atomic_store(&ready, 0);
    atomic_store(&begun, false);
    pin_to(0);
    for (size_t i = 1; i < threads; i++)
        if (pthread_create(&others[i], NULL, run_other_part, (void *)(uintptr_t)i) != 0) {
            fprintf(stderr, "bench_bits: --threads %zu: cannot start so many\n", threads);
            exit(1);
        }
    while (atomic_load(&ready) < threads - 1)
        sched_yield();
    start = wall_ns();
    atomic_store(&begun, true);
    run_part(0);
    for (size_t i = 1; i < threads; i++)
        pthread_join(others[i], NULL);
    return wall_ns() - start;
}
