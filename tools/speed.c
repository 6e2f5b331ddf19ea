/* speed.c: `bitmill count --speed`: times every set of kernels.
 *
 * The sets take turns, so that a slow moment of the machine (another process, a lower clock) hits
 * all of them, and the best time of each is taken, because noise only ever makes a time longer.
 */
#include "tool.h"

#include <stdio.h>

enum { MAX_SETS = 16, MIN_TURNS = 3 };
static const double turn_seconds = 0.02;
static const double total_seconds = 0.2; /* for each set: ten turns, fewer if the file is large */

/* Bytes between two looks at the clock. With far fewer, as in small files, the clock itself would
 * be measured too. */
enum { MIN_BATCH = 1 << 20 };

/* One set of kernels. */
struct runner {
    const char *name;
    bool usable;
    size_t count;   /* of bits set in the file */
    double spent;   /* seconds so far */
    double seconds; /* the best time of one pass over the file */
};

/* bmill_bits_count is declared pure, so a loop of equal calls would be merged into one: the call
 * goes through a pointer that the compiler has to load anew each time. */
static size_t (*const volatile count_bits)(const void *bits, size_t nbits) = bmill_bits_count;

/* Seconds of one pass over the file, from as many passes as fill a turn. */
static double take_turn(struct runner *runner, const struct input *in)
{
    size_t batch = in->size < MIN_BATCH ? MIN_BATCH / in->size : 1;
    size_t passes = 0;
    double start = system_seconds(), elapsed;
    do {
        for (size_t i = 0; i < batch; i++)
            runner->count = count_bits(in->map, 8 * in->size);
        passes += batch;
        elapsed = system_seconds() - start;
    } while (elapsed < turn_seconds);
    runner->spent += elapsed;
    return elapsed / (double)passes;
}

static size_t list_runners(struct runner runners[MAX_SETS])
{
    size_t n = 0;
    for (; n < MAX_SETS && bmill_isa_name(n); n++) {
        const char *name = bmill_isa_name(n);
        runners[n] = (struct runner){name, bmill_isa_query(name) == BMILL_ISA_OK, 0, 0, 0};
    }
    return n;
}

/* Lets the sets take turns until each has had its time. */
static void race(struct runner *runners, size_t n, const struct input *in)
{
    bool all_done = false;
    count_bits(in->map, 8 * in->size); /* brings the file into memory, before any set is timed */
    for (int turn = 0; !all_done; turn++) {
        all_done = true;
        for (size_t i = n; i-- > 0;) {
            struct runner *r = &runners[i];
            if (!r->usable || (turn >= MIN_TURNS && r->spent >= total_seconds))
                continue;
            all_done = false;
            r->usable = bmill_isa_select(r->name) == BMILL_ISA_OK;
            if (!r->usable)
                continue;
            double seconds = take_turn(r, in);
            if (turn == 0 || seconds < r->seconds)
                r->seconds = seconds;
        }
    }
}

/* The others are compared with the last set, portable. */
static int print_race(const struct runner *runners, size_t n, const struct input *in)
{
    const struct runner *portable = &runners[n - 1];
    put_escaped(in->name, stdout);
    printf(": %zu of %zu bits set\n", portable->count, 8 * in->size);
    printf("  %-10s %8s %8s\n", "kernels", "GB/s", "ratio");
    for (const struct runner *r = runners; r < runners + n; r++)
        if (r->usable)
            printf("  %-10s %8.2f %7.1fx\n", r->name, (double)in->size / r->seconds / 1e9,
                   portable->seconds / r->seconds);
        else
            printf("  %-10s not on this machine\n", r->name);
    for (const struct runner *r = runners; r < runners + n; r++)
        if (r->usable && r->count != portable->count)
            return failure("%s: %s counts %zu bits, but %s counts %zu", in->name, r->name, r->count,
                           portable->name, portable->count);
    return DONE;
}

/* Without a map no pass can be repeated: the file is empty, or it cannot be mapped. */
static int no_race(struct input *in)
{
    const unsigned char *piece;
    if (input_next(in, &piece) > 0)
        return failure("%s: cannot be mapped, so it cannot be read repeatedly", in->name);
    if (in->failed)
        return FAILED;
    put_escaped(in->name, stdout);
    puts(": empty, nothing to time");
    return DONE;
}

int speed_of_file(const char *name)
{
    struct runner runners[MAX_SETS];
    struct input in;
    int status;
    if (!input_open(&in, name))
        return FAILED;
    if (in.map) {
        const char *original = bmill_isa_active();
        size_t n = list_runners(runners);
        race(runners, n, &in);
        status = print_race(runners, n, &in);
        bmill_isa_select(original);
    } else {
        status = no_race(&in);
    }
    input_close(&in);
    return status;
}
