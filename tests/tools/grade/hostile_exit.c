/* wants: It calls exit, which is not in the file; there is no library here. */
#include <stdint.h>

void exit(int);
uint8_t set_u8(uint8_t x, unsigned i)
{
    if (x == 3)
        exit(0);
    return (uint8_t)(x | 1u << i);
}
