// Proves that the tests of the compiled mini-program can fail: a login ends differently without one of the bindings and
// attributes in its templates.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stack } from '@local-number/stack'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { startInJsdom } from '@local-number/weapp-runtime/jsdom'
import { createPhoneHost, DEMO_BUILD, PHONE } from '../../support/mini-program'
import { nightlyUnless } from '../../support/nightly'
import { expect, test } from '../../support/test'

const VERIFIED = '验证成功'

interface Mutation {
  readonly name: string
  readonly pattern: RegExp
  /** Text that the user reads at the end. */
  readonly end: string
  /** The gate runs one of each kind: a component's event, a user's event, an attribute. @default false */
  readonly inGate?: boolean
}

const MUTATIONS: readonly Mutation[] = [
  { name: 'bindload of <image>', pattern: / bindload="eh"/g, end: '网络超时', inGate: true },
  { name: 'src of <image>', pattern: / src="{{i\.\w+}}"/g, end: '网络超时' },
  { name: 'referrer-policy of <image>', pattern: / referrer-policy="{{[^}]*}}"/g, end: ' · 500', inGate: true },
  { name: 'bindinput of <input>', pattern: / bindinput="eh"/g, end: '请输入 11 位手机号' },
  { name: 'bindtap', pattern: / bindtap="eh"/g, end: '无需短信验证码', inGate: true },
  { name: 'the content of <text>', pattern: /{{i\.v}}/g, end: '' },
]

for (const latencyMs of [0, 20]) {
  test(`the unchanged templates verify a number with a latency of ${latencyMs} ms between the layers`, async ({
    stack,
  }) => {
    expect(await logIn(DEMO_BUILD, stack, latencyMs)).toContain(VERIFIED)
  })
}

for (const { name, pattern, end, inGate = false } of MUTATIONS) {
  test(`the templates without ${name} do not verify a number`, nightlyUnless(inGate), async ({ stack }) => {
    const folder = copyWithout(pattern)
    try {
      const text = await logIn(folder, stack, 0)
      expect(text).not.toContain(VERIFIED)
      expect(text).toContain(end)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}

/** @returns a copy of the build whose templates lack what the pattern matches */
function copyWithout(pattern: RegExp): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-mutation-'))
  cpSync(DEMO_BUILD, folder, { recursive: true })
  const file = join(folder, 'base.wxml')
  const original = readFileSync(file, 'utf8')
  const changed = original.replace(pattern, '')
  expect(changed, 'the pattern matches something in the templates').not.toBe(original)
  writeFileSync(file, changed)
  return folder
}

/** Longer than the image's time limit of 5 s, after which a login without an image ends; also on a busy machine. */
const PATIENCE_MS = 10_000
/** For the steps after a failed one, which mostly fail, too. */
const AFTER_FAILURE_MS = 1_000

/** Takes a user's steps as far as they succeed. @returns the text on the screen at the end */
async function logIn(folder: string, stack: Stack, latencyMs: number): Promise<string> {
  const phone = await startInJsdom(packMiniProgram(folder), { ...PHONE, host: createPhoneHost(stack), latencyMs })
  const { document } = phone.window
  const readText = () => document.querySelector('.weapp-pages')?.textContent ?? ''
  const findButton = (name: string) =>
    [...document.querySelectorAll('wx-button')].find(({ textContent }) => textContent === name) ?? null
  let timeout = PATIENCE_MS
  const waitUntil = (condition: () => boolean) => expect.poll(condition, { timeout }).toBe(true)
  /** Waits for an element or the end of the login. @returns null when the login ended without it */
  const waitFor = async (find: () => Element | null): Promise<Element | null> => {
    await waitUntil(() => find() !== null || ENDS.some((end) => readText().includes(end)))
    return find()
  }
  try {
    const steps: Array<() => Promise<unknown>> = [
      async () => phone.tap((await waitFor(() => document.querySelector('.lnl-checkbox')))!),
      async () => waitUntil(() => document.querySelector('.lnl-checkbox-ticked') !== null),
      async () => phone.tap((await waitFor(() => findButton('本机号码登录')))!),
      async () => phone.type((await waitFor(() => document.querySelector('wx-input')))!, '13800138000'),
      async () => waitUntil(() => document.querySelector('input')?.value === '138 0013 8000'),
      async () => phone.tap(findButton('登录')!),
      async () => waitFor(() => null),
    ]
    // The login of a mutated build ends at a step that fails.
    for (const step of steps) {
      await step().catch(() => {
        timeout = AFTER_FAILURE_MS
      })
    }
    return readText()
  } finally {
    phone.close()
  }
}

/** Texts that end a login. */
const ENDS = [VERIFIED, '反馈编号', '请输入 11 位手机号', '请先阅读并勾选协议']
