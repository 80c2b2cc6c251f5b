// Keys as PEM files, which openssl and every library read, and back: the open platform itself takes the bare base64.
const LINE = /.{1,64}/g
const BLOCK = /-----BEGIN [^-]+-----([^-]*)-----END [^-]+-----/g

/** @param key base64 of PKCS#8 or X.509 DER */
export function toPem(key: string, kind: 'PRIVATE' | 'PUBLIC'): string {
  const lines = key.match(LINE) ?? []
  return `-----BEGIN ${kind} KEY-----\n${lines.join('\n')}\n-----END ${kind} KEY-----\n`
}

/** Puts the base64 of every PEM block on a line of its own. Other text stays as it is. */
export function stripPemArmour(text: string): string {
  return text.replace(BLOCK, (_, base64: string) => `\n${base64.replace(/\s/g, '')}\n`)
}
