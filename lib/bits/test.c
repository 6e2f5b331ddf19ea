/* test.c: predicates over whole bitmaps: the functions of bitmill/bits/test.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/test.h>

bool bmill_bits_any(const void *bits, size_t nbits) { return KERNEL(any)(bits, nbits); }

bool bmill_bits_all(const void *bits, size_t nbits) { return KERNEL(all)(bits, nbits); }

bool bmill_bits_none(const void *bits, size_t nbits) { return KERNEL(none)(bits, nbits); }

bool bmill_bits_equal(const void *a, const void *b, size_t nbits)
{
    return KERNEL(equal)(a, b, nbits);
}

bool bmill_bits_intersects(const void *a, const void *b, size_t nbits)
{
    return KERNEL(intersects)(a, b, nbits);
}

bool bmill_bits_subset(const void *a, const void *b, size_t nbits)
{
    return KERNEL(subset)(a, b, nbits);
}

bool bmill_bits_or_all(const void *a, const void *b, size_t nbits)
{
    return KERNEL(or_all)(a, b, nbits);
}
