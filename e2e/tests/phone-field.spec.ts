// Typing and pasting into the phone field, as the platform's own input passes it on.
import { expect, test } from '../support/test'

test.beforeEach(async ({ login }) => {
  await login.open()
  await login.agree()
  await login.phoneField.click()
})

for (const text of [
  '我的手机号码是：+86 138 0013 8000',
  '1795113800138000',
  '013800138000',
  '١٣٨٠٠١٣٨٠٠٠',
  '138\ufe0f00138000',
]) {
  test(`the field shows the number in ${JSON.stringify(text)}, which is pasted`, async ({ login }) => {
    await login.page.keyboard.insertText(text)
    await expect(login.phoneField).toHaveValue('138 0013 8000')
  })
}

test('a digit typed into the middle of a complete number changes nothing', async ({ login }) => {
  await login.phoneField.fill('13800138000')
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await login.page.keyboard.press('ArrowLeft')
  await login.page.keyboard.press('ArrowLeft')
  await login.page.keyboard.type('9')
  await expect(login.phoneField).toHaveValue('138 0013 8000')
})
