/* count.c: `bitmill count`: how many bits of each file are 1. */
#include "args.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct tally {
    uint64_t set;  /* bits that are 1 */
    uint64_t bits; /* all bits */
};

/* Adds what is left of the input. Result: false if reading failed. */
static bool count_input(struct input *in, struct tally *tally)
{
    const unsigned char *piece;
    size_t n;
    while ((n = input_next(in, &piece)) > 0) {
        tally->set += bmill_bits_count(piece, 8 * n);
        tally->bits += 8 * (uint64_t)n;
    }
    return !in->failed;
}

struct total {
    struct tally tally;
    size_t files; /* those whose line has been printed */
};

/* The columns have a fixed width, so that each line can be printed as soon as its file is done. */
static void print_header(void) { printf("%16s %16s %8s  %s\n", "set", "bits", "density", "file"); }

static void print_tally(const struct tally *tally, const char *name)
{
    char density[SHARE_SIZE] = "-";
    if (tally->bits > 0)
        write_share(density, tally->set, tally->bits);
    printf("%16" PRIu64 " %16" PRIu64 " %8s  ", tally->set, tally->bits, density);
    put_escaped(name, stdout);
    putchar('\n');
}

/* Prints the line of one file, the first one with the header, and adds it to the total. */
static int count_file(const char *name, struct total *total)
{
    struct tally tally = {0, 0};
    struct input in;
    if (!input_open(&in, name))
        return FAILED;
    bool counted = count_input(&in, &tally);
    input_close(&in);
    if (!counted)
        return FAILED;
    progress_clear();
    if (total->files++ == 0)
        print_header();
    print_tally(&tally, name);
    total->tally.set += tally.set;
    total->tally.bits += tally.bits;
    return DONE;
}

static int count_files(char **names)
{
    struct total total = {{0, 0}, 0};
    int status = DONE;
    progress_start_files(names);
    for (char **name = names; *name; name++)
        if (count_file(*name, &total) != DONE)
            status = FAILED;
    if (names[1] && total.files > 0)
        print_tally(&total.tally, "total");
    return status;
}

static int speed_of_files(char **names)
{
    int status = DONE;
    for (char **name = names; *name; name++)
        if (strcmp(*name, "-") == 0)
            return usage_error("count --speed: file '-' can be read only once: expected a file "
                               "that can be mapped");
    for (char **name = names; *name; name++)
        if (speed_of_file(*name) != DONE)
            status = FAILED;
    return status;
}

static int run_count(char **args)
{
    struct option options[] = {{"--speed", 0, NULL, NULL}, {NULL, 0, NULL, NULL}};
    int status = take_options(&command_count, args, options, NAMES);
    if (status != DONE)
        return status;
    if (!*args)
        return usage_error("count: missing operand: expected FILE...");
    if (check_isa_environment() != DONE)
        return USAGE;
    return options[0].value ? speed_of_files(args) : count_files(args);
}

const struct command command_count = {
    "count",
    "[--speed] FILE...",
    "count the 1 bits of files",
    "Counts the 1 bits of each file, and of all of them. '-' is standard input.\n"
    "Density is the share of the 1 bits in all bits.\n"
    "\n"
    "  --speed  time the count with every set of kernels instead\n"
    "\n"
    "Example:\n"
    "  bitmill count /usr/share/dict/words\n",
    run_count,
};
