/** @file
 * bitmill/word/bit.h: single bits of an unsigned integer.
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

/** @name Set a bit
 *
 * Set bit `i` of `x` to 1.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit set.
 * Cost: one instruction on x86-64 (bts), two on most others.
 * Example: bmill_set_u8(6, 0) == 7
 * Since 1.0.0.
 */
/** @{ */

/** `x` with bit `i` set to 1; `i` is 0 to 7. */
BMILL_FN uint8_t bmill_set_u8(uint8_t x, unsigned i) { return (uint8_t)(x | 1u << (i & 7)); }
/** `x` with bit `i` set to 1; `i` is 0 to 15. */
BMILL_FN uint16_t bmill_set_u16(uint16_t x, unsigned i) { return (uint16_t)(x | 1u << (i & 15)); }
/** `x` with bit `i` set to 1; `i` is 0 to 31. */
BMILL_FN uint32_t bmill_set_u32(uint32_t x, unsigned i) { return x | UINT32_C(1) << (i & 31); }
/** `x` with bit `i` set to 1; `i` is 0 to 63. */
BMILL_FN uint64_t bmill_set_u64(uint64_t x, unsigned i) { return x | UINT64_C(1) << (i & 63); }

/** @} */

/** @name Clear a bit
 *
 * Clear bit `i` of `x` to 0.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit clear.
 * Cost: one instruction on x86-64 (btr), two on most others.
 * Example: bmill_clear_u8(7, 1) == 5
 * Since 1.0.0.
 */
/** @{ */

/** `x` with bit `i` cleared to 0; `i` is 0 to 7. */
BMILL_FN uint8_t bmill_clear_u8(uint8_t x, unsigned i) { return (uint8_t)(x & ~(1u << (i & 7))); }
/** `x` with bit `i` cleared to 0; `i` is 0 to 15. */
BMILL_FN uint16_t bmill_clear_u16(uint16_t x, unsigned i)
{
    return (uint16_t)(x & ~(1u << (i & 15)));
}
/** `x` with bit `i` cleared to 0; `i` is 0 to 31. */
BMILL_FN uint32_t bmill_clear_u32(uint32_t x, unsigned i) { return x & ~(UINT32_C(1) << (i & 31)); }
/** `x` with bit `i` cleared to 0; `i` is 0 to 63. */
BMILL_FN uint64_t bmill_clear_u64(uint64_t x, unsigned i) { return x & ~(UINT64_C(1) << (i & 63)); }

/** @} */

/** @name Flip a bit
 *
 * Flip bit `i` of `x`: 0 becomes 1, 1 becomes 0.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit flipped.
 * Cost: one instruction on x86-64 (btc), two on most others.
 * Example: bmill_flip_u8(6, 1) == 4
 * Since 1.0.0.
 */
/** @{ */

/** `x` with bit `i` flipped; `i` is 0 to 7. */
BMILL_FN uint8_t bmill_flip_u8(uint8_t x, unsigned i) { return (uint8_t)(x ^ 1u << (i & 7)); }
/** `x` with bit `i` flipped; `i` is 0 to 15. */
BMILL_FN uint16_t bmill_flip_u16(uint16_t x, unsigned i) { return (uint16_t)(x ^ 1u << (i & 15)); }
/** `x` with bit `i` flipped; `i` is 0 to 31. */
BMILL_FN uint32_t bmill_flip_u32(uint32_t x, unsigned i) { return x ^ UINT32_C(1) << (i & 31); }
/** `x` with bit `i` flipped; `i` is 0 to 63. */
BMILL_FN uint64_t bmill_flip_u64(uint64_t x, unsigned i) { return x ^ UINT64_C(1) << (i & 63); }

/** @} */

/** @name Make a bit 0 or 1
 *
 * Make bit `i` of `x` equal to `state`, without a branch.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: `x` with that bit 1 if `state`,
 * else 0. Cost: about four instructions, whatever `state` is.
 * Example: bmill_modify_u8(6, 1, false) == 4
 * Since 1.0.0. Source of the idea: S. E. Anderson, Bit Twiddling Hacks, "Conditionally set or clear
 * bits without branching"; clearing first and then adding the bit is one instruction shorter.
 */
/** @{ */

/** `x` with bit `i` equal to `state`; `i` is 0 to 7. */
BMILL_FN uint8_t bmill_modify_u8(uint8_t x, unsigned i, bool state)
{
    return (uint8_t)((x & ~(1u << (i & 7))) | (unsigned)state << (i & 7));
}
/** `x` with bit `i` equal to `state`; `i` is 0 to 15. */
BMILL_FN uint16_t bmill_modify_u16(uint16_t x, unsigned i, bool state)
{
    return (uint16_t)((x & ~(1u << (i & 15))) | (unsigned)state << (i & 15));
}
/** `x` with bit `i` equal to `state`; `i` is 0 to 31. */
BMILL_FN uint32_t bmill_modify_u32(uint32_t x, unsigned i, bool state)
{
    return (x & ~(UINT32_C(1) << (i & 31))) | (uint32_t)state << (i & 31);
}
/** `x` with bit `i` equal to `state`; `i` is 0 to 63. */
BMILL_FN uint64_t bmill_modify_u64(uint64_t x, unsigned i, bool state)
{
    return (x & ~(UINT64_C(1) << (i & 63))) | (uint64_t)state << (i & 63);
}

/** @} */

/** @name Test a bit
 *
 * Whether bit `i` of `x` is 1.
 *
 * `i` is in bits, 0 to width - 1 (index policy above). Result: true or false.
 * Cost: two instructions (bt, or shift and mask).
 * Example: bmill_is_set_u8(6, 2) is true, bmill_is_set_u8(6, 0) is false
 * Since 1.0.0.
 */
/** @{ */

/** Whether bit `i` of `x` is 1; `i` is 0 to 7. */
BMILL_FN bool bmill_is_set_u8(uint8_t x, unsigned i) { return x >> (i & 7) & 1; }
/** Whether bit `i` of `x` is 1; `i` is 0 to 15. */
BMILL_FN bool bmill_is_set_u16(uint16_t x, unsigned i) { return x >> (i & 15) & 1; }
/** Whether bit `i` of `x` is 1; `i` is 0 to 31. */
BMILL_FN bool bmill_is_set_u32(uint32_t x, unsigned i) { return x >> (i & 31) & 1; }
/** Whether bit `i` of `x` is 1; `i` is 0 to 63. */
BMILL_FN bool bmill_is_set_u64(uint64_t x, unsigned i) { return x >> (i & 63) & 1; }

/** @} */

/** @name Single bits, with a check of the index
 *
 * set, clear, flip, modify and is_set for an index that may be out of range.
 *
 * `x` points to the value to change (is_set: to read); `i` is in bits. Result: true if `i` was
 * below the width and the operation was done; false if not, and then nothing was written, neither
 * `*x` nor `*state`. NULL is not allowed. Cost: one compare and branch more.
 * Example: uint8_t x = 6; bmill_set_checked_u8(&x, 8) is false and x is still 6
 * Since 1.0.0.
 */
/** @{ */

/** Sets bit `i` of `*x`; false, and no store, if `i` is 8 or more. */
BMILL_FN_CHANGES bool bmill_set_checked_u8(uint8_t *x, unsigned i)
{
    if (i < 8)
        *x = bmill_set_u8(*x, i);
    return i < 8;
}
/** Sets bit `i` of `*x`; false, and no store, if `i` is 16 or more. */
BMILL_FN_CHANGES bool bmill_set_checked_u16(uint16_t *x, unsigned i)
{
    if (i < 16)
        *x = bmill_set_u16(*x, i);
    return i < 16;
}
/** Sets bit `i` of `*x`; false, and no store, if `i` is 32 or more. */
BMILL_FN_CHANGES bool bmill_set_checked_u32(uint32_t *x, unsigned i)
{
    if (i < 32)
        *x = bmill_set_u32(*x, i);
    return i < 32;
}
/** Sets bit `i` of `*x`; false, and no store, if `i` is 64 or more. */
BMILL_FN_CHANGES bool bmill_set_checked_u64(uint64_t *x, unsigned i)
{
    if (i < 64)
        *x = bmill_set_u64(*x, i);
    return i < 64;
}
/** Clears bit `i` of `*x`; false, and no store, if `i` is 8 or more. */
BMILL_FN_CHANGES bool bmill_clear_checked_u8(uint8_t *x, unsigned i)
{
    if (i < 8)
        *x = bmill_clear_u8(*x, i);
    return i < 8;
}
/** Clears bit `i` of `*x`; false, and no store, if `i` is 16 or more. */
BMILL_FN_CHANGES bool bmill_clear_checked_u16(uint16_t *x, unsigned i)
{
    if (i < 16)
        *x = bmill_clear_u16(*x, i);
    return i < 16;
}
/** Clears bit `i` of `*x`; false, and no store, if `i` is 32 or more. */
BMILL_FN_CHANGES bool bmill_clear_checked_u32(uint32_t *x, unsigned i)
{
    if (i < 32)
        *x = bmill_clear_u32(*x, i);
    return i < 32;
}
/** Clears bit `i` of `*x`; false, and no store, if `i` is 64 or more. */
BMILL_FN_CHANGES bool bmill_clear_checked_u64(uint64_t *x, unsigned i)
{
    if (i < 64)
        *x = bmill_clear_u64(*x, i);
    return i < 64;
}
/** Flips bit `i` of `*x`; false, and no store, if `i` is 8 or more. */
BMILL_FN_CHANGES bool bmill_flip_checked_u8(uint8_t *x, unsigned i)
{
    if (i < 8)
        *x = bmill_flip_u8(*x, i);
    return i < 8;
}
/** Flips bit `i` of `*x`; false, and no store, if `i` is 16 or more. */
BMILL_FN_CHANGES bool bmill_flip_checked_u16(uint16_t *x, unsigned i)
{
    if (i < 16)
        *x = bmill_flip_u16(*x, i);
    return i < 16;
}
/** Flips bit `i` of `*x`; false, and no store, if `i` is 32 or more. */
BMILL_FN_CHANGES bool bmill_flip_checked_u32(uint32_t *x, unsigned i)
{
    if (i < 32)
        *x = bmill_flip_u32(*x, i);
    return i < 32;
}
/** Flips bit `i` of `*x`; false, and no store, if `i` is 64 or more. */
BMILL_FN_CHANGES bool bmill_flip_checked_u64(uint64_t *x, unsigned i)
{
    if (i < 64)
        *x = bmill_flip_u64(*x, i);
    return i < 64;
}
/** Makes bit `i` of `*x` equal to `state`; false, and no store, if `i` is 8 or more. */
BMILL_FN_CHANGES bool bmill_modify_checked_u8(uint8_t *x, unsigned i, bool state)
{
    if (i < 8)
        *x = bmill_modify_u8(*x, i, state);
    return i < 8;
}
/** Makes bit `i` of `*x` equal to `state`; false, and no store, if `i` is 16 or more. */
BMILL_FN_CHANGES bool bmill_modify_checked_u16(uint16_t *x, unsigned i, bool state)
{
    if (i < 16)
        *x = bmill_modify_u16(*x, i, state);
    return i < 16;
}
/** Makes bit `i` of `*x` equal to `state`; false, and no store, if `i` is 32 or more. */
BMILL_FN_CHANGES bool bmill_modify_checked_u32(uint32_t *x, unsigned i, bool state)
{
    if (i < 32)
        *x = bmill_modify_u32(*x, i, state);
    return i < 32;
}
/** Makes bit `i` of `*x` equal to `state`; false, and no store, if `i` is 64 or more. */
BMILL_FN_CHANGES bool bmill_modify_checked_u64(uint64_t *x, unsigned i, bool state)
{
    if (i < 64)
        *x = bmill_modify_u64(*x, i, state);
    return i < 64;
}
/** Stores in `*state` bit `i` of `*x`; false, and no store, if `i` is 8 or more. */
BMILL_FN_CHANGES bool bmill_is_set_checked_u8(const uint8_t *x, unsigned i, bool *state)
{
    if (i < 8)
        *state = bmill_is_set_u8(*x, i);
    return i < 8;
}
/** Stores in `*state` bit `i` of `*x`; false, and no store, if `i` is 16 or more. */
BMILL_FN_CHANGES bool bmill_is_set_checked_u16(const uint16_t *x, unsigned i, bool *state)
{
    if (i < 16)
        *state = bmill_is_set_u16(*x, i);
    return i < 16;
}
/** Stores in `*state` bit `i` of `*x`; false, and no store, if `i` is 32 or more. */
BMILL_FN_CHANGES bool bmill_is_set_checked_u32(const uint32_t *x, unsigned i, bool *state)
{
    if (i < 32)
        *state = bmill_is_set_u32(*x, i);
    return i < 32;
}
/** Stores in `*state` bit `i` of `*x`; false, and no store, if `i` is 64 or more. */
BMILL_FN_CHANGES bool bmill_is_set_checked_u64(const uint64_t *x, unsigned i, bool *state)
{
    if (i < 64)
        *state = bmill_is_set_u64(*x, i);
    return i < 64;
}

/** @} */

/** @name Change a bit and tell what it was
 *
 * Set, clear or flip bit `i` of `*x`, and tell what it was before.
 *
 * `i` is in bits, 0 to width - 1 (index policy above); NULL is not allowed. Result: true if the bit
 * was 1 before, false if it was 0. Not atomic: for one thread at a time. Cost: about four
 * instructions besides the load and the store, no branch.
 * Example: uint8_t x = 6; bmill_test_and_set_u8(&x, 0) is false and x is 7
 * Since 1.0.0.
 */
/** @{ */

/** Sets bit `i` of `*x`, returns what it was; `i` is 0 to 7. */
BMILL_FN_CHANGES bool bmill_test_and_set_u8(uint8_t *x, unsigned i)
{
    bool old = bmill_is_set_u8(*x, i);
    *x = bmill_set_u8(*x, i);
    return old;
}
/** Sets bit `i` of `*x`, returns what it was; `i` is 0 to 15. */
BMILL_FN_CHANGES bool bmill_test_and_set_u16(uint16_t *x, unsigned i)
{
    bool old = bmill_is_set_u16(*x, i);
    *x = bmill_set_u16(*x, i);
    return old;
}
/** Sets bit `i` of `*x`, returns what it was; `i` is 0 to 31. */
BMILL_FN_CHANGES bool bmill_test_and_set_u32(uint32_t *x, unsigned i)
{
    bool old = bmill_is_set_u32(*x, i);
    *x = bmill_set_u32(*x, i);
    return old;
}
/** Sets bit `i` of `*x`, returns what it was; `i` is 0 to 63. */
BMILL_FN_CHANGES bool bmill_test_and_set_u64(uint64_t *x, unsigned i)
{
    bool old = bmill_is_set_u64(*x, i);
    *x = bmill_set_u64(*x, i);
    return old;
}
/** Clears bit `i` of `*x`, returns what it was; `i` is 0 to 7. */
BMILL_FN_CHANGES bool bmill_test_and_clear_u8(uint8_t *x, unsigned i)
{
    bool old = bmill_is_set_u8(*x, i);
    *x = bmill_clear_u8(*x, i);
    return old;
}
/** Clears bit `i` of `*x`, returns what it was; `i` is 0 to 15. */
BMILL_FN_CHANGES bool bmill_test_and_clear_u16(uint16_t *x, unsigned i)
{
    bool old = bmill_is_set_u16(*x, i);
    *x = bmill_clear_u16(*x, i);
    return old;
}
/** Clears bit `i` of `*x`, returns what it was; `i` is 0 to 31. */
BMILL_FN_CHANGES bool bmill_test_and_clear_u32(uint32_t *x, unsigned i)
{
    bool old = bmill_is_set_u32(*x, i);
    *x = bmill_clear_u32(*x, i);
    return old;
}
/** Clears bit `i` of `*x`, returns what it was; `i` is 0 to 63. */
BMILL_FN_CHANGES bool bmill_test_and_clear_u64(uint64_t *x, unsigned i)
{
    bool old = bmill_is_set_u64(*x, i);
    *x = bmill_clear_u64(*x, i);
    return old;
}
/** Flips bit `i` of `*x`, returns what it was; `i` is 0 to 7. */
BMILL_FN_CHANGES bool bmill_test_and_flip_u8(uint8_t *x, unsigned i)
{
    bool old = bmill_is_set_u8(*x, i);
    *x = bmill_flip_u8(*x, i);
    return old;
}
/** Flips bit `i` of `*x`, returns what it was; `i` is 0 to 15. */
BMILL_FN_CHANGES bool bmill_test_and_flip_u16(uint16_t *x, unsigned i)
{
    bool old = bmill_is_set_u16(*x, i);
    *x = bmill_flip_u16(*x, i);
    return old;
}
/** Flips bit `i` of `*x`, returns what it was; `i` is 0 to 31. */
BMILL_FN_CHANGES bool bmill_test_and_flip_u32(uint32_t *x, unsigned i)
{
    bool old = bmill_is_set_u32(*x, i);
    *x = bmill_flip_u32(*x, i);
    return old;
}
/** Flips bit `i` of `*x`, returns what it was; `i` is 0 to 63. */
BMILL_FN_CHANGES bool bmill_test_and_flip_u64(uint64_t *x, unsigned i)
{
    bool old = bmill_is_set_u64(*x, i);
    *x = bmill_flip_u64(*x, i);
    return old;
}

/** @} */

/** @name Odd and even
 *
 * Whether `x` is odd (bit 0 is 1) or even (bit 0 is 0). Zero is even.
 *
 * Cost: one instruction.
 * Example: bmill_is_odd_u8(7) is true, bmill_is_even_u8(7) is false
 * Since 1.0.0.
 */
/** @{ */

/** Whether bit 0 of `x` is 1. */
BMILL_FN bool bmill_is_odd_u8(uint8_t x) { return x & 1; }
/** Whether bit 0 of `x` is 1. */
BMILL_FN bool bmill_is_odd_u16(uint16_t x) { return x & 1; }
/** Whether bit 0 of `x` is 1. */
BMILL_FN bool bmill_is_odd_u32(uint32_t x) { return x & 1; }
/** Whether bit 0 of `x` is 1. */
BMILL_FN bool bmill_is_odd_u64(uint64_t x) { return x & 1; }
/** Whether bit 0 of `x` is 0. */
BMILL_FN bool bmill_is_even_u8(uint8_t x) { return !(x & 1); }
/** Whether bit 0 of `x` is 0. */
BMILL_FN bool bmill_is_even_u16(uint16_t x) { return !(x & 1); }
/** Whether bit 0 of `x` is 0. */
BMILL_FN bool bmill_is_even_u32(uint32_t x) { return !(x & 1); }
/** Whether bit 0 of `x` is 0. */
BMILL_FN bool bmill_is_even_u64(uint64_t x) { return !(x & 1); }

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** `x` with bit `i` set to 1, for any unsigned type: see bmill_set_u64(). */
BMILL_FN_T T bmill_set(T x, unsigned i) { return BMILL_OF_T_(bmill_set)(x, i); }
/** `x` with bit `i` cleared to 0, for any unsigned type: see bmill_clear_u64(). */
BMILL_FN_T T bmill_clear(T x, unsigned i) { return BMILL_OF_T_(bmill_clear)(x, i); }
/** `x` with bit `i` flipped, for any unsigned type: see bmill_flip_u64(). */
BMILL_FN_T T bmill_flip(T x, unsigned i) { return BMILL_OF_T_(bmill_flip)(x, i); }
/** `x` with bit `i` equal to `state`, for any unsigned type: see bmill_modify_u64(). */
BMILL_FN_T T bmill_modify(T x, unsigned i, bool state)
{
    return BMILL_OF_T_(bmill_modify)(x, i, state);
}
/** Whether bit `i` of `x` is 1, for any unsigned type: see bmill_is_set_u64(). */
BMILL_FN_T bool bmill_is_set(T x, unsigned i) { return BMILL_OF_T_(bmill_is_set)(x, i); }
/** Whether bit 0 of `x` is 1, for any unsigned type: see bmill_is_odd_u64(). */
BMILL_FN_T bool bmill_is_odd(T x) { return BMILL_OF_T_(bmill_is_odd)(x); }
/** Whether bit 0 of `x` is 0, for any unsigned type: see bmill_is_even_u64(). */
BMILL_FN_T bool bmill_is_even(T x) { return BMILL_OF_T_(bmill_is_even)(x); }
/** Sets bit `i` of `*x`, if there is one, for any unsigned type: see bmill_set_checked_u64(). */
BMILL_FN_CHANGES_T bool bmill_set_checked(T *x, unsigned i)
{
    if (i < 8 * sizeof *x)
        *x = BMILL_OF_T_(bmill_set)(*x, i);
    return i < 8 * sizeof *x;
}
/** Clears bit `i` of `*x`, if there is one: see bmill_clear_checked_u64(). */
BMILL_FN_CHANGES_T bool bmill_clear_checked(T *x, unsigned i)
{
    if (i < 8 * sizeof *x)
        *x = BMILL_OF_T_(bmill_clear)(*x, i);
    return i < 8 * sizeof *x;
}
/** Flips bit `i` of `*x`, if there is one, for any unsigned type: see bmill_flip_checked_u64(). */
BMILL_FN_CHANGES_T bool bmill_flip_checked(T *x, unsigned i)
{
    if (i < 8 * sizeof *x)
        *x = BMILL_OF_T_(bmill_flip)(*x, i);
    return i < 8 * sizeof *x;
}
/** Makes bit `i` of `*x` equal to `state`, if there is one: see bmill_modify_checked_u64(). */
BMILL_FN_CHANGES_T bool bmill_modify_checked(T *x, unsigned i, bool state)
{
    if (i < 8 * sizeof *x)
        *x = BMILL_OF_T_(bmill_modify)(*x, i, state);
    return i < 8 * sizeof *x;
}
/** Stores in `*state` bit `i` of `*x`, if there is one: see bmill_is_set_checked_u64(). */
BMILL_FN_CHANGES_T bool bmill_is_set_checked(const T *x, unsigned i, bool *state)
{
    if (i < 8 * sizeof *x)
        *state = BMILL_OF_T_(bmill_is_set)(*x, i);
    return i < 8 * sizeof *x;
}
/** Sets bit `i` of `*x`, returns what it was: see bmill_test_and_set_u64(). */
BMILL_FN_CHANGES_T bool bmill_test_and_set(T *x, unsigned i)
{
    const T old = *x;
    *x = BMILL_OF_T_(bmill_set)(old, i);
    return BMILL_OF_T_(bmill_is_set)(old, i);
}
/** Clears bit `i` of `*x`, returns what it was: see bmill_test_and_clear_u64(). */
BMILL_FN_CHANGES_T bool bmill_test_and_clear(T *x, unsigned i)
{
    const T old = *x;
    *x = BMILL_OF_T_(bmill_clear)(old, i);
    return BMILL_OF_T_(bmill_is_set)(old, i);
}
/** Flips bit `i` of `*x`, returns what it was: see bmill_test_and_flip_u64(). */
BMILL_FN_CHANGES_T bool bmill_test_and_flip(T *x, unsigned i)
{
    const T old = *x;
    *x = BMILL_OF_T_(bmill_flip)(old, i);
    return BMILL_OF_T_(bmill_is_set)(old, i);
}

BMILL_REFUSED_(bmill_set, T, bmill_any_)
BMILL_REFUSED_(bmill_clear, T, bmill_any_)
BMILL_REFUSED_(bmill_flip, T, bmill_any_)
BMILL_REFUSED_(bmill_modify, T, bmill_any_, bmill_any_)
BMILL_REFUSED_(bmill_is_set, T, bmill_any_)
BMILL_REFUSED_(bmill_is_odd, T)
BMILL_REFUSED_(bmill_is_even, T)
BMILL_REFUSED_(bmill_set_checked, T *, bmill_any_)
BMILL_REFUSED_(bmill_clear_checked, T *, bmill_any_)
BMILL_REFUSED_(bmill_flip_checked, T *, bmill_any_)
BMILL_REFUSED_(bmill_modify_checked, T *, bmill_any_, bmill_any_)
BMILL_REFUSED_(bmill_is_set_checked, T *, bmill_any_, bmill_any_)
BMILL_REFUSED_(bmill_test_and_set, T *, bmill_any_)
BMILL_REFUSED_(bmill_test_and_clear, T *, bmill_any_)
BMILL_REFUSED_(bmill_test_and_flip, T *, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(__cplusplus) && defined(BMILL_DEBUG)

/* The index is checked where the call stands, so that file and line are those of the caller. */
#define bmill_set(x, i)            bmill_set((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_clear(x, i)          bmill_clear((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_flip(x, i)           bmill_flip((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_modify(x, i, state)  bmill_modify((x), BMILL_INDEX_(i, 8 * sizeof(x)), (state))
#define bmill_is_set(x, i)         bmill_is_set((x), BMILL_INDEX_(i, 8 * sizeof(x)))
#define bmill_test_and_set(x, i)   bmill_test_and_set((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#define bmill_test_and_clear(x, i) bmill_test_and_clear((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
#define bmill_test_and_flip(x, i)  bmill_test_and_flip((x), BMILL_INDEX_(i, 8 * sizeof *(x)))

#endif

#if defined(BMILL_HAVE_GENERIC_)

/* Twins of functions that take other arguments: see generic.h. In memory through a copy, because a
 * T may not be accessed as its twin. */
#define BMILL_TWIN_STATE_(T, S, U, N, F, verb) \
    BMILL_FN T N(verb)(T x, unsigned i, bool state) { return F(verb)(x, i, state); }
#define BMILL_TWIN_CHECKED_(T, S, U, N, F, verb)     \
    BMILL_FN_CHANGES bool N(verb)(T * x, unsigned i) \
    {                                                \
        U copy = *x;                                 \
        bool exists = F(verb)(&copy, i);             \
        if (exists)                                  \
            *x = copy;                               \
        return exists;                               \
    }
#define BMILL_TWIN_CHECKED_STATE_(T, S, U, N, F, verb)           \
    BMILL_FN_CHANGES bool N(verb)(T * x, unsigned i, bool state) \
    {                                                            \
        U copy = *x;                                             \
        bool exists = F(verb)(&copy, i, state);                  \
        if (exists)                                              \
            *x = copy;                                           \
        return exists;                                           \
    }
#define BMILL_TWIN_CHECKED_READ_(T, S, U, N, F, verb)                  \
    BMILL_FN_CHANGES bool N(verb)(const T *x, unsigned i, bool *state) \
    {                                                                  \
        const U copy = *x;                                             \
        return F(verb)(&copy, i, state);                               \
    }
#define BMILL_TWIN_TEST_AND_(T, S, U, N, F, verb)    \
    BMILL_FN_CHANGES bool N(verb)(T * x, unsigned i) \
    {                                                \
        U copy = *x;                                 \
        bool old = F(verb)(&copy, i);                \
        *x = copy;                                   \
        return old;                                  \
    }
BMILL_TWINS_(XI, bmill_set)
BMILL_TWINS_(XI, bmill_clear)
BMILL_TWINS_(XI, bmill_flip)
BMILL_TWINS_(STATE, bmill_modify)
BMILL_TWINS_(CHECKED, bmill_set_checked)
BMILL_TWINS_(CHECKED, bmill_clear_checked)
BMILL_TWINS_(CHECKED, bmill_flip_checked)
BMILL_TWINS_(CHECKED_STATE, bmill_modify_checked)
BMILL_TWINS_(CHECKED_READ, bmill_is_set_checked)
BMILL_TWINS_(TEST_AND, bmill_test_and_set)
BMILL_TWINS_(TEST_AND, bmill_test_and_clear)
BMILL_TWINS_(TEST_AND, bmill_test_and_flip)
#undef BMILL_TWIN_STATE_
#undef BMILL_TWIN_CHECKED_
#undef BMILL_TWIN_CHECKED_STATE_
#undef BMILL_TWIN_CHECKED_READ_
#undef BMILL_TWIN_TEST_AND_

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_set, bmill_clear, bmill_flip, bmill_modify, bmill_is_set,
    bmill_is_odd, bmill_is_even, bmill_set_checked, bmill_clear_checked, bmill_flip_checked,
    bmill_modify_checked, bmill_is_set_checked, bmill_test_and_set, bmill_test_and_clear,
    bmill_test_and_flip;

/** `x` with bit `i` set to 1, for any unsigned type: see bmill_set_u64(). */
#define bmill_set(x, i) BMILL_GENERIC_T_(bmill_set, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
/** `x` with bit `i` cleared to 0, for any unsigned type: see bmill_clear_u64(). */
#define bmill_clear(x, i) BMILL_GENERIC_T_(bmill_clear, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
/** `x` with bit `i` flipped, for any unsigned type: see bmill_flip_u64(). */
#define bmill_flip(x, i) BMILL_GENERIC_T_(bmill_flip, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
/** `x` with bit `i` equal to `state`, for any unsigned type: see bmill_modify_u64(). */
#define bmill_modify(x, i, state) \
    BMILL_GENERIC_T_(bmill_modify, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)), (state))
/** Whether bit `i` of `x` is 1, for any unsigned type: see bmill_is_set_u64(). */
#define bmill_is_set(x, i) BMILL_GENERIC_(bmill_is_set, x)((x), BMILL_INDEX_(i, 8 * sizeof(x)))
/** Whether bit 0 of `x` is 1, for any unsigned type: see bmill_is_odd_u64(). */
#define bmill_is_odd(x) BMILL_GENERIC_(bmill_is_odd, x)(x)
/** Whether bit 0 of `x` is 0, for any unsigned type: see bmill_is_even_u64(). */
#define bmill_is_even(x) BMILL_GENERIC_(bmill_is_even, x)(x)
/** Sets bit `i` of `*x`, if there is one, for any unsigned type: see bmill_set_checked_u64(). */
#define bmill_set_checked(x, i) BMILL_GENERIC_T_(bmill_set_checked, *(x))((x), (i))
/** Clears bit `i` of `*x`, if there is one: see bmill_clear_checked_u64(). */
#define bmill_clear_checked(x, i) BMILL_GENERIC_T_(bmill_clear_checked, *(x))((x), (i))
/** Flips bit `i` of `*x`, if there is one, for any unsigned type: see bmill_flip_checked_u64(). */
#define bmill_flip_checked(x, i) BMILL_GENERIC_T_(bmill_flip_checked, *(x))((x), (i))
/** Makes bit `i` of `*x` equal to `state`, if there is one: see bmill_modify_checked_u64(). */
#define bmill_modify_checked(x, i, state) \
    BMILL_GENERIC_T_(bmill_modify_checked, *(x))((x), (i), (state))
/** Stores in `*state` bit `i` of `*x`, if there is one: see bmill_is_set_checked_u64(). */
#define bmill_is_set_checked(x, i, state) \
    BMILL_GENERIC_T_(bmill_is_set_checked, *(x))((x), (i), (state))
/** Sets bit `i` of `*x`, returns what it was: see bmill_test_and_set_u64(). */
#define bmill_test_and_set(x, i) \
    BMILL_GENERIC_T_(bmill_test_and_set, *(x))((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
/** Clears bit `i` of `*x`, returns what it was: see bmill_test_and_clear_u64(). */
#define bmill_test_and_clear(x, i) \
    BMILL_GENERIC_T_(bmill_test_and_clear, *(x))((x), BMILL_INDEX_(i, 8 * sizeof *(x)))
/** Flips bit `i` of `*x`, returns what it was: see bmill_test_and_flip_u64(). */
#define bmill_test_and_flip(x, i) \
    BMILL_GENERIC_T_(bmill_test_and_flip, *(x))((x), BMILL_INDEX_(i, 8 * sizeof *(x)))

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
