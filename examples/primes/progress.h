/* progress.h: a bar on standard error that shows how much of the work is done. Only one thread may
 * draw it. */
#ifndef EXAMPLES_PRIMES_PROGRESS_H
#define EXAMPLES_PRIMES_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
    size_t steps, done;
    double start, drawn; /* seconds of a clock; drawn is 0 if nothing is on the terminal */
    double silent;       /* seconds before the bar appears */
    bool shown;          /* whether there is to be a bar at all */
};

/* Starts the clock of a progress; then begins so many steps. The bar appears after a second, if
 * standard error is a terminal; with `always` at once, and also if it is none. */
void progress_start_clock(struct progress *progress);
void progress_begin(struct progress *progress, size_t steps, bool always);

void progress_step(struct progress *progress);
/* Wipes the bar. */
void progress_end(struct progress *progress);
/* Since progress_start_clock(). */
double progress_seconds(const struct progress *progress);

#endif
