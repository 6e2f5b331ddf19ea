/* matrix.h: transposes: see kernels.tmpl.h.
 *
 * All are made of blocks of 64 by 64 bits. At the right and the lower edge, and for what is smaller
 * than a block, there is edge_block(). An ISA with BMILL_HAVE_TRANSPOSE_BLOCK has a better
 * transpose_block(). One with BMILL_HAVE_SPLIT_BLOCK has, for numbers of 1 << w bytes, w 0 to 2:
 *
 *   PIECE_BYTES(w)                      that many bytes of each bitmap at a time, so 8 times as
 *                                       many numbers; PIECE_BYTES(w) << w is the same for all w
 *   split_block(out, out_stride, a, w)  to 8 << w pieces of bitmaps, out_stride bytes apart
 *   join_block(out, a, a_stride, w)     and back
 */

enum { LINE = 64, BLOCK_BYTES = 512 };

#ifndef BMILL_HAVE_TRANSPOSE_BLOCK
/* 64 rows of 8 bytes, a_stride bytes apart, to 64 columns, one after the other; all of it is loaded
 * before anything is stored. In each step squares of `size` by `size` bits off the diagonal change
 * places, as in bmill_transpose8x8_u64 (Hacker's Delight, 2nd ed., section 7-3). */
BMILL_KERNEL void transpose_block(unsigned char *out, const unsigned char *a, size_t a_stride)
{
    w_t x[64], mask = UINT64_C(0x00000000ffffffff);
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
#endif

/* The first `bits` bits of y, 1 to 64, into the bytes at dst that they need. The others stay. */
BMILL_KERNEL void store_bits(unsigned char *dst, w_t y, size_t bits)
{
    size_t n = bytes_of(bits);
    if (bits % 8)
        y = (y & ~(w_t)0 >> (64 - bits)) | (w_t)kept_bits(dst, bits) << 8 * (n - 1);
    bmill_store_le(dst, n, y);
}

/* Up to 8 rows and 8 columns. */
BMILL_KERNEL void transpose_byte(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                                 size_t a_stride, size_t rows, size_t columns)
{
    w_t x = 0;
    if (a_stride == 1 && rows == 8)
        x = w_load(a);
    else
        for (size_t r = 0; r < rows; r++)
            x |= (w_t)a[r * a_stride] << 8 * r;
    x = bmill_transpose8x8_u64(x);
    if (dst_stride == 1 && rows == 8 && columns == 8)
        w_store(dst, x);
    else if (rows == 8)
        for (size_t c = 0; c < columns; c++, x >>= 8)
            dst[c * dst_stride] = (unsigned char)x;
    else
        for (size_t c = 0; c < columns; c++, x >>= 8)
            store_bits(dst + c * dst_stride, x & 0xff, rows);
}

BMILL_KERNEL size_t at_most(size_t i, size_t most) { return i < most ? i : most; }

/* Up to 64 rows and 64 columns, byte by byte where these are few. */
static void edge_block(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                       size_t a_stride, size_t rows, size_t columns)
{
    unsigned char block[BLOCK_BYTES];
    size_t nbytes = bytes_of(columns);
    if (bytes_of(rows) * nbytes <= 8) {
        for (size_t r = 0; r < rows; r += 8)
            for (size_t c = 0; c < columns; c += 8)
                transpose_byte(dst + c * dst_stride + r / 8, dst_stride, a + r * a_stride + c / 8,
                               a_stride, at_most(rows - r, 8), at_most(columns - c, 8));
        return;
    }
    for (size_t r = 0; r < 64; r++)
        w_store(block + 8 * r, r < rows ? bmill_load_le(a + r * a_stride, nbytes) : 0);
    transpose_block(block, block, 8);
    for (size_t c = 0; c < columns; c++)
        store_bits(dst + c * dst_stride, w_load(block + 8 * c), rows);
}

/* Any shape, block by block. */
BMILL_KERNEL void transpose_edges(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                                  size_t a_stride, size_t rows, size_t columns)
{
    for (size_t r = 0; r < rows; r += 64)
        for (size_t c = 0; c < columns; c += 64)
            edge_block(dst + c * dst_stride + r / 8, dst_stride, a + r * a_stride + c / 8, a_stride,
                       at_most(rows - r, 64), at_most(columns - c, 64));
}

/* `count` pieces of a line of the cache, which stand one after the other, to rows of dst. */
BMILL_KERNEL void store_lines(unsigned char *dst, size_t dst_stride,
                              const unsigned char lines[][LINE], size_t count)
{
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < LINE; i += V_BYTES)
            v_store(dst + k * dst_stride + i, v_load(lines[k] + i));
}

/* The first `nbytes` bytes, a multiple of 8, of `count` rows. */
BMILL_KERNEL void load_lines(unsigned char lines[][LINE], const unsigned char *a, size_t a_stride,
                             size_t count, size_t nbytes)
{
    for (size_t r = 0; r < count; r++)
        if (nbytes == LINE)
            for (size_t i = 0; i < LINE; i += V_BYTES)
                v_store(lines[r] + i, v_load(a + r * a_stride + i));
        else
            for (size_t i = 0; i < nbytes; i += W_BYTES)
                w_store(lines[r] + i, w_load(a + r * a_stride + i));
}

/* Up to 512 rows and columns, multiples of 64. Both sides are gone through by lines of the cache:
 * of matrices whose stride is a power of two, few lines with the same columns fit into it. */
static void transpose_tile(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                           size_t a_stride, size_t rows, size_t columns)
{
    _Alignas(LINE) unsigned char out[8 * LINE][LINE], in[64][LINE], block[BLOCK_BYTES];
    for (size_t r = 0; r < rows; r += 64, a += 64 * a_stride) {
        load_lines(in, a, a_stride, 64, columns / 8);
        for (size_t c = 0; c < columns; c += 64) {
            transpose_block(block, in[0] + c / 8, LINE);
            for (size_t k = 0; k < 64; k++)
                w_store(out[c + k] + r / 8, w_load(block + 8 * k));
        }
    }
    if (rows == 8 * LINE)
        store_lines(dst, dst_stride, (const unsigned char(*)[LINE])out, columns);
    else
        for (size_t c = 0; c < columns; c++)
            for (size_t i = 0; i < rows / 8; i += W_BYTES)
                w_store(dst + c * dst_stride + i, w_load(out[c] + i));
}

#ifdef BMILL_HAVE_SPLIT_BLOCK
/* Numbers to bitmaps, as many as are whole blocks; returns how many. By lines of the cache, as a
 * tile. */
BMILL_KERNEL size_t split_numbers(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                                  size_t n, unsigned w)
{
    _Alignas(LINE) unsigned char out[8 << 2][LINE];
    size_t i = 0;
    for (; n - i >= 8 * LINE; i += 8 * LINE, dst += LINE) {
        for (size_t k = 0; k < LINE; k += PIECE_BYTES(w), a += 8 * PIECE_BYTES(w) << w)
            split_block(out[0] + k, LINE, a, w);
        store_lines(dst, dst_stride, (const unsigned char(*)[LINE])out, (size_t)8 << w);
    }
    for (; n - i >= 8 * PIECE_BYTES(w); i += 8 * PIECE_BYTES(w), dst += PIECE_BYTES(w)) {
        split_block(dst, dst_stride, a, w);
        a += 8 * PIECE_BYTES(w) << w;
    }
    return i;
}

/* Bitmaps to numbers, likewise. */
BMILL_KERNEL size_t join_numbers(unsigned char *dst, const unsigned char *a, size_t a_stride,
                                 size_t n, unsigned w)
{
    _Alignas(LINE) unsigned char in[8 << 2][LINE];
    size_t i = 0;
    for (; n - i >= 8 * LINE; i += 8 * LINE, a += LINE) {
        load_lines(in, a, a_stride, (size_t)8 << w, LINE);
        for (size_t k = 0; k < LINE; k += PIECE_BYTES(w), dst += 8 * PIECE_BYTES(w) << w)
            join_block(dst, in[0] + k, LINE, w);
    }
    for (; n - i >= 8 * PIECE_BYTES(w); i += 8 * PIECE_BYTES(w), a += PIECE_BYTES(w)) {
        join_block(dst, a, a_stride, w);
        dst += 8 * PIECE_BYTES(w) << w;
    }
    return i;
}

/* Of an array of numbers of 1, 2 or 4 bytes, as many rows as are whole blocks. */
static size_t split_rows(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                         size_t a_stride, size_t rows, size_t columns)
{
    if (columns != 8 * a_stride)
        return 0;
    return a_stride == 1   ? split_numbers(dst, dst_stride, a, rows, 0)
           : a_stride == 2 ? split_numbers(dst, dst_stride, a, rows, 1)
           : a_stride == 4 ? split_numbers(dst, dst_stride, a, rows, 2)
                           : 0;
}

static size_t join_columns(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                           size_t a_stride, size_t rows, size_t columns)
{
    if (rows != 8 * dst_stride)
        return 0;
    return dst_stride == 1   ? join_numbers(dst, a, a_stride, columns, 0)
           : dst_stride == 2 ? join_numbers(dst, a, a_stride, columns, 1)
           : dst_stride == 4 ? join_numbers(dst, a, a_stride, columns, 2)
                             : 0;
}
#else
#define split_rows(dst, dst_stride, a, a_stride, rows, columns)   ((size_t)0)
#define join_columns(dst, dst_stride, a, a_stride, rows, columns) ((size_t)0)
#endif

static void transpose_kernel(void *dst_, size_t dst_stride, const void *a_, size_t a_stride,
                             size_t rows, size_t columns)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t full_rows, full_columns, done;
    if (rows == 0 || columns == 0)
        return;
    done = split_rows(dst, dst_stride, a, a_stride, rows, columns);
    dst += done / 8, a += done * a_stride, rows -= done;
    done = join_columns(dst, dst_stride, a, a_stride, rows, columns);
    dst += done * dst_stride, a += done / 8, columns -= done;
    full_rows = rows & ~(size_t)63, full_columns = columns & ~(size_t)63;
    for (size_t r = 0; r < full_rows; r += 512)
        for (size_t c = 0; c < full_columns; c += 512)
            transpose_tile(dst + c * dst_stride + r / 8, dst_stride, a + r * a_stride + c / 8,
                           a_stride, at_most(full_rows - r, 512), at_most(full_columns - c, 512));
    transpose_edges(dst + full_columns * dst_stride, dst_stride, a + full_columns / 8, a_stride,
                    full_rows, columns - full_columns);
    transpose_edges(dst + full_rows / 8, dst_stride, a + full_rows * a_stride, a_stride,
                    rows - full_rows, columns);
}

static void transpose_64x64_kernel(void *dst, const void *a) { transpose_block(dst, a, 8); }
