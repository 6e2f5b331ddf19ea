/* wants: the directive #pragma is not allowed */
#pragma redefine_extname popcount_u8 bmill_grade_main
unsigned popcount_u8(unsigned char x) { return x; }
