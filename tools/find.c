/* find.c: `bitmill find` and `bitmill positions`: where the bits of a file are 1, or 0. */
#include "args.h"

#include <inttypes.h>

/* ---- Runs: consecutive bits that are equal ---- */

struct run {
    uint64_t first, count;
};

/* The runs of 1 bits of an input, or those of 0 bits. */
struct runs {
    struct input in;
    bool clear; /* of 0 bits */
    const unsigned char *piece;
    size_t nbits;  /* in the piece */
    size_t at;     /* the bits of the piece before this one have been looked at */
    uint64_t base; /* the position of the first bit of the piece */
};

static size_t find_next(const struct runs *r, bool clear)
{
    return clear ? bmill_bits_find_next_clear(r->piece, r->nbits, r->at)
                 : bmill_bits_find_next_set(r->piece, r->nbits, r->at);
}

static bool next_piece(struct runs *r)
{
    r->base = 8 * r->in.offset;
    r->nbits = 8 * input_next(&r->in, &r->piece);
    r->at = 0;
    return r->nbits > 0;
}

/* The next run, which may reach over many pieces. Result: false if there is none. */
static bool next_run(struct runs *r, struct run *run)
{
    run->count = 0;
    for (;;) {
        if (r->at == r->nbits && !next_piece(r))
            return run->count > 0 && !r->in.failed;
        if (run->count == 0) {
            r->at = find_next(r, r->clear);
            if (r->at == r->nbits)
                continue;
            run->first = r->base + r->at;
        }
        size_t end = find_next(r, !r->clear);
        run->count += end - r->at;
        r->at = end;
        if (end < r->nbits)
            return true;
    }
}

/* Opens the input, of which only the bits at and after `from` are looked at. */
static bool open_runs(struct runs *r, const char *name, bool clear, uint64_t from)
{
    r->clear = clear;
    r->nbits = r->at = 0;
    if (!input_open(&r->in, name))
        return false;
    input_skip(&r->in, from / 8);
    if (next_piece(r) && from > r->base)
        r->at = from - r->base < r->nbits ? (size_t)(from - r->base) : r->nbits;
    return true;
}

/* ---- find ---- */

static uint64_t print_found(struct runs *r, uint64_t most, bool as_runs)
{
    uint64_t found = 0;
    struct run run;
    while (found < most && !ferror(stdout) && next_run(r, &run)) {
        progress_clear();
        if (as_runs) {
            printf("%" PRIu64 " %" PRIu64 "\n", run.first, run.count);
            found++;
        } else {
            for (uint64_t i = 0; i < run.count && found < most; i++, found++)
                printf("%" PRIu64 "\n", run.first + i);
        }
    }
    return found;
}

static int run_find(char **args)
{
    enum { SET, CLEAR, ZERO, FROM, COUNT, RUNS, END };
    struct option options[] = {
        [SET] = {"--set", 0, NULL, NULL},
        [CLEAR] = {"--clear", 0, NULL, NULL},
        [ZERO] = {"--zero", 0, NULL, NULL},
        [FROM] = {"--from", 0, "the position of a bit", NULL},
        [COUNT] = {"--count", 0, "how many to find", NULL},
        [RUNS] = {"--runs", 0, NULL, NULL},
        [END] = {NULL, 0, NULL, NULL},
    };
    static struct runs runs;
    uint64_t from = 0, most = 1;
    failed_status = USAGE;
    int status = take_options(&command_find, args, options, NAMES);
    if (status != DONE)
        return status;
    bool as_runs = options[RUNS].value, clear = options[CLEAR].value || options[ZERO].value;
    if (as_runs)
        most = UINT64_MAX;
    if (options[SET].value && clear)
        return usage_error("find: --set and --clear are both given: expected one of them");
    if (check_operands(&command_find, args, 1, 1) != DONE ||
        number_option(&command_find, &options[FROM], 0, UINT64_MAX, &from) != DONE ||
        number_option(&command_find, &options[COUNT], 1, UINT64_MAX, &most) != DONE ||
        check_isa_environment() != DONE)
        return USAGE;
    progress_start_files(args);
    if (!open_runs(&runs, *args, clear, from))
        return FAILED;
    uint64_t found = print_found(&runs, most, as_runs);
    input_close(&runs.in);
    return runs.in.failed ? FAILED : found > 0 ? DONE : NO;
}

const struct command command_find = {
    "find",
    "[--clear] [--from BIT] [--count N] [--runs] FILE",
    "the first 1 bit of a file, the next one, or runs",
    "Prints the position of the first bit of a file that is 1. FILE may be '-',\n"
    "standard input.\n"
    "\n"
    "  --set         find 1 bits, as without an option\n"
    "  --clear       find 0 bits; --zero is the same\n"
    "  --zero        find 0 bits\n"
    "  --from BIT    at or after this position: a later one continues a search\n"
    "  --count N     print the first N, one a line, or fewer if there are fewer\n"
    "  --runs        print all runs of such bits, or the first N: the position of\n"
    "                the first bit of each, and its number of bits\n"
    "\n"
    "Exit status: 0 if one was found, 1 if there is none, and 2 on an error.\n"
    "\n"
    "Example:\n"
    "  bitmill find --clear --from 100 used.bits\n",
    run_find,
};

/* ---- positions ---- */

static void print_positions(struct input *in, bool clear)
{
    enum { MANY = 1024 };
    static unsigned char flipped[INPUT_PIECE];
    static uint64_t list[MANY];
    const unsigned char *piece;
    uint64_t base = 0;
    size_t n;
    while (!ferror(stdout) && (n = input_next(in, &piece)) > 0) {
        size_t from = 0, got;
        if (clear) {
            bmill_bits_not(flipped, piece, 8 * n);
            piece = flipped;
        }
        while ((got = bmill_bits_decode_u64(list, piece, 8 * n, MANY, &from, base)) > 0)
            for (size_t i = 0; i < got; i++)
                printf("%" PRIu64 "\n", list[i]);
        base += 8 * (uint64_t)n;
    }
}

static void print_ranges(struct runs *r)
{
    struct run run;
    while (!ferror(stdout) && next_run(r, &run)) {
        printf("%" PRIu64, run.first);
        if (run.count > 1)
            printf("-%" PRIu64, run.first + run.count - 1);
        putchar('\n');
    }
}

static int run_positions(char **args)
{
    struct option options[] = {{"--clear", 0, NULL, NULL},
                               {"--zero", 0, NULL, NULL},
                               {"--ranges", 0, NULL, NULL},
                               {NULL, 0, NULL, NULL}};
    static struct runs runs;
    int status = take_options(&command_positions, args, options, NAMES);
    if (status != DONE)
        return status;
    if (check_operands(&command_positions, args, 1, 1) != DONE || check_isa_environment() != DONE)
        return USAGE;
    bool clear = options[0].value || options[1].value, ranges = options[2].value;
    runs.clear = clear;
    if (!input_open(&runs.in, *args))
        return FAILED;
    if (ranges)
        print_ranges(&runs);
    else
        print_positions(&runs.in, clear);
    input_close(&runs.in);
    return runs.in.failed ? FAILED : DONE;
}

const struct command command_positions = {
    "positions",
    "[--clear] [--ranges] FILE",
    "the positions of all 1 bits of a file",
    "Prints the positions of all bits of a file that are 1, one a line. FILE may be\n"
    "'-', standard input.\n"
    "\n"
    "  --clear   those of the 0 bits; --zero is the same\n"
    "  --zero    those of the 0 bits\n"
    "  --ranges  a range of positions such as 3-7 in one line\n"
    "\n"
    "Example:\n"
    "  bitmill positions --ranges used.bits\n",
    run_positions,
};
