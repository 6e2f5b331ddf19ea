/* interleave.c: the bits of two bitmaps in turn: the functions of bitmill/bits/interleave.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/interleave.h>

void bmill_bits_interleave(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL(interleave)(dst, a, b, nbits);
}

void bmill_bits_deinterleave(void *dst_even, void *dst_odd, const void *a, size_t nbits)
{
    KERNEL(deinterleave)(dst_even, dst_odd, a, nbits);
}
