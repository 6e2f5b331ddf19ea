/* bloom.c: a Bloom filter: a set that takes 10 bits for each key, however long keys are, and that
 * answers "certainly not" or "probably". Each key sets k bits, at positions that hashes of the key
 * give; a key of which one bit is 0 was never added. A key that was not added may find its k bits
 * set by others: a false positive. The program counts these, and compares with the formula.
 *
 * A bit stays 0 when n keys set k bits each with probability (1 - 1/m)^(k n), for m bits; so a
 * false positive has probability (1 - (1 - 1/m)^(k n))^k. It is least near k = 0.69 m/n.
 *
 * Cost: k memory accesses for each key. The union of two filters is their OR, at the speed of
 * memory; the share of 1 bits, a count, says how full a filter is.
 *
 * Source of the k hashes made of two: A. Kirsch, M. Mitzenmacher, "Less Hashing, Same Performance",
 * 2006.
 *
 *   cc -O2 bloom.c -o bloom $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *    k  1 bits  missed  false positives  formula
 *    1    9.5%       0            9.52%    9.52%
 *    2   18.1%       0            3.28%    3.29%
 *    4   33.0%       0            1.19%    1.18%
 *    7   50.4%       0            0.82%    0.82%
 *   10   63.2%       0            1.01%    1.02%
 *   14   75.4%       0            1.88%    1.90%
 *   the OR of two filters is that of all keys: yes
 */
#include <bitmill.h>
#include <stdio.h>

enum { BITS = 1 << 20, KEYS = BITS / 10, OTHERS = 1000000 };

/* The finalizer of splitmix64 (S. Vigna): each bit of the result depends on all bits of x. */
static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

/* The position of bit i of a key. Two halves of one hash make all of them. */
static size_t position(uint64_t hash, unsigned i)
{
    uint64_t step = hash >> 32 | 1; /* odd, so that the positions differ */
    return (size_t)((hash + i * step) % BITS);
}

static void add(unsigned char *filter, unsigned k, uint64_t key)
{
    uint64_t hash = mix(key);
    for (unsigned i = 0; i < k; i++)
        bmill_bits_set(filter, position(hash, i));
}

static bool may_have(const unsigned char *filter, unsigned k, uint64_t key)
{
    uint64_t hash = mix(key);
    for (unsigned i = 0; i < k; i++)
        if (!bmill_bits_is_set(filter, position(hash, i)))
            return false;
    return true;
}

static double power(double x, unsigned long n)
{
    double y = 1;
    for (; n; n /= 2, x *= x)
        if (n % 2)
            y *= x;
    return y;
}

int main(void)
{
    static unsigned char filter[BITS / 8], half[2][BITS / 8];
    static const unsigned hashes[] = {1, 2, 4, 7, 10, 14};

    printf(" k  1 bits  missed  false positives  formula\n");
    for (size_t row = 0; row < sizeof hashes / sizeof hashes[0]; row++) {
        unsigned k = hashes[row], missed = 0, wrong = 0;
        bmill_bits_clear_range(filter, 0, BITS);
        for (uint64_t key = 0; key < KEYS; key++)
            add(filter, k, key);
        for (uint64_t key = 0; key < KEYS; key++)
            missed += !may_have(filter, k, key);
        for (uint64_t key = KEYS; key < KEYS + OTHERS; key++)
            wrong += may_have(filter, k, key);
        printf("%2u  %5.1f%%  %6u  %14.2f%%  %6.2f%%\n", k,
               100.0 * (double)bmill_bits_count(filter, BITS) / BITS, missed,
               100.0 * wrong / OTHERS, 100 * power(1 - power(1 - 1.0 / BITS, k * KEYS), k));
    }

    /* Two machines saw a half of the keys each. The OR of their filters is the filter of all. */
    for (uint64_t key = 0; key < KEYS; key++)
        add(half[key % 2], 14, key);
    bmill_bits_or(half[0], half[0], half[1], BITS);
    printf("the OR of two filters is that of all keys: %s\n",
           bmill_bits_equal(half[0], filter, BITS) ? "yes" : "no");
    return 0;
}
