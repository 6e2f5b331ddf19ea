/** @file
 * bitmill/bits/move.h: bits to other positions: copied, shifted, rotated, reversed, inserted.
 *
 * "Left" is towards higher positions, as << of an integer is. Cost: that of copying memory, if a
 * function does not say otherwise; where the bits keep their positions within bytes, memmove does
 * the work. The rules of bitmill/bits.h hold; some functions allow more overlap, and say so.
 */
#ifndef BITMILL_BITS_MOVE_H
#define BITMILL_BITS_MOVE_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Copy `count` bits: bit a_first + i of a becomes bit dst_first + i of dst.
 *
 * All other bits of dst stay; no byte is read or written that holds none of the bits. Any overlap
 * is allowed, as for memmove: dst becomes what was in a before the call. To append a bitmap to
 * another one, copy it to the position where that one ends. count 0 changes nothing.
 * Example: bmill_bits_copy(record, 13, field, 0, 5);
 */
BMILL_API void bmill_bits_copy(void *dst, size_t dst_first, const void *a, size_t a_first,
                               size_t count);

/** @name Shift
 *
 * dst = a moved by `n` positions; the positions that become free are 0, and bits that would move
 * past either end are lost. dst becomes all 0 if n is nbits or more. dst may be a.
 * Example: bmill_bits_shift_left(twice, number, nbits, 1);
 */
/** @{ */

/** dst = a shifted to the left: bit i moves to i + n. */
BMILL_API void bmill_bits_shift_left(void *dst, const void *a, size_t nbits, size_t n);
/** dst = a shifted to the right: bit i + n moves to i. */
BMILL_API void bmill_bits_shift_right(void *dst, const void *a, size_t nbits, size_t n);

/** @} */

/** @name Rotate
 *
 * dst = a moved by `n` positions; bits that leave at one end enter at the other. Any n is allowed
 * and is taken modulo nbits. dst may be a. Cost: a rotation in place takes about twice the time of
 * one to another dst, and uses 4 KiB of stack.
 * Example: bmill_bits_rotate_left(row, row, 8 * sizeof row, 3);
 * Source of the rotation in place, which swaps blocks of equal length: D. Gries and H. Mills,
 * "Swapping sections", 1981.
 */
/** @{ */

/** dst = a rotated to the left: bit i moves to (i + n) modulo nbits. */
BMILL_API void bmill_bits_rotate_left(void *dst, const void *a, size_t nbits, size_t n);
/** dst = a rotated to the right, the inverse of bmill_bits_rotate_left(): bit (i + n) modulo nbits
 * moves to i. */
BMILL_API void bmill_bits_rotate_right(void *dst, const void *a, size_t nbits, size_t n);

/** @} */

/**
 * dst = a in reverse order: bit i moves to nbits - 1 - i.
 *
 * dst may be a. bmill_bits_reverse_in_bytes() of bitmill/bits/pack.h reverses each byte by itself.
 * Example: bmill_bits_reverse(mirrored, row, width);
 */
BMILL_API void bmill_bits_reverse(void *dst, const void *a, size_t nbits);

/**
 * Insert `count` zeros before bit `first`: the bits from `first` to nbits - 1 move up by `count`.
 *
 * Bits that would move past nbits are lost. All bits from `first` on become 0 if first + count is
 * nbits or more; nothing changes if `first` is nbits or more.
 * Example: bmill_bits_insert_range(is_null, capacity, row, 1);
 */
BMILL_API void bmill_bits_insert_range(void *bits, size_t nbits, size_t first, size_t count);

/**
 * Delete `count` bits from bit `first` on: the bits after them move down, zeros enter at the end.
 *
 * All bits from `first` on become 0 if first + count is nbits or more; nothing changes if `first`
 * is nbits or more.
 * Example: bmill_bits_delete_range(is_null, nrows, row, 1);
 */
BMILL_API void bmill_bits_delete_range(void *bits, size_t nbits, size_t first, size_t count);

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_copy);
BMILL_LIBRARY_(bmill_bits_shift_left);
BMILL_LIBRARY_(bmill_bits_shift_right);
BMILL_LIBRARY_(bmill_bits_rotate_left);
BMILL_LIBRARY_(bmill_bits_rotate_right);
BMILL_LIBRARY_(bmill_bits_reverse);
BMILL_LIBRARY_(bmill_bits_insert_range);
BMILL_LIBRARY_(bmill_bits_delete_range);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_copy(void *BMILL_SIZED_ dst, size_t dst_first,
                                  const void *BMILL_SIZED_ a, size_t a_first, size_t count)
{
    BMILL_WRITES_BITS_(dst, dst_first, count);
    BMILL_READS_BITS_(a, a_first, count);
    bmill_bits_copy_library_(dst, dst_first, a, a_first, count);
}

/* If n is nbits or more, dst becomes all 0, and a is not read. */
BMILL_FRONT_ void bmill_bits_shift_left(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                        size_t nbits, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, n < nbits ? nbits : 0);
    bmill_bits_shift_left_library_(dst, a, nbits, n);
}

BMILL_FRONT_ void bmill_bits_shift_right(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                         size_t nbits, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, n < nbits ? nbits : 0);
    bmill_bits_shift_right_library_(dst, a, nbits, n);
}

BMILL_FRONT_ void bmill_bits_rotate_left(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                         size_t nbits, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    bmill_bits_rotate_left_library_(dst, a, nbits, n);
}

BMILL_FRONT_ void bmill_bits_rotate_right(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                          size_t nbits, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    bmill_bits_rotate_right_library_(dst, a, nbits, n);
}

BMILL_FRONT_ void bmill_bits_reverse(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                     size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    bmill_bits_reverse_library_(dst, a, nbits);
}

BMILL_FRONT_ void bmill_bits_insert_range(void *BMILL_SIZED_ bits, size_t nbits, size_t first,
                                          size_t count)
{
    BMILL_WRITES_BITS_(bits, first, count ? nbits - bmill_least_(first, nbits) : 0);
    bmill_bits_insert_range_library_(bits, nbits, first, count);
}

BMILL_FRONT_ void bmill_bits_delete_range(void *BMILL_SIZED_ bits, size_t nbits, size_t first,
                                          size_t count)
{
    BMILL_WRITES_BITS_(bits, first, count ? nbits - bmill_least_(first, nbits) : 0);
    bmill_bits_delete_range_library_(bits, nbits, first, count);
}

BMILL_END_FRONTS_

#endif

#endif
