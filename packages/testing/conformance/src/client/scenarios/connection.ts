// getConnection, which is optional and asynchronous [S 2.2].
import { assert, assertEqual } from '../../assertions'
import { APP_ID, createClientScenario, type Phone } from '../phone/phone'
import type { ClientScenarios } from './types'

const NETWORKS = ['wifi', '2g', '3g', '4g', '5g', 'none', 'unknown']

interface ConnectionCallback {
  readonly name: 'success' | 'error'
  readonly netType: unknown
}

export const connectionScenarios = [
  createClientScenario(
    {
      id: '@sdk_connection_async',
      title: {
        zh: 'getConnection 是异步的，每次调用各回调一次',
        en: 'getConnection is asynchronous, and calls back once per call',
      },
      source: 'S 2.2',
    },
    async (phone) => {
      const calls = [callGetConnection(phone), callGetConnection(phone)]
      assertEqual(calls.flat().length, 0, 'the number of callbacks before getConnection returned')
      await phone.advance(1_000)
      for (const callbacks of calls) assertEqual(callbacks.length, 1, 'the number of callbacks of each getConnection')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_connection_success',
      title: {
        zh: 'success 回调用 netType 给出当时的网络类型',
        en: 'the success callback reports the current network type in netType',
      },
      source: 'S 2.2',
    },
    async (phone) => {
      for (const network of NETWORKS) {
        phone.moveTo(network)
        const callbacks = callGetConnection(phone)
        await phone.advance(1_000)
        assertEqual(callbacks, [{ name: 'success', netType: network }], `the callbacks of getConnection on ${network}`)
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_connection_error',
      title: {
        zh: '查不到网络类型时 error 回调同样给出 netType',
        en: 'if the network type is unknown, the error callback reports a netType as well',
      },
      source: 'protocol.md §3',
      phone: { network: null },
    },
    async (phone) => {
      const callbacks = callGetConnection(phone)
      await phone.advance(5_000)
      assertEqual(
        callbacks.map(({ name }) => name),
        ['error'],
        'the callbacks of getConnection',
      )
      assert(typeof callbacks[0]?.netType === 'string', "the error callback's netType must be text")
      assertEqual(phone.unhandledErrors.length, 0, 'the number of unhandled exceptions and rejections')
    },
  ),
] satisfies ClientScenarios

function callGetConnection({ client }: Phone): ConnectionCallback[] {
  const callbacks: ConnectionCallback[] = []
  const onCall = (name: ConnectionCallback['name']) => (result: { readonly netType?: unknown }) =>
    void callbacks.push({ name, netType: result?.netType })
  client.getConnection({ appId: APP_ID, success: onCall('success'), error: onCall('error') })
  return callbacks
}
