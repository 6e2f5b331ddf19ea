/* x86_features.h: the features of x86 that compilers know by name, and where CPUID has them. */
#ifndef BMILL_TESTS_X86_FEATURES_H
#define BMILL_TESTS_X86_FEATURES_H

#include <stddef.h>

enum { X86_FEATURES = 24 };

struct x86_feature {
    const char *flag;  /* without -m */
    const char *macro; /* "1" if the compiler may use the feature in the file that has the table */
    size_t word;       /* offset in struct bmill_x86 */
    unsigned bit;
};

/* The same table, compiled with AVX2_CFLAGS and with AVX512_CFLAGS. */
extern const struct x86_feature x86_features_avx2[X86_FEATURES];
extern const struct x86_feature x86_features_avx512[X86_FEATURES];

#endif
