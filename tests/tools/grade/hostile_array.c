/* wants: popcount_u8(0x0) cannot be asked: the program does not start; right is 0 */
static unsigned char table[1ull << 40];
unsigned popcount_u8(unsigned char x) { return table[x * 1000000000ull]; }
