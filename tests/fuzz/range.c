/* range.c: single bits, ranges, fields, runs of equal bits. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>
#include <bitmill/bits/atomic.h>

/* ---- One bit ---- */

enum change { NOTHING, SET, CLEAR, FLIP };

static bool changed(enum change change, bool bit)
{
    return change == NOTHING ? bit : change == FLIP ? !bit : change == SET;
}

static const struct get_row {
    const char *name;
    bool (*call)(const void *bits, size_t i);
} readers[] = {{F(bmill_bits_is_set)}, {F(bmill_bits_atomic_is_set)}};

static const struct test_row {
    const char *name;
    bool (*call)(void *bits, size_t i);
    enum change change;
} tests[] = {
    {F(bmill_bits_test_and_set), SET},     {F(bmill_bits_atomic_test_and_set), SET},
    {F(bmill_bits_test_and_clear), CLEAR}, {F(bmill_bits_atomic_test_and_clear), CLEAR},
    {F(bmill_bits_test_and_flip), FLIP},   {F(bmill_bits_atomic_test_and_flip), FLIP},
};

static const struct change_row {
    const char *name;
    void (*call)(void *bits, size_t i);
    enum change change;
} changes[] = {
    {F(bmill_bits_set), SET},     {F(bmill_bits_atomic_set), SET},
    {F(bmill_bits_clear), CLEAR}, {F(bmill_bits_atomic_clear), CLEAR},
    {F(bmill_bits_flip), FLIP},   {F(bmill_bits_atomic_flip), FLIP},
};

static const struct modify_row {
    const char *name;
    void (*call)(void *bits, size_t i, bool state);
} modifies[] = {{F(bmill_bits_modify)}, {F(bmill_bits_atomic_modify)}};

/* A bitmap of the one byte that may be touched. */
static unsigned char *place_bit(size_t *i)
{
    *i = (size_t)draw(8 * 4096 - 1);
    note("i", *i);
    return place_range(A, "bits", *i, 1);
}

static void try_get(const void *row)
{
    size_t i;
    unsigned char *bits = place_bit(&i);
    bool expected = ref_get(bits, i);
    expect("the result", ((const struct get_row *)row)->call(bits, i), expected);
}

static void try_test(const void *row_)
{
    const struct test_row *row = row_;
    size_t i;
    unsigned char *bits = place_bit(&i);
    bool expected = ref_get(bits, i);
    ref_put(twin(bits), i, changed(row->change, expected));
    expect("the result", row->call(bits, i), expected);
}

static void try_change(const void *row_)
{
    const struct change_row *row = row_;
    size_t i;
    unsigned char *bits = place_bit(&i);
    ref_put(twin(bits), i, changed(row->change, ref_get(bits, i)));
    row->call(bits, i);
}

static void try_modify(const void *row)
{
    size_t i;
    unsigned char *bits = place_bit(&i);
    bool state = draw(1);
    note("state", state);
    ref_put(twin(bits), i, state);
    ((const struct modify_row *)row)->call(bits, i, state);
}

const struct group fuzz_one_bit[] = {
    INLINE_GROUP("", readers, try_get),
    INLINE_GROUP("", tests, try_test),
    INLINE_GROUP("", changes, try_change),
    INLINE_GROUP("", modifies, try_modify),
    {0},
};

/* ---- Ranges ---- */

struct range {
    size_t first, count;
    unsigned char *bits;
};

static struct range place_drawn_range(size_t max)
{
    struct range r = {(size_t)draw(draw(1) ? 70 : 8 * 4096 - 1), draw_size(max), NULL};
    r.bits = place_range(A, "bits", r.first, r.count);
    note("first", r.first);
    note("count", r.count);
    return r;
}

static const struct change_range_row {
    const char *name;
    void (*call)(void *bits, size_t first, size_t count);
    enum change change;
} change_ranges[] = {
    {F(bmill_bits_set_range), SET},
    {F(bmill_bits_clear_range), CLEAR},
    {F(bmill_bits_flip_range), FLIP},
};

static void change_twin(const struct range *r, enum change change)
{
    for (size_t i = r->first; i - r->first < r->count; i++)
        ref_put(twin(r->bits), i, changed(change, ref_get(r->bits, i)));
}

static void try_change_range(const void *row_)
{
    const struct change_range_row *row = row_;
    struct range r = place_drawn_range(MAX_BITS);
    change_twin(&r, row->change);
    row->call(r.bits, r.first, r.count);
}

static void try_modify_range(const void *row)
{
    struct range r = place_drawn_range(MAX_BITS);
    bool state = draw(1);
    (void)row;
    note("state", state);
    change_twin(&r, state ? SET : CLEAR);
    bmill_bits_modify_range(r.bits, r.first, r.count, state);
}

static size_t any_range(const void *bits, size_t first, size_t count)
{
    return bmill_bits_any_range(bits, first, count);
}
static size_t all_range(const void *bits, size_t first, size_t count)
{
    return bmill_bits_all_range(bits, first, count);
}
static size_t none_range(const void *bits, size_t first, size_t count)
{
    return bmill_bits_none_range(bits, first, count);
}
enum question { COUNT, ANY, ALL, NONE };
static const struct ask_range_row {
    const char *name;
    size_t (*call)(const void *bits, size_t first, size_t count);
    enum question question;
} ask_ranges[] = {
    {F(bmill_bits_count_range), COUNT},
    {"bmill_bits_any_range", any_range, ANY},
    {"bmill_bits_all_range", all_range, ALL},
    {"bmill_bits_none_range", none_range, NONE},
};

static void try_ask_range(const void *row_)
{
    const struct ask_range_row *row = row_;
    struct range r = place_drawn_range(MAX_BITS);
    size_t ones = 0;
    for (size_t i = r.first; i - r.first < r.count; i++)
        ones += ref_get(r.bits, i);
    expect("the result", row->call(r.bits, r.first, r.count),
           row->question == COUNT ? ones
           : row->question == ANY ? ones > 0
                                  : ones == (row->question == ALL ? r.count : 0));
}

/* ---- Fields ---- */

/* `count` is the argument; a field has at most 64 bits. */
static struct range place_field(size_t *count)
{
    struct range r = {(size_t)draw(draw(1) ? 70 : 8 * 4096 - 1), (size_t)draw(64), NULL};
    r.bits = place_range(A, "bits", r.first, r.count);
    *count = r.count == 64 && draw(1) ? 64 + (size_t)draw(SIZE_MAX - 64) : r.count;
    note("first", r.first);
    note("count", *count);
    return r;
}

static void try_read(const void *row)
{
    size_t count;
    struct range r = place_field(&count);
    uint64_t expected = 0;
    (void)row;
    for (size_t i = 0; i < r.count; i++)
        expected |= (uint64_t)ref_get(r.bits, r.first + i) << i;
    expect("the result", bmill_bits_read(r.bits, r.first, count), expected);
}

static void try_write(const void *row)
{
    size_t count;
    struct range r = place_field(&count);
    uint64_t value = draw(UINT64_MAX);
    (void)row;
    note("value", value);
    for (size_t i = 0; i < r.count; i++)
        ref_put(twin(r.bits), r.first + i, value >> i & 1);
    bmill_bits_write(r.bits, r.first, count, value);
}

/* ---- Runs ---- */

typedef size_t find_run(const void *bits, size_t nbits, size_t length, size_t alignment);
typedef size_t find_next_run(const void *bits, size_t nbits, size_t from, size_t length,
                             size_t alignment);
static const struct run_row {
    const char *name;
    find_run *first;
    find_next_run *next;
    bool state;
} runs[] = {
    {F(bmill_bits_find_first_clear_run), NULL, false},
    {F(bmill_bits_find_first_set_run), NULL, true},
    {"bmill_bits_find_next_clear_run", NULL, bmill_bits_find_next_clear_run, false},
    {"bmill_bits_find_next_set_run", NULL, bmill_bits_find_next_set_run, true},
};

/* For each i, computed from the end: how many bits beginning at i have this state. */
static size_t expected_run(const void *bits, size_t nbits, size_t from, size_t length,
                           size_t alignment, bool state)
{
    size_t found = nbits, run = 0;
    for (size_t i = nbits + 1; i-- > from;) {
        run = i < nbits && ref_get(bits, i) == state ? run + 1 : 0;
        if (run >= length && (alignment == 0 || i % alignment == 0))
            found = i;
    }
    return found;
}

static void try_run(const void *row_)
{
    static const size_t lengths[] = {20, 70, 700, MAX_BITS};
    const struct run_row *row = row_;
    size_t nbits = draw_size(MAX_BITS), from = row->next ? draw_near(nbits) : 0, expected;
    size_t length = draw(15) ? (size_t)draw(lengths[draw(3)]) : draw_near(nbits);
    size_t alignment = draw(1) ? (size_t)1 << draw(10) : draw_near(64);
    unsigned char *bits = place_bits(A, "bits", nbits);
    note("nbits", nbits);
    note("from", from);
    note("length", length);
    note("alignment", alignment);
    expected = expected_run(bits, nbits, from, length, alignment, row->state);
    expect("the result",
           row->first ? row->first(bits, nbits, length, alignment)
                      : row->next(bits, nbits, from, length, alignment),
           expected);
}

static const struct name_row {
    const char *name;
} modify_range[] = {{"bmill_bits_modify_range"}}, read[] = {{"bmill_bits_read"}},
  write[] = {{"bmill_bits_write"}};

const struct group fuzz_range[] = {
    GROUP("", change_ranges, try_change_range),
    GROUP("", modify_range, try_modify_range),
    GROUP("", ask_ranges, try_ask_range),
    INLINE_GROUP("", read, try_read),
    INLINE_GROUP("", write, try_write),
    GROUP("", runs, try_run),
    {0},
};
