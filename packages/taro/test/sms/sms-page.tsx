// A login with the SMS way, whose server is an HTTP stand-in.
import { SMS_PATHS } from '@local-number/protocol'
import { act, fireEvent, waitFor } from '@testing-library/react'
import { LocalNumberLogin, type LocalNumberLoginProps } from '../../src'
import { createSmsWay, type SmsWayOptions } from '../../src/sms'
import { createProps, createServers, open, PHONE } from '../page'
import { fetchByNode, type WayServer } from '../way-server'

export const CONSENT: SmsWayOptions['consent'] = {
  version: 'sms-1',
  terms: [{ title: '短信服务协议', url: 'https://shop.test/sms-terms' }],
}

interface Opening {
  readonly server: WayServer
  readonly way?: Partial<SmsWayOptions>
  readonly props?: Partial<LocalNumberLoginProps>
}

export function createWay({ server, way }: Pick<Opening, 'server' | 'way'>) {
  return createSmsWay({ api: { baseUrl: server.baseUrl }, consent: CONSENT, ...way } as SmsWayOptions)
}

/** The login of a user who already has a number in the field. */
export function openLogin({ server, way, props }: Opening) {
  const carrier = createServers()
  window.fetch = fetchByNode as unknown as typeof window.fetch
  const otherWays = props?.otherWays ?? [createWay({ server, ...(way && { way }) })]
  const page = open(<LocalNumberLogin {...createProps(carrier, { initialPhone: PHONE, otherWays, ...props })} />)
  const findCode = () => page.find<HTMLInputElement>('.lnl-input input[autocomplete="one-time-code"]')
  const count = (path: string) => server.listBodies(path).length
  return {
    ...page,
    server,
    otherWays,
    enter: async () => {
      await page.tap('短信验证码登录')
      await page.sees('手机号')
    },
    findCode,
    typeCode: async (text: string) => {
      const input = await findCode()
      await act(async () => void fireEvent.input(input, { target: { value: text } }))
      return input
    },
    readCode: () => server.readCode(PHONE),
    waitForCode: async () => {
      await findCode()
      return server.readCode(PHONE)
    },
    countSends: () => count(SMS_PATHS.send),
    countChecks: () => count(SMS_PATHS.check),
    waitForSends: (times: number) => waitFor(() => expect(count(SMS_PATHS.send)).toBe(times)),
    waitForChecks: (times: number) => waitFor(() => expect(count(SMS_PATHS.check)).toBe(times)),
    /** The element that says what is wrong. */
    seesProblem: (words: string) =>
      waitFor(() => expect(document.querySelector('[role=alert] .lnl-problem')?.textContent ?? '').toBe(words)),
    /** Ticks the box and asks for a code. */
    send: async () => {
      await page.tick()
      await page.tap('获取验证码')
      return findCode()
    },
  }
}

export type SmsPage = ReturnType<typeof openLogin>
