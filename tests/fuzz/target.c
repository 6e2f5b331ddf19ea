/* target.c: what libFuzzer calls. A sanitizer that finds something says first what was called. */
#include "fuzz.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);
void __asan_on_error(void);
void __ubsan_on_report(void);

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    if (!play(bytes, n))
        abort();
    return 0;
}

void __asan_on_error(void) { print_call(); }
void __ubsan_on_report(void) { print_call(); }
