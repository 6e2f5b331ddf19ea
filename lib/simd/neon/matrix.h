/* matrix.h: transposes for NEON: see kernels/matrix.h.
 *
 * As in simd/avx2/matrix.h, the numbers whose bits are to come together, eight in a row, are first
 * brought into different vectors; then bits are exchanged between vectors, two vectors for the
 * price of one.
 */
#ifndef BMILL_SIMD_NEON_MATRIX_H
#define BMILL_SIMD_NEON_MATRIX_H

#include "simd/exchange.h"
#include "simd/simd.h"

#define BMILL_HAVE_TRANSPOSE_BLOCK
#define BMILL_HAVE_SPLIT_BLOCK

/* Exchanges the bits of a whose number in the byte has bit k with the bits of b whose number has
 * not; `low` has the latter. */
BMILL_ALWAYS_INLINE void exchange_bits(v_t *a_, v_t *b_, int k, uint8_t low)
{
    v_bytes a = (v_bytes)*a_, b = (v_bytes)*b_, mask = vdupq_n_u8(low);
    switch (k) {
    case 0:
        *a_ = (v_t)vbslq_u8(mask, a, b << 1);
        *b_ = (v_t)vbslq_u8(mask, a >> 1, b);
        break;
    case 1:
        *a_ = (v_t)vbslq_u8(mask, a, b << 2);
        *b_ = (v_t)vbslq_u8(mask, a >> 2, b);
        break;
    default: /* shift and insert */
        *a_ = (v_t)vsliq_n_u8(a, b, 4);
        *b_ = (v_t)vsriq_n_u8(b, a, 4);
    }
}
BMILL_ALWAYS_INLINE void exchange_bits_8(v_t r[8])
{
    exchange_bits(&r[0], &r[4], 2, 0x0f), exchange_bits(&r[1], &r[5], 2, 0x0f);
    exchange_bits(&r[2], &r[6], 2, 0x0f), exchange_bits(&r[3], &r[7], 2, 0x0f);
    exchange_bits(&r[0], &r[2], 1, 0x33), exchange_bits(&r[1], &r[3], 1, 0x33);
    exchange_bits(&r[4], &r[6], 1, 0x33), exchange_bits(&r[5], &r[7], 1, 0x33);
    exchange_bits(&r[0], &r[1], 0, 0x55), exchange_bits(&r[2], &r[3], 0, 0x55);
    exchange_bits(&r[4], &r[5], 0, 0x55), exchange_bits(&r[6], &r[7], 0, 0x55);
}

/* ---- 64 by 64 bits ---- */

BMILL_ALWAYS_INLINE v_t v_zip_low(v_t a, v_t b) { return (v_t)vzip1q_u8((v_bytes)a, (v_bytes)b); }
BMILL_ALWAYS_INLINE v_t v_zip_high(v_t a, v_t b) { return (v_t)vzip2q_u8((v_bytes)a, (v_bytes)b); }

/* Loads 16 rows and transposes the bits of each 8 by 8: vector k has the bytes of the columns 8 * c
 * + k, at place c for the first 8 rows and at 8 + c for the others. */
BMILL_ALWAYS_INLINE void transpose_16_rows(v_t r[8], const unsigned char *a, size_t a_stride)
{
#define LOAD(k) r[k] = (v_t)vcombine_u8(vld1_u8(a + k * a_stride), vld1_u8(a + (8 + k) * a_stride));
    BMILL_FOR_8(LOAD)
#undef LOAD
    exchange_bits_8(r);
}

/* Stores the columns 8 * c + k, given 8 bytes of each in four vectors: of rows 0 to 15, and so on.
 * Zips make of the number of a row's byte, r, and of c, as [r high][r low][c], [c][r]. */
BMILL_ALWAYS_INLINE void store_columns(unsigned char *out, v_t v0, v_t v1, v_t v2, v_t v3)
{
    v_t a0 = v_zip_low(v0, v2), a1 = v_zip_high(v0, v2); /* rows 0, 4; 1, 5 */
    v_t a2 = v_zip_low(v1, v3), a3 = v_zip_high(v1, v3); /* rows 2, 6; 3, 7 */
    v_t b0 = v_zip_low(a0, a2), b1 = v_zip_high(a0, a2); /* rows 0, 2, 4, 6 */
    v_t b2 = v_zip_low(a1, a3), b3 = v_zip_high(a1, a3); /* rows 1, 3, 5, 7 */
    v_t c[4] = {v_zip_low(b0, b2), v_zip_high(b0, b2), v_zip_low(b1, b3), v_zip_high(b1, b3)};
    BMILL_UNROLL
    for (size_t i = 0; i < 4; i++) {
        vst1_u8(out + 128 * i, vget_low_u8((v_bytes)c[i]));
        vst1_u8(out + 128 * i + 64, vget_high_u8((v_bytes)c[i]));
    }
}

/* All is loaded before anything is stored. */
BMILL_ALWAYS_INLINE void transpose_block(unsigned char *out, const unsigned char *a,
                                         size_t a_stride)
{
    v_t r[4][8];
    transpose_16_rows(r[0], a, a_stride);
    transpose_16_rows(r[1], a + 16 * a_stride, a_stride);
    transpose_16_rows(r[2], a + 32 * a_stride, a_stride);
    transpose_16_rows(r[3], a + 48 * a_stride, a_stride);
#define STORE(k) store_columns(out + 8 * k, r[0][k], r[1][k], r[2][k], r[3][k]);
    BMILL_FOR_8(STORE)
#undef STORE
}

/* Transposes 8 by 8 words, line by line of dst. */
BMILL_ALWAYS_INLINE void transpose_words(unsigned char *dst, size_t dst_stride,
                                         const unsigned char *a, size_t a_stride, v_storer *store)
{
    for (size_t r = 0; r < 8; r += 2)
        for (size_t c = 0; c < 8; c += 2) {
            v_t x = v_load(a + c * a_stride + 8 * r), y = v_load(a + (c + 1) * a_stride + 8 * r);
            store(dst + r * dst_stride + 8 * c, vzip1q_u64(x, y));
            store(dst + (r + 1) * dst_stride + 8 * c, vzip2q_u64(x, y));
        }
}

/* ---- Numbers to bitmaps and back ---- */

BMILL_ALWAYS_INLINE void exchange(v_t *a_, v_t *b_, unsigned k)
{
    v_t a = *a_, b = *b_;
    switch (k) {
    case 0:
        *a_ = (v_t)vtrn1q_u8((v_bytes)a, (v_bytes)b);
        *b_ = (v_t)vtrn2q_u8((v_bytes)a, (v_bytes)b);
        break;
    case 1:
        *a_ = (v_t)vtrn1q_u16((uint16x8_t)a, (uint16x8_t)b);
        *b_ = (v_t)vtrn2q_u16((uint16x8_t)a, (uint16x8_t)b);
        break;
    case 2:
        *a_ = (v_t)vtrn1q_u32((uint32x4_t)a, (uint32x4_t)b);
        *b_ = (v_t)vtrn2q_u32((uint32x4_t)a, (uint32x4_t)b);
        break;
    default:
        *a_ = vtrn1q_u64(a, b);
        *b_ = vtrn2q_u64(a, b);
    }
}

/* Exchanges the two upper bits of the vector's number with the number of 4 bytes in it. */
BMILL_ALWAYS_INLINE void exchange_fours(v_t r[8])
{
    exchange(&r[0], &r[4], 3), exchange(&r[1], &r[5], 3);
    exchange(&r[2], &r[6], 3), exchange(&r[3], &r[7], 3);
    exchange(&r[0], &r[2], 2), exchange(&r[1], &r[3], 2);
    exchange(&r[4], &r[6], 2), exchange(&r[5], &r[7], 2);
}

/* Eight numbers in a row into eight vectors, and the inverse. Four numbers of 4 bytes are in one
 * vector already; the next vector has the other four. */
BMILL_ALWAYS_INLINE void numbers_apart(v_t r[8], unsigned w)
{
    if (w < 2) {
        exchange_8(r, w, exchange);
    } else {
        exchange_fours(r);
        v_t r1 = r[2], r2 = r[4], r3 = r[6], r4 = r[1], r5 = r[3], r6 = r[5];
        r[1] = r1, r[2] = r2, r[3] = r3, r[4] = r4, r[5] = r5, r[6] = r6;
    }
}
BMILL_ALWAYS_INLINE void numbers_together(v_t r[8], unsigned w)
{
    if (w < 2) {
        exchange_8(r, w, exchange);
    } else {
        v_t r1 = r[4], r2 = r[1], r3 = r[5], r4 = r[2], r5 = r[6], r6 = r[3];
        r[1] = r1, r[2] = r2, r[3] = r3, r[4] = r4, r[5] = r5, r[6] = r6;
        exchange_fours(r);
    }
}

/* After the exchanges vector k has the bytes of bitmaps 8 * c + k, where c has w bits, in another
 * order than pieces have them: [low][high] with 1 and 3 bits for [high][low]; [high][c] for
 * [c][high]. */
#define PIECE_BYTES(w) ((size_t)16 >> (w))
static const unsigned char to_pieces[3][16] = {
    {0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15},
    {0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15},
    {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
};
static const unsigned char from_pieces[3][16] = {
    {0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15},
    {0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15},
    {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
};
BMILL_ALWAYS_INLINE v_t permute(const unsigned char table[16], v_t v)
{
    return (v_t)vqtbl1q_u8((v_bytes)v, vld1q_u8(table));
}

/* The pieces of a vector, 8 rows apart. */
BMILL_ALWAYS_INLINE void store_pieces(unsigned char *p, size_t stride, v_t v, unsigned w)
{
    if (w == 0) {
        v_store(p, v);
    } else if (w == 1) {
        vst1_u8(p, vget_low_u8((v_bytes)v));
        vst1_u8(p + 8 * stride, vget_high_u8((v_bytes)v));
    } else {
        uint32x4_t x = (uint32x4_t)v;
        bmill_store_le_u32(p, x[0]);
        bmill_store_le_u32(p + 8 * stride, x[1]);
        bmill_store_le_u32(p + 16 * stride, x[2]);
        bmill_store_le_u32(p + 24 * stride, x[3]);
    }
}
BMILL_ALWAYS_INLINE v_t load_pieces(const unsigned char *p, size_t stride, unsigned w)
{
    if (w == 0)
        return v_load(p);
    if (w == 1)
        return (v_t)vcombine_u8(vld1_u8(p), vld1_u8(p + 8 * stride));
    return (v_t)(uint32x4_t){bmill_load_le_u32(p), bmill_load_le_u32(p + 8 * stride),
                             bmill_load_le_u32(p + 16 * stride),
                             bmill_load_le_u32(p + 24 * stride)};
}

BMILL_ALWAYS_INLINE void split_block(unsigned char *out, size_t out_stride, const unsigned char *a,
                                     unsigned w)
{
    v_t r[8];
#define LOAD(k)  r[k] = v_load(a + 16 * k);
#define STORE(k) store_pieces(out + k * out_stride, out_stride, permute(to_pieces[w], r[k]), w);
    BMILL_FOR_8(LOAD)
    numbers_apart(r, w);
    exchange_bits_8(r);
    BMILL_FOR_8(STORE)
#undef LOAD
#undef STORE
}

BMILL_ALWAYS_INLINE void join_block(unsigned char *out, const unsigned char *a, size_t a_stride,
                                    unsigned w)
{
    v_t r[8];
#define LOAD(k)  r[k] = permute(from_pieces[w], load_pieces(a + k * a_stride, a_stride, w));
#define STORE(k) v_store(out + 16 * k, r[k]);
    BMILL_FOR_8(LOAD)
    exchange_bits_8(r);
    numbers_together(r, w);
    BMILL_FOR_8(STORE)
#undef LOAD
#undef STORE
}

#endif
