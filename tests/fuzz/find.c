/* find.c: find next and previous, order, select, patterns, and loops over bits. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>
#include <bitmill/bits/search.h>
#include <string.h>

/* ---- Next and previous ---- */

enum function { SET, CLEAR, AND, OR, XOR, ANDNOT };

static bool bit_of(enum function function, const void *a, const void *b, size_t i)
{
    switch (function) {
    case SET:
        return ref_get(a, i);
    case CLEAR:
        return !ref_get(a, i);
    case AND:
        return ref_get(a, i) && ref_get(b, i);
    case OR:
        return ref_get(a, i) || ref_get(b, i);
    case XOR:
        return ref_get(a, i) != ref_get(b, i);
    default:
        return ref_get(a, i) && !ref_get(b, i);
    }
}

static size_t next_of(enum function function, const void *a, const void *b, size_t nbits,
                      size_t from)
{
    for (size_t i = from; i < nbits; i++)
        if (bit_of(function, a, b, i))
            return i;
    return nbits;
}

static size_t previous_of(enum function function, const void *a, const void *b, size_t nbits,
                          size_t from)
{
    for (size_t i = from < nbits ? from : nbits; i > 0; i--)
        if (bit_of(function, a, b, i - 1))
            return i - 1;
    return nbits;
}

static const struct find_row {
    const char *name;
    size_t (*call)(const void *bits, size_t nbits, size_t from);
    enum function function;
    bool next;
} finds[] = {
    {F(bmill_bits_find_next_set), SET, true},
    {F(bmill_bits_find_next_clear), CLEAR, true},
    {F(bmill_bits_find_previous_set), SET, false},
    {F(bmill_bits_find_previous_clear), CLEAR, false},
};

/* From each position. */
static void walk_find(const struct find_row *row)
{
    size_t nbits = (size_t)draw(600);
    unsigned char *bits = place_bits(A, "bits", nbits);
    note("nbits", nbits);
    note("walking, from", 0);
    for (size_t from = 0; from <= nbits && right_so_far(); from++) {
        note_again(from);
        expect("the result", row->call(bits, nbits, from),
               (row->next ? next_of : previous_of)(row->function, bits, bits, nbits, from));
    }
}

static void try_find(const void *row_)
{
    const struct find_row *row = row_;
    size_t nbits, from, expected;
    unsigned char *bits;
    if (draw(3) == 0) {
        walk_find(row);
        return;
    }
    nbits = draw_size(MAX_BITS);
    from = draw_near(nbits);
    bits = place_bits(A, "bits", nbits);
    note("nbits", nbits);
    note("from", from);
    expected = (row->next ? next_of : previous_of)(row->function, bits, bits, nbits, from);
    expect("the result", row->call(bits, nbits, from), expected);
}

static const struct find2_row {
    const char *name;
    size_t (*call)(const void *a, const void *b, size_t nbits, size_t from);
    enum function function;
    bool next;
} finds2[] = {
    {F(bmill_bits_find_next_and), AND, true},
    {F(bmill_bits_find_next_or), OR, true},
    {F(bmill_bits_find_next_xor), XOR, true},
    {F(bmill_bits_find_next_andnot), ANDNOT, true},
    {F(bmill_bits_find_previous_and), AND, false},
    {F(bmill_bits_find_previous_or), OR, false},
    {F(bmill_bits_find_previous_xor), XOR, false},
    {F(bmill_bits_find_previous_andnot), ANDNOT, false},
};

/* b is drawn, or is a with some bits flipped: two drawn bitmaps differ at the very beginning. */
static unsigned char *place_other(const char *name, const unsigned char *a, size_t nbits)
{
    unsigned char *b = place_bits(B, name, nbits);
    if (draw(1) && nbits) {
        memcpy(b, a, (nbits + 7) / 8);
        for (size_t pokes = (size_t)draw(3); pokes > 0; pokes--) {
            size_t i = (size_t)draw(nbits - 1);
            ref_put(b, i, !ref_get(b, i));
        }
        mirror(b, (nbits + 7) / 8);
    }
    return b;
}

static void try_find2(const void *row_)
{
    const struct find2_row *row = row_;
    size_t nbits = draw_size(MAX_BITS), from = draw_near(nbits), expected;
    unsigned char *a = place_bits(A, "a", nbits), *b = place_other("b", a, nbits);
    note("nbits", nbits);
    note("from", from);
    expected = (row->next ? next_of : previous_of)(row->function, a, b, nbits, from);
    expect("the result", row->call(a, b, nbits, from), expected);
}

/* ---- Order ---- */

static const struct compare_row {
    const char *name;
    int (*call)(const void *a, const void *b, size_t nbits);
    bool numeric;
} compares[] = {
    {F(bmill_bits_compare_lexicographic), false},
    {F(bmill_bits_compare_numeric), true},
};

/* a and b are equal except for one bit, at each position in turn. */
static void walk_compare(const struct compare_row *row)
{
    size_t nbits = (size_t)draw(600), nbytes = nbits / 8 + (nbits % 8 != 0);
    unsigned char *a = place_bits(A, "a", nbits), *b = place_bits(B, "b", nbits);
    note("nbits", nbits);
    note("walking, bit", 0);
    for (size_t i = 0; i < nbits; i++)
        ref_put(b, i, ref_get(a, i));
    mirror(b, nbytes);
    for (size_t i = 0; i < nbits && right_so_far(); i++) {
        note_again(i);
        ref_put(b, i, !ref_get(a, i));
        expect("the result", (uint64_t)row->call(a, b, nbits), ref_get(a, i) ? 1 : (uint64_t)-1);
        ref_put(b, i, ref_get(a, i));
    }
}

static void try_compare(const void *row_)
{
    const struct compare_row *row = row_;
    size_t nbits, i;
    unsigned char *a, *b;
    if (draw(3) == 0) {
        walk_compare(row);
        return;
    }
    nbits = draw_size(MAX_BITS);
    a = place_bits(A, "a", nbits);
    b = place_other("b", a, nbits);
    note("nbits", nbits);
    i = row->numeric ? previous_of(XOR, a, b, nbits, nbits) : next_of(XOR, a, b, nbits, 0);
    expect("the result", (uint64_t)row->call(a, b, nbits),
           i == nbits      ? 0
           : ref_get(a, i) ? 1
                           : (uint64_t)-1);
}

/* ---- Select ---- */

static const struct select_row {
    const char *name;
    size_t (*call)(const void *bits, size_t nbits, size_t k);
    enum function function;
} selects[] = {
    {F(bmill_bits_select), SET},
    {F(bmill_bits_select_clear), CLEAR},
};

static void try_select(const void *row_)
{
    const struct select_row *row = row_;
    size_t nbits = draw_size(MAX_BITS), count = 0, k, i = 0, left;
    unsigned char *bits = place_bits(A, "bits", nbits);
    for (size_t j = 0; j < nbits; j++)
        count += bit_of(row->function, bits, bits, j);
    k = draw_near(count);
    note("nbits", nbits);
    note("k", k);
    for (left = k; i < nbits && (!bit_of(row->function, bits, bits, i) || left > 0); i++)
        left -= bit_of(row->function, bits, bits, i);
    expect("the result", row->call(bits, nbits, k), i);
}

/* ---- Patterns. They are often a part of the bitmap, and the bitmap often repeats itself. ---- */

struct search {
    size_t nbits, length;
    unsigned char *bits, *pattern;
};

static struct search place_search(void)
{
    static const size_t most[] = {9, 25, 70}; /* the kernels treat each of these in another way */
    uint64_t kind = draw(3);
    struct search s = {draw_size(20000), kind < 3 ? (size_t)draw(most[kind]) : draw_size(2000),
                       NULL, NULL};
    s.bits = place_bits(A, "bits", s.nbits);
    s.pattern = place_bits(B, "pattern", s.length);
    if (s.length && s.length <= s.nbits && draw(3)) {
        size_t at = draw_near(s.nbits - s.length);
        at = at < s.nbits - s.length ? at : s.nbits - s.length;
        for (size_t j = 0; j < s.length; j++)
            ref_put(s.pattern, j, ref_get(s.bits, at + j));
        mirror(s.pattern, (s.length + 7) / 8);
    }
    note("nbits", s.nbits);
    note("length", s.length);
    return s;
}

static bool stands(const struct search *s, size_t i)
{
    if (s->length > s->nbits || i > s->nbits - s->length)
        return false;
    for (size_t j = 0; j < s->length; j++)
        if (ref_get(s->bits, i + j) != ref_get(s->pattern, j))
            return false;
    return true;
}

static void try_find_pattern(const void *row)
{
    struct search s = place_search();
    size_t expected = 0;
    (void)row;
    while (expected < s.nbits && !stands(&s, expected))
        expected++;
    expect("the result", bmill_bits_find_first_pattern(s.bits, s.pattern, s.nbits, s.length),
           expected);
}

static void try_find_next_pattern(const void *row)
{
    struct search s = place_search();
    size_t from = draw_near(s.nbits), expected = from;
    (void)row;
    note("from", from);
    while (expected < s.nbits && !stands(&s, expected))
        expected++;
    expect("the result", bmill_bits_find_next_pattern(s.bits, s.pattern, s.nbits, from, s.length),
           expected < s.nbits ? expected : s.nbits);
}

static void try_count_pattern(const void *row)
{
    struct search s = place_search();
    size_t count = 0;
    (void)row;
    for (size_t i = 0; i <= s.nbits; i++)
        count += stands(&s, i);
    expect("the result", bmill_bits_count_pattern(s.bits, s.pattern, s.nbits, s.length), count);
}

static const struct name_row {
    const char *name;
} find_pattern[] = {{"bmill_bits_find_first_pattern"}},
  find_next_pattern[] = {{"bmill_bits_find_next_pattern"}},
  count_pattern[] = {{"bmill_bits_count_pattern"}};

const struct group fuzz_find[] = {
    GROUP("", finds, try_find),
    GROUP("", finds2, try_find2),
    GROUP("", compares, try_compare),
    GROUP("", selects, try_select),
    GROUP("", find_pattern, try_find_pattern),
    GROUP("", find_next_pattern, try_find_next_pattern),
    GROUP("", count_pattern, try_count_pattern),
    {0},
};
