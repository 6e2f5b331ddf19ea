/* options.h: the command line. */
#ifndef WEBLOG_OPTIONS_H
#define WEBLOG_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { OPERANDS = 4 };
enum {
    DEFAULT_SEED = 1,
    DEFAULT_LINES = 4000,
    DEFAULT_THREADS = 8,
    DEFAULT_IN_FLIGHT = 256,
    DEFAULT_TIMEOUT_MS = 400
};

struct options {
    uint64_t seed;
    size_t lines, threads, in_flight;
    unsigned timeout_ms;
    bool time;
    const char *output; /* NULL: standard output, or nothing */
    const char *operand[OPERANDS];
    size_t operands;
};

/* Reads what follows the name of the program. False: said what is wrong. */
bool options_read(struct options *options, int argc, char **argv);

#endif
