# What both logins share: keys, flipped bits, and the verification. Sourced; it needs $flip, $appId, $appKey, $phone,
# $privateKeyFile, $publicKeyFile and $verifyOrigin.

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
percent_encode() { printf '%s' "$1" | sed 's/%/%25/g; s/+/%2B/g; s,/,%2F,g; s/=/%3D/g; s/@/%40/g'; }
read_text() { sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p'; }
# post URL BODY
post() { curl -sS -H 'content-type: application/json;charset=utf-8' --data-binary "$2" "$1"; }

finish() {
  echo "$1"
  [[ $1 == 000 ]]
  exit
}

# require_field NAME …: ends the script unless $flip is one of the names, or empty.
require_field() {
  if [[ -n $flip && " $* " != *" $flip "* ]]; then
    echo "no field is called $flip; the fields are: $*" >&2
    exit 2
  fi
}

VERIFY_FIELDS=(
  phone appKey phoneTime phoneNum token
  verify.version verify.msgId verify.appId verify.timestamp verify.phoneNum verify.token verify.sign
  verify.userInformation
)

# verify TOKEN USER_INFORMATION: the business server verifies that the typed number is the one behind the token.
verify() {
  local token userInformation=$2 msgId time version=1.0 plain phoneNum signature answer code
  token=$(value token "$1") msgId=$(id) time=$(timestamp)
  plain="$(value phone "$phone")$(value appKey "$appKey")$(value phoneTime "$time")"
  phoneNum=$(value phoneNum "$(encrypt "$plain")")
  signature=$(sign "$appId$msgId$phoneNum$time$token$version")
  answer=$(
    post "$verifyOrigin/NumberAbility/h5/verifyVmMobileApi.htm" "$(
      printf '{"header":{"version":"%s","msgId":"%s","appId":"%s","timestamp":"%s"},' \
        "$(value verify.version "$version")" "$(value verify.msgId "$msgId")" \
        "$(value verify.appId "$appId")" "$(value verify.timestamp "$time")"
      printf '"body":{"expandParams":"","phoneNum":"%s","token":"%s","sign":"%s","userInformation":"%s"}}' \
        "$(value verify.phoneNum "$phoneNum")" "$(value verify.token "$token")" "$(value verify.sign "$signature")" \
        "$(value verify.userInformation "$userInformation")"
    )"
  ) || finish 0
  code=$(printf '%s' "$answer" | read_text resultCode)
  echo "verify $code"
  finish "$code"
}

pem 'PRIVATE KEY' "$privateKeyFile" >"$keys/customer"
pem 'PUBLIC KEY' "$publicKeyFile" >"$keys/platform"
