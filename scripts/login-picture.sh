#!/usr/bin/env bash
# docs/images/login.png from the browser tests' screenshots. Needs ImageMagick; run `npm run test:e2e` first.
set -euo pipefail
cd "$(dirname "$0")/.."

SCREENS=(01-consent 06-phone-typed 09-verified 20-wifi)
pictures=("${SCREENS[@]/#/reports/screenshots/}")

montage "${pictures[@]/%/.png}" +set label -crop 780x1510+0+0 +repage \
  -tile "${#SCREENS[@]}x1" -geometry 380x+10+10 -background '#c9d1da' miff:- |
  convert - -strip -dither None -colors 96 -define png:compression-level=9 PNG8:docs/images/login.png
