import fc from 'fast-check'
import type { PlatformReply } from '../../src/verify/platform-client'
import { judgeReply } from '../../src/verify/verdict'
import { APP_ID } from '../support/business'

const asked = { msgId: 'a'.repeat(32), appId: APP_ID }
const codes = { yes: ['000'], no: ['001'] }

const reply = (text: string, status = 200): PlatformReply => ({ answered: true, status, text })
const answer = (header: unknown, status?: number) => reply(JSON.stringify({ header, body: {} }), status)
const ours = (resultCode: unknown) => ({ ...asked, resultCode })
const judge = (of: PlatformReply, by = codes) => judgeReply(of, asked, by)

describe('a verdict', () => {
  it('is yes for the configured text with our own msgId and appId', () => {
    expect(judge(answer(ours('000')))).toMatchObject({ outcome: 'verified', code: '000', row: { key: 'verify.000' } })
  })

  it('is no for the configured text with our own msgId and appId', () => {
    expect(judge(answer(ours('001')))).toMatchObject({ outcome: 'notThisNumber', code: '001' })
  })

  it('follows the configuration, several texts included', () => {
    const other = { yes: ['103000', '000000'], no: ['002', '003'] }
    expect(judge(answer(ours('000000')), other).outcome).toBe('verified')
    expect(judge(answer(ours('003')), other).outcome).toBe('notThisNumber')
    expect(judge(answer(ours('000')), other).outcome).toBe('unavailable')
  })
})

describe('never a yes', () => {
  it.each<[string, PlatformReply, string]>([
    ['the number 0', answer(ours(0)), 'answerMalformed'],
    ['a code that only looks alike', answer(ours('0000')), '0000'],
    ['the code with a space', answer(ours('000 ')), '000 '],
    ['a list holding the code', answer(ours(['000'])), 'answerMalformed'],
    ['a success of another call', answer(ours('000000')), '000000'],
    ['no code', answer(asked), 'answerMalformed'],
    ['another’s msgId', answer({ ...ours('000'), msgId: 'b'.repeat(32) }), 'answerNotOurs'],
    ['another’s appId', answer({ ...ours('000'), appId: '1' }), 'answerNotOurs'],
    ['the appId as a number', answer({ ...ours('000'), appId: Number(APP_ID) }), 'answerNotOurs'],
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
  ])('%s', (_, of, code) => {
    expect(judge(of)).toMatchObject({ outcome: 'unavailable', code })
  })

  it('whatever else the platform writes', () => {
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
  it('is kept raw, with what the registry knows of it, echoed or not', () => {
    const verdict = judge(answer({ resultCode: '120020' }))
    expect(verdict).toMatchObject({ outcome: 'unavailable', code: '120020', row: { known: true, actor: 'user' } })
  })

  it('stays bounded and printable when nobody knows it', () => {
    const { code, row } = judge(answer(ours(`9\n${'x'.repeat(500)}`)))
    expect(code).toMatch(/^9\?x{14}$/)
    expect(row).toMatchObject({ known: false })
  })
})
