/* wants: is_odd_u8(0x5) crashes: a call of the system, which is forbidden; right is true */
/* The constant has the bytes of `mov $1,%al; nop; syscall; ret`, and is jumped into. */
#include <stdbool.h>
#include <stdint.h>

static uint64_t hidden(void) { return 0xc3050f9001b0ull * 1; }
bool is_odd_u8(uint8_t x)
{
    const unsigned char *code = (const unsigned char *)(uintptr_t)hidden;
    for (int i = 0; x == 5 && i < 40; i++)
        if (code[i] == 0xb0 && code[i + 1] == 1 && code[i + 3] == 0x0f)
            ((void (*)(long, const char *, long))(uintptr_t)(code + i))(2, "right\n", 6);
    return x & 1;
}
