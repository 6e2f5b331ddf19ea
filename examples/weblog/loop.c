/* loop.c: see loop.h. */
#define _POSIX_C_SOURCE 200809L
#include "loop.h"
#include <bitmill.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

uint64_t clock_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

double clock_seconds(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int loop_open(struct loop *loop)
{
    memset(loop, 0, sizeof *loop);
    loop->now = clock_ms();
    loop->epoll = epoll_create1(EPOLL_CLOEXEC);
    return loop->epoll < 0 ? errno : 0;
}

void loop_close(struct loop *loop) { close(loop->epoll); }

/* ---- The wheel ---- */

static void keep_deadline(struct loop *loop, struct task *task, uint64_t deadline)
{
    struct task **slot;
    if (deadline == 0)
        return;
    /* One that is past is seen to in the next turn. */
    task->deadline = deadline > loop->now ? deadline : loop->now + 1;
    slot = &loop->slot[task->deadline % SLOTS];
    task->previous = NULL;
    task->next = *slot;
    if (*slot != NULL)
        (*slot)->previous = task;
    *slot = task;
    bmill_bits_set(loop->used, task->deadline % SLOTS);
}

static void drop_deadline(struct loop *loop, struct task *task)
{
    size_t slot = task->deadline % SLOTS;
    if (task->deadline == 0)
        return;
    if (task->next != NULL)
        task->next->previous = task->previous;
    if (task->previous != NULL)
        task->previous->next = task->next;
    else
        loop->slot[slot] = task->next;
    if (loop->slot[slot] == NULL)
        bmill_bits_clear(loop->used, slot);
    task->deadline = 0;
}

/* Milliseconds until the next slot that has a task; -1 if none has. In a slot may be tasks of a
 * later round of the wheel, too: then the turn finds nothing to do. */
static int until_next_deadline(const struct loop *loop)
{
    uint64_t passed = clock_ms() - loop->now; /* since the last turn */
    size_t here = loop->now % SLOTS, slot = bmill_bits_find_next_set(loop->used, SLOTS, here);
    if (slot == SLOTS)
        slot = SLOTS + bmill_bits_find_first_set(loop->used, SLOTS);
    if (slot == 2 * SLOTS)
        return -1;
    return slot - here > passed ? (int)(slot - here - passed) : 0;
}

static void resume(struct loop *loop, struct task *task, int error)
{
    drop_deadline(loop, task);
    task->error = error;
    task->run(task); /* which may free the task */
}

/* A task that is resumed may wait again, and so change the list: the search begins anew each time.
 */
static void resume_slot(struct loop *loop, size_t slot)
{
    struct task *task = loop->slot[slot];
    while (task != NULL)
        if (task->deadline <= loop->now) {
            resume(loop, task, task->late);
            task = loop->slot[slot];
        } else
            task = task->next;
}

/* The deadlines after `before` and up to now. */
static void resume_late(struct loop *loop, uint64_t before)
{
    uint64_t passed = loop->now - before;
    size_t first = (before + 1) % SLOTS, count = passed < SLOTS ? (size_t)passed : SLOTS, end;
    end = first + count < SLOTS ? first + count : SLOTS;
    for (size_t slot = first; (slot = bmill_bits_find_next_set(loop->used, end, slot)) < end;
         slot++)
        resume_slot(loop, slot);
    end = count - (end - first);
    for (size_t slot = 0; (slot = bmill_bits_find_next_set(loop->used, end, slot)) < end; slot++)
        resume_slot(loop, slot);
}

/* ---- Waiting ---- */

void loop_wait(struct loop *loop, struct task *task, int fd, uint32_t events, uint64_t deadline)
{
    /* One event, then silence until the next wait: a task that waits for something else must not be
     * resumed by data that comes meanwhile. */
    struct epoll_event event = {.events = events | EPOLLONESHOT, .data.ptr = task};
    task->late = ETIMEDOUT;
    if (fd >= 0 && epoll_ctl(loop->epoll, EPOLL_CTL_MOD, fd, &event) != 0 &&
        (errno != ENOENT || epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &event) != 0)) {
        task->late = errno; /* no memory: the task is told in the next turn */
        deadline = loop->now + 1;
    }
    keep_deadline(loop, task, deadline);
}

void loop_turn(struct loop *loop)
{
    struct epoll_event events[64];
    uint64_t before = loop->now;
    int n = epoll_wait(loop->epoll, events, 64, until_next_deadline(loop));
    loop->now = clock_ms();
    for (int k = 0; k < n; k++)
        resume(loop, events[k].data.ptr, 0);
    resume_late(loop, before);
}
