// A page around the component: carrier and business server are stand-ins at their ports, the rest is real.
import { act, fireEvent, render, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import type { LocalNumberLoginProps, OtherWay } from '../src'

export const PHONE = '13800138000'

const way = (id: string, label: string): OtherWay => ({ id, label, render: () => label })

/** Ways of the app's own. */
export const WAYS = [way('sms', '短信登录'), way('wechat', '微信登录')]

export interface Servers {
  readonly sign: jest.Mock
  readonly verify: jest.Mock
  /** Only an api with it is asked to sign before the tap. */
  readonly consent: jest.Mock
  /** The carrier's getToken, and the HTTPS edition's call, as the browser's fetch reaches them. */
  readonly fetch: jest.Mock
}

const TOKEN = { header: { resultCode: '000000' }, body: { token: 'TOKEN', resultDesc: '' } }
/** Of the HTTPS edition: the code is in the body. */
export const HTTPS_TOKEN = { header: {}, body: { resultCode: '103000', resultDesc: '', token: 'HTTPS TOKEN' } }

const IDS = { traceId: '0123456789ABCDEFGHIJKLMNOPQRSTUV', timestamp: '20261122080000000', version: '1.0' }

const isHttpsCall = (url: string) => url.endsWith('/h5/getMobile')

export function createServers(): Servers {
  const fetch = jest.fn(async (url: string, _init: RequestInit) => ({
    status: 200,
    text: async () => JSON.stringify(isHttpsCall(url) ? HTTPS_TOKEN : TOKEN),
  }))
  window.fetch = fetch as unknown as typeof window.fetch
  return {
    fetch,
    sign: jest.fn(async ({ edition }, { traceId }) => ({
      sign: 'SIGNED',
      attemptId: 'A',
      traceId,
      ...(edition === undefined ? {} : { ids: IDS }),
    })),
    consent: jest.fn(async (_request, { traceId }) => ({ traceId })),
    verify: jest.fn(async (_request, { traceId }) => ({
      outcome: 'verified',
      code: '000',
      attemptsLeft: 5,
      traceId,
      ticket: 'TICKET',
    })),
  }
}

export function createProps(
  { sign, verify }: Servers,
  props: Partial<LocalNumberLoginProps> = {},
): LocalNumberLoginProps {
  return {
    appId: '300011877495',
    appName: '拾光小店',
    consentVersion: '1',
    api: { sign, verify },
    terms: [{ title: '用户协议', url: 'https://shop.test/terms' }],
    network: { type: async () => '5g', onChange: () => () => undefined },
    ...props,
  }
}

/** Renders, and gives access to the page's parts. Taro's elements render in later frames, so each part is awaited. */
export function open(element: ReactElement) {
  const { container, ...view } = render(element)
  const find = <E extends Element = HTMLElement>(selector: string) =>
    waitFor(() => {
      const found = document.body.querySelector<E>(selector)
      if (!found) throw new Error(`no ${selector} in ${text()}`)
      return found
    })
  // Sheets are outside of the container.
  const text = () => document.body.textContent ?? ''
  const tap = async (label: string) => {
    const button = await waitFor(() => {
      const buttons = [...document.body.querySelectorAll('taro-button-core')]
      const links = [...document.body.querySelectorAll('.lnl-link')]
      const found =
        buttons.find((each) => each.textContent === label) ?? links.find((each) => each.textContent?.includes(label))
      if (!found) throw new Error(`no button says ${label}: ${text()}`)
      return found
    })
    await act(async () => void fireEvent.click(button))
  }
  const sees = (words: string) =>
    waitFor(() => {
      if (!text().includes(words)) throw new Error(`the page says: ${text()}`)
    })
  const imageElement = () => container.querySelector('taro-image-core img')
  return {
    ...view,
    container,
    find,
    text,
    tap,
    sees,
    imageElement,
    tick: async () => {
      const box = await find('.lnl-checkbox')
      await act(async () => void fireEvent.click(box))
    },
    type: async (typed: string) => {
      const input = await find<HTMLInputElement>('.lnl-input input')
      await act(async () => void fireEvent.input(input, { target: { value: typed } }))
      return input
    },
    isTicked: async () => (await find('.lnl-checkbox')).getAttribute('aria-checked') === 'true',
    buttons: () => [...document.body.querySelectorAll('taro-button-core')].map((each) => each.textContent),
    imageLoads: async () => {
      const image = await find('taro-image-core img')
      await act(async () => void fireEvent.load(image))
    },
    imageFails: async () => {
      const image = await find('taro-image-core img')
      await act(async () => void fireEvent.error(image))
    },
  }
}

export type Page = ReturnType<typeof open>

/** Ticks the box, agrees, and lets the image load. */
export async function walkToPhoneEntry(page: Page): Promise<void> {
  await page.tick()
  await page.tap('本机号码登录')
  await page.imageLoads()
  await page.find('.lnl-input input')
}
