/* positional.c: positional counts. The kernel counts by positions in words of 64 bits, each of
 * which holds several shorter elements. */
#include "dispatch/kernels.h"
#include "simd/words.h"
#include <bitmill/bits.h>
#include <bitmill/bits/positional.h>

/* width is a constant after inlining, and so are the ends of the loops. */
BMILL_ALWAYS_INLINE void count(size_t *counts, const void *a, size_t nbytes, size_t width)
{
    uint64_t of_words[64];
    bmill_active()->positional_count(of_words, a, nbytes);
    for (size_t half = 32; half >= width; half /= 2)
        for (size_t k = 0; k < half; k++)
            of_words[k] += of_words[k + half];
    for (size_t k = 0; k < width; k++)
        counts[k] = (size_t)of_words[k];
}

void bmill_bits_positional_count_u8(size_t *counts, const void *a, size_t n)
{
    count(counts, a, n, 8);
}
void bmill_bits_positional_count_u16(size_t *counts, const void *a, size_t n)
{
    count(counts, a, 2 * n, 16);
}
void bmill_bits_positional_count_u32(size_t *counts, const void *a, size_t n)
{
    count(counts, a, 4 * n, 32);
}
void bmill_bits_positional_count_u64(size_t *counts, const void *a, size_t n)
{
    count(counts, a, 8 * n, 64);
}
