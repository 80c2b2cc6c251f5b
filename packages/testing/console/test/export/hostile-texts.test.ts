// What a client sends stays text in the diagram and in the exported file, and is not part of a file's name.

import type { Exchange, Trace } from '@local-number/simulator-contract'
import { parse } from 'parse5'
import { exportPage } from '../../src/export/export-page'
import { toFileName } from '../../src/export/file-name'
import {
  createImageCall,
  createRefusedFinding,
  createTokenCall,
  createTrace,
  createVerifyCall,
} from '../support/exchanges'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'><svg/onload=alert(3)>",
  '</style><script>alert(4)</script>',
  '</title><iframe src=javascript:alert(5)>',
  '<a href="javascript:alert(6)">',
  '<!--',
  ']]>',
]

/** A login in which every text from outside, or made from one, is this text. */
function createHostileTrace(text: string): Trace {
  const fields = ['query.userInformation', 'body.sign', 'body.token', text].map((name) => ({ name, value: text }))
  const request = { method: 'POST' as const, path: `/${text}`, fields, referer: text }
  const parts = [{ name: text, value: text }]
  const answer = { ms: 1, status: 200, outerCode: text, innerCode: text, cause: null }
  const signature = {
    ...createRefusedFinding('otherText', text),
    expectedText: text,
    expectedParts: parts,
    registeredKeys: [text],
  }
  const enrichment = { openType: text, insertedMasked: text, via: text, cause: null }
  const exchanges: Exchange[] = [
    createImageCall({ request, answer, enrichment, faults: [{ code: text, redirect: text, contentType: text }] }),
    createTokenCall({ request, answer, preSign: parts, signature }),
    createVerifyCall({ request, answer, signature, phoneNum: { opened: true, typedMasked: text } }),
  ]
  return createTrace(exchanges, { appId: text, msgId: text, msisdnMasked: text, lastCode: text, outcome: 'failed' })
}

interface Element {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Element[]
}

function listElements(node: Element): Element[] {
  return [node, ...(node.childNodes ?? []).flatMap(listElements)]
}

const exportHostile = (text: string) =>
  exportPage({
    trace: createHostileTrace(text),
    names: { 'cm-5g': text },
    locale: 'en',
    css: 'p { color: red }',
    now: 0,
  })

test.each(HOSTILE)('%s stays text in the exported file', (text) => {
  const elements = listElements(parse(exportHostile(text)) as unknown as Element)
  const names = new Set(elements.map(({ nodeName }) => nodeName))
  for (const name of ['script', 'img', 'svg', 'iframe', 'a', 'object', 'link', 'base', 'form', '#comment']) {
    expect(names).not.toContain(name)
  }
  const attributes = elements.flatMap(({ attrs }) => attrs ?? [])
  expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'href')).toEqual([])
})

test('the exported file shows what was sent, character by character', () => {
  expect(exportHostile('<b>&amp;</b>')).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;')
})

test('the policy of the exported file forbids scripts, requests, forms and another base', () => {
  expect(exportHostile('x')).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
  )
})

test('an exported file is named after the time and the hex digits of the id', () => {
  const startedAt = new Date(2026, 5, 1, 12, 3, 9).getTime()
  expect(toFileName({ id: '0123456789abcdef0123456789abcdef', startedAt }, 'json')).toBe(
    'login-20260601-120309-01234567.json',
  )
  expect(toFileName({ id: '../"><script>', startedAt }, 'html')).toMatch(/^login-[0-9]{8}-[0-9]{6}-[0-9a-f]*\.html$/)
})

const INVISIBLE = ['\u202e', '\u0007', '\u0085', '\u200b', '\u2066', '\ufeff'] as const

test.each(INVISIBLE)(
  'a character that would reverse, hide or move the text beside it is shown by its code (%j)',
  (character) => {
    const text = `a${character}b`
    const fields = [{ name: text, value: text }]
    const request = { method: 'POST' as const, path: '/', fields, referer: text }
    const sent = createTrace(
      [createTokenCall({ request, preSign: fields, signature: createRefusedFinding('otherText', text) })],
      {
        appId: text,
        msgId: text,
      },
    )
    const page = exportPage({ trace: sent, names: {}, locale: 'en', css: '', now: 0 })
    expect(page.includes(character)).toBe(false)
    const mark = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    expect(page.split(`a<span class="seq-unseen">${mark}</span>b`).length).toBeGreaterThan(5)
  },
)
