#!/bin/sh
# course_operation.sh [--full]: chapter 6 of docs/course adds an operation to the sources, as blocks of
# diffs. They are applied to a copy: each must fit where it says, without fuzz. The copy's headers must
# compile, and the program of the chapter must print what the chapter says.
#
# --full builds the copy, with the portable kernels only, and runs the tests of operations. They must
# pass, and fail for the mistake that the chapter plants and for one in the front; the names must be the
# ones that script/names makes. A minute of processor time.
#
# Environment: CC (gcc), srcdir. Closes with "N passed, N failed, N skipped".
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
: "${CC:=gcc}"
full=
case ${1-} in
'') ;;
--full) full=yes ;;
*)
    echo "course_operation.sh: unknown argument '$1': expected --full or nothing" >&2
    exit 2
    ;;
esac
chapter=$srcdir/docs/course/6-kernel.md
. "$srcdir/tests/scripts/counted.sh"
copy=$tmp/copy

# ---- The blocks ----

# Block number N of the diffs, and how many there are; the text after "It prints".
diff_block() {
    awk -v wanted="$1" '/^```diff$/ { n++; inside = 1; next } /^```$/ { inside = 0 }
        inside && n == wanted' "$chapter"
}
blocks=$(grep -c '^```diff$' "$chapter" || true)
awk '/^It prints$/ { seen = 1 } seen && /^```$/ { exit } inside { print } seen && /^```text$/ { inside = 1 }' \
    "$chapter" >"$tmp/expected"

if [ -n "$full" ]; then
    "$srcdir/script/export" "$copy"
else
    mkdir "$copy" "$copy/lib"
    cp -RL "$srcdir/include" "$copy"
    cp -RL "$srcdir/lib/bits" "$srcdir/lib/tables" "$srcdir/lib/names.h" "$copy/lib"
    chmod -R u+w "$copy"
fi

# By the tool that is there. git takes no fuzz, and does not mind where it is.
apply() { # N
    diff_block "$1" >"$tmp/block"
    grep -q '^@@' "$tmp/block" || return 1
    if command -v patch >/dev/null; then
        (cd "$copy" && patch -p1 --fuzz=0 --no-backup-if-mismatch <"$tmp/block")
    else
        (cd "$copy" && GIT_CEILING_DIRECTORIES="$tmp" git apply "$tmp/block")
    fi
}
n=1
while [ $n -le "$blocks" ]; do
    file=$(diff_block $n | sed -n '2s/+++ b.//p')
    check "6-kernel.md: diff $n of $blocks does not fit $file" apply $n
    n=$((n + 1))
done
check "6-kernel.md: $blocks diffs, expected at least 6" test "$blocks" -ge 6

# ---- The program, which needs no library: its sizes are constants ----

prints() { # ARGUMENT...: compiled with these, it prints what the chapter says
    (cd "$copy" && $CC -std=c11 -Wall -Wextra -Werror -O2 -Iinclude shifts.c -o "$tmp/shifts" "$@") &&
        "$tmp/shifts" >"$tmp/printed" && [ -s "$tmp/expected" ] && diff "$tmp/expected" "$tmp/printed"
}
check 'the program of the chapter, by the front' prints

# ---- The tests of operations ----

build=$tmp/build
# runs TEST: built with the portable kernels, and right.
runs() {
    make -s -C "$build" "$1" && BMILL_FAILED_SEEDS=/dev/null "$build/$1"
}
# fails TEST OLD NEW FILE PATTERN: with NEW for OLD in one line of FILE it fails, and says PATTERN.
fails() {
    cp "$copy/$4" "$tmp/kept"
    sed "/complementary/,\$ s/$2/$3/" "$tmp/kept" >"$copy/$4"
    if cmp -s "$copy/$4" "$tmp/kept"; then
        echo "$4 has no '$2'"
        return 1
    fi
    make -s -C "$build" "$1" && ! BMILL_FAILED_SEEDS=/dev/null "$build/$1" >"$tmp/test" 2>&1
    status=$?
    cp "$tmp/kept" "$copy/$4"
    cat "$tmp/test"
    [ $status -eq 0 ] && grep -q "$5" "$tmp/test"
}
with_library() { make -s -C "$build" libbitmill.la && prints "$@" "$build/.libs/libbitmill.a"; }
names_are_made() { (cd "$copy" && script/names >"$tmp/names.h" && diff lib/names.h "$tmp/names.h"); }

if [ -n "$full" ]; then
    check 'configure' "$copy/script/configure" "$build" -q --enable-werror --disable-shared --disable-avx2 \
        --disable-avx512 CC="$CC" CFLAGS=-O1
    for program in operations inline overrun; do
        check "tests/bits/$program" runs tests/bits/$program
    done
    check 'the program of the chapter, by the library' with_library -DBMILL_NO_INLINE_BITS
    check 'tests/scripts/names.sh' env srcdir="$copy" "$copy/tests/scripts/names.sh"
    if command -v "${CTAGS:-ctags}" >/dev/null && [ "$(uname -m)" = x86_64 ]; then
        check 'lib/names.h is what script/names makes' names_are_made
    else
        echo 'skipped: lib/names.h is what script/names makes: needs ctags and x86-64'
        skipped=$((skipped + 1))
    fi
    check 'xor for xnor in the row is noticed' \
        fails tests/bits/operations xnor, 'xor, ' lib/tables/ops.def complementary
    check 'XOR for XNOR in the front is noticed' \
        fails tests/bits/inline SMALL_XNOR_ SMALL_XOR_ include/bitmill/bits/test.h complementary
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
