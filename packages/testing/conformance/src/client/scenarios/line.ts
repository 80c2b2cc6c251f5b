// Which line of the platform the SDK calls (protocol.md §6).
import { CARRIER_ORIGINS } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { createClientScenario } from '../phone/phone'
import type { ClientScenarios } from './types'

const { production } = CARRIER_ORIGINS

/** Anything but the text `'0'`. The document does not define the number 0. */
const PRODUCTION_VALUES = ['1', undefined, null, '', '2', '00', true]

export const lineScenarios = [
  createClientScenario(
    {
      id: '@sdk_test_line',
      title: { zh: "isTest 为 '0' 时两个请求都走测试线", en: "isTest '0' sends both requests to the test line" },
      source: 'S 2.4',
    },
    async (phone) => {
      const data = { isTest: '0', expandParams: 'phoneNum=18818888888' }
      const { origin } = phone.getImgSrc(data)
      assert(origin !== production.getMobile, "the image must go to the test line when isTest is '0'")
      await phone.getTokenInfo(data)
      assert(parseOrigin(phone.sent[0]?.url) === origin, 'the token request must go to the line of its image')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_production_line',
      title: {
        zh: "isTest 不为 '0' 或未传时走生产线",
        en: 'any other isTest, or none, selects the production line',
      },
      source: 'S 2.4',
    },
    async (phone) => {
      for (const isTest of PRODUCTION_VALUES) {
        const description = `with isTest ${JSON.stringify(isTest) ?? 'undefined'}`
        assertEqual(phone.getImgSrc({ isTest }).origin, production.getMobile, `the image's origin ${description}`)
        await phone.getTokenInfo({ isTest })
        assertEqual(
          parseOrigin(phone.sent.at(-1)?.url),
          production.getToken,
          `the token request's origin ${description}`,
        )
      }
    },
  ),
] satisfies ClientScenarios

function parseOrigin(url = ''): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
