/* fingerprints.c: which texts are alike? Each text becomes a bitmap of 512 bits, one bit for each
 * pair of neighbouring letters (hashed), and the bitmaps are compared.
 *
 *   cc -O2 fingerprints.c -o fingerprints $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   "bit manipulation" has 15 features
 *   "bit manipulator": Jaccard 0.71, Hamming distance 5
 *   "bat manipulation": Jaccard 0.81, Hamming distance 3
 *   "something else": Jaccard 0.00, Hamming distance 28
 */
#include <bitmill.h>
#include <stdio.h>
#include <string.h>

enum { FEATURES = 512 };
typedef unsigned char fingerprint[FEATURES / 8];

static void make_fingerprint(fingerprint f, const char *text)
{
    memset(f, 0, FEATURES / 8);
    for (; text[0] && text[1]; text++)
        bmill_bits_set(f, (size_t)(31 * text[0] + text[1]) % FEATURES);
}

int main(void)
{
    static const char *const texts[] = {"bit manipulator", "bat manipulation", "something else"};
    fingerprint wanted, other;

    make_fingerprint(wanted, "bit manipulation");
    printf("\"bit manipulation\" has %zu features\n", bmill_bits_count(wanted, FEATURES));
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        make_fingerprint(other, texts[i]);
        /* The counts of AND, OR and XOR, without storing these bitmaps anywhere. */
        printf("\"%s\": Jaccard %.2f, Hamming distance %zu\n", texts[i],
               (double)bmill_bits_and_count(wanted, other, FEATURES) /
                   (double)bmill_bits_or_count(wanted, other, FEATURES),
               bmill_bits_xor_count(wanted, other, FEATURES));
    }
    return 0;
}
