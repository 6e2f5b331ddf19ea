/* matrix.h: transposes for AVX2: see kernels/matrix.h, and simd/avx512/matrix.h for the idea.
 *
 * The numbers whose bits are to come together, eight in a row, are first brought into different
 * vectors. Then bits are exchanged between vectors: two vectors for the price of one.
 */
#ifndef BMILL_SIMD_AVX2_MATRIX_H
#define BMILL_SIMD_AVX2_MATRIX_H

#include "simd/exchange.h"
#include "simd/simd.h"

#define BMILL_HAVE_TRANSPOSE_BLOCK
#define BMILL_HAVE_SPLIT_BLOCK

BMILL_ALWAYS_INLINE void exchange(v_t *a_, v_t *b_, unsigned k)
{
    v_t a = *a_, b = *b_, low = _mm256_set1_epi16(0x00ff);
    switch (k) {
    case 0:
        *a_ = v_or(v_and(a, low), _mm256_slli_epi16(b, 8));
        *b_ = v_or(_mm256_srli_epi16(a, 8), v_andnot(b, low));
        break;
    case 1:
        *a_ = _mm256_blend_epi16(a, _mm256_slli_epi32(b, 16), 0xaa);
        *b_ = _mm256_blend_epi16(_mm256_srli_epi32(a, 16), b, 0xaa);
        break;
    case 2:
        *a_ = _mm256_blend_epi32(a, _mm256_slli_epi64(b, 32), 0xaa);
        *b_ = _mm256_blend_epi32(_mm256_srli_epi64(a, 32), b, 0xaa);
        break;
    case 3:
        *a_ = _mm256_unpacklo_epi64(a, b);
        *b_ = _mm256_unpackhi_epi64(a, b);
        break;
    default:
        *a_ = _mm256_permute2x128_si256(a, b, 0x20);
        *b_ = _mm256_permute2x128_si256(a, b, 0x31);
    }
}

/* The same for bit k of the number of a bit in its byte; `low` has the bits whose number lacks it.
 */
BMILL_ALWAYS_INLINE void exchange_bits(v_t *a, v_t *b, int k, int low)
{
    v_t t = v_and(v_xor(_mm256_srli_epi16(*a, 1 << k), *b), _mm256_set1_epi8((char)low));
    *b = v_xor(*b, t);
    *a = v_xor(*a, _mm256_slli_epi16(t, 1 << k));
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

/* After the exchanges vector k has the bytes of bitmaps 8 * c + k at [low][high][c], where c has w
 * bits and high has 3. In pieces they are at [c][high][low]. In the tables byte i comes from byte
 * f(w, i). */
#define TO_PIECES(w, i) \
    (((i) & ((4 >> (w)) - 1)) << (3 + (w)) | ((i) >> (2 - (w)) & 7) << (w) | (i) >> (5 - (w)))
#define FROM_PIECES(w, i) \
    (((i) & ((1 << (w)) - 1)) << (5 - (w)) | ((i) >> (w)&7) << (2 - (w)) | (i) >> (3 + (w)))

/* A shuffle of the bytes that come from the same half of the vector, and one of those that come
 * from the other half. Where bit 7 of an index is 1 the shuffle gives 0. */
#define SAME(f, w, i)  (unsigned char)(((f(w, i) ^ (i)) & 16) ? 0x80 : f(w, i) & 15)
#define OTHER(f, w, i) (unsigned char)(((f(w, i) ^ (i)) & 16) ? f(w, i) & 15 : 0x80)
/* clang-format off */
#define FOR_8_FROM(s, f, w, i)                                               \
    s(f, w, i), s(f, w, i + 1), s(f, w, i + 2), s(f, w, i + 3),              \
    s(f, w, i + 4), s(f, w, i + 5), s(f, w, i + 6), s(f, w, i + 7)
#define FOR_32(s, f, w)                                                      \
    {                                                                        \
        FOR_8_FROM(s, f, w, 0), FOR_8_FROM(s, f, w, 8),                      \
        FOR_8_FROM(s, f, w, 16), FOR_8_FROM(s, f, w, 24)                     \
    }
/* clang-format on */
#define SHUFFLES(f, w)                          \
    {                                           \
        FOR_32(SAME, f, w), FOR_32(OTHER, f, w) \
    }
_Alignas(32) static const unsigned char to_pieces[3][2][32] = {
    SHUFFLES(TO_PIECES, 0), SHUFFLES(TO_PIECES, 1), SHUFFLES(TO_PIECES, 2)};
_Alignas(32) static const unsigned char from_pieces[3][2][32] = {
    SHUFFLES(FROM_PIECES, 0), SHUFFLES(FROM_PIECES, 1), SHUFFLES(FROM_PIECES, 2)};

BMILL_ALWAYS_INLINE v_t permute(const unsigned char shuffles[2][32], v_t v)
{
    v_t swapped = _mm256_permute4x64_epi64(v, 0x4e);
    return v_or(_mm256_shuffle_epi8(v, v_load(shuffles[0])),
                _mm256_shuffle_epi8(swapped, v_load(shuffles[1])));
}

/* From 8 vectors of numbers of 1 << w bytes to pieces of bitmaps: vector k has those of 8 * c + k.
 */
BMILL_ALWAYS_INLINE void split_8(v_t r[8], unsigned w)
{
    exchange_8(r, w, exchange);
    exchange_bits_8(r);
#define STEP(k) r[k] = permute(to_pieces[w], r[k]);
    BMILL_FOR_8(STEP)
#undef STEP
}

/* The inverse. */
BMILL_ALWAYS_INLINE void join_8(v_t r[8], unsigned w)
{
#define STEP(k) r[k] = permute(from_pieces[w], r[k]);
    BMILL_FOR_8(STEP)
#undef STEP
    exchange_bits_8(r);
    exchange_8(r, w, exchange);
}

#define PIECE_BYTES(w) ((size_t)32 >> (w))

/* Stores the pieces of a vector, 8 rows apart. */
BMILL_ALWAYS_INLINE void store_pieces(unsigned char *p, size_t stride, v_t v, unsigned w)
{
    __m128i low = _mm256_castsi256_si128(v), high = _mm256_extracti128_si256(v, 1);
    if (w == 0) {
        v_store(p, v);
    } else if (w == 1) {
        x_store(p, low);
        x_store(p + 8 * stride, high);
    } else {
        w_store(p, (w_t)_mm_cvtsi128_si64(low));
        w_store(p + 8 * stride, (w_t)_mm_extract_epi64(low, 1));
        w_store(p + 16 * stride, (w_t)_mm_cvtsi128_si64(high));
        w_store(p + 24 * stride, (w_t)_mm_extract_epi64(high, 1));
    }
}

BMILL_ALWAYS_INLINE __m128i load_two(const unsigned char *p, const unsigned char *q)
{
    return _mm_set_epi64x((long long)w_load(q), (long long)w_load(p));
}
BMILL_ALWAYS_INLINE v_t of_two(__m128i low, __m128i high)
{
    return _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
}

BMILL_ALWAYS_INLINE v_t load_pieces(const unsigned char *p, size_t stride, unsigned w)
{
    if (w == 0)
        return v_load(p);
    if (w == 1)
        return of_two(x_load(p), x_load(p + 8 * stride));
    return of_two(load_two(p, p + 8 * stride), load_two(p + 16 * stride, p + 24 * stride));
}

BMILL_ALWAYS_INLINE void split_block(unsigned char *out, size_t out_stride, const unsigned char *a,
                                     unsigned w)
{
    v_t r[8];
#define LOAD(k)  r[k] = v_load(a + 32 * k);
#define STORE(k) store_pieces(out + k * out_stride, out_stride, r[k], w);
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
#define LOAD(k)  r[k] = load_pieces(a + k * a_stride, a_stride, w);
#define STORE(k) v_store(out + 32 * k, r[k]);
    BMILL_FOR_8(LOAD)
    join_8(r, w);
    BMILL_FOR_8(STORE)
#undef LOAD
#undef STORE
}

/* Loads eight rows of 8 bytes: their first halves into a vector, and their second halves. */
BMILL_ALWAYS_INLINE void load_halves(v_t *low, v_t *high, const unsigned char *p, size_t stride)
{
    v_t x, y;
    if (stride == 8) {
        x = of_two(x_load(p), x_load(p + 32));
        y = of_two(x_load(p + 16), x_load(p + 48));
    } else {
        x = of_two(load_two(p, p + stride), load_two(p + 4 * stride, p + 5 * stride));
        y = of_two(load_two(p + 2 * stride, p + 3 * stride),
                   load_two(p + 6 * stride, p + 7 * stride));
    }
    *low = _mm256_castps_si256(
        _mm256_shuffle_ps(_mm256_castsi256_ps(x), _mm256_castsi256_ps(y), 0x88));
    *high = _mm256_castps_si256(
        _mm256_shuffle_ps(_mm256_castsi256_ps(x), _mm256_castsi256_ps(y), 0xdd));
}

/* As two times 64 numbers of 4 bytes. */
BMILL_ALWAYS_INLINE void transpose_block(unsigned char *out, const unsigned char *a,
                                         size_t a_stride)
{
    v_t low[8], high[8];
#define LOAD(k)       load_halves(&low[k], &high[k], a + 8 * k * a_stride, a_stride);
#define STORE_LOW(k)  store_pieces(out + 8 * k, 8, low[k], 2);
#define STORE_HIGH(k) store_pieces(out + 256 + 8 * k, 8, high[k], 2);
    BMILL_FOR_8(LOAD)
    split_8(low, 2);
    BMILL_FOR_8(STORE_LOW)
    split_8(high, 2);
    BMILL_FOR_8(STORE_HIGH)
#undef LOAD
#undef STORE_LOW
#undef STORE_HIGH
}

/* 4 by 4 words. */
BMILL_ALWAYS_INLINE void transpose_4(unsigned char *dst, size_t dst_stride, const unsigned char *a,
                                     size_t a_stride, v_storer *store)
{
    v_t r0 = v_load(a), r1 = v_load(a + a_stride);
    v_t r2 = v_load(a + 2 * a_stride), r3 = v_load(a + 3 * a_stride);
    exchange(&r0, &r2, 4), exchange(&r1, &r3, 4);
    exchange(&r0, &r1, 3), exchange(&r2, &r3, 3);
    store(dst, r0);
    store(dst + dst_stride, r1);
    store(dst + 2 * dst_stride, r2);
    store(dst + 3 * dst_stride, r3);
}

/* In an order that completes each line of dst before the next four begin. */
BMILL_ALWAYS_INLINE void transpose_words(unsigned char *dst, size_t dst_stride,
                                         const unsigned char *a, size_t a_stride, v_storer *store)
{
    transpose_4(dst, dst_stride, a, a_stride, store);
    transpose_4(dst + 32, dst_stride, a + 4 * a_stride, a_stride, store);
    dst += 4 * dst_stride;
    transpose_4(dst, dst_stride, a + 32, a_stride, store);
    transpose_4(dst + 32, dst_stride, a + 4 * a_stride + 32, a_stride, store);
}

#endif
