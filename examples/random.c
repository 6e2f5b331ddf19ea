/* random.c: a draw that anyone can repeat: the same seed gives the same bits on every machine.
 *
 *   cc -O2 random.c -o random $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   tickets 1025 1523 2835 3900 4236
 *   11690 visitors are asked; the thousandth of them is 81538
 */
#include <bitmill.h>
#include <bitmill/bits/random.h>
#include <stdio.h>

enum { TICKETS = 5000, WINNERS = 5, VISITORS = 1000000 };

int main(void)
{
    static unsigned char wins[BMILL_BYTES(TICKETS)], sampled[BMILL_BYTES(VISITORS)];
    uint64_t seed = 20261121;

    bmill_bits_random_exactly(wins, TICKETS, WINNERS, seed);
    printf("tickets");
    BMILL_FOR_EACH_SET (ticket, wins, TICKETS)
        printf(" %zu", ticket);

    /* A sample of 3 in 256 visitors: each bit is 1 with that probability. */
    bmill_bits_random(sampled, VISITORS, 3, 8, seed);
    printf("\n%zu visitors are asked; ", bmill_bits_count(sampled, VISITORS));
    printf("the thousandth of them is %zu\n", bmill_bits_select(sampled, VISITORS, 999));
    return 0;
}
