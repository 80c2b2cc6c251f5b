// The demo in DevTools, in the words of the person who uses it.
import { join } from 'node:path'
import type { MiniProgram } from './connect'

type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>
type InputElement = Element & { input(text: string): Promise<void> }

const PATIENCE_MS = 15_000
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
    await this.#soon('box of the terms', async () => done(await this.#find('.lnl-checkbox'), (box) => box.tap()))
    await this.tap('同意并继续')
  }

  /** Types the number into the field. */
  async type(phone: string): Promise<void> {
    await this.#soon('phone field', async () =>
      done(await this.#find<InputElement>('.lnl-input'), (field) => field.input(phone)),
    )
  }

  /** Presses the button that says exactly this. */
  async tap(words: string): Promise<void> {
    await this.#soon(`button 「${words}」`, async () => done(await this.#button(words), (button) => button.tap()))
  }

  /** Is there a button that says exactly this? */
  async has(words: string): Promise<boolean> {
    return (await this.#button(words)) !== null
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

  async #find<E extends Element>(selector: string): Promise<E | null> {
    return ((await (await this.#page())?.$(selector)) ?? null) as E | null
  }

  async #button(words: string): Promise<Element | null> {
    const buttons: readonly Element[] = (await (await this.#page())?.$$('button')) ?? []
    for (const button of buttons) if ((await button.text()).trim() === words) return button
    return null
  }

  async #text(): Promise<string> {
    const shown = (await this.#find('.demo')) ?? (await this.#find('.demo-note'))
    return (await shown?.text()) ?? ''
  }

  /** A page that is drawn anew takes its elements away, even between finding one and tapping it: that is tried again. */
  async #soon(what: string, attempt: () => Promise<boolean>): Promise<void> {
    let problem = ''
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const succeeded = await attempt().catch((error: Error) => {
        problem = ` (${error.message})`
        return false
      })
      if (succeeded) return
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
    throw new Error(`no ${what} within ${PATIENCE_MS / 1000} s${problem}; the page says: ${await this.#text()}`)
  }
}

/** @returns whether there was an element to do it to */
async function done<E>(element: E | null, action: (element: E) => Promise<void>): Promise<boolean> {
  if (element === null) return false
  await action(element)
  return true
}
