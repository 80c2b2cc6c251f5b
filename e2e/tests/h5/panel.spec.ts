// The developer panel of the demo: what it does for the person who tries a login.
import { expect, test } from '../../support/test'

const NUMBER = '13800138000'

test('the panel opens this login in the console, although a newer one came, by the reference that the user sees', async ({
  login,
  page,
  stack,
}) => {
  await login.open('cu-5g')
  await login.agree()
  await login.expectText('未能识别本机号码')
  const reference = (await page.locator('.lnl-reference').innerText()).match(/[0-9a-f]{8}/)?.[0] ?? ''
  // Somebody else's login.
  await fetch(`${stack.simulator.origin}/NumberAbility/h5/getMobile.htm?appId=300011877495&msgId=${'Z'.repeat(32)}`)
  const [opened] = await Promise.all([page.waitForEvent('popup'), login.getButton('在控制台打开这次登录').click()])
  expect(opened.url()).toMatch(new RegExp(`#/traces/${reference}$`))
  await expect(opened.locator('.trace-item[aria-current]')).toContainText('中国联通')
  const [trace] = stack.simulator.traces().filter(({ msgId }) => msgId.toLowerCase().startsWith(reference))
  await expect(opened.getByText(trace?.msgId ?? 'none').first()).toBeAttached()
})

test.describe('with one check per number and day', () => {
  test.use({ stackOptions: { env: { DAILY_LIMIT: '1' } } })

  test('the panel clears the day’s count, and the number logs in again', async ({ login }) => {
    const logIn = async () => {
      await login.agree()
      await login.submit(NUMBER)
    }
    await login.open()
    await logIn()
    await login.expectText('验证成功')
    await login.getButton('重新开始').click()
    await logIn()
    await login.expectText('今日验证次数已达上限')
    await login.getButton('清除今日次数').click()
    await login.expectText('今日次数已清除')
    await login.getButton('重新开始').click()
    await logIn()
    await login.expectText('验证成功')
  })
})
