#!/bin/sh
# names.sh: tests/bits/null.c and tests/bits/surroundings.c call every public function of the
# bits layer. The functions are those that the preprocessed headers declare, the calls those that
# stand in the preprocessed programs, so that macros hide neither.
#
# Environment: CC, srcdir. Closes with "N passed, N failed, N skipped".
set -u
srcdir=${srcdir:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
passed=0 failed=0

headers=$(cd "$srcdir/include" && echo bitmill.h bitmill/bits/*.h)
preprocess() { ${CC:-cc} -E -DBMILL_NO_INLINE_BITS -I"$srcdir/include" -I"$srcdir/lib" "$@"; }
names() { grep -oE 'bmill_bits_[a-z0-9_]*[a-z0-9]\b *\(' | sed 's/ *($//' | sort -u; }

# Types and private names are no functions of the interface; names() drops names that end in _.
for header in $headers; do echo "#include <$header>"; done >"$work/all.c"
preprocess -P "$work/all.c" | names >"$work/declared"

# check PROGRAM EXCEPT...: the program calls all functions but those.
check() {
    program=$1
    shift
    # Only the text of the program itself, and of tables that it includes.
    preprocess -I"$srcdir/tests" -I"$srcdir/tests/plain_check" "$srcdir/tests/$program" |
        awk '/^# [0-9]+ "/ { ours = $3 !~ /include\/bitmill/ } ours' >"$work/text"
    # A function may also stand there as an argument of a macro, without parentheses.
    grep -oE 'bmill_bits_[a-z0-9_]*[a-z0-9]\b' "$work/text" | sort -u >"$work/called"
    for name in $(comm -23 "$work/declared" "$work/called"); do
        case " $* " in *" $name "*) continue ;; esac
        echo "failed: $program: $name is not called"
        failed=$((failed + 1))
    done
    for name in "$@"; do # an exception that is none any more
        grep -qx "$name" "$work/declared" && ! grep -qx "$name" "$work/called" && continue
        echo "failed: $program: $name need not be an exception"
        failed=$((failed + 1))
    done
    passed=$((passed + $(comm -12 "$work/declared" "$work/called" | wc -l)))
}

check bits/surroundings.c
# These always touch memory: one bit of it, or a matrix.
one_bit='is_set set clear flip modify test_and_set test_and_clear test_and_flip'
touching=$(for verb in $one_bit; do echo "bmill_bits_$verb bmill_bits_atomic_$verb"; done)
check bits/null.c $touching bmill_bits_transpose_8x8 bmill_bits_transpose_64x64

[ "$passed" -gt 500 ] || {
    echo "failed: only $passed calls were found, expected more than 500"
    failed=$((failed + 1))
}
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
