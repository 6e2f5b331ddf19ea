/* compare.c: `bitmill compare`: two files as bitmaps, piece by piece in constant memory. */
#include "args.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct comparison {
    uint64_t bytes_a, bytes_b; /* sizes */
    uint64_t set_a, set_b;     /* bits that are 1 */
    uint64_t both;             /* bits that are 1 in A and in B */
    uint64_t differ;           /* Hamming distance */
    uint64_t first;            /* position of the first bit that differs; only if differ > 0 */
};

static size_t first_difference(const unsigned char *a, const unsigned char *b)
{
    size_t i = 0;
    while (a[i] == b[i])
        i++;
    return 8 * i + bmill_ctz_u8((uint8_t)(a[i] ^ b[i]));
}

/* Adds n bytes of each, which start at byte `at` of the files. */
static void compare_bytes(struct comparison *c, uint64_t at, const unsigned char *a,
                          const unsigned char *b, size_t n)
{
    size_t differ = bmill_bits_xor_count(a, b, 8 * n);
    if (differ > 0 && c->differ == 0)
        c->first = 8 * at + first_difference(a, b);
    c->differ += differ;
    c->set_a += bmill_bits_count(a, 8 * n);
    c->set_b += bmill_bits_count(b, 8 * n);
    c->both += bmill_bits_and_count(a, b, 8 * n);
}

/* One round: compares the next piece of each. A file that has ended is extended with zeros. Result:
 * whether there may be more. */
static bool compare_pieces(struct comparison *c, struct input *a, struct input *b)
{
    static const unsigned char zeros[INPUT_PIECE];
    const unsigned char *pa, *pb;
    size_t na = input_next(a, &pa), nb = input_next(b, &pb);
    size_t common = na < nb ? na : nb;
    uint64_t at = c->bytes_a > c->bytes_b ? c->bytes_a : c->bytes_b;
    compare_bytes(c, at, pa, pb, common);
    if (na > common)
        compare_bytes(c, at + common, pa + common, zeros, na - common);
    if (nb > common)
        compare_bytes(c, at + common, zeros, pb + common, nb - common);
    c->bytes_a += na;
    c->bytes_b += nb;
    return (na > 0 || nb > 0) && !a->failed && !b->failed;
}

static void print_comparison(const struct comparison *c)
{
    char similarity[SHARE_SIZE] = "1.0000"; /* two empty sets are equal */
    if (c->both + c->differ > 0)
        write_share(similarity, c->both, c->both + c->differ);
    if (c->bytes_a != c->bytes_b)
        printf("sizes in bytes:       A %" PRIu64 ", B %" PRIu64 ": %c is extended with zeros\n",
               c->bytes_a, c->bytes_b, c->bytes_a < c->bytes_b ? 'A' : 'B');
    printf("bits set in A:        %" PRIu64 "\n", c->set_a);
    printf("bits set in B:        %" PRIu64 "\n", c->set_b);
    printf("in both:              %" PRIu64 "\n", c->both);
    printf("in either:            %" PRIu64 "\n", c->both + c->differ);
    printf("Hamming distance:     %" PRIu64 "\n", c->differ);
    printf("Jaccard similarity:   %s\n", similarity);
    if (c->differ > 0)
        printf("first differing bit:  %" PRIu64 " (bit %" PRIu64 " of byte %" PRIu64 ")\n",
               c->first, c->first % 8, c->first / 8);
    else
        printf("first differing bit:  none: the bitmaps are equal%s\n",
               c->bytes_a != c->bytes_b ? ", but for zeros at the end" : "");
}

static int compare_files(const char *name_a, const char *name_b)
{
    struct comparison c = {0};
    struct input a, b;
    if (!input_open(&a, name_a))
        return FAILED;
    if (!input_open(&b, name_b)) {
        input_close(&a);
        return FAILED;
    }
    while (compare_pieces(&c, &a, &b))
        ;
    input_close(&a);
    input_close(&b);
    if (a.failed || b.failed)
        return FAILED;
    progress_clear();
    print_comparison(&c);
    return c.differ == 0 && c.bytes_a == c.bytes_b ? DONE : NO;
}

static int run_compare(char **args)
{
    failed_status = USAGE;
    int status = take_options(&command_compare, args, NULL, NAMES);
    if (status != DONE)
        return status;
    if (check_operands(&command_compare, args, 2, 2) != DONE ||
        check_stdin_once(&command_compare, args) != DONE || check_isa_environment() != DONE)
        return USAGE;
    progress_start_files(args);
    return compare_files(args[0], args[1]);
}

const struct command command_compare = {
    "compare",
    "A B",
    "distance, similarity and first difference of two files",
    "Compares two files as bitmaps. One of them may be '-', standard input. A file\n"
    "that is shorter is extended with zeros.\n"
    "\n"
    "Exit status: 0 if the files are equal, 1 if they differ, also if only in size,\n"
    "and 2 on an error.\n"
    "\n"
    "Example:\n"
    "  bitmill compare old.bin new.bin\n",
    run_compare,
};
