/* values.h: comparisons of vectors of numbers: see kernels/values.h. A comparison makes all bits of
 * a number 1 or 0. */
#ifndef BMILL_SIMD_NEON_VALUES_H
#define BMILL_SIMD_NEON_VALUES_H

#include "simd/simd.h"

#define BMILL_HAVE_COMPARE

typedef v_t m_t;

#define COMPARE(T, R, vector, relation)                     \
    BMILL_ALWAYS_INLINE m_t compare_##R##_##T(v_t a, v_t b) \
    {                                                       \
        return (m_t)((vector)a relation(vector) b);         \
    }
COMPARE(u8, eq, uint8x16_t, ==)
COMPARE(u8, lt, uint8x16_t, <)
COMPARE(u16, eq, uint16x8_t, ==)
COMPARE(u16, lt, uint16x8_t, <)
COMPARE(u32, eq, uint32x4_t, ==)
COMPARE(u32, lt, uint32x4_t, <)
COMPARE(u64, eq, uint64x2_t, ==)
COMPARE(u64, lt, uint64x2_t, <)
COMPARE(i8, lt, int8x16_t, <)
COMPARE(i16, lt, int16x8_t, <)
COMPARE(i32, lt, int32x4_t, <)
COMPARE(i64, lt, int64x2_t, <)
COMPARE(f32, eq, float32x4_t, ==)
COMPARE(f32, lt, float32x4_t, <)
COMPARE(f32, le, float32x4_t, <=)
COMPARE(f64, eq, float64x2_t, ==)
COMPARE(f64, lt, float64x2_t, <)
COMPARE(f64, le, float64x2_t, <=)
#undef COMPARE

/* NEON has no movemask. Each number keeps the bit of its own place; sums of neighbours bring the
 * bits together. */
BMILL_ALWAYS_INLINE w_t m_bits(m_t m, size_t size)
{
    const v_bytes own = (v_bytes)V_BOTH(0x8040201008040201);
    const uint16x8_t own_of_8 = {1, 2, 4, 8, 16, 32, 64, 128};
    const uint32x4_t own_of_4 = {1, 2, 4, 8};
    v_bytes bits;
    switch (size) {
    case 1:
        bits = (v_bytes)m & own;
        return vaddvq_u16((uint16x8_t)vzip1q_u8(bits, vextq_u8(bits, bits, 8)));
    case 2:
        return vaddvq_u16((uint16x8_t)m & own_of_8);
    case 4:
        return vaddvq_u32((uint32x4_t)m & own_of_4);
    default:
        return (m[0] & 1) | (m[1] & 2);
    }
}

/* The results for numbers of `size` bytes in two vectors, as those of numbers of half the size. */
#define BMILL_HAVE_M_BITS_64
BMILL_ALWAYS_INLINE m_t m_narrow(m_t m0, m_t m1, size_t size)
{
    return size == 2   ? (m_t)vuzp1q_u8((v_bytes)m0, (v_bytes)m1)
           : size == 4 ? (m_t)vuzp1q_u16((uint16x8_t)m0, (uint16x8_t)m1)
                       : (m_t)vuzp1q_u32((uint32x4_t)m0, (uint32x4_t)m1);
}
BMILL_ALWAYS_INLINE w_t m_bits_64(m_t m0, m_t m1, m_t m2, m_t m3)
{
    const m_t own = V_BOTH(0x8040201008040201);
    v_bytes low = vpaddq_u8((v_bytes)(m0 & own), (v_bytes)(m1 & own));
    v_bytes high = vpaddq_u8((v_bytes)(m2 & own), (v_bytes)(m3 & own));
    low = vpaddq_u8(low, high);
    return ((v_t)vpaddq_u8(low, low))[0];
}

#endif
