#!/bin/sh
# course_exercises.sh: the exercises of chapters 4 to 6 of docs/course. The files that readers begin with
# compile, and are found wrong; the solutions in tests/course are found right; and solutions that are
# spoilt in one place are found wrong for the reason that the spoilt place gives.
#
# Run from the build directory. Environment: BITMILL (default ./tools/bitmill), CC (gcc), srcdir.
set -eu
srcdir=${srcdir:-.}
bitmill=${BITMILL:-./tools/bitmill}
: "${CC:=gcc}"
passed=0 failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
exercises=$srcdir/docs/course/exercises
solutions=$srcdir/tests/course

variable() { sed -n "s/^$1 = //p" Makefile; } # of the build: how it compiles and links
link() { # FILE.c: compiled with the checker
    $CC -std=c11 -Wall -Wextra -Werror $(variable CFLAGS) -I"$srcdir/include" -I"$srcdir/lib" -c "$1" \
        -o "$tmp/mine.o" &&
        ./libtool --quiet --tag=CC --mode=link $CC $(variable CFLAGS) $(variable LDFLAGS) "$tmp/mine.o" \
            "$tmp/check_bitmaps.o" libbitmill.la -o "$tmp/check"
}

# result WHAT STATUS PATTERN: the exit status of the last trial and a line of its output.
result() {
    if [ "$status" -eq "$2" ] && grep -qE "$3" "$tmp/out"; then
        passed=$((passed + 1))
    else
        echo "failed: $1: exit status $status, expected $2 and a line '$3':"
        sed 's/^/    /' "$tmp/out"
        failed=$((failed + 1))
    fi
}
check() { # FILE.c
    status=0
    { link "$1" && "$tmp/check"; } >"$tmp/out" 2>&1 || status=$?
}
grade() { # ARGUMENT...
    status=0
    CC=${CC#ccache } "$bitmill" grade "$@" >"$tmp/out" 2>&1 || status=$?
}

# spoilt FILE OLD NEW PATTERN: the solution with NEW in the place of OLD, which is a text, not a pattern.
spoilt() {
    awk -v old="$2" -v new="$3" '{
        if (!done && (at = index($0, old))) {
            $0 = substr($0, 1, at - 1) new substr($0, at + length(old)); done = 1 }
        print } END { exit !done }' "$solutions/$1" >"$tmp/spoilt.c" || {
        echo "failed: $1: '$2' does not stand in it"
        failed=$((failed + 1))
        return
    }
    check "$tmp/spoilt.c"
    result "$1 with '$3' for '$2'" 1 "$4"
}

$CC -std=c11 -Wall -Wextra -Werror $(variable CFLAGS) -I"$srcdir/include" -c "$exercises/check_bitmaps.c" \
    -o "$tmp/check_bitmaps.o"
for name in 4-many-bits:3 5-sets:3 6-kernel:2; do
    number=${name#*:} name=${name%:*}
    check "$exercises/$name.c"
    result "exercises/$name.c" 1 "^0 of $number right"
    check "$solutions/$name.c"
    result "the solution of $name.c" 0 "^$number of $number right"
done
echo 'int nothing_here;' >"$tmp/empty.c"
check "$tmp/empty.c"
result 'a file without exercises' 2 'none of the exercises'

spoilt 4-many-bits.c ' & bmill_low_mask_u64((unsigned)nbits)' '' '^my_count: wrong for [1-7] bits?: the result'
# The chapter shows what this one prints.
sed -n '/forgets the mask of the tail/,/^\*\*4/p' "$srcdir/docs/course/4-many-bits.md" |
    sed -n '/^```text$/,/^```$/p' | sed '1d; $d' >"$tmp/shown"
head -n 3 "$tmp/out" >"$tmp/printed"
if [ -s "$tmp/shown" ] && diff "$tmp/shown" "$tmp/printed" >"$tmp/diff"; then
    passed=$((passed + 1))
else
    echo "failed: 4-many-bits.md: the message for a forgotten mask is not what is printed (>):"
    cat "$tmp/diff"
    failed=$((failed + 1))
fi
spoilt 4-many-bits.c 'bmill_load_le(p, (nbits + 7) / 8)' 'bmill_load_le_u64(p)' 'outside of the bitmap'
spoilt 4-many-bits.c 'return nbits > 0' 'return nbits > 7' '^my_count: wrong for [1-7] bits?'
spoilt 4-many-bits.c ' | (bmill_load_le(d, n) & ~mask)' '' 'changes bits of dst past nbits'
spoilt 4-many-bits.c '~bmill_load_le_u64(q)' 'bmill_load_le_u64(q)' '^my_andnot: wrong for [0-9]+ bits: dst is not'
spoilt 4-many-bits.c 'i + 64 <= nbits' 'i + 64 < nbits + 64' '^my_find_first_set: wrong for'
spoilt 5-sets.c 'either == 0 ? 1' 'either == 0 ? 0' '^my_jaccard: wrong for [0-9]+ bits?: the result is 0, expected 1'
spoilt 5-sets.c '> k' '>= k' '^my_select: wrong'
spoilt 5-sets.c 'dst[n++]' 'dst[++n]' '^my_decode: wrong for [0-9]+ bits?: the positions are not right'
spoilt 6-kernel.c '0xffu >>' '0x7fu >>' '^my_xor_count: wrong'
spoilt 6-kernel.c 'i + V_BYTES)' 'i)' '^my_equal: wrong'
spoilt 6-kernel.c 'nbits / 8 / V_BYTES' '(nbits + 7) / 8 / V_BYTES' '^my_xor_count: wrong'

for name in 4-word 5-word; do
    grade "$exercises/$name.c"
    result "grade exercises/$name.c" 1 '^total +0 of 2'
done
grade "$solutions/5-word.c"
result 'grade the solution of 5-word.c' 0 '^total +2 of 2'
grade --forbid loop,if,call --max 14 --function popcount_u64 "$solutions/4-word.c"
result 'the rules for popcount_u64' 0 '^total +1 of 1'
grade --forbid loop,call --function low_mask_u64 "$solutions/4-word.c"
result 'the rules for low_mask_u64' 0 '^total +1 of 1'

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
