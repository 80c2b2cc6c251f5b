// The demo in DevTools, as a page object.
import { join } from 'node:path'
import type { MiniProgram } from './connect'

type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>
type InputElement = Element & { input(text: string): Promise<void> }

const TIMEOUT_MS = 15_000
const RETRY_MS = 100

export class DemoApp {
  constructor(
    private readonly miniProgram: MiniProgram,
    private readonly pictures: string,
  ) {}

  /** Opens one of the demo's pages with a handset of the simulator. */
  async open(page: 'standard' | 'custom', handset: string): Promise<void> {
    // `miniProgram.reLaunch` would always wait for three seconds.
    await this.miniProgram.callWxMethod('reLaunch', { url: `/pages/${page}/index?handset=${handset}` })
    await this.expectText('本机号码登录')
  }

  async agree(): Promise<void> {
    await this.#retry('checkbox of the terms', async () => actOn(await this.#find('.lnl-checkbox'), (box) => box.tap()))
    await this.tap('本机号码登录')
  }

  /** Types the number into the field. */
  async type(phone: string): Promise<void> {
    await this.#retry('phone field', async () =>
      actOn(await this.#find<InputElement>('.lnl-input'), (field) => field.input(phone)),
    )
  }

  /** Taps the button with exactly this text. */
  async tap(text: string): Promise<void> {
    await this.#retry(`button 「${text}」`, async () => actOn(await this.#findButton(text), (button) => button.tap()))
  }

  /** Whether there is a button with exactly this text. */
  async hasButton(text: string): Promise<boolean> {
    return (await this.#findButton(text)) !== null
  }

  async expectText(text: string): Promise<void> {
    await this.#retry(`「${text}」`, async () => (await this.#readText()).includes(text))
  }

  /** Saves `name.png` among the pictures. */
  async takePicture(name: string): Promise<void> {
    await this.miniProgram.screenshot({ path: join(this.pictures, `${name}.png`) })
  }

  async #find<E extends Element>(selector: string): Promise<E | null> {
    return ((await (await this.miniProgram.currentPage())?.$(selector)) ?? null) as E | null
  }

  async #findButton(text: string): Promise<Element | null> {
    const buttons: readonly Element[] = (await (await this.miniProgram.currentPage())?.$$('button')) ?? []
    for (const button of buttons) if ((await button.text()).trim() === text) return button
    return null
  }

  async #readText(): Promise<string> {
    const page = (await this.#find('.demo')) ?? (await this.#find('.demo-note'))
    return (await page?.text()) ?? ''
  }

  /** Retries an attempt: when a page is rendered anew, an element may vanish between finding and tapping it. */
  async #retry(what: string, attempt: () => Promise<boolean>): Promise<void> {
    let problem = ''
    for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; ) {
      const succeeded = await attempt().catch((error: Error) => {
        problem = ` (${error.message})`
        return false
      })
      if (succeeded) return
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
    throw new Error(`no ${what} within ${TIMEOUT_MS / 1000} s${problem}; the page shows: ${await this.#readText()}`)
  }
}

/** @returns false if there is no element */
async function actOn<E>(element: E | null, action: (element: E) => Promise<void>): Promise<boolean> {
  if (element === null) return false
  await action(element)
  return true
}
