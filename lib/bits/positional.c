/* positional.c: positional counts: the functions of bitmill/bits/positional.h. The kernel counts
 * the 64 positions of words; a word holds several of the shorter elements. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "simd/compiler.h"
#include <bitmill/bits/positional.h>

/* width is a constant after inlining, and so are the bounds of the loops. */
BMILL_ALWAYS_INLINE void count_positions(size_t *counts, const void *a, size_t nbytes, size_t width)
{
    uint64_t of_words[64];
    KERNEL(positional_count)(of_words, a, nbytes);
    for (size_t half = 32; half >= width; half /= 2)
        for (size_t k = 0; k < half; k++)
            of_words[k] += of_words[k + half];
    for (size_t k = 0; k < width; k++)
        counts[k] = (size_t)of_words[k];
}

void bmill_bits_positional_count_u8(size_t *counts, const void *a, size_t n)
{
    count_positions(counts, a, n, 8);
}
void bmill_bits_positional_count_u16(size_t *counts, const void *a, size_t n)
{
    count_positions(counts, a, 2 * n, 16);
}
void bmill_bits_positional_count_u32(size_t *counts, const void *a, size_t n)
{
    count_positions(counts, a, 4 * n, 32);
}
void bmill_bits_positional_count_u64(size_t *counts, const void *a, size_t n)
{
    count_positions(counts, a, 8 * n, 64);
}
