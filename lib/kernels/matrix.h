/* matrix.h: transposes.
 *
 * All are made of blocks of 64 by 64 bits. edge_block() does smaller blocks, and those at the right
 * and the lower edge. In simd/<isa>/matrix.h an ISA with BMILL_HAVE_TRANSPOSE_BLOCK has a better
 * transpose_block() and transpose_words(). One with BMILL_HAVE_SPLIT_BLOCK has, for numbers of 1 <<
 * w bytes, w from 0 to 2:
 *
 *   PIECE_BYTES(w)                      the bytes of each bitmap that one block has: 8 times as
 *                                       many numbers; PIECE_BYTES(w) << w is the same for all w
 *   split_block(out, out_stride, a, w)  numbers to 8 << w pieces of bitmaps, out_stride bytes apart
 *   join_block(out, a, a_stride, w)     pieces of bitmaps to numbers
 */
#ifndef BMILL_KERNELS_MATRIX_H
#define BMILL_KERNELS_MATRIX_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "kernels/stream.h"
#include "simd/simd.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/matrix.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/matrix.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/matrix.h"
#endif

enum { LINE = 64, BLOCK_BYTES = 512 };

#ifndef BMILL_HAVE_TRANSPOSE_BLOCK
/* 64 rows of 8 bytes, a_stride bytes apart, to 64 columns, one after the other. All is loaded
 * before anything is stored. Each step swaps squares of `size` by `size` bits off the diagonal, as
 * in bmill_transpose8x8_u64 (Hacker's Delight, 2nd ed., section 7-3). */
BMILL_ALWAYS_INLINE void transpose_block(unsigned char *out, const unsigned char *a,
                                         size_t a_stride)
{
    w_t x[64];
    w_t mask = UINT64_C(0x00000000ffffffff);
    for (size_t r = 0; r < 64; r++)
        x[r] = w_load(a + r * a_stride);
    for (unsigned size = 32; size; size /= 2, mask ^= mask << size)
        for (size_t r = 0; r < 64; r = (r + size + 1) & ~(size_t)size) {
            w_t swap = (x[r] >> size ^ x[r + size]) & mask;
            x[r] ^= swap << size;
            x[r + size] ^= swap;
        }
    for (size_t r = 0; r < 64; r++)
        w_store(out + 8 * r, x[r]);
}

/* Transposes 8 by 8 words. `store` is v_store or v_stream, which are the same for words. */
BMILL_ALWAYS_INLINE void transpose_words(unsigned char *dst, size_t dst_stride,
                                         const unsigned char *a, size_t a_stride, v_storer *store)
{
    (void)store;
    for (size_t r = 0; r < 8; r++)
        for (size_t c = 0; c < 8; c++)
            w_store(dst + r * dst_stride + 8 * c, w_load(a + c * a_stride + 8 * r));
}
#endif

/* Up to 8 rows and 8 columns. */
BMILL_ALWAYS_INLINE void transpose_byte(unsigned char *dst, size_t dst_stride,
                                        const unsigned char *a, size_t a_stride, size_t rows,
                                        size_t columns)
{
    w_t x = 0;
    if (a_stride == 1 && rows == 8)
        x = w_load(a);
    else
        for (size_t r = 0; r < rows; r++)
            x |= (w_t)a[r * a_stride] << 8 * r;
    /* Bits are swapped by XOR: those past the columns are masked away before, for valgrind and
     * MSan. */
    x &= UINT64_C(0x0101010101010101) * (0xffu >> (8 - columns));
    x = bmill_transpose8x8_u64(x);
    if (dst_stride == 1 && rows == 8 && columns == 8)
        w_store(dst, x);
    else if (rows == 8)
        for (size_t c = 0; c < columns; c++, x >>= 8)
            dst[c * dst_stride] = (unsigned char)x;
    else
        for (size_t c = 0; c < columns; c++, x >>= 8)
            w_store_bits(dst + c * dst_stride, rows, x & 0xff);
}

/* Up to 64 rows and 64 columns; byte by byte if they have 8 bytes or less. */
BMILL_ON_A_LINE static void edge_block(unsigned char *dst, size_t dst_stride,
                                       const unsigned char *a, size_t a_stride, size_t rows,
                                       size_t columns)
{
    unsigned char block[BLOCK_BYTES];
    size_t nbytes = bytes_of(columns);
    w_t wanted = ~(w_t)0 >> (64 - columns);
    if (bytes_of(rows) * nbytes <= 8) {
        for (size_t r = 0; r < rows; r += 8)
            for (size_t c = 0; c < columns; c += 8)
                transpose_byte(dst + c * dst_stride + r / 8, dst_stride, a + r * a_stride + c / 8,
                               a_stride, min_size(rows - r, 8), min_size(columns - c, 8));
        return;
    }
    for (size_t r = 0; r < 64; r++)
        w_store(block + 8 * r, r < rows ? bmill_load_le(a + r * a_stride, nbytes) & wanted : 0);
    transpose_block(block, block, 8);
    for (size_t c = 0; c < columns; c++)
        w_store_bits(dst + c * dst_stride, rows, w_load(block + 8 * c));
}

/* Any number of rows and columns, block by block. */
BMILL_ALWAYS_INLINE void transpose_edges(unsigned char *dst, size_t dst_stride,
                                         const unsigned char *a, size_t a_stride, size_t rows,
                                         size_t columns)
{
    for (size_t r = 0; r < rows; r += 64)
        for (size_t c = 0; c < columns; c += 64)
            edge_block(dst + c * dst_stride + r / 8, dst_stride, a + r * a_stride + c / 8, a_stride,
                       min_size(rows - r, 64), min_size(columns - c, 64));
}

/* Stores 8 rows of up to 8 blocks, a word of each block. */
BMILL_ALWAYS_INLINE void store_words(unsigned char *dst, size_t dst_stride,
                                     const unsigned char *blocks, size_t count)
{
#define WORD(k) w_store(dst + k * dst_stride, w_load(blocks + 8 * k));
    for (; count > 0; count--, dst += 8, blocks += BLOCK_BYTES) {
        BMILL_FOR_8(WORD)
    }
#undef WORD
}

/* Up to 8 by 8 blocks. Loads and stores go through whole cache lines where the tile is that wide:
 * if the stride is a power of two, only few rows fit into the cache at the same time. */
BMILL_ON_A_LINE static void transpose_tile(unsigned char *dst, size_t dst_stride,
                                           const unsigned char *a, size_t a_stride, size_t rows,
                                           size_t columns, bool stream)
{
    _Alignas(LINE) unsigned char in[8][BLOCK_BYTES];
    _Alignas(LINE) unsigned char out[8][8][BLOCK_BYTES];
    for (size_t r = 0; r < rows; r++, a += 64 * a_stride) {
        for (size_t k = 0; columns == 8 && k < 8; k++)
            transpose_words(in[0] + k * LINE, BLOCK_BYTES, a + 8 * k * a_stride, a_stride, v_store);
        for (size_t c = 0; c < columns; c++) {
            unsigned char *block = dst_stride == 8 ? dst + c * BLOCK_BYTES : out[c][r];
            if (columns == 8)
                transpose_block(block, in[c], 8);
            else
                transpose_block(block, a + 8 * c, a_stride);
        }
    }
    for (size_t c = 0; dst_stride != 8 && c < columns; c++, dst += 64 * dst_stride)
        for (size_t k = 0; k < 64; k += 8)
            if (rows == 8 && stream)
                transpose_words(dst + k * dst_stride, dst_stride, out[c][0] + 8 * k, BLOCK_BYTES,
                                v_stream);
            else if (rows == 8)
                transpose_words(dst + k * dst_stride, dst_stride, out[c][0] + 8 * k, BLOCK_BYTES,
                                v_store);
            else
                store_words(dst + k * dst_stride, dst_stride, out[c][0] + 8 * k, rows);
}

/* All tiles. Large results are stored non-temporally (8192 by 8192 bits, 8 MiB:
 * 4.9 GB/s instead of 1.7 to 4.2 on Sapphire Rapids; 512 KiB would have 0.6 of the speed). */
BMILL_ALWAYS_INLINE void transpose_tiles(unsigned char *dst, size_t dst_stride,
                                         const unsigned char *a, size_t a_stride, size_t rows,
                                         size_t columns)
{
    bool stream = bmill_is_streamed(rows / 8 * columns, 2) && (uintptr_t)dst % LINE == 0 &&
                  dst_stride % LINE == 0;
    for (size_t r = 0; r < rows; r += 512)
        for (size_t c = 0; c < columns; c += 512)
            transpose_tile(dst + c * dst_stride + r / 8, dst_stride, a + r * a_stride + c / 8,
                           a_stride, min_size((rows - r) / 64, 8), min_size((columns - c) / 64, 8),
                           stream);
    if (stream)
        v_stream_end();
}

#ifdef BMILL_HAVE_SPLIT_BLOCK
/* Copies `count` cache lines, one after the other, to rows of dst. */
BMILL_ALWAYS_INLINE void store_lines(unsigned char *dst, size_t dst_stride,
                                     const unsigned char lines[][LINE], size_t count)
{
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < LINE; i += V_BYTES)
            v_store(dst + k * dst_stride + i, v_load(lines[k] + i));
}

/* The inverse. */
BMILL_ALWAYS_INLINE void load_lines(unsigned char lines[][LINE], const unsigned char *a,
                                    size_t a_stride, size_t count)
{
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < LINE; i += V_BYTES)
            v_store(lines[k] + i, v_load(a + k * a_stride + i));
}

/* Fewer numbers than a block has. */
BMILL_ALWAYS_INLINE void split_rest(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                                    size_t n, unsigned w)
{
    unsigned char numbers[8 * LINE] = {0};
    unsigned char pieces[8 * LINE];
    memcpy(numbers, a, n << w);
    split_block(pieces, PIECE_BYTES(w), numbers, w);
    for (size_t k = 0; k < (size_t)8 << w; k++)
        for (size_t i = 0; i < n; i += 64)
            w_store_bits(dst + k * dst_stride + i / 8, min_size(n - i, 64),
                         w_load(pieces + k * PIECE_BYTES(w) + i / 8));
}
BMILL_ALWAYS_INLINE void join_rest(unsigned char *dst, const unsigned char *a, size_t a_stride,
                                   size_t n, unsigned w)
{
    unsigned char numbers[8 * LINE];
    unsigned char pieces[8 * LINE] = {0};
    for (size_t k = 0; k < (size_t)8 << w; k++)
        for (size_t i = 0; i < n; i += 64) {
            const unsigned char *p = a + k * a_stride + i / 8;
            w_store(pieces + k * PIECE_BYTES(w) + i / 8,
                    w_small(p, p, min_size(n - i, 64), w_first));
        }
    join_block(numbers, pieces, PIECE_BYTES(w), w);
    memcpy(dst, numbers, n << w);
}

/* Numbers to bitmaps; by cache lines, like a tile, unless a piece is a line. */
BMILL_ALWAYS_INLINE void split_numbers(unsigned char *dst, size_t dst_stride,
                                       const unsigned char *a, size_t n, unsigned w)
{
    const size_t block = 8 * PIECE_BYTES(w); /* numbers */
    _Alignas(LINE) unsigned char out[8 << 2][LINE];
    for (; PIECE_BYTES(w) < LINE && n >= 8 * LINE; n -= 8 * LINE, dst += LINE) {
        for (size_t k = 0; k < LINE; k += PIECE_BYTES(w), a += block << w)
            split_block(out[0] + k, LINE, a, w);
        store_lines(dst, dst_stride, (const unsigned char(*)[LINE])out, (size_t)8 << w);
    }
    for (; n >= block; n -= block, dst += PIECE_BYTES(w), a += block << w)
        split_block(dst, dst_stride, a, w);
    if (n > 0)
        split_rest(dst, dst_stride, a, n, w);
}

/* Bitmaps to numbers. */
BMILL_ALWAYS_INLINE void join_numbers(unsigned char *dst, const unsigned char *a, size_t a_stride,
                                      size_t n, unsigned w)
{
    const size_t block = 8 * PIECE_BYTES(w);
    _Alignas(LINE) unsigned char in[8 << 2][LINE];
    for (; PIECE_BYTES(w) < LINE && n >= 8 * LINE; n -= 8 * LINE, a += LINE) {
        load_lines(in, a, a_stride, (size_t)8 << w);
        for (size_t k = 0; k < LINE; k += PIECE_BYTES(w), dst += block << w)
            join_block(dst, in[0] + k, LINE, w);
    }
    for (; n >= block; n -= block, a += PIECE_BYTES(w), dst += block << w)
        join_block(dst, a, a_stride, w);
    if (n > 0)
        join_rest(dst, a, a_stride, n, w);
}

/* Transposes the matrix if it, or the result, is an array of numbers of 1, 2 or 4 bytes. Returns
 * whether it did. */
BMILL_ON_A_LINE static bool transpose_numbers(unsigned char *dst, size_t dst_stride,
                                              const unsigned char *a, size_t a_stride, size_t rows,
                                              size_t columns)
{
    if (columns == 8 * a_stride && a_stride == 1)
        split_numbers(dst, dst_stride, a, rows, 0);
    else if (columns == 8 * a_stride && a_stride == 2)
        split_numbers(dst, dst_stride, a, rows, 1);
    else if (columns == 8 * a_stride && a_stride == 4)
        split_numbers(dst, dst_stride, a, rows, 2);
    else if (rows == 8 * dst_stride && dst_stride == 1)
        join_numbers(dst, a, a_stride, columns, 0);
    else if (rows == 8 * dst_stride && dst_stride == 2)
        join_numbers(dst, a, a_stride, columns, 1);
    else if (rows == 8 * dst_stride && dst_stride == 4)
        join_numbers(dst, a, a_stride, columns, 2);
    else
        return false;
    return true;
}
#else
BMILL_ON_A_LINE static bool transpose_numbers(unsigned char *dst, size_t dst_stride,
                                              const unsigned char *a, size_t a_stride, size_t rows,
                                              size_t columns)
{
    (void)dst, (void)dst_stride, (void)a, (void)a_stride, (void)rows, (void)columns;
    return false;
}
#endif

BMILL_KERNEL void transpose_kernel(void *dst_, size_t dst_stride, const void *a_, size_t a_stride,
                                   size_t rows, size_t columns)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t full_rows = rows & ~(size_t)63;
    size_t full_columns = columns & ~(size_t)63;
    if (rows == 0 || columns == 0 || transpose_numbers(dst, dst_stride, a, a_stride, rows, columns))
        return;
    transpose_tiles(dst, dst_stride, a, a_stride, full_rows, full_columns);
    transpose_edges(dst + full_columns * dst_stride, dst_stride, a + full_columns / 8, a_stride,
                    full_rows, columns - full_columns);
    transpose_edges(dst + full_rows / 8, dst_stride, a + full_rows * a_stride, a_stride,
                    rows - full_rows, columns);
}

BMILL_KERNEL void transpose_64x64_kernel(void *dst, const void *a) { transpose_block(dst, a, 8); }

#endif
