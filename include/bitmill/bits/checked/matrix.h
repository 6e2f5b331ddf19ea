/* bitmill/bits/checked/matrix.h: the checks of bitmill/bits/matrix.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_MATRIX_H
#define BITMILL_BITS_CHECKED_MATRIX_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/matrix.h>

#if BMILL_CHECKS_

/* The bitmaps of n bits that an array is taken apart into, one after the other. */
#define BMILL_TOUCHES_PLANES_(p, planes, writes)                                       \
    bmill_check_rows_(__func__, #p, p, BMILL_LENGTH_(p), planes, n / 8 + (n % 8 != 0), \
                      n / 8 + (n % 8 != 0), writes)

BMILL_GUARDED_INLINE_VOID_(bmill_bits_transpose_8x8,
                           (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a), (dst, a),
                           BMILL_WRITES_BYTES_(dst, 8);
                           BMILL_READS_BYTES_(a, 8))
BMILL_GUARDED_VOID_(bmill_bits_transpose_64x64,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a), (dst, a),
                    BMILL_WRITES_BYTES_(dst, 512);
                    BMILL_READS_BYTES_(a, 512))
BMILL_GUARDED_VOID_(bmill_bits_transpose,
                    (void *BMILL_SIZED_ dst, size_t dst_stride, const void *BMILL_SIZED_ a,
                     size_t a_stride, size_t rows, size_t columns),
                    (dst, dst_stride, a, a_stride, rows, columns),
                    bmill_check_rows_(__func__, "dst", dst, BMILL_LENGTH_(dst), columns, dst_stride,
                                      rows / 8 + (rows % 8 != 0), true);
                    bmill_check_rows_(__func__, "a", a, BMILL_LENGTH_(a), rows, a_stride,
                                      columns / 8 + (columns % 8 != 0), false))
BMILL_GUARDED_VOID_(bmill_bits_shuffle_u8,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_PLANES_(dst, 8, true);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 8 / 8, "element"), false))
BMILL_GUARDED_VOID_(bmill_bits_shuffle_u16,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_PLANES_(dst, 16, true);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 16 / 8, "element"), false))
BMILL_GUARDED_VOID_(bmill_bits_shuffle_u32,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_PLANES_(dst, 32, true);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 32 / 8, "element"), false))
BMILL_GUARDED_VOID_(bmill_bits_shuffle_u64,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_PLANES_(dst, 64, true);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 64 / 8, "element"), false))
BMILL_GUARDED_VOID_(bmill_bits_unshuffle_u8,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 8 / 8, "element"), true);
                    BMILL_TOUCHES_PLANES_(a, 8, false))
BMILL_GUARDED_VOID_(bmill_bits_unshuffle_u16,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 16 / 8, "element"), true);
                    BMILL_TOUCHES_PLANES_(a, 16, false))
BMILL_GUARDED_VOID_(bmill_bits_unshuffle_u32,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 32 / 8, "element"), true);
                    BMILL_TOUCHES_PLANES_(a, 32, false))
BMILL_GUARDED_VOID_(bmill_bits_unshuffle_u64,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t n), (dst, a, n),
                    BMILL_TOUCHES_(dst, bmill_extent_of_(n, 64 / 8, "element"), true);
                    BMILL_TOUCHES_PLANES_(a, 64, false))

#endif

#endif
