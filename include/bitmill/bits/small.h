/* bitmill/bits/small.h: sizes that are small constants, worked on in the caller.
 *
 * bmill_bits_and(d, a, b, 100) becomes a handful of instructions, without a call. With a size that
 * is a variable it stays a call of the library, which is faster than a test of the size in the
 * caller would be. Define BMILL_NO_INLINE_BITS before including any bitmill header to have calls
 * only. For the fronts in bitmill/bits/<topic>.h; nothing here is called by name.
 *
 * The bitmap is a sequence of words of 64 bits, the last of which may be shorter. Loops have a
 * constant length and are unrolled, and conditions on nbits are constants: nothing is left of them.
 */
#ifndef BITMILL_BITS_SMALL_H
#define BITMILL_BITS_SMALL_H

#include <bitmill/bits/inline.h>

/* Whether nbits is a constant of at most `limit`. The limits were measured against the call on
 * Zen 5: 512 bits for logic and tests (0.3 to 2.3 ns against 3 to 4.7), 128 for counts and find. */
#if BMILL_SMALL_SIZES_
#define BMILL_SMALL_(nbits, limit) (__builtin_constant_p(nbits) && (nbits) <= (limit))
#else
#define BMILL_SMALL_(nbits, limit) false
#endif

#if BMILL_CHECKS_ || BMILL_SMALL_SIZES_

#if defined(__clang__)
#define BMILL_UNROLL_ /* clang unrolls loops of a constant length by itself */
#else
#define BMILL_UNROLL_ _Pragma("GCC unroll 8")
#endif

/* The helpers of the word layer cannot serve here: see BMILL_FRONT_HELPER_. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define BMILL_LE_(width, x) (x)
#else
#define BMILL_LE_(width, x) __builtin_bswap##width(x)
#endif

/* The operations. */
enum {
    BMILL_SMALL_AND_,
    BMILL_SMALL_OR_,
    BMILL_SMALL_XOR_,
    BMILL_SMALL_ANDNOT_,
    BMILL_SMALL_NAND_,
    BMILL_SMALL_NOR_,
    BMILL_SMALL_XNOR_,
    BMILL_SMALL_ORNOT_
};

BMILL_BEGIN_INLINE_

BMILL_FRONT_HELPER_ uint64_t bmill_small_load_2_(const unsigned char *p)
{
    uint16_t x;
    __builtin_memcpy(&x, p, sizeof x);
    return BMILL_LE_(16, x);
}

BMILL_FRONT_HELPER_ uint64_t bmill_small_load_4_(const unsigned char *p)
{
    uint32_t x;
    __builtin_memcpy(&x, p, sizeof x);
    return BMILL_LE_(32, x);
}

BMILL_FRONT_HELPER_ uint64_t bmill_small_load_8_(const unsigned char *p)
{
    uint64_t x;
    __builtin_memcpy(&x, p, sizeof x);
    return BMILL_LE_(64, x);
}

BMILL_FRONT_HELPER_ void bmill_small_store_2_(unsigned char *p, uint64_t x)
{
    uint16_t y = BMILL_LE_(16, (uint16_t)x);
    __builtin_memcpy(p, &y, sizeof y);
}

BMILL_FRONT_HELPER_ void bmill_small_store_4_(unsigned char *p, uint64_t x)
{
    uint32_t y = BMILL_LE_(32, (uint32_t)x);
    __builtin_memcpy(p, &y, sizeof y);
}

BMILL_FRONT_HELPER_ void bmill_small_store_8_(unsigned char *p, uint64_t x)
{
    uint64_t y = BMILL_LE_(64, x);
    __builtin_memcpy(p, &y, sizeof y);
}

/* As bmill_load_le() and bmill_store_le() of bitmill/word/memory.h: n bytes, 1 to 8. */
BMILL_FRONT_HELPER_ uint64_t bmill_small_load_bytes_(const unsigned char *p, size_t n)
{
    if (n == 8)
        return bmill_small_load_8_(p);
    if (n >= 4)
        return bmill_small_load_4_(p) | bmill_small_load_4_(p + n - 4) << 8 * (n - 4);
    if (n >= 2)
        return bmill_small_load_2_(p) | bmill_small_load_2_(p + n - 2) << 8 * (n - 2);
    return p[0];
}

BMILL_FRONT_HELPER_ void bmill_small_store_bytes_(unsigned char *p, size_t n, uint64_t x)
{
    if (n == 8) {
        bmill_small_store_8_(p, x);
    } else if (n >= 4) {
        bmill_small_store_4_(p, x);
        bmill_small_store_4_(p + n - 4, x >> 8 * (n - 4));
    } else if (n >= 2) {
        bmill_small_store_2_(p, x);
        bmill_small_store_2_(p + n - 2, x >> 8 * (n - 2));
    } else {
        p[0] = (unsigned char)x;
    }
}

/* As bmill_popcount_u64() of bitmill/word/count.h. */
BMILL_FRONT_HELPER_ unsigned bmill_small_popcount_(uint64_t x)
{
#if defined(BMILL_HAVE_POPCOUNT_) && defined(BMILL_HAVE_64_)
    return (unsigned)__builtin_popcountll(x);
#else
    x -= x >> 1 & UINT64_C(0x5555555555555555);
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (unsigned)(x * UINT64_C(0x0101010101010101) >> 56);
#endif
}

/* As bmill_ctz_u64() of bitmill/word/count.h; x is not 0. */
BMILL_FRONT_HELPER_ unsigned bmill_small_ctz_(uint64_t x)
{
#if defined(BMILL_HAVE_CLZ_) && defined(BMILL_HAVE_64_)
    return (unsigned)__builtin_ctzll(x);
#else
    return bmill_small_popcount_(~x & (x - 1));
#endif
}

/* The bits from `from` on of the 64 that begin with its byte, each XOR flip. 0 if these are not all
 * before nbits, and without optimisation: then the library looks. */
BMILL_FRONT_HELPER_ uint64_t bmill_small_next_(const void *bits, size_t nbits, size_t from,
                                               uint64_t flip)
{
    if (!BMILL_SMALL_SIZES_ || nbits < 64 || from > nbits - 64)
        return 0;
    return (bmill_small_load_8_((const unsigned char *)bits + from / 8) ^ flip) >> from % 8;
}

/* ---- Word k of a bitmap: its bits 64 k to 64 k + 63, or to nbits - 1 ---- */

BMILL_FRONT_HELPER_ size_t bmill_small_bytes_(size_t nbits, size_t k)
{
    return nbits - 64 * k < 64 ? (nbits - 64 * k + 7) / 8 : 8;
}

/* The bits past nbits are noise. */
BMILL_FRONT_HELPER_ uint64_t bmill_small_load_(const void *bits, size_t nbits, size_t k)
{
    return bmill_small_load_bytes_((const unsigned char *)bits + 8 * k,
                                   bmill_small_bytes_(nbits, k));
}

/* 1 where the word has a bit of the bitmap. */
BMILL_FRONT_HELPER_ uint64_t bmill_small_mask_(size_t nbits, size_t k)
{
    size_t rest = nbits - 64 * k;
    return rest < 64 ? (UINT64_C(1) << (rest & 63)) - 1 : ~UINT64_C(0);
}

/* Keeps the bits past nbits. The empty asm is for gcc, which makes old ^ ((old ^ x) & mask) of
 * (x & mask) | (old & ~mask): valgrind takes all of that for undefined where a bit of `old` past
 * nbits was never written. */
BMILL_FRONT_HELPER_ void bmill_small_store_(void *bits, size_t nbits, size_t k, uint64_t x)
{
    unsigned char *p = (unsigned char *)bits + 8 * k;
    size_t n = bmill_small_bytes_(nbits, k);
    unsigned kept = 0;
    if (nbits - 64 * k < 64 && nbits % 8 != 0) {
        kept = p[n - 1] & 0xffu << nbits % 8;
#if !defined(__clang__)
        __asm__("" : "+r"(kept));
#endif
    }
    bmill_small_store_bytes_(p, n,
                             (x & bmill_small_mask_(nbits, k)) | (uint64_t)kept << 8 * (n - 1));
}

/* ---- The work of a call ---- */

/* Word k of the function of a and b, 0 past nbits. Functions of one bitmap are a AND a, and its
 * negation a NAND a. b is loaded first, which saves gcc a move. */
BMILL_FRONT_HELPER_ uint64_t bmill_small_word_(int op, const void *a, const void *b, size_t nbits,
                                               size_t k)
{
    uint64_t y = bmill_small_load_(b, nbits, k), x = bmill_small_load_(a, nbits, k);
    switch (op) {
    case BMILL_SMALL_AND_:
        x = x & y;
        break;
    case BMILL_SMALL_OR_:
        x = x | y;
        break;
    case BMILL_SMALL_XOR_:
        x = x ^ y;
        break;
    case BMILL_SMALL_ANDNOT_:
        x = x & ~y;
        break;
    case BMILL_SMALL_NAND_:
        x = ~(x & y);
        break;
    case BMILL_SMALL_NOR_:
        x = ~(x | y);
        break;
    case BMILL_SMALL_XNOR_:
        x = ~(x ^ y);
        break;
    default: /* BMILL_SMALL_ORNOT_ */
        x = x | ~y;
        break;
    }
    return x & bmill_small_mask_(nbits, k);
}

BMILL_FRONT_HELPER_ void bmill_small_map_(int op, void *dst, const void *a, const void *b,
                                          size_t nbits)
{
    size_t k;
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        bmill_small_store_(dst, nbits, k, bmill_small_word_(op, a, b, nbits, k));
}

BMILL_FRONT_HELPER_ size_t bmill_small_count_(int op, const void *a, const void *b, size_t nbits)
{
    size_t k, count = 0;
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        count += bmill_small_popcount_(bmill_small_word_(op, a, b, nbits, k));
    return count;
}

BMILL_FRONT_HELPER_ bool bmill_small_any_(int op, const void *a, const void *b, size_t nbits)
{
    uint64_t any = 0;
    size_t k;
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++)
        any |= bmill_small_word_(op, a, b, nbits, k);
    return any != 0;
}

BMILL_FRONT_HELPER_ size_t bmill_small_find_(int op, const void *a, const void *b, size_t nbits)
{
    size_t k;
    BMILL_UNROLL_
    for (k = 0; 64 * k < nbits; k++) {
        uint64_t x = bmill_small_word_(op, a, b, nbits, k);
        if (x)
            return 64 * k + bmill_small_ctz_(x);
    }
    return nbits;
}

BMILL_END_INLINE_

#endif

#endif
