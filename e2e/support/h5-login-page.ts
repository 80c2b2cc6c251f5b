// The H5 build, served by the stack.
import type { Stack } from '@local-number/stack'
import type { Page, TestInfo } from '@playwright/test'
import { LoginPage } from './login-page'
import type { Traffic } from './traffic'

export class H5LoginPage extends LoginPage {
  protected readonly elements = {
    button: 'taro-button-core',
    checkbox: 'input[type=checkbox]',
    image: 'taro-image-core',
  }
  readonly #errors: string[] = []

  constructor(
    page: Page,
    traffic: Traffic,
    testInfo: TestInfo,
    private readonly stack: Stack,
  ) {
    super(page, traffic, testInfo)
    page.on('pageerror', (error) => this.#errors.push(error.message))
  }

  async begin(handset = 'cm-5g', page = 'standard'): Promise<void> {
    await this.traffic.watch(this.page)
    await this.page.goto(`${this.stack.demo?.url}#/pages/${page}/index?handset=${handset}`)
  }

  async problems() {
    return this.#errors
  }
}
