/* pack.c: pack, unpack and reverse_in_bytes on every ISA, against one bit at a time. */
#include "harness/arena.h"
#include "harness/isas.h"
#include "harness/thresholds.h"
#include <bitmill.h>
#include <string.h>

enum { MAX_N = 6000 }; /* bytes; past ALIGN_BYTES and several steps of the longest loop */

static struct arena bytes_arena, bits_arena;

/* A number of bits or bytes: either may be what a loop goes by. */
static size_t draw_size(prop *p)
{
    size_t n = draw_count_of(p, ARRAYS, MAX_N);
    return prop_draw(p, 1) ? n : draw_length(p, LOOPS, 8 * MAX_N) / 8;
}

/* Where bit i is, if the most significant bit of a byte is the first. */
static size_t msb_place(size_t i) { return i - i % 8 + (7 - i % 8); }

/* Places a bitmap whose last byte has, in the msb order too, noise past n: it is all noise there.
 */
static unsigned char *place_bits(prop *p, size_t n)
{
    return arena_place(&bits_arena, p, (n + 7) / 8 * 8);
}

/* Any bytes, few of them 0; or bytes of which half are 0, and many small. */
static unsigned char *place_bytes(prop *p, size_t n)
{
    unsigned char *bytes = arena_place(&bytes_arena, p, 8 * n);
    if (prop_draw(p, 1))
        for (size_t i = 0; i < n; i++)
            bytes[i] = bytes[i] & 1 ? 0 : bytes[i] >> (bytes[i] & 7);
    arena_mirror(&bytes_arena);
    return bytes;
}

static bool packs(prop *p, bool msb)
{
    size_t n = draw_size(p);
    unsigned char *bytes = place_bytes(p, n), *dst = place_bits(p, n);
    for (size_t i = 0; i < n; i++)
        ref_put(arena_twin(&bits_arena, dst), msb ? msb_place(i) : i, bytes[i] != 0);
    (msb ? bmill_bits_pack_msb : bmill_bits_pack)(dst, bytes, n);
    prop_show(p, "n = %zu", n);
    return arena_agrees(&bits_arena, p) && arena_agrees(&bytes_arena, p);
}
static bool pack_is_right(prop *p) { return packs(p, false); }
static bool pack_msb_is_right(prop *p) { return packs(p, true); }

static bool unpacks(prop *p, bool msb)
{
    size_t n = draw_size(p);
    unsigned char *bytes = place_bytes(p, n), *bits = place_bits(p, n);
    for (size_t i = 0; i < n; i++)
        arena_twin(&bytes_arena, bytes)[i] = ref_get(bits, msb ? msb_place(i) : i);
    (msb ? bmill_bits_unpack_msb : bmill_bits_unpack)(bytes, bits, n);
    prop_show(p, "n = %zu", n);
    return arena_agrees(&bits_arena, p) && arena_agrees(&bytes_arena, p);
}
static bool unpack_is_right(prop *p) { return unpacks(p, false); }
static bool unpack_msb_is_right(prop *p) { return unpacks(p, true); }

static bool reverse_in_bytes_is_right(prop *p)
{
    size_t n = draw_size(p);
    unsigned char *dst = arena_place(&bytes_arena, p, 8 * n);
    unsigned char *a = prop_draw(p, 1) ? dst : arena_place(&bits_arena, p, 8 * n);
    unsigned char *expected = arena_twin(&bytes_arena, dst), original[MAX_N];
    memcpy(original, a, n);
    for (size_t i = 0; i < 8 * n; i++)
        ref_put(expected, msb_place(i), ref_get(original, i));
    bmill_bits_reverse_in_bytes(dst, a, n);
    prop_show(p, "%zu bytes%s", n, dst == a ? ", in place" : "");
    return arena_agrees(&bytes_arena, p) && (dst == a || arena_agrees(&bits_arena, p));
}

/* One byte that is not 0, whatever its value, at each position of each short array, right before an
 * unreadable page. */
static void each_byte_counts_by_itself(void)
{
    for (size_t n = 1; n <= 200; n++) {
        unsigned char *bytes = bytes_arena.end - n, *dst = bits_arena.end - (n + 7) / 8;
        size_t wrong = 0;
        memset(bytes, 0, n);
        for (size_t i = 0; i < n; i++) {
            bytes[i] = (unsigned char)(1u << (i + n) % 8);
            bmill_bits_pack(dst, bytes, n);
            for (size_t k = 0; k < n; k++)
                wrong += ref_get(dst, k) != (k == i);
            bytes[i] = 0;
        }
        ck_assert_msg(wrong == 0, "n = %zu: %zu bits are wrong", n, wrong);
    }
}

/* Unpacks and packs again, and must find the bits as they were, those past n too. */
static void there_and_back(unsigned char *bytes, unsigned char *bits, size_t n, bool msb)
{
    unsigned char copy[200];
    size_t nbytes = (n + 7) / 8, wrong = 0;
    memcpy(copy, bits, nbytes);
    (msb ? bmill_bits_unpack_msb : bmill_bits_unpack)(bytes, bits, n);
    for (size_t i = 0; i < n; i++) {
        size_t place = msb ? msb_place(i) : i;
        wrong += bytes[i] != ref_get(copy, place);
        ref_put(bits, place, !ref_get(bits, place));
    }
    ck_assert_msg(wrong == 0, "unpack, n = %zu, msb %d: %zu bytes are wrong", n, msb, wrong);
    (msb ? bmill_bits_pack_msb : bmill_bits_pack)(bits, bytes, n);
    ck_assert_msg(memcmp(bits, copy, nbytes) == 0, "pack, n = %zu, msb %d", n, msb);
}

/* All short lengths, right before and right after an unreadable page. */
static void pack_undoes_unpack(void)
{
    for (size_t n = 0; n <= 700; n++) {
        size_t nbytes = (n + 7) / 8;
        for (size_t i = 0; i < nbytes; i++) {
            unsigned char noise = (unsigned char)(i * 167 + n * 59 + (i * n >> 3));
            bits_arena.start[i] = bits_arena.end[-1 - (ptrdiff_t)i] = noise;
        }
        there_and_back(bytes_arena.end - n, bits_arena.end - nbytes, n, false);
        there_and_back(bytes_arena.end - n, bits_arena.end - nbytes, n, true);
        there_and_back(bytes_arena.start, bits_arena.start, n, false);
        there_and_back(bytes_arena.start, bits_arena.start, n, true);
    }
}

START_TEST(pack_and_back)
{
    isa_for_test(_i);
    bytes_arena = arena_new(8 * MAX_N);
    bits_arena = arena_new(8 * MAX_N);
    PROP_CHECK(pack_is_right);
    PROP_CHECK(pack_msb_is_right);
    PROP_CHECK(unpack_is_right);
    PROP_CHECK(unpack_msb_is_right);
    PROP_CHECK(reverse_in_bytes_is_right);
    each_byte_counts_by_itself();
    pack_undoes_unpack();
    arena_free(&bytes_arena);
    arena_free(&bits_arena);
}
END_TEST

START_TEST(nothing_is_touched_for_0)
{
    isa_for_test(_i);
    bmill_bits_pack(NULL, NULL, 0);
    bmill_bits_pack_msb(NULL, NULL, 0);
    bmill_bits_unpack(NULL, NULL, 0);
    bmill_bits_unpack_msb(NULL, NULL, 0);
    bmill_bits_reverse_in_bytes(NULL, NULL, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pack");
    TCase *tcase = add_case(suite, "pack");
    add_test_for_each_isa(tcase, pack_and_back);
    add_test_for_each_isa(tcase, nothing_is_touched_for_0);
    return run_suite(suite);
}
