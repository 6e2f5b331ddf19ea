/* pext.h: pext gathers the bits that a mask selects, pdep scatters bits to them; word by word.
 *
 * Without the instructions (BMILL_PEXT_BY_STEPS) a block of the mask is moved in one of five ways,
 * by the OR of the numbers of 1 bits in its words, which says that no word has more than 3, or 15.
 * Such words are moved bit by bit, without a branch on the bits; all 0 and all 1 are special; other
 * words by the rounds of bmill_pext_plain_(), in vectors. 4 KiB by SSE2 on Zen 5, in ns, each word
 * by rounds and now: one bit in 1000 8320 and 500, in 100 8050 and 1200, in 10 8300 and 4700, half
 * of the bits 8700 and 4800; a loop over the 1 bits 1180, 2200, 6300 and 14600 (clang-19). */
#ifndef BMILL_KERNELS_PEXT_H
#define BMILL_KERNELS_PEXT_H

#include "kernels/ends.h"
#include "kernels/move.h"
#include "kernels/op.h"
#include "kernels/operations.h"
#include "simd/simd.h"

/* ---- Blocks of words ---- */

enum { PEXT_WORDS = FOUR_WORDS / W_BYTES };

#ifdef BMILL_PEXT_BY_STEPS

/* Words with up to PEXT_FEW 1 bits, or PEXT_MANY, are moved bit by bit; 2^k - 1, so that the OR of
 * their numbers shows that none has more. 15 steps take less time than the rounds in vectors of 16
 * bytes (pdep of 4 KiB, one bit in 10, Zen 5: 4500 ns for 5550), but not in longer ones. */
enum { PEXT_FEW = 3, PEXT_MANY = V_BYTES <= 16 ? 15 : PEXT_FEW };

/* Puts the number of 1 bits of each word into ones[], and returns their OR. */
BMILL_ALWAYS_INLINE w_t count_each_word(unsigned char *ones, const unsigned char *mask)
{
    w_t any = 0;
    popcount_words(ones, mask, FOUR_WORDS, w_first, v_first);
    BMILL_UNROLL
    for (size_t k = 0; k < PEXT_WORDS; k++)
        any |= w_load(ones + k * W_BYTES);
    return any;
}

/* w_pext and w_pdep of a mask with up to `most` 1 bits. After them mask is 0, and so is what a step
 * adds. */
BMILL_ALWAYS_INLINE w_t pext_few(w_t a, w_t mask, unsigned most)
{
    w_t bits = 0;
    BMILL_UNROLL
    for (unsigned k = 0; k < most; k++) {
        w_t rest = mask & (mask - 1);
        bits |= (w_t)((a & (mask ^ rest)) != 0) << k;
        mask = rest;
    }
    return bits;
}
BMILL_ALWAYS_INLINE w_t pdep_few(w_t a, w_t mask, unsigned most)
{
    w_t bits = 0;
    BMILL_UNROLL
    for (unsigned k = 0; k < most; k++) {
        w_t rest = mask & (mask - 1);
        bits |= (mask ^ rest) & (0 - (a >> k & 1));
        mask = rest;
    }
    return bits;
}

/* The parity of the bits up to each one, in each lane. */
BMILL_ALWAYS_INLINE v_t v_prefix_xor(v_t v)
{
    BMILL_UNROLL
    for (unsigned n = 1; n < 64; n *= 2)
        v = v_xor(v, v_shl64(v, n));
    return v;
}

/* The bits that round k moves, as in bmill_pext_plain_() of bitmill/word/pext.h. In the last round
 * zeros has at most one bit, unless the mask is 0. */
BMILL_ALWAYS_INLINE v_t v_odd(v_t zeros, unsigned k)
{
    return k < 5 ? v_prefix_xor(zeros) : v_not(v_add64(zeros, v_not(v_zero())));
}

/* w_pext and w_pdep of each lane. */
BMILL_ALWAYS_INLINE v_t v_pext(v_t a, v_t mask)
{
    v_t zeros = v_not(mask);
    a = v_and(a, mask);
    BMILL_UNROLL
    for (unsigned k = 0; k < 6; k++) {
        v_t odd = v_odd(zeros, k), moved = v_and(a, odd);
        a = v_or(v_andnot(a, odd), v_shr64(moved, 1u << k));
        zeros = v_andnot(zeros, odd);
    }
    return a;
}
BMILL_ALWAYS_INLINE v_t v_pdep(v_t a, v_t mask)
{
    v_t zeros = v_not(mask), odd[6];
    BMILL_UNROLL
    for (unsigned k = 0; k < 6; k++) {
        odd[k] = v_odd(zeros, k);
        zeros = v_andnot(zeros, odd[k]);
    }
    BMILL_UNROLL
    for (unsigned k = 6; k-- > 0;)
        a = v_or(v_andnot(a, odd[k]), v_and(v_shl64(a, 1u << k), odd[k]));
    return v_and(a, mask);
}

BMILL_ALWAYS_INLINE void pext_block_few(unsigned char *bits, const unsigned char *a,
                                        const unsigned char *mask, unsigned most)
{
    for (size_t k = 0; k < FOUR_WORDS; k += W_BYTES)
        w_store(bits + k, pext_few(w_load(a + k), w_load(mask + k), most));
}

/* Puts w_pext of each word into bits[], and the number of its selected bits into ones[]. Returns
 * false if there are none; then bits[] is not set. */
BMILL_ALWAYS_INLINE bool pext_block(unsigned char *bits, unsigned char *ones,
                                    const unsigned char *a, const unsigned char *mask)
{
    w_t any = count_each_word(ones, mask);
    if (any == 0)
        return false;
    if (any <= PEXT_FEW)
        pext_block_few(bits, a, mask, PEXT_FEW);
    else if (any <= PEXT_MANY)
        pext_block_few(bits, a, mask, PEXT_MANY);
    else if (any == 64) {
        for (size_t k = 0; k < FOUR_WORDS; k += V_BYTES)
            v_store(bits + k, v_and(v_load(a + k), v_load(mask + k)));
    } else {
        BMILL_UNROLL
        for (size_t k = 0; k < FOUR_WORDS; k += V_BYTES)
            v_store(bits + k, v_pext(v_load(a + k), v_load(mask + k)));
    }
    return true;
}

/* The same for one word. */
BMILL_ALWAYS_INLINE w_t pext_word(w_t a, w_t mask)
{
    unsigned ones = w_popcount(mask);
    return ones <= PEXT_FEW    ? pext_few(a, mask, PEXT_FEW)
           : ones <= PEXT_MANY ? pext_few(a, mask, PEXT_MANY)
                               : w_pext(a, mask);
}
BMILL_ALWAYS_INLINE w_t pdep_word(w_t a, w_t mask)
{
    unsigned ones = w_popcount(mask);
    return ones <= PEXT_FEW    ? pdep_few(a, mask, PEXT_FEW)
           : ones <= PEXT_MANY ? pdep_few(a, mask, PEXT_MANY)
                               : w_pdep(a, mask);
}

BMILL_ALWAYS_INLINE void pdep_block_few(unsigned char *dst, const w_t *a, const unsigned char *mask,
                                        unsigned most)
{
    for (size_t k = 0; k < PEXT_WORDS; k++)
        w_store(dst + k * W_BYTES, pdep_few(a[k], w_load(mask + k * W_BYTES), most));
}

/* Stores w_pdep of each word, where `any` is what count_each_word returned for the mask, not 0. */
BMILL_ALWAYS_INLINE void pdep_block(unsigned char *dst, const w_t *a, const unsigned char *mask,
                                    w_t any)
{
    if (any <= PEXT_FEW)
        pdep_block_few(dst, a, mask, PEXT_FEW);
    else if (any <= PEXT_MANY)
        pdep_block_few(dst, a, mask, PEXT_MANY);
    else if (any == 64) {
        for (size_t k = 0; k < FOUR_WORDS; k += V_BYTES)
            v_store(dst + k, v_and(v_from_words(a + k / W_BYTES), v_load(mask + k)));
    } else {
        BMILL_UNROLL
        for (size_t k = 0; k < FOUR_WORDS; k += V_BYTES)
            v_store(dst + k, v_pdep(v_from_words(a + k / W_BYTES), v_load(mask + k)));
    }
}

#else

BMILL_ALWAYS_INLINE w_t pext_word(w_t a, w_t mask) { return w_pext(a, mask); }
BMILL_ALWAYS_INLINE w_t pdep_word(w_t a, w_t mask) { return w_pdep(a, mask); }

#endif

/* ---- pext ---- */

/* The bits of a word that is not complete yet, how many of them there are, and the bytes of dst
 * that are complete. */
struct gathered {
    w_t word;
    unsigned filled;
    size_t stored;
};

/* Adds bits, `ones` of them. A word that is complete is stored; until then dst may be NULL. A
 * branch, though masks are random: there are 10 words of the mask to one that is completed, if one
 * bit in 10 is selected, and two in turn, if every other one is. Without it, pext took twice as
 * long, whatever the mask (Zen 4, gcc 12). `stored` changes in that branch: where the caller added
 * to it, clang-19 made a cmov of that, for which each word waits (4 KiB by AVX-512, half of the
 * bits 1: 444 ns, 338 now; Zen 5). */
BMILL_ALWAYS_INLINE void gather(struct gathered *g, unsigned char *dst, w_t bits, unsigned ones)
{
    unsigned filled = g->filled;
    g->word |= bits << filled;
    g->filled = filled + ones;
    if (g->filled >= 64) {
        w_store(dst + g->stored, g->word);
        g->word = bits >> 1 >> (63 - filled);
        g->filled -= 64;
        g->stored += W_BYTES;
    }
}

/* A block of the mask. */
BMILL_ALWAYS_INLINE void gather_block(struct gathered *g, unsigned char *dst,
                                      const unsigned char *a, const unsigned char *mask)
{
#ifdef BMILL_PEXT_BY_STEPS
    unsigned char bits[FOUR_WORDS], ones[FOUR_WORDS];
    if (!pext_block(bits, ones, a, mask))
        return;
    BMILL_UNROLL
    for (size_t k = 0; k < FOUR_WORDS; k += W_BYTES)
        gather(g, dst, w_load(bits + k), (unsigned)w_load(ones + k));
#else
    BMILL_UNROLL
    for (size_t k = 0; k < FOUR_WORDS; k += W_BYTES) {
        w_t selected = w_load(mask + k);
        gather(g, dst, w_pext(w_load(a + k), selected), w_popcount(selected));
    }
#endif
}

/* The stores are never ahead of the loads, so dst may be a or mask. */
BMILL_KERNEL size_t pext_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *mask = mask_;
    size_t m = nbits / 8;
    size_t i = 0;
    w_t selected;
    struct gathered g = {0, 0, 0};
    for (; i + FOUR_WORDS <= m; i += FOUR_WORDS)
        gather_block(&g, dst, a + i, mask + i);
    for (; i + W_BYTES <= m; i += W_BYTES) {
        selected = w_load(mask + i);
        gather(&g, dst, pext_word(w_load(a + i), selected), w_popcount(selected));
    }
    if (nbits > 8 * i) {
        selected = w_small(mask + i, mask + i, nbits - 8 * i, w_first);
        gather(&g, dst, pext_word(w_small(a + i, a + i, nbits - 8 * i, w_first), selected),
               w_popcount(selected));
    }
    if (g.filled)
        w_store_bits(dst + g.stored, g.filled, g.word);
    return 8 * g.stored + g.filled;
}

/* ---- pdep ---- */

/* 64 bits of a from bit `used` on, then zeros: a has `total` bits, in n bytes. No bit past the last
 * one gets into the result, for valgrind and MSan. */
BMILL_ALWAYS_INLINE w_t next_bits(const unsigned char *a, size_t n, size_t used, size_t total)
{
    w_t word;
    if (used == total)
        return 0;
    if (used / 8 + W_BYTES < n)
        word = w_load_at(a + used / 8, (unsigned)(used % 8));
    else if (n >= W_BYTES)
        word = w_load(a + n - W_BYTES) >> (used - 8 * (n - W_BYTES));
    else
        word = bmill_load_le(a, n) >> used;
    if (total - used < 64)
        word &= bmill_low_mask_u64((unsigned)(total - used));
    return word;
}

#ifdef BMILL_PEXT_BY_STEPS

/* All whole blocks of the mask. Returns where they end; *used becomes how many bits of a they use.
 */
BMILL_ALWAYS_INLINE size_t pdep_blocks(unsigned char *dst, const unsigned char *a,
                                       const unsigned char *mask, size_t m, size_t total,
                                       size_t *used)
{
    size_t i = 0, n = bytes_of(total);
    size_t at[PEXT_WORDS + 1] = {0}; /* the bits of a that are used before each word */
    for (; i + FOUR_WORDS <= m; i += FOUR_WORDS) {
        unsigned char ones[FOUR_WORDS];
        w_t any = count_each_word(ones, mask + i), words[PEXT_WORDS];
        bool inside;
        if (any == 0) {
            for (size_t k = 0; k < FOUR_WORDS; k += V_BYTES)
                v_store(dst + i + k, v_zero());
            continue;
        }
        BMILL_UNROLL
        for (size_t k = 0; k < PEXT_WORDS; k++)
            at[k + 1] = at[k] + w_load(ones + k * W_BYTES);
        inside = at[PEXT_WORDS - 1] + 9 * 8 <= total;
        BMILL_UNROLL
        for (size_t k = 0; k < PEXT_WORDS; k++)
            words[k] = inside ? w_load_at(a + at[k] / 8, (unsigned)(at[k] % 8))
                              : next_bits(a, n, at[k], total);
        at[0] = at[PEXT_WORDS];
        pdep_block(dst + i, words, mask + i, any);
    }
    *used = at[0];
    return i;
}

#else

/* 64 bits of a from bit i, given the two words that they may be in. */
BMILL_ALWAYS_INLINE w_t bits_of_two_words(const unsigned char *a, size_t i)
{
    const unsigned char *p = a + i / 64 * W_BYTES;
    return w_load(p) >> i % 64 | w_load(p + W_BYTES) << 1 << (~i & 63);
}

/* Blocks of the mask from byte i to m, while a has bits for one more. Four words of the mask use no
 * more than 256 bits, which are in five words of a. */
BMILL_ALWAYS_INLINE size_t pdep_blocks(unsigned char *dst, const unsigned char *a,
                                       const unsigned char *mask, size_t m, size_t total,
                                       size_t *used)
{
    size_t i = 0;
    for (; i + FOUR_WORDS <= m && *used + 5 * 64 <= total; i += FOUR_WORDS) {
        BMILL_UNROLL
        for (size_t k = 0; k < FOUR_WORDS; k += W_BYTES) {
            w_t selected = w_load(mask + i + k);
            w_store(dst + i + k, w_pdep(bits_of_two_words(a, *used), selected));
            *used += w_popcount(selected);
        }
    }
    return i;
}
#endif

BMILL_KERNEL size_t pdep_kernel(void *dst_, const void *a_, const void *mask_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *mask = mask_;
    size_t total = count_kernel(mask, nbits);
    size_t n = bytes_of(total);
    size_t used = 0;
    size_t m = nbits / 8;
    size_t i, rest;
    w_t word;
    i = pdep_blocks(dst, a, mask, m, total, &used);
    /* The next 64 bits of a, at any bit: they lie in 9 bytes, so the loop runs while as many are
     * left and all 64 bits are used. No bit past the last used one is loaded, for valgrind and
     * MSan. */
    for (; i + W_BYTES <= m && used / 8 + W_BYTES < n && used + 64 <= total; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        w_store(dst + i, pdep_word(w_load_at(a + used / 8, (unsigned)(used % 8)), selected));
        used += w_popcount(selected);
    }
    /* No more than 64 bits of a are left, though they may be in 9 bytes. */
    word = next_bits(a, n, used, total);
    for (; i + W_BYTES <= m; i += W_BYTES) {
        w_t selected = w_load(mask + i);
        unsigned ones = w_popcount(selected);
        w_store(dst + i, pdep_word(word, selected));
        word >>= ones & 63; /* after 64 none is left */
    }
    rest = nbits - 8 * i;
    if (rest)
        w_store_bits(dst + i, rest, pdep_word(word, w_small(mask + i, mask + i, rest, w_first)));
    return total;
}

#endif
