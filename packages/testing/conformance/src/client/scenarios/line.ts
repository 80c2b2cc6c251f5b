// Which line of the platform is spoken to (protocol.md §6).
import { CARRIER_ORIGINS } from '@local-number/protocol'
import { must, mustEqual } from '../../must'
import { clientScenario } from '../phone/phone'
import type { ClientScenarios } from './types'

const { production } = CARRIER_ORIGINS

/** Everything but the text `'0'`. What a number 0 is, the document leaves open. */
const NO_TEST_LINE = ['1', undefined, null, '', '2', '00', true]

export const lineScenarios = [
  clientScenario(
    {
      id: '@sdk_test_line',
      title: { zh: "isTest 为 '0' 时两个请求都走测试线", en: "isTest '0' sends both calls to the test line" },
      source: 'S 2.4',
    },
    async (phone) => {
      const data = { isTest: '0', expandParams: 'phoneNum=18818888888' }
      const { origin } = phone.getImgSrc(data)
      must(origin !== production.getMobile, "the image must go to the test line when isTest is '0'")
      await phone.getTokenInfo(data)
      must(originOf(phone.sent[0]?.url) === origin, 'the token request must go to the line of its image')
    },
  ),
  clientScenario(
    {
      id: '@sdk_production_line',
      title: {
        zh: "isTest 不为 '0' 或未传时走生产线",
        en: 'any other isTest, or none, is the production line',
      },
      source: 'S 2.4',
    },
    async (phone) => {
      for (const isTest of NO_TEST_LINE) {
        const named = `with isTest ${JSON.stringify(isTest) ?? 'left out'}`
        mustEqual(phone.getImgSrc({ isTest }).origin, production.getMobile, `the image's origin ${named}`)
        await phone.getTokenInfo({ isTest })
        mustEqual(originOf(phone.sent.at(-1)?.url), production.getToken, `the token request's origin ${named}`)
      }
    },
  ),
] satisfies ClientScenarios

function originOf(url = ''): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
