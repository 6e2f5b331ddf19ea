/* resend.c: see resend.h. */
#define _POSIX_C_SOURCE 200809L
#include "resend.h"
#include "loop.h"
#include "send.h"
#include "server.h"
#include <bitmill.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* One way of sending, and what came of it. */
struct way {
    const char *name;
    int (*send)(const struct sending *);
    size_t at_once;
    unsigned char *failed;   /* a bit for each request of the list */
    size_t success, refused; /* 2xx; other answers */
    size_t timeouts, cut;    /* no answer in time; one that is not whole */
    size_t broken;           /* all other errors, and the first of them */
    int first_error;
    struct tally server;
    double seconds, cpu_seconds; /* the second without the server */
};

static void count_results(struct way *way, const struct future *results, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is_success(&results[i]))
            way->success++;
        else if (results[i].error == 0)
            way->refused++;
        else if (results[i].error == ETIMEDOUT)
            way->timeouts++;
        else if (results[i].error == EPROTO)
            way->cut++;
        else if (way->broken++ == 0)
            way->first_error = results[i].error;
}

/* Sends all of the list in one way, to a server of its own. */
static int try_way(struct way *way, const struct list *list, const struct options *options)
{
    size_t bytes = (list->n + 7) / 8;
    struct future *results = calloc(list->n + 1, sizeof *results);
    unsigned char *answered = calloc(1, bytes + 1);
    struct server *server;
    int error = ENOMEM;
    way->failed = calloc(1, bytes + 1);
    if (results != NULL && answered != NULL && way->failed != NULL)
        error = server_start(&server, options->seed);
    if (error == 0) {
        struct sending sending = {
            list, server_port(server), options->timeout_ms, way->at_once, results, answered};
        double begun = clock_seconds(CLOCK_MONOTONIC);
        double cpu_begun = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
        error = way->send(&sending);
        way->seconds = clock_seconds(CLOCK_MONOTONIC) - begun;
        server_stop(server, &way->server);
        way->cpu_seconds =
            clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_begun - way->server.cpu_seconds;
        count_results(way, results, list->n);
        /* All are on the list of failures at first. */
        bmill_bits_set_range(way->failed, 0, list->n);
        bmill_bits_andnot(way->failed, way->failed, answered, list->n);
    }
    free(results);
    free(answered);
    return error;
}

static void report_server(const struct tally *tally)
{
    const size_t *of = tally->fate;
    printf(
        "server: 200 to %zu, 503 to %zu, late to %zu, silent to %zu, drips to %zu, half to %zu\n",
        of[FATE_OK], of[FATE_UNAVAILABLE], of[FATE_SLOW], of[FATE_SILENT], of[FATE_DRIP],
        of[FATE_CUT]);
}

static void report(const struct way *way, const struct options *options)
{
    printf("%s: %zu succeed, %zu are refused, %zu time out, %zu break off\n", way->name,
           way->success, way->refused, way->timeouts, way->cut);
    if (way->broken > 0)
        printf("%s: %zu could not be sent: %s\n", way->name, way->broken,
               strerror(way->first_error));
    if (options->time)
        printf("%s: %.3f s, %.3f s of processor time, at most %zu at once\n", way->name,
               way->seconds, way->cpu_seconds, way->at_once);
}

/* Whether each side has counted the same, and both ways have left the same on the list. */
static bool agree(const struct way *a, const struct way *b, size_t n)
{
    const struct way *ways[] = {a, b};
    for (int k = 0; k < 2; k++) {
        const struct tally *server = &ways[k]->server;
        if (ways[k]->success != server->fate[FATE_OK] + server->fate[FATE_SLOW] ||
            ways[k]->refused != server->fate[FATE_UNAVAILABLE] ||
            ways[k]->timeouts != server->fate[FATE_SILENT] + server->fate[FATE_DRIP] ||
            ways[k]->cut != server->fate[FATE_CUT]) {
            fprintf(stderr, "weblog: %s and the server count differently\n", ways[k]->name);
            report_server(server);
            return false;
        }
    }
    if (!bmill_bits_equal(a->failed, b->failed, n)) {
        fprintf(stderr, "weblog: %zu requests fail in one way only\n",
                bmill_bits_xor_count(a->failed, b->failed, n));
        return false;
    }
    return true;
}

unsigned char *resend(const struct list *list, const struct options *options)
{
    struct way threads = {.name = "threads", .send = send_by_threads, .at_once = options->threads};
    struct way loop = {.name = "one loop", .send = send_by_loop, .at_once = options->in_flight};
    int error = try_way(&threads, list, options);
    bool right = false;
    if (error == 0)
        error = try_way(&loop, list, options);
    if (error != 0) {
        fprintf(stderr, "weblog: the requests cannot be sent: %s\n", strerror(error));
    } else {
        report(&threads, options);
        report(&loop, options);
        right = agree(&threads, &loop, list->n);
        if (right)
            report_server(&loop.server);
        if (options->time)
            printf("threads took %.1f times as long\n", threads.seconds / loop.seconds);
    }
    free(loop.failed);
    if (!right) {
        free(threads.failed);
        return NULL;
    }
    return threads.failed;
}
