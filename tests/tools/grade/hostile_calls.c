/* wants: it does not compile */
extern void *bmill_grade_calls[];
unsigned popcount_u8(unsigned char x)
{
    bmill_grade_calls[0] = 0;
    return x;
}
