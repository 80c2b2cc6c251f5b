// The runs of the compiled mini-program can fail: each thing that is taken out of its templates ends a login elsewhere.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stack } from '@local-number/stack'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { startInJsdom } from '@local-number/weapp-runtime/jsdom'
import { DEMO_BUILD, PHONE, phoneHost } from '../../support/mini-program'
import { nightlyUnless } from '../../support/nightly'
import { expect, test } from '../../support/test'

const VERIFIED = '验证成功'

/** One of each kind runs in the gate: an event out, an event in, an attribute. */
interface Mutation {
  readonly name: string
  readonly pattern: RegExp
  /** What the user ends up reading. */
  readonly end: string
  readonly inGate?: boolean
}

const MUTATIONS: readonly Mutation[] = [
  { name: 'bindload of <image>', pattern: / bindload="eh"/g, end: '编号 · image ·', inGate: true },
  { name: 'src of <image>', pattern: / src="{{i\.\w+}}"/g, end: '编号 · image ·' },
  { name: 'referrer-policy of <image>', pattern: / referrer-policy="{{[^}]*}}"/g, end: '编号 · 500 ·', inGate: true },
  { name: 'bindinput of <input>', pattern: / bindinput="eh"/g, end: '请输入 11 位手机号' },
  {
    name: 'bindchange of <checkbox-group>',
    pattern: /(<checkbox-group[^>]*) bindchange="eh"/g,
    end: '请先阅读并勾选同意',
  },
  { name: 'bindtap', pattern: / bindtap="eh"/g, end: '无需短信验证码', inGate: true },
  { name: 'the words of <text>', pattern: /{{i\.v}}/g, end: '' },
]

for (const latencyMs of [0, 20]) {
  test(`with ${latencyMs} ms between the layers, the templates as they are end in a verified number`, async ({
    stack,
  }) => {
    expect(await walked(DEMO_BUILD, stack, latencyMs)).toContain(VERIFIED)
  })
}

for (const { name, pattern, end, inGate = false } of MUTATIONS) {
  test(`without ${name} no number is verified`, nightlyUnless(inGate), async ({ stack }) => {
    const folder = mutated(pattern)
    try {
      const read = await walked(folder, stack, 0)
      expect(read).not.toContain(VERIFIED)
      expect(read).toContain(end)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}

function mutated(pattern: RegExp): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-mutation-'))
  cpSync(DEMO_BUILD, folder, { recursive: true })
  const file = join(folder, 'base.wxml')
  const original = readFileSync(file, 'utf8')
  const changed = original.replace(pattern, (_whole, kept: unknown) => (typeof kept === 'string' ? kept : ''))
  expect(changed, 'the mutation finds what it takes out').not.toBe(original)
  writeFileSync(file, changed)
  return folder
}

/** Longer than the image's own limit of 5 s, which ends a login that waits for an image in vain, on a busy machine too. */
const PATIENCE_MS = 10_000
/** Once something did not come, what hangs on it will not come either. */
const SPENT_MS = 1_000

/** Does all that a user does, as far as it gets; gives what the screen says in the end. */
async function walked(folder: string, stack: Stack, latencyMs: number): Promise<string> {
  const phone = await startInJsdom(packMiniProgram(folder), { ...PHONE, host: phoneHost(stack), latencyMs })
  const { document } = phone.window
  const words = () => document.querySelector('.weapp-pages')?.textContent ?? ''
  const button = (name: string) =>
    [...document.querySelectorAll('wx-button')].find(({ textContent }) => textContent === name) ?? null
  let timeout = PATIENCE_MS
  const comes = (holds: () => boolean) => expect.poll(holds, { timeout }).toBe(true)
  /** Whatever of it comes first; nothing when nothing comes. */
  const appears = async (find: () => Element | null): Promise<Element | null> => {
    await comes(() => find() !== null || ENDS.some((end) => words().includes(end)))
    return find()
  }
  try {
    const steps: Array<() => Promise<unknown>> = [
      async () => phone.tap((await appears(() => document.querySelector('wx-checkbox')))!),
      async () => comes(() => document.querySelector('[aria-checked=true]') !== null),
      async () => phone.tap((await appears(() => button('同意并继续')))!),
      async () => phone.type((await appears(() => document.querySelector('wx-input')))!, '13800138000'),
      async () => comes(() => document.querySelector('input')?.value === '138 0013 8000'),
      async () => phone.tap(button('登录')!),
      async () => appears(() => null),
    ]
    // A step that cannot be taken is where such a login ends.
    for (const step of steps) {
      await step().catch(() => {
        timeout = SPENT_MS
      })
    }
    return words()
  } finally {
    phone.close()
  }
}

/** Words after which nothing more comes. */
const ENDS = [VERIFIED, '编号 ·', '请输入 11 位手机号', '请先阅读并勾选同意']
