/* check_pool.c: tests the pools: every item once, also with results that are large; a pool that is
 * full or empty; workers that die; threads and processes that cannot be made. Prints a line for
 * each mistake; exit status 1 if there was one. */
#define _POSIX_C_SOURCE 200809L
#include <bitmill.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* After so many, no thread or process can be made. */
static unsigned can_be_made = 1000;
static int scarce_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
                         void *argument)
{
    return can_be_made-- > 0 ? pthread_create(thread, attributes, run, argument) : EAGAIN;
}
static pid_t scarce_fork(void)
{
    if (can_be_made-- > 0)
        return fork();
    errno = EAGAIN;
    return -1;
}
#define pthread_create scarce_create
#define fork           scarce_fork
#include "pool_processes.c"
#include "pool_threads.c"

typedef struct pool *open_pool(const struct pool_work *work, unsigned workers);

static unsigned checked, mistakes;
static const char *now = "";

static void check(bool right, const char *what)
{
    checked++;
    mistakes += !right;
    if (!right)
        printf("failed: %s: %s\n", now, what);
}

/* ---- Every item once ---- */

enum { ITEMS_OF_MAP = 500 };

/* Bytes of a result, from a pair of numbers to more than a socket holds at once. */
static const size_t result_sizes[] = {2 * sizeof(size_t), 1000000};

/* The item's square plus 7, and at the other end its complement. */
static void square(const void *size, size_t item, void *result)
{
    /* Some items take longer, so that they do not end in order. */
    if (item % 50 == 0)
        nanosleep(&(struct timespec){0, 500000}, NULL);
    size_t *value = result;
    value[0] = item * item + 7;
    value[*(const size_t *)size / sizeof(size_t) - 1] = ~item;
}

struct taken {
    unsigned char items[BMILL_BYTES(ITEMS_OF_MAP)];
    size_t wrong, twice, result_size;
};

static void take_square(void *total, size_t item, const void *result)
{
    struct taken *taken = total;
    const size_t *value = result;
    size_t last = value[taken->result_size / sizeof(size_t) - 1];
    taken->wrong += value[0] != item * item + 7 || last != ~item;
    taken->twice += bmill_bits_test_and_set(taken->items, item);
}

static void check_map(open_pool *open, unsigned workers, size_t items, size_t result_size)
{
    struct pool_work work = {square, &result_size, result_size};
    struct taken taken = {{0}, 0, 0, result_size};
    struct pool *pool = open(&work, workers);
    check(pool_map(pool, items, take_square, &taken), "map fails");
    check(taken.wrong == 0, "a result is wrong");
    check(taken.twice == 0, "an item is done twice");
    check(bmill_bits_count(taken.items, ITEMS_OF_MAP) == items, "not every item is done");
    check(!pool_error(pool), "an error without a reason");
    pool_close(pool);
}

/* ---- Submit and next ---- */

static void check_parts(open_pool *open, unsigned workers)
{
    size_t result[2], size = sizeof result, item = 0, submitted = 0, sum = 0;
    struct pool_work work = {square, &size, size};
    struct pool *pool = open(&work, workers);
    check(!pool_next(pool, &item, result), "a result of nothing");
    while (submitted < 10000 && pool_submit(pool, submitted))
        submitted++;
    check(submitted >= workers && submitted <= 4 * workers, "a pool is full too late or too early");
    for (size_t i = 0; i < submitted; i++) {
        check(pool_next(pool, &item, result) && result[0] == item * item + 7, "a result is wrong");
        sum += item;
    }
    check(sum == submitted * (submitted - 1) / 2, "other items come out than went in");
    check(!pool_next(pool, &item, result), "more results than items");
    check(pool_submit(pool, 3), "a pool that was emptied is full");
    pool_close(pool); /* with an item that nobody waits for */
}

/* ---- An item that takes long holds up one other at most, which its worker has already ---- */

static int gate[2];
static size_t before_gate;

static void wait_at_gate(const void *unused, size_t item, void *result)
{
    char byte = 0;
    (void)unused;
    if (item == 0 && read(gate[0], &byte, 1) != 1)
        _exit(1);
    memcpy(result, &byte, 1);
}

static void open_gate(void *failed, size_t item, const void *result)
{
    (void)item, (void)result;
    if (++before_gate == 98)
        *(bool *)failed = write(gate[1], "x", 1) != 1;
}

static void check_long_item(open_pool *open)
{
    bool write_failed = true;
    struct pool_work work = {wait_at_gate, NULL, 1};
    before_gate = 0;
    check(pipe(gate) == 0, "pipe");
    struct pool *pool = open(&work, 2);
    check(pool_map(pool, 100, open_gate, &write_failed) && !write_failed, "the gate stays closed");
    pool_close(pool);
    close(gate[0]);
    close(gate[1]);
}

/* ---- What goes wrong ---- */

static void die(const void *how, size_t item, void *result)
{
    memset(result, 0, sizeof(size_t));
    if (item != 5)
        return;
    if (*(const int *)how > 0)
        raise(*(const int *)how);
    _exit(-*(const int *)how);
}

static void ignore(void *total, size_t item, const void *result)
{
    (void)item, (void)result;
    ++*(size_t *)total;
}

static void check_death(int how, const char *expected)
{
    size_t taken = 0, expected_most = 19;
    struct pool_work work = {die, &how, sizeof(size_t)};
    struct pool *pool = pool_processes(&work, 3);
    check(!pool_map(pool, 20, ignore, &taken) && taken <= expected_most, "a death goes unnoticed");
    const char *error = pool_error(pool);
    check(error && strstr(error, expected), "how a process died is not told");
    check(!pool_submit(pool, 1), "a broken pool accepts items");
    pool_close(pool);
}

static void check_death_of_idle_worker(void)
{
    size_t item, result;
    int how = 0;
    struct pool_work work = {die, &how, sizeof(size_t)};
    struct pool *pool = pool_processes(&work, 1);
    kill(((struct processes *)pool)->workers[0].pid, SIGKILL);
    /* A send succeeds as long as the process is not gone; then no result comes. */
    check(!pool_submit(pool, 1) || !pool_next(pool, &item, &result), "a result of a dead process");
    check(pool_error(pool) && strstr(pool_error(pool), "signal 9"), "its death is not told");
    pool_close(pool);
}

static void check_scarce(open_pool *open, unsigned can)
{
    struct pool_work work = {square, &result_sizes[0], result_sizes[0]};
    can_be_made = can;
    errno = 0;
    struct pool *pool = open(&work, 4);
    check(!pool && errno == EAGAIN, "a pool with fewer workers than asked for");
    pool_close(pool);
    can_be_made = 1000;
}

int main(void)
{
    static const struct {
        const char *name;
        open_pool *open;
    } kinds[] = {{"alone", pool_alone}, {"threads", pool_threads}, {"processes", pool_processes}};
    alarm(60); /* a pool that waits for what never comes fails */
    for (int kind = 0; kind < 3; kind++)
        for (unsigned workers = 1; workers <= 5; workers++) {
            now = kinds[kind].name;
            check_map(kinds[kind].open, workers, ITEMS_OF_MAP, result_sizes[0]);
            check_map(kinds[kind].open, workers, 10, result_sizes[1]);
            check_map(kinds[kind].open, workers, 1, result_sizes[0]);
            check_map(kinds[kind].open, workers, 0, result_sizes[0]);
            check_parts(kinds[kind].open, kind == 0 ? 1 : workers);
        }
    for (unsigned can = 0; can < 4; can++)
        for (int kind = 1; kind < 3; kind++) {
            now = kinds[kind].name;
            check_scarce(kinds[kind].open, can);
        }
    for (int kind = 1; kind < 3; kind++) {
        now = kinds[kind].name;
        check_long_item(kinds[kind].open);
    }
    now = "processes";
    check_death(SIGKILL, "was killed by signal 9");
    check_death(-3, "ended with exit status 3");
    check_death_of_idle_worker();
    check(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD, "a process is left");
    printf("%u claims about pools, %u mistakes\n", checked, mistakes);
    return mistakes != 0;
}
