/* bitmill.c: the library itself, by its public functions. What it returns is what all others must
 * return. */
#include "peer.h"

#include <bitmill.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/matrix.h>
#include <bitmill/bits/positional.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/search.h>
#include <bitmill/bits/ternary.h>
#include <bitmill/bits/text.h>
#include <string.h>

#include "tables/shapes.h"

enum { HARD = BMILL_TA & (BMILL_TB | (~BMILL_TC & 0xff)), BY = 13, FEW = 3 };

/* f for each row of ops.def. */
#define BMILL_OP(name, shape, bit, vector, summary)                   \
    static size_t run_##name(const struct operands *m)                \
    {                                                                 \
        void *dst = m->dst;                                           \
        const void *a = m->a, *b = m->b;                              \
        size_t nbits = 8 * m->nbytes;                                 \
        (void)dst, (void)b;                                           \
        BMILL_RETURN(shape) bmill_bits_##name BMILL_ARGUMENTS(shape); \
        return 0;                                                     \
    }                                                                 \
    REPEAT(name)
#include "tables/ops.def"

/* A function made of one call, with its result or without one. */
#define CALL(name, call)                                                     \
    static size_t run_##name(const struct operands *m) { return (call), 0; } \
    REPEAT(name)
#define VALUE(name, call)                                                         \
    static size_t run_##name(const struct operands *m) { return (size_t)(call); } \
    REPEAT(name)
#define NBITS (8 * m->nbytes)

CALL(mux, bmill_bits_mux(m->dst, m->a, m->b, m->c, NBITS))
CALL(majority, bmill_bits_majority(m->dst, m->a, m->b, m->c, NBITS))
CALL(ternary, bmill_bits_ternary(m->dst, m->a, m->b, m->c, NBITS, HARD))
VALUE(ternary_count, bmill_bits_ternary_count(m->a, m->b, m->c, NBITS, HARD))
VALUE(ternary_any, bmill_bits_ternary_any(m->a, m->b, m->c, NBITS, HARD))

static size_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (size_t)bits;
}
VALUE(jaccard, bits_of(bmill_bits_jaccard(m->a, m->b, NBITS)))
VALUE(dice, bits_of(bmill_bits_dice(m->a, m->b, NBITS)))
VALUE(containment, bits_of(bmill_bits_containment(m->a, m->b, NBITS)))

VALUE(and_count_of_sets, bmill_bits_and_count(m->a, m->b, NBITS))
VALUE(or_count_of_sets, bmill_bits_or_count(m->a, m->b, NBITS))

#define OF_LISTS(name)                                                                         \
    static size_t run_##name##_of_lists(const struct operands *m)                              \
    {                                                                                          \
        size_t sum = 0;                                                                        \
        for (size_t i = 0; i + 1 < m->sets; i++)                                               \
            sum += bmill_bits_##name(m->a + i * m->nbytes, m->a + (i + 1) * m->nbytes, NBITS); \
        return sum;                                                                            \
    }                                                                                          \
    REPEAT(name##_of_lists)
OF_LISTS(and_count)
OF_LISTS(or_count)

static size_t run_decode_lists(const struct operands *m)
{
    size_t sum = 0;
    for (size_t i = 0; i < m->sets; i++) {
        size_t from = 0, n;
        n = bmill_bits_decode_u32((uint32_t *)(void *)m->dst, m->a + i * m->nbytes, NBITS,
                                  m->lengths[i], &from, 0);
        sum += n ? ((uint32_t *)(void *)m->dst)[n - 1] ^ n : 0;
    }
    return sum;
}
REPEAT(decode_lists)

CALL(copy, bmill_bits_copy(m->dst, 0, m->a, m->first, NBITS - m->first))
CALL(shift_left, bmill_bits_shift_left(m->dst, m->a, NBITS, BY))
CALL(shift_right, bmill_bits_shift_right(m->dst, m->a, NBITS, BY))
CALL(rotate_left, bmill_bits_rotate_left(m->dst, m->a, NBITS, BY))
CALL(rotate_in_place, bmill_bits_rotate_left(m->dst, m->dst, NBITS, NBITS / 3))
CALL(insert_range, bmill_bits_insert_range(m->dst, NBITS, FEW, BY))
CALL(delete_range, bmill_bits_delete_range(m->dst, NBITS, FEW, BY))
CALL(reverse, bmill_bits_reverse(m->dst, m->a, NBITS))
CALL(reverse_odd, bmill_bits_reverse(m->dst, m->a, NBITS - FEW))
CALL(reverse_in_bytes, bmill_bits_reverse_in_bytes(m->dst, m->a, m->nbytes))

CALL(set_range, bmill_bits_set_range(m->dst, m->first, NBITS - 2 * m->first))
CALL(flip_range, bmill_bits_flip_range(m->dst, m->first, NBITS - 2 * m->first))
VALUE(count_range, bmill_bits_count_range(m->a, m->first, NBITS - 2 * m->first))
VALUE(find_run_of_30, bmill_bits_find_first_clear_run(m->a, NBITS, 30, 0))
VALUE(find_run_of_1000, bmill_bits_find_first_clear_run(m->a, NBITS, 1000, 0))

static size_t run_read_13_bits(const struct operands *m)
{
    uint64_t sum = 0;
    for (size_t i = 0; i + 13 <= NBITS; i += 13)
        sum += bmill_bits_read(m->a, i, 13);
    return (size_t)sum;
}
REPEAT(read_13_bits)

/* Each field says where the next begins, as in a compressed file. */
static size_t run_read_chained(const struct operands *m)
{
    uint64_t sum = 0, x;
    for (size_t i = 0; i + 13 <= NBITS; i += 13 + x % 32) {
        x = bmill_bits_read(m->a, i, 13);
        sum += x;
    }
    return (size_t)sum;
}
REPEAT(read_chained)

VALUE(select, bmill_bits_select(m->a, NBITS, m->k))

/* A sum over positions: little work, but a compiler cannot leave it out. */
static size_t run_find_next_set(const struct operands *m)
{
    size_t sum = 0;
    for (size_t i = bmill_bits_find_next_set(m->a, NBITS, 0); i < NBITS;
         i = bmill_bits_find_next_set(m->a, NBITS, i + 1))
        sum += i ^ i >> 3;
    return sum;
}
REPEAT(find_next_set)

static size_t run_for_each_set(const struct operands *m)
{
    size_t sum = 0;
    BMILL_FOR_EACH_SET (i, m->a, NBITS)
        sum += i ^ i >> 3;
    return sum;
}
REPEAT(for_each_set)

static size_t run_for_each_run(const struct operands *m)
{
    size_t sum = 0;
    BMILL_FOR_EACH_SET_RUN (run, m->a, NBITS)
        sum += (run.first * 2 + run.count) ^ run.first >> 3;
    return sum;
}
REPEAT(for_each_run)

#define DECODE(T, type)                                                                   \
    static size_t run_decode_##T(const struct operands *m)                                \
    {                                                                                     \
        size_t from = 0;                                                                  \
        return bmill_bits_decode_##T((type *)m->dst, m->a, NBITS, m->capacity, &from, 0); \
    }                                                                                     \
    REPEAT(decode_##T)
DECODE(u16, uint16_t)
DECODE(u32, uint32_t)
DECODE(u64, uint64_t)

CALL(set_indices, bmill_bits_set_indices_u32(m->dst, (const uint32_t *)m->a, m->nbytes / 4))
CALL(set_indices_sorted, bmill_bits_set_indices_u32(m->dst, (const uint32_t *)m->a, m->nbytes / 4))
VALUE(set_indices_checked,
      bmill_bits_set_indices_checked_u32(m->dst, (const uint32_t *)m->a, NBITS, m->nbytes / 4))
VALUE(runs_from_indices,
      bmill_bits_runs_from_indices_u32((uint32_t *)m->dst, (const uint32_t *)m->a, m->nbytes / 4))
VALUE(indices_from_runs,
      bmill_bits_indices_from_runs_u32((uint32_t *)m->dst, (const uint32_t *)m->a, m->nbytes / 8,
                                       m->capacity))

#define FILTER(T, type)                                                               \
    VALUE(filter_##T, bmill_bits_filter_##T((type *)m->dst, (const type *)m->a, m->b, \
                                            m->nbytes / sizeof(type)))                \
    VALUE(expand_##T, bmill_bits_expand_##T((type *)m->dst, (const type *)m->a, m->b, \
                                            m->nbytes / sizeof(type)))
FILTER(u8, uint8_t)
FILTER(u16, uint16_t)
FILTER(u32, uint32_t)
FILTER(u64, uint64_t)
VALUE(pext, bmill_bits_pext(m->dst, m->a, m->b, NBITS))
VALUE(pdep, bmill_bits_pdep(m->dst, m->a, m->b, NBITS))

#define COMPARE(R, T, type, value)                                                                \
    CALL(R##_value_##T,                                                                           \
         bmill_bits_##R##_value_##T(m->dst, (const type *)m->a, m->nbytes / sizeof(type), value)) \
    CALL(R##_##T, bmill_bits_##R##_##T(m->dst, (const type *)m->a, (const type *)m->b,            \
                                       m->nbytes / sizeof(type)))
#include "compare.h"

CALL(pack, bmill_bits_pack(m->dst, m->a, m->nbytes))
CALL(pack_msb, bmill_bits_pack_msb(m->dst, m->a, m->nbytes))
CALL(unpack, bmill_bits_unpack(m->dst, m->a, m->nbytes))
CALL(unpack_msb, bmill_bits_unpack_msb(m->dst, m->a, m->nbytes))
CALL(interleave, bmill_bits_interleave(m->dst, m->a, m->b, 4 * m->nbytes))
CALL(deinterleave, bmill_bits_deinterleave(m->dst, m->dst + m->nbytes / 2, m->a, 4 * m->nbytes))

static size_t run_transpose(const struct operands *m)
{
    size_t rows = square_rows(m->nbytes), columns = NBITS / rows;
    return bmill_bits_transpose(m->dst, rows / 8, m->a, columns / 8, rows, columns), 0;
}
REPEAT(transpose)

static size_t run_transpose_64x64(const struct operands *m)
{
    for (size_t i = 0; i < m->nbytes; i += 512)
        bmill_bits_transpose_64x64(m->dst + i, m->a + i);
    return 0;
}
REPEAT(transpose_64x64)

#define SHUFFLE(width)                                                               \
    CALL(shuffle_u##width, bmill_bits_shuffle_u##width(m->dst, m->a, NBITS / width)) \
    CALL(unshuffle_u##width, bmill_bits_unshuffle_u##width(m->dst, m->a, NBITS / width))
SHUFFLE(8)
SHUFFLE(16)
SHUFFLE(32)
SHUFFLE(64)

#define POSITIONAL(width)                                                  \
    static size_t run_positional_count_u##width(const struct operands *m)  \
    {                                                                      \
        size_t counts[width], sum = 0;                                     \
        bmill_bits_positional_count_u##width(counts, m->a, NBITS / width); \
        for (size_t k = 0; k < width; k++)                                 \
            sum += counts[k] * (k + 1);                                    \
        return sum;                                                        \
    }                                                                      \
    REPEAT(positional_count_u##width)
POSITIONAL(8)
POSITIONAL(16)
POSITIONAL(32)
POSITIONAL(64)

#define MANY(name, nmaps, call)                        \
    static size_t run_##name(const struct operands *m) \
    {                                                  \
        const void *maps[nmaps];                       \
        size_t n = m->nbytes / nmaps;                  \
        for (size_t k = 0; k < nmaps; k++)             \
            maps[k] = m->a + k * n;                    \
        return (call), 0;                              \
    }                                                  \
    REPEAT(name)
MANY(and_of_8, 8, bmill_bits_and_many(m->dst, maps, 8, 8 * n))
MANY(xor_of_32, 32, bmill_bits_xor_many(m->dst, maps, 32, 8 * n))
MANY(at_least_4_of_8, 8, bmill_bits_at_least(m->dst, maps, 8, 8 * n, 4))
MANY(exactly_4_of_8, 8, bmill_bits_exactly(m->dst, maps, 8, 8 * n, 4))
MANY(at_least_10_of_32, 32, bmill_bits_at_least(m->dst, maps, 32, 8 * n, 10))

CALL(random_half, bmill_bits_random(m->dst, NBITS, 1, 1, 42))
CALL(random_77_of_256, bmill_bits_random(m->dst, NBITS, 77, 8, 42))

/* 40 zeros, which random bits hardly contain. */
static const unsigned char zeros[5] = {0};
VALUE(find_40_bits, bmill_bits_find_first_pattern(m->a, zeros, NBITS, 40))
VALUE(count_8_bits, bmill_bits_count_pattern(m->a, "\x7e", NBITS, 8))
VALUE(count_24_bits, bmill_bits_count_pattern(m->a, "\x12\x34\x56", NBITS, 24))

VALUE(format_binary, bmill_bits_format_binary((char *)m->dst, m->nbytes, m->a, m->nbytes - 1))
VALUE(format_hex, bmill_bits_format_hex((char *)m->dst, m->nbytes, m->a, 4 * (m->nbytes - 1)))
VALUE(format_hex_msb,
      bmill_bits_format_hex_msb((char *)m->dst, m->nbytes, m->a, 4 * (m->nbytes - 1)))
VALUE(parse_binary, bmill_bits_parse_binary(m->dst, m->nbytes, (const char *)m->a, m->nbytes, NULL))
VALUE(parse_hex, bmill_bits_parse_hex(m->dst, 4 * m->nbytes, (const char *)m->a, m->nbytes, NULL))
VALUE(parse_hex_msb,
      bmill_bits_parse_hex_msb(m->dst, 4 * m->nbytes, (const char *)m->a, m->nbytes, NULL))

static const struct entry table[] = {
#define OPERATION(name, a, b, streams, limit, result, flags) ENTRY(name)
#define OPERATION_OF_SHAPE(op, shape, bit)                   ENTRY(op)
#include "operations.def"
    END};
PEER("bitmill", "", table)
