// PEM as variables hold it: with line breaks, with `\n` written out, or on one line with spaces.

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----(?:\\[nr]|\s)*/g

/** Writes each PEM block in lines, as OpenSSL reads it. A text without one stays as it is. */
export function unfoldPem(text: string): string {
  return text.replace(BLOCK, (_, label: string, body: string) => {
    const lines = body.replace(/\\[nr]|\s/g, '').match(/.{1,64}/g) ?? []
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
  })
}
