/** @file
 * bitmill/word/arith.h: arithmetic that does not overflow, signs, and bytes that are zero.
 */
#ifndef BITMILL_WORD_ARITH_H
#define BITMILL_WORD_ARITH_H

#include <bitmill/word/generic.h>

BMILL_BEGIN_INLINE_

/** @name Average
 *
 * The average of `a` and `b`, rounded down (floor) or up (ceil), without overflow.
 *
 * Result: as if the sum had one bit more than the width. Cost: two to five instructions.
 * Example: bmill_avg_floor_u8(255, 254) == 254, bmill_avg_ceil_u8(255, 254) == 255
 * Since 1.0.0. a + b counts the bits that both have twice, and the bits in which they differ once:
 * it is 2 (a & b) + (a ^ b), and also 2 (a | b) - (a ^ b). Source: H. S. Warren, Hacker's Delight,
 * 2nd ed., section 2-5.
 */
/** @{ */

/** The average of `a` and `b`, rounded down, without overflow. */
BMILL_FN uint64_t bmill_avg_floor_u64(uint64_t a, uint64_t b) { return (a & b) + ((a ^ b) >> 1); }
/** The average of `a` and `b`, rounded down, without overflow. */
BMILL_FN uint32_t bmill_avg_floor_u32(uint32_t a, uint32_t b) { return (a & b) + ((a ^ b) >> 1); }
/** The average of `a` and `b`, rounded down, without overflow. */
BMILL_FN uint16_t bmill_avg_floor_u16(uint16_t a, uint16_t b)
{
    return (uint16_t)((UINT32_C(0) + a + b) >> 1);
}
/** The average of `a` and `b`, rounded down, without overflow. */
BMILL_FN uint8_t bmill_avg_floor_u8(uint8_t a, uint8_t b) { return (uint8_t)((a + b) >> 1); }
/** The average of `a` and `b`, rounded up, without overflow. */
BMILL_FN uint64_t bmill_avg_ceil_u64(uint64_t a, uint64_t b) { return (a | b) - ((a ^ b) >> 1); }
/** The average of `a` and `b`, rounded up, without overflow. */
BMILL_FN uint32_t bmill_avg_ceil_u32(uint32_t a, uint32_t b) { return (a | b) - ((a ^ b) >> 1); }
/** The average of `a` and `b`, rounded up, without overflow. */
BMILL_FN uint16_t bmill_avg_ceil_u16(uint16_t a, uint16_t b)
{
    return (uint16_t)((UINT32_C(1) + a + b) >> 1);
}
/** The average of `a` and `b`, rounded up, without overflow. */
BMILL_FN uint8_t bmill_avg_ceil_u8(uint8_t a, uint8_t b) { return (uint8_t)((a + b + 1) >> 1); }

/** @} */

/** @name Absolute difference
 *
 * The distance between `a` and `b`: the larger minus the smaller.
 *
 * Result: 0 if they are equal. Cost: about six instructions, no branch.
 * Example: bmill_abs_diff_u8(3, 250) == 247
 * Since 1.0.0.
 */
/** @{ */

/** The distance between `a` and `b`. */
BMILL_FN uint64_t bmill_abs_diff_u64(uint64_t a, uint64_t b) { return a > b ? a - b : b - a; }
/** The distance between `a` and `b`. */
BMILL_FN uint32_t bmill_abs_diff_u32(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }
/** The distance between `a` and `b`. */
BMILL_FN uint16_t bmill_abs_diff_u16(uint16_t a, uint16_t b)
{
    return (uint16_t)(a > b ? a - b : b - a);
}
/** The distance between `a` and `b`. */
BMILL_FN uint8_t bmill_abs_diff_u8(uint8_t a, uint8_t b)
{
    return (uint8_t)(a > b ? a - b : b - a);
}

/** @} */

/** @name Saturating addition
 *
 * The sum of `a` and `b`, or the largest number of the width if the sum overflows (saturating).
 *
 * Result: 2^width - 1 where a + b overflows. Cost: three to five instructions, no branch.
 * Example: bmill_sat_add_u8(200, 100) == 255
 * Since 1.0.0. A sum that overflowed is less than either operand.
 */
/** @{ */

/** `a` + `b`, or the largest number of the width if that overflows. */
BMILL_FN uint64_t bmill_sat_add_u64(uint64_t a, uint64_t b)
{
    return a + b < a ? UINT64_MAX : a + b;
}
/** `a` + `b`, or the largest number of the width if that overflows. */
BMILL_FN uint32_t bmill_sat_add_u32(uint32_t a, uint32_t b)
{
    return a + b < a ? UINT32_MAX : a + b;
}
/** `a` + `b`, or the largest number of the width if that overflows. */
BMILL_FN uint16_t bmill_sat_add_u16(uint16_t a, uint16_t b)
{
    return (uint16_t)((uint16_t)(a + b) < a ? UINT16_MAX : a + b);
}
/** `a` + `b`, or the largest number of the width if that overflows. */
BMILL_FN uint8_t bmill_sat_add_u8(uint8_t a, uint8_t b)
{
    return (uint8_t)((uint8_t)(a + b) < a ? UINT8_MAX : a + b);
}

/** @} */

/** @name Saturating subtraction
 *
 * `a` minus `b`, or 0 if `b` is larger (saturating).
 *
 * Result: 0 where a - b would be negative. Cost: three to five instructions, no branch.
 * Example: bmill_sat_sub_u8(100, 200) == 0
 * Since 1.0.0. The maximum of both minus `b` is right in both cases. Also called "difference or
 * zero", doz and monus.
 */
/** @{ */

/** `a` - `b`, or 0 if that is negative. */
BMILL_FN uint64_t bmill_sat_sub_u64(uint64_t a, uint64_t b) { return (a > b ? a : b) - b; }
/** `a` - `b`, or 0 if that is negative. */
BMILL_FN uint32_t bmill_sat_sub_u32(uint32_t a, uint32_t b) { return (a > b ? a : b) - b; }
/** `a` - `b`, or 0 if that is negative. */
BMILL_FN uint16_t bmill_sat_sub_u16(uint16_t a, uint16_t b)
{
    return (uint16_t)((a > b ? a : b) - b);
}
/** `a` - `b`, or 0 if that is negative. */
BMILL_FN uint8_t bmill_sat_sub_u8(uint8_t a, uint8_t b) { return (uint8_t)((a > b ? a : b) - b); }

/** @} */

/** @name Sign
 *
 * The sign of `x`, read as a two's complement number.
 *
 * Result: -1 if the highest bit is 1, else 1, but 0 for 0. Cost: five or six instructions, no
 * branch.
 * Example: bmill_sign_u8(0xff) == -1, bmill_sign_u8(6) == 1
 * Since 1.0.0.
 */
/** @{ */

/** The sign of `x` as a two's complement number: -1, 0 or 1. */
BMILL_FN int bmill_sign_u64(uint64_t x) { return x >> 63 ? -1 : x != 0; }
/** The sign of `x` as a two's complement number: -1, 0 or 1. */
BMILL_FN int bmill_sign_u32(uint32_t x) { return x >> 31 ? -1 : x != 0; }
/** The sign of `x` as a two's complement number: -1, 0 or 1. */
BMILL_FN int bmill_sign_u16(uint16_t x) { return x >> 15 ? -1 : x != 0; }
/** The sign of `x` as a two's complement number: -1, 0 or 1. */
BMILL_FN int bmill_sign_u8(uint8_t x) { return x >> 7 ? -1 : x != 0; }

/** @} */

/** @name Zero bytes
 *
 * Which bytes of `x` are 0.
 *
 * Result: 0x80 in each byte that is 0 in `x`, and 0 in all other bytes; exact for all bytes.
 * bmill_ctz of the result, divided by 8, is the number of bytes below the first zero byte. To find
 * a byte other than 0, first xor `x` with copies of it. Cost: six to eight instructions.
 * Example: bmill_zero_bytes_u32(0x11002200) == 0x00800080
 * Since 1.0.0. Adding 0x7f to the low 7 bits of a byte carries into its high bit unless they are
 * 0, and never out of it, so no byte disturbs another. Source: Hacker's Delight, 2nd ed., section
 * 6-1.
 */
/** @{ */

/** 0x80 in each byte of `x` that is 0, and 0 in all others. */
BMILL_FN uint64_t bmill_zero_bytes_u64(uint64_t x)
{
    const uint64_t low7 = UINT64_C(0x7f7f7f7f7f7f7f7f);
    return ~(((x & low7) + low7) | x | low7);
}
/** 0x80 in each byte of `x` that is 0, and 0 in all others. */
BMILL_FN uint32_t bmill_zero_bytes_u32(uint32_t x)
{
    const uint32_t low7 = UINT32_C(0x7f7f7f7f);
    return ~(((x & low7) + low7) | x | low7);
}
/** 0x80 in each byte of `x` that is 0, and 0 in all others. */
BMILL_FN uint16_t bmill_zero_bytes_u16(uint16_t x) { return (uint16_t)bmill_zero_bytes_u32(x); }
/** 0x80 in each byte of `x` that is 0, and 0 in all others. */
BMILL_FN uint8_t bmill_zero_bytes_u8(uint8_t x) { return x ? 0 : 0x80; }

/** @} */

/** @name Search for a zero byte
 *
 * Whether some byte of `x` is 0.
 *
 * Result: true or false, exact. zero_bytes also says which one. Cost: four to seven instructions.
 * Example: bmill_has_zero_byte_u32(0x11002233) is true
 * Since 1.0.0. Subtracting 1 from each byte borrows into the high bit of a zero byte, which ~x
 * lets pass. Such a borrow may run on into the bytes above, so that only the lowest hit is certain:
 * enough for yes or no. Source: S. E. Anderson, Bit Twiddling Hacks, "Determine if a word has a
 * zero byte".
 */
/** @{ */

/** Whether some byte of `x` is 0. */
BMILL_FN bool bmill_has_zero_byte_u64(uint64_t x)
{
    return ((x - UINT64_C(0x0101010101010101)) & ~x & UINT64_C(0x8080808080808080)) != 0;
}
/** Whether some byte of `x` is 0. */
BMILL_FN bool bmill_has_zero_byte_u32(uint32_t x)
{
    return ((x - UINT32_C(0x01010101)) & ~x & UINT32_C(0x80808080)) != 0;
}
/** Whether some byte of `x` is 0. */
BMILL_FN bool bmill_has_zero_byte_u16(uint16_t x) { return ((x - 0x0101) & ~x & 0x8080) != 0; }
/** Whether some byte of `x` is 0. */
BMILL_FN bool bmill_has_zero_byte_u8(uint8_t x) { return x == 0; }

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** The average of `a` and `b`, rounded down, without overflow: see bmill_avg_floor_u64(). */
BMILL_FN_T T bmill_avg_floor(T a, bmill_same_<T> b) { return BMILL_OF_T_(bmill_avg_floor)(a, b); }
/** The average of `a` and `b`, rounded up, without overflow: see bmill_avg_ceil_u64(). */
BMILL_FN_T T bmill_avg_ceil(T a, bmill_same_<T> b) { return BMILL_OF_T_(bmill_avg_ceil)(a, b); }
/** The distance between `a` and `b`, for any unsigned type: see bmill_abs_diff_u64(). */
BMILL_FN_T T bmill_abs_diff(T a, bmill_same_<T> b) { return BMILL_OF_T_(bmill_abs_diff)(a, b); }
/** `a` + `b`, or the largest number of the width if that overflows: see bmill_sat_add_u64(). */
BMILL_FN_T T bmill_sat_add(T a, bmill_same_<T> b) { return BMILL_OF_T_(bmill_sat_add)(a, b); }
/** `a` - `b`, or 0 if that is negative, for any unsigned type: see bmill_sat_sub_u64(). */
BMILL_FN_T T bmill_sat_sub(T a, bmill_same_<T> b) { return BMILL_OF_T_(bmill_sat_sub)(a, b); }
/** The sign of `x` as a two's complement number, for any unsigned type: see bmill_sign_u64(). */
BMILL_FN_T int bmill_sign(T x) { return BMILL_OF_T_(bmill_sign)(x); }
/** 0x80 in each byte of `x` that is 0, and 0 in all others: see bmill_zero_bytes_u64(). */
BMILL_FN_T T bmill_zero_bytes(T x) { return BMILL_OF_T_(bmill_zero_bytes)(x); }
/** Whether some byte of `x` is 0, for any unsigned type: see bmill_has_zero_byte_u64(). */
BMILL_FN_T bool bmill_has_zero_byte(T x) { return BMILL_OF_T_(bmill_has_zero_byte)(x); }

BMILL_REFUSED_(bmill_avg_floor, T, bmill_any_)
BMILL_REFUSED_(bmill_avg_ceil, T, bmill_any_)
BMILL_REFUSED_(bmill_abs_diff, T, bmill_any_)
BMILL_REFUSED_(bmill_sat_add, T, bmill_any_)
BMILL_REFUSED_(bmill_sat_sub, T, bmill_any_)
BMILL_REFUSED_(bmill_sign, T)
BMILL_REFUSED_(bmill_zero_bytes, T)
BMILL_REFUSED_(bmill_has_zero_byte, T)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

BMILL_TWINS_(XY, bmill_avg_floor)
BMILL_TWINS_(XY, bmill_avg_ceil)
BMILL_TWINS_(XY, bmill_abs_diff)
BMILL_TWINS_(XY, bmill_sat_add)
BMILL_TWINS_(XY, bmill_sat_sub)
BMILL_TWINS_(X, bmill_zero_bytes)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_avg_floor, bmill_avg_ceil, bmill_abs_diff, bmill_sat_add,
    bmill_sat_sub, bmill_sign, bmill_zero_bytes, bmill_has_zero_byte;

/** The average of `a` and `b`, rounded down, without overflow: see bmill_avg_floor_u64(). */
#define bmill_avg_floor(a, b) BMILL_GENERIC_T_(bmill_avg_floor, a)((a), (b))
/** The average of `a` and `b`, rounded up, without overflow: see bmill_avg_ceil_u64(). */
#define bmill_avg_ceil(a, b) BMILL_GENERIC_T_(bmill_avg_ceil, a)((a), (b))
/** The distance between `a` and `b`, for any unsigned type: see bmill_abs_diff_u64(). */
#define bmill_abs_diff(a, b) BMILL_GENERIC_T_(bmill_abs_diff, a)((a), (b))
/** `a` + `b`, or the largest number of the width if that overflows: see bmill_sat_add_u64(). */
#define bmill_sat_add(a, b) BMILL_GENERIC_T_(bmill_sat_add, a)((a), (b))
/** `a` - `b`, or 0 if that is negative, for any unsigned type: see bmill_sat_sub_u64(). */
#define bmill_sat_sub(a, b) BMILL_GENERIC_T_(bmill_sat_sub, a)((a), (b))
/** The sign of `x` as a two's complement number, for any unsigned type: see bmill_sign_u64(). */
#define bmill_sign(x) BMILL_GENERIC_(bmill_sign, x)(x)
/** 0x80 in each byte of `x` that is 0, and 0 in all others: see bmill_zero_bytes_u64(). */
#define bmill_zero_bytes(x) BMILL_GENERIC_T_(bmill_zero_bytes, x)(x)
/** Whether some byte of `x` is 0, for any unsigned type: see bmill_has_zero_byte_u64(). */
#define bmill_has_zero_byte(x) BMILL_GENERIC_(bmill_has_zero_byte, x)(x)

#endif

#endif
