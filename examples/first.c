/* first.c: the first program with bitmill: both layers in a few lines. Of the word layer, for
 * integers: a bit is set, and the 1 bits are counted. Of the bits layer, for memory: the sieve of
 * Eratosthenes, with one bit for each number.
 *
 *   cc -O2 first.c -o first $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   6 with bit 0 set is 7, and 7 has 3 bits that are 1
 *   168 of the numbers below 1000 are prime, the first after 900 is 907
 */
#include <bitmill.h>
#include <stdio.h>

int main(void)
{
    /* The word layer: integers. */
    unsigned x = bmill_set(6u, 0);
    printf("6 with bit 0 set is %u, and %u has %u bits that are 1\n", x, x, bmill_popcount(x));

    /* The bits layer: any memory is a bitmap. Here bit i says whether i is prime. */
    enum { N = 1000 };
    unsigned char composite[N / 8] = {3}, prime[N / 8]; /* 3: bits 0 and 1, which are not prime */
    for (size_t i = 2; i * i < N; i++)
        if (!bmill_bits_is_set(composite, i))
            for (size_t k = i * i; k < N; k += i)
                bmill_bits_set(composite, k);
    bmill_bits_not(prime, composite, N);
    printf("%zu of the numbers below %d are prime, the first after 900 is %zu\n",
           bmill_bits_count(prime, N), N, bmill_bits_find_next_set(prime, N, 900));
    return 0;
}
