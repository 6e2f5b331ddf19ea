/* hamming.c: the Hamming code (7,4): three check bits for four bits of data, so that any bit of the
 * seven may be damaged and is found and mended. The positions are numbered from 1; check bit k, at
 * position 2^k, makes the parity of all positions whose number has bit k even:
 *
 *     position   7 6 5 4 3 2 1 0
 *     holds      d d d c d c c p
 *     check 0    x . x . x . x .    mask 0xaa
 *     check 1    x x . . x x . .    mask 0xcc
 *     check 2    x x x x . . . .    mask 0xf0
 *
 * After one error the checks that fail spell the position of the error, as a binary number. Bit p,
 * at position 0, makes the parity of all eight even; it tells two errors, which cannot be mended,
 * from one (the code is then called (8,4)).
 *
 * Cost: three parities, each a popcount & 1, for 4 bits; codes with longer words need fewer check
 * bits: r of them protect words of 2^r - 1 bits.
 *
 *   cc -O2 hamming.c -o hamming $(pkg-config --cflags bitmill)
 *
 * Prints:
 *   data 1011, sent 10101010, received 10001010: error at 5, data 1011
 *   (7,4) mends 112 of 112 words with one error, 0 of 336 with two
 *   (8,4) mends 128 of 128 words with one error, and sees that it cannot mend 448 of 448 with two
 */
#include <bitmill/word.h>
#include <stdio.h>

enum { DATA = 0xe8 };

/* The positions of the failing checks as a number: 0 if none fails, else where the error is. */
static unsigned syndrome(uint8_t word)
{
    static const uint8_t check[3] = {0xaa, 0xcc, 0xf0};
    unsigned position = 0;
    for (unsigned k = 0; k < 3; k++)
        position |= (unsigned)bmill_parity_u8(word & check[k]) << k;
    return position;
}

/* pdep puts the four bits of data at the positions that no check bit has. */
static uint8_t encode(uint8_t data)
{
    uint8_t word = bmill_pdep_u8(data, DATA);
    unsigned failing = syndrome(word);
    for (unsigned k = 0; k < 3; k++)
        word = bmill_modify_u8(word, 1u << k, failing >> k & 1);
    return bmill_modify_u8(word, 0, bmill_parity_u8(word));
}
static uint8_t decode(uint8_t word) { return bmill_pext_u8(word, DATA); }

/* Mends one error of the positions 1 to 7; bit 0 is not looked at. */
static uint8_t mend74(uint8_t word)
{
    unsigned position = syndrome(word);
    return position ? bmill_flip_u8(word, position) : word;
}

/* Mends one error of the positions 0 to 7. False if there are two: the parity of all is even, but
 * a check fails. */
static bool mend84(uint8_t *word)
{
    unsigned position = syndrome(*word);
    if (position && !bmill_parity_u8(*word))
        return false;
    if (bmill_parity_u8(*word))
        *word = bmill_flip_u8(*word, position);
    return true;
}

static const char *digits(uint8_t x, unsigned n, char text[9])
{
    for (unsigned i = 0; i < n; i++)
        text[i] = bmill_is_set_u8(x, n - 1 - i) ? '1' : '0';
    text[n] = 0;
    return text;
}

/* Tries all words with `n` errors. Counts, of the words: [0] those that (7,4) has, [1] those that
 * it mends, [2] those that (8,4) has, [3] those that it mends, [4] those that it gives up. */
static void try_errors(unsigned n, unsigned count[5])
{
    for (uint8_t errors = bmill_low_mask_u8(n); errors; errors = bmill_next_same_popcount(errors))
        for (uint8_t data = 0; data < 16; data++) {
            uint8_t word = encode(data) ^ errors;
            if (!bmill_is_set(errors, 0)) {
                count[0]++;
                count[1] += decode(mend74(word)) == data;
            }
            count[2]++;
            if (mend84(&word))
                count[3] += decode(word) == data;
            else
                count[4]++;
        }
}

int main(void)
{
    char a[9], b[9], c[9], d[9];
    unsigned one[5] = {0}, two[5] = {0};
    uint8_t data = 11, sent = encode(data), received = bmill_flip_u8(sent, 5), word = received;
    printf("data %s, sent %s, received %s: ", digits(data, 4, a), digits(sent, 8, b),
           digits(received, 8, c));
    if (mend84(&word))
        printf("error at %u, data %s\n", syndrome(received), digits(decode(word), 4, d));

    try_errors(1, one);
    try_errors(2, two);
    printf("(7,4) mends %u of %u words with one error, %u of %u with two\n", one[1], one[0], two[1],
           two[0]);
    printf("(8,4) mends %u of %u words with one error, and sees that it cannot mend %u of %u with "
           "two\n",
           one[3], one[2], two[4], two[2]);
    return 0;
}
