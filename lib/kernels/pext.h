/* pext.h: pext gathers the bits that a mask selects, pdep scatters bits to them; word by word. */
#ifndef BMILL_KERNELS_PEXT_H
#define BMILL_KERNELS_PEXT_H

#include "kernels/ends.h"
#include "kernels/move.h"
#include "kernels/op.h"
#include "kernels/operations.h"
#include "simd/simd.h"

/* The bits of a word that is not complete yet, and how many of them there are. */
struct gathered {
    w_t word;
    unsigned filled;
};

/* Adds the selected bits of a word. Returns whether that completed g->word, which is then stored at
 * byte `at` of dst; until then dst may be NULL. A branch, though masks are random: there are 10
 * words of the mask to one that is completed, if one bit in 10 is selected, and two in turn, if
 * every other one is. Without it, pext took twice as long, whatever the mask (Zen 4, gcc 12). */
BMILL_ALWAYS_INLINE bool gather(struct gathered *g, unsigned char *dst, size_t at, w_t a,
                                w_t selected)
{
    w_t bits = w_pext(a, selected);
    unsigned filled = g->filled;
    g->word |= bits << filled;
    g->filled = filled + w_popcount(selected);
    if (g->filled < 64)
        return false;
    w_store(dst + at, g->word);
    g->word = bits >> 1 >> (63 - filled);
    g->filled -= 64;
    return true;
}

/* The stores are never ahead of the loads, so dst may be a or mask. */
BMILL_KERNEL size_t pext_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *mask = mask_;
    size_t stored = 0;
    size_t m = nbits / 8;
    size_t i = 0;
    struct gathered g = {0, 0};
    for (; i + 4 * W_BYTES <= m; i += 4 * W_BYTES) {
        BMILL_UNROLL
        for (size_t k = 0; k < 4 * W_BYTES; k += W_BYTES)
            if (gather(&g, dst, stored, w_load(a + i + k), w_load(mask + i + k)))
                stored += W_BYTES;
    }
    for (; i + W_BYTES <= m; i += W_BYTES)
        if (gather(&g, dst, stored, w_load(a + i), w_load(mask + i)))
            stored += W_BYTES;
    if (nbits > 8 * i && gather(&g, dst, stored, w_small(a + i, a + i, nbits - 8 * i, w_first),
                                w_small(mask + i, mask + i, nbits - 8 * i, w_first)))
        stored += W_BYTES;
    if (g.filled)
        w_store_bits(dst + stored, g.filled, g.word);
    return 8 * stored + g.filled;
}

/* 64 bits of a from bit i, given the two words that they may be in. */
BMILL_ALWAYS_INLINE w_t bits_of_two_words(const unsigned char *a, size_t i)
{
    const unsigned char *p = a + i / 64 * W_BYTES;
    return w_load(p) >> i % 64 | w_load(p + W_BYTES) << 1 << (~i & 63);
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
    /* Four words of the mask use no more than 256 bits, which are in five words of a. */
    for (; i + 4 * W_BYTES <= m && used + 5 * 64 <= total; i += 4 * W_BYTES) {
        BMILL_UNROLL
        for (size_t k = 0; k < 4 * W_BYTES; k += W_BYTES) {
            w_t selected = w_load(mask + i + k);
            w_store(dst + i + k, w_pdep(bits_of_two_words(a, used), selected));
            used += w_popcount(selected);
        }
    }
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
