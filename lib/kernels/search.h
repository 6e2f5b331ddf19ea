/* search.h: the positions at which a pattern occurs.
 *
 * The head of the pattern is its first bits, up to 64. Candidates are the positions at which the
 * head, or part of it, occurs: one bit each, 64 in a word. By words, the candidates are those
 * positions i for which each bit j of the head equals bit i + j: a shift and an exclusive or for
 * each j. By vectors, where the ISA has BMILL_HAVE_V_LOOKUP: see struct fields.
 */
#ifndef BMILL_KERNELS_SEARCH_H
#define BMILL_KERNELS_SEARCH_H

#include "kernels/ends.h"
#include "simd/simd.h"
#include "tables/vector_thresholds.h"
#include <bitmill/bits/range.h>
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/search.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/search.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/search.h"
#endif

struct search {
    const unsigned char *bits, *pattern;
    size_t end, length, nbits; /* positions are below end */
    w_t head;
    unsigned head_length;
};

BMILL_ALWAYS_INLINE struct search search_of(const void *bits, const void *pattern, size_t nbits,
                                            size_t length)
{
    struct search s = {bits, pattern, nbits - length + 1, length, nbits, 0, 0};
    s.head = bmill_bits_read(pattern, 0, length);
    s.head_length = length < 64 ? (unsigned)length : 64;
    return s;
}

/* The candidates among `count` positions from i, 1 to 64, all below the end. */
BMILL_ALWAYS_INLINE w_t word_candidates(const struct search *s, size_t i, size_t count)
{
    w_t low = bmill_bits_read(s->bits, i, s->nbits - i);
    w_t high = s->nbits - i > 64 ? bmill_bits_read(s->bits, i + 64, s->nbits - i - 64) : 0;
    w_t candidates = bmill_low_mask_u64((unsigned)count);
    for (unsigned j = 0; j < s->head_length && candidates; j++) {
        candidates &= ~(low ^ (0 - (s->head >> j & 1)));
        low = low >> 1 | high << 63;
        high >>= 1;
    }
    return candidates;
}

/* Whether the pattern occurs at position i, given that its first `known` bits do. */
BMILL_ALWAYS_INLINE bool rest_agrees(const struct search *s, size_t i, size_t known)
{
    /* Up to 57 bits that begin at any bit are in one word, if that is within the bitmap. */
    if (known == 0 && s->nbits - i >= 64) {
        known = s->head_length < 57 ? s->head_length : 57;
        if ((w_load(s->bits + i / 8) >> i % 8 ^ s->head) & bmill_low_mask_u64((unsigned)known))
            return false;
    }
    for (size_t j = known; j < s->length; j += 64)
        if (bmill_bits_read(s->bits, i + j, s->length - j) !=
            bmill_bits_read(s->pattern, j, s->length - j))
            return false;
    return true;
}

/* The first candidate that is a match ends the search, or all matches are counted. */
struct result {
    bool counting;
    size_t count, first;
};

/* Checks candidates from position i, whose first `known` bits match. True ends the search. */
BMILL_ALWAYS_INLINE bool check_candidates(const struct search *s, struct result *r, w_t candidates,
                                          size_t i, size_t known)
{
    if (r->counting && known >= s->length) {
        r->count += w_popcount(candidates);
        return false;
    }
    for (; candidates; candidates &= candidates - 1) {
        size_t at = i + w_ctz(candidates);
        if (!rest_agrees(s, at, known))
            continue;
        r->first = at;
        r->count++;
        if (!r->counting)
            return true;
    }
    return false;
}

/* The positions *i to end - 1, by words. */
BMILL_ALWAYS_INLINE bool search_words(const struct search *s, struct result *r, size_t *i,
                                      size_t end)
{
    for (; *i < end; *i += 64) {
        size_t count = end - *i < 64 ? end - *i : 64;
        if (check_candidates(s, r, word_candidates(s, *i, count), *i, s->head_length))
            return true;
    }
    *i = end;
    return false;
}

#ifdef BMILL_HAVE_V_LOOKUP

/* A field is a few neighbouring bits of a byte of the bitmap: 4 with AVX2, 6 with AVX-512. Its
 * position is counted from the first bit of a byte b; a pattern may begin at each of the eight bits
 * of b. A table has a byte for each value of a field: bit r is 1 if the value does not contradict a
 * pattern that begins at bit r. The AND of the bytes that several fields look up is a byte of
 * candidates, in the order of the bitmap.
 *
 * Patterns of up to 9 bits are within two bytes, those of up to 17 within three: if the fields are
 * all bits of these bytes, the candidates are exact. For patterns of QUICK_BITS and more there are
 * the QUICK_FIELDS, the fewest lookups that are rarely wrong: among vectors of random bits 1 in 60
 * has a wrong candidate with AVX-512, 1 in 250 with AVX2. They begin QUICK_SKIP bytes after b. */
enum { MOST_FIELDS = 6 };

struct fields {
    unsigned char count, at[MOST_FIELDS];
};

struct tables {
    v_t of[MOST_FIELDS];
};

/* The values that a bit of the bitmap may have. For the bit at `place`, counted from byte b + skip,
 * and a pattern that begins at bit r: result bit 24 - place + r is 1 if it may be 0, and result bit
 * 56 - place + r if it may be 1. There the pattern has its bit place - r, or none; hence the
 * reversal of its bits. */
BMILL_ALWAYS_INLINE w_t allowed_of(const struct search *s, size_t skip)
{
    w_t known = bmill_low_mask_u64(s->head_length) << 7 >> 8 * skip & 0xffffffff;
    w_t ones = s->head << 7 >> 8 * skip;
    return ~w_reverse((known & ones) << 32 | (known & ~ones));
}

BMILL_ALWAYS_INLINE struct tables tables_of(const struct search *s, struct fields fields,
                                            size_t skip)
{
    struct tables t;
    w_t allowed = allowed_of(s, skip);
    BMILL_UNROLL
    for (unsigned f = 0; f < MOST_FIELDS; f++)
        if (f < fields.count)
            t.of[f] = v_table(allowed, fields.at[f]);
    return t;
}

/* The candidates of V_BYTES bytes b; the first of them is `skip` bytes before p. */
BMILL_ALWAYS_INLINE v_t vector_candidates(const unsigned char *p, const struct tables *t,
                                          struct fields fields)
{
    v_t c = v_lookup(t->of[0], v_load(p + fields.at[0] / 8), fields.at[0] % 8);
    BMILL_UNROLL
    for (unsigned f = 1; f < MOST_FIELDS; f++)
        if (f < fields.count)
            c = v_and(c, v_lookup(t->of[f], v_load(p + fields.at[f] / 8), fields.at[f] % 8));
    return c;
}

/* Checks a vector of candidates from position i; there are rarely several. */
BMILL_ALWAYS_INLINE bool check_vector(const struct search *s, struct result *r, v_t candidates,
                                      size_t i, size_t known)
{
    unsigned char bytes[V_BYTES];
    v_store(bytes, candidates);
    while (v_any(candidates)) {
        size_t b = v_find_first_byte(candidates);
        if (check_candidates(s, r, bytes[b], i + 8 * b, known))
            return true;
        candidates = v_keep_last(candidates, V_BYTES - 1 - b);
    }
    return false;
}

/* The last positions from i, a multiple of 8, in a copy that zeros follow. */
BMILL_ALWAYS_INLINE bool search_end(const struct search *s, struct result *r,
                                    const struct tables *t, struct fields fields, size_t skip,
                                    size_t known, size_t i)
{
    unsigned char copy[2 * V_BYTES + W_BYTES];
    unsigned char candidates[V_BYTES];
    const unsigned char *p = s->bits + i / 8;
    /* The positions are in fewer than SPAN bytes; up to 2 more bytes are read. */
    size_t all = bytes_of(s->nbits) - i / 8;
    size_t n = min_offset(all, SPAN + 2);
    v_store(copy, v_zero());
    v_store(copy + V_BYTES, v_zero());
    w_store(copy + 2 * V_BYTES, 0);
    if (n >= V_BYTES) {
        v_store(copy, v_load(p));
        v_store(copy + n - V_BYTES, v_load(p + n - V_BYTES));
    } else {
        v_store_halves(copy, n, v_load_halves(p, p + n, n));
    }
    if (n == all)
        copy[n - 1] &= (unsigned char)last_byte_mask(s->nbits);
    for (p = copy + skip; i < s->end; p += V_BYTES) {
        v_t c = vector_candidates(p, t, fields);
        v_store(candidates, c);
        for (size_t b = 0; b < V_BYTES && i < s->end; b += W_BYTES, i += 64) {
            unsigned left = s->end - i < 64 ? (unsigned)(s->end - i) : 64;
            if (check_candidates(s, r, w_load(candidates + b) & bmill_low_mask_u64(left), i, known))
                return true;
        }
    }
    return false;
}

/* The number of candidates in that many vectors; a separate function, as it needs a register for
 * the table of each field. */
typedef size_t vectors_counter(const unsigned char *p, size_t vectors, const struct tables *t);

BMILL_ALWAYS_INLINE size_t count_vectors(const unsigned char *p, size_t vectors, struct tables t,
                                         struct fields fields)
{
    v_t total = v_zero();
    for (; vectors > 0; vectors--, p += V_BYTES)
        total = v_add64(total, v_popcount(vector_candidates(p, &t, fields)));
    return v_sum64(total);
}
BMILL_NOINLINE size_t count_two_bytes(const unsigned char *p, size_t vectors,
                                      const struct tables *t)
{
    const struct fields fields = {FIELDS_OF_TWO_BYTES};
    return count_vectors(p, vectors, *t, fields);
}
BMILL_NOINLINE size_t count_three_bytes(const unsigned char *p, size_t vectors,
                                        const struct tables *t)
{
    const struct fields fields = {FIELDS_OF_THREE_BYTES};
    return count_vectors(p, vectors, *t, fields);
}

/* Four vectors with one branch, while there are as many. */
BMILL_ALWAYS_INLINE bool search_fours(const struct search *s, struct result *r,
                                      const struct tables *t, struct fields fields, size_t skip,
                                      size_t known, size_t *i)
{
    for (; s->end - *i >= 8 * (SPAN + 3 * V_BYTES); *i += 4 * 8 * V_BYTES) {
        const unsigned char *p = s->bits + skip + *i / 8;
        v_t c0 = vector_candidates(p, t, fields);
        v_t c1 = vector_candidates(p + V_BYTES, t, fields);
        v_t c2 = vector_candidates(p + 2 * V_BYTES, t, fields);
        v_t c3 = vector_candidates(p + 3 * V_BYTES, t, fields);
        if (v_any(v_or(v_or(c0, c1), v_or(c2, c3))) &&
            (check_vector(s, r, c0, *i, known) || check_vector(s, r, c1, *i + 8 * V_BYTES, known) ||
             check_vector(s, r, c2, *i + 2 * 8 * V_BYTES, known) ||
             check_vector(s, r, c3, *i + 3 * 8 * V_BYTES, known)))
            return true;
    }
    return false;
}

/* The positions from i, a multiple of 8. `counted` is there if the fields are all bits of some
 * bytes. A vector looks at SPAN bytes, all before the last bit of the bitmap. */
BMILL_ALWAYS_INLINE void search_vectors(const struct search *s, struct result *result,
                                        struct fields fields, size_t skip, vectors_counter *counted,
                                        size_t i)
{
    struct result r = *result;
    struct tables t = tables_of(s, fields, skip);
    size_t known = counted && s->length <= EXACT_BITS ? s->length : 0;
    bool done;
    if (known && r.counting && s->end - i >= 8 * SPAN) {
        size_t vectors = ((s->end - i) / 8 - SPAN) / V_BYTES + 1;
        r.count += counted(s->bits + i / 8, vectors, &t);
        i += vectors * 8 * V_BYTES;
    }
    done = search_fours(s, &r, &t, fields, skip, known, &i);
    for (; !done && s->end - i >= 8 * SPAN; i += 8 * V_BYTES)
        done = check_vector(s, &r, vector_candidates(s->bits + skip + i / 8, &t, fields), i, known);
    if (!done)
        (void)search_end(s, &r, &t, fields, skip, known, i);
    *result = r;
}

BMILL_NOINLINE void search_two_bytes(const struct search *s, struct result *r, size_t i)
{
    const struct fields fields = {FIELDS_OF_TWO_BYTES};
    search_vectors(s, r, fields, 0, count_two_bytes, i);
}
BMILL_NOINLINE void search_three_bytes(const struct search *s, struct result *r, size_t i)
{
    const struct fields fields = {FIELDS_OF_THREE_BYTES};
    search_vectors(s, r, fields, 0, count_three_bytes, i);
}
BMILL_NOINLINE void search_quick(const struct search *s, struct result *r, size_t i)
{
    const struct fields fields = {QUICK_FIELDS};
    search_vectors(s, r, fields, QUICK_SKIP, NULL, i);
}

/* By words up to a multiple of 8, if i is none; the rest by vectors. */
BMILL_ALWAYS_INLINE void search_loop(const struct search *s, struct result *r, size_t i)
{
    if (i % 8) {
        size_t border = (i + 63) / 8 * 8;
        if (search_words(s, r, &i, border < s->end ? border : s->end))
            return;
    }
    if (i >= s->end)
        return;
    if (s->length <= TWO_BYTE_PATTERN)
        search_two_bytes(s, r, i);
    else if (s->length < QUICK_BITS)
        search_three_bytes(s, r, i);
    else
        search_quick(s, r, i);
}

#else

/* Keeps the candidates of two vectors from p at which n bits, 1 to 8, of the head occur. No branch
 * but those on the pattern, which are the same for all vectors. */
BMILL_ALWAYS_INLINE void keep_if_head_occurs(v_t *c0, v_t *c1, const unsigned char *p, w_t head,
                                             unsigned n)
{
    BMILL_UNROLL
    for (unsigned j = 0; j < 8; j++) {
        v_t v0 = v_load(p), v1 = v_load(p + V_BYTES);
        if (j == n)
            break;
        if (j > 0) {
            v0 = v_or(v_shr64(v0, j), v_shl64(v_load(p + 1), 8 - j));
            v1 = v_or(v_shr64(v1, j), v_shl64(v_load(p + V_BYTES + 1), 8 - j));
        }
        if (head >> j & 1) {
            *c0 = v_and(*c0, v0);
            *c1 = v_and(*c1, v1);
        } else {
            *c0 = v_andnot(*c0, v0);
            *c1 = v_andnot(*c1, v1);
        }
    }
}

/* The candidates of two vectors from p. After two bytes of the head there are rarely any. */
BMILL_ALWAYS_INLINE void two_vectors_of_candidates(v_t *c0, v_t *c1, const struct search *s,
                                                   const unsigned char *p)
{
    *c0 = *c1 = v_not(v_zero());
    for (unsigned j = 0; j < s->head_length; j += 8) {
        unsigned n = s->head_length - j < 8 ? s->head_length - j : 8;
        if (j >= 16 && !v_any(v_or(*c0, *c1)))
            break;
        keep_if_head_occurs(c0, c1, p + j / 8, s->head >> j, n);
    }
}

/* The positions from *i, a multiple of 8, that are whole pairs of vectors. */
BMILL_ALWAYS_INLINE bool search_vectors(const struct search *s, struct result *r, size_t *i)
{
    enum { POSITIONS = 2 * 8 * V_BYTES };
    unsigned char candidates[2 * V_BYTES];
    v_t c0, c1, total = v_zero();
    bool exact = r->counting && s->length <= 64;
    for (; *i + POSITIONS <= s->end && *i + POSITIONS + 64 <= s->nbits; *i += POSITIONS) {
        two_vectors_of_candidates(&c0, &c1, s, s->bits + *i / 8);
        if (exact) {
            total = v_add64(total, v_add64(v_popcount(c0), v_popcount(c1)));
        } else if (v_any(v_or(c0, c1))) {
            v_store(candidates, c0);
            v_store(candidates + V_BYTES, c1);
            for (size_t b = 0; b < 2 * V_BYTES; b += W_BYTES)
                if (check_candidates(s, r, w_load(candidates + b), *i + 8 * b, s->head_length))
                    return true;
        }
    }
    r->count += v_sum64(total);
    return false;
}

/* By words up to a multiple of 8, if i is none; the rest by vectors. */
BMILL_ALWAYS_INLINE void search_loop(const struct search *s, struct result *r, size_t i)
{
    if (i % 8) {
        size_t border = (i + 63) / 8 * 8;
        if (search_words(s, r, &i, border < s->end ? border : s->end))
            return;
    }
    if (!search_vectors(s, r, &i))
        (void)search_words(s, r, &i, s->end);
}

#endif

BMILL_KERNEL size_t find_pattern_kernel(const void *bits, const void *pattern, size_t nbits,
                                        size_t from, size_t length)
{
    struct search s = search_of(bits, pattern, nbits, length);
    struct result r = {false, 0, nbits};
    search_loop(&s, &r, from);
    return r.first;
}

BMILL_KERNEL size_t count_pattern_kernel(const void *bits, const void *pattern, size_t nbits,
                                         size_t length)
{
    struct search s = search_of(bits, pattern, nbits, length);
    struct result r = {true, 0, nbits};
    search_loop(&s, &r, 0);
    return r.count;
}

#endif
