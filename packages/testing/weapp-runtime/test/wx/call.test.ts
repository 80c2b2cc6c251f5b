import { createPage, run, waitFor } from '../support/run'

const createOnLoadPage = (code: string) => createPage({ js: `Page({ async onLoad() { ${code} } })` })

test('success comes before complete, and both after the calling code', async () => {
  const { logged } = await run(
    createOnLoadPage(
      `wx.getNetworkType({ complete: ({ errMsg }) => console.info('complete', errMsg), success: ({ errMsg }) => console.info('success', errMsg) }); console.info('asked')`,
    ),
  )
  await waitFor(() => expect(logged()).toHaveLength(3))
  expect(logged()).toEqual(['asked', ['success', 'getNetworkType:ok'], ['complete', 'getNetworkType:ok']])
})

test('a call returns a promise only if it has no callbacks', async () => {
  const { logged } = await run(
    createOnLoadPage(`
    console.info(typeof wx.getNetworkType({ success() {} }))
    console.info((await wx.getNetworkType()).networkType)
    await wx.getStorage({ key: 'none' }).catch(({ errMsg }) => console.info(errMsg))`),
  )
  await waitFor(() => expect(logged()).toEqual(['undefined', '4g', 'getStorage:fail data not found']))
})

test('an error in a callback is reported, and complete is still called', async () => {
  const { device, logged } = await run(
    createOnLoadPage(
      `wx.getNetworkType({ success() { throw new Error('mine') }, complete: () => console.info('complete') })`,
    ),
  )
  await waitFor(() => expect(logged()).toEqual(['complete']))
  expect((await device.report()).errors).toEqual([expect.stringContaining('mine')])
})
