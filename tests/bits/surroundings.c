/* surroundings.c: the bits around a bitmap never reach the result of a function.
 *
 * Each public function of the bits layer is called several times with the same bits and different
 * surroundings: memory as malloc returns it, 0 bits, 1 bits, noise. The results must be equal. The
 * program also branches on each result, so that valgrind and MemorySanitizer, which follow single
 * bits, report a result that depends on memory that was never written. tests/scripts/names.sh fails
 * if a function is missing here. */
#include "harness/isas.h"
#include "harness/reference.h"
#include <bitmill.h>
#include <bitmill/bits/atomic.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/matrix.h>
#include <bitmill/bits/positional.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/search.h>
#include <bitmill/bits/ternary.h>
#include <bitmill/bits/text.h>
#include <stdlib.h>
#include <string.h>

/* ---- A trial: a function, what it is given, and what it returned. ---- */

enum surroundings { UNWRITTEN, ZEROS, ONES, NOISE, SURROUNDINGS };
enum content { MIXED, ALL_ZEROS, ALL_ONES, SPARSE, CONTENTS };

enum { MARGIN = 96, MAX_BLOCKS = 16 };

/* The bits of a trial are those from `first` on, `count` of them; they end before bit `end`. */
static struct trial {
    size_t first, count, end;
    enum content content;
    enum surroundings surroundings;
    uint64_t random, digest;
    unsigned odd;
    unsigned char *blocks[MAX_BLOCKS];
    size_t nblocks;
} t;

static uint64_t next_random(void)
{
    t.random = t.random * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
    return t.random >> 32;
}

/* The compiler must not know that this is malloc, or it may replace reads of memory that was never
 * written. */
static void *(*volatile allocate)(size_t size) = malloc;

/* Memory of `size` bytes with margins, all of it surroundings so far, aligned for any number. */
static unsigned char *block(size_t size)
{
    unsigned char *p = allocate(size + 2 * MARGIN);
    ck_assert_ptr_nonnull(p);
    ck_assert(t.nblocks < MAX_BLOCKS);
    t.blocks[t.nblocks++] = p;
    if (t.surroundings == NOISE)
        for (size_t i = 0; i < size + 2 * MARGIN; i++)
            p[i] = (unsigned char)(rand() >> 5); /* not of t.random, which makes the contents */
    else if (t.surroundings != UNWRITTEN)
        memset(p, t.surroundings == ONES ? 0xff : 0, size + 2 * MARGIN);
    return p + MARGIN / 2;
}

static unsigned content_byte(void)
{
    uint64_t x = next_random();
    switch (t.content) {
    case MIXED:
        return x & 0xff;
    case SPARSE:
        return x >> 8 & 31 ? 0 : x & 0xff;
    default:
        return t.content == ALL_ONES ? 0xff : 0;
    }
}

/* Writes bits first to end - 1 of p. The other bits of their bytes stay, and if they were never
 * written, they are still so for valgrind and MSan: volatile, as of (old & ~mask) | (new & mask)
 * compilers make old ^ ((old ^ new) & mask), which is undefined as a whole in their eyes. */
static void put_content(unsigned char *p, size_t first, size_t end)
{
    for (size_t i = first; i < end;) {
        size_t stop = i - i % 8 + 8 < end ? i - i % 8 + 8 : end;
        unsigned mask = (0xffu << i % 8) & (0xffu >> (7 - (stop - 1) % 8));
        volatile unsigned kept = p[i / 8] & ~mask;
        p[i / 8] = (unsigned char)(kept | (content_byte() & mask));
        i = stop;
    }
}

/* A bitmap at an address that depends on the trial only. Its bits first to end - 1 have contents.
 */
static unsigned char *bits_from(size_t first, size_t end)
{
    unsigned char *p = block(end / 8 + 1) + t.first % 7;
    put_content(p, first, end);
    return p;
}
static unsigned char *bits(size_t nbits) { return bits_from(0, nbits); }

/* An array whose elements all have contents. */
static void *array(size_t bytes)
{
    unsigned char *p = block(bytes);
    put_content(p, 0, 8 * bytes);
    return p;
}

/* Memory for results. */
static void *room(size_t bytes) { return block(bytes); }

/* A result. A bit of x that is undefined makes one of the digest undefined, for good, as the factor
 * is odd; and the branch depends on all bits of the digest. */
static void see(uint64_t x)
{
    t.digest = x = (t.digest ^ x) * 0x9e3779b97f4a7c15;
    for (unsigned n = 32; n > 0; n /= 2)
        x ^= x >> n;
    if (x & 1)
        t.odd++;
}

static void see_bits(const void *p_, size_t first, size_t count)
{
    const unsigned char *p = p_;
    for (size_t i = first; i < first + count;) {
        size_t stop = i - i % 8 + 8 < first + count ? i - i % 8 + 8 : first + count;
        see(p[i / 8] & (0xffu << i % 8) & (0xffu >> (7 - (stop - 1) % 8)));
        i = stop;
    }
}
static void see_bytes(const void *p, size_t bytes) { see_bits(p, 0, 8 * bytes); }

/* A double is a result by its bits. */
static void see_double(double x)
{
    uint64_t bits_of_x;
    memcpy(&bits_of_x, &x, sizeof x);
    see(bits_of_x);
}

/* ---- The rows of ops.def ---- */

typedef size_t any_shape(void *dst, const void *a, const void *b, size_t nbits);

static void try_row(enum bmill_kind kind, int inputs, any_shape *call)
{
    bool stores = kind == KIND_MAP || kind == KIND_WITH;
    void *dst = stores ? room(t.end / 8 + 1) : NULL;
    const void *a = bits(t.end), *b = inputs == 2 ? bits(t.end) : NULL;
    see(call(dst, a, b, t.end));
    if (stores)
        see_bits(dst, 0, t.end);
}

#define BMILL_OP(name, shape, bit, vector, summary)                                  \
    static size_t call_##name(void *dst, const void *a, const void *b, size_t nbits) \
        CALL_OF_SHAPE(shape, bmill_bits_##name) static void try_##name(void)         \
    {                                                                                \
        try_row(BMILL_KIND(shape), BMILL_INPUTS(shape), call_##name);                \
    }
#include "tables/ops.def"

/* ---- The others, by headers. A part of a bitmap begins at t.first. ---- */

static void try_one_bit(void)
{
    unsigned char *p = bits_from(t.first, t.first + 1);
    see(bmill_bits_is_set(p, t.first));
    bmill_bits_flip(p, t.first);
    see(bmill_bits_test_and_set(p, t.first));
    see(bmill_bits_test_and_clear(p, t.first));
    see(bmill_bits_test_and_flip(p, t.first));
    bmill_bits_modify(p, t.first, t.count & 1);
    see_bits(p, t.first, 1);
    bmill_bits_set(p, t.first);
    see_bits(p, t.first, 1);
    bmill_bits_clear(p, t.first);
    see_bits(p, t.first, 1);
}
/* All bits of the byte have contents: without an instruction for it, as on x86-64, a compiler makes
 * fetch_or a loop that compares the byte, and valgrind reports it. */
static void try_atomic(void)
{
    unsigned char *p = bits_from(t.first / 8 * 8, t.first / 8 * 8 + 8);
    see(bmill_bits_atomic_is_set(p, t.first));
    bmill_bits_atomic_flip(p, t.first);
    see(bmill_bits_atomic_test_and_set(p, t.first));
    see(bmill_bits_atomic_test_and_clear(p, t.first));
    see(bmill_bits_atomic_test_and_flip(p, t.first));
    bmill_bits_atomic_modify(p, t.first, t.count & 1);
    see_bits(p, t.first, 1);
    bmill_bits_atomic_set(p, t.first);
    see_bits(p, t.first, 1);
    bmill_bits_atomic_clear(p, t.first);
    see_bits(p, t.first, 1);
}

#define SIMILARITY(f)                         \
    {                                         \
        const void *a = bits(t.end);          \
        see_double(f(a, bits(t.end), t.end)); \
    }
static void try_jaccard(void) SIMILARITY(bmill_bits_jaccard) static void try_dice(void)
    SIMILARITY(bmill_bits_dice) static void try_containment(void)
        SIMILARITY(bmill_bits_containment) static void try_compare_lexicographic(void)
{
    const void *a = bits(t.end);
    see((uint64_t)bmill_bits_compare_lexicographic(a, bits(t.end), t.end));
}
static void try_compare_numeric(void)
{
    const void *a = bits(t.end);
    see((uint64_t)bmill_bits_compare_numeric(a, bits(t.end), t.end));
}

#define NEXT1(f) see(f(bits_from(t.first, t.end), t.end, t.first));
#define NEXT2(f)                                              \
    {                                                         \
        const void *a = bits_from(t.first, t.end);            \
        see(f(a, bits_from(t.first, t.end), t.end, t.first)); \
    }
/* All bits at and after `from` are surroundings; t.first of them are in the bitmap. */
#define PREVIOUS1(f) see(f(bits(t.count), t.end, t.count));
#define PREVIOUS2(f)                              \
    {                                             \
        const void *a = bits(t.count);            \
        see(f(a, bits(t.count), t.end, t.count)); \
    }
static void try_find_next_set(void) { NEXT1(bmill_bits_find_next_set) }
static void try_find_next_clear(void) { NEXT1(bmill_bits_find_next_clear) }
static void try_find_next_and(void) { NEXT2(bmill_bits_find_next_and) }
static void try_find_next_or(void) { NEXT2(bmill_bits_find_next_or) }
static void try_find_next_xor(void) { NEXT2(bmill_bits_find_next_xor) }
static void try_find_next_andnot(void) { NEXT2(bmill_bits_find_next_andnot) }
static void try_find_previous_set(void) { PREVIOUS1(bmill_bits_find_previous_set) }
static void try_find_previous_clear(void) { PREVIOUS1(bmill_bits_find_previous_clear) }
static void try_find_previous_and(void) { PREVIOUS2(bmill_bits_find_previous_and) }
static void try_find_previous_or(void) { PREVIOUS2(bmill_bits_find_previous_or) }
static void try_find_previous_xor(void) { PREVIOUS2(bmill_bits_find_previous_xor) }
static void try_find_previous_andnot(void) { PREVIOUS2(bmill_bits_find_previous_andnot) }

#define SELECT(f)                                      \
    {                                                  \
        const void *a = bits(t.end);                   \
        for (size_t k = 0; k <= t.end; k += 1 + k / 2) \
            see(f(a, t.end, k));                       \
    }
static void try_select(void) SELECT(bmill_bits_select) static void try_select_clear(void)
    SELECT(bmill_bits_select_clear)

/* ---- range.h ---- */

#define CHANGE_RANGE(...)                             \
    {                                                 \
        unsigned char *p = bits_from(t.first, t.end); \
        __VA_ARGS__;                                  \
        see_bits(p, t.first, t.count);                \
    }
#define SEE_RANGE(f) see(f(bits_from(t.first, t.end), t.first, t.count));
        static void try_set_range(void)
            CHANGE_RANGE(bmill_bits_set_range(p, t.first,
                                              t.count)) static void try_clear_range(void)
                CHANGE_RANGE(bmill_bits_clear_range(p, t.first,
                                                    t.count)) static void try_flip_range(void)
                    CHANGE_RANGE(bmill_bits_flip_range(p, t.first,
                                                       t.count)) static void try_modify_range(void)
                        CHANGE_RANGE(bmill_bits_modify_range(
                            p, t.first, t.count, t.count & 1)) static void try_count_range(void)
{
    SEE_RANGE(bmill_bits_count_range)
}
static void try_any_range(void) { SEE_RANGE(bmill_bits_any_range) }
static void try_all_range(void) { SEE_RANGE(bmill_bits_all_range) }
static void try_none_range(void) { SEE_RANGE(bmill_bits_none_range) }
static void try_read(void) { SEE_RANGE(bmill_bits_read) }
static void try_write(void)
{
    size_t count = t.count < 64 ? t.count : 64;
    unsigned char *p = room(t.end / 8 + 1);
    bmill_bits_write(p, t.first, count, next_random() * 0x100000001);
    see_bits(p, t.first, count);
}

/* Short and long runs, aligned or not; the bits before `from` are surroundings. */
static const size_t run_lengths[] = {1, 2, 5, 31, 32, 33, 40, 64, 65, 100, 129, 300};
enum { RUN_LENGTHS = sizeof run_lengths / sizeof run_lengths[0] };
#define FIRST_RUN(f)                                                   \
    {                                                                  \
        const void *a = bits(t.end);                                   \
        for (size_t k = 0; k < RUN_LENGTHS; k++)                       \
            for (size_t alignment = 1; alignment < 20; alignment += 7) \
                see(f(a, t.end, run_lengths[k], alignment));           \
    }
#define NEXT_RUN(f)                                                    \
    {                                                                  \
        const void *a = bits_from(t.first, t.end);                     \
        for (size_t k = 0; k < RUN_LENGTHS; k++)                       \
            for (size_t alignment = 1; alignment < 20; alignment += 7) \
                see(f(a, t.end, t.first, run_lengths[k], alignment));  \
    }
static void try_find_first_clear_run(void)
    FIRST_RUN(bmill_bits_find_first_clear_run) static void try_find_first_set_run(void)
        FIRST_RUN(bmill_bits_find_first_set_run) static void try_find_next_clear_run(void)
            NEXT_RUN(bmill_bits_find_next_clear_run) static void try_find_next_set_run(void)
                NEXT_RUN(bmill_bits_find_next_set_run)

/* ---- iterate.h ---- */

#define ITERATE(f)                                                \
    {                                                             \
        const void *a = bits_from(t.first, t.end);                \
        bmill_bits_iterator it = f(a, t.end, t.first), runs = it; \
        bmill_bits_run run;                                       \
        size_t i;                                                 \
        while (bmill_bits_next(&it, &i))                          \
            see(i);                                               \
        while (bmill_bits_next_run(&runs, &run))                  \
            see(run.first), see(run.count);                       \
    }
                    static void try_iterate_set(void)
                        ITERATE(bmill_bits_iterate_set) static void try_iterate_clear(void)
                            ITERATE(bmill_bits_iterate_clear) static void try_for_each(void)
{
    const void *a = bits(t.end);
    BMILL_FOR_EACH_SET (i, a, t.end)
        see(i);
    BMILL_FOR_EACH_CLEAR (i, a, t.end)
        see(i);
    BMILL_FOR_EACH_SET_RUN (run, a, t.end)
        see(run.first + run.count);
    BMILL_FOR_EACH_CLEAR_RUN (run, a, t.end)
        see(run.first + run.count);
}

/* ---- index.h ---- */

#define DECODE(N)                                                                          \
    static void try_decode_u##N(void)                                                      \
    {                                                                                      \
        uint##N##_t *dst = room(t.count * sizeof *dst);                                    \
        const void *a = bits_from(t.first, t.end);                                         \
        for (size_t capacity = 3; capacity < 2 * t.count; capacity *= 13) {                \
            size_t from = t.first, room_left = capacity < t.count ? capacity : t.count, n; \
            while ((n = bmill_bits_decode_u##N(dst, a, t.end, room_left, &from, 5)) != 0)  \
                see(n), see(from), see_bytes(dst, n * sizeof *dst);                        \
        }                                                                                  \
    }
DECODE(16)
DECODE(32)
DECODE(64)

/* Positions that are in the part of the bitmap that has contents; those after it change nothing
 * that is looked at. */
#define INDICES(verb, N)                                                                     \
    static void try_##verb##_indices_u##N(void)                                              \
    {                                                                                        \
        size_t n = t.count < 100 ? t.count : 100;                                            \
        uint##N##_t *indices = room(n * sizeof *indices);                                    \
        unsigned char *p = bits_from(t.first, t.end);                                        \
        for (size_t k = 0; k < n; k++)                                                       \
            indices[k] = (uint##N##_t)(t.first + next_random() % t.count);                   \
        bmill_bits_##verb##_indices_u##N(p, indices, n);                                     \
        see_bits(p, t.first, t.count);                                                       \
        see(bmill_bits_##verb##_indices_checked_u##N(p, indices, t.end, n));                 \
        see(bmill_bits_##verb##_indices_checked_u##N(p, indices, t.first + t.count / 2, n)); \
        see_bits(p, t.first, t.count);                                                       \
    }
INDICES(set, 16)
INDICES(set, 32)
INDICES(set, 64)
INDICES(clear, 16)
INDICES(clear, 32)
INDICES(clear, 64)
INDICES(flip, 16)
INDICES(flip, 32)
INDICES(flip, 64)

#define RUNS(N)                                                                   \
    static void try_runs_u##N(void)                                               \
    {                                                                             \
        size_t n = t.count < 300 ? t.count : 300, nruns;                          \
        uint##N##_t *indices = room(n * sizeof *indices), index = 0;              \
        uint##N##_t *runs = room(2 * n * sizeof *runs);                           \
        for (size_t k = 0; k < n; k++)                                            \
            indices[k] = index = (uint##N##_t)(index + 1 + (content_byte() & 1)); \
        see(nruns = bmill_bits_runs_from_indices_u##N(runs, indices, n));         \
        see_bytes(runs, 2 * nruns * sizeof *runs);                                \
        see(bmill_bits_indices_from_runs_u##N(indices, runs, nruns, n));          \
        see_bytes(indices, n * sizeof *indices);                                  \
    }
RUNS(16)
RUNS(32)
RUNS(64)

/* ---- pack.h, values.h ---- */

#define PACK(f)                                                 \
    {                                                           \
        unsigned char *dst = bits_from(0, 8 * (t.end / 8 + 1)); \
        f(dst, array(t.end), t.end);                            \
        see_bytes(dst, t.end / 8 + (t.end % 8 != 0));           \
    }
#define UNPACK(f)                   \
    {                               \
        void *dst = room(t.end);    \
        f(dst, bits(t.end), t.end); \
        see_bytes(dst, t.end);      \
    }
static void try_pack(void) PACK(bmill_bits_pack) static void try_pack_msb(void)
    PACK(bmill_bits_pack_msb) static void try_unpack(void) UNPACK(bmill_bits_unpack)
    /* With the most significant bit first, the last bits of the bitmap are the high bits of the
     * last byte. */
    static void try_unpack_msb(void)
{
    void *dst = room(t.end);
    unsigned char *a = block(t.end / 8 + 1);
    put_content(a, 0, t.end / 8 * 8);
    if (t.end % 8)
        put_content(a, t.end / 8 * 8 + 8 - t.end % 8, t.end / 8 * 8 + 8);
    bmill_bits_unpack_msb(dst, a, t.end);
    see_bytes(dst, t.end);
}
static void try_reverse_in_bytes(void)
{
    size_t n = t.end / 8;
    void *dst = room(n);
    bmill_bits_reverse_in_bytes(dst, array(n), n);
    see_bytes(dst, n);
}

#define COMPARE(R, T, type)                                                      \
    static void try_##R##_##T(void)                                              \
    {                                                                            \
        void *dst = room(t.end / 8 + 1);                                         \
        const type *a = array(t.end * sizeof *a), *b = array(t.end * sizeof *b); \
        bmill_bits_##R##_##T(dst, a, b, t.end);                                  \
        see_bits(dst, 0, t.end);                                                 \
        bmill_bits_##R##_value_##T(dst, a, t.end, b[0]);                         \
        see_bits(dst, 0, t.end);                                                 \
    }
/* clang-format off */
#define VALUE_TYPES(X, R)                                                                      \
    X(R, u8, uint8_t) X(R, u16, uint16_t) X(R, u32, uint32_t) X(R, u64, uint64_t)              \
    X(R, i8, int8_t) X(R, i16, int16_t) X(R, i32, int32_t) X(R, i64, int64_t)                  \
    X(R, f32, float) X(R, f64, double)
#define COMPARISONS(X)                                                                         \
    VALUE_TYPES(X, eq) VALUE_TYPES(X, ne) VALUE_TYPES(X, lt)                                   \
    VALUE_TYPES(X, le) VALUE_TYPES(X, gt) VALUE_TYPES(X, ge)
/* clang-format on */
COMPARISONS(COMPARE)

#define FILTER_AND_EXPAND(T, type)                                           \
    static void try_filter_##T(void)                                         \
    {                                                                        \
        type *dst = room(t.end * sizeof *dst);                               \
        const type *a = array(t.end * sizeof *a);                            \
        size_t n = bmill_bits_filter_##T(dst, a, bits(t.end), t.end);        \
        see(n), see_bytes(dst, n * sizeof *dst);                             \
    }                                                                        \
    static void try_expand_##T(void)                                         \
    {                                                                        \
        type *dst = room(t.end * sizeof *dst), *a = room(t.end * sizeof *a); \
        const void *mask = bits(t.end);                                      \
        size_t n = 0;                                                        \
        for (size_t i = 0; i < t.end; i++)                                   \
            n += bmill_bits_is_set(mask, i);                                 \
        put_content((unsigned char *)a, 0, 8 * n * sizeof *a);               \
        see(bmill_bits_expand_##T(dst, a, mask, t.end));                     \
        see_bytes(dst, t.end * sizeof *dst);                                 \
    }
FILTER_AND_EXPAND(u8, uint8_t)
FILTER_AND_EXPAND(u16, uint16_t)
FILTER_AND_EXPAND(u32, uint32_t)
FILTER_AND_EXPAND(u64, uint64_t)

/* ---- move.h ---- */

/* From t.first to places before and after it in a byte. */
static void try_copy(void)
{
    for (size_t to = 0; to < 10; to += 3) {
        unsigned char *dst = room((to + t.count) / 8 + 1);
        bmill_bits_copy(dst, to, bits_from(t.first, t.end), t.first, t.count);
        see_bits(dst, to, t.count);
    }
}
static const size_t distances[] = {0, 1, 7, 8, 57, 58, 64, 100};
#define MOVE(f)                             \
    {                                       \
        void *dst = room(t.end / 8 + 1);    \
        unsigned char *a = bits(t.end);     \
        for (size_t k = 0; k < 8; k++) {    \
            f(dst, a, t.end, distances[k]); \
            see_bits(dst, 0, t.end);        \
            f(a, a, t.end, distances[k]);   \
            see_bits(a, 0, t.end);          \
        }                                   \
    }
static void try_shift_left(void) MOVE(bmill_bits_shift_left) static void try_shift_right(void)
    MOVE(bmill_bits_shift_right) static void try_rotate_left(void)
        MOVE(bmill_bits_rotate_left) static void try_rotate_right(void)
            MOVE(bmill_bits_rotate_right) static void try_reverse(void)
{
    void *dst = room(t.end / 8 + 1);
    unsigned char *a = bits(t.end);
    bmill_bits_reverse(dst, a, t.end);
    see_bits(dst, 0, t.end);
    bmill_bits_reverse(a, a, t.end);
    see_bits(a, 0, t.end);
}
#define INSERT_OR_DELETE(f)                               \
    {                                                     \
        for (size_t n = 1; n < 90; n += 13) {             \
            unsigned char *p = bits_from(t.first, t.end); \
            f(p, t.end, t.first, n);                      \
            see_bits(p, t.first, t.count);                \
        }                                                 \
    }
static void try_insert_range(void)
    INSERT_OR_DELETE(bmill_bits_insert_range) static void try_delete_range(void)
        INSERT_OR_DELETE(bmill_bits_delete_range) static void try_interleave(void)
{
    void *dst = room(2 * t.end / 8 + 1);
    const void *a = bits(t.end);
    bmill_bits_interleave(dst, a, bits(t.end), t.end);
    see_bits(dst, 0, 2 * t.end);
}
static void try_deinterleave(void)
{
    void *even = room(t.end / 8 + 1), *odd = room(t.end / 8 + 1);
    bmill_bits_deinterleave(even, odd, bits(2 * t.end), t.end);
    see_bits(even, 0, t.end);
    see_bits(odd, 0, t.end);
}
static void try_pext(void)
{
    void *dst = room(t.end / 8 + 1);
    const void *a = bits(t.end);
    size_t n = bmill_bits_pext(dst, a, bits(t.end), t.end);
    see(n);
    see_bits(dst, 0, n);
}
/* The number of bits of `a` that are read is the number of 1 bits of the mask. */
static void try_pdep(void)
{
    void *dst = room(t.end / 8 + 1);
    const void *mask = bits(t.end);
    size_t n = 0;
    for (size_t i = 0; i < t.end; i++)
        n += bmill_bits_is_set(mask, i);
    see(bmill_bits_pdep(dst, bits(n), mask, t.end));
    see_bits(dst, 0, t.end);
}

/* ---- The headers that <bitmill.h> leaves out. ---- */

#define THREE(f)                                       \
    {                                                  \
        void *dst = room(t.end / 8 + 1);               \
        const void *a = bits(t.end), *b = bits(t.end); \
        f(dst, a, b, bits(t.end), t.end);              \
        see_bits(dst, 0, t.end);                       \
    }
static void try_mux(void) THREE(bmill_bits_mux) static void try_majority(void)
    THREE(bmill_bits_majority) static void try_ternary(void)
{
    void *dst = room(t.end / 8 + 1);
    const void *a = bits(t.end), *b = bits(t.end), *c = bits(t.end);
    for (unsigned table = 0; table < 256; table += t.end < 300 ? 1 : 37) {
        bmill_bits_ternary(dst, a, b, c, t.end, table);
        see_bits(dst, 0, t.end);
        see(bmill_bits_ternary_count(a, b, c, t.end, table));
        see(bmill_bits_ternary_any(a, b, c, t.end, table));
    }
}

enum { MAPS = 9 };
#define MANY(...)                                        \
    {                                                    \
        void *dst = room(t.end / 8 + 1);                 \
        const void *maps[MAPS];                          \
        for (size_t m = 0; m < MAPS; m++)                \
            maps[m] = bits(t.end);                       \
        for (size_t nmaps = 0; nmaps <= MAPS; nmaps++) { \
            __VA_ARGS__;                                 \
            see_bits(dst, 0, t.end);                     \
        }                                                \
    }
static void try_and_many(void)
    MANY(bmill_bits_and_many(dst, maps, nmaps, t.end)) static void try_or_many(void)
        MANY(bmill_bits_or_many(dst, maps, nmaps, t.end)) static void try_xor_many(void)
            MANY(bmill_bits_xor_many(dst, maps, nmaps, t.end)) static void try_at_least(void)
                MANY(bmill_bits_at_least(dst, maps, nmaps, t.end, 4)) static void try_exactly(void)
                    MANY(bmill_bits_exactly(dst, maps, nmaps, t.end, 3))

                        static void try_transpose_square(void)
{
    unsigned char *dst = room(512);
    bmill_bits_transpose_64x64(dst, array(512));
    see_bytes(dst, 512);
    bmill_bits_transpose_8x8(dst, array(8));
    see_bytes(dst, 8);
}
/* A row ends within a byte, and there is memory between the rows. */
static void try_transpose(void)
{
    size_t rows = t.count < 150 ? t.count : 150, columns = t.first + 5;
    size_t stride = columns / 8 + 3, dst_stride = rows / 8 + 2;
    unsigned char *a = block(rows * stride), *dst = room(columns * dst_stride);
    for (size_t r = 0; r < rows; r++)
        put_content(a + r * stride, 0, columns);
    bmill_bits_transpose(dst, dst_stride, a, stride, rows, columns);
    for (size_t c = 0; c < columns; c++)
        see_bits(dst + c * dst_stride, 0, rows);
}
/* The bits of a plane past t.end are not looked at by unshuffle. */
#define SHUFFLE(N)                                                               \
    static void try_shuffle_u##N(void)                                           \
    {                                                                            \
        size_t plane = t.end / 8 + (t.end % 8 != 0);                             \
        unsigned char *planes = room(N * plane), *numbers = room(t.end * N / 8); \
        bmill_bits_shuffle_u##N(planes, array(t.end *N / 8), t.end);             \
        see_bytes(planes, N *plane);                                             \
        planes = block(N * plane);                                               \
        for (size_t k = 0; k < N; k++)                                           \
            put_content(planes + k * plane, 0, t.end);                           \
        bmill_bits_unshuffle_u##N(numbers, planes, t.end);                       \
        see_bytes(numbers, t.end *N / 8);                                        \
    }
SHUFFLE(8)
SHUFFLE(16)
SHUFFLE(32)
SHUFFLE(64)

#define POSITIONAL(N)                                                         \
    static void try_positional_count_u##N(void)                               \
    {                                                                         \
        size_t *counts = room(N * sizeof *counts);                            \
        bmill_bits_positional_count_u##N(counts, array(t.end *N / 8), t.end); \
        see_bytes(counts, N * sizeof *counts);                                \
    }
POSITIONAL(8)
POSITIONAL(16)
POSITIONAL(32)
POSITIONAL(64)

static void try_random(void)
{
    void *dst = room(t.end / 8 + 1);
    bmill_bits_random(dst, t.end, 5, 4, 42);
    see_bits(dst, 0, t.end);
    bmill_bits_random_exactly(dst, t.end, t.end / 3, 42);
    see_bits(dst, 0, t.end);
}

/* Patterns that stand at few places and at many. */
#define PATTERN(f, make, ...)                                                                  \
    {                                                                                          \
        unsigned char *a = make;                                                               \
        for (size_t length = 1; length <= 80 && length <= t.count; length += 1 + length / 4) { \
            const void *pattern = bits(length);                                                \
            see(f(a, pattern, __VA_ARGS__, length));                                           \
            if (length > 1)                                                                    \
                t.nblocks--, free(t.blocks[t.nblocks]);                                        \
        }                                                                                      \
    }
static void try_find_first_pattern(void) PATTERN(bmill_bits_find_first_pattern, bits(t.end),
                                                 t.end) static void try_find_next_pattern(void)
    PATTERN(bmill_bits_find_next_pattern, bits_from(t.first, t.end), t.end,
            t.first) static void try_count_pattern(void) PATTERN(bmill_bits_count_pattern,
                                                                 bits(t.end), t.end)

/* Text, and back. */
#define TEXT(format, parse)                               \
    {                                                     \
        const void *a = bits(t.end);                      \
        size_t length = format(NULL, 0, a, t.end), error; \
        char *text = room(length + 1);                    \
        void *dst = room(t.end / 8 + 1);                  \
        see(length);                                      \
        see(format(text, length / 2 + 1, a, t.end));      \
        see_bytes(text, length / 2 + 1);                  \
        see(format(text, length + 1, a, t.end));          \
        see_bytes(text, length + 1);                      \
        see(parse(dst, t.end, text, length, &error));     \
        see_bits(dst, 0, t.end);                          \
        see(parse(dst, t.end / 2, text, length, NULL));   \
        see_bits(dst, 0, t.end / 2);                      \
    }
        static void try_binary(void)
            TEXT(bmill_bits_format_binary, bmill_bits_parse_binary) static void try_binary_msb(void)
                TEXT(bmill_bits_format_binary_msb,
                     bmill_bits_parse_binary_msb) static void try_hex(void)
                    TEXT(bmill_bits_format_hex, bmill_bits_parse_hex) static void try_hex_msb(void)
                        TEXT(bmill_bits_format_hex_msb,
                             bmill_bits_parse_hex_msb) static void try_ranges(void)
                            TEXT(bmill_bits_format_ranges, bmill_bits_parse_ranges)

/* A size that is a constant is inlined (bitmill/bits/small.h). */
#define CONSTANT(n)                                                                   \
    {                                                                                 \
        unsigned char *dst = room(BMILL_BYTES(n));                                    \
        const void *a = bits(n), *b = bits(n);                                        \
        bmill_bits_andnot(dst, a, b, n);                                              \
        see_bits(dst, 0, n);                                                          \
        bmill_bits_not(dst, a, n);                                                    \
        see_bits(dst, 0, n);                                                          \
        see(bmill_bits_count(a, n)), see(bmill_bits_xnor_count(a, b, n));             \
        see(bmill_bits_any(a, n)), see(bmill_bits_all(a, n));                         \
        see(bmill_bits_equal(a, b, n)), see(bmill_bits_subset(a, b, n));              \
        see(bmill_bits_find_first_set(a, n)), see(bmill_bits_find_first_clear(a, n)); \
    }
#define CONSTANT_FIELD(at, n)                      \
    {                                              \
        unsigned char *p = bits_from(at, at + n);  \
        see(bmill_bits_read(p, at, n));            \
        bmill_bits_write(p, at, n, next_random()); \
        see_bits(p, at, n);                        \
        bmill_bits_modify(p, at, t.count & 1);     \
        bmill_bits_flip(p, at + n - 1);            \
        see_bits(p, at, n);                        \
    }
                                static void try_constant_sizes(void)
{
    CONSTANT(3)
    CONSTANT(13)
    CONSTANT(90)
    CONSTANT(501)
    CONSTANT_FIELD(0, 5)
    CONSTANT_FIELD(3, 13)
    CONSTANT_FIELD(7, 64)
}

/* ---- All of them. ---- */

/* clang-format off */
static const struct {
    const char *name;
    void (*run)(void);
} functions[] = {
#define X(name) {#name, try_##name},
#define BMILL_OP(name, shape, bit, vector, summary) X(name)
#include "tables/ops.def"
#define COMPARE_ROW(R, T, type) X(R##_##T)
    COMPARISONS(COMPARE_ROW)
    X(one_bit) X(atomic) X(jaccard) X(dice) X(containment)
    X(compare_lexicographic) X(compare_numeric)
    X(find_next_set) X(find_next_clear) X(find_next_and) X(find_next_or) X(find_next_xor)
    X(find_next_andnot) X(find_previous_set) X(find_previous_clear) X(find_previous_and)
    X(find_previous_or) X(find_previous_xor) X(find_previous_andnot) X(select) X(select_clear)
    X(set_range) X(clear_range) X(flip_range) X(modify_range) X(count_range) X(any_range)
    X(all_range) X(none_range) X(read) X(write) X(find_first_clear_run) X(find_first_set_run)
    X(find_next_clear_run) X(find_next_set_run) X(iterate_set) X(iterate_clear) X(for_each)
    X(decode_u16) X(decode_u32) X(decode_u64)
    X(set_indices_u16) X(set_indices_u32) X(set_indices_u64) X(clear_indices_u16)
    X(clear_indices_u32) X(clear_indices_u64) X(flip_indices_u16) X(flip_indices_u32)
    X(flip_indices_u64) X(runs_u16) X(runs_u32) X(runs_u64)
    X(pack) X(pack_msb) X(unpack) X(unpack_msb) X(reverse_in_bytes)
    X(filter_u8) X(filter_u16) X(filter_u32) X(filter_u64)
    X(expand_u8) X(expand_u16) X(expand_u32) X(expand_u64)
    X(copy) X(shift_left) X(shift_right) X(rotate_left) X(rotate_right) X(reverse)
    X(insert_range) X(delete_range) X(interleave) X(deinterleave) X(pext) X(pdep)
    X(mux) X(majority) X(ternary) X(and_many) X(or_many) X(xor_many) X(at_least) X(exactly)
    X(transpose_square) X(transpose) X(shuffle_u8) X(shuffle_u16) X(shuffle_u32) X(shuffle_u64)
    X(positional_count_u8) X(positional_count_u16) X(positional_count_u32)
    X(positional_count_u64) X(random) X(find_first_pattern) X(find_next_pattern)
    X(count_pattern) X(binary) X(binary_msb) X(hex) X(hex_msb) X(ranges) X(constant_sizes)
#undef X
};
/* clang-format on */
enum { FUNCTIONS = sizeof functions / sizeof functions[0] };

static uint64_t run(size_t f, size_t first, size_t count, enum content content,
                    enum surroundings surroundings)
{
    t = (struct trial){.first = first,
                       .count = count,
                       .end = first + count,
                       .content = content,
                       .surroundings = surroundings,
                       .random = 42};
    functions[f].run();
    while (t.nblocks > 0)
        free(t.blocks[--t.nblocks]);
    return t.digest + t.odd;
}

#ifndef BMILL_TEST_FIRST_CALLS /* tests/dispatch/first_calls.c goes on here by itself */
static const char *const surroundings_names[] = {"as malloc left it", "zeros", "ones", "noise"};

static void try_functions(size_t first, size_t count, enum content content)
{
    for (size_t f = 0; f < FUNCTIONS; f++) {
        uint64_t expected = run(f, first, count, content, NOISE);
        for (int s = 0; s < NOISE; s++)
            ck_assert_msg(run(f, first, count, content, (enum surroundings)s) == expected,
                          "%s of %zu bits from %zu on, contents %d: the result changes with the "
                          "surroundings (%s)",
                          functions[f].name, count, first, (int)content, surroundings_names[s]);
    }
}

/* Lengths around bytes, words and vectors, and past the first thresholds of the kernels, from each
 * kind of position in a byte. BMILL_CASES limits how many are tried; the seed says where in the
 * list these begin, and the steps reach all parts of it. */
START_TEST(surroundings_do_not_matter)
{
    static const size_t counts[] = {1,   2,   5,   8,   13,  57,  63,  64,  65,   71,   120, 128,
                                    131, 200, 250, 256, 263, 505, 512, 530, 1021, 1100, 2071};
    static const size_t firsts[] = {0, 1, 3, 7, 12, 61, 77};
    enum { COUNTS = sizeof counts / sizeof counts[0], FIRSTS = sizeof firsts / sizeof firsts[0] };
    const char *limit = getenv("BMILL_CASES");
    size_t all = COUNTS * FIRSTS * CONTENTS, cases = limit ? (size_t)atol(limit) : all;
    isa_for_test(_i);
    for (size_t i = 0; i < all && i < cases; i++) {
        size_t k = (test_seed() % all + i) * 241 % all; /* no common factor with `all` */
        try_functions(firsts[k % FIRSTS], counts[k / FIRSTS % COUNTS],
                      (enum content)(k / FIRSTS / COUNTS));
    }
}
END_TEST

/* Past the longest steps. */
START_TEST(surroundings_do_not_matter_where_there_is_much)
{
    isa_for_test(_i);
    try_functions(3, 20001, MIXED);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("surroundings");
    TCase *tcase = add_case(suite, "surroundings");
    add_test_for_each_isa(tcase, surroundings_do_not_matter);
    add_test_for_each_isa(tcase, surroundings_do_not_matter_where_there_is_much);
    return run_suite(suite);
}
#endif
