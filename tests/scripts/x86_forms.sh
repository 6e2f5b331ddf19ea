#!/bin/sh
# x86_forms.sh: which helpers of the word layer are instructions of x86-64, and when not.
#
# The results of both forms are equal, so the other tests pass if the instruction is never used. Here
# each helper is compiled alone, and its assembly code must contain the instruction with -mbmi2 or
# -mpclmul, and must not where BMILL_SLOW_PEXT, BMILL_NO_BUILTINS or an old AMD processor forbid it.
# C++ must still be able to evaluate the helpers at compile time with these flags.
#
# Environment: CC (default gcc), CXX (none: the part about C++ is skipped), srcdir.
set -eu
srcdir=${srcdir:-.}
CC=${CC:-gcc}
passed=0 failed=0 skipped=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

finish() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}
$CC -E -dM -x c /dev/null >"$tmp/macros"
if ! grep -q '__x86_64__ 1' "$tmp/macros"; then
    echo "skipped: x86 forms: $CC does not compile for x86-64"
    echo '0 passed, 0 failed, 1 skipped'
    exit 77
fi

# Each function: its name, which is no part of an instruction's, the result, parameters, expression.
cat >"$tmp/functions" <<'END'
gather32 uint32_t (uint32_t a, uint32_t b) bmill_pext_u32(a, b)
gather64 uint64_t (uint64_t a, uint64_t b) bmill_pext_u64(a, b)
scatter32 uint32_t (uint32_t a, uint32_t b) bmill_pdep_u32(a, b)
scatter64 uint64_t (uint64_t a, uint64_t b) bmill_pdep_u64(a, b)
nth64 unsigned (uint64_t a, unsigned b) bmill_select_u64(a, b)
product64 uint64_t (uint64_t a, uint64_t b) bmill_clmul_u64(a, b)
END
{
    echo '#include <bitmill/word.h>'
    sed 's/^\([a-z0-9]*\) \([a-z0-9_]*\) \(([^)]*)\) \(.*\)/\2 \1\3;\n\2 \1\3 { return \4; }/' \
        "$tmp/functions"
} >"$tmp/forms.c"

# body FUNCTION: its instructions.
body() { sed -n "/^$1:/,/^[[:space:]]*\.size[[:space:]]*$1,/p" "$tmp/forms.s"; }

# forms WANTED FLAGS FUNCTION=INSTRUCTION...: with these flags each function has, or has not, the
# instruction.
forms() {
    wanted=$1 flags=$2
    shift 2
    $CC -std=c11 -O1 -I"$srcdir/include" $flags -S "$tmp/forms.c" -o "$tmp/forms.s"
    for form; do
        found=no
        ! body "${form%=*}" | grep -q "[[:space:]]v*${form#*=}" || found=yes
        if [ "$found" = "$wanted" ] && body "${form%=*}" | grep -q ret; then
            passed=$((passed + 1))
        else
            echo "failed: ${form%=*} with $flags: ${form#*=}: expected $wanted, found $found"
            failed=$((failed + 1))
        fi
    done
}

by_mask='gather32=pext gather64=pext scatter32=pdep scatter64=pdep nth64=pdep'
forms yes '-mbmi2 -mpclmul' $by_mask product64=pclmul
forms no '-mbmi2 -mpclmul -DBMILL_SLOW_PEXT' $by_mask
forms yes '-mbmi2 -mpclmul -DBMILL_SLOW_PEXT' product64=pclmul
forms no '-mbmi2 -mpclmul -DBMILL_NO_BUILTINS' $by_mask product64=pclmul
for processor in bdver4 znver1 znver2; do
    forms no "-march=$processor" $by_mask
done
forms yes -march=znver3 $by_mask product64=pclmul
forms no -march=x86-64 $by_mask product64=pclmul

: >"$tmp/empty.cc"
if ! ${CXX:-false} -fsyntax-only "$tmp/empty.cc" 2>/dev/null; then
    echo "skipped: x86 forms at compile time: CXX is '${CXX-}', which compiles no C++"
    skipped=$((skipped + 1))
    finish
fi
cat >"$tmp/constant.cc" <<'END'
#include <bitmill/word.h>
static_assert(bmill_pext_u32(0xa5a50000u, 0xf0f00000u) == 0xaau, "pext");
static_assert(bmill_pext_u64(UINT64_C(0xa500000000000001), UINT64_C(0xf000000000000001)) == 21, "pext");
static_assert(bmill_pdep_u32(5u, 0x80000101u) == 0x80000001u, "pdep");
static_assert(bmill_pdep_u64(5u, UINT64_C(0x8000000000000101)) == UINT64_C(0x8000000000000001), "pdep");
static_assert(bmill_select_u64(UINT64_C(0x8000000000000001), 1) == 63, "select");
static_assert(bmill_clmul_u64(UINT64_C(0x8000000000000003), 3) == UINT64_C(0x8000000000000005), "clmul");
END
for flags in '-mbmi2 -mpclmul' '-mbmi2 -mpclmul -DBMILL_SLOW_PEXT' -DBMILL_NO_BUILTINS; do
    if $CXX -std=c++14 -I"$srcdir/include" $flags -fsyntax-only "$tmp/constant.cc" 2>"$tmp/errors"; then
        passed=$((passed + 1))
    else
        echo "failed: C++ cannot evaluate the helpers at compile time with $flags: $(cat "$tmp/errors")"
        failed=$((failed + 1))
    fi
done
finish
