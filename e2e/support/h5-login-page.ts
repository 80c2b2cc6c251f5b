// The demo's H5 build, served by the stack.
import { type DemoSetup, LoginPage } from './login-page'

export class H5LoginPage extends LoginPage {
  protected readonly elements = {
    button: 'taro-button-core',
    image: 'taro-image-core',
  }

  /** Over https if the stack serves it. */
  async begin(handset = 'cm-5g', page = 'standard', setup: DemoSetup = {}): Promise<void> {
    const { stack, carrierHost } = this.places
    await this.traffic.intercept(this.page)
    // The demo takes the carrier's host from its own address.
    const address = (stack.secureDemo ?? stack.demo)?.url.replace('127.0.0.1', carrierHost)
    // Another part behind the # alone would load nothing.
    if (this.page.url() !== 'about:blank') await this.page.goto('about:blank')
    await this.page.goto(`${address}#/pages/${page}/index?${this.createQuery(handset, setup)}`)
  }

  /** Pastes the whole message into the field. */
  async takeOverCode({ text }: { readonly text: string }): Promise<void> {
    await this.phoneField.focus()
    await this.page.keyboard.insertText(text)
  }

  async goToBackground(ms: number): Promise<void> {
    await this.#setVisibility('hidden')
    await this.page.clock.fastForward(ms)
  }

  returnToForeground(): Promise<void> {
    return this.#setVisibility('visible')
  }

  /** Playwright's pages are always visible, so the page is told what a phone's browser would tell it. */
  async #setVisibility(state: 'hidden' | 'visible'): Promise<void> {
    await this.page.evaluate((visibilityState) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibilityState })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  }
}
