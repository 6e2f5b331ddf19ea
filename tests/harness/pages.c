/* pages.c: see pages.h. */
#define _DEFAULT_SOURCE
#include "harness/pages.h"

#if defined(_WIN32)
#include <windows.h>

size_t pages_size(void)
{
    SYSTEM_INFO system;
    GetSystemInfo(&system);
    return system.dwPageSize;
}

unsigned char *pages_new(size_t inner, size_t guard)
{
    unsigned char *p = VirtualAlloc(NULL, inner + 2 * guard, MEM_RESERVE, PAGE_NOACCESS);
    return p ? VirtualAlloc(p + guard, inner, MEM_COMMIT, PAGE_READWRITE) : NULL;
}

void pages_free(unsigned char *start, size_t inner, size_t guard)
{
    (void)inner;
    VirtualFree(start - guard, 0, MEM_RELEASE);
}

#elif defined(__wasi__) /* all memory is one array that can be touched */
#include <stdlib.h>
#include <string.h>

size_t pages_size(void) { return 0; }

unsigned char *pages_new(size_t inner, size_t guard)
{
    unsigned char *p = aligned_alloc(4096, inner);
    (void)guard;
    return p ? memset(p, 0, inner) : NULL;
}

void pages_free(unsigned char *start, size_t inner, size_t guard)
{
    (void)inner, (void)guard;
    free(start);
}

#else
#include <sys/mman.h>
#include <unistd.h>

size_t pages_size(void) { return (size_t)sysconf(_SC_PAGESIZE); }

unsigned char *pages_new(size_t inner, size_t guard)
{
    unsigned char *p = mmap(NULL, inner + 2 * guard, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED || mprotect(p + guard, inner, PROT_READ | PROT_WRITE) != 0)
        return NULL;
    return p + guard;
}

void pages_free(unsigned char *start, size_t inner, size_t guard)
{
    munmap(start - guard, inner + 2 * guard);
}
#endif
