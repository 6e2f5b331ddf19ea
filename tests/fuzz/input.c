/* input.c: drawing from the bytes of an input, and the memory of a call: see fuzz.h. */
#include "input.h"
#include "harness/pages.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Drawing ---- */

static const unsigned char *next, *end;
static uint64_t noise_seed;
static enum { NOISE_RANDOM, NOISE_ZEROS, NOISE_ONES } noise_kind;

uint64_t draw(uint64_t max)
{
    uint64_t x = 0;
    unsigned bytes = max > UINT32_MAX ? 8 : max > UINT16_MAX ? 4 : max > UINT8_MAX ? 2 : 1;
    if (max == 0)
        return 0;
    for (unsigned k = 0; k < bytes && next < end; k++)
        x |= (uint64_t)*next++ << 8 * k;
    return max == UINT64_MAX ? x : x % (max + 1);
}

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

/* center - spread to center + spread. */
static size_t draw_around(size_t center, size_t spread)
{
    size_t x = center + (size_t)draw(2 * spread);
    return x < spread ? 0 : x - spread;
}

/* Near a multiple of a number of bits that kernels handle at once. */
static size_t draw_multiple(size_t max, size_t most)
{
    size_t unit = (size_t)64 << draw(6);
    return smaller(max, draw_around(unit * (size_t)draw(smaller(most, max / unit)), 9));
}

size_t draw_size(size_t max)
{
    switch (draw(7)) {
    case 0:
    case 1:
        return (size_t)draw(smaller(max, 200));
    case 2:
        return (size_t)draw(smaller(max, 1100));
    case 3:
        return draw_multiple(max, 9);
    case 4:
        return draw_multiple(max, SIZE_MAX);
    case 5:
        return smaller(max, draw_around((size_t)1 << draw(17), 9));
    case 6:
        return (size_t)draw(smaller(max, 5000));
    default:
        return (size_t)draw(max);
    }
}

size_t draw_near(size_t n)
{
    switch (draw(5)) {
    case 0:
        return (size_t)draw(130);
    case 1:
        return draw_around(n, 9);
    case 2:
        return draw_around(64 * (size_t)draw(n / 64), 2);
    case 3:
        return SIZE_MAX - (size_t)draw(70);
    default:
        return (size_t)draw(n);
    }
}

uint64_t noise(uint64_t seed, uint64_t n)
{
    uint64_t z = (seed << 32) + (n + 1) * UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* ---- Memory ---- */

/* How many bytes before and after the memory are compared. A guard has that size, or that of a page
 * if that is larger. */
enum { AROUND = 1024, GUARD_BYTES = 64 << 10, PAGE_BYTES = 4096 };

static struct arena memories[MEMORIES];
static struct placed {
    const char *name;
    unsigned char *start; /* NULL if this memory is not used in the call */
    size_t nbytes;
    unsigned char *from, *to; /* the noise around */
} placed[MEMORIES];

static void open_memory(struct arena *m)
{
    m->start = pages_new(MEMORY_BYTES, GUARD_BYTES);
    m->twin = malloc(MEMORY_BYTES);
    if (!m->start || !m->twin) {
        fprintf(stderr, "fuzz: no memory\n");
        abort();
    }
    m->end = m->start + MEMORY_BYTES;
}

void begin_input(const unsigned char *bytes, size_t n)
{
    for (int i = 0; i < MEMORIES && !memories[i].start; i++)
        open_memory(&memories[i]);
    memset(placed, 0, sizeof placed);
    next = bytes;
    end = bytes + n;
}

void begin_noise(void)
{
    noise_seed = draw(255);
    noise_kind = noise_seed % 8 == 6   ? NOISE_ZEROS
                 : noise_seed % 8 == 7 ? NOISE_ONES
                                       : NOISE_RANDOM;
}

static void fill_noise(unsigned char *p, size_t n, uint64_t seed)
{
    if (noise_kind != NOISE_RANDOM) {
        memset(p, noise_kind == NOISE_ONES ? 0xff : 0, n);
        return;
    }
    for (size_t i = 0; i < n; i += 8) {
        uint64_t x = noise(noise_seed + seed, i);
        memcpy(p + i, &x, smaller(8, n - i));
    }
}

/* Flush with the guard page after it or before it; across the edge of a page; anywhere. */
static unsigned char *draw_place(const struct arena *m, size_t nbytes, size_t alignment)
{
    size_t room = (size_t)(m->end - m->start) - nbytes, at;
    uint64_t kind = draw(7);
    if (kind < 4)
        at = kind < 3 ? room : 0;
    else if (kind < 6)
        at = PAGE_BYTES - (size_t)draw(smaller(nbytes, 130));
    else
        at = (size_t)draw(PAGE_BYTES);
    at = smaller(at, room);
    return m->start + at - (uintptr_t)(m->start + at) % alignment;
}

unsigned char *twin(const void *p)
{
    const unsigned char *byte = p;
    for (int i = 0; i < MEMORIES; i++) {
        const struct arena *m = &memories[i];
        if (byte && byte >= m->start - GUARD_BYTES && byte <= m->end)
            return m->twin + (byte - m->start);
    }
    return NULL;
}

void mirror(const void *p, size_t nbytes)
{
    if (nbytes)
        memcpy(twin(p), p, nbytes);
}

unsigned char *place(enum memory memory, const char *name, size_t nbytes, size_t alignment)
{
    const struct arena *m = &memories[memory];
    struct placed *here = &placed[memory];
    unsigned char *p = draw_place(m, nbytes, alignment);
    if (nbytes == 0 && draw(1)) {
        note(name, 0);
        return NULL;
    }
    here->name = name;
    here->start = p;
    here->nbytes = nbytes;
    here->from = p - smaller(AROUND, (size_t)(p - m->start));
    here->to = p + nbytes + smaller(AROUND, (size_t)(m->end - p) - nbytes);
    fill_noise(here->from, (size_t)(here->to - here->from), memory);
    mirror(here->from, (size_t)(here->to - here->from));
    return p;
}

/* ---- Contents ---- */

/* Runs of 0 bits and 1 bits, `mean` bits long on average. */
static void fill_runs(unsigned char *p, size_t nbytes, uint64_t seed, size_t mean)
{
    size_t i = 0;
    for (uint64_t n = 0; i < 8 * nbytes; n++) {
        size_t length = 1 + (size_t)(noise(seed, n) % (2 * mean));
        for (; length > 0 && i < 8 * nbytes; length--)
            ref_put(p, i++, n % 2);
    }
}

/* Lines of 64 bytes that are empty, full, sparse or noise. */
static void fill_lines(unsigned char *p, size_t nbytes, uint64_t seed)
{
    for (size_t i = 0; i < nbytes; i += 64) {
        uint64_t kind = noise(seed, i) % 8;
        for (size_t j = i; j < nbytes && j < i + 64; j++) {
            uint64_t x = noise(seed, j + 1);
            p[j] = (unsigned char)(kind < 4   ? 0
                                   : kind < 5 ? 0xff
                                   : kind < 7 ? (x % 32 ? 0 : 1u << (x >> 8) % 8)
                                              : x);
        }
    }
}

/* Each bit is 1 with probability 2^-halvings. */
static void fill_sparse(unsigned char *p, size_t nbytes, uint64_t seed, unsigned halvings)
{
    for (size_t i = 0; i < nbytes; i++) {
        uint64_t x = noise(seed, i), y = 0xff;
        for (unsigned k = 0; k < halvings; k++, x >>= 8)
            y &= k < 8 ? x : noise(seed + 1, i) >> 8 * (k - 8);
        p[i] = (unsigned char)y;
    }
}

static void fill_repeated(unsigned char *p, size_t nbytes)
{
    size_t length = 1 + (size_t)draw(15);
    unsigned char piece[16];
    for (size_t i = 0; i < length; i++)
        piece[i] = (unsigned char)draw(255);
    for (size_t i = 0; i < nbytes; i++)
        p[i] = piece[i % length];
}

/* Flips some bits, so that a rare bit can be at any position. */
static void poke(unsigned char *p, size_t nbytes)
{
    size_t pokes = (size_t)draw(5);
    for (; nbytes && pokes > 0; pokes--) {
        size_t i = (size_t)draw(8 * nbytes - 1);
        ref_put(p, i, !ref_get(p, i));
    }
}

void fill(unsigned char *p, size_t nbytes)
{
    uint64_t style = draw(9), seed = style < 5 ? draw(255) : 0;
    switch (style) {
    case 0:
    case 1:
        fill_sparse(p, nbytes, seed, (unsigned)draw(12));
        break;
    case 2:
        fill_runs(p, nbytes, seed, 1 + (size_t)draw(700));
        break;
    case 3:
        fill_runs(p, nbytes, seed, 1 + (size_t)draw(30));
        break;
    case 4:
        fill_lines(p, nbytes, seed);
        break;
    case 5:
    case 6:
        fill_repeated(p, nbytes);
        break;
    default:
        if (nbytes)
            memset(p, style == 9 ? 0xff : 0, nbytes);
    }
    poke(p, nbytes);
    mirror(p, nbytes);
}

unsigned char *place_filled(enum memory memory, const char *name, size_t nbytes, size_t alignment)
{
    unsigned char *p = place(memory, name, nbytes, alignment);
    fill(p, nbytes);
    return p;
}

static void put_noise_past(unsigned char *p, size_t nbits, unsigned char last)
{
    if (nbits % 8) {
        unsigned char *byte = p + nbits / 8; /* p may be NULL for no bits */
        *byte ^= (unsigned char)((*byte ^ last) & 0xff << nbits % 8);
        mirror(byte, 1);
    }
}

unsigned char *place_bits(enum memory memory, const char *name, size_t nbits)
{
    size_t nbytes = nbits / 8 + (nbits % 8 != 0);
    unsigned char *p = place(memory, name, nbytes, 1), last = nbytes ? p[nbytes - 1] : 0;
    fill(p, nbytes);
    put_noise_past(p, nbits, last);
    return p;
}

unsigned char *place_range(enum memory memory, const char *name, size_t first, size_t count)
{
    unsigned char *p = place_bits(memory, name, count ? first % 8 + count : 0);
    return p && count ? p - first / 8 : p;
}

unsigned char *place_dst_bits(const char *name, size_t nbits)
{
    return place(DST, name, nbits / 8 + (nbits % 8 != 0), 1);
}

unsigned char *place_dst_or(const char *name, size_t nbits, unsigned char *a, unsigned char *b,
                            unsigned char *c)
{
    unsigned char *inputs[] = {a, b, c};
    uint64_t which = draw(5);
    if (which < 3 && inputs[which]) {
        note("dst is input", which + 1);
        return inputs[which];
    }
    return place_dst_bits(name, nbits);
}

/* ---- Comparing and showing ---- */

/* Prints up to 64 bytes. */
static void print_bytes(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n && i < 64; i++)
        fprintf(stderr, "%s%02x", i % 8 == 0 && i ? " " : "", p[i]);
    fprintf(stderr, "%s\n", n > 64 ? " ..." : "");
}

/* Prints its position and contents. These are read from the twin, which has them as they were
 * before the call, except where the reference wrote. */
void print_placed(bool contents)
{
    for (int i = 0; i < MEMORIES; i++) {
        const struct placed *here = &placed[i];
        if (!here->start)
            continue;
        fprintf(
            stderr, "  %s: %zu bytes at %p%s%s\n", here->name, here->nbytes, (void *)here->start,
            here->start + here->nbytes == memories[i].end ? ", flush with the guard page after it"
                                                          : "",
            here->start == memories[i].start ? ", flush with the guard page before it" : "");
        if (contents) {
            fprintf(stderr, "    is       ");
            print_bytes(here->start, here->nbytes);
            fprintf(stderr, "    expected ");
            print_bytes(twin(here->start), here->nbytes);
        }
    }
}

bool memory_agrees(char *why, size_t size)
{
    for (int i = 0; i < MEMORIES; i++) {
        const struct placed *here = &placed[i];
        const unsigned char *p = here->from, *q = twin(p);
        if (!here->start || memcmp(p, q, (size_t)(here->to - p)) == 0)
            continue;
        while (*p == *q)
            p++, q++;
        snprintf(why, size, "byte %td of %s is %#04x, expected %#04x%s", p - here->start,
                 here->name, *p, *q,
                 p >= here->start && p < here->start + here->nbytes ? "" : " (it is outside)");
        return false;
    }
    return true;
}
