#!/bin/sh
# compilers.sh BUILD [--full]: headers and library for compilers other than gcc and clang on this machine.
#
#   - clang for macOS, FreeBSD, and in place of Microsoft's compiler (clang-cl), with stubs of the few
#     headers of the system that are used.
#   - Microsoft's compiler, which is not here, has branches of its own (_MSC_VER). clang-cl without
#     __clang__ compiles them, with the intrinsics as clang has them. gcc compiles them for this
#     machine (msvc.h), and runs the tests of the word layer and of some kernels.
#   - tcc, which has no builtins, vectors or atomics: the same tests.
#
# By wine, what clang-cl makes runs. --full tries more languages, and the slow tests.
#
# BUILD is a build directory with the objects of tests/bits. Environment: CHECK_CFLAGS and CHECK_LIBS
# (default: what pkg-config says), srcdir. What is not installed is a skipped test.
set -eu
build=${1:?compilers.sh: expected a build directory}
full=${2-}
srcdir=${srcdir:-.}
include=$srcdir/include
tests=$srcdir/tests
. "$tests/scripts/counted.sh"
CHECK_CFLAGS=${CHECK_CFLAGS:-$(pkg-config --cflags check)}
CHECK_LIBS=${CHECK_LIBS:-$(pkg-config --libs check)}

"$srcdir/script/amalgamate" "$tmp"
printf '#include <bitmill/%s.h>\n' word learn/variants learn/laws bits bits/atomic isa >"$tmp/all.c"
printf '#include <bitmill.h>\n' >"$tmp/c99.c"

# ---- Stubs of the headers of a system, for all that clang does not bring itself ----

mkdir "$tmp/stubs"
stub() { # HEADER, its text on standard input
    printf '#pragma once\n#include <stddef.h>\n#ifdef __cplusplus\nextern "C" {\n#endif\n' >"$tmp/stubs/$1"
    cat >>"$tmp/stubs/$1"
    printf '#ifdef __cplusplus\n}\n#endif\n' >>"$tmp/stubs/$1"
}
stub string.h <<'END'
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
int strcmp(const char *, const char *);
size_t strlen(const char *);
END
stub stdlib.h <<'END'
void abort(void);
char *getenv(const char *);
void *malloc(size_t);
void free(void *);
int posix_memalign(void **, size_t, size_t);
END
stub malloc.h <<'END'
void *_aligned_malloc(size_t, size_t);
void _aligned_free(void *);
END
stub stdio.h <<'END'
typedef struct stream FILE;
extern FILE *const standard_error;
#define stderr standard_error
int fprintf(FILE *, const char *, ...);
int printf(const char *, ...);
int snprintf(char *, size_t, const char *, ...);
END
printf '#include <stdio.h>\nnamespace std { using ::printf; }\n' >"$tmp/stubs/cstdio"
printf '#include <stdint.h>\n#define PRIu32 "u"\n#define PRIu64 "I64u"\n#define PRId64 "I64d"\n' >"$tmp/stubs/cinttypes"

# ---- clang for other systems ----

clang=clang-19
warnings='-Wall -Wextra -Werror'
# What a compiler for another system is called with: clang_for TARGET ARGUMENTS...
clang_for() {
    target=$1
    shift
    $clang --target="$target" -nostdlibinc -nostdinc++ -isystem "$tmp/stubs" $warnings "$@"
}
# Functions with fronts call the library's by the names that the linker knows: with _ on macOS.
cat >"$tmp/calls.c" <<'END'
#include <bitmill/bits.h>
size_t f(void *p, const void *x, size_t n);
size_t f(void *p, const void *x, size_t n)
{
    bmill_bits_not(p, x, 40);
    bmill_bits_not(p, x, n);
    return bmill_bits_count(p, 40) + bmill_bits_count(p, n);
}
END
calls_the_library() { # TARGET PREFIX FLAGS...
    target=$1 prefix=$2
    shift 2
    clang_for "$target" "$@" -I"$include" -S "$tmp/calls.c" -o "$tmp/calls.s" &&
        grep -oE '(call|bl|jmp|b)[a-z]*[[:space:]]+_*bmill_bits_[a-z]+' "$tmp/calls.s" |
        sed 's/.*[[:space:]]//' | sort -u >"$tmp/called"
    cat "$tmp/called"
    printf "${prefix}bmill_bits_%s\n" count not | cmp - "$tmp/called"
}
library_of() { # TARGET
    clang_for "$1" -std=c11 -DBMILL_DISABLED_AVX2 -DBMILL_DISABLED_AVX512 -c "$tmp/bitmill.c" -o "$tmp/library.o"
}
system() { # TARGET PREFIX
    for language in -std=c99 '-xc++ -std=c++17' ${full:+-std=c11 '-xc++ -std=c++11' '-xc++ -std=c++20'}; do
        for flags in -O2 '-O1 -DBMILL_DEBUG -fsanitize=address'; do
            check "$1 $language $flags" clang_for "$1" $language $flags -I"$include" -fsyntax-only "$tmp/all.c"
        done
        check "$1 $language: calls" calls_the_library "$1" "$2" $language -O2
    done
    check "$1: the library, portable" library_of "$1"
    [ -z "$full" ] || check "$1: the library" clang_for "$1" -std=c11 -c "$tmp/bitmill.c" -o "$tmp/library.o"
}
if installed $clang 'clang for other systems'; then
    system x86_64-apple-darwin _
    system arm64-apple-darwin _
    system x86_64-unknown-freebsd ''
    system x86_64-pc-windows-msvc ''
    system i686-pc-windows-msvc _
    # The intrinsics of all sets are in regions of their own.
    check 'x86_64-pc-windows-msvc: the library, all sets' clang_for x86_64-pc-windows-msvc -std=c11 -fsyntax-only \
        "$tmp/bitmill.c"
fi

# ---- clang-cl, and without __clang__ the branches for Microsoft's compiler ----

cl() { # ARCHITECTURE ARGUMENTS...
    architecture=$1
    shift
    $clang --driver-mode=cl --target="$architecture-pc-windows-msvc" /imsvc "$tmp/stubs" /I"$include" /W4 /WX "$@"
}
microsoft() { # ARCHITECTURE ARGUMENTS...
    architecture=$1
    shift
    cl "$architecture" -U__clang__ "$@"
}
# No word of GNU C is left when the preprocessor is done. What clang's own headers have is cut out.
gnu_words='__attribute__|__asm|__builtin_|_Pragma|#pragma (GCC|clang)|_Atomic|__extension__|__typeof|__int128'
has_no_gnu() { # ARCHITECTURE ARGUMENTS...
    microsoft "$@" /E >"$tmp/preprocessed" &&
        [ "$(grep -c bmill_ "$tmp/preprocessed")" -gt 1000 ] &&
        ! awk '/^# [0-9]+ "/ || /^#line/ { ours = !/llvm|stubs/ } ours' "$tmp/preprocessed" |
        sed 's/__builtin_is_constant_evaluated//g' | grep -nE "$gnu_words" | head -n 5 | grep .
}
# What C++14 computes at compile time is what functions return here: see targets.sh.
cat "$include"/bitmill/word/*.h "$include"/bitmill/learn/variants/*.h |
    awk -f "$tests/scripts/assertions.awk" >"$tmp/print.cc"
check 'the printing program compiles' g++ -std=c++14 -I"$include" -I"$tests/scripts" "$tmp/print.cc" -o "$tmp/print"
printf '#include <bitmill/%s.h>\n' word learn/variants >"$tmp/assertions.cc"
"$tmp/print" >"$tmp/expected"
cat "$tmp/expected" >>"$tmp/assertions.cc"
check 'more than 6,000 assertions' test "$(grep -c '^static_assert(bmill_.*;$' "$tmp/assertions.cc")" -gt 6000

# What the objects need of the C library of Microsoft, and mingw's does not have.
cat >"$tmp/rest.c" <<'END'
int _fltused;
__asm__(".globl __chkstk\n__chkstk: jmp ___chkstk_ms");
END
wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2>/dev/null || true)
mingw=x86_64-w64-mingw32-gcc
by_wine() { # PROGRAM: what it prints
    WINEDEBUG=-all WINEPREFIX="$tmp/wine" "$wine" "$1" 2>/dev/null | tr -d '\r'
}
prints_the_same() { # /std FLAGS...
    microsoft x86_64 /TP "$@" /O1 /GS- /Zl /I"$tests/scripts" /c "$tmp/print.cc" /Fo"$tmp/print.obj" &&
        $mingw "$tmp/print.obj" "$tmp/rest.c" -o "$tmp/print.exe" &&
        by_wine "$tmp/print.exe" >"$tmp/printed" && cmp "$tmp/expected" "$tmp/printed"
}
# The choice is made before main, by the constructor; BMILL_ISA is obeyed; and 7991 bits are counted.
cat >"$tmp/first.c" <<'END'
#include <bitmill/bits.h>
#include <bitmill/isa.h>
#include <stdio.h>
#include <string.h>
extern volatile long bmill_column;
int main(int argc, char **argv)
{
    static unsigned char a[1000], b[1000];
    long column = bmill_column;
    size_t n = 0;
    for (size_t i = 0; i < sizeof a; i++)
        a[i] = (unsigned char)(i * i * 7 + i / 3), b[i] = (unsigned char)(i * 5);
    for (size_t i = 0; i < 7991; i++)
        n += a[i / 8] >> i % 8 & b[i / 8] >> i % 8 & 1;
    printf("%s, column %ld, %d\n", bmill_isa_active(), column, (int)bmill_isa_environment());
    return !(column && n == bmill_bits_and_count(a, b, 7991) && argc == 2 && strcmp(argv[1], bmill_isa_active()) == 0);
}
END
chooses() { # LIBRARY-OBJECT SET...
    object=$1
    shift
    $mingw -O1 -I"$include" "$tmp/first.c" "$object" "$tmp/rest.c" -o "$tmp/first.exe" || return
    for set; do
        BMILL_ISA=$set WINEDEBUG=-all WINEPREFIX="$tmp/wine" "$wine" "$tmp/first.exe" "$set" || return
    done
}

without_avx2=/DBMILL_DISABLED_AVX2
[ -z "$full" ] || without_avx2=
if installed $clang "Microsoft's compiler"; then
    for architecture in x86_64 i686 aarch64; do
        for language in /std:c11 '/TP /std:c++14' ${full:+'/TP /std:c++20'} '/TP /std:c++17 /arch:AVX'; do
            case $architecture$language in aarch64*AVX) continue ;; esac
            check "cl, $architecture $language" microsoft $architecture $language /O2 /c "$tmp/all.c" /Fo"$tmp/all.obj"
            check "cl, $architecture $language: no GNU C" has_no_gnu $architecture $language /O2 "$tmp/all.c"
        done
        check "cl, $architecture: the library has no GNU C" has_no_gnu $architecture /std:c11 /O2 "$tmp/bitmill.c"
        check "cl, $architecture: constants" microsoft $architecture /TP /std:c++14 /Zs "$tmp/assertions.cc"
    done
    check 'cl: without builtins' microsoft x86_64 /std:c11 -DBMILL_NO_BUILTINS /c "$tmp/all.c" /Fo"$tmp/all.obj"
    check 'cl: the library' microsoft x86_64 /std:c11 ${full:+/O2} /GS- /Zl /c "$tmp/bitmill.c" /Fo"$tmp/cl.obj"
    [ -z "$full" ] || check 'cl: the library, i686' microsoft i686 /std:c11 /c "$tmp/bitmill.c" /Fo"$tmp/other.obj"
    check 'cl: the library, ARM64' microsoft aarch64 /std:c11 /c "$tmp/bitmill.c" /Fo"$tmp/other.obj"
    for language in /std:c11 '/TP /std:c++17'; do
        check "clang-cl $language" cl x86_64 $language /O2 /c "$tmp/all.c" /Fo"$tmp/all.obj"
    done
    check 'clang-cl: the library' cl x86_64 /std:c11 /GS- /Zl $without_avx2 /DBMILL_DISABLED_AVX512 \
        /c "$tmp/bitmill.c" /Fo"$tmp/clang-cl.obj"
    if [ -z "$wine" ] || ! command -v $mingw >/dev/null; then
        echo "skipped: Microsoft's compiler, run: wine64 or $mingw is not installed"
        skipped=$((skipped + 1))
    else
        [ -z "$full" ] || check 'cl: what the word layer returns' prints_the_same /std:c++14
        check 'cl: what the word layer returns, AVX' prints_the_same /std:c++20 /arch:AVX
        check 'cl: the library runs' chooses "$tmp/cl.obj" portable
        check 'clang-cl: the library runs' chooses "$tmp/clang-cl.obj" portable \
            $(test -n "$full" && grep -qw avx2 /proc/cpuinfo && echo avx2)
    fi
fi

# ---- The same branches, and tcc, with the tests of this machine ----

# passes NAME OBJECT...: the objects of a test and of the library, if it needs that
passes() {
    $linker "$@" "$build/tests/libharness.a" $CHECK_LIBS -o "$tmp/test" &&
        BMILL_CASES=20 BMILL_FAILED_SEEDS=/dev/null BMILL_REQUIRE_ISA= "$tmp/test"
}
# word_test NAME COMPILER FLAGS...
word_test() {
    test=$1
    shift
    "$@" $CHECK_CFLAGS -I"$include" -I"$tests" -I"$build" -c "$tests/word/$test.c" -o "$tmp/word.o" &&
        passes "$tmp/word.o"
}
words='arith bit carryless constant count ends enumerate field memory morton permute pext pow2 rank word'
[ -z "$full" ] || words="$words variants"
kernels='move values decode pack text filter'
all_tests() { # NAME LINKER COMPILER FLAGS...: of the word layer, and of the library that it makes
    compiler=$1 linker=$2
    shift 2
    for test in $words; do check "$compiler: word/$test" word_test "$test" "$@"; done
    check "$compiler: the library" ${library_compiler:-"$@"} -I"$tmp" -c "$tmp/bitmill.c" -o "$tmp/library.o"
    for test in $kernels; do
        check "$compiler: bits/$test" passes "$build/tests/bits/$test.o" "$tmp/library.o"
    done
}
if [ "$(uname -m)" = x86_64 ]; then
    msvc="gcc -std=gnu11 -O1 -fno-strict-aliasing -Wall -Wextra -Wno-unknown-pragmas -Wno-unused-function -Werror
        $CHECK_CFLAGS -include $tests/scripts/msvc.h"
    kernels="operations $kernels"
    all_tests "cl's branches" gcc $msvc
    check "cl's branches: word/count, AVX" word_test count $msvc -mavx -mpopcnt
    # clang takes _rotl and its kind for constant, Microsoft's compiler does not.
    check "cl's branches: constants" g++ -std=c++14 $CHECK_CFLAGS -w -include "$tests/scripts/msvc.h" -I"$include" \
        -fsyntax-only "$tmp/assertions.cc"
    for test in atomic bit; do
        check "cl's branches: bits/$test" sh -c "$(echo $msvc) -I'$include' -I'$tests' -I'$build' \
            -I'$srcdir/lib' -c '$tests/bits/$test.c' -o '$tmp/word.o'"
        check "cl's branches: bits/$test passes" passes "$tmp/word.o" "$tmp/library.o"
    done
else
    echo "skipped: cl's branches: the stand-ins for intrinsics are for x86-64"
    skipped=$((skipped + 1))
fi
# C11 for _Generic, which tcc has, though it says C99.
if installed tcc; then
    library_compiler=tcc
    kernels=${kernels#operations }
    all_tests tcc tcc tcc -U__STDC_VERSION__ -D__STDC_VERSION__=201112L
    check "tcc: C99" tcc -I"$include" -c "$tmp/c99.c" -o "$tmp/word.o"
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
