/* pack.c: bitmaps from elsewhere. Redis keeps a bit for each user in a string, the most significant
 * bit of a byte first; another program has an array of bool. Both are converted to bitmill's order
 * and combined.
 *
 *   cc -O2 pack.c -o pack $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   users 0 7 9 20 were here
 *   of them 2 have paid: 7 20
 */
#include <bitmill.h>
#include <stdio.h>

enum { USERS = 24 };

static void print(const void *users)
{
    for (size_t i = bmill_bits_find_first_set(users, USERS); i < USERS;
         i = bmill_bits_find_next_set(users, USERS, i + 1))
        printf(" %zu", i);
}

int main(void)
{
    /* After SETBIT here 0 1, SETBIT here 7 1, SETBIT here 9 1, SETBIT here 20 1: what GET gives. */
    static const unsigned char reply[USERS / 8] = {0x81, 0x40, 0x08};
    static const bool has_paid[USERS] = {[3] = true, [7] = true, [20] = true};
    unsigned char here[USERS / 8], paid[USERS / 8];

    bmill_bits_reverse_in_bytes(here, reply, sizeof reply);
    bmill_bits_pack(paid, has_paid, USERS);

    printf("users");
    print(here);
    bmill_bits_and(paid, paid, here, USERS);
    printf(" were here\nof them %zu have paid:", bmill_bits_count(paid, USERS));
    print(paid);
    printf("\n");
    return 0;
}
