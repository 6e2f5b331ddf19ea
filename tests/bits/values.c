/* values.c: comparisons into a bitmap on every ISA, against the operators of C. */
#include "harness/arena.h"
#include "harness/isas.h"
#include <bitmill.h>
#include <math.h>
#include <string.h>

enum { MAX_N = 1400, MAX_SIZE = 8 }; /* elements: past several steps of 64; their bytes */

static struct arena to, left, right;
static struct arena *const all[] = {&to, &left, &right, NULL};

static size_t draw_count(prop *p) { return (size_t)prop_draw(p, prop_draw(p, 3) ? 150 : MAX_N); }

/* n elements of `size` bytes, where such a type may be. */
static void *place_array(struct arena *m, prop *p, size_t n, size_t size)
{
    unsigned char *place = arena_place(m, p, 8 * n * size);
    size_t off = (uintptr_t)place % size;
    memmove(place - off, place, n * size);
    arena_mirror(m);
    return place - off;
}

/* A type: numbers of it that are of interest, and a row for each relation. */
struct relation {
    const char *name;
    void (*arrays)(void *dst, const void *a, const void *b, size_t n);
    void (*value)(void *dst, const void *a, size_t n, const void *value);
    bool (*holds)(const void *a, const void *b);
};
struct type {
    const char *name;
    size_t size;
    const void *special;
    size_t specials;
    struct relation relations[6];
};

#define HOLDS_eq ==
#define HOLDS_ne !=
#define HOLDS_lt <
#define HOLDS_le <=
#define HOLDS_gt >
#define HOLDS_ge >=

#define FUNCTIONS(R, T, number)                                                      \
    static void R##_##T(void *dst, const void *a, const void *b, size_t n)           \
    {                                                                                \
        bmill_bits_##R##_##T(dst, a, b, n);                                          \
    }                                                                                \
    static void R##_value_##T(void *dst, const void *a, size_t n, const void *value) \
    {                                                                                \
        bmill_bits_##R##_value_##T(dst, a, n, *(const number *)value);               \
    }                                                                                \
    static bool R##_holds_##T(const void *a, const void *b)                          \
    {                                                                                \
        return *(const number *)a HOLDS_##R * (const number *)b;                     \
    }
#define RELATION(R, T)                                   \
    {                                                    \
#R "_" #T, R##_##T, R##_value_##T, R##_holds_##T \
    }
#define TYPE(T, number, ...)                                                                 \
    static const number special_##T[] = {__VA_ARGS__};                                       \
    FUNCTIONS(eq, T, number)                                                                 \
    FUNCTIONS(ne, T, number)                                                                 \
    FUNCTIONS(lt, T, number)                                                                 \
    FUNCTIONS(le, T, number)                                                                 \
    FUNCTIONS(gt, T, number)                                                                 \
    FUNCTIONS(ge, T, number)                                                                 \
    static const struct type type_##T = {#T,                                                 \
                                         sizeof(number),                                     \
                                         special_##T,                                        \
                                         sizeof special_##T / sizeof(number),                \
                                         {RELATION(eq, T), RELATION(ne, T), RELATION(lt, T), \
                                          RELATION(le, T), RELATION(gt, T), RELATION(ge, T)}};

TYPE(u8, uint8_t, 0, 1, 0x7f, 0x80, UINT8_MAX)
TYPE(u16, uint16_t, 0, 1, 0x80, 0x7fff, 0x8000, UINT16_MAX)
TYPE(u32, uint32_t, 0, 1, 0x8000, 0x7fffffff, 0x80000000, UINT32_MAX)
TYPE(u64, uint64_t, 0, 1, UINT32_MAX, INT64_MAX, UINT64_C(1) << 63, UINT64_MAX)
TYPE(i8, int8_t, 0, 1, -1, INT8_MIN, INT8_MAX)
TYPE(i16, int16_t, 0, 1, -1, 0x80, INT16_MIN, INT16_MAX)
TYPE(i32, int32_t, 0, 1, -1, 0x8000, INT32_MIN, INT32_MAX)
TYPE(i64, int64_t, 0, 1, -1, INT32_MIN, INT64_MIN, INT64_MAX)
TYPE(f32, float, 0, -0.0f, 1, -1, NAN, -NAN, INFINITY, -INFINITY, 1e-45f, 3.4e38f)
TYPE(f64, double, 0, -0.0, 1, -1, NAN, -NAN, INFINITY, -INFINITY, 5e-324, 1.7e308)

static const struct type *const types[] = {&type_u8,  &type_u16, &type_u32, &type_u64, &type_i8,
                                           &type_i16, &type_i32, &type_i64, &type_f32, &type_f64};
enum { TYPES = sizeof types / sizeof types[0], RELATIONS = 6 };

/* Makes element i of b one that is often equal to that of a, or near it, and both of interest. */
static void relate(prop *p, const struct type *type, unsigned char *a, unsigned char *b)
{
    const unsigned char *special = type->special;
    uint64_t kind = prop_draw(p, 7);
    if (kind >= 4)
        memcpy(a, special + prop_draw(p, type->specials - 1) * type->size, type->size);
    if (kind >= 6)
        memcpy(b, special + prop_draw(p, type->specials - 1) * type->size, type->size);
    else if (kind % 2)
        memcpy(b, a, type->size);
    if (kind == 3)
        b[prop_draw(p, type->size - 1)] ^= (unsigned char)(1u << prop_draw(p, 7));
}

static const struct type *the_type;

static bool comparison_is_right(prop *p)
{
    const struct type *type = the_type;
    const struct relation *relation = &type->relations[prop_draw(p, RELATIONS - 1)];
    bool value = prop_draw(p, 1);
    size_t n = draw_count(p), step = value ? 0 : type->size; /* from one of b to the next */
    unsigned char *a = place_array(&left, p, n, type->size);
    unsigned char *b = place_array(&right, p, value ? 1 : n, type->size);
    unsigned char *dst = arena_place(&to, p, n), *twin = arena_twin(&to, dst);
    for (int related = 0; n && related < 20; related++) {
        size_t i = (size_t)prop_draw(p, n - 1);
        relate(p, type, a + i * type->size, b + i * step);
    }
    arena_mirror(&left);
    arena_mirror(&right);
    for (size_t i = 0; i < n; i++)
        ref_put(twin, i, relation->holds(a + i * type->size, b + i * step));
    if (value)
        relation->value(dst, a, n, b);
    else
        relation->arrays(dst, a, b, n);
    prop_show(p, "%s%s, n = %zu", relation->name, value ? " with a value" : "", n);
    return arena_agrees(&to, p) && arena_agrees(&left, p) && arena_agrees(&right, p);
}

/* Compares both ways, and each bit with the reference; the bits past n must stay. */
static void compare_here(const struct type *type, const struct relation *relation, void *dst,
                         const unsigned char *a, const unsigned char *b, size_t n)
{
    unsigned char expected[MAX_N / 8];
    size_t nbytes = (n + 7) / 8, size = type->size;
    memcpy(expected, dst, nbytes);
    for (size_t i = 0; i < n; i++)
        ref_put(expected, i, relation->holds(a + i * size, b + i * size));
    relation->arrays(dst, a, b, n);
    ck_assert_msg(memcmp(dst, expected, nbytes) == 0, "%s, n = %zu", relation->name, n);
    if (n == 0)
        return;
    for (size_t i = 0; i < n; i++)
        ref_put(expected, i, relation->holds(a + i * size, b));
    relation->value(dst, a, n, b);
    ck_assert_msg(memcmp(dst, expected, nbytes) == 0, "%s with a value, n = %zu", relation->name,
                  n);
}

/* All numbers of interest with each other, in all places of a vector. */
static void compare_all_specials(const struct type *type, const struct relation *relation)
{
    const unsigned char *special = type->special;
    size_t size = type->size, specials = type->specials, n = 150;
    for (size_t first = 0; first < specials * specials; first++) {
        for (size_t i = 0; i < n; i++) {
            size_t k = first + i;
            memcpy(left.start + i * size, special + k % specials * size, size);
            memcpy(right.start + i * size, special + k / specials % specials * size, size);
        }
        compare_here(type, relation, to.start, left.start, right.start, n);
    }
}

/* All short lengths, right before and right after an unreadable page. */
static void compare_all_lengths(const struct type *type, const struct relation *relation)
{
    for (size_t n = 0; n <= 150; n++) {
        size_t size = n * type->size;
        unsigned char *dst = to.end - (n + 7) / 8, *a = left.end - size, *b = right.end - size;
        for (size_t i = 0; i < size; i++) {
            a[i] = left.start[i] = (unsigned char)(i * 37 + n);
            b[i] = right.start[i] = (unsigned char)(i * i * 29 + n);
        }
        memset(dst, (int)(n * 0x35 + 0xa5), (n + 7) / 8);
        compare_here(type, relation, dst, a, b, n);
        compare_here(type, relation, to.start, left.start, right.start, n);
    }
}

START_TEST(comparisons_are_right)
{
    isa_for_test(_i);
    arenas_new(all, 8 * MAX_N * MAX_SIZE);
    for (size_t t = 0; t < TYPES; t++) {
        the_type = types[t];
        for (size_t r = 0; r < RELATIONS; r++) {
            compare_all_specials(the_type, &the_type->relations[r]);
            compare_all_lengths(the_type, &the_type->relations[r]);
        }
        PROP_CHECK(comparison_is_right);
    }
    arenas_free(all);
}
END_TEST

START_TEST(nothing_is_touched_for_0)
{
    isa_for_test(_i);
    for (size_t t = 0; t < TYPES; t++)
        for (size_t r = 0; r < RELATIONS; r++) {
            types[t]->relations[r].arrays(NULL, NULL, NULL, 0);
            types[t]->relations[r].value(NULL, NULL, 0, types[t]->special);
        }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("values");
    TCase *tcase = add_case(suite, "values");
    add_test_for_each_isa(tcase, comparisons_are_right);
    add_test_for_each_isa(tcase, nothing_is_touched_for_0);
    return run_suite(suite);
}
