/* values.h: comparisons of vectors of numbers: see kernels/values.h. A comparison makes all bits of
 * a number 1 or 0, and movemask collects the top bits. */
#ifndef BMILL_SIMD_AVX2_VALUES_H
#define BMILL_SIMD_AVX2_VALUES_H

#include "simd/simd.h"

#define BMILL_HAVE_COMPARE

typedef __m256i m_t;

/* AVX2 compares signed numbers only; flipping the top bits of both sides maps unsigned order to it.
 * The top bits are hidden: clang sees the comparison, and makes of it a minimum, a test for
 * equality and a NOT for each movemask. */
BMILL_ALWAYS_INLINE v_t v_opaque(v_t v)
{
    __asm__("" : "+x"(v));
    return v;
}
#define TOP_BITS_u8  _mm256_set1_epi8(INT8_MIN)
#define TOP_BITS_u16 _mm256_set1_epi16(INT16_MIN)
#define TOP_BITS_u32 _mm256_set1_epi32(INT32_MIN)
#define TOP_BITS_u64 _mm256_set1_epi64x(INT64_MIN)

#define COMPARE_SIZE(u, i, lanes)                                                               \
    BMILL_ALWAYS_INLINE m_t compare_eq_##u(v_t a, v_t b) { return _mm256_cmpeq_##lanes(a, b); } \
    BMILL_ALWAYS_INLINE m_t compare_lt_##i(v_t a, v_t b) { return _mm256_cmpgt_##lanes(b, a); } \
    BMILL_ALWAYS_INLINE m_t compare_lt_##u(v_t a, v_t b)                                        \
    {                                                                                           \
        const v_t top = v_opaque(TOP_BITS_##u);                                                 \
        return compare_lt_##i(v_xor(a, top), v_xor(b, top));                                    \
    }
COMPARE_SIZE(u8, i8, epi8)
COMPARE_SIZE(u16, i16, epi16)
COMPARE_SIZE(u32, i32, epi32)
COMPARE_SIZE(u64, i64, epi64)

/* As in C, EQ raises no exception for a quiet NaN, and LT and LE do. */
#define COMPARE_FLOATS(R, how)                                                   \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f32(v_t a, v_t b)                      \
    {                                                                            \
        return _mm256_castps_si256(                                              \
            _mm256_cmp_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b), how)); \
    }                                                                            \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f64(v_t a, v_t b)                      \
    {                                                                            \
        return _mm256_castpd_si256(                                              \
            _mm256_cmp_pd(_mm256_castsi256_pd(a), _mm256_castsi256_pd(b), how)); \
    }
COMPARE_FLOATS(eq, _CMP_EQ_OQ)
COMPARE_FLOATS(lt, _CMP_LT_OS)
COMPARE_FLOATS(le, _CMP_LE_OS)

/* There is no movemask for 2-byte numbers, so they are packed to bytes first. packs takes the
 * halves of its two vectors in turn; the permutation puts them in order. */
#define BMILL_HAVE_M_BITS_16BIT
BMILL_ALWAYS_INLINE w_t m_bits_16bit(m_t m0, m_t m1)
{
    m_t bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(m0, m1), 0xd8);
    return (unsigned)_mm256_movemask_epi8(bytes);
}

BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size)
{
    switch (size) {
    case 1:
        return (unsigned)_mm256_movemask_epi8(m);
    case 2:
        return m_bits_16bit(m, v_zero());
    case 4:
        return (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(m));
    default:
        return (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(m));
    }
}

#endif
