/* many.c: functions of many bitmaps, positional counts, random bitmaps. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/positional.h>
#include <bitmill/bits/random.h>
#include <string.h>

/* ---- Many. The maps are drawn from a pool of bitmaps that lie one after the other. ---- */

enum function { AND, OR, XOR, AT_LEAST, EXACTLY };
static const struct many_row {
    const char *name;
    void (*call)(void *dst, const void *const *maps, size_t nmaps, size_t nbits);
    void (*call_k)(void *dst, const void *const *maps, size_t nmaps, size_t nbits, size_t k);
    enum function function;
} manies[] = {
    {F(bmill_bits_and_many), NULL, AND},
    {F(bmill_bits_or_many), NULL, OR},
    {F(bmill_bits_xor_many), NULL, XOR},
    {"bmill_bits_at_least", NULL, bmill_bits_at_least, AT_LEAST},
    {"bmill_bits_exactly", NULL, bmill_bits_exactly, EXACTLY},
};

enum { MAX_MAPS = 300, POOL = 9 };

static bool wanted(enum function function, size_t count, size_t nmaps, size_t k)
{
    switch (function) {
    case AND:
        return count == nmaps;
    case OR:
        return count > 0;
    case XOR:
        return count % 2;
    case AT_LEAST:
        return count >= k;
    default:
        return count == k;
    }
}

/* The maps, and how often each bitmap of the pool is among them. */
static void draw_maps(const void **maps, size_t nmaps, unsigned char *pool, size_t nbytes,
                      size_t *times)
{
    size_t npool = 1 + (size_t)draw(POOL - 1), seed = (size_t)draw(255);
    for (size_t m = 0; m < nmaps; m++) {
        size_t which = (size_t)noise(seed, m) % npool;
        times[which]++;
        maps[m] = pool ? pool + which * nbytes : NULL;
    }
}

static void try_many(const void *row_)
{
    const struct many_row *row = row_;
    const void *maps[MAX_MAPS];
    size_t nmaps = draw(2) ? (size_t)draw(20) : (size_t)draw(MAX_MAPS), k = draw_near(nmaps);
    size_t nbits = draw_size(nmaps > 20 ? 5000 : MAX_BITS / 4), times[POOL] = {0};
    size_t nbytes = nbits / 8 + (nbits % 8 != 0), alias;
    unsigned char *pool = place_filled(A, "pool of maps", POOL * nbytes, 1), *dst;
    draw_maps(maps, nmaps, pool, nbytes, times);
    alias = (size_t)draw(POOL);
    dst =
        pool && alias < POOL && times[alias] ? pool + alias * nbytes : place_dst_bits("dst", nbits);
    note("nmaps", nmaps);
    note("nbits", nbits);
    note("k", k);
    for (size_t i = 0; i < nbits; i++) {
        size_t count = 0;
        for (size_t m = 0; m < POOL; m++)
            count += times[m] * ref_get(pool + m * nbytes, i);
        ref_put(twin(dst), i, wanted(row->function, count, nmaps, k));
    }
    if (row->call)
        row->call(dst, nmaps || draw(1) ? maps : NULL, nmaps, nbits);
    else
        row->call_k(dst, nmaps || draw(1) ? maps : NULL, nmaps, nbits, k);
}

/* ---- Positional counts ---- */

static const struct positional_row {
    const char *name;
    void (*call)(size_t *counts, const void *a, size_t n);
    size_t width;
} positionals[] = {
    {F(bmill_bits_positional_count_u8), 8},
    {F(bmill_bits_positional_count_u16), 16},
    {F(bmill_bits_positional_count_u32), 32},
    {F(bmill_bits_positional_count_u64), 64},
};

static void try_positional(const void *row_)
{
    const struct positional_row *row = row_;
    size_t n = draw_size(MAX_BYTES * 8 / row->width), expected[64] = {0};
    unsigned char *a = place_filled(A, "a", n * row->width / 8, 1);
    unsigned char *counts = place(DST, "counts", row->width * sizeof(size_t), sizeof(size_t));
    note("n", n);
    for (size_t i = 0; i < n * row->width; i++)
        expected[i % row->width] += ref_get(a, i);
    memcpy(twin(counts), expected, row->width * sizeof(size_t));
    row->call((size_t *)(void *)counts, a, n);
}

/* ---- Random: the generator is that of the documentation. ---- */

static uint64_t output(uint64_t seed, uint64_t n)
{
    uint64_t z = seed + (n + 1) * UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* Word j; k is below 2^m, and not 0. */
static uint64_t random_word(uint64_t j, uint64_t k, unsigned m, uint64_t seed)
{
    uint64_t x = output(seed, 64 * j);
    for (; k % 2 == 0; m--)
        k /= 2;
    for (unsigned p = 1; p < m; p++)
        x = k >> p & 1 ? x | output(seed, 64 * j + p) : x & output(seed, 64 * j + p);
    return x;
}

static void put_random(unsigned char *dst, size_t nbits, uint64_t k, unsigned m, uint64_t seed)
{
    m = m > 63 ? 63 : m;
    for (size_t i = 0; i < nbits; i++) {
        static uint64_t word;
        if (i % 64 == 0 && k && k < UINT64_C(1) << m)
            word = random_word(i / 64, k, m, seed);
        ref_put(dst, i, k >= UINT64_C(1) << m ? 1 : k ? word >> i % 64 & 1 : 0);
    }
}

static void try_random(const void *row)
{
    size_t nbits = draw_size(MAX_BITS / 2);
    unsigned m = draw(7) ? (unsigned)draw(70) : (unsigned)draw(UINT32_MAX);
    uint64_t k = draw(UINT64_MAX), seed = draw(UINT64_MAX);
    unsigned char *dst = place_dst_bits("dst", nbits);
    (void)row;
    k = draw(3) && m < 64 ? k & ((UINT64_C(2) << m) - 1) : k;
    note("nbits", nbits);
    note("k", k);
    note("m", m);
    note("seed", seed);
    put_random(twin(dst), nbits, k, m, seed);
    bmill_bits_random(dst, nbits, k, m, seed);
}

static void put_few(unsigned char *dst, size_t nbits, size_t k, uint64_t seed)
{
    size_t ones = 0;
    unsigned width = 1;
    put_random(dst, nbits, (uint64_t)k * 256 / nbits, 8, seed);
    for (size_t i = 0; i < nbits; i++)
        ones += ref_get(dst, i);
    while (width < 64 && (nbits - 1) >> width)
        width++;
    for (uint64_t n = 63; ones != k; n += 64) {
        uint64_t i = output(seed, n) >> (64 - width);
        if (i < nbits && ref_get(dst, (size_t)i) == (ones > k)) {
            ref_put(dst, (size_t)i, ones < k);
            ones = ones < k ? ones + 1 : ones - 1;
        }
    }
}

static void try_random_exactly(const void *row)
{
    size_t nbits = draw_size(MAX_BITS / 2), k = draw_near(nbits), few = k < nbits ? k : nbits;
    uint64_t seed = draw(UINT64_MAX);
    unsigned char *dst = place_dst_bits("dst", nbits);
    (void)row;
    note("nbits", nbits);
    note("k", k);
    note("seed", seed);
    if (nbits && few <= nbits / 2) {
        put_few(twin(dst), nbits, few, seed);
    } else if (nbits) {
        put_few(twin(dst), nbits, nbits - few, seed);
        for (size_t i = 0; i < nbits; i++)
            ref_put(twin(dst), i, !ref_get(twin(dst), i));
    }
    bmill_bits_random_exactly(dst, nbits, k, seed);
}

static const struct name_row {
    const char *name;
} randoms[] = {{"bmill_bits_random"}}, randoms_exactly[] = {{"bmill_bits_random_exactly"}};

const struct group fuzz_many[] = {
    GROUP("", manies, try_many),
    GROUP("", positionals, try_positional),
    GROUP("", randoms, try_random),
    GROUP("", randoms_exactly, try_random_exactly),
    {0},
};
