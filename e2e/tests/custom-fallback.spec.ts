import { expect, test } from '../support/test'

test('a custom fallback receives the reason and the typed number, and the user can return from it', async ({
  login,
}) => {
  await login.open('cm-5g', 'custom')
  await login.expectText('拾光小店')
  await login.agree()
  await login.phoneField.fill('13800138000')
  await login.getButton('其他方式登录').click()
  await login.expectText('您输入的号码：138 0013 8000')
  await login.takePicture('40-custom-fallback')
  await login.getButton('再试一次本机号码登录').click()
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await login.getButton('登录').click()
  await login.expectText('验证成功')
})

test('a custom fallback explains a carrier failure in the app’s own words', async ({ login }) => {
  await login.open('cu-5g', 'custom')
  await login.agree()
  await login.expectText('这张 SIM 卡没有被中国移动确认')
  await login.takePicture('41-custom-fallback-unicom')
  await login.getButton('先以访客身份逛逛').click()
  await login.expectText('您正在以访客身份浏览')
})

test('the standard page and the custom page link to each other', async ({ login }) => {
  await login.open()
  await login.getButton('看看自定义的其他方式').click()
  await login.expectText('登录后查看订单与积分')
  await login.getButton('返回标准登录').click()
  await login.expectText('无需短信验证码')
})
