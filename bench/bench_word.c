/* bench_word.c: the variants of bitmill/learn/variants.h, and the main helper of each verb.
 *
 * A benchmark is called verb/method/width, `main` being the helper of bitmill/word.h. One iteration
 * is one value out of 1,024 random ones, so the reported time is that of one value: a load, the
 * loop (nothing/main measures these two alone), and the inlined call. No call needs the result of
 * another, and the compiler cannot do several at once with vectors, so this is the throughput of
 * scalar code. Before it is timed, a variant is compared with the main helper on all values, and
 * the main helper with the plainest variant. For example
 *
 *   bench_word --benchmark_filter='^popcount/.*u64'
 *
 * As in the library, the compiler's flags name no processor, unless CFLAGS does. With
 * -march=native, popcount/builtin is one instruction, and compilers may also turn popcount/clearing
 * into it.
 */
#include "shim.h"

#include <bitmill/learn/variants.h>
#include <bitmill/word.h>

enum { VALUES = 1024 };

/* Random values of each width: the first operand, a third of them shifted right by a random count,
 * so that they have leading zeros; the second operand; a count below the width; a count below the
 * number of 1 bits. */
#define DATA(width, type)                             \
    typedef type type_##width;                        \
    static type a_##width[VALUES], b_##width[VALUES]; \
    static unsigned k_##width[VALUES], rank_##width[VALUES];
DATA(u8, uint8_t)
DATA(u16, uint16_t)
DATA(u32, uint32_t)
DATA(u64, uint64_t)

/* A linear congruential generator (Knuth's MMIX constants), whose upper halves are used. */
static uint64_t draw(void)
{
    static uint64_t state = 1;
    uint64_t high;
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    high = state >> 32 << 32;
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return high | state >> 32;
}

#define FILL(width, bits)                                       \
    a_##width[i] = (type_##width)(a >> (a % 3 ? 0 : k % bits)); \
    b_##width[i] = (type_##width)b;                             \
    k_##width[i] = k % bits;                                    \
    ones = bmill_popcount_u64(a_##width[i]);                    \
    rank_##width[i] = ones ? k % ones : 0;

static void fill(void)
{
    for (unsigned i = 0; i < VALUES; i++) {
        uint64_t a = draw(), b = draw();
        unsigned k = (unsigned)(draw() >> 33), ones = 0;
        FILL(u8, 8)
        FILL(u16, 16)
        FILL(u32, 32)
        FILL(u64, 64)
    }
}

/* The arguments of a verb. */
#define CALL_nothing(f, width)   f(a_##width[i])
#define CALL_popcount(f, width)  f(a_##width[i])
#define CALL_parity(f, width)    f(a_##width[i])
#define CALL_clz(f, width)       f(a_##width[i])
#define CALL_ctz(f, width)       f(a_##width[i])
#define CALL_reverse(f, width)   f(a_##width[i])
#define CALL_is_pow2(f, width)   f(a_##width[i])
#define CALL_ceil_pow2(f, width) f(a_##width[i])
#define CALL_select(f, width)    f(a_##width[i], rank_##width[i])
#define CALL_morton2(f, width)   f(a_##width[i], b_##width[i])
#define CALL_modify(f, width)    f(a_##width[i], k_##width[i], b_##width[i] & 1)

/* Compares `function` with `other`, then times it; the name of the functions made is `id`. */
#define BENCHMARK(id, verb, width, function, other)                          \
    static void id(struct bench_run *run, void *arg)                         \
    {                                                                        \
        unsigned i;                                                          \
        (void)arg;                                                           \
        for (i = 0; i < VALUES; i++)                                         \
            if (CALL_##verb(function, width) != CALL_##verb(other, width)) { \
                bench_fail(run, "differs from " #other);                     \
                return;                                                      \
            }                                                                \
        i = 0;                                                               \
        for (uint64_t n = bench_begin(run); n; n--, i = (i + 1) % VALUES)    \
            bench_use((size_t)CALL_##verb(function, width));                 \
        bench_end(run, sizeof a_##width[0]);                                 \
    }

#define NOTHING(x) (x)

#define VARIANT(verb, method, width)                                                        \
    BENCHMARK(verb##_##method##_##width, verb, width, bmill_##verb##_by_##method##_##width, \
              bmill_##verb##_##width)
#define MAIN(verb, plainest, width)                                     \
    BENCHMARK(verb##_main_##width, verb, width, bmill_##verb##_##width, \
              bmill_##verb##_by_##plainest##_##width)
#define MAINS(verb, plainest)         MAIN(verb, plainest, u32) MAIN(verb, plainest, u64)
#define MAINS_FROM_U8(verb, plainest) MAIN(verb, table, u8) MAINS(verb, plainest)

BMILL_VARIANTS(VARIANT)
BENCHMARK(nothing_main_u64, nothing, u64, NOTHING, NOTHING)
MAINS_FROM_U8(popcount, loop)
MAINS_FROM_U8(parity, loop)
MAINS_FROM_U8(reverse, loop)
MAINS_FROM_U8(clz, loop)
MAINS_FROM_U8(ctz, loop)
MAINS(is_pow2, loop)
MAINS(ceil_pow2, loop)
MAINS(select, loop)
MAINS(morton2, loop)
MAINS(modify, branch)
MAIN(morton2, multiply, u16)

#define ADD(verb, method, width) \
    bench_register(#verb "/" #method "/" #width, verb##_##method##_##width, NULL);
#define ADD_MAINS(verb)         ADD(verb, main, u32) ADD(verb, main, u64)
#define ADD_MAINS_FROM_U8(verb) ADD(verb, main, u8) ADD_MAINS(verb)

static void add_all(void)
{
    ADD(nothing, main, u64)
    ADD_MAINS_FROM_U8(popcount)
    BMILL_VARIANTS_POPCOUNT(ADD)
    ADD_MAINS_FROM_U8(parity)
    BMILL_VARIANTS_PARITY(ADD)
    ADD_MAINS_FROM_U8(reverse)
    BMILL_VARIANTS_REVERSE(ADD)
    ADD_MAINS_FROM_U8(clz)
    BMILL_VARIANTS_CLZ(ADD)
    ADD_MAINS_FROM_U8(ctz)
    BMILL_VARIANTS_CTZ(ADD)
    ADD_MAINS(is_pow2)
    BMILL_VARIANTS_IS_POW2(ADD)
    ADD_MAINS(ceil_pow2)
    BMILL_VARIANTS_CEIL_POW2(ADD)
    ADD_MAINS(select)
    BMILL_VARIANTS_SELECT(ADD)
    ADD(morton2, main, u16)
    ADD_MAINS(morton2)
    BMILL_VARIANTS_MORTON2(ADD)
    ADD_MAINS(modify)
    BMILL_VARIANTS_MODIFY(ADD)
}

int main(int argc, char **argv)
{
    fill();
    add_all();
    return bench_main(argc, argv);
}
