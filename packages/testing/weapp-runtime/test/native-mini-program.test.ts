// A whole mini-program written by hand, as a user goes through it; the same journeys run in Chromium (e2e/tests/weapp/native.spec.ts).
import { join } from 'node:path'
import { packMiniProgram } from '../src'
import { eventually, type Run, start } from './support/run'
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
  // Blanks between tags are not rendered.
  const shows = (run: Run, selector: string, text: string) =>
    eventually(() => expect(run.text(selector).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, '')))

  test('a list by template, with WXS, conditions and an included footer', async () => {
    const run = await open('list')
    await shows(run, '#heading', 'GOODS')
    await shows(run, '#tea', '1. tea cheap remove')
    await shows(run, '#rice', '2. rice fair remove')
    await shows(run, '#fish', '3. fish dear remove')
    await shows(run, '#footer', '3 rows, ¥22.50')
    await run.clean()
  })

  test('a row is removed by its own button, which catches the tap, until nothing is left', async () => {
    const run = await open('list')
    run.tap('#tea .remove')
    await shows(run, '#footer', '2 rows, ¥18.50')
    await shows(run, '#rice', '1. rice fair remove')
    run.tap('#rice .remove')
    run.tap('#fish .remove')
    await shows(run, '#empty', 'nothing left')
    expect(await run.device.pages()).toEqual(['pages/list/list'])
    await run.clean()
  })

  test('a row opens its page with a query; what that page says changes the list; back comes back', async () => {
    const run = await open('list')
    run.tap('#fish')
    await shows(run, '#detail', 'fish for 12.5, visit 1')
    expect(run.text('.weapp-title')).toBe('fish')
    run.tap('#rename')
    run.tap('#back')
    await shows(run, '#fish', '3. old fish dear remove')
    expect(run.text('.weapp-title')).toBe('List')
    run.tap('#tea')
    await shows(run, '#detail', 'tea for 4, visit 2')
    await run.clean()
  })

  test('a component: property, behavior, observer, slots, its event, and its method by selectComponent', async () => {
    const run = await open('list')
    await shows(run, '#counter', 'before visits: 2 (even) inside')
    run.tap('#value')
    await shows(run, '#value', 'visits: 3 (odd)')
    await shows(run, '#counted', 'counted 3')
    run.tap('#raise')
    await shows(run, '#counted', 'counted 8')
    await shows(run, '#tea', '1. tea dear remove')
    await run.clean()
  })

  test('a form, two ways', async () => {
    const run = await open('form')
    expect(run.find('#submit').hasAttribute('disabled')).toBe(true)
    run.type('#name', 'Li')
    await shows(run, '#greeting', 'hello Li')
    run.type('#code', '1a23')
    await eventually(() => expect((run.find('#code input') as HTMLInputElement).value).toBe('123'))
    run.tap('#topping-salt')
    await shows(run, '#chosen', 'salt')
    run.tap('#large')
    run.tap('#spicy-label')
    run.tap('#submit')
    await shows(run, '#sent', 'Li, 123, salt, large, true')
    await run.clean()
  })

  test('an image loads without a Referer, another fails', async () => {
    const run = await open('services')
    await shows(run, '#picture-state', 'number wide')
    run.tap('#break')
    await shows(run, '#picture-state', 'failed')
    expect(
      server.asked.filter(({ url }) => url.endsWith('.gif')).map(({ headers }) => headers.referer),
    ).not.toContainEqual(expect.anything())
    await run.clean()
  })

  test('a request, and its answer in the storage', async () => {
    const run = await open('services')
    run.tap('#ask')
    await shows(run, '#answer', '200 POST how much')
    await run.clean()
  })

  test.each([
    ['#agree', 'allowed'],
    ['#disagree', 'requirePrivacyAuthorize:fail privacy permission is not authorized'],
  ])('a pop-up of its own for privacy: %s', async (button, outcome) => {
    const run = await open('services', { privacy: 'ask' })
    run.tap('#guarded')
    await eventually(() => run.find('#pop-up'))
    run.tap(button)
    await shows(run, '#guarded-state', outcome)
    expect(() => run.find('#pop-up')).toThrow()
    await run.clean()
  })

  test('navigators reach the other pages', async () => {
    const run = await open('list')
    run.tap('#services')
    await eventually(async () =>
      expect(await run.device.pages()).toEqual(['pages/list/list', 'pages/services/services']),
    )
    await run.device.back()
    run.tap('#form')
    await eventually(async () => expect(await run.device.pages()).toEqual(['pages/list/list', 'pages/form/form']))
    await run.clean()
  })
})
