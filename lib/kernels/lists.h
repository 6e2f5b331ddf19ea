/* lists.h: lists of indices, for index.h and what an ISA does by hand.
 *
 * They have elements of 2, 4 or 8 bytes. `width` says which; it is a constant wherever it comes to,
 * so that there is one text for the three. */
#ifndef BMILL_KERNELS_LISTS_H
#define BMILL_KERNELS_LISTS_H

#include "simd/simd.h"
#include "tables/thresholds.h"

#ifdef __clang__
#define BMILL_UNROLL_8 /* clang unrolls loops of a constant length by itself */
#else
#define BMILL_UNROLL_8 _Pragma("GCC unroll 8")
#endif

BMILL_ALWAYS_INLINE uint64_t element(const void *list, size_t i, size_t width)
{
    if (width == 2)
        return ((const uint16_t *)list)[i];
    if (width == 4)
        return ((const uint32_t *)list)[i];
    return ((const uint64_t *)list)[i];
}
BMILL_ALWAYS_INLINE void put_element(void *list, size_t i, size_t width, uint64_t x)
{
    if (width == 2)
        ((uint16_t *)list)[i] = (uint16_t)x;
    else if (width == 4)
        ((uint32_t *)list)[i] = (uint32_t)x;
    else
        ((uint64_t *)list)[i] = x;
}
BMILL_ALWAYS_INLINE uint64_t largest_element(size_t width)
{
    return ~(uint64_t)0 >> (64 - 8 * width);
}

/* x, but the compiler does not know that: of a loop over the ones of a word gcc makes one that also
 * counts them, for where it ends. */
BMILL_ALWAYS_INLINE w_t opaque(w_t x)
{
#if SIZE_MAX > UINT32_MAX /* else it needs two registers, which is not the same everywhere */
    __asm__("" : "+r"(x));
#endif
    return x;
}

/* x + i for all ones of the word, from element n on. Result: the next n. */
BMILL_ALWAYS_INLINE size_t put_ones(void *dst, size_t n, w_t word, uint64_t x, size_t width)
{
    for (; word; word &= word - 1)
        put_element(dst, n++, width, x + bmill_ctz_u64(word));
    return n;
}

/* A decoding under way. */
struct decoding {
    const unsigned char *bits;
    size_t nbits;
    void *dst;
    size_t capacity, n; /* of dst; how many are there */
    size_t from;        /* where to go on, in the beginning and once dst is full */
    uint64_t base;
};

enum { LINE_WORDS = LINE_BITS / 64, BATCH_LINES = MOST_BATCH_BITS / LINE_BITS };

/* No number of ones in a line. */
enum { NOT_FEW = LINE_BITS + 1 };

#endif
