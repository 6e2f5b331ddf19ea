/* index.c: from lists of indices to bitmaps and runs, on every ISA, against loops over single
 * bits and single numbers. */
#include "harness/isas.h"
#include "harness/lists.h"
#include "harness/thresholds.h"

enum { MAX_BITS = 80000 };
enum { MAX_LIST = 3000 };

static struct arena from, to;

/* ---- set, clear, flip ---- */

static void reference_change(unsigned char *bits, const void *indices, size_t n, size_t width,
                             int verb)
{
    for (size_t k = 0; k < n; k++) {
        size_t i = (size_t)get(indices, k, width);
        ref_put(bits, i, verb == 0 || (verb == 2 && !ref_get(bits, i)));
    }
}

/* Ascending, all near one position, or anywhere. */
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
    size_t n = draw_count_of(p, INDEX, 400), nbits = 1 + (size_t)prop_draw(p, 4999);
    const struct family *f = draw_family(p);
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
               get(indices, k + (size_t)count, width) == first + count && count < max_of(width))
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
    size_t n = draw_count_of(p, INDEX, MAX_LIST), nruns, expected;
    const struct family *f = draw_family(p);
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
    PROP_CHECK(indices_change_their_bits);
    PROP_WALK_COUNTS(indices_change_their_bits, INDEX, 400);
    PROP_CHECK(decode_and_set_invert_each_other);
    arena_free(&from);
    from = arena_new(64 * MAX_LIST);
    PROP_CHECK(runs_are_right);
    PROP_WALK_COUNTS(runs_are_right, INDEX, MAX_LIST);
    PROP_CHECK(indices_of_runs_are_right);
    arena_free(&from);
    arena_free(&to);
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
    add_test_for_each_isa(tcase, all_indices_are_in_a_long_bitmap);
    add_test_for_each_isa(tcase, nothing_to_do);
    add_test_for_each_isa(tcase, runs_that_do_not_fit);
    return run_suite(suite);
}
