/* The way of one thread: compare run_request with send_one of threads.c. */
#define _POSIX_C_SOURCE 200809L
#include "exchange.h"
#include "loop.h"
#include "send.h"
#include <bitmill.h>
#include <errno.h>
#include <stdlib.h>

struct requests;

/* What a request has to remember while it waits. */
struct request {
    struct task task; /* the first member: a pointer to it is one to all of this */
    struct requests *all;
    struct exchange exchange;
    uint64_t deadline;
    int error;
    size_t i; /* in the list */
    struct request *next_free;
};

struct requests {
    const struct sending *sending;
    struct loop loop;
    struct request *free; /* those that are not under way */
    size_t open;          /* how many are */
};

static void run_request(struct task *task)
{
    struct request *it = (struct request *)task;
    const struct sending *sending = it->all->sending;
    struct exchange *exchange = &it->exchange;
    int status = 0;

    TASK_BEGIN(task);
    it->deadline = clock_ms() + sending->timeout_ms;
    it->error = exchange_open(exchange, sending->port, list_url(sending->list, it->i));

    while (it->error == 0 && (it->error = exchange_send(exchange)) == EAGAIN) {
        TASK_WAIT(task, &it->all->loop, exchange->fd, EPOLLOUT, it->deadline);
        it->error = task->error;
    }
    while (it->error == 0 && (it->error = exchange_receive(exchange)) == EAGAIN) {
        TASK_WAIT(task, &it->all->loop, exchange->fd, EPOLLIN, it->deadline);
        it->error = task->error;
    }
    TASK_END;

    exchange_close(exchange);
    if (it->error == 0 && (status = exchange_status(exchange)) == 0)
        it->error = EPROTO;
    future_fulfil(&sending->results[it->i], it->error, status);
}

/* Called when a request is done. With one thread, nothing has to be locked or atomic. */
static void note_result(struct future *result, void *context)
{
    struct request *it = context;
    if (is_success(result))
        bmill_bits_set(it->all->sending->answered, it->i);
    it->next_free = it->all->free;
    it->all->free = it;
    it->all->open--;
}

static void start_request(struct requests *all, size_t i)
{
    struct request *it = all->free;
    all->free = it->next_free;
    all->open++;
    it->i = i;
    it->task = (struct task){.run = run_request};
    all->sending->results[i].then = note_result;
    all->sending->results[i].context = it;
    run_request(&it->task);
}

int send_by_loop(const struct sending *sending)
{
    size_t next = 0, n = sending->list->n;
    struct requests all = {.sending = sending};
    struct request *requests = calloc(sending->at_once, sizeof *requests);
    int error = requests == NULL ? ENOMEM : loop_open(&all.loop);
    if (error == 0) {
        for (size_t k = 0; k < sending->at_once; k++) {
            requests[k].all = &all;
            requests[k].next_free = all.free;
            all.free = &requests[k];
        }
        while (next < n || all.open > 0) {
            while (next < n && all.open < sending->at_once)
                start_request(&all, next++);
            if (all.open > 0)
                loop_turn(&all.loop);
        }
        for (size_t k = 0; k < sending->at_once; k++)
            exchange_free(&requests[k].exchange);
        loop_close(&all.loop);
    }
    free(requests);
    return error;
}
