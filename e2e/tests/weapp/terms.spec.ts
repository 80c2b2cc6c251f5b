// Terms can be read before consent: in a mini-program, whose web-view opens no foreign page, a sheet shows their link.
import { expect, test } from '../../support/test'

const ADDRESS = 'https://wap.cmpassport.com/resources/html/contract.html'

test('the carrier’s terms open in a sheet whose link can be copied, and it closes beside and by its button', async ({
  login,
}) => {
  await login.open()
  const terms = login.page.getByText('《中国移动认证服务条款》').locator('visible=true').first()
  const sheet = login.page.locator('.lnl-sheet')
  await terms.click()
  await login.expectText(ADDRESS)
  await login.takePicture('03-terms-sheet')
  await login.getButton('复制').click()
  await expect(login.getButton('已复制')).toBeVisible()
  await login.page.locator('.lnl-sheet-cover').click({ position: { x: 10, y: 10 } })
  await expect(sheet).toHaveCount(0)
  await terms.click()
  await login.getButton('关闭').click()
  await expect(sheet).toHaveCount(0)
  await expect(login.tickedCheckbox).toHaveCount(0)
})
