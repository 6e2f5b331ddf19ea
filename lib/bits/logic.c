/* logic.c: bitwise operations on whole bitmaps: the functions of bitmill/bits/logic.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/logic.h>

void bmill_bits_and(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL (and)(dst, a, b, nbits);
}

void bmill_bits_or(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL(or)(dst, a, b, nbits);
}

void bmill_bits_xor(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL (xor)(dst, a, b, nbits);
}

void bmill_bits_andnot(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL(andnot)(dst, a, b, nbits);
}

void bmill_bits_nand(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL(nand)(dst, a, b, nbits);
}

void bmill_bits_nor(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL(nor)(dst, a, b, nbits);
}

void bmill_bits_xnor(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL(xnor)(dst, a, b, nbits);
}

void bmill_bits_ornot(void *dst, const void *a, const void *b, size_t nbits)
{
    KERNEL(ornot)(dst, a, b, nbits);
}

void bmill_bits_not(void *dst, const void *a, size_t nbits) { KERNEL(not )(dst, a, nbits); }

/* ---- The same, and the number of 1 bits in the result, in one pass over memory. ---- */

size_t bmill_bits_and_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(and_with_count)(dst, a, b, nbits);
}

size_t bmill_bits_or_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(or_with_count)(dst, a, b, nbits);
}

size_t bmill_bits_xor_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(xor_with_count)(dst, a, b, nbits);
}

size_t bmill_bits_andnot_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(andnot_with_count)(dst, a, b, nbits);
}

size_t bmill_bits_nand_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(nand_with_count)(dst, a, b, nbits);
}

size_t bmill_bits_nor_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(nor_with_count)(dst, a, b, nbits);
}

size_t bmill_bits_xnor_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(xnor_with_count)(dst, a, b, nbits);
}

size_t bmill_bits_ornot_with_count(void *dst, const void *a, const void *b, size_t nbits)
{
    return KERNEL(ornot_with_count)(dst, a, b, nbits);
}
