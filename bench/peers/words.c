/* words.c: each operation as a good programmer writes it in C without a library: over words of 8
 * bytes, with what the compiler has built in, and with the instructions pext and pdep where -march
 * allows them. peers.list says for which compilers and processors this file is compiled: it shows
 * what the reader's own compiler makes of his own loop.
 *
 * Maps have `restrict`, which spares the compiler a test for overlap.
 */
#include "loops.h"

#define ONES UINT64_MAX

LOOP uint32_t load32(const void *p)
{
    uint32_t x;
    memcpy(&x, p, sizeof x);
    return x;
}
LOOP void store32(void *p, uint32_t x) { memcpy(p, &x, sizeof x); }

/* The last bytes, fewer than 8. */
LOOP uint64_t load_rest(const unsigned char *p, size_t n)
{
    uint64_t x = 0;
    for (size_t i = 0; i < n; i++)
        x |= (uint64_t)p[i] << 8 * i;
    return x;
}
LOOP void store_rest(unsigned char *p, uint64_t x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        p[i] = (unsigned char)(x >> 8 * i);
}
LOOP size_t last_one(uint64_t x) { return 63 - (size_t)__builtin_clzll(x); }

/* ---- The operations of ops.def, by the names of the loops in shapes.h. The operation is a
 * parameter; one with one input gets it twice, and the compiler drops the second load. ---- */

LOOP void loop_map(void *dst_, const void *a_, const void *b_, size_t nbits, word_op *op)
{
    unsigned char *restrict dst = dst_;
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = 0;
    for (; i + 8 <= n; i += 8)
        store(dst + i, op(load(a + i), load(b + i)));
    if (i < n)
        store_rest(dst + i, op(load_rest(a + i, n - i), load_rest(b + i, n - i)), n - i);
}

LOOP size_t loop_map_with_count(void *dst_, const void *a_, const void *b_, size_t nbits,
                                word_op *op)
{
    unsigned char *restrict dst = dst_;
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = 0, total = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t x = op(load(a + i), load(b + i));
        store(dst + i, x);
        total += ones_in(x);
    }
    if (i < n) {
        uint64_t x = op(load_rest(a + i, n - i), load_rest(b + i, n - i));
        store_rest(dst + i, x, n - i);
        total += ones_in(x & (ONES >> (64 - 8 * (n - i))));
    }
    return total;
}

LOOP size_t loop_count(const void *a_, const void *b_, size_t nbits, word_op *op)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = 0, total = 0;
    for (; i + 8 <= n; i += 8)
        total += ones_in(op(load(a + i), load(b + i)));
    if (i < n)
        total += ones_in(op(load_rest(a + i, n - i), load_rest(b + i, n - i)) &
                         (ONES >> (64 - 8 * (n - i))));
    return total;
}

LOOP bool loop_test(const void *a_, const void *b_, size_t nbits, word_op *op)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = 0;
    for (; i + 8 <= n; i += 8)
        if (op(load(a + i), load(b + i)))
            return true;
    return i < n && (op(load_rest(a + i, n - i), load_rest(b + i, n - i)) &
                     (ONES >> (64 - 8 * (n - i)))) != 0;
}

LOOP size_t loop_find(const void *a_, const void *b_, size_t nbits, word_op *op)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = 0;
    uint64_t x;
    for (; i + 8 <= n; i += 8)
        if ((x = op(load(a + i), load(b + i))))
            return 8 * i + first_one(x);
    if (i < n) {
        x = op(load_rest(a + i, n - i), load_rest(b + i, n - i)) & (ONES >> (64 - 8 * (n - i)));
        if (x)
            return 8 * i + first_one(x);
    }
    return nbits;
}

LOOP size_t loop_find_last(const void *a_, const void *b_, size_t nbits, word_op *op)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = nbits / 8, i = n / 8 * 8;
    uint64_t x;
    if (i < n) {
        x = op(load_rest(a + i, n - i), load_rest(b + i, n - i)) & (ONES >> (64 - 8 * (n - i)));
        if (x)
            return 8 * i + last_one(x);
    }
    while (i) {
        i -= 8;
        if ((x = op(load(a + i), load(b + i))))
            return 8 * i + last_one(x);
    }
    return nbits;
}

#define BMILL_OP(name, shape, bit, vector, summary)                                     \
    LOOP uint64_t word_##name(uint64_t a, uint64_t b) { return (void)a, (void)b, bit; } \
    static size_t run_##name(const struct operands *m)                                  \
    {                                                                                   \
        unsigned char *dst = m->dst;                                                    \
        const unsigned char *a = m->a, *b = m->b;                                       \
        size_t nbits = 8 * m->nbytes;                                                   \
        (void)dst, (void)b;                                                             \
        BMILL_RETURN(shape) BMILL_LOOP(shape, word_##name);                             \
        return 0;                                                                       \
    }                                                                                   \
    REPEAT(name)
#include "tables/ops.def"

/* ---- Three bitmaps, and what is made of two counts ---- */

#define TERNARY(name, expression)                                           \
    static size_t run_##name(const struct operands *m)                      \
    {                                                                       \
        unsigned char *restrict dst = m->dst;                               \
        size_t n = m->nbytes, i = 0;                                        \
        uint64_t a, b, c;                                                   \
        for (; i + 8 <= n; i += 8) {                                        \
            a = load(m->a + i), b = load(m->b + i), c = load(m->c + i);     \
            store(dst + i, expression);                                     \
        }                                                                   \
        if (i < n) {                                                        \
            a = load_rest(m->a + i, n - i), b = load_rest(m->b + i, n - i); \
            c = load_rest(m->c + i, n - i);                                 \
            store_rest(dst + i, expression, n - i);                         \
        }                                                                   \
        return 0;                                                           \
    }                                                                       \
    REPEAT(name)
TERNARY(mux, (a & b) | (~a & c))
TERNARY(majority, (a & b) | (a & c) | (b & c))
TERNARY(ternary, a &(b | ~c))

static size_t run_ternary_count(const struct operands *m)
{
    size_t n = m->nbytes, i = 0, total = 0;
    for (; i + 8 <= n; i += 8)
        total += ones_in(load(m->a + i) & (load(m->b + i) | ~load(m->c + i)));
    if (i < n)
        total += ones_in(load_rest(m->a + i, n - i) &
                         (load_rest(m->b + i, n - i) | ~load_rest(m->c + i, n - i)));
    return total;
}
REPEAT(ternary_count)

static size_t run_ternary_any(const struct operands *m)
{
    size_t n = m->nbytes, i = 0;
    for (; i + 8 <= n; i += 8)
        if (load(m->a + i) & (load(m->b + i) | ~load(m->c + i)))
            return 1;
    return i < n && (load_rest(m->a + i, n - i) &
                     (load_rest(m->b + i, n - i) | ~load_rest(m->c + i, n - i))) != 0;
}
REPEAT(ternary_any)

LOOP size_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (size_t)bits;
}

/* Two counts in one pass: of x and of y. */
#define TWO_COUNTS(name, x, y, quotient)                                    \
    static size_t run_##name(const struct operands *m)                      \
    {                                                                       \
        size_t n = m->nbytes, i = 0, both = 0, other = 0;                   \
        uint64_t a, b;                                                      \
        for (; i + 8 <= n; i += 8) {                                        \
            a = load(m->a + i), b = load(m->b + i);                         \
            both += ones_in(x), other += ones_in(y);                        \
        }                                                                   \
        if (i < n) {                                                        \
            a = load_rest(m->a + i, n - i), b = load_rest(m->b + i, n - i); \
            both += ones_in(x), other += ones_in(y);                        \
        }                                                                   \
        return other ? bits_of(quotient) : bits_of(1.0);                    \
    }                                                                       \
    REPEAT(name)
TWO_COUNTS(jaccard, a &b, a | b, (double)both / (double)other)
TWO_COUNTS(containment, a &b, a, (double)both / (double)other)

static size_t run_dice(const struct operands *m)
{
    size_t n = m->nbytes, i = 0, both = 0, each = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t a = load(m->a + i), b = load(m->b + i);
        both += ones_in(a & b), each += ones_in(a) + ones_in(b);
    }
    if (i < n) {
        uint64_t a = load_rest(m->a + i, n - i), b = load_rest(m->b + i, n - i);
        both += ones_in(a & b), each += ones_in(a) + ones_in(b);
    }
    return each ? bits_of(2.0 * (double)both / (double)each) : bits_of(1.0);
}
REPEAT(dice)

static size_t run_and_count_of_sets(const struct operands *m) { return run_and_count(m); }
REPEAT(and_count_of_sets)
static size_t run_or_count_of_sets(const struct operands *m) { return run_or_count(m); }
REPEAT(or_count_of_sets)

#define OF_LISTS(name)                                            \
    static size_t run_##name##_of_lists(const struct operands *m) \
    {                                                             \
        size_t sum = 0;                                           \
        struct operands pair = *m;                                \
        for (size_t i = 0; i + 1 < m->sets; i++) {                \
            pair.a = m->a + i * m->nbytes;                        \
            pair.b = pair.a + m->nbytes;                          \
            sum += run_##name(&pair);                             \
        }                                                         \
        return sum;                                               \
    }                                                             \
    REPEAT(name##_of_lists)
OF_LISTS(and_count)
OF_LISTS(or_count)

static size_t run_decode_lists(const struct operands *m)
{
    size_t sum = 0;
    for (size_t i = 0; i < m->sets; i++) {
        const unsigned char *a = m->a + i * m->nbytes;
        uint32_t *dst = (uint32_t *)(void *)m->dst;
        size_t n = 0;
        for (size_t k = 0; k < m->nbytes; k += 8)
            for (uint64_t x = load(a + k); x; x &= x - 1)
                dst[n++] = (uint32_t)(8 * k + first_one(x));
        sum += n ? dst[n - 1] ^ n : 0;
    }
    return sum;
}
REPEAT(decode_lists)

/* ---- Moves ---- */

enum { BY = 13, FEW = 3 };

/* dst = a shifted down by `by` bits, 1 to 63; the highest bits stay. */
static size_t run_copy(const struct operands *m)
{
    unsigned by = (unsigned)m->first;
    unsigned char *restrict dst = m->dst;
    const unsigned char *a = m->a;
    size_t n = m->nbytes, i = 0;
    uint64_t kept = load(dst + n - 8);
    if (by % 8 == 0) {
        memcpy(dst, a + by / 8, n - by / 8);
        return 0;
    }
    for (; i + 16 <= n; i += 8)
        store(dst + i, load(a + i) >> by | load(a + i + 8) << (64 - by));
    store(dst + i, load(a + i) >> by | kept >> (64 - by) << (64 - by));
    return 0;
}
REPEAT(copy)

LOOP void up(unsigned char *restrict dst, const unsigned char *a, size_t n, uint64_t low)
{
    store(dst, load(a) << BY | low);
    for (size_t i = 8; i < n; i += 8)
        store(dst + i, load(a + i) << BY | load(a + i - 8) >> (64 - BY));
}
static size_t run_shift_left(const struct operands *m) { return up(m->dst, m->a, m->nbytes, 0), 0; }
REPEAT(shift_left)
static size_t run_rotate_left(const struct operands *m)
{
    return up(m->dst, m->a, m->nbytes, load(m->a + m->nbytes - 8) >> (64 - BY)), 0;
}
REPEAT(rotate_left)

static size_t run_shift_right(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = m->nbytes, i = 0;
    for (; i + 16 <= n; i += 8)
        store(dst + i, load(m->a + i) >> BY | load(m->a + i + 8) << (64 - BY));
    store(dst + i, load(m->a + i) >> BY);
    return 0;
}
REPEAT(shift_right)

static size_t run_insert_range(const struct operands *m)
{
    unsigned char *dst = m->dst;
    uint64_t x = load(dst);
    for (size_t i = m->nbytes - 8; i; i -= 8)
        store(dst + i, load(dst + i) << BY | load(dst + i - 8) >> (64 - BY));
    store(dst, (x & 7) | x >> FEW << (FEW + BY));
    return 0;
}
REPEAT(insert_range)

static size_t run_delete_range(const struct operands *m)
{
    unsigned char *dst = m->dst;
    size_t n = m->nbytes, i = 0;
    uint64_t kept = load(dst) & 7;
    for (; i + 16 <= n; i += 8)
        store(dst + i, load(dst + i) >> BY | load(dst + i + 8) << (64 - BY));
    store(dst + i, load(dst + i) >> BY);
    store(dst, (load(dst) & ~UINT64_C(7)) | kept);
    return 0;
}
REPEAT(delete_range)

LOOP void reverse_order(unsigned char *p, size_t n)
{
    for (size_t i = 0, j = n; i + 8 < j; i += 8) {
        uint64_t x = load(p + i);
        j -= 8;
        store(p + i, load(p + j));
        store(p + j, x);
    }
}
/* Whole words by three reversals, and the rest as a shift. */
static size_t run_rotate_in_place(const struct operands *m)
{
    unsigned char *dst = m->dst;
    size_t n = m->nbytes, words = 8 * n / 3 / 64, bits = 8 * n / 3 % 64;
    uint64_t top;
    reverse_order(dst, n);
    reverse_order(dst, 8 * words);
    reverse_order(dst + 8 * words, n - 8 * words);
    if (bits == 0)
        return 0;
    top = load(dst + n - 8);
    for (size_t i = n - 8; i; i -= 8)
        store(dst + i, load(dst + i) << bits | load(dst + i - 8) >> (64 - bits));
    store(dst, load(dst) << bits | top >> (64 - bits));
    return 0;
}
REPEAT(rotate_in_place)

LOOP uint64_t reversed_in_bytes(uint64_t x)
{
    x = (x >> 1 & 0x5555555555555555) | (x & 0x5555555555555555) << 1;
    x = (x >> 2 & 0x3333333333333333) | (x & 0x3333333333333333) << 2;
    return (x >> 4 & 0x0f0f0f0f0f0f0f0f) | (x & 0x0f0f0f0f0f0f0f0f) << 4;
}
LOOP uint64_t reversed(uint64_t x) { return __builtin_bswap64(reversed_in_bytes(x)); }

static size_t run_reverse(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    for (size_t n = m->nbytes, i = 0; i < n; i += 8)
        store(dst + n - 8 - i, reversed(load(m->a + i)));
    return 0;
}
REPEAT(reverse)

static size_t run_reverse_odd(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = m->nbytes;
    uint64_t kept = load(dst + n - 8) >> (64 - FEW) << (64 - FEW);
    for (size_t i = 8; i < n; i += 8)
        store(dst + n - 8 - i, reversed(load(m->a + i) << FEW | load(m->a + i - 8) >> (64 - FEW)));
    store(dst + n - 8, reversed(load(m->a) << FEW) | kept);
    return 0;
}
REPEAT(reverse_odd)

static size_t run_reverse_in_bytes(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = m->nbytes, i = 0;
    for (; i + 8 <= n; i += 8)
        store(dst + i, reversed_in_bytes(load(m->a + i)));
    store_rest(dst + i, reversed_in_bytes(load_rest(m->a + i, n - i)), n - i);
    return 0;
}
REPEAT(reverse_in_bytes)

/* ---- Ranges: words between, and masks at both ends ---- */

#define ENDS(m)                                                    \
    size_t last = (m)->nbytes - 8;                                 \
    uint64_t head = ONES << (m)->first, tail = ONES >> (m)->first; \
    if (last == 0)                                                 \
        head &= tail;

static size_t run_set_range(const struct operands *m)
{
    unsigned char *dst = m->dst;
    ENDS(m)
    store(dst, load(dst) | head);
    for (size_t i = 8; i < last; i += 8)
        store(dst + i, ONES);
    if (last)
        store(dst + last, load(dst + last) | tail);
    return 0;
}
REPEAT(set_range)

static size_t run_flip_range(const struct operands *m)
{
    unsigned char *dst = m->dst;
    ENDS(m)
    store(dst, load(dst) ^ head);
    for (size_t i = 8; i < last; i += 8)
        store(dst + i, ~load(dst + i));
    if (last)
        store(dst + last, load(dst + last) ^ tail);
    return 0;
}
REPEAT(flip_range)

static size_t run_count_range(const struct operands *m)
{
    const unsigned char *a = m->a;
    size_t total;
    ENDS(m)
    total = ones_in(load(a) & head);
    for (size_t i = 8; i < last; i += 8)
        total += ones_in(load(a + i));
    return last ? total + ones_in(load(a + last) & tail) : total;
}
REPEAT(count_range)

/* From a 0 to the next 1, and so on: two ctz for each run. */
LOOP size_t find_run(const struct operands *m, size_t length)
{
    const unsigned char *a = m->a;
    size_t n = m->nbytes, run = 0;
    for (size_t i = 0; i < n; i += 8) {
        uint64_t x = load(a + i);
        size_t at = 0;
        if (x == 0) {
            if ((run += 64) >= length)
                return 8 * i + 64 - run;
            continue;
        }
        if (run + first_one(x) >= length)
            return 8 * i - run;
        while (x) { /* at the first 1 of a run */
            at = first_one(x);
            x = ~x >> at << at;
            if (!x) {
                at = 64;
                break;
            }
            at = first_one(x); /* at the first 0 */
            x = ~x >> at << at;
            if ((x ? first_one(x) : 64) - at >= length)
                return 8 * i + at;
        }
        run = 64 - at;
    }
    return 8 * n;
}
static size_t run_find_run_of_30(const struct operands *m) { return find_run(m, 30); }
REPEAT(find_run_of_30)
static size_t run_find_run_of_1000(const struct operands *m) { return find_run(m, 1000); }
REPEAT(find_run_of_1000)

LOOP uint64_t read_at(const unsigned char *a, size_t i)
{
    uint64_t x = load(a + i / 64 * 8) >> i % 64;
    if (i % 64 > 64 - 13)
        x |= load(a + i / 64 * 8 + 8) << (64 - i % 64);
    return x & 0x1fff;
}
static size_t run_read_13_bits(const struct operands *m)
{
    uint64_t sum = 0;
    for (size_t i = 0; i + 13 <= 8 * m->nbytes; i += 13)
        sum += read_at(m->a, i);
    return (size_t)sum;
}
REPEAT(read_13_bits)
static size_t run_read_chained(const struct operands *m)
{
    uint64_t sum = 0, x;
    for (size_t i = 0; i + 13 <= 8 * m->nbytes; i += 13 + x % 32) {
        x = read_at(m->a, i);
        sum += x;
    }
    return (size_t)sum;
}
REPEAT(read_chained)

/* ---- Positions ---- */

static size_t run_select(const struct operands *m)
{
    const unsigned char *a = m->a;
    size_t n = m->nbytes, k = m->k, i = 0;
    uint64_t x = 0;
    for (; i < n; i += 8) {
        size_t ones = ones_in(x = load(a + i));
        if (k < ones)
            break;
        k -= ones;
    }
    if (i == n)
        return 8 * n;
#ifdef __BMI2__
    return 8 * i + first_one(_pdep_u64(UINT64_C(1) << k, x));
#else
    for (; k; k--)
        x &= x - 1;
    return 8 * i + first_one(x);
#endif
}
REPEAT(select)

static size_t run_for_each_set(const struct operands *m)
{
    size_t sum = 0;
    for (size_t i = 0; i < m->nbytes; i += 8)
        for (uint64_t x = load(m->a + i); x; x &= x - 1) {
            size_t at = 8 * i + first_one(x);
            sum += at ^ at >> 3;
        }
    return sum;
}
REPEAT(for_each_set)

LOOP size_t next_one(const unsigned char *a, size_t nbits, size_t from)
{
    uint64_t x;
    if (from >= nbits)
        return nbits;
    x = load(a + from / 64 * 8) >> from % 64;
    if (x)
        return from + first_one(x);
    for (size_t i = from / 64 * 8 + 8; i < nbits / 8; i += 8)
        if ((x = load(a + i)))
            return 8 * i + first_one(x);
    return nbits;
}
static size_t run_find_next_set(const struct operands *m)
{
    size_t sum = 0, nbits = 8 * m->nbytes;
    for (size_t i = next_one(m->a, nbits, 0); i < nbits; i = next_one(m->a, nbits, i + 1))
        sum += i ^ i >> 3;
    return sum;
}
REPEAT(find_next_set)

static size_t run_for_each_run(const struct operands *m)
{
    size_t sum = 0, first = 0, count = 0;
    for (size_t k = 0; k < m->nbytes; k += 8)
        for (uint64_t x = load(m->a + k); x;) {
            size_t at = first_one(x), i = 8 * k + at, end = ~(x >> at) ? first_one(~(x >> at)) : 64;
            if (count && i == first + count) {
                count += end;
            } else {
                if (count)
                    sum += (first * 2 + count) ^ first >> 3;
                first = i, count = end;
            }
            x = at + end < 64 ? x >> (at + end) << (at + end) : 0;
        }
    return count ? sum + ((first * 2 + count) ^ first >> 3) : sum;
}
REPEAT(for_each_run)

#define DECODE(T, type)                                      \
    static size_t run_decode_##T(const struct operands *m)   \
    {                                                        \
        type *restrict dst = (type *)(void *)m->dst;         \
        size_t n = 0;                                        \
        for (size_t i = 0; i < m->nbytes; i += 8)            \
            for (uint64_t x = load(m->a + i); x; x &= x - 1) \
                dst[n++] = (type)(8 * i + first_one(x));     \
        return n;                                            \
    }                                                        \
    REPEAT(decode_##T)
DECODE(u16, uint16_t)
DECODE(u32, uint32_t)
DECODE(u64, uint64_t)

LOOP void set(unsigned char *dst, const unsigned char *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t at = load32(list + 4 * i);
        dst[at / 8] |= (unsigned char)(1u << at % 8);
    }
}
static size_t run_set_indices(const struct operands *m)
{
    return set(m->dst, m->a, m->nbytes / 4), 0;
}
REPEAT(set_indices)
/* Bits in a word, as many do it; there is no one best way. */
static size_t run_set_indices_sorted(const struct operands *m)
{
    for (size_t i = 0; i < m->nbytes / 4; i++) {
        uint32_t at = load32(m->a + 4 * i);
        unsigned char *p = m->dst + at / 64 * 8;
        store(p, load(p) | UINT64_C(1) << at % 64);
    }
    return 0;
}
REPEAT(set_indices_sorted)
static size_t run_set_indices_checked(const struct operands *m)
{
    size_t n = m->nbytes / 4;
    for (size_t i = 0; i < n; i++)
        if (load32(m->a + 4 * i) >= 8 * m->nbytes)
            return i;
    return set(m->dst, m->a, n), n;
}
REPEAT(set_indices_checked)

static size_t run_runs_from_indices(const struct operands *m)
{
    unsigned char *restrict runs = m->dst;
    size_t n = m->nbytes / 4, nruns = 0, i = 0;
    while (i < n) {
        uint32_t first = load32(m->a + 4 * i), count = 1;
        for (i++; i < n && load32(m->a + 4 * i) == first + count; i++)
            count++;
        store(runs + 8 * nruns++, first | (uint64_t)count << 32);
    }
    return nruns;
}
REPEAT(runs_from_indices)

static size_t run_indices_from_runs(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = 0;
    for (size_t i = 0; i < m->nbytes; i += 8) {
        uint32_t first = load32(m->a + i), count = load32(m->a + i + 4);
        for (uint32_t k = 0; k < count; k++)
            store32(dst + 4 * n++, first + k);
    }
    return n;
}
REPEAT(indices_from_runs)

/* ---- By a mask ---- */

LOOP bool bit_at(const unsigned char *p, size_t i) { return p[i / 8] >> i % 8 & 1; }

/* Without a branch: the element is always stored. */
#define FILTER(T, type)                                    \
    static size_t run_filter_##T(const struct operands *m) \
    {                                                      \
        const type *a = (const type *)(const void *)m->a;  \
        type *restrict dst = (type *)(void *)m->dst;       \
        size_t kept = 0, n = m->nbytes / sizeof(type);     \
        for (size_t i = 0; i < n; i++) {                   \
            dst[kept] = a[i];                              \
            kept += bit_at(m->b, i);                       \
        }                                                  \
        return kept;                                       \
    }                                                      \
    REPEAT(filter_##T)                                     \
    static size_t run_expand_##T(const struct operands *m) \
    {                                                      \
        const type *a = (const type *)(const void *)m->a;  \
        type *restrict dst = (type *)(void *)m->dst;       \
        size_t used = 0, n = m->nbytes / sizeof(type);     \
        for (size_t i = 0; i < n; i++) {                   \
            dst[i] = bit_at(m->b, i) ? a[used] : 0;        \
            used += bit_at(m->b, i);                       \
        }                                                  \
        return used;                                       \
    }                                                      \
    REPEAT(expand_##T)
FILTER(u8, uint8_t)
FILTER(u16, uint16_t)
FILTER(u32, uint32_t)
FILTER(u64, uint64_t)

/* Without the instructions, a step for each 1 bit of the mask. */
LOOP uint64_t extracted(uint64_t x, uint64_t mask)
{
#ifdef __BMI2__
    return _pext_u64(x, mask);
#else
    uint64_t result = 0;
    for (unsigned k = 0; mask; mask &= mask - 1, k++)
        result |= (x >> first_one(mask) & 1) << k;
    return result;
#endif
}
LOOP uint64_t deposited(uint64_t x, uint64_t mask)
{
#ifdef __BMI2__
    return _pdep_u64(x, mask);
#else
    uint64_t result = 0;
    for (; mask; mask &= mask - 1, x >>= 1)
        result |= (mask & (0 - mask)) & (0 - (x & 1));
    return result;
#endif
}
/* The bits that wait, fewer than 64, are stored when they are a word. */
static size_t run_pext(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t total = 0, have = 0, at = 0;
    uint64_t waiting = 0;
    for (size_t i = 0; i < m->nbytes; i += 8) {
        uint64_t mask = load(m->b + i), x = extracted(load(m->a + i), mask);
        size_t ones = ones_in(mask);
        waiting |= x << have;
        if (have + ones >= 64) {
            store(dst + at, waiting);
            at += 8;
            waiting = have ? x >> (64 - have) : 0;
            have -= 64;
        }
        have += ones;
        total += ones;
    }
    store_rest(dst + at, waiting, (have + 7) / 8);
    return total;
}
static size_t run_pdep(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = m->nbytes, used = 0;
    for (size_t i = 0; i < n; i += 8) {
        uint64_t mask = load(m->b + i), x;
        if (used / 64 * 8 + 16 <= n && used % 64)
            x = load(m->a + used / 64 * 8) >> used % 64 | load(m->a + used / 64 * 8 + 8)
                                                              << (64 - used % 64);
        else
            x = used / 64 * 8 < n ? load(m->a + used / 64 * 8) >> used % 64 : 0;
        store(dst + i, deposited(x, mask));
        used += ones_in(mask);
    }
    return used;
}
REPEAT(pext)
REPEAT(pdep)

/* ---- Comparisons and bytes: eight of them make a byte ---- */

#define COMPARE(R, T, type, value)                                       \
    COMPARE_LOOP(R##_value_##T, type, RELATION_##R(a[i], (type)(value))) \
    COMPARE_LOOP(R##_##T, type, RELATION_##R(a[i], b[i]))
#define RELATION_eq(x, y) ((x) == (y))
#define RELATION_lt(x, y) ((x) < (y))
#define COMPARE_LOOP(name, type, holds)                                                          \
    static size_t run_##name(const struct operands *m)                                           \
    {                                                                                            \
        const type *a = (const type *)(const void *)m->a, *b = (const type *)(const void *)m->b; \
        unsigned char *restrict dst = m->dst;                                                    \
        size_t n = m->nbytes / sizeof(type), i = 0;                                              \
        unsigned bits = 0;                                                                       \
        (void)b;                                                                                 \
        for (size_t byte = 0; byte < n / 8; byte++) {                                            \
            bits = 0;                                                                            \
            for (size_t k = 0; k < 8; k++, i++)                                                  \
                bits |= (unsigned)(holds) << k;                                                  \
            dst[byte] = (unsigned char)bits;                                                     \
        }                                                                                        \
        for (bits = 0; i < n; i++)                                                               \
            bits |= (unsigned)(holds) << i % 8;                                                  \
        if (n % 8)                                                                               \
            dst[n / 8] = (unsigned char)bits;                                                    \
        return 0;                                                                                \
    }                                                                                            \
    REPEAT(name)
#include "compare.h"

LOOP void pack_bytes(const struct operands *m, unsigned flip)
{
    unsigned char *restrict dst = m->dst;
    for (size_t i = 0; i < m->nbytes / 8; i++) {
        unsigned byte = 0;
        for (unsigned k = 0; k < 8; k++)
            byte |= (unsigned)(m->a[8 * i + k] != 0) << (k ^ flip);
        dst[i] = (unsigned char)byte;
    }
}
static size_t run_pack(const struct operands *m) { return pack_bytes(m, 0), 0; }
REPEAT(pack)
static size_t run_pack_msb(const struct operands *m) { return pack_bytes(m, 7), 0; }
REPEAT(pack_msb)

LOOP void unpack_bits(const struct operands *m, unsigned flip)
{
    unsigned char *restrict dst = m->dst;
    for (size_t i = 0; i < m->nbytes; i++)
        dst[i] = m->a[i / 8] >> ((i % 8) ^ flip) & 1;
}
static size_t run_unpack(const struct operands *m) { return unpack_bits(m, 0), 0; }
REPEAT(unpack)
static size_t run_unpack_msb(const struct operands *m) { return unpack_bits(m, 7), 0; }
REPEAT(unpack_msb)

LOOP uint64_t spread(uint64_t x)
{
#ifdef __BMI2__
    return _pdep_u64(x, 0x5555555555555555);
#else
    x = (x | x << 16) & 0x0000ffff0000ffff;
    x = (x | x << 8) & 0x00ff00ff00ff00ff;
    x = (x | x << 4) & 0x0f0f0f0f0f0f0f0f;
    x = (x | x << 2) & 0x3333333333333333;
    return (x | x << 1) & 0x5555555555555555;
#endif
}
LOOP uint64_t collected(uint64_t x)
{
#ifdef __BMI2__
    return _pext_u64(x, 0x5555555555555555);
#else
    x &= 0x5555555555555555;
    x = (x | x >> 1) & 0x3333333333333333;
    x = (x | x >> 2) & 0x0f0f0f0f0f0f0f0f;
    x = (x | x >> 4) & 0x00ff00ff00ff00ff;
    x = (x | x >> 8) & 0x0000ffff0000ffff;
    return (x | x >> 16) & 0x00000000ffffffff;
#endif
}
static size_t run_interleave(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    for (size_t i = 0; i < m->nbytes; i += 8)
        store(dst + i, spread(load32(m->a + i / 2)) | spread(load32(m->b + i / 2)) << 1);
    return 0;
}
REPEAT(interleave)
static size_t run_deinterleave(const struct operands *m)
{
    unsigned char *restrict even = m->dst, *restrict odd = m->dst + m->nbytes / 2;
    for (size_t i = 0; i < m->nbytes; i += 8) {
        uint64_t x = load(m->a + i);
        store32(even + i / 2, (uint32_t)collected(x));
        store32(odd + i / 2, (uint32_t)collected(x >> 1));
    }
    return 0;
}
REPEAT(deinterleave)

/* ---- Matrices ---- */

/* 8 by 8 bits (Hacker's Delight, 2nd ed., section 7-3). */
LOOP uint64_t transposed_8x8(uint64_t x)
{
    uint64_t t;
    t = (x ^ x >> 7) & 0x00aa00aa00aa00aa;
    x ^= t ^ t << 7;
    t = (x ^ x >> 14) & 0x0000cccc0000cccc;
    x ^= t ^ t << 14;
    t = (x ^ x >> 28) & 0x00000000f0f0f0f0;
    return x ^ t ^ t << 28;
}

/* The same of the bytes at a, `from` apart, to bytes at dst, `to` apart. */
LOOP void turn_8x8(unsigned char *dst, size_t to, const unsigned char *a, size_t from)
{
    uint64_t x = 0;
    for (size_t k = 0; k < 8; k++)
        x |= (uint64_t)a[k * from] << 8 * k;
    x = transposed_8x8(x);
    for (size_t k = 0; k < 8; k++)
        dst[k * to] = (unsigned char)(x >> 8 * k);
}

/* The squares off the diagonal are exchanged, those of half the size in each, and so on (the same).
 */
LOOP void transpose_words(uint64_t x[64])
{
    uint64_t mask = UINT64_C(0x00000000ffffffff);
    for (unsigned size = 32; size; size /= 2, mask ^= mask << size)
        for (size_t r = 0; r < 64; r = (r + size + 1) & ~(size_t)size) {
            uint64_t swap = (x[r] >> size ^ x[r + size]) & mask;
            x[r] ^= swap << size;
            x[r + size] ^= swap;
        }
}
static size_t run_transpose_64x64(const struct operands *m)
{
    uint64_t x[64];
    for (size_t i = 0; i < m->nbytes; i += 512) {
        memcpy(x, m->a + i, sizeof x);
        transpose_words(x);
        memcpy(m->dst + i, x, sizeof x);
    }
    return 0;
}
REPEAT(transpose_64x64)

/* By blocks of 64 by 64, or of 8 by 8 if it is smaller. */
static size_t run_transpose(const struct operands *m)
{
    size_t rows = square_rows(m->nbytes), columns = 8 * m->nbytes / rows;
    size_t stride = columns / 8, to = rows / 8;
    uint64_t x[64];
    if (rows < 64 || columns < 64) {
        for (size_t r = 0; r < rows / 8; r++)
            for (size_t c = 0; c < columns / 8; c++)
                turn_8x8(m->dst + 8 * c * to + r, to, m->a + 8 * r * stride + c, stride);
        return 0;
    }
    for (size_t r = 0; r < rows; r += 64)
        for (size_t c = 0; c < columns; c += 64) {
            for (size_t k = 0; k < 64; k++)
                x[k] = load(m->a + (r + k) * stride + c / 8);
            transpose_words(x);
            for (size_t k = 0; k < 64; k++)
                store(m->dst + (c + k) * to + r / 8, x[k]);
        }
    return 0;
}
REPEAT(transpose)

/* Eight elements at a time: byte j of each is an 8 by 8 matrix. */
#define SHUFFLE(width)                                                                   \
    static size_t run_shuffle_u##width(const struct operands *m)                         \
    {                                                                                    \
        unsigned char *restrict dst = m->dst;                                            \
        size_t plane = m->nbytes / width, size = width / 8;                              \
        for (size_t i = 0; i < plane; i++)                                               \
            for (size_t j = 0; j < size; j++)                                            \
                turn_8x8(dst + 8 * j * plane + i, plane, m->a + 8 * i * size + j, size); \
        return 0;                                                                        \
    }                                                                                    \
    REPEAT(shuffle_u##width)                                                             \
    static size_t run_unshuffle_u##width(const struct operands *m)                       \
    {                                                                                    \
        unsigned char *restrict dst = m->dst;                                            \
        size_t plane = m->nbytes / width, size = width / 8;                              \
        for (size_t i = 0; i < plane; i++)                                               \
            for (size_t j = 0; j < size; j++)                                            \
                turn_8x8(dst + 8 * i * size + j, size, m->a + 8 * j * plane + i, plane); \
        return 0;                                                                        \
    }                                                                                    \
    REPEAT(unshuffle_u##width)
SHUFFLE(8)
SHUFFLE(16)
SHUFFLE(32)
SHUFFLE(64)

/* ---- Many ---- */

#define POSITIONAL(width)                                                       \
    static size_t run_positional_count_u##width(const struct operands *m)       \
    {                                                                           \
        const uint##width##_t *a = (const uint##width##_t *)(const void *)m->a; \
        size_t counts[width] = {0}, sum = 0;                                    \
        for (size_t i = 0; i < m->nbytes / sizeof *a; i++)                      \
            for (size_t k = 0; k < width; k++)                                  \
                counts[k] += a[i] >> k & 1;                                     \
        for (size_t k = 0; k < width; k++)                                      \
            sum += counts[k] * (k + 1);                                         \
        return sum;                                                             \
    }                                                                           \
    REPEAT(positional_count_u##width)
POSITIONAL(8)
POSITIONAL(16)
POSITIONAL(32)
POSITIONAL(64)

/* x of the words w(0) to w(nmaps - 1) at the same position of each map. */
#define MANY(name, nmaps, planes, start, step, x)                        \
    static size_t run_##name(const struct operands *m)                   \
    {                                                                    \
        unsigned char *restrict dst = m->dst;                            \
        size_t n = m->nbytes / nmaps;                                    \
        for (size_t i = 0; i < n; i += 8) {                              \
            size_t rest = n - i;                                         \
            uint64_t p[planes] = {start};                                \
            for (size_t k = 0; k < nmaps; k++) {                         \
                const unsigned char *at = m->a + k * n + i;              \
                uint64_t w = rest >= 8 ? load(at) : load_rest(at, rest); \
                step                                                     \
            }                                                            \
            if (rest >= 8)                                               \
                store(dst + i, x);                                       \
            else                                                         \
                store_rest(dst + i, x, rest);                            \
        }                                                                \
        return 0;                                                        \
    }                                                                    \
    REPEAT(name)
/* A counter for each bit: bit q of all of them is p[q]. */
#define COUNT_UP(planes)                  \
    for (size_t q = 0; q < planes; q++) { \
        uint64_t carry = p[q] & w;        \
        p[q] ^= w;                        \
        w = carry;                        \
    }
MANY(and_of_8, 8, 1, ONES, p[0] &= w;, p[0])
MANY(xor_of_32, 32, 1, 0, p[0] ^= w;, p[0])
MANY(at_least_4_of_8, 8, 4, 0, COUNT_UP(4), p[3] | p[2])
MANY(exactly_4_of_8, 8, 4, 0, COUNT_UP(4), ~p[3] & p[2] & ~p[1] & ~p[0])
MANY(at_least_10_of_32, 32, 6, 0, COUNT_UP(6), p[5] | p[4] | (p[3] & (p[2] | p[1])))

/* The numbers that bmill_bits_random() promises. */
LOOP uint64_t output(uint64_t n)
{
    uint64_t z = 42 + (n + 1) * UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}
static size_t run_random_half(const struct operands *m)
{
    for (size_t i = 0; i < m->nbytes; i += 8)
        store(m->dst + i, output(8 * i));
    return 0;
}
REPEAT(random_half)
static size_t run_random_77_of_256(const struct operands *m)
{
    for (size_t i = 0; i < m->nbytes; i += 8) {
        uint64_t x = output(8 * i);
        for (unsigned p = 1; p < 8; p++)
            x = 77 >> p & 1 ? x | output(8 * i + p) : x & output(8 * i + p);
        store(m->dst + i, x);
    }
    return 0;
}
REPEAT(random_77_of_256)

/* ---- Patterns: for 64 positions at once, one bit of the pattern after the other, until no
 * position is left ---- */

LOOP size_t search(const struct operands *m, uint64_t pattern, unsigned length, bool counting)
{
    size_t n = m->nbytes, count = 0;
    for (size_t i = 0; i < n; i += 8) {
        uint64_t x = load(m->a + i), next = i + 8 < n ? load(m->a + i + 8) : 0, found = ONES;
        size_t starts = 8 * (n - i) < length ? 0 : 8 * (n - i) - length + 1;
        if (starts < 64)
            found = starts ? ONES >> (64 - starts) : 0;
        for (unsigned k = 0; k < length && found; k++) {
            uint64_t shifted = k ? x >> k | next << (64 - k) : x;
            found &= pattern >> k & 1 ? shifted : ~shifted;
        }
        if (found && !counting)
            return 8 * i + first_one(found);
        count += ones_in(found);
    }
    return counting ? count : 8 * n;
}
static size_t run_find_40_bits(const struct operands *m) { return search(m, 0, 40, false); }
REPEAT(find_40_bits)
static size_t run_count_8_bits(const struct operands *m) { return search(m, 0x7e, 8, true); }
REPEAT(count_8_bits)
static size_t run_count_24_bits(const struct operands *m) { return search(m, 0x563412, 24, true); }
REPEAT(count_24_bits)

/* ---- Text ---- */

static size_t run_format_binary(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = m->nbytes - 1;
    for (size_t i = 0; i < n; i++)
        dst[i] = (unsigned char)('0' + (m->a[i / 8] >> i % 8 & 1));
    dst[n] = 0;
    return n;
}
REPEAT(format_binary)

LOOP unsigned char digit(unsigned x) { return (unsigned char)(x + (x < 10 ? '0' : 'a' - 10)); }

static size_t run_format_hex(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = m->nbytes - 1, i = 0;
    for (; i < n / 2; i++) {
        dst[2 * i] = digit(m->a[i] & 15u);
        dst[2 * i + 1] = digit(m->a[i] >> 4);
    }
    if (n % 2)
        dst[n - 1] = digit(m->a[i] & 15u);
    dst[n] = 0;
    return n;
}
REPEAT(format_hex)
static size_t run_format_hex_msb(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    size_t n = m->nbytes - 1, i = 0;
    for (; i < n / 2; i++) {
        dst[n - 1 - 2 * i] = digit(m->a[i] & 15u);
        dst[n - 2 - 2 * i] = digit(m->a[i] >> 4);
    }
    if (n % 2)
        dst[0] = digit(m->a[i] & 15u);
    dst[n] = 0;
    return n;
}
REPEAT(format_hex_msb)

static size_t run_parse_binary(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    for (size_t i = 0; i < m->nbytes / 8; i++) {
        unsigned byte = 0, wrong = 0;
        for (unsigned k = 0; k < 8; k++) {
            unsigned x = m->a[8 * i + k] - (unsigned)'0';
            wrong |= x;
            byte |= (x & 1) << k;
        }
        if (wrong > 1)
            return 0;
        dst[i] = (unsigned char)byte;
    }
    return 1;
}
REPEAT(parse_binary)

LOOP int value(unsigned char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
static size_t run_parse_hex(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    for (size_t i = 0; i < m->nbytes; i += 2) {
        int low = value(m->a[i]), high = value(m->a[i + 1]);
        if ((low | high) < 0)
            return 0;
        dst[i / 2] = (unsigned char)(high << 4 | low);
    }
    return 1;
}
REPEAT(parse_hex)
static size_t run_parse_hex_msb(const struct operands *m)
{
    unsigned char *restrict dst = m->dst;
    for (size_t n = m->nbytes, i = 0; i < n; i += 2) {
        int high = value(m->a[i]), low = value(m->a[i + 1]);
        if ((low | high) < 0)
            return 0;
        dst[(n - 2 - i) / 2] = (unsigned char)(high << 4 | low);
    }
    return 1;
}
REPEAT(parse_hex_msb)

static const struct entry table[] = {
#define OPERATION_OF_SHAPE(op, shape, bit)                   ENTRY(op)
#define OPERATION(name, a, b, streams, limit, result, flags) ENTRY(name)
#include "operations.def"
    END};
PEER(PEER_NAME, PEER_LEVEL, table)
