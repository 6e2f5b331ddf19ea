/* kernel.c: dst = a AND b, from a loop over words to a kernel as lib/kernels has them, in five
 * steps. Chapter 6 of docs/course reads it step by step.
 *
 *   1 words     a loop over words, and the rest bit by bit
 *   2 vectors   the loop over vectors, in the vocabulary of lib/simd
 *   3 tail      the last vector overlaps the loop, and the bits past nbits are masked: no rest
 *   4 unrolled  four vectors in each round
 *   5 streamed  stores that go around the caches, for bitmaps that do not fit into them
 *
 * Every step is first compared with a loop over bits: all lengths up to 2,600 bits, five positions
 * in memory, dst separate and in place, noise around. Then it is timed.
 *
 * It is written in the sources' own words, so it needs these beside it:
 *
 *   cc -O2 -Iinclude -Ilib examples/course/kernel.c -o kernel
 *   cc -O2 -march=native -Iinclude -Ilib examples/course/kernel.c -o kernel
 *
 * Cost: a second. Prints for each step how many cases were right, and the table of times.
 */
#define _POSIX_C_SOURCE 200809L
#include "simd/simd.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef void kernel(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                    size_t nbits);

/* The reference: one bit after the other, from position i on. */
static void and_bits_from(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                          size_t nbits, size_t i)
{
    for (; i < nbits; i++) {
        unsigned bit = 1u << i % 8;
        dst[i / 8] = (unsigned char)((dst[i / 8] & ~bit) | (a[i / 8] & b[i / 8] & bit));
    }
}

/* ---- Step 1 ---- */

static void and_words(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                      size_t nbits)
{
    size_t i;
    for (i = 0; i + W_BYTES <= nbits / 8; i += W_BYTES)
        w_store(dst + i, w_and(w_load(a + i), w_load(b + i)));
    and_bits_from(dst, a, b, nbits, 8 * i);
}

/* ---- Step 2 ---- */

static void and_vectors(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                        size_t nbits)
{
    size_t i;
    for (i = 0; i + V_BYTES <= nbits / 8; i += V_BYTES)
        v_store(dst + i, v_and(v_load(a + i), v_load(b + i)));
    and_bits_from(dst, a, b, nbits, 8 * i);
}

/* ---- Step 3 ---- */

/* The result for the last vector of dst: in its last byte, the bits past nbits are those of dst. */
static v_t keep_past(const unsigned char *dst, size_t nbits, v_t result)
{
    size_t n = (nbits + 7) / 8;
    unsigned past = 0xffu & ~(0xffu >> (8 * n - nbits));
    unsigned kept = dst[n - 1] & past;
    return v_or(v_andnot(result, v_from_last_byte(past)), v_from_last_byte(kept));
}

static v_t and_last(const unsigned char *dst, const unsigned char *a, const unsigned char *b,
                    size_t nbits)
{
    size_t i = (nbits + 7) / 8 - V_BYTES;
    return keep_past(dst, nbits, v_and(v_load(a + i), v_load(b + i)));
}

static void and_tail(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                     size_t nbits)
{
    size_t n = (nbits + 7) / 8, i;
    v_t last;
    if (n < V_BYTES) {
        and_words(dst, a, b, nbits);
        return;
    }
    last = and_last(dst, a, b, nbits);
    for (i = 0; i + V_BYTES < n; i += V_BYTES)
        v_store(dst + i, v_and(v_load(a + i), v_load(b + i)));
    v_store(dst + n - V_BYTES, last);
}

/* ---- Step 4 ---- */

/* All vectors of n bytes but the last, from byte i. */
BMILL_ALWAYS_INLINE void and_loop(unsigned char *dst, const unsigned char *a,
                                  const unsigned char *b, size_t i, size_t n, v_storer *store)
{
    for (; i + 4 * V_BYTES < n; i += 4 * V_BYTES) {
        v_t r0 = v_and(v_load(a + i), v_load(b + i));
        v_t r1 = v_and(v_load(a + i + V_BYTES), v_load(b + i + V_BYTES));
        v_t r2 = v_and(v_load(a + i + 2 * V_BYTES), v_load(b + i + 2 * V_BYTES));
        v_t r3 = v_and(v_load(a + i + 3 * V_BYTES), v_load(b + i + 3 * V_BYTES));
        store(dst + i, r0);
        store(dst + i + V_BYTES, r1);
        store(dst + i + 2 * V_BYTES, r2);
        store(dst + i + 3 * V_BYTES, r3);
    }
    for (; i + V_BYTES < n; i += V_BYTES)
        v_store(dst + i, v_and(v_load(a + i), v_load(b + i)));
}

static void and_unrolled(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                         size_t nbits)
{
    size_t n = (nbits + 7) / 8;
    v_t last;
    if (n < V_BYTES) {
        and_words(dst, a, b, nbits);
        return;
    }
    last = and_last(dst, a, b, nbits);
    and_loop(dst, a, b, 0, n, v_store);
    v_store(dst + n - V_BYTES, last);
}

/* ---- Step 5 ---- */

static size_t stream_bytes =
    4 << 20; /* the check makes it small, to come here with little memory */

static void and_streamed(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                         size_t nbits)
{
    size_t n = (nbits + 7) / 8, i = V_BYTES - (uintptr_t)dst % V_BYTES;
    v_t first, last;
    if (n < stream_bytes || n <= 2 * V_BYTES || dst == a || dst == b) {
        and_unrolled(dst, a, b, nbits);
        return;
    }
    first = v_and(v_load(a), v_load(b));
    last = and_last(dst, a, b, nbits);
    and_loop(dst, a, b, i, n, v_stream); /* dst + i is a multiple of V_BYTES */
    v_stream_end();
    v_store(dst, first);
    v_store(dst + n - V_BYTES, last);
}

/* ---- The check ---- */

static const struct step {
    const char *name;
    kernel *run;
} steps[] = {{"1 words", and_words},
             {"2 vectors", and_vectors},
             {"3 tail", and_tail},
             {"4 unrolled", and_unrolled},
             {"5 streamed", and_streamed}};
enum { STEPS = sizeof steps / sizeof steps[0] };

enum { LONGEST = 2600, OFFSETS = 5, AREA = LONGEST / 8 + OFFSETS + 64 };

static uint64_t noise_state = 1;

static void fill_with_noise(unsigned char *p, size_t n)
{
    while (n-- > 0) {
        noise_state = noise_state * 6364136223846793005u + 1442695040888963407u;
        p[n] = (unsigned char)(noise_state >> 56);
    }
}

/* Whether a step leaves the same memory as the reference: the result and all around it. */
static bool is_right(kernel *run, size_t nbits, size_t offset, bool in_place)
{
    unsigned char a[AREA], b[AREA], got[AREA], expected[AREA];
    fill_with_noise(a, AREA);
    fill_with_noise(b, AREA);
    if (in_place)
        memcpy(got, a, AREA);
    else
        fill_with_noise(got, AREA);
    memcpy(expected, got, AREA);
    and_bits_from(expected + offset, a + offset, b + offset, nbits, 0);
    run(got + offset, (in_place ? got : a) + offset, b + offset, nbits);
    return memcmp(got, expected, AREA) == 0;
}

static void check(const struct step *s)
{
    unsigned cases = 0;
    stream_bytes = 0;
    for (size_t nbits = 0; nbits <= LONGEST; nbits++)
        for (size_t offset = 0; offset < OFFSETS; offset++)
            for (int in_place = 0; in_place < 2; in_place++, cases++)
                if (!is_right(s->run, nbits, offset, in_place)) {
                    printf("%s: wrong for %zu bits, %zu bytes after a multiple, %s\n", s->name,
                           nbits, offset, in_place ? "in place" : "dst separate");
                    exit(1);
                }
    stream_bytes = 4 << 20;
    printf("%-11s right in all of %u cases\n", s->name, cases);
}

/* ---- Time ---- */

static double now(void) /* in nanoseconds */
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

/* The time of a call, in ns. */
static double time_of(kernel *chosen, unsigned char *memory, size_t nbytes)
{
    kernel *volatile run = chosen;
    size_t repetitions = 1 + 300000 / nbytes;
    double begin = now();
    for (size_t i = 0; i < repetitions; i++)
        run(memory, memory + nbytes, memory + 2 * nbytes, 8 * nbytes - 1);
    return (now() - begin) / (double)repetitions;
}

/* The least time of each step in ten rounds. All steps have their turn in each round, so that what
 * disturbs the machine for a while disturbs all of them. */
static void measure(double best[STEPS], unsigned char *memory, size_t nbytes)
{
    for (int round = 0; round < 10; round++)
        for (int s = 0; s < STEPS; s++) {
            double took = time_of(steps[s].run, memory, nbytes);
            best[s] = round == 0 || took < best[s] ? took : best[s];
        }
}

enum { SIZES = 3 };
static const size_t sizes[SIZES] = {100, 4096, 16 << 20}; /* bytes of a bitmap */

int main(void)
{
    unsigned char *memory = malloc(3 * sizes[2] + 64);
    double best[SIZES][STEPS];
    if (!memory) {
        fprintf(stderr, "kernel: no memory for three bitmaps of 16 MiB\n");
        return 1;
    }
    memset(memory, 0x5a, 3 * sizes[2] + 64);
    for (int s = 0; s < STEPS; s++)
        check(&steps[s]);
    for (int k = 0; k < SIZES; k++)
        measure(best[k], memory + 64 - (uintptr_t)memory % 64, sizes[k]);

    printf("\nvectors of %d bytes: bits per ns, and how many times step 1\n", (int)V_BYTES);
    printf("%-11s%18s%18s%18s\n", "", "100 bytes", "4 KiB", "16 MiB");
    for (int s = 0; s < STEPS; s++) {
        printf("%-11s", steps[s].name);
        for (int k = 0; k < SIZES; k++)
            printf(" %9.1f %6.2fx", 8 * (double)sizes[k] / best[k][s], best[k][0] / best[k][s]);
        printf("\n");
    }
    free(memory);
    return 0;
}
