/* bitmill/word/generic.h: bmill_<verb>(x, ...), the width taken from the type of x.
 *
 * C11 and later use _Generic, C++ uses overloads; in C99 only the names with a width exist. x must
 * be of an unsigned integer type. A signed one, such as the literal 6, does not compile, because
 * its width is rarely what was meant: write 6u, or (uint8_t)6. The _checked forms take it
 * from what x points to, which must be uint8_t, uint16_t, uint32_t or uint64_t exactly.
 *
 * BMILL_DEBUG takes effect here too: macros of the same names add the check, with the file and
 * line of the caller.
 */
#ifndef BITMILL_WORD_GENERIC_H
#define BITMILL_WORD_GENERIC_H

#include <bitmill/word/bit.h>
#include <bitmill/word/count.h>
#include <bitmill/word/pow2.h>
#include <limits.h>

#define BMILL_U8_(verb)  verb##_u8
#define BMILL_U16_(verb) verb##_u16
#define BMILL_U32_(verb) verb##_u32
#define BMILL_U64_(verb) verb##_u64
/* unsigned long is the one standard type whose width differs between hosts. */
#if ULONG_MAX == 0xffffffff
#define BMILL_ULONG_ BMILL_U32_
#else
#define BMILL_ULONG_ BMILL_U64_
#endif

#if defined(__cplusplus)

/* Every verb for one type T; F(verb) is the function of its width. */
#define BMILL_OVERLOADS_(T, F)                                                           \
    BMILL_CONSTEXPR T bmill_set(T x, unsigned i) { return F(bmill_set)(x, i); }          \
    BMILL_CONSTEXPR T bmill_clear(T x, unsigned i) { return F(bmill_clear)(x, i); }      \
    BMILL_CONSTEXPR T bmill_flip(T x, unsigned i) { return F(bmill_flip)(x, i); }        \
    BMILL_CONSTEXPR T bmill_modify(T x, unsigned i, bool state)                          \
    {                                                                                    \
        return F(bmill_modify)(x, i, state);                                             \
    }                                                                                    \
    BMILL_CONSTEXPR bool bmill_is_set(T x, unsigned i) { return F(bmill_is_set)(x, i); } \
    BMILL_CONSTEXPR bool bmill_is_odd(T x) { return F(bmill_is_odd)(x); }                \
    BMILL_CONSTEXPR bool bmill_is_even(T x) { return F(bmill_is_even)(x); }              \
    BMILL_CONSTEXPR unsigned bmill_popcount(T x) { return F(bmill_popcount)(x); }        \
    BMILL_CONSTEXPR bool bmill_parity(T x) { return F(bmill_parity)(x); }                \
    BMILL_CONSTEXPR unsigned bmill_clz(T x) { return F(bmill_clz)(x); }                  \
    BMILL_CONSTEXPR unsigned bmill_ctz(T x) { return F(bmill_ctz)(x); }                  \
    BMILL_CONSTEXPR bool bmill_is_pow2(T x) { return F(bmill_is_pow2)(x); }              \
    BMILL_CONSTEXPR T bmill_floor_pow2(T x) { return F(bmill_floor_pow2)(x); }           \
    BMILL_CONSTEXPR T bmill_ceil_pow2(T x) { return F(bmill_ceil_pow2)(x); }

BMILL_OVERLOADS_(unsigned char, BMILL_U8_)
BMILL_OVERLOADS_(unsigned short, BMILL_U16_)
BMILL_OVERLOADS_(unsigned int, BMILL_U32_)
BMILL_OVERLOADS_(unsigned long, BMILL_ULONG_)
BMILL_OVERLOADS_(unsigned long long, BMILL_U64_)
#undef BMILL_OVERLOADS_

/* The checked verbs for one width. A pointer must be to the exact type: where uint64_t is unsigned
 * long, an unsigned long long may not be written through it. */
#define BMILL_OVERLOADS_CHECKED_(T, F)                                             \
    BMILL_CONSTEXPR bool bmill_set_checked(T *x, unsigned i)                       \
    {                                                                              \
        return F(bmill_set_checked)(x, i);                                         \
    }                                                                              \
    BMILL_CONSTEXPR bool bmill_clear_checked(T *x, unsigned i)                     \
    {                                                                              \
        return F(bmill_clear_checked)(x, i);                                       \
    }                                                                              \
    BMILL_CONSTEXPR bool bmill_flip_checked(T *x, unsigned i)                      \
    {                                                                              \
        return F(bmill_flip_checked)(x, i);                                        \
    }                                                                              \
    BMILL_CONSTEXPR bool bmill_modify_checked(T *x, unsigned i, bool state)        \
    {                                                                              \
        return F(bmill_modify_checked)(x, i, state);                               \
    }                                                                              \
    BMILL_CONSTEXPR bool bmill_is_set_checked(const T *x, unsigned i, bool *state) \
    {                                                                              \
        return F(bmill_is_set_checked)(x, i, state);                               \
    }

BMILL_OVERLOADS_CHECKED_(uint8_t, BMILL_U8_)
BMILL_OVERLOADS_CHECKED_(uint16_t, BMILL_U16_)
BMILL_OVERLOADS_CHECKED_(uint32_t, BMILL_U32_)
BMILL_OVERLOADS_CHECKED_(uint64_t, BMILL_U64_)
#undef BMILL_OVERLOADS_CHECKED_

#ifdef BMILL_DEBUG
#define bmill_set(x, i)           bmill_set((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_clear(x, i)         bmill_clear((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_flip(x, i)          bmill_flip((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_is_set(x, i)        bmill_is_set((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_modify(x, i, state) bmill_modify((x), BMILL_INDEX_(i, 8 * sizeof(x)), (state))
#endif

#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L

#define BMILL_GENERIC_(verb, x)                       \
    _Generic((x), unsigned char                       \
             : BMILL_U8_(verb), unsigned short        \
             : BMILL_U16_(verb), unsigned int         \
             : BMILL_U32_(verb), unsigned long        \
             : BMILL_ULONG_(verb), unsigned long long \
             : BMILL_U64_(verb))

#define BMILL_GENERIC_CHECKED_(verb, x)   \
    _Generic(*(x), uint8_t                \
             : BMILL_U8_(verb), uint16_t  \
             : BMILL_U16_(verb), uint32_t \
             : BMILL_U32_(verb), uint64_t \
             : BMILL_U64_(verb))

#define bmill_set(x, i)    BMILL_GENERIC_(bmill_set, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_clear(x, i)  BMILL_GENERIC_(bmill_clear, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_flip(x, i)   BMILL_GENERIC_(bmill_flip, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_is_set(x, i) BMILL_GENERIC_(bmill_is_set, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_modify(x, i, state) \
    BMILL_GENERIC_(bmill_modify, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)), (state))
#define bmill_set_checked(x, i)   BMILL_GENERIC_CHECKED_(bmill_set_checked, x)((x), (i))
#define bmill_clear_checked(x, i) BMILL_GENERIC_CHECKED_(bmill_clear_checked, x)((x), (i))
#define bmill_flip_checked(x, i)  BMILL_GENERIC_CHECKED_(bmill_flip_checked, x)((x), (i))
#define bmill_modify_checked(x, i, state) \
    BMILL_GENERIC_CHECKED_(bmill_modify_checked, x)((x), (i), (state))
#define bmill_is_set_checked(x, i, state) \
    BMILL_GENERIC_CHECKED_(bmill_is_set_checked, x)((x), (i), (state))
#define bmill_is_odd(x)     BMILL_GENERIC_(bmill_is_odd, x)(x)
#define bmill_is_even(x)    BMILL_GENERIC_(bmill_is_even, x)(x)
#define bmill_popcount(x)   BMILL_GENERIC_(bmill_popcount, x)(x)
#define bmill_parity(x)     BMILL_GENERIC_(bmill_parity, x)(x)
#define bmill_clz(x)        BMILL_GENERIC_(bmill_clz, x)(x)
#define bmill_ctz(x)        BMILL_GENERIC_(bmill_ctz, x)(x)
#define bmill_is_pow2(x)    BMILL_GENERIC_(bmill_is_pow2, x)(x)
#define bmill_floor_pow2(x) BMILL_GENERIC_(bmill_floor_pow2, x)(x)
#define bmill_ceil_pow2(x)  BMILL_GENERIC_(bmill_ceil_pow2, x)(x)

#endif

/* The names with a width, checked. */
#ifdef BMILL_DEBUG
#define bmill_set_u8(x, i)            bmill_set_u8((x), BMILL_INDEX_(i, 8))
#define bmill_set_u16(x, i)           bmill_set_u16((x), BMILL_INDEX_(i, 16))
#define bmill_set_u32(x, i)           bmill_set_u32((x), BMILL_INDEX_(i, 32))
#define bmill_set_u64(x, i)           bmill_set_u64((x), BMILL_INDEX_(i, 64))
#define bmill_clear_u8(x, i)          bmill_clear_u8((x), BMILL_INDEX_(i, 8))
#define bmill_clear_u16(x, i)         bmill_clear_u16((x), BMILL_INDEX_(i, 16))
#define bmill_clear_u32(x, i)         bmill_clear_u32((x), BMILL_INDEX_(i, 32))
#define bmill_clear_u64(x, i)         bmill_clear_u64((x), BMILL_INDEX_(i, 64))
#define bmill_flip_u8(x, i)           bmill_flip_u8((x), BMILL_INDEX_(i, 8))
#define bmill_flip_u16(x, i)          bmill_flip_u16((x), BMILL_INDEX_(i, 16))
#define bmill_flip_u32(x, i)          bmill_flip_u32((x), BMILL_INDEX_(i, 32))
#define bmill_flip_u64(x, i)          bmill_flip_u64((x), BMILL_INDEX_(i, 64))
#define bmill_is_set_u8(x, i)         bmill_is_set_u8((x), BMILL_INDEX_(i, 8))
#define bmill_is_set_u16(x, i)        bmill_is_set_u16((x), BMILL_INDEX_(i, 16))
#define bmill_is_set_u32(x, i)        bmill_is_set_u32((x), BMILL_INDEX_(i, 32))
#define bmill_is_set_u64(x, i)        bmill_is_set_u64((x), BMILL_INDEX_(i, 64))
#define bmill_modify_u8(x, i, state)  bmill_modify_u8((x), BMILL_INDEX_(i, 8), (state))
#define bmill_modify_u16(x, i, state) bmill_modify_u16((x), BMILL_INDEX_(i, 16), (state))
#define bmill_modify_u32(x, i, state) bmill_modify_u32((x), BMILL_INDEX_(i, 32), (state))
#define bmill_modify_u64(x, i, state) bmill_modify_u64((x), BMILL_INDEX_(i, 64), (state))
#endif

#endif
