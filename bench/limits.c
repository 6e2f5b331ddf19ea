/* limits.c: what the machine allows: passes over memory that do as little as possible with it. For
 * a few KiB or more, no function that reads each byte can be much faster. Compiled with -O3
 * -march=native. */
#include "bench.h"

#include <string.h>

/* One cache line; compilers split it where registers are narrower. A step takes eight lines, so
 * that the loop itself costs little, and has several sums, so that an OR need not wait for the one
 * before. */
typedef uint64_t line __attribute__((vector_size(64)));
enum { LINE_BYTES = sizeof(line), LINES = 8, STEP = LINES * LINE_BYTES, SUMS = 4 };

/* For some processors clang uses only half of the widest registers, unless told otherwise. */
#ifdef __clang__
#define WIDEST __attribute__((min_vector_width(512)))
#else
#define WIDEST
#endif

/* By pointer, because passing such a wide vector by value depends on the compiler's flags. */
static inline void or_line(line *sum, const unsigned char *p)
{
    line x;
    memcpy(&x, p, sizeof x);
    *sum |= x;
}

static inline uint64_t or_of_words(const unsigned char *p, size_t nbytes)
{
    uint64_t sum = 0, x;
    for (size_t i = 0; i < nbytes; i += sizeof x) {
        memcpy(&x, p + i, sizeof x);
        sum |= x;
    }
    return sum;
}

static inline uint64_t or_of_lines(const line sums[SUMS])
{
    line all = sums[0] | sums[1] | sums[2] | sums[3];
    return or_of_words((const unsigned char *)&all, sizeof all);
}

WIDEST static size_t read_one(void *dst, const void *a_, const void *b, size_t nbytes)
{
    const unsigned char *a = a_;
    line sums[SUMS] = {{0}};
    size_t i = 0;
    (void)dst, (void)b;
    if (nbytes < STEP)
        return (size_t)or_of_words(a, nbytes);
    for (; i + STEP <= nbytes; i += STEP)
        for (size_t k = 0; k < LINES; k++)
            or_line(&sums[k % SUMS], a + i + k * LINE_BYTES);
    return (size_t)(or_of_lines(sums) | or_of_words(a + i, nbytes - i));
}

WIDEST static size_t read_two(void *dst, const void *a_, const void *b_, size_t nbytes)
{
    const unsigned char *a = a_, *b = b_;
    line sums[SUMS] = {{0}};
    size_t i = 0;
    (void)dst;
    if (nbytes < STEP)
        return (size_t)(or_of_words(a, nbytes) | or_of_words(b, nbytes));
    for (; i + STEP <= nbytes; i += STEP)
        for (size_t k = 0; k < LINES; k++) {
            or_line(&sums[k % SUMS], a + i + k * LINE_BYTES);
            or_line(&sums[k % SUMS], b + i + k * LINE_BYTES);
        }
    return (size_t)(or_of_lines(sums) | or_of_words(a + i, nbytes - i) |
                    or_of_words(b + i, nbytes - i));
}

static size_t copy(void *dst, const void *a, const void *b, size_t nbytes)
{
    (void)b;
    memcpy(dst, a, nbytes);
    return 0;
}

static size_t fill(void *dst, const void *a, const void *b, size_t nbytes)
{
    (void)a, (void)b;
    memset(dst, 0x55, nbytes);
    return 0;
}

const struct limit limits[LIMITS] = {
    {"read", 1, read_one},
    {"read2", 2, read_two},
    {"copy", 1, copy},
    {"fill", 1, fill},
};
