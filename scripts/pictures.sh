#!/usr/bin/env bash
# `npm run pictures`: makes the pictures of docs/images from screenshots of the browser tests, and those of docs/pictures.
# With `--compare` it keeps nothing and fails when a picture in docs/images differs from what the tests show now. Needs
# ImageMagick and the builds.
set -euo pipefail
cd "$(dirname "$0")/.."

# Share of the greatest possible difference, over all pixels: fonts and anti-aliasing differ a little between machines.
readonly TOLERANCE=0.03
images=docs/images
if [ "${1:-}" = --compare ]; then images=$(mktemp -d); fi

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
  convert - -strip -dither None -colors 96 -define png:compression-level=9 "PNG8:$images/$1.png"
}

PICTURES=yes CONSOLE_LOOKS=all npx playwright test --config e2e/playwright.config.ts \
  login.spec network.spec weapp/lifecycle.spec console/accessibility.spec
strip h5 login '#c9d1da' 01-consent 06-phone-typed 09-verified 20-wifi
strip weapp mini-program '#c9d1da' 01-consent 06-phone-typed 63-privacy-pop-up 64-privacy-denied
console en dark console
console zh light console.zh

if [ "$images" = docs/images ]; then exec bash scripts/pictures-of-states.sh; fi
status=0
for picture in "$images"/*.png; do
  name=$(basename "$picture")
  difference=$(compare -metric RMSE "$picture" "docs/images/$name" null: 2>&1 | sed -E 's/.*\((.*)\).*/\1/' || true)
  if awk -v d="$difference" -v t="$TOLERANCE" 'BEGIN { exit !(d + 0 == d && d <= t) }'; then
    echo "ok     $name differs by $difference"
  else
    echo "FAILED $name differs by $difference, more than $TOLERANCE: look at it, then run npm run pictures"
    status=1
  fi
done
rm -r "$images"
exit $status
