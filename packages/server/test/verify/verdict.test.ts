import { RETURN_CODES } from '@local-number/protocol/return-codes'
import fc from 'fast-check'
import type { PlatformReply } from '../../src/verify/platform-client'
import { judgeReply } from '../../src/verify/verdict'
import { APP_ID } from '../support/business'

const ids = { msgId: 'a'.repeat(32), appId: APP_ID }
const codes = { yes: ['000'], no: ['001'] }

const reply = (text: string, status = 200): PlatformReply => ({ answered: true, status, text })
const answer = (header: unknown, status?: number) => reply(JSON.stringify({ header, body: {} }), status)
const ours = (resultCode: unknown) => ({ ...ids, resultCode })
const judge = (of: PlatformReply, by = codes) => judgeReply(of, ids, by)

describe('a verdict', () => {
  it('is verified for a yes code with our own msgId and appId', () => {
    expect(judge(answer(ours('000')))).toMatchObject({ outcome: 'verified', code: '000', row: { key: 'verify.000' } })
  })

  it('is notThisNumber for a no code with our own msgId and appId', () => {
    expect(judge(answer(ours('001')))).toMatchObject({ outcome: 'notThisNumber', code: '001' })
  })

  it('accepts an id of digits as a number, since it is the same text in JSON', () => {
    const digits = { msgId: '1'.repeat(15), appId: APP_ID }
    const header = { resultCode: '000', msgId: Number(digits.msgId), appId: Number(APP_ID) }
    expect(judgeReply(answer(header), digits, codes)).toMatchObject({ outcome: 'verified', code: '000' })
  })

  it('accepts no number that lost digits', () => {
    const rounded = { ...ids, appId: '12345678901234567000' }
    const sent = reply(`{"header":{"resultCode":"000","msgId":"${ids.msgId}","appId":12345678901234567001}}`)
    expect(judgeReply(sent, rounded, codes)).toMatchObject({ outcome: 'unavailable', code: 'answerNotOurs' })
  })

  it('follows the configured codes, also if there are several', () => {
    const other = { yes: ['103000', '000000'], no: ['002', '003'] }
    expect(judge(answer(ours('000000')), other).outcome).toBe('verified')
    expect(judge(answer(ours('003')), other).outcome).toBe('notThisNumber')
    expect(judge(answer(ours('000')), other).outcome).toBe('unavailable')
  })
})

describe('a code that is a number', () => {
  it.each([
    [103911, 'unavailable'],
    [121011, 'dailyLimit'],
    [120020, 'staleToken'],
    [606, 'staleToken'],
    [999999, 'unavailable'],
    [123456, 'unavailable'],
  ])('%i means what it means as text', (code, outcome) => {
    expect(judge(answer(ours(code)))).toMatchObject({ outcome, code: String(code) })
    expect(judge(answer(ours(code)))).toEqual(judge(answer(ours(String(code)))))
  })

  it.each([103000, 0, 1.5, 1e21, -1])('%d is neither a yes nor a no, although it is configured as text', (code) => {
    const text = String(code)
    for (const by of [
      { yes: [text], no: ['001'] },
      { yes: ['000'], no: [text] },
    ]) {
      expect(judge(answer(ours(code)), by)).toMatchObject({ outcome: 'unavailable', code: text })
    }
  })
})

describe('a reply is never a yes', () => {
  it.each<[string, PlatformReply, string]>([
    ['the number 0', answer(ours(0)), '0'],
    ['the number 1', answer(ours(1)), '1'],
    ['a boolean', answer(ours(true)), 'answerMalformed'],
    ['a code that only looks alike', answer(ours('0000')), '0000'],
    ['the code with a space', answer(ours('000 ')), '000 '],
    ['a list holding the code', answer(ours(['000'])), 'answerMalformed'],
    ['a success of another call', answer(ours('000000')), '000000'],
    ['no code', answer(ids), 'answerMalformed'],
    ['another msgId', answer({ ...ours('000'), msgId: 'b'.repeat(32) }), 'answerNotOurs'],
    ['another appId', answer({ ...ours('000'), appId: '1' }), 'answerNotOurs'],
    ['another appId as a number', answer({ ...ours('000'), appId: Number(APP_ID) + 1 }), 'answerNotOurs'],
    ['an appId in a list', answer({ ...ours('000'), appId: [APP_ID] }), 'answerNotOurs'],
    ['no msgId', answer({ appId: APP_ID, resultCode: '000' }), 'answerNotOurs'],
    ['no header', reply('{"resultCode":"000"}'), 'answerMalformed'],
    ['HTML', reply('<html>000</html>'), 'answerMalformed'],
    ['nothing', reply(''), 'answerMalformed'],
    ['null', reply('null'), 'answerMalformed'],
    ['a list', reply('[{"header":{"resultCode":"000"}}]'), 'answerMalformed'],
    ['a redirect', answer(ours('000'), 302), 'redirected'],
    ['a server error', answer(ours('000'), 500), 'httpError'],
    ['another 2xx', answer(ours('000'), 201), 'httpError'],
    ['a time-out', { answered: false, fault: 'timeout', error: null }, 'timeout'],
    ['a broken connection', { answered: false, fault: 'network', error: null }, 'network'],
  ])('for %s', (_, of, code) => {
    expect(judge(of)).toMatchObject({ outcome: 'unavailable', code })
  })

  it('for any other answer of the platform', () => {
    const header = fc.record({
      resultCode: fc.oneof(fc.string(), fc.jsonValue()),
      msgId: fc.string(),
      appId: fc.string(),
    })
    fc.assert(
      fc.property(fc.oneof(header, fc.jsonValue()), (anything) => judge(answer(anything)).outcome === 'unavailable'),
    )
  })
})

describe('another code', () => {
  it('has the outcome and the row of the registry, also without the echoed ids', () => {
    const verdict = judge(answer({ resultCode: '120020' }))
    expect(verdict).toMatchObject({ outcome: 'staleToken', code: '120020', row: { known: true, actor: 'user' } })
  })

  it.each(RETURN_CODES.verify.filter(({ outcome }) => !['verified', 'notThisNumber'].includes(outcome)))(
    '$code is $outcome, as in the registry',
    ({ code, outcome }) => {
      expect(judge(answer(ours(code)))).toMatchObject({ outcome, code })
    },
  )

  it.each(['13800138000', '+8613800138000', '1380013800020261', 13_800_138_000])(
    'that no document lists is shown without the number in it: %s',
    (code) => {
      expect(judge(answer(ours(code))).code).not.toMatch(/13800138000/)
      expect(judge(answer(ours(code))).row?.code).not.toMatch(/13800138000/)
    },
  )

  it('that the registry calls a comparison is unavailable unless it is configured', () => {
    const other = { yes: ['103000'], no: ['002'] }
    expect(judge(answer(ours('000')), other).outcome).toBe('unavailable')
    expect(judge(answer(ours('001')), other).outcome).toBe('unavailable')
  })

  it('is cut to 16 printable characters if it is unknown', () => {
    const { code, row } = judge(answer(ours(`9\n${'x'.repeat(500)}`)))
    expect(code).toMatch(/^9\?x{14}$/)
    expect(row).toMatchObject({ known: false })
  })
})
