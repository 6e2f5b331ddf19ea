#!/bin/sh
# test_docs.sh: every name of bitmill that docs/*.md mentions is in the headers.
#
# A name may be a pattern: bmill_clz_uN is all four of bmill_clz_u8 to _u64; <verb> or * stands for
# letters, digits and underscores, and one name at least must fit. A name without a width may be the
# generic spelling, or that of a variable of the environment, which the library or the tests read.
#
# Environment: CC is a compiler (default gcc), srcdir.
set -eu
srcdir=${srcdir:-.}
passed=0 failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# What the headers define: functions and types, which macros may have made, macros, and what they
# ask to be defined.
(cd "$srcdir/include" && find . -name '*.h' | sort) | sed 's|^\./\(.*\)|#include <\1>|' >"$tmp/all.c"
{
    ${CC:-gcc} -std=c11 -I"$srcdir/include" -E -P "$tmp/all.c"
    ${CC:-gcc} -std=c11 -I"$srcdir/include" -E -dM "$tmp/all.c" | sed 's/^#define \([A-Za-z0-9_]*\).*/\1/'
    find "$srcdir/include" -name '*.h' -exec grep -hE '^#(if|elif)' {} +
    find "$srcdir/lib" "$srcdir/tests" -name '*.c' -exec grep -ho 'getenv("BMILL_[A-Z_]*")' {} +
} >"$tmp/code"
grep -oE '\b(bmill|BMILL)_[A-Za-z0-9_]+' "$tmp/code" | sort -u >"$tmp/names"

# missing NAME: prints which of the spellings that the name stands for the headers do not have.
missing() {
    case $1 in
    *_uN*) spellings=$(for bits in 8 16 32 64; do echo "$1" | sed "s/_uN/_u$bits/g"; done) ;;
    *) spellings=$1 ;;
    esac
    echo "$spellings" | while read -r spelling; do
        form=$(echo "$spelling" | sed 's/<[a-z]*>/[A-Za-z0-9_]+/g; s/\*/[A-Za-z0-9_]*/g')
        grep -qxE "$form" "$tmp/names" || echo "$spelling"
    done
}

for page in "$srcdir"/docs/*.md; do
    grep -oE '\b(bmill|BMILL)_[A-Za-z0-9_<>*]+' "$page" | sort -u >"$tmp/mentioned" || continue
    while read -r name; do
        absent=$(missing "$name")
        if [ -z "$absent" ]; then
            passed=$((passed + 1))
        else
            echo "failed: $(basename "$page"): $name: there is no" $absent
            failed=$((failed + 1))
        fi
    done <"$tmp/mentioned"
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
