/* wants: popcount_u8(0x0) crashes: an instruction that ends a program; right is 0 */
unsigned popcount_u8(unsigned char x) { __builtin_trap(); }
