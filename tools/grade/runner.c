/* runner.c: the program in which the functions of a submission run. It is compiled together with
 * the submission, without the C library, and begins here: it has no constructors, and nothing that
 * a submission could put in the place of its own. It asks for no file: the questions and answers
 * are in shared memory, and a byte through a pipe says when they are there.
 *
 * All system calls but read(0), write(1) and exit end the program from the first question on. */
#include "shared.h"

#include <stddef.h>

#if !defined __linux__ || \
    !(defined __x86_64__ || defined __aarch64__ || (defined __riscv && __riscv_xlen == 64))
#error "bitmill grade runs submissions on Linux on x86-64, ARM64 and RISC-V (64 bits) only"
#endif

/* The functions of the submission by number; made by the grader. */
extern unsigned long long (*const bmill_grade_calls[])(const unsigned long long *arguments);

/* ---- System calls ---- */

#if defined __x86_64__
enum { READ = 0, WRITE = 1, MMAP = 9, PRCTL = 157, EXIT = 231, SETRLIMIT = 160, CLOSE = 3 };
enum { ARCHITECTURE = (int)0xc000003e };
static long call(long number, long a, long b, long c, long d, long e, long f)
{
    register long r10 __asm__("r10") = d, r8 __asm__("r8") = e, r9 __asm__("r9") = f;
    long result;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return result;
}
__asm__(".globl _start\n_start: xor %ebp, %ebp\nand $-16, %rsp\ncall bmill_grade_main\nhlt\n");
#elif defined __aarch64__
enum { READ = 63, WRITE = 64, MMAP = 222, PRCTL = 167, EXIT = 94, SETRLIMIT = 164, CLOSE = 57 };
enum { ARCHITECTURE = (int)0xc00000b7 };
static long call(long number, long a, long b, long c, long d, long e, long f)
{
    register long x8 __asm__("x8") = number, x0 __asm__("x0") = a, x1 __asm__("x1") = b,
                     x2 __asm__("x2") = c, x3 __asm__("x3") = d, x4 __asm__("x4") = e,
                     x5 __asm__("x5") = f;
    __asm__ volatile("svc 0"
                     : "+r"(x0)
                     : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                     : "memory");
    return x0;
}
__asm__(".globl _start\n_start: mov x29, 0\nmov x30, 0\nbl bmill_grade_main\nbrk 0\n");
#else
enum { READ = 63, WRITE = 64, MMAP = 222, PRCTL = 167, EXIT = 94, SETRLIMIT = 164, CLOSE = 57 };
enum { ARCHITECTURE = (int)0xc00000f3 };
static long call(long number, long a, long b, long c, long d, long e, long f)
{
    register long a7 __asm__("a7") = number, a0 __asm__("a0") = a, a1 __asm__("a1") = b,
                     a2 __asm__("a2") = c, a3 __asm__("a3") = d, a4 __asm__("a4") = e,
                     a5 __asm__("a5") = f;
    __asm__ volatile("ecall"
                     : "+r"(a0)
                     : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5)
                     : "memory");
    return a0;
}
__asm__(".globl _start\n.option push\n.option norelax\n_start: la gp, __global_pointer$\n"
        ".option pop\ncall bmill_grade_main\nebreak\n");
#endif

static void end(int status)
{
    for (;;)
        call(EXIT, status, 0, 0, 0, 0, 0);
}

/* ---- The filter, as Linux takes it (seccomp(2)) ---- */

struct step {
    unsigned short code;
    unsigned char if_true, if_false;
    unsigned value;
};
struct filter {
    unsigned short length;
    const struct step *steps;
};

enum { LOAD = 0x20, EQUAL = 0x15, RETURN = 0x06 };
enum { AT_NUMBER = 0, AT_ARCHITECTURE = 4, AT_ARGUMENT = 16 }; /* little-endian */

static int filter_calls(void)
{
    static const struct step steps[] = {
        {LOAD, 0, 0, AT_ARCHITECTURE},
        {EQUAL, 0, 9, (unsigned)ARCHITECTURE},
        {LOAD, 0, 0, AT_NUMBER},
        {EQUAL, 6, 0, EXIT},
        {EQUAL, 0, 2, READ},
        {LOAD, 0, 0, AT_ARGUMENT},
        {EQUAL, 3, 4, 0},
        {EQUAL, 0, 3, WRITE},
        {LOAD, 0, 0, AT_ARGUMENT},
        {EQUAL, 0, 1, 1},
        {RETURN, 0, 0, 0x7fff0000u}, /* go on */
        {RETURN, 0, 0, 0x80000000u}, /* end the process */
    };
    const struct filter filter = {sizeof steps / sizeof steps[0], steps};
    enum { NO_NEW_PRIVILEGES = 38, SECCOMP = 22, MODE_FILTER = 2 };
    if (call(PRCTL, NO_NEW_PRIVILEGES, 1, 0, 0, 0, 0) != 0)
        return -1;
    return (int)call(PRCTL, SECCOMP, MODE_FILTER, (long)&filter, 0, 0, 0);
}

/* No files, no processes, no dump of memory. */
static void set_limits(void)
{
    enum { FILE_SIZE = 1, CORE = 4, PROCESSES = 6, FILES = 7 };
    static const int limits[] = {FILE_SIZE, CORE, PROCESSES, FILES};
    static const unsigned long none[2] = {0, 0};
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        call(SETRLIMIT, limits[i], (long)none, 0, 0, 0, 0);
}

/* ---- Questions and answers ---- */

static volatile struct shared *shared;

static void answer(unsigned long long function)
{
    const unsigned long long count = shared->count;
    for (unsigned long long i = 0; i < count && i < BATCH; i++) {
        unsigned long long arguments[MAX_ARGUMENTS];
        for (int k = 0; k < MAX_ARGUMENTS; k++)
            arguments[k] = shared->arguments[i][k];
        shared->at = i;
        shared->answers[i] = bmill_grade_calls[function](arguments);
    }
}

void bmill_grade_main(void);
void bmill_grade_main(void)
{
    enum { READ_AND_WRITE = 3, SHARED = 1 };
    char byte;
    shared = (volatile struct shared *)call(MMAP, 0, sizeof *shared, READ_AND_WRITE, SHARED,
                                            SHARED_FD, 0);
    if ((unsigned long)shared > -4096ul)
        end(99);
    const unsigned long long function = shared->function;
    call(CLOSE, SHARED_FD, 0, 0, 0, 0, 0);
    set_limits();
    if (shared->filter && filter_calls() != 0)
        end(98);
    while (call(READ, 0, (long)&byte, 1, 0, 0, 0) == 1) {
        answer(function);
        call(WRITE, 1, (long)&byte, 1, 0, 0, 0);
    }
    end(0);
}

/* ---- What the checks for undefined behaviour call, instead of a library: gcc and clang begin what
 * they say of a place with its file, line and column ---- */

struct checked_type {
    unsigned short kind, info; /* info: twice the logarithm of the width, and 1 if it is signed */
};
struct checked_place {
    const char *file;
    unsigned line, column;
    const struct checked_type *left, *right; /* of a shift */
};

static void end_undefined(enum undefined what, const struct checked_place *place)
{
    shared->line = place->line;
    shared->undefined = what;
    end(97);
}

#define CHECK(name, what)                                          \
    void __ubsan_handle_##name(const struct checked_place *place); \
    void __ubsan_handle_##name(const struct checked_place *place) { end_undefined(what, place); }

CHECK(add_overflow_abort, OVERFLOW)
CHECK(sub_overflow_abort, OVERFLOW)
CHECK(mul_overflow_abort, OVERFLOW)
CHECK(negate_overflow_abort, OVERFLOW)
CHECK(divrem_overflow_abort, DIVISION)
CHECK(type_mismatch_v1_abort, MEMORY)
CHECK(out_of_bounds_abort, MEMORY)
CHECK(pointer_overflow_abort, MEMORY)
CHECK(vla_bound_not_positive_abort, MEMORY)
CHECK(load_invalid_value_abort, TRUTH_VALUE)
CHECK(invalid_builtin_abort, BUILTIN_ZERO)
CHECK(builtin_unreachable, UNREACHABLE)

void __ubsan_handle_shift_out_of_bounds_abort(const struct checked_place *place, unsigned long left,
                                              unsigned long right);
void __ubsan_handle_shift_out_of_bounds_abort(const struct checked_place *place, unsigned long left,
                                              unsigned long right)
{
    (void)left;
    shared->width = 1ull << (place->left->info >> 1);
    shared->amount = right;
    end_undefined(right >= shared->width ? SHIFT_COUNT : SHIFT_SIGN, place);
}

/* The grader puts a call of it in front of the brace that ends a function with a result. */
void bmill_grade_no_return(unsigned line);
void bmill_grade_no_return(unsigned line)
{
    shared->line = line;
    shared->undefined = NO_RETURN;
    end(97);
}

/* ---- What a compiler calls by itself: a submission that has its own does not link, as these may
 * run before the filter is there ---- */

void *memcpy(void *to, const void *from, size_t n);
void *memcpy(void *to, const void *from, size_t n)
{
    for (volatile size_t i = 0; i < n; i++)
        ((char *)to)[i] = ((const char *)from)[i];
    return to;
}
void *memmove(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n)
{
    for (volatile size_t i = 0; i < n; i++) {
        const size_t k = (char *)to < (const char *)from ? i : n - 1 - i;
        ((char *)to)[k] = ((const char *)from)[k];
    }
    return to;
}
void *memset(void *to, int value, size_t n);
void *memset(void *to, int value, size_t n)
{
    for (volatile size_t i = 0; i < n; i++)
        ((char *)to)[i] = (char)value;
    return to;
}
int memcmp(const void *a, const void *b, size_t n);
int memcmp(const void *a, const void *b, size_t n)
{
    for (volatile size_t i = 0; i < n; i++)
        if (((const unsigned char *)a)[i] != ((const unsigned char *)b)[i])
            return ((const unsigned char *)a)[i] - ((const unsigned char *)b)[i];
    return 0;
}
