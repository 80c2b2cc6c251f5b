import { expect, test } from '../support/test'

test('a fallback of the app’s own gets the reason, the number typed and a way back', async ({ login }) => {
  await login.open('cm-5g', 'custom')
  await login.sees('拾光小店')
  await login.agree()
  await login.phoneField.fill('13800138000')
  await login.button('其他方式登录').click()
  await login.sees('您输入的号码：138 0013 8000')
  await login.picture('40-custom-fallback')
  await login.button('再试一次本机号码登录').click()
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await login.button('登录').first().click()
  await login.sees('验证成功')
})

test('it explains the carrier’s failures in the app’s own words', async ({ login }) => {
  await login.open('cu-5g', 'custom')
  await login.agree()
  await login.sees('这张 SIM 卡没有被中国移动确认')
  await login.picture('41-custom-fallback-unicom')
  await login.button('先以访客身份逛逛').click()
  await login.sees('您正在以访客身份浏览')
})

test('both pages are reached from each other', async ({ login }) => {
  await login.open()
  await login.button('看看自定义的备用登录').click()
  await login.sees('登录后查看订单与积分')
  await login.button('返回标准登录').click()
  await login.sees('无需短信验证码')
})
