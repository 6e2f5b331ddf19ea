/* iterate.c: the iterator and its macros, on every ISA, against a walk over the bits. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>

enum { MAX_BITS = 12000 };

static struct arena arena;

/* The first bit at or after `from` that is `wanted`; nbits if none is. */
static size_t walk(const void *bits, size_t nbits, size_t from, bool wanted)
{
    while (from < nbits && ref_get(bits, from) != wanted)
        from++;
    return from < nbits ? from : nbits;
}

static bmill_bits_iterator iterate(const void *bits, size_t nbits, size_t from, bool wanted)
{
    return wanted ? bmill_bits_iterate_set(bits, nbits, from)
                  : bmill_bits_iterate_clear(bits, nbits, from);
}

static unsigned char *draw_bitmap(prop *p, size_t *nbits)
{
    unsigned char *bits;
    *nbits = draw_length(p, LOOPS, MAX_BITS);
    bits = arena_place(&arena, p, *nbits);
    if (prop_draw(p, 3) == 0) { /* empty, or full, but for some bits */
        bool state = prop_draw(p, 1);
        for (size_t i = 0; i < *nbits; i++)
            ref_put(bits, i, state);
        for (uint64_t k = prop_draw(p, 6); k > 0 && *nbits; k--)
            ref_put(bits, (size_t)prop_draw(p, *nbits - 1), !state);
        arena_mirror(&arena);
    }
    return bits;
}

static bool next_agrees_with_a_walk(prop *p)
{
    size_t nbits, i = 0, expected, n = 0;
    unsigned char *bits = draw_bitmap(p, &nbits);
    bool wanted = prop_draw(p, 1);
    size_t from = prop_draw(p, 1) ? 0 : (size_t)prop_draw(p, nbits + 70);
    bmill_bits_iterator it = iterate(bits, nbits, from, wanted);
    expected = walk(bits, nbits, from, wanted);
    for (; bmill_bits_next(&it, &i); n++) {
        prop_show(p, "from %zu, number %zu: %zu, expected %zu; ", from, n, i, expected);
        if (i != expected || i >= nbits)
            return false;
        expected = walk(bits, nbits, i + 1, wanted);
    }
    prop_show(p, "from %zu: ended after %zu, expected next %zu", from, n, expected);
    return expected == nbits && !bmill_bits_next(&it, &i) && arena_agrees(&arena, p);
}

/* Single positions and runs in turn. */
static bool runs_agree_with_a_walk(prop *p)
{
    size_t nbits, at, i = 0;
    unsigned char *bits = draw_bitmap(p, &nbits);
    bool wanted = prop_draw(p, 1), singles = prop_draw(p, 3) == 0;
    size_t from = prop_draw(p, 1) ? 0 : (size_t)prop_draw(p, nbits + 70);
    bmill_bits_iterator it = iterate(bits, nbits, from, wanted);
    bmill_bits_run run = {77, 88};
    for (at = from;;) {
        size_t first = walk(bits, nbits, at, wanted), end = walk(bits, nbits, first, !wanted);
        bool single = singles && prop_draw(p, 1);
        bool found = single ? bmill_bits_next(&it, &i) : bmill_bits_next_run(&it, &run);
        prop_show(p, "at %zu: %zu, %zu, expected %zu, %zu; ", at, single ? i : run.first, run.count,
                  first, end - first);
        if (found != (first < nbits))
            return false;
        if (!found)
            break;
        if (single ? i != first : run.first != first || run.count != end - first)
            return false;
        at = single ? first + 1 : end;
    }
    run = (bmill_bits_run){77, 88};
    return !bmill_bits_next_run(&it, &run) && run.first == 77 && run.count == 88 &&
           arena_agrees(&arena, p);
}

static bool macros_visit_all(prop *p)
{
    size_t nbits, set = 0, clear = 0, in_set = 0, in_clear = 0, at = 0;
    unsigned char *bits = draw_bitmap(p, &nbits);
    BMILL_FOR_EACH_SET (i, bits, nbits) {
        if (i < set || !ref_get(bits, i))
            return false;
        set++;
    }
    BMILL_FOR_EACH_CLEAR (i, bits, nbits) {
        if (i < clear || ref_get(bits, i))
            return false;
        clear++;
    }
    BMILL_FOR_EACH_SET_RUN (run, bits, nbits) {
        in_set += run.count;
        at = run.first + run.count;
    }
    BMILL_FOR_EACH_CLEAR_RUN (run, bits, nbits)
        in_clear += run.count;
    prop_show(p, "%zu + %zu single, %zu + %zu in runs, of %zu", set, clear, in_set, in_clear,
              nbits);
    return set + clear == nbits && in_set == set && in_clear == clear && at <= nbits &&
           set == bmill_bits_count(bits, nbits);
}

START_TEST(iterating_is_right)
{
    isa_for_test(_i);
    arena = arena_new(MAX_BITS);
    PROP_CHECK(next_agrees_with_a_walk);
    PROP_CHECK(runs_agree_with_a_walk);
    PROP_CHECK(macros_visit_all);
    PROP_WALK(next_agrees_with_a_walk, LOOPS, MAX_BITS);
    PROP_WALK(runs_agree_with_a_walk, LOOPS, MAX_BITS);
    arena_free(&arena);
}
END_TEST

/* Whether the iterators see that all bits but `odd` are !wanted. */
static bool one_odd_bit_is_seen(const void *bits, size_t nbits, size_t from, size_t odd,
                                bool wanted)
{
    bmill_bits_iterator it = iterate(bits, nbits, from, wanted);
    bmill_bits_run run;
    bool there = from <= odd && odd < nbits;
    size_t i, at;
    if (bmill_bits_next_run(&it, &run) != there)
        return false;
    if (there && (run.first != odd || run.count != 1 || bmill_bits_next_run(&it, &run)))
        return false;
    it = iterate(bits, nbits, from, !wanted);
    for (at = from; bmill_bits_next(&it, &i); at = i + 1)
        if (i != at + (at == odd))
            return false;
    if (at + (at == odd) < nbits)
        return false;
    it = iterate(bits, nbits, from, !wanted);
    for (at = from; bmill_bits_next_run(&it, &run);) {
        at += at == odd;
        if (run.first != at)
            return false;
        at = at < odd && odd < nbits ? odd : nbits;
        if (run.count != at - run.first)
            return false;
    }
    return at + (at == odd) >= nbits;
}

/* With one bit that is not like the others; those past nbits are like that one. */
static unsigned char *fill_but_one(struct guarded g, bool left, size_t nbits, size_t odd,
                                   bool wanted)
{
    unsigned char *bits = left ? g.start : g.end - (nbits + 7) / 8;
    for (size_t i = 0; i < (nbits + 7) / 8 * 8; i++)
        ref_put(bits, i, i >= nbits || i == odd ? wanted : !wanted);
    return bits;
}

/* All lengths, right before and right after unreadable pages. */
START_TEST(small_bitmaps)
{
    struct guarded g = guard_alloc(64);
    isa_for_test(_i);
    for (size_t nbits = 0; nbits <= 200; nbits++)
        for (size_t odd = 0; odd <= nbits; odd += 1 + nbits / 40)
            for (int kind = 0; kind < 4; kind++) {
                unsigned char *bits = fill_but_one(g, kind & 2, nbits, odd, kind & 1);
                size_t from = 0;
                while (from <= nbits && one_odd_bit_is_seen(bits, nbits, from, odd, kind & 1))
                    from += 1 + nbits / 40;
                if (from <= nbits)
                    ck_abort_msg("kind %d, nbits %zu, from %zu, odd %zu", kind, nbits, from, odd);
            }
    guard_free(g);
}
END_TEST

static int evaluated;
static const void *once(const void *bits) { return evaluated++, bits; }
static size_t once_size(size_t nbits) { return evaluated++, nbits; }

START_TEST(macros_are_like_for)
{
    unsigned char a[40] = {0}, b[4] = {0x06, 0, 0, 0x80};
    size_t seen = 0, pairs = 0;
    isa_for_test(_i);
    bmill_bits_set(a, 3), bmill_bits_set(a, 70), bmill_bits_set(a, 71), bmill_bits_set(a, 319);
    evaluated = 0;
    BMILL_FOR_EACH_SET (i, once(a), once_size(320))
        seen += i;
    ck_assert_uint_eq(seen, 3 + 70 + 71 + 319);
    ck_assert_int_eq(evaluated, 2);

    seen = 0;
    BMILL_FOR_EACH_SET (i, a, 320) { /* break ends this loop only, continue goes on */
        if (i == 70)
            continue;
        BMILL_FOR_EACH_SET (j, b, 32) {
            if (j == 31)
                break;
            BMILL_FOR_EACH_SET_RUN (run, b, 32)
                pairs += run.count;
        }
        if (i == 71)
            break;
        seen++;
    }
    ck_assert_uint_eq(seen, 1);
    ck_assert_uint_eq(pairs, 2 * 2 * 3);

    /* One statement, also after if and before else. */
    if (seen == 2)
        BMILL_FOR_EACH_SET (i, a, 320)
            seen += i;
    else
        seen = 9;
    ck_assert_uint_eq(seen, 9);
    BMILL_FOR_EACH_CLEAR (i, NULL, 0)
        seen += i;
    ck_assert_uint_eq(seen, 9);
}
END_TEST

/* Bits at and before the position may change: here each one is cleared, and those before it are
 * set. The 64th bit after the position is the first that must be read after the change: it is set
 * here, too. */
START_TEST(the_past_may_change)
{
    unsigned char a[100] = {0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a};
    size_t n = 0;
    isa_for_test(_i);
    BMILL_FOR_EACH_SET (i, a, 800) {
        ck_assert(ref_get(a, i));
        for (size_t k = 0; k < i; k++)
            bmill_bits_set(a, k);
        bmill_bits_clear(a, i);
        if (i + 64 < 800)
            bmill_bits_set(a, i + 64);
        n++;
    }
    ck_assert_uint_eq(n, 32 * 12 + 16);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("iterate");
    TCase *tcase = add_case(suite, "iterate");
    add_test_for_each_isa(tcase, iterating_is_right);
    add_test_for_each_isa(tcase, small_bitmaps);
    add_test_for_each_isa(tcase, macros_are_like_for);
    add_test_for_each_isa(tcase, the_past_may_change);
    return run_suite(suite);
}
