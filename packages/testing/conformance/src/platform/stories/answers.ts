// What the answers look like (protocol.md §3–5).
import type { Call } from '@local-number/protocol/return-codes'
import { must, mustEqual } from '../../must'
import { isImage } from '../image'
import { type Answer, Login } from '../login'
import { newMsisdn } from '../made-up'
import { mustAnswer } from '../row'
import { IMAGE_PARAMS } from '../stage'
import type { Story } from '../story'

function mustFailAsImage(answer: Answer): void {
  must(!answer.type.startsWith('image/'), 'a number that was not taken must be answered with no image')
  mustEqual([answer.status, answer.outerCode], [500, '500'], 'status and outer code of a failed image')
}

const GET_MOBILE: { readonly call: Call; readonly code: string } = { call: 'getMobile', code: '500' }

export const ANSWER_STORIES: readonly Story[] = [
  {
    id: '@getMobile_000000_image',
    title: { zh: '取号成功返回一张图片', en: 'A number that was taken is answered with an image' },
    source: 'protocol.md §3',
    call: 'getMobile',
    code: '000000',
    async play(stage) {
      const { status, type } = await new Login(stage, 'miniProgram').getMobile()
      mustEqual([status, type.startsWith('image/')], [200, true], 'status and whether it is an image')
    },
  },
  {
    id: '@getMobile_000000_image_decodes',
    title: {
      zh: '取号成功的图片是可以解码的 GIF、PNG 或 JPEG',
      en: 'The image of a number that was taken is a GIF, PNG or JPEG that decodes',
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    call: 'getMobile',
    code: '000000',
    async play(stage) {
      const { body } = await new Login(stage, 'miniProgram').getMobile()
      must(
        isImage(body),
        'the image must be a GIF, PNG or JPEG with a width and a height: without, the page sees an error',
      )
    },
  },
  {
    ...GET_MOBILE,
    id: '@getMobile_500_hides_the_code',
    title: {
      zh: '取号失败返回 500，具体返回码在报文里',
      en: 'A number that was not taken is answered 500, and the code is inside',
    },
    source: 'S appendix 500',
    cause: 'hiddenBehind500',
    recipe: {
      zh: '任何一种取号失败：页面只看到 500，具体返回码在应答的 body.innerCode 里。',
      en: 'Any failure of number taking: the page sees 500, and the code is in body.innerCode of the answer.',
    },
    async play(stage) {
      const answer = await new Login(stage, 'miniProgram').getMobile({ fields: { appId: '999999999999' } })
      mustFailAsImage(answer)
      mustAnswer(answer, 'getMobile', '110028')
    },
  },
  {
    ...GET_MOBILE,
    id: '@testLine_500_without_phone_num',
    title: { zh: '测试线没有 phoneNum 时页面看到 500', en: 'On the test line, a page without phoneNum sees 500' },
    source: 'S appendix 500',
    cause: 'testPhoneNumMissing',
    recipe: { zh: '连测试线时不传 phoneNum。', en: 'On the test line, leave phoneNum out.' },
    line: 'test',
    async play(stage) {
      const expandParams = IMAGE_PARAMS.production('')
      mustFailAsImage(await new Login(stage, 'miniProgram').getMobile({ fields: { expandParams } }))
    },
  },
  {
    id: '@answers_hold_no_number',
    title: {
      zh: '应答不带号码，也不回显 sign 和 phoneNum',
      en: 'No answer holds the number, or repeats sign or phoneNum',
    },
    source: 'protocol.md §5',
    basis: 'inferred',
    call: 'verify',
    code: '000',
    async play(stage) {
      const login = new Login(stage, 'miniProgram')
      const typed = newMsisdn()
      const answers = [
        await login.getMobile({ fields: { appId: '999999999999' } }),
        await login.getMobile(),
        await login.getToken({ sign: 'foreignKey' }),
        await login.getToken(),
        await login.verify({ sign: 'foreignKey', typed }),
        await login.verify({ typed }),
        await login.verify(),
      ]
      const held = [stage.msisdn, typed, ...login.secrets]
      const repeats = answers.some(({ body }) => held.some((text) => body.includes(text)))
      must(!repeats, 'an answer must hold neither number nor sign nor phoneNum: whoever may see it must not learn them')
    },
  },
]
