/* move.c: bits to other positions, on every ISA, against loops over single bits. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <string.h>

/* Longer than two steps of the longest loop (8 vectors of 64 bytes) after the length from which
 * loops are aligned (2 KiB), and longer than two blocks of a rotation in place (4 KiB each). */
enum { MAX_BITS = 30000, MAX_ROTATED_BITS = 150000 };

static struct arena to, from;

static size_t draw_size(prop *p, size_t max) { return draw_length(p, MOVE | LOOPS, max); }

/* ---- copy ---- */

static bool copy_agrees_with_single_bits(prop *p)
{
    size_t count = draw_size(p, MAX_BITS);
    size_t d = (size_t)prop_draw(p, prop_draw(p, 1) ? 200 : 7);
    size_t s = (size_t)prop_draw(p, prop_draw(p, 1) ? 200 : 7);
    count -= prop_draw(p, 1) && count > d + 8 ? d : 0; /* the end is where a kernel looks */
    unsigned char *dst = arena_place(&to, p, d + count), *a = arena_place(&from, p, s + count);
    prop_show(p, "copy of %zu from %zu to %zu", count, s, d);
    for (size_t i = 0; i < count; i++)
        ref_put(arena_twin(&to, dst), d + i, ref_get(a, s + i));
    bmill_bits_copy(dst, d, a, s, count);
    return arena_agrees(&to, p) && arena_agrees(&from, p);
}

/* Any overlap, much of it by a few bits or bytes only. */
static bool copy_allows_overlap(prop *p)
{
    size_t nbits = draw_size(p, MAX_BITS), d = (size_t)prop_draw(p, nbits), s = d, count;
    size_t apart = (size_t)prop_draw(p, prop_draw(p, 1) ? 20 : 700);
    unsigned char *bits = arena_place(&to, p, nbits), *twin = arena_twin(&to, bits);
    if (prop_draw(p, 1))
        s = apart <= d ? d - apart : 0;
    else
        s = d + apart <= nbits ? d + apart : nbits;
    count = nbits - (d > s ? d : s);
    if (prop_draw(p, 1))
        count = (size_t)prop_draw(p, count);
    prop_show(p, "copy of %zu from %zu to %zu of %zu bits", count, s, d, nbits);
    for (size_t i = 0; i < count; i++)
        ref_put(twin, d + i, ref_get(bits, s + i));
    bmill_bits_copy(bits, d, bits, s, count);
    return arena_agrees(&to, p);
}

/* Every length of up to 12 vectors of AVX2 or 6 of AVX-512 from every bit of a byte to every other,
 * right before or right after an unreadable page. */
START_TEST(copies_of_all_lengths)
{
    enum { MAX = 3100, BYTES = MAX / 8 + 2 };
    struct guarded gd = guard_alloc(BYTES), gs = guard_alloc(BYTES);
    const char *isa = isa_for_test(_i);
    for (size_t i = 0; gs.start + i < gs.end; i++)
        gs.start[i] = (unsigned char)(i * i * 0x9d + i / 3);
    for (size_t count = 0; count < MAX; count += count < 700 ? 1 : 61)
        for (size_t k = 0; k < 128; k++) {
            size_t d = k % 8, s = k / 8 % 8, n = (d + count + 7) / 8;
            unsigned char *dst = k / 64 ? gd.start : gd.end - n;
            unsigned char *a = k / 64 ? gs.start : gs.end - (s + count + 7) / 8;
            memset(gd.start, k & 1 ? 0x5a : 0xa5, (size_t)(gd.end - gd.start));
            bmill_bits_copy(dst, d, a, s, count);
            for (size_t i = 0; i < 8 * n; i++) {
                bool inside = i >= d && i < d + count;
                bool expected = inside ? ref_get(a, s + i - d) : (k & 1 ? 0x5a : 0xa5) >> i % 8 & 1;
                if (ref_get(dst, i) != expected)
                    ck_abort_msg("%s: copy of %zu bits from %zu to %zu: wrong at %zu", isa, count,
                                 s, d, i);
            }
        }
    guard_free(gd);
    guard_free(gs);
}
END_TEST

/* ---- Functions that move the bits of one bitmap, and for each where bit i comes from ---- */

enum { ZERO = -1 };

struct movement {
    const char *name;
    void (*move)(void *dst, const void *a, size_t nbits, size_t first, size_t n);
    /* Where bit i of dst was in a; ZERO if it comes from outside. */
    ptrdiff_t (*source)(size_t i, size_t nbits, size_t first, size_t n);
    bool in_place; /* always */
};

static void left(void *dst, const void *a, size_t nbits, size_t first, size_t n)
{
    (void)first;
    bmill_bits_shift_left(dst, a, nbits, n);
}
static ptrdiff_t left_source(size_t i, size_t nbits, size_t first, size_t n)
{
    (void)nbits, (void)first;
    return i < n ? ZERO : (ptrdiff_t)(i - n);
}
static void right(void *dst, const void *a, size_t nbits, size_t first, size_t n)
{
    (void)first;
    bmill_bits_shift_right(dst, a, nbits, n);
}
static ptrdiff_t right_source(size_t i, size_t nbits, size_t first, size_t n)
{
    (void)first;
    return n >= nbits - i ? ZERO : (ptrdiff_t)(i + n);
}
static void rotl(void *dst, const void *a, size_t nbits, size_t first, size_t n)
{
    (void)first;
    bmill_bits_rotate_left(dst, a, nbits, n);
}
static ptrdiff_t rotl_source(size_t i, size_t nbits, size_t first, size_t n)
{
    (void)first;
    return (ptrdiff_t)((i + nbits - n % nbits) % nbits);
}
static void rotr(void *dst, const void *a, size_t nbits, size_t first, size_t n)
{
    (void)first;
    bmill_bits_rotate_right(dst, a, nbits, n);
}
static ptrdiff_t rotr_source(size_t i, size_t nbits, size_t first, size_t n)
{
    (void)first;
    return (ptrdiff_t)((i + n % nbits) % nbits);
}
static void reverse(void *dst, const void *a, size_t nbits, size_t first, size_t n)
{
    (void)first, (void)n;
    bmill_bits_reverse(dst, a, nbits);
}
static ptrdiff_t reverse_source(size_t i, size_t nbits, size_t first, size_t n)
{
    (void)first, (void)n;
    return (ptrdiff_t)(nbits - 1 - i);
}
static void open_gap(void *dst, const void *a, size_t nbits, size_t first, size_t n)
{
    (void)a;
    bmill_bits_insert_range(dst, nbits, first, n);
}
static ptrdiff_t open_gap_source(size_t i, size_t nbits, size_t first, size_t n)
{
    (void)nbits;
    return i < first ? (ptrdiff_t)i : i - first < n ? ZERO : (ptrdiff_t)(i - n);
}
static void close_gap(void *dst, const void *a, size_t nbits, size_t first, size_t n)
{
    (void)a;
    bmill_bits_delete_range(dst, nbits, first, n);
}
static ptrdiff_t close_gap_source(size_t i, size_t nbits, size_t first, size_t n)
{
    return i < first ? (ptrdiff_t)i : n >= nbits - i ? ZERO : (ptrdiff_t)(i + n);
}

static const struct movement movements[] = {
    {"shift_left", left, left_source, false},
    {"shift_right", right, right_source, false},
    {"rotate_left", rotl, rotl_source, false},
    {"rotate_right", rotr, rotr_source, false},
    {"reverse", reverse, reverse_source, false},
    {"insert_range", open_gap, open_gap_source, true},
    {"delete_range", close_gap, close_gap_source, true},
};
enum { MOVEMENTS = sizeof movements / sizeof movements[0] };
static const struct movement *movement; /* the one under test */

static bool movement_agrees_with_single_bits(prop *p)
{
    size_t nbits = draw_size(p, MAX_BITS);
    size_t n = (size_t)prop_draw(p, prop_draw(p, 1) ? 70 : nbits + 9);
    size_t first = (size_t)prop_draw(p, nbits + 2);
    bool in_place = movement->in_place || prop_draw(p, 1);
    unsigned char *dst, *a;
    if (prop_draw(p, 15) == 15)
        n = SIZE_MAX - n;
    dst = arena_place(&to, p, nbits);
    a = in_place ? dst : arena_place(&from, p, nbits);
    prop_show(p, "n = %zu, first = %zu, %s", n, first, in_place ? "in place" : "to another bitmap");
    for (size_t i = 0; i < nbits; i++) {
        ptrdiff_t source = movement->source(i, nbits, first, n);
        ref_put(arena_twin(&to, dst), i, source != ZERO && ref_get(a, (size_t)source));
    }
    movement->move(dst, a, nbits, first, n);
    return arena_agrees(&to, p) && arena_agrees(&from, p);
}

/* In place, longer than several blocks, and mostly by more bits than a block holds. */
static bool long_rotation_agrees_with_single_bits(prop *p)
{
    size_t nbits = draw_size(p, MAX_ROTATED_BITS), n = (size_t)prop_draw(p, nbits);
    size_t block = ROTATE_BLOCK_BITS - 1 + (size_t)prop_draw(p, 2);
    unsigned char *bits = arena_place(&to, p, nbits);
    if (prop_draw(p, 1) && block < nbits) /* just what fits into the block, or not */
        n = prop_draw(p, 1) ? block : nbits - block;
    prop_show(p, "n = %zu", n);
    for (size_t i = 0; i < nbits; i++)
        ref_put(arena_twin(&to, bits), i, ref_get(bits, (i + nbits - n) % nbits));
    bmill_bits_rotate_left(bits, bits, nbits, n);
    return arena_agrees(&to, p);
}

/* Every length up to three words and every n, in place and to other memory, right before an
 * unreadable page. */
static void try_all_small(const struct movement *m, struct guarded to_, struct guarded from_)
{
    static const unsigned char bytes[] = "some bytes, at least 25 of them";
    for (size_t nbits = 1; nbits <= 200; nbits++)
        for (size_t k = 0; k < 2 * (nbits + 2); k++) {
            size_t n = k / 2, first = nbits * 5 / 7, size = (nbits + 7) / 8;
            unsigned char *dst = to_.end - size, *a = k % 2 ? from_.end - size : dst;
            memset(dst, 0xa5, size);
            memcpy(a, bytes, size);
            if (m->in_place)
                memcpy(dst, bytes, size);
            m->move(dst, a, nbits, first, n);
            for (size_t i = 0; i < nbits; i++) {
                ptrdiff_t source = m->source(i, nbits, first, n);
                if (ref_get(dst, i) != (source != ZERO && ref_get(bytes, (size_t)source)))
                    ck_abort_msg("%s of %zu bits by %zu: wrong at %zu", m->name, nbits, n, i);
            }
        }
}

START_TEST(movements_of_all_small_lengths)
{
    struct guarded g1 = guard_alloc(1), g2 = guard_alloc(1);
    isa_for_test(_i);
    for (size_t k = 0; k < MOVEMENTS; k++)
        try_all_small(&movements[k], g1, g2);
    guard_free(g1);
    guard_free(g2);
}
END_TEST

static bool rotations_and_reverse_undo_themselves(prop *p)
{
    size_t nbits = draw_size(p, MAX_BITS), n = (size_t)prop_draw(p, UINT64_MAX);
    unsigned char *bits = arena_place(&to, p, nbits); /* its twin stays */
    prop_show(p, "n = %zu", n);
    bmill_bits_rotate_left(bits, bits, nbits, n);
    bmill_bits_reverse(bits, bits, nbits); /* the other way round now */
    bmill_bits_rotate_left(bits, bits, nbits, n);
    bmill_bits_reverse(bits, bits, nbits);
    return arena_agrees(&to, p);
}

/* ---- Tests ---- */

static void make_arenas(void)
{
    to = arena_new(MAX_ROTATED_BITS);
    from = arena_new(MAX_BITS);
}
static void free_arenas(void)
{
    arena_free(&to);
    arena_free(&from);
}

START_TEST(moves_are_right)
{
    isa_for_test(_i);
    make_arenas();
    PROP_CHECK(copy_agrees_with_single_bits);
    PROP_CHECK(copy_allows_overlap);
    PROP_WALK(copy_agrees_with_single_bits, MOVE | LOOPS, MAX_BITS);
    PROP_WALK(copy_allows_overlap, MOVE | LOOPS, MAX_BITS);
    for (movement = movements; movement < movements + MOVEMENTS; movement++) {
        prop_check(movement->name, movement_agrees_with_single_bits);
        prop_walk(movement->name, movement_agrees_with_single_bits,
                  lengths_around(MOVE | LOOPS, MAX_BITS, false));
    }
    PROP_CHECK(long_rotation_agrees_with_single_bits);
    PROP_CHECK(rotations_and_reverse_undo_themselves);
    free_arenas();
}
END_TEST

START_TEST(nothing_needs_no_memory)
{
    isa_for_test(_i);
    bmill_bits_copy(NULL, 13, NULL, 5, 0);
    for (size_t k = 0; k < MOVEMENTS; k++)
        for (size_t n = 0; n < 3; n++)
            movements[k].move(NULL, NULL, 0, n, n);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("move");
    TCase *tcase = add_case(suite, "move");
    add_test_for_each_isa(tcase, copies_of_all_lengths);
    add_test_for_each_isa(tcase, movements_of_all_small_lengths);
    add_test_for_each_isa(tcase, moves_are_right);
    add_test_for_each_isa(tcase, nothing_needs_no_memory);
    return run_suite(suite);
}
