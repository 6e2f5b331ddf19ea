#!/bin/sh
# targets.sh: the word layer for other processors: where int has 16 bits, results are right; and
# no target gets a call of libgcc for a builtin, or a header that a freestanding compiler lacks. And
# here: the checks of clang for unsigned numbers find nothing.
#
# Nothing is run for other processors: results that C++14 computes at compile time are asserted, and
# the symbols that an object needs are listed. CXX is the C++ compiler of this machine; srcdir. A compiler that is not
# installed is a skipped test.
set -eu
include=${srcdir:-.}/include
tests=${srcdir:-.}/tests
. "${srcdir:-.}/tests/scripts/counted.sh"

warnings='-Wall -Wextra -Wconversion -Werror'

# ---- int of 16 bits ----

# One assertion for each input of each function, with the value that it has here.
cat "$include"/bitmill/word/*.h "$include"/bitmill/learn/variants/*.h |
    awk -f "$tests/scripts/assertions.awk" >"$tmp/print.cc"
check "the printing program compiles" ${CXX:-g++} -std=c++14 -I"$include" -I"$tests/scripts" \
    "$tmp/print.cc" -o "$tmp/print"
printf '#include <bitmill/%s.h>\n' word learn/variants >"$tmp/assertions.cc"
"$tmp/print" >>"$tmp/assertions.cc"
count=$(grep -c '^static_assert(bmill_.*;$' "$tmp/assertions.cc")
check "more than 6,000 assertions, not $count" test "$count" -gt 6000
printf '#include <bitmill/%s.h>\n' word learn/variants learn/laws >"$tmp/all.c"

# small_int NAME C-COMPILER C++-COMPILER FLAGS...
small_int() {
    name=$1 cc=$2 cxx=$3
    shift 3
    installed "$cxx" "$name" || return 0
    check "$name: the same values as here" \
        $cxx "$@" -std=c++14 $warnings -fsyntax-only -I"$include" "$tmp/assertions.cc"
    check "$name: what changes memory" \
        $cxx "$@" -std=c++14 $warnings -fsyntax-only -I"$include" "$tests/scripts/use_small_int.cc"
    for standard in c99 c11; do
        check "$name: $standard" \
            $cc "$@" -std=$standard $warnings -fsyntax-only -I"$include" "$tmp/all.c"
    done
}
check "here: what changes memory" \
    ${CXX:-g++} -std=c++14 $warnings -fsyntax-only -I"$include" "$tests/scripts/use_small_int.cc"
small_int AVR avr-gcc avr-g++ -mmcu=atmega328p
small_int MSP430 clang-19 clang++-19 --target=msp430

# ---- clang's -fsanitize=integer ----

# The printing program calls each function with each input, and must print the same.
prints_the_same() {
    clang++ -std=c++14 -O1 -fsanitize=integer,undefined -fno-sanitize-recover=all "$@" -I"$include" \
        -I"$tests/scripts" "$tmp/print.cc" -o "$tmp/checked" && "$tmp/checked" >"$tmp/checked.cc" &&
        tail -n "+3" "$tmp/assertions.cc" | cmp - "$tmp/checked.cc"
}
# BMILL_C_ macros where nothing makes constants of them.
cat >"$tmp/constant.c" <<'END'
#include <bitmill/word.h>
int main(void)
{
    uint64_t x = UINT64_MAX, zero = 0, a = 8;
    uint64_t sum = BMILL_C_POPCOUNT(x) + BMILL_C_CTZ(zero) + BMILL_C_BIT_WIDTH(x) +
                   BMILL_C_REVERSE8(x) + BMILL_C_MASK(60, x) / BMILL_C_BIT(60) +
                   BMILL_C_IS_POW2(zero) + BMILL_C_ALIGN_UP(a, a) + BMILL_C_ALIGN_DOWN(a, a) +
                   BMILL_C_IS_ALIGNED(a, a) + BMILL_C_CEIL_POW2(x) + BMILL_C_LOG2_CEIL(x);
    return sum != 64 + 64 + 64 + 255 + 15 + 0 + 8 + 8 + 1 + 0 + 64;
}
END
constants_are_clean() {
    clang -std=c11 -O0 -fsanitize=integer,undefined -fno-sanitize-recover=all -I"$include" \
        "$tmp/constant.c" -o "$tmp/constant" && "$tmp/constant"
}
if installed clang++ "-fsanitize=integer"; then
    check "-fsanitize=integer" prints_the_same
    check "-fsanitize=integer -DBMILL_NO_BUILTINS" prints_the_same -DBMILL_NO_BUILTINS
    check "-fsanitize=integer: constants" constants_are_clean
fi

# ---- Freestanding ----

# Only the headers that a freestanding compiler has; BMILL_DEBUG prints, and says so.
grep -rn '#include <' "$include"/bitmill/word* "$include"/bitmill/learn/variants* "$include"/bitmill/learn/laws* \
    "$include/bitmill/config.h" | grep -v '<bitmill/' >"$tmp/included"
check "freestanding headers only" sh -c \
    "! grep -vE '<(stdint|stddef|stdbool|limits)\.h>|config\.h.*<(stdio|stdlib)\.h>' '$tmp/included'"

# An object with all functions needs none of the functions of libgcc for counting bits and the like.
# Headers of glibc that exist for one kind of calls alone are empty here.
mkdir -p "$tmp/stubs/gnu"
touch "$tmp/stubs/gnu/stubs-soft.h" "$tmp/stubs/gnu/stubs-ilp32d.h"
printf '#include <bitmill/word.h>\n' >"$tmp/word.c"
needs_no_libgcc() {
    for optimisation in -O0 -Os; do
        "$@" $optimisation -std=c11 -ffreestanding -fkeep-inline-functions -I"$include" \
            -I"$tmp/stubs" -c "$tmp/word.c" -o "$tmp/word.o" || return
        [ "$(nm "$tmp/word.o" | grep -c ' [tT] bmill_')" -gt 300 ] || return
        ! nm -u "$tmp/word.o" | grep -E '__(bswap|clrsb|clz|ctz|ffs|parity|popcount)[sdht]i2' || return
    done
}
# libgcc COMPILER FLAGS-OF-ONE-TARGET...
libgcc() {
    cc=$1
    shift
    installed "$cc" "libgcc: $cc" || return 0
    for flags; do check "libgcc: $cc $flags" needs_no_libgcc "$cc" $flags; done
}
libgcc gcc '' '-mpopcnt -mbmi -mbmi2 -mlzcnt' -mgeneral-regs-only
libgcc i686-linux-gnu-gcc '' -march=i386 -mpopcnt -march=haswell
libgcc arm-linux-gnueabihf-gcc '' '-marm -march=armv4t -mfloat-abi=soft' \
    '-mthumb -march=armv6-m -mfloat-abi=soft' '-mthumb -march=armv7-m -mfloat-abi=soft'
libgcc aarch64-linux-gnu-gcc '' -mgeneral-regs-only
libgcc riscv64-linux-gnu-gcc '' -march=rv64gc_zbb '-march=rv32gc -mabi=ilp32d' \
    '-march=rv32gc_zbb -mabi=ilp32d'
libgcc s390x-linux-gnu-gcc '' -march=z900
libgcc avr-gcc -mmcu=atmega328p

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
