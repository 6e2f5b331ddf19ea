/* server.h: a web server to try with, in a thread of its own, with the loop of loop.h. It can be
 * reached from this machine only, at a port that the kernel chooses. What it does with a URL is
 * drawn from the URL and a seed: so it is the same whoever asks, how often, and in which order. */
#ifndef WEBLOG_SERVER_H
#define WEBLOG_SERVER_H

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

/* 200 at once; 503 at once; 200 after SLOW_MS; no answer; an answer that comes byte by byte, with
 * pauses, so that it takes more than 4 seconds; an answer without its last bytes. */
enum fate { FATE_OK, FATE_UNAVAILABLE, FATE_SLOW, FATE_SILENT, FATE_DRIP, FATE_CUT, FATES };
enum { SLOW_MS = 40, DRIP_MS = 50, DRIP_AT_LEAST_MS = 4000 };

struct tally {
    size_t fate[FATES]; /* how many requests had it */
    double cpu_seconds; /* of its thread */
};

struct server;

/* 0, or a number of <errno.h>. */
int server_start(struct server **server, uint64_t seed);
uint16_t server_port(const struct server *server);
/* Ends the thread. What it has done goes to *tally. */
void server_stop(struct server *server, struct tally *tally);
/* Tells how often each fate is drawn. */
void server_describe(FILE *file);

#endif
