/* wants: popcount_u8(0x0) */
/* It writes over the address that it returns to. */
unsigned popcount_u8(unsigned char x)
{
    void *volatile *frame = __builtin_frame_address(0);
    for (int i = 0; i < 64; i++)
        frame[i] = (void *)16;
    return x;
}
