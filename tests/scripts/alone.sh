#!/bin/sh
# alone.sh BUILD [--full]: each file of lib/ but the tables (.def) compiles by itself, as an editor
# opens it: its own #includes are all that it needs. Files that depend on the set of kernels are
# compiled for four sets, and by a second compiler for the smallest one; with --full, for every
# set by both. BUILD is a build directory, for its config.h and its flags.
#
# Environment: CC is a list of compilers (default gcc), srcdir. Closes with "N passed, N failed, N
# skipped".
set -u
build=${1:?alone.sh: expected a build directory}
full=${2-}
srcdir=${srcdir:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
skipped=0

# A header by itself uses none of its functions. Without optimisation, many of gcc's intrinsics are
# macros, and their conversions are warned about here.
export FLAGS="-std=c11 -O0 -fsyntax-only -Wall -Wextra -Wconversion -Wshadow -Wcast-qual -Werror
    -Wno-unused-function -Wno-unused-const-variable -I$srcdir/include -I$srcdir/lib -I$build -DBMILL_NO_CHECKS"
# NEON on another processor than AArch64: by the cross compiler, or by clang.
compiler_of() { # COMPILER SET
    case $2,$(uname -m),$1 in
    neon,aarch64,* | neon,*,*clang*) echo "$1" ;;
    neon,*) echo aarch64-linux-gnu-gcc ;;
    *) echo "$1" ;;
    esac
}
flags_of() { # the flags of a set, COMPILER
    case $1 in
    neon) case $(uname -m),$2 in aarch64,*) ;; *,*clang*) echo --target=aarch64-linux-gnu ;; esac ;;
    avx2*) sed -n 's/^AVX2_CFLAGS = //p' "$build/Makefile" ;;
    avx512) sed -n 's/^AVX512_CFLAGS = //p' "$build/Makefile" ;;
    esac
}
# The sets that a file is for.
sets_of() {
    case $1 in
    */simd/avx512* | */dispatch/avx512.c) echo avx512 ;;
    */simd/neon* | */dispatch/neon.c) echo neon ;;
    */dispatch/avx2_slow_pext.c) echo avx2_slow_pext ;;
    */simd/avx2* | */dispatch/avx2.c | */simd/w_bmi.h | */simd/x_sse.h) echo avx2 ;;
    */simd/decode_bytes.h) echo avx2 neon ;;
    */simd/vec128*) echo vec128 ;;
    */simd/words*) echo words ;;
    */dispatch/portable.c) echo portable ;;
    */kernels/* | */simd/*) [ -n "$full" ] && echo $every_set || echo $some_sets ;;
    *) echo none ;;
    esac
}
can_build() { # COMPILER SET
    case $2 in
    avx*) echo '#include <immintrin.h>' | $1 $FLAGS $(flags_of "$2" "$1") -xc - 2>/dev/null ;;
    neon) printf '#include <%s>\n' arm_neon.h string.h | $(compiler_of "$1" neon) $FLAGS $(flags_of neon "$1") -xc - 2>/dev/null ;;
    *) true ;;
    esac
}

# One line for each compilation: compiler, file, set, flags.
every_set='words vec128 neon avx2 avx2_slow_pext avx512'
some_sets='words neon avx2 avx512'
[ $(set -- ${CC:-gcc} && echo $#) -gt 1 ] || full=yes # no second compiler
for cc in ${CC:-gcc}; do
    for set in none words vec128 portable neon avx2 avx2_slow_pext avx512; do
        can_build "$cc" $set && echo "$set" && continue
        echo "skipped: $cc: the $set kernels: it cannot build them" >&3
        skipped=$((skipped + 1))
    done 3>&1 >"$work/sets"
    find "$srcdir/lib" -name '*.[ch]' | sort | while read -r file; do
        for set in $(sets_of "$file"); do
            grep -qx "$set" "$work/sets" && echo "$(compiler_of "$cc" $set) $file $set $(flags_of $set "$cc")" | sed "s| *$||"
        done
    done >>"$work/all"
    some_sets=vec128
done

cat >"$work/one.sh" <<'END'
cc=$1 file=$2 set=$3
shift 3
[ "$set" = none ] || set -- "$@" "-DBMILL_SET=$set"
if said=$($cc $FLAGS "$@" -xc "$file" 2>&1); then
    echo passed
else
    echo "failed: $cc: $file alone, set $set"
    printf '%s\n' "$said" | grep -E 'error|warning' | head -n 5
fi
END
xargs -P "$(nproc 2>/dev/null || echo 2)" -L 1 sh "$work/one.sh" <"$work/all" >"$work/log"
grep -v '^passed$' "$work/log"
passed=$(grep -c '^passed$' "$work/log")
failed=$(($(grep -c . "$work/all") - passed))
[ "$passed" -ge 50 ] || { echo "failed: only $passed compilations passed, expected 50 at least"; failed=$((failed + 1)); }
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
