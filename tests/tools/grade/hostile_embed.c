/* wants: the directive #embed is not allowed */
static const unsigned char secret[] = {
#embed "/etc/passwd"
};
unsigned popcount_u8(unsigned char x) { return secret[x]; }
