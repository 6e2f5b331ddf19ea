/* cpu_x86.h: what an x86 processor and its operating system say of themselves, and what follows
 * from that. Reading and deciding are in two files, so that tests can decide about processors that
 * this machine is not. */
#ifndef BMILL_CPU_X86_H
#define BMILL_CPU_X86_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden)
#endif

/* As CPUID and XGETBV give it. A leaf above the largest one has no meaning: processors answer with
 * another leaf there. */
struct bmill_x86 {
    uint32_t max_leaf, max_extended_leaf;
    uint32_t vendor[3]; /* leaf 0: ebx, edx, ecx; 12 characters */
    uint32_t leaf1_eax, leaf1_ecx, leaf7_ebx, leaf7_ecx;
    uint32_t extended1_ecx; /* leaf 0x80000001 */
    uint32_t xcr0;          /* 0 where the operating system does not allow XGETBV */
};

struct bmill_x86 bmill_x86_read(void);

/* Whether the kernels can run: the processor has every instruction that they are compiled for, and
 * the operating system saves the registers. */
bool bmill_x86_runs_avx2(const struct bmill_x86 *cpu);
bool bmill_x86_runs_avx512(const struct bmill_x86 *cpu);

/* Whether pext and pdep are microcode, which takes up to some hundred cycles, where the processor
 * has them. */
bool bmill_x86_has_slow_pext(const struct bmill_x86 *cpu);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#endif
