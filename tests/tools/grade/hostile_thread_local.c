/* wants: '_Thread_local' is not allowed */
_Thread_local unsigned n;
unsigned popcount_u8(unsigned char x) { return n = x; }
