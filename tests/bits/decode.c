/* decode.c: from bitmaps to lists of indices, on every ISA, against loops over single bits. */
#include "harness/isas.h"
#include "harness/lists.h"
#include "harness/thresholds.h"

#include <bitmill/word.h>

enum { MAX_BITS = MOST_BATCH_BITS + 9000 }; /* past the largest batch */

static struct arena from, to;

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

/* Also densities from one in 2 to one in 4000: unlike those that prop_fill makes, they differ from
 * word to word. */
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

/* Any capacity, more than is needed, or one around a threshold, also a threshold for the rest of
 * the list. */
static size_t draw_capacity(prop *p, size_t ones)
{
    size_t room = draw_count_of(p, DECODE, 600);
    switch (prop_draw(p, 3)) {
    case 0:
        return ones + (size_t)prop_draw(p, 200);
    case 1:
        return ones > room ? ones - room : room;
    case 2:
        return room;
    default:
        return (size_t)prop_draw(p, ones + 1);
    }
}

static bool decode_is_right(prop *p)
{
    size_t nbits = draw_length(p, DECODE, MAX_BITS);
    const struct family *f = draw_family(p);
    unsigned char *bits = arena_place(&from, p, nbits), *dst;
    size_t at = prop_draw(p, 2) ? 0 : (size_t)prop_draw(p, nbits + 2), ones, capacity, n;
    uint64_t base = prop_draw(p, 2) ? 0 : prop_draw(p, UINT64_MAX);
    size_t expected_at = at, expected;
    thin_out(p, bits, nbits);
    arena_mirror(&from);
    ones = bmill_bits_count(bits, nbits);
    capacity = draw_capacity(p, ones);
    dst = place_list(&to, p, capacity, f->width);
    expected =
        reference_decode(arena_twin(&to, dst), f->width, bits, nbits, capacity, &expected_at, base);
    if (at > nbits)
        expected_at = nbits ? nbits : at;
    n = f->decode(dst, bits, nbits, capacity, &at, base);
    prop_show(p, "u%zu, %zu 1 bits, capacity %zu: %zu and from %zu, expected %zu and %zu",
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

/* All lengths, with many first bits and capacities, right before unreadable pages. */
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

enum { MAX_LINES_BITS = 6400, CANARY = 64 };

/* Sparse, dense, a few words of the other kind, all and nothing. */
static void fill_lines(unsigned char *bits, size_t nbytes, size_t kind)
{
    static const uint32_t one_in[] = {300, 40, 8, 2, 300, 2, 1, 15};
    uint32_t x = 12345 + (uint32_t)(kind + nbytes);
    memset(bits, 0, nbytes);
    for (size_t i = 0; i < 8 * nbytes && kind < sizeof one_in / sizeof *one_in; i++) {
        bool other = i / 64 % 5 == 3; /* word */
        uint32_t one = other && kind == 4 ? 2 : other && kind == 5 ? 300 : one_in[kind];
        x ^= x << 13, x ^= x >> 17, x ^= x << 5;
        ref_put(bits, i, x % one == 0);
    }
}

/* Decodes the bitmap by lists of `capacity`, right before or right after an unreadable page.
 * Elements past the result and past the capacity must not change. */
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
    const size_t others[] = {1, 30, ones - (ones > 0), ones, ones + 1, nbits - 1, nbits, nbits + 1};
    const size_t nothers = sizeof others / sizeof others[0];
    struct lengths around = counts_around(DECODE, MAX_LINES_BITS);
    for (size_t i = 0; i < nothers + around.count; i++)
        for (int at_end = 0; at_end < 2; at_end++) {
            size_t capacity = i < nothers ? others[i] : around.at[i - nothers];
            if (!parts_are_right(f, out, at_end, bits, nbits, start, capacity))
                ck_abort_msg("u%zu, nbits %zu, from %zu, capacity %zu", 8 * f->width, nbits, start,
                             capacity);
        }
}

static void check_lines(const struct family *f, struct guarded in, struct guarded out, size_t nbits)
{
    static const size_t starts[] = {0, 1, 64, 200, 512};
    for (size_t kind = 0; kind < 9; kind++)
        for (int at_end = 0; at_end < 2; at_end++) {
            size_t nbytes = (nbits + 7) / 8;
            unsigned char *bits = at_end ? in.end - nbytes : in.start;
            fill_lines(in.start, (size_t)(in.end - in.start), kind);
            for (size_t i = 0; i < sizeof starts / sizeof *starts && starts[i] < nbits; i++)
                check_capacities(f, out, bits, nbits, starts[i]);
        }
}

/* A line in which `bytes` bytes, every third, have a one, the first `twice` of them two, and the
 * first `thrice` three. */
static void fill_line(unsigned char *line, size_t bytes, size_t twice, size_t thrice)
{
    memset(line, 0, 64);
    for (size_t k = 0; k < bytes; k++) {
        size_t bit = 5 * k % 8;
        unsigned second = k < twice, third = k < thrice;
        line[3 * k % 64] |=
            (unsigned char)(1u << bit | second << (bit + 3) % 8 | third << (bit + 1) % 8);
    }
}

static void check_line(const struct family *f, struct guarded in, struct guarded out, size_t bytes,
                       size_t twice, size_t thrice)
{
    unsigned char *line = in.end - 128;
    memset(in.end - 192, 0, 192);
    fill_line(line, bytes, twice, thrice);
    if (!parts_are_right(f, out, true, line, 512, 0, 512) ||
        !parts_are_right(f, out, false, line - 64, 1536, 0, 600))
        ck_abort_msg("u%zu: bytes with ones: %zu; with two: %zu; with three: %zu", 8 * f->width,
                     bytes, twice, thrice);
}

/* Every number of bytes with 1 bits, and of bytes with more than one; in a line alone, and in the
 * second of three lines. */
static void check_bytes(const struct family *f, struct guarded in, struct guarded out)
{
    for (size_t bytes = 0; bytes <= 64; bytes++)
        for (size_t twice = 0; twice <= bytes; twice++) {
            check_line(f, in, out, bytes, twice, 0);
            check_line(f, in, out, bytes, twice, twice > 0);
        }
}

/* Words with `ones` 1 bits each, but one in the third word from the end and `tail` in the last: a
 * kernel may write more elements than a word has only where the elements that follow overwrite
 * them. */
static void check_tail(const struct family *f, struct guarded in, struct guarded out, unsigned ones,
                       unsigned tail)
{
    enum { WORDS = 96 }; /* 12 lines */
    unsigned char *bits = in.end - 8 * WORDS;
    for (size_t k = 0; k < WORDS; k++) {
        unsigned n = k == WORDS - 1 ? tail : k == WORDS - 3 ? 1 : ones;
        uint64_t word = bmill_rotl_u64(bmill_low_mask_u64(n), (unsigned)(7 * k % 64));
        bmill_store_le_u64(bits + 8 * k, word);
    }
    if (!parts_are_right(f, out, false, bits, 64 * WORDS, 0, MAX_LINES_BITS))
        ck_abort_msg("u%zu: words of %u 1 bits, the last one of %u", 8 * f->width, ones, tail);
}

/* The rules of the header for `*from`, row by row. Bits 3 and 9 are 1. */
START_TEST(from_is_where_to_go_on)
{
    static const struct {
        size_t nbits, from, capacity, result, from_after;
    } rows[] = {
        {12, 0, 3, 2, 12},   {12, 0, 2, 2, 10},  {12, 0, 1, 1, 4},         {12, 4, 1, 1, 10},
        {12, 10, 1, 0, 12},  {12, 4, 2, 1, 12},  {12, 12, 2, 0, 12},       {12, 13, 2, 0, 12},
        {12, 100, 2, 0, 12}, {12, 0, 0, 0, 0},   {12, 5, 0, 0, 5},         {12, 11, 0, 0, 11},
        {12, 12, 0, 0, 12},  {12, 13, 0, 0, 12}, {12, SIZE_MAX, 0, 0, 12}, {12, SIZE_MAX, 2, 0, 12},
        {0, 0, 2, 0, 0},     {0, 7, 2, 0, 7},    {0, 7, 0, 0, 7},
    };
    static const unsigned char bits[] = {1 << 3, 1 << 1};
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            unsigned char dst[4 * 8];
            size_t at = rows[i].from;
            size_t n = families[k].decode(rows[i].capacity ? dst : NULL, bits, rows[i].nbits,
                                          rows[i].capacity, &at, 0);
            ck_assert_msg(n == rows[i].result && at == rows[i].from_after,
                          "u%zu, row %zu: %zu, from %zu", 8 * families[k].width, i, n, at);
        }
    ck_assert_uint_eq(bmill_bits_decode_u32(NULL, NULL, 0, 1, NULL, 0), 0);
}
END_TEST

/* Words with `ones` 1 bits each, but for one word and the next, which have all 64, where `room`
 * elements are left: a kernel that looks whether a word has room must not take 64 for more. */
static void check_room(const struct family *f, struct guarded in, struct guarded out, unsigned ones,
                       size_t full, size_t room)
{
    enum { WORDS = 144 }; /* 18 lines */
    unsigned char *bits = in.end - 8 * WORDS;
    size_t before = 0;
    for (size_t k = 0; k < WORDS; k++) {
        bool all = k == full || k == full + 1;
        uint64_t word = bmill_rotl_u64(bmill_low_mask_u64(ones), (unsigned)(7 * k % 64));
        bmill_store_le_u64(bits + 8 * k, all ? UINT64_MAX : word);
        before += k < full ? ones : 0;
    }
    if (!parts_are_right(f, out, true, bits, 64 * WORDS, 0, before + room))
        ck_abort_msg("u%zu: words of %u 1 bits, word %zu of 64, room for %zu there", 8 * f->width,
                     ones, full, room);
}

START_TEST(room_around_a_full_word)
{
    static const size_t full[] = {0, 1, 7, 8, 60, 63, 64, 100, 127, 128, 140, 141};
    static const unsigned ones[] = {0, 1, 2, 5, 11, 20};
    struct guarded in = guard_alloc(18 * 64), out = guard_alloc((MAX_LINES_BITS + CANARY) * 8);
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        for (size_t i = 0; i < sizeof ones / sizeof ones[0]; i++)
            for (size_t j = 0; j < sizeof full / sizeof full[0]; j++)
                for (size_t room = 1; room <= 2 * WORD_ROOM + 2; room += room < 60 ? 7 : 1)
                    check_room(&families[k], in, out, ones[i], full[j], room);
    guard_free(in);
    guard_free(out);
}
END_TEST

START_TEST(decode_is_right_for_drawn_bitmaps)
{
    isa_for_test(_i);
    from = arena_new(MAX_BITS);
    to = arena_new(64 * (MAX_BITS + 300));
    PROP_CHECK(decode_is_right);
    PROP_WALK(decode_is_right, DECODE, MAX_BITS);
    PROP_CHECK(decode_in_parts_finds_all);
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
    static const size_t lengths[] = {
        LINE_BITS - 64,       LINE_BITS - 7,       LINE_BITS - 1,  LINE_BITS,
        LINE_BITS + 1,        LINE_BITS + 64,      1000,           AVX2_BATCH_BITS - 1,
        AVX2_BATCH_BITS,      AVX2_BATCH_BITS + 1, 1536,           2000,
        FOUR_LINES - 1,       FOUR_LINES,          FOUR_LINES + 1, AVX512_BATCH_BITS - 1,
        AVX512_BATCH_BITS + 1};
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

START_TEST(bytes_with_few_ones)
{
    struct guarded in = guard_alloc(192), out = guard_alloc((MAX_LINES_BITS + CANARY) * 8);
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        check_bytes(&families[k], in, out);
    guard_free(in);
    guard_free(out);
}
END_TEST

START_TEST(nothing_behind_the_last_index)
{
    static const unsigned ones[] = {2, 6, 12, 24, 30, 50};
    struct guarded in = guard_alloc(MAX_LINES_BITS / 8);
    struct guarded out = guard_alloc((MAX_LINES_BITS + CANARY) * 8);
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        for (size_t i = 0; i < sizeof ones / sizeof ones[0]; i++)
            for (unsigned tail = 0; tail <= 64; tail++)
                check_tail(&families[k], in, out, ones[i], tail);
    guard_free(in);
    guard_free(out);
}
END_TEST

/* AVX-512 stores eight words at once where there is room for 64 elements: here a batch of words
 * with one 1 bit, as the samples say, has most words with four, and a list of each length ends
 * among them, right before an unreadable page. */
START_TEST(eight_words_that_nearly_fill_the_list)
{
    enum { WORDS = 96 };
    struct guarded in = guard_alloc(8 * WORDS), out = guard_alloc((8 * WORDS + CANARY) * 8);
    isa_for_test(_i);
    for (size_t i = 0; i < 64 * WORDS; i++)
        ref_put(in.start, i, i % 64 == 9 || (i % 16 == 9 && i / 64 % (WORDS / 8) != 0));
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        for (size_t capacity = 1; capacity <= 4 * WORDS; capacity++)
            if (!parts_are_right(&families[k], out, true, in.start, 64 * WORDS, 0, capacity))
                ck_abort_msg("u%zu, capacity %zu", 8 * families[k].width, capacity);
    guard_free(in);
    guard_free(out);
}
END_TEST

START_TEST(nothing_to_do)
{
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++) {
        const struct family *f = &families[k];
        unsigned char bits[1] = {0xff};
        size_t at = 3;
        ck_assert_uint_eq(f->decode(NULL, NULL, 0, 5, NULL, 0), 0);
        ck_assert_uint_eq(f->decode(NULL, bits, 8, 0, &at, 0), 0);
        ck_assert_uint_eq(at, 3);
        at = 9;
        ck_assert_uint_eq(f->decode(NULL, bits, 8, 5, &at, 0), 0);
        ck_assert_uint_eq(at, 8);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("decode");
    TCase *tcase = add_case(suite, "decode");
    add_test_for_each_isa(tcase, decode_is_right_for_drawn_bitmaps);
    add_test_for_each_isa(tcase, from_is_where_to_go_on);
    add_test_for_each_isa(tcase, small_cases);
    add_test_for_each_isa(tcase, lines);
    add_test_for_each_isa(tcase, room_around_a_full_word);
    add_test_for_each_isa(tcase, bytes_with_few_ones);
    add_test_for_each_isa(tcase, nothing_behind_the_last_index);
    add_test_for_each_isa(tcase, eight_words_that_nearly_fill_the_list);
    add_test_for_each_isa(tcase, nothing_to_do);
    return run_suite(suite);
}
