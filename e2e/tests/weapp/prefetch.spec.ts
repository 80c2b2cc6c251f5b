// In WeChat, nothing is fetched before the tap while the user has the privacy guide still to accept.
import { expect, weappTest as test } from '../../support/test'

test.use({ stackOptions: { secure: true }, phone: { privacy: 'ask' } })

test('with a pending authorization the tick sends nothing, and the sign carries the consent', async ({
  miniProgram: login,
}) => {
  const { sent } = login.traffic
  await login.open('cm-5g', 'standard', { edition: 'https', flow: 'oneScreen' })
  await login.phoneField.fill('13800138000')
  await login.checkbox.click()
  await login.getButton('本机号码登录').click()
  await login.expectText('用户隐私保护提示')
  expect(sent).toEqual([])
  await login.page.getByText('同意', { exact: true }).click()
  await login.expectText('验证成功')
  expect(sent.map(({ name }) => name)).toEqual(['sign', 'getMobile', 'verify'])
  expect(sent[0]?.body).toMatchObject({ consent: { version: '1' } })
})
