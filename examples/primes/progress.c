/* progress.c: see progress.h. */
#define _POSIX_C_SOURCE 200809L
#include "progress.h"
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 50 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

double progress_seconds(const struct progress *progress) { return now() - progress->start; }

void progress_start_clock(struct progress *progress) { progress->start = now(); }

void progress_begin(struct progress *progress, size_t steps, bool always)
{
    progress->steps = steps;
    progress->done = 0;
    progress->drawn = 0;
    progress->shown = always || isatty(STDERR_FILENO);
    progress->silent = always ? 0 : 1;
}

static void draw(const struct progress *progress)
{
    char bar[WIDTH + 1] = "";
    size_t full = progress->done * WIDTH / progress->steps;
    memset(bar, '#', full);
    memset(bar + full, '-', WIDTH - full);
    fprintf(stderr, "\r[%s] %3zu %%", bar, progress->done * 100 / progress->steps);
    fflush(stderr);
}

void progress_step(struct progress *progress)
{
    progress->done++;
    if (!progress->shown)
        return;
    double time = now();
    /* Ten times a second: more would take longer than the work, and nobody could read it. */
    if (time - progress->start < progress->silent || time - progress->drawn < 0.1)
        return;
    progress->drawn = time;
    draw(progress);
}

void progress_end(struct progress *progress)
{
    if (progress->drawn > 0)
        fprintf(stderr, "\r%*s\r", WIDTH + 8, "");
}
