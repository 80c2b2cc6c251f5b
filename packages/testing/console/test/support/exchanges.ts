// Calls of a login as the admin API reports them. A test can override any part.
import type { Exchange, Md5Reason, Part, SignatureFinding, Trace } from '@local-number/simulator-contract'

export const START = Date.UTC(2026, 5, 1, 12)

const toParts = (fields: Record<string, string>): Part[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }))

export const PRE_SIGN = toParts({
  appId: '300011877495',
  msgId: 'a'.repeat(32),
  timestamp: '20260601120000000',
  uuid: 'b'.repeat(32),
  version: '1.2',
})

export function createVerifiedFinding(expectedParts: readonly Part[] = PRE_SIGN): SignatureFinding {
  return { ...createFinding(expectedParts), verified: true, key: '0123456789abcdef' }
}

export function createRefusedFinding(
  reason: Extract<SignatureFinding, { verified: false }>['reason'],
  found = '',
): SignatureFinding {
  return { ...createFinding(PRE_SIGN), verified: false, reason, found }
}

function createFinding(expectedParts: readonly Part[]) {
  return {
    expectedText: expectedParts.map(({ value }) => value).join(''),
    expectedParts,
    scheme: { algorithm: 'MD5withRSA', encoding: 'base64' },
    registeredKeys: ['0123456789abcdef'],
  } as const
}

const createAnswer = (innerCode: string) => ({ ms: 5, status: 200, outerCode: innerCode, innerCode, cause: null })

export function createImageCall(over: Partial<Exchange> = {}): Exchange {
  return {
    seq: 1,
    call: 'getMobile',
    at: START,
    request: {
      method: 'GET',
      path: '/NumberAbility/h5/getMobile.htm',
      fields: toParts({ 'query.appId': '300011877495' }),
      referer: '',
    },
    enrichment: { openType: '1', insertedMasked: '138****8000', via: 'cm-5g', cause: null },
    faults: [],
    answer: createAnswer('000000'),
    ...over,
  }
}

export function createTokenCall(over: Partial<Exchange> = {}): Exchange {
  return {
    seq: 2,
    call: 'getToken',
    at: START + 1_000,
    request: {
      method: 'POST',
      path: '/NumberAbility/h5/getToken.htm',
      fields: toParts({ 'body.sign': 'c2lnbg==' }),
      referer: '',
    },
    preSign: PRE_SIGN,
    signature: createVerifiedFinding(),
    faults: [],
    answer: createAnswer('000000'),
    ...over,
  }
}

/** What had to be signed in the HTTPS edition. */
export const HTTPS_PARTS = toParts({
  appId: '300011877495',
  businessType: '5',
  msgId: 'A'.repeat(32),
  timestamp: '20260601200000000',
  traceId: 'A'.repeat(32),
  version: '1.0',
  appKey: '(appKey)',
})

const HTTPS_EXPECTED = { expectedText: HTTPS_PARTS.map(({ value }) => value).join(''), expectedParts: HTTPS_PARTS }

export function createRefusedMd5(reason: Md5Reason, found = '', foundParts: readonly Part[] = []) {
  return { ...HTTPS_EXPECTED, verified: false, reason, found, foundParts } as const
}

export function createHttpsCall(over: Partial<Exchange> = {}): Exchange {
  return {
    seq: 1,
    call: 'httpsGetMobile',
    at: START,
    request: {
      method: 'POST',
      path: '/h5/getMobile',
      fields: toParts({ appId: '300011877495', sign: '050e5f4ee2ba8836546f7ba42893d2a4' }),
      referer: '',
    },
    enrichment: { openType: '', insertedMasked: '138****8000', via: 'cm-5g', cause: null },
    preSign: HTTPS_PARTS.slice(0, -1),
    md5: { ...HTTPS_EXPECTED, verified: true },
    faults: [],
    answer: createAnswer('103000'),
    ...over,
  }
}

export function createVerifyCall(over: Partial<Exchange> = {}): Exchange {
  return {
    seq: 3,
    call: 'verify',
    at: START + 5_000,
    request: {
      method: 'POST',
      path: '/NumberAbility/h5/verifyVmMobileApi.htm',
      fields: toParts({ 'body.token': 'STsid…', 'body.userInformation': 'SFVB' }),
      referer: '',
    },
    signature: createVerifiedFinding(),
    phoneNum: { opened: true, typedMasked: '138****8000' },
    faults: [],
    answer: createAnswer('000'),
    ...over,
  }
}

export function createTrace(exchanges: readonly Exchange[], over: Partial<Trace> = {}): Trace {
  return {
    id: '0123456789abcdef0123456789abcdef',
    line: 'production',
    appId: '300011877495',
    handset: 'cm-5g',
    msgId: 'a'.repeat(32),
    verifyMsgIds: [],
    msisdnMasked: '138****8000',
    startedAt: START,
    outcome: 'verified',
    lastCode: '000',
    exchanges,
    ...over,
  }
}
