// The shape of answers (protocol.md §3–5).
import type { Call } from '@local-number/protocol/return-codes'
import { assert, assertEqual } from '../../assertions'
import type { Answer } from '../answer'
import { IMAGE_PARAMS } from '../fixture'
import type { FlowScenario } from '../flow-scenario'
import { isImage } from '../image'
import { Login } from '../login'
import { createMsisdn } from '../random-values'
import { assertCode } from '../scenario'

function assertFailedImage(answer: Answer): void {
  assert(!answer.type.startsWith('image/'), 'a failed number retrieval must not be answered with an image')
  // The return code is documented, the HTTP status is not: any answer that is no image makes the page's image fail.
  assertEqual(answer.outerCode, '500', 'outer code of a failed image')
}

const GET_MOBILE: { readonly call: Call; readonly code: string } = { call: 'getMobile', code: '500' }

export const ANSWER_SCENARIOS: readonly FlowScenario[] = [
  {
    id: '@getMobile_000000_image',
    title: { zh: '取号成功返回一张图片', en: 'Successful number retrieval is answered with an image' },
    source: 'protocol.md §3',
    call: 'getMobile',
    code: '000000',
    async runOn(fixture) {
      const { status, type } = await new Login(fixture, 'miniProgram').getMobile()
      assertEqual([status, type.startsWith('image/')], [200, true], 'status, and whether the answer is an image')
    },
  },
  {
    id: '@getMobile_000000_image_decodes',
    title: {
      zh: '取号成功的图片是可以解码的 GIF、PNG 或 JPEG',
      en: 'The image of a successful number retrieval is a GIF, PNG or JPEG that can be decoded',
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    call: 'getMobile',
    code: '000000',
    async runOn(fixture) {
      const { body } = await new Login(fixture, 'miniProgram').getMobile()
      assert(
        isImage(body),
        'the image must be a GIF, PNG or JPEG with a width and a height: otherwise the page reports an error',
      )
    },
  },
  {
    ...GET_MOBILE,
    id: '@getMobile_500_hides_the_code',
    title: {
      zh: '取号失败返回 500，具体返回码在报文里',
      en: 'Failed number retrieval is answered 500, with the specific code inside',
    },
    source: 'S appendix 500',
    basis: 'inferred',
    cause: 'hiddenBehind500',
    recipe: {
      zh: '任何一种取号失败：页面只看到 500，具体返回码在应答的 body.innerCode 里。',
      en: 'Any failure of number retrieval: the page sees 500, and the specific code is in body.innerCode of the answer.',
    },
    async runOn(fixture) {
      const answer = await new Login(fixture, 'miniProgram').getMobile({ fields: { appId: '999999999999' } })
      assertFailedImage(answer)
      assertCode(answer, 'getMobile', '110028')
    },
  },
  {
    ...GET_MOBILE,
    id: '@testLine_500_without_phone_num',
    title: {
      zh: '测试线没有 phoneNum 时页面看到 500',
      en: 'On the test line, number retrieval without phoneNum shows 500 to the page',
    },
    source: 'S appendix 500',
    cause: 'testPhoneNumMissing',
    recipe: { zh: '连测试线时不传 phoneNum。', en: 'On the test line, omit phoneNum.' },
    line: 'test',
    async runOn(fixture) {
      const expandParams = IMAGE_PARAMS.production('')
      assertFailedImage(await new Login(fixture, 'miniProgram').getMobile({ fields: { expandParams } }))
    },
  },
  {
    id: '@answers_hold_no_number',
    title: {
      zh: '应答不带号码，也不回显 sign 和 phoneNum',
      en: 'No answer contains the number, sign or phoneNum',
    },
    source: 'protocol.md §5',
    basis: 'inferred',
    call: 'verify',
    code: '000',
    async runOn(fixture) {
      const login = new Login(fixture, 'miniProgram')
      const typed = createMsisdn()
      const answers = [
        await login.getMobile({ fields: { appId: '999999999999' } }),
        await login.getMobile(),
        await login.getToken({ sign: 'foreignKey' }),
        await login.getToken(),
        await login.verify({ sign: 'foreignKey', typed }),
        await login.verify({ typed }),
        await login.verify(),
      ]
      const secrets = [fixture.msisdn, typed, ...login.secrets]
      const isRepeated = answers.some(({ body }) => secrets.some((text) => body.includes(text)))
      assert(!isRepeated, 'no answer may contain the number, sign or phoneNum')
    },
  },
]
