#!/bin/sh
# forms.sh BUILD LIBRARY: the forms of the library other than the usual one.
#
# Small static programs: with -Wl,--gc-sections a program has only the kernels that it calls, of
# all sets, and still chooses at run time. LIBRARY is an installed libbitmill.a.
#
# One set of kernels, without dispatch (BMILL_ONE_ISA): lib/bitmill.c as one file for AVX2, all files one
# by one for any processor, and what `configure --with-isa=native` makes. Some of the tests that were
# built in the directory BUILD are linked with these and run.
#
# Environment: CC (default gcc), CHECK_LIBS (default: what pkg-config says), srcdir.
set -eu
build=$1 library=$2
srcdir=${srcdir:-.}
CC=${CC:-gcc}
CHECK_LIBS=${CHECK_LIBS:-$(pkg-config --libs check)}
passed=0 failed=0 skipped=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

ok() { # NAME COMMAND...
    name=$1
    shift
    if "$@" >"$tmp/log" 2>&1; then
        passed=$((passed + 1))
    else
        echo "failed: $name"
        sed 's/^/    /' "$tmp/log"
        failed=$((failed + 1))
    fi
}
skip() {
    echo "skipped: $1"
    skipped=$((skipped + 1))
}

# ---- Static programs ----

static_program() { # NAME, source on standard input
    cat >"$tmp/$1.c"
    "$CC" -O2 -static -Wl,--gc-sections -I"$srcdir/include" "$tmp/$1.c" "$library" -o "$tmp/$1"
}
text_bytes() { size "$1" | awk 'NR == 2 { print $1 }'; }
is_small() { # PROGRAM MOST
    empty=$(text_bytes "$tmp/empty") count=$(text_bytes "$tmp/$1")
    echo "text: $count bytes with one bmill_bits_count, $empty without: expected at most $2 more"
    [ "$((count - empty))" -le "$2" ]
}
# For count, each set of the library is there; for all other functions, none.
has_kernels_of_count() {
    nm "$library" | sed -n 's/.* \(bmill_[a-z0-9]*_count_kernel\)$/\1/p' | sort -u >"$tmp/expected"
    nm "$tmp/count" | sed -n 's/.* \(bmill_[a-z0-9]*_[a-z0-9_]*_kernel\)$/\1/p' | sort -u >"$tmp/found"
    [ -s "$tmp/expected" ] && cmp -s "$tmp/expected" "$tmp/found" && return
    diff "$tmp/expected" "$tmp/found" | head -n 10
    return 1
}
counts_by_each() {
    for isa in auto portable neon avx2 avx512 unknown; do
        BMILL_ISA=$isa "$tmp/count" || { echo "BMILL_ISA=$isa: wrong count"; return 1; }
    done
}

static_program empty <<'END'
int main(void) { return 0; }
END
cat >"$tmp/one_count.c" <<'END'
#include <bitmill/bits.h>
int main(int argc, char **argv)
{
    static unsigned char bits[1000];
    bits[999] = 3;
    return argc - 1 || bmill_bits_count(bits, 8 * sizeof bits - 7 + (size_t)(argc - 1)) != 1 || !argv;
}
END
static_program count <"$tmp/one_count.c"
ok 'static: one count takes little' is_small count 10240
ok 'static: the kernels of one function, of all sets' has_kernels_of_count
ok 'static: all sets count' counts_by_each

# ---- One set of kernels ----

sections='-ffunction-sections -fdata-sections'
flags="-std=gnu11 -O1 $sections -Wall -Wextra -Werror -I$srcdir/include -I$srcdir/lib"
avx2='-mavx2 -mbmi -mbmi2 -mlzcnt -mpopcnt'
tests='operations move values decode pack text'

one_file() { # NAME FLAGS...: lib/bitmill.c becomes an archive
    name=$1
    shift
    "$CC" $flags "$@" -c "$srcdir/lib/bitmill.c" -o "$tmp/$name.o" && ar rc "$tmp/$name.a" "$tmp/$name.o"
}
all_files() { # NAME FLAGS...
    name=$1
    shift
    mkdir "$tmp/$name"
    for file in "$srcdir"/lib/bits/*.c "$srcdir/lib/dispatch/one_isa.c" "$srcdir"/lib/kernels/*.c; do
        "$CC" $flags "$@" -DBMILL_ONE_ISA -DBMILL_NO_CHECKS -c "$file" \
            -o "$tmp/$name/$(basename "$file" .c).o" || return 1
    done
    ar rc "$tmp/$name.a" "$tmp/$name"/*.o
}
# The tests run on the one set that is there, which has the name expected. (LTO leaves no names.)
passes() { # NAME SET TEST
    "$CC" "$build/tests/bits/$3.o" "$build/tests/libharness.a" "$tmp/$1.a" $CHECK_LIBS -o "$tmp/test" &&
        ! nm "$tmp/test" | grep bmill_row_ && { [ "$2" = lto ] || nm "$tmp/test" | grep -q "bmill_$2_.*_kernel"; } &&
        BMILL_CASES=20 BMILL_FAILED_SEEDS=/dev/null BMILL_REQUIRE_ISA=all "$tmp/test"
}

# The same program as above, with this archive and without dispatch.
small_without_dispatch() { # NAME
    "$CC" -O2 -static -Wl,--gc-sections -I"$srcdir/include" "$tmp/one_count.c" "$tmp/$1.a" -o "$tmp/one_$1" &&
        "$tmp/one_$1" && is_small "one_$1" 4096
}

ok 'one set, all files: builds' all_files plain
ok 'one set, all files: one count takes little' small_without_dispatch plain
for test in $tests; do
    ok "one set, all files: $test" passes plain portable "$test"
done
if [ "$(uname -m)" != x86_64 ]; then
    skip 'one set, one file: AVX2 is for x86-64'
else
    ok 'one set, one file: builds' one_file avx2 $avx2
    if ! grep -qw avx2 /proc/cpuinfo 2>/dev/null; then
        skip 'one set, one file: this machine has no AVX2'
    else
        for test in $tests; do
            ok "one set, one file: $test" passes avx2 avx2 "$test"
        done
        ok 'one set, one file: one count takes little' small_without_dispatch avx2
    fi
fi

# ---- configure --with-isa ----

configured() { # ISA DIRECTORY
    "$srcdir/script/configure" "$2" -q --with-isa="$1" --enable-werror --disable-shared CC="$CC" CFLAGS='-O2 -flto'
}
refuses() { # ISA WHAT-IT-SAYS
    ! configured "$1" "$tmp/refused" >"$tmp/said" 2>&1 && cat "$tmp/said" &&
        grep -qF -- "--with-isa=$1: $2" "$tmp/said"
}
builds_native() {
    configured native "$tmp/native" && make -s -C "$tmp/native" libbitmill.la tests/dispatch/isa &&
        cp "$tmp/native/.libs/libbitmill.a" "$tmp/native.a"
}
# With LTO the kernel is a part of the program's own function: there is no call. That takes a program
# that is for the same processor.
is_inlined() {
    "$CC" -O2 -march=native -flto -static -Wl,--gc-sections -I"$srcdir/include" "$tmp/one_count.c" "$tmp/native.a" \
        -o "$tmp/inlined" && "$tmp/inlined" && ! nm "$tmp/inlined" | grep ' [tT] bmill_'
}
ok 'with-isa: an unknown name' refuses sse9 'expected native, avx512, avx2, neon, vec128 or words'
ok 'with-isa: native: builds' builds_native
if [ -s "$tmp/native.a" ]; then
    ok 'with-isa: native: the best set' env BMILL_FAILED_SEEDS=/dev/null "$tmp/native/tests/dispatch/isa"
    ok 'with-isa: native: operations' passes native lto operations
    ok 'with-isa: native: one count takes little' small_without_dispatch native
    ok 'with-isa: native: LTO inlines' is_inlined
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
