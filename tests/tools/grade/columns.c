/* Wrong, as seen in columns. */
#include <stdint.h>

uint8_t low_mask_u8(unsigned n) { return 5; }
uint64_t next_submask_u64(uint64_t x, uint64_t y) { return 0x100000007; }
int16_t sign_extend_u16(uint16_t x, unsigned i) { return x; }
