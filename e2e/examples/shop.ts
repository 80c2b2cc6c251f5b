// The code under test in both examples: a shop that gets a token from the carrier, or falls back to a text message.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const APP = { appId: '300011877495', wxappid: 'wx10a00cf000000000' }
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })

/** The key that the shop registers on the open platform: base64 of DER. */
export const SHOP_PUBLIC_KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

export type NextStep = { readonly token: string } | 'textMessage'

/**
 * @param carrier the carrier's origin; in a test, the simulator's
 * @param alarm is called with problems that the shop's operator must fix
 */
export async function chooseNextStep(carrier: string, alarm: (text: string) => void): Promise<NextStep> {
  const ids = { ...APP, msgId: createId(), uuid: createId(), timestamp: '20260601120000000', version: '1.2' }
  const device = { openType: '1', expandParams: 'callType=6005', userInformation: 'c2hvcA==' }
  const image = await fetch(`${carrier}/NumberAbility/h5/getMobile.htm?${new URLSearchParams({ ...ids, ...device })}`)
  if (!image.ok) return 'textMessage'
  const { header, body } = await requestToken(carrier, ids)
  if (header.resultCode === '000000') return { token: body.token }
  if (header.resultCode === '130018') alarm('the carrier refuses our signature')
  return 'textMessage'
}

async function requestToken(carrier: string, ids: Readonly<Record<string, string>>) {
  const { appId, msgId, timestamp, uuid, version, wxappid } = ids
  const preSign = Buffer.from(`${appId}${msgId}${timestamp}${uuid}${version}`)
  const signature = sign('md5', preSign, privateKey).toString('base64')
  const answer = await fetch(`${carrier}/NumberAbility/h5/getToken.htm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      header: { version, msgId, timestamp, appId },
      body: { expandParams: 'callType=6006', sign: signature, uuid, wxappid },
    }),
  })
  return (await answer.json()) as { header: { resultCode: string }; body: { token: string } }
}

function createId(): string {
  return randomBytes(16).toString('hex')
}
