/* values.h: comparisons of vectors of numbers: see kernels/values.h. A comparison makes all bits of
 * a number 1 or 0. On big-endian hosts a number is not in one piece in a vector: see v_load. */
#ifndef BMILL_SIMD_VEC128_VALUES_H
#define BMILL_SIMD_VEC128_VALUES_H

#include "simd/simd.h"
#include "tables/compare.h"

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define BMILL_HAVE_COMPARE

typedef v_t m_t;

typedef uint8_t v_u8 __attribute__((vector_size(16)));
typedef uint16_t v_u16 __attribute__((vector_size(16)));
typedef uint32_t v_u32 __attribute__((vector_size(16)));
typedef uint64_t v_u64 __attribute__((vector_size(16)));
typedef int8_t v_i8 __attribute__((vector_size(16)));
typedef int16_t v_i16 __attribute__((vector_size(16)));
typedef int32_t v_i32 __attribute__((vector_size(16)));
typedef int64_t v_i64 __attribute__((vector_size(16)));
typedef float v_f32 __attribute__((vector_size(16)));
typedef double v_f64 __attribute__((vector_size(16)));

#define RELATION_eq ==
#define RELATION_lt <
#define RELATION_le <=
#define COMPARE(R, T, type)                                 \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(v_t a, v_t b) \
    {                                                       \
        return (m_t)((v_##T)a RELATION_##R(v_##T) b);       \
    }
BMILL_COMPARE_KERNELS(COMPARE)
#undef COMPARE
#undef RELATION_eq
#undef RELATION_lt
#undef RELATION_le

#if defined(__SSE2__)

BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size)
{
    return (unsigned)(size == 1 ? _mm_movemask_epi8((__m128i)m)
                      : size == 2
                          ? _mm_movemask_epi8(_mm_packs_epi16((__m128i)m, (__m128i)v_zero()))
                      : size == 4 ? _mm_movemask_ps((__m128)m)
                                  : _mm_movemask_pd((__m128d)m));
}
#define BMILL_HAVE_M_BITS_16BIT
BMILL_ALWAYS_INLINE w_t m_bits_16bit(m_t m0, m_t m1)
{
    return (unsigned)_mm_movemask_epi8(_mm_packs_epi16((__m128i)m0, (__m128i)m1));
}

#elif defined(BMILL_VEC128_NEON)

/* Each number keeps the bit of its own place; the sum of them is the mask. */
BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size)
{
    const uint8x16_t bits1 = (uint8x16_t)V_BOTH(0x8040201008040201);
    const uint16x8_t bits2 = {1, 2, 4, 8, 16, 32, 64, 128};
    const uint32x4_t bits4 = {1, 2, 4, 8};
    uint8x16_t own = vandq_u8((uint8x16_t)m, bits1);
    switch (size) {
    case 1:
        return vaddv_u8(vget_low_u8(own)) | (w_t)vaddv_u8(vget_high_u8(own)) << 8;
    case 2:
        return vaddvq_u16(vandq_u16((uint16x8_t)m, bits2));
    case 4:
        return vaddvq_u32(vandq_u32((uint32x4_t)m, bits4));
    default:
        return (m[0] & 1) | (m[1] & 2);
    }
}

#elif defined(__wasm_simd128__)

BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size)
{
    return size == 1   ? wasm_i8x16_bitmask((v128_t)m)
           : size == 2 ? wasm_i16x8_bitmask((v128_t)m)
           : size == 4 ? wasm_i32x4_bitmask((v128_t)m)
                       : wasm_i64x2_bitmask((v128_t)m);
}

#else

/* Each number keeps the bit of its own place; a product brings those of a lane together at the top.
 */
BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size)
{
    switch (size) {
    case 1:
        m &= V_BOTH(0x8040201008040201);
        return (m[0] * 0x0101010101010101) >> 56 | (m[1] * 0x0101010101010101) >> 56 << 8;
    case 2:
        m &= (v_t){0x0008000400020001, 0x0080004000200010};
        return ((m[0] | m[1]) * 0x0001000100010001) >> 48;
    case 4:
        m &= (v_t){0x0000000200000001, 0x0000000800000004};
        return ((m[0] | m[1]) * 0x0000000100000001) >> 32;
    default:
        return (m[0] & 1) | (m[1] & 2);
    }
}

#endif

#endif

#endif
