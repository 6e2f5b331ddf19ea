/* positional.h: for each of the 64 bits of a word of 8 bytes, in how many words of an array it
 * is 1.
 *
 * An ISA with BMILL_HAVE_BIT_COUNTS has these of its own (simd/<isa>/positional.h):
 *
 *   struct bit_counts       counters of 8 bits, one or several for each of the 64 positions
 *   ADDS_FIT                how often bit_counts_add() may be called before one overflows
 *   bit_counts_zero()
 *   bit_counts_add(&c, v)   counts the bits of a vector
 *   bit_counts_double(&c)
 *   bit_counts_move(&c, counts, shift, add)  stores the counts times 2^shift to 64 counts of 64
 *                           bits, or adds them there; c becomes zero
 */
#ifndef BMILL_KERNELS_POSITIONAL_H
#define BMILL_KERNELS_POSITIONAL_H

#include "kernels/count.h"
#include "kernels/op.h"
#include "simd/simd.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/positional.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/positional.h"
#endif

#ifndef BMILL_HAVE_BIT_COUNTS
/* Byte b of part[k] counts bit k of byte b of each vector. */
struct bit_counts {
    v_t part[8];
};
enum { ADDS_FIT = 255 };

BMILL_ALWAYS_INLINE struct bit_counts bit_counts_zero(void)
{
    struct bit_counts c;
    BMILL_UNROLL
    for (int k = 0; k < 8; k++)
        c.part[k] = v_zero();
    return c;
}

BMILL_ALWAYS_INLINE void bit_counts_add(struct bit_counts *c, v_t v)
{
    unsigned char ones[V_BYTES];
    v_t lowest;
    memset(ones, 1, sizeof ones);
    lowest = v_load(ones);
    BMILL_UNROLL
    for (unsigned k = 0; k < 8; k++)
        c->part[k] = v_add64(c->part[k], v_and(v_shr64(v, k), lowest));
}

BMILL_ALWAYS_INLINE void bit_counts_double(struct bit_counts *c)
{
    BMILL_UNROLL
    for (int k = 0; k < 8; k++)
        c->part[k] = v_add64(c->part[k], c->part[k]);
}

BMILL_ALWAYS_INLINE void bit_counts_move(struct bit_counts *c, uint64_t counts[64], unsigned shift,
                                         bool add)
{
    for (size_t k = 0; k < 8; k++) {
        unsigned char bytes[V_BYTES];
        v_store(bytes, c->part[k]);
        for (size_t b = 0; b < 8; b++) {
            uint64_t count = 0;
            for (size_t i = b; i < V_BYTES; i += 8)
                count += bytes[i];
            counts[8 * b + k] = (add ? counts[8 * b + k] : 0) + (count << shift);
        }
    }
    *c = bit_counts_zero();
}
#endif

/* Counts 16 vectors at a time: full adders leave one of them to be counted (see struct adders). At
 * the end the adders' rest is counted in c. Returns the number of bytes done; if that is 0, counts
 * are not written. */
BMILL_ALWAYS_INLINE size_t positional_loop(uint64_t *counts, struct bit_counts *c,
                                           const unsigned char *a, size_t n)
{
    struct adders s = adders_zero();
    size_t i = 0;
    size_t room = ADDS_FIT;
    bool moved = false; /* whether counts are set; gcc 12 would clear them by `rep stos`, 12 ns */
    if (n < 16 * V_BYTES)
        return 0;
    for (; n - i >= 16 * V_BYTES; i += 16 * V_BYTES) {
        bit_counts_add(c, carry_of_16(&s, NULL, a, a, i, v_first));
        if (--room == 0) {
            bit_counts_move(c, counts, 4, moved);
            moved = true;
            room = ADDS_FIT;
        }
    }
    bit_counts_move(c, counts, 4, moved);
    bit_counts_add(c, s.eights);
    bit_counts_double(c);
    bit_counts_add(c, s.fours);
    bit_counts_double(c);
    bit_counts_add(c, s.twos);
    bit_counts_double(c);
    bit_counts_add(c, s.ones);
    return i;
}

BMILL_KERNEL void positional_count_kernel(uint64_t *counts, const void *a_, size_t n)
{
    const unsigned char *a = a_;
    struct bit_counts c = bit_counts_zero();
    size_t loop = positional_loop(counts, &c, a, n);
    size_t i = loop;
    /* Fewer than 16 vectors, for which there is room: the adders left at most 15 adds. */
    for (; n - i >= V_BYTES; i += V_BYTES)
        bit_counts_add(&c, v_load(a + i));
    /* In the last V_BYTES the positions are shifted by n % 8 bytes, which is a multiple of the size
     * of an element. */
    if (n > i)
        bit_counts_add(&c, n < V_BYTES ? v_load_first(a, n)
                                       : v_keep_last(v_load(a + n - V_BYTES), n - i));
    bit_counts_move(&c, counts, 0, loop > 0);
}

#endif
