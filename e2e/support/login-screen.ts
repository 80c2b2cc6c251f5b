// A screen of the component, and how to get there.
import type { DeviceSettings } from '@local-number/weapp-runtime'
import type { Page } from '@playwright/test'
import type { DemoSetup, LoginPage } from './login-page'

export interface LoginScreen {
  readonly name: string
  readonly handset?: string
  readonly setup?: DemoSetup
  /** Before the demo is opened. */
  prepare?(page: Page): Promise<void>
  /** From the first screen. */
  go(login: LoginPage): Promise<void>
  /** It would end by itself, or needs time to pass: the page's clock stands still, until it is resumed. */
  readonly passing?: true
  /** Only in one of the builds. */
  readonly only?: 'h5' | 'weapp'
  /** Of the phone; mini-programs only. */
  readonly phone?: Partial<DeviceSettings>
  /** Over https; browsers only. */
  readonly secure?: true
}
