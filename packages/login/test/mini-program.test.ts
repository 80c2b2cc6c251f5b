// WeChat's logic layer is JavaScript and little else: the whole client, bundled, in a context with nothing but timers.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { createWx, type Host } from '@local-number/weapp-runtime/node'
import { build } from 'tsup'
import type * as Client from './mini-program/client'

/** Of ES2018 and later, or of the web: older phones and the logic layer lack them. `global` is there, and empty. */
const STRIPPED = `
  delete Array.prototype.at; delete Array.prototype.flat; delete Array.prototype.flatMap; delete Object.fromEntries
  delete String.prototype.at; delete String.prototype.matchAll; delete String.prototype.replaceAll
  delete Promise.allSettled; delete Promise.any; delete Promise.prototype.finally
  delete this.Intl; delete this.WebAssembly; delete this.queueMicrotask; delete this.globalThis
`

let bundle: string
beforeAll(async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'mini-program-'))
  try {
    await build({
      config: false,
      silent: true,
      entry: { client: join(__dirname, 'mini-program/client.ts') },
      format: 'iife',
      globalName: 'client',
      target: 'es2018',
      noExternal: [/./],
      outDir,
      esbuildOptions: (options) => {
        options.conditions = ['@local-number/source', 'module']
      },
    })
    bundle = await readFile(join(outDir, 'client.global.js'), 'utf8')
  } finally {
    await rm(outDir, { recursive: true })
  }
})

function inLogicLayer(): typeof Client {
  const context = createContext({ global: {}, setTimeout, clearTimeout })
  runInContext(STRIPPED, context)
  runInContext(bundle, context)
  return runInContext('client', context)
}

const ANSWERS: Readonly<Record<string, object>> = {
  sign: {
    sign: 'SIGNED',
    ids: { traceId: '0123456789ABCDEFGHIJKLMNOPQRSTUV', timestamp: '20261122080000000', version: '1.0' },
    attemptId: 'ATTEMPT',
    traceId: 'TRACE',
  },
  'getToken.htm': { header: { resultCode: '000000' }, body: { token: 'TOKEN', resultDesc: '' } },
  getMobile: { header: {}, body: { resultCode: '103000', resultDesc: '', token: 'HTTPS TOKEN' } },
  verify: { outcome: 'verified', code: '000', attemptsLeft: 4, traceId: 'TRACE', ticket: 'TICKET' },
}

/** @param answer of the host instead of its own; `null`: its own */
function createTestWx(answer: (call: string, body: string | null) => Promise<never> | null = () => null) {
  const requests: string[] = []
  const host: Host = {
    request: async ({ url, body }) => {
      const call = url.split('/').pop() ?? ''
      requests.push(call)
      return (await answer(call, body)) ?? { status: 200, headers: {}, body: JSON.stringify(ANSWERS[call]) }
    },
    abort: () => undefined,
    callFunction: async () => null,
  }
  const systemInfo = { brand: '红米', model: '红米 Note', language: 'zh_CN' }
  return { ...createWx({ host, systemInfo, appId: 'wx10a00cf000000000' }), requests }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

async function until(state: () => string, name: string): Promise<void> {
  while (state() !== name) {
    if (state() === 'fallback') throw new Error('the login fell back')
    await turn()
  }
}

test('the bundle holds neither React nor Taro nor the advice on return codes', () => {
  // esbuild names each module by its path from the working directory.
  expect(bundle).toMatch(/\bsrc\/transition\.ts$/m)
  expect(bundle).not.toMatch(/node_modules\/(react|@tarojs|zustand\/(esm\/)?(index|react))/)
  expect(bundle).not.toMatch(/protocol\/src\/(advice|return-codes)|开放平台/)
})

test.each([
  ['our SDK', false],
  ['a YDRZ object under the driver', true],
])('a whole login runs in WeChat’s logic layer over %s', async (_what, driven) => {
  const { wx, requests } = createTestWx()
  const { openLogin, createVendorDriver, createMiniProgramYdrz } = inLogicLayer()
  const sdk = driven ? createVendorDriver(createMiniProgramYdrz(wx)) : undefined
  const { login, slot, disconnect } = openLogin(wx, { sdk })
  const state = () => login.store.getState().name
  slot.store.subscribe((image) => image && setTimeout(() => slot.reportLoaded(image.key), 0))

  login.actions.agree()
  await until(state, 'phoneEntry')
  login.actions.edit('+86 138 0013 8000')
  login.actions.submit()
  await until(state, 'verified')
  expect(login.store.getState()).toMatchObject({ ticket: 'TICKET', phone: '13800138000' })
  expect(requests).toEqual(['sign', 'getToken.htm', 'verify'])
  disconnect()
})

test('a whole login runs in WeChat’s logic layer in the HTTPS edition, without an image', async () => {
  const { wx, requests } = createTestWx()
  const { openLogin, createHttpsMiniProgramSdk } = inLogicLayer()
  const { login, slot, disconnect } = openLogin(wx, { sdk: createHttpsMiniProgramSdk(wx), name: 'https' })
  const state = () => login.store.getState().name
  const mounted = jest.fn()
  slot.store.subscribe(mounted)

  login.actions.agree()
  await until(state, 'phoneEntry')
  login.actions.edit('13800138000')
  login.actions.submit()
  await until(state, 'verified')
  expect(requests).toEqual(['sign', 'getMobile', 'verify'])
  expect(mounted).not.toHaveBeenCalled()
  disconnect()
})

test('a verification that WeChat interrupts in the background is asked for again, as it was, when the user returns', async () => {
  const sent: unknown[] = []
  let interrupt: () => void = () => undefined
  const { wx, requests } = createTestWx((call, body) => {
    if (call !== 'verify' || sent.push(body) > 1) return null
    return new Promise((_resolve, reject) => {
      interrupt = () => reject(new Error('interrupted'))
    })
  })
  let notify: (inForeground: boolean) => void = () => undefined
  const foreground = {
    onChange: (listener: typeof notify) => {
      notify = listener
      return () => undefined
    },
  }
  const { openLogin, createHttpsMiniProgramSdk } = inLogicLayer()
  const { login, disconnect } = openLogin(wx, { sdk: createHttpsMiniProgramSdk(wx), name: 'https', foreground })
  const state = () => login.store.getState().name

  login.actions.agree()
  await until(state, 'phoneEntry')
  login.actions.edit('13800138000')
  login.actions.submit()
  while (sent.length === 0) await turn()
  notify(false)
  interrupt()
  await turn()
  notify(true)
  await until(state, 'verified')
  expect(requests).toEqual(['sign', 'getMobile', 'verify', 'verify'])
  expect(sent).toEqual([sent[0], sent[0]])
  disconnect()
})

test('leaving during number retrieval works in WeChat’s logic layer', async () => {
  const wx = { ...createTestWx().wx, request: () => ({ abort: jest.fn() }) }
  const { login, slot, disconnect } = inLogicLayer().openLogin(wx)
  login.actions.agree()
  while (slot.store.getState() === null) await turn()
  login.actions.leave()
  expect(login.store.getState()).toMatchObject({ name: 'fallback', reason: 'userChoice' })
  expect(slot.store.getState()).toBeNull()
  disconnect()
})

test('the document’s own methods work in WeChat’s logic layer', async () => {
  const ydrz = inLogicLayer().createMiniProgramYdrz(createTestWx().wx)
  const appId = '300011877495'
  const src = ydrz.getImgSrc({ appId, openType: '1' })
  expect(ydrz.getSign(appId)).toContain(/msgId=(\w{32})/.exec(src)?.[1])
  const result = await new Promise((success, error) =>
    ydrz.getTokenInfo({ data: { appId, sign: 'SIGNED' }, success, error }),
  )
  expect(result).toMatchObject({ code: '000000', token: 'TOKEN' })
})
