/* Other types than the laws ask for. */
#include <stdint.h>

/* wants: uint32_t popcount_u32(uint64_t) */
/* wants: unsigned popcount_u32(uint32_t x) is expected */
unsigned popcount_u32(uint64_t x) { return (unsigned)x; }
/* wants: void set_u8(another type, uint32_t) */
/* wants: uint8_t set_u8(uint8_t x, unsigned i) is expected */
void set_u8(uint8_t *x, unsigned i) { *x |= (uint8_t)(1u << i); }
/* wants: another type parity(another type) */
/* wants: bool parity(T x) is expected */
double parity(double x) { return x; }
/* wants: uint8_t reverse_u32(uint32_t) */
uint8_t reverse_u32(uint32_t x) { return (uint8_t)x; }
/* wants: uint32_t flip_u32(uint32_t) */
uint32_t flip_u32(uint32_t x) { return x; }
/* wants: 0 of 5 */
