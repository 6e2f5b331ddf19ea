/* index.h: decode for AVX-512: vpcompressb selects the positions of the 1 bits of a word, one byte
 * each, from the numbers 0 to 63. See kernels/decode_batch.h. */
#ifndef BMILL_SIMD_AVX512_INDEX_H
#define BMILL_SIMD_AVX512_INDEX_H

#include "kernels/lists.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

/* The positions of the 1 bits of a word, one byte each, then zeros. */
BMILL_ALWAYS_INLINE v_t positions_of(w_t word)
{
    const v_t numbers = _mm512_set_epi64(0x3f3e3d3c3b3a3938, 0x3736353433323130, /**/
                                         0x2f2e2d2c2b2a2928, 0x2726252423222120, /**/
                                         0x1f1e1d1c1b1a1918, 0x1716151413121110, /**/
                                         0x0f0e0d0c0b0a0908, 0x0706050403020100);
    return _mm512_mask_compress_epi8(v_fresh_zero(), word, numbers);
}

/* The number of elements in a vector. */
BMILL_ALWAYS_INLINE size_t lanes_of(size_t width) { return V_BYTES / width; }

BMILL_ALWAYS_INLINE v_t add_elements(v_t a, v_t b, size_t width)
{
    return width == 2   ? _mm512_add_epi16(a, b)
           : width == 4 ? _mm512_add_epi32(a, b)
                        : _mm512_add_epi64(a, b);
}

/* The first bytes, widened to elements, plus those of `base`. */
BMILL_ALWAYS_INLINE v_t widened(v_t bytes, v_t base, size_t width)
{
    __m256i low = _mm512_castsi512_si256(bytes);
    v_t elements = width == 2   ? _mm512_cvtepu8_epi16(low)
                   : width == 4 ? _mm512_cvtepu8_epi32(_mm256_castsi256_si128(low))
                                : _mm512_cvtepu8_epi64(_mm256_castsi256_si128(low));
    return add_elements(elements, base, width);
}

/* The same for the bytes at p, where a whole vector was stored. No byte more than needed is loaded:
 * a load that reaches past the store could not be forwarded from it and would wait. */
BMILL_ALWAYS_INLINE v_t widened_from(const unsigned char *p, v_t base, size_t width)
{
    if (width == 2)
        return widened(_mm512_castsi256_si512(_mm256_loadu_si256((const void *)p)), base, width);
    if (width == 4)
        return widened(_mm512_castsi128_si512(x_load(p)), base, width);
    return widened(_mm512_castsi128_si512(_mm_loadl_epi64((const void *)p)), base, width);
}

/* Stores the elements whose bit in `kept` is 1, which are the first. */
BMILL_ALWAYS_INLINE void store_kept(unsigned char *p, w_t kept, v_t elements, size_t width)
{
    if (width == 2)
        _mm512_mask_storeu_epi16(p, (__mmask32)kept, elements);
    else if (width == 4)
        _mm512_mask_storeu_epi32(p, (__mmask16)kept, elements);
    else
        _mm512_mask_storeu_epi64(p, (__mmask8)kept, elements);
}

BMILL_NOINLINE void store_bytes_across(unsigned char *p, size_t nbytes, v_t v)
{
    unsigned char copy[V_BYTES];
    v_store(copy, v);
    memcpy(p, copy, nbytes);
}
/* The same where the vector may reach into the page after that of these elements. If that page is
 * absent, or was not written yet, a masked store takes long to find out that it writes nothing
 * there (64 bytes of bits, one in a hundred set: 298 ns a call, and 145): see in_one_page. */
BMILL_ALWAYS_INLINE void store_elements(unsigned char *p, w_t kept, v_t elements, size_t width)
{
    kept &= first_bytes(lanes_of(width));
    if (BMILL_LIKELY(in_one_page(p)))
        store_kept(p, kept, elements, width);
    else
        store_bytes_across(p, width * w_popcount(kept), elements);
}

/* Stores x plus the position of each of the first n 1 bits of a word, n <= 64. */
BMILL_ALWAYS_INLINE void store_positions(unsigned char *p, w_t word, size_t n, uint64_t x,
                                         size_t width)
{
    size_t lanes = lanes_of(width);
    _Alignas(64) unsigned char positions[V_BYTES];
    v_t bytes = positions_of(word), base = v_broadcast(x, width);
    w_t kept = first_bytes(n);
    store_elements(p, kept, widened(bytes, base, width), width);
    if (n <= lanes)
        return;
    v_store(positions, bytes);
    for (size_t i = lanes; i < n; i += lanes)
        store_elements(p + width * i, kept >> i, widened_from(positions + i, base, width), width);
}

#define BMILL_HAVE_decode_word
BMILL_ALWAYS_INLINE bool decode_word(struct decoding *d, w_t word, size_t first, size_t width)
{
    size_t ones = w_popcount(word), room = d->capacity - d->n;
    size_t n = ones < room ? ones : room;
    if (word == 0)
        return true;
    store_positions((unsigned char *)d->dst + width * d->n, word, n, d->base + first, width);
    d->n += n;
    if (ones < room)
        return true;
    d->from = first + w_select(word, (unsigned)room - 1) + 1;
    return false;
}

/* ---- Lines ---- */

#define BMILL_HAVE_decode_line
/* Decodes a line with `slots` elements for each word, a constant, without a branch; a mask keeps
 * those that the word has. A word with more than that takes a loop. */
BMILL_ALWAYS_INLINE size_t decode_dense_words(void *dst, const unsigned char *line, v_t base,
                                              size_t slots, size_t width)
{
    unsigned char *p = dst;
    size_t lanes = lanes_of(width);
    for (size_t k = 0; k < LINE_WORDS; k++) {
        _Alignas(64) unsigned char positions[V_BYTES];
        w_t word = w_load(line + W_BYTES * k), kept;
        size_t ones = w_popcount(word), i;
        v_t bytes = positions_of(word);
        kept = first_bytes(ones);
        store_kept(p, kept, widened(bytes, base, width), width);
        v_store(positions, bytes);
        BMILL_UNROLL_8
        for (i = lanes; i < slots; i += lanes)
            store_kept(p + width * i, kept >> i, widened_from(positions + i, base, width), width);
        for (; i < ones; i += lanes)
            store_kept(p + width * i, kept >> i, widened_from(positions + i, base, width), width);
        base = add_elements(base, v_broadcast(64, width), width);
        p += width * ones;
    }
    return (size_t)(p - (unsigned char *)dst) / width;
}

/* Slots per word, in whole vectors, that a half-full word rarely exceeds. */
BMILL_ALWAYS_INLINE size_t most_slots(size_t width) { return width == 2 ? 64 : 48; }

/* Word by word, for a dst near the end of a page. */
BMILL_ALWAYS_INLINE size_t decode_line_across(void *dst, const unsigned char *line, uint64_t x,
                                              size_t width)
{
    unsigned char *p = dst;
    for (size_t k = 0; k < LINE_WORDS; k++, x += 64) {
        w_t word = w_load(line + W_BYTES * k);
        size_t ones = w_popcount(word);
        store_positions(p, word, ones, x, width);
        p += width * ones;
    }
    return (size_t)(p - (unsigned char *)dst) / width;
}

BMILL_ALWAYS_INLINE size_t decode_dense_line(void *dst, const unsigned char *line, uint64_t x,
                                             size_t width)
{
    size_t ones = v_sum64(v_popcount(v_load(line))), lanes = lanes_of(width);
    size_t most = ones / 8 + ones / 32 + 4; /* 1 bits that a word rarely exceeds */
    uintptr_t end = (uintptr_t)dst + width * ones;
    v_t base = v_broadcast(x, width);
    /* A store may reach that far past the last element: see store_elements. */
    if (((end - 1) ^ (end + width * most_slots(width))) >= 4096)
        return decode_line_across(dst, line, x, width);
    return most <= lanes       ? decode_dense_words(dst, line, base, lanes, width)
           : most <= 2 * lanes ? decode_dense_words(dst, line, base, 2 * lanes, width)
                               : decode_dense_words(dst, line, base, most_slots(width), width);
}

/* The 1 bits of a line as two vectors of bytes: which byte of the line each is in, and which bit of
 * that it is. */
struct ones {
    size_t n;
    v_t bytes, bits;
};

/* The position of the lowest 1 bit of each byte, if it has one; `less` is v minus 1 in each byte.
 */
BMILL_ALWAYS_INLINE v_t lowest_bits(v_t v, v_t less)
{
    return _mm512_popcnt_epi8(_mm512_andnot_si512(v, less));
}

/* The 1 bits of a line in which up to 32 bytes, `found`, have a 1 bit, and some of these, `twice`,
 * have two. Each byte gets two slots, and the slots that have a 1 bit are kept. */
BMILL_ALWAYS_INLINE struct ones ones_of_pairs(struct ones o, w_t found, w_t twice, v_t low,
                                              v_t high)
{
    w_t slots = w_pdep(first_bytes(o.n), 0x5555555555555555) |
                w_pdep(w_pext(twice, found), 0xaaaaaaaaaaaaaaaa);
    v_t slot = positions_of(slots);
    __mmask64 second = _mm512_test_epi8_mask(slot, _mm512_set1_epi8(1));
    v_t pair = v_and(_mm512_srli_epi16(slot, 1), _mm512_set1_epi8(31));
    o.n = w_popcount(slots);
    o.bytes = _mm512_permutexvar_epi8(pair, o.bytes);
    o.bits = _mm512_permutexvar_epi8(o.bytes, low);
    o.bits = _mm512_mask_permutexvar_epi8(o.bits, second, o.bytes, high);
    return o;
}

/* 8 * byte + bit + base for as many 1 bits as a vector has elements. */
BMILL_ALWAYS_INLINE v_t indices_of(struct ones o, v_t base, size_t width)
{
    v_t bytes = widened(o.bytes, v_zero(), width);
    v_t eights = width == 2   ? _mm512_slli_epi16(bytes, 3)
                 : width == 4 ? _mm512_slli_epi32(bytes, 3)
                              : _mm512_slli_epi64(bytes, 3);
    return add_elements(eights, widened(o.bits, base, width), width);
}

/* The bytes after those. */
BMILL_ALWAYS_INLINE v_t next_bytes(v_t bytes, size_t width)
{
    return width == 2   ? _mm512_alignr_epi64(bytes, bytes, 4)
           : width == 4 ? _mm512_alignr_epi64(bytes, bytes, 2)
                        : _mm512_alignr_epi64(bytes, bytes, 1);
}

#define BMILL_HAVE_decode_few
/* Decodes a line in which no byte has three 1 bits, and no more than 32 bytes have any if one has
 * two: nearly without branches that depend on where the 1 bits are. 512 bytes, one bit in a hundred
 * set, take 46 ns; word by word they take 90, although the processor could learn all branches. On
 * bits that it has not seen before, a line takes 9 ns, word by word 16. */
BMILL_ALWAYS_INLINE size_t decode_few(void *dst, const unsigned char *line, uint64_t x,
                                      size_t width)
{
    const v_t one = _mm512_set1_epi8(1), base = v_broadcast(x, width);
    v_t v = v_load(line), less = _mm512_sub_epi8(v, one), low = lowest_bits(v, less);
    w_t found = _mm512_test_epi8_mask(v, v), twice = _mm512_test_epi8_mask(v, less), kept;
    struct ones o = {w_popcount(found), positions_of(found), v};
    if (twice == 0) {
        o.bits = _mm512_permutexvar_epi8(o.bytes, low);
    } else {
        v_t rest = v_and(v, less), less2 = _mm512_sub_epi8(rest, one);
        if (_mm512_test_epi8_mask(rest, less2) != 0 || o.n > 32)
            return NOT_FEW;
        o = ones_of_pairs(o, found, twice, low, lowest_bits(rest, less2));
    }
    kept = first_bytes(o.n);
    store_elements(dst, kept, indices_of(o, base, width), width);
    for (size_t i = lanes_of(width); i < o.n; i += lanes_of(width)) {
        o.bytes = next_bytes(o.bytes, width);
        o.bits = next_bytes(o.bits, width);
        store_elements((unsigned char *)dst + width * i, kept >> i, indices_of(o, base, width),
                       width);
    }
    return o.n;
}

/* ---- Batches ---- */

#define BMILL_HAVE_DECODE_BATCH
#define BMILL_HAVE_DECODE_EIGHT
enum { FEWEST_LINES = AVX512_BATCH_BITS / LINE_BITS, DECODE_LEVELS = 4, DECODE_BY_EIGHT = 1 };

BMILL_ALWAYS_INLINE unsigned nonzero_words(const unsigned char *line)
{
    v_t v = v_load(line);
    return _mm512_test_epi64_mask(v, v);
}

/* Bit k: whether word k of up to 8 lines is not 0. Not through memory: a load of eight bytes that
 * were stored one by one is not forwarded, which cost 10 ns a call. */
BMILL_ALWAYS_INLINE w_t nonzero_in_lines(const unsigned char *p, size_t lines)
{
    w_t words = 0;
    BMILL_UNROLL_8
    for (size_t k = 0; k < lines; k++)
        words |= (w_t)nonzero_words(p + V_BYTES * k) << 8 * k;
    return words;
}

BMILL_ALWAYS_INLINE size_t list_nonzero(uint16_t *places, const unsigned char *p, size_t lines)
{
    size_t n = 0;
    for (size_t i = 0; i < lines; i += 8) {
        const unsigned char *from = p + V_BYTES * i;
        w_t words = lines - i >= 8 ? nonzero_in_lines(from, 8) : nonzero_in_lines(from, lines - i);
        v_t bytes, base = v_broadcast(8 * i, 2);
        if (words == 0)
            continue;
        bytes = positions_of(words);
        v_store((unsigned char *)(places + n), widened(bytes, base, 2));
        v_store((unsigned char *)(places + n + 32),
                widened(_mm512_castsi256_si512(_mm512_extracti64x4_epi64(bytes, 1)), base, 2));
        n += w_popcount(words);
    }
    return n;
}

/* Level 0 takes eight words at a time and stores four elements for each. Levels 1, 2, 3 store one
 * vector, two vectors, most_slots elements for a word. */
BMILL_ALWAYS_INLINE size_t decode_slots(int level, size_t width)
{
    return level == 0   ? 4
           : level == 1 ? lanes_of(width)
           : level == 2 ? 2 * lanes_of(width)
                        : most_slots(width);
}
BMILL_ALWAYS_INLINE int decode_level(size_t ones, size_t words, size_t width)
{
    size_t most = ones / words + ones / (4 * words) + 4; /* 1 bits that a word rarely exceeds */
    return 2 * ones <= 3 * words            ? 0
           : most <= decode_slots(1, width) ? 1
           : most <= decode_slots(2, width) ? 2
                                            : 3;
}

BMILL_ALWAYS_INLINE void decode_all(void *dst, size_t n, const unsigned char *from, uint64_t x,
                                    int level, size_t width)
{
    unsigned char *p = (unsigned char *)dst + width * n;
    w_t word = w_load(from);
    _Alignas(64) unsigned char positions[V_BYTES];
    size_t stored = decode_slots(level, width), i;
    v_t bytes = positions_of(word), base = v_broadcast(x, width);
    v_store(p, widened(bytes, base, width));
    if (level == 1 && w_popcount(word) <= stored)
        return;
    v_store(positions, bytes);
    BMILL_UNROLL_8
    for (i = lanes_of(width); i < stored; i += lanes_of(width))
        v_store(p + width * i, widened_from(positions + i, base, width));
    for (; i < w_popcount(word); i += lanes_of(width))
        v_store(p + width * i, widened_from(positions + i, base, width));
}

/* ---- Eight words with at most four 1 bits each ---- */

/* The position of the lowest 1 bit of each word, 64 if it has none; removes that bit. */
BMILL_ALWAYS_INLINE v_t take_first(v_t *words)
{
    v_t less = _mm512_sub_epi64(*words, _mm512_set1_epi64(1));
    v_t position = _mm512_popcnt_epi64(_mm512_andnot_si512(*words, less));
    *words = _mm512_and_si512(*words, less);
    return position;
}

/* Stores four elements for each word. Those of word k are at byte 8 k for width 2, at
 * place_of_four(k) for width 4, and for width 8 two there and two 128 bytes after that. Lane k of x
 * is base plus the position of bit 0 of word k. */
BMILL_ALWAYS_INLINE size_t place_of_four(size_t k) { return 64 * (k % 2) + 16 * (k / 2); }

BMILL_ALWAYS_INLINE void store_fours(unsigned char *p, const v_t i[4], v_t x, size_t width)
{
    v_t low = i[0], high = i[2];
    if (width == 8) {
        v_t i0 = _mm512_add_epi64(i[0], x), i1 = _mm512_add_epi64(i[1], x);
        v_t i2 = _mm512_add_epi64(i[2], x), i3 = _mm512_add_epi64(i[3], x);
        v_store(p, _mm512_unpacklo_epi64(i0, i1));
        v_store(p + 64, _mm512_unpackhi_epi64(i0, i1));
        v_store(p + 128, _mm512_unpacklo_epi64(i2, i3));
        v_store(p + 192, _mm512_unpackhi_epi64(i2, i3));
        return;
    }
    low = _mm512_or_si512(low, _mm512_slli_epi64(i[1], 8 * (unsigned)width));
    high = _mm512_or_si512(high, _mm512_slli_epi64(i[3], 8 * (unsigned)width));
    if (width == 4) {
        x = _mm512_shuffle_epi32(x, 0xa0); /* the low half of each lane, twice */
        low = _mm512_add_epi32(low, x);
        high = _mm512_add_epi32(high, x);
        v_store(p, _mm512_unpacklo_epi64(low, high));
        v_store(p + 64, _mm512_unpackhi_epi64(low, high));
    } else {
        x = _mm512_shufflelo_epi16(_mm512_shufflehi_epi16(x, 0), 0);
        low = _mm512_or_si512(low, _mm512_slli_epi64(high, 32));
        v_store(p, _mm512_add_epi16(low, x));
    }
}

/* Makes the compiler load what was stored there. It would rather extract the parts from registers,
 * and all of them would go through one port of the processor. */
BMILL_ALWAYS_INLINE void not_in_registers(const void *p, const void *q)
{
    __asm__ volatile("" : : "r"(p), "r"(q) : "memory");
}

/* Word at[k] of p, for each lane k. gcc without optimisation makes a macro of this intrinsic, and
 * -Wsign-conversion finds fault with it. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
BMILL_ALWAYS_INLINE v_t gather_words(const unsigned char *p, v_t at)
{
    return _mm512_mask_i64gather_epi64(v_zero(), 0xff, at, p, W_BYTES);
}
#pragma GCC diagnostic pop

/* Decodes words places[0] to places[7] of p. If one has more than four 1 bits, it does nothing and
 * returns false. */
BMILL_ALWAYS_INLINE bool decode_eight(void *dst, size_t *n, const unsigned char *p,
                                      const uint16_t *places, uint64_t x, size_t width)
{
    _Alignas(64) unsigned char four[4 * V_BYTES], ones[V_BYTES];
    v_t at = _mm512_cvtepu16_epi64(_mm_loadu_si128((const void *)places)), i[4];
    v_t words = gather_words(p, at);
    size_t end = *n;
    v_store(ones, _mm512_popcnt_epi64(words));
    BMILL_UNROLL_8
    for (size_t k = 0; k < 4; k++)
        i[k] = take_first(&words);
    if (v_any(words))
        return false;
    at = _mm512_add_epi64(_mm512_slli_epi64(at, 6), _mm512_set1_epi64((long long)x));
    store_fours(four, i, at, width);
    not_in_registers(four, ones);
    BMILL_UNROLL_8
    for (size_t k = 0; k < 8; k++) {
        unsigned char *to = (unsigned char *)dst + width * end;
        if (width == 2) {
            w_store(to, w_load(four + 8 * k));
        } else {
            x_store(to, x_load(four + place_of_four(k)));
            if (width == 8)
                x_store(to + 16, x_load(four + place_of_four(k) + 128));
        }
        end += w_load(ones + 8 * k);
    }
    *n = end;
    return true;
}

#endif
