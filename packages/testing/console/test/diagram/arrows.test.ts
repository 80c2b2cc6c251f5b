import type { Exchange } from '@local-number/simulator-contract'
import { arrowsOf } from '../../src/diagram/arrows'
import { imageCall, tokenCall, verifyCall } from '../support/exchanges'

/** `jssdk>gateway imageRequest seen`, a line an arrow. */
const drawn = (exchange: Exchange, line: 'production' | 'test' = 'production') =>
  arrowsOf(exchange, line).map(({ kind, from, to, state }) => `${from}>${to} ${kind} ${state}`)

describe('number taking', () => {
  test('passes the gateway, which adds the number', () => {
    expect(drawn(imageCall())).toEqual([
      'jssdk>gateway imageRequest seen',
      'gateway>platform enriched seen',
      'platform>jssdk imageAnswer seen',
    ])
  })

  test('has no gateway on the test line', () => {
    expect(drawn(imageCall({ enrichment: undefined }), 'test')).toEqual([
      'jssdk>platform imageRequest seen',
      'platform>jssdk imageAnswer seen',
    ])
  })

  test('of a handset without a network ends before the gateway', () => {
    const offline = imageCall({
      enrichment: { openType: '1', insertedMasked: null, via: 'offline', cause: 'offline' },
      answer: { ms: 1, status: null, outerCode: '0', innerCode: '0', cause: null },
    })
    expect(drawn(offline)).toEqual(['jssdk>gateway imageRequest lost'])
  })

  test('that a proxy answers or a portal redirects never reaches the platform', () => {
    for (const fault of [{ status: 503 }, { redirect: 'http://portal.example/' }]) {
      expect(drawn(imageCall({ faults: [fault] }))).toEqual([
        'jssdk>gateway imageRequest seen',
        'gateway>jssdk imageAnswer seen',
      ])
    }
  })

  test('is drawn as far as it came while it is under way', () => {
    const underWay = imageCall({ answer: null })
    expect(drawn({ ...underWay, enrichment: undefined })).toEqual([
      'jssdk>gateway imageRequest seen',
      'gateway>jssdk imageAnswer pending',
    ])
    expect(drawn(underWay)).toContain('platform>jssdk imageAnswer pending')
  })
})

describe('the token', () => {
  test('needs a sign, so page and business server must have spoken', () => {
    expect(drawn(tokenCall())).toEqual([
      'page>server preSign deduced',
      'server>page sign deduced',
      'jssdk>platform tokenRequest seen',
      'platform>jssdk tokenAnswer seen',
    ])
  })

  test('asked for without a sign says nothing of the business server', () => {
    const bare = tokenCall({ request: { ...tokenCall().request, fields: [{ name: 'body.sign', value: '' }] } })
    expect(drawn(bare)).toEqual(['jssdk>platform tokenRequest seen', 'platform>jssdk tokenAnswer seen'])
  })

  test('whose request was dropped is lost on the way, and nobody answers', () => {
    const dropped = tokenCall({
      faults: [{ drop: 'request' }],
      answer: { ms: 1, status: null, outerCode: '0', innerCode: '0', cause: null },
    })
    expect(drawn(dropped).slice(2)).toEqual(['jssdk>platform tokenRequest lost'])
  })

  test('whose answer was dropped was asked for all the same', () => {
    const dropped = tokenCall({
      faults: [{ drop: 'answer' }],
      answer: { ms: 1, status: null, outerCode: '0', innerCode: '000000', cause: null },
    })
    expect(drawn(dropped).slice(2)).toEqual(['jssdk>platform tokenRequest seen', 'platform>jssdk tokenAnswer lost'])
  })
})

test('a verify call follows the number and the token that the page handed over', () => {
  expect(drawn(verifyCall())).toEqual([
    'page>server phoneAndToken deduced',
    'server>platform verifyRequest seen',
    'platform>server verifyAnswer seen',
  ])
})
