/* search.h: where a pattern stands: see kernels.tmpl.h.
 *
 * A word of candidates has bit i set if the head of the pattern, its first bits, stands at position
 * i of 64. By words: position i is one if each bit j of the head equals bit i + j; for all i at
 * once that is a shift and an exclusive or. By vectors, where there is v_lookup: see struct tables.
 */
#include <bitmill/bits/range.h>

struct search {
    const unsigned char *bits, *pattern;
    size_t end, length, nbits; /* positions are below end */
    w_t head;
    unsigned head_length;
};

BMILL_KERNEL struct search search_of(const void *bits, const void *pattern, size_t nbits,
                                     size_t length)
{
    struct search s = {bits, pattern, nbits - length + 1, length, nbits, 0, 0};
    s.head = bmill_bits_read(pattern, 0, length);
    s.head_length = length < 64 ? (unsigned)length : 64;
    return s;
}

/* The candidates among `count` positions from i on, 1 to 64; all are below the end. */
BMILL_KERNEL w_t word_candidates(const struct search *s, size_t i, size_t count)
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

/* Whether the bits of the pattern from `known` on stand at position i, too. */
BMILL_KERNEL bool rest_agrees(const struct search *s, size_t i, size_t known)
{
    for (size_t j = known; j < s->length; j += 64)
        if (bmill_bits_read(s->bits, i + j, s->length - j) !=
            bmill_bits_read(s->pattern, j, s->length - j))
            return false;
    return true;
}

/* What becomes of the candidates: the first that is right ends the search, or all are counted. */
struct result {
    bool counting;
    size_t count, first;
};

/* Takes candidates from position i on, whose first `known` bits are right; true ends the search. */
BMILL_KERNEL bool take(const struct search *s, struct result *r, w_t candidates, size_t i,
                       size_t known)
{
    if (r->counting && known >= s->length) {
        r->count += bmill_popcount_u64(candidates);
        return false;
    }
    for (; candidates; candidates &= candidates - 1) {
        size_t at = i + bmill_ctz_u64(candidates);
        if (!rest_agrees(s, at, known))
            continue;
        r->first = at;
        r->count++;
        if (!r->counting)
            return true;
    }
    return false;
}

/* Positions from *i to before `end`, by words. */
BMILL_KERNEL bool search_words(const struct search *s, struct result *r, size_t *i, size_t end)
{
    for (; *i < end; *i += 64) {
        size_t count = end - *i < 64 ? end - *i : 64;
        if (take(s, r, word_candidates(s, *i, count), *i, s->head_length))
            return true;
    }
    *i = end;
    return false;
}

#ifdef BMILL_HAVE_V_LOOKUP

/* A pattern of up to 17 bits that begins in byte b ends in byte b + 2 at the latest. For each of
 * the three bytes and each of its halves a table says, for each value of the half, at which of the
 * eight bits of byte b the pattern may begin: bit r of the entry is 1 if that value does not
 * contradict a pattern beginning at bit r. The AND of the six entries is a byte of candidates, in
 * the order of the bitmap. Longer patterns: as many bits as the three bytes hold, 17 to 24. */
enum { TABLE_BYTES = 3, TABLE_BITS = 17, SPAN = V_BYTES + TABLE_BYTES - 1 };

struct tables {
    v_t low[TABLE_BYTES], high[TABLE_BYTES];
};

/* Entry x is the AND over the bits of x of what bits[value of it][its place] allow. */
BMILL_KERNEL v_t table_of(unsigned char allowed[2][24], size_t place)
{
    unsigned char entries[16];
    for (unsigned x = 0; x < 16; x++)
        entries[x] = allowed[x & 1][place] & allowed[x >> 1 & 1][place + 1] &
                     allowed[x >> 2 & 1][place + 2] & allowed[x >> 3][place + 3];
    return v_table(entries);
}

BMILL_KERNEL struct tables tables_of(const struct search *s)
{
    struct tables t;
    unsigned char allowed[2][24];
    /* Bit 7 + j of known and ones is that of pattern bit j. */
    w_t known = bmill_low_mask_u64(s->length < 24 ? (unsigned)s->length : 24) << 7;
    w_t ones = s->head << 7;
    for (unsigned place = 0; place < 24; place++) {
        /* What begins at bit r has bit place - r of the pattern here: in reverse order of r. */
        allowed[0][place] = bmill_reverse_u8((uint8_t)(~(known & ones) >> place));
        allowed[1][place] = bmill_reverse_u8((uint8_t)(~(known & ~ones) >> place));
    }
    for (size_t byte = 0; byte < TABLE_BYTES; byte++) {
        t.low[byte] = table_of(allowed, 8 * byte);
        t.high[byte] = table_of(allowed, 8 * byte + 4);
    }
    return t;
}

/* The candidates that begin in the V_BYTES at p; SPAN bytes are read. */
BMILL_KERNEL v_t vector_candidates(const unsigned char *p, const struct tables *t)
{
    v_t c = v_lookup(t->low[0], v_load(p));
    c = v_and(c, v_lookup(t->high[0], v_high_halves(v_load(p))));
    for (size_t byte = 1; byte < TABLE_BYTES; byte++) {
        v_t v = v_load(p + byte);
        c = v_and(c, v_and(v_lookup(t->low[byte], v), v_lookup(t->high[byte], v_high_halves(v))));
    }
    return c;
}

/* Takes a vector of candidates word by word. */
BMILL_KERNEL bool take_vector(const struct search *s, struct result *r, v_t candidates, size_t i,
                              size_t known)
{
    unsigned char bytes[V_BYTES];
    v_store(bytes, candidates);
    for (size_t b = 0; b < V_BYTES; b += W_BYTES)
        if (take(s, r, w_load(bytes + b), i + 8 * b, known))
            return true;
    return false;
}

/* Positions from *i on, a multiple of 8, as long as there are vectors. */
BMILL_KERNEL bool search_vectors(const struct search *s, struct result *r, size_t *i)
{
    struct tables t;
    bool exact = s->length <= TABLE_BITS, add_up = exact && r->counting;
    v_t total = v_zero();
    if (s->end - *i < 8 * SPAN)
        return false;
    t = tables_of(s);
    for (; s->end - *i >= 8 * SPAN; *i += 8 * V_BYTES) {
        v_t c = vector_candidates(s->bits + *i / 8, &t);
        if (add_up)
            total = v_add64(total, v_popcount(c));
        else if (v_any(c) && take_vector(s, r, c, *i, exact ? s->length : TABLE_BITS))
            return true;
    }
    r->count += v_sum64(total);
    return false;
}

#else

BMILL_KERNEL bool search_vectors(const struct search *s, struct result *r, size_t *i)
{
    return (void)s, (void)r, (void)i, false;
}

#endif

/* From the first byte border on by vectors; what is before and behind by words. */
BMILL_KERNEL void search_loop(const struct search *s, struct result *r, size_t i)
{
    size_t border = i + (0 - i) % 8;
    if (!search_words(s, r, &i, border < s->end ? border : s->end) && i < s->end &&
        !search_vectors(s, r, &i))
        (void)search_words(s, r, &i, s->end);
}

static size_t find_pattern_kernel(const void *bits, const void *pattern, size_t nbits, size_t from,
                                  size_t length)
{
    struct search s = search_of(bits, pattern, nbits, length);
    struct result r = {false, 0, nbits};
    search_loop(&s, &r, from);
    return r.first;
}

static size_t count_pattern_kernel(const void *bits, const void *pattern, size_t nbits,
                                   size_t length)
{
    struct search s = search_of(bits, pattern, nbits, length);
    struct result r = {true, 0, nbits};
    search_loop(&s, &r, 0);
    return r.count;
}
