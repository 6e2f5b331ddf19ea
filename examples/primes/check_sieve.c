/* check_sieve.c: tests the sieve against one that is as plain as can be: one byte for each number,
 * up to three segments. Prints a line for each mistake; exit status 1 if there was one. */
#include "sieve.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Numbers in a segment, and as far as the plain sieve goes: into the third segment. */
#define SEGMENT (30 * (uint64_t)SIEVE_BITS)
#define END     (2 * SEGMENT + 1000)

static unsigned char *composite;
static unsigned long checked, mistakes;

static void plain_sieve(void)
{
    composite = calloc(END, 1);
    if (!composite)
        exit(1);
    composite[0] = composite[1] = 1;
    for (uint64_t n = 2; n < END; n++)
        for (uint64_t multiple = n * n; !composite[n] && multiple < END; multiple += n)
            composite[multiple] = 1;
}

static void check(const char *what, uint64_t up_to, uint64_t got, uint64_t expected)
{
    checked++;
    if (got == expected)
        return;
    mistakes++;
    printf("failed: %s up to %" PRIu64 ": %" PRIu64 ", expected %" PRIu64 "\n", what, up_to, got,
           expected);
}

/* Must be called with numbers that grow. */
static void check_up_to(uint64_t up_to)
{
    static struct sieve sieve;
    static struct sieve_sum expected;
    static uint64_t next;
    struct sieve_sum got = {0, 0};
    for (; next <= up_to; next++)
        if (!composite[next]) {
            expected.count++;
            expected.sum += next;
        }
    if (!sieve_open(&sieve, up_to))
        exit(1);
    for (size_t i = 0; i < sieve.segments; i++) {
        struct sieve_sum sum = sieve_segment(&sieve, i);
        got.count += sum.count;
        got.sum += sum.sum;
    }
    sieve_close(&sieve);
    check("count", up_to, got.count, expected.count);
    check("sum", up_to, got.sum, expected.sum);
}

/* The primes from first to end - 1, and the numbers on both sides of each. */
static void check_around_primes(uint64_t first, uint64_t end)
{
    for (uint64_t n = first; n < end; n++)
        if (!composite[n - 1] || !composite[n] || !composite[n + 1])
            check_up_to(n);
}

/* The last numbers of a segment, and the first one of each class in the next segment. */
static void check_around_edge(uint64_t edge)
{
    check_around_primes(edge - 40, edge - 2);
    for (uint64_t up_to = edge - 2; up_to <= edge + 32; up_to++)
        if (up_to < edge + 2 || up_to % 2 != 0)
            check_up_to(up_to);
}

/* Each bit of each class, where a segment is the last one and so may end within bytes. */
static void check_bits(uint64_t up_to)
{
    static struct sieve sieve;
    static struct sieve_work work;
    uint64_t seen = 0, coprime = 0;
    if (!sieve_open(&sieve, up_to))
        exit(1);
    for (size_t segment = 0; segment < sieve.segments; segment++) {
        sieve_begin(&sieve, &work, segment);
        for (unsigned c = 0; c < SIEVE_CLASSES; c++) {
            size_t nbits = sieve_class(&sieve, &work, c);
            for (size_t k = 0; k < nbits; k++, seen++) {
                uint64_t n = 30 * (work.first + k) + sieve_residue[c];
                check("bit of a number", n, bmill_bits_is_set(work.bits, k), !composite[n]);
            }
        }
    }
    sieve_close(&sieve);
    for (uint64_t n = 1; n <= up_to; n++)
        coprime += n % 2 != 0 && n % 3 != 0 && n % 5 != 0;
    check("number of bits", up_to, seen, coprime);
}

int main(void)
{
    plain_sieve();
    for (uint64_t up_to = 0; up_to <= 1000; up_to++)
        check_up_to(up_to);
    /* The last number is the square of a prime, which has no smaller factor. */
    for (uint64_t p = 37; p < 1000; p += 2)
        if (!composite[p])
            check_up_to(p * p);
    check_around_primes(1000000, 1000050);
    check_around_edge(SEGMENT);
    check_around_edge(2 * SEGMENT);
    check_bits(2 * SEGMENT + 777);
    free(composite);
    printf("%lu results of the sieve, %lu mistakes\n", checked, mistakes);
    return mistakes != 0;
}
