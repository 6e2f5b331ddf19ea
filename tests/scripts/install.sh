#!/bin/sh
# install.sh BUILD: what `make install` installs is complete, and `make uninstall` removes all of it.
# In the documents that it installs every link leads to something that is there too.
#
# BUILD is a build directory. What `make docs` makes is installed if it is there, and looked at with
# --docs. Environment: srcdir. Closes with "N passed, N failed, N skipped".
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
docs=
[ "${1-}" != --docs ] || { docs=yes && shift; }
[ $# -eq 1 ] && [ -e "$1/Makefile" ] || { echo "install.sh: '$*': expected [--docs] and a build directory" >&2; exit 2; }
build=$(cd "$1" && pwd)
unset MAKEFLAGS
. "$srcdir/tests/scripts/counted.sh"

root=$tmp/root
prefix=$root$(sed -n 's/^prefix = //p' "$build/Makefile")
doc=$prefix/share/doc/bitmill

installs() { make -s -C "$build" install "DESTDIR=$root"; }

# Links lead into the sources where a chapter or a page is about these: chapter 6, the course's page and
# how speed is measured.
sources='lib/kernels/ends.h|lib/simd/simd.h|lib/tables/thresholds.def|web/page.html'
sources="$sources|bench/(cells.list|operations.def|reasons.list|peers/peers.list)"
links_lead_somewhere() {
    (cd "$doc" && find . -name '*.md' ! -path './html/*') >"$tmp/pages"
    while read -r page; do
        grep -oE '\]\([^)#:]+\)' "$doc/$page" | sed "s|^](\(.*\))|$(dirname "$page")/\1|"
    done <"$tmp/pages" | sort -u >"$tmp/links"
    while read -r link; do
        (cd "$doc" && [ -e "$link" ]) || echo "$link"
    done <"$tmp/links" | grep -vE "/($sources)\$" >"$tmp/dead" || true
    cat "$tmp/dead"
    [ ! -s "$tmp/dead" ] && [ "$(grep -c . "$tmp/pages")" -gt 15 ] && [ "$(grep -c . "$tmp/links")" -gt 60 ]
}
# The sources of all examples, but not what is built of them.
all_examples() {
    for folder in examples docs/course; do
        (cd "$srcdir" && find $folder -type f -name '*.[ch]' | sort) >"$tmp/expected"
        (cd "$doc" && find $folder -type f -name '*.[ch]' | sort) >"$tmp/got"
        diff "$tmp/expected" "$tmp/got" || return
    done
    ! find "$doc" -name '*.o' -o -name .deps -o -name '*.mk' | grep .
}
for_readers() {
    [ -e "$prefix/share/man/man1/bitmill.1" ] && [ -e "$doc/README.md" ] && [ -e "$doc/LICENSE" ] &&
        [ -e "$prefix/lib/pkgconfig/bitmill.pc" ] && [ -x "$prefix/bin/bitmill" ]
}
# A page of the manual for each function, and none under a name that is not ours.
manual() {
    ls "$prefix/share/man/man3" >"$tmp/manual" && [ "$(grep -c '^bmill_' "$tmp/manual")" -gt 700 ] &&
        grep -qx bitmill_bits_logic.3 "$tmp/manual" && ! grep -vE '^(bmill_|BMILL_|bitmill)' "$tmp/manual"
}
# The pages of the topics, which have most of the text.
troff() {
    for page in "$prefix"/share/man/man3/bitmill_*.3; do
        groff -man -Tutf8 -wall -wmac -z "$page" || return
    done >"$tmp/troff" 2>&1
    grep -vE "can't (find|open)|(cannot|can't) (adjust|break) line" "$tmp/troff" >"$tmp/warnings" || true
    cat "$tmp/warnings"
    [ ! -s "$tmp/warnings" ]
}
html() {
    grep -q 'logic_8h.html' "$doc/html/files.html" && [ -e "$doc/html/index.html" ] &&
        [ -e "$doc/html/doxygen.css" ] && [ "$(find "$doc/html/search" -type f | grep -c .)" -gt 10 ]
}
uninstalls() {
    make -s -C "$build" uninstall "DESTDIR=$root" >"$tmp/uninstall" 2>&1 || { cat "$tmp/uninstall" && return 1; }
    { find "$root" ! -type d; find "$root" -type d -name '*bitmill*'; } >"$tmp/left"
    head -20 "$tmp/left"
    [ ! -s "$tmp/left" ]
}

check 'make install' installs
check 'program, page of the manual, README' for_readers
check 'links' links_lead_somewhere
check 'examples and course' all_examples
[ -z "$docs" ] || check 'reference: pages of the manual' manual
[ -z "$docs" ] || ! installed groff 'reference: warnings of troff' || check 'reference: warnings of troff' troff
[ -z "$docs" ] || check 'reference: HTML' html
check 'make uninstall leaves nothing' uninstalls

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
