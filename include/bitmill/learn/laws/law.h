/** @file
 * bitmill/learn/laws/law.h: the macros that a law is written with, and its functions for each
 * width. How to use laws: see bitmill/learn/laws.h. All here is private.
 */
#ifndef BITMILL_LEARN_LAWS_LAW_H
#define BITMILL_LEARN_LAWS_LAW_H

#include <bitmill/learn/laws/search.h>

BMILL_BEGIN_INLINE_

/* ---- The meaning of a verb ---- */

BMILL_LAW_INLINE_ bool bmill_law_bit_(uint64_t x, unsigned k) { return x >> k & 1; }

/* Number of 1 bits among the bits `from` to `to` - 1. */
BMILL_LAW_INLINE_ unsigned bmill_law_ones_in_(uint64_t x, unsigned from, unsigned to)
{
    unsigned count = 0;
    for (unsigned k = from; k < to; k++)
        count += bmill_law_bit_(x, k);
    return count;
}
/* Position of the first bit from `from` up that is `state`; the width if there is none. */
BMILL_LAW_INLINE_ unsigned bmill_law_first_(unsigned width, uint64_t x, unsigned from, bool state)
{
    while (from < width && bmill_law_bit_(x, from) != state)
        from++;
    return from;
}
/* One past the position of the last bit that is `state`; 0 if there is none. */
BMILL_LAW_INLINE_ unsigned bmill_law_end_(unsigned width, uint64_t x, bool state)
{
    while (width > 0 && bmill_law_bit_(x, width - 1) != state)
        width--;
    return width;
}
/* x + y + carry, column by column as on paper; *carry becomes the carry out of the width. */
BMILL_LAW_INLINE_ uint64_t bmill_law_sum_(unsigned width, uint64_t x, uint64_t y, unsigned *carry)
{
    uint64_t result = 0;
    for (unsigned k = 0; k < width; k++) {
        const unsigned column = *carry + bmill_law_bit_(x, k) + bmill_law_bit_(y, k);
        result |= (uint64_t)(column % 2) << k;
        *carry = column / 2;
    }
    return result;
}

/* The meaning of a verb: as a function body, as a formula, and as bit k of the result, with
 * BMILL_BIT_X_(k) for bit k of x, and so on. The input is `in` in all of them. */
#define BMILL_MEANS_(verb) \
    BMILL_LAW_INLINE_ uint64_t bmill_want_##verb##_(const bmill_law_input_ *in)
#define BMILL_MEANS_VALUE_(verb, value) \
    BMILL_MEANS_(verb) { return (value); }
#define BMILL_MEANS_BITS_(verb, bit_k)                  \
    BMILL_MEANS_(verb)                                  \
    {                                                   \
        uint64_t result = 0;                            \
        for (unsigned k = 0; k < in->width; k++)        \
            result |= (uint64_t)((bit_k) ? 1 : 0) << k; \
        return result;                                  \
    }
/* The same, where `at` is a position. */
#define BMILL_MEANS_BITS_AT_(verb, place, bit_k)        \
    BMILL_MEANS_(verb)                                  \
    {                                                   \
        const unsigned at = (place);                    \
        uint64_t result = 0;                            \
        for (unsigned k = 0; k < in->width; k++)        \
            result |= (uint64_t)((bit_k) ? 1 : 0) << k; \
        return result;                                  \
    }
#define BMILL_BIT_X_(k)         bmill_law_bit_(in->x, (k))
#define BMILL_BIT_Y_(k)         bmill_law_bit_(in->y, (k))
#define BMILL_BIT_Z_(k)         bmill_law_bit_(in->z, (k))
#define BMILL_LAW_FIRST_(state) bmill_law_first_(in->width, in->x, 0, (state))
#define BMILL_LAW_END_(state)   bmill_law_end_(in->width, in->x, (state))
/* One past the end of the lowest run of 1 bits. */
#define BMILL_LAW_RUN_END_ bmill_law_first_(in->width, in->x, BMILL_LAW_FIRST_(1), 0)

/* ---- The shapes: which arguments, and how to call a function of each ---- */

#define BMILL_LAW_HAS_map_        BMILL_LAW_X_
#define BMILL_LAW_HAS_count_      BMILL_LAW_X_
#define BMILL_LAW_HAS_test_       BMILL_LAW_X_
#define BMILL_LAW_HAS_map_at_     (BMILL_LAW_X_ | BMILL_LAW_I_)
#define BMILL_LAW_HAS_count_at_   (BMILL_LAW_X_ | BMILL_LAW_I_)
#define BMILL_LAW_HAS_test_at_    (BMILL_LAW_X_ | BMILL_LAW_I_)
#define BMILL_LAW_HAS_modify_at_  (BMILL_LAW_X_ | BMILL_LAW_I_ | BMILL_LAW_STATE_)
#define BMILL_LAW_HAS_signed_at_  (BMILL_LAW_X_ | BMILL_LAW_I_)
#define BMILL_LAW_HAS_mask_       BMILL_LAW_I_
#define BMILL_LAW_HAS_field_mask_ (BMILL_LAW_I_ | BMILL_LAW_N_)
#define BMILL_LAW_HAS_field_      (BMILL_LAW_X_ | BMILL_LAW_I_ | BMILL_LAW_N_)
#define BMILL_LAW_HAS_field_set_  (BMILL_LAW_X_ | BMILL_LAW_I_ | BMILL_LAW_N_ | BMILL_LAW_Y_)
#define BMILL_LAW_HAS_pair_       (BMILL_LAW_X_ | BMILL_LAW_Y_)
#define BMILL_LAW_HAS_pair_test_  (BMILL_LAW_X_ | BMILL_LAW_Y_)
#define BMILL_LAW_HAS_triple_     (BMILL_LAW_X_ | BMILL_LAW_Y_ | BMILL_LAW_Z_)

#define BMILL_LAW_CALL_(T, shape, u, result, types, ...)                                   \
    typedef result bmill_law_shape_##shape##_##u##_ types;                                 \
    BMILL_LAW_INLINE_ uint64_t bmill_law_call_##shape##_##u##_(bmill_law_function_ f,      \
                                                               const bmill_law_input_ *in) \
    {                                                                                      \
        return (T)((bmill_law_shape_##shape##_##u##_ *)f)(__VA_ARGS__);                    \
    }
#define BMILL_LAW_CALLS_ONE_(T, u)                               \
    BMILL_LAW_CALL_(T, map, u, T, (T), (T)in->x)                 \
    BMILL_LAW_CALL_(unsigned, count, u, unsigned, (T), (T)in->x) \
    BMILL_LAW_CALL_(bool, test, u, bool, (T), (T)in->x)          \
    BMILL_LAW_CALL_(T, mask, u, T, (unsigned), in->i)            \
    BMILL_LAW_CALL_(T, field_mask, u, T, (unsigned, unsigned), in->i, in->n)
#define BMILL_LAW_CALLS_AT_(T, S, u)                                                        \
    BMILL_LAW_CALL_(T, map_at, u, T, (T, unsigned), (T)in->x, in->i)                        \
    BMILL_LAW_CALL_(unsigned, count_at, u, unsigned, (T, unsigned), (T)in->x, in->i)        \
    BMILL_LAW_CALL_(bool, test_at, u, bool, (T, unsigned), (T)in->x, in->i)                 \
    BMILL_LAW_CALL_(T, modify_at, u, T, (T, unsigned, bool), (T)in->x, in->i, in->y == 1)   \
    BMILL_LAW_CALL_(T, signed_at, u, S, (T, unsigned), (T)in->x, in->i)                     \
    BMILL_LAW_CALL_(T, field, u, T, (T, unsigned, unsigned), (T)in->x, in->i, in->n)        \
    BMILL_LAW_CALL_(T, field_set, u, T, (T, unsigned, unsigned, T), (T)in->x, in->i, in->n, \
                    (T)in->y)
#define BMILL_LAW_CALLS_MANY_(T, u)                                       \
    BMILL_LAW_CALL_(T, pair, u, T, (T, T), (T)in->x, (T)in->y)            \
    BMILL_LAW_CALL_(bool, pair_test, u, bool, (T, T), (T)in->x, (T)in->y) \
    BMILL_LAW_CALL_(T, triple, u, T, (T, T, T), (T)in->x, (T)in->y, (T)in->z)
#define BMILL_LAW_CALLS_(T, S, u) \
    BMILL_LAW_CALLS_ONE_(T, u) BMILL_LAW_CALLS_AT_(T, S, u) BMILL_LAW_CALLS_MANY_(T, u)
BMILL_LAW_CALLS_(uint8_t, int8_t, u8)
BMILL_LAW_CALLS_(uint16_t, int16_t, u16)
BMILL_LAW_CALLS_(uint32_t, int32_t, u32)
BMILL_LAW_CALLS_(uint64_t, int64_t, u64)

/* ---- The functions of a law ---- */

#define BMILL_LAW_OF_(name, verb, shape, width)                                                 \
    BMILL_LAW_INLINE_ bool bmill_law_##name##_u##width##_(                                      \
        bmill_law_shape_##shape##_u##width##_ *f, bmill_counterexample *failure)                \
    {                                                                                           \
        const bmill_law_ law = {#name "_u" #width,        width,                                \
                                BMILL_LAW_HAS_##shape##_, bmill_law_call_##shape##_u##width##_, \
                                bmill_want_##verb##_,     bmill_law_asks_##name##_};            \
        return bmill_law_holds_(&law, (bmill_law_function_)f, failure);                         \
    }
#define BMILL_LAW_OF_ALL_WIDTHS_(name, verb, shape, asked)                      \
    BMILL_LAW_INLINE_ bool bmill_law_asks_##name##_(const bmill_law_input_ *in) \
    {                                                                           \
        return (void)in, (asked);                                               \
    }                                                                           \
    BMILL_LAW_OF_(name, verb, shape, 8)                                         \
    BMILL_LAW_OF_(name, verb, shape, 16)                                        \
    BMILL_LAW_OF_(name, verb, shape, 32)                                        \
    BMILL_LAW_OF_(name, verb, shape, 64)
/* The law called name: a function of that shape is right for the verb wherever it is asked. Makes
 * the private bmill_law_<name>_u8_ to _u64_, which the public functions call. A row ends with a
 * semicolon, without which tools misread the function after it. */
#define BMILL_LAWS_(name, verb, shape, asked)          \
    BMILL_LAW_OF_ALL_WIDTHS_(name, verb, shape, asked) \
    typedef bmill_law_shape_##shape##_u64_ bmill_law_shape_of_##name##_

/* A law, for everybody to call. */
#define BMILL_LAW BMILL_LAW_INLINE_

BMILL_END_INLINE_

#endif
