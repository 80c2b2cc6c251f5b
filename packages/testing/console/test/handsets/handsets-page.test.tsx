/** @jest-environment jsdom */
import type { HandsetView, TextMessage } from '@local-number/simulator-contract'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { HandsetsPage } from '../../src/handsets/HandsetsPage'
import { addMissingBrowserParts, startFakeSimulator } from '../support/browser'
import { clickAndEscape, renderPage, withoutAct } from '../support/render-page'

const HANDSET: HandsetView = {
  id: 'cm-5g',
  label: 'China Mobile 5G',
  msisdn: '13800138000',
  carrier: 'CM',
  network: '5g',
  hotspot: null,
  os: 'ios',
  osVersion: '18.5',
  mobileData: false,
  iot: false,
  blocked: false,
  upgradesHttpImages: true,
  origin: 'http://127.0.0.1:7010',
  active: true,
}
const DUPLICATE = {
  code: 'duplicateHandset',
  message: 'a handset with the id cm-5g exists already: choose another id',
  fields: [{ path: 'id', code: 'duplicate', message: 'is the id of another handset' }],
}

beforeAll(addMissingBrowserParts)

const findEdit = () => screen.findByRole('button', { name: 'Edit China Mobile 5G', hidden: true })
const findDialogs = () => screen.queryAllByRole('dialog').map(({ textContent }) => textContent)
const fill = async (label: RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } })

test('pressing Escape right after reopening a drawer closes it, and does not ask about discarded changes', async () => {
  startFakeSimulator({ handsets: [HANDSET] })
  renderPage(<HandsetsPage />)
  fireEvent.click(await findEdit())
  await fill(/^Name/, 'Mine')
  fireEvent.keyDown(document.body, { key: 'Escape' })
  fireEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(findDialogs()).toEqual([]))
  await withoutAct(async () => {
    await clickAndEscape(await findEdit())
    expect(findDialogs()).toEqual([])
  })
})

test('reopening a drawer shows what is registered, not what was discarded', async () => {
  startFakeSimulator({ handsets: [HANDSET] })
  renderPage(<HandsetsPage />)
  fireEvent.click(await findEdit())
  await fill(/^Name/, 'Mine')
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  fireEvent.click(await findEdit())
  expect(await screen.findByLabelText<HTMLInputElement>(/^Name/)).toHaveProperty('value', 'China Mobile 5G')
})

test.each([
  ['en', 'Save', 'This is already in use: choose another one.'],
  ['zh-CN', '保存', '已经被使用，请换一个。'],
] as const)('in %s, a refused field says why beside it and gets the focus', async (locale, save, text) => {
  startFakeSimulator({ handsets: [] }, { 'POST /_sim/handsets': { status: 409, body: DUPLICATE } })
  renderPage(<HandsetsPage />, locale)
  fireEvent.click(await screen.findByRole('button', { name: /^(Add a handset|添加模拟手机)$/ }))
  await fill(/^(Id|编号)/, 'cm-5g')
  await fill(/^(Name|名称)/, 'Again')
  await fill(/^(Phone number|手机号)/, '13711112222')
  fireEvent.click(screen.getByRole('button', { name: save }))
  expect(await screen.findByText(text)).not.toBeNull()
  const id = screen.getByLabelText(/^(Id|编号)/)
  await waitFor(() => expect(document.activeElement).toBe(id))
  expect(screen.getByRole('alert').textContent).toContain(DUPLICATE.message)
  fireEvent.change(id, { target: { value: 'mine' } })
  expect(screen.queryByText(text)).toBeNull()
})

test('after a failed attempt an error goes when its field is right, and comes when it is wrong again', async () => {
  const sent = startFakeSimulator({ handsets: [HANDSET] })
  renderPage(<HandsetsPage />)
  fireEvent.click(await findEdit())
  await fill(/^Name/, ' ')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Fill this in.')).not.toBeNull()
  await fill(/^Name/, 'Mine')
  expect(screen.queryByText('Fill this in.')).toBeNull()
  await fill(/^Name/, '')
  expect(await screen.findByText('Fill this in.')).not.toBeNull()
  expect(sent.filter(({ route }) => route.startsWith('PATCH'))).toEqual([])
})

test('saving sends only what was changed', async () => {
  const sent = startFakeSimulator({ handsets: [HANDSET] })
  renderPage(<HandsetsPage />)
  fireEvent.click(await findEdit())
  await fill(/^Network$/, 'wifi')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(findDialogs()).toEqual([]))
  expect(sent).toContainEqual({ route: 'PATCH /_sim/handsets/cm-5g', body: { network: 'wifi' } })
})

describe('the inbox of a handset', () => {
  const createMessage = (changes: Partial<TextMessage>): TextMessage => ({
    id: '1',
    handset: 'cm-5g',
    text: 'Your code is 246810',
    code: '246810',
    sentAt: 0,
    arrivesAt: 0,
    ...changes,
  })
  const readInbox = async () =>
    (await screen.findByText(/text message/)).parentElement?.querySelectorAll('li') as NodeListOf<HTMLElement>

  test('shows its own messages, and when a late one will arrive', async () => {
    startFakeSimulator({
      clock: { now: Date.UTC(2026, 5, 1), offsetMs: 0 },
      handsets: [HANDSET, { ...HANDSET, id: 'cm-4g', label: 'China Mobile 4G' }],
      messages: [
        createMessage({ id: '2', text: 'late', arrivesAt: Date.UTC(2026, 5, 1, 1) }),
        createMessage({}),
        createMessage({ id: '3', handset: '16005000002' }),
      ],
    })
    renderPage(<HandsetsPage />)
    const items = [...(await readInbox())].map(({ textContent }) => textContent)
    expect(items).toHaveLength(2)
    expect(items[0]).toMatch(/^late ?arrives at .*\d\d:\d\d:\d\d$/)
    expect(items[1]).toMatch(/^Your code is 246810.*\d\d:\d\d:\d\d$/)
    expect(screen.getAllByText(/text message/)).toHaveLength(1)
  })
})
