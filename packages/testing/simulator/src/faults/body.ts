// The bodies of carrier answers: an image, a page, or an object that becomes JSON.

type Json = Readonly<Record<string, unknown>>

export function isJson(body: unknown): body is Json {
  return typeof body === 'object' && body !== null && !Buffer.isBuffer(body)
}

export function toBytes(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body
  return Buffer.from(isJson(body) ? JSON.stringify(body) : String(body ?? ''))
}
