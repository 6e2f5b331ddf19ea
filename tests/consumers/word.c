/* word.c: a program that needs the headers alone. */
#include <bitmill/word.h>
#include <stdio.h>

int main(void)
{
    printf("%u bits, bitmill %s\n", bmill_popcount(1023u), BMILL_VERSION);
    return 0;
}
