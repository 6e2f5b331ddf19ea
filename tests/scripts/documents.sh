#!/bin/sh
# documents.sh [--update] [FILE ...]: what stands in the documents is true. Each fenced block of
# code is compiled, each command is run, and what they print is compared with what the document
# says. Without files: README.md, CONTRIBUTING.md, docs/*.md and docs/course/*.md. documents.py
# beside this says which blocks there are, and does it.
#
# Run from the build directory. Environment: BITMILL (default ./tools/bitmill), EXAMPLES
# (./examples), CC (gcc), srcdir.
set -eu
if ! command -v python3 >/dev/null; then
    echo 'skipped: the documents: python3 is not installed'
    echo '0 passed, 0 failed, 1 skipped'
    exit 77
fi
exec python3 "${srcdir:-.}/tests/scripts/documents.py" "$@"
