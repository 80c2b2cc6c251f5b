// Terms can be read before consent: in a browser, in a tab of their own.
import { expect, test } from '../../support/test'

const ADDRESS = 'https://wap.cmpassport.com/resources/html/contract.html'

test('the carrier’s terms open in a new tab, and the login stays as it is', async ({ login, context }) => {
  await context.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: 'terms' }))
  await login.open()
  const tab = context.waitForEvent('page')
  await login.page.getByText('《中国移动认证服务条款》').click()
  await expect(await tab).toHaveURL(ADDRESS)
  await expect(login.tickedCheckbox).toHaveCount(0)
  await expect(login.getButton('本机号码登录')).toBeVisible()
})
