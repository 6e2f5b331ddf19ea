/* main.c: what each project in these folders builds: it calls the library, and says which version.
 */
#include <bitmill.h>
#include <stdio.h>

int main(void)
{
    unsigned char bits[125] = {0};
    bmill_bits_set_range(bits, 40, 10);
    printf("%zu bits, bitmill %s\n", bmill_bits_count(bits, 1000), BMILL_VERSION);
    return 0;
}
