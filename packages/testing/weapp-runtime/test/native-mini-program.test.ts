// Journeys through a mini-program written by hand. The same ones run in Chromium (e2e/tests/weapp/native.spec.ts).
import { join } from 'node:path'
import { packMiniProgram } from '../src'
import { type Run, start, waitFor } from './support/run'
import { PIXEL, startServer, type TestServer } from './support/server'

const PACKAGE = packMiniProgram(join(__dirname, 'native-mini-program'))

let server: TestServer

beforeAll(async () => {
  server = await startServer(({ url, method, body }, response) => {
    if (url === '/picture.gif') response.setHeader('content-type', 'image/gif').end(PIXEL)
    else if (url === '/ask') response.end(JSON.stringify({ answer: `${method} ${JSON.parse(body).question}` }))
    else response.writeHead(404).end()
  })
})
afterAll(() => server.close())

describe.each([0, 20])('with a latency of %d ms', (latencyMs) => {
  const open = (page: string, settings = {}): Promise<Run> =>
    start(PACKAGE, {
      latencyMs,
      launchUrl: `pages/${page}/${page}?server=${encodeURIComponent(server.url)}`,
      ...settings,
    })
  // Spaces between tags are not rendered.
  const expectText = (run: Run, selector: string, text: string) =>
    waitFor(() => expect(run.text(selector).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, '')))

  test('the list is rendered with templates, WXS, conditions and an included footer', async () => {
    const run = await open('list')
    await expectText(run, '#heading', 'GOODS')
    await expectText(run, '#tea', '1. tea cheap remove')
    await expectText(run, '#rice', '2. rice fair remove')
    await expectText(run, '#fish', '3. fish dear remove')
    await expectText(run, '#footer', '3 rows, ¥22.50')
    await run.expectClean()
  })

  test('a row’s button removes the row without opening it', async () => {
    const run = await open('list')
    run.tap('#tea .remove')
    await expectText(run, '#footer', '2 rows, ¥18.50')
    await expectText(run, '#rice', '1. rice fair remove')
    run.tap('#rice .remove')
    run.tap('#fish .remove')
    await expectText(run, '#empty', 'nothing left')
    expect(await run.device.pages()).toEqual(['pages/list/list'])
    await run.expectClean()
  })

  test('a row opens its page with a query, and events of that page change the list', async () => {
    const run = await open('list')
    run.tap('#fish')
    await expectText(run, '#detail', 'fish for 12.5, visit 1')
    expect(run.text('.weapp-title')).toBe('fish')
    run.tap('#rename')
    run.tap('#back')
    await expectText(run, '#fish', '3. old fish dear remove')
    expect(run.text('.weapp-title')).toBe('List')
    run.tap('#tea')
    await expectText(run, '#detail', 'tea for 4, visit 2')
    await run.expectClean()
  })

  test('a component works with property, behavior, observer, slots, event and selectComponent', async () => {
    const run = await open('list')
    await expectText(run, '#counter', 'before visits: 2 (even) inside')
    run.tap('#value')
    await expectText(run, '#value', 'visits: 3 (odd)')
    await expectText(run, '#counted', 'counted 3')
    run.tap('#raise')
    await expectText(run, '#counted', 'counted 8')
    await expectText(run, '#tea', '1. tea dear remove')
    await run.expectClean()
  })

  test('a form works with two-way binding and with setData', async () => {
    const run = await open('form')
    expect(run.find('#submit').hasAttribute('disabled')).toBe(true)
    run.type('#name', 'Li')
    await expectText(run, '#greeting', 'hello Li')
    run.type('#code', '1a23')
    await waitFor(() => expect((run.find('#code input') as HTMLInputElement).value).toBe('123'))
    run.tap('#topping-salt')
    await expectText(run, '#chosen', 'salt')
    run.tap('#large')
    run.tap('#spicy-label')
    run.tap('#submit')
    await expectText(run, '#sent', 'Li, 123, salt, large, true')
    await run.expectClean()
  })

  test('an image loads without a Referer, and a missing one fails', async () => {
    const run = await open('services')
    await expectText(run, '#picture-state', 'number wide')
    run.tap('#break')
    await expectText(run, '#picture-state', 'failed')
    expect(
      server.requests.filter(({ url }) => url.endsWith('.gif')).map(({ headers }) => headers.referer),
    ).not.toContainEqual(expect.anything())
    await run.expectClean()
  })

  test('the answer of a request is kept in the storage', async () => {
    const run = await open('services')
    run.tap('#ask')
    await expectText(run, '#answer', '200 POST how much')
    await run.expectClean()
  })

  test.each([
    ['#agree', 'allowed'],
    ['#disagree', 'requirePrivacyAuthorize:fail privacy permission is not authorized'],
  ])('its own privacy pop-up answers with %s', async (button, outcome) => {
    const run = await open('services', { privacy: 'ask' })
    run.tap('#guarded')
    await waitFor(() => run.find('#pop-up'))
    run.tap(button)
    await expectText(run, '#guarded-state', outcome)
    expect(() => run.find('#pop-up')).toThrow()
    await run.expectClean()
  })

  test('navigators open the other pages', async () => {
    const run = await open('list')
    run.tap('#services')
    await waitFor(async () => expect(await run.device.pages()).toEqual(['pages/list/list', 'pages/services/services']))
    await run.device.back()
    run.tap('#form')
    await waitFor(async () => expect(await run.device.pages()).toEqual(['pages/list/list', 'pages/form/form']))
    await run.expectClean()
  })
})
