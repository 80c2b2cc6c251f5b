// The sender of development.
import { createConsoleSender } from '../../../src/sms'

const MESSAGE = { phone: '13800138000', code: '012345', locale: null, traceId: 'a'.repeat(32) }

it('writes the code, and masks the number', async () => {
  const lines: string[] = []
  await createConsoleSender({ write: (line) => void lines.push(line) }).send(MESSAGE, AbortSignal.timeout(1000))
  expect(lines).toEqual(['The code for 138****8000 is 012345.'])
})

it('does not exist in production', () => {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  expect(createConsoleSender).toThrow(expect.objectContaining({ code: 'optionUnusable' }))
  process.env.NODE_ENV = before
})
