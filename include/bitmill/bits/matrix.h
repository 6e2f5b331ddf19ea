/* bitmill/bits/matrix.h: matrices of bits: transposes, and arrays of numbers bit by bit.
 *
 * A matrix is rows of bits: bit c of a row is column c, and each row begins at a byte of its own,
 * `stride` bytes after the row before. The transpose of a matrix has its columns as rows. Bits of a
 * row past the columns are none of the matrix: they never change a result and are never changed.
 * Not included by <bitmill.h>; the rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_MATRIX_H
#define BITMILL_BITS_MATRIX_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>
#include <bitmill/word/memory.h>
#include <bitmill/word/permute.h>

BMILL_BEGIN_INLINE_

/**
 * Transpose a matrix of 8 by 8 bits, 8 bytes: byte r is row r.
 *
 * dst may be a. Cost: inline, about 15 operations on a word.
 * Example: bmill_bits_transpose_8x8(rotated, glyph);
 */
BMILL_BITS_INLINE_ void bmill_bits_transpose_8x8(void *const dst, const void *const a)
{
    BMILL_WRITES_BYTES_(dst, 8);
    BMILL_READS_BYTES_(a, 8);
    bmill_store_le_u64(dst, bmill_transpose8x8_u64(bmill_load_le_u64(a)));
}

BMILL_END_INLINE_

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Transpose a matrix of 64 by 64 bits, 512 bytes: row r is the bytes from 8 * r on.
 *
 * dst may be a.
 * Example: uint64_t m[64]; bmill_bits_transpose_64x64(m, m);
 */
BMILL_API void bmill_bits_transpose_64x64(void *dst, const void *a);

/**
 * Transpose a matrix of any shape: bit r of row c of dst becomes bit c of row r of a.
 *
 * `a` has `rows` rows of `columns` bits, the first bytes of them `a_stride` bytes apart; dst has
 * `columns` rows of `rows` bits, `dst_stride` bytes apart. A stride must be at least the bytes of
 * a row, (columns + 7) / 8 for a, (rows + 7) / 8 for dst, unless there is one row only; of what
 * lies between the rows nothing is read or written. rows 0 or columns 0 is allowed, with any
 * pointers. dst must not overlap a. Cost: proportional to the area; best for multiples of 64. Takes
 * up to 40 KiB of stack. Example: bmill_bits_transpose(by_word, ndocuments / 8, by_document, nwords
 * / 8, ndocuments, nwords);
 */
BMILL_API void bmill_bits_transpose(void *dst, size_t dst_stride, const void *a, size_t a_stride,
                                    size_t rows, size_t columns);

/**
 * void bmill_bits_shuffle_uN(void *dst, const void *a, size_t n);
 *
 * Take an array of n elements of N bits apart into N bitmaps, N being 8, 16, 32 or 64: bit i of
 * bitmap k is bit k of element i (a bit shuffle; the bitmaps are bit planes, or bit slices).
 *
 * `a` is at any address, its elements in little-endian order: element i is the bits from N * i on.
 * dst becomes N bitmaps of (n + 7) / 8 bytes, one after the other; their last bytes belong to them,
 * so what these have past n becomes 0. dst must not overlap a.
 * Example: bmill_bits_shuffle_u16(planes, samples, nsamples);
 */
#define BMILL_SHUFFLE_(N) \
    BMILL_API void bmill_bits_shuffle_u##N(void *dst, const void *a, size_t n);
/**
 * void bmill_bits_unshuffle_uN(void *dst, const void *a, size_t n);
 *
 * Put an array of n elements of N bits together from the N bitmaps that bmill_bits_shuffle_uN()
 * makes. Their bits past n are not looked at. dst must not overlap a.
 * Example: bmill_bits_unshuffle_u16(samples, planes, nsamples);
 */
#define BMILL_UNSHUFFLE_(N) \
    BMILL_API void bmill_bits_unshuffle_u##N(void *dst, const void *a, size_t n);
/* clang-format off */
BMILL_SHUFFLE_(8) BMILL_SHUFFLE_(16) BMILL_SHUFFLE_(32) BMILL_SHUFFLE_(64)
BMILL_UNSHUFFLE_(8) BMILL_UNSHUFFLE_(16) BMILL_UNSHUFFLE_(32) BMILL_UNSHUFFLE_(64)
/* clang-format on */

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/matrix.h>

#endif
