#!/bin/sh
# examples.sh [NAME ...]: runs the examples and compares what they print with what the comment
# at their head says under "Prints:", and looks for a link to each in docs/gallery.md. Without names:
# all of examples/*.c. The programs are in $EXAMPLES (default ./examples), the sources in
# $srcdir/examples.
set -eu
srcdir=${srcdir:-.}
programs=${EXAMPLES:-./examples}
passed=0 failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

[ $# -gt 0 ] || set -- $(cd "$srcdir/examples" && ls ./*.c | sed 's|^\./||; s|\.c$||')
for name; do
    sed -n '/^ \* Prints:$/,/^ \*\/$/p' "$srcdir/examples/$name.c" | sed '1d; $d; s/^ \*   //' >"$tmp/expected"
    if [ ! -s "$tmp/expected" ]; then
        echo "failed: $name: examples/$name.c does not say what it prints"
        failed=$((failed + 1))
    elif "$programs/$name" >"$tmp/printed" 2>&1 && diff "$tmp/expected" "$tmp/printed" >"$tmp/diff"; then
        passed=$((passed + 1))
    else
        echo "failed: $name: its output (>) is not what its comment says (<):"
        cat "$tmp/diff"
        failed=$((failed + 1))
    fi
    if grep -qF "](../examples/$name.c)" "$srcdir/docs/gallery.md"; then
        passed=$((passed + 1))
    else
        echo "failed: $name: docs/gallery.md has no link to ../examples/$name.c"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
