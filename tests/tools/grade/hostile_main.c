/* wants: it does not compile */
/* The runner has the entry, and the linker refuses a second one. */
void _start(void) { for (;;) ; }
unsigned popcount_u8(unsigned char x) { return x; }
