import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../src/env'
import { createTextFinder } from '../../src/sign/consent-texts'
import { serverEnvironment } from '../support/environment'
import { findProblems } from '../support/problems'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consent-texts-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const write = (files: Readonly<Record<string, string | Uint8Array>>) => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}
const environment = (versions = '2026-01') => ({
  ...serverEnvironment,
  LOCAL_NUMBER_CONSENT_VERSIONS: versions,
  LOCAL_NUMBER_CONSENT_TEXTS: folder,
})
const read = (versions?: string) => readEnvironment([environment(versions)], { variables: {} }).server.consentTexts

it('a folder becomes the texts by version and locale', () => {
  write({ '2026-01.zh-CN.md': '条款', '2026-01.en.txt': 'Terms', '1.0.zh-cn.md': '旧条款' })
  expect(read()).toEqual({ '2026-01': { 'zh-CN': '条款', en: 'Terms' }, '1.0': { 'zh-CN': '旧条款' } })
})

it.each([
  ['line ends', Buffer.from('Terms\r\n\n')],
  ['a byte order mark', Buffer.from('\uFEFFTerms')],
  ['spaces around it', Buffer.from('  Terms  ')],
])('the hash of a text with %s is that of its file', (_, bytes) => {
  write({ '2026-01.en.md': bytes })
  expect(createTextFinder(read() ?? {})('2026-01', 'en')).toBe(createHash('sha256').update(bytes).digest('hex'))
})

it('hidden files, folders and files of other kinds do not count', () => {
  write({ '2026-01.en.md': 'Terms', '._2026-01.en.md': 'a leftover', '2026-01.en.pdf': 'the same', notes: 'x' })
  mkdirSync(join(folder, '..data'))
  mkdirSync(join(folder, 'drafts'))
  expect(read()).toEqual({ '2026-01': { en: 'Terms' } })
})

it.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
  ['without texts', {}, 'names a folder without texts: they are files such as 2026-01.zh-CN.md'],
  ['with a text that names no locale', { 'README.md': 'x' }, 'holds README.md: a text is named <version>.<locale>.md'],
  ['with a version for a locale', { '1.0.md': 'x' }, 'holds 1.0.md: a text is named <version>.<locale>.md'],
  ['with a locale that is none', { '2026-01.zh_CN.md': 'x' }, 'holds 2026-01.zh_CN.md: a text is named'],
  ['with an empty text', { '2026-01.en.md': '' }, 'holds 2026-01.en.md, which is empty'],
  ['with a text in Latin-1', { '2026-01.en.md': Uint8Array.of(0xe9) }, 'which is not UTF-8'],
  [
    'with a text twice',
    { '2026-01.en.md': 'a', '2026-01.EN.txt': 'b' },
    'holds two texts of the version 2026-01 in en',
  ],
])('a folder %s is refused', (_, files, problem) => {
  write(files)
  expect(findProblems(environment())).toEqual([expect.stringMatching(/^LOCAL_NUMBER_CONSENT_TEXTS /)])
  expect(findProblems(environment())).toEqual([expect.stringContaining(problem)])
})

it('a folder that is not there is refused with the reason', () => {
  const env = { ...environment(), LOCAL_NUMBER_CONSENT_TEXTS: join(folder, 'missing') }
  expect(findProblems(env)).toEqual([
    'LOCAL_NUMBER_CONSENT_TEXTS must be a folder with the texts of the terms, and cannot be read (ENOENT)',
  ])
})

it('an accepted version without a text is refused', () => {
  write({ '2026-01.en.md': 'Terms' })
  expect(findProblems(environment('2026-01,2026-02'))).toEqual([
    'LOCAL_NUMBER_CONSENT_VERSIONS is a list, separated by commas: each item must have a text in consentTexts',
  ])
})

describe('a start without texts', () => {
  const findWarnings = (NODE_ENV: string) =>
    readEnvironment([{ ...serverEnvironment, NODE_ENV }], { variables: {} }).warnings

  it('in production is a warning: receipts then do not say which text the user saw', () => {
    expect(findWarnings('production')).toEqual([
      expect.stringMatching(/^LOCAL_NUMBER_CONSENT_TEXTS is not set: .*which text/),
    ])
  })

  it('of the SMS way alone is a warning of its own', () => {
    write({ '1.en.md': 'Terms' })
    const sms = { LOCAL_NUMBER_SMS_SENDERS: 'webhook', LOCAL_NUMBER_SMS_WEBHOOK_URL: 'https://messages.example.com' }
    const secret = { LOCAL_NUMBER_SMS_WEBHOOK_SECRET: 'an7Xq0Pz'.repeat(4) }
    const layer = { ...serverEnvironment, ...environment('1'), ...sms, ...secret, NODE_ENV: 'production' }
    const { warnings } = readEnvironment([layer], { variables: {} })
    expect(warnings).toContainEqual(expect.stringMatching(/^LOCAL_NUMBER_SMS_CONSENT_TEXTS is not set/))
    expect(warnings).not.toContainEqual(expect.stringMatching(/^LOCAL_NUMBER_WECHAT_CONSENT_TEXTS/))
  })

  it('in development is none', () => {
    expect(findWarnings('development')).toEqual([])
  })
})
