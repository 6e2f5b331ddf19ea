/* wants: is_odd_u16(0x0) crashes: a division by zero or out of range; right is false */
#include <stdbool.h>
#include <stdint.h>

bool is_odd_u16(uint16_t x) { volatile int zero = x; return 1 % zero; }
