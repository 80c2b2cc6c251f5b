import { createPage, run, waitFor } from '../support/run'

/** Scrolls a page that is 1000 pixels high in a window of 400. */
const scroll = (page: HTMLElement, scrollTop: number) => {
  Object.defineProperties(page, {
    scrollHeight: { configurable: true, value: 1000 },
    clientHeight: { configurable: true, value: 400 },
  })
  page.scrollTop = scrollTop
  page.dispatchEvent(new (page.ownerDocument.defaultView as unknown as { Event: typeof Event }).Event('scroll'))
}

test.each([
  ['50 pixels by default', {}, [549, 550]],
  ['the page’s own distance', { onReachBottomDistance: 100 }, [499, 500]],
])('onReachBottom runs once for each time that the page comes near its end: %s', async (_, json, [before, near]) => {
  const js = `Page({ onPageScroll({ scrollTop }) { console.info(scrollTop) }, onReachBottom() { console.info('end') } })`
  const { find, logged, expectClean } = await run(createPage({ js, json }))
  const tops = [before, near, 600, before, 600] as number[]
  for (const [index, top] of tops.entries()) {
    scroll(find('.weapp-page'), top)
    await waitFor(() => expect(logged().filter((each) => each !== 'end')).toHaveLength(index + 1))
  }
  expect(logged()).toEqual([before, near, 'end', 600, before, 600, 'end'])
  await expectClean()
})
