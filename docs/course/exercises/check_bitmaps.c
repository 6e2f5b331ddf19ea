/* check_bitmaps.c: checks the exercises on bitmaps of chapters 4 to 6. Compile it together with the
 * file in which you wrote them:
 *
 *   cc -O2 -I bitmill/include 4-many-bits.c check_bitmaps.c bitmill/.libs/libbitmill.a -o check
 *   ./check
 *
 * where bitmill is the folder of its sources, in which make has built the library.
 *
 * Which exercises are in your file is found out; any number of them may be there. Each is called
 * with many bitmaps and compared with the function of the library. A bitmap lies between two pages
 * of memory that nobody may touch, and has noise in the bits past its length, so mistakes show that
 * a friendly test would not find. The first mistake is shown, with the bits.
 *
 * Exit status: 0 if all are right, 1 if one is wrong, 2 if there is none.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <bitmill.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The exercises. Weak: what your file lacks is a null pointer here, and not an error. */
#define MAYBE __attribute__((weak))
MAYBE size_t my_count(const void *bits, size_t nbits);                       /* chapter 4 */
MAYBE void my_andnot(void *dst, const void *a, const void *b, size_t nbits); /* chapter 4 */
MAYBE size_t my_find_first_set(const void *bits, size_t nbits);              /* chapter 4 */
MAYBE double my_jaccard(const void *a, const void *b, size_t nbits);         /* chapter 5 */
MAYBE size_t my_select(const void *bits, size_t nbits, size_t k);            /* chapter 5 */
MAYBE size_t my_decode(uint32_t *dst, const void *bits, size_t nbits);       /* chapter 5 */
MAYBE size_t my_xor_count(const void *a, const void *b, size_t nbits);       /* chapter 6 */
MAYBE bool my_equal(const void *a, const void *b, size_t nbits);             /* chapter 6 */

/* ---- Memory: some pages between two that nobody may touch ---- */

enum { AREA = 16384 }; /* bytes that may be touched, a multiple of the page size */

static unsigned char *new_area(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), all = AREA + 2 * page;
    unsigned char *p = mmap(NULL, all, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page > AREA || p == MAP_FAILED || mprotect(p + page, AREA, PROT_READ | PROT_WRITE) != 0) {
        fprintf(stderr, "check: no memory between guard pages, expected pages of up to %d bytes\n",
                (int)AREA);
        exit(2);
    }
    return p + page;
}

static unsigned char *area_dst, *area_a, *area_b; /* what functions get */
static unsigned char copy_a[AREA], copy_b[AREA], copy_dst[AREA];

static uint64_t noise_state = 1;

static unsigned noise(unsigned n) /* a number below n */
{
    noise_state = noise_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(noise_state >> 40) % n;
}

/* ---- A case ---- */

static struct {
    const char *name; /* of the function */
    size_t nbits, k;  /* k: for select */
    unsigned char *dst, *a, *b;
    int inputs;
} now;

/* Prints bits from..to of a bitmap, at most 64 of them. */
static void print_bits(const char *what, const unsigned char *bits, size_t from, size_t to)
{
    printf("  %-12s", what);
    for (size_t i = from; i < to && i < from + 64; i++)
        printf("%s%d", i > from && i % 8 == 0 ? " " : "", bits[i / 8] >> i % 8 & 1);
    printf("%s\n", to > from + 64 ? " ..." : from == to ? "none" : "");
}

static void print_inputs(void)
{
    size_t end = (now.nbits + 7) / 8 * 8;
    const unsigned char *bits[2] = {now.a, now.b};
    for (int k = 0; k < now.inputs; k++) {
        print_bits(k == 0 ? "a, bit 0..:" : "b, bit 0..:", bits[k], 0, now.nbits);
        if (end > now.nbits)
            print_bits("past nbits:", bits[k], now.nbits, end);
    }
}

/* n bytes of a kind, 0 to 4: noise, all 0, all 1, one 1 bit, one 0 bit. */
static void fill(unsigned char *p, size_t n, unsigned kind)
{
    memset(p, kind == 2 || kind == 4 ? 0xff : 0, n);
    for (size_t i = 0; kind == 0 && i < n; i++)
        p[i] = (unsigned char)noise(256);
    if (kind > 2 && n > 0) {
        size_t i = noise(8 * (unsigned)n);
        p[i / 8] = (unsigned char)(p[i / 8] ^ 1u << i % 8);
    }
}

/* A bitmap whose last byte is the last of the area, or whose first byte is the first. What is
 * around it, and the bits past nbits, are noise. */
static unsigned char *draw(unsigned char *area, size_t nbits, unsigned kind, bool at_end)
{
    size_t n = (nbits + 7) / 8;
    unsigned char *p = at_end ? area + AREA - n : area;
    for (size_t i = 0; i < AREA; i++)
        area[i] = (unsigned char)noise(256);
    fill(p, nbits / 8, kind);
    for (size_t i = nbits / 8 * 8; i < nbits; i++)
        bmill_bits_modify(p, i, kind == 0 ? noise(2) != 0 : kind == 2 || kind == 4);
    return p;
}

static void draw_case(const char *name, int inputs, size_t nbits)
{
    unsigned kind = noise(5), other = noise(3) != 0 ? kind : noise(5);
    unsigned ends = noise(8); /* one bit for each bitmap */
    now.name = name;
    now.inputs = inputs;
    now.nbits = nbits;
    now.a = draw(area_a, nbits, kind, ends & 1);
    now.b = draw(area_b, nbits, other, ends & 2);
    now.dst = draw(area_dst, nbits, 0, ends & 4);
    now.k = noise((unsigned)nbits + 2);
    if (noise(4) == 0) /* equal, which noise never is */
        bmill_bits_copy(now.b, 0, now.a, 0, nbits);
    memcpy(copy_a, area_a, AREA);
    memcpy(copy_b, area_b, AREA);
    memcpy(copy_dst, area_dst, AREA);
}

static bool wrong(const char *why)
{
    printf("%s: wrong for %zu bit%s: %s\n", now.name, now.nbits, now.nbits == 1 ? "" : "s", why);
    print_inputs();
    return false;
}

/* Memory outside of a bitmap was touched: an unreadable page said so. */
static void on_fault(int number)
{
    (void)number;
    wrong("it touches memory outside of the bitmap");
    fflush(stdout);
    _exit(1);
}

static bool same_number(size_t got, size_t expected)
{
    char why[80];
    if (memcmp(copy_a, area_a, AREA) != 0 || memcmp(copy_b, area_b, AREA) != 0)
        return wrong("it changes its input");
    if (got == expected)
        return true;
    snprintf(why, sizeof why, "the result is %zu, expected %zu", got, expected);
    return wrong(why);
}

/* ---- Each exercise on the case that was drawn ---- */

static bool try_count(void)
{
    return same_number(my_count(now.a, now.nbits), bmill_bits_count(now.a, now.nbits));
}

static bool try_find(void)
{
    return same_number(my_find_first_set(now.a, now.nbits),
                       bmill_bits_find_first_set(now.a, now.nbits));
}

static bool try_andnot(void)
{
    size_t at = (size_t)(now.dst - area_dst);
    my_andnot(now.dst, now.a, now.b, now.nbits);
    if (memcmp(copy_a, area_a, AREA) != 0 || memcmp(copy_b, area_b, AREA) != 0)
        return wrong("it changes its input");
    bmill_bits_andnot(copy_dst + at, now.a, now.b, now.nbits);
    if (memcmp(copy_dst, area_dst, AREA) == 0)
        return true;
    if (!bmill_bits_equal(copy_dst + at, now.dst, now.nbits)) {
        wrong("dst is not a AND NOT b");
        print_bits("dst:", now.dst, 0, now.nbits);
        print_bits("expected:", copy_dst + at, 0, now.nbits);
        return false;
    }
    return wrong("it changes bits of dst past nbits");
}

static bool try_select(void)
{
    size_t expected = bmill_bits_select(now.a, now.nbits, now.k);
    if (same_number(my_select(now.a, now.nbits, now.k), expected))
        return true;
    printf("  k is %zu\n", now.k);
    return false;
}

static bool try_decode(void)
{
    static uint32_t got[8 * AREA], expected[8 * AREA];
    size_t from = 0, n;
    memset(got, 0xff, (now.nbits + 1) * sizeof got[0]);
    n = bmill_bits_decode_u32(expected, now.a, now.nbits, now.nbits, &from, 0);
    if (!same_number(my_decode(got, now.a, now.nbits), n))
        return false;
    return memcmp(got, expected, n * sizeof got[0]) == 0 || wrong("the positions are not right");
}

static bool try_jaccard(void)
{
    char why[80];
    double got = my_jaccard(now.a, now.b, now.nbits);
    double expected = bmill_bits_jaccard(now.a, now.b, now.nbits);
    if (got == expected)
        return true;
    snprintf(why, sizeof why, "the result is %g, expected %g", got, expected);
    return wrong(why);
}

static bool try_xor_count(void)
{
    return same_number(my_xor_count(now.a, now.b, now.nbits),
                       bmill_bits_xor_count(now.a, now.b, now.nbits));
}

static bool try_equal(void)
{
    return same_number(my_equal(now.a, now.b, now.nbits),
                       bmill_bits_equal(now.a, now.b, now.nbits));
}

/* ---- All cases ---- */

/* All lengths up to 600 bits, several times, and some long ones; the first mistake is a short one.
 */
static bool check(const char *name, int inputs, bool (*try_one)(void))
{
    size_t cases = 0;
    for (size_t nbits = 0; nbits <= 600; nbits++)
        for (int k = 0; k < 6; k++, cases++) {
            draw_case(name, inputs, nbits);
            if (!try_one())
                return false;
        }
    for (int k = 0; k < 100; k++, cases++) {
        draw_case(name, inputs, 600 + noise(40000));
        if (!try_one())
            return false;
    }
    printf("%s: right in all of %zu cases\n", name, cases);
    return true;
}

int main(void)
{
    const struct {
        const char *name;
        bool is_there;
        int inputs;
        bool (*try_one)(void);
    } exercises[] = {{"my_count", my_count != NULL, 1, try_count},
                     {"my_andnot", my_andnot != NULL, 2, try_andnot},
                     {"my_find_first_set", my_find_first_set != NULL, 1, try_find},
                     {"my_jaccard", my_jaccard != NULL, 2, try_jaccard},
                     {"my_select", my_select != NULL, 1, try_select},
                     {"my_decode", my_decode != NULL, 1, try_decode},
                     {"my_xor_count", my_xor_count != NULL, 2, try_xor_count},
                     {"my_equal", my_equal != NULL, 2, try_equal}};
    int there = 0, right = 0;
    area_dst = new_area(), area_a = new_area(), area_b = new_area();
    signal(SIGSEGV, on_fault);
    signal(SIGBUS, on_fault);
    for (size_t k = 0; k < sizeof exercises / sizeof exercises[0]; k++)
        if (exercises[k].is_there) {
            there++;
            right += check(exercises[k].name, exercises[k].inputs, exercises[k].try_one);
        }
    if (there == 0)
        printf("check: none of the exercises is in the file, expected my_count or another one\n");
    else
        printf("%d of %d right\n", right, there);
    return there == 0 ? 2 : right == there ? 0 : 1;
}
