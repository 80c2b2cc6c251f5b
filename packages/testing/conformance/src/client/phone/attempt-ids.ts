// The ids of an attempt in image, pre-sign and token request (protocol.md §2).
import type { Phone } from './phone'
import { parseTokenRequest } from './token-request'

export const IDS = ['msgId', 'timestamp', 'uuid'] as const

export type Ids = Readonly<Record<(typeof IDS)[number], string>>

export function readImageIds(phone: Phone): Ids {
  const { query } = phone.getImgSrc()
  return { msgId: query.get('msgId') ?? '', timestamp: query.get('timestamp') ?? '', uuid: query.get('uuid') ?? '' }
}

export async function readTokenIds(phone: Phone): Promise<Ids> {
  await phone.getTokenInfo()
  const { header, body } = parseTokenRequest(phone.sent.at(-1))
  return { msgId: String(header.msgId), timestamp: String(header.timestamp), uuid: String(body.uuid) }
}

/** Ignores the order of the parts, which another scenario tests. */
export function containsIds(preSign: string, ids: Ids): boolean {
  return IDS.every((name) => ids[name] !== '' && preSign.includes(ids[name]))
}
