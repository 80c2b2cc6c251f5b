#!/usr/bin/env bash
# The second part of `npm run pictures`: one contact sheet per build, layout, language and look, with every screen, in
# docs/pictures/states. Needs ImageMagick and the builds, and takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly SHEETS=docs/pictures/states
# Bytes, of one sheet and of all.
readonly MAX_SHEET=400000 MAX_ALL=3800000
folder=${SCREENS_FOLDER:-$(mktemp -d)}

take() { # further environment
  env "$@" SCREENS_FOLDER="$folder" npx playwright test --config e2e/playwright.config.ts screens.spec \
    --project=h5 --project=weapp
}

# The gate's sample, and the rest.
if [ -z "${SCREENS_FOLDER:-}" ]; then
  take NIGHTLY=
  take NIGHTLY=yes
fi

sheet() { # the beginning of the pictures' names
  local pictures=() picture
  for picture in "$folder/$1"-*.png; do
    local screen=${picture#"$folder/$1-"}
    # Another look, whose name begins in the same way.
    case $screen in large-text-* | forced-colors-*) continue ;; esac
    pictures+=(-label "${screen%.png}" "$picture")
  done
  montage "${pictures[@]}" -font DejaVu-Sans -pointsize 11 -tile 8x -geometry "$2x+6+6" -background '#c9d1da' miff:- |
    convert - -strip -quality 32 "$SHEETS/$1.webp"
}

mkdir -p "$SHEETS"
find "$SHEETS" -name '*.webp' ! -name 'before-*' -delete
find "$folder" -name '*.png' -printf '%f\n' |
  sed -E 's/^((h5|weapp)-(page|compact|sheet)-(zh|en)-[0-9]+-(light|dark)(-large-text|-forced-colors)?)-.*/\1/' | sort -u |
  while read -r name; do
    # Elsewhere the mini-program looks as the browser does.
    case $name in weapp-page-zh-* | h5-page-* | *-390-light | *-390-dark | h5-*-large-text) ;; *) continue ;; esac
    case $name in *-768-* | *-844-*) sheet "$name" 260 ;; *) sheet "$name" 170 ;; esac
  done

find "$SHEETS" -name '*.webp' -size +"$((MAX_SHEET / 1024))k" -exec echo 'too large:' {} + | tee /dev/stderr | (! grep -q .)
all=$(cat "$SHEETS"/*.webp | wc -c)
echo "$all bytes in $SHEETS"
[ "$all" -le "$MAX_ALL" ]
