/* logic.c: the rows of lib/tables/ops.def, similarity, functions of three and of many bitmaps. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include "harness/reference.h"
#include <bitmill.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/ternary.h>

/* How many rows lib/tables/ops.def has. */
enum {
#define BMILL_OP(name, shape, bit, vector, summary) OP_##name,
#include "tables/ops.def"
    OPS_COUNT
};

/* For operations that store nothing: the expression has the same value at all positions but one,
 * and that is each position in turn. */
static void walk_op(const struct op *op)
{
    size_t nbits = (size_t)draw(600), nbytes = nbits / 8 + (nbits % 8 != 0);
    unsigned char *a = place_bits(A, "a", nbits), *b = a;
    bool rare = draw(1), bit_a, bit_b;
    if (op->inputs == 2)
        b = place_bits(B, "b", nbits);
    note("nbits", nbits);
    note("walking, bit", 0);
    for (size_t i = 0; i < nbits; i++) {
        bits_for(op, !rare, &bit_a, &bit_b);
        ref_put(a, i, bit_a);
        if (b != a)
            ref_put(b, i, bit_b);
    }
    mirror(a, nbytes);
    mirror(b, nbytes);
    for (size_t i = 0; i < nbits && right_so_far(); i++) {
        bool old_a = ref_get(a, i), old_b = ref_get(b, i);
        bits_for(op, rare, &bit_a, &bit_b);
        ref_put(a, i, bit_a);
        if (b != a)
            ref_put(b, i, bit_b);
        note_again(i);
        expect("the result", op->call(NULL, a, b, nbits), reference(op, NULL, a, b, nbits));
        ref_put(a, i, old_a);
        if (b != a)
            ref_put(b, i, old_b);
    }
}

static void try_op(const void *row)
{
    const struct op *op = row;
    size_t nbits, expected;
    unsigned char *a, *dst = NULL, *b;
    if (!stores(op) && draw(1)) {
        walk_op(op);
        return;
    }
    nbits = draw_size(MAX_BITS);
    b = a = place_bits(A, "a", nbits);
    if (op->inputs == 2 && draw(7))
        b = place_bits(B, "b", nbits);
    if (stores(op))
        dst = place_dst_or("dst", nbits, a, op->inputs == 2 ? b : NULL, NULL);
    note("nbits", nbits);
    expected = reference(op, twin(dst), a, b, nbits);
    expect("the result", op->call(dst, a, b, nbits), expected);
}

/* ---- Similarity ---- */

typedef double similarity(const void *, const void *, size_t);
enum measure { JACCARD, DICE, CONTAINMENT };
static const struct similarity_row {
    const char *name;
    similarity *call;
    enum measure measure;
} similarities[] = {
    {F(bmill_bits_jaccard), JACCARD},
    {F(bmill_bits_dice), DICE},
    {F(bmill_bits_containment), CONTAINMENT},
};

static void try_similarity(const void *row_)
{
    const struct similarity_row *row = row_;
    size_t nbits = draw_size(MAX_BITS), na = 0, nb = 0, both = 0, above, below;
    unsigned char *a = place_bits(A, "a", nbits), *b = draw(7) ? place_bits(B, "b", nbits) : a;
    note("nbits", nbits);
    for (size_t i = 0; i < nbits; i++) {
        na += ref_get(a, i);
        nb += ref_get(b, i);
        both += ref_get(a, i) && ref_get(b, i);
    }
    above = row->measure == DICE ? 2 * both : both;
    below = row->measure == JACCARD ? na + nb - both : row->measure == DICE ? na + nb : na;
    expect_double(row->call(a, b, nbits), below == 0 ? 1 : (double)above / (double)below);
}

/* ---- Ternary ---- */

typedef void ternary(void *dst, const void *a, const void *b, const void *c, size_t nbits,
                     unsigned table);
static void mux(void *dst, const void *a, const void *b, const void *c, size_t nbits,
                unsigned table)
{
    (void)table;
    bmill_bits_mux(dst, a, b, c, nbits);
}
static void majority(void *dst, const void *a, const void *b, const void *c, size_t nbits,
                     unsigned table)
{
    (void)table;
    bmill_bits_majority(dst, a, b, c, nbits);
}
static const struct ternary_row {
    const char *name;
    ternary *call;
    unsigned table; /* ANY_TABLE: drawn */
} ternaries[] = {
    {"bmill_bits_mux", mux, 0xca},
    {"bmill_bits_majority", majority, 0xe8},
    {F(bmill_bits_ternary), 256},
};
enum { ANY_TABLE = 256 };

struct three {
    size_t nbits;
    unsigned char *a, *b, *c;
};

static struct three place_three(void)
{
    struct three t = {draw_size(MAX_BITS / 2), NULL, NULL, NULL};
    t.a = place_bits(A, "a", t.nbits);
    t.b = draw(7) ? place_bits(B, "b", t.nbits) : t.a;
    t.c = draw(7) ? place_bits(C, "c", t.nbits) : t.a;
    note("nbits", t.nbits);
    return t;
}

static bool by_table(const struct three *t, size_t i, unsigned table)
{
    unsigned a = ref_get(t->a, i), b = ref_get(t->b, i), c = ref_get(t->c, i);
    return table >> (4 * a + 2 * b + c) & 1;
}

static void try_ternary(const void *row_)
{
    const struct ternary_row *row = row_;
    unsigned table = row->table == ANY_TABLE ? (unsigned)draw(1023) : row->table;
    struct three t = place_three();
    unsigned char *dst = place_dst_or("dst", t.nbits, t.a, t.b, t.c);
    note("table", table);
    for (size_t i = 0; i < t.nbits; i++)
        ref_put(twin(dst), i, by_table(&t, i, table));
    row->call(dst, t.a, t.b, t.c, t.nbits, table);
}

static size_t any_as_count(const void *a, const void *b, const void *c, size_t nbits,
                           unsigned table)
{
    return bmill_bits_ternary_any(a, b, c, nbits, table);
}
static const struct ternary_count_row {
    const char *name;
    size_t (*call)(const void *, const void *, const void *, size_t, unsigned);
    bool any;
} ternary_counts[] = {
    {F(bmill_bits_ternary_count), false},
    {"bmill_bits_ternary_any", any_as_count, true},
};

static void try_ternary_count(const void *row_)
{
    const struct ternary_count_row *row = row_;
    unsigned table = (unsigned)draw(1023);
    struct three t = place_three();
    size_t ones = 0;
    note("table", table);
    for (size_t i = 0; i < t.nbits; i++)
        ones += by_table(&t, i, table);
    expect("the result", row->call(t.a, t.b, t.c, t.nbits, table), row->any ? ones > 0 : ones);
}

const struct group fuzz_logic[] = {
    {"bmill_bits_", ops, sizeof ops[0], OPS_COUNT, try_op, false},
    GROUP("", similarities, try_similarity),
    GROUP("", ternaries, try_ternary),
    GROUP("", ternary_counts, try_ternary_count),
    {0},
};
