/** @file
 * bitmill/bits/bit.h: one bit of a bitmap, and the size of a bitmap in bytes.
 *
 * `i` must be below the number of bits that the memory at `bits` holds. Only the byte i / 8 is read
 * or written. The functions are inline; each costs a load, a few instructions and a store. None of
 * them is atomic: bitmill/bits/atomic.h has the same functions for bits that several threads
 * change. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_BIT_H
#define BITMILL_BITS_BIT_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

/**
 * Number of bytes of a bitmap of `nbits` bits, for arrays and malloc.
 *
 * A constant expression if `nbits` is one; `nbits` is evaluated twice. No value overflows.
 * Example: unsigned char used[BMILL_BYTES(100)] = {0};
 */
#define BMILL_BYTES(nbits) ((nbits) / 8 + ((nbits) % 8 != 0))

BMILL_BEGIN_INLINE_

/**
 * Whether bit `i` is 1.
 *
 * Example: if (bmill_bits_is_set(free_blocks, 42)) take(42);
 */
BMILL_BITS_INLINE_ BMILL_NODISCARD_ bool bmill_bits_is_set(const void *const bits, size_t i)
{
    BMILL_READS_BITS_(bits, i, 1);
    return ((const unsigned char *)bits)[i / 8] >> (i % 8) & 1;
}

/**
 * Set bit `i` to 1.
 *
 * Example: bmill_bits_set(free_blocks, 42);
 */
BMILL_BITS_INLINE_ void bmill_bits_set(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)(*byte | 1u << (i % 8));
}

/**
 * Clear bit `i` to 0.
 *
 * Example: bmill_bits_clear(free_blocks, 42);
 */
BMILL_BITS_INLINE_ void bmill_bits_clear(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)(*byte & ~(1u << (i % 8)));
}

/**
 * Flip bit `i`: 0 becomes 1, 1 becomes 0.
 *
 * Example: bmill_bits_flip(lights, 7);
 */
BMILL_BITS_INLINE_ void bmill_bits_flip(void *const bits, size_t i)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)(*byte ^ 1u << (i % 8));
}

/**
 * Make bit `i` equal to `state`, without a branch.
 *
 * Example: bmill_bits_modify(is_prime, n, n % 2 != 0);
 */
BMILL_BITS_INLINE_ void bmill_bits_modify(void *const bits, size_t i, bool state)
{
    unsigned char *byte = (unsigned char *)bits + i / 8;
    BMILL_WRITES_BITS_(bits, i, 1);
    *byte = (unsigned char)((*byte & ~(1u << (i % 8))) | (unsigned)state << (i % 8));
}

/**
 * Set bit `i` to 1. Result: whether it was 1 before.
 *
 * Example: if (!bmill_bits_test_and_set(visited, node)) push(node);
 */
BMILL_BITS_INLINE_ bool bmill_bits_test_and_set(void *const bits, size_t i)
{
    bool old;
    BMILL_WRITES_BITS_(bits, i, 1);
    old = bmill_bits_is_set(bits, i);
    bmill_bits_set(bits, i);
    return old;
}

/**
 * Clear bit `i` to 0. Result: whether it was 1 before.
 *
 * Example: if (bmill_bits_test_and_clear(pending, job)) run(job);
 */
BMILL_BITS_INLINE_ bool bmill_bits_test_and_clear(void *const bits, size_t i)
{
    bool old;
    BMILL_WRITES_BITS_(bits, i, 1);
    old = bmill_bits_is_set(bits, i);
    bmill_bits_clear(bits, i);
    return old;
}

/**
 * Flip bit `i`. Result: whether it was 1 before.
 *
 * Example: bool was_lit = bmill_bits_test_and_flip(lights, 7);
 */
BMILL_BITS_INLINE_ bool bmill_bits_test_and_flip(void *const bits, size_t i)
{
    bool old;
    BMILL_WRITES_BITS_(bits, i, 1);
    old = bmill_bits_is_set(bits, i);
    bmill_bits_flip(bits, i);
    return old;
}

BMILL_END_INLINE_

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_INLINE_FRONTS_

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ bool bmill_bits_is_set(const void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_READS_BITS_(bits, i, 1);
    return (&bmill_bits_is_set)(bits, i);
}

BMILL_FRONT_ void bmill_bits_set(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_set)(bits, i);
}

BMILL_FRONT_ void bmill_bits_clear(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_clear)(bits, i);
}

BMILL_FRONT_ void bmill_bits_flip(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_flip)(bits, i);
}

BMILL_FRONT_ void bmill_bits_modify(void *BMILL_SIZED_ bits, size_t i, bool state)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    (&bmill_bits_modify)(bits, i, state);
}

BMILL_FRONT_ bool bmill_bits_test_and_set(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    return (&bmill_bits_test_and_set)(bits, i);
}

BMILL_FRONT_ bool bmill_bits_test_and_clear(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    return (&bmill_bits_test_and_clear)(bits, i);
}

BMILL_FRONT_ bool bmill_bits_test_and_flip(void *BMILL_SIZED_ bits, size_t i)
{
    BMILL_WRITES_BITS_(bits, i, 1);
    return (&bmill_bits_test_and_flip)(bits, i);
}

BMILL_END_FRONTS_

#endif

#endif
