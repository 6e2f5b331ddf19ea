/* answers.c: puts questions into shared memory, and waits for the answers. */
#define _GNU_SOURCE
#include "answers.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What stands for the question that is being answered before the first of a batch is. */
#define NOTHING (~0ull)

bool pupil_open(struct pupil *pupil, const struct sandbox *sandbox, unsigned function,
                double seconds)
{
    memset(pupil, 0, sizeof *pupil);
    pupil->sandbox = sandbox;
    pupil->function = function;
    pupil->seconds = seconds;
    pupil->fd = memfd_create("bitmill-grade", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    /* The seals: a file that becomes shorter would end us, and not the program. */
    if (pupil->fd >= 0 && ftruncate(pupil->fd, sizeof *pupil->shared) == 0 &&
        fcntl(pupil->fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0) {
        void *memory =
            mmap(NULL, sizeof *pupil->shared, PROT_READ | PROT_WRITE, MAP_SHARED, pupil->fd, 0);
        if (memory != MAP_FAILED) {
            pupil->shared = memory;
            return true;
        }
    }
    fprintf(stderr, "bitmill: grade: no shared memory: %s\n", strerror(errno));
    if (pupil->fd >= 0)
        close(pupil->fd);
    return false;
}

static int stop(struct pupil *pupil)
{
    int status = sandbox_stop(pupil->pid);
    close(pupil->to);
    close(pupil->from);
    pupil->pid = 0;
    return status;
}

void pupil_close(struct pupil *pupil)
{
    if (pupil->pid > 0)
        stop(pupil);
    munmap(pupil->shared, sizeof *pupil->shared);
    close(pupil->fd);
}

static bool start(struct pupil *pupil)
{
    pupil->shared->function = pupil->function;
    pupil->shared->filter = pupil->sandbox->kind != SANDBOX_NONE;
    pupil->pid = sandbox_start(pupil->sandbox, pupil->fd, &pupil->to, &pupil->from);
    if (pupil->pid <= 0) {
        pupil->pid = 0;
        fprintf(stderr, "bitmill: grade: no process: %s\n", strerror(errno));
        return false;
    }
    return true;
}

/* The time is up only if two turns have brought no progress; a machine may need some time to start
 * a program. What the program says of its progress may be a lie, so that there is an end anyway. */
static bool wait_for_answers(const struct pupil *pupil)
{
    volatile const unsigned long long *at = &pupil->shared->at;
    unsigned quiet = 0;
    for (double waited = 0; waited < 20 + 20 * pupil->seconds; waited += pupil->seconds) {
        const unsigned long long before = *at;
        struct pollfd wait = {pupil->from, POLLIN, 0};
        int ready = poll(&wait, 1, (int)(1000 * pupil->seconds) + 1);
        if (ready > 0)
            return true;
        quiet = *at == before && before != NOTHING ? quiet + 1 : 0;
        if (ready == 0 && quiet > 1)
            return false;
    }
    return false;
}

/* What became of a program that says nothing more. bubblewrap gives 128 and the signal. */
static enum silence cause(int status, bool began, int *signal)
{
    *signal = 0;
    if (!began)
        return NOT_STARTED;
    *signal = WIFSIGNALED(status)                              ? WTERMSIG(status)
              : WIFEXITED(status) && WEXITSTATUS(status) > 128 ? WEXITSTATUS(status) - 128
                                                               : 0;
    return *signal ? CRASHED : LEFT;
}

static size_t give_up(struct pupil *pupil, size_t first, size_t n, bool ended, enum silence *why,
                      int *signal)
{
    uint64_t at = pupil->shared->at;
    int status = 0;
    *signal = 0;
    *why = STUCK;
    if (ended) {
        /* Its pipe is closed: it is ending or has ended, and must not be killed before that. */
        for (int wait = 0; wait < 200; wait++) {
            siginfo_t info = {0};
            waitid(P_PID, (id_t)pupil->pid, &info, WEXITED | WNOHANG | WNOWAIT);
            if (info.si_pid == pupil->pid)
                break;
            usleep(5000);
        }
    }
    status = stop(pupil);
    if (ended)
        *why = cause(status, at != NOTHING, signal);
    if (*why == LEFT && pupil->shared->undefined != DEFINED)
        *why = UNDEFINED;
    at = at < n ? at : 0;
    for (size_t i = 0; i < at; i++)
        pupil->answers[first + i] = pupil->shared->answers[i];
    return first + at;
}

size_t pupil_ask(struct pupil *pupil, size_t first, enum silence *why, int *signal)
{
    const size_t n = pupil->count - first;
    char byte = 1;
    *why = NOT_STARTED;
    *signal = 0;
    if (pupil->pid == 0 && !start(pupil))
        return first;
    pupil->shared->count = n;
    pupil->shared->at = NOTHING;
    pupil->shared->undefined = DEFINED;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < MAX_ARGUMENTS; k++)
            pupil->shared->arguments[i][k] = pupil->questions[first + i][k];
    bool asked = write(pupil->to, &byte, 1) == 1;
    bool ready = !asked || wait_for_answers(pupil);
    if (!ready || !asked || read(pupil->from, &byte, 1) != 1)
        return give_up(pupil, first, n, ready, why, signal);
    for (size_t i = 0; i < n; i++)
        pupil->answers[first + i] = pupil->shared->answers[i];
    *why = ANSWERED;
    return pupil->count;
}
