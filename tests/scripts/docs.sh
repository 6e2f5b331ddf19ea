#!/bin/sh
# docs.sh: the documents are true. Every name of bitmill that they mention is in the headers;
# every file that they name exists; and each step of the walks in docs/design.md finds its line. The
# code and the commands in them are for documents.sh.
# A name may be a pattern: bmill_clz_uN is all four of bmill_clz_u8 to _u64; <verb> or * stands for
# letters, digits and underscores, bmill_bits_ for a beginning, and at least one name must fit. A name
# without a width may be the generic spelling, or a variable of the environment that the library or the
# tests read.
#
# Environment: CC is a compiler (default gcc), srcdir.
set -eu
srcdir=${srcdir:-.}
passed=0 failed=0 skipped=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# The names that the headers define (functions and types, also those that macros make, and macros) or
# ask the user to define, and the macros of the library.
(cd "$srcdir/include" && find . -name '*.h' | sort) | sed 's|^\./\(.*\)|#include <\1>|' >"$tmp/all.c"
{
    ${CC:-gcc} -std=c11 -I"$srcdir/include" -E -P "$tmp/all.c"
    ${CC:-gcc} -std=c11 -I"$srcdir/include" -E -dM "$tmp/all.c" | sed 's/^#define \([A-Za-z0-9_]*\).*/\1/'
    find "$srcdir/include" -name '*.h' -exec grep -hE '^#(if|elif)' {} +
    find "$srcdir/lib" "$srcdir/tests" -name '*.c' -exec grep -ho 'getenv("BMILL_[A-Z_]*")' {} +
    find "$srcdir/lib" "$srcdir/configure.ac" -type f -exec grep -hoE '\bBMILL_[A-Za-z0-9_]+' {} +
} >"$tmp/code"
grep -oE '\b(bmill|BMILL)_[A-Za-z0-9_]+' "$tmp/code" | sort -u >"$tmp/names"

# Reads lines "PAGE NAME"; prints a line "failed: ..." for each name that has a spelling which the
# headers do not have, and a line "passed" for each of the others.
look_up() {
    awk -v names="$tmp/names" '
        function known(spelling,    name) {
            if (spelling !~ /[<*]|_$/)
                return spelling in public
            gsub(/<[a-z]*>/, "[A-Za-z0-9_]+", spelling)
            gsub(/\*/, "[A-Za-z0-9_]*", spelling)
            sub(/_$/, "_[A-Za-z0-9_]*", spelling)
            for (name in public)
                if (name ~ "^(" spelling ")$")
                    return 1
            return 0
        }
        BEGIN { while ((getline name <names) > 0) public[name] }
        {
            absent = ""
            for (width = 8; width <= 64; width *= 2) {
                spelling = $2
                if (!gsub(/_uN/, "_u" width, spelling))
                    width = 64
                if (!known(spelling))
                    absent = absent " " spelling
            }
            print absent == "" ? "passed" : "failed: " $1 ": " $2 ": there is no" absent
        }'
}

pages=$(cd "$srcdir" && ls README.md CONTRIBUTING.md docs/*.md docs/course/*.md)
for page in $pages; do
    grep -oE '\b(bmill|BMILL)_[A-Za-z0-9_<>*]+' "$srcdir/$page" | sort -u | sed "s|^|$page |"
done | look_up >"$tmp/looked_up"
grep '^failed' "$tmp/looked_up" || true
passed=$(grep -c '^passed' "$tmp/looked_up" || true)
failed=$(grep -c '^failed' "$tmp/looked_up" || true)

# ---- Files ----

# exists PATH: PATH from the top of the sources, a program by the name of its source. A pattern with
# <topic> or * must fit at least one name.
exists() {
    for found in $(cd "$srcdir" && echo $(echo "$1" | sed 's/<[a-z]*>/*/g')); do
        for suffix in '' .c .sh; do [ -e "$srcdir/$found$suffix" ] && return 0; done
    done
    return 1
}
check_file() {
    if exists "$2"; then
        passed=$((passed + 1))
    else
        echo "failed: $1: there is no file $2"
        failed=$((failed + 1))
    fi
}
# {a,b} stands for several: one line each.
each() { awk '{ if (match($0, /\{[^}]*\}/)) { n = split(substr($0, RSTART + 1, RLENGTH - 2), names, ",")
    for (i = 1; i <= n; i++) print substr($0, 1, RSTART - 1) names[i] substr($0, RSTART + RLENGTH)
    } else print }'; }
for page in $pages; do
    # Links within the tree, relative to the page.
    grep -oE '\]\([^)#:]+\)' "$srcdir/$page" | sed "s|^](\(.*\))|$(dirname "$page")/\1|" >"$tmp/files"
    # Files of the sources, not those that a build makes.
    grep -oE '`(bench|docs|examples|include|lib|script|tests|tools)/[^` ]+`' "$srcdir/$page" | tr -d '`' |
        grep -vE '^(docs/(html|man)|tests/failed-seeds)' | each >>"$tmp/files"
    while read -r file; do check_file "$page" "$file"; done <"$tmp/files"
done

# ---- Walks: in docs/design.md, rows "| `text` | `file` | ..." of a table ----

sed -n '/^## From a name/,$s/^| `\([^`]*\)` | `\([^`]*\)` |.*/\2 \1/p' "$srcdir/docs/design.md" >"$tmp/walks"
while read -r file text; do
    if grep -qF -- "$text" "$srcdir/$file"; then
        passed=$((passed + 1))
    else
        echo "failed: docs/design.md: '$text' is not in $file"
        failed=$((failed + 1))
    fi
done <"$tmp/walks"
[ "$(wc -l <"$tmp/walks")" -ge 9 ] || { echo "failed: docs/design.md: expected three walks of three steps" && failed=$((failed + 1)); }

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
