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

/* The stores are never ahead of the loads, so dst may be a or mask. */
BMILL_KERNEL size_t pext_kernel(void *dst, const void *a_, const void *mask_, size_t nbits)
{
    const unsigned char *a = a_, *mask = mask_;
    unsigned char *out = dst;
    size_t total = count_kernel(mask, nbits), stored = 0, m = nbits / 8, i = 0, rest;
    w_t word = 0; /* the bits gathered for a word that is not complete yet */
    unsigned filled = 0;
    /* An incomplete word is stored, too, and stored again with the next bits. */
    for (; i + W_BYTES <= m && stored + 64 <= total; i += W_BYTES) {
        w_t selected = w_load(mask + i), bits = w_pext(w_load(a + i), selected);
        unsigned end = filled + w_popcount(selected);
        w_t over = bits >> 1 >> (63 - filled);
        word |= bits << filled;
        w_store(out + stored / 8, word);
        word = end < 64 ? word : over;
        stored += end & 64;
        filled = end & 63;
    }
    /* What remains fits into one word. */
    for (; i + W_BYTES <= m; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        word |= w_pext(w_load(a + i), selected) << filled;
        filled += w_popcount(selected);
    }
    rest = nbits - 8 * i;
    if (rest) {
        w_t selected = w_small(mask + i, mask + i, rest, w_first);
        w_t bits = w_pext(w_small(a + i, a + i, rest, w_first), selected);
        word |= bits << filled;
        if (filled + w_popcount(selected) >= 64) {
            w_store(out + stored / 8, word);
            word = bits >> 1 >> (63 - filled);
            stored += 64;
        }
    }
    if (stored < total)
        w_store_bits(out + stored / 8, total - stored, word);
    return total;
}

BMILL_KERNEL size_t pdep_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_, *mask = mask_;
    size_t total = count_kernel(mask, nbits), n = bytes_of(total), used = 0;
    size_t m = nbits / 8, i = 0, rest;
    w_t word = 0;
    /* While 9 bytes of a are left, 64 bits of which are used: the next 64 bits, at any bit. None is
     * past the last one that is used, for valgrind and MSan. */
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
