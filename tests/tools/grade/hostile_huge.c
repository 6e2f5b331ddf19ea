/* wants: cannot be asked: the program does not start; right is 0 */
unsigned char memory[1u << 30];
unsigned popcount_u8(unsigned char x) { return memory[x]++; }
