// Tencent Cloud's API: what it accepts and refuses, by the signature TC3-HMAC-SHA256 as its documents describe it.
import { createHash, createHmac } from 'node:crypto'
import { type HttpStandIn, type SeenRequest, type StandInAnswer, startStandIn } from './http-stand-in'

export const ACCESS = { secretId: 'AKIDStandIn', secretKey: 'the secret of the stand-in' }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Whether the request is signed with the stand-in's key, and from now. */
function isSigned({ method, target, headers, body }: SeenRequest): boolean {
  const { authorization = '' } = headers
  const [, id, date = '', service = '', names = '', signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/([^/]+)\/tc3_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  const time = String(headers['x-tc-timestamp'])
  const signed: Record<string, unknown> = { ...headers, host: String(headers.host).replace(/:\d+$/, '') }
  const canonicalRequest = [
    method,
    target,
    '',
    ...names.split(';').map((name) => `${name}:${signed[name]}`),
    '',
    names,
    sha256(body),
  ].join('\n')
  const text = ['TC3-HMAC-SHA256', time, `${date}/${service}/tc3_request`, sha256(canonicalRequest)].join('\n')
  const key = hmac(hmac(hmac(`TC3${ACCESS.secretKey}`, date), service), 'tc3_request')
  const isNow = Math.abs(Date.now() / 1000 - Number(time)) < 300
  const isWhole = ['content-type', 'host'].every((name) => names.split(';').includes(name))
  return id === ACCESS.secretId && isNow && isWhole && signature === hmac(key, text).toString('hex')
}

export function startTencent(answer: (body: unknown) => StandInAnswer | null | 'cut'): Promise<HttpStandIn> {
  return startStandIn((request) =>
    isSigned(request)
      ? answer(JSON.parse(request.body))
      : { body: { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'no' }, RequestId: 'r' } } },
  )
}
