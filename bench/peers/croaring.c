/* croaring.c: CRoaring. Its bitsets are containers of 65,536 bits, so 8 KiB is the size at which
 * they can be compared; some of their parts take any size. Debian 12 builds its version (0.2.66)
 * for plain x86-64: newer ones choose AVX2 and AVX-512 by themselves, and are several times faster.
 */
#include "peer.h"

#include <roaring/bitset_util.h>
#include <roaring/containers/bitset.h>
#include <roaring/roaring.h>
#include <stdlib.h>

#define WORDS_OF(p) ((uint64_t *)(void *)(p))
#define CONTAINER(p) \
    &(bitset_container_t) { BITSET_UNKNOWN_CARDINALITY, WORDS_OF(p) }

/* Its containers are aligned. */
static bool container(const struct operands *m)
{
    return m->nbytes == 8192 && (uintptr_t)m->a % 32 == 0;
}
static bool words(const struct operands *m)
{
    return m->nbytes % 8 == 0 && m->nbytes <= UINT32_MAX / 8 && (uintptr_t)m->a % 8 == 0;
}

/* ---- Containers ---- */

#define MAP(name, function)                                                      \
    static size_t run_##name(const struct operands *m)                           \
    {                                                                            \
        bitset_container_t a = {BITSET_UNKNOWN_CARDINALITY, WORDS_OF(m->a)};     \
        bitset_container_t b = {BITSET_UNKNOWN_CARDINALITY, WORDS_OF(m->b)};     \
        bitset_container_t dst = {BITSET_UNKNOWN_CARDINALITY, WORDS_OF(m->dst)}; \
        return (size_t)function(&a, &b, &dst) * RETURNS;                         \
    }                                                                            \
    REPEAT(name)
#define RETURNS 0
MAP(and, bitset_container_and_nocard)
MAP(or, bitset_container_or_nocard)
MAP(xor, bitset_container_xor_nocard)
MAP(andnot, bitset_container_andnot_nocard)
#undef RETURNS
#define RETURNS 1
MAP(and_with_count, bitset_container_and)
MAP(or_with_count, bitset_container_or)
MAP(xor_with_count, bitset_container_xor)
MAP(andnot_with_count, bitset_container_andnot)
#undef RETURNS

#define TWO(name, function)                                                  \
    static size_t run_##name(const struct operands *m)                       \
    {                                                                        \
        bitset_container_t a = {BITSET_UNKNOWN_CARDINALITY, WORDS_OF(m->a)}; \
        bitset_container_t b = {BITSET_UNKNOWN_CARDINALITY, WORDS_OF(m->b)}; \
        return (size_t)function(&a, &b);                                     \
    }                                                                        \
    REPEAT(name)
TWO(and_count, bitset_container_and_justcard)
TWO(or_count, bitset_container_or_justcard)
TWO(xor_count, bitset_container_xor_justcard)
TWO(andnot_count, bitset_container_andnot_justcard)
TWO(intersects, bitset_container_intersect)
TWO(subset, bitset_container_is_subset)
TWO(equal, bitset_container_equals)

static size_t run_count(const struct operands *m)
{
    bitset_container_t a = {BITSET_UNKNOWN_CARDINALITY, WORDS_OF(m->a)};
    return (size_t)bitset_container_compute_cardinality(&a);
}
REPEAT(count)

/* ---- Words ---- */

static size_t run_decode_u32(const struct operands *m)
{
    return bitset_extract_setbits(WORDS_OF(m->a), m->nbytes / 8, m->dst, 0);
}
REPEAT(decode_u32)
static size_t run_decode_u16(const struct operands *m)
{
    return bitset_extract_setbits_uint16(WORDS_OF(m->a), m->nbytes / 8, (uint16_t *)(void *)m->dst,
                                         0);
}
REPEAT(decode_u16)

static size_t run_set_range(const struct operands *m)
{
    bitset_set_lenrange(WORDS_OF(m->dst), (uint32_t)m->first,
                        (uint32_t)(8 * m->nbytes - 2 * m->first - 1));
    return 0;
}
REPEAT(set_range)
static size_t run_flip_range(const struct operands *m)
{
    bitset_flip_range(WORDS_OF(m->dst), (uint32_t)m->first, (uint32_t)(8 * m->nbytes - m->first));
    return 0;
}
REPEAT(flip_range)
static size_t run_count_range(const struct operands *m)
{
    return (size_t)bitset_lenrange_cardinality(WORDS_OF(m->a), (uint32_t)m->first,
                                               (uint32_t)(8 * m->nbytes - 2 * m->first - 1));
}
REPEAT(count_range)

/* ---- Compressed bitmaps, made before the clock starts, as its user has them ---- */

static roaring_bitmap_t *a_set, *b_set;

static roaring_bitmap_t *set_of(const unsigned char *p, size_t nbits)
{
    roaring_bitmap_t *set = roaring_bitmap_create();
    for (size_t i = 0; i < nbits; i++)
        if (p[i / 8] >> i % 8 & 1)
            roaring_bitmap_add(set, (uint32_t)i);
    roaring_bitmap_run_optimize(set);
    return set;
}
static void prepare(const struct operands *m)
{
    if (a_set)
        roaring_bitmap_free(a_set), roaring_bitmap_free(b_set);
    a_set = set_of(m->a, 8 * m->nbytes);
    b_set = set_of(m->b, 8 * m->nbytes);
}
static bool not_huge(const struct operands *m) { return m->nbytes <= 16 << 20; }

static size_t run_and_count_of_sets(const struct operands *m)
{
    return (void)m, (size_t)roaring_bitmap_and_cardinality(a_set, b_set);
}
REPEAT(and_count_of_sets)
static size_t run_or_count_of_sets(const struct operands *m)
{
    return (void)m, (size_t)roaring_bitmap_or_cardinality(a_set, b_set);
}
REPEAT(or_count_of_sets)

/* ---- A family of sets ---- */

static roaring_bitmap_t **family;
static size_t family_sets;

static void prepare_lists(const struct operands *m)
{
    for (size_t i = 0; i < family_sets; i++)
        roaring_bitmap_free(family[i]);
    family = (roaring_bitmap_t **)realloc(family, m->sets * sizeof *family);
    family_sets = family ? m->sets : 0;
    bench_set_bytes = 0;
    for (size_t i = 0; i < family_sets; i++) {
        family[i] = roaring_bitmap_of_ptr(m->lengths[i], m->lists[i]);
        roaring_bitmap_run_optimize(family[i]);
        bench_set_bytes += roaring_bitmap_portable_size_in_bytes(family[i]);
    }
}

#define PAIRS(name, function)                                     \
    static size_t run_##name##_of_lists(const struct operands *m) \
    {                                                             \
        size_t sum = 0;                                           \
        for (size_t i = 0; i + 1 < m->sets; i++)                  \
            sum += (size_t)function(family[i], family[i + 1]);    \
        return sum;                                               \
    }                                                             \
    REPEAT(name##_of_lists)
PAIRS(and_count, roaring_bitmap_and_cardinality)
PAIRS(or_count, roaring_bitmap_or_cardinality)

static size_t run_decode_lists(const struct operands *m)
{
    uint32_t *dst = (uint32_t *)(void *)m->dst;
    size_t sum = 0;
    for (size_t i = 0; i < m->sets; i++) {
        size_t n = m->lengths[i];
        roaring_bitmap_to_uint32_array(family[i], dst);
        sum += n ? dst[n - 1] ^ n : 0;
    }
    return sum;
}
REPEAT(decode_lists)

#define OF_LISTS(name)     {#name, repeat_##name, NULL, prepare_lists, NULL},
#define OF_SETS(name)      {#name, repeat_##name, not_huge, prepare, NULL},
#define OF_CONTAINER(name) {#name, repeat_##name, container, NULL, NULL},
#define OF_WORDS(name)     {#name, repeat_##name, words, NULL, NULL},
static const struct entry table[] = {
    OF_CONTAINER(and) OF_CONTAINER(or) OF_CONTAINER(xor) OF_CONTAINER(andnot)
        OF_CONTAINER(and_with_count) OF_CONTAINER(or_with_count) OF_CONTAINER(xor_with_count)
            OF_CONTAINER(andnot_with_count) OF_CONTAINER(and_count) OF_CONTAINER(or_count)
                OF_CONTAINER(xor_count) OF_CONTAINER(andnot_count) OF_CONTAINER(intersects)
                    OF_CONTAINER(subset) OF_CONTAINER(equal) OF_CONTAINER(count)
                        OF_WORDS(decode_u32) OF_WORDS(decode_u16) OF_WORDS(set_range)
                            OF_WORDS(flip_range) OF_WORDS(count_range) OF_SETS(and_count_of_sets)
                                OF_SETS(or_count_of_sets) OF_LISTS(and_count_of_lists)
                                    OF_LISTS(or_count_of_lists) OF_LISTS(decode_lists) END};
PEER(PEER_NAME, PEER_LEVEL, table)
