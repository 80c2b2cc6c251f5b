// What the diagram says about a login.
import { CAUSE_ACTORS } from '@local-number/protocol/return-codes'
import type { FaultEffect, Md5Reason, PhoneNumReason, SignatureReason } from '@local-number/simulator-contract'
import { describeFault } from '../../src/diagram/describe-fault'
import { TEXTS } from '../../src/texts/texts'
import {
  createHttpsCall,
  createImageCall,
  createRefusedFinding,
  createRefusedMd5,
  createTokenCall,
  createVerifyCall,
  HTTPS_PARTS,
  PRE_SIGN,
  START,
} from '../support/exchanges'
import { renderDiagram } from '../support/markup'

const texts = TEXTS.en.diagram

test('a complete login shows every message, with times within and between calls', () => {
  const page = renderDiagram([createImageCall(), createTokenCall(), createVerifyCall()])
  const https = renderDiagram([createHttpsCall(), createVerifyCall()])
  for (const name of Object.values(texts.arrows)) expect(page + https).toContain(name)
  expect(page).toContain('995 ms later')
  expect(page).toContain('took 5 ms')
  expect(page).toContain('138****8000 inserted')
})

test('the pre-sign is shown part by part, each in its color', () => {
  const page = renderDiagram([createTokenCall()])
  for (const { name, value } of PRE_SIGN) {
    expect(page).toContain(`<bdi class="seq-part seq-part-${name}">${value}</bdi>`)
  }
})

test('a verified signature names the key that it matches', () => {
  expect(renderDiagram([createTokenCall()])).toContain(texts.signedBy('0123456789abcdef'))
})

test.each(Object.keys(texts.signatureReasons) as SignatureReason[])(
  'a signature that is refused as %s says why, in an open arrow',
  (reason) => {
    const page = renderDiagram([createTokenCall({ signature: createRefusedFinding(reason) })])
    expect(page).toContain(escaped(texts.signatureReasons[reason]))
    expect(page).toMatch(/data-arrow="tokenRequest"><details open=""/)
  },
)

test('the text of the HTTPS edition is shown part by part, each in its color, without the appKey', () => {
  const page = renderDiagram([createHttpsCall()])
  for (const { name, value } of HTTPS_PARTS) {
    expect(page).toContain(`<bdi class="seq-part seq-part-${name}">${value}</bdi>`)
  }
  expect(page).toContain(texts.md5Scheme)
})

test.each(Object.keys(texts.md5Reasons) as Md5Reason[])(
  'an MD5 that is refused as %s says why, in an open arrow',
  (reason) => {
    const page = renderDiagram([createHttpsCall({ md5: createRefusedMd5(reason) })])
    expect(page).toContain(escaped(texts.md5Reasons[reason]))
    expect(page).toMatch(/data-arrow="httpsRequest"><details open=""/)
  },
)

test('a text that was hashed instead is shown in colors, its separators without a row', () => {
  const foundParts = HTTPS_PARTS.flatMap((part) => [{ name: '', value: '&' }, part]).slice(1)
  const page = renderDiagram([createHttpsCall({ md5: createRefusedMd5('otherText', '', foundParts) })])
  expect(page).toContain(texts.md5FoundText)
  expect(page).toContain('<bdi class="seq-part seq-part-other">&amp;</bdi>')
  expect(page).not.toContain('<dt><bdi class="seq-part seq-part-other">')
})

test('a number that another carrier’s SIM does not give names the carrier, and no openType', () => {
  const enrichment = { openType: '', insertedMasked: null, via: 'cu-5g', cause: 'otherCarrier', owner: 'CU' } as const
  const page = renderDiagram([createHttpsCall({ enrichment })])
  expect(page).toContain(TEXTS.en.handsets.carriers.CU)
  expect(page).not.toContain('<dt>openType</dt>')
})

test('if another text was signed, the differences are marked', () => {
  const text = PRE_SIGN.map(({ value }) => value).join('')
  const page = renderDiagram([
    createTokenCall({
      signature: createRefusedFinding('otherText', text.replace('a'.repeat(32), `${'a'.repeat(30)}XY`)),
    }),
  ])
  expect(page).toContain('<mark><bdi>XY</bdi></mark>')
})

test.each(Object.keys(texts.phoneNumReasons) as PhoneNumReason[])(
  'a phoneNum that is refused as %s says so',
  (reason) => {
    expect(renderDiagram([createVerifyCall({ phoneNum: { opened: false, reason } })])).toContain(
      escaped(texts.phoneNumReasons[reason]),
    )
  },
)

test('a number that was not inserted says why', () => {
  for (const cause of ['wifi', 'otherCarrier', 'dataOnlySim', 'iotSim'] as const) {
    const page = renderDiagram([
      createImageCall({ enrichment: { openType: '1', insertedMasked: null, via: 'x', cause } }),
    ])
    expect(page).toContain(escaped(texts.notInsertedBecause[cause]))
  }
})

test('an image that failed shows 500 and the actual code', () => {
  const answer = { ms: 2, status: 500, outerCode: '500', innerCode: '111002', cause: 'wifi' } as const
  expect(renderDiagram([createImageCall({ answer })])).toContain('500 (111002)')
})

test('an answer that was lost is a failure, even if its code is a success', () => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '000000', cause: null }
  const page = renderDiagram([createTokenCall({ answer, faults: [{ drop: 'answer' }] })])
  expect(page).toContain(texts.noAnswer)
  expect(page).toContain('seq-chip-bad">0 (000000)')
})

test('an answer of a proxy shows its HTTP status, and no advice, because it has no code', () => {
  const answer = { ms: 2, status: 503, outerCode: '', innerCode: '', cause: null }
  const page = renderDiagram([createTokenCall({ answer, signature: undefined, faults: [{ status: 503 }] })])
  expect(page).toContain('HTTP 503')
  expect(page).not.toContain(texts.remedy)
})

test('a known cause is shown alone, and all possible causes otherwise', () => {
  const answer = { ms: 2, status: 200, outerCode: '120020', innerCode: '120020', cause: 'tokenReused' } as const
  expect(countCauses(renderDiagram([createVerifyCall({ answer })]))).toBe(1)
  expect(countCauses(renderDiagram([createVerifyCall({ answer: { ...answer, cause: null } })]))).toBeGreaterThan(1)
  expect(CAUSE_ACTORS.tokenReused).toBe('integrator')
})

test('a call under way says that it waits for the answer', () => {
  const page = renderDiagram([createTokenCall({ answer: null, signature: undefined })])
  expect(page).toContain(texts.waiting)
  expect(page).toContain('seq-pending')
})

test('faults are named on their call, with one line per effect', () => {
  const effect = { delayMs: 2_000, drop: 'answer' } as const
  expect(describeFault(effect, TEXTS.en)).toEqual(['connection dropped: the answer was lost', 'delayed by 2000 ms'])
  expect(renderDiagram([createTokenCall({ faults: [effect] })])).toContain('⚡ delayed by 2000 ms')
})

test('arrows show when they were seen, counted from the first message', () => {
  expect(renderDiagram([createImageCall(), createVerifyCall({ at: START + 61_000 })])).toContain('+1 min 1 s')
})

test('a request that did not arrive says why, in an open arrow, and has no answer', () => {
  const answer = { ms: 2, status: null, outerCode: '0', innerCode: '0', cause: null }
  const enrichment = { openType: '1', insertedMasked: null, via: 'offline', cause: 'offline' } as const
  const offline = renderDiagram([createImageCall({ answer, enrichment })])
  expect(offline).toContain(texts.notInsertedBecause.offline)
  expect(offline).toMatch(/data-arrow="imageRequest"><details open=""/)
  expect(offline).not.toContain('data-arrow="imageAnswer"')
  expect(renderDiagram([createTokenCall({ answer, faults: [{ drop: 'request' }] })])).toContain(texts.requestLost)
})

const ALTERED: readonly [FaultEffect, keyof typeof texts.altered][] = [
  [{ malformedJson: true }, 'malformedJson'],
  [{ wrongMsgId: true }, 'wrongMsgId'],
  [{ contentType: 'text/html' }, 'contentType'],
  [{ status: 503, malformedJson: true }, 'status'],
  [{ redirect: 'http://portal.example/' }, 'redirect'],
]

test.each(ALTERED)(
  'an answer that was altered by %j is explained, and marked as bad even if its code is a success',
  (effect, name) => {
    const page = renderDiagram([createTokenCall({ faults: [effect] })])
    expect(page).toContain(escaped(texts.altered[name]))
    expect(page).toContain('seq-chip-bad')
    expect(page).not.toContain('seq-chip-good')
    expect(page).toMatch(/data-arrow="tokenAnswer"><details open=""/)
  },
)

test('half an image counts as a failed number retrieval, unless the image had failed anyway', () => {
  expect(renderDiagram([createImageCall({ faults: [{ truncatedImage: true }] })])).toContain(
    texts.altered.truncatedImage,
  )
  const answer = { ms: 2, status: 500, outerCode: '500', innerCode: '111002', cause: 'wifi' } as const
  const failed = renderDiagram([createImageCall({ answer, faults: [{ truncatedImage: true }] })])
  expect(failed).not.toContain(texts.altered.truncatedImage)
})

test('a slow answer does not count as altered', () => {
  expect(renderDiagram([createTokenCall({ faults: [{ delayMs: 10, slowBodyMs: 10 }] })])).toContain('seq-chip-good')
})

test('dashed arrows are explained only in diagrams that have some', () => {
  expect(renderDiagram([createTokenCall()])).toContain(texts.deducedNote)
  expect(renderDiagram([createImageCall()])).not.toContain(texts.deducedNote)
})

test('the SIM that a request left through is named by its handset, except on Wi-Fi', () => {
  const enrichment = { openType: '1', insertedMasked: '139****9000', via: 'cm-4g', cause: null }
  expect(renderDiagram([createImageCall({ enrichment })])).toContain('China Mobile 4G')
  const wifi = renderDiagram([createImageCall({ enrichment: { ...enrichment, insertedMasked: null, cause: 'wifi' } })])
  expect(wifi).not.toContain(texts.via)
})

function countCauses(page: string): number {
  return page.match(/class="seq-actor"/g)?.length ?? 0
}

function escaped(text: string): string {
  return text.replaceAll("'", '&#x27;')
}
