// What a reader is told of a login.
import { CAUSE_ACTORS } from '@local-number/protocol/return-codes'
import type { FaultEffect, PhoneNumReason, SignatureReason } from '@local-number/simulator-contract'
import { faultLines } from '../../src/diagram/fault-lines'
import { TEXTS } from '../../src/texts/texts'
import { imageCall, PRE_SIGN, refused, START, tokenCall, verifyCall } from '../support/exchanges'
import { drawn } from '../support/markup'

const texts = TEXTS.en.diagram

test('a whole login shows every message, with times in each call and between calls', () => {
  const page = drawn([imageCall(), tokenCall(), verifyCall()])
  for (const name of Object.values(texts.arrows)) expect(page).toContain(name)
  expect(page).toContain('995 ms later')
  expect(page).toContain('took 5 ms')
  expect(page).toContain('138****8000 inserted')
})

test('the pre-sign is taken apart, each part in its colour', () => {
  const page = drawn([tokenCall()])
  for (const { name, value } of PRE_SIGN) {
    expect(page).toContain(`<bdi class="seq-part seq-part-${name}">${value}</bdi>`)
  }
})

test('a verified signature names its key', () => {
  expect(drawn([tokenCall()])).toContain(texts.signedBy('0123456789abcdef'))
})

test.each(Object.keys(texts.signatureReasons) as SignatureReason[])(
  'a signature refused as %s says why, opened',
  (reason) => {
    const page = drawn([tokenCall({ signature: refused(reason) })])
    expect(page).toContain(escaped(texts.signatureReasons[reason]))
    expect(page).toMatch(/data-arrow="tokenRequest"><details open=""/)
  },
)

test('of another text that was signed, the difference is marked', () => {
  const text = PRE_SIGN.map(({ value }) => value).join('')
  const page = drawn([
    tokenCall({ signature: refused('otherText', text.replace('a'.repeat(32), `${'a'.repeat(30)}XY`)) }),
  ])
  expect(page).toContain('<mark><bdi>XY</bdi></mark>')
})

test.each(Object.keys(texts.phoneNumReasons) as PhoneNumReason[])('a phoneNum that is %s says so', (reason) => {
  expect(drawn([verifyCall({ phoneNum: { opened: false, reason } })])).toContain(escaped(texts.phoneNumReasons[reason]))
})

test('a number that was not inserted says why', () => {
  for (const cause of ['wifi', 'otherCarrier', 'dataOnlySim'] as const) {
    const page = drawn([imageCall({ enrichment: { openType: '1', insertedMasked: null, via: 'x', cause } })])
    expect(page).toContain(escaped(texts.notInsertedBecause[cause]))
  }
})

test('an image that failed shows 500 and what it really was', () => {
  const answer = { ms: 2, status: 500, outerCode: '500', innerCode: '111002', cause: 'wifi' } as const
  expect(drawn([imageCall({ answer })])).toContain('500 (111002)')
})

test('an answer that the platform gave and nobody got is a failure, whatever its code', () => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '000000', cause: null }
  const page = drawn([tokenCall({ answer, faults: [{ drop: 'answer' }] })])
  expect(page).toContain(texts.noAnswer)
  expect(page).toContain('seq-chip-bad">0 (000000)')
})

test('an answer of a proxy has no code, so its status is shown and no advice', () => {
  const answer = { ms: 2, status: 503, outerCode: '', innerCode: '', cause: null }
  const page = drawn([tokenCall({ answer, signature: undefined, faults: [{ status: 503 }] })])
  expect(page).toContain('HTTP 503')
  expect(page).not.toContain(texts.remedy)
})

test('a known cause is the only one shown; without it all are', () => {
  const answer = { ms: 2, status: 200, outerCode: '120020', innerCode: '120020', cause: 'tokenReused' } as const
  expect(countCauses(drawn([verifyCall({ answer })]))).toBe(1)
  expect(countCauses(drawn([verifyCall({ answer: { ...answer, cause: null } })]))).toBeGreaterThan(1)
  expect(CAUSE_ACTORS.tokenReused).toBe('integrator')
})

test('a call under way says that it waits', () => {
  const page = drawn([tokenCall({ answer: null, signature: undefined })])
  expect(page).toContain(texts.waiting)
  expect(page).toContain('seq-pending')
})

test('faults are named on their call, an effect a line', () => {
  const effect = { delayMs: 2_000, drop: 'answer' } as const
  expect(faultLines(effect, TEXTS.en)).toEqual(['connection dropped: the answer was lost', 'delayed by 2000 ms'])
  expect(drawn([tokenCall({ faults: [effect] })])).toContain('⚡ delayed by 2000 ms')
})

test('arrows tell when they were seen, counted from the first message', () => {
  expect(drawn([imageCall(), verifyCall({ at: START + 61_000 })])).toContain('+1 min 1 s')
})

test('a request that nobody heard says why, opened, and has no answer', () => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '0', cause: null }
  const enrichment = { openType: '1', insertedMasked: null, via: 'offline', cause: 'offline' } as const
  const offline = drawn([imageCall({ answer, enrichment })])
  expect(offline).toContain(texts.notInsertedBecause.offline)
  expect(offline).toMatch(/data-arrow="imageRequest"><details open=""/)
  expect(offline).not.toContain('data-arrow="imageAnswer"')
  expect(drawn([tokenCall({ answer, faults: [{ drop: 'request' }] })])).toContain(texts.requestLost)
})

const BENT: readonly [FaultEffect, keyof typeof texts.spoilt][] = [
  [{ malformedJson: true }, 'malformedJson'],
  [{ wrongMsgId: true }, 'wrongMsgId'],
  [{ contentType: 'text/html' }, 'contentType'],
  [{ status: 503, malformedJson: true }, 'status'],
  [{ redirect: 'http://portal.example/' }, 'redirect'],
]

test.each(BENT)('an answer spoilt by %j is explained, and looks bad whatever its code', (effect, name) => {
  const page = drawn([tokenCall({ faults: [effect] })])
  expect(page).toContain(escaped(texts.spoilt[name]))
  expect(page).toContain('seq-chip-bad')
  expect(page).not.toContain('seq-chip-good')
  expect(page).toMatch(/data-arrow="tokenAnswer"><details open=""/)
})

test('half an image is a number that was not taken; an image that failed anyway was not cut', () => {
  expect(drawn([imageCall({ faults: [{ truncatedImage: true }] })])).toContain(texts.spoilt.truncatedImage)
  const answer = { ms: 2, status: 500, outerCode: '500', innerCode: '111002', cause: 'wifi' } as const
  const failed = drawn([imageCall({ answer, faults: [{ truncatedImage: true }] })])
  expect(failed).not.toContain(texts.spoilt.truncatedImage)
})

test('a slow answer is not spoilt', () => {
  expect(drawn([tokenCall({ faults: [{ delayMs: 10, slowBodyMs: 10 }] })])).toContain('seq-chip-good')
})

test('dashes are explained only where there are any', () => {
  expect(drawn([tokenCall()])).toContain(texts.deducedNote)
  expect(drawn([imageCall()])).not.toContain(texts.deducedNote)
})

test('the SIM that a request left through has its handset’s name, and on Wi-Fi there is none', () => {
  const enrichment = { openType: '1', insertedMasked: '139****9000', via: 'cm-4g', cause: null }
  expect(drawn([imageCall({ enrichment })])).toContain('China Mobile 4G')
  const wifi = drawn([imageCall({ enrichment: { ...enrichment, insertedMasked: null, cause: 'wifi' } })])
  expect(wifi).not.toContain(texts.via)
})

function countCauses(page: string): number {
  return page.match(/class="seq-actor"/g)?.length ?? 0
}

function escaped(text: string): string {
  return text.replaceAll("'", '&#x27;')
}
