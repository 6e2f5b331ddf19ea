/* bitmill/bits/check.h: whether the caller's memory is as long as a call of the bits layer needs.
 *
 * The library is not instrumented, so AddressSanitizer cannot see it run past the end of a block
 * that is shorter than nbits says. The headers check that before the call, in a file that is
 *
 *   - compiled with -fsanitize=address: whether the bytes that the call touches are poisoned. The
 *     program ends with a line of ours and ASan's own report, which has the stack;
 *   - compiled with BMILL_DEBUG: whether the object at the pointer is long enough, where the
 *     compiler knows its length: that of arrays, and of memory that malloc returned in the same
 *     function, with -O1 and higher; with -O0 only that of an array that stands in the call itself.
 *     BMILL_ASSERT_BYTES says what happens if it is too short.
 *
 * A line looks like
 *
 *   bitmill: bmill_bits_count: bits has 100 of the 200 bytes that 1600 bits take
 *
 * A call touches the bytes that its description lets it read or write for these sizes. Where the
 * description says that only some elements of an output are written (filter, decode, pext, runs),
 * only these are needed, and the check counts them first. NULL is not reported: it stops the
 * program by itself. Files without checks have no cost.
 *
 * What a user may define before including any bitmill header:
 *   BMILL_NO_CHECKS     no checks of memory in this file
 *   BMILL_ASSERT_BYTES  with BMILL_DEBUG: your own reaction, a macro of (holds, function, argument,
 *                       has, needs): whether the check holds, two strings, and two numbers of bytes
 *                       of type size_t. It may throw, log or trap; if it returns, the call is made.
 *                       Without it the line above is printed and the program aborts. In C it must
 *                       not name a static function or variable; in C++ it is the same in all files
 *
 * A function of the library is checked by its front (bitmill/bits/inline.h), an inline function of
 * the headers in its own body. Where clang checks lengths, inline functions have fronts, too
 * (BMILL_INLINE_FRONTS_): only a front is told how long the caller's array is.
 */
#ifndef BITMILL_BITS_CHECK_H
#define BITMILL_BITS_CHECK_H

#include <bitmill/bits/inline.h>
#include <bitmill/config.h>

#if defined(__clang__) && BMILL_CHECK_LENGTH_
#define BMILL_INLINE_FRONTS_ 1
#else
#define BMILL_INLINE_FRONTS_ 0
#endif

#if !BMILL_CHECKS_

#define BMILL_BITS_INLINE_                    BMILL_INLINE
#define BMILL_READS_BITS_(p, first, count)    (void)0
#define BMILL_WRITES_BITS_(p, first, count)   (void)0
#define BMILL_READS_BYTES_(p, n)              (void)0
#define BMILL_WRITES_BYTES_(p, n)             (void)0
#define BMILL_READS_ELEMENTS_(p, n)           (void)0
#define BMILL_WRITES_ELEMENTS_(p, n)          (void)0
#define BMILL_READS_REST_(function, it, from) (void)0

#else

#include <stdio.h>
#include <stdlib.h>

/* The bytes from p to the end of its object, SIZE_MAX if that is not known. */
#if !BMILL_CHECK_LENGTH_
#define BMILL_LENGTH_(p) SIZE_MAX
#elif !defined(__has_builtin)
#define BMILL_LENGTH_(p) __builtin_object_size((p), 0)
#elif __has_builtin(__builtin_dynamic_object_size)
#define BMILL_LENGTH_(p) __builtin_dynamic_object_size((p), 0)
#else
#define BMILL_LENGTH_(p) __builtin_object_size((p), 0)
#endif

/* An inline function of the headers. With gcc it has to be inlined for BMILL_LENGTH_ to know
 * anything, at -O0 with `const` parameters. The price: a call through a pointer that gcc knows to
 * point to such a function is an error with -Og, and only there. */
#if BMILL_CHECK_LENGTH_ && !defined(__clang__)
#define BMILL_BITS_INLINE_ BMILL_INLINE __attribute__((always_inline))
#else
#define BMILL_BITS_INLINE_ BMILL_INLINE
#endif

/* A function that checks, too long to be inlined at each call. In C++ there is one copy of it in a
 * program for each name of the namespace. In C, gcc does not let an `extern inline` function, such
 * as a front, call a static one: so it is weak, one for each program or shared object, by a name
 * that BMILL_BY_CHECKS_ makes of the checks. Where it depends on the user's own macro, or there
 * are no weak functions, it is inlined. */
#if defined(__cplusplus)
#define BMILL_CHECKING_        inline
#define BMILL_BY_CHECKS_(name) /* the namespace tells them apart */
#elif defined(__clang__)
#define BMILL_CHECKING_        static inline
#define BMILL_BY_CHECKS_(name) /* each file has its own */
#elif BMILL_CHECK_LENGTH_ == 2 || defined(_WIN32)
#define BMILL_CHECKING_        BMILL_FRONT_HELPER_
#define BMILL_BY_CHECKS_(name) /* not seen by the linker */
#else
#define BMILL_CHECKING_ __attribute__((weak, visibility("hidden"), noinline))
#define BMILL_BY_CHECKS_(name) \
    BMILL_SYMBOL_(name BMILL_SPELLED_(BMILL_CHECK_POISON_) BMILL_SPELLED_(BMILL_CHECK_LENGTH_))
#endif

/* Parameter number n points to memory that the function does not access. Else gcc warns that an
 * array is passed uninitialised where a call will write it. */
#if !defined(__clang__) && __GNUC__ >= 11
#define BMILL_NO_ACCESS_(n) __attribute__((access(none, n)))
#else
#define BMILL_NO_ACCESS_(n)
#endif

/* What the checks ask of AddressSanitizer. The reports do not return, but must not be declared so:
 * before the call of a function that does not return, compilers have ASan forget the stack. */
#if BMILL_CHECK_POISON_
BMILL_C_LINKAGE_ void *bmill_asan_find_poison_(const void *begin, size_t size)
    BMILL_SYMBOL_("__asan_region_is_poisoned") BMILL_NO_ACCESS_(1);
BMILL_C_LINKAGE_ void bmill_asan_report_load_(const void *p, size_t size)
    BMILL_SYMBOL_("__asan_report_load_n") BMILL_NO_ACCESS_(1);
BMILL_C_LINKAGE_ void bmill_asan_report_store_(const void *p, size_t size)
    BMILL_SYMBOL_("__asan_report_store_n") BMILL_NO_ACCESS_(1);
#endif

BMILL_BEGIN_INLINE_

/* ---- The bytes that a call touches ---- */

/* The bytes `first` to `end` - 1 from a pointer, none if end is 0. They hold `count` things, such
 * as bits; `unit` is the name of one. */
struct bmill_extent_ {
    size_t first, end, count;
    const char *unit;
};

BMILL_FRONT_HELPER_ size_t bmill_sum_(size_t a, size_t b)
{
    return a < SIZE_MAX - b ? a + b : SIZE_MAX;
}
BMILL_FRONT_HELPER_ size_t bmill_product_(size_t a, size_t b)
{
    return b == 0 || a < SIZE_MAX / b ? a * b : SIZE_MAX;
}
BMILL_FRONT_HELPER_ size_t bmill_least_(size_t a, size_t b) { return a < b ? a : b; }

BMILL_FRONT_HELPER_ struct bmill_extent_ bmill_extent_of_bits_(size_t first, size_t count)
{
    struct bmill_extent_ e = {first / 8, 0, bmill_sum_(first, count), "bit"};
    if (count > 0)
        e.end = first / 8 + count / 8 + (first % 8 + count % 8 + 7) / 8;
    return e;
}

BMILL_FRONT_HELPER_ struct bmill_extent_ bmill_extent_of_(size_t n, size_t size, const char *unit)
{
    struct bmill_extent_ e = {0, bmill_product_(n, size), n, unit};
    return e;
}

/* ---- The report ---- */

BMILL_CHECKING_ void bmill_say_overrun_(const char *function, const char *argument, size_t has,
                                        struct bmill_extent_ e)
    BMILL_BY_CHECKS_("bmill_say_overrun_");
BMILL_CHECKING_ void bmill_say_overrun_(const char *function, const char *argument, size_t has,
                                        struct bmill_extent_ e)
{
    fprintf(stderr, "bitmill: %s: %s has %llu of the %llu byte%s that %llu %s%s\n", function,
            argument, (unsigned long long)has, (unsigned long long)e.end, e.end == 1 ? "" : "s",
            (unsigned long long)e.count, e.unit, e.count == 1 ? " takes" : "s take");
}

#if BMILL_CHECK_POISON_
/* Number of bytes from p on before the first poisoned one, at most n. Of a range whose end is not
 * mapped, ASan names that end, even if bytes before it are poisoned; so the range grows in steps.
 */
BMILL_CHECKING_ size_t bmill_bytes_before_poison_(const void *p, size_t n)
    BMILL_BY_CHECKS_("bmill_bytes_before_poison_");
BMILL_CHECKING_ size_t bmill_bytes_before_poison_(const void *p, size_t n)
{
    size_t step = 1;
    for (;;) {
        const void *bad = bmill_asan_find_poison_(p, step);
        if (bad)
            return (size_t)((const char *)bad - (const char *)p);
        if (step == n)
            return n;
        step = step < n / 2 ? 2 * step : n;
    }
}

/* The address reported to ASan is the end of the block, even if the call begins far past it: so its
 * report names the block. */
BMILL_CHECKING_ void bmill_check_poison_(const char *function, const char *argument, const void *p,
                                         struct bmill_extent_ e, bool writes)
    BMILL_BY_CHECKS_("bmill_check_poison_") BMILL_NO_ACCESS_(3);
BMILL_CHECKING_ void bmill_check_poison_(const char *function, const char *argument, const void *p,
                                         struct bmill_extent_ e, bool writes)
{
    size_t limit = UINTPTR_MAX - (uintptr_t)p, end = e.end < limit ? e.end : limit, has;
    if (e.end <= limit && !bmill_asan_find_poison_((const char *)p + e.first, end - e.first))
        return;
    has = bmill_bytes_before_poison_(p, end);
    bmill_say_overrun_(function, argument, has, e);
    if (writes)
        bmill_asan_report_store_((const char *)p + has, e.end - e.first);
    else
        bmill_asan_report_load_((const char *)p + has, e.end - e.first);
}
#endif

/* ---- The checks. `length` is the length of the object at p. ---- */

BMILL_CHECKING_ void bmill_check_(const char *function, const char *argument, const void *p,
                                  size_t length, struct bmill_extent_ e, bool writes)
    BMILL_BY_CHECKS_("bmill_check_") BMILL_NO_ACCESS_(3);
BMILL_CHECKING_ void bmill_check_(const char *function, const char *argument, const void *p,
                                  size_t length, struct bmill_extent_ e, bool writes)
{
    if (e.end == 0 || p == BMILL_NULL_) /* a use of NULL stops the program by itself */
        return;
#if BMILL_CHECK_POISON_
    bmill_check_poison_(function, argument, p, e, writes);
#endif
#if BMILL_CHECK_LENGTH_ == 2
    BMILL_ASSERT_BYTES(e.end <= length, function, argument, length, e.end);
#elif BMILL_CHECK_LENGTH_
    if (e.end > length) {
        bmill_say_overrun_(function, argument, length, e);
        abort();
    }
#endif
    (void)function, (void)argument, (void)p, (void)length, (void)writes;
}

BMILL_CHECKING_ void bmill_check_bits_(const char *function, const char *argument, const void *p,
                                       size_t length, size_t first, size_t count, bool writes)
    BMILL_BY_CHECKS_("bmill_check_bits_") BMILL_NO_ACCESS_(3);
BMILL_CHECKING_ void bmill_check_bits_(const char *function, const char *argument, const void *p,
                                       size_t length, size_t first, size_t count, bool writes)
{
    bmill_check_(function, argument, p, length, bmill_extent_of_bits_(first, count), writes);
}

/* `rows` rows of `bytes` bytes, `stride` bytes apart; the bytes between them are not touched. The
 * last row is checked first: if it is there, no product below overflows. */
BMILL_CHECKING_ void bmill_check_rows_(const char *function, const char *argument, const void *p,
                                       size_t length, size_t rows, size_t stride, size_t bytes,
                                       bool writes) BMILL_BY_CHECKS_("bmill_check_rows_")
    BMILL_NO_ACCESS_(3);
BMILL_CHECKING_ void bmill_check_rows_(const char *function, const char *argument, const void *p,
                                       size_t length, size_t rows, size_t stride, size_t bytes,
                                       bool writes)
{
    struct bmill_extent_ e = {0, 0, rows, "row"};
    if (rows == 0 || bytes == 0)
        return;
    e.first = bmill_product_(rows - 1, stride);
    e.end = bmill_sum_(e.first, bytes);
    e.first = e.end - bytes;
    bmill_check_(function, argument, p, length, e, writes);
#if BMILL_CHECK_POISON_
    for (; e.count > 1; e.count--) {
        e.first -= stride;
        e.end -= stride;
        bmill_check_poison_(function, argument, p, e, writes);
    }
#endif
}

/* All bits of each bitmap are read. */
BMILL_CHECKING_ void bmill_check_maps_(const char *function, const void *const *maps, size_t nmaps,
                                       size_t nbits) BMILL_BY_CHECKS_("bmill_check_maps_");
BMILL_CHECKING_ void bmill_check_maps_(const char *function, const void *const *maps, size_t nmaps,
                                       size_t nbits)
{
    size_t k;
    for (k = 0; k < nmaps; k++) {
        char argument[32];
        snprintf(argument, sizeof argument, "maps[%llu]", (unsigned long long)k);
        bmill_check_bits_(function, argument, maps[k], SIZE_MAX, 0, nbits, false);
    }
}

/* ---- Lists of numbers of `size` bytes, 2, 4 or 8 ---- */

BMILL_FRONT_HELPER_ uint64_t bmill_element_(const void *array, size_t k, size_t size)
{
    const unsigned char *p = (const unsigned char *)array + k * size;
    uint16_t x2;
    uint32_t x4;
    uint64_t x8;
    if (size == 2) {
        __builtin_memcpy(&x2, p, 2);
        return x2;
    }
    if (size == 4) {
        __builtin_memcpy(&x4, p, 4);
        return x4;
    }
    __builtin_memcpy(&x8, p, 8);
    return x8;
}

/* The bit of each index is written. */
BMILL_CHECKING_ void bmill_check_indices_(const char *function, void *bits, size_t length,
                                          const void *indices, size_t n, size_t size)
    BMILL_BY_CHECKS_("bmill_check_indices_") BMILL_NO_ACCESS_(2);
BMILL_CHECKING_ void bmill_check_indices_(const char *function, void *bits, size_t length,
                                          const void *indices, size_t n, size_t size)
{
    size_t k;
    for (k = 0; k < n; k++)
        bmill_check_bits_(function, "bits", bits, length, (size_t)bmill_element_(indices, k, size),
                          1, true);
}

BMILL_CHECKING_ bool bmill_all_below_(const void *indices, size_t n, size_t size, size_t limit)
    BMILL_BY_CHECKS_("bmill_all_below_");
BMILL_CHECKING_ bool bmill_all_below_(const void *indices, size_t n, size_t size, size_t limit)
{
    size_t k = 0;
    while (k < n && bmill_element_(indices, k, size) < limit)
        k++;
    return k == n;
}

/* Number of runs that bmill_bits_runs_from_indices_u16() and its family make. */
BMILL_CHECKING_ size_t bmill_count_runs_(const void *indices, size_t n, size_t size)
    BMILL_BY_CHECKS_("bmill_count_runs_");
BMILL_CHECKING_ size_t bmill_count_runs_(const void *indices, size_t n, size_t size)
{
    const uint64_t max = ~UINT64_C(0) >> (64 - 8 * size);
    uint64_t first = 0, last = 0;
    size_t k, runs = 0;
    for (k = 0; k < n; k++) {
        uint64_t i = bmill_element_(indices, k, size);
        if (k == 0 || i == 0 || i != last + 1 || (i == max && first == 0)) {
            runs++;
            first = i;
        }
        last = i;
    }
    return runs;
}

/* Number of indices in a list of runs, at most SIZE_MAX. */
BMILL_CHECKING_ size_t bmill_count_indices_(const void *runs, size_t nruns, size_t size)
    BMILL_BY_CHECKS_("bmill_count_indices_");
BMILL_CHECKING_ size_t bmill_count_indices_(const void *runs, size_t nruns, size_t size)
{
    size_t k, total = 0;
    for (k = 0; k < nruns; k++) {
        uint64_t count = bmill_element_(runs, 2 * k + 1, size);
        total = count < SIZE_MAX ? bmill_sum_(total, (size_t)count) : SIZE_MAX;
    }
    return total;
}

BMILL_END_INLINE_

/* ---- One check, in a function that has the pointer p as a parameter: of the bits `first` to first
 * + count - 1, of n bytes, of n elements of the type that p points to. ---- */

#define BMILL_TOUCHES_(p, extent, writes) \
    bmill_check_(__func__, #p, p, BMILL_LENGTH_(p), extent, writes)
#define BMILL_READS_BITS_(p, first, count) \
    bmill_check_bits_(__func__, #p, p, BMILL_LENGTH_(p), first, count, false)
#define BMILL_WRITES_BITS_(p, first, count) \
    bmill_check_bits_(__func__, #p, p, BMILL_LENGTH_(p), first, count, true)
#define BMILL_READS_BYTES_(p, n)  BMILL_TOUCHES_(p, bmill_extent_of_(n, 1, "byte"), false)
#define BMILL_WRITES_BYTES_(p, n) BMILL_TOUCHES_(p, bmill_extent_of_(n, 1, "byte"), true)
#define BMILL_READS_ELEMENTS_(p, n) \
    BMILL_TOUCHES_(p, bmill_extent_of_(n, sizeof *(p), "element"), false)
#define BMILL_WRITES_ELEMENTS_(p, n) \
    BMILL_TOUCHES_(p, bmill_extent_of_(n, sizeof *(p), "element"), true)

/* An iteration reads its bits from `from` to the end. */
#define BMILL_READS_REST_(function, it, from)                       \
    bmill_check_bits_(function, "bits", (it)->bits, SIZE_MAX, from, \
                      (it)->nbits - bmill_least_(from, (it)->nbits), false)

#endif

#endif
