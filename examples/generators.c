/* generators.c: functions that give one result at a time and go on where they stopped, which other
 * languages call generators. Here each is three things, in one style:
 *
 *   a struct that holds where the walk is,
 *   a function that returns such a struct,
 *   bool next(struct *, result *), which is false when nothing is left.
 *
 * The caller owns the struct. To pause is not to call; a copy of the struct is a second walk from
 * there; to give up needs no clean-up. bitmill's own iterators work the same way.
 *
 * Cost: a few instructions for each result; 16 to 40 bytes of state, and no memory from malloc.
 *
 *   cc -O2 generators.c -o generators $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   2 of 4 bits: 0011 0101 0110, a pause, 1001 1010 1100; a copy made in the pause: 1001
 *   submasks of 1010: 0000 0010 1000 1010
 *   Gray walk: 000 001 011 010 110 111 101 100
 *   pairs that are no neighbours, of 4 bits: 0101 1001 1010
 *   1 bits: 1 2 3 70 71 99
 *   runs of 1 bits: 1-3 70-71 99-99
 *   3 of 100 bits: 161700 sets, the last is 97-99
 */
#include <bitmill.h>
#include <stdio.h>

/* All numbers of `n` bits (up to 64) that have `k` 1 bits, ascending. */
struct combinations {
    uint64_t set;
    unsigned n;
    bool left;
};
static struct combinations combine(unsigned n, unsigned k)
{
    return (struct combinations){bmill_low_mask_u64(k), n, k <= n};
}
static bool next_combination(struct combinations *c, uint64_t *set)
{
    if (!c->left)
        return false;
    *set = c->set;
    c->set = bmill_next_same_popcount(c->set);
    c->left = c->set != 0 && bmill_bit_width(c->set) <= c->n;
    return true;
}

/* All numbers whose 1 bits are among those of `mask`, ascending, 0 and `mask` included. */
struct submasks {
    uint64_t mask, sub;
    bool left;
};
static struct submasks submasks_of(uint64_t mask) { return (struct submasks){mask, 0, true}; }
static bool next_submask(struct submasks *s, uint64_t *sub)
{
    if (!s->left)
        return false;
    *sub = s->sub;
    s->sub = bmill_next_submask(s->sub, s->mask);
    s->left = s->sub != 0;
    return true;
}

/* All numbers of `n` bits (up to 63), so that each differs from the one before in one bit. */
struct gray_walk {
    uint64_t i, end;
};
static struct gray_walk walk_gray(unsigned n)
{
    return (struct gray_walk){0, bmill_set(UINT64_C(0), n)};
}
static bool next_gray(struct gray_walk *g, uint64_t *code)
{
    if (g->i == g->end)
        return false;
    *code = bmill_gray_encode(g->i++);
    return true;
}

/* A generator that reads another one: combinations without two neighbouring 1 bits. */
static bool next_spread(struct combinations *c, uint64_t *set)
{
    while (next_combination(c, set))
        if ((*set & *set >> 1) == 0)
            return true;
    return false;
}

/* All sets of k of nbits bits, in the caller's bitmap. The step is that of next_same_popcount: the
 * lowest run of 1 bits gives its top bit to the next position, the others return to the low end. */
struct big_combinations {
    unsigned char *set;
    size_t nbits, k;
    bool started;
};
static struct big_combinations combine_big(void *set, size_t nbits, size_t k)
{
    return (struct big_combinations){set, nbits, k, false};
}
static bool next_big_combination(struct big_combinations *c)
{
    size_t low = bmill_bits_find_first_set(c->set, c->nbits), end;
    if (!c->started) {
        c->started = true;
        bmill_bits_clear_range(c->set, 0, c->nbits);
        if (c->k <= c->nbits)
            bmill_bits_set_range(c->set, 0, c->k);
        return c->k <= c->nbits;
    }
    end = bmill_bits_find_next_clear(c->set, c->nbits, low);
    if (end == c->nbits) /* the run is at the top, or there is none: this was the last set */
        return false;
    bmill_bits_clear_range(c->set, low, end - low);
    bmill_bits_set(c->set, end);
    bmill_bits_set_range(c->set, 0, end - low - 1);
    return true;
}

static void print(uint64_t x, unsigned n)
{
    char text[65];
    unsigned char bits[8];
    bmill_store_le_u64(bits, x);
    bmill_bits_format_binary_msb(text, sizeof text, bits, n);
    printf(" %s", text);
}

static void walk_bitmaps(void)
{
    /* A bitmap of 100 bits, read by bitmill's generators of 1 bits and of runs. */
    unsigned char bits[BMILL_BYTES(100)] = {0x0e, [8] = 0xc0, [12] = 0x08};
    size_t i;
    bmill_bits_run run;
    printf("1 bits:");
    for (bmill_bits_iterator it = bmill_bits_iterate_set(bits, 100, 0); bmill_bits_next(&it, &i);)
        printf(" %zu", i);
    printf("\nruns of 1 bits:");
    bmill_bits_iterator runs = bmill_bits_iterate_set(bits, 100, 0);
    while (bmill_bits_next_run(&runs, &run))
        printf(" %zu-%zu", run.first, run.first + run.count - 1);

    size_t sets = 0;
    for (struct big_combinations b = combine_big(bits, 100, 3); next_big_combination(&b);)
        sets++;
    i = bmill_bits_find_first_set(bits, 100);
    printf("\n3 of 100 bits: %zu sets, the last is %zu-%zu\n", sets, i, i + 2);
}

int main(void)
{
    uint64_t x;
    struct combinations c = combine(4, 2), copy;
    printf("2 of 4 bits:");
    for (int i = 0; i < 3 && next_combination(&c, &x); i++)
        print(x, 4);
    printf(", a pause,");
    copy = c;
    while (next_combination(&c, &x))
        print(x, 4);
    printf("; a copy made in the pause:");
    if (next_combination(&copy, &x))
        print(x, 4);

    printf("\nsubmasks of 1010:");
    for (struct submasks s = submasks_of(10); next_submask(&s, &x);)
        print(x, 4);
    printf("\nGray walk:");
    for (struct gray_walk g = walk_gray(3); next_gray(&g, &x);)
        print(x, 3);
    printf("\npairs that are no neighbours, of 4 bits:");
    for (c = combine(4, 2); next_spread(&c, &x);)
        print(x, 4);
    printf("\n");
    walk_bitmaps();
    return 0;
}
