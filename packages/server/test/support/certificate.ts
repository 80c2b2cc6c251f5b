// cspell:ignore addext
// A certificate for tests that speak TLS on loopback: self-signed, so that it is its own authority, for `platform.test`,
// `localhost` and 127.0.0.1, until 2126. Node cannot make one.
//   openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=platform.test \
//     -addext subjectAltName=DNS:platform.test,DNS:localhost,IP:127.0.0.1

export const certificate = `-----BEGIN CERTIFICATE-----
MIIBsTCCAVigAwIBAgIUCnG+8VW2nqOx/WszVny1Z+45efowCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNcGxhdGZvcm0udGVzdDAgFw0yNjExMzAxNzUyNDVaGA8yMTI2
MTEwNjE3NTI0NVowGDEWMBQGA1UEAwwNcGxhdGZvcm0udGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABOpEfPOjXVEnDwUG9El0sctnhDez7ZW8lPwdyBqCp3/f
Fs4RyPuL+JuKUYDpbIwHYWvfPZtbR8L2VXgYyhJZmR+jfjB8MB0GA1UdDgQWBBSM
RZpvdVFkAmdNVuaRl1fyBTD0VTAfBgNVHSMEGDAWgBSMRZpvdVFkAmdNVuaRl1fy
BTD0VTAPBgNVHRMBAf8EBTADAQH/MCkGA1UdEQQiMCCCDXBsYXRmb3JtLnRlc3SC
CWxvY2FsaG9zdIcEfwAAATAKBggqhkjOPQQDAgNHADBEAiAzKOMIR7YfPCbumFVt
MKAYwMu/UE8xlEZwOAoJSMx7ggIgaqMsioVK2nPjm1CEVkcBpvZPAWtVHIKVtE0g
H+qEHDQ=
-----END CERTIFICATE-----
`

export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgwaNzii5EZQG+XYUo
ED2Sx/sOnDBryCQk6GlKVF6dInahRANCAATqRHzzo11RJw8FBvRJdLHLZ4Q3s+2V
vJT8Hcgagqd/3xbOEcj7i/ibilGA6WyMB2Fr3z2bW0fC9lV4GMoSWZkf
-----END PRIVATE KEY-----
`
