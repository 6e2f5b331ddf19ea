/* blocks.c: other loops that a good programmer may write, where words.c has one of several ways:
 * tests of 64 words at once, which compilers make vectors of, and positions by a loop over the 1
 * bits, eight at a time or one by one. Which way is faster depends on the bits and on the compiler.
 */
#include "loops.h"

static bool whole_words(const struct operands *m) { return m->nbytes % 8 == 0; }

/* ---- Tests and finds of ops.def: one branch for 64 words ---- */

enum { BLOCK = 512 };

/* The OR of op over n bytes, a multiple of 8. */
LOOP uint64_t or_of(const unsigned char *a, const unsigned char *b, size_t n, word_op *op)
{
    uint64_t any = 0;
    for (size_t i = 0; i < n; i += 8)
        any |= op(load(a + i), load(b + i));
    return any;
}

LOOP bool loop_test(const void *a_, const void *b_, size_t nbits, word_op *op)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = 0;
    for (; i + BLOCK <= n; i += BLOCK)
        if (or_of(a + i, b + i, BLOCK, op))
            return true;
    return or_of(a + i, b + i, n - i, op) != 0;
}

LOOP size_t loop_find(const void *a_, const void *b_, size_t nbits, word_op *op)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = 0;
    while (i + BLOCK <= n && !or_of(a + i, b + i, BLOCK, op))
        i += BLOCK;
    for (; i < n; i += 8) {
        uint64_t x = op(load(a + i), load(b + i));
        if (x)
            return 8 * i + first_one(x);
    }
    return nbits;
}

LOOP size_t loop_find_last(const void *a_, const void *b_, size_t nbits, word_op *op)
{
    const unsigned char *a = a_, *b = b_;
    size_t i = nbits / 8;
    while (i >= BLOCK && !or_of(a + i - BLOCK, b + i - BLOCK, BLOCK, op))
        i -= BLOCK;
    while (i) {
        uint64_t x = op(load(a + i - 8), load(b + i - 8));
        if (x)
            return 8 * i - 1 - (size_t)__builtin_clzll(x);
        i -= 8;
    }
    return nbits;
}

/* The other kinds are in words.c. */
#define loop_map(...)            (void)0
#define loop_map_with_count(...) 0
#define loop_count(...)          0
#define BMILL_OP(name, shape, bit, vector, summary)                                     \
    LOOP uint64_t word_##name(uint64_t a, uint64_t b) { return (void)a, (void)b, bit; } \
    static size_t run_##name(const struct operands *m)                                  \
    {                                                                                   \
        const unsigned char *a = m->a, *b = m->b;                                       \
        size_t nbits = 8 * m->nbytes;                                                   \
        (void)a, (void)b, (void)nbits, (void)word_##name;                               \
        BMILL_RETURN(shape) BMILL_LOOP(shape, word_##name);                             \
        return 0;                                                                       \
    }                                                                                   \
    REPEAT(name)
#include "tables/ops.def"

/* ---- Positions: eight are written at once, however many there are, as simdjson does ---- */

#define DECODE(T, type)                                                      \
    static size_t run_decode_##T(const struct operands *m)                   \
    {                                                                        \
        type *restrict dst = (type *)(void *)m->dst;                         \
        size_t n = 0;                                                        \
        for (size_t i = 0; i < m->nbytes; i += 8) {                          \
            uint64_t x = load(m->a + i);                                     \
            size_t ones = ones_in(x);                                        \
            for (size_t k = 0; k < ones; k += 8)                             \
                for (size_t j = 0; j < 8; j++) {                             \
                    dst[n + k + j] = (type)(8 * i + (x ? first_one(x) : 0)); \
                    x &= x - 1;                                              \
                }                                                            \
            n += ones;                                                       \
        }                                                                    \
        return n;                                                            \
    }                                                                        \
    REPEAT(decode_##T)
DECODE(u16, uint16_t)
DECODE(u32, uint32_t)
DECODE(u64, uint64_t)

/* ---- By the 1 bits of a mask ---- */

LOOP uint64_t mask_at(const struct operands *m, size_t i, size_t n)
{
    uint64_t x = 0;
    if (n - i >= 64)
        return load(m->b + i / 8);
    for (size_t k = 0; k < n - i; k++)
        x |= (uint64_t)(m->b[(i + k) / 8] >> (i + k) % 8 & 1) << k;
    return x;
}
#define FILTER(T, type)                                        \
    static size_t run_filter_##T(const struct operands *m)     \
    {                                                          \
        const type *a = (const type *)(const void *)m->a;      \
        type *restrict dst = (type *)(void *)m->dst;           \
        size_t kept = 0, n = m->nbytes / sizeof(type);         \
        for (size_t i = 0; i < n; i += 64)                     \
            for (uint64_t x = mask_at(m, i, n); x; x &= x - 1) \
                dst[kept++] = a[i + first_one(x)];             \
        return kept;                                           \
    }                                                          \
    REPEAT(filter_##T)                                         \
    static size_t run_expand_##T(const struct operands *m)     \
    {                                                          \
        const type *a = (const type *)(const void *)m->a;      \
        type *restrict dst = (type *)(void *)m->dst;           \
        size_t used = 0, n = m->nbytes / sizeof(type);         \
        memset(dst, 0, n * sizeof(type));                      \
        for (size_t i = 0; i < n; i += 64)                     \
            for (uint64_t x = mask_at(m, i, n); x; x &= x - 1) \
                dst[i + first_one(x)] = a[used++];             \
        return used;                                           \
    }                                                          \
    REPEAT(expand_##T)
FILTER(u8, uint8_t)
FILTER(u16, uint16_t)
FILTER(u32, uint32_t)
FILTER(u64, uint64_t)

/* ---- Bits in words ---- */

static size_t run_set_indices(const struct operands *m)
{
    for (size_t i = 0; i < m->nbytes / 4; i++) {
        uint32_t at;
        unsigned char *p;
        memcpy(&at, m->a + 4 * i, sizeof at);
        p = m->dst + at / 64 * 8;
        store(p, load(p) | UINT64_C(1) << at % 64);
    }
    return 0;
}
REPEAT(set_indices)

/* Eight words before one branch. */
static size_t run_select(const struct operands *m)
{
    size_t k = m->k, i = 0, n = m->nbytes;
    uint64_t x;
    for (; i + 64 <= n; i += 64) {
        size_t ones = 0;
        for (size_t j = 0; j < 64; j += 8)
            ones += ones_in(load(m->a + i + j));
        if (k < ones)
            break;
        k -= ones;
    }
    for (; i < n; i += 8) {
        size_t ones = ones_in(x = load(m->a + i));
        if (k < ones) {
#ifdef __BMI2__
            return 8 * i + first_one(_pdep_u64(UINT64_C(1) << k, x));
#else
            for (; k; k--)
                x &= x - 1;
            return 8 * i + first_one(x);
#endif
        }
        k -= ones;
    }
    return 8 * n;
}
REPEAT(select)

/* Eight bytes that are 0 or not, by one multiplication. */
static size_t run_pack(const struct operands *m)
{
    for (size_t i = 0; i < m->nbytes; i += 8) {
        uint64_t x = load(m->a + i), low = UINT64_C(0x7f7f7f7f7f7f7f7f);
        x = (((x & low) + low) | x) >> 7 & UINT64_C(0x0101010101010101);
        m->dst[i / 8] = (unsigned char)(x * UINT64_C(0x0102040810204080) >> 56);
    }
    return 0;
}
REPEAT(pack)

/* Two digits by a table; what is no digit gives a value above 15. */
static const unsigned char values[256] = {
#define NOT(n) [n] = 16
#define ROW(n) \
    NOT(n), NOT(n + 1), NOT(n + 2), NOT(n + 3), NOT(n + 4), NOT(n + 5), NOT(n + 6), NOT(n + 7)
    ROW(0),   ROW(8),   ROW(16),  ROW(24),  ROW(32),  ROW(40),    ['0'] = 0, 1,          2,
    3,        4,        5,        6,        7,        8,          9,         NOT(58),    NOT(59),
    NOT(60),  NOT(61),  NOT(62),  NOT(63),  NOT(64),  ['A'] = 10, 11,        12,         13,
    14,       15,       NOT(71),  ROW(72),  ROW(80),  ROW(88),    NOT(96),   ['a'] = 10, 11,
    12,       13,       14,       15,       NOT(103), ROW(104),   ROW(112),  ROW(120),   ROW(128),
    ROW(136), ROW(144), ROW(152), ROW(160), ROW(168), ROW(176),   ROW(184),  ROW(192),   ROW(200),
    ROW(208), ROW(216), ROW(224), ROW(232), ROW(240), ROW(248)};
static size_t run_parse_hex(const struct operands *m)
{
    unsigned wrong = 0;
    for (size_t i = 0; i < m->nbytes; i += 2) {
        unsigned low = values[m->a[i]], high = values[m->a[i + 1]];
        wrong |= low | high;
        m->dst[i / 2] = (unsigned char)(high << 4 | low);
    }
    return wrong <= 15;
}
REPEAT(parse_hex)
static size_t run_format_hex(const struct operands *m)
{
    size_t n = m->nbytes - 1;
    for (size_t i = 0; i < n; i++)
        m->dst[i] = (unsigned char)"0123456789abcdef"[m->a[i / 2] >> i % 2 * 4 & 15];
    m->dst[n] = 0;
    return n;
}
REPEAT(format_hex)

#define OF_WORDS(name) {#name, repeat_##name, whole_words, NULL, NULL},
static const struct entry table[] = {
#define BMILL_OP(name, shape, bit, vector, summary) \
    {BMILL_KIND(shape) >= KIND_ANY ? #name : "-", repeat_##name, whole_words, NULL, NULL},
#include "tables/ops.def"
    OF_WORDS(decode_u16) OF_WORDS(decode_u32) OF_WORDS(decode_u64) ENTRY(filter_u8)
        ENTRY(filter_u16) ENTRY(filter_u32) ENTRY(filter_u64) ENTRY(expand_u8) ENTRY(expand_u16)
            ENTRY(expand_u32) ENTRY(expand_u64) ENTRY(set_indices) OF_WORDS(select) OF_WORDS(pack)
                ENTRY(parse_hex) ENTRY(format_hex) END};
PEER(PEER_NAME, PEER_LEVEL, table)
