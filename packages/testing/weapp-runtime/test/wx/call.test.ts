import { eventually, onePage, run } from '../support/run'

const loading = (code: string) => onePage({ js: `Page({ async onLoad() { ${code} } })` })

test('success, then complete, after the code that asked', async () => {
  const { logged } = await run(
    loading(
      `wx.getNetworkType({ complete: ({ errMsg }) => console.info('complete', errMsg), success: ({ errMsg }) => console.info('success', errMsg) }); console.info('asked')`,
    ),
  )
  await eventually(() => expect(logged()).toHaveLength(3))
  expect(logged()).toEqual(['asked', ['success', 'getNetworkType:ok'], ['complete', 'getNetworkType:ok']])
})

test('without callbacks there is a promise; with one there is none', async () => {
  const { logged } = await run(
    loading(`
    console.info(typeof wx.getNetworkType({ success() {} }))
    console.info((await wx.getNetworkType()).networkType)
    await wx.getStorage({ key: 'none' }).catch(({ errMsg }) => console.info(errMsg))`),
  )
  await eventually(() => expect(logged()).toEqual(['undefined', '4g', 'getStorage:fail data not found']))
})

test('a callback that throws is the mini-program’s error, and complete still comes', async () => {
  const { device, logged } = await run(
    loading(`wx.getNetworkType({ success() { throw new Error('mine') }, complete: () => console.info('complete') })`),
  )
  await eventually(() => expect(logged()).toEqual(['complete']))
  expect((await device.report()).errors).toEqual([expect.stringContaining('mine')])
})
