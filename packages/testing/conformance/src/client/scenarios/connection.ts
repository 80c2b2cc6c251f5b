// getConnection, optional and asynchronous [S 2.2].
import { must, mustEqual } from '../../must'
import { APP_ID, clientScenario, type Phone } from '../phone/phone'
import type { ClientScenarios } from './types'

const NETWORKS = ['wifi', '2g', '3g', '4g', '5g', 'none', 'unknown']

interface Heard {
  readonly name: 'success' | 'error'
  readonly netType: unknown
}

export const connectionScenarios = [
  clientScenario(
    {
      id: '@sdk_connection_async',
      title: {
        zh: 'getConnection 是异步的，每次调用各回调一次',
        en: 'getConnection is asynchronous, and each call has its own callback called once',
      },
      source: 'S 2.2',
    },
    async (phone) => {
      const calls = [connection(phone), connection(phone)]
      mustEqual(calls.flat().length, 0, 'the number of callbacks before getConnection has returned')
      await phone.advance(1_000)
      for (const heard of calls) mustEqual(heard.length, 1, 'the number of callbacks of each getConnection')
    },
  ),
  clientScenario(
    {
      id: '@sdk_connection_success',
      title: {
        zh: 'success 回调用 netType 给出当时的网络类型',
        en: 'the success callback names in netType the network that the phone is on by then',
      },
      source: 'S 2.2',
    },
    async (phone) => {
      for (const network of NETWORKS) {
        phone.moveTo(network)
        const heard = connection(phone)
        await phone.advance(1_000)
        mustEqual(heard, [{ name: 'success', netType: network }], `what getConnection tells on ${network}`)
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_connection_error',
      title: {
        zh: '查不到网络类型时 error 回调同样给出 netType',
        en: 'when the network cannot be told, the error callback carries a netType, too',
      },
      source: 'protocol.md §3',
      phone: { network: null },
    },
    async (phone) => {
      const heard = connection(phone)
      await phone.advance(5_000)
      mustEqual(
        heard.map(({ name }) => name),
        ['error'],
        'the callbacks of getConnection',
      )
      must(typeof heard[0]?.netType === 'string', "the error callback's netType must be a text")
      mustEqual(phone.strays.length, 0, 'the number of unhandled exceptions and rejections')
    },
  ),
] satisfies ClientScenarios

function connection({ client }: Phone): Heard[] {
  const heard: Heard[] = []
  const hear = (name: Heard['name']) => (result: { readonly netType?: unknown }) =>
    void heard.push({ name, netType: result?.netType })
  client.getConnection({ appId: APP_ID, success: hear('success'), error: hear('error') })
  return heard
}
