// Page object: the demo as its user operates it, the same for all builds.
import type { Stack } from '@local-number/stack'
import type { Host } from '@local-number/weapp-runtime'
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import type { Traffic } from './traffic'

/** Parameters of the demo's address, see `apps/demo/src/demo/switches.ts`. */
export interface DemoSetup {
  /** Which editions of the check the login may use. @default 'image' */
  readonly edition?: 'image' | 'https' | 'both'
  /** @default 'stepByStep' */
  readonly flow?: 'oneScreen'
  /** @default 'auto' */
  readonly theme?: 'dark'
  /** @default 'page' */
  readonly layout?: 'compact' | 'sheet'
  /** @default 'zh-CN' */
  readonly lang?: 'en'
  /** How many other ways there are. @default 0 */
  readonly ways?: 1 | 2 | 3
  /** The way by text message shows no captcha. @default it does when the server asks for one */
  readonly captcha?: 'none'
  /** Whether the login can be left. @default it cannot */
  readonly cancel?: 1
  /** The first session is refused. @default it opens */
  readonly session?: 'fails'
  /** The login is not told when the network changes. @default it is */
  readonly network?: 'quiet'
  /** What the app makes of the network. @default 'auto': it waits on Wi-Fi */
  readonly check?: 'fallback' | 'refuse'
}

/** The component alone, as an app without further options has it. */
const DEFAULT_SETUP = { edition: 'image', ways: 0 }

/** What differs between the builds. */
interface Elements {
  readonly button: string
  readonly image: string
}

/** Where the demo finds the servers of a test. */
export interface Places {
  readonly stack: Stack
  /** Host of the carrier. */
  readonly carrierHost: '127.0.0.1' | 'localhost'
  /** What WeChat's servers do for a mini-program. @default what the runtime does by itself */
  readonly wechatHost?: Partial<Host>
}

export abstract class LoginPage {
  protected abstract readonly elements: Elements
  readonly #errors: string[] = []

  constructor(
    readonly page: Page,
    readonly traffic: Traffic,
    protected readonly places: Places,
    private readonly testInfo: TestInfo,
  ) {
    page.on('pageerror', (error) => this.#errors.push(error.message))
  }

  /** Starts the demo at one of its pages, on one of the simulator's handsets. */
  abstract begin(handset?: string, page?: string, setup?: DemoSetup): Promise<void>

  /** The simulated carrier, for faults. */
  get carrier(): Stack['simulator'] {
    return this.places.stack.simulator
  }

  protected createQuery(handset: string, setup: DemoSetup): string {
    const parameters = Object.entries({ handset, ...DEFAULT_SETUP, ...setup }).map(([name, value]) => [
      name,
      String(value),
    ])
    return new URLSearchParams(parameters).toString()
  }

  /** Errors that the user does not see. */
  async readProblems(): Promise<readonly string[]> {
    return this.#errors
  }

  /** Starts the demo and waits until it offers the login. */
  async open(handset?: string, page?: string, setup?: DemoSetup): Promise<void> {
    await this.begin(handset, page, setup)
    await expect(this.getButton('本机号码登录')).toBeVisible()
  }

  /** The user turns the phone's dark mode on or off. */
  async setColorScheme(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme })
  }

  /** The user switches to another app for a while; needs an installed clock. */
  abstract goToBackground(ms: number): Promise<void>
  abstract returnToForeground(): Promise<void>

  /** The button with exactly this text. */
  getButton(name: string): Locator {
    return this.page.locator(`${this.elements.button}:visible`, { hasText: new RegExp(`^\\s*${name}\\s*$`) })
  }

  /** The component's buttons in their order, without those that copy, or empty the field. */
  get offers(): Locator {
    return this.page.locator(`.lnl-view ${this.elements.button}:visible:not(.lnl-copy, .lnl-another)`)
  }

  get checkbox(): Locator {
    return this.page.locator('.lnl-checkbox:visible')
  }

  get tickedCheckbox(): Locator {
    return this.page.locator('.lnl-checkbox-ticked:visible')
  }

  get phoneField(): Locator {
    return this.page.locator('.lnl-input input:visible')
  }

  /** The user takes over the code of a message at once, in the way that the phone has for it. */
  abstract takeOverCode(message: { readonly text: string; readonly code: string }): Promise<void>

  get carrierImage(): Locator {
    return this.page.locator(`.lnl ${this.elements.image}:not(.lnl-logo)`)
  }

  async agree(): Promise<void> {
    await this.checkbox.click()
    await expect(this.tickedCheckbox).toBeVisible()
    await this.getButton('本机号码登录').click()
  }

  async submit(phone: string): Promise<void> {
    await this.phoneField.fill(phone)
    await this.getButton('登录').click()
  }

  /** The text is on the screen, not only announced to screen readers. */
  async expectText(text: string | RegExp): Promise<void> {
    const shown = this.page.getByText(text).and(this.page.locator(':visible:not(.lnl-live, .lnl-live *)'))
    await expect(shown.first()).toBeVisible()
  }

  /** What a user tells the support: where the login is in the server's log, and a code of digits. */
  async expectReference(code: string | null): Promise<void> {
    await this.expectText(new RegExp(`^反馈编号 [0-9a-f]{8}${code === null ? '' : ` · ${code}`}$`))
  }

  /** Saves a screenshot, only with `npm run pictures`: each takes 0.2 s. */
  async takePicture(name: string): Promise<void> {
    if (!process.env.PICTURES) return
    const file = `${this.testInfo.project.name}-${name}`
    await this.page.screenshot({ path: `reports/screenshots/${file}.png`, animations: 'disabled' })
    this.testInfo.annotations.push({ type: 'screenshot', description: file })
  }
}
