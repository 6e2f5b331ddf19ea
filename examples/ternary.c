/* ternary.c: three copies of a memory that radiation hits. A bit that has flipped in one copy
 * is outvoted by the other two. Differences are counted, to know when to replace the memory.
 *
 *   cc -O2 ternary.c -o ternary $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   before: 3 bits differ
 *   repaired: Hello, orbit
 *   after: 0 bits differ
 *   half old, half new: HELLO, orbit
 */
#include <bitmill.h>
#include <bitmill/bits/ternary.h>
#include <stdio.h>
#include <string.h>

enum { NBYTES = sizeof "Hello, orbit", NBITS = 8 * NBYTES };

/* A truth table is written like the function: 1 unless all three are the same. */
static const unsigned not_all_equal = (BMILL_TA ^ BMILL_TB) | (BMILL_TB ^ BMILL_TC);

static void report(const char *when, char copy[3][NBYTES])
{
    printf("%s: %zu bits differ\n", when,
           bmill_bits_ternary_count(copy[0], copy[1], copy[2], NBITS, not_all_equal));
}

int main(void)
{
    char copy[3][NBYTES] = {"Hello, orbit", "Hello, orbit", "Hello, orbit"};
    unsigned char first_half[NBYTES] = {0};

    bmill_bits_flip(copy[0], 5);
    bmill_bits_flip(copy[1], 42);
    bmill_bits_flip(copy[2], 90);
    report("before", copy);
    bmill_bits_majority(copy[0], copy[0], copy[1], copy[2], NBITS);
    memcpy(copy[1], copy[0], NBYTES);
    memcpy(copy[2], copy[0], NBYTES);
    printf("repaired: %s\n", copy[0]);
    report("after", copy);

    /* mux takes each bit from one copy or from the other. */
    memcpy(copy[1], "HELLO, ORBIT", NBYTES);
    bmill_bits_set_range(first_half, 0, NBITS / 2);
    bmill_bits_mux(copy[2], first_half, copy[1], copy[0], NBITS);
    printf("half old, half new: %s\n", copy[2]);
    return 0;
}
