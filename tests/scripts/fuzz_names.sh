#!/bin/sh
# fuzz_names.sh: the fuzzer tries every public function and macro of the bits layer, and nothing
# else: its table is compared with what the headers declare and what the library exports.
#
# Environment: CC is a compiler (default gcc), srcdir. Runs in the build directory.
set -eu
srcdir=${srcdir:-.}
passed=0 failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

tests/fuzz/replay --functions | grep -v '^bmill_law_' | sort >"$tmp/tried"

# The declared names: functions, also those that macros make, and loops. Names that end in _ are private.
(cd "$srcdir/include" && ls bitmill/bits.h bitmill/bits/*.h) | sed 's/.*/#include <&>/' >"$tmp/all.c"
{
    ${CC:-gcc} -std=c11 -DBMILL_NO_INLINE_BITS -I"$srcdir/include" -E -P "$tmp/all.c" |
        grep -oE '\bbmill_bits_[a-z0-9_]*[a-z0-9] *\(' | tr -d ' ('
    sed -n 's/^#define \(BMILL_FOR_EACH_[A-Z_]*[A-Z]\)(.*/\1/p' "$srcdir"/include/bitmill/bits/*.h
} | sort -u >"$tmp/declared"

# The exported names: of the archive, or of the shared library if there is no archive.
{
    nm -g --defined-only .libs/libbitmill.a 2>/dev/null || nm -D --defined-only .libs/libbitmill.so
} | awk '$2 == "T" { print $3 }' | grep '^bmill_bits_.*[^_]$' | sort -u >"$tmp/exported"

# each_is_tried WHAT FILE
each_is_tried() {
    while read -r name; do
        if grep -qx "$name" "$tmp/tried"; then
            passed=$((passed + 1))
        else
            echo "failed: $name: is $1, but the fuzzer does not try it"
            failed=$((failed + 1))
        fi
    done <"$2"
}
each_is_tried 'declared in the headers' "$tmp/declared"
each_is_tried 'exported by the library' "$tmp/exported"
for name in $(comm -23 "$tmp/tried" "$tmp/declared"); do
    echo "failed: $name: the fuzzer tries it, but no header declares it"
    failed=$((failed + 1))
done
for name in $(uniq -d "$tmp/tried"); do
    echo "failed: $name: is in the fuzzer's table twice"
    failed=$((failed + 1))
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 500 ]
