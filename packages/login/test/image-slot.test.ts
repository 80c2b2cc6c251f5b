import { createImageSlot } from '../src/image-slot'

const image = (src: string) => ({ src, referrerPolicy: 'no-referrer' as const })
const live = () => new AbortController().signal

test('the slot holds the image until the view reports that it loaded', async () => {
  const slot = createImageSlot()
  const loading = slot.load(image('http://carrier.test/1'), live())
  const shown = slot.store.getState()
  expect(shown).toMatchObject({ src: 'http://carrier.test/1', referrerPolicy: 'no-referrer' })
  slot.reportLoaded(shown?.key ?? -1)
  await expect(loading).resolves.toBeUndefined()
  expect(slot.store.getState()).toBeNull()
})

test('loading rejects when the view reports an error', async () => {
  const slot = createImageSlot()
  const loading = slot.load(image('http://carrier.test/1'), live())
  slot.reportFailed(slot.store.getState()?.key ?? -1)
  await expect(loading).rejects.toThrow('failed to load')
  expect(slot.store.getState()).toBeNull()
})

test('the slot is emptied when the attempt is aborted', async () => {
  const slot = createImageSlot()
  const controller = new AbortController()
  const loading = slot.load(image('http://carrier.test/1'), controller.signal)
  controller.abort()
  expect(slot.store.getState()).toBeNull()
  await expect(loading).rejects.toThrow('aborted before its image loaded')
})

test('a late report on an earlier image does not count for the present one', async () => {
  const slot = createImageSlot()
  const controller = new AbortController()
  slot.load(image('http://carrier.test/1'), controller.signal).catch(() => undefined)
  const stale = slot.store.getState()?.key ?? -1
  controller.abort()
  const loading = slot.load(image('http://carrier.test/2'), live())
  slot.reportFailed(stale)
  slot.reportLoaded(slot.store.getState()?.key ?? -1)
  await expect(loading).resolves.toBeUndefined()
})

test('loading rejects when another image replaces this one', async () => {
  const slot = createImageSlot()
  const first = slot.load(image('http://carrier.test/1'), live())
  const second = slot.load(image('http://carrier.test/2'), live())
  await expect(first).rejects.toThrow('another image')
  slot.reportLoaded(slot.store.getState()?.key ?? -1)
  await expect(second).resolves.toBeUndefined()
})

test('aborting a replaced image’s attempt does not affect the present image', async () => {
  const slot = createImageSlot()
  const controller = new AbortController()
  slot.load(image('http://carrier.test/1'), controller.signal).catch(() => undefined)
  slot.load(image('http://carrier.test/2'), live())
  controller.abort()
  expect(slot.store.getState()).toMatchObject({ src: 'http://carrier.test/2' })
})

test('the slot stays empty for an attempt that was aborted before', async () => {
  const slot = createImageSlot()
  await expect(slot.load(image('http://carrier.test/1'), AbortSignal.abort())).rejects.toThrow(
    'aborted before its image loaded',
  )
  expect(slot.store.getState()).toBeNull()
})

test('a second report of the view is ignored', async () => {
  const slot = createImageSlot()
  const loading = slot.load(image('http://carrier.test/1'), live())
  const key = slot.store.getState()?.key ?? -1
  slot.reportLoaded(key)
  slot.reportFailed(key)
  await expect(loading).resolves.toBeUndefined()
})

test('the listener on the attempt’s signal is removed with the image', async () => {
  const slot = createImageSlot()
  const signal = live()
  const removed = jest.spyOn(signal, 'removeEventListener')
  const added = jest.spyOn(signal, 'addEventListener')
  const loading = slot.load(image('http://carrier.test/1'), signal)
  slot.reportLoaded(slot.store.getState()?.key ?? -1)
  await loading
  expect(removed.mock.calls).toEqual(added.mock.calls)
})
