/* iterate.c: loops over bits and runs of bits. */
#include "fuzz.h"
#include <bitmill.h>

struct loop {
    size_t nbits, at; /* nothing before `at` is left */
    unsigned char *bits;
    bool state;
};

static struct loop place_loop(bool state)
{
    struct loop l = {draw_size(20000), 0, NULL, state};
    l.bits = place_bits(A, "bits", l.nbits);
    note("nbits", l.nbits);
    return l;
}

/* Finds the next bit or run, bit by bit; false if there is none. */
static bool find_next(struct loop *l, bool run, bmill_bits_run *found)
{
    while (l->at < l->nbits && ref_get(l->bits, l->at) != l->state)
        l->at++;
    if (l->at >= l->nbits)
        return false;
    found->first = l->at++;
    while (run && l->at < l->nbits && ref_get(l->bits, l->at) == l->state)
        l->at++;
    found->count = l->at - found->first;
    return true;
}

static const struct iterate_row {
    const char *name;
    bmill_bits_iterator (*call)(const void *bits, size_t nbits, size_t from);
    bool state;
    enum { BITS, RUNS, BOTH } what;
} iterates[] = {
    {F(bmill_bits_iterate_set), true, BOTH},
    {F(bmill_bits_iterate_clear), false, BOTH},
    {"bmill_bits_next", bmill_bits_iterate_set, true, BITS},
    {"bmill_bits_next_run", bmill_bits_iterate_clear, false, RUNS},
};

static void try_iterate(const void *row_)
{
    const struct iterate_row *row = row_;
    struct loop l = place_loop(row->state);
    size_t from = draw_near(l.nbits), seed = (size_t)draw(255);
    bmill_bits_iterator it;
    note("from", from);
    l.at = from;
    it = row->call(l.bits, l.nbits, from);
    for (size_t n = 0;; n++) {
        bool run = row->what == BOTH ? noise(seed, n) & 1 : row->what == RUNS, more, got_more;
        bmill_bits_run expected = {SIZE_MAX, 1}, got = {SIZE_MAX, 1};
        more = find_next(&l, run, &expected);
        got_more = run ? bmill_bits_next_run(&it, &got) : bmill_bits_next(&it, &got.first);
        expect("whether there is more", got_more, more);
        expect("the position", got.first, expected.first);
        expect("the count of the run", got.count, expected.count);
        if (!more || !got_more)
            break;
    }
}

/* ---- The macros. The body of each loop compares with the next bit or run. ---- */

static void check_next(struct loop *l, bool run, size_t first, size_t count)
{
    bmill_bits_run expected = {SIZE_MAX, SIZE_MAX};
    (void)find_next(l, run, &expected);
    expect("the position", first, expected.first);
    expect("the count of the run", count, expected.count);
}

static void check_end(struct loop *l)
{
    bmill_bits_run none;
    expect("the loop went on where there is more", find_next(l, false, &none), false);
}

static void try_for_each_set(const void *row)
{
    struct loop l = place_loop(true);
    (void)row;
    BMILL_FOR_EACH_SET (i, l.bits, l.nbits)
        check_next(&l, false, i, 1);
    check_end(&l);
}

static void try_for_each_clear(const void *row)
{
    struct loop l = place_loop(false);
    (void)row;
    BMILL_FOR_EACH_CLEAR (i, l.bits, l.nbits)
        check_next(&l, false, i, 1);
    check_end(&l);
}

static void try_for_each_set_run(const void *row)
{
    struct loop l = place_loop(true);
    (void)row;
    BMILL_FOR_EACH_SET_RUN (run, l.bits, l.nbits)
        check_next(&l, true, run.first, run.count);
    check_end(&l);
}

static void try_for_each_clear_run(const void *row)
{
    struct loop l = place_loop(false);
    (void)row;
    BMILL_FOR_EACH_CLEAR_RUN (run, l.bits, l.nbits)
        check_next(&l, true, run.first, run.count);
    check_end(&l);
}

static const struct name_row {
    const char *name;
} for_each_set[] = {{"BMILL_FOR_EACH_SET"}}, for_each_clear[] = {{"BMILL_FOR_EACH_CLEAR"}},
  for_each_set_run[] = {{"BMILL_FOR_EACH_SET_RUN"}},
  for_each_clear_run[] = {{"BMILL_FOR_EACH_CLEAR_RUN"}};

const struct group fuzz_iterate[] = {
    GROUP("", iterates, try_iterate),
    GROUP("", for_each_set, try_for_each_set),
    GROUP("", for_each_clear, try_for_each_clear),
    GROUP("", for_each_set_run, try_for_each_set_run),
    GROUP("", for_each_clear_run, try_for_each_clear_run),
    {0},
};
