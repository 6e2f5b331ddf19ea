/* wants: is_even_u8(0x1) crashes: a wrong memory access; right is false */
#include <stdbool.h>
#include <stdint.h>

static volatile int deep;
bool is_even_u8(uint8_t x)
{
    if (x == 0)
        return true;
    bool result = is_even_u8(x - 2);
    deep++;
    return result;
}
