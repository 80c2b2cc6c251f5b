import { createImageSlot } from '../src/image-slot'

const image = (src: string) => ({ src, referrerPolicy: 'no-referrer' as const })
const live = () => new AbortController().signal

test('holds the image until the view reports that it loaded, then nothing', async () => {
  const slot = createImageSlot()
  const loading = slot.load(image('http://carrier.test/1'), live())
  const shown = slot.store.getState()
  expect(shown).toMatchObject({ src: 'http://carrier.test/1', referrerPolicy: 'no-referrer' })
  slot.loaded(shown?.key ?? -1)
  await expect(loading).resolves.toBeUndefined()
  expect(slot.store.getState()).toBeNull()
})

test('rejects when the view reports an error', async () => {
  const slot = createImageSlot()
  const loading = slot.load(image('http://carrier.test/1'), live())
  slot.failed(slot.store.getState()?.key ?? -1)
  await expect(loading).rejects.toThrow('failed to load')
  expect(slot.store.getState()).toBeNull()
})

test('is emptied when the attempt is aborted', () => {
  const slot = createImageSlot()
  const controller = new AbortController()
  slot.load(image('http://carrier.test/1'), controller.signal)
  controller.abort()
  expect(slot.store.getState()).toBeNull()
})

test('a late report on an earlier image is not taken for the present one', async () => {
  const slot = createImageSlot()
  const controller = new AbortController()
  slot.load(image('http://carrier.test/1'), controller.signal)
  const stale = slot.store.getState()?.key ?? -1
  controller.abort()
  const loading = slot.load(image('http://carrier.test/2'), live())
  slot.failed(stale)
  slot.loaded(slot.store.getState()?.key ?? -1)
  await expect(loading).resolves.toBeUndefined()
})
