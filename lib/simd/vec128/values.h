/* values.h: comparisons of vectors of numbers: see kernels/values.h. A comparison makes all bits of
 * a number 1 or 0. On big-endian hosts a number is not in one piece in a vector: see v_load. */
#ifndef BMILL_SIMD_VEC128_VALUES_H
#define BMILL_SIMD_VEC128_VALUES_H

#include "simd/simd.h"

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

#define COMPARE(T, R, relation)                             \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(v_t a, v_t b) \
    {                                                       \
        return (m_t)((v_##T)a relation(v_##T) b);           \
    }
COMPARE(u8, eq, ==)
COMPARE(u8, lt, <)
COMPARE(u16, eq, ==)
COMPARE(u16, lt, <)
COMPARE(u32, eq, ==)
COMPARE(u32, lt, <)
COMPARE(i8, lt, <)
COMPARE(i16, lt, <)
COMPARE(i32, lt, <)
COMPARE(f64, eq, ==)
COMPARE(f64, lt, <)
COMPARE(f64, le, <=)

#if defined(__ARM_NEON) && !defined(__aarch64__)
/* NEON of 32-bit ARM takes subnormal floats for 0, and clang uses it even for floats that are
 * compared one by one. As integers: negative floats by their magnitude, negated, so that both zeros
 * are equal; above the magnitude of infinity are the NaNs. */
BMILL_ALWAYS_INLINE v_i32 f32_order(v_t v)
{
    v_i32 sign = (v_i32)v >> 31;
    return (((v_i32)v & INT32_MAX) ^ sign) - sign;
}
BMILL_ALWAYS_INLINE v_i32 f32_is_number(v_t v) { return ((v_i32)v & INT32_MAX) <= 0x7f800000; }
#define COMPARE_F32(R, relation)                                                                  \
    BMILL_ALWAYS_INLINE m_t compare_##R##_f32(v_t a, v_t b)                                       \
    {                                                                                             \
        return (m_t)((f32_order(a) relation f32_order(b)) & f32_is_number(a) & f32_is_number(b)); \
    }
COMPARE_F32(eq, ==)
COMPARE_F32(lt, <)
COMPARE_F32(le, <=)
#undef COMPARE_F32
#else
COMPARE(f32, eq, ==)
COMPARE(f32, lt, <)
COMPARE(f32, le, <=)
#endif

#if defined(__SSE2__) && !defined(__SSE4_2__)
/* SSE2 compares no 64-bit numbers, and gcc would do it one by one. Here only the top bits are
 * right, which is all that m_bits looks at (Hacker's Delight, 2nd ed., section 2-12). */
BMILL_ALWAYS_INLINE m_t compare_lt_i64(v_t a, v_t b) { return (a & ~b) | (~(a ^ b) & (a - b)); }
BMILL_ALWAYS_INLINE m_t compare_lt_u64(v_t a, v_t b) { return (~a & b) | (~(a ^ b) & (a - b)); }
BMILL_ALWAYS_INLINE m_t compare_eq_u64(v_t a, v_t b)
{
    v_t halves = (v_t)((v_u32)a == (v_u32)b);
    return halves & halves << 32;
}
#else
COMPARE(u64, lt, <)
COMPARE(i64, lt, <)
COMPARE(u64, eq, ==)
#endif
#undef COMPARE

#if defined(__SSE2__)

BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size)
{
    return (unsigned)(size == 1 ? _mm_movemask_epi8((__m128i)m)
                      : size == 2
                          ? _mm_movemask_epi8(_mm_packs_epi16((__m128i)m, (__m128i)v_zero()))
                      : size == 4 ? _mm_movemask_ps((__m128)m)
                                  : _mm_movemask_pd((__m128d)m));
}
/* All of them keep the top bit of each number. */
#define BMILL_HAVE_M_BITS_64
BMILL_ALWAYS_INLINE m_t m_narrow(m_t m0, m_t m1, size_t size)
{
    return size == 8   ? (m_t)_mm_shuffle_ps((__m128)m0, (__m128)m1, 0xdd)
           : size == 4 ? (m_t)_mm_packs_epi32((__m128i)m0, (__m128i)m1)
                       : (m_t)_mm_packs_epi16((__m128i)m0, (__m128i)m1);
}
BMILL_ALWAYS_INLINE w_t m_bits_64(m_t m0, m_t m1, m_t m2, m_t m3)
{
    return m_bits(m0, 1) | m_bits(m1, 1) << 16 | m_bits(m2, 1) << 32 | m_bits(m3, 1) << 48;
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
