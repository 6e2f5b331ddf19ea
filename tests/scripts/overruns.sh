#!/bin/sh
# overruns.sh LIBRARY: tests of the checks of bitmill/bits/check.h that are not in make check: each
# function under AddressSanitizer of each compiler, and with arrays at -O0; no function and no pointer
# is without a case; files with different checks in one program; language standards.
#
# Environment: CC and CXX are lists of compilers (default gcc, g++), srcdir; LIBRARY is the archive
# that programs are linked with. Closes with "N passed, N failed, N skipped".
set -eu
library=${1:?overruns.sh: expected the library to link with}
include=${srcdir:-.}/include
tests=${srcdir:-.}/tests
tables=${srcdir:-.}/lib # for lib/tables
. "${srcdir:-.}/tests/scripts/counted.sh"

# ---- Each function, each pointer: in the background, one build after the other, while the rest of
# this file runs. ----

# The compilers see some of the overruns themselves, and would warn.
build='-g -Wall -Wextra -Werror -Wno-array-bounds'
# start NUMBER COMPILER FLAGS
start() {
    n=$1
    shift
    case $1 in *gcc*) set -- "$@" -Wno-stringop-overflow ;; esac
    echo "$*" >"$tmp/overrun$n.name"
    { "$@" $build -I"$include" -I"$tables" "$tests/bits/overrun.c" "$library" -o "$tmp/overrun$n" &&
        "$tmp/overrun$n"; } >"$tmp/overrun$n.log" 2>&1 || true
}
# Adds up their counts.
finish() {
    for log in "$tmp"/overrun*.log; do
        name=$(cat "${log%.log}.name")
        set -- $(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$log" | tail -n 1)
        if [ $# -eq 6 ]; then
            grep -A2 '^failed: ' "$log" | head -30 | sed "s|^failed: |failed: $name: |" || true
            grep '^skipped: ' "$log" | sed "s|^skipped: |skipped: $name: |" || true
            passed=$((passed + $1)) failed=$((failed + $3)) skipped=$((skipped + $5))
        else
            failed=$((failed + 1))
            echo "failed: $name: has no closing line:"
            tail -n 20 "$log" | sed 's/^/    /'
        fi
        rm "$log"
    done
}
each_function() {
    number=0
    for cc in ${CC:-gcc}; do
        for flags in -fsanitize=address '-fsanitize=address -O2' '-DARRAYS -DSHORT=1' \
            '-DARRAYS -DSHORT=2'; do
            case $cc$flags in clang*-O2) continue ;; esac # as in make check with sanitizers
            number=$((number + 1))
            start $number "$cc" $flags
        done
    done
}
each_function &

# ---- No function is forgotten: the functions that the headers declare or define, and the number of
# their pointers, against the cases; and the symbols of the library. ----

first=$(set -- ${CC:-gcc} && echo "$1")
for header in $(cd "$include" && find bitmill/bits bitmill/bits.h -name '*.h'); do
    echo "#include <$header>"
done >"$tmp/all.c"
"$first" -E -P -I"$include" "$tmp/all.c" | tr '\n' ' ' |
    grep -oE '[{};] *[A-Za-z_][A-Za-z0-9_ ()"*]* \**bmill_bits_[a-z0-9_]*[a-z0-9] ?\([^()]*\)' |
    sed -E 's/.*[ *](bmill_bits_[a-z0-9_]*) ?\(/\1 (/' |
    awk '{ name = $1; sub(/^[^(]*\(/, ""); n = split($0, parameter, ","); stars = 0
           for (i = 1; i <= n; i++) stars += parameter[i] ~ /\*/
           if (stars > 0) print name, stars }' | sort -u >"$tmp/declared"
"$first" -I"$include" -I"$tables" "$tests/bits/overrun.c" "$library" -o "$tmp/list"
"$tmp/list" --list | sort -u >"$tmp/tested"
check 'each function and each pointer has a case' diff "$tmp/declared" "$tmp/tested"
nm -g --defined-only "$library" | awk '$2 == "T" { print $3 }' |
    grep -E '^bmill_bits_.*[a-z0-9]$' | sort -u >"$tmp/exported"
cut -d ' ' -f 1 "$tmp/declared" >"$tmp/names"
check 'each exported function has a case' test -z "$(comm -23 "$tmp/exported" "$tmp/names")"
check 'there are functions' test "$(grep -c . "$tmp/exported")" -gt 200

# ---- One program of parts with different checks. ----

# said NAME TEXT COMMAND...: the command fails, and says the text.
said() {
    name=$1 text=$2
    shift 2
    if "$@" >"$tmp/log" 2>&1; then
        failed=$((failed + 1))
        echo "failed: $name: it should have ended with: $text"
    elif grep -qF "$text" "$tmp/log"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name: expected '$text', got:"
        head -20 "$tmp/log" | sed "s/^/    /"
    fi
}
overrun='bitmill: bmill_bits_count: bits has 100 of the 200 bytes that 1600 bits take'
# part NUMBER FLAGS, and parts COMPILER FLAGS: C++ if the name of the compiler says so. ASan is for
# part 3 alone.
part() {
    n=$1
    shift
    $compile "$@" -DPART=$n $warn -I"$include" -c "$tests/bits/overrun_parts.c" -o "$tmp/$n.o"
}
build_parts() {
    part 1 -DBMILL_DEBUG $plain && part 2 $plain && part 3 -DBMILL_DEBUG $flags &&
        $link $flags "$tmp/1.o" "$tmp/2.o" "$tmp/3.o" "$library" -o "$tmp/parts"
}
parts() {
    name="parts: $*" compile=$1 link=$1
    case $1 in *++*) compile="$1 -x c++" ;; esac
    shift
    flags=$* plain=$(echo "$*" | sed 's/-fsanitize=address//')
    if ! build_parts >"$tmp/log" 2>&1; then
        failed=$((failed + 1))
        echo "failed: $name: does not build:"
        head -20 "$tmp/log" | sed 's/^/    /'
        return
    fi
    title=$name
    check "$title" "$tmp/parts"
    said "$title: overrun" "$overrun" "$tmp/parts" overrun
    case $flags in *address*)
        said "$title: overrun, ASan" 'stack-buffer-overflow' "$tmp/parts" overrun
        said "$title: freed" 'heap-use-after-free' "$tmp/parts" freed
        said "$title: freed, ours" 'bits has 0 of the 100 bytes that 800 bits take' "$tmp/parts" freed
        ;;
    esac
}
warn='-Wall -Wextra -Wpedantic -Werror -Wno-unknown-warning-option -Wno-array-bounds
    -Wno-stringop-overflow -Wno-stringop-overread'
for compiler in ${CC:-gcc} ${CXX:-g++}; do
    case $compiler in
    clang*) set -- -O0 '-O1 -fsanitize=address' ;;
    *) set -- -O0 -Og '-O2 -flto' '-O1 -fsanitize=address' ;;
    esac
    for one; do parts "$compiler" $one; done
done

# ---- Without checks a program contains no trace of them. ----

for cc in ${CC:-gcc}; do
    "$cc" -O2 -I"$include" -c "$tests/scripts/use_headers.c" -o "$tmp/plain.o"
    "$cc" -O2 -I"$include" -DBMILL_NO_CHECKS -c "$tests/scripts/use_headers.c" -o "$tmp/without.o"
    check "$cc: no cost" cmp "$tmp/plain.o" "$tmp/without.o"
    check "$cc: no trace" sh -c "! nm '$tmp/plain.o' | grep -E 'check|unchecked|overrun|stderr|asan'"
    "$cc" -O2 -fsanitize=address -I"$include" -DBMILL_DEBUG -DBMILL_NO_CHECKS -c "$tests/scripts/use_headers.c" -o "$tmp/without.o"
    check "$cc: BMILL_NO_CHECKS" sh -c "! nm '$tmp/without.o' | grep -E 'bmill_check|overrun|region_is'"
done

# ---- Language standards, with checks. ----

pedantic='-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wcast-qual -Wredundant-decls -Wmissing-declarations -Werror'
standards() {
    for flags in -DBMILL_DEBUG -fsanitize=address; do
        check "$1 -std=$2 $flags" $1 -std=$2 $flags $pedantic -I"$include" -fsyntax-only "$tests/scripts/$3"
    done
}
for cc in ${CC:-gcc}; do
    for standard in c99 c17 c2x; do standards "$cc" $standard use_headers.c; done
done
for cxx in ${CXX:-g++}; do
    for standard in c++11 c++17 c++2b; do standards "$cxx" $standard use_headers.cc; done
done
# Each header alone, and twice.
for header in $(cd "$include" && find bitmill/bits bitmill/bits.h -name '*.h'); do
    printf '#include <%s>\n#include <%s>\nint main(void) { return 0; }\n' "$header" "$header" >"$tmp/one.c"
    for cc in ${CC:-gcc}; do
        check "$cc: $header alone" "$cc" -std=c11 -DBMILL_DEBUG $pedantic -I"$include" -fsyntax-only "$tmp/one.c"
    done
done

wait
finish
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
