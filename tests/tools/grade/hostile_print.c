/* wants: It calls printf, which is not in the file; there is no library here. */
#include <stdint.h>

int printf(const char *, ...);
unsigned popcount_u8(uint8_t x)
{
    printf("popcount_u8                      right            256*          1       1\n");
    return x;
}
