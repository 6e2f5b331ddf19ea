/* lists.h: lists of numbers of 2, 4 or 8 bytes, and the state of decoding into one: for index.h,
 * the files of decode, and simd/<isa>/index.h.
 *
 * `width` is the size of an element in bytes. It is a constant wherever these are inlined, so that
 * one text serves the three widths. */
#ifndef BMILL_KERNELS_LISTS_H
#define BMILL_KERNELS_LISTS_H

#include "simd/simd.h"
#include "tables/thresholds.h"

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

/* x, by a way that the compiler cannot see through. It keeps gcc from turning a loop over the 1
 * bits of a word into one that counts them first, to know where it ends. Only where a word is one
 * register: two are spelled differently in each assembler. */
BMILL_ALWAYS_INLINE w_t opaque(w_t x)
{
#if defined(BMILL_GNU_) && SIZE_MAX > UINT32_MAX
    __asm__("" : "+r"(x));
#endif
    return x;
}
/* A pointer of which the compiler does not know what it was made from: else it computes each
 * address anew, or one twice. */
BMILL_ALWAYS_INLINE void *opaque_pointer(const void *p)
{
    return (void *)(uintptr_t)opaque((uintptr_t)p);
}

/* Stores x + i for each 1 bit i of the word, from element n on. Returns the next n. */
BMILL_ALWAYS_INLINE size_t put_ones(void *dst, size_t n, w_t word, uint64_t x, size_t width)
{
    for (; word; word &= word - 1)
        put_element(dst, n++, width, x + w_ctz(word));
    return n;
}

/* A decode call under way. */
struct decoding {
    const unsigned char *bits;
    size_t nbits;
    void *dst;
    size_t capacity; /* elements that fit into dst */
    size_t n;        /* elements stored so far */
    size_t from;     /* where to begin; once dst is full, where the next call continues */
    uint64_t base;   /* added to each position */
};

enum {
    LINE_WORDS = LINE_BITS / 64,
    BATCH_LINES = MOST_BATCH_BITS / LINE_BITS,
    NOT_FEW = LINE_BITS + 1 /* for decode_few: no number of 1 bits that a line can have */
};

#endif
