// The ids of an attempt, as image, pre-sign and token request carry them (protocol.md §2).
import type { Phone } from './phone'
import { tokenRequestOf } from './token-request'

export const IDS = ['msgId', 'timestamp', 'uuid'] as const

export type Ids = Readonly<Record<(typeof IDS)[number], string>>

export function idsOfImage(phone: Phone): Ids {
  const { query } = phone.getImgSrc()
  return { msgId: query.get('msgId') ?? '', timestamp: query.get('timestamp') ?? '', uuid: query.get('uuid') ?? '' }
}

export async function idsOfToken(phone: Phone): Promise<Ids> {
  await phone.getTokenInfo()
  const { header, body } = tokenRequestOf(phone.sent.at(-1))
  return { msgId: String(header.msgId), timestamp: String(header.timestamp), uuid: String(body.uuid) }
}

/** The order of the parts is another scenario's matter. */
export function speaksOf(preSign: string, ids: Ids): boolean {
  return IDS.every((name) => ids[name] !== '' && preSign.includes(ids[name]))
}
