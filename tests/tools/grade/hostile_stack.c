/* wants: popcount_u8(0x1) crashes: a wrong memory access; right is 1 */
unsigned popcount_u8(unsigned char x)
{
    volatile char array[100000000ul * x + 1];
    array[0] = x;
    return array[0];
}
