/* use_sets.c: every set of kernels that runs here gives the results of the last one; prints their
 * names. Without Check, for forms of the library that the test programs are not built for: see
 * two_files.sh. */
#include <bitmill.h>
#include <stdio.h>
#include <string.h>

enum { BYTES = 1200, MOST_BITS = 5000 };

static unsigned char a[BYTES], b[BYTES], dst[2 * BYTES], indices[4 * 8 * BYTES];
static uint64_t digest;

static void take(const void *p, size_t n)
{
    const unsigned char *bytes = (const unsigned char *)p;
    for (size_t i = 0; i < n; i++)
        digest = (digest ^ bytes[i]) * UINT64_C(0x100000001b3);
}
static void take_number(size_t n)
{
    uint64_t x = n;
    take(&x, sizeof x);
}

/* Some functions of each topic, on n bits. */
static void use(size_t n)
{
    bmill_bits_and(dst, a, b, n);
    bmill_bits_copy(dst, 5, b, 3, n);
    bmill_bits_reverse(a, b, n);
    take(a, sizeof a);
    bmill_bits_interleave(dst, a, b, n);
    take(dst, sizeof dst);
    bmill_bits_lt_value_u8(dst, a, n / 8, 77);
    bmill_bits_transpose(dst + BYTES, 1, b, n / 64 + 1, 8, n / 8);
    take(dst, sizeof dst);
    bmill_bits_ternary(dst, a, b, dst, n, BMILL_TA & (BMILL_TB | ~BMILL_TC));
    bmill_bits_random(dst + BYTES, n, 77, 8, n);
    bmill_bits_pack(dst, b, n / 8);
    take(dst, sizeof dst);
    take_number(bmill_bits_count(a, n));
    take_number(bmill_bits_xor_count(a, b, n));
    take_number(bmill_bits_find_next_set(b, n, n / 2));
    take_number(bmill_bits_select(a, n, n / 3));
    take_number(bmill_bits_equal(a, b, n));
    take_number(bmill_bits_count_pattern(a, "\5", n, 3));
    take_number(bmill_bits_pext(dst, a, b, n));
    n = bmill_bits_decode_u32((uint32_t *)(void *)indices, a, n, 8 * BYTES, &(size_t){0}, 0);
    take(indices, n * sizeof(uint32_t));
}

static uint64_t digest_of(const char *isa)
{
    digest = UINT64_C(0xcbf29ce484222325);
    if (bmill_isa_select(isa) != BMILL_ISA_OK)
        return 0;
    for (size_t i = 0; i < BYTES; i++) {
        a[i] = (unsigned char)(i * i >> 3);
        b[i] = (unsigned char)(i * 2654435761u >> 20);
    }
    memset(dst, 0, sizeof dst);
    for (size_t n = 0; n < MOST_BITS; n += n < 600 ? 1 : 97)
        use(n);
    return digest;
}

int main(void)
{
    size_t last = 0, runs = 0;
    uint64_t right;
    while (bmill_isa_name(last + 1))
        last++;
    right = digest_of(bmill_isa_name(last));
    for (size_t i = 0; i <= last; i++) {
        const char *isa = bmill_isa_name(i);
        uint64_t found = digest_of(isa);
        if (found && found != right) {
            printf("%s: the results are not those of %s\n", isa, bmill_isa_name(last));
            return 1;
        }
        runs += found != 0;
        printf("%s%s", isa, found ? " " : " (not here) ");
    }
    printf("\n");
    return runs == 0;
}
