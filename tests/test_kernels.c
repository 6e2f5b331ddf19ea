/* test_kernels.c: every operation of lib/ops.def on every ISA against the reference, between guard
 * pages: all lengths, all offsets, every place of a single hit. */
#include "guard.h"
#include "isas.h"
#include "reference.h"
#include <bitmill/isa.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONGEST = 4500,       /* bits: past 8 vectors of 64 bytes, where the longest loop begins */
    THRESHOLD = 2048 * 8, /* bits: from here loops align themselves */
    BLOCK = 4096 * 8,     /* bits: what some kernels take at once */
    AREA = 2 * 4096,      /* bytes of memory for each bitmap: room to cross a page */
    PATTERNS = 6          /* of fill() */
};

static struct guarded area_dst, area_a, area_b;

static void allocate(void)
{
    area_dst = guard_alloc(AREA);
    area_a = guard_alloc(AREA);
    area_b = guard_alloc(AREA);
}

static void release(void)
{
    guard_free(area_dst);
    guard_free(area_a);
    guard_free(area_b);
}

static uint64_t noise_state;

static uint64_t noise(void)
{
    noise_state ^= noise_state << 13; /* xorshift64 (G. Marsaglia) */
    noise_state ^= noise_state >> 7;
    noise_state ^= noise_state << 17;
    return noise_state;
}

static void fill_noise(unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        p[i] = (unsigned char)(noise() >> 32);
}

/* n bytes of one of six kinds; what the kind is depends on the length of the test only, so that a
 * failure comes again. */
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
    case 3: /* ones with a hole */
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

static unsigned char before_a[AREA], before_b[AREA], expected_dst[AREA];

static void check_call(const struct op *op, const char *isa, struct place at, const char *what)
{
    size_t dst_offset, want, got;
    struct guarded area = area_dst;
    if (stores(op) && at.dst == at.a)
        area = area_a;
    else if (stores(op) && at.dst == at.b)
        area = area_b;
    dst_offset = (size_t)(at.dst - area.start);

    memcpy(before_a, area_a.start, AREA);
    memcpy(before_b, area_b.start, AREA);
    memcpy(expected_dst, area.start, AREA);
    want = reference(op, expected_dst + dst_offset, at.a, at.b, at.nbits);
    got = op->call(at.dst, at.a, at.b, at.nbits);

#define WHERE      "%s/%s: %zu bits, %s, a at %p, b at %p, dst at %p: "
#define WHERE_ARGS op->name, isa, at.nbits, what, (void *)at.a, (void *)at.b, (void *)at.dst
    if (got != want)
        ck_abort_msg(WHERE "result %zu, expected %zu", WHERE_ARGS, got, want);
    for (size_t i = 0; memcmp(area.start, expected_dst, AREA) != 0 && i < AREA; i++)
        if (area.start[i] != expected_dst[i])
            ck_abort_msg(WHERE "byte %td of dst is %#x, expected %#x", WHERE_ARGS,
                         (ptrdiff_t)i - (ptrdiff_t)dst_offset, area.start[i], expected_dst[i]);
    if (area.start != area_a.start && memcmp(area_a.start, before_a, AREA) != 0)
        ck_abort_msg(WHERE "a was changed", WHERE_ARGS);
    if (area.start != area_b.start && memcmp(area_b.start, before_b, AREA) != 0)
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

/* Flush with the guard page at the end, n bytes before it. Only the bytes near the bitmap are
 * filled anew: enough for canaries, and fast. */
static struct place flush_right(size_t nbits, int pattern)
{
    size_t n = (nbits + 7) / 8;
    struct place at = {area_dst.end - n, area_a.end - n, area_b.end - n, nbits};
    fill(at.a, n, pattern);
    fill(at.b, n, (pattern + (int)(nbits / PATTERNS)) % PATTERNS);
    fill_noise(at.dst, n);
    return at;
}

/* One input, or the other, at the end of its area, and all else at the start: a kernel that may
 * touch a whole vector of the one may not of the other. */
START_TEST(matches_reference_with_one_at_the_end)
{
    const char *isa = isa_for_test(_i);
    noise_state = 4;
    for (size_t k = 0; k < ops_count; k++)
        for (size_t nbits = 1; nbits <= 1100; nbits++) {
            struct place at = flush_right(nbits, (int)(nbits % PATTERNS));
            struct place left = {area_dst.start, area_a.start, area_b.start, nbits};
            size_t n = (nbits + 7) / 8;
            memcpy(left.a, at.a, n);
            memcpy(left.b, at.b, n);
            check_call(&ops[k], isa, (struct place){left.dst, left.a, at.b, nbits}, "b at the end");
            check_call(&ops[k], isa, (struct place){left.dst, at.a, left.b, nbits}, "a at the end");
        }
}
END_TEST

START_TEST(matches_reference_at_every_length)
{
    const char *isa = isa_for_test(_i);
    noise_state = 1;
    for (size_t k = 0; k < ops_count; k++)
        for (size_t nbits = 0; nbits <= LONGEST; nbits++)
            check_aliases(&ops[k], isa, flush_right(nbits, (int)(nbits % PATTERNS)), "at the end");
}
END_TEST

/* Lengths around which a kernel changes its way, in bits. */
static const size_t thresholds[] = {0,           1,    8,    24,   32,        64,
                                    128,         256,  512,  768,  1024,      2048,
                                    2560,        4096, 4608, 8192, THRESHOLD, THRESHOLD + 4608,
                                    BLOCK + 4608};
enum { THRESHOLDS = sizeof thresholds / sizeof thresholds[0] };

START_TEST(matches_reference_at_every_offset)
{
    const char *isa = isa_for_test(_i);
    noise_state = 2;
    for (size_t k = 0; k < ops_count; k++)
        for (size_t t = 0; t < THRESHOLDS; t++)
            for (size_t offset = 0; offset < 64; offset++) {
                size_t jitter = noise() % 19, n;
                struct place at = {area_dst.start + offset, area_a.start + (offset * 5 + t) % 64,
                                   area_b.start + (offset * 11) % 64, 0};
                at.nbits = thresholds[t] + jitter > 9 ? thresholds[t] + jitter - 9 : jitter;
                n = (at.nbits + 7) / 8;
                /* noise around, too: it is what must not be changed or looked at */
                fill_noise(area_dst.start, n + 130);
                fill_noise(area_a.start, n + 130);
                fill_noise(area_b.start, n + 130);
                fill(at.a, n, (int)(offset % PATTERNS));
                fill(at.b, n, (int)(noise() % PATTERNS));
                check_aliases(&ops[k], isa, at, "at an offset");
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

/* Only one bit of the expression is 1, at each place in turn, also just past nbits, where it must
 * not count. This is what finds a vector that is skipped, or seen twice. */
static void check_single_hits(const struct op *op, const char *isa, size_t nbits, size_t step)
{
    bool a0, b0, a1, b1;
    size_t n = (nbits + 7) / 8;
    unsigned char *a = area_a.end - n, *b = area_b.end - n;
    if (!bits_for(op, false, &a0, &b0) || !bits_for(op, true, &a1, &b1))
        return;
    memset(a, a0 ? 0xff : 0, n);
    memset(b, b0 ? 0xff : 0, n);
    for (size_t hit = 0; hit < 8 * n; hit += hit + 80 < nbits ? step : 1) {
        size_t got, want;
        put_bit(a, hit, a1);
        put_bit(b, hit, b1);
        got = op->call(area_dst.end - n, a, b, nbits);
        switch (op->kind) {
        case WITH:
        case COUNT:
        case ANY:
            want = hit < nbits;
            break;
        case NONE:
            want = hit >= nbits;
            break;
        default:
            want = hit < nbits ? hit : nbits;
            break;
        }
        if (got != want)
            ck_abort_msg("%s/%s: %zu bits, only bit %zu set: result %zu, expected %zu", op->name,
                         isa, nbits, hit, got, want);
        put_bit(a, hit, a0);
        put_bit(b, hit, b0);
    }
}

START_TEST(finds_a_single_bit_anywhere)
{
    const char *isa = isa_for_test(_i);
    for (size_t k = 0; k < ops_count; k++) {
        if (ops[k].kind == MAP)
            continue;
        for (size_t nbits = 1; nbits <= LONGEST; nbits += nbits < 600 ? 1 : 37)
            check_single_hits(&ops[k], isa, nbits, nbits < 600 ? 1 : 7);
        check_single_hits(&ops[k], isa, THRESHOLD + 1, 1);
        check_single_hits(&ops[k], isa, THRESHOLD + 4608 + 3, 1);
        check_single_hits(&ops[k], isa, BLOCK + 4608 + 3, 5);
    }
}
END_TEST

/* Bitmaps of LONG bytes, in pieces. */
enum { LONG = (4 << 20) + 1000, PIECE = 65536, AROUND = 64 };

static size_t call_in_pieces(const struct op *op, unsigned char *dst, const unsigned char *a,
                             const unsigned char *b, size_t nbits)
{
    size_t sum = 0;
    for (size_t i = 0; i < LONG; i += PIECE)
        sum +=
            op->call(dst + i, a + i, b + i, nbits - 8 * i < 8 * PIECE ? nbits - 8 * i : 8 * PIECE);
    return sum;
}

/* From 4 MiB on results go past the caches; counts go by blocks. They must be those of pieces, for
 * which neither is so. */
START_TEST(long_result_is_that_of_its_pieces)
{
    unsigned char *a = malloc(LONG), *b = malloc(LONG);
    unsigned char *dst = malloc(LONG + 2 * AROUND), *want = malloc(LONG + 2 * AROUND);
    isa_for_test(_i);
    ck_assert(a && b && dst && want);
    noise_state = 3;
    fill_noise(a, LONG);
    fill_noise(b, LONG);
    for (size_t k = 0; k < ops_count; k++) {
        size_t nbits = 8 * (size_t)LONG - 13 - k, offset = 9 * k % AROUND;
        unsigned char *to = dst + offset, *right = want + offset;
        if (ops[k].kind != MAP && ops[k].kind != WITH)
            continue;
        memset(dst, 0x5c, LONG + 2 * AROUND);
        memset(want, 0x5c, LONG + 2 * AROUND);
        ck_assert_uint_eq(ops[k].call(to, a, b, nbits),
                          call_in_pieces(&ops[k], right, a, b, nbits));
        if (memcmp(dst, want, LONG + 2 * AROUND) != 0)
            ck_abort_msg("%s: %zu bits at offset %zu differ from the pieces", ops[k].name, nbits,
                         offset);
        /* in place: not past the caches */
        ck_assert_uint_eq(ops[k].call(to, to, b, nbits),
                          call_in_pieces(&ops[k], right, right, b, nbits));
        ck_assert(memcmp(dst, want, LONG + 2 * AROUND) == 0);
    }
    free(a), free(b), free(dst), free(want);
}
END_TEST

START_TEST(empty_bitmap_is_legal_with_null)
{
    isa_for_test(_i);
    for (size_t k = 0; k < ops_count; k++) {
        size_t got = ops[k].call(NULL, NULL, NULL, 0);
        ck_assert_msg(got == (ops[k].kind == NONE), "%s of nothing is %zu", ops[k].name, got);
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
    add_test_for_each_isa(tcase, matches_reference_at_every_offset);
    add_test_for_each_isa(tcase, finds_a_single_bit_anywhere);
    add_test_for_each_isa(tcase, long_result_is_that_of_its_pieces);
    add_test_for_each_isa(tcase, empty_bitmap_is_legal_with_null);
    return run_suite(suite);
}
