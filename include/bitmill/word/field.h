/** @file
 * bitmill/word/field.h: masks, and the fields they cut out of an unsigned integer.
 *
 * A field is given as (first, count), both in bits. Positions and counts clip: bits past the width
 * do not exist, so that any first and any count are legal, together and alone.
 */
#ifndef BITMILL_WORD_FIELD_H
#define BITMILL_WORD_FIELD_H

#include <bitmill/word/generic.h>

BMILL_BEGIN_INLINE_

/** @name Mask of the low bits
 *
 * A mask of the `n` lowest bits.
 *
 * `n` is in bits. Result: bits 0 to n - 1 are 1, the others 0; 0 for n = 0; all bits are 1 for `n`
 * of the width or more. Cost: 5 instructions on x86-64, 4 with -mbmi2.
 * Example: bmill_low_mask_u8(3) == 7
 * Since 1.0.0. Shifting ~0 up by n leaves n 0 bits at the bottom, and the complement is the mask.
 * For `n` past the width, 0 is shifted, whose complement is ~0, so that no shift is out of range.
 */
/** @{ */

/** A mask of the `n` lowest bits of 64; any `n`. */
BMILL_FN uint64_t bmill_low_mask_u64(unsigned n) { return ~((0 - (uint64_t)(n < 64)) << (n & 63)); }
/** A mask of the `n` lowest bits of 32; any `n`. */
BMILL_FN uint32_t bmill_low_mask_u32(unsigned n) { return ~((0 - (uint32_t)(n < 32)) << (n & 31)); }
/** A mask of the `n` lowest bits of 16; any `n`. */
BMILL_FN uint16_t bmill_low_mask_u16(unsigned n) { return (uint16_t)bmill_low_mask_u32(n); }
/** A mask of the `n` lowest bits of 8; any `n`. */
BMILL_FN uint8_t bmill_low_mask_u8(unsigned n) { return (uint8_t)bmill_low_mask_u32(n); }

/** @} */

/** @name Mask of a field
 *
 * A mask of the field (`first`, `count`).
 *
 * `first` and `count` are in bits. Result: bits first to first + count - 1 are 1, the others 0;
 * the part past the width is cut off, so that the result is 0 if `first` is the width or more.
 * Nothing wraps, not even if first + count is above UINT_MAX. Cost: about 10 instructions.
 * Example: bmill_mask_u8(1, 3) == 14, bmill_mask_u8(6, 9) == 192
 * Since 1.0.0.
 */
/** @{ */

/** A mask of the field (`first`, `count`), clipped to 64 bits. */
BMILL_FN uint64_t bmill_mask_u64(unsigned first, unsigned count)
{
    return first < 64 ? bmill_low_mask_u64(count) << first : 0;
}
/** A mask of the field (`first`, `count`), clipped to 32 bits. */
BMILL_FN uint32_t bmill_mask_u32(unsigned first, unsigned count)
{
    return first < 32 ? bmill_low_mask_u32(count) << first : 0;
}
/** A mask of the field (`first`, `count`), clipped to 16 bits. */
BMILL_FN uint16_t bmill_mask_u16(unsigned first, unsigned count)
{
    return (uint16_t)bmill_mask_u32(first, count);
}
/** A mask of the field (`first`, `count`), clipped to 8 bits. */
BMILL_FN uint8_t bmill_mask_u8(unsigned first, unsigned count)
{
    return (uint8_t)bmill_mask_u32(first, count);
}

/** @} */

/** @name Test for a mask
 *
 * Whether the 1 bits of `x` are contiguous: one run, wherever it begins.
 *
 * Result: true for every nonzero result of bmill_mask; false for 0, which has no run.
 * Cost: 7 instructions, 5 with -mbmi.
 * Example: bmill_is_mask_u8(14) is true, bmill_is_mask_u8(5) is false
 * Since 1.0.0. x & -x is the lowest 1 bit. Added to x, it carries through the lowest run and clears
 * it; the 1 bits of x that remain belong to other runs and lie above the lowest 1 bit. So they are
 * less than the lowest 1 bit only if there are none, and the same comparison rejects x = 0.
 */
/** @{ */

/** Whether the 1 bits of `x` are one run; false for 0. */
BMILL_FN bool bmill_is_mask_u64(uint64_t x) { return ((x + (x & (0 - x))) & x) < (x & (0 - x)); }
/** Whether the 1 bits of `x` are one run; false for 0. */
BMILL_FN bool bmill_is_mask_u32(uint32_t x) { return ((x + (x & (0 - x))) & x) < (x & (0 - x)); }
/** Whether the 1 bits of `x` are one run; false for 0. */
BMILL_FN bool bmill_is_mask_u16(uint16_t x) { return bmill_is_mask_u32(x); }
/** Whether the 1 bits of `x` are one run; false for 0. */
BMILL_FN bool bmill_is_mask_u8(uint8_t x) { return bmill_is_mask_u32(x); }

/** @} */

/** @name Test for a mask of the low bits
 *
 * Whether the 1 bits of `x` are one run that begins at bit 0.
 *
 * Result: true for every nonzero result of bmill_low_mask, that is for 2^n - 1 with n from 1 to
 * the width; false for 0. Cost: 4 instructions.
 * Example: bmill_is_low_mask_u8(7) is true, bmill_is_low_mask_u8(14) is false
 * Since 1.0.0. x ^ (x + 1) has a 1 for each bit of the run at the bottom and for the 0 bit that
 * ends it. x + 1 has a 1 for that 0 bit, and all bits above it: it is less if there is a run and
 * nothing above it, and equal for x = 0. If all bits are 1, it wraps to 0. bmill_is_pow2 is the
 * counterpart with 0 bits and x - 1.
 */
/** @{ */

/** Whether the 1 bits of `x` are one run that begins at bit 0; false for 0. */
BMILL_FN bool bmill_is_low_mask_u64(uint64_t x) { return (x ^ (x + 1)) > x + 1; }
/** Whether the 1 bits of `x` are one run that begins at bit 0; false for 0. */
BMILL_FN bool bmill_is_low_mask_u32(uint32_t x) { return (x ^ (x + 1)) > x + 1; }
/** Whether the 1 bits of `x` are one run that begins at bit 0; false for 0. */
BMILL_FN bool bmill_is_low_mask_u16(uint16_t x) { return bmill_is_low_mask_u32(x); }
/** Whether the 1 bits of `x` are one run that begins at bit 0; false for 0. */
BMILL_FN bool bmill_is_low_mask_u8(uint8_t x) { return bmill_is_low_mask_u32(x); }

/** @} */

/** @name Extract a field
 *
 * The field (`first`, `count`) of `x`, moved down to bit 0.
 *
 * `first` and `count` are in bits. Result: bit i is bit first + i of `x`, for i below `count`; all
 * others are 0. Bits past the width are 0, so the result is 0 if `first` is the width or more.
 * Cost: about 11 instructions, 8 with -mbmi2; with constants 2.
 * Example: bmill_extract_u8(0x6c, 2, 4) == 11
 * Since 1.0.0.
 */
/** @{ */

/** The field (`first`, `count`) of `x`, moved down to bit 0. */
BMILL_FN uint64_t bmill_extract_u64(uint64_t x, unsigned first, unsigned count)
{
    return (first < 64 ? x >> first : 0) & bmill_low_mask_u64(count);
}
/** The field (`first`, `count`) of `x`, moved down to bit 0. */
BMILL_FN uint32_t bmill_extract_u32(uint32_t x, unsigned first, unsigned count)
{
    return (first < 32 ? x >> first : 0) & bmill_low_mask_u32(count);
}
/** The field (`first`, `count`) of `x`, moved down to bit 0. */
BMILL_FN uint16_t bmill_extract_u16(uint16_t x, unsigned first, unsigned count)
{
    return (uint16_t)bmill_extract_u32(x, first, count);
}
/** The field (`first`, `count`) of `x`, moved down to bit 0. */
BMILL_FN uint8_t bmill_extract_u8(uint8_t x, unsigned first, unsigned count)
{
    return (uint8_t)bmill_extract_u32(x, first, count);
}

/** @} */

/** @name Masked merge
 *
 * `a` where `mask` is 1, `b` where it is 0: a masked merge.
 *
 * Result: bit i is that of `a` if bit i of `mask` is 1, else that of `b`. Cost: 3 instructions.
 * Example: bmill_mux_u8(0xf0, 0x12, 0x34) == 0x14
 * Since 1.0.0. Source: S. E. Anderson, Bit Twiddling Hacks, "Merge bits from two values according
 * to a mask": a ^ b has the bits in which they differ, and flipping these in b gives a.
 */
/** @{ */

/** Bits of `a` where `mask` is 1, of `b` where it is 0. */
BMILL_FN uint64_t bmill_mux_u64(uint64_t mask, uint64_t a, uint64_t b)
{
    return b ^ ((a ^ b) & mask);
}
/** Bits of `a` where `mask` is 1, of `b` where it is 0. */
BMILL_FN uint32_t bmill_mux_u32(uint32_t mask, uint32_t a, uint32_t b)
{
    return b ^ ((a ^ b) & mask);
}
/** Bits of `a` where `mask` is 1, of `b` where it is 0. */
BMILL_FN uint16_t bmill_mux_u16(uint16_t mask, uint16_t a, uint16_t b)
{
    return (uint16_t)bmill_mux_u32(mask, a, b);
}
/** Bits of `a` where `mask` is 1, of `b` where it is 0. */
BMILL_FN uint8_t bmill_mux_u8(uint8_t mask, uint8_t a, uint8_t b)
{
    return (uint8_t)bmill_mux_u32(mask, a, b);
}

/** @} */

/** @name Insert a field
 *
 * `x` with its field (`first`, `count`) replaced by the `count` lowest bits of `value`.
 *
 * `first` and `count` are in bits. Result: bit first + i is bit i of `value`, for i below `count`;
 * all others are those of `x`. The rest of `value` is ignored, and so is the part of the field
 * past the width: `x` itself if `first` is the width or more. Cost: about 17 instructions, 12 with
 * -mbmi2; with constants 4 or 5.
 * Example: bmill_insert_u8(0xff, 2, 4, 11) == 0xef
 * Since 1.0.0.
 */
/** @{ */

/** `x` with its field (`first`, `count`) replaced by `value`. */
BMILL_FN uint64_t bmill_insert_u64(uint64_t x, unsigned first, unsigned count, uint64_t value)
{
    return bmill_mux_u64(bmill_mask_u64(first, count), value << (first & 63), x);
}
/** `x` with its field (`first`, `count`) replaced by `value`. */
BMILL_FN uint32_t bmill_insert_u32(uint32_t x, unsigned first, unsigned count, uint32_t value)
{
    return bmill_mux_u32(bmill_mask_u32(first, count), value << (first & 31), x);
}
/** `x` with its field (`first`, `count`) replaced by `value`. */
BMILL_FN uint16_t bmill_insert_u16(uint16_t x, unsigned first, unsigned count, uint16_t value)
{
    return (uint16_t)bmill_insert_u32(x, first, count, value);
}
/** `x` with its field (`first`, `count`) replaced by `value`. */
BMILL_FN uint8_t bmill_insert_u8(uint8_t x, unsigned first, unsigned count, uint8_t value)
{
    return (uint8_t)bmill_insert_u32(x, first, count, value);
}

/** @} */

/** @name Sign extension
 *
 * The `n` lowest bits of `x`, read as a number in two's complement: bit n - 1 is its sign.
 *
 * `n` is in bits. Result: a signed number from -2^(n-1) to 2^(n-1) - 1, whatever the other bits of
 * `x` are; 0 for n = 0; for `n` of the width or more, all of `x` as a signed number.
 * Cost: about 11 instructions, with a constant `n` 2.
 * Example: bmill_sign_extend_u8(6, 3) == -2, bmill_sign_extend_u8(6, 4) == 6
 * Since 1.0.0. Source: Hacker's Delight, 2nd ed., section 2-5: if the sign bit is 1, flipping it
 * makes it 0, and subtracting it then borrows from all bits above, which become 1; if it is 0, the
 * two steps cancel. The last line converts to a signed number without the conversion that C leaves
 * to the implementation, and compiles to nothing.
 */
/** @{ */

/** The `n` lowest bits of `x` as a two's complement number; any `n`. */
BMILL_FN int64_t bmill_sign_extend_u64(uint64_t x, unsigned n)
{
    uint64_t field = bmill_low_mask_u64(n), sign = field ^ field >> 1;
    x = ((x & field) ^ sign) - sign;
    return x >> 63 ? -1 - (int64_t)~x : (int64_t)x;
}
/** The `n` lowest bits of `x` as a two's complement number; any `n`. */
BMILL_FN int32_t bmill_sign_extend_u32(uint32_t x, unsigned n)
{
    uint32_t field = bmill_low_mask_u32(n), sign = field ^ field >> 1;
    x = ((x & field) ^ sign) - sign;
    return x >> 31 ? -1 - (int32_t)~x : (int32_t)x;
}
/** The `n` lowest bits of `x` as a two's complement number; any `n`. */
BMILL_FN int16_t bmill_sign_extend_u16(uint16_t x, unsigned n)
{
    return (int16_t)bmill_sign_extend_u32(x, n < 16 ? n : 16);
}
/** The `n` lowest bits of `x` as a two's complement number; any `n`. */
BMILL_FN int8_t bmill_sign_extend_u8(uint8_t x, unsigned n)
{
    return (int8_t)bmill_sign_extend_u32(x, n < 8 ? n : 8);
}

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** Whether the 1 bits of `x` are one run, for any unsigned type: see bmill_is_mask_u64(). */
BMILL_FN_T bool bmill_is_mask(T x) { return BMILL_OF_T_(bmill_is_mask)(x); }
/** Whether the 1 bits of `x` are one run that begins at bit 0: see bmill_is_low_mask_u64(). */
BMILL_FN_T bool bmill_is_low_mask(T x) { return BMILL_OF_T_(bmill_is_low_mask)(x); }
/** The field (`first`, `count`) of `x`, moved down to bit 0: see bmill_extract_u64(). */
BMILL_FN_T T bmill_extract(T x, unsigned first, unsigned count)
{
    return BMILL_OF_T_(bmill_extract)(x, first, count);
}
/** Bits of `a` where `mask` is 1, of `b` where it is 0: see bmill_mux_u64(). */
BMILL_FN_T T bmill_mux(T mask, bmill_same_<T> a, bmill_same_<T> b)
{
    return BMILL_OF_T_(bmill_mux)(mask, a, b);
}
/** `x` with its field (`first`, `count`) replaced by `value`: see bmill_insert_u64(). */
BMILL_FN_T T bmill_insert(T x, unsigned first, unsigned count, bmill_same_<T> value)
{
    return BMILL_OF_T_(bmill_insert)(x, first, count, value);
}
/** The `n` lowest bits of `x` as a two's complement number: see bmill_sign_extend_u64(). */
BMILL_FN_T bmill_signed_<T> bmill_sign_extend(T x, unsigned n)
{
    return BMILL_OF_T_(bmill_sign_extend)(x, n);
}

BMILL_REFUSED_(bmill_is_mask, T)
BMILL_REFUSED_(bmill_is_low_mask, T)
BMILL_REFUSED_(bmill_extract, T, bmill_any_, bmill_any_)
BMILL_REFUSED_(bmill_mux, T, bmill_any_, bmill_any_)
BMILL_REFUSED_(bmill_insert, T, bmill_any_, bmill_any_, bmill_any_)
BMILL_REFUSED_(bmill_sign_extend, T, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

/* Twins of functions that take other arguments: see generic.h. */
#define BMILL_TWIN_EXTRACT_(T, S, U, N, F, verb) \
    BMILL_FN T N(verb)(T x, unsigned first, unsigned count) { return F(verb)(x, first, count); }
#define BMILL_TWIN_INSERT_(T, S, U, N, F, verb)                      \
    BMILL_FN T N(verb)(T x, unsigned first, unsigned count, T value) \
    {                                                                \
        return F(verb)(x, first, count, value);                      \
    }
#define BMILL_TWIN_SIGNED_(T, S, U, N, F, verb) \
    BMILL_FN S N(verb)(T x, unsigned n) { return F(verb)(x, n); }
BMILL_TWINS_(EXTRACT, bmill_extract)
BMILL_TWINS_(XYZ, bmill_mux)
BMILL_TWINS_(INSERT, bmill_insert)
BMILL_TWINS_(SIGNED, bmill_sign_extend)
#undef BMILL_TWIN_EXTRACT_
#undef BMILL_TWIN_INSERT_
#undef BMILL_TWIN_SIGNED_

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_is_mask, bmill_is_low_mask, bmill_extract, bmill_mux,
    bmill_insert, bmill_sign_extend;

/** Whether the 1 bits of `x` are one run, for any unsigned type: see bmill_is_mask_u64(). */
#define bmill_is_mask(x) BMILL_GENERIC_(bmill_is_mask, x)(x)
/** Whether the 1 bits of `x` are one run that begins at bit 0: see bmill_is_low_mask_u64(). */
#define bmill_is_low_mask(x) BMILL_GENERIC_(bmill_is_low_mask, x)(x)
/** The field (`first`, `count`) of `x`, moved down to bit 0: see bmill_extract_u64(). */
#define bmill_extract(x, first, count) BMILL_GENERIC_T_(bmill_extract, x)((x), (first), (count))
/** Bits of `a` where `mask` is 1, of `b` where it is 0: see bmill_mux_u64(). */
#define bmill_mux(mask, a, b) BMILL_GENERIC_T_(bmill_mux, mask)((mask), (a), (b))
/** `x` with its field (`first`, `count`) replaced by `value`: see bmill_insert_u64(). */
#define bmill_insert(x, first, count, value) \
    BMILL_GENERIC_T_(bmill_insert, x)((x), (first), (count), (value))
/** The `n` lowest bits of `x` as a two's complement number: see bmill_sign_extend_u64(). */
#define bmill_sign_extend(x, n) BMILL_GENERIC_T_(bmill_sign_extend, x)((x), (n))

#endif

#endif
