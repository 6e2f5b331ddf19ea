/** @file
 * bitmill/word/permute.h: the bits of an unsigned integer in another order.
 *
 * Nothing here adds or loses a 1 bit: the population count stays the same. (delta_swap keeps that
 * under its preconditions.) See morton.h for interleaving, pext.h for gathering and scattering the
 * bits that a mask selects.
 */
#ifndef BITMILL_WORD_PERMUTE_H
#define BITMILL_WORD_PERMUTE_H

#include <bitmill/word/generic.h>
#include <bitmill/word/msvc.h>

BMILL_BEGIN_INLINE_

/** @name Byte swap
 *
 * The bytes of `x` in reverse order: little-endian to big-endian and back.
 *
 * Result: byte i becomes byte width / 8 - 1 - i; `x` itself in 8 bits. To read and write data of a
 * given byte order, use memory.h, which is right on every host. Cost: one instruction (bswap, or
 * rol by 8).
 * Example: bmill_byteswap_u32(0x11223344) == 0x44332211
 * Since 1.0.0.
 */
/** @{ */

/** The bytes of `x` in reverse order. */
BMILL_FN uint64_t bmill_byteswap_u64(uint64_t x)
{
#ifdef BMILL_HAVE_BSWAP_
    return __builtin_bswap64(x);
#else
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return _byteswap_uint64(x);
#endif
    x = (x >> 8 & UINT64_C(0x00ff00ff00ff00ff)) | (x & UINT64_C(0x00ff00ff00ff00ff)) << 8;
    x = (x >> 16 & UINT64_C(0x0000ffff0000ffff)) | (x & UINT64_C(0x0000ffff0000ffff)) << 16;
    return x >> 32 | x << 32;
#endif
}
/** The bytes of `x` in reverse order. */
BMILL_FN uint32_t bmill_byteswap_u32(uint32_t x)
{
#ifdef BMILL_HAVE_BSWAP_
    return __builtin_bswap32(x);
#else
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return _byteswap_ulong(x);
#endif
    /* + instead of |, for which gcc calls libgcc on AVR. */
    x = (x >> 8 & UINT32_C(0x00ff00ff)) + ((x & UINT32_C(0x00ff00ff)) << 8);
    return x >> 16 | x << 16;
#endif
}
/** The bytes of `x` in reverse order. */
BMILL_FN uint16_t bmill_byteswap_u16(uint16_t x) { return (uint16_t)(x >> 8 | x << 8); }
/** The bytes of `x` in reverse order. */
BMILL_FN uint8_t bmill_byteswap_u8(uint8_t x) { return x; }

/** @} */

/** @name Bit reversal
 *
 * The bits of `x` in reverse order.
 *
 * Result: bit i becomes bit width - 1 - i. Cost: one instruction on arm64 (rbit, with clang); 17
 * to 26 on x86-64, but 8 for 8 bits.
 * Example: bmill_reverse_u8(6) == 96
 * Since 1.0.0. Halves swap, then the halves of the halves, down to single bits; the steps can be
 * in any order, and all those from bytes up are one byteswap. Source: H. S. Warren, Hacker's
 * Delight, 2nd ed., section 7-1; for 8 bits S. E. Anderson, Bit Twiddling Hacks, "Reverse the bits
 * in a byte with 4 operations": four copies of the byte stand 10 positions apart, so that each bit
 * is in one of them at its new position modulo 8; the second product adds up the bytes.
 */
/** @{ */

/** The bits of `x` in reverse order. */
BMILL_FN uint64_t bmill_reverse_u64(uint64_t x)
{
#ifdef BMILL_HAVE_BITREVERSE_
    return __builtin_bitreverse64(x);
#else
    x = bmill_byteswap_u64(x);
    x = (x >> 4 & UINT64_C(0x0f0f0f0f0f0f0f0f)) | (x & UINT64_C(0x0f0f0f0f0f0f0f0f)) << 4;
    x = (x >> 2 & UINT64_C(0x3333333333333333)) | (x & UINT64_C(0x3333333333333333)) << 2;
    return (x >> 1 & UINT64_C(0x5555555555555555)) | (x & UINT64_C(0x5555555555555555)) << 1;
#endif
}
/** The bits of `x` in reverse order. */
BMILL_FN uint32_t bmill_reverse_u32(uint32_t x)
{
#ifdef BMILL_HAVE_BITREVERSE_
    return __builtin_bitreverse32(x);
#else
    x = bmill_byteswap_u32(x);
    x = (x >> 4 & UINT32_C(0x0f0f0f0f)) | (x & UINT32_C(0x0f0f0f0f)) << 4;
    x = (x >> 2 & UINT32_C(0x33333333)) | (x & UINT32_C(0x33333333)) << 2;
    return (x >> 1 & UINT32_C(0x55555555)) | (x & UINT32_C(0x55555555)) << 1;
#endif
}
/** The bits of `x` in reverse order. */
BMILL_FN uint16_t bmill_reverse_u16(uint16_t x)
{
#ifdef BMILL_HAVE_BITREVERSE_
    return __builtin_bitreverse16(x);
#else
    return (uint16_t)(bmill_reverse_u32(x) >> 16);
#endif
}
/** The bits of `x` in reverse order. */
BMILL_FN uint8_t bmill_reverse_u8(uint8_t x)
{
    return (uint8_t)((x * UINT64_C(0x80200802) & UINT64_C(0x0884422110)) * UINT64_C(0x0101010101) >>
                     32);
}

/** @} */

/** @name Rotation
 *
 * Rotate `x` by `n` positions to the left (towards the high bits) or to the right: what leaves at
 * one end comes in at the other.
 *
 * `n` is any number, in bits, and is taken modulo the width. Result: left, bit i becomes bit (i +
 * n) modulo width; right undoes left. Cost: one instruction (rol, ror).
 * Example: bmill_rotl_u8(0xc1, 1) == 0x83, bmill_rotr_u8(0x83, 1) == 0xc1
 * Since 1.0.0. The other shift is by 0 - n, which equals width - n modulo the width and needs no
 * case for n = 0.
 */
/** @{ */

/** `x` rotated to the left by `n` positions, modulo 64. */
BMILL_FN uint64_t bmill_rotl_u64(uint64_t x, unsigned n)
{
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return _rotl64(x, (int)(n & 63));
#endif
    return x << (n & 63) | x >> ((0u - n) & 63);
}
/** `x` rotated to the left by `n` positions, modulo 32. */
BMILL_FN uint32_t bmill_rotl_u32(uint32_t x, unsigned n)
{
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return _rotl(x, (int)(n & 31));
#endif
    return x << (n & 31) | x >> ((0u - n) & 31);
}
/** `x` rotated to the left by `n` positions, modulo 16. */
BMILL_FN uint16_t bmill_rotl_u16(uint16_t x, unsigned n)
{
    return (uint16_t)((unsigned)x << (n & 15) | (unsigned)x >> ((0u - n) & 15));
}
/** `x` rotated to the left by `n` positions, modulo 8. */
BMILL_FN uint8_t bmill_rotl_u8(uint8_t x, unsigned n)
{
    return (uint8_t)(x << (n & 7) | x >> ((0u - n) & 7));
}
/** `x` rotated to the right by `n` positions, modulo 64. */
BMILL_FN uint64_t bmill_rotr_u64(uint64_t x, unsigned n)
{
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return _rotr64(x, (int)(n & 63));
#endif
    return x >> (n & 63) | x << ((0u - n) & 63);
}
/** `x` rotated to the right by `n` positions, modulo 32. */
BMILL_FN uint32_t bmill_rotr_u32(uint32_t x, unsigned n)
{
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return _rotr(x, (int)(n & 31));
#endif
    return x >> (n & 31) | x << ((0u - n) & 31);
}
/** `x` rotated to the right by `n` positions, modulo 16. */
BMILL_FN uint16_t bmill_rotr_u16(uint16_t x, unsigned n)
{
    return (uint16_t)((unsigned)x >> (n & 15) | (unsigned)x << ((0u - n) & 15));
}
/** `x` rotated to the right by `n` positions, modulo 8. */
BMILL_FN uint8_t bmill_rotr_u8(uint8_t x, unsigned n)
{
    return (uint8_t)(x >> (n & 7) | x << ((0u - n) & 7));
}

/** @} */

/** @name Delta swap
 *
 * Swap each bit of `x` that `mask` selects with the bit `shift` positions above it.
 *
 * `mask` has the lower bit of each pair; no bit may be in two pairs (mask & mask << shift is 0)
 * and none may have its partner past the width. Result: `x` with the pairs swapped; `x` itself if
 * `shift` is 0, or the width or more. Where that does not hold, a bit without a partner becomes 0,
 * and a bit in two pairs is flipped for each pair whose bits differ. Cost: 7 instructions if
 * `shift` is a constant, else about 12.
 * Example: bmill_delta_swap_u8(0x16, 0x0f, 4) == 0x61
 * Since 1.0.0. Flipping both bits where they differ swaps them. Source: D. E. Knuth, The Art of
 * Computer Programming, vol. 4A, section 7.1.3.
 */
/** @{ */

/** `x` with pairs of bits swapped, `shift` positions apart. */
BMILL_FN uint64_t bmill_delta_swap_u64(uint64_t x, uint64_t mask, unsigned shift)
{
    uint64_t differ = (x ^ x >> (shift & 63)) & mask;
    return shift < 64 ? x ^ differ ^ differ << (shift & 63) : x;
}
/** `x` with pairs of bits swapped, `shift` positions apart. */
BMILL_FN uint32_t bmill_delta_swap_u32(uint32_t x, uint32_t mask, unsigned shift)
{
    uint32_t differ = (x ^ x >> (shift & 31)) & mask;
    return shift < 32 ? x ^ differ ^ differ << (shift & 31) : x;
}
/** `x` with pairs of bits swapped, `shift` positions apart. */
BMILL_FN uint16_t bmill_delta_swap_u16(uint16_t x, uint16_t mask, unsigned shift)
{
    return shift < 16 ? (uint16_t)bmill_delta_swap_u32(x, mask, shift) : x;
}
/** `x` with pairs of bits swapped, `shift` positions apart. */
BMILL_FN uint8_t bmill_delta_swap_u8(uint8_t x, uint8_t mask, unsigned shift)
{
    return shift < 8 ? (uint8_t)bmill_delta_swap_u32(x, mask, shift) : x;
}

/** @} */

/**
 * Transpose a matrix of 8 by 8 bits: row r is byte r of `x`, column c is bit c of each byte.
 *
 * Result: bit 8r + c becomes bit 8c + r; twice gives `x` again. For eight bytes in memory, load
 * them with bmill_load_le_u64 (memory.h). 64 bits only, so there is no generic spelling. Cost:
 * about 24 instructions.
 * Example: bmill_transpose8x8_u64(0xff) == 0x0101010101010101
 * Since 1.0.0. Within blocks of 2 by 2 the two bits off the diagonal swap, then in 4 by 4 the 2 by
 * 2 blocks off the diagonal, then in the whole; one row down is 8 positions and one column back is
 * 1, so that partners are 7, 14 and 28 apart. Source: Hacker's Delight, 2nd ed., section 7-3.
 */
BMILL_FN uint64_t bmill_transpose8x8_u64(uint64_t x)
{
    x = bmill_delta_swap_u64(x, UINT64_C(0x00aa00aa00aa00aa), 7);
    x = bmill_delta_swap_u64(x, UINT64_C(0x0000cccc0000cccc), 14);
    return bmill_delta_swap_u64(x, UINT64_C(0x00000000f0f0f0f0), 28);
}

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** The bytes of `x` in reverse order, for any unsigned type: see bmill_byteswap_u64(). */
BMILL_FN_T T bmill_byteswap(T x) { return BMILL_OF_T_(bmill_byteswap)(x); }
/** The bits of `x` in reverse order, for any unsigned type: see bmill_reverse_u64(). */
BMILL_FN_T T bmill_reverse(T x) { return BMILL_OF_T_(bmill_reverse)(x); }
/** `x` rotated to the left by `n` positions, for any unsigned type: see bmill_rotl_u64(). */
BMILL_FN_T T bmill_rotl(T x, unsigned n) { return BMILL_OF_T_(bmill_rotl)(x, n); }
/** `x` rotated to the right by `n` positions, for any unsigned type: see bmill_rotr_u64(). */
BMILL_FN_T T bmill_rotr(T x, unsigned n) { return BMILL_OF_T_(bmill_rotr)(x, n); }
/** `x` with pairs of bits swapped, `shift` positions apart: see bmill_delta_swap_u64(). */
BMILL_FN_T T bmill_delta_swap(T x, bmill_same_<T> mask, unsigned shift)
{
    return BMILL_OF_T_(bmill_delta_swap)(x, mask, shift);
}

BMILL_REFUSED_(bmill_byteswap, T)
BMILL_REFUSED_(bmill_reverse, T)
BMILL_REFUSED_(bmill_rotl, T, bmill_any_)
BMILL_REFUSED_(bmill_rotr, T, bmill_any_)
BMILL_REFUSED_(bmill_delta_swap, T, bmill_any_, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

/* Twins of functions that take other arguments: see generic.h. */
#define BMILL_TWIN_DELTA_(T, S, U, N, F, verb) \
    BMILL_FN T N(verb)(T x, T mask, unsigned shift) { return F(verb)(x, mask, shift); }
BMILL_TWINS_(X, bmill_byteswap)
BMILL_TWINS_(X, bmill_reverse)
BMILL_TWINS_(XI, bmill_rotl)
BMILL_TWINS_(XI, bmill_rotr)
BMILL_TWINS_(DELTA, bmill_delta_swap)
#undef BMILL_TWIN_DELTA_

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_byteswap, bmill_reverse, bmill_rotl, bmill_rotr, bmill_delta_swap;

/** The bytes of `x` in reverse order, for any unsigned type: see bmill_byteswap_u64(). */
#define bmill_byteswap(x) BMILL_GENERIC_T_(bmill_byteswap, x)(x)
/** The bits of `x` in reverse order, for any unsigned type: see bmill_reverse_u64(). */
#define bmill_reverse(x) BMILL_GENERIC_T_(bmill_reverse, x)(x)
/** `x` rotated to the left by `n` positions, for any unsigned type: see bmill_rotl_u64(). */
#define bmill_rotl(x, n) BMILL_GENERIC_T_(bmill_rotl, x)((x), (n))
/** `x` rotated to the right by `n` positions, for any unsigned type: see bmill_rotr_u64(). */
#define bmill_rotr(x, n) BMILL_GENERIC_T_(bmill_rotr, x)((x), (n))
/** `x` with pairs of bits swapped, `shift` positions apart: see bmill_delta_swap_u64(). */
#define bmill_delta_swap(x, mask, shift) BMILL_GENERIC_T_(bmill_delta_swap, x)((x), (mask), (shift))

#endif

#endif
