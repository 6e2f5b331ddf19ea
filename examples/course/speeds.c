/* speeds.c: three questions to bitmaps, each answered in four ways, with the speed of each way on
 * your machine. Chapter 4 of docs/course reads it line by line.
 *
 *   count   how many bits are 1 in a?
 *   and     dst becomes a AND b
 *   find    the position of the first 1 bit in a
 *
 * All four ways of a question give the same answer, which is checked before they are timed. A time
 * is the least of several, so that other programs on the machine disturb it little.
 *
 *   cc -O2 speeds.c -o speeds $(pkg-config --cflags --libs bitmill)
 *
 * Cost: a second. Prints two tables, of which these are the words; the numbers are your machine's:
 *
 *   65,533 bits: bits per nanosecond, and how many times the loop by words
 *               bit by bit          by bytes          by words           bitmill
 *   count
 *   and
 *   find
 *
 *   and, bits per nanosecond       by words           bitmill
 *   4,096 bytes
 *   262,144 bytes
 *   33,554,432 bytes
 */
#define _POSIX_C_SOURCE 200809L
#include <bitmill.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A way to do something: a count or a position is the result; of and, 0. */
typedef size_t way(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                   size_t nbits);

/* ---- count ---- */

static size_t count_by_bits(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                            size_t nbits)
{
    size_t total = 0;
    (void)dst, (void)b;
    for (size_t i = 0; i < nbits; i++)
        total += a[i / 8] >> i % 8 & 1;
    return total;
}

static unsigned char ones_of[256]; /* ones_of[x]: the number of 1 bits in the byte x */

static size_t count_by_bytes(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                             size_t nbits)
{
    size_t total = 0, i;
    (void)dst, (void)b;
    for (i = 0; i < nbits / 8; i++)
        total += ones_of[a[i]];
    if (nbits % 8)
        total += ones_of[a[i] & ((1u << nbits % 8) - 1)];
    return total;
}

static size_t count_by_words(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                             size_t nbits)
{
    size_t total = 0, i;
    for (i = 0; i < nbits / 64; i++)
        total += bmill_popcount(bmill_load_le_u64(a + 8 * i));
    return total + count_by_bytes(dst, a + 8 * i, b, nbits % 64);
}

static size_t count_by_bitmill(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                               size_t nbits)
{
    (void)dst, (void)b;
    return bmill_bits_count(a, nbits);
}

/* ---- and ---- */

static size_t and_by_bits(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                          size_t nbits)
{
    for (size_t i = 0; i < nbits; i++) {
        unsigned bit = a[i / 8] >> i % 8 & b[i / 8] >> i % 8 & 1;
        dst[i / 8] = (unsigned char)((dst[i / 8] & ~(1u << i % 8)) | bit << i % 8);
    }
    return 0;
}

static size_t and_by_bytes(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                           size_t nbits)
{
    size_t i;
    for (i = 0; i < nbits / 8; i++)
        dst[i] = a[i] & b[i];
    if (nbits % 8) {
        unsigned mask = (1u << nbits % 8) - 1;
        dst[i] = (unsigned char)((dst[i] & ~mask) | (a[i] & b[i] & mask));
    }
    return 0;
}

static size_t and_by_words(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                           size_t nbits)
{
    size_t i;
    for (i = 0; i < nbits / 64; i++) {
        uint64_t x = bmill_load_le_u64(a + 8 * i), y = bmill_load_le_u64(b + 8 * i);
        bmill_store_le_u64(dst + 8 * i, x & y);
    }
    return and_by_bytes(dst + 8 * i, a + 8 * i, b + 8 * i, nbits % 64);
}

static size_t and_by_bitmill(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                             size_t nbits)
{
    bmill_bits_and(dst, a, b, nbits);
    return 0;
}

/* ---- find ---- */

static size_t find_by_bits(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                           size_t nbits)
{
    size_t i = 0;
    (void)dst, (void)b;
    while (i < nbits && (a[i / 8] >> i % 8 & 1) == 0)
        i++;
    return i;
}

static size_t find_by_bytes(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                            size_t nbits)
{
    size_t i = 0;
    while (i < nbits / 8 && a[i] == 0)
        i++;
    return 8 * i + find_by_bits(dst, a + i, b, i < nbits / 8 ? 8 : nbits % 8);
}

static size_t find_by_words(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                            size_t nbits)
{
    size_t i;
    for (i = 0; i < nbits / 64; i++) {
        uint64_t x = bmill_load_le_u64(a + 8 * i);
        if (x != 0)
            return 64 * i + bmill_ctz(x);
    }
    return 64 * i + find_by_bytes(dst, a + 8 * i, b, nbits % 64);
}

static size_t find_by_bitmill(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                              size_t nbits)
{
    (void)dst, (void)b;
    return bmill_bits_find_first_set(a, nbits);
}

/* ---- Time ---- */

static double now(void) /* in nanoseconds */
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

/* Called by way of a volatile pointer, so that the compiler cannot move the call out of the loop or
 * drop it. The repetitions of one measurement take at least half a millisecond. */
static double bits_per_ns(way *chosen, unsigned char *dst, const unsigned char *a,
                          const unsigned char *b, size_t nbits)
{
    way *volatile f = chosen;
    double best = 1e300;
    size_t repetitions = 1;
    for (int trial = 0; trial < 20;) {
        double begin = now(), took;
        for (size_t i = 0; i < repetitions; i++)
            (void)f(dst, a, b, nbits);
        took = now() - begin;
        if (took < 5e5) { /* too short to be measured well: not a trial */
            repetitions *= 2;
            continue;
        }
        if (took / (double)repetitions < best)
            best = took / (double)repetitions;
        trial++;
    }
    return (double)nbits / best;
}

/* Whether a way has the result of another one, and leaves the same in dst: all of it, the bits past
 * nbits included. */
static bool agree(way *f, way *g, const unsigned char *a, const unsigned char *b, size_t nbits)
{
    size_t n = nbits / 8 + 1;
    unsigned char *x = calloc(2, n), *y = x ? x + n : NULL;
    bool same;
    if (!x)
        return false;
    memset(x, 0xa5, 2 * n);
    same = f(x, a, b, nbits) == g(y, a, b, nbits) && memcmp(x, y, n) == 0;
    free(x);
    return same;
}

enum { WAYS = 4, NBITS = 65533 }; /* 3 bits short of whole bytes: there is a tail */

static const struct question {
    const char *name;
    way *ways[WAYS]; /* by bits, by bytes, by words, by bitmill */
} questions[] = {{"count", {count_by_bits, count_by_bytes, count_by_words, count_by_bitmill}},
                 {"and", {and_by_bits, and_by_bytes, and_by_words, and_by_bitmill}},
                 {"find", {find_by_bits, find_by_bytes, find_by_words, find_by_bitmill}}};

static void print_row(const struct question *q, unsigned char *dst, const unsigned char *a,
                      const unsigned char *b, size_t nbits)
{
    double speed[WAYS];
    for (int k = 0; k < WAYS; k++) {
        if (!agree(q->ways[k], q->ways[0], a, b, nbits)) {
            fprintf(stderr, "speeds: %s: way %d differs from bit by bit\n", q->name, k + 1);
            exit(1);
        }
        speed[k] = bits_per_ns(q->ways[k], dst, a, b, nbits);
    }
    printf("%-6s", q->name);
    for (int k = 0; k < WAYS; k++)
        printf(" %9.2f %6.2fx", speed[k], speed[k] / speed[2]);
    printf("\n");
}

/* and for bitmaps of `bytes` bytes, by words and by bitmill. */
static void print_size(const char *name, size_t bytes)
{
    unsigned char *dst = malloc(3 * bytes);
    double words, library;
    if (!dst) {
        fprintf(stderr, "speeds: no memory for 3 bitmaps of %s bytes\n", name);
        exit(1);
    }
    memset(dst, 0x5a, 3 * bytes);
    words = bits_per_ns(and_by_words, dst, dst + bytes, dst + 2 * bytes, 8 * bytes);
    library = bits_per_ns(and_by_bitmill, dst, dst + bytes, dst + 2 * bytes, 8 * bytes);
    printf("%10s bytes     %9.2f %6.2fx %9.2f %6.2fx\n", name, words, 1.0, library,
           library / words);
    free(dst);
}

int main(void)
{
    static unsigned char dst[NBITS / 8 + 1], a[NBITS / 8 + 1], b[NBITS / 8 + 1];
    static unsigned char late[NBITS / 8 + 1]; /* one 1 bit, at the end: find must look at all */
    for (unsigned x = 0; x < 256; x++)
        ones_of[x] = (unsigned char)bmill_popcount(x);
    bmill_bits_random(a, NBITS, 1, 1, 1);
    bmill_bits_random(b, NBITS, 1, 1, 2);
    bmill_bits_set(late, NBITS - 1);

    printf("65,533 bits: bits per nanosecond, and how many times the loop by words\n");
    printf("      %18s%18s%18s%18s\n", "bit by bit", "by bytes", "by words", "bitmill");
    print_row(&questions[0], dst, a, b, NBITS);
    print_row(&questions[1], dst, a, b, NBITS);
    print_row(&questions[2], dst, late, b, NBITS);

    printf("\nand, bits per nanosecond%15s%18s\n", "by words", "bitmill");
    print_size("4,096", 4096);
    print_size("262,144", 262144);
    print_size("33,554,432", 33554432);
    return 0;
}
