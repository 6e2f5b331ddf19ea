/* ternary.c: functions of three bitmaps on every ISA, against their truth tables bit by bit.
 */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <bitmill/bits/ternary.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_BITS = 12000, TABLES = 256, MUX = TABLES, MAJORITY, FUNCTIONS };

static struct arena to, from[3];

/* Three inputs at drawn places, and a dst that may be one of them. */
struct trial {
    unsigned char *dst, *in[3];
    struct arena *dst_arena;
    size_t nbits;
};

static struct trial place_all(prop *p, size_t nbits)
{
    struct trial t;
    size_t alias = (size_t)prop_draw(p, 3);
    t.nbits = nbits;
    for (size_t i = 0; i < 3; i++)
        t.in[i] = arena_place(&from[i], p, nbits);
    t.dst = alias ? t.in[alias - 1] : arena_place(&to, p, nbits);
    t.dst_arena = alias ? &from[alias - 1] : &to;
    prop_show(p, "dst is %s", alias ? (const char *[]){"a", "b", "c"}[alias - 1] : "separate");
    return t;
}

static struct trial draw_trial(prop *p) { return place_all(p, draw_length(p, LOOPS, MAX_BITS)); }

static bool all_agree(const struct trial *t, prop *p)
{
    return arena_agrees(&from[0], p) && arena_agrees(&from[1], p) && arena_agrees(&from[2], p) &&
           (t->dst_arena != &to || arena_agrees(&to, p));
}

/* Bit i of the function; `function` is a table or one of the names. */
static bool ref_bit(unsigned char *const in[3], unsigned function, size_t i)
{
    bool a = ref_get(in[0], i), b = ref_get(in[1], i), c = ref_get(in[2], i);
    if (function == MUX)
        return a ? b : c;
    if (function == MAJORITY)
        return a + b + c >= 2;
    return function >> (4 * a + 2 * b + c) & 1;
}

static size_t ref_map(const struct trial *t, unsigned function)
{
    unsigned char *twin = arena_twin(t->dst_arena, t->dst);
    size_t ones = 0;
    for (size_t i = 0; i < t->nbits; i++) {
        bool bit = ref_bit(t->in, function, i);
        ref_put(twin, i, bit);
        ones += bit;
    }
    return ones;
}

static void map(const struct trial *t, unsigned function)
{
    unsigned char *a = t->in[0], *b = t->in[1], *c = t->in[2];
    if (function == MUX)
        bmill_bits_mux(t->dst, a, b, c, t->nbits);
    else if (function == MAJORITY)
        bmill_bits_majority(t->dst, a, b, c, t->nbits);
    else
        bmill_bits_ternary(t->dst, a, b, c, t->nbits, function);
}

/* Counted before it is stored, because dst may be an input. */
static bool function_is_right(prop *p, const struct trial *t, unsigned function)
{
    size_t ones = ref_map(t, function), count = ones;
    bool any = ones > 0;
    if (function < TABLES) {
        count = bmill_bits_ternary_count(t->in[0], t->in[1], t->in[2], t->nbits, function);
        any = bmill_bits_ternary_any(t->in[0], t->in[1], t->in[2], t->nbits, function);
    }
    map(t, function);
    prop_show(p, "nbits = %zu, function = %#x: %zu ones, any %d, expected %zu", t->nbits, function,
              count, any, ones);
    return count == ones && any == (ones > 0) && all_agree(t, p);
}

static bool ternary_agrees_with_its_table(prop *p)
{
    struct trial t = draw_trial(p);
    return function_is_right(p, &t, (unsigned)prop_draw(p, FUNCTIONS - 1));
}

static unsigned this_function;

static bool this_function_is_right(prop *p)
{
    struct trial t = draw_trial(p);
    return function_is_right(p, &t, this_function);
}

/* Of the table only the low 8 bits count. */
static bool high_bits_of_the_table_are_ignored(prop *p)
{
    struct trial t = draw_trial(p);
    unsigned table = (unsigned)prop_draw(p, 0xff), high = (unsigned)prop_draw(p, UINT32_MAX) << 8;
    size_t ones = ref_map(&t, table);
    size_t count = bmill_bits_ternary_count(t.in[0], t.in[1], t.in[2], t.nbits, table | high);
    bool any = bmill_bits_ternary_any(t.in[0], t.in[1], t.in[2], t.nbits, table | high);
    bmill_bits_ternary(t.dst, t.in[0], t.in[1], t.in[2], t.nbits, table | high);
    return count == ones && any == (ones > 0) && all_agree(&t, p);
}

/* A single 1 bit anywhere is found. */
static bool a_single_hit_is_found(prop *p)
{
    struct trial t = draw_trial(p);
    size_t hit;
    bool any;
    if (t.nbits == 0)
        return !bmill_bits_ternary_any(t.in[0], t.in[1], t.in[2], 0, BMILL_TA);
    hit = (size_t)prop_draw(p, t.nbits - 1);
    for (size_t i = 0; i < t.nbits; i++)
        ref_put(t.in[2], i, ref_get(t.in[0], i) ^ ref_get(t.in[1], i) ^ (i == hit));
    any =
        bmill_bits_ternary_any(t.in[0], t.in[1], t.in[2], t.nbits, BMILL_TA ^ BMILL_TB ^ BMILL_TC);
    prop_show(p, "hit = %zu", hit);
    return any && bmill_bits_ternary_count(t.in[0], t.in[1], t.in[2], t.nbits,
                                           BMILL_TA ^ BMILL_TB ^ BMILL_TC) == 1;
}

static void new_arenas(void)
{
    to = arena_new(MAX_BITS);
    for (size_t i = 0; i < 3; i++)
        from[i] = arena_new(MAX_BITS);
}

static void free_arenas(void)
{
    arena_free(&to);
    for (size_t i = 0; i < 3; i++)
        arena_free(&from[i]);
}

START_TEST(ternary_is_right)
{
    isa_for_test(_i);
    new_arenas();
    PROP_CHECK(ternary_agrees_with_its_table);
    PROP_CHECK(high_bits_of_the_table_are_ignored);
    PROP_CHECK(a_single_hit_is_found);
    PROP_WALK(ternary_agrees_with_its_table, LOOPS, MAX_BITS);
    free_arenas();
}
END_TEST

/* Each function on bytes, words, halves, vectors, several blocks. All inputs are right before or
 * right after an unreadable page, so that a read too far ends the test. */
static bool size_is_right(size_t nbits, unsigned function, bool left)
{
    unsigned char *in[3], *dst = left ? to.start : to.end - (nbits + 7) / 8;
    size_t ones = 0;
    for (size_t k = 0; k < 3; k++)
        in[k] = left ? from[k].start : from[k].end - (nbits + 7) / 8;
    for (size_t i = 0; i < nbits; i++) {
        bool bit = ref_bit(in, function, i);
        ref_put(arena_twin(&to, dst), i, bit);
        ones += bit;
    }
    map(&(struct trial){dst, {in[0], in[1], in[2]}, &to, nbits}, function);
    if (memcmp(to.start, to.twin, (size_t)(to.end - to.start)) != 0)
        return false;
    return function >= TABLES ||
           (bmill_bits_ternary_count(in[0], in[1], in[2], nbits, function) == ones &&
            bmill_bits_ternary_any(in[0], in[1], in[2], nbits, function) == (ones > 0));
}

static void fill_noise(struct arena *m, uint64_t x)
{
    for (unsigned char *p = m->start; p < m->end; p++) {
        x = x * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
        *p = (unsigned char)(x >> 56);
    }
    arena_mirror(m);
}

START_TEST(all_functions_at_all_kinds_of_sizes)
{
    static const size_t sizes[] = {1,   8,   21,  64,   67,   131,  256,
                                   300, 512, 517, 1100, 2049, 2600, 9003};
    isa_for_test(_i);
    new_arenas();
    fill_noise(&to, 1);
    for (size_t k = 0; k < 3; k++)
        fill_noise(&from[k], 2 + k);
    for (unsigned function = 0; function < FUNCTIONS; function++)
        for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++)
            if (!size_is_right(sizes[k], function, k % 2))
                ck_abort_msg("function %#x of %zu bits", function, sizes[k]);
    free_arenas();
}
END_TEST

START_TEST(all_sizes)
{
    static const unsigned functions[] = {MUX, MAJORITY, 0x96, 0x1c};
    isa_for_test(_i);
    new_arenas();
    fill_noise(&to, 5);
    for (size_t k = 0; k < 3; k++)
        fill_noise(&from[k], 6 + k);
    for (size_t nbits = 0; nbits <= 6 * 512 + 9; nbits++)
        for (size_t k = 0; k < 4; k++)
            if (!size_is_right(nbits, functions[k], (nbits + k) % 2))
                ck_abort_msg("function %#x of %zu bits", functions[k], nbits);
    free_arenas();
}
END_TEST

/* Non-temporal stores, which must not be used if dst is an input. */
START_TEST(large_ones)
{
    size_t words = (4u << 17) + 77, n = 8 * words + 1, wrong = 0;
    unsigned char *p[3] = {malloc(n), malloc(n), malloc(n)}, *dst = malloc(n);
    uint64_t x = 1, in[3], out;
    isa_for_test(_i);
    ck_assert(p[0] && p[1] && p[2] && dst);
    for (size_t i = 0; i < n; i++) {
        x = x * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
        p[0][i] = (unsigned char)(x >> 56);
        p[1][i] = (unsigned char)(x >> 48);
        p[2][i] = (unsigned char)(x >> 40);
    }
    dst[0] = 0x33;
    dst[n - 1] = 0x55;
    bmill_bits_ternary(dst + 1, p[0], p[1] + 1, p[2] + 1, 8 * (n - 1) - 4, BMILL_TA ^ BMILL_TB);
    ck_assert(dst[0] == 0x33 && (dst[n - 1] & 0xf0) == 0x50);
    for (size_t i = 0; i + 1 < words; i++) {
        memcpy(&in[0], p[0] + 8 * i, 8);
        memcpy(&in[1], p[1] + 1 + 8 * i, 8);
        memcpy(&out, dst + 1 + 8 * i, 8);
        wrong += out != (in[0] ^ in[1]);
    }
    memcpy(dst, p[2], n);
    bmill_bits_mux(p[2], p[0], p[1], p[2], 8 * n);
    for (size_t i = 0; i < n; i++)
        wrong += p[2][i] != ((p[0][i] & p[1][i]) | (~p[0][i] & dst[i]));
    ck_assert_uint_eq(wrong, 0);
    for (size_t i = 0; i < 3; i++)
        free(p[i]);
    free(dst);
}
END_TEST

/* A table as users write it compiles without a warning about signs. */
START_TEST(tables_are_written_in_c)
{
    unsigned char a = 0xf0, b = 0xcc, c = 0xaa, r = 0;
    isa_for_test(_i);
    bmill_bits_ternary(&r, &a, &b, &c, 8, BMILL_TA & (BMILL_TB | ~BMILL_TC));
    ck_assert(r == (a & (b | (unsigned char)~c)));
    bmill_bits_ternary(&r, &a, &b, &c, 8, ~BMILL_TA);
    ck_assert(r == 0x0f);
    ck_assert(bmill_bits_ternary_count(&a, &b, &c, 8, (BMILL_TA & BMILL_TB) | BMILL_TC) == 5);
    bmill_bits_ternary(NULL, NULL, NULL, NULL, 0, 0xff);
    bmill_bits_mux(NULL, NULL, NULL, NULL, 0);
    bmill_bits_majority(NULL, NULL, NULL, NULL, 0);
    ck_assert(bmill_bits_ternary_count(NULL, NULL, NULL, 0, 0xff) == 0);
    ck_assert(!bmill_bits_ternary_any(NULL, NULL, NULL, 0, 0xff));
}
END_TEST

/* Each function again with drawn inputs; a failure names it. */
START_TEST(each_function_is_right)
{
    isa_for_test(_i);
    new_arenas();
    if (!getenv("BMILL_CASES"))
        set_environment("BMILL_CASES", "10");
    for (this_function = 0; this_function < FUNCTIONS; this_function++)
        PROP_CHECK(this_function_is_right);
    free_arenas();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ternary");
    TCase *tcase = add_case(suite, "ternary");
    add_test_for_each_isa(tcase, ternary_is_right);
    add_test_for_each_isa(tcase, each_function_is_right);
    add_test_for_each_isa(tcase, all_functions_at_all_kinds_of_sizes);
    add_test_for_each_isa(tcase, all_sizes);
    add_test_for_each_isa(tcase, large_ones);
    add_test_for_each_isa(tcase, tables_are_written_in_c);
    return run_suite(suite);
}
