// What one is told of a login at a glance.
import { TEXTS } from '../../src/texts/texts'
import { imageCall, refused, tokenCall, verifyCall } from '../support/exchanges'
import { summarised } from '../support/markup'

const texts = TEXTS.en.diagram

test('a login that failed says what its code means and what to do', () => {
  const answer = { ms: 2, status: 200, outerCode: '130018', innerCode: '130018', cause: null }
  const page = summarised([tokenCall({ answer, signature: refused('unknownKey') })], {
    outcome: 'failed',
    lastCode: '130018',
  })
  expect(page).toContain(texts.outcomes.failed)
  expect(page).toContain('The signature of the pre-sign did not pass.')
  expect(page).toContain('Check the private key')
})

test.each([
  ['getToken', tokenCall],
  ['verify', verifyCall],
] as const)('a lost answer of %s is told as that, and as no code of the platform', (_, call) => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '000000', cause: null }
  const page = summarised([call({ answer })], { outcome: 'failed', lastCode: '0' })
  expect(page).toContain(`<p class="seq-meaning"><b>${texts.noAnswer}</b></p>`)
})

test.each(['verified', 'underWay'] as const)('a login that is %s needs no advice', (outcome) => {
  expect(summarised([tokenCall()], { outcome, lastCode: '000000' })).not.toContain('seq-meaning')
})

test('a login from an offline handset says that nobody heard it', () => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '0', cause: null }
  const enrichment = { openType: '1', insertedMasked: null, via: 'offline', cause: 'offline' } as const
  const page = summarised([imageCall({ answer, enrichment })], { outcome: 'failed', lastCode: '0' })
  expect(page).toContain(texts.notInsertedBecause.offline)
})

test('an answer without a code shows its status and what came in its place', () => {
  const answer = { ms: 2, status: 503, outerCode: '', innerCode: '', cause: null }
  const page = summarised([tokenCall({ answer, faults: [{ status: 503 }] })], {
    outcome: 'failed',
    lastCode: 'HTTP 503',
  })
  expect(page).toContain('<code>HTTP 503</code>')
  expect(page).toContain('A proxy on the way answered')
})

test('a login that the platform verified, but whose answer was spoilt, says so', () => {
  const page = summarised([verifyCall({ faults: [{ malformedJson: true }] })], { outcome: 'verified', lastCode: '000' })
  expect(page).toContain(texts.spoilt.malformedJson)
})

test('a login through another handset’s hotspot names both', () => {
  const enrichment = { openType: '1', insertedMasked: '139****9000', via: 'cm-4g', cause: null }
  expect(summarised([imageCall({ enrichment })], {})).toContain('China Mobile 5G (on the hotspot of China Mobile 4G)')
  expect(summarised([imageCall()], {})).not.toContain('hotspot')
})
