/** @file
 * bitmill/learn/laws/search.h: the inputs that a law tries, and the search for the smallest that
 * fails. bitmill/learn/laws.h says which inputs are tried, and what smallest means.
 */
#ifndef BITMILL_LEARN_LAWS_SEARCH_H
#define BITMILL_LEARN_LAWS_SEARCH_H

#include <bitmill/config.h>

/** An input for which a law does not hold: the name of the law, as "popcount_u32"; the arguments (0
 * for those that its shape lacks); the result of the function and the right one (negative results
 * in two's complement of the width: 0xff is -1 in 8 bits). */
typedef struct bmill_counterexample {
    const char *law;
    uint64_t x;
    unsigned i, n;
    uint64_t y, z;
    uint64_t got, expected;
} bmill_counterexample;

/* ---- Private, as all below: a law and its inputs ---- */

typedef struct bmill_law_input_ {
    unsigned width; /* in bits */
    uint64_t x;
    unsigned i, n;
    uint64_t y, z;
} bmill_law_input_;

typedef void (*bmill_law_function_)(void); /* of any shape */

/* Which arguments a shape has. STATE is a y that is a bool. */
#define BMILL_LAW_X_     1u
#define BMILL_LAW_I_     2u
#define BMILL_LAW_N_     4u
#define BMILL_LAW_Y_     8u
#define BMILL_LAW_Z_     16u
#define BMILL_LAW_STATE_ 32u

typedef struct bmill_law_ {
    const char *name;
    unsigned width, arguments;
    uint64_t (*call)(bmill_law_function_ f, const bmill_law_input_ *in);
    uint64_t (*want)(const bmill_law_input_ *in);
    bool (*asks)(const bmill_law_input_ *in); /* whether the law asks about that input */
} bmill_law_;

/* The numbers of values of x, i, n, y and z to try; all: whether those are all values. */
typedef struct bmill_law_counts_ {
    bool all;
    unsigned i, n;
    uint64_t last_x, y, z; /* last_x: one less, because 2^64 does not fit */
} bmill_law_counts_;

/* Inline functions like the others of bitmill (config.h). A file that defines BMILL_LAWS_ALL has
 * functions of its own. */
#ifdef BMILL_LAWS_ALL
#define BMILL_LAW_INLINE_ static inline BMILL_WRAPS_
#else
#define BMILL_LAW_INLINE_ BMILL_INLINE
#define BMILL_LAWS_ALL    16
#endif

BMILL_BEGIN_INLINE_

/* ---- The inputs ---- */

BMILL_LAW_INLINE_ uint64_t bmill_law_ones_(unsigned width) { return ~UINT64_C(0) >> (64 - width); }

/* Fixed noise: number n of a sequence (the splitmix64 of S. Vigna). */
BMILL_LAW_INLINE_ uint64_t bmill_law_noise_(uint64_t n)
{
    n = (n + 1) * UINT64_C(0x9e3779b97f4a7c15);
    n = (n ^ n >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    n = (n ^ n >> 27) * UINT64_C(0x94d049bb133111eb);
    return n ^ n >> 31;
}

/* Where not all values are tried: the number of values of x, and the n-th of them. */
BMILL_LAW_INLINE_ uint64_t bmill_law_values_(unsigned width)
{
    return 256 + 2 * width * width + 1024;
}
BMILL_LAW_INLINE_ uint64_t bmill_law_value_(unsigned width, uint64_t n)
{
    const uint64_t ones = bmill_law_ones_(width), squares = 2 * width * width;
    if (n < 256)
        return n & ones;
    if (n < 256 + squares) {
        const bool run = (n - 256) % 2 == 1;
        const unsigned i = (unsigned)((n - 256) / 2 / width), j = (unsigned)((n - 256) / 2 % width);
        const unsigned low = i < j ? i : j, high = i < j ? j : i;
        const uint64_t value =
            run ? bmill_law_ones_(high - low + 1) << low : UINT64_C(1) << low | UINT64_C(1) << high;
        return i < j || (i == j && run) ? ~value & ones : value;
    }
    const uint64_t noise = bmill_law_noise_(n), more = bmill_law_noise_(n + (UINT64_C(1) << 32));
    if (n % 4 == 3)
        return (noise & ones) >> more % width; /* any length, few or many 1 bits */
    return (n % 4 == 1 ? noise & more : n % 4 == 2 ? noise | more : noise) & ones;
}

/* The same for y and z, given x; the first is 0. Functions of pairs are most often wrong where the
 * two are near each other, near an overflow, or where one has all 1 bits of the other. */
#define BMILL_LAW_OPERANDS_ 42u
BMILL_LAW_INLINE_ uint64_t bmill_law_operand_(unsigned width, uint64_t x, unsigned n)
{
    const uint64_t near_x[6] = {x, x - 1, x + 1, 0 - x, ~x, ~UINT64_C(0)};
    const uint64_t noise = bmill_law_noise_(x + n * (UINT64_C(1) << 32)), one = 1;
    uint64_t value = n;
    if (n >= 26)
        value = bmill_law_value_(width, noise % bmill_law_values_(width));
    else if (n >= 18)
        value = one << noise % width;
    else if (n >= 14)
        value = n % 2 ? x & noise : x | noise;
    else if (n >= 8)
        value = near_x[n - 8];
    return value & bmill_law_ones_(width);
}

/* The same for i and n: up to just past the width, and some that truncation makes smaller. */
BMILL_LAW_INLINE_ unsigned bmill_law_positions_(unsigned width) { return width + 8; }
BMILL_LAW_INLINE_ unsigned bmill_law_position_(unsigned width, unsigned n)
{
    const unsigned past[6] = {2 * width - 1, 2 * width, 256, (unsigned)UINT32_C(65536),
                              ~0u - ~0u / 2, ~0u};
    return n < width + 2 ? n : past[n - width - 2];
}

/* ---- The search ---- */

/* Calls the function if the law asks about the input, and if the input is less than the least that
 * failed; if the function fails, the input becomes the least. */
BMILL_LAW_INLINE_ void bmill_law_try_(const bmill_law_ *law, bmill_law_function_ f,
                                      const bmill_law_input_ *in, bmill_counterexample *least)
{
    const bool less = in->x != least->x   ? in->x < least->x
                      : in->i != least->i ? in->i < least->i
                      : in->n != least->n ? in->n < least->n
                      : in->y != least->y ? in->y < least->y
                                          : in->z < least->z;
    if ((!least->law || less) && law->asks(in)) {
        const uint64_t got = law->call(f, in), expected = law->want(in);
        if (got != expected) {
            const bmill_counterexample found = {law->name, in->x, in->i, in->n,
                                                in->y,     in->z, got,   expected};
            *least = found;
        }
    }
}

BMILL_LAW_INLINE_ bmill_law_counts_ bmill_law_counts_of_(const bmill_law_ *law)
{
    const unsigned has = law->arguments, positions = bmill_law_positions_(law->width);
    const unsigned bits = (has & BMILL_LAW_X_ ? law->width : 0) +
                          (has & BMILL_LAW_Y_ ? law->width : 0) +
                          (has & BMILL_LAW_Z_ ? law->width : 0);
    const bool all = bits <= BMILL_LAWS_ALL;
    const uint64_t ones = bmill_law_ones_(law->width);
    const uint64_t operands = all ? ones + 1 : BMILL_LAW_OPERANDS_;
    bmill_law_counts_ count = {all, 1, 1, 0, 1, 1};
    if (has & BMILL_LAW_X_)
        count.last_x = all ? ones : bmill_law_values_(law->width) - 1;
    if (has & BMILL_LAW_I_)
        count.i = positions;
    if (has & BMILL_LAW_N_)
        count.n = positions;
    if (has & BMILL_LAW_Y_)
        count.y = operands;
    if (has & BMILL_LAW_Z_)
        count.z = operands;
    if (has & BMILL_LAW_STATE_)
        count.y = 2;
    return count;
}

/* Number n of the values of y or z to try with x. */
BMILL_LAW_INLINE_ uint64_t bmill_law_second_(const bmill_law_ *law, bmill_law_counts_ count,
                                             uint64_t x, uint64_t n)
{
    const bool number = count.all || law->arguments & BMILL_LAW_STATE_;
    return number ? n : bmill_law_operand_(law->width, x, (unsigned)n);
}

BMILL_LAW_INLINE_ void bmill_law_try_all_(const bmill_law_ *law, bmill_law_function_ f,
                                          bmill_law_counts_ count, uint64_t x,
                                          bmill_counterexample *least)
{
    bmill_law_input_ in = {law->width, x, 0, 0, 0, 0};
    for (unsigned i = 0; i < count.i; i++) {
        in.i = bmill_law_position_(law->width, i);
        for (unsigned n = 0; n < count.n; n++) {
            in.n = bmill_law_position_(law->width, n);
            for (uint64_t y = 0; y < count.y; y++) {
                in.y = bmill_law_second_(law, count, x, y);
                for (uint64_t z = 0; z < count.z; z++) {
                    in.z = bmill_law_second_(law, count, x, z);
                    bmill_law_try_(law, f, &in, least);
                }
            }
        }
    }
}

/* The same, but only 32 combinations if there are too many, different ones for each x. */
BMILL_LAW_INLINE_ void bmill_law_try_some_(const bmill_law_ *law, bmill_law_function_ f,
                                           bmill_law_counts_ count, uint64_t x,
                                           bmill_counterexample *least)
{
    if (count.all || count.i * count.n * count.y * count.z <= 64) {
        bmill_law_try_all_(law, f, count, x, least);
        return;
    }
    for (unsigned k = 0; k < 32; k++) {
        const uint64_t noise = bmill_law_noise_(bmill_law_noise_(x) + k);
        const bmill_law_input_ in = {
            law->width,
            x,
            bmill_law_position_(law->width, (unsigned)(noise % 0x10000 % count.i)),
            bmill_law_position_(law->width, (unsigned)((noise >> 16) % 0x10000 % count.n)),
            bmill_law_second_(law, count, x, (noise >> 32) % 0x10000 % count.y),
            bmill_law_second_(law, count, x, (noise >> 48) % count.z)};
        bmill_law_try_(law, f, &in, least);
    }
}

/* x and y made smaller in one way; then each alone, and z. */
BMILL_LAW_INLINE_ void bmill_law_try_smaller_(const bmill_law_ *law, bmill_law_function_ f,
                                              bmill_law_counts_ count, bmill_law_input_ from,
                                              unsigned k, bool shift, bmill_counterexample *least)
{
    const uint64_t less = UINT64_C(1) << k;
    const uint64_t x = shift ? from.x >> k : from.x - (from.x < less ? 0 : less);
    const uint64_t y = shift ? from.y >> k : from.y - (from.y < less ? 0 : less);
    const uint64_t z = shift ? from.z >> k : from.z - (from.z < less ? 0 : less);
    bmill_law_input_ in = from;
    in.x = x;
    in.y = y;
    bmill_law_try_(law, f, &in, least);
    in.y = from.y;
    bmill_law_try_(law, f, &in, least);
    in.x = from.x;
    in.y = y;
    bmill_law_try_(law, f, &in, least);
    in.y = from.y;
    in.z = z;
    bmill_law_try_(law, f, &in, least);
    if (x < from.x)
        bmill_law_try_some_(law, f, count, x, least);
}

BMILL_LAW_INLINE_ void bmill_law_shrink_(const bmill_law_ *law, bmill_law_function_ f,
                                         bmill_law_counts_ count, bmill_counterexample *least)
{
    bmill_law_input_ from;
    do {
        from.width = law->width;
        from.x = least->x;
        from.i = least->i;
        from.n = least->n;
        from.y = least->y;
        from.z = least->z;
        for (unsigned k = 0; k < law->width; k++) {
            bmill_law_try_smaller_(law, f, count, from, k, true, least);
            bmill_law_try_smaller_(law, f, count, from, k, false, least);
        }
        for (unsigned i = 0; i < count.i; i++)
            for (unsigned n = 0; n < count.n; n++) {
                bmill_law_input_ in = from;
                in.i = bmill_law_position_(law->width, i);
                in.n = bmill_law_position_(law->width, n);
                bmill_law_try_(law, f, &in, least);
            }
    } while (least->x != from.x || least->i != from.i || least->n != from.n || least->y != from.y ||
             least->z != from.z);
}

BMILL_LAW_INLINE_ bool bmill_law_holds_(const bmill_law_ *law, bmill_law_function_ f,
                                        bmill_counterexample *failure)
{
    const bmill_law_counts_ count = bmill_law_counts_of_(law);
    bmill_counterexample least = {BMILL_NULL_, 0, 0, 0, 0, 0, 0, 0};
    for (uint64_t n = 0; !(count.all && least.law); n++) {
        const uint64_t x = count.all ? n : bmill_law_value_(law->width, n);
        if (n < 2 || count.last_x - n < 6) /* 0, 1 and six of noise */
            bmill_law_try_all_(law, f, count, x, &least);
        else if (!least.law || x <= least.x)
            bmill_law_try_some_(law, f, count, x, &least);
        if (n == count.last_x)
            break;
    }
    if (!least.law)
        return true;
    if (!count.all)
        bmill_law_shrink_(law, f, count, &least);
    if (failure)
        *failure = least;
    return false;
}

BMILL_END_INLINE_

#endif
