/* pool_processes.c: a pool of processes. Each worker is a copy of the program, made by fork(), with
 * a pair of sockets between it and the owner: items go down as numbers, results come up as bytes.
 * Nothing else is shared, so a worker that crashes harms no other. Its end of the socket is closed
 * then, by which the owner notices. */
#define _POSIX_C_SOURCE 200809L
#include "pool.h"
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* For each worker: one at work, and one so that it need not wait for the owner. */
enum { ITEMS = 2 };

struct worker {
    pid_t pid;
    size_t pending;
};

/* What a worker sends. */
struct message {
    size_t item;
    _Alignas(max_align_t) unsigned char result[];
};

struct processes {
    struct pool pool;
    struct message *message;
    size_t message_size;
    unsigned nworkers;
    struct worker *workers;
    struct pollfd *sockets; /* one for each worker */
};

/* All bytes, or false. A send to a process that is gone is an error, and not a signal. */
static bool send_all(int socket, const void *message, size_t size)
{
    const char *next = message;
    while (size > 0) {
        ssize_t sent = send(socket, next, size, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return false;
        next += sent > 0 ? sent : 0;
        size -= sent > 0 ? (size_t)sent : 0;
    }
    return true;
}

/* All bytes, or false at the end. */
static bool receive_all(int socket, void *message, size_t size)
{
    char *next = message;
    while (size > 0) {
        ssize_t received = recv(socket, next, size, 0);
        if (received == 0 || (received < 0 && errno != EINTR))
            return false;
        next += received > 0 ? received : 0;
        size -= received > 0 ? (size_t)received : 0;
    }
    return true;
}

/* What a worker does, until the owner closes its end. _exit() leaves alone what the owner had still
 * to print when it was copied. */
static _Noreturn void serve(const struct processes *processes, int socket)
{
    const struct pool_work *work = &processes->pool.work;
    struct message *message = processes->message;
    while (receive_all(socket, &message->item, sizeof message->item)) {
        work->task(work->shared, message->item, message->result);
        if (!send_all(socket, message, processes->message_size))
            break;
    }
    _exit(0);
}

/* Waits for a worker that is gone or will be soon, and tells how it ended. */
static void tell_end(struct processes *processes, unsigned i)
{
    struct worker *worker = &processes->workers[i];
    char *error = processes->pool.error;
    size_t size = sizeof processes->pool.error;
    int status = 0;
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFSIGNALED(status))
        snprintf(error, size, "worker process %ld was killed by signal %d", (long)worker->pid,
                 WTERMSIG(status));
    else
        snprintf(error, size, "worker process %ld ended with exit status %d", (long)worker->pid,
                 WEXITSTATUS(status));
    worker->pid = 0;
}

static bool processes_submit(struct pool *pool, size_t item)
{
    struct processes *processes = (struct processes *)pool;
    unsigned least = 0;
    for (unsigned i = 1; i < processes->nworkers; i++)
        if (processes->workers[i].pending < processes->workers[least].pending)
            least = i;
    if (!send_all(processes->sockets[least].fd, &item, sizeof item)) {
        tell_end(processes, least);
        return false;
    }
    processes->workers[least].pending++;
    return true;
}

static bool processes_next(struct pool *pool, size_t *item, void *result)
{
    struct processes *processes = (struct processes *)pool;
    while (poll(processes->sockets, processes->nworkers, -1) < 0)
        if (errno != EINTR) {
            snprintf(pool->error, sizeof pool->error, "poll: %s", strerror(errno));
            return false;
        }
    unsigned i = 0;
    while (processes->sockets[i].revents == 0)
        i++;
    struct message *message = processes->message;
    if (!receive_all(processes->sockets[i].fd, message, processes->message_size)) {
        tell_end(processes, i);
        return false;
    }
    processes->workers[i].pending--;
    *item = message->item;
    memcpy(result, message->result, pool->work.result_size);
    return true;
}

static void processes_close(struct pool *pool)
{
    struct processes *processes = (struct processes *)pool;
    for (unsigned i = 0; i < processes->nworkers; i++)
        close(processes->sockets[i].fd);
    for (unsigned i = 0; i < processes->nworkers; i++)
        while (processes->workers[i].pid && waitpid(processes->workers[i].pid, NULL, 0) < 0 &&
               errno == EINTR)
            ;
    free(processes->sockets);
    free(processes->workers);
    free(processes->message);
    free(processes);
}

static bool add_worker(struct processes *processes)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0) {
        /* The copies of the owner's ends would keep the other workers' sockets open. */
        for (unsigned i = 0; i < processes->nworkers; i++)
            close(processes->sockets[i].fd);
        close(sockets[0]);
        serve(processes, sockets[1]);
    }
    int error = errno;
    close(sockets[1]);
    if (pid < 0) {
        close(sockets[0]);
        errno = error;
        return false;
    }
    processes->sockets[processes->nworkers] = (struct pollfd){.fd = sockets[0], .events = POLLIN};
    processes->workers[processes->nworkers++].pid = pid;
    return true;
}

struct pool *pool_processes(const struct pool_work *work, unsigned workers)
{
    static const struct pool_kind kind = {processes_submit, processes_next, processes_close};
    struct processes *processes = calloc(1, sizeof *processes);
    if (!processes)
        return NULL;
    processes->pool = (struct pool){.kind = &kind, .work = *work, .room = (size_t)ITEMS * workers};
    processes->message_size = sizeof(struct message) + work->result_size;
    processes->message = calloc(1, processes->message_size);
    processes->workers = calloc(workers, sizeof *processes->workers);
    processes->sockets = calloc(workers, sizeof *processes->sockets);
    bool ready = processes->message && processes->workers && processes->sockets;
    while (ready && processes->nworkers < workers)
        ready = add_worker(processes);
    if (!ready) {
        int error = errno;
        processes_close(&processes->pool);
        errno = error;
        return NULL;
    }
    return &processes->pool;
}
