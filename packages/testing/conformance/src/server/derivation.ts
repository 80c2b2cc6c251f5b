// What an id may have been derived from.
import { createHash } from 'node:crypto'

/** Lists the text itself and its hashes, normalized. */
export function listForms(text: string): readonly string[] {
  const digests = ['md5', 'sha1', 'sha256'].map((name) => createHash(name).update(text).digest())
  return [text, ...digests.flatMap((digest) => [digest.toString('hex'), digest.toString('base64')])].map(normalize)
}

/** Removes dashes, padding and letter case: a hash may be written like a UUID. */
export function normalize(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z]/g, '')
}
