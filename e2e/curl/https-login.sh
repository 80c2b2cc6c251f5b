#!/usr/bin/env bash
# One login in the HTTPS edition, inside a mini-program, with curl and openssl only.
#
#   https-login.sh ORIGIN VERIFY_ORIGIN APP_ID APP_KEY CUSTOMER_PRIVATE_KEY_FILE PLATFORM_PUBLIC_KEY_FILE PHONE [FLIP]
#
# ORIGIN answers the one call of this edition, VERIFY_ORIGIN the verification. The key files are PEM, or base64 of DER
# as the open platform shows keys. FLIP names one of the FIELDS below or of the VERIFY_FIELDS in common.sh, and flips
# the lowest bit of its last character: `call.field` after signing, a name without a dot before it. WXAPPID in the
# environment replaces the mini-program's id. Each step prints its code; the last line is the final code. The exit
# status is 0 only if the final code is 000.
set -euo pipefail

FIELDS=(
  signedText signKey
  httpsGetMobile.version httpsGetMobile.timestamp httpsGetMobile.appId httpsGetMobile.businessType
  httpsGetMobile.traceId httpsGetMobile.sign httpsGetMobile.msgId httpsGetMobile.userInformation
  httpsGetMobile.expandParams httpsGetMobile.wxappid
)

if (($# < 7 || $# > 8)); then
  sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
origin=$1 verifyOrigin=$2 appId=$3 appKey=$4 privateKeyFile=$5 publicKeyFile=$6 phone=$7 flip=${8:-}
wxappid=${WXAPPID:-wx10a00cf000000000}
source "$(dirname "$0")/common.sh"
require_field "${FIELDS[@]}" "${VERIFY_FIELDS[@]}"

# 32 characters of 0-9A-V, which stay so when the lowest bit is flipped.
trace_id() { openssl rand -hex 16 | tr a-f BCFGJK; }
md5() { printf '%s' "$1" | openssl dgst -md5 -r | cut -d' ' -f1; }

traceId=$(trace_id) time=$(timestamp) version=1.0 businessType=5
userInformation=$(percent_encode 'curl@@openssl')

# 1. The business server creates the ids and signs them with the appKey.
signedText=$(value signedText "$appId$businessType$traceId$time$traceId$version")
signature=$(md5 "$signedText$(value signKey "$appKey")")

# 2. One call retrieves the number and answers the token.
answer=$(
  post "$origin/h5/getMobile" "$(
    printf '{"version":"%s","timestamp":"%s","appId":"%s","businessType":"%s",' \
      "$(value httpsGetMobile.version "$version")" "$(value httpsGetMobile.timestamp "$time")" \
      "$(value httpsGetMobile.appId "$appId")" "$(value httpsGetMobile.businessType "$businessType")"
    printf '"traceId":"%s","sign":"%s","msgId":"%s","userInformation":"%s","expandParams":"%s","wxappid":"%s"}' \
      "$(value httpsGetMobile.traceId "$traceId")" "$(value httpsGetMobile.sign "$signature")" \
      "$(value httpsGetMobile.msgId "$traceId")" "$(value httpsGetMobile.userInformation "$userInformation")" \
      "$(value httpsGetMobile.expandParams callType=6006)" "$(value httpsGetMobile.wxappid "$wxappid")"
  )"
) || finish 0
code=$(printf '%s' "$answer" | read_text resultCode)
echo "httpsGetMobile $code"
[[ $code == 103000 ]] || finish "$code"

# 3. The verification.
verify "$(printf '%s' "$answer" | read_text token)" "$userInformation"
