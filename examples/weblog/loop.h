/* loop.h: tasks that wait and are resumed, all in one thread.
 *
 * A task is a function that is called again and again. Where it has to wait, it leaves a note of
 * the place (a line number) and of what it waits for, and returns; the loop calls it when that has
 * happened, and a switch jumps to the place. So the function reads as if it just waited there:
 *
 *     TASK_BEGIN(task);
 *     while (recv(fd, ...) would have to wait) {
 *         TASK_WAIT(task, loop, fd, EPOLLIN, deadline);
 *         if (task->error) ...
 *     }
 *     TASK_END;
 *
 * Local variables do not survive a wait: what has to is in a struct around the task. The trick is
 * known as protothreads (A. Dunkels), after a device of T. Duff. Thousands of tasks cost a struct
 * each, where threads cost a stack each. */
#ifndef WEBLOG_LOOP_H
#define WEBLOG_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <time.h>

struct task {
    void (*run)(struct task *);
    int at;                       /* the line where it goes on; 0: at the beginning */
    int error;                    /* after a wait: 0, ETIMEDOUT, or why it could not wait */
    int late;                     /* what error becomes at the deadline */
    uint64_t deadline;            /* 0 while it has none */
    struct task *next, *previous; /* the others whose deadline is in the same slot */
};

#define TASK_BEGIN(task)  \
    switch ((task)->at) { \
    case 0:;
#define TASK_WAIT(task, loop, fd, events, deadline)            \
    do {                                                       \
        loop_wait((loop), (task), (fd), (events), (deadline)); \
        (task)->at = __LINE__;                                 \
        return;                                                \
    case __LINE__:;                                            \
    } while (0)
#define TASK_END }

/* Deadlines are kept in a wheel of slots, one for each millisecond; after the last comes the first
 * again. A bitmap says which slots have any task, and one find gives the next of them: the timers
 * of Linux are kept so, too (kernel/time/timer.c). */
enum { SLOTS = 256 };

struct loop {
    int epoll;
    uint64_t now; /* in milliseconds; as of the last turn */
    struct task *slot[SLOTS];
    unsigned char used[SLOTS / 8];
};

/* 0, or a number of <errno.h>. */
int loop_open(struct loop *loop);
void loop_close(struct loop *loop);

/* Resumes the task when fd is ready for one of the events (EPOLLIN, EPOLLOUT), or with error
 * ETIMEDOUT at the deadline. fd -1: at the deadline only. Deadline 0: none. A task waits for one
 * thing at a time; closing fd is enough to forget it. */
void loop_wait(struct loop *loop, struct task *task, int fd, uint32_t events, uint64_t deadline);
/* Waits for the next event or deadline, and resumes all tasks that it concerns. */
void loop_turn(struct loop *loop);

/* The clock of all deadlines: milliseconds since some time in the past. */
uint64_t clock_ms(void);
/* A clock in seconds: CLOCK_MONOTONIC, or one of processor time. */
double clock_seconds(clockid_t clock);

#endif
