import { createPage, run, waitFor } from '../support/run'

const createOnLoadPage = (code: string) => createPage({ js: `Page({ async onLoad() { ${code} } })` })

test('stored values come back as JSON from synchronous and asynchronous calls', async () => {
  const { logged } = await run(
    createOnLoadPage(`
    const kept = { a: [1] }; wx.setStorageSync('k', kept); kept.a.push(2)
    console.info(wx.getStorageSync('k'))
    await wx.setStorage({ key: 'l', data: 'text' })
    console.info((await wx.getStorage({ key: 'l' })).data, wx.getStorageInfoSync().keys)`),
  )
  await waitFor(() => expect(logged()).toEqual([{ a: [1] }, ['text', ['k', 'l']]]))
})

test('a missing key is an empty text synchronously and a failure asynchronously', async () => {
  const { logged } = await run(
    createOnLoadPage(
      `console.info(wx.getStorageSync('none')); wx.getStorage({ key: 'none', fail: ({ errMsg }) => console.info(errMsg) })`,
    ),
  )
  await waitFor(() => expect(logged()).toEqual(['', 'getStorage:fail data not found']))
})

test('values can be removed and cleared, and the size is in KB, rounded up', async () => {
  const { logged } = await run(
    createOnLoadPage(`
    wx.setStorageSync('a', 'x'.repeat(2000)); wx.setStorageSync('b', 1)
    console.info(wx.getStorageInfoSync().currentSize); wx.removeStorageSync('a')
    console.info(wx.getStorageInfoSync().keys); await wx.clearStorage(); console.info(wx.getStorageInfoSync().keys)`),
  )
  await waitFor(() => expect(logged()).toEqual([2, ['b'], []]))
})
