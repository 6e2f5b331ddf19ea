/* range.c: ranges, fields and runs on every ISA, bit by bit. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <string.h>

enum { MAX_BITS = 12000, MAX_RUN_BITS = 6000 };

static struct arena arena;

/* A bitmap and a range in it. In half of the cases the range ends with the bitmap, right before a
 * guard page. */
struct range {
    unsigned char *bits;
    size_t nbits, first, count;
};

static struct range draw_range(prop *p)
{
    struct range r;
    r.nbits = draw_length(p, RANGE | LOOPS, MAX_BITS);
    r.bits = arena_place(&arena, p, r.nbits);
    r.first = (size_t)prop_draw(p, r.nbits);
    r.count = r.nbits - r.first;
    if (prop_draw(p, 1)) {
        size_t most = prop_draw(p, 2) || r.count < 20 ? r.count : 20;
        r.count = (size_t)prop_draw(p, most);
    }
    prop_show(p, "first = %zu, count = %zu", r.first, r.count);
    return r;
}

enum change { SET, CLEAR, FLIP, MODIFY_SET, MODIFY_CLEAR, CHANGES };

static bool range_is_changed_and_nothing_else(prop *p)
{
    struct range r = draw_range(p);
    enum change change = (enum change)prop_draw(p, CHANGES - 1);
    unsigned char *twin = arena_twin(&arena, r.bits);
    for (size_t i = r.first; i < r.first + r.count; i++)
        ref_put(twin, i,
                change == FLIP ? !ref_get(twin, i) : change == SET || change == MODIFY_SET);
    if (change == SET)
        bmill_bits_set_range(r.bits, r.first, r.count);
    else if (change == CLEAR)
        bmill_bits_clear_range(r.bits, r.first, r.count);
    else if (change == FLIP)
        bmill_bits_flip_range(r.bits, r.first, r.count);
    else
        bmill_bits_modify_range(r.bits, r.first, r.count, change == MODIFY_SET);
    prop_show(p, "change %d", (int)change);
    return arena_agrees(&arena, p);
}

static bool range_is_counted_and_tested(prop *p)
{
    struct range r = draw_range(p);
    uint64_t kind = prop_draw(p, 3);
    size_t ones = 0;
    if (kind > 1) { /* all or none, noise around, perhaps but for one bit */
        for (size_t i = r.first; i < r.first + r.count; i++)
            ref_put(r.bits, i, kind == 2);
        if (r.count && prop_draw(p, 1)) {
            size_t odd = r.first + (size_t)prop_draw(p, r.count - 1);
            ref_put(r.bits, odd, !ref_get(r.bits, odd));
        }
        arena_mirror(&arena);
    }
    for (size_t i = r.first; i < r.first + r.count; i++)
        ones += ref_get(r.bits, i);
    prop_show(p, "%zu 1 bits", ones);
    return bmill_bits_count_range(r.bits, r.first, r.count) == ones &&
           bmill_bits_any_range(r.bits, r.first, r.count) == (ones > 0) &&
           bmill_bits_none_range(r.bits, r.first, r.count) == (ones == 0) &&
           bmill_bits_all_range(r.bits, r.first, r.count) == (ones == r.count) &&
           arena_agrees(&arena, p);
}

static bool field_is_read_and_written(prop *p)
{
    struct range r = draw_range(p);
    uint64_t value = prop_draw(p, UINT64_MAX), before = 0, read;
    size_t count = r.count < 64 ? r.count : 64;
    for (size_t i = 0; i < count; i++) {
        before |= (uint64_t)ref_get(r.bits, r.first + i) << i;
        ref_put(arena_twin(&arena, r.bits), r.first + i, value >> i & 1);
    }
    /* More than 64 is taken as 64. */
    read = bmill_bits_read(r.bits, r.first, r.count);
    bmill_bits_write(r.bits, r.first, r.count, value);
    prop_show(p, "value = %#jx: read %#jx, expected %#jx", (uintmax_t)value, (uintmax_t)read,
              (uintmax_t)before);
    return read == before && arena_agrees(&arena, p);
}

/* All positions and lengths of a field, right before an unreadable page. */
START_TEST(fields_stay_inside)
{
    arena = arena_new(100);
    for (size_t nbits = 0; nbits <= 80; nbits++) {
        unsigned char *bits = arena.end - (nbits + 7) / 8;
        for (size_t first = 0; first <= nbits; first++) {
            memset(bits, 0, (nbits + 7) / 8);
            bmill_bits_write(bits, first, nbits - first, UINT64_MAX);
            ck_assert(bmill_bits_count(bits, nbits) == (nbits - first < 64 ? nbits - first : 64));
            ck_assert(bmill_bits_read(bits, first, nbits - first) ==
                      bmill_low_mask_u64((unsigned)(nbits - first)));
        }
    }
    ck_assert(bmill_bits_read(NULL, 0, 0) == 0);
    bmill_bits_write(NULL, 0, 0, 1);
    bmill_bits_set_range(NULL, 0, 0);
    bmill_bits_flip_range(NULL, 0, 0);
    ck_assert(bmill_bits_count_range(NULL, 0, 0) == 0 && !bmill_bits_any_range(NULL, 0, 0));
    ck_assert(bmill_bits_all_range(NULL, 0, 0) && bmill_bits_none_range(NULL, 0, 0));
    ck_assert(bmill_bits_find_first_clear_run(NULL, 0, 3, 0) == 0);
    arena_free(&arena);
}
END_TEST

/* Every length of up to 6 vectors of 32 bytes or 3 of 64, from every bit of a byte to every bit,
 * right before an unreadable page: only the range changes, and only the range is counted. */
START_TEST(ranges_of_all_lengths)
{
    enum { BYTES = 200, BEFORE = 8 };
    const char *isa = isa_for_test(_i);
    arena = arena_new(8 * (BYTES + BEFORE));
    for (size_t n = 1; n <= BYTES; n++)
        for (unsigned k = 0; k < 64; k++) {
            unsigned d = k % 8, unused = k / 8;
            unsigned char old[BYTES + BEFORE], *bits = arena.end - n;
            size_t count = 8 * n - d - unused, ones = 0;
            if (d + unused >= 8 * n)
                continue;
            for (size_t i = 0; i < n + BEFORE; i++)
                old[i] = (bits - BEFORE)[i] = (unsigned char)(i * 0x9d + i / 7 + n + k);
            ones = bmill_bits_count_range(bits, d, count);
            bmill_bits_flip_range(bits, d, count);
            for (size_t i = 0; i < n + BEFORE; i++) {
                unsigned inside = i < BEFORE ? 0 : 0xff;
                inside &= i == BEFORE ? 0xffu << d : 0xff;
                inside &= i == n + BEFORE - 1 ? 0xffu >> unused : 0xff;
                ones -= bmill_popcount_u32(old[i] & inside);
                if ((bits - BEFORE)[i] != (old[i] ^ (inside & 0xff)))
                    ck_abort_msg("%s: flip_range of %zu from %u: byte %zu of %zu is wrong", isa,
                                 count, d, i - BEFORE, n);
            }
            if (ones != 0)
                ck_abort_msg("%s: count_range of %zu from %u: %td too many", isa, count, d,
                             (ptrdiff_t)ones);
        }
    arena_free(&arena);
}
END_TEST

static size_t first_run(const void *bits, size_t nbits, size_t from, size_t length,
                        size_t alignment, bool wanted)
{
    for (size_t i = from; i < nbits && nbits - i >= length; i++) {
        size_t run = 0;
        if (alignment > 1 && i % alignment)
            continue;
        while (run < length && ref_get(bits, i + run) == wanted)
            run++;
        if (run == length)
            return i;
    }
    return nbits;
}

static bool run_is_the_first_one(prop *p)
{
    static const size_t aligned[] = {0, 1, 2, 8, 64, 3, 100};
    size_t nbits = draw_length(p, RANGE, MAX_RUN_BITS), from, length, alignment;
    unsigned char *bits = arena_place(&arena, p, nbits);
    bool wanted = prop_draw(p, 1), anywhere = prop_draw(p, 1);
    size_t want, got;
    from = anywhere ? 0 : (size_t)prop_draw(p, nbits + 3);
    length = (size_t)prop_draw(p, prop_draw(p, 1) ? 5 : prop_draw(p, 1) ? 40 : 400);
    alignment = aligned[prop_draw(p, 6)];
    if (prop_draw(p, 1)) /* plant one, which the bits before or after it may lengthen */
        for (size_t i = (size_t)prop_draw(p, nbits), n = 0; i < nbits && n < length; i++, n++)
            ref_put(bits, i, wanted);
    arena_mirror(&arena);
    want = first_run(bits, nbits, from, length, alignment, wanted);
    if (anywhere)
        got = wanted ? bmill_bits_find_first_set_run(bits, nbits, length, alignment)
                     : bmill_bits_find_first_clear_run(bits, nbits, length, alignment);
    else
        got = wanted ? bmill_bits_find_next_set_run(bits, nbits, from, length, alignment)
                     : bmill_bits_find_next_clear_run(bits, nbits, from, length, alignment);
    prop_show(p, "%s run of %zu from %zu, alignment %zu: %zu, expected %zu",
              wanted ? "set" : "clear", length, from, alignment, got, want);
    return got == want && arena_agrees(&arena, p);
}

/* A run of `length` bits at `at`, among runs that are one bit shorter: everywhere else, and where
 * it was when it has lost its last bit. */
static void check_one_run(unsigned char *bits, size_t nbits, size_t at, size_t length, bool wanted)
{
    size_t (*find)(const void *, size_t, size_t, size_t, size_t) =
        wanted ? bmill_bits_find_next_set_run : bmill_bits_find_next_clear_run;
    size_t from = at < 70 ? at / 2 : at - at % 70;
    bmill_bits_modify_range(bits, at, length, wanted);
    if (at > 0)
        ref_put(bits, at - 1, !wanted);
    if (at + length < nbits)
        ref_put(bits, at + length, !wanted);
    ck_assert_uint_eq(find(bits, nbits, 0, length, 1), at);
    ck_assert_uint_eq(find(bits, nbits, from, length, 1), at);
    ck_assert_uint_eq(find(bits, nbits, at, length, 1), at);
    ck_assert_uint_eq(find(bits, nbits, at + 1, length, 1), nbits);
    ref_put(bits, at + length - 1, !wanted);
    ck_assert_uint_eq(find(bits, nbits, 0, length, 1), nbits);
}

/* Each length, at positions of all kinds, right before an unreadable page. */
START_TEST(run_is_found_at_each_place)
{
    enum { BITS = 3007, BYTES = (BITS + 7) / 8 };
    isa_for_test(_i);
    arena = arena_new(BITS);
    for (size_t length = 2; length <= LONG_RUN + 150; length++)
        for (size_t at = length % 5; at + length <= BITS; at += 1 + at / 64)
            for (unsigned wanted = 0; wanted < 2; wanted++) {
                unsigned char *bits = arena.end - BYTES;
                memset(bits, wanted ? 0xff : 0, BYTES);
                for (size_t i = at % length; i < 8 * BYTES; i += length)
                    ref_put(bits, i, !wanted);
                check_one_run(bits, BITS, at, length, wanted);
            }
    arena_free(&arena);
}
END_TEST

START_TEST(ranges_are_right)
{
    isa_for_test(_i);
    arena = arena_new(MAX_BITS);
    PROP_CHECK(range_is_changed_and_nothing_else);
    PROP_CHECK(range_is_counted_and_tested);
    PROP_CHECK(field_is_read_and_written);
    for (int i = 0; i < 4; i++) /* there is more to draw than for the others */
        PROP_CHECK(run_is_the_first_one);
    PROP_WALK(range_is_changed_and_nothing_else, RANGE | LOOPS, MAX_BITS);
    PROP_WALK(range_is_counted_and_tested, RANGE | LOOPS, MAX_BITS);
    PROP_WALK(run_is_the_first_one, RANGE, MAX_RUN_BITS);
    arena_free(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("range");
    TCase *tcase = add_case(suite, "range");
    tcase_add_test(tcase, fields_stay_inside);
    add_test_for_each_isa(tcase, ranges_of_all_lengths);
    add_test_for_each_isa(tcase, run_is_found_at_each_place);
    add_test_for_each_isa(tcase, ranges_are_right);
    return run_suite(suite);
}
