/* permissions.c: flags in one integer, with the word layer alone: is_set, set, modify, clear, and a
 * checked twin for an index from outside. Needs the headers, no library:
 *
 *   cc -O2 permissions.c -o permissions $(pkg-config --cflags bitmill)
 *
 * Prints:
 *   0640 is rw-r-----
 *   0664 is rw-rw-r-- after giving the group w and others r
 *   0004 is ------r-- after taking all from owner and group
 *   there is no bit 16 in a mode: refused, and the mode is still 0004
 */
#include <bitmill/word.h>
#include <stdio.h>

/* The position of a right within its group of three, and the lowest position of each group. */
enum { X, W, R };
enum { OTHERS = 0, GROUP = 3, OWNER = 6 };

static void print(uint16_t mode, const char *what)
{
    printf("%04o is ", mode);
    for (unsigned i = OWNER + R + 1; i-- > 0;)
        putchar(bmill_is_set(mode, i) ? "xwr"[i % 3] : '-');
    printf("%s\n", what);
}

int main(void)
{
    uint16_t mode = 0640;
    print(mode, "");

    mode = bmill_set(mode, GROUP + W);
    mode = bmill_modify(mode, OTHERS + R, true);
    print(mode, " after giving the group w and others r");

    for (unsigned i = GROUP + X; i <= OWNER + R; i++)
        mode = bmill_clear(mode, i);
    print(mode, " after taking all from owner and group");

    /* An index from outside: the checked twin refuses what is out of range. */
    if (!bmill_set_checked(&mode, 16))
        printf("there is no bit 16 in a mode: refused, and the mode is still %04o\n", mode);
    return 0;
}
