/* thresholds.c: see thresholds.h. */
#include "thresholds.h"
#include "runner.h"
#include <stdlib.h>

enum unit { BYTES, BITS, STEP, ITEMS };

struct threshold {
    unsigned group;
    enum unit unit;
    size_t value;
};

/* All thresholds, for each size of vectors. Every ISA is tried with all of them, so no ISA is named
 * here. */
static const struct threshold thresholds[] = {
#define BMILL_THRESHOLD(group, unit, name, value) {group, unit, value},
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value)
#include "tables/thresholds.def"

#define V_BYTES 8
#define BMILL_THRESHOLD(group, unit, name, value)
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value) {group, unit, value},
#include "tables/thresholds.def"
#undef V_BYTES
#define V_BYTES 16
#define BMILL_THRESHOLD(group, unit, name, value)
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value) {group, unit, value},
#include "tables/thresholds.def"
#undef V_BYTES
#define V_BYTES 32
#define BMILL_THRESHOLD(group, unit, name, value)
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value) {group, unit, value},
#include "tables/thresholds.def"
#undef V_BYTES
#define V_BYTES 64
#define BMILL_THRESHOLD(group, unit, name, value)
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value) {group, unit, value},
#include "tables/thresholds.def"
};
enum { THRESHOLDS = sizeof thresholds / sizeof thresholds[0], MAX_LENGTHS = 100 * THRESHOLDS };

/* The latest results: lengths in bits, and numbers of items. */
struct list {
    size_t at[MAX_LENGTHS], count, max;
    unsigned groups;
    bool all_partial;
};
static struct list bits, items;

static void add(struct list *l, size_t x)
{
    if (x > l->max)
        return;
    ck_assert(l->count < MAX_LENGTHS);
    l->at[l->count++] = x;
}

static int compare(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return x < y ? -1 : x > y;
}

/* Sorts them and drops repeated ones. */
static void sort(struct list *l)
{
    size_t n = 0;
    qsort(l->at, l->count, sizeof l->at[0], compare);
    for (size_t i = 0; i < l->count; i++)
        if (n == 0 || l->at[i] != l->at[n - 1])
            l->at[n++] = l->at[i];
    l->count = n;
}

/* Bitmaps of one byte less, the same number, and one more. */
static void add_bytes(size_t nbytes)
{
    for (size_t n = nbytes < 2 ? 1 : nbytes - 1; n <= nbytes + 1; n++)
        for (size_t last = 1; last <= 8; last++)
            if (bits.all_partial || last == 1 || last == 7 || last == 8)
                add(&bits, 8 * (n - 1) + last);
}

/* Unrolled loops begin after one vector, of 8, 16, 32 or 64 bytes, or at the first byte; one step,
 * and two. */
static void add_steps(size_t step)
{
    for (size_t first = 0; first <= 64; first += first < 8 ? 8 : first)
        for (size_t times = 1; times <= 2; times++)
            if (first == 0 || step % first == 0)
                add_bytes(first + times * step);
}

static void add_threshold(const struct threshold *t)
{
    if (t->unit == BYTES) {
        add_bytes(t->value);
    } else if (t->unit == STEP) {
        add_steps(t->value);
    } else if (t->unit == BITS) {
        add_bytes(t->value / 8);
        for (size_t x = t->value - 1; x <= t->value + 1; x++)
            add(&bits, x);
    }
}

struct lengths lengths_around(unsigned groups, size_t max, bool all_partial)
{
    if (bits.count == 0 || bits.max != max || bits.groups != groups ||
        bits.all_partial != all_partial) {
        bits.count = 0, bits.max = max, bits.groups = groups, bits.all_partial = all_partial;
        add(&bits, 0);
        for (size_t i = 0; i < THRESHOLDS; i++)
            if (thresholds[i].group & (groups | ENDS))
                add_threshold(&thresholds[i]);
        sort(&bits);
    }
    return (struct lengths){bits.at, bits.count};
}

struct lengths counts_around(unsigned groups, size_t max)
{
    if (items.count == 0 || items.max != max || items.groups != groups) {
        items.count = 0, items.max = max, items.groups = groups;
        add(&items, 0);
        for (size_t i = 0; i < THRESHOLDS; i++)
            if (thresholds[i].group & groups && thresholds[i].unit == ITEMS)
                for (size_t x = thresholds[i].value - 1; x <= thresholds[i].value + 1; x++)
                    add(&items, x);
        sort(&items);
    }
    return (struct lengths){items.at, items.count};
}

/* One of these lengths, or a short one, or any. A number that prop_walk() gives is taken as it is.
 */
static size_t draw_one_of(prop *p, struct lengths lengths, size_t max)
{
    uint64_t kind = prop_draw(p, 3);
    if (kind == 0)
        return (size_t)prop_draw(p, max);
    if (kind == 1)
        return (size_t)prop_draw(p, max < 700 ? max : 700);
    return lengths.at[prop_draw(p, lengths.count - 1)];
}

size_t draw_length(prop *p, unsigned groups, size_t max)
{
    return draw_one_of(p, lengths_around(groups, max, false), max);
}

size_t draw_count_of(prop *p, unsigned groups, size_t max)
{
    return draw_one_of(p, counts_around(groups, max), max);
}

void prop_walk(const char *name, property *holds, struct lengths lengths)
{
    size_t *copy = malloc((lengths.count + 1) * sizeof *copy);
    ck_assert(copy && lengths.count > 0);
    for (size_t i = 0; i < lengths.count; i++)
        copy[i] = lengths.at[i];
    for (size_t i = 0; i < lengths.count; i++) {
        const uint64_t given[2] = {0, copy[i]};
        prop_check_given(name, holds, given, 2);
    }
    free(copy);
}
