/** @file
 * bitmill/learn/variants/reverse.h: seven ways to reverse the order of the bits. See
 * bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_REVERSE_H
#define BITMILL_LEARN_VARIANTS_REVERSE_H

#include <bitmill/word/permute.h>

BMILL_BEGIN_INLINE_

/** @name Bit reversal by a loop
 *
 * By a loop: bits shifted out of one number at the low end are shifted into another at the low end.
 *
 * Cost: about five instructions for each bit. Source: S. E. Anderson, Bit Twiddling Hacks, "Reverse
 * bits the obvious way".
 */
/** @{ */

/** The bits of `x` in reverse order, by a loop. */
BMILL_FN uint64_t bmill_reverse_by_loop_u64(uint64_t x)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < 64; i++, x >>= 1)
        result = result << 1 | (x & 1);
    return result;
}
/** The bits of `x` in reverse order, by a loop. */
BMILL_FN uint32_t bmill_reverse_by_loop_u32(uint32_t x)
{
    uint32_t result = 0;
    for (unsigned i = 0; i < 32; i++, x >>= 1)
        result = result << 1 | (x & 1);
    return result;
}

/** @} */

/** @name Bit reversal by SWAR
 *
 * By swapping neighbours, all at the same time (SIMD within a register): bits, pairs, nibbles, up
 * to the halves.
 *
 * Cost: five instructions for each of log2(width) steps, fewer where the steps from bytes up are
 * one byteswap. Source: H. S. Warren, Hacker's Delight, 2nd ed., section 7-1.
 */
/** @{ */

/** The bits of `x` in reverse order, by SWAR. */
BMILL_FN uint64_t bmill_reverse_by_swar_u64(uint64_t x)
{
    x = (x >> 1 & UINT64_C(0x5555555555555555)) | (x & UINT64_C(0x5555555555555555)) << 1;
    x = (x >> 2 & UINT64_C(0x3333333333333333)) | (x & UINT64_C(0x3333333333333333)) << 2;
    x = (x >> 4 & UINT64_C(0x0f0f0f0f0f0f0f0f)) | (x & UINT64_C(0x0f0f0f0f0f0f0f0f)) << 4;
    x = (x >> 8 & UINT64_C(0x00ff00ff00ff00ff)) | (x & UINT64_C(0x00ff00ff00ff00ff)) << 8;
    x = (x >> 16 & UINT64_C(0x0000ffff0000ffff)) | (x & UINT64_C(0x0000ffff0000ffff)) << 16;
    return x >> 32 | x << 32;
}
/** The bits of `x` in reverse order, by SWAR. */
BMILL_FN uint32_t bmill_reverse_by_swar_u32(uint32_t x)
{
    x = (x >> 1 & UINT32_C(0x55555555)) | (x & UINT32_C(0x55555555)) << 1;
    x = (x >> 2 & UINT32_C(0x33333333)) | (x & UINT32_C(0x33333333)) << 2;
    x = (x >> 4 & UINT32_C(0x0f0f0f0f)) | (x & UINT32_C(0x0f0f0f0f)) << 4;
    x = (x >> 8 & UINT32_C(0x00ff00ff)) | (x & UINT32_C(0x00ff00ff)) << 8;
    return x >> 16 | x << 16;
}

/** @} */

/** @name Bit reversal by delta swaps
 *
 * By a rotation and delta swaps: one step fewer than swapping neighbours.
 *
 * After rotating by width / 2 - 1 no bit is farther than width / 2 from its position, so that three
 * (four) swaps of pairs that a mask selects do the rest. Cost: 19 (25) instructions. Source: D. E. Knuth,
 * as told in Hacker's Delight, 2nd ed., section 7-1.
 */
/** @{ */

/** The bits of `x` in reverse order, by delta swaps. */
BMILL_FN uint64_t bmill_reverse_by_delta_swap_u64(uint64_t x)
{
    x = bmill_rotl_u64(x, 31);
    x = bmill_delta_swap_u64(x, UINT64_C(0x00000fff800007ff), 20);
    x = bmill_delta_swap_u64(x, UINT64_C(0x00f8000f80700807), 8);
    x = bmill_delta_swap_u64(x, UINT64_C(0x0808708080807008), 4);
    return bmill_delta_swap_u64(x, UINT64_C(0x1111111111111111), 2);
}
/** The bits of `x` in reverse order, by delta swaps. */
BMILL_FN uint32_t bmill_reverse_by_delta_swap_u32(uint32_t x)
{
    x = bmill_rotl_u32(x, 15);
    x = bmill_delta_swap_u32(x, UINT32_C(0x003f801f), 10);
    x = bmill_delta_swap_u32(x, UINT32_C(0x0e038421), 4);
    return bmill_delta_swap_u32(x, UINT32_C(0x22488842), 2);
}

/** @} */

/* Private: the values for a byte n with each combination of its other bits. In the table the lowest
 * bit of the index is the highest bit of the value. */
#define BMILL_REVERSED1_(n) n, n + 0x80
#define BMILL_REVERSED2_(n) BMILL_REVERSED1_(n), BMILL_REVERSED1_(n + 0x40)
#define BMILL_REVERSED3_(n) BMILL_REVERSED2_(n), BMILL_REVERSED2_(n + 0x20)
#define BMILL_REVERSED4_(n) BMILL_REVERSED3_(n), BMILL_REVERSED3_(n + 0x10)
#define BMILL_REVERSED5_(n) BMILL_REVERSED4_(n), BMILL_REVERSED4_(n + 0x08)
#define BMILL_REVERSED6_(n) BMILL_REVERSED5_(n), BMILL_REVERSED5_(n + 0x04)
#define BMILL_REVERSED7_(n) BMILL_REVERSED6_(n), BMILL_REVERSED6_(n + 0x02)
#define BMILL_REVERSED8_(n) BMILL_REVERSED7_(n), BMILL_REVERSED7_(n + 0x01)

/** @name Bit reversal by a table
 *
 * By a table of 256 reversed bytes, in which the bytes are looked up from the lowest to the
 * highest.
 *
 * Cost: about four instructions and a load for each byte, and 256 bytes of cache. Source: Bit
 * Twiddling Hacks, "Reverse bits in word by lookup table".
 */
/** @{ */

/** The bits of `x` in reverse order, by a table. */
BMILL_INLINE BMILL_NODISCARD_ uint8_t bmill_reverse_by_table_u8(uint8_t x)
{
    static const uint8_t reversed[256] = {BMILL_REVERSED8_(0)};
    return reversed[x];
}
/** The bits of `x` in reverse order, by a table. */
BMILL_INLINE BMILL_NODISCARD_ uint64_t bmill_reverse_by_table_u64(uint64_t x)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < 64; i += 8)
        result = result << 8 | bmill_reverse_by_table_u8((uint8_t)(x >> i));
    return result;
}
/** The bits of `x` in reverse order, by a table. */
BMILL_INLINE BMILL_NODISCARD_ uint32_t bmill_reverse_by_table_u32(uint32_t x)
{
    uint32_t result = 0;
    for (unsigned i = 0; i < 32; i += 8)
        result = result << 8 | bmill_reverse_by_table_u8((uint8_t)(x >> i));
    return result;
}
#undef BMILL_REVERSED1_
#undef BMILL_REVERSED2_
#undef BMILL_REVERSED3_
#undef BMILL_REVERSED4_
#undef BMILL_REVERSED5_
#undef BMILL_REVERSED6_
#undef BMILL_REVERSED7_
#undef BMILL_REVERSED8_

/** @} */

/**
 * By products, in 32 bits: two of them make copies of the byte in which a mask finds the even and
 * the odd bits, each at its new position modulo 8; the third adds up the bytes.
 *
 * Cost: seven instructions, three of them multiplications. bmill_reverse_u8 needs two in 64 bits.
 * Source: Bit Twiddling Hacks, "Reverse the bits in a byte with 7 operations (no 64-bit)".
 */
BMILL_FN uint8_t bmill_reverse_by_multiply_u8(uint8_t x)
{
    uint32_t spread = (x * UINT32_C(0x0802) & 0x22110) | (x * UINT32_C(0x8020) & 0x88440);
    return (uint8_t)(spread * UINT32_C(0x10101) >> 16);
}

/**
 * By a product and a remainder: copies of the byte, a mask that finds each bit in one of them, and
 * the sum of the digits in base 1024 by casting out 1023.
 *
 * Cost: eight instructions, two of them multiplications, because compilers turn the division into
 * one. Source: item 167 of HAKMEM (MIT AI Memo 239, 1972); the constants are those of Bit Twiddling
 * Hacks, "Reverse the bits in a byte with 3 operations (64-bit multiply and modulus division)".
 */
BMILL_FN uint8_t bmill_reverse_by_modulus_u8(uint8_t x)
{
    return (uint8_t)((x * UINT64_C(0x0202020202) & UINT64_C(0x010884422010)) % 1023);
}

#ifdef BMILL_HAVE_BITREVERSE_
/** @name Bit reversal by the builtin
 *
 * By the builtin of clang.
 *
 * Cost: one instruction on arm64 (rbit), elsewhere as by_swar with a byteswap. Missing with other
 * compilers, and with BMILL_NO_BUILTINS.
 */
/** @{ */

/** The bits of `x` in reverse order, by the builtin. */
BMILL_FN uint64_t bmill_reverse_by_builtin_u64(uint64_t x) { return __builtin_bitreverse64(x); }
/** The bits of `x` in reverse order, by the builtin. */
BMILL_FN uint32_t bmill_reverse_by_builtin_u32(uint32_t x) { return __builtin_bitreverse32(x); }

/** @} */

#define BMILL_VARIANTS_REVERSE_BUILTIN_(X) X(reverse, builtin, u32) X(reverse, builtin, u64)
#else
#define BMILL_VARIANTS_REVERSE_BUILTIN_(X)
#endif

/* clang-format off */
/** X(reverse, method, width) for all variants of bmill_reverse. */
#define BMILL_VARIANTS_REVERSE(X)                             \
    X(reverse, loop, u32)        X(reverse, loop, u64)        \
    X(reverse, swar, u32)        X(reverse, swar, u64)        \
    X(reverse, delta_swap, u32)  X(reverse, delta_swap, u64)  \
    X(reverse, table, u8)                                     \
    X(reverse, table, u32)       X(reverse, table, u64)       \
    X(reverse, multiply, u8)                                  \
    X(reverse, modulus, u8)                                   \
    BMILL_VARIANTS_REVERSE_BUILTIN_(X)
/* clang-format on */

BMILL_END_INLINE_

#endif
