/* wants: raw strings are not allowed */
static const char *text = R"(
" )";
#include "/etc/passwd"
")";
unsigned popcount_u8(unsigned char x) { return x; }
