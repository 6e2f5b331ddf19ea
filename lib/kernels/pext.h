/* pext.h: pext gathers the bits that a mask selects, pdep scatters bits to them; word by word.
 *
 * Both count the mask first, for a tenth of the time. So they know how far they may store, or load,
 * and need no branch on how many bits a word of the mask has, which is as random as the mask. */
#ifndef BMILL_KERNELS_PEXT_H
#define BMILL_KERNELS_PEXT_H

#include "kernels/ends.h"
#include "kernels/move.h"
#include "kernels/op.h"
#include "kernels/operations.h"
#include "simd/simd.h"

/* The bits gathered for a word that is not complete yet, and how many bits were stored before. */
struct gathered {
    w_t word;
    unsigned filled;
    size_t stored;
};

/* The rest of `a`. Its bits fit into the current word, or complete that and begin the last one. */
BMILL_ALWAYS_INLINE void pext_rest(unsigned char *dst, const unsigned char *a,
                                   const unsigned char *mask, size_t nbits, struct gathered g,
                                   size_t total)
{
    for (; nbits >= 64; nbits -= 64, a += W_BYTES, mask += W_BYTES) {
        w_t selected = w_load(mask);
        g.word |= w_pext(w_load(a), selected) << g.filled;
        g.filled += w_popcount(selected);
    }
    if (nbits > 0) {
        w_t selected = w_small(mask, mask, nbits, w_first);
        w_t bits = w_pext(w_small(a, a, nbits, w_first), selected);
        g.word |= bits << g.filled;
        if (g.filled + w_popcount(selected) >= 64) {
            w_store(dst + g.stored / 8, g.word);
            g.word = bits >> 1 >> (63 - g.filled);
            g.stored += 64;
        }
    }
    if (g.stored < total)
        w_store_bits(dst + g.stored / 8, total - g.stored, g.word);
}

/* The stores are never ahead of the loads, so dst may be a or mask. */
BMILL_KERNEL size_t pext_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *mask = mask_;
    size_t total = count_kernel(mask, nbits);
    size_t m = nbits / 8;
    size_t i = 0;
    struct gathered g = {0, 0, 0};
    if (nbits == 0) /* then a and mask may be NULL, and C has no NULL + 0 */
        return 0;
    /* An incomplete word is stored, too, and stored again with the next bits. */
    for (; i + W_BYTES <= m && g.stored + 64 <= total; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        w_t bits = w_pext(w_load(a + i), selected);
        unsigned end = g.filled + w_popcount(selected);
        w_t over = bits >> 1 >> (63 - g.filled);
        g.word |= bits << g.filled;
        w_store(dst + g.stored / 8, g.word);
        g.word = end < 64 ? g.word : over;
        g.stored += end & 64;
        g.filled = end & 63;
    }
    pext_rest(dst, a + i, mask + i, nbits - 8 * i, g, total);
    return total;
}

BMILL_KERNEL size_t pdep_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *mask = mask_;
    size_t total = count_kernel(mask, nbits);
    size_t n = bytes_of(total);
    size_t used = 0;
    size_t m = nbits / 8;
    size_t i = 0;
    size_t rest;
    w_t word = 0;
    /* The next 64 bits of a, at any bit: they lie in 9 bytes, so the loop runs while as many are
     * left and all 64 bits are used. No bit past the last used one is loaded, for valgrind and
     * MSan. */
    for (; i + W_BYTES <= m && used / 8 + W_BYTES < n && used + 64 <= total; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        w_store(dst + i, w_pdep(w_load_at(a + used / 8, (unsigned)(used % 8)), selected));
        used += w_popcount(selected);
    }
    /* No more than 64 bits of a are left, though they may be in 9 bytes. */
    if (used / 8 + W_BYTES < n)
        word = w_load_at(a + used / 8, (unsigned)(used % 8));
    else if (used < total)
        word = bmill_load_le(a + used / 8, n - used / 8) >> used % 8;
    if (total - used < 64)
        word &= bmill_low_mask_u64((unsigned)(total - used));
    for (; i + W_BYTES <= m; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        unsigned ones = w_popcount(selected);
        w_store(dst + i, w_pdep(word, selected));
        word >>= ones & 63; /* after 64 none is left */
    }
    rest = nbits - 8 * i;
    if (rest)
        w_store_bits(dst + i, rest, w_pdep(word, w_small(mask + i, mask + i, rest, w_first)));
    return total;
}

#endif
