/* count.c: `bitmill count`: how many bits of each file are 1. */
#include "tool.h"

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

/* The columns have a fixed width, so that each line can be printed as soon as its file is done. */
static void print_header(void) { printf("%16s %16s %8s  %s\n", "set", "bits", "density", "file"); }

static void print_tally(const struct tally *tally, const char *name)
{
    char density[16] = "-";
    if (tally->bits > 0)
        snprintf(density, sizeof density, "%.4f", (double)tally->set / (double)tally->bits);
    printf("%16" PRIu64 " %16" PRIu64 " %8s  %s\n", tally->set, tally->bits, density, name);
}

/* Prints the line of one file and adds it to the total. */
static int count_file(const char *name, struct tally *total)
{
    struct tally tally = {0, 0};
    struct input in;
    if (!input_open(&in, name))
        return FAILED;
    bool counted = count_input(&in, &tally);
    input_close(&in);
    if (!counted)
        return FAILED;
    print_tally(&tally, name);
    total->set += tally.set;
    total->bits += tally.bits;
    return DONE;
}

static int count_files(char **names)
{
    struct tally total = {0, 0};
    int status = DONE;
    print_header();
    for (char **name = names; *name; name++)
        if (count_file(*name, &total) != DONE)
            status = FAILED;
    if (names[1])
        print_tally(&total, "total");
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

int run_count(char **args)
{
    struct option speed = {"--speed", NULL, NULL};
    if (take_option("count", args, &speed) != DONE)
        return USAGE;
    if (!*args)
        return usage_error("count: missing operand: expected FILE...");
    if (check_isa_environment() != DONE)
        return USAGE;
    return speed.value ? speed_of_files(args) : count_files(args);
}
