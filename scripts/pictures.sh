#!/usr/bin/env bash
# The pictures of docs/images from the browser tests' screenshots. Needs ImageMagick; run
# `CONSOLE_LOOKS=all npm run test:e2e` first.
set -euo pipefail
cd "$(dirname "$0")/.."

strip() { # build, file, background, screens
  local pictures=("${@:4}")
  pictures=("${pictures[@]/#/reports/screenshots/$1-}")
  montage "${pictures[@]/%/.png}" +set label -crop 780x1510+0+0 +repage \
    -tile "${#pictures[@]}x1" -geometry 380x+10+10 -background "$3" miff:- | save "$2"
}

console() { # language, scheme, file: down to where the refused request ends
  convert "reports/screenshots/console-refused-wide-$1-$2.png" -crop 1280x1525+0+0 +repage miff:- | save "$3"
}

save() { # file
  convert - -strip -dither None -colors 96 -define png:compression-level=9 "PNG8:docs/images/$1.png"
}

strip h5 login '#c9d1da' 01-consent 06-phone-typed 09-verified 20-wifi
strip weapp mini-program '#c9d1da' 01-consent 06-phone-typed 63-privacy-pop-up 64-privacy-denied
console en dark console
console zh light console.zh
