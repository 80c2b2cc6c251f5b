// The phone of the HTTPS edition: what it gives to the client SDK, and what it restores.
import type { HttpsClient, HttpsDevice } from '../../../src/client/https/client'
import { GRANTED, TOKEN, withHttpsPhone } from '../../../src/client/https/phone'
import { Unmet } from '../../../src/scenario'
import { Unusable } from '../../../src/unusable'

const open = () => {
  throw new Error('the image edition is not opened')
}

/** A subject whose client does this with its device. */
const createSubject = (requestToken: (device: HttpsDevice) => Promise<object>) => ({
  open,
  openHttps: (device: HttpsDevice): HttpsClient => ({ requestToken: () => requestToken(device) }),
})

interface Page {
  readonly fetch: (url: string, init?: object) => Promise<{ json(): Promise<{ body: { token: string } }> }>
}

const fetchToken = async (device: HttpsDevice) => {
  const { fetch } = (device as { browser: Page }).browser
  const { body } = await (await fetch('https://a.cn/', { method: 'post', headers: { A: 'b' }, body: '{"c":1}' })).json()
  return { token: body.token }
}

test('a page has fetch, navigator and screen, and its request is recorded', async () => {
  await withHttpsPhone(createSubject(fetchToken), { edition: 'httpsH5' }, async ({ requestToken, sent, globals }) => {
    expect(await requestToken()).toEqual({ granted: { token: TOKEN }, afterMs: 50 })
    expect(sent).toEqual([
      { url: 'https://a.cn/', method: 'POST', contentType: '', headers: { a: 'b' }, body: { c: 1 } },
    ])
    expect(Reflect.get(globalThis, 'navigator')).toHaveProperty('userAgent')
    expect(globals.listChanges()).toEqual([])
  })
})

test('a request that is given up is counted, and rejects', async () => {
  const subject = createSubject(async (device) => {
    const controller = new AbortController()
    const pending = (device as { browser: Page }).browser.fetch('https://a.cn/', { signal: controller.signal })
    controller.abort()
    return pending
  })
  await withHttpsPhone(subject, { edition: 'httpsH5' }, async ({ requestToken, countAborted }) => {
    expect(await requestToken()).toMatchObject({ failed: { name: 'AbortError' }, afterMs: 0 })
    expect(countAborted()).toBe(1)
  })
})

test('an unreachable platform rejects, and a silent one never answers', async () => {
  await withHttpsPhone(createSubject(fetchToken), { edition: 'httpsH5' }, async (phone) => {
    phone.answerWith('unreachable')
    expect(await phone.requestToken()).toMatchObject({ failed: expect.any(TypeError) })
    phone.answerWith('silent')
    await expect(phone.requestToken()).rejects.toThrow(Unmet)
    phone.answerWith(GRANTED)
    expect(await phone.requestToken()).toHaveProperty('granted')
  })
})

test('images of a page are counted', async () => {
  const subject = createSubject(async () => Reflect.construct(Reflect.get(globalThis, 'Image'), []))
  await withHttpsPhone(subject, { edition: 'httpsH5' }, async ({ requestToken, countImages }) => {
    await requestToken()
    expect(countImages()).toBe(1)
  })
})

test('a mini-program has wx and no fetch', async () => {
  const seen: unknown[] = []
  const subject = createSubject(async (device) => {
    seen.push(Object.keys(device), typeof fetch, Reflect.get(globalThis, 'wx') === Reflect.get(device, 'wx'))
    return {}
  })
  await withHttpsPhone(subject, { edition: 'httpsMiniProgram' }, async ({ requestToken }) => {
    await requestToken()
  })
  expect(seen).toEqual([['wx'], 'undefined', true])
})

test('globals are restored after a scenario, also if it fails', async () => {
  const before = [fetch, Date, setTimeout, Reflect.get(globalThis, 'Image')]
  const failing = withHttpsPhone(createSubject(fetchToken), { edition: 'httpsH5' }, async () => {
    throw new Unmet('a rule')
  })
  await expect(failing).rejects.toThrow('a rule')
  expect([fetch, Date, setTimeout, Reflect.get(globalThis, 'Image')]).toEqual(before)
})

test('a module without the HTTPS edition cannot be tested in it', async () => {
  await expect(withHttpsPhone({ open }, { edition: 'httpsH5' }, async () => undefined)).rejects.toThrow(Unusable)
})
