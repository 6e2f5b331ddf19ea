/* bitmill/bits/move.h: bits to other places: copied, shifted, rotated, reversed, interleaved,
 * gathered and scattered.
 *
 * The rules at the head of bitmill/bits.h hold here, too; where a function allows more or less
 * overlap than they do, it says so. "Left" is towards higher positions, as << of an integer is.
 * Cost: that of a copy of memory, if a function does not say otherwise; where the bits keep their
 * places inside of bytes, it is memmove that does it.
 */
#ifndef BITMILL_BITS_MOVE_H
#define BITMILL_BITS_MOVE_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Copy `count` bits: bit a_first + i of a to bit dst_first + i of dst.
 *
 * All other bits of dst stay as they are; no byte is touched that holds none of these bits. Any
 * overlap is allowed, as for memmove: dst gets what was in a before the call. To append one bitmap
 * to another is to copy it to where that one ends.
 * Example: bmill_bits_copy(record, 13, field, 0, 5);
 */
BMILL_API void bmill_bits_copy(void *dst, size_t dst_first, const void *a, size_t a_first,
                               size_t count);

/**
 * dst = a shifted to the left or to the right by `n` places; zeros come in.
 *
 * Left, bit i goes to i + n; right, bit i + n goes to i. All 0 if n is nbits or more.
 * Example: bmill_bits_shift_left(twice, number, nbits, 1);
 */
BMILL_API void bmill_bits_shift_left(void *dst, const void *a, size_t nbits, size_t n);
BMILL_API void bmill_bits_shift_right(void *dst, const void *a, size_t nbits, size_t n);

/**
 * dst = a rotated by `n` places to the left or to the right: what leaves at one end comes in at the
 * other.
 *
 * `n` is any number and is taken modulo nbits. Left, bit i goes to (i + n) modulo nbits; right
 * undoes left. Cost: if dst is a, about twice that of another dst (4 KiB on the stack help).
 * Example: bmill_bits_rotate_left(row, row, 8 * sizeof row, 3);
 * Source of the way in place: swaps of blocks of equal length (D. Gries and H. Mills, "Swapping
 * sections", 1981).
 */
BMILL_API void bmill_bits_rotate_left(void *dst, const void *a, size_t nbits, size_t n);
BMILL_API void bmill_bits_rotate_right(void *dst, const void *a, size_t nbits, size_t n);

/**
 * dst = a in reverse order: bit i goes to nbits - 1 - i.
 *
 * Example: bmill_bits_reverse(mirrored, row, width);
 */
BMILL_API void bmill_bits_reverse(void *dst, const void *a, size_t nbits);

/**
 * Insert `count` zeros before bit `first`: what was there and after it goes up by `count`.
 *
 * What would go past nbits is lost. Nothing happens if `first` is nbits or more; all bits from
 * `first` on become 0 if `count` reaches past nbits.
 * Example: bmill_bits_insert_range(is_null, capacity, row, 1); // for a new row
 */
BMILL_API void bmill_bits_insert_range(void *bits, size_t nbits, size_t first, size_t count);

/**
 * Delete `count` bits from bit `first` on: what comes after them goes down, zeros come in at the
 * end.
 *
 * Nothing happens if `first` is nbits or more; all bits from `first` on become 0 if `count` reaches
 * past nbits.
 * Example: bmill_bits_delete_range(is_null, nrows, row, 1);
 */
BMILL_API void bmill_bits_delete_range(void *bits, size_t nbits, size_t first, size_t count);

/**
 * The bits of a and b in turn: bit 2i of dst is bit i of a, bit 2i + 1 is bit i of b.
 *
 * a and b have nbits bits each, dst has 2 * nbits. dst must not overlap a or b.
 * Example: bmill_bits_interleave(code, x, y, 16); // a Morton code
 */
BMILL_API void bmill_bits_interleave(void *dst, const void *a, const void *b, size_t nbits);

/**
 * Take the bits of a apart: bit i of dst_even is bit 2i of a, bit i of dst_odd is bit 2i + 1.
 *
 * dst_even and dst_odd have nbits bits each, a has 2 * nbits. No two of the three may overlap.
 * Example: bmill_bits_deinterleave(x, y, code, 16);
 */
BMILL_API void bmill_bits_deinterleave(void *dst_even, void *dst_odd, const void *a, size_t nbits);

/**
 * Gather the bits of a at the 1s of mask, packed at the low end of dst in the same order (parallel
 * extract).
 *
 * Result: how many these are, which is bmill_bits_count(mask, nbits). Only that many bits of dst
 * are written, and it need not be longer. dst may be a or mask. Cost: with BMI2, that is the AVX2
 * and AVX-512 kernels, about 3 cycles for 64 bits; else some 60.
 * Example: size_t kept = bmill_bits_pext(flags, flags, is_alive, n); // remove the dead
 */
BMILL_API size_t bmill_bits_pext(void *dst, const void *a, const void *mask, size_t nbits);

/**
 * Scatter the low bits of a to the 1s of mask, in the same order; dst is 0 where mask is (parallel
 * deposit). pext takes them back.
 *
 * dst and mask have nbits bits. Result: how many bits of a were used, which is
 * bmill_bits_count(mask, nbits). Only that many are read, and a need not be longer. dst may be
 * mask, but must not overlap a. Cost: as pext, and that of the count.
 * Example: bmill_bits_pdep(is_late_order, is_late, is_order, n);
 */
BMILL_API size_t bmill_bits_pdep(void *dst, const void *a, const void *mask, size_t nbits);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/move.h>

#endif
