// What a user does on the way to a screen, in any language.
import { expect } from '@playwright/test'
import type { LoginPage } from './login-page'

export const NUMBER = '13800138000'
export const IMAGE = '/NumberAbility/h5/getMobile.htm'
export const VERIFY = '/api/local-number/verify'

export const find = (login: LoginPage, selector: string) => login.page.locator(`${selector}:visible`)
export const press = (login: LoginPage, at = 0) => find(login, '.lnl-view .lnl-button').nth(at).click()
export const see = (login: LoginPage, selector: string) => expect(find(login, selector).first()).toBeVisible()

export async function agree(login: LoginPage): Promise<void> {
  await login.checkbox.click()
  await expect(login.tickedCheckbox).toBeVisible()
  await press(login)
}

export async function enter(login: LoginPage, phone: string): Promise<void> {
  await agree(login)
  await login.phoneField.fill(phone)
}

export async function submit(login: LoginPage, phone: string): Promise<void> {
  await enter(login, phone)
  await press(login)
}
