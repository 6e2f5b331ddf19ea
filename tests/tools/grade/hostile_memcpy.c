/* wants: it does not compile */
void *memcpy(void *to, const void *from, unsigned long n) { for (;;) ; }
unsigned popcount_u8(unsigned char x) { return x; }
