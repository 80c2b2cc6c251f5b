#!/usr/bin/env bash
# One login against the platform with curl and openssl only, without any code of this repository.
#
#   login.sh ORIGIN APP_ID APP_KEY CUSTOMER_PRIVATE_KEY_FILE PLATFORM_PUBLIC_KEY_FILE PHONE [FLIP]
#
# The key files are PEM, or base64 of DER as the open platform shows keys. FLIP names one of the FIELDS below, and
# flips the lowest bit of its last character: `call.field` after signing, a name without a dot before it. WXAPPID in
# the environment replaces the mini-program's id. Each step prints its code; the last line is the final code. The exit
# status is 0 only if the final code is 000.
set -euo pipefail

FIELDS=(
  getMobile.version getMobile.appId getMobile.openType getMobile.expandParams getMobile.msgId getMobile.timestamp
  getMobile.uuid getMobile.userInformation getMobile.wxappid
  preSign
  getToken.version getToken.msgId getToken.timestamp getToken.appId getToken.expandParams getToken.sign getToken.uuid
  getToken.wxappid
)

if (($# < 6 || $# > 7)); then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
origin=$1 appId=$2 appKey=$3 privateKeyFile=$4 publicKeyFile=$5 phone=$6 flip=${7:-}
wxappid=${WXAPPID:-wx10a00cf000000000}
verifyOrigin=$origin
source "$(dirname "$0")/common.sh"
require_field "${FIELDS[@]}" "${VERIFY_FIELDS[@]}"

msgId=$(id) uuid=$(id) time=$(timestamp) version=1.2
userInformation=$(printf 'curl%%40%%40openssl' | openssl base64 -A)

# 1. The zero-size image retrieves the number.
answer=$(
  curl -sS -G -w '\n%{content_type}' "$origin/NumberAbility/h5/getMobile.htm" \
    --data-urlencode "version=$(value getMobile.version "$version")" \
    --data-urlencode "appId=$(value getMobile.appId "$appId")" \
    --data-urlencode "openType=$(value getMobile.openType 1)" \
    --data-urlencode "expandParams=$(value getMobile.expandParams callType=6005)" \
    --data-urlencode "msgId=$(value getMobile.msgId "$msgId")" \
    --data-urlencode "timestamp=$(value getMobile.timestamp "$time")" \
    --data-urlencode "uuid=$(value getMobile.uuid "$uuid")" \
    --data-urlencode "userInformation=$(value getMobile.userInformation "$userInformation")" \
    --data-urlencode "wxappid=$(value getMobile.wxappid "$wxappid")" | tr -d '\0'
) || finish 0
if [[ ${answer##*$'\n'} != image/* ]]; then
  code=$(printf '%s' "$answer" | read_text innerCode)
  echo "getMobile 500 $code"
  finish "$code"
fi
echo 'getMobile image'

# 2. The business server signs the pre-sign; the phone exchanges it for a token.
preSign=$(value preSign "$appId$msgId$time$uuid$version")
answer=$(
  post "$origin/NumberAbility/h5/getToken.htm" "$(
    printf '{"header":{"version":"%s","msgId":"%s","timestamp":"%s","appId":"%s"},' \
      "$(value getToken.version "$version")" "$(value getToken.msgId "$msgId")" \
      "$(value getToken.timestamp "$time")" "$(value getToken.appId "$appId")"
    printf '"body":{"expandParams":"%s","sign":"%s","uuid":"%s","wxappid":"%s"}}' \
      "$(value getToken.expandParams callType=6006)" "$(value getToken.sign "$(sign "$preSign")")" \
      "$(value getToken.uuid "$uuid")" "$(value getToken.wxappid "$wxappid")"
  )"
) || finish 0
code=$(printf '%s' "$answer" | read_text resultCode)
echo "getToken $code"
[[ $code == 000000 ]] || finish "$code"

# 3. The verification.
verify "$(printf '%s' "$answer" | read_text token)" "$(percent_encode "$userInformation")"
