/* progress.c: how far a command is, on a terminal, when it takes longer than a second. */
#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64
#include "tool.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const double first_seconds = 1.0, step_seconds = 0.1;
enum { BAR = 40, LINE = 70 };

static struct {
    bool active;    /* standard error is a terminal, and the command has started */
    bool shown;     /* the line is on the terminal now */
    double next;    /* when to draw it again */
    uint64_t total; /* bytes; 0: not known */
    uint64_t done;
} progress;

void progress_start(uint64_t total)
{
    progress.active = isatty(STDERR_FILENO) != 0;
    progress.total = total;
    progress.done = 0;
    progress.next = progress.active ? system_seconds() + first_seconds : 0;
}

void progress_start_files(char *const *names)
{
    uint64_t total = 0;
    for (; *names; names++) {
        struct stat st;
        bool is_file =
            strcmp(*names, "-") == 0 ? fstat(STDIN_FILENO, &st) == 0 : stat(*names, &st) == 0;
        if (!is_file || !S_ISREG(st.st_mode)) {
            progress_start(0);
            return;
        }
        total += (uint64_t)st.st_size;
    }
    progress_start(total);
}

static void draw(void)
{
    char bar[BAR + 1], line[LINE + 1];
    if (progress.total > 0 && progress.done <= progress.total) {
        double share = (double)progress.done / (double)progress.total;
        memset(bar, '.', BAR);
        memset(bar, '#', (size_t)(share * (double)BAR));
        bar[BAR] = '\0';
        snprintf(line, sizeof line, "[%s] %3.0f %%, %" PRIu64 " MB", bar, 100 * share,
                 progress.done / 1000000);
    } else {
        snprintf(line, sizeof line, "%" PRIu64 " MB", progress.done / 1000000);
    }
    fprintf(stderr, "\r%-*s", LINE, line);
    fflush(stderr);
    progress.shown = true;
}

void progress_add(size_t bytes)
{
    progress.done += bytes;
    if (!progress.active)
        return;
    double time = system_seconds();
    if (time < progress.next)
        return;
    progress.next = time + step_seconds;
    draw();
}

void progress_clear(void)
{
    if (progress.shown)
        fprintf(stderr, "\r%*s\r", LINE, "");
    progress.shown = false;
}
