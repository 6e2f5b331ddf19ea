#!/bin/sh
# two_files.sh BUILD [--full]: the library as two files, bitmill.h and bitmill.c (script/amalgamate).
#
# bitmill.c is compiled without any flag that it needs, and takes the place of the library in the tests
# that were built in the directory BUILD: all sets of kernels are there, each with the instructions of
# its own. --full adds: each level of optimisation with each compiler, LTO, one set of kernels, and
# Windows under wine.
#
# Environment: CC (default gcc), CXX (g++), CLANG (clang-19), CHECK_LIBS (default: what pkg-config says),
# srcdir. Closes with "N passed, N failed, N skipped".
set -eu
build=${1:?two_files.sh: expected a build directory}
full=${2-}
srcdir=${srcdir:-.}
CC=${CC:-gcc} CXX=${CXX:-g++} CLANG=${CLANG:-clang-19}
CHECK_LIBS=${CHECK_LIBS:-$(pkg-config --libs check)}
scripts=$(cd "$srcdir/tests/scripts" && pwd)
. "$scripts/counted.sh"
export BMILL_FAILED_SEEDS=/dev/null
mingw=x86_64-w64-mingw32-gcc
warnings='-Wall -Wextra -Werror'
two=$tmp/two

check 'script/amalgamate' "$srcdir/script/amalgamate" "$two"
check 'a second directory is refused' sh -c "! '$srcdir/script/amalgamate' '$tmp/a' '$tmp/b' 2>&1"
version=$(awk '/define BMILL_VERSION_(MAJOR|MINOR|PATCH) /{printf "%s%s", dot, $3; dot = "."}' "$srcdir/include/bitmill/config.h")
says_version_and_licence() {
    for file in bitmill.h bitmill.c; do
        head -n 1 "$two/$file" | grep -F "bitmill $version," && head -n 40 "$two/$file" | grep 'MIT License' || return 1
    done
}
check 'version and licence' says_version_and_licence

# ---- bitmill.h. The guards of the headers that it is made of are its own, too, so a program that also
# includes one of these gets nothing twice. ----

has_all_headers() {
    (cd "$srcdir" && ls include/bitmill.h include/bitmill/*.h include/bitmill/bits/*.h include/bitmill/word/*.h) |
        while read -r header; do
            [ "$(grep -cF "/* ---- $header ---- */" "$two/bitmill.h")" = 1 ] || echo "$header"
        done >"$tmp/missing"
    cat "$tmp/missing"
    [ ! -s "$tmp/missing" ] && ! grep '#include <bitmill' "$two/bitmill.h"
}
check 'bitmill.h has each header once' has_all_headers
uses() { # COMPILER STANDARD FILE
    check "$1 -std=$2: $3" $1 -std=$2 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I"$two" -I"$srcdir/include" \
        "$scripts/$3"
}
for standard in c99 c11 c17 c2x; do uses "$CC" $standard use_headers.c; done
for standard in c++11 c++14 c++17 c++20 c++2b; do uses "$CXX" $standard use_headers.cc; done
installed "$CLANG" && uses "$CLANG" c2x use_headers.c

# ---- bitmill.c ----

# source NAME COMPILER FLAGS...: bitmill.c becomes $tmp/NAME.o, without a warning.
source() {
    object=$1
    shift
    check "bitmill.c: $*" "$@" $warnings -c "$two/bitmill.c" -o "$tmp/$object.o"
    [ -s "$tmp/$object.o" ]
}
parses() { check "bitmill.c: $*" "$@" $warnings -fsyntax-only "$two/bitmill.c"; }
# The tests run on all sets, with this object as the library.
passes() { # NAME TEST
    $CC "$build/tests/bits/$2.o" "$build/tests/libharness.a" "$tmp/$1.o" $CHECK_LIBS -lm -o "$tmp/test" &&
        BMILL_CASES=20 "$tmp/test"
}
pass() { # NAME TEST...
    object=$1
    shift
    for test; do check "$object: $test" passes "$object" "$test"; done
}
all_tests='decode decode_lines filter index interleave many matrix move null operations pack pext positional
    random range search select ternary text values'
some_tests='operations move decode text'

sections='-ffunction-sections -fdata-sections'
if source gcc $CC -std=c11 -O2 $sections; then pass gcc $all_tests; fi
if installed "$CLANG" && source clang "$CLANG" -O1; then pass clang $some_tests; fi

# A build for this processor has all of its sets: a region that is missing must not pass as fewer tests.
names_of() { # OBJECT: the sets whose kernels it has
    nm "$tmp/$1.o" | sed -n 's/.* bmill_\([a-z0-9]*\)_count_kernel$/\1/p; s/.* bmill_\(.*\)_select_kernel$/\1/p' |
        sort -u | tr '\n' ' '
}
has_all_sets() {
    names=$(names_of "$1")
    echo "sets: $names"
    [ "$names" = 'avx2 avx2_slow_pext avx512 portable ' ]
}
# Other files of the program may have any name that is not the library's.
has_own_names() { ! nm -g --defined-only "$tmp/$1.o" | grep -v ' bmill_'; }
# As in the library: kernels begin at a cache line.
is_aligned() {
    readelf -SW "$tmp/gcc.o" | grep -E ' \.text\.bmill_(avx2|avx512|portable)_(copy|and|count)_kernel' >"$tmp/sections"
    [ "$(grep -c . "$tmp/sections")" = 9 ] && [ "$(grep -c ' 64$' "$tmp/sections")" = 9 ] || { cat "$tmp/sections"; return 1; }
}
# Instructions of a set are in its kernels alone. pext in the kernels of AVX2 says that the words of the
# vocabulary are those of the region, not those of the compiler's flags.
functions_with() { # PATTERN OBJECT: functions that have such an instruction
    objdump -d --no-show-raw-insn "$tmp/$2.o" |
        awk -v pattern="$1" '/^[0-9a-f]+ <.*>:$/ { name = $2 } $2 ~ pattern { print name }' | tr -d '<>:' | sort -u
}
instructions_stay_in_their_region() {
    ! functions_with '^(v|pext|pdep|lzcnt|popcnt)' "$1" | grep -v '^bmill_avx' &&
        ! functions_with '^(pext|pdep)' "$1" | grep slow_pext &&
        functions_with '^pext' "$1" | grep -q '^bmill_avx2_.*interleave' &&
        functions_with '^popcnt' "$1" | grep -q '^bmill_avx2_count_kernel' &&
        ! objdump -d --no-show-raw-insn "$tmp/$1.o" | awk '/^[0-9a-f]+ <.*>:$/ { name = $2 } /zmm/ { print name }' |
        grep -v bmill_avx512
}
# The regions have the flags that configure gives these sets.
features_are_those_of_configure() {
    for set in AVX2 AVX512; do
        flags=$(sed -n "s/^${set}_CFLAGS = //p" "$build/Makefile" | sed 's/^-m//; s/ -m/,/g')
        tr -d ' "\\\n' <"$two/bitmill.c" | grep -o "target($flags)" >"$tmp/regions"
        [ "$(grep -c . "$tmp/regions")" = 2 ] || { echo "$set: expected two regions with $flags"; return 1; }
    done
}
if [ "$(uname -m)" = x86_64 ] && [ -s "$tmp/gcc.o" ]; then
    for object in gcc clang; do
        [ -s "$tmp/$object.o" ] || continue
        check "$object: all sets" has_all_sets $object
        check "$object: names" has_own_names $object
        check "$object: instructions" instructions_stay_in_their_region $object
    done
    check 'gcc: kernels are aligned' is_aligned
    check 'features of the regions' features_are_those_of_configure
else
    echo 'skipped: sets and regions: they are for x86-64' && skipped=$((skipped + 1))
fi

# ---- Programs ----

use_sets() { $CC -O1 -I"$two" "$scripts/use_sets.c" "$tmp/gcc.o" -o "$tmp/sets" && "$tmp/sets"; }
links_cxx() {
    $CXX -std=c++17 -O1 -I"$two" -I"$srcdir/include" "$scripts/use_headers.cc" "$tmp/gcc.o" -o "$tmp/cxx" && "$tmp/cxx"
}
text_bytes() { size "$1" | awk 'NR == 2 { print $1 }'; }
printf 'int main(void) { return 0; }\n' >"$tmp/empty.c"
cat >"$tmp/count.c" <<'END'
#include "bitmill.h"
int main(int argc, char **argv)
{
    static unsigned char bits[1000];
    bits[999] = 3;
    return argc - 1 || bmill_bits_count(bits, 8 * sizeof bits - 7 + (size_t)(argc - 1)) != 1 || !argv;
}
END
count_is_small() { # MOST OBJECT
    most=$1
    $CC -O2 -static -Wl,--gc-sections "$tmp/empty.c" -o "$tmp/empty" &&
        $CC -O2 -static -Wl,--gc-sections -I"$two" "$tmp/count.c" "$2" -o "$tmp/count" && "$tmp/count" || return 1
    empty=$(text_bytes "$tmp/empty") count=$(text_bytes "$tmp/count")
    echo "text: $count bytes with one bmill_bits_count, $empty without: expected at most $most more"
    [ $((count - empty)) -le "$most" ]
}
if [ -s "$tmp/gcc.o" ]; then
    check 'gcc: all sets agree' use_sets
    if grep -q 'not here' "$tmp/log"; then
        echo "skipped: sets that this machine cannot run: $(cat "$tmp/log")" && skipped=$((skipped + 1))
    fi
    check 'C++ program' links_cxx
    check 'static: one count takes little' count_is_small 10240 "$tmp/gcc.o"
fi

# Other standards, compilers and choices, without code.
for standard in c17 c2x; do parses $CC -std=$standard; done
parses $CC -DBMILL_DISABLED_AVX512
parses $CC -DBMILL_DISABLED_AVX2 -DBMILL_DISABLED_AVX512
parses $CC -DBMILL_ONE_ISA -march=native
parses $CC -DBMILL_ONE_ISA -DBMILL_SET=words
parses $CC -DBMILL_ONE_ISA -DBMILL_SET=vec128
refuses_set_alone() {
    ! $CC -DBMILL_SET=words -fsyntax-only "$two/bitmill.c" >"$tmp/said" 2>&1 && grep 'BMILL_ONE_ISA: expected' "$tmp/said"
}
check 'bitmill.c: BMILL_SET alone is refused' refuses_set_alone
if installed clang; then parses clang -std=c2x; fi
if installed $mingw; then parses $mingw; fi

# AArch64 has NEON and the portable kernels, and needs no region.
on_arm64() { # SETS FLAGS...
    sets=$1
    shift
    aarch64-linux-gnu-gcc -O1 -static $warnings "$@" -I"$two" "$scripts/use_sets.c" "$two/bitmill.c" \
        -o "$tmp/arm64" && qemu-aarch64 "$tmp/arm64" >"$tmp/said" && cat "$tmp/said" &&
        [ "$(cat "$tmp/said")" = "$sets " ]
}
if installed aarch64-linux-gnu-gcc && installed qemu-aarch64; then
    check 'AArch64: both sets agree' on_arm64 'neon portable'
    check 'AArch64: one set' on_arm64 neon -DBMILL_ONE_ISA
fi
if installed "$CLANG"; then parses "$CLANG" --target=aarch64-linux-gnu; fi

# ---- What takes longer ----

# matrix COMPILER: each level, and the standards by turns.
matrix() {
    for level in 0:c11 1:c17 2:c2x 3:c11 s:c17; do
        build_name=$(basename "$1")-O${level%:*}
        if source "$build_name" "$1" "-O${level%:*}" "-std=${level#*:}"; then
            case $1 in
            *mingw*) ;;
            *) pass "$build_name" operations move decode ;;
            esac
        fi
    done
}
with_lto() { "$@" -O2 -flto -I"$two" "$scripts/use_sets.c" "$two/bitmill.c" $warnings -o "$tmp/lto" && "$tmp/lto"; }
one_set() { # NAME FLAGS...: one set for this machine
    set_name=$1
    shift
    source "$set_name" $CC -O2 $sections -DBMILL_ONE_ISA "$@" || return 0
    pass "$set_name" $some_tests
    check "$set_name: no rows" sh -c "! nm '$tmp/$set_name.o' | grep bmill_row_"
    check "$set_name: one count takes little" count_is_small 4096 "$tmp/$set_name.o"
}
under_wine() { # ISA
    WINEPREFIX=$tmp/wine WINEDEBUG=-all BMILL_ISA=$1 "$wine" "$tmp/sets.exe" >"$tmp/said" && cat "$tmp/said" &&
        grep -q 'avx2.*portable' "$tmp/said"
}
if [ "$full" = --full ]; then
    for compiler in "$CC" clang "$CLANG" $mingw; do if installed "$compiler"; then matrix "$compiler"; fi; done
    check 'LTO, gcc' with_lto "$CC"
    if installed "$CLANG" && installed lld-19; then check 'LTO, clang' with_lto "$CLANG" -fuse-ld=lld-19; fi
    one_set native -march=native
    one_set words -DBMILL_SET=words
    one_set v3 -march=x86-64-v3
    wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2>/dev/null || true)
    if [ -z "$wine" ] || [ ! -s "$tmp/$mingw-O2.o" ]; then
        echo 'skipped: Windows: wine64 or its compiler is not installed' && skipped=$((skipped + 1))
    else
        check 'Windows: program' $mingw -O1 -static -I"$two" "$scripts/use_sets.c" "$tmp/$mingw-O2.o" -o "$tmp/sets.exe"
        check 'Windows: all sets agree' under_wine auto
    fi
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
