import { messageLine } from '../src/report'

const MESSAGE = {
  at: Date.UTC(2026, 0, 1, 8, 59),
  line: 'production',
  call: 'verify',
  handset: null,
  outerCode: '606',
  innerCode: '120020',
  appId: '300011877495',
  msgId: 'b1',
  takingMsgId: 'a1',
  msisdnMasked: '138****8000',
  ms: 2.6,
} as const

test('a line tells both codes where they differ, and the login that a verify belongs to', () => {
  expect(messageLine(MESSAGE)).toBe(
    '08:59:00.000 production verify - 606/120020 138****8000 3 ms msgId=b1 takingMsgId=a1',
  )
})
