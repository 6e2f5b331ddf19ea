/** @file
 * bitmill/word/builtins.h: the builtins and instructions that the word layer may use. Nothing here
 * is called by name.
 *
 * Each helper has a plain form in C; a builtin replaces it where the builtin is fewer instructions
 * on the target. A builtin is never used where gcc would call libgcc for it (__ctzdi2,
 * __popcountdi2, ...): the helpers need no library. BMILL_NO_BUILTINS selects the plain forms of
 * all helpers, BMILL_SLOW_PEXT those of pext and pdep (see bitmill/config.h).
 */
#ifndef BITMILL_WORD_BUILTINS_H
#define BITMILL_WORD_BUILTINS_H

/* Which family the compiler is of. BMILL_GNU_: it has the attributes, builtins and asm of gcc, as
 * clang has even where it takes the part of Microsoft's compiler and does not define __GNUC__
 * (clang-cl). BMILL_MSVC_: it is Microsoft's compiler itself. Neither: standard C or C++ alone. */
#if defined(__GNUC__) || defined(__clang__)
#define BMILL_GNU_ 1
#elif defined(_MSC_VER)
#define BMILL_MSVC_ 1
#endif

/* __cplusplus, which Microsoft's compiler leaves at 1997 unless it is told /Zc:__cplusplus. */
#if defined(_MSVC_LANG)
#define BMILL_CPLUSPLUS_ _MSVC_LANG
#elif defined(__cplusplus)
#define BMILL_CPLUSPLUS_ __cplusplus
#else
#define BMILL_CPLUSPLUS_ 0
#endif

#if defined(BMILL_GNU_) && !defined(BMILL_NO_BUILTINS)

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define BMILL_HAVE_LITTLE_ENDIAN_ 1
#endif

/* Where int has 16 bits (AVR, MSP430), __builtin_clz and the like take 16 bits, and none of them is
 * an instruction: the plain forms are used there. */
#if __SIZEOF_INT__ >= 4

#define BMILL_HAVE_BUILTINS_ 1

/* Registers have 64 bits. Where they have fewer, gcc may call libgcc for builtins of 64 bits. */
#if defined(__x86_64__) || defined(__aarch64__) || __SIZEOF_POINTER__ >= 8
#define BMILL_HAVE_64_ 1
#endif

/* Leading and trailing zeros of 32 bits are inline code. With clang they are so everywhere but on
 * ARM without clz, where it calls libgcc as gcc does. */
#if defined(__x86_64__) || defined(__i386__) || defined(__aarch64__) ||         \
    defined(__ARM_FEATURE_CLZ) || defined(__riscv_zbb) || defined(_ARCH_PPC) || \
    (defined(__s390x__) && __ARCH__ >= 7) || defined(__loongarch__) ||          \
    (defined(__clang__) && !defined(__arm__))
#define BMILL_HAVE_CLZ_ 1
#endif

/* The population count is inline code here; gcc would call libgcc elsewhere. */
#if defined(__clang__) || defined(__POPCNT__) || (defined(__aarch64__) && defined(__ARM_NEON)) || \
    defined(__riscv_zbb) || defined(_ARCH_PWR7)
#define BMILL_HAVE_POPCOUNT_ 1
#endif

/* The population count is even a single instruction, so that other helpers can use it. */
#if defined(__POPCNT__)
#define BMILL_HAVE_POPCNT_ 1
#endif

/* The parity is a flag of the processor. */
#if defined(__x86_64__) || defined(__i386__)
#define BMILL_HAVE_PARITY_ 1
#endif

/* bsf and bsr do not change their result register for 0, which gcc and clang make use of. */
#if defined(__x86_64__)
#define BMILL_HAVE_FFS_ 1
#endif

/* Bytes in reverse order are inline code. */
#if defined(__clang__) || defined(__x86_64__) || defined(__i386__) || defined(__aarch64__) || \
    (defined(__arm__) && __ARM_ARCH >= 6) || (defined(__riscv_zbb) && __riscv_xlen == 64) ||  \
    defined(_ARCH_PPC) || defined(__s390x__) || defined(__loongarch__)
#define BMILL_HAVE_BSWAP_ 1
#endif

#if defined(__has_builtin)
#if __has_builtin(__builtin_bitreverse64)
#define BMILL_HAVE_BITREVERSE_ 1
#endif
#endif

/* Single instructions of x86-64 that no compiler can evaluate. They are used only where C++ can
 * tell whether it computes at compile time, when the plain form must be used. */
#if defined(__x86_64__)
#if BMILL_CPLUSPLUS_ < 201402L
#define BMILL_AT_COMPILE_TIME_ 0
#elif __GNUC__ >= 9 || (defined(__clang__) && __clang_major__ >= 9)
#define BMILL_AT_COMPILE_TIME_ __builtin_is_constant_evaluated()
#endif
#endif

#if !defined(BMILL_SLOW_PEXT) && (defined(__bdver4__) || defined(__znver1__) || defined(__znver2__))
#define BMILL_SLOW_PEXT 1
#endif
#if defined(BMILL_AT_COMPILE_TIME_) && defined(__BMI2__) && !defined(BMILL_SLOW_PEXT)
#define BMILL_HAVE_PEXT_ 1
#endif

#if defined(BMILL_AT_COMPILE_TIME_) && defined(__PCLMUL__)
#define BMILL_HAVE_CLMUL_ 1
#endif

#endif

#elif defined(BMILL_MSVC_) && !defined(BMILL_NO_BUILTINS)

/* The intrinsics of bitmill/word/msvc.h, which the compiler cannot evaluate. */
#if BMILL_CPLUSPLUS_ < 201402L
#define BMILL_AT_COMPILE_TIME_ 0
#elif _MSC_VER >= 1925
#define BMILL_AT_COMPILE_TIME_ __builtin_is_constant_evaluated()
#endif
#if defined(BMILL_AT_COMPILE_TIME_)
#define BMILL_HAVE_MSVC_ 1
#endif

/* Registers have 64 bits. */
#if defined(_M_X64) || defined(_M_ARM64)
#define BMILL_HAVE_64_ 1
#endif

/* The population count is an instruction. On x86 the compiler emits popcnt without asking whether
 * the processor has it; those that are meant by /arch:AVX have it. */
#if (defined(__AVX__) && (defined(_M_X64) || defined(_M_IX86))) || defined(_M_ARM64)
#define BMILL_HAVE_POPCNT_ 1
#endif

#endif

#endif
