/* matrix.h: transposes for AVX-512: see kernels/matrix.h.
 *
 * A bit in 8 vectors has an address of 12 bits: the number of the vector (3 bits), of the byte in
 * it (6), of the bit in that (3). A transpose is a permutation of these 12. There are three kinds
 * of steps:
 *
 *   permute()            permutes the 6 bits of the byte's number
 *   transpose_squares()  exchanges the lower 3 of them with the bit's number
 *   exchange_8()         exchanges 3 bits of the byte's number with the vector's number
 */
#ifndef BMILL_SIMD_AVX512_MATRIX_H
#define BMILL_SIMD_AVX512_MATRIX_H

#include "simd/exchange.h"
#include "simd/simd.h"

#define BMILL_HAVE_TRANSPOSE_BLOCK
#define BMILL_HAVE_SPLIT_BLOCK

/* In all tables byte i comes from byte f(w, i), where numbers have 1 << w bytes. */
/* clang-format off */
#define FOR_8_FROM(f, w, i)                                 \
    f(w, i), f(w, i + 1), f(w, i + 2), f(w, i + 3),         \
    f(w, i + 4), f(w, i + 5), f(w, i + 6), f(w, i + 7)
#define FOR_64(f, w)                                                                           \
    {                                                                                          \
        FOR_8_FROM(f, w, 0), FOR_8_FROM(f, w, 8), FOR_8_FROM(f, w, 16), FOR_8_FROM(f, w, 24),  \
        FOR_8_FROM(f, w, 32), FOR_8_FROM(f, w, 40), FOR_8_FROM(f, w, 48), FOR_8_FROM(f, w, 56) \
    }
/* clang-format on */
#define FOR_WIDTHS(f)                                          \
    {                                                          \
        FOR_64(f, 0), FOR_64(f, 1), FOR_64(f, 2), FOR_64(f, 3) \
    }

/* A square is the same byte of eight numbers in a row, the last one first. */
#define BYTE(w, i)         ((i) & ((1 << (w)) - 1)) /* which of a number */
#define TO_SQUARES(w, i)   (((i) >> 3 >> (w) << 3 | (((i)&7) ^ 7)) << (w) | BYTE(w, (i) >> 3))
#define FROM_SQUARES(w, i) (((i) >> (w) >> 3 << (w) | BYTE(w, i)) << 3 | ((i) >> (w)&7))

/* Transposed squares have byte b of bitmap p at [b][p]. In pieces it is at [p low][p high][b],
 * where p high has 3 bits, p low has w, and b has the others. */
#define PIECE_OF(w, i)  (((i) >> (3 - (w)) & 7) << (w) | (i) >> (6 - (w)))
#define TO_PIECES(w, i) (((i) & ((8 >> (w)) - 1)) << (3 + (w)) | PIECE_OF(w, i))
#define SQUARE_OF(w, i) (((i) ^ 7) & ((8 << (w)) - 1)) /* the last one first */
#define FROM_PIECES(w, i) \
    (BYTE(w, SQUARE_OF(w, i)) << (6 - (w)) | SQUARE_OF(w, i) >> (w) << (3 - (w)) | (i) >> 3 >> (w))

_Alignas(64) static const unsigned char to_squares[4][64] = FOR_WIDTHS(TO_SQUARES);
_Alignas(64) static const unsigned char from_squares[4][64] = FOR_WIDTHS(FROM_SQUARES);
_Alignas(64) static const unsigned char to_pieces[4][64] = FOR_WIDTHS(TO_PIECES);
_Alignas(64) static const unsigned char from_pieces[4][64] = FOR_WIDTHS(FROM_PIECES);

BMILL_ALWAYS_INLINE v_t permute(const unsigned char table[64], v_t v)
{
    return _mm512_permutexvar_epi8(v_load(table), v);
}

/* Transposes each 8 bytes as 8 by 8 bits. The instruction multiplies a matrix, here these 8 bytes,
 * by bytes, here those with a single 1 bit, and gives the bits of the product last row first:
 * therefore squares have the last byte first. */
BMILL_ALWAYS_INLINE v_t transpose_squares(v_t v)
{
    return _mm512_gf2p8affine_epi64_epi8(_mm512_set1_epi64((long long)0x8040201008040201), v, 0);
}

/* By shifts and by shuffles, so that they share the work: Intel has one 512-bit unit for each. */
BMILL_ALWAYS_INLINE void exchange(v_t *a_, v_t *b_, unsigned k)
{
    v_t a = *a_, b = *b_, low;
    switch (k) {
    case 0:
        low = _mm512_set1_epi16(0x00ff);
        *a_ = v_choose_into_b(low, a, _mm512_slli_epi16(b, 8));
        *b_ = v_choose_into_a(low, _mm512_srli_epi16(a, 8), b);
        break;
    case 1:
        low = _mm512_set1_epi32(0x0000ffff);
        *a_ = v_choose_into_b(low, a, _mm512_slli_epi32(b, 16));
        *b_ = v_choose_into_a(low, _mm512_srli_epi32(a, 16), b);
        break;
    case 2:
        *a_ = _mm512_permutex2var_epi32(
            a, _mm512_setr_epi32(0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30), b);
        *b_ = _mm512_permutex2var_epi32(
            a, _mm512_setr_epi32(1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31), b);
        break;
    case 3:
        *a_ = _mm512_unpacklo_epi64(a, b);
        *b_ = _mm512_unpackhi_epi64(a, b);
        break;
    case 4:
        *a_ = _mm512_permutex2var_epi64(a, _mm512_setr_epi64(0, 1, 8, 9, 4, 5, 12, 13), b);
        *b_ = _mm512_permutex2var_epi64(a, _mm512_setr_epi64(2, 3, 10, 11, 6, 7, 14, 15), b);
        break;
    default:
        *a_ = _mm512_shuffle_i64x2(a, b, 0x44);
        *b_ = _mm512_shuffle_i64x2(a, b, 0xee);
    }
}

/* From 8 vectors of numbers of 1 << w bytes to 8 << w pieces of bitmaps. */
BMILL_ALWAYS_INLINE void split_8(v_t r[8], unsigned w)
{
#define STEP(k) r[k] = permute(to_pieces[w], transpose_squares(permute(to_squares[w], r[k])));
    BMILL_FOR_8(STEP)
#undef STEP
    exchange_8(r, 3 - w, exchange);
}

/* The inverse. */
BMILL_ALWAYS_INLINE void join_8(v_t r[8], unsigned w)
{
    exchange_8(r, 3 - w, exchange);
#define STEP(k) r[k] = permute(from_squares[w], transpose_squares(permute(from_pieces[w], r[k])));
    BMILL_FOR_8(STEP)
#undef STEP
}

/* Loads one piece of each of 1 << w rows. */
BMILL_ALWAYS_INLINE v_t load_pieces(const unsigned char *p, size_t stride, unsigned w)
{
    __m256i low, high;
    if (w == 0)
        return v_load(p);
    if (w == 1) {
        low = _mm256_loadu_si256((const void *)p);
        high = _mm256_loadu_si256((const void *)(p + stride));
    } else {
        low = _mm256_inserti128_si256(_mm256_castsi128_si256(x_load(p)), x_load(p + stride), 1);
        high = _mm256_inserti128_si256(_mm256_castsi128_si256(x_load(p + 2 * stride)),
                                       x_load(p + 3 * stride), 1);
    }
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

/* Stores one piece to each of 1 << w rows. */
BMILL_ALWAYS_INLINE void store_pieces(unsigned char *p, size_t stride, v_t v, unsigned w)
{
    __m256i low = _mm512_castsi512_si256(v);
    __m256i high = _mm512_extracti64x4_epi64(v, 1);
    if (w == 0) {
        v_store(p, v);
    } else if (w == 1) {
        _mm256_storeu_si256((void *)p, low);
        _mm256_storeu_si256((void *)(p + stride), high);
    } else {
        x_store(p, _mm256_castsi256_si128(low));
        x_store(p + stride, _mm256_extracti128_si256(low, 1));
        x_store(p + 2 * stride, _mm256_castsi256_si128(high));
        x_store(p + 3 * stride, _mm256_extracti128_si256(high, 1));
    }
}

/* Loads 8 bytes of each of 8 rows. A masked broadcast puts each in its lane, which takes no
 * shuffle. The pointer is hidden: else clang keeps the addresses of 64 rows in memory, and adds to
 * each of them for the next block, even where rows are contiguous. */
/* clang-format off */
BMILL_ALWAYS_INLINE v_t load_words(const unsigned char *p, size_t stride)
{
    v_t v = v_zero();
    __asm__("" : "+r"(p));
#define ROW(k) v = _mm512_mask_set1_epi64(v, 1 << k, (long long)w_load(p + k * stride));
    BMILL_FOR_8(ROW)
#undef ROW
    return v;
}
/* clang-format on */

BMILL_ALWAYS_INLINE void transpose_block(unsigned char *out, const unsigned char *a,
                                         size_t a_stride)
{
    v_t r[8];
#define CONTIGUOUS(k) r[k] = v_load(a + 64 * k);
#define STRIDED(k)    r[k] = load_words(a + 8 * k * a_stride, a_stride);
#define STORE(k)      v_store(out + 64 * k, r[k]);
    if (a_stride == 8) {
        BMILL_FOR_8(CONTIGUOUS)
    } else {
        BMILL_FOR_8(STRIDED)
    }
    split_8(r, 3);
    BMILL_FOR_8(STORE)
#undef CONTIGUOUS
#undef STRIDED
#undef STORE
}

BMILL_ALWAYS_INLINE void transpose_words(unsigned char *dst, size_t dst_stride,
                                         const unsigned char *a, size_t a_stride, v_storer *store)
{
    v_t r[8];
#define LOAD(k)  r[k] = v_load(a + k * a_stride);
#define STORE(k) store(dst + k * dst_stride, r[k]);
    BMILL_FOR_8(LOAD)
    exchange_8(r, 3, exchange);
    BMILL_FOR_8(STORE)
#undef LOAD
#undef STORE
}

#define PIECE_BYTES(w) ((size_t)64 >> (w))

BMILL_ALWAYS_INLINE void split_block(unsigned char *out, size_t out_stride, const unsigned char *a,
                                     unsigned w)
{
    v_t r[8];
#define LOAD(k)  r[k] = v_load(a + 64 * k);
#define STORE(k) store_pieces(out + ((size_t)(k) << w) * out_stride, out_stride, r[k], w);
    BMILL_FOR_8(LOAD)
    split_8(r, w);
    BMILL_FOR_8(STORE)
#undef LOAD
#undef STORE
}

BMILL_ALWAYS_INLINE void join_block(unsigned char *out, const unsigned char *a, size_t a_stride,
                                    unsigned w)
{
    v_t r[8];
#define LOAD(k)  r[k] = load_pieces(a + ((size_t)(k) << w) * a_stride, a_stride, w);
#define STORE(k) v_store(out + 64 * k, r[k]);
    BMILL_FOR_8(LOAD)
    join_8(r, w);
    BMILL_FOR_8(STORE)
#undef LOAD
#undef STORE
}

#endif
