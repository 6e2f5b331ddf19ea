/** @file
 * bitmill/word/carryless.h: arithmetic without carries, where xor takes the place of addition: Gray
 * codes, running parities and the carry-less product.
 *
 * All four are related: gray_encode(x) is x ^ x >> 1, prefix_xor(x) is the carry-less product of x
 * and a number whose bits are all 1, and gray_decode is prefix_xor from the other end.
 */
#ifndef BITMILL_WORD_CARRYLESS_H
#define BITMILL_WORD_CARRYLESS_H

#include <bitmill/word/generic.h>

BMILL_BEGIN_INLINE_

#ifdef BMILL_HAVE_CLMUL_
typedef long long bmill_2x64_ __attribute__((vector_size(16)));
#endif

/** @name Gray code
 *
 * The Gray code of `x`: neighbouring numbers get codes that differ in one bit.
 *
 * Result: 0 for 0. The codes of i - 1 and i, for i > 0, differ only in bit bmill_ctz(i): that is
 * all that a walk through all subsets with one change at a time needs. Cost: three instructions.
 * Example: bmill_gray_encode_u8(6) == 5
 * Since 1.0.0. Counting up flips a run of low bits, and x ^ x >> 1 shows only where runs end.
 * Source: D. E. Knuth, The Art of Computer Programming, vol. 4A, section 7.2.1.1.
 */
/** @{ */

/** The Gray code of `x`. */
BMILL_FN uint64_t bmill_gray_encode_u64(uint64_t x) { return x ^ x >> 1; }
/** The Gray code of `x`. */
BMILL_FN uint32_t bmill_gray_encode_u32(uint32_t x) { return x ^ x >> 1; }
/** The Gray code of `x`. */
BMILL_FN uint16_t bmill_gray_encode_u16(uint16_t x) { return (uint16_t)(x ^ x >> 1); }
/** The Gray code of `x`. */
BMILL_FN uint8_t bmill_gray_encode_u8(uint8_t x) { return (uint8_t)(x ^ x >> 1); }

/** @} */

/** @name Inverse of the Gray code
 *
 * The number whose Gray code is `code`.
 *
 * Result: bit i is the parity of the bits i and above; 0 for 0. Cost: 10 to 18 instructions.
 * Example: bmill_gray_decode_u8(5) == 6
 * Since 1.0.0. Each step makes every bit the parity of twice as many bits. Source: as gray_encode.
 */
/** @{ */

/** The number with the Gray code `code`. */
BMILL_FN uint64_t bmill_gray_decode_u64(uint64_t code)
{
    code ^= code >> 1;
    code ^= code >> 2;
    code ^= code >> 4;
    code ^= code >> 8;
    code ^= code >> 16;
    return code ^ code >> 32;
}
/** The number with the Gray code `code`. */
BMILL_FN uint32_t bmill_gray_decode_u32(uint32_t code)
{
    code ^= code >> 1;
    code ^= code >> 2;
    code ^= code >> 4;
    code ^= code >> 8;
    return code ^ code >> 16;
}
/** The number with the Gray code `code`. */
BMILL_FN uint16_t bmill_gray_decode_u16(uint16_t code)
{
    return (uint16_t)bmill_gray_decode_u32(code);
}
/** The number with the Gray code `code`. */
BMILL_FN uint8_t bmill_gray_decode_u8(uint8_t code) { return (uint8_t)bmill_gray_decode_u32(code); }

/** @} */

/** @name Running parity
 *
 * The running parity of `x` from bit 0 up.
 *
 * Result: bit i is the parity of the bits 0 to i. If the 1 bits of `x` are quotation marks, those
 * of the result are the quotations, with the opening mark and without the closing one. Cost: 7 to
 * 16 instructions.
 * Example: bmill_prefix_xor_u8(0x24) == 0x1c
 * Since 1.0.0. Each step makes every bit the parity of twice as many bits.
 */
/** @{ */

/** The running parity of `x`: bit i is the parity of bits 0 to i. */
BMILL_FN uint64_t bmill_prefix_xor_u64(uint64_t x)
{
    x ^= x << 1;
    x ^= x << 2;
    x ^= x << 4;
    x ^= x << 8;
    x ^= x << 16;
    return x ^ x << 32;
}
/** The running parity of `x`: bit i is the parity of bits 0 to i. */
BMILL_FN uint32_t bmill_prefix_xor_u32(uint32_t x)
{
    x ^= x << 1;
    x ^= x << 2;
    x ^= x << 4;
    x ^= x << 8;
    return x ^ x << 16;
}
/** The running parity of `x`: bit i is the parity of bits 0 to i. */
BMILL_FN uint16_t bmill_prefix_xor_u16(uint16_t x) { return (uint16_t)bmill_prefix_xor_u32(x); }
/** The running parity of `x`: bit i is the parity of bits 0 to i. */
BMILL_FN uint8_t bmill_prefix_xor_u8(uint8_t x) { return (uint8_t)bmill_prefix_xor_u32(x); }

/** @} */

/** @name Carry-less product
 *
 * The carry-less product of `a` and `b`: the product of two polynomials over GF(2).
 *
 * Result: the low bits of the product, up to the width; bit i is the parity of the products of bit
 * j of `a` and bit i - j of `b`. 0 if either is 0. For the whole product, use twice the width.
 * Cost: four instructions with -mpclmul; else about 75, 16 of them multiplications (8 bits: about
 * 20, 4 of them), without a branch or a table.
 * Example: bmill_clmul_u8(6, 3) == 10
 * Since 1.0.0. An ordinary product of numbers whose 1 bits are 4 apart has room for its carries: 15
 * partial products can add up at a position before a carry reaches the next one, and 16 meet only
 * at the top position, whose carry is lost anyway. So `a` and `b` are each split into four such
 * numbers. In 8 bits, a distance of 2 is enough. Source: T. Pornin, the constant-time GHASH of
 * BearSSL.
 */
/** @{ */

/** The low 64 bits of the carry-less product of `a` and `b`. */
BMILL_FN uint64_t bmill_clmul_u64(uint64_t a, uint64_t b)
{
#ifdef BMILL_HAVE_CLMUL_
    if (!BMILL_AT_COMPILE_TIME_) {
        bmill_2x64_ x = {(long long)a, 0}, y = {(long long)b, 0};
        return (uint64_t)__builtin_ia32_pclmulqdq128(x, y, 0)[0];
    }
#endif
    const uint64_t m0 = UINT64_C(0x1111111111111111), m1 = m0 << 1, m2 = m0 << 2, m3 = m0 << 3;
    uint64_t a0 = a & m0, a1 = a & m1, a2 = a & m2, a3 = a & m3;
    uint64_t b0 = b & m0, b1 = b & m1, b2 = b & m2, b3 = b & m3;
    return ((a0 * b0 ^ a1 * b3 ^ a2 * b2 ^ a3 * b1) & m0) |
           ((a0 * b1 ^ a1 * b0 ^ a2 * b3 ^ a3 * b2) & m1) |
           ((a0 * b2 ^ a1 * b1 ^ a2 * b0 ^ a3 * b3) & m2) |
           ((a0 * b3 ^ a1 * b2 ^ a2 * b1 ^ a3 * b0) & m3);
}
/** The low 32 bits of the carry-less product of `a` and `b`. */
BMILL_FN uint32_t bmill_clmul_u32(uint32_t a, uint32_t b)
{
    return (uint32_t)bmill_clmul_u64(a, b);
}
/** The low 16 bits of the carry-less product of `a` and `b`. */
BMILL_FN uint16_t bmill_clmul_u16(uint16_t a, uint16_t b)
{
    return (uint16_t)bmill_clmul_u64(a, b);
}
/** The low 8 bits of the carry-less product of `a` and `b`. */
BMILL_FN uint8_t bmill_clmul_u8(uint8_t a, uint8_t b)
{
#ifdef BMILL_HAVE_CLMUL_
    return (uint8_t)bmill_clmul_u64(a, b);
#else
    int a0 = a & 0x55, a1 = a & 0xaa, b0 = b & 0x55, b1 = b & 0xaa;
    return (uint8_t)(((a0 * b0 ^ a1 * b1) & 0x55) | ((a0 * b1 ^ a1 * b0) & 0xaa));
#endif
}

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** The Gray code of `x`, for any unsigned type: see bmill_gray_encode_u64(). */
BMILL_FN_T T bmill_gray_encode(T x) { return BMILL_OF_T_(bmill_gray_encode)(x); }
/** The number with the Gray code `code`, for any unsigned type: see bmill_gray_decode_u64(). */
BMILL_FN_T T bmill_gray_decode(T code) { return BMILL_OF_T_(bmill_gray_decode)(code); }
/** The running parity of `x`: bit i is the parity of bits 0 to i: see bmill_prefix_xor_u64(). */
BMILL_FN_T T bmill_prefix_xor(T x) { return BMILL_OF_T_(bmill_prefix_xor)(x); }
/** The low half of the carry-less product of `a` and `b`: see bmill_clmul_u64(). */
BMILL_FN_T T bmill_clmul(T a, bmill_same_<T> b) { return BMILL_OF_T_(bmill_clmul)(a, b); }

BMILL_REFUSED_(bmill_gray_encode, T)
BMILL_REFUSED_(bmill_gray_decode, T)
BMILL_REFUSED_(bmill_prefix_xor, T)
BMILL_REFUSED_(bmill_clmul, T, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

BMILL_TWINS_(X, bmill_gray_encode)
BMILL_TWINS_(X, bmill_gray_decode)
BMILL_TWINS_(X, bmill_prefix_xor)
BMILL_TWINS_(XY, bmill_clmul)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_gray_encode, bmill_gray_decode, bmill_prefix_xor, bmill_clmul;

/** The Gray code of `x`, for any unsigned type: see bmill_gray_encode_u64(). */
#define bmill_gray_encode(x) BMILL_GENERIC_T_(bmill_gray_encode, x)(x)
/** The number with the Gray code `code`, for any unsigned type: see bmill_gray_decode_u64(). */
#define bmill_gray_decode(code) BMILL_GENERIC_T_(bmill_gray_decode, code)(code)
/** The running parity of `x`: bit i is the parity of bits 0 to i: see bmill_prefix_xor_u64(). */
#define bmill_prefix_xor(x) BMILL_GENERIC_T_(bmill_prefix_xor, x)(x)
/** The low half of the carry-less product of `a` and `b`: see bmill_clmul_u64(). */
#define bmill_clmul(a, b) BMILL_GENERIC_T_(bmill_clmul, a)((a), (b))

#endif

#endif
