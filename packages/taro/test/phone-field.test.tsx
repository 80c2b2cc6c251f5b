// Editing in the middle of the number: a caret jumps to the end whenever the field is given another text than its own.
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { LocalNumberLogin, PhoneField } from '../src'
import { createProps, createServers, open, walkToPhoneEntry } from './page'

async function fieldHolding(text: string) {
  const page = open(<LocalNumberLogin {...createProps(createServers())} />)
  await walkToPhoneEntry(page)
  const field = await page.type(text)
  return { page, field }
}

const leave = async (field: HTMLElement) => {
  await act(async () => void fireEvent.blur(field))
}

test.each([
  ['a digit deleted from the middle', '138 003 8000', '138 0038 000'],
  ['a digit put into the middle of a number still short', '138 00913 800', '138 0091 3800'],
  ['a space deleted', '1380013 8000', '138 0013 8000'],
  ['the first digit deleted', '38 0013 8000', '380 0138 000'],
])(
  'the text is unchanged while the caret is inside, and grouped when the field is left: %s',
  async (_name, typed, grouped) => {
    const { page, field } = await fieldHolding(typed.length > 12 ? '138 0013 800' : '138 0013 8000')
    await page.type(typed)
    expect(field.value).toBe(typed)
    await leave(field)
    await waitFor(() => expect(field.value).toBe(grouped))
  },
)

test.each([
  ['the locale’s', {}, '本机号码'],
  ['the app’s own', { label: '手机号' }, '手机号'],
])('the label stays above a typed number, and is the field’s name: %s', async (_whose, label, name) => {
  render(<PhoneField phone="13800138000" edit={() => undefined} submit={() => undefined} {...label} />)
  await screen.findByRole('textbox', { name })
  expect(screen.getByText(name).className).toContain('lnl-label')
})

test('the cross is a button that says what it does, and Enter and the space bar press it', async () => {
  const edit = jest.fn()
  render(<PhoneField phone="13800138000" edit={edit} submit={() => undefined} />)
  const cross = await screen.findByRole('button', { name: '清空' })
  for (const key of ['Enter', ' ']) await act(async () => void fireEvent.keyDown(cross, { key }))
  expect(edit.mock.calls).toEqual([[''], ['']])
})

test('typing at the end groups the number again', async () => {
  const { page, field } = await fieldHolding('138 0013 8000')
  await page.type('138 003 8000')
  await page.type('138 003 80001')
  await waitFor(() => expect(field.value).toBe('138 0038 0001'))
})

test('extra characters are removed at once, and the number stays as it was, wherever they were typed', async () => {
  const { page, field } = await fieldHolding('138 0013 8000')
  await page.type('138 00913 8000')
  await waitFor(() => expect(field.value).toBe('138 0013 8000'))
  await page.type('138 00x13 8000')
  await waitFor(() => expect(field.value).toBe('138 0013 8000'))
})

test('a pasted sentence shows the number in it', async () => {
  const { page, field } = await fieldHolding('')
  await page.type('我的手机号码是：+86 138 0013 8000')
  await waitFor(() => expect(field.value).toBe('138 0013 8000'))
})

test('a text of more digits than a number has is shown whole, and is not submitted', async () => {
  const { page, field } = await fieldHolding('')
  await page.type('138 0013 80001')
  await waitFor(() => expect(field.value).toBe('138 0013 8000 1'))
  await page.tap('登录')
  await page.sees('请输入 11 位手机号')
})

test('a number pasted over the whole field is grouped at once', async () => {
  const { page, field } = await fieldHolding('138 0013 8000')
  await page.type('13900139000')
  await waitFor(() => expect(field.value).toBe('139 0013 9000'))
})

test('the submitted number does not depend on how the field shows it', async () => {
  const servers = createServers()
  const page = open(<LocalNumberLogin {...createProps(servers)} />)
  await walkToPhoneEntry(page)
  await page.type('138 0013 80009')
  await page.type('138 0013 8000')
  await page.type('1380013 8000')
  await page.tap('登录')
  await page.sees('验证成功')
  expect(servers.verify.mock.calls[0][0]).toMatchObject({ phone: '13800138000' })
})
