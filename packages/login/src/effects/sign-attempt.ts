// Gets an attempt signed, in the order that it needs. What is left of it then is one call.
import type { CallLimits, CarrierAttempt, CarrierImage, PreSignAttempt, TokenGrant } from '@local-number/jssdk'
import type { HttpsEdition, SignAnswer } from '@local-number/protocol'
import { readIdsAnswer, readSignAnswer } from '../answers'
import type { EarlySign } from '../ports'

/** What an attempt asks the business server for. */
export type Asked = { readonly preSign: string } | { readonly edition: HttpsEdition }

export interface Work {
  sign<A>(asked: Asked, read: (answer: unknown, traceId: string) => A): Promise<A>
  load(image: CarrierImage): Promise<void>
}

export interface SignedAttempt {
  readonly signed: SignAnswer
  requestToken(limits: CallLimits): Promise<TokenGrant>
}

/** @param early what was signed before the tap */
export async function signAttempt(
  attempt: CarrierAttempt,
  work: Work,
  early: EarlySign | null,
): Promise<SignedAttempt> {
  if (attempt.edition !== undefined) {
    const { ids, ...signed } = early?.answer ?? (await work.sign({ edition: attempt.edition }, readIdsAnswer))
    return { signed, requestToken: (limits) => attempt.requestToken({ ids, sign: signed.sign }, limits) }
  }
  const signed = await signAndLoad(attempt, work)
  return { signed, requestToken: (limits) => attempt.requestToken(signed.sign, limits) }
}

/**
 * `image` is `undefined` if the pre-sign exists only after the image, `'inside'` if the carrier's script loads the
 * image itself, `null` if there is none. Otherwise signing and image run at the same time.
 */
async function signAndLoad(attempt: PreSignAttempt, { sign, load }: Work): Promise<SignAnswer> {
  if (attempt.image === undefined) return sign({ preSign: await attempt.preSignAfter(load) }, readSignAnswer)
  const { preSign, image } = attempt
  if (image === null || image === 'inside') return sign({ preSign }, readSignAnswer)
  const [signed] = await Promise.all([sign({ preSign }, readSignAnswer), load(image)])
  return signed
}
