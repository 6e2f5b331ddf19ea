/** @file
 * bitmill/bits/matrix.h: transposes of matrices of bits, and arrays of numbers as bit planes.
 *
 * A matrix consists of rows of bits: bit c of a row is column c. Each row begins at a byte of its
 * own, `stride` bytes after the row before. The transpose of a matrix has its columns as rows. Bits
 * of a row past the last column do not belong to the matrix: they never change a result and are
 * never changed. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_MATRIX_H
#define BITMILL_BITS_MATRIX_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>
#include <bitmill/word/memory.h>
#include <bitmill/word/permute.h>

BMILL_BEGIN_INLINE_

/**
 * Transpose a matrix of 8 by 8 bits in 8 bytes: byte r is row r.
 *
 * dst may be a. Inline. Cost: about 15 operations on a word.
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
 * Transpose a matrix of 64 by 64 bits in 512 bytes: row r is the 8 bytes from 8 r on.
 *
 * dst may be a.
 * Example: uint64_t m[64]; bmill_bits_transpose_64x64(m, m);
 */
BMILL_API void bmill_bits_transpose_64x64(void *dst, const void *a);

/**
 * Transpose a matrix of any shape: bit r of row c of dst becomes bit c of row r of a.
 *
 * `a` has `rows` rows of `columns` bits, whose first bytes are `a_stride` bytes apart; dst has
 * `columns` rows of `rows` bits, `dst_stride` bytes apart. A stride must be at least the number of
 * bytes of a row, (columns + 7) / 8 for a and (rows + 7) / 8 for dst, unless there is only one row;
 * the bytes between the rows are not read or written. rows 0 or columns 0 is allowed, with any
 * pointers. dst must not overlap a. Cost: proportional to rows * columns; lowest for multiples of
 * 64. Uses up to 40 KiB of stack.
 * Example: bmill_bits_transpose(by_word, ndocs / 8, by_doc, nwords / 8, ndocs, nwords);
 */
BMILL_API void bmill_bits_transpose(void *dst, size_t dst_stride, const void *a, size_t a_stride,
                                    size_t rows, size_t columns);

/** @name Bit planes from an array
 *
 * Splits an array of n elements of N bits into N bitmaps: bit i of bitmap k is bit k of
 * element i (bit shuffle; the bitmaps are called bit planes or bit slices).
 *
 * `a` is at any address and holds its elements in little-endian order: element i consists of the
 * bits N i to N i + N - 1. dst becomes N bitmaps of (n + 7) / 8 bytes each, one after the other.
 * All of these bytes are written: the bits past n of each bitmap become 0. dst must not overlap a.
 * Example: bmill_bits_shuffle_u16(planes, samples, nsamples);
 */
/** @{ */

/** Splits n elements of 8 bits into 8 bitmaps of n bits. */
BMILL_API void bmill_bits_shuffle_u8(void *dst, const void *a, size_t n);
/** Splits n elements of 16 bits into 16 bitmaps of n bits. */
BMILL_API void bmill_bits_shuffle_u16(void *dst, const void *a, size_t n);
/** Splits n elements of 32 bits into 32 bitmaps of n bits. */
BMILL_API void bmill_bits_shuffle_u32(void *dst, const void *a, size_t n);
/** Splits n elements of 64 bits into 64 bitmaps of n bits. */
BMILL_API void bmill_bits_shuffle_u64(void *dst, const void *a, size_t n);

/** @} */

/** @name An array from bit planes
 *
 * The inverse: puts an array of n elements of N bits together from the N bitmaps that
 * bmill_bits_shuffle_u8() and its family make. The bits past n of the bitmaps are ignored. dst must
 * not overlap a.
 * Example: bmill_bits_unshuffle_u16(samples, planes, nsamples);
 */
/** @{ */

/** Makes n elements of 8 bits from 8 bitmaps of n bits. */
BMILL_API void bmill_bits_unshuffle_u8(void *dst, const void *a, size_t n);
/** Makes n elements of 16 bits from 16 bitmaps of n bits. */
BMILL_API void bmill_bits_unshuffle_u16(void *dst, const void *a, size_t n);
/** Makes n elements of 32 bits from 32 bitmaps of n bits. */
BMILL_API void bmill_bits_unshuffle_u32(void *dst, const void *a, size_t n);
/** Makes n elements of 64 bits from 64 bitmaps of n bits. */
BMILL_API void bmill_bits_unshuffle_u64(void *dst, const void *a, size_t n);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_transpose_64x64);
BMILL_LIBRARY_(bmill_bits_transpose);
BMILL_LIBRARY_(bmill_bits_shuffle_u8);
BMILL_LIBRARY_(bmill_bits_shuffle_u16);
BMILL_LIBRARY_(bmill_bits_shuffle_u32);
BMILL_LIBRARY_(bmill_bits_shuffle_u64);
BMILL_LIBRARY_(bmill_bits_unshuffle_u8);
BMILL_LIBRARY_(bmill_bits_unshuffle_u16);
BMILL_LIBRARY_(bmill_bits_unshuffle_u32);
BMILL_LIBRARY_(bmill_bits_unshuffle_u64);

/* `planes` bitmaps of n bits, one after the other. */
#define BMILL_TOUCHES_PLANES_(p, planes, writes)                                       \
    bmill_check_rows_(__func__, #p, p, BMILL_LENGTH_(p), planes, n / 8 + (n % 8 != 0), \
                      n / 8 + (n % 8 != 0), writes)

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_transpose_64x64(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a)
{
    BMILL_WRITES_BYTES_(dst, 512);
    BMILL_READS_BYTES_(a, 512);
    bmill_bits_transpose_64x64_library_(dst, a);
}

BMILL_FRONT_ void bmill_bits_transpose(void *BMILL_SIZED_ dst, size_t dst_stride,
                                       const void *BMILL_SIZED_ a, size_t a_stride, size_t rows,
                                       size_t columns)
{
    bmill_check_rows_(__func__, "dst", dst, BMILL_LENGTH_(dst), columns, dst_stride,
                      rows / 8 + (rows % 8 != 0), true);
    bmill_check_rows_(__func__, "a", a, BMILL_LENGTH_(a), rows, a_stride,
                      columns / 8 + (columns % 8 != 0), false);
    bmill_bits_transpose_library_(dst, dst_stride, a, a_stride, rows, columns);
}

BMILL_FRONT_ void bmill_bits_shuffle_u8(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                        size_t n)
{
    BMILL_TOUCHES_PLANES_(dst, 8, true);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 1, "element"), false);
    bmill_bits_shuffle_u8_library_(dst, a, n);
}

BMILL_FRONT_ void bmill_bits_shuffle_u16(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                         size_t n)
{
    BMILL_TOUCHES_PLANES_(dst, 16, true);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 2, "element"), false);
    bmill_bits_shuffle_u16_library_(dst, a, n);
}

BMILL_FRONT_ void bmill_bits_shuffle_u32(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                         size_t n)
{
    BMILL_TOUCHES_PLANES_(dst, 32, true);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 4, "element"), false);
    bmill_bits_shuffle_u32_library_(dst, a, n);
}

BMILL_FRONT_ void bmill_bits_shuffle_u64(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                         size_t n)
{
    BMILL_TOUCHES_PLANES_(dst, 64, true);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 8, "element"), false);
    bmill_bits_shuffle_u64_library_(dst, a, n);
}

BMILL_FRONT_ void bmill_bits_unshuffle_u8(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                          size_t n)
{
    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 1, "element"), true);
    BMILL_TOUCHES_PLANES_(a, 8, false);
    bmill_bits_unshuffle_u8_library_(dst, a, n);
}

BMILL_FRONT_ void bmill_bits_unshuffle_u16(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                           size_t n)
{
    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 2, "element"), true);
    BMILL_TOUCHES_PLANES_(a, 16, false);
    bmill_bits_unshuffle_u16_library_(dst, a, n);
}

BMILL_FRONT_ void bmill_bits_unshuffle_u32(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                           size_t n)
{
    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 4, "element"), true);
    BMILL_TOUCHES_PLANES_(a, 32, false);
    bmill_bits_unshuffle_u32_library_(dst, a, n);
}

BMILL_FRONT_ void bmill_bits_unshuffle_u64(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                           size_t n)
{
    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 8, "element"), true);
    BMILL_TOUCHES_PLANES_(a, 64, false);
    bmill_bits_unshuffle_u64_library_(dst, a, n);
}

BMILL_END_FRONTS_

#endif

#if BMILL_INLINE_FRONTS_

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_transpose_8x8(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a)
{
    BMILL_WRITES_BYTES_(dst, 8);
    BMILL_READS_BYTES_(a, 8);
    (&bmill_bits_transpose_8x8)(dst, a);
}

BMILL_END_FRONTS_

#endif

#endif
