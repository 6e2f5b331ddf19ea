#!/bin/sh
# doxygen.sh: the reference is complete. Doxygen reads headers and documents without a warning, and has
# every public function and every public macro with parameters, each with a description and a page
# of the manual. The list of public names comes from the preprocessor, so that neither list is made
# from the other. Names that end in _ are private. Closes with "N passed, N failed, N skipped".
#
# Environment: CC, srcdir.
set -u
srcdir=$(cd "${srcdir:-.}" && pwd)
command -v doxygen >/dev/null || {
    echo "skipped: doxygen.sh: there is no Doxygen here (script/bootstrap docs installs it)"
    echo "0 passed, 0 failed, 1 skipped"
    exit 77
}
passed=0 failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT INT TERM

fail() {
    failed=$((failed + 1))
    echo "failed: $*"
}

# ---- The public names ----

(cd "$srcdir/include" && find . -name '*.h' | sort) |
    sed 's|^\./\(.*\)|#include <\1>|' >"$tmp/all.c"
preprocess() { ${CC:-gcc} -std=c11 -DBMILL_NO_INLINE_BITS -I"$srcdir/include" -E "$@" "$tmp/all.c"; }
{
    preprocess -P | grep -oE '\bbmill_[A-Za-z0-9_]*[A-Za-z0-9] *\(' | sed 's/ *($//'
    preprocess -dM | sed -n 's/^#define \([Bb][A-Za-z0-9_]*[A-Za-z0-9]\)(.*/\1/p' | grep -iE '^bmill_'
} | sort -u >"$tmp/public"

# ---- The names that Doxygen has ----

{
    cat "$srcdir/docs/Doxyfile"
    echo "OUTPUT_DIRECTORY = $tmp"
    echo "GENERATE_HTML = NO"
    echo "GENERATE_XML = YES"
    echo "XML_PROGRAMLISTING = NO"
} >"$tmp/Doxyfile"
(cd "$srcdir" && doxygen "$tmp/Doxyfile") >"$tmp/log" 2>&1 || fail "doxygen: exit status $?"
sort -u "$tmp/log" | sed "s|^$srcdir/||" >"$tmp/warnings"
while read -r warning; do fail "doxygen: $warning"; done <"$tmp/warnings"

# The functions and macros in the XML that have a description, of one line or more.
awk '/<memberdef kind="(function|define)"/ { member = 1 }
    /<\/memberdef>/ { member = 0; name = "" }
    /<name>/ && member && name == "" { name = $0; gsub(/.*<name>|<\/name>.*/, "", name) }
    /<(brief|detailed)description>/ { description = 1 }
    /<para>/ && description && name != "" { print name }
    /<\/(brief|detailed)description>/ { description = 0 }' "$tmp"/xml/*.xml | sort -u >"$tmp/described"

for name in $(comm -23 "$tmp/public" "$tmp/described"); do
    fail "$name has no description in the reference"
done

# A page is a link to that of its header.
for name in $(comm -12 "$tmp/public" "$tmp/described"); do
    page=$tmp/man/man3/$name.3
    if [ -s "$page" ] && [ -s "$tmp/man/$(sed -n 's/^\.so //p' "$page")" ]; then
        passed=$((passed + 1))
    else
        fail "$name has no page in the manual"
    fi
done

[ "$(wc -l <"$tmp/public")" -gt 700 ] || fail "only $(wc -l <"$tmp/public") names are public, expected more than 700"
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
