import type { Exchange } from '@local-number/simulator-contract'
import { toArrows } from '../../src/diagram/arrows'
import { createHttpsCall, createImageCall, createTokenCall, createVerifyCall } from '../support/exchanges'

/** One line per arrow: `jssdk>gateway imageRequest seen`. */
const listArrows = (exchange: Exchange, line: 'production' | 'test' = 'production') =>
  toArrows(exchange, line).map(({ kind, from, to, state }) => `${from}>${to} ${kind} ${state}`)

describe('the arrows of number retrieval', () => {
  test('pass the gateway, which adds the number', () => {
    expect(listArrows(createImageCall())).toEqual([
      'jssdk>gateway imageRequest seen',
      'gateway>platform enriched seen',
      'platform>jssdk imageAnswer seen',
    ])
  })

  test('have no gateway on the test line', () => {
    expect(listArrows(createImageCall({ enrichment: undefined }), 'test')).toEqual([
      'jssdk>platform imageRequest seen',
      'platform>jssdk imageAnswer seen',
    ])
  })

  test('end before the gateway if the handset has no network', () => {
    const offline = createImageCall({
      enrichment: { openType: '1', insertedMasked: null, via: 'offline', cause: 'offline' },
      answer: { ms: 1, status: null, outerCode: '0', innerCode: '0', cause: null },
    })
    expect(listArrows(offline)).toEqual(['jssdk>gateway imageRequest lost'])
  })

  test('do not reach the platform if a proxy answers or a portal redirects', () => {
    for (const fault of [{ status: 503 }, { redirect: 'http://portal.example/' }]) {
      expect(listArrows(createImageCall({ faults: [fault] }))).toEqual([
        'jssdk>gateway imageRequest seen',
        'gateway>jssdk imageAnswer seen',
      ])
    }
  })

  test('end where the request is while it is under way', () => {
    const underWay = createImageCall({ answer: null })
    expect(listArrows({ ...underWay, enrichment: undefined })).toEqual([
      'jssdk>gateway imageRequest seen',
      'gateway>jssdk imageAnswer pending',
    ])
    expect(listArrows(underWay)).toContain('platform>jssdk imageAnswer pending')
  })
})

describe('the arrows of a token request', () => {
  test('with a sign include the deduced messages between page and business server', () => {
    expect(listArrows(createTokenCall())).toEqual([
      'page>server preSign deduced',
      'server>page sign deduced',
      'jssdk>platform tokenRequest seen',
      'platform>jssdk tokenAnswer seen',
    ])
  })

  test('without a sign do not include the business server', () => {
    const bare = createTokenCall({
      request: { ...createTokenCall().request, fields: [{ name: 'body.sign', value: '' }] },
    })
    expect(listArrows(bare)).toEqual(['jssdk>platform tokenRequest seen', 'platform>jssdk tokenAnswer seen'])
  })

  test('end in a lost request, without an answer, if the request was dropped', () => {
    const dropped = createTokenCall({
      faults: [{ drop: 'request' }],
      answer: { ms: 1, status: null, outerCode: '0', innerCode: '0', cause: null },
    })
    expect(listArrows(dropped).slice(2)).toEqual(['jssdk>platform tokenRequest lost'])
  })

  test('include the request and a lost answer if the answer was dropped', () => {
    const dropped = createTokenCall({
      faults: [{ drop: 'answer' }],
      answer: { ms: 1, status: null, outerCode: '0', innerCode: '000000', cause: null },
    })
    expect(listArrows(dropped).slice(2)).toEqual([
      'jssdk>platform tokenRequest seen',
      'platform>jssdk tokenAnswer lost',
    ])
  })
})

describe('the arrows of the HTTPS edition’s call', () => {
  test('begin with the deduced sign, and pass the gateway, which adds the number', () => {
    expect(listArrows(createHttpsCall())).toEqual([
      'page>server idsRequest deduced',
      'server>page idsAndSign deduced',
      'jssdk>gateway httpsRequest seen',
      'gateway>platform enriched seen',
      'platform>jssdk httpsAnswer seen',
    ])
  })

  test('have no gateway on the test line', () => {
    expect(listArrows(createHttpsCall({ enrichment: undefined }), 'test').slice(2)).toEqual([
      'jssdk>platform httpsRequest seen',
      'platform>jssdk httpsAnswer seen',
    ])
  })

  test.each(['offline', 'noMobileData'] as const)('end in a lost request if the cause is %s', (cause) => {
    const lost = createHttpsCall({
      enrichment: { openType: '', insertedMasked: null, via: 'ios18-wifi', cause },
      answer: { ms: 1, status: null, outerCode: '0', innerCode: '0', cause: null },
    })
    expect(listArrows(lost).slice(2)).toEqual(['jssdk>gateway httpsRequest lost'])
  })
})

test('the arrows of a verify call begin with the deduced message that hands over number and token', () => {
  expect(listArrows(createVerifyCall())).toEqual([
    'page>server phoneAndToken deduced',
    'server>platform verifyRequest seen',
    'platform>server verifyAnswer seen',
  ])
})
