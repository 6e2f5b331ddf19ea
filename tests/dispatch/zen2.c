/* zen2.c: this machine, but it says that it is an AMD of family 17h, whose pext and pdep are slow.
 * It stands for lib/dispatch/cpu_x86_read.c in the library of the programs tests/..._zen2. */
#include "dispatch/cpu_x86.h"
#include <string.h>

struct bmill_x86 read_this_machine(void);
#define bmill_x86_read read_this_machine
#include "dispatch/cpu_x86_read.c"
#undef bmill_x86_read

struct bmill_x86 bmill_x86_read(void)
{
    struct bmill_x86 cpu = read_this_machine();
    memcpy(cpu.vendor, "AuthenticAMD", sizeof cpu.vendor);
    cpu.leaf1_eax = 0x00830f10;
    return cpu;
}
