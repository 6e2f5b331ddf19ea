/* options.h: the arguments of primes and primes_mpi. */
#ifndef EXAMPLES_PRIMES_OPTIONS_H
#define EXAMPLES_PRIMES_OPTIONS_H

#include "pool.h"
#include <stdbool.h>
#include <stdint.h>

enum { OPTIONS_MOST_WORKERS = 256 };

struct options {
    struct pool *(*open)(const struct pool_work *work, unsigned workers);
    unsigned workers;
    bool time, progress, help;
    uint64_t up_to;
    char error[200]; /* empty if the arguments are right */
};

/* Reads the arguments; false if they are wrong, and then options->error says what was expected. */
bool options_read(struct options *options, int argc, char **argv);

#endif
