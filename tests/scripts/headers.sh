#!/bin/sh
# headers.sh LIBRARY: the public headers under every language standard that is promised, with
# pedantic warnings as errors; each alone; and no longer than promised.
#
# Environment: CC and CXX are lists of compilers (default gcc, g++), srcdir; LIBRARY is the file
# that programs are linked with.
set -eu
library=${1:?headers.sh: expected the library to link with}
include=${srcdir:-.}/include
tests=${srcdir:-.}/tests
warnings='-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wcast-qual -Werror'
. "${srcdir:-.}/tests/scripts/counted.sh"

# use COMPILER STANDARD SOURCE: compiles, links and runs, plain, optimised and checking.
use() {
    case $1 in *clang*) comma=-Wcomma ;; *) comma= ;; esac
    for flags in -O0 -O2 '-O2 -DBMILL_DEBUG' '-O2 -DBMILL_NO_INLINE_BITS'; do
        name="$1 -std=$2 $flags"
        check "$name" $1 -std=$2 $flags $warnings $comma -I"$include" "$tests/scripts/$3" "$library" -o "$tmp/use"
        check "run: $name" "$tmp/use"
        rm -f "$tmp/use"
    done
}
for cc in ${CC:-gcc}; do
    for standard in c99 c11 c17 c2x; do use "$cc" $standard use_headers.c; done
done
for cxx in ${CXX:-g++}; do
    if ! command -v "$cxx" >/dev/null; then
        echo "skipped: C++ with $cxx: not installed"
        skipped=$((skipped + 1))
        continue
    fi
    for standard in c++11 c++14 c++17 c++20 c++2b; do use "$cxx" $standard use_headers.cc; done
done

# Each header alone, and twice.
for header in $(cd "$include" && find . -name '*.h' | sed 's|^\./||'); do
    printf '#include <%s>\n#include <%s>\nint main(void) { return 0; }\n' "$header" "$header" >"$tmp/one.c"
    for cc in ${CC:-gcc}; do
        check "$cc: $header alone" $cc -std=c11 $warnings -I"$include" -c "$tmp/one.c" -o "$tmp/one.o"
    done
done

# An int has no width worth guessing: it must not compile.
printf '#include <bitmill.h>\nint main(void) { return (int)bmill_popcount(6); }\n' >"$tmp/int.c"
for cc in ${CC:-gcc}; do
    check "$cc: a signed argument is refused" \
        sh -c "! $cc -std=c11 -I'$include' -c '$tmp/int.c' -o '$tmp/int.o'"
done

# A function of the bits layer is a function and no macro, whether or not it has inline code: its
# address is that of the library's in every file, a call through a pointer works, and a call with an
# argument too few is one error.
cat >"$tmp/file.c" <<'END'
#include <bitmill/bits.h>
typedef size_t count_function(const void *, size_t);
count_function *NAME(void);
count_function *NAME(void) { return bmill_bits_count; }
END
cat >"$tmp/main.c" <<'END'
#include <bitmill/bits.h>
typedef size_t count_function(const void *, size_t);
typedef void and_function(void *, const void *, const void *, size_t);
count_function *one(void);
count_function *two(void);
static count_function *const table[] = {bmill_bits_count};
static size_t apply(count_function *f, const void *bits, size_t nbits) { return f(bits, nbits); }
int main(void)
{
    unsigned char a[32], b[32];
    and_function *f = &bmill_bits_and;
    bmill_bits_set_range(a, 0, 256);
    bmill_bits_clear_range(b, 0, 256);
    if (one() != two() || one() != &bmill_bits_count || table[0] != one())
        return 1;
    f(b, a, a, 100);
    return !(apply(bmill_bits_count, b, 256) == 100 && (bmill_bits_count)(b, 64) == 64 &&
             table[0](b, 128) == 100 && bmill_bits_count(b, 128) == 100);
}
END
sed 's/NAME/one/' "$tmp/file.c" >"$tmp/one.c"
sed 's/NAME/two/' "$tmp/file.c" >"$tmp/two.c"
printf '#include <bitmill/bits.h>\nsize_t f(const void *a);\nsize_t f(const void *a) { return bmill_bits_and_count(a, a); }\n' >"$tmp/few.c"
for compiler in ${CC:-gcc} ${CXX:-g++}; do
    command -v "$compiler" >/dev/null || continue
    case $compiler in *++*) language='-x c++' ;; *) language= ;; esac
    for flags in -O0 -O1 -Og -O2 '-O2 -flto' '-O2 -DBMILL_DEBUG' '-O0 -DBMILL_DEBUG'; do
        check "$compiler $flags: addresses" sh -c "cd '$tmp' && for file in main one; do
            $compiler $language $flags $warnings -I'$include' -c \$file.c -o \$file.o || exit; done
            $compiler $language -DBMILL_NO_INLINE_BITS -I'$include' -c two.c -o two.o &&
            $compiler $flags main.o one.o two.o '$library' -o addresses"
        check "$compiler $flags: they are the library's" "$tmp/addresses"
        $compiler $language $flags -I"$include" -fsyntax-only "$tmp/few.c" >"$tmp/few" 2>&1 || true
        check "$compiler $flags: an argument too few is one error" test "$(grep -c 'error:' "$tmp/few")" -eq 1
    done
    $compiler $language -O2 -I"$include" -E -dM "$tmp/few.c" >"$tmp/macros"
    check "$compiler: no macro has the name of a function" sh -c "! grep '#define bmill_bits_' '$tmp/macros'"
done

# Each law is in the table that test_laws goes through.
grep -ho '^BMILL_LAWS_([a-z0-9_]*' "$include"/bitmill/learn/laws/*.h | sed 's/.*(//' | sort >"$tmp/laws"
grep -o ' LAW([a-z0-9_]*' "$tests/harness/laws.c" | sed 's/.*(//' | sort >"$tmp/tested"
check "each law is tested" diff "$tmp/laws" "$tmp/tested"

# At most 200 KB of code above <stdint.h>, and no intrinsics.
bytes() { printf '#include <%s>\n' "$1" | ${CC%% *} -O2 -I"$include" -E -P -x c - | wc -c; }
CC=${CC:-gcc}
count=$(($(bytes bitmill.h) - $(bytes stdint.h)))
echo "<bitmill.h> is $count preprocessed bytes above <stdint.h>"
check "at most 200 KB of preprocessed code" test "$count" -le 200000
check "no intrinsics" sh -c "! grep -rn '#include.*intrin' '$include'"

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
