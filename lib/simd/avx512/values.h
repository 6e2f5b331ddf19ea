/* values.h: comparisons of vectors of numbers: see kernels/values.h. A comparison makes a mask,
 * which is the result. */
#ifndef BMILL_SIMD_AVX512_VALUES_H
#define BMILL_SIMD_AVX512_VALUES_H

#include "simd/simd.h"

#define BMILL_HAVE_COMPARE

typedef __mmask64 m_t;

#define COMPARE_INTEGERS(R, T, lanes)                       \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(v_t a, v_t b) \
    {                                                       \
        return _mm512_cmp##R##_##lanes##_mask(a, b);        \
    }
COMPARE_INTEGERS(eq, u8, epu8)
COMPARE_INTEGERS(eq, u16, epu16)
COMPARE_INTEGERS(eq, u32, epu32)
COMPARE_INTEGERS(eq, u64, epu64)
COMPARE_INTEGERS(lt, u8, epu8)
COMPARE_INTEGERS(lt, u16, epu16)
COMPARE_INTEGERS(lt, u32, epu32)
COMPARE_INTEGERS(lt, u64, epu64)
COMPARE_INTEGERS(lt, i8, epi8)
COMPARE_INTEGERS(lt, i16, epi16)
COMPARE_INTEGERS(lt, i32, epi32)
COMPARE_INTEGERS(lt, i64, epi64)

/* As in C, EQ raises no exception for a quiet NaN, and LT and LE do. */
#define COMPARE_FLOATS(R, how)                                                          \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f32(v_t a, v_t b)                             \
    {                                                                                   \
        return _mm512_cmp_ps_mask(_mm512_castsi512_ps(a), _mm512_castsi512_ps(b), how); \
    }                                                                                   \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f64(v_t a, v_t b)                             \
    {                                                                                   \
        return _mm512_cmp_pd_mask(_mm512_castsi512_pd(a), _mm512_castsi512_pd(b), how); \
    }
COMPARE_FLOATS(eq, _CMP_EQ_OQ)
COMPARE_FLOATS(lt, _CMP_LT_OS)
COMPARE_FLOATS(le, _CMP_LE_OS)

BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size) { return (void)size, m; }

#endif
