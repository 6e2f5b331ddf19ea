/* wants: it does not compile */
void __ubsan_handle_shift_out_of_bounds_abort(void *place, unsigned long a, unsigned long b) {}
unsigned char set_u8(unsigned char x, unsigned i) { return x | 1 << (i + 32); }
