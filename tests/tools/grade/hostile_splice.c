/* wants: #include "/etc/passwd" is not allowed */
%:inc\
lude /* a comment
*/ "/etc/pass\
wd"
unsigned popcount_u8(unsigned char x) { return x; }
