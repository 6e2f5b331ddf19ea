/* buffers.c: the memory that all benchmarks work on, and what is in it. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { PAGE = 4096, HUGE = 2 << 20 };

/* Each buffer begins at a cache line, a quarter of a page after the one before it. With equal
 * offsets in a page, a load from a would wait for a store to dst, on processors that compare the
 * low 12 bits of addresses only (4K aliasing). */
enum { APART = PAGE / 4 };

/* Short bitmaps whose bits matter are pieces of this many bytes, which no branch predictor learns
 * and most second-level caches hold. The mask of an array has a bit for an element only: of 512 KiB
 * it would take 16 KiB for elements of 4 bytes, and Zen 4 learns these: of 4 KiB it filtered one
 * element in ten by a branch for each in 86 ns, and in 188 where the pieces are of 4 MiB. */
enum { FRESH_BYTES = 512 << 10, FRESH_ARRAYS = 4 << 20, FRESH_MOST = 32 << 10 };

/* Room for the results of operations that are SMALL: 64 bytes for each. */
static const size_t small_room = (size_t)64 * (512 << 10);

static struct operands m;

/* What is in a buffer already, up to which byte. */
static struct filled {
    int content;
    size_t nbytes;
} in_a, in_b, in_c;

void new_buffers(size_t max_bytes)
{
    size_t room =
        FRESH_ARRAYS + FRESH_MOST > max_bytes ? (size_t)FRESH_ARRAYS + FRESH_MOST : max_bytes;
    size_t stride = (room + PAGE) / PAGE * PAGE + APART;
    size_t dst = (2 * stride > small_room ? 2 * stride : small_room + 2 * PAGE) / PAGE * PAGE;
    size_t total = (dst + 3 * stride + HUGE) / HUGE * HUGE;
    unsigned char *memory = aligned_alloc(HUGE, total);
    if (!memory) {
        fprintf(stderr, "bench_bits: no memory: %zu bytes\n", total);
        exit(1);
    }
#ifdef MADV_HUGEPAGE
    madvise(memory, total, MADV_HUGEPAGE);
#endif
    m.dst = memory;
    m.a = memory + dst + APART;
    m.b = m.a + stride;
    m.c = m.b + stride;
    in_a.nbytes = in_b.nbytes = in_c.nbytes = 0;
}

void new_family_buffers(const struct family *family)
{
    size_t longest = 0, total = (family->sets * family->nbytes + HUGE) / HUGE * HUGE;
    for (size_t i = 0; i < family->sets; i++)
        longest = family->lengths[i] > longest ? family->lengths[i] : longest;
    new_buffers(4 * longest);
    m.a = aligned_alloc(HUGE, total);
    if (!m.a) {
        fprintf(stderr, "bench_bits: --lists: no memory for %zu bitmaps of %zu bytes\n",
                family->sets, family->nbytes);
        exit(1);
    }
#ifdef MADV_HUGEPAGE
    madvise(m.a, total, MADV_HUGEPAGE);
#endif
}

/* splitmix64 (S. Vigna, public domain): each word depends on its position and the seed only. */
static uint64_t random_word(uint64_t seed, size_t i)
{
    uint64_t x = (seed << 32) + (i + 1) * UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

static void put_bit(unsigned char *p, size_t i, bool bit)
{
    p[i / 8] = (unsigned char)(bit ? p[i / 8] | 1u << i % 8 : p[i / 8] & ~(1u << i % 8));
}

/* Bits that are 1 with probability 1 / n. The distance to the next one is drawn, from 0 to twice
 * the mean: not the geometric distribution, but cheap, and as hard to predict. */
static void fill_one_in(unsigned char *p, size_t n, uint64_t seed, size_t nbytes)
{
    memset(p, 0, nbytes);
    for (size_t i = random_word(seed, 0) % (2 * n - 1), k = 1; i < 8 * nbytes; k++) {
        put_bit(p, i, true);
        i += 1 + random_word(seed, k) % (2 * n - 1);
    }
}

static void fill_clusters(unsigned char *p, uint64_t seed, size_t nbytes)
{
    memset(p, 0, nbytes);
    for (size_t i = 0, k = 0; i < 8 * nbytes; k++)
        for (size_t left = 1 + random_word(seed, k) % 127; left && i < 8 * nbytes; left--)
            put_bit(p, i++, k % 2);
}

/* The bitmaps of a family, one after the other, as often as they fit; a and b begin with others. */
static void fill_real(unsigned char *p, int content, uint64_t seed, size_t nbytes)
{
    const struct family *family = family_of(content);
    unsigned char *bits = malloc(family->nbytes);
    if (!bits) {
        fprintf(stderr, "bench_bits: no memory: %zu bytes\n", family->nbytes);
        exit(1);
    }
    for (size_t i = 0, set = seed % family->sets; i < nbytes; set = (set + 1) % family->sets) {
        size_t n = nbytes - i < family->nbytes ? nbytes - i : family->nbytes;
        put_set(bits, family, set);
        memcpy(p + i, bits, n);
        i += n;
    }
    free(bits);
}

static void fill_list(unsigned char *p, int content, uint64_t seed, size_t nbytes)
{
    uint32_t last = 0, count;
    size_t n = nbytes / 4;
    for (size_t i = 0, left = 0; i < n; i++) {
        uint64_t x = random_word(seed, i);
        if (content == LIST)
            last = (uint32_t)(x % (8 * nbytes));
        else if (content == LIST_SORTED)
            last += 1 + (uint32_t)(x % 30);
        else if (content == LIST_IN_RUNS)
            left = left ? left - 1 : x % 8, last += left ? 1 : 1 + (uint32_t)(x % 5);
        else if (i % 2 == 0)
            last += 8 + (uint32_t)(x % 5);
        count = 1 + (uint32_t)(x % 8);
        memcpy(p + 4 * i, content == LIST_OF_RUNS && i % 2 ? &count : &last, 4);
    }
}

static void fill(unsigned char *p, int content, uint64_t seed, size_t nbytes)
{
    if (content >= 0 && content < 256) {
        memset(p, content, nbytes);
        return;
    }
    if (content >= REAL_WORDS && content <= REAL_LOG) {
        fill_real(p, content, seed, nbytes);
        return;
    }
    if (content == SORTED) {
        memset(p, 0, nbytes / 2);
        memset(p + nbytes / 2, 0xff, nbytes - nbytes / 2);
        return;
    }
    if (content >= LIST && content <= LIST_OF_RUNS) {
        fill_list(p, content, seed, nbytes);
        return;
    }
    if (content < RANDOM) {
        fill_one_in(p, (size_t)-content, seed, nbytes);
        return;
    }
    if (content == CLUSTERS) {
        fill_clusters(p, seed, nbytes);
        return;
    }
    if (content == NINE_IN_10) {
        fill_one_in(p, 10, seed, nbytes);
        for (size_t i = 0; i < nbytes; i++)
            p[i] = (unsigned char)~p[i];
        return;
    }
    for (size_t i = 0; i < nbytes; i += 8) {
        uint64_t word = random_word(seed, i / 8);
        memcpy(p + i, &word, nbytes - i < 8 ? nbytes - i : 8);
    }
    for (size_t i = 0; content != RANDOM && i < nbytes; i++)
        if (content == ZERO_BYTES)
            p[i] = p[i] < 128 ? 0 : p[i];
        else if (content == HEX)
            p[i] = (unsigned char)"0123456789abcdefABCDEF"[p[i] % 22];
        else if (content == BINARY)
            p[i] = (unsigned char)('0' + p[i] % 2);
}

/* Cold memory: more than caches hold, and a step of about 0.618 times that, after which no line
 * comes again before all others, and none is next to the one before. */
enum { COLD_BYTES = 256 << 20, COLD_STEP = COLD_BYTES / 1000 * 618 / 64 * 64 };
_Static_assert(COLD_STEP / 64 % 2 == 1, "else it does not come to all lines");

size_t cold_bytes(void) { return COLD_BYTES + FRESH_MOST; }

/* The bits of the first part, over and over. */
static void repeat_bits(unsigned char *p)
{
    for (size_t i = FRESH_BYTES; i < COLD_BYTES + FRESH_MOST; i += FRESH_BYTES)
        memcpy(p + i, p, i + FRESH_BYTES <= COLD_BYTES + FRESH_MOST ? FRESH_BYTES : FRESH_MOST);
}

static bool walks(const struct cell *cell)
{
    if (cell->cold || cell->density == SORTED) /* which is sorted as a whole */
        return false;
    return cell->op->flags & FRESH && cell->nbytes <= FRESH_MOST && !cell->latency;
}

/* Whether b is a mask with a bit for each element of an array, such as that of filter_u32. */
static bool masks_an_array(const struct operation *op)
{
    return op->b == DENSITY && !(op->flags & WORDS);
}

static size_t fresh_bytes(const struct operation *op)
{
    return masks_an_array(op) ? FRESH_ARRAYS : FRESH_BYTES;
}

struct walk walk_of(const struct cell *cell)
{
    /* Pieces that begin at words, or at cache lines if they are not shorter. */
    size_t line = cell->nbytes < 64 ? 8 : 64, step = (cell->nbytes + line - 1) / line * line;
    if (cell->cold)
        return (struct walk){false, COLD_STEP, COLD_BYTES, 0};
    return (struct walk){cell->latency, walks(cell) ? step : 0, fresh_bytes(cell->op), 0};
}

/* The rank of a 1 bit close to the end of such bits; short ones may have fewer. */
static size_t rank_near_end(size_t nbits, int density)
{
    size_t ones = density == NINE_IN_10 ? nbits / 10 * 9
                  : density >= CLUSTERS ? nbits / 2
                  : density < 0         ? nbits / (size_t)-density
                                        : nbits;
    return ones ? ones - ones / (ones < 1024 ? 8 : 64) - 1 : 0;
}

static struct operands family_operands(const struct family *family)
{
    struct operands operands = m;
    for (size_t i = 0; i < family->sets; i++)
        put_set(m.a + i * family->nbytes, family, i);
    in_a.nbytes = 0;
    operands.nbytes = family->nbytes;
    operands.sets = family->sets;
    operands.lists = (const uint32_t *const *)family->lists;
    operands.lengths = family->lengths;
    return operands;
}

/* Whether it had to be filled anew: most cells work on what the one before them did. */
static bool fill_once(struct filled *filled, unsigned char *p, int content, uint64_t seed,
                      size_t nbytes)
{
    bool by_length = content == SORTED || (content >= LIST && content <= LIST_OF_RUNS);
    if (content == filled->content &&
        (by_length ? nbytes == filled->nbytes : nbytes <= filled->nbytes))
        return false;
    fill(p, content, seed, nbytes);
    filled->content = content;
    filled->nbytes = nbytes;
    return true;
}

/* The bytes of b that the operation reads. The name of one on arrays ends in the bits of an
 * element. */
static size_t bytes_of_b(const struct operation *op, size_t nbytes)
{
    return masks_an_array(op) ? nbytes / strtoul(strrchr(op->name, 'u') + 1, NULL, 10) : nbytes;
}

struct operands fill_buffers(const struct cell *cell)
{
    static bool repeated;
    const struct operation *op = cell->op;
    int a = op->a == DENSITY ? cell->density : op->a, b = op->b == DENSITY ? cell->density : op->b;
    bool is_list = a >= LIST && a <= LIST_OF_RUNS;
    size_t nbytes = cell->cold    ? FRESH_BYTES - 1
                    : walks(cell) ? fresh_bytes(op) + cell->nbytes
                                  : cell->nbytes;
    size_t off = cell->offset == BYTE_OFF;
    struct operands operands = m;
    if (a == SETS)
        return family_operands(family_of(cell->density));
    repeated &= !fill_once(&in_a, m.a, a, 1, nbytes + !is_list);
    repeated &= !fill_once(&in_b, m.b, b, 2, (b == SORTED ? bytes_of_b(op, nbytes) : nbytes) + 1);
    repeated &= !fill_once(&in_c, m.c, RANDOM, 3, nbytes + 1);
    if (cell->cold && !repeated) {
        repeat_bits(m.a), repeat_bits(m.b);
        repeated = true;
    }
    if (is_list && off) /* the list has to begin there */
        memmove(m.a + 1, m.a, nbytes), in_a.nbytes = 0;
    operands.dst += off, operands.a += off, operands.b += off, operands.c += off;
    operands.nbytes = cell->nbytes;
    operands.first = cell->offset == BIT_OFF;
    operands.capacity = 8 * cell->nbytes;
    operands.k = rank_near_end(8 * cell->nbytes, cell->density);
    return operands;
}
