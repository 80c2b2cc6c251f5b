import { eventually, onePage, run } from '../support/run'

const loading = (code: string) => onePage({ js: `Page({ async onLoad() { ${code} } })` })

test('what is stored comes back as JSON, by either way of asking', async () => {
  const { logged } = await run(
    loading(`
    const kept = { a: [1] }; wx.setStorageSync('k', kept); kept.a.push(2)
    console.info(wx.getStorageSync('k'))
    await wx.setStorage({ key: 'l', data: 'text' })
    console.info((await wx.getStorage({ key: 'l' })).data, wx.getStorageInfoSync().keys)`),
  )
  await eventually(() => expect(logged()).toEqual([{ a: [1] }, ['text', ['k', 'l']]]))
})

test('nothing stored is empty text at once, a failure by callback', async () => {
  const { logged } = await run(
    loading(
      `console.info(wx.getStorageSync('none')); wx.getStorage({ key: 'none', fail: ({ errMsg }) => console.info(errMsg) })`,
    ),
  )
  await eventually(() => expect(logged()).toEqual(['', 'getStorage:fail data not found']))
})

test('removing and clearing, and the size in kB, rounded up', async () => {
  const { logged } = await run(
    loading(`
    wx.setStorageSync('a', 'x'.repeat(2000)); wx.setStorageSync('b', 1)
    console.info(wx.getStorageInfoSync().currentSize); wx.removeStorageSync('a')
    console.info(wx.getStorageInfoSync().keys); await wx.clearStorage(); console.info(wx.getStorageInfoSync().keys)`),
  )
  await eventually(() => expect(logged()).toEqual([2, ['b'], []]))
})
