/* random.h: random bits, a block of 512 at a time. */
#ifndef BMILL_KERNELS_RANDOM_H
#define BMILL_KERNELS_RANDOM_H

#include "kernels/op.h"
#include "kernels/splitmix64.h"
#include "simd/simd.h"
#include "tables/thresholds.h"
#include <bitmill/bits/range.h>

/* The numbers of one plane are made in a vector where it can multiply, else in words. A plane of
 * which bit p of k is 1 is ORed to the planes before it, the others are ANDed. */

#ifdef BMILL_HAVE_V_MUL64

typedef v_t random_t;
enum { RANDOM_BYTES = V_BYTES, RANDOM_PARTS = RANDOM_BITS / 8 / V_BYTES };

BMILL_ALWAYS_INLINE v_t v_all_lanes(w_t x) { return v_broadcast(x, 8); }
/* As bmill_splitmix64_mix(). */
BMILL_ALWAYS_INLINE v_t random_mix(v_t z)
{
    z = v_mul64(v_xor(z, v_shr64(z, 30)), v_all_lanes(BMILL_SPLITMIX64_FIRST));
    z = v_mul64(v_xor(z, v_shr64(z, 27)), v_all_lanes(BMILL_SPLITMIX64_SECOND));
    return v_xor(z, v_shr64(z, 31));
}
/* The states of a vector of a plane, from that of its first lane. */
BMILL_ALWAYS_INLINE v_t random_states(w_t first)
{
    static const w_t offsets[8] = {0,
                                   64 * BMILL_SPLITMIX64_STEP,
                                   128 * BMILL_SPLITMIX64_STEP,
                                   192 * BMILL_SPLITMIX64_STEP,
                                   256 * BMILL_SPLITMIX64_STEP,
                                   320 * BMILL_SPLITMIX64_STEP,
                                   384 * BMILL_SPLITMIX64_STEP,
                                   448 * BMILL_SPLITMIX64_STEP};
    return v_add64(v_all_lanes(first), v_load((const void *)offsets));
}
BMILL_ALWAYS_INLINE v_t random_or(v_t x, v_t y) { return v_or(x, y); }
BMILL_ALWAYS_INLINE v_t random_and(v_t x, v_t y) { return v_and(x, y); }
BMILL_ALWAYS_INLINE v_t random_add(v_t states, w_t x) { return v_add64(states, v_all_lanes(x)); }
BMILL_ALWAYS_INLINE void random_store(unsigned char *dst, v_t x) { v_store(dst, x); }

#else

typedef w_t random_t;
enum { RANDOM_BYTES = W_BYTES, RANDOM_PARTS = 4 };

BMILL_ALWAYS_INLINE w_t random_mix(w_t z) { return bmill_splitmix64_mix(z); }
BMILL_ALWAYS_INLINE w_t random_states(w_t first) { return first; }
BMILL_ALWAYS_INLINE w_t random_or(w_t x, w_t y) { return x | y; }
BMILL_ALWAYS_INLINE w_t random_and(w_t x, w_t y) { return x & y; }
BMILL_ALWAYS_INLINE w_t random_add(w_t states, w_t x) { return states + x; }
BMILL_ALWAYS_INLINE void random_store(unsigned char *dst, w_t x) { w_store(dst, x); }

#endif

/* The outputs of a plane for part i of a block; the plane begins with the state z. */
BMILL_ALWAYS_INLINE random_t random_part(w_t z, size_t i)
{
    return random_mix(random_states(z + i * (8 * RANDOM_BYTES * BMILL_SPLITMIX64_STEP)));
}

/* Stores RANDOM_PARTS parts of a block, from part `first`; z is the state of the block, k is odd,
 * and 0 < k < 2^m. */
BMILL_ALWAYS_INLINE void random_parts(unsigned char *dst, w_t z, size_t first, w_t k, unsigned m)
{
    random_t x[RANDOM_PARTS];
    BMILL_UNROLL
    for (size_t i = 0; i < RANDOM_PARTS; i++)
        x[i] = random_part(z, first + i);
    for (unsigned p = 1; p < m; p++) {
        z += BMILL_SPLITMIX64_STEP;
        if (k >> p & 1) {
            BMILL_UNROLL
            for (size_t i = 0; i < RANDOM_PARTS; i++)
                x[i] = random_or(x[i], random_part(z, first + i));
        } else {
            BMILL_UNROLL
            for (size_t i = 0; i < RANDOM_PARTS; i++)
                x[i] = random_and(x[i], random_part(z, first + i));
        }
    }
    BMILL_UNROLL
    for (size_t i = 0; i < RANDOM_PARTS; i++)
        random_store(dst + i * RANDOM_BYTES, x[i]);
}

/* Stores the first n bytes, or some more, of the block that begins with word number j. */
BMILL_ALWAYS_INLINE void random_block(unsigned char *dst, size_t n, w_t j, w_t k, unsigned m,
                                      w_t seed)
{
    w_t z = bmill_splitmix64_state(seed, 64 * j);
    for (size_t i = 0; i < n / RANDOM_BYTES; i += RANDOM_PARTS)
        random_parts(dst + i * RANDOM_BYTES, z, i, k, m);
}

/* The whole blocks of `words` words, where half of the bits are 1: one plane, whose states go on
 * from one part to the next. */
BMILL_ALWAYS_INLINE void random_half(unsigned char *dst, size_t words, w_t seed)
{
    random_t states = random_states(bmill_splitmix64_state(seed, 0));
    for (size_t n = words / (RANDOM_BITS / 64) * (RANDOM_BITS / 8); n > 0; n -= RANDOM_BYTES) {
        random_store(dst, random_mix(states));
        states = random_add(states, 8 * RANDOM_BYTES * BMILL_SPLITMIX64_STEP);
        dst += RANDOM_BYTES;
    }
}

BMILL_KERNEL void random_kernel(void *dst_, size_t nbits, w_t k, unsigned m, w_t seed)
{
    unsigned char *dst = dst_;
    unsigned char last[RANDOM_BITS / 8];
    size_t words = nbits / 64;
    size_t j = 0;
    if (m == 1) {
        random_half(dst, words, seed);
        j = words - words % (RANDOM_BITS / 64);
    }
    for (; words - j >= RANDOM_BITS / 64; j += RANDOM_BITS / 64)
        random_block(dst + W_BYTES * j, RANDOM_BITS / 8, j, k, m, seed);
    if (64 * j == nbits)
        return;
    random_block(last, nbits / 8 - W_BYTES * j + RANDOM_BYTES, j, k, m, seed);
    for (size_t i = 0; 64 * j < nbits; i += W_BYTES, j++)
        bmill_bits_write(dst, 64 * j, nbits - 64 * j, w_load(last + i));
}

#endif
