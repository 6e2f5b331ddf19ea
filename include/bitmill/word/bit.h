/* bitmill/word/bit.h: single bits of an unsigned integer.
 *
 * Index policy: `i` below the width is a precondition. With BMILL_DEBUG a violation stops the
 * program and names file, line, index and width; without, `i` is taken modulo the width, which is
 * what the bts, btr, btc and bt instructions of x86 do, so it costs nothing. The _checked twins
 * report a violation instead.
 */
#ifndef BITMILL_WORD_BIT_H
#define BITMILL_WORD_BIT_H

#include <bitmill/word/generic.h>

BMILL_BEGIN_INLINE_

/**
 * Set bit `i` of `x` to 1.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit set.
 * Cost: one instruction on x86-64 (bts), two on most others.
 * Example: bmill_set_u8(6, 0) == 7
 * Since 0.1.0.
 */
BMILL_FN uint8_t bmill_set_u8(uint8_t x, unsigned i) { return (uint8_t)(x | 1u << (i & 7)); }
BMILL_FN uint16_t bmill_set_u16(uint16_t x, unsigned i) { return (uint16_t)(x | 1u << (i & 15)); }
BMILL_FN uint32_t bmill_set_u32(uint32_t x, unsigned i) { return x | UINT32_C(1) << (i & 31); }
BMILL_FN uint64_t bmill_set_u64(uint64_t x, unsigned i) { return x | UINT64_C(1) << (i & 63); }

/**
 * Clear bit `i` of `x` to 0.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit clear.
 * Cost: one instruction on x86-64 (btr), two on most others.
 * Example: bmill_clear_u8(7, 1) == 5
 * Since 0.1.0.
 */
BMILL_FN uint8_t bmill_clear_u8(uint8_t x, unsigned i) { return (uint8_t)(x & ~(1u << (i & 7))); }
BMILL_FN uint16_t bmill_clear_u16(uint16_t x, unsigned i)
{
    return (uint16_t)(x & ~(1u << (i & 15)));
}
BMILL_FN uint32_t bmill_clear_u32(uint32_t x, unsigned i) { return x & ~(UINT32_C(1) << (i & 31)); }
BMILL_FN uint64_t bmill_clear_u64(uint64_t x, unsigned i) { return x & ~(UINT64_C(1) << (i & 63)); }

/**
 * Flip bit `i` of `x`: 0 becomes 1, 1 becomes 0.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit flipped.
 * Cost: one instruction on x86-64 (btc), two on most others.
 * Example: bmill_flip_u8(6, 1) == 4
 * Since 0.1.0.
 */
BMILL_FN uint8_t bmill_flip_u8(uint8_t x, unsigned i) { return (uint8_t)(x ^ 1u << (i & 7)); }
BMILL_FN uint16_t bmill_flip_u16(uint16_t x, unsigned i) { return (uint16_t)(x ^ 1u << (i & 15)); }
BMILL_FN uint32_t bmill_flip_u32(uint32_t x, unsigned i) { return x ^ UINT32_C(1) << (i & 31); }
BMILL_FN uint64_t bmill_flip_u64(uint64_t x, unsigned i) { return x ^ UINT64_C(1) << (i & 63); }

/**
 * Make bit `i` of `x` equal to `state`, without a branch.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit 1 if `state`,
 * else 0. Cost: about four instructions, whatever `state` is.
 * Example: bmill_modify_u8(6, 1, false) == 4
 * Since 0.1.0. Source of the idea: S. E. Anderson, Bit Twiddling Hacks, "Conditionally set or clear
 * bits without branching"; clearing first and then adding the bit is one instruction shorter.
 */
BMILL_FN uint8_t bmill_modify_u8(uint8_t x, unsigned i, bool state)
{
    return (uint8_t)((x & ~(1u << (i & 7))) | (unsigned)state << (i & 7));
}
BMILL_FN uint16_t bmill_modify_u16(uint16_t x, unsigned i, bool state)
{
    return (uint16_t)((x & ~(1u << (i & 15))) | (unsigned)state << (i & 15));
}
BMILL_FN uint32_t bmill_modify_u32(uint32_t x, unsigned i, bool state)
{
    return (x & ~(UINT32_C(1) << (i & 31))) | (uint32_t)state << (i & 31);
}
BMILL_FN uint64_t bmill_modify_u64(uint64_t x, unsigned i, bool state)
{
    return (x & ~(UINT64_C(1) << (i & 63))) | (uint64_t)state << (i & 63);
}

/**
 * Whether bit `i` of `x` is 1.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: true or false.
 * Cost: two instructions (bt, or shift and mask).
 * Example: bmill_is_set_u8(6, 2) is true, bmill_is_set_u8(6, 0) is false
 * Since 0.1.0.
 */
BMILL_FN bool bmill_is_set_u8(uint8_t x, unsigned i) { return x >> (i & 7) & 1; }
BMILL_FN bool bmill_is_set_u16(uint16_t x, unsigned i) { return x >> (i & 15) & 1; }
BMILL_FN bool bmill_is_set_u32(uint32_t x, unsigned i) { return x >> (i & 31) & 1; }
BMILL_FN bool bmill_is_set_u64(uint64_t x, unsigned i) { return x >> (i & 63) & 1; }

/**
 * The five above, for an index that may be out of range: bmill_set_checked_u8(),
 * bmill_clear_checked_u8(), bmill_flip_checked_u8(), bmill_modify_checked_u8(),
 * bmill_is_set_checked_u8(), and so on for each width.
 *
 * `x` points to the value to change, for is_set to the value to read; `i` is in bits. Result: true
 * if `i` was below the width and the operation was done; false if not, and then nothing was
 * written, neither `*x` nor `*state`. NULL is not allowed. Cost: one compare and branch more.
 * Example: uint8_t x = 6; bmill_set_checked_u8(&x, 8) is false and x is still 6
 * Since 0.1.0.
 */
#define BMILL_CHECKED_(T, uN, width)                                                     \
    BMILL_FN_CHANGES bool bmill_set_checked_##uN(T *x, unsigned i)                       \
    {                                                                                    \
        return i < width ? (*x = bmill_set_##uN(*x, i), true) : false;                   \
    }                                                                                    \
    BMILL_FN_CHANGES bool bmill_clear_checked_##uN(T *x, unsigned i)                     \
    {                                                                                    \
        return i < width ? (*x = bmill_clear_##uN(*x, i), true) : false;                 \
    }                                                                                    \
    BMILL_FN_CHANGES bool bmill_flip_checked_##uN(T *x, unsigned i)                      \
    {                                                                                    \
        return i < width ? (*x = bmill_flip_##uN(*x, i), true) : false;                  \
    }                                                                                    \
    BMILL_FN_CHANGES bool bmill_modify_checked_##uN(T *x, unsigned i, bool state)        \
    {                                                                                    \
        return i < width ? (*x = bmill_modify_##uN(*x, i, state), true) : false;         \
    }                                                                                    \
    BMILL_FN_CHANGES bool bmill_is_set_checked_##uN(const T *x, unsigned i, bool *state) \
    {                                                                                    \
        return i < width ? (*state = bmill_is_set_##uN(*x, i), true) : false;            \
    }
BMILL_CHECKED_(uint8_t, u8, 8)
BMILL_CHECKED_(uint16_t, u16, 16)
BMILL_CHECKED_(uint32_t, u32, 32)
BMILL_CHECKED_(uint64_t, u64, 64)
#undef BMILL_CHECKED_

/**
 * Set, clear or flip bit `i` of `*x` and tell what it was: bmill_test_and_set_u8(),
 * bmill_test_and_clear_u8(), bmill_test_and_flip_u8(), and so on for each width.
 *
 * `i` is in bits, 0 to width - 1 (index policy above); NULL is not allowed. Result: true if the bit
 * was 1 before, false if it was 0. Not atomic: for one thread at a time. Cost: about four
 * instructions besides the load and the store, no branch.
 * Example: uint8_t x = 6; bmill_test_and_set_u8(&x, 0) is false and x is 7
 * Since 0.1.0.
 */
#define BMILL_TEST_AND_(verb, T, uN)                                     \
    BMILL_FN_CHANGES bool bmill_test_and_##verb##_##uN(T *x, unsigned i) \
    {                                                                    \
        bool old = bmill_is_set_##uN(*x, i);                             \
        return *x = bmill_##verb##_##uN(*x, i), old;                     \
    }
#define BMILL_TEST_AND_EACH_(T, uN) \
    BMILL_TEST_AND_(set, T, uN) BMILL_TEST_AND_(clear, T, uN) BMILL_TEST_AND_(flip, T, uN)
BMILL_TEST_AND_EACH_(uint8_t, u8)
BMILL_TEST_AND_EACH_(uint16_t, u16)
BMILL_TEST_AND_EACH_(uint32_t, u32)
BMILL_TEST_AND_EACH_(uint64_t, u64)
#undef BMILL_TEST_AND_EACH_
#undef BMILL_TEST_AND_

/**
 * Whether `x` is odd (bit 0 is 1) or even (bit 0 is 0). Zero is even.
 *
 * Cost: one instruction.
 * Example: bmill_is_odd_u8(7) is true, bmill_is_even_u8(7) is false
 * Since 0.1.0.
 */
BMILL_FN bool bmill_is_odd_u8(uint8_t x) { return x & 1; }
BMILL_FN bool bmill_is_odd_u16(uint16_t x) { return x & 1; }
BMILL_FN bool bmill_is_odd_u32(uint32_t x) { return x & 1; }
BMILL_FN bool bmill_is_odd_u64(uint64_t x) { return x & 1; }
BMILL_FN bool bmill_is_even_u8(uint8_t x) { return !(x & 1); }
BMILL_FN bool bmill_is_even_u16(uint16_t x) { return !(x & 1); }
BMILL_FN bool bmill_is_even_u32(uint32_t x) { return !(x & 1); }
BMILL_FN bool bmill_is_even_u64(uint64_t x) { return !(x & 1); }

/* ---- The width from the type: see generic.h. ---- */

#ifdef BMILL_FOR_EACH_TYPE_
#define BMILL_OVERLOADS_(T, S, N, F)                                                 \
    BMILL_FN T N(bmill_set)(T x, unsigned i) { return F(bmill_set)(x, i); }          \
    BMILL_FN T N(bmill_clear)(T x, unsigned i) { return F(bmill_clear)(x, i); }      \
    BMILL_FN T N(bmill_flip)(T x, unsigned i) { return F(bmill_flip)(x, i); }        \
    BMILL_FN T N(bmill_modify)(T x, unsigned i, bool state)                          \
    {                                                                                \
        return F(bmill_modify)(x, i, state);                                         \
    }                                                                                \
    BMILL_FN bool N(bmill_is_set)(T x, unsigned i) { return F(bmill_is_set)(x, i); } \
    BMILL_FN bool N(bmill_is_odd)(T x) { return F(bmill_is_odd)(x); }                \
    BMILL_FN bool N(bmill_is_even)(T x) { return F(bmill_is_even)(x); }
BMILL_FOR_EACH_TYPE_(BMILL_OVERLOADS_)
#undef BMILL_OVERLOADS_

/* Through a copy, as a T may not be accessed as its twin. */
#define BMILL_OVERLOADS_(T, S, N, F)                                                   \
    BMILL_FN_CHANGES bool N(bmill_set_checked)(T * x, unsigned i)                      \
    {                                                                                  \
        return i < 8 * sizeof *x ? (*x = F(bmill_set)(*x, i), true) : false;           \
    }                                                                                  \
    BMILL_FN_CHANGES bool N(bmill_clear_checked)(T * x, unsigned i)                    \
    {                                                                                  \
        return i < 8 * sizeof *x ? (*x = F(bmill_clear)(*x, i), true) : false;         \
    }                                                                                  \
    BMILL_FN_CHANGES bool N(bmill_flip_checked)(T * x, unsigned i)                     \
    {                                                                                  \
        return i < 8 * sizeof *x ? (*x = F(bmill_flip)(*x, i), true) : false;          \
    }                                                                                  \
    BMILL_FN_CHANGES bool N(bmill_modify_checked)(T * x, unsigned i, bool state)       \
    {                                                                                  \
        return i < 8 * sizeof *x ? (*x = F(bmill_modify)(*x, i, state), true) : false; \
    }                                                                                  \
    BMILL_FN_CHANGES bool N(bmill_is_set_checked)(const T *x, unsigned i, bool *state) \
    {                                                                                  \
        return i < 8 * sizeof *x ? (*state = F(bmill_is_set)(*x, i), true) : false;    \
    }                                                                                  \
    BMILL_FN_CHANGES bool N(bmill_test_and_set)(T * x, unsigned i)                     \
    {                                                                                  \
        const T old = *x;                                                              \
        return *x = F(bmill_set)(old, i), F(bmill_is_set)(old, i);                     \
    }                                                                                  \
    BMILL_FN_CHANGES bool N(bmill_test_and_clear)(T * x, unsigned i)                   \
    {                                                                                  \
        const T old = *x;                                                              \
        return *x = F(bmill_clear)(old, i), F(bmill_is_set)(old, i);                   \
    }                                                                                  \
    BMILL_FN_CHANGES bool N(bmill_test_and_flip)(T * x, unsigned i)                    \
    {                                                                                  \
        const T old = *x;                                                              \
        return *x = F(bmill_flip)(old, i), F(bmill_is_set)(old, i);                    \
    }
BMILL_FOR_EACH_TYPE_(BMILL_OVERLOADS_)
#undef BMILL_OVERLOADS_
#endif

#if defined(__cplusplus)
BMILL_REFUSED_(bmill_set)
BMILL_REFUSED_(bmill_clear)
BMILL_REFUSED_(bmill_flip)
BMILL_REFUSED_(bmill_modify)
BMILL_REFUSED_(bmill_is_set)
BMILL_REFUSED_(bmill_is_odd)
BMILL_REFUSED_(bmill_is_even)
BMILL_REFUSED_POINTER_(bmill_set_checked)
BMILL_REFUSED_POINTER_(bmill_clear_checked)
BMILL_REFUSED_POINTER_(bmill_flip_checked)
BMILL_REFUSED_POINTER_(bmill_modify_checked)
BMILL_REFUSED_POINTER_(bmill_is_set_checked)
BMILL_REFUSED_POINTER_(bmill_test_and_set)
BMILL_REFUSED_POINTER_(bmill_test_and_clear)
BMILL_REFUSED_POINTER_(bmill_test_and_flip)
#endif

BMILL_END_INLINE_

#if defined(__cplusplus)

#ifdef BMILL_DEBUG
#define bmill_set(x, i)            bmill_set((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_clear(x, i)          bmill_clear((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_flip(x, i)           bmill_flip((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_modify(x, i, state)  bmill_modify((x), BMILL_INDEX_(i, 8 * sizeof(x)), (state))
#define bmill_is_set(x, i)         bmill_is_set((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_test_and_set(x, i)   bmill_test_and_set((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#define bmill_test_and_clear(x, i) bmill_test_and_clear((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#define bmill_test_and_flip(x, i)  bmill_test_and_flip((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#endif

#elif defined(BMILL_HAVE_GENERIC_)

#define bmill_set(x, i)   BMILL_GENERIC_(bmill_set, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_clear(x, i) BMILL_GENERIC_(bmill_clear, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_flip(x, i)  BMILL_GENERIC_(bmill_flip, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_modify(x, i, state) \
    BMILL_GENERIC_(bmill_modify, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)), (state))
#define bmill_is_set(x, i)        BMILL_GENERIC_(bmill_is_set, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_set_checked(x, i)   BMILL_GENERIC_(bmill_set_checked, *(x))((x), (i))
#define bmill_clear_checked(x, i) BMILL_GENERIC_(bmill_clear_checked, *(x))((x), (i))
#define bmill_flip_checked(x, i)  BMILL_GENERIC_(bmill_flip_checked, *(x))((x), (i))
#define bmill_modify_checked(x, i, state) \
    BMILL_GENERIC_(bmill_modify_checked, *(x))((x), (i), (state))
#define bmill_is_set_checked(x, i, state) \
    BMILL_GENERIC_(bmill_is_set_checked, *(x))((x), (i), (state))
#define bmill_test_and_set(x, i) \
    BMILL_GENERIC_(bmill_test_and_set, *(x))((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#define bmill_test_and_clear(x, i) \
    BMILL_GENERIC_(bmill_test_and_clear, *(x))((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#define bmill_test_and_flip(x, i) \
    BMILL_GENERIC_(bmill_test_and_flip, *(x))((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#define bmill_is_odd(x)  BMILL_GENERIC_(bmill_is_odd, x)(x)
#define bmill_is_even(x) BMILL_GENERIC_(bmill_is_even, x)(x)

#endif

/* The names with a width, checked: with the file and line of the caller. */
#ifdef BMILL_DEBUG
#define bmill_set_u8(x, i)             bmill_set_u8((x), BMILL_INDEX_(i, 8))
#define bmill_set_u16(x, i)            bmill_set_u16((x), BMILL_INDEX_(i, 16))
#define bmill_set_u32(x, i)            bmill_set_u32((x), BMILL_INDEX_(i, 32))
#define bmill_set_u64(x, i)            bmill_set_u64((x), BMILL_INDEX_(i, 64))
#define bmill_clear_u8(x, i)           bmill_clear_u8((x), BMILL_INDEX_(i, 8))
#define bmill_clear_u16(x, i)          bmill_clear_u16((x), BMILL_INDEX_(i, 16))
#define bmill_clear_u32(x, i)          bmill_clear_u32((x), BMILL_INDEX_(i, 32))
#define bmill_clear_u64(x, i)          bmill_clear_u64((x), BMILL_INDEX_(i, 64))
#define bmill_flip_u8(x, i)            bmill_flip_u8((x), BMILL_INDEX_(i, 8))
#define bmill_flip_u16(x, i)           bmill_flip_u16((x), BMILL_INDEX_(i, 16))
#define bmill_flip_u32(x, i)           bmill_flip_u32((x), BMILL_INDEX_(i, 32))
#define bmill_flip_u64(x, i)           bmill_flip_u64((x), BMILL_INDEX_(i, 64))
#define bmill_modify_u8(x, i, state)   bmill_modify_u8((x), BMILL_INDEX_(i, 8), (state))
#define bmill_modify_u16(x, i, state)  bmill_modify_u16((x), BMILL_INDEX_(i, 16), (state))
#define bmill_modify_u32(x, i, state)  bmill_modify_u32((x), BMILL_INDEX_(i, 32), (state))
#define bmill_modify_u64(x, i, state)  bmill_modify_u64((x), BMILL_INDEX_(i, 64), (state))
#define bmill_is_set_u8(x, i)          bmill_is_set_u8((x), BMILL_INDEX_(i, 8))
#define bmill_is_set_u16(x, i)         bmill_is_set_u16((x), BMILL_INDEX_(i, 16))
#define bmill_is_set_u32(x, i)         bmill_is_set_u32((x), BMILL_INDEX_(i, 32))
#define bmill_is_set_u64(x, i)         bmill_is_set_u64((x), BMILL_INDEX_(i, 64))
#define bmill_test_and_set_u8(x, i)    bmill_test_and_set_u8((x), BMILL_INDEX_(i, 8))
#define bmill_test_and_set_u16(x, i)   bmill_test_and_set_u16((x), BMILL_INDEX_(i, 16))
#define bmill_test_and_set_u32(x, i)   bmill_test_and_set_u32((x), BMILL_INDEX_(i, 32))
#define bmill_test_and_set_u64(x, i)   bmill_test_and_set_u64((x), BMILL_INDEX_(i, 64))
#define bmill_test_and_clear_u8(x, i)  bmill_test_and_clear_u8((x), BMILL_INDEX_(i, 8))
#define bmill_test_and_clear_u16(x, i) bmill_test_and_clear_u16((x), BMILL_INDEX_(i, 16))
#define bmill_test_and_clear_u32(x, i) bmill_test_and_clear_u32((x), BMILL_INDEX_(i, 32))
#define bmill_test_and_clear_u64(x, i) bmill_test_and_clear_u64((x), BMILL_INDEX_(i, 64))
#define bmill_test_and_flip_u8(x, i)   bmill_test_and_flip_u8((x), BMILL_INDEX_(i, 8))
#define bmill_test_and_flip_u16(x, i)  bmill_test_and_flip_u16((x), BMILL_INDEX_(i, 16))
#define bmill_test_and_flip_u32(x, i)  bmill_test_and_flip_u32((x), BMILL_INDEX_(i, 32))
#define bmill_test_and_flip_u64(x, i)  bmill_test_and_flip_u64((x), BMILL_INDEX_(i, 64))
#endif

#endif
