#!/bin/sh
# generic.sh: the spelling of the word layer that takes the width from the type: results have the
# type of the argument, other types are refused with one error each, and no result is dropped without
# a warning. Nothing is run; the verbs are found in the headers, so that none can be forgotten.
#
# Environment: CC and CXX are lists of compilers (default gcc, g++), srcdir. A compiler that is not
# installed is a skipped test.
set -eu
include=${srcdir:-.}/include
. "${srcdir:-.}/tests/scripts/counted.sh"

# ---- The verbs ----

# $tmp/verbs: a line "name result arguments" for each. The result is T, S (the signed type), or its
# name; X stands for the first argument or, with *, a pointer to it; T is another of its type.
cat "$include"/bitmill/word/*.h | awk '
    function type_of(parameter) {
        if (parameter == "state") return "true"
        if (parameter ~ /^(i|n|k|first|count|shift)$/) return "1u"
        return "T"
    }
    /^BMILL_FN [a-z0-9_]+ bmill_[a-z0-9_]+_u64\(/ {
        name = $3
        sub(/_u64\(.*/, "", name)
        result[name] = $2 == "uint64_t" ? "T" : $2 == "int64_t" ? "S" : $2
    }
    /^#define bmill_[a-z0-9_]+\(/ {
        line = $0
        if (line ~ /\\$/) { getline more; line = line more }
        if (line !~ /BMILL_GENERIC_(T_)?\(/) next
        name = line
        sub(/^#define /, "", name)
        parameters = name
        sub(/\(.*/, "", name)
        sub(/^[^(]*\(/, "", parameters)
        sub(/\).*/, "", parameters)
        n = split(parameters, parameter, ", ")
        pointer = line ~ /BMILL_GENERIC_T_\([a-z0-9_]+, \*\(x\)\)/
        arguments = pointer ? "*" : "X"
        for (i = 2; i <= n; i++)
            arguments = arguments ", " (name ~ /is_set_checked/ && i == 3 ? "state" : type_of(parameter[i]))
        print name, pointer ? "bool" : result[name], arguments
    }' >"$tmp/verbs"
count=$(grep -c . "$tmp/verbs")
check "all verbs are found: 89, not $count" test "$count" -eq 89
check "each has a result" sh -c "! awk 'NF < 3' '$tmp/verbs' | grep ."
# The C++ templates are of the same verbs, and so are those that refuse other types.
sed -n 's/^BMILL_FN\(_CHANGES\)*_T .* \(bmill_[a-z0-9_]*\)(.*/\2/p' "$include"/bitmill/word/*.h |
    sort >"$tmp/templates"
sed -n 's/^BMILL_REFUSED_(\(bmill_[a-z0-9_]*\), T.*/\1/p' "$include"/bitmill/word/*.h |
    sort >"$tmp/refusals"
cut -d' ' -f1 "$tmp/verbs" | sort >"$tmp/names"
check "the templates are those verbs" diff "$tmp/names" "$tmp/templates"
check "the verbs that refuse are those verbs" diff "$tmp/names" "$tmp/refusals"

# each_verb PROGRAM: what awk prints for each, with name, result and arguments; of(T, x) is the
# argument list for the type T, with x first.
each_verb() {
    awk "
        function of(type, x,    list) {
            list = arguments
            sub(/&/, \"\\\\\\\\&\", x) # which sub takes for what it found
        sub(/[X*]/, x, list)
            gsub(/T/, \"(\" type \")1\", list)
            return list
        }
        {
            name = \$1
            result = \$2
            arguments = \$0
            sub(/^[^ ]+ [^ ]+ /, \"\", arguments)
            pointer = arguments ~ /^\\*/
            $1
        }" "$tmp/verbs"
}

# ---- Types ----

types='
    count = split("char short int long long@long", types)
    for (i = 1; i <= count; i++) {
        T = types[i]
        sub(/@/, " ", T)
        S = (T == "char" ? "signed " : "") T
        T = "unsigned " T
        expected = result == "T" ? T : result == "S" ? S : result'
{
    echo '#include <bitmill/word.h>'
    each_verb "$types
        print \"#define T_IS(e) _Generic((e), \" expected \": 1, default: 0)\"
        if (pointer) print \"bool \" name \"_\" i \"(\" T \" *x, bool *state); bool \" name \"_\" i \"(\" T \" *x, bool *state) { (void)state; return \" name \"(\" of(T, \"x\") \"); }\"
        else print \"_Static_assert(T_IS(\" name \"(\" of(T, \"(\" T \")1\") \")), \\\"\" name \" of \" T \"\\\");\"
        print \"#undef T_IS\"
    }"
} >"$tmp/types.c"
{
    printf '#include <bitmill/word.h>\n#include <type_traits>\n'
    each_verb "$types
        if (pointer) print \"bool \" name \"_\" i \"(\" T \" *x, bool *state); bool \" name \"_\" i \"(\" T \" *x, bool *state) { (void)state; return \" name \"(\" of(T, \"x\") \"); }\"
        else print \"static_assert(std::is_same<decltype(\" name \"(\" of(T, \"(\" T \")1\") \")), \" expected \">::value, \\\"\" name \" of \" T \"\\\");\"
    }"
} >"$tmp/types.cc"
check "five types for each verb" test "$(grep -c 'bmill_.*1' "$tmp/types.c")" -eq $((5 * count))
for cc in ${CC:-gcc} i686-linux-gnu-gcc avr-gcc x86_64-w64-mingw32-gcc; do
    installed "$cc" || continue
    check "$cc: results have the type of the argument" \
        $cc -std=c11 -Wall -Wextra -Wconversion -Werror -fsyntax-only -I"$include" "$tmp/types.c"
done
for cxx in ${CXX:-g++}; do
    installed "$cxx" || continue
    for flags in '' -DBMILL_DEBUG; do
        check "$cxx $flags: results have the type of the argument" \
            $cxx -std=c++11 $flags -Wall -Wextra -Wconversion -Werror -fsyntax-only -I"$include" "$tmp/types.cc"
    done
done

# ---- Arguments that are refused ----

# One function a line, so that each error has its own line.
refused() {
    echo '#include <bitmill/word.h>'
    each_verb "
        count = split(\"int schar char boolean wide real small_sum\", kinds)
        for (i = 1; i <= count; i++) {
            T = kinds[i]
            print \"void \" name \"_\" T \"(\" T \" x, bool *state); void \" name \"_\" T \"(\" T \" x, bool *state) { (void)state; (void)\" name \"(\" of(\"unsigned\", (pointer ? \"&x\" : \"x\") (T == \"small_sum\" && !pointer ? \" << 1\" : \"\")) \"); }\"
        }" | sed '1i typedef signed char schar; typedef bool boolean; typedef unsigned __int128 wide; typedef double real; typedef uint8_t small_sum;'
}
refused | grep -v 'small_sum.*(&x' >"$tmp/refused.c"
cp "$tmp/refused.c" "$tmp/refused.cc"
lines=$(grep -c '^void' "$tmp/refused.c")
# each_line_fails NAME COMMAND...: with one error each, which says which argument is expected.
each_line_fails() {
    ! "$@" -fsyntax-only -w -I"$include" >"$tmp/errors" 2>&1 || return 1
    errors=$(grep -c 'error: ' "$tmp/errors")
    different=$(sed -n 's/.*refused\.cc*:\([0-9]*\):[0-9]*: .*/\1/p' "$tmp/errors" | sort -u | grep -c .)
    telling=$(grep -cE 'error: .*needs_?.an_?.unsigned_?.type' "$tmp/errors" || true)
    echo "$lines calls, $errors errors in $different lines, $telling of them say which argument is expected"
    [ "$errors" -eq "$lines" ] && [ "$different" -eq "$lines" ] && [ "$telling" -eq "$lines" ]
}
limit_of() { case $1 in *clang*) echo -ferror-limit=0 ;; *) echo -fmax-errors=0 ;; esac; }
for cc in ${CC:-gcc}; do
    installed "$cc" && check "$cc: $lines other arguments are one error each" \
        each_line_fails $cc -std=c11 $(limit_of "$cc") "$tmp/refused.c"
done
for cxx in ${CXX:-g++}; do
    installed "$cxx" && check "$cxx: $lines other arguments are one error each" \
        each_line_fails $cxx -std=c++11 $(limit_of "$cxx") "$tmp/refused.cc"
done

# ---- A wrong number of arguments ----

# One function a line again: no argument, one too few (where there are several), one too many.
{
    printf '#include <bitmill/%s.h>\n' word
    each_verb '
        list = of("unsigned", pointer ? "&x" : "x")
        split("none few many", kinds)
        for (i = 1; i <= 3; i++) {
            few = list
            sub(/,? ?[^,]*$/, "", few)
            if (i == 2 && few == "") continue
            arguments_of["none"] = ""
            arguments_of["few"] = few
            arguments_of["many"] = list ", 1u"
            print "unsigned long " name "_" kinds[i] "(unsigned x, bool *state); unsigned long " name "_" kinds[i] "(unsigned x, bool *state) { (void)x, (void)state; return " name "(" arguments_of[kinds[i]] "); }"
        }'
} >"$tmp/wrong.c"
cp "$tmp/wrong.c" "$tmp/wrong.cc"
wrong=$(grep -c '^unsigned' "$tmp/wrong.c")
check "more than 200 wrong calls, not $wrong" test "$wrong" -gt 200
# each_call_fails COMMAND...: with one error each, which leads to the line of the call.
each_call_fails() {
    ! "$@" -fsyntax-only -w -I"$include" >"$tmp/errors" 2>&1 || return 1
    errors=$(grep -c 'error: ' "$tmp/errors")
    different=$(sed -n 's/.*wrong\.cc*:\([0-9]*\):[0-9]*: .*/\1/p' "$tmp/errors" | sort -u | grep -c .)
    echo "$wrong calls, $errors errors in $different lines"
    [ "$errors" -eq "$wrong" ] && [ "$different" -eq "$wrong" ]
}
for cc in ${CC:-gcc}; do
    installed "$cc" && check "$cc: $wrong wrong numbers of arguments are one error each" \
        each_call_fails $cc -std=c11 $(limit_of "$cc") "$tmp/wrong.c"
done
for cxx in ${CXX:-g++}; do
    installed "$cxx" && check "$cxx: $wrong wrong numbers of arguments are one error each" \
        each_call_fails $cxx -std=c++11 $(limit_of "$cxx") "$tmp/wrong.cc"
done

# ---- The other arguments ----

# They are converted to the type of x, as generic.h says, so that they may have any other.
cat >"$tmp/others.c" <<'END'
#include <bitmill/word.h>
uint64_t others(uint8_t a, uint16_t b, uint32_t c, uint64_t d, int e);
uint64_t others(uint8_t a, uint16_t b, uint32_t c, uint64_t d, int e)
{
    return bmill_pext(d, c) + bmill_avg_floor(d, a) + bmill_mux(c, a, b) + bmill_set(d, a) +
           bmill_align_up(d, 8) + bmill_insert(d, 3, b, c) + bmill_sat_add(d, c) + bmill_rotl(c, b) +
           bmill_morton3(d, c, 1) + bmill_is_aligned(d, 64u) + bmill_modify(c, b, e);
}
END
cp "$tmp/others.c" "$tmp/others.cc"
for cc in ${CC:-gcc}; do
    installed "$cc" && check "$cc: other arguments are converted" \
        $cc -std=c11 -Wall -Wextra -Werror -fsyntax-only -I"$include" "$tmp/others.c"
done
for cxx in ${CXX:-g++}; do
    installed "$cxx" && check "$cxx: other arguments are converted" \
        $cxx -std=c++11 -Wall -Wextra -Werror -fsyntax-only -I"$include" "$tmp/others.cc"
done

# ---- Types that are accepted by one language or compiler only, as generic.h says ----

cat >"$tmp/kinds.c" <<'END'
#include <bitmill/word.h>
enum e { SIX = 6 };
struct s { unsigned narrow : 3, whole : 32; };
unsigned use(enum e x, struct s y);
unsigned use(enum e x, struct s y)
{
    (void)x, (void)y;
#ifdef ENUM
    return bmill_popcount(x);
#elif defined(NARROW)
    return bmill_popcount(y.narrow);
#else
    return bmill_popcount(y.whole);
#endif
}
END
cp "$tmp/kinds.c" "$tmp/kinds.cc"
# kind works|fails COMPILER FLAGS...
kind() {
    expected=$1
    shift
    if "$@" -fsyntax-only -I"$include" >"$tmp/errors" 2>&1; then [ "$expected" = works ]; else
        cat "$tmp/errors"
        [ "$expected" = fails ] && [ "$(grep -c 'error: ' "$tmp/errors")" -eq 1 ]
    fi
}
for cc in ${CC:-gcc}; do
    installed "$cc" || continue
    case $cc in *clang*) narrow=works ;; *) narrow=fails ;; esac
    check "$cc: an enumeration works" kind works $cc -std=c11 -DENUM "$tmp/kinds.c"
    check "$cc: a bit-field $narrow" kind $narrow $cc -std=c11 -DNARROW "$tmp/kinds.c"
    check "$cc: a bit-field as wide as its type works" kind works $cc -std=c11 "$tmp/kinds.c"
done
for cxx in ${CXX:-g++}; do
    installed "$cxx" || continue
    check "$cxx: an enumeration fails" kind fails $cxx -std=c++11 -DENUM "$tmp/kinds.cc"
    check "$cxx: a bit-field works" kind works $cxx -std=c++11 -DNARROW "$tmp/kinds.cc"
    check "$cxx: a bit-field as wide as its type works" kind works $cxx -std=c++11 "$tmp/kinds.cc"
done

# ---- Results that are dropped ----

# A statement a line: each verb, and each function with a width, of the variants too.
{
    printf '#include <bitmill/%s.h>\n' word learn/variants
    echo 'void drop(void); void drop(void) {'
    each_verb 'if (!pointer) print "    " name "(" of("unsigned", "6u") ");"'
    cat "$include"/bitmill/word/*.h "$include"/bitmill/learn/variants/*.h | sed -n \
        's/^BMILL_[A-Z]*INLINE[A-Z_]*\( BMILL_NODISCARD_\)\{0,1\} u*[bint0-9][a-z0-9_]* \(bmill_load_[a-z0-9_]*\)(.*/    \2("12345678"SIZE);/p; s/^BMILL_FN [a-z0-9_]* \(bmill_[a-z0-9]*[a-z0-9_]*_u[0-9]*\)(\([^*)]*\)).*/    \1(\2);/p' |
        sed 's/bmill_load_\([lb]e\)("12345678"SIZE)/bmill_load_\1("12345678", 8)/; s/SIZE//; s/\(uint[0-9]*_t\|unsigned\|bool\) [a-z]*/1/g' |
        grep -v '_by_builtin_'
    echo '}'
} >"$tmp/dropped.c"
cp "$tmp/dropped.c" "$tmp/dropped.cc"
statements=$(grep -c '^    bmill' "$tmp/dropped.c")
check "more than 300 statements, not $statements" test "$statements" -gt 300
warns() {
    "$@" -Wall -c -o "$tmp/dropped.o" -I"$include" >"$tmp/warnings" 2>&1 || { cat "$tmp/warnings" && return 1; }
    n=$(grep -cE 'warning: (ignoring return value|statement (has|with) no effect)' "$tmp/warnings")
    echo "$n of $statements"
    [ "$n" -eq "$statements" ]
}
for cc in ${CC:-gcc}; do
    installed "$cc" && check "$cc: $statements dropped results" warns $cc -std=c11 "$tmp/dropped.c"
done
for cxx in ${CXX:-g++}; do
    installed "$cxx" && check "$cxx: $statements dropped results" warns $cxx -std=c++11 "$tmp/dropped.cc"
done

# The same for the functions of the bits layer that only read, with fronts and without.
{
    printf '#include <bitmill/bits.h>\n'
    echo 'static unsigned char m[64]; void drop(void); void drop(void) {'
    cat "$include"/bitmill/bits/*.h | awk '
        /^BMILL_API BMILL_PURE / || /^BMILL_BITS_INLINE_ BMILL_NODISCARD_ / {
            line = $0
            while (line !~ /\)/) { getline more; sub(/^ +/, "", more); line = line " " more }
            sub(/\).*/, "", line)
            name = line
            sub(/\(.*/, "", name)
            sub(/.* /, "", name)
            sub(/.*\(/, "", line)
            gsub(/const void \*(const )?[a-z0-9_]+/, "m", line)
            gsub(/(size_t|unsigned) [a-z_]+/, "1", line)
            print "    " name "(" line ");"
        }'
    echo '}'
} >"$tmp/dropped.c"
cp "$tmp/dropped.c" "$tmp/dropped.cc"
statements=$(grep -c '^    bmill' "$tmp/dropped.c")
check "more than 60 functions of bitmaps only read, not $statements" test "$statements" -gt 60
for flags in -O0 '-O1 -DBMILL_DEBUG'; do
    for cc in ${CC:-gcc}; do
        installed "$cc" && check "$cc $flags: $statements dropped results" \
            warns $cc -std=c11 $flags "$tmp/dropped.c"
    done
    for cxx in ${CXX:-g++}; do
        installed "$cxx" && check "$cxx $flags: $statements dropped results" \
            warns $cxx -std=c++11 $flags "$tmp/dropped.cc"
    done
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
