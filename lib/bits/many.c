/* many.c: functions of any number of bitmaps: those of bitmill/bits/many.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/many.h>

void bmill_bits_and_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    KERNEL(and_many)(dst, maps, nmaps, nbits);
}
void bmill_bits_or_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    KERNEL(or_many)(dst, maps, nmaps, nbits);
}
void bmill_bits_xor_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    KERNEL(xor_many)(dst, maps, nmaps, nbits);
}

/* ---- Thresholds. The smallest and the largest k need no counters: they are AND or OR of all maps.
 * AND of no maps is all 1 bits, OR of none all 0 bits. ---- */

void bmill_bits_at_least(void *dst, const void *const *maps, size_t nmaps, size_t nbits, size_t k)
{
    if (k <= 1)
        k == 0 ? KERNEL(and_many)(dst, maps, 0, nbits) : KERNEL(or_many)(dst, maps, nmaps, nbits);
    else if (k >= nmaps)
        k > nmaps ? KERNEL(or_many)(dst, maps, 0, nbits)
                  : KERNEL(and_many)(dst, maps, nmaps, nbits);
    else
        KERNEL(at_least)(dst, maps, nmaps, nbits, k);
}

void bmill_bits_exactly(void *dst, const void *const *maps, size_t nmaps, size_t nbits, size_t k)
{
    if (k > nmaps)
        KERNEL(or_many)(dst, maps, 0, nbits);
    else if (k == nmaps)
        KERNEL(and_many)(dst, maps, nmaps, nbits);
    else
        KERNEL(exactly)(dst, maps, nmaps, nbits, k);
}
