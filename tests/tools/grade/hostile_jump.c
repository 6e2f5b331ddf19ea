/* wants: set_u16(0x0, 0) returned 0; right is 1 */
/* Goes back to an earlier call, with the results that it had. */
#include <stdint.h>

static void *buffer[5];
static volatile int ready;
uint16_t set_u16(uint16_t x, unsigned i)
{
    if (ready)
        __builtin_longjmp(buffer, 1);
    if (__builtin_setjmp(buffer) == 0)
        ready = i > 7;
    return x;
}
