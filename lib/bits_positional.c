/* bits_positional.c: positional counts. The kernel counts by positions in words of 64 bits, each of
 * which holds several shorter elements. */
#include "kernels.h"
#include <bitmill/bits.h>

static inline void count(size_t *counts, const void *a, size_t nbytes, size_t width)
{
    uint64_t of_words[64];
    bmill_active()->positional_count(of_words, a, nbytes);
    for (size_t k = 0; k < width; k++) {
        uint64_t sum = 0;
        for (size_t i = k; i < 64; i += width)
            sum += of_words[i];
        counts[k] = (size_t)sum;
    }
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
