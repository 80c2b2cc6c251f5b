// Alibaba Cloud's API: what it accepts and refuses, by the signature ACS3-HMAC-SHA256 as its documents describe it.
import { createHash, createHmac } from 'node:crypto'
import { type HttpStandIn, type SeenRequest, type StandInAnswer, startStandIn } from './http-stand-in'

export const ACCESS = { accessKeyId: 'LTAI5tStandIn', accessKeySecret: 'the secret of the stand-in' }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)

/** Whether the request is signed with the stand-in's key, and all that counts is part of the signature. */
function isSigned({ method, target, headers, body }: SeenRequest): boolean {
  const { authorization = '' } = headers
  const [, id, names = '', signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(authorization) ?? []
  const url = new URL(target, 'http://stand-in')
  const query = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : 1))
  const canonicalRequest = [
    method,
    url.pathname,
    query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&'),
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-acs-content-sha256'],
  ].join('\n')
  const own = createHmac('sha256', ACCESS.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonicalRequest)}`)
    .digest('hex')
  const covers = [
    'host',
    'x-acs-action',
    'x-acs-content-sha256',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-version',
  ]
  const isWhole = covers.every((name) => names.split(';').includes(name))
  return id === ACCESS.accessKeyId && isWhole && signature === own && headers['x-acs-content-sha256'] === sha256(body)
}

export function startAliyun(answer: () => StandInAnswer | null | 'cut'): Promise<HttpStandIn> {
  return startStandIn((request) =>
    isSigned(request)
      ? answer()
      : { status: 400, body: { Code: 'SignatureDoesNotMatch', Message: 'not signed', RequestId: 'r' } },
  )
}
