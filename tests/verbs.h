/* verbs.h: tests helpers of the word layer, in all widths and both spellings, against what they
 * should do bit by bit.
 *
 * A verb takes a loop over bits that shares no code with the helper, the call, and a row:
 *
 *     static uint64_t want_reverse(unsigned bits, uint64_t a, uint64_t b, uint64_t c) { ... }
 *     ADAPT(reverse, (T)a)
 *     static const struct verb verbs[] = {VERB(reverse, X), ...};
 *
 * The arguments of the call are made of a, b and c; T is the type of the width. All values of 8
 * bits are tried (with two operands all pairs, with a count all up to past the width, and huge
 * ones), all of 16 bits of a helper with one operand, and special and drawn values otherwise.
 */
#ifndef BMILL_TESTS_VERBS_H
#define BMILL_TESTS_VERBS_H

#include "runner.h"
#include <bitmill/word.h>

/* What a, b and c are: values of the width, or a count or position of any size (N). */
enum shape { X, XN, XY, XYN, XYZ };

typedef uint64_t verb_call(uint64_t a, uint64_t b, uint64_t c);

struct verb {
    const char *name;
    enum shape shape;
    uint64_t (*want)(unsigned bits, uint64_t a, uint64_t b, uint64_t c);
    /* The helpers of 8 to 64 bits; the same by the generic spelling, and that of unsigned long
     * long. NULL if there is none. */
    verb_call *call[9];
};

/* Tests each verb in a test of its own. */
void add_verbs(Suite *suite, const struct verb *verbs, size_t n);

/* The numbers of so many bits that are most likely to go wrong; how many there are. */
enum { MAX_SPECIAL = 512 };
size_t special_values(unsigned bits, uint64_t *values);

static inline bool bit(uint64_t x, uint64_t i) { return x >> i & 1; }

#define ADAPT_(name, type, call)                               \
    static uint64_t name(uint64_t a, uint64_t b, uint64_t c)   \
    {                                                          \
        typedef type T;                                        \
        return (void)(T)a, (void)b, (void)c, (uint64_t)(call); \
    }
#define ADAPT(verb, ...)                                          \
    ADAPT_(verb##_u8, uint8_t, bmill_##verb##_u8(__VA_ARGS__))    \
    ADAPT_(verb##_u16, uint16_t, bmill_##verb##_u16(__VA_ARGS__)) \
    ADAPT_(verb##_u32, uint32_t, bmill_##verb##_u32(__VA_ARGS__)) \
    ADAPT_(verb##_u64, uint64_t, bmill_##verb##_u64(__VA_ARGS__)) \
    ADAPT_(verb##_g8, uint8_t, bmill_##verb(__VA_ARGS__))         \
    ADAPT_(verb##_g16, uint16_t, bmill_##verb(__VA_ARGS__))       \
    ADAPT_(verb##_g32, uint32_t, bmill_##verb(__VA_ARGS__))       \
    ADAPT_(verb##_g64, uint64_t, bmill_##verb(__VA_ARGS__))       \
    ADAPT_(verb##_gll, unsigned long long, bmill_##verb(__VA_ARGS__))
#define VERB(verb, shape_)                                             \
    {                                                                  \
        .name = #verb, .shape = shape_, .want = want_##verb, .call = { \
            verb##_u8,                                                 \
            verb##_u16,                                                \
            verb##_u32,                                                \
            verb##_u64,                                                \
            verb##_g8,                                                 \
            verb##_g16,                                                \
            verb##_g32,                                                \
            verb##_g64,                                                \
            verb##_gll                                                 \
        }                                                              \
    }
/* What exists for 64 bits alone, under any name. */
#define ADAPT64(name, call) ADAPT_(name, uint64_t, call)
#define VERB64(name_, shape_)                                                          \
    {                                                                                  \
        .name = #name_, .shape = shape_, .want = want_##name_, .call = { [3] = name_ } \
    }

#endif
