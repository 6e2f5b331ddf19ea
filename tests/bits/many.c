/* many.c: functions of many bitmaps on every ISA, counted bit by bit. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <bitmill/bits/many.h>
#include <stdlib.h>
#include <string.h>

/* 20 bitmaps; maps are any number of pointers to them. */
enum { MAX_BITS = 12000, POOL = 20, MAX_MAPS = (1 << 17) + 5 };

static struct arena to, from[POOL];
static const void *maps[MAX_MAPS];

struct trial {
    unsigned char *dst, *pool[POOL];
    struct arena *dst_arena;
    size_t nbits, nmaps, npool;
    size_t times[POOL]; /* how often each is among the maps */
};

enum function { AND, OR, XOR, AT_LEAST, EXACTLY, FUNCTIONS };

static bool wanted(enum function function, size_t count, size_t nmaps, size_t k)
{
    switch (function) {
    case AND:
        return count == nmaps;
    case OR:
        return count > 0;
    case XOR:
        return count % 2;
    case AT_LEAST:
        return count >= k;
    default:
        return count == k;
    }
}

static void reference(const struct trial *t, enum function function, size_t k)
{
    unsigned char *twin = arena_twin(t->dst_arena, t->dst);
    for (size_t i = 0; i < t->nbits; i++) {
        size_t count = 0;
        for (size_t m = 0; m < t->npool; m++)
            count += t->times[m] * ref_get(t->pool[m], i);
        ref_put(twin, i, wanted(function, count, t->nmaps, k));
    }
}

static void call(const struct trial *t, enum function function, size_t k)
{
    switch (function) {
    case AND:
        bmill_bits_and_many(t->dst, maps, t->nmaps, t->nbits);
        break;
    case OR:
        bmill_bits_or_many(t->dst, maps, t->nmaps, t->nbits);
        break;
    case XOR:
        bmill_bits_xor_many(t->dst, maps, t->nmaps, t->nbits);
        break;
    case AT_LEAST:
        bmill_bits_at_least(t->dst, maps, t->nmaps, t->nbits, k);
        break;
    default:
        bmill_bits_exactly(t->dst, maps, t->nmaps, t->nbits, k);
    }
}

/* Few maps are all different; many contain each some times. dst may be one of them. */
static struct trial draw_trial(prop *p, size_t nbits, size_t nmaps)
{
    struct trial t = {.nbits = nbits, .nmaps = nmaps, .npool = nmaps < POOL ? nmaps : POOL};
    size_t alias = (size_t)prop_draw(p, 1) ? (size_t)prop_draw(p, POOL - 1) : POOL;
    for (size_t m = 0; m < t.npool; m++)
        t.pool[m] = arena_place(&from[m], p, nbits);
    for (size_t m = 0; m < nmaps; m++) {
        size_t i = m < POOL ? m : (size_t)(m * 0x9e3779b97f4a7c15 >> 32) % POOL;
        maps[m] = t.pool[i];
        t.times[i]++;
    }
    t.dst = alias < t.npool ? t.pool[alias] : arena_place(&to, p, nbits);
    t.dst_arena = alias < t.npool ? &from[alias] : &to;
    prop_show(p, "%zu maps of %zu bits, dst is %s", nmaps, nbits,
              alias < t.npool ? "one of them" : "separate");
    return t;
}

static bool is_right(prop *p, const struct trial *t, enum function function, size_t k)
{
    reference(t, function, k);
    call(t, function, k);
    prop_show(p, "function %d, k = %zu", (int)function, k);
    for (size_t m = 0; m < t->npool; m++)
        if (!arena_agrees(&from[m], p))
            return false;
    return t->dst_arena != &to || arena_agrees(&to, p);
}

/* Mostly where it makes a difference. */
static size_t draw_k(prop *p, size_t nmaps)
{
    size_t k = (size_t)prop_draw(p, nmaps + 1);
    return prop_draw(p, 15) ? k : SIZE_MAX - k;
}

static bool many_agree_with_a_count(prop *p)
{
    size_t nbits = draw_length(p, MANY | LOOPS, MAX_BITS);
    size_t nmaps = draw_count_of(p, MANY, 70);
    struct trial t = draw_trial(p, nbits, nmaps);
    return is_right(p, &t, (enum function)prop_draw(p, FUNCTIONS - 1), draw_k(p, nmaps));
}

/* Each k of so many maps: the counts between have all their bits in all places. */
static bool each_k_is_right(prop *p)
{
    size_t nbits = (size_t)prop_draw(p, 700), nmaps = (size_t)prop_draw(p, 40);
    struct trial t = draw_trial(p, nbits, nmaps);
    if (t.dst_arena != &to)
        return true; /* the maps are to stay */
    for (size_t k = 0; k <= nmaps + 1; k++)
        if (!is_right(p, &t, AT_LEAST, k) || !is_right(p, &t, EXACTLY, k))
            return false;
    return true;
}

/* So many that there is not room for the planes of a whole strip. */
static bool very_many_are_right(prop *p)
{
    size_t nbits = 3000 + (size_t)prop_draw(p, 3000);
    size_t nmaps = MAX_MAPS - (size_t)prop_draw(p, prop_draw(p, 1) ? 9 : MAX_MAPS - 1000), k;
    struct trial t = draw_trial(p, nbits, nmaps);
    enum function function = prop_draw(p, 1) ? AT_LEAST : EXACTLY;
    k = 0; /* the count of some bit, so that there are some of each outcome */
    for (size_t m = 0, i = (size_t)prop_draw(p, nbits - 1); m < t.npool; m++)
        k += t.times[m] * ref_get(t.pool[m], i);
    return is_right(p, &t, function, k + (size_t)prop_draw(p, 1));
}

static void new_arenas(void)
{
    to = arena_new(MAX_BITS);
    for (size_t m = 0; m < POOL; m++)
        from[m] = arena_new(MAX_BITS);
}

static void free_arenas(void)
{
    arena_free(&to);
    for (size_t m = 0; m < POOL; m++)
        arena_free(&from[m]);
}

START_TEST(many_are_right)
{
    isa_for_test(_i);
    new_arenas();
    PROP_CHECK(many_agree_with_a_count);
    PROP_CHECK(each_k_is_right);
    PROP_WALK(many_agree_with_a_count, MANY | LOOPS, MAX_BITS);
    free_arenas();
}
END_TEST

START_TEST(very_many)
{
    isa_for_test(_i);
    new_arenas();
    if (!getenv("BMILL_CASES"))
        set_environment("BMILL_CASES", "6");
    PROP_CHECK(very_many_are_right);
    free_arenas();
}
END_TEST

/* All sizes, right after or right before an unreadable page. */
START_TEST(all_sizes)
{
    enum { NMAPS = 11 };
    struct trial t = {.dst_arena = &to, .nmaps = NMAPS, .npool = NMAPS};
    uint64_t x = 1;
    isa_for_test(_i);
    new_arenas();
    for (size_t m = 0; m < NMAPS; m++) {
        for (unsigned char *q = from[m].start; q < from[m].end; q++) {
            x = x * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
            *q = (unsigned char)(x >> 56);
        }
        t.times[m] = 1;
    }
    arena_mirror(&to);
    for (t.nbits = 0; t.nbits <= 10 * 512 + 9; t.nbits += t.nbits < 1100 ? 1 : 5) {
        bool left = t.nbits % 2;
        size_t n = (t.nbits + 7) / 8;
        for (size_t m = 0; m < NMAPS; m++)
            maps[m] = t.pool[m] = left ? from[m].start : from[m].end - n;
        t.dst = left ? to.start : to.end - n;
        for (int function = AND; function < FUNCTIONS; function++) {
            reference(&t, (enum function)function, 5);
            call(&t, (enum function)function, 5);
            ck_assert_msg(memcmp(to.start, to.twin, (size_t)(to.end - to.start)) == 0,
                          "function %d of %zu bits", function, t.nbits);
        }
    }
    free_arenas();
}
END_TEST

/* Non-temporal stores, which must not be used if dst is an input. */
START_TEST(large_ones)
{
    size_t n = (4u << 20) + 300, wrong = 0;
    unsigned char *a = malloc(n), *b = malloc(n), *c = malloc(n), *dst = malloc(n);
    isa_for_test(_i);
    ck_assert(a && b && c && dst);
    for (size_t i = 0; i < n; i++) {
        a[i] = (unsigned char)(i * 0x9e3779b1u >> 13);
        b[i] = (unsigned char)(i * 0x85ebca77u >> 11);
        c[i] = (unsigned char)(i * 0xc2b2ae3du >> 12);
    }
    dst[0] = 0x33;
    bmill_bits_xor_many(dst + 1, (const void *const[]){a, b + 1, c}, 3, 8 * (n - 1));
    ck_assert(dst[0] == 0x33);
    for (size_t i = 0; i + 1 < n; i++)
        wrong += dst[i + 1] != (a[i] ^ b[i + 1] ^ c[i]);
    memcpy(dst, b, n);
    bmill_bits_or_many(b, (const void *const[]){a, b, c}, 3, 8 * n);
    for (size_t i = 0; i < n; i++)
        wrong += b[i] != (a[i] | dst[i] | c[i]);
    ck_assert_uint_eq(wrong, 0);
    free(a);
    free(b);
    free(c);
    free(dst);
}
END_TEST

START_TEST(no_bits_and_no_maps)
{
    unsigned char byte = 0x5a;
    isa_for_test(_i);
    bmill_bits_and_many(NULL, NULL, 0, 0);
    bmill_bits_at_least(NULL, NULL, 7, 0, 3);
    bmill_bits_exactly(NULL, NULL, 7, 0, 3);
    bmill_bits_or_many(NULL, NULL, 7, 0);
    bmill_bits_and_many(&byte, NULL, 0, 4);
    ck_assert(byte == 0x5f);
    bmill_bits_xor_many(&byte, NULL, 0, 3);
    ck_assert(byte == 0x58);
    bmill_bits_exactly(&byte, NULL, 0, 2, 0);
    ck_assert(byte == 0x5b);
    bmill_bits_at_least(&byte, NULL, 0, 1, 1);
    ck_assert(byte == 0x5a);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("many");
    TCase *tcase = add_case(suite, "many");
    add_test_for_each_isa(tcase, many_are_right);
    add_test_for_each_isa(tcase, very_many);
    add_test_for_each_isa(tcase, all_sizes);
    add_test_for_each_isa(tcase, large_ones);
    add_test_for_each_isa(tcase, no_bits_and_no_maps);
    return run_suite(suite);
}
