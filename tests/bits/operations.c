/* operations.c: every operation of lib/tables/ops.def on every ISA against the reference, between
 * guard pages: all lengths, all offsets, around each threshold, every position of a single hit. */
#include "harness/guard.h"
#include "harness/isas.h"
#include "harness/reference.h"
#include "harness/thresholds.h"
#include <bitmill/isa.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONGEST = 4500,              /* bits: past 8 vectors of 64 bytes; all lengths up to this one */
    AREA = 4 * 4096,             /* bytes of memory for each bitmap: room for two blocks */
    MAX_BITS = 8 * (AREA - 512), /* of a bitmap */
    AROUND = 200,                /* bytes on either side that are drawn and looked at */
    PATTERNS = 6                 /* of fill() */
};

static struct guarded area_dst, area_a, area_b;

/* The last bytes of it, if pages are larger. */
static struct guarded new_area(void)
{
    struct guarded g = guard_alloc(AREA);
    g.start = g.end - AREA;
    return g;
}

static void allocate(void)
{
    area_dst = new_area();
    area_a = new_area();
    area_b = new_area();
}

static void release(void)
{
    guard_free(area_dst);
    guard_free(area_a);
    guard_free(area_b);
}

static uint64_t noise_state;

static uint64_t noise(void) { return random_next(&noise_state); }

/* A number below n. */
static size_t below(size_t n) { return (size_t)(noise() % n); }

static void fill_noise(unsigned char *p, size_t n) { fill_random(p, n, &noise_state); }

/* Selects the kernels, and begins other noise than in the other tests. */
static const char *begin(int isa, uint64_t test)
{
    noise_state = test_seed() + test * UINT64_C(0x9e3779b97f4a7c15) / 3;
    return isa_for_test(isa);
}

/* n bytes of one of six kinds. */
static void fill(unsigned char *p, size_t n, int pattern)
{
    switch (pattern) {
    case 0:
        fill_noise(p, n);
        break;
    case 1:
        memset(p, 0, n);
        break;
    case 2:
        memset(p, 0xff, n);
        break;
    case 3: /* 1 bits with a hole */
        memset(p, 0xff, n);
        if (n)
            p[noise() % n] = (unsigned char)noise();
        break;
    case 4: /* zeros with a few bits */
        memset(p, 0, n);
        if (n)
            p[noise() % n] = (unsigned char)noise();
        break;
    default: /* mostly zeros at the front, noise at the end */
        memset(p, 0, n);
        fill_noise(p + n / 2, n - n / 2);
    }
}

/* One call at the given addresses, compared with the reference; whatever lies around the bitmaps
 * must stay as it was. */
struct place {
    unsigned char *dst, *a, *b;
    size_t nbits;
};

/* A bitmap and the bytes around it, and a copy of all that. */
struct window {
    unsigned char *start, copy[AREA];
    size_t size;
};
static struct window window_a, window_b, window_dst;

static void open_window(struct window *w, struct guarded area, unsigned char *p, size_t nbits)
{
    size_t before = (size_t)(p - area.start), behind = (size_t)(area.end - p) - (nbits + 7) / 8;
    before = before < AROUND ? before : AROUND;
    behind = behind < AROUND ? behind : AROUND;
    w->start = p - before;
    w->size = before + (nbits + 7) / 8 + behind;
    memcpy(w->copy, w->start, w->size);
}

static bool is_unchanged(const struct window *w) { return memcmp(w->start, w->copy, w->size) == 0; }

static void check_call(const struct op *op, const char *isa, struct place at, const char *what)
{
    size_t want, got;
    struct window *dst = &window_dst;
    open_window(&window_a, area_a, at.a, at.nbits);
    open_window(&window_b, area_b, at.b, at.nbits);
    if (stores(op) && at.dst == at.a)
        dst = &window_a;
    else if (stores(op) && at.dst == at.b)
        dst = &window_b;
    else
        open_window(&window_dst, area_dst, at.dst, at.nbits);
    want = reference(op, dst->copy + (at.dst - dst->start), at.a, at.b, at.nbits);
    got = op->call(at.dst, at.a, at.b, at.nbits);

#define WHERE      "%s/%s: %zu bits, %s, a at %p, b at %p, dst at %p: "
#define WHERE_ARGS op->name, isa, at.nbits, what, (void *)at.a, (void *)at.b, (void *)at.dst
    if (got != want)
        ck_abort_msg(WHERE "result %zu, expected %zu", WHERE_ARGS, got, want);
    for (size_t i = 0; !is_unchanged(dst) && i < dst->size; i++)
        if (dst->start[i] != dst->copy[i])
            ck_abort_msg(WHERE "byte %td of dst is %#x, expected %#x", WHERE_ARGS,
                         dst->start + i - at.dst, dst->start[i], dst->copy[i]);
    if (dst != &window_a && !is_unchanged(&window_a))
        ck_abort_msg(WHERE "a was changed", WHERE_ARGS);
    if (dst != &window_b && !is_unchanged(&window_b))
        ck_abort_msg(WHERE "b was changed", WHERE_ARGS);
}

static void check_aliases(const struct op *op, const char *isa, struct place at, const char *what)
{
    unsigned char *dst = at.dst;
    check_call(op, isa, at, what);
    if (!stores(op))
        return;
    at.dst = at.a;
    check_call(op, isa, at, what);
    if (op->inputs == 2) {
        at.dst = at.b;
        check_call(op, isa, at, what);
    }
    at.dst = dst;
}

/* One of these, as it is drawn. */
static void check_some_alias(const struct op *op, const char *isa, struct place at,
                             const char *what)
{
    size_t alias = stores(op) ? below(4) : 0;
    if (alias == 1)
        at.dst = at.a;
    else if (alias == 2 && op->inputs == 2)
        at.dst = at.b;
    check_call(op, isa, at, what);
}

/* Fills the bytes around a bitmap, and its bits past nbits, with noise, 1 bits or 0 bits, drawn
 * anew for each; kind is 0 to 3. */
static void surround(struct guarded area, unsigned char *p, size_t nbits, size_t kind)
{
    size_t n = (nbits + 7) / 8;
    unsigned char *start = p - area.start < AROUND ? area.start : p - AROUND;
    unsigned char *end = (size_t)(area.end - p) < n + AROUND ? area.end : p + n + AROUND;
    unsigned past = kind == 0 ? 0 : kind == 1 ? 0xff : (unsigned)noise() & 0xff;
    if (kind < 2) {
        memset(start, (int)past, (size_t)(p - start));
        memset(p + n, (int)past, (size_t)(end - p) - n);
    } else {
        fill_noise(start, (size_t)(p - start));
        fill_noise(p + n, (size_t)(end - p) - n);
    }
    if (nbits % 8)
        p[n - 1] = (unsigned char)((p[n - 1] & 0xffu >> (8 - nbits % 8)) | past << nbits % 8);
}

/* Contents for bitmaps that are placed. */
static struct place filled(struct place at, int pattern_a, int pattern_b)
{
    size_t n = (at.nbits + 7) / 8;
    fill(at.a, n, pattern_a);
    fill(at.b, n, pattern_b);
    fill_noise(at.dst, n);
    surround(area_a, at.a, at.nbits, below(4));
    surround(area_b, at.b, at.nbits, below(4));
    surround(area_dst, at.dst, at.nbits, below(4));
    return at;
}

/* Flush with the guard page at the end. */
static struct place flush_right(size_t nbits, int pattern)
{
    size_t n = (nbits + 7) / 8;
    struct place at = {area_dst.end - n, area_a.end - n, area_b.end - n, nbits};
    return filled(at, pattern, (pattern + (int)(nbits / PATTERNS)) % PATTERNS);
}

/* One input, or the other, at the end of its area, and all else at the start: a kernel that may
 * touch a whole vector of the one may not of the other. */
START_TEST(matches_reference_with_one_at_the_end)
{
    const char *isa = begin(_i, 4);
    for (size_t k = 0; k < ops_count; k++)
        for (size_t nbits = 1; nbits <= 1100; nbits++) {
            struct place at = flush_right(nbits, (int)(nbits % PATTERNS));
            struct place left = {area_dst.start, area_a.start, area_b.start, nbits};
            filled(left, (int)below(PATTERNS), (int)below(PATTERNS));
            check_call(&ops[k], isa, (struct place){left.dst, left.a, at.b, nbits}, "b at the end");
            check_call(&ops[k], isa, (struct place){left.dst, at.a, left.b, nbits}, "a at the end");
        }
}
END_TEST

START_TEST(matches_reference_at_every_length)
{
    const char *isa = begin(_i, 1);
    for (size_t k = 0; k < ops_count; k++)
        for (size_t nbits = 0; nbits <= LONGEST; nbits++)
            check_aliases(&ops[k], isa, flush_right(nbits, (int)(nbits % PATTERNS)), "at the end");
}
END_TEST

/* Every length around each threshold that is longer than these: flush with the page, and at drawn
 * addresses. Most bits are drawn, for with few a miscount is not seen. */
START_TEST(matches_reference_around_thresholds)
{
    const char *isa = begin(_i, 5);
    struct lengths lengths = lengths_around(LOOPS, MAX_BITS, true);
    ck_assert_uint_gt(lengths.at[lengths.count - 1], LONGEST);
    for (size_t k = 0; k < ops_count; k++)
        for (size_t i = 0; i < lengths.count; i++) {
            size_t nbits = lengths.at[i];
            struct place at = {area_dst.start + below(64), area_a.start + below(64),
                               area_b.start + below(64), nbits};
            if (nbits <= LONGEST)
                continue;
            check_some_alias(&ops[k], isa, flush_right(nbits, 0), "around a threshold");
            check_some_alias(&ops[k], isa, filled(at, 0, (int)below(PATTERNS)),
                             "around a threshold");
        }
}
END_TEST

/* Aligned loops end, and leave something to the last vector, according to where the bitmap ends:
 * around each address that is a multiple of 8 bytes, over twice the longest loop of words, and of
 * 32 bytes, over twice that of vectors of 64. */
START_TEST(matches_reference_around_ends_of_aligned_loops)
{
    const char *isa = begin(_i, 6);
    for (size_t k = 0; k < ops_count; k++)
        for (size_t end = 2 * ALIGN_BYTES; end <= 2 * ALIGN_BYTES + 2048;
             end += end % 2048 < 256 ? 8 : 32) {
            size_t offset = below(64);
            for (size_t n = end - offset - 1; n <= end - offset + 1; n++) {
                struct place at = {area_dst.start + offset, area_a.start + offset,
                                   area_b.start + (noise() % 2 ? offset : below(64)), 8 * n};
                at.nbits -= below(8);
                check_some_alias(&ops[k], isa, filled(at, 0, (int)below(PATTERNS)), "at an end");
            }
        }
}
END_TEST

/* All offsets in a vector of bitmaps around each threshold, and across the border of two pages. */
START_TEST(matches_reference_at_every_offset)
{
    const char *isa = begin(_i, 2);
    struct lengths lengths = lengths_around(LOOPS, 8 * 4096, false);
    for (size_t k = 0; k < ops_count; k++)
        for (size_t offset = 0; offset < 64; offset++)
            for (size_t i = offset % 7; i < lengths.count; i += 7) {
                size_t nbits = lengths.at[i], n = (nbits + 7) / 8;
                size_t page = n < 200 ? 4096 - below(n + 1) : 64 * below(2);
                struct place at = {area_dst.start + page + offset,
                                   area_a.start + page + (offset * 5 + i) % 64,
                                   area_b.start + page + (offset * 11) % 64, nbits};
                check_some_alias(&ops[k], isa,
                                 filled(at, (int)(offset % PATTERNS), (int)below(PATTERNS)),
                                 "at an offset");
            }
}
END_TEST

static void put_bit(unsigned char *p, size_t i, bool state)
{
    if (state)
        p[i / 8] |= (unsigned char)(1 << i % 8);
    else
        p[i / 8] &= (unsigned char)~(1 << i % 8);
}

/* The result of an operation that stores nothing for a bitmap in which only bit `hit` is 1. */
static size_t result_of_hit(const struct op *op, size_t hit, size_t nbits)
{
    switch (op->kind) {
    case KIND_COUNT:
    case KIND_WITH:
    case KIND_ANY:
        return hit < nbits;
    case KIND_NONE:
        return hit >= nbits;
    default:
        return hit < nbits ? hit : nbits;
    }
}

/* Only one bit of the expression is 1, from `first` on each `step` in turn, also just past nbits,
 * where it must not count. This is what finds a vector that is skipped, or seen twice. */
static void check_single_hits(const struct op *op, const char *isa, struct place at, size_t first,
                              size_t step)
{
    bool a0, b0, a1, b1;
    size_t nbits = at.nbits, n = (nbits + 7) / 8;
    if (!bits_for(op, false, &a0, &b0) || !bits_for(op, true, &a1, &b1))
        return;
    memset(at.a, a0 ? 0xff : 0, n);
    memset(at.b, b0 ? 0xff : 0, n);
    for (size_t hit = first; hit < 8 * n; hit += hit + 80 < nbits ? step : 1) {
        size_t got, want = result_of_hit(op, hit, nbits);
        put_bit(at.a, hit, a1);
        put_bit(at.b, hit, b1);
        got = op->call(at.dst, at.a, at.b, nbits);
        if (got != want)
            ck_abort_msg("%s/%s: %zu bits, only bit %zu set, a at %p, b at %p: result %zu, "
                         "expected %zu",
                         op->name, isa, nbits, hit, (void *)at.a, (void *)at.b, got, want);
        put_bit(at.a, hit, a0);
        put_bit(at.b, hit, b0);
    }
}

static struct place at_the_end(size_t nbits)
{
    size_t n = (nbits + 7) / 8;
    return (struct place){area_dst.end - n, area_a.end - n, area_b.end - n, nbits};
}

START_TEST(finds_a_single_bit_anywhere)
{
    const char *isa = begin(_i, 7);
    struct lengths lengths = lengths_around(LOOPS, MAX_BITS, false);
    for (size_t k = 0; k < ops_count; k++) {
        if (ops[k].kind == KIND_MAP)
            continue;
        for (size_t nbits = 1; nbits <= LONGEST; nbits += nbits < 600 ? 1 : 37)
            check_single_hits(&ops[k], isa, at_the_end(nbits), 0, nbits < 600 ? 1 : 7);
        for (size_t i = 0; i < lengths.count; i++)
            if (lengths.at[i] > 600)
                check_single_hits(&ops[k], isa, at_the_end(lengths.at[i]), below(70),
                                  50 + below(50));
        check_single_hits(&ops[k], isa, at_the_end(8 * ALIGN_BYTES + 4608 + 3), 0, 1);
    }
}
END_TEST

/* Bitmaps of up to three vectors of each size that cross the border of two pages, at every
 * position, where kernels treat short bitmaps in another way. Each byte in turn has the only 1 bit.
 * Both inputs cross the border, or the first alone, or the second. */
static void check_across_pages(const struct op *op, const char *isa, size_t n)
{
    unsigned char *a = area_a.start + 4096, *b = area_b.start + 4096;
    for (size_t before = 1; before < n; before++) {
        struct place at[3] = {{area_dst.start, a - before, b - before, 8 * n - below(8)},
                              {area_dst.start, a - before, area_b.start, 8 * n - below(8)},
                              {area_dst.start, area_a.start, b - before, 8 * n - below(8)}};
        for (int k = 0; k < (op->inputs == 2 ? 3 : 1); k++)
            check_single_hits(op, isa, at[k], below(8), n <= 64 ? 5 + below(4) : 29 + below(4));
    }
}

START_TEST(finds_a_single_bit_across_pages)
{
    static const size_t longer[] = {65, 80, 95, 96, 97, 100, 127, 128, 129, 160, 191, 192, 193};
    const char *isa = begin(_i, 8);
    for (size_t k = 0; k < ops_count; k++) {
        if (stores(&ops[k]))
            continue;
        for (size_t n = 2; n <= 64; n++)
            check_across_pages(&ops[k], isa, n);
        for (size_t i = 0; i < sizeof longer / sizeof longer[0]; i++)
            check_across_pages(&ops[k], isa, longer[i]);
    }
}
END_TEST

/* Bitmaps that are stored non-temporally on every machine, in pieces. */
enum { LONG = STREAM_MOST_BYTES / 2 + 1000, PIECE = 65536 };

static size_t call_in_pieces(const struct op *op, unsigned char *dst, const unsigned char *a,
                             const unsigned char *b, size_t nbits)
{
    size_t sum = 0;
    for (size_t i = 0; 8 * i < nbits; i += PIECE)
        sum +=
            op->call(dst + i, a + i, b + i, nbits - 8 * i < 8 * PIECE ? nbits - 8 * i : 8 * PIECE);
    return sum;
}

/* Long results are stored non-temporally; they must be those of short pieces, which are not. */
static void check_long(const struct op *op, unsigned char *dst, unsigned char *want,
                       const unsigned char *a, const unsigned char *b, size_t nbits)
{
    size_t offset = below(64), whole = LONG + 2 * AROUND;
    unsigned char *to = dst + offset, *right = want + offset;
    fill_noise(dst, AROUND);
    fill_noise(dst + LONG - 2 * AROUND, 4 * AROUND);
    memcpy(want, dst, whole);
    ck_assert_uint_eq(op->call(to, a, b, nbits), call_in_pieces(op, right, a, b, nbits));
    if (memcmp(dst, want, whole) != 0)
        ck_abort_msg("%s: %zu bits at offset %zu differ from the pieces", op->name, nbits, offset);
    /* in place: no non-temporal stores */
    ck_assert_uint_eq(op->call(to, to, b, nbits), call_in_pieces(op, right, right, b, nbits));
    ck_assert(memcmp(dst, want, whole) == 0);
}

START_TEST(long_result_is_that_of_its_pieces)
{
    static const size_t lengths[] = {STREAM_MOST_BYTES / 2, STREAM_MOST_BYTES / 3 + 1, LONG,
                                     LONG - 63};
    unsigned char *a = malloc(LONG), *b = malloc(LONG);
    unsigned char *dst = malloc(LONG + 2 * AROUND), *want = malloc(LONG + 2 * AROUND);
    begin(_i, 3);
    ck_assert(a && b && dst && want);
    fill_noise(a, LONG);
    fill_noise(b, LONG);
    for (size_t k = 0; k < ops_count; k++)
        if (stores(&ops[k]))
            check_long(&ops[k], dst, want, a, b, 8 * lengths[k % 4] - below(8));
    free(a), free(b), free(dst), free(want);
}
END_TEST

START_TEST(empty_bitmap_is_legal_with_null)
{
    begin(_i, 9);
    for (size_t k = 0; k < ops_count; k++) {
        size_t got = ops[k].call(NULL, NULL, NULL, 0);
        ck_assert_msg(got == (ops[k].kind == KIND_NONE), "%s of nothing is %zu", ops[k].name, got);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kernels");
    TCase *tcase = add_case(suite, "against the reference");
    tcase_add_checked_fixture(tcase, allocate, release);
    add_test_for_each_isa(tcase, matches_reference_at_every_length);
    add_test_for_each_isa(tcase, matches_reference_with_one_at_the_end);
    add_test_for_each_isa(tcase, matches_reference_around_thresholds);
    add_test_for_each_isa(tcase, matches_reference_around_ends_of_aligned_loops);
    add_test_for_each_isa(tcase, matches_reference_at_every_offset);
    add_test_for_each_isa(tcase, finds_a_single_bit_anywhere);
    add_test_for_each_isa(tcase, finds_a_single_bit_across_pages);
    if (has_memory("long_result_is_that_of_its_pieces", 4 * (LONG + 2 * AROUND)))
        add_test_for_each_isa(tcase, long_result_is_that_of_its_pieces);
    (void)has_small_pages("bitmaps flush with the page before them");
    add_test_for_each_isa(tcase, empty_bitmap_is_legal_with_null);
    return run_suite(suite);
}
