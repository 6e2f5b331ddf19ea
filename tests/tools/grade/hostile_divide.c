/* wants: is_odd_u16(0x0) has undefined behaviour; right is false */
/* wants: Line 6: a division by zero, or one whose result does not fit its type. */
#include <stdbool.h>
#include <stdint.h>

bool is_odd_u16(uint16_t x) { volatile int zero = x; return 1 % zero; }
