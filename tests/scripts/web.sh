#!/bin/sh
# web.sh [--page]: the page to play with (web/). Builds it, and compares its engine, run by node, with the
# command for 200 drawn inputs and more. With --page the page itself in Chromium without a window instead:
# the same inputs, clicks, keys, hostile addresses, looks (tests/web/page.js).
#
# It takes clang-19, wasm-ld-19, wasi-libc and node, and for --page chromium; what is missing is named,
# and the test is then skipped. Run from the build directory. Environment: BITMILL is the command, srcdir,
# BMILL_SEED, CHROMIUM is the browser, SHOTS a directory for screenshots.
set -u
LC_ALL=C
export LC_ALL
case ${1-} in
'' | --page) ;;
*) echo "web.sh: unknown argument '$1': expected --page or nothing" >&2 && exit 2 ;;
esac
unset BMILL_ISA
source_dir=$(cd "${srcdir:-.}" && pwd)
bitmill=${BITMILL:-./tools/bitmill}
draw_eval=./tests/tools/draw_eval
chromium=${CHROMIUM:-chromium}
name=engine
[ -z "${1-}" ] || name=page

skip() { echo "skipped: $name: $1"; echo '0 passed, 0 failed, 1 skipped'; exit 0; }
fail() { echo "failed: $name: $1"; echo '0 passed, 1 failed, 0 skipped'; exit 1; }
for program in clang-19 wasm-ld-19 node ${1:+"$chromium"}; do
    command -v "$program" >/dev/null || skip "$program is not installed: see script/bootstrap web"
done
printf '#include <stdio.h>\nint main(void) { return 0; }\n' |
    clang-19 --target=wasm32-wasi -fuse-ld=lld -xc - -o /dev/null 2>/dev/null ||
    skip 'wasi-libc or libclang-rt-19-dev-wasm32 is not installed: see script/bootstrap web'
for program in "$bitmill" "$draw_eval"; do [ -x "$program" ] || fail "$program is missing: expected to run in a build directory"; done

seed=${BMILL_SEED:-$(date +%s)}
echo "seed: $seed; BMILL_SEED=$seed repeats it"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"$source_dir/script/web" "$tmp" || fail 'script/web failed'
if [ $name = page ]; then
    node "$source_dir/tests/web/page.js" "$tmp/bitmill.html" "$tmp/engine.wasm" "$bitmill" "$draw_eval" "$seed" \
        "$chromium" ${SHOTS+"$SHOTS"}
else
    node "$source_dir/tests/web/engine.js" "$tmp/engine.wasm" "$bitmill" "$draw_eval" "$seed"
fi
