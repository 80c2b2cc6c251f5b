// What the summary above the diagram says about a login.
import { TEXTS } from '../../src/texts/texts'
import { createImageCall, createRefusedFinding, createTokenCall, createVerifyCall } from '../support/exchanges'
import { renderSummary } from '../support/markup'

const texts = TEXTS.en.diagram

test('a login that failed says what its code means and what to do', () => {
  const answer = { ms: 2, status: 200, outerCode: '130018', innerCode: '130018', cause: null }
  const page = renderSummary([createTokenCall({ answer, signature: createRefusedFinding('unknownKey') })], {
    outcome: 'failed',
    lastCode: '130018',
  })
  expect(page).toContain(texts.outcomes.failed)
  expect(page).toContain('The signature of the pre-sign did not pass.')
  expect(page).toContain('Check the private key')
})

test.each([
  ['getToken', createTokenCall],
  ['verify', createVerifyCall],
] as const)('a lost answer to %s is reported as lost, without advice on a code', (_, call) => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '000000', cause: null }
  const page = renderSummary([call({ answer })], { outcome: 'failed', lastCode: '0' })
  expect(page).toContain(`<p class="seq-meaning"><b>${texts.noAnswer}</b></p>`)
})

test.each(['verified', 'underWay', 'unfinished'] as const)('a login that is %s needs no advice', (outcome) => {
  expect(renderSummary([createTokenCall()], { outcome, lastCode: '000000' })).not.toContain('seq-meaning')
})

test('a login from an offline handset says that its request did not arrive', () => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '0', cause: null }
  const enrichment = { openType: '1', insertedMasked: null, via: 'offline', cause: 'offline' } as const
  const page = renderSummary([createImageCall({ answer, enrichment })], { outcome: 'failed', lastCode: '0' })
  expect(page).toContain(texts.notInsertedBecause.offline)
})

test('an answer without a code shows its HTTP status and what replaced the answer', () => {
  const answer = { ms: 2, status: 503, outerCode: '', innerCode: '', cause: null }
  const page = renderSummary([createTokenCall({ answer, faults: [{ status: 503 }] })], {
    outcome: 'failed',
    lastCode: 'HTTP 503',
  })
  expect(page).toContain('<code>HTTP 503</code>')
  expect(page).toContain('A proxy on the way answered')
})

test('a verified login whose answer was altered says so', () => {
  const page = renderSummary([createVerifyCall({ faults: [{ malformedJson: true }] })], {
    outcome: 'verified',
    lastCode: '000',
  })
  expect(page).toContain(texts.altered.malformedJson)
})

test('a login through another handset’s hotspot names both', () => {
  const enrichment = { openType: '1', insertedMasked: '139****9000', via: 'cm-4g', cause: null }
  expect(renderSummary([createImageCall({ enrichment })], {})).toContain(
    'China Mobile 5G (on the hotspot of China Mobile 4G)',
  )
  expect(renderSummary([createImageCall()], {})).not.toContain('hotspot')
})
