/* test_index.c: between bitmaps and lists of indices, on every ISA, against loops over single bits
 * and single numbers. */
#include "arena.h"
#include "isas.h"
#include <bitmill.h>
#include <string.h>

enum { MAX_BITS = 80000 }; /* past two of the batches of decode, 32768 bits each */
enum { MAX_LIST = 3000 };

static struct arena from, to;

/* ---- The functions of the three widths, with lists as void * ---- */

struct family {
    size_t width; /* of an element, in bytes */
    size_t (*decode)(void *dst, const void *bits, size_t nbits, size_t capacity, size_t *at,
                     uint64_t base);
    void (*change[3])(void *bits, const void *indices, size_t n);
    size_t (*change_checked[3])(void *bits, const void *indices, size_t nbits, size_t n);
    size_t (*runs_from_indices)(void *runs, const void *indices, size_t n);
    size_t (*indices_from_runs)(void *indices, const void *runs, size_t nruns, size_t capacity);
};

#define CHANGE(verb, N)                                                                       \
    static void verb##_##N(void *bits, const void *indices, size_t n)                         \
    {                                                                                         \
        bmill_bits_##verb##_indices_u##N(bits, indices, n);                                   \
    }                                                                                         \
    static size_t verb##_checked_##N(void *bits, const void *indices, size_t nbits, size_t n) \
    {                                                                                         \
        return bmill_bits_##verb##_indices_checked_u##N(bits, indices, nbits, n);             \
    }
#define FAMILY(N)                                                                         \
    static size_t decode_##N(void *dst, const void *bits, size_t nbits, size_t capacity,  \
                             size_t *at, uint64_t base)                                   \
    {                                                                                     \
        return bmill_bits_decode_u##N(dst, bits, nbits, capacity, at, (uint##N##_t)base); \
    }                                                                                     \
    CHANGE(set, N)                                                                        \
    CHANGE(clear, N)                                                                      \
    CHANGE(flip, N)                                                                       \
    static size_t runs_from_indices_##N(void *runs, const void *indices, size_t n)        \
    {                                                                                     \
        return bmill_bits_runs_from_indices_u##N(runs, indices, n);                       \
    }                                                                                     \
    static size_t indices_from_runs_##N(void *indices, const void *runs, size_t nruns,    \
                                        size_t capacity)                                  \
    {                                                                                     \
        return bmill_bits_indices_from_runs_u##N(indices, runs, nruns, capacity);         \
    }
#define ROW(N)                                                                             \
    {                                                                                      \
        N / 8, decode_##N, {set_##N, clear_##N, flip_##N},                                 \
            {set_checked_##N, clear_checked_##N, flip_checked_##N}, runs_from_indices_##N, \
            indices_from_runs_##N,                                                         \
    }
FAMILY(16)
FAMILY(32)
FAMILY(64)
static const struct family families[] = {ROW(16), ROW(32), ROW(64)};

static uint64_t get(const void *list, size_t i, size_t width)
{
    const unsigned char *p = (const unsigned char *)list + i * width;
    uint16_t x16;
    uint32_t x32;
    uint64_t x64;
    switch (width) {
    case 2:
        return memcpy(&x16, p, 2), x16;
    case 4:
        return memcpy(&x32, p, 4), x32;
    default:
        return memcpy(&x64, p, 8), x64;
    }
}

static void put(void *list, size_t i, size_t width, uint64_t x)
{
    unsigned char *p = (unsigned char *)list + i * width;
    uint16_t x16 = (uint16_t)x;
    uint32_t x32 = (uint32_t)x;
    memcpy(p, width == 2 ? (void *)&x16 : width == 4 ? (void *)&x32 : (void *)&x, width);
}

static uint64_t max_of(size_t width) { return ~UINT64_C(0) >> (64 - 8 * width); }

static const struct family *draw_family(prop *p) { return &families[prop_draw(p, 2)]; }

/* A place for a list, at an address that is a multiple of the width. */
static unsigned char *place_list(struct arena *m, prop *p, size_t n, size_t width)
{
    unsigned char *list = arena_place(m, p, 8 * n * width);
    return list - (uintptr_t)list % width;
}

/* ---- decode ---- */

static size_t reference_decode(void *dst, size_t width, const void *bits, size_t nbits,
                               size_t capacity, size_t *at, uint64_t base)
{
    size_t n = 0;
    for (; *at < nbits && n < capacity; ++*at)
        if (ref_get(bits, *at))
            put(dst, n++, width, base + *at);
    if (n < capacity)
        *at = nbits;
    return n;
}

/* From densities of one in 2 to one in 4000, too: other than what prop_fill makes, they are not the
 * same in all words. */
static void thin_out(prop *p, unsigned char *bits, size_t nbits)
{
    uint64_t kind = prop_draw(p, 12), x = prop_draw(p, UINT64_MAX) | 1;
    if (kind == 0)
        return;
    for (size_t i = 0; i < nbits; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        ref_put(bits, i, x % ((uint64_t)1 << kind) == 0);
    }
}

static bool decode_is_right(prop *p)
{
    const struct family *f = draw_family(p);
    size_t nbits = (size_t)prop_draw(p, prop_draw(p, 3) ? 2000 : MAX_BITS);
    unsigned char *bits = arena_place(&from, p, nbits), *dst;
    size_t at = prop_draw(p, 2) ? 0 : (size_t)prop_draw(p, nbits + 2), ones, capacity, n;
    uint64_t base = prop_draw(p, 2) ? 0 : prop_draw(p, UINT64_MAX);
    size_t expected_at = at, expected;
    thin_out(p, bits, nbits);
    arena_mirror(&from);
    ones = bmill_bits_count(bits, nbits);
    capacity = (size_t)(prop_draw(p, 2) ? prop_draw(p, ones + 1) : ones + prop_draw(p, 200));
    dst = place_list(&to, p, capacity, f->width);
    expected =
        reference_decode(arena_twin(&to, dst), f->width, bits, nbits, capacity, &expected_at, base);
    if (at > nbits)
        expected_at = nbits ? nbits : at;
    n = f->decode(dst, bits, nbits, capacity, &at, base);
    prop_show(p, "u%zu, %zu ones, capacity %zu: %zu and from %zu, expected %zu and %zu",
              8 * f->width, ones, capacity, n, at, expected, expected_at);
    return n == expected && (at == expected_at || nbits == 0) && arena_agrees(&to, p) &&
           arena_agrees(&from, p);
}

/* A small buffer goes through a large bitmap. */
static bool decode_in_parts_finds_all(prop *p)
{
    const struct family *f = draw_family(p);
    size_t nbits = (size_t)prop_draw(p, 6000), capacity = 1 + (size_t)prop_draw(p, 150);
    unsigned char *bits = arena_place(&from, p, nbits);
    unsigned char *dst = place_list(&to, p, capacity, f->width);
    size_t at = 0, i = 0, n;
    thin_out(p, bits, nbits);
    while ((n = f->decode(dst, bits, nbits, capacity, &at, 0)) > 0)
        for (size_t k = 0; k < n; k++, i++) {
            while (i < nbits && !ref_get(bits, i))
                i++;
            prop_show(p, "%zu, expected %zu; ", (size_t)get(dst, k, f->width), i);
            if (i == nbits || get(dst, k, f->width) != i % (max_of(f->width) + (f->width < 8)))
                return false;
        }
    while (i < nbits && !ref_get(bits, i))
        i++;
    prop_show(p, "capacity %zu: ended at %zu, from %zu", capacity, i, at);
    return i == nbits && at == nbits;
}

static bool small_case_is_right(const struct family *f, struct guarded out,
                                const unsigned char *bits, size_t nbits, size_t start,
                                size_t capacity)
{
    static unsigned char expected[200 * 8];
    unsigned char *dst = out.end - capacity * f->width;
    size_t at = start, expected_at = start, n, expected_n;
    memset(dst, 0xa5, capacity * f->width);
    memset(expected, 0xa5, capacity * f->width);
    expected_n = reference_decode(expected, f->width, bits, nbits, capacity, &expected_at, 7);
    n = f->decode(dst, bits, nbits, capacity, &at, 7);
    return n == expected_n && at == expected_at && memcmp(dst, expected, capacity * f->width) == 0;
}

/* All lengths, with many beginnings and capacities, flush with the pages behind. */
static void check_small(const struct family *f, unsigned pattern)
{
    struct guarded in = guard_alloc(64), out = guard_alloc(200 * 8);
    for (size_t nbits = 1; nbits <= 140; nbits++) {
        unsigned char *bits = in.end - (nbits + 7) / 8;
        for (unsigned char *byte = bits; byte < in.end; byte++)
            *byte = (unsigned char)(pattern + 37 * (size_t)(byte - bits) * (pattern % 4));
        for (size_t start = 0; start <= nbits; start += 1 + start / 9)
            for (size_t capacity = 0; capacity <= nbits; capacity += 1 + capacity / 5)
                if (!small_case_is_right(f, out, bits, nbits, start, capacity))
                    ck_abort_msg("u%zu, pattern %#x, nbits %zu, from %zu, capacity %zu",
                                 8 * f->width, pattern, nbits, start, capacity);
    }
    guard_free(in);
    guard_free(out);
}

/* ---- decode by lines of 64 bytes: lengths around whole lines, lists around what they hold ---- */

enum { MAX_LINES_BITS = 2600, CANARY = 64 };

/* Sparse, dense, a few words of the other kind, all and nothing. */
static void fill_lines(unsigned char *bits, size_t nbytes, size_t kind)
{
    static const uint32_t one_in[] = {300, 40, 8, 2, 300, 2, 1};
    uint32_t x = 12345 + (uint32_t)(kind + nbytes);
    memset(bits, 0, nbytes);
    for (size_t i = 0; i < 8 * nbytes && kind < sizeof one_in / sizeof *one_in; i++) {
        bool other = i / 64 % 5 == 3; /* word */
        uint32_t one = other && kind == 4 ? 2 : other && kind == 5 ? 300 : one_in[kind];
        x ^= x << 13, x ^= x >> 17, x ^= x << 5;
        ref_put(bits, i, x % one == 0);
    }
}

/* A list of `capacity` goes through the bitmap, flush with the page behind it or before it; what is
 * past the result stays, also past the capacity. */
static bool parts_are_right(const struct family *f, struct guarded out, bool at_end,
                            const unsigned char *bits, size_t nbits, size_t start, size_t capacity)
{
    static unsigned char expected[(MAX_LINES_BITS + CANARY) * 8];
    size_t at = start, expected_at = start, n, expected_n;
    size_t size = (capacity + (at_end ? 0 : CANARY)) * f->width;
    unsigned char *dst = at_end ? out.end - size : out.start;
    do {
        memset(dst, 0xa5, size);
        memset(expected, 0xa5, size);
        expected_n =
            reference_decode(expected, f->width, bits, nbits, capacity, &expected_at, 65000);
        n = f->decode(dst, bits, nbits, capacity, &at, 65000);
        if (n != expected_n || at != expected_at || memcmp(dst, expected, size) != 0)
            return false;
    } while (n > 0 && at < nbits);
    return true;
}

static void check_capacities(const struct family *f, struct guarded out, const unsigned char *bits,
                             size_t nbits, size_t start)
{
    const size_t ones = bmill_bits_count(bits, nbits);
    const size_t capacities[] = {1,   30,  64,        65,    ones - (ones > 0), ones, ones + 1, 511,
                                 512, 513, nbits - 1, nbits, nbits + 1};
    for (size_t i = 0; i < sizeof capacities / sizeof *capacities; i++)
        for (int at_end = 0; at_end < 2; at_end++)
            if (!parts_are_right(f, out, at_end, bits, nbits, start, capacities[i]))
                ck_abort_msg("u%zu, nbits %zu, from %zu, capacity %zu", 8 * f->width, nbits, start,
                             capacities[i]);
}

static void check_lines(const struct family *f, struct guarded in, struct guarded out, size_t nbits)
{
    static const size_t starts[] = {0, 1, 64, 200, 512};
    for (size_t kind = 0; kind < 8; kind++)
        for (int at_end = 0; at_end < 2; at_end++) {
            size_t nbytes = (nbits + 7) / 8;
            unsigned char *bits = at_end ? in.end - nbytes : in.start;
            fill_lines(in.start, (size_t)(in.end - in.start), kind);
            for (size_t i = 0; i < sizeof starts / sizeof *starts && starts[i] < nbits; i++)
                check_capacities(f, out, bits, nbits, starts[i]);
        }
}

/* ---- set, clear, flip ---- */

static void reference_change(unsigned char *bits, const void *indices, size_t n, size_t width,
                             int verb)
{
    for (size_t k = 0; k < n; k++) {
        size_t i = (size_t)get(indices, k, width);
        ref_put(bits, i, verb == 0 || (verb == 2 && !ref_get(bits, i)));
    }
}

/* Ascending, in one place, or anywhere. */
static void draw_indices(prop *p, void *list, size_t n, size_t width, size_t nbits)
{
    uint64_t kind = prop_draw(p, 2), last = prop_draw(p, nbits - 1);
    for (size_t k = 0; k < n; k++) {
        uint64_t step = prop_draw(p, kind == 0 ? 3 : kind == 1 ? 20 : nbits - 1);
        last = (last + step) % nbits;
        put(list, k, width, last);
    }
}

static bool indices_change_their_bits(prop *p)
{
    const struct family *f = draw_family(p);
    size_t nbits = 1 + (size_t)prop_draw(p, 4999), n = (size_t)prop_draw(p, 400);
    int verb = (int)prop_draw(p, 2);
    bool checked = prop_draw(p, 1);
    unsigned char *list = place_list(&to, p, n, f->width);
    unsigned char *bits = arena_place(&from, p, nbits);
    size_t bad = n, result = n;
    draw_indices(p, list, n, f->width, nbits);
    if (checked && n > 0 && prop_draw(p, 1)) {
        bad = (size_t)prop_draw(p, n - 1);
        put(list, bad, f->width,
            nbits + prop_draw(p, 2) * prop_draw(p, max_of(f->width) - nbits) / 2);
        put(list, bad + (size_t)prop_draw(p, n - 1 - bad), f->width, max_of(f->width));
        bad = 0;
        while (get(list, bad, f->width) < nbits)
            bad++;
    }
    arena_mirror(&to);
    if (bad == n)
        reference_change(arena_twin(&from, bits), list, n, f->width, verb);
    if (checked)
        result = f->change_checked[verb](bits, list, nbits, n);
    else
        f->change[verb](bits, list, n);
    prop_show(p, "u%zu, verb %d, %zu indices, result %zu, expected %zu", 8 * f->width, verb, n,
              result, bad);
    return result == bad && arena_agrees(&from, p) && arena_agrees(&to, p);
}

static bool decode_and_set_invert_each_other(prop *p)
{
    const struct family *f = draw_family(p);
    size_t nbits = (size_t)prop_draw(p, 9000), at = 0, n;
    unsigned char *bits = arena_place(&from, p, nbits);
    unsigned char *list = place_list(&to, p, nbits, f->width);
    n = f->decode(list, bits, nbits, nbits, &at, 0);
    f->change[2](bits, list, n);
    if (bmill_bits_any(bits, nbits))
        return false;
    return f->change_checked[0](bits, list, nbits, n) == n && arena_agrees(&from, p);
}

/* ---- Runs ---- */

static size_t reference_runs(void *runs, const void *indices, size_t n, size_t width)
{
    size_t nruns = 0;
    for (size_t k = 0; k < n; nruns++) {
        uint64_t first = get(indices, k, width), count = 1;
        while (k + count < n && first + count != 0 &&
               get(indices, k + count, width) == first + count && count < max_of(width))
            count++;
        put(runs, 2 * nruns, width, first);
        put(runs, 2 * nruns + 1, width, count);
        k += count;
    }
    return nruns;
}

static void draw_list_with_runs(prop *p, void *list, size_t n, size_t width)
{
    static const uint64_t ends[] = {0, 1, UINT16_MAX, UINT32_MAX, UINT64_MAX};
    uint64_t last = prop_draw(p, 3), next_break = 0,
             longest = 1 + prop_draw(p, 3) * prop_draw(p, 40);
    for (size_t k = 0; k < n; k++) {
        last++;
        if (k == next_break) {
            uint64_t kind = prop_draw(p, 9);
            last = kind == 9   ? ends[prop_draw(p, 4)] - prop_draw(p, 3)
                   : kind == 8 ? prop_draw(p, UINT64_MAX)
                               : last + prop_draw(p, 4);
            next_break += 1 + prop_draw(p, longest);
        }
        put(list, k, width, last);
    }
}

static bool runs_are_right(prop *p)
{
    const struct family *f = draw_family(p);
    size_t n = (size_t)prop_draw(p, prop_draw(p, 3) ? 100 : MAX_LIST), nruns, expected;
    unsigned char *list = place_list(&from, p, n, f->width);
    unsigned char *runs = place_list(&to, p, 2 * n, f->width);
    draw_list_with_runs(p, list, n, f->width);
    arena_mirror(&from);
    expected = reference_runs(arena_twin(&to, runs), list, n, f->width);
    nruns = f->runs_from_indices(runs, list, n);
    prop_show(p, "u%zu, %zu indices: %zu runs, expected %zu", 8 * f->width, n, nruns, expected);
    return nruns == expected && arena_agrees(&from, p) && arena_agrees(&to, p);
}

static bool indices_of_runs_are_right(prop *p)
{
    const struct family *f = draw_family(p);
    size_t nruns = (size_t)prop_draw(p, 60), total = 0, capacity, n;
    unsigned char *runs = place_list(&from, p, 2 * nruns, f->width), *list;
    uint64_t longest = prop_draw(p, 50);
    for (size_t r = 0; r < nruns; r++) {
        uint64_t count = prop_draw(p, longest);
        put(runs, 2 * r, f->width,
            prop_draw(p, 3) ? prop_draw(p, 70000) : UINT64_MAX - prop_draw(p, 40));
        put(runs, 2 * r + 1, f->width, count);
        total += (size_t)count;
    }
    arena_mirror(&from);
    capacity = prop_draw(p, 1) ? total + (size_t)prop_draw(p, 20) : (size_t)prop_draw(p, total);
    list = place_list(&to, p, capacity, f->width);
    for (size_t r = 0, i = 0; r < nruns; r++)
        for (uint64_t k = 0; k < get(runs, 2 * r + 1, f->width); k++, i++)
            if (i < capacity)
                put(arena_twin(&to, list), i, f->width, get(runs, 2 * r, f->width) + k);
    n = f->indices_from_runs(list, runs, nruns, capacity);
    prop_show(p, "u%zu, %zu runs, capacity %zu: %zu, expected %zu", 8 * f->width, nruns, capacity,
              n, total);
    return n == total && arena_agrees(&to, p) && arena_agrees(&from, p);
}

START_TEST(lists_are_right)
{
    isa_for_test(_i);
    from = arena_new(MAX_BITS);
    to = arena_new(64 * (MAX_BITS + 300));
    PROP_CHECK(decode_is_right);
    PROP_CHECK(decode_in_parts_finds_all);
    PROP_CHECK(indices_change_their_bits);
    PROP_CHECK(decode_and_set_invert_each_other);
    arena_free(&from);
    from = arena_new(64 * MAX_LIST);
    PROP_CHECK(runs_are_right);
    PROP_CHECK(indices_of_runs_are_right);
    arena_free(&from);
    arena_free(&to);
}
END_TEST

START_TEST(small_cases)
{
    static const unsigned patterns[] = {0, 0xff, 0x55, 0x81, 0x13, 0x80};
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++)
            check_small(&families[k], patterns[i]);
}
END_TEST

START_TEST(lines)
{
    static const size_t lengths[] = {448,  505,  511,  512,  513,  576,  1000,
                                     1024, 1536, 2000, 2047, 2048, 2049, MAX_LINES_BITS - 1};
    struct guarded in = guard_alloc(MAX_LINES_BITS / 8 + 1);
    struct guarded out = guard_alloc((MAX_LINES_BITS + CANARY) * 8);
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
            check_lines(&families[k], in, out, lengths[i]);
    guard_free(in);
    guard_free(out);
}
END_TEST

/* More bits than the type of the indices can name: none is out of range. */
START_TEST(all_indices_are_in_a_long_bitmap)
{
    enum { NBITS = 70000 };
    static unsigned char bits[NBITS / 8];
    uint16_t list[100];
    isa_for_test(_i);
    for (size_t i = 0; i < 100; i++)
        list[i] = (uint16_t)(65535 - 7 * i);
    ck_assert_uint_eq(bmill_bits_set_indices_checked_u16(bits, list, NBITS, 100), 100);
    ck_assert_uint_eq(bmill_bits_count(bits, NBITS), 100);
    ck_assert(bmill_bits_is_set(bits, 65535) && bmill_bits_is_set(bits, 65535 - 7 * 99));
}
END_TEST

START_TEST(nothing_to_do)
{
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++) {
        const struct family *f = &families[k];
        unsigned char bits[1] = {0xff}, after[1] = {0xff}, list[8];
        size_t at = 3;
        ck_assert_uint_eq(f->decode(NULL, NULL, 0, 5, NULL, 0), 0);
        ck_assert_uint_eq(f->decode(NULL, bits, 8, 0, &at, 0), 0);
        ck_assert_uint_eq(at, 3);
        at = 9;
        ck_assert_uint_eq(f->decode(NULL, bits, 8, 5, &at, 0), 0);
        ck_assert_uint_eq(at, 8);
        for (int verb = 0; verb < 3; verb++) {
            f->change[verb](NULL, NULL, 0);
            ck_assert_uint_eq(f->change_checked[verb](NULL, NULL, 8, 0), 0);
            ck_assert_uint_eq(f->change_checked[verb](NULL, NULL, 0, 5), 0);
        }
        /* The largest number, as an index that is just out of range. */
        put(list, 0, f->width, max_of(f->width));
        ck_assert_uint_eq(f->change_checked[0](bits, list, (size_t)max_of(f->width), 1), 0);
        ck_assert_uint_eq(f->runs_from_indices(NULL, NULL, 0), 0);
        ck_assert_uint_eq(f->indices_from_runs(NULL, NULL, 0, 0), 0);
        ck_assert_mem_eq(bits, after, 1);
    }
}
END_TEST

START_TEST(runs_that_do_not_fit)
{
    static uint16_t all[65537], back[65536];
    uint16_t runs[2 * 65537];
    uint64_t huge[] = {5, UINT64_MAX, 9, 1}, list[3];
    isa_for_test(_i);
    for (size_t i = 0; i < 65537; i++)
        all[i] = (uint16_t)i;
    ck_assert_uint_eq(bmill_bits_runs_from_indices_u16(runs, all, 65536), 2);
    ck_assert(runs[0] == 0 && runs[1] == 65535 && runs[2] == 65535 && runs[3] == 1);
    ck_assert_uint_eq(bmill_bits_runs_from_indices_u16(runs, all, 65537), 3); /* 0 again */
    ck_assert(runs[2] == 65535 && runs[3] == 1 && runs[4] == 0 && runs[5] == 1);
    ck_assert_uint_eq(bmill_bits_runs_from_indices_u16(runs, all + 1, 65535), 1);
    ck_assert(runs[0] == 1 && runs[1] == 65535);
    ck_assert_uint_eq(bmill_bits_runs_from_indices_u16(runs, all, 65535), 1);
    runs[2] = 65535;
    runs[3] = 1;
    ck_assert_uint_eq(bmill_bits_indices_from_runs_u16(back, runs, 2, 65536), 65536);
    ck_assert_mem_eq(back, all, sizeof back);
    ck_assert_uint_eq(bmill_bits_indices_from_runs_u64(list, huge, 2, 3), SIZE_MAX);
    ck_assert(list[0] == 5 && list[1] == 6 && list[2] == 7);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("index");
    TCase *tcase = add_case(suite, "index");
    add_test_for_each_isa(tcase, lists_are_right);
    add_test_for_each_isa(tcase, small_cases);
    add_test_for_each_isa(tcase, lines);
    add_test_for_each_isa(tcase, all_indices_are_in_a_long_bitmap);
    add_test_for_each_isa(tcase, nothing_to_do);
    add_test_for_each_isa(tcase, runs_that_do_not_fit);
    return run_suite(suite);
}
