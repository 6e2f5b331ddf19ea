/* null.c: a pointer through which nothing is read or written may be NULL, and nothing is computed
 * from it.
 *
 * NULL + 0 and memcpy of 0 bytes at NULL are undefined in C. UndefinedBehaviorSanitizer reports
 * both, so this program finds most if library and program are built with it. Without it, it shows
 * that no memory is touched, and that the result is right. tests/scripts/names.sh fails if a
 * function is missing here. */
#include "harness/isas.h"
#include "harness/reference.h"
#include <bitmill.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/matrix.h>
#include <bitmill/bits/positional.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/search.h>
#include <bitmill/bits/ternary.h>
#include <bitmill/bits/text.h>
#include <string.h>

/* ---- Sizes of 0: no pointer is looked at. The sizes are volatile, so that the functions are those
 * of the library. ---- */

static volatile size_t none = 0;

#define BMILL_OP(name, shape, bit, vector, summary)                                  \
    static size_t call_##name(void *dst, const void *a, const void *b, size_t nbits) \
        CALL_OF_SHAPE(shape, bmill_bits_##name)
#include "tables/ops.def"

START_TEST(no_bits_of_tables)
{
    isa_for_test(_i);
#define BMILL_OP(name, shape, bit, vector, summary) \
    ck_assert_uint_eq(call_##name(NULL, NULL, NULL, none), BMILL_KIND(shape) == KIND_NONE);
#include "tables/ops.def"
}
END_TEST

START_TEST(no_bits)
{
    isa_for_test(_i);
    ck_assert(bmill_bits_jaccard(NULL, NULL, none) == 1);
    ck_assert(bmill_bits_dice(NULL, NULL, none) == 1);
    ck_assert(bmill_bits_containment(NULL, NULL, none) == 1);
    ck_assert_int_eq(bmill_bits_compare_lexicographic(NULL, NULL, none), 0);
    ck_assert_int_eq(bmill_bits_compare_numeric(NULL, NULL, none), 0);
    for (size_t from = 0; from < 1000; from += 333) {
        ck_assert_uint_eq(bmill_bits_find_next_set(NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_next_clear(NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_next_and(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_next_or(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_next_xor(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_next_andnot(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_previous_set(NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_previous_clear(NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_previous_and(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_previous_or(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_previous_xor(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_find_previous_andnot(NULL, NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_select(NULL, none, from), 0);
        ck_assert_uint_eq(bmill_bits_select_clear(NULL, none, from), 0);
    }
}
END_TEST

/* Nothing at or after `from`, or before it: the bitmap has bits, but none that are looked at. */
START_TEST(no_bits_from_there)
{
    enum { N = 300 };
    isa_for_test(_i);
    for (size_t from = N; from < 1000; from += 350) {
        ck_assert_uint_eq(bmill_bits_find_next_set(NULL, N, from), N);
        ck_assert_uint_eq(bmill_bits_find_next_clear(NULL, N, from), N);
        ck_assert_uint_eq(bmill_bits_find_next_and(NULL, NULL, N, from), N);
        ck_assert_uint_eq(bmill_bits_find_next_or(NULL, NULL, N, from), N);
        ck_assert_uint_eq(bmill_bits_find_next_xor(NULL, NULL, N, from), N);
        ck_assert_uint_eq(bmill_bits_find_next_andnot(NULL, NULL, N, from), N);
        ck_assert_uint_eq(bmill_bits_find_next_set_run(NULL, N, from, 70, 1), N);
        ck_assert_uint_eq(bmill_bits_find_next_clear_run(NULL, N, from, 7, 1), N);
        bmill_bits_insert_range(NULL, N, from, 5);
        bmill_bits_delete_range(NULL, N, from, 5);
    }
    ck_assert_uint_eq(bmill_bits_find_previous_set(NULL, N, none), N);
    ck_assert_uint_eq(bmill_bits_find_previous_clear(NULL, N, none), N);
    ck_assert_uint_eq(bmill_bits_find_previous_and(NULL, NULL, N, none), N);
    ck_assert_uint_eq(bmill_bits_find_previous_or(NULL, NULL, N, none), N);
    ck_assert_uint_eq(bmill_bits_find_previous_xor(NULL, NULL, N, none), N);
    ck_assert_uint_eq(bmill_bits_find_previous_andnot(NULL, NULL, N, none), N);
}
END_TEST

/* ---- range.h ---- */

START_TEST(no_range)
{
    isa_for_test(_i);
    for (size_t first = 0; first < 1000; first += 77) {
        bmill_bits_set_range(NULL, first, none);
        bmill_bits_clear_range(NULL, first, none);
        bmill_bits_flip_range(NULL, first, none);
        bmill_bits_modify_range(NULL, first, none, first & 1);
        bmill_bits_write(NULL, first, none, 42);
        ck_assert_uint_eq(bmill_bits_read(NULL, first, none), 0);
        ck_assert_uint_eq(bmill_bits_count_range(NULL, first, none), 0);
        ck_assert(!bmill_bits_any_range(NULL, first, none));
        ck_assert(bmill_bits_all_range(NULL, first, none));
        ck_assert(bmill_bits_none_range(NULL, first, none));
        bmill_bits_copy(NULL, first, NULL, 3 * first, none);
    }
}
END_TEST

/* Runs of no bits, and runs that are longer than the rest of the bitmap. */
START_TEST(no_run)
{
    isa_for_test(_i);
    for (size_t length = 0; length < 200; length += 33)
        for (size_t alignment = 0; alignment <= 9; alignment = alignment ? 3 * alignment : 1) {
            ck_assert_uint_eq(bmill_bits_find_first_set_run(NULL, none, length, alignment), 0);
            ck_assert_uint_eq(bmill_bits_find_first_clear_run(NULL, none, length, alignment), 0);
            ck_assert_uint_eq(bmill_bits_find_first_set_run(NULL, 300, none, alignment), 0);
            ck_assert_uint_eq(bmill_bits_find_first_clear_run(NULL, 300, none, alignment), 0);
            ck_assert_uint_eq(bmill_bits_find_next_set_run(NULL, 300, 45, none, alignment), 45);
            ck_assert_uint_eq(bmill_bits_find_next_clear_run(NULL, 300, 45, none, alignment), 45);
            ck_assert_uint_eq(bmill_bits_find_next_set_run(NULL, 300, 290, 60, alignment), 300);
            ck_assert_uint_eq(bmill_bits_find_next_clear_run(NULL, 300, 290, 60, alignment), 300);
            ck_assert_uint_eq(bmill_bits_find_next_clear_run(NULL, 300, 290, 11, alignment), 300);
        }
}
END_TEST

/* ---- iterate.h ---- */

START_TEST(nothing_to_iterate)
{
    bmill_bits_iterator it;
    bmill_bits_run run;
    size_t i, n = 0;
    isa_for_test(_i);
    for (size_t from = 0; from < 1000; from += 70)
        for (size_t nbits = 0; nbits <= from; nbits += 70) { /* `from` is at or past the end */
            it = bmill_bits_iterate_set(NULL, nbits, from);
            ck_assert(!bmill_bits_next(&it, &i) && !bmill_bits_next_run(&it, &run));
            it = bmill_bits_iterate_clear(NULL, nbits, from);
            ck_assert(!bmill_bits_next_run(&it, &run) && !bmill_bits_next(&it, &i));
        }
    BMILL_FOR_EACH_SET (k, NULL, none)
        n++;
    BMILL_FOR_EACH_CLEAR (k, NULL, none)
        n++;
    BMILL_FOR_EACH_SET_RUN (k, NULL, none)
        n += k.count;
    BMILL_FOR_EACH_CLEAR_RUN (k, NULL, none)
        n += k.count;
    ck_assert_uint_eq(n, 0);
}
END_TEST

/* ---- index.h ---- */

/* Bitmaps of all lengths that have another way in decode, without a 1 bit. */
static const size_t lengths[] = {1, 9, 64, 100, 512, 513, 2048, 5000, 70000};
enum { LENGTHS = sizeof lengths / sizeof lengths[0], MAX_BITS = 70000, MAX_N = 1200 };
static unsigned char zeros[MAX_N * 8]; /* room for MAX_N elements of 8 bytes, or MAX_BITS bits */
_Static_assert(MAX_BITS / 8 <= MAX_N * 8, "zeros holds MAX_BITS bits");

#define DECODE(N)                                                                                 \
    {                                                                                             \
        size_t from;                                                                              \
        ck_assert_uint_eq(bmill_bits_decode_u##N(NULL, NULL, none, 9, NULL, 0), 0);               \
        for (size_t k = 0; k < LENGTHS; k++) {                                                    \
            size_t n = lengths[k];                                                                \
            for (size_t capacity = 0; capacity <= 2 * n; capacity += n) {                         \
                from = 0; /* nothing is found */                                                  \
                ck_assert_uint_eq(bmill_bits_decode_u##N(NULL, zeros, n, capacity, &from, 0), 0); \
                ck_assert_uint_eq(from, capacity ? n : 0);                                        \
                from = n + k; /* nothing is looked at */                                          \
                ck_assert_uint_eq(bmill_bits_decode_u##N(NULL, NULL, n, capacity, &from, 0), 0);  \
                ck_assert_uint_eq(from, n);                                                       \
            }                                                                                     \
            from = n / 2;                                                                         \
            ck_assert_uint_eq(bmill_bits_decode_u##N(NULL, NULL, n, none, &from, 0), 0);          \
            ck_assert_uint_eq(from, n / 2);                                                       \
        }                                                                                         \
    }
START_TEST(nothing_to_decode)
{
    isa_for_test(_i);
    DECODE(16)
    DECODE(32)
    DECODE(64)
}
END_TEST

#define INDICES(N)                                                                                \
    {                                                                                             \
        static const uint##N##_t no_runs[] = {1, 0, 7, 0};                                        \
        bmill_bits_set_indices_u##N(NULL, NULL, none);                                            \
        bmill_bits_clear_indices_u##N(NULL, NULL, none);                                          \
        bmill_bits_flip_indices_u##N(NULL, NULL, none);                                           \
        for (size_t nbits = 0; nbits < 200; nbits += 100) {                                       \
            ck_assert_uint_eq(bmill_bits_set_indices_checked_u##N(NULL, NULL, nbits, none), 0);   \
            ck_assert_uint_eq(bmill_bits_clear_indices_checked_u##N(NULL, NULL, nbits, none), 0); \
            ck_assert_uint_eq(bmill_bits_flip_indices_checked_u##N(NULL, NULL, nbits, none), 0);  \
        }                                                                                         \
        /* The first index is too large: bits are not looked at. */                               \
        ck_assert_uint_eq(bmill_bits_set_indices_checked_u##N(NULL, no_runs, 1, 4), 0);           \
        ck_assert_uint_eq(bmill_bits_clear_indices_checked_u##N(NULL, no_runs, none, 4), 0);      \
        ck_assert_uint_eq(bmill_bits_flip_indices_checked_u##N(NULL, no_runs, 1, 4), 0);          \
        ck_assert_uint_eq(bmill_bits_runs_from_indices_u##N(NULL, NULL, none), 0);                \
        ck_assert_uint_eq(bmill_bits_indices_from_runs_u##N(NULL, NULL, none, 0), 0);             \
        ck_assert_uint_eq(bmill_bits_indices_from_runs_u##N(NULL, NULL, none, 100), 0);           \
        ck_assert_uint_eq(bmill_bits_indices_from_runs_u##N(NULL, no_runs, 2, 100), 0);           \
        ck_assert_uint_eq(                                                                        \
            bmill_bits_indices_from_runs_u##N(NULL, (const uint##N##_t[]){3, 40}, 1, none), 40);  \
    }
START_TEST(no_indices)
{
    isa_for_test(_i);
    INDICES(16)
    INDICES(32)
    INDICES(64)
}
END_TEST

/* ---- pack.h, values.h ---- */

#define COMPARE(R, T)                             \
    bmill_bits_##R##_##T(NULL, NULL, NULL, none); \
    bmill_bits_##R##_value_##T(NULL, NULL, none, 0);
#define COMPARES(T) \
    COMPARE(eq, T)  \
    COMPARE(ne, T) COMPARE(lt, T) COMPARE(le, T) COMPARE(gt, T) COMPARE(ge, T)
START_TEST(no_values)
{
    isa_for_test(_i);
    bmill_bits_pack(NULL, NULL, none);
    bmill_bits_pack_msb(NULL, NULL, none);
    bmill_bits_unpack(NULL, NULL, none);
    bmill_bits_unpack_msb(NULL, NULL, none);
    bmill_bits_reverse_in_bytes(NULL, NULL, none);
    COMPARES(u8)
    COMPARES(u16)
    COMPARES(u32)
    COMPARES(u64)
    COMPARES(i8)
    COMPARES(i16)
    COMPARES(i32)
    COMPARES(i64)
    COMPARES(f32)
    COMPARES(f64)
}
END_TEST

/* A mask that selects nothing: filter writes nothing, expand reads nothing. */
#define FILTER_AND_EXPAND(T, type)                                            \
    {                                                                         \
        static type a[MAX_N], dst[MAX_N];                                     \
        ck_assert_uint_eq(bmill_bits_filter_##T(NULL, NULL, NULL, none), 0);  \
        ck_assert_uint_eq(bmill_bits_expand_##T(NULL, NULL, NULL, none), 0);  \
        for (size_t n = 1; n <= MAX_N; n += 1 + n / 64) {                     \
            ck_assert_uint_eq(bmill_bits_filter_##T(NULL, a, zeros, n), 0);   \
            ck_assert_uint_eq(bmill_bits_filter_##T(dst, NULL, zeros, n), 0); \
            memset(dst, 0xff, sizeof dst);                                    \
            ck_assert_uint_eq(bmill_bits_expand_##T(dst, NULL, zeros, n), 0); \
            ck_assert(memcmp(dst, zeros, n * sizeof *dst) == 0);              \
        }                                                                     \
    }
START_TEST(nothing_selected)
{
    isa_for_test(_i);
    FILTER_AND_EXPAND(u8, uint8_t)
    FILTER_AND_EXPAND(u16, uint16_t)
    FILTER_AND_EXPAND(u32, uint32_t)
    FILTER_AND_EXPAND(u64, uint64_t)
}
END_TEST

/* ---- move.h ---- */

START_TEST(nothing_to_move)
{
    static unsigned char dst[MAX_N / 8];
    isa_for_test(_i);
    for (size_t n = 0; n < 200; n += 33) {
        bmill_bits_shift_left(NULL, NULL, none, n);
        bmill_bits_shift_right(NULL, NULL, none, n);
        bmill_bits_rotate_left(NULL, NULL, none, n);
        bmill_bits_rotate_right(NULL, NULL, none, n);
        bmill_bits_insert_range(NULL, none, n, n);
        bmill_bits_delete_range(NULL, none, n, n);
        bmill_bits_insert_range(NULL, 300, n, none);
        bmill_bits_delete_range(NULL, 300, n, none);
    }
    bmill_bits_reverse(NULL, NULL, none);
    bmill_bits_interleave(NULL, NULL, NULL, none);
    bmill_bits_deinterleave(NULL, NULL, NULL, none);
    ck_assert_uint_eq(bmill_bits_pext(NULL, NULL, NULL, none), 0);
    ck_assert_uint_eq(bmill_bits_pdep(NULL, NULL, NULL, none), 0);
    for (size_t n = 1; n <= MAX_N; n += 1 + n / 32) {
        memset(dst, 0xff, sizeof dst);
        bmill_bits_shift_left(dst, NULL, n, n); /* nothing of `a` stays */
        bmill_bits_shift_right(dst, NULL, n, n + 7);
        ck_assert(bmill_bits_none(dst, n));
        ck_assert_uint_eq(bmill_bits_pext(NULL, zeros, zeros, n), 0);
        bmill_bits_set_range(dst, 0, n);
        ck_assert_uint_eq(bmill_bits_pdep(dst, NULL, zeros, n), 0);
        ck_assert(bmill_bits_none(dst, n));
    }
}
END_TEST

/* ---- The headers that <bitmill.h> leaves out. ---- */

#define NO_MAPS(...)                                   \
    {                                                  \
        const void *const *maps = NULL;                \
        const void *const nulls[5] = {0};              \
        size_t nmaps = 0, nbits = 0;                   \
        void *dst = NULL;                              \
        __VA_ARGS__; /* no bits of no maps */          \
        maps = nulls;                                  \
        for (nmaps = 1; nmaps <= 5; nmaps++) {         \
            __VA_ARGS__; /* no bits of some */         \
        }                                              \
        dst = to;                                      \
        nmaps = 0;                                     \
        maps = NULL;                                   \
        for (nbits = 1; nbits <= MAX_N; nbits += 99) { \
            __VA_ARGS__; /* some bits of no maps */    \
        }                                              \
    }
START_TEST(no_maps)
{
    static unsigned char to[MAX_N / 8 + 1];
    isa_for_test(_i);
    NO_MAPS(bmill_bits_and_many(dst, maps, nmaps, nbits))
    NO_MAPS(bmill_bits_or_many(dst, maps, nmaps, nbits))
    NO_MAPS(bmill_bits_xor_many(dst, maps, nmaps, nbits))
    for (size_t k = 0; k < 7; k++) {
        NO_MAPS(bmill_bits_at_least(dst, maps, nmaps, nbits, k))
        NO_MAPS(bmill_bits_exactly(dst, maps, nmaps, nbits, k))
    }
    for (size_t n = 1; n <= MAX_N; n += 99) { /* what does not depend on the maps */
        bmill_bits_at_least(to, NULL, 3, n, none);
        ck_assert(bmill_bits_all(to, n));
        bmill_bits_at_least(to, NULL, 3, n, 4);
        ck_assert(bmill_bits_none(to, n));
        bmill_bits_exactly(to, NULL, 3, n, 4);
        ck_assert(bmill_bits_none(to, n));
    }
}
END_TEST

START_TEST(no_bits_of_three)
{
    isa_for_test(_i);
    bmill_bits_mux(NULL, NULL, NULL, NULL, none);
    bmill_bits_majority(NULL, NULL, NULL, NULL, none);
    for (unsigned table = 0; table < 256; table++) {
        bmill_bits_ternary(NULL, NULL, NULL, NULL, none, table);
        ck_assert_uint_eq(bmill_bits_ternary_count(NULL, NULL, NULL, none, table), 0);
        ck_assert(!bmill_bits_ternary_any(NULL, NULL, NULL, none, table));
    }
}
END_TEST

#define NO_ELEMENTS(N)                                        \
    {                                                         \
        size_t counts[N];                                     \
        bmill_bits_shuffle_u##N(NULL, NULL, none);            \
        bmill_bits_unshuffle_u##N(NULL, NULL, none);          \
        memset(counts, 0xff, sizeof counts);                  \
        bmill_bits_positional_count_u##N(counts, NULL, none); \
        for (size_t k = 0; k < N; k++)                        \
            ck_assert_uint_eq(counts[k], 0);                  \
    }
START_TEST(no_elements)
{
    isa_for_test(_i);
    NO_ELEMENTS(8)
    NO_ELEMENTS(16)
    NO_ELEMENTS(32)
    NO_ELEMENTS(64)
    for (size_t n = 0; n <= 1024; n += 64) {
        bmill_bits_transpose(NULL, n / 8, NULL, n / 8, n, none);
        bmill_bits_transpose(NULL, n / 8, NULL, n / 8, none, n);
    }
}
END_TEST

START_TEST(nothing_at_random)
{
    isa_for_test(_i);
    for (unsigned m = 0; m < 70; m += 7) {
        bmill_bits_random(NULL, none, m, m, 42);
        bmill_bits_random_exactly(NULL, none, m, 42);
    }
}
END_TEST

START_TEST(no_pattern)
{
    isa_for_test(_i);
    for (size_t nbits = 0; nbits < 700; nbits += 50) {
        ck_assert_uint_eq(bmill_bits_find_first_pattern(NULL, NULL, nbits, none), 0);
        ck_assert_uint_eq(bmill_bits_find_next_pattern(NULL, NULL, nbits, nbits, none), nbits);
        ck_assert_uint_eq(bmill_bits_find_next_pattern(NULL, NULL, nbits, nbits / 2, none),
                          nbits / 2);
        ck_assert_uint_eq(bmill_bits_count_pattern(NULL, NULL, nbits, none), nbits + 1);
        /* longer than the bitmap, or than the rest of it */
        ck_assert_uint_eq(bmill_bits_find_first_pattern(NULL, NULL, nbits, nbits + 1), nbits);
        ck_assert_uint_eq(bmill_bits_count_pattern(NULL, NULL, nbits, nbits + 1), 0);
        ck_assert_uint_eq(bmill_bits_find_next_pattern(NULL, NULL, nbits, nbits + 1, 5), nbits);
    }
}
END_TEST

#define NO_TEXT(format, parse)                                                          \
    {                                                                                   \
        char text[8] = "x";                                                             \
        unsigned char bits[MAX_N / 8];                                                  \
        size_t error = 42;                                                              \
        ck_assert_uint_eq(format(NULL, none, NULL, none), 0);                           \
        ck_assert_uint_eq(format(text, 1, NULL, none), 0);                              \
        ck_assert_str_eq(text, "");                                                     \
        ck_assert_uint_eq(format(text, sizeof text, NULL, none), 0);                    \
        for (size_t n = 1; n < 300; n += 7) {                                           \
            size_t length = format(NULL, none, zeros, n); /* how long is it? */         \
            ck_assert(length > 0 || format == bmill_bits_format_ranges);                \
            text[0] = 'x';                                                              \
            ck_assert_uint_eq(format(text, 1, zeros, n), length);                       \
            ck_assert_str_eq(text, "");                                                 \
        }                                                                               \
        ck_assert(parse(NULL, none, NULL, none, NULL));                                 \
        ck_assert(parse(NULL, none, NULL, none, &error));                               \
        ck_assert(parse == bmill_bits_parse_ranges || parse(NULL, none, "0", 1, NULL)); \
        ck_assert(!parse(NULL, none, "x", 1, NULL));                                    \
        ck_assert_uint_eq(error, 42);                                                   \
        for (size_t n = 1; n <= MAX_N; n += 99) {                                       \
            memset(bits, 0xff, sizeof bits);                                            \
            ck_assert(parse(bits, n, NULL, none, NULL)); /* no text: all zeros */       \
            ck_assert(bmill_bits_none(bits, n));                                        \
            ck_assert(!parse(NULL, n, "x", 1, &error)); /* nothing is changed */        \
            ck_assert_uint_eq(error, 0);                                                \
        }                                                                               \
    }
START_TEST(no_text)
{
    isa_for_test(_i);
    NO_TEXT(bmill_bits_format_binary, bmill_bits_parse_binary)
    NO_TEXT(bmill_bits_format_binary_msb, bmill_bits_parse_binary_msb)
    NO_TEXT(bmill_bits_format_hex, bmill_bits_parse_hex)
    NO_TEXT(bmill_bits_format_hex_msb, bmill_bits_parse_hex_msb)
    NO_TEXT(bmill_bits_format_ranges, bmill_bits_parse_ranges)
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("null");
    TCase *tcase = add_case(suite, "null");
    add_test_for_each_isa(tcase, no_bits_of_tables);
    add_test_for_each_isa(tcase, no_bits);
    add_test_for_each_isa(tcase, no_bits_from_there);
    add_test_for_each_isa(tcase, no_range);
    add_test_for_each_isa(tcase, no_run);
    add_test_for_each_isa(tcase, nothing_to_iterate);
    add_test_for_each_isa(tcase, nothing_to_decode);
    add_test_for_each_isa(tcase, no_indices);
    add_test_for_each_isa(tcase, no_values);
    add_test_for_each_isa(tcase, nothing_selected);
    add_test_for_each_isa(tcase, nothing_to_move);
    add_test_for_each_isa(tcase, no_maps);
    add_test_for_each_isa(tcase, no_bits_of_three);
    add_test_for_each_isa(tcase, no_elements);
    add_test_for_each_isa(tcase, nothing_at_random);
    add_test_for_each_isa(tcase, no_pattern);
    add_test_for_each_isa(tcase, no_text);
    return run_suite(suite);
}
