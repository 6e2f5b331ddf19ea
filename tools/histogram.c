/* histogram.c: `bitmill histogram`: how often each bit of the elements of a file is 1. */
#include "args.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_BITS = 64, BAR = 32 };

struct histogram {
    unsigned width; /* of an element, in bits */
    uint64_t elements;
    unsigned lacking; /* bytes that the last element lacks */
    uint64_t set[MOST_BITS];
};

/* Adds n elements, in little-endian order. */
static void add_elements(struct histogram *h, const void *bytes, size_t n)
{
    size_t counts[MOST_BITS];
    if (h->width == 8)
        bmill_bits_positional_count_u8(counts, bytes, n);
    else if (h->width == 16)
        bmill_bits_positional_count_u16(counts, bytes, n);
    else if (h->width == 32)
        bmill_bits_positional_count_u32(counts, bytes, n);
    else
        bmill_bits_positional_count_u64(counts, bytes, n);
    for (unsigned k = 0; k < h->width; k++)
        h->set[k] += counts[k];
    h->elements += n;
}

/* Only the last piece can end within an element. */
static bool add_input(struct histogram *h, struct input *in)
{
    const unsigned char *piece;
    size_t n, bytes = h->width / 8;
    while ((n = input_next(in, &piece)) > 0) {
        size_t rest = n % bytes;
        add_elements(h, piece, n / bytes);
        if (rest > 0) {
            unsigned char last[MOST_BITS / 8] = {0};
            memcpy(last, piece + n - rest, rest);
            add_elements(h, last, 1);
            h->lacking = (unsigned)(bytes - rest);
        }
    }
    return !in->failed;
}

static void print_histogram(const struct histogram *h)
{
    printf("elements of %u bits: %" PRIu64, h->width, h->elements);
    if (h->lacking > 0)
        printf(", the last one extended with zeros by %u byte%s", h->lacking,
               h->lacking > 1 ? "s" : "");
    printf("\n%5s %16s %8s\n", "bit", "set", "density");
    for (unsigned k = 0; k < h->width; k++) {
        double density = h->elements > 0 ? (double)h->set[k] / (double)h->elements : 0;
        char bar[BAR + 1], text[SHARE_SIZE] = "-";
        size_t length = (size_t)(density * (double)BAR + 0.5);
        memset(bar, '#', length);
        bar[length] = '\0';
        if (h->elements > 0)
            write_share(text, h->set[k], h->elements);
        printf("%5u %16" PRIu64 " %8s%s%s\n", k, h->set[k], text, length > 0 ? "  " : "", bar);
    }
}

static int run_histogram(char **args)
{
    struct option options[] = {{"--width", 0, "8, 16, 32 or 64", NULL}, {NULL, 0, NULL, NULL}};
    static struct input in;
    struct histogram h = {8, 0, 0, {0}};
    uint64_t width = 8;
    int status = take_options(&command_histogram, args, options, NAMES);
    if (status != DONE)
        return status;
    if (options[0].value && (read_number(options[0].value, &width) != A_NUMBER ||
                             (width != 8 && width != 16 && width != 32 && width != 64)))
        return usage_error("histogram: unknown width '%s': expected 8, 16, 32 or 64",
                           options[0].value);
    if (check_operands(&command_histogram, args, 1, 1) != DONE || check_isa_environment() != DONE)
        return USAGE;
    h.width = (unsigned)width;
    progress_start_files(args);
    if (!input_open(&in, *args))
        return FAILED;
    bool added = add_input(&h, &in);
    input_close(&in);
    if (!added)
        return FAILED;
    progress_clear();
    print_histogram(&h);
    return DONE;
}

const struct command command_histogram = {
    "histogram",
    "[--width N] FILE",
    "how often each bit of the elements of a file is 1",
    "Takes a file as an array of elements, and prints for each bit of an element in\n"
    "how many of them it is 1, and the share of these. Elements are little-endian.\n"
    "FILE may be '-', standard input.\n"
    "\n"
    "  --width N  the width of an element: 8 (as without the option), 16, 32 or 64\n"
    "\n"
    "Example:\n"
    "  bitmill histogram --width 16 samples.raw\n",
    run_histogram,
};
