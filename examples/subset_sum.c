/* subset_sum.c: which sums can some of these numbers have? Bit s of a bitmap says that the sum s
 * can be reached. A further number w adds w to each of these sums: the bitmap shifted by w. So
 *
 *     reachable = reachable OR (reachable << w)
 *
 *     without numbers  1                  sum 0 only
 *     with 3           1 . . 1            0 3
 *     with 5           1 . . 1 . 1 . . 1  0 3 5 8
 *
 * The program splits objects between two people as fairly as possible: it looks for the reachable
 * sum that is nearest to a half, and walks back through the bitmaps to find who gets what.
 *
 * Cost: n S / 8 bytes for n numbers with a total of S, each written twice at the speed of memory.
 * An array of bool, the usual way, takes a step for each bit. `subset_sum time` compares, for 200
 * numbers and sums below 1,000,000: measured 40 times as fast (gcc 12, -O2, AVX-512).
 *
 *   cc -O2 subset_sum.c -o subset_sum $(pkg-config --cflags --libs bitmill)
 *   subset_sum [time]
 *
 * Prints:
 *   300 of the sums 0 to 1323 can be reached; the nearest to a half is 661
 *   one person gets 310 180 75 48 48, together 661
 *   the other: 310 180 95 75 2, together 662
 */
#include <bitmill.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { N = 10, MOST = 2000, BIG = 1000000 };

/* reachable[k]: the sums of the first k numbers. */
static unsigned char reachable[N + 1][BMILL_BYTES(MOST)];

static void add_number(void *dst, const void *sums, size_t nbits, size_t number)
{
    bmill_bits_shift_left(dst, sums, nbits, number);
    bmill_bits_or(dst, dst, sums, nbits);
}

static void share(const unsigned *value)
{
    size_t total = 0, sum;
    unsigned char first[BMILL_BYTES(N)] = {0};
    bmill_bits_set(reachable[0], 0);
    for (size_t k = 0; k < N; k++) {
        add_number(reachable[k + 1], reachable[k], MOST, value[k]);
        total += value[k];
    }
    sum = bmill_bits_find_previous_set(reachable[N], MOST, total / 2 + 1);
    printf("%zu of the sums 0 to %zu can be reached; the nearest to a half is %zu\n",
           bmill_bits_count(reachable[N], MOST), total, sum);

    /* Backwards: a number is needed if the sum cannot be reached without it. */
    for (size_t k = N, left = sum; k-- > 0;)
        if (!bmill_bits_is_set(reachable[k], left)) {
            bmill_bits_set(first, k);
            left -= value[k];
        }
    for (int person = 0; person < 2; person++) {
        size_t got = 0;
        printf(person ? "the other:" : "one person gets");
        for (size_t k = 0; k < N; k++)
            if (bmill_bits_is_set(first, k) == !person) {
                printf(" %u", value[k]);
                got += value[k];
            }
        printf(", together %zu\n", got);
    }
}

/* The same step with a bool for each sum, from above, so that no number is used twice. */
static void add_to_bools(bool *sums, size_t n, size_t number)
{
    for (size_t s = n; s-- > number;)
        sums[s] |= sums[s - number];
}

static int compare_times(void)
{
    static unsigned char bits[2][BMILL_BYTES(BIG)], packed[BMILL_BYTES(BIG)];
    static bool bools[BIG];
    double by_bits = 0, by_bools = 0;
    bits[0][0] = bools[0] = 1;
    for (size_t k = 0; k < 200; k++) {
        size_t number = 1 + k * k * k % 9973;
        clock_t start = clock(), middle;
        add_number(bits[(k + 1) % 2], bits[k % 2], BIG, number);
        middle = clock();
        add_to_bools(bools, BIG, number);
        by_bits += (double)(middle - start);
        by_bools += (double)(clock() - middle);
    }
    bmill_bits_pack(packed, bools, BIG);
    printf("%zu sums below %d; by bitmaps %.0f times as fast as by an array of bool\n",
           bmill_bits_count(bits[0], BIG), BIG, by_bools / by_bits);
    return !bmill_bits_equal(bits[0], packed, BIG);
}

int main(int argc, char **argv)
{
    static const unsigned value[N] = {310, 310, 180, 180, 95, 75, 75, 48, 48, 2};
    if (argc > 1 && strcmp(argv[1], "time") == 0)
        return compare_times();
    if (argc > 1) {
        fprintf(stderr, "subset_sum: %s, expected nothing or \"time\"\n", argv[1]);
        return 2;
    }
    share(value);
    return 0;
}
