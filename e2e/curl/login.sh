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
  phone appKey phoneTime phoneNum token
  verify.version verify.msgId verify.appId verify.timestamp verify.phoneNum verify.token verify.sign
  verify.userInformation
)

if (($# < 6 || $# > 7)); then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
origin=$1 appId=$2 appKey=$3 privateKeyFile=$4 publicKeyFile=$5 phone=$6 flip=${7:-}
wxappid=${WXAPPID:-wx10a00cf000000000}
if [[ -n $flip && " ${FIELDS[*]} " != *" $flip "* ]]; then
  echo "no field is called $flip; the fields are: ${FIELDS[*]}" >&2
  exit 2
fi

umask 077
keys=$(mktemp -d)
trap 'rm -rf "$keys"' EXIT

# pem LABEL FILE: prints the key as PEM, from either form.
pem() {
  if grep -q -- '-----BEGIN' "$2"; then
    cat "$2"
  else
    printf -- '-----BEGIN %s-----\n%s\n-----END %s-----\n' "$1" "$(tr -d '[:space:]' <"$2" | fold -w 64)" "$1"
  fi
}

# value NAME TEXT: prints the text, with one bit flipped if NAME is the field to flip.
value() {
  local name=$1 text=$2 code
  if [[ $name == "$flip" && -n $text ]]; then
    printf -v code '%d' "'${text: -1}"
    printf -v code '\\x%02x' $((code ^ 1))
    printf '%s%b' "${text%?}" "$code"
  else
    printf '%s' "$text"
  fi
}

# Prints 32 letters and digits that stay letters and digits when the lowest bit is flipped.
id() { openssl rand -hex 16 | tr a-f b-g; }
timestamp() { TZ=UTC-8 date +%Y%m%d%H%M%S000; }
sign() { printf '%s' "$1" | openssl dgst -md5 -sign "$keys/customer" | openssl base64 -A; }
encrypt() {
  printf '%s' "$1" | openssl pkeyutl -encrypt -pubin -inkey "$keys/platform" -pkeyopt rsa_padding_mode:pkcs1 |
    openssl base64 -A
}
percent_encode() { printf '%s' "$1" | sed 's/%/%25/g; s/+/%2B/g; s,/,%2F,g; s/=/%3D/g'; }
read_text() { sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p'; }
post() { curl -sS -H 'content-type: application/json;charset=utf-8' --data-binary "$2" "$origin/NumberAbility/h5/$1"; }

finish() {
  echo "$1"
  [[ $1 == 000 ]]
  exit
}

pem 'PRIVATE KEY' "$privateKeyFile" >"$keys/customer"
pem 'PUBLIC KEY' "$publicKeyFile" >"$keys/platform"

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
  post getToken.htm "$(
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
token=$(value token "$(printf '%s' "$answer" | read_text token)")

# 3. The business server verifies that the typed number is the one behind the token.
msgId=$(id) time=$(timestamp) version=1.0
plain="$(value phone "$phone")$(value appKey "$appKey")$(value phoneTime "$time")"
phoneNum=$(value phoneNum "$(encrypt "$plain")")
signature=$(sign "$appId$msgId$phoneNum$time$token$version")
answer=$(
  post verifyVmMobileApi.htm "$(
    printf '{"header":{"version":"%s","msgId":"%s","appId":"%s","timestamp":"%s"},' \
      "$(value verify.version "$version")" "$(value verify.msgId "$msgId")" \
      "$(value verify.appId "$appId")" "$(value verify.timestamp "$time")"
    printf '"body":{"expandParams":"","phoneNum":"%s","token":"%s","sign":"%s","userInformation":"%s"}}' \
      "$(value verify.phoneNum "$phoneNum")" "$(value verify.token "$token")" "$(value verify.sign "$signature")" \
      "$(value verify.userInformation "$(percent_encode "$userInformation")")"
  )"
) || finish 0
code=$(printf '%s' "$answer" | read_text resultCode)
echo "verify $code"
finish "$code"
