/* verbs.h: helpers of the word layer, in all widths and both spellings, against references that go
 * bit by bit and share no code with them.
 *
 * A test program is a reference for each helper, how to call it, and a list of them:
 *
 *     static uint64_t expect_rotl(unsigned width, uint64_t *a)
 *     {
 *         uint64_t result = 0;
 *         for (unsigned i = 0; i < width; i++)
 *             result |= (uint64_t)bit(a[0], i) << (i + a[1]) % width;
 *         return result;
 *     }
 *     ADAPT(rotl, (T)a[0], (unsigned)a[1])
 *
 *     static const struct verb verbs[] = {VERB(rotl, "xn")};
 *     int main(void) { return run_suite(VERBS_SUITE("permute")); }
 *
 * The arguments are in a[], and the letters say what they are: x a value of the width, n a position
 * or a count of any size, a an alignment (a power of two, or 0), p a value that the helper gets a
 * pointer to. In the call T is the type of the width, and p points to a[0] as a T; the helper must
 * store there what the reference stores in a[0].
 *
 * Helpers of u8 are tried with all values and all pairs, those of u16 that take x alone with all
 * values, others with special and drawn values. Positions and counts go far beyond the width. */
#ifndef BMILL_TESTS_VERBS_H
#define BMILL_TESTS_VERBS_H

#include "runner.h"
#include <bitmill/word.h>

/* One way to call a helper. */
struct spelling {
    const char *name;
    unsigned width;
    uint64_t (*call)(uint64_t *a);
};

enum { MAX_ARGS = 4 };

struct verb {
    const char *name, *takes; /* at most MAX_ARGS letters */
    uint64_t (*expected)(unsigned width, uint64_t *a);
    const struct spelling *spellings; /* the last has no call */
};
/* clang-format off */
#define VERB(verb, takes) {#verb, takes, expect_##verb, spellings_of_##verb}
/* clang-format on */

/* A suite that tests each verb in tests of its own. Ends the program, as skipped, on a processor
 * that lacks instructions that the program is built with. */
Suite *verbs_suite(const char *name, const struct verb *verbs, size_t count,
                   const char *const *instructions);
#define VERBS_SUITE(name) \
    verbs_suite(name, verbs, sizeof verbs / sizeof verbs[0], instructions_built_with)

static const char *const instructions_built_with[] = {
#ifdef __BMI__
    "bmi",
#endif
#ifdef __BMI2__
    "bmi2",
#endif
#ifdef __LZCNT__
    "lzcnt",
#endif
#ifdef __POPCNT__
    "popcnt",
#endif
#ifdef __PCLMUL__
    "pclmul",
#endif
    NULL};

/* Fails the running test if a spelling of that width is not right for the MAX_ARGS arguments. */
void check_verb(const struct verb *v, unsigned width, const uint64_t *a);

static inline bool bit(uint64_t x, uint64_t i) { return x >> i & 1; }

/* ---- How to call a helper: ADAPT(verb, arguments), once for each ---- */

/* clang-format off */

/* The names with a width and the generic spelling, with every standard type. */
#define ADAPT(verb, ...)                                                     \
    ADAPTERS_(verb, __VA_ARGS__)                                             \
    ADAPTER(verb##_char, unsigned char, bmill_##verb(__VA_ARGS__))          \
    ADAPTER(verb##_short, unsigned short, bmill_##verb(__VA_ARGS__))        \
    ADAPTER(verb##_int, unsigned int, bmill_##verb(__VA_ARGS__))            \
    ADAPTER(verb##_long, unsigned long, bmill_##verb(__VA_ARGS__))          \
    ADAPTER(verb##_long_long, unsigned long long, bmill_##verb(__VA_ARGS__)) \
    static const struct spelling spellings_of_##verb[] = {                   \
        SPELLINGS_(verb)                                                     \
        {"bmill_" #verb " of unsigned char", 8, verb##_char},                \
        {"bmill_" #verb " of unsigned short", 16, verb##_short},             \
        {"bmill_" #verb " of unsigned int", 32, verb##_int},                 \
        {"bmill_" #verb " of unsigned long", 8 * sizeof(long), verb##_long}, \
        {"bmill_" #verb " of unsigned long long", 64, verb##_long_long},     \
        {NULL, 0, NULL}};

/* Helpers without a generic spelling; and helpers of 64 bits only, under any name. */
#define ADAPT_NAMED(verb, ...)   \
    ADAPTERS_(verb, __VA_ARGS__) \
    static const struct spelling spellings_of_##verb[] = {SPELLINGS_(verb) {NULL, 0, NULL}};
#define ADAPT64(name, call)                                \
    ADAPTER(name##_alone, uint64_t, (call))               \
    static const struct spelling spellings_of_##name[] = { \
        {#name, 64, name##_alone},                         \
        {NULL, 0, NULL}};

#define ADAPTERS_(verb, ...)                                      \
    ADAPTER(verb##_u8, uint8_t, bmill_##verb##_u8(__VA_ARGS__))    \
    ADAPTER(verb##_u16, uint16_t, bmill_##verb##_u16(__VA_ARGS__)) \
    ADAPTER(verb##_u32, uint32_t, bmill_##verb##_u32(__VA_ARGS__)) \
    ADAPTER(verb##_u64, uint64_t, bmill_##verb##_u64(__VA_ARGS__))
#define SPELLINGS_(verb)                      \
    {"bmill_" #verb "_u8", 8, verb##_u8},     \
    {"bmill_" #verb "_u16", 16, verb##_u16},  \
    {"bmill_" #verb "_u32", 32, verb##_u32},  \
    {"bmill_" #verb "_u64", 64, verb##_u64},

/* clang-format on */

/* One spelling. a[0] may be a count that does not fit T: it keeps its value unless the helper
 * stored something. */
#define ADAPTER(name, type, call)           \
    static uint64_t name(uint64_t *a)       \
    {                                       \
        typedef type T;                     \
        T stored = (T)a[0], *p = &stored;   \
        uint64_t result = (uint64_t)(call); \
        if (stored != (T)a[0])              \
            a[0] = stored;                  \
        return (void)p, result;             \
    }

#endif
