/* bitmill/word/count.h: counting bits of an unsigned integer.
 *
 * Where the compiler has a builtin that is one instruction on the target, it is used; elsewhere
 * plain C that needs no library (gcc on baseline x86-64 would call libgcc for a population count).
 */
#ifndef BITMILL_WORD_COUNT_H
#define BITMILL_WORD_COUNT_H

#include <bitmill/word/generic.h>

/* Private: the compiler's population count is inline code here, not a call of libgcc. */
#if defined(__clang__) || (defined(__GNUC__) && (defined(__POPCNT__) || defined(__aarch64__) || \
                                                 defined(__riscv_zbb) || defined(_ARCH_PWR7)))
#define BMILL_POPCOUNT_BUILTIN_ 1
#endif

/**
 * Number of 1 bits in `x` (population count).
 *
 * Result: 0 to width, in bits; 0 for 0. Cost: one instruction where the target has one (x86-64
 * with -mpopcnt, arm64, POWER7), else about 12.
 * Example: bmill_popcount_u8(6) == 2
 * Since 0.1.0. Source of the plain form: H. S. Warren, Hacker's Delight, 2nd ed., section 5-1.
 */
BMILL_CONSTEXPR unsigned bmill_popcount_u64(uint64_t x)
{
#ifdef BMILL_POPCOUNT_BUILTIN_
    return (unsigned)__builtin_popcountll(x);
#else
    x -= x >> 1 & UINT64_C(0x5555555555555555); /* 32 x 0..2 */
    x = (x & UINT64_C(0x3333333333333333)) +
        (x >> 2 & UINT64_C(0x3333333333333333));               /* 16 x 0..4 */
    x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);         /* 8 x 0..8 */
    return (unsigned)(x * UINT64_C(0x0101010101010101) >> 56); /* the top byte is the sum */
#endif
}
BMILL_CONSTEXPR unsigned bmill_popcount_u32(uint32_t x)
{
#ifdef BMILL_POPCOUNT_BUILTIN_
    return (unsigned)__builtin_popcount(x);
#else
    x -= x >> 1 & UINT32_C(0x55555555);
    x = (x & UINT32_C(0x33333333)) + (x >> 2 & UINT32_C(0x33333333));
    x = (x + (x >> 4)) & UINT32_C(0x0f0f0f0f);
    return (unsigned)(x * UINT32_C(0x01010101) >> 24);
#endif
}
BMILL_CONSTEXPR unsigned bmill_popcount_u16(uint16_t x) { return bmill_popcount_u32(x); }
BMILL_CONSTEXPR unsigned bmill_popcount_u8(uint8_t x) { return bmill_popcount_u32(x); }

/**
 * Parity of `x`: whether the number of 1 bits is odd.
 *
 * Result: true if odd; false if even, as for 0. Cost: 3 to 7 instructions.
 * Example: bmill_parity_u8(7) is true, bmill_parity_u8(6) is false
 * Since 0.1.0. Source of the plain form: H. S. Warren, Hacker's Delight, 2nd ed., section 5-2: fold
 * the halves onto each other; the last nibble is looked up in a constant of 16 bits.
 */
BMILL_CONSTEXPR bool bmill_parity_u32(uint32_t x)
{
#if defined(__GNUC__) && (defined(__x86_64__) || defined(__i386__))
    return __builtin_parity(x); /* xor, xor, setnp: the parity flag of the processor */
#else
    x ^= x >> 16;
    x ^= x >> 8;
    x ^= x >> 4;
    return 0x6996u >> (x & 15) & 1;
#endif
}
BMILL_CONSTEXPR bool bmill_parity_u64(uint64_t x)
{
    return bmill_parity_u32((uint32_t)(x ^ x >> 32));
}
BMILL_CONSTEXPR bool bmill_parity_u16(uint16_t x) { return bmill_parity_u32(x); }
BMILL_CONSTEXPR bool bmill_parity_u8(uint8_t x) { return bmill_parity_u32(x); }

/**
 * Number of 0 bits above the highest 1 bit of `x` (count leading zeros).
 *
 * Result: 0 to width, in bits; the width for 0. Cost: one instruction with -mlzcnt and on arm64,
 * about four on baseline x86-64 (bsr and the zero case).
 * Example: bmill_clz_u8(6) == 5
 * Since 0.1.0. Source of the plain form: fill all places below the highest 1, then count the rest
 * (Hacker's Delight, 2nd ed., section 5-3).
 */
BMILL_CONSTEXPR unsigned bmill_clz_u64(uint64_t x)
{
#ifdef __GNUC__
    return x ? (unsigned)__builtin_clzll(x) : 64u;
#else
    x |= x >> 1;
    x |= x >> 2;
    x |= x >> 4;
    x |= x >> 8;
    x |= x >> 16;
    x |= x >> 32;
    return bmill_popcount_u64(~x);
#endif
}
BMILL_CONSTEXPR unsigned bmill_clz_u32(uint32_t x)
{
#ifdef __GNUC__
    return x ? (unsigned)__builtin_clz(x) : 32u;
#else
    return bmill_clz_u64(x) - 32u;
#endif
}
BMILL_CONSTEXPR unsigned bmill_clz_u16(uint16_t x) { return bmill_clz_u32(x) - 16u; }
BMILL_CONSTEXPR unsigned bmill_clz_u8(uint8_t x) { return bmill_clz_u32(x) - 24u; }

/**
 * Number of 0 bits below the lowest 1 bit of `x` (count trailing zeros).
 *
 * Result: 0 to width, in bits; the width for 0. Cost: one instruction with -mbmi, two or three
 * elsewhere.
 * Example: bmill_ctz_u8(6) == 1
 * Since 0.1.0. Source of the plain form: ~x & (x - 1) is a mask of just those zeros (Hacker's
 * Delight, 2nd ed., section 2-1).
 */
BMILL_CONSTEXPR unsigned bmill_ctz_u64(uint64_t x)
{
#ifdef __GNUC__
    return x ? (unsigned)__builtin_ctzll(x) : 64u;
#else
    return bmill_popcount_u64(~x & (x - 1));
#endif
}
BMILL_CONSTEXPR unsigned bmill_ctz_u32(uint32_t x)
{
#ifdef __GNUC__
    return x ? (unsigned)__builtin_ctz(x) : 32u;
#else
    return bmill_popcount_u32(~x & (x - 1));
#endif
}
/* A 1 just above the width stops the count there, so that zero needs no case of its own. */
BMILL_CONSTEXPR unsigned bmill_ctz_u16(uint16_t x) { return bmill_ctz_u32(x | UINT32_C(0x10000)); }
BMILL_CONSTEXPR unsigned bmill_ctz_u8(uint8_t x) { return bmill_ctz_u32(x | UINT32_C(0x100)); }

/* ---- The width from the type: see generic.h. ---- */

#if defined(__cplusplus)

#define BMILL_OVERLOADS_(T, F)                                                    \
    BMILL_CONSTEXPR unsigned bmill_popcount(T x) { return F(bmill_popcount)(x); } \
    BMILL_CONSTEXPR bool bmill_parity(T x) { return F(bmill_parity)(x); }         \
    BMILL_CONSTEXPR unsigned bmill_clz(T x) { return F(bmill_clz)(x); }           \
    BMILL_CONSTEXPR unsigned bmill_ctz(T x) { return F(bmill_ctz)(x); }
BMILL_FOR_EACH_TYPE_(BMILL_OVERLOADS_)
#undef BMILL_OVERLOADS_

#elif defined(BMILL_HAVE_GENERIC_)

#define bmill_popcount(x) BMILL_GENERIC_(bmill_popcount, x)(x)
#define bmill_parity(x)   BMILL_GENERIC_(bmill_parity, x)(x)
#define bmill_clz(x)      BMILL_GENERIC_(bmill_clz, x)(x)
#define bmill_ctz(x)      BMILL_GENERIC_(bmill_ctz, x)(x)

#endif

#endif
