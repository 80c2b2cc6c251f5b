// The demo in DevTools, in the words of the person who uses it.
import { join } from 'node:path'
import type { MiniProgram } from './connect'

type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

const PATIENCE_MS = 10_000
const AGAIN_MS = 100

export class DemoApp {
  constructor(
    private readonly miniProgram: MiniProgram,
    private readonly pictures: string,
  ) {}

  /** Starts one of the demo's pages anew, with a handset of the simulator in the hand. */
  async open(page: 'standard' | 'custom', handset: string): Promise<void> {
    // Not `miniProgram.reLaunch`, which waits for three seconds whatever happens.
    await this.miniProgram.callWxMethod('reLaunch', { url: `/pages/${page}/index?handset=${handset}` })
    await this.sees('同意并继续')
  }

  async agree(): Promise<void> {
    const box = await this.#soon('box of the terms', async () => (await this.#page())?.$('.lnl-checkbox'))
    await box.tap()
    await this.tap('同意并继续')
  }

  /** Types the number into the field. */
  async type(phone: string): Promise<void> {
    const field = await this.#soon('phone field', async () => (await this.#page())?.$('.lnl-input'))
    if (!('input' in field)) throw new Error(`.lnl-input is a <${field.tagName}>, not a field`)
    await (field.input as (text: string) => Promise<void>)(phone)
  }

  /** Presses the button that says exactly this. */
  async tap(words: string): Promise<void> {
    const button = await this.#soon(`button 「${words}」`, () => this.#button(words))
    await button.tap()
  }

  async has(words: string): Promise<boolean> {
    return Boolean(await this.#button(words))
  }

  async sees(words: string): Promise<void> {
    await this.#soon(`「${words}」`, async () => (await this.#text()).includes(words))
  }

  /** `name.png` among the pictures. */
  async picture(name: string): Promise<void> {
    await this.miniProgram.screenshot({ path: join(this.pictures, `${name}.png`) })
  }

  #page(): Promise<Page | undefined> {
    return this.miniProgram.currentPage()
  }

  async #button(words: string): Promise<Element | undefined> {
    const buttons: readonly Element[] = (await (await this.#page())?.$$('button')) ?? []
    for (const button of buttons) if ((await button.text()).trim() === words) return button
    return undefined
  }

  async #text(): Promise<string> {
    const page = await this.#page()
    const shown = (await page?.$('.demo')) ?? (await page?.$('.demo-note'))
    return (await shown?.text()) ?? ''
  }

  async #soon<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const found = await look()
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
    throw new Error(`no ${what} within ${PATIENCE_MS / 1000} s; the page says: ${await this.#text()}`)
  }
}
