// How the login is walked through for the pictures.
import type { Locator } from '@playwright/test'
import type { PhoneScreen } from './phones'
import type { DemoScreen } from './screens'

const NUMBER = '13800138000'

export interface Frame extends PhoneScreen {
  /** How long it is shown. */
  readonly ms: number
}

const findButton = ({ page, words }: DemoScreen, which: 'start' | 'submit') =>
  page.locator('.lnl-button', { hasText: words[which] }).first()

const findField = ({ page }: DemoScreen) => page.locator('.lnl-input input')

const waitForText = ({ page }: DemoScreen, text: string) =>
  page
    .locator('.lnl-content')
    .getByText(text, { exact: true })
    .and(page.locator(':visible:not(.lnl-live, .lnl-live *)'))
    .first()
    .waitFor()

/** Consent, the number, verified, and the request to turn Wi-Fi off. */
export async function walkSteps(open: () => Promise<DemoScreen>): Promise<readonly PhoneScreen[]> {
  const demo = await open()
  const screens: PhoneScreen[] = []
  const keep = async () => screens.push(await demo.shoot())
  await demo.begin('cm-5g')
  await keep()
  await demo.page.locator('.lnl-checkbox').tap()
  await findButton(demo, 'start').tap()
  await findField(demo).fill(NUMBER)
  await keep()
  await findButton(demo, 'submit').tap()
  await waitForText(demo, demo.words.verified)
  await keep()
  await demo.begin('cm-wifi')
  await demo.page.locator('.lnl-checkbox').tap()
  await findButton(demo, 'start').tap()
  await waitForText(demo, demo.words.wifi)
  await keep()
  await demo.page.context().close()
  return screens
}

/** A whole login, with the places that the user taps. */
export async function walkAnimated(demo: DemoScreen): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  const keep = async (ms: number) => frames.push({ ms, ...(await demo.shoot()) })
  const tap = async (target: Locator) => {
    const box = await target.boundingBox()
    if (box === null) throw new Error('what is to be tapped is not on the screen')
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    frames.push({ ms: 350, ...(await demo.shoot()), tap: at })
    await target.tap()
  }
  await demo.begin('cm-5g')
  await keep(1_200)
  await tap(demo.page.locator('.lnl-checkbox'))
  await keep(500)
  await tap(findButton(demo, 'start'))
  await findField(demo).waitFor()
  await keep(700)
  for (const digit of NUMBER) {
    await findField(demo).pressSequentially(digit)
    await keep(110)
  }
  await keep(500)
  await tap(findButton(demo, 'submit'))
  await waitForText(demo, demo.words.verified)
  await keep(2_500)
  await demo.page.context().close()
  return frames
}
