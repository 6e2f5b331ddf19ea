/* values.h: comparisons of vectors of numbers: see kernels/values.h. A comparison makes a mask,
 * which is the result. */
#ifndef BMILL_SIMD_AVX512_VALUES_H
#define BMILL_SIMD_AVX512_VALUES_H

#include "simd/simd.h"

#define BMILL_HAVE_COMPARE

typedef __mmask64 m_t;

#define COMPARE_INTEGERS(R, not_R, T, lanes)                    \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(v_t a, v_t b)     \
    {                                                           \
        return _mm512_cmp##R##_##lanes##_mask(a, b);            \
    }                                                           \
    BMILL_ALWAYS_INLINE m_t compare_not_##R##_##T(v_t a, v_t b) \
    {                                                           \
        return _mm512_cmp##not_R##_##lanes##_mask(a, b);        \
    }
COMPARE_INTEGERS(eq, neq, u8, epu8)
COMPARE_INTEGERS(eq, neq, u16, epu16)
COMPARE_INTEGERS(eq, neq, u32, epu32)
COMPARE_INTEGERS(eq, neq, u64, epu64)
COMPARE_INTEGERS(lt, ge, u8, epu8)
COMPARE_INTEGERS(lt, ge, u16, epu16)
COMPARE_INTEGERS(lt, ge, u32, epu32)
COMPARE_INTEGERS(lt, ge, u64, epu64)
COMPARE_INTEGERS(lt, ge, i8, epi8)
COMPARE_INTEGERS(lt, ge, i16, epi16)
COMPARE_INTEGERS(lt, ge, i32, epi32)
COMPARE_INTEGERS(lt, ge, i64, epi64)

/* As in C, EQ raises no exception for a quiet NaN, and LT and LE do. */
#define COMPARE_FLOATS_AS(R, how)                                                       \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f32(v_t a, v_t b)                             \
    {                                                                                   \
        return _mm512_cmp_ps_mask(_mm512_castsi512_ps(a), _mm512_castsi512_ps(b), how); \
    }                                                                                   \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f64(v_t a, v_t b)                             \
    {                                                                                   \
        return _mm512_cmp_pd_mask(_mm512_castsi512_pd(a), _mm512_castsi512_pd(b), how); \
    }
#define COMPARE_FLOATS(R, how, not_how) \
    COMPARE_FLOATS_AS(R, how) COMPARE_FLOATS_AS(not_##R, not_how)
COMPARE_FLOATS(eq, _CMP_EQ_OQ, _CMP_NEQ_UQ)
COMPARE_FLOATS(lt, _CMP_LT_OS, _CMP_NLT_US)
COMPARE_FLOATS(le, _CMP_LE_OS, _CMP_NLE_US)

BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size) { return (void)size, m; }

/* From a mask register to memory: where each mask goes through a general register first,
 * eq_value_u32 of 32 KiB takes 1.4 times as long (Zen 4). */
#define BMILL_HAVE_M_STORE
BMILL_ALWAYS_INLINE void m_store(unsigned char *p, m_t m, size_t size) { memcpy(p, &m, 8 / size); }

#endif
