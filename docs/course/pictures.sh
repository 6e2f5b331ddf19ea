#!/bin/sh
# pictures.sh [DIRECTORY]: makes the pictures of the course: in docs/course/pictures, or in
# DIRECTORY. tests/scripts/course.sh compares them with those that are there.
#
# Environment: BITMILL is the command (default bitmill).
set -eu
directory=${1:-$(dirname "$0")/pictures}

# picture NAME ARGUMENTS...: what `bitmill ARGUMENTS...` shows.
picture() {
    name=$1
    shift
    "${BITMILL:-bitmill}" "$@" --svg >"$directory/$name.svg"
}

picture 1-not explain not 5
picture 2-set explain set 6 0
picture 2-modify explain modify 6 1 1 --by masks
picture 3-lowest explain lowest_set 40
picture 3-next explain next_same_popcount 22
