/* wants: attributes, [[...]], are not allowed */
[[gnu::constructor]] static void begin(void) {}
unsigned popcount_u8(unsigned char x) { return x; }
