/* affinity.c: converts the list of processors on which a program may run to the mask that taskset
 * takes, and back.
 *
 *   cc -O2 affinity.c -o affinity $(pkg-config --cflags --libs bitmill)
 *
 * Prints:
 *   0-3,8,10-11 is 0d0f: 7 processors
 *   without 2 and 8: 0-1,3,10-11
 *   0-3,99 is wrong at 4: "99"
 */
#include <bitmill.h>
#include <bitmill/bits/text.h>
#include <stdio.h>
#include <string.h>

enum { CPUS = 16 };

int main(void)
{
    const char *list = "0-3,8,10-11", *too_many = "0-3,99";
    unsigned char cpus[CPUS / 8];
    char text[100];
    size_t error;

    if (!bmill_bits_parse_ranges(cpus, CPUS, list, strlen(list), &error))
        return 1;
    bmill_bits_format_hex_msb(text, sizeof text, cpus, CPUS);
    printf("%s is %s: %zu processors\n", list, text, bmill_bits_count(cpus, CPUS));

    bmill_bits_clear(cpus, 2);
    bmill_bits_clear(cpus, 8);
    bmill_bits_format_ranges(text, sizeof text, cpus, CPUS);
    printf("without 2 and 8: %s\n", text);

    if (!bmill_bits_parse_ranges(cpus, CPUS, too_many, strlen(too_many), &error))
        printf("%s is wrong at %zu: \"%s\"\n", too_many, error, too_many + error);
    return 0;
}
