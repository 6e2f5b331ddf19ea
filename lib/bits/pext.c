/* pext.c: bits that a mask selects, packed and back: the functions of bitmill/bits/pext.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/pext.h>

size_t bmill_bits_pext(void *dst, const void *a, const void *mask, size_t nbits)
{
    return KERNEL(pext)(dst, a, mask, nbits);
}

size_t bmill_bits_pdep(void *dst, const void *a, const void *mask, size_t nbits)
{
    return KERNEL(pdep)(dst, a, mask, nbits);
}
