/* wants: popcount_u8(0x0) has undefined behaviour */
/* wants: It calls __ubsan_handle_builtin_unreachable, which is not in the file; */
/* It calls what the checks of the compiler call, with a place that is not there. */
struct place { const char *file; unsigned line, column; };
void __ubsan_handle_builtin_unreachable(const struct place *);
unsigned popcount_u8(unsigned char x)
{
    static const struct place nowhere = {"/etc/passwd", 4294967295u, 1};
    __ubsan_handle_builtin_unreachable(&nowhere);
    return x;
}
