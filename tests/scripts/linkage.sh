#!/bin/sh
# linkage.sh: the headers in C++ programs of several files. Files that are compiled with different
# flags keep functions of their own; modules, templates and addresses work; and the usual warnings of
# C++ projects find nothing.
#
# Environment: CXX is a list of compilers (default g++), srcdir. A compiler that is not installed is
# a skipped test.
set -eu
include=${srcdir:-.}/include
tests=${srcdir:-.}/tests
. "${srcdir:-.}/tests/scripts/counted.sh"

# ---- Two files, one program ----

# The same file twice, with NAME one and two, and with different flags. popcount and set are called, not
# inlined, at -O0.
cat >"$tmp/part.cc" <<'END'
#include <bitmill/word.h>
using function = unsigned (*)(uint64_t);
function NAME_address();
unsigned NAME_ones(uint64_t x);
uint32_t NAME_set(uint32_t x, unsigned i);
function NAME_address() { return bmill_popcount_u64; }
unsigned NAME_ones(uint64_t x) { return bmill_popcount_u64(x); }
uint32_t NAME_set(uint32_t x, unsigned i) { return bmill_set(x, i); }
END
cat >"$tmp/main.cc" <<'END'
#include <cstdint>
#include <cstdio>
#include <cstring>
using function = unsigned (*)(uint64_t);
function one_address();
function two_address();
unsigned one_ones(uint64_t x);
unsigned two_ones(uint64_t x);
uint32_t one_set(uint32_t x, unsigned i);
uint32_t two_set(uint32_t x, unsigned i);
// Prints whether the two have one function, and then sets a bit in the file that is named.
int main(int count, char **arguments)
{
    if (one_ones(7) != 3 || two_ones(7) != 3)
        return 2;
    std::puts(one_address() == two_address() ? "same" : "two");
    if (count > 1)
        return std::strcmp(arguments[1], "one") == 0 ? one_set(6, 32) != 7 : two_set(6, 32) != 7;
    return 0;
}
END
# program CXX FLAGS-OF-ONE FLAGS-OF-TWO: $tmp/program; in both orders the same is right.
program() {
    sed 's/NAME/one/' "$tmp/part.cc" >"$tmp/one.cc"
    sed 's/NAME/two/' "$tmp/part.cc" >"$tmp/two.cc"
    $1 -std=c++14 -O0 $2 -I"$include" -c "$tmp/one.cc" -o "$tmp/one.o" &&
        $1 -std=c++14 -O0 $3 -I"$include" -c "$tmp/two.cc" -o "$tmp/two.o" &&
        $1 -std=c++14 "$tmp/main.cc" "$tmp/one.o" "$tmp/two.o" -o "$tmp/program"
}
# share same|two CXX FLAGS FLAGS
share() {
    program "$2" "$3" "$4" && "$tmp/program" >"$tmp/said" && cat "$tmp/said" && [ "$(cat "$tmp/said")" = "$1" ]
}
# Of two functions in the program, one has the instruction and the other has not.
one_has_popcnt() {
    program "$1" '' -mpopcnt || return
    objdump -d "$tmp/program" | awk '
        /^[0-9a-f]+ <.*>:$/ { name = $2 ~ /bmill_popcount_u64/ ? $2 : "" }
        name != "" { functions[name] = 1 }
        name != "" && /popcnt/ && !/^[0-9a-f]+ </ { with[name] = 1 }
        END {
            for (name in functions) all++
            for (name in with) have++
            print all + 0, "functions,", have + 0, "with popcnt"
            exit !(all == 2 && have == 1)
        }'
}
# The file with BMILL_DEBUG stops for an index past the width, the other takes it modulo the width.
one_stops() {
    program "$1" "$2" "$3" || return
    for part in one two; do
        status=0
        "$tmp/program" $part 2>"$tmp/stopped" >"$tmp/said" || status=$?
        case "$status $2" in
        "0 "*) stopped=no ;;
        *) stopped=yes ;;
        esac
        case $part in one) expected=$4 ;; *) expected=$5 ;; esac
        echo "$part: stopped: $stopped, expected $expected"
        [ $stopped = $expected ] || return
        [ $stopped = no ] || grep 'part\|one.cc\|two.cc' "$tmp/stopped" | grep 'bit index 32' || return
    done
}
for cxx in ${CXX:-g++}; do
    installed "$cxx" || continue
    check "$cxx: the same flags share a function" share same "$cxx" '' ''
    check "$cxx: the same flags share a function" share same "$cxx" -DBMILL_DEBUG -DBMILL_DEBUG
    for flags in -mpopcnt -mbmi -mbmi2 -mlzcnt -mpclmul -mavx -mavx2 -mavx512f -mmovbe -DBMILL_DEBUG \
        -DBMILL_NO_BUILTINS; do
        check "$cxx: $flags makes another function" share two "$cxx" '' $flags
    done
    check "$cxx: another BMILL_SLOW_PEXT" share two "$cxx" -mbmi2 '-mbmi2 -DBMILL_SLOW_PEXT'
    check "$cxx: popcnt in one file only" one_has_popcnt "$cxx"
    check "$cxx: BMILL_DEBUG in the first file only" one_stops "$cxx" -DBMILL_DEBUG '' yes no
    check "$cxx: BMILL_DEBUG in the second file only" one_stops "$cxx" '' -DBMILL_DEBUG no yes
done

# ---- The name of the namespace ----

# What a body tests, as #if or #ifdef, is asked for in namespace.h.
awk '
    FNR == 1 { inside = 0 }
    /^[}]/ { inside = 0 }
    inside && /^ *# *(el)?if/ {
        line = $0
        while (match(line, /[A-Za-z_][A-Za-z0-9_]*/)) {
            word = substr(line, RSTART, RLENGTH)
            line = substr(line, RSTART + RLENGTH)
            if (word !~ /^(if|ifdef|ifndef|elif|defined)$/) print word
        }
    }
    /^[{]/ { inside = 1 }
' $(find "$include/bitmill" -name "*.h") | sort -u >"$tmp/tested"
check "bodies test something" grep -q BMILL_HAVE_ "$tmp/tested"
grep -oE '[A-Za-z_][A-Za-z0-9_]*' "$include/bitmill/namespace.h" | sort -u >"$tmp/named"
check "all that bodies test is part of the name" sh -c \
    "comm -23 '$tmp/tested' '$tmp/named' >'$tmp/missing'; cat '$tmp/missing'; ! [ -s '$tmp/missing' ]"
# Nor does a body say where it stands: it would be another one in each file.
headers() { (cd "$include" && find . -name '*.h' | sed 's|^\./|#include <|; s|$|>|'); }
headers >"$tmp/all.cc"
# Between pairs of flags: where the text differs, so does the name.
text() { ${CXX%% *} -std=c++14 "$@" -E -P -I"$include" "$tmp/all.cc" | sed 's/inline namespace bmill_[a-z0-9_]*/inline namespace/; /^#/d'; }
name() { ${CXX%% *} -std=c++14 "$@" -E -P -I"$include" "$tmp/all.cc" | grep -o 'inline namespace bmill_[a-z0-9_]*' | sort -u; }
CXX=${CXX:-g++}
for flags in -O0 -O2 -mpopcnt -mbmi -mbmi2 -mpclmul '-mbmi2 -DBMILL_SLOW_PEXT' -DBMILL_DEBUG -DBMILL_NO_BUILTINS \
    '-O2 -DBMILL_NO_INLINE_BITS' -std=c++11; do
    label=$(echo "$flags" | tr -c 'a-zA-Z0-9\n' -)
    text $flags >"$tmp/text$label"
    name $flags >"$tmp/name$label"
    check "$flags: one namespace" test "$(grep -c . "$tmp/name$label")" -eq 1
    for other in "$tmp"/text*; do
        cmp -s "$other" "$tmp/text$label" || check "$flags against ${other##*/text}: another name" sh -c \
            "! cmp -s '$tmp/name$label' '$tmp/name${other##*/text}'"
    done
done

# ---- Templates, addresses, modules ----

cat >"$tmp/shared.h" <<'END'
#include <bitmill/word.h>
template <unsigned (*F)(uint32_t)> unsigned apply(uint32_t x) { return F(x); }
inline unsigned ones_of_six() { return apply<bmill_popcount_u32>(6); }
unsigned (*address())(uint32_t);
END
cat >"$tmp/other.cc" <<'END'
#include "shared.h"
unsigned (*address())(uint32_t) { return bmill_popcount_u32; }
END
cat >"$tmp/templates.cc" <<'END'
#include "shared.h"
int main()
{
    unsigned (*overload)(unsigned short) = bmill_popcount;
    return !(ones_of_six() == 2 && address() == bmill_popcount_u32 && overload(6) == 2);
}
END
for cxx in ${CXX:-g++}; do
    installed "$cxx" || continue
    check "$cxx: addresses in templates and headers" $cxx -std=c++11 -Wall -Wextra -Werror -I"$include" \
        "$tmp/other.cc" "$tmp/templates.cc" -o "$tmp/templates"
    check "$cxx: they are one function" "$tmp/templates"
done
cat >"$tmp/module.cppm" <<'END'
module;
#include <bitmill/word.h>
export module bits;
export template <class T> unsigned ones(T x) { return bmill_popcount(x); }
export template <class T> T with(T x, unsigned i) { return bmill_set(x, i); }
END
cat >"$tmp/import.cc" <<'END'
import bits;
#ifdef INCLUDES
#include <bitmill/word.h>
#endif
int main()
{
#ifdef INCLUDES
    if (bmill_popcount(7u) != 3)
        return 1;
#endif
    return !(ones(7u) == 3 && ones(7ull) == 3 && with(6ul, 0) == 7);
}
END
# module_works FLAGS-OF-MODULE FLAGS-OF-IMPORTER
module_works() {
    clang++-19 -std=c++20 $1 -I"$include" --precompile "$tmp/module.cppm" -o "$tmp/bits.pcm" &&
        clang++-19 -std=c++20 -fprebuilt-module-path="$tmp" $2 -I"$include" "$tmp/import.cc" \
            "$tmp/bits.pcm" -o "$tmp/import" && "$tmp/import"
}
if installed clang++-19; then
    check "a module with templates" module_works '' ''
    check "a module, and the header too" module_works '' -DINCLUDES
    check "a module, and the header with BMILL_DEBUG" module_works '' '-DINCLUDES -DBMILL_DEBUG'
    check "a module with BMILL_DEBUG, and the header" module_works -DBMILL_DEBUG -DINCLUDES
fi

# ---- Warnings ----

# Of clang's -Weverything, these are no matter here: what older C++ lacks, how structs are laid out,
# that C code indexes arrays, that with BMILL_DEBUG a macro calls the function of its name, that laws
# keep functions of all shapes as one type; and the option that this compiler does not know.
everything='-Weverything -Wno-c++98-compat -Wno-c++98-compat-pedantic -Wno-padded
    -Wno-unsafe-buffer-usage -Wno-disabled-macro-expansion -Wno-cast-function-type-strict
    -Wno-unknown-warning-option'
people='-Wall -Wextra -pedantic -Wold-style-cast -Wzero-as-null-pointer-constant -Wconversion
    -Wsign-conversion -Wextra-semi -Wshadow'
for cxx in ${CXX:-g++}; do
    installed "$cxx" || continue
    case $cxx in *clang*) warnings="$people -Wcomma $everything" ;; *) warnings="$people -Wuseless-cast" ;; esac
    for standard in c++11 c++14 c++2b; do
        for flags in -O0 '-O2 -DBMILL_DEBUG' '-mbmi -mbmi2 -mpopcnt -mpclmul'; do
            check "$cxx -std=$standard $flags: warnings" $cxx -std=$standard $flags $warnings -Werror \
                -fsyntax-only -I"$include" "$tests/scripts/use_headers.cc"
        done
    done
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
