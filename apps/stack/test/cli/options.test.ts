import { parseLoginOptions } from '../../src/cli/options'

let stdout: jest.SpyInstance
let stderr: jest.SpyInstance
beforeEach(() => {
  stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  stdout.mockRestore()
  stderr.mockRestore()
  process.exitCode = undefined
})

const readOutput = ({ mock }: jest.SpyInstance) => mock.calls.map(([text]) => text).join('')

test('the number and the handset are options', () => {
  expect(parseLoginOptions(['--phone', '13800138000', '--handset', 'cm-wifi'])).toEqual({
    phone: '13800138000',
    handset: 'cm-wifi',
    edition: 'image',
    way: 'sim',
  })
  expect(parseLoginOptions(['--phone=1'])).toEqual({
    phone: '1',
    handset: undefined,
    edition: 'image',
    way: 'sim',
  })
  expect(parseLoginOptions(['--phone=1', '--edition', 'https'])).toMatchObject({ edition: 'https' })
  expect(parseLoginOptions(['--phone=1', '--way', 'sms'])).toMatchObject({ way: 'sms' })
})

test('--help prints the options and is not an error', () => {
  expect(parseLoginOptions(['--help'])).toBeNull()
  expect(readOutput(stdout)).toMatch(/--phone <number>[\s\S]*--handset <id>[\s\S]*Exit codes/)
  expect(process.exitCode).toBeUndefined()
})

test.each([
  [[], 'phoneMissing', '--phone is required'],
  [['--way', 'sms'], 'phoneMissing', '--phone is required'],
  [['--phone'], 'phoneMissing', "option '--phone <number>' argument missing"],
  [['--phon', '1'], 'badOption', "unknown option '--phon' (Did you mean --phone?)"],
  [['--phone', '1', 'cm-wifi'], 'badOption', 'too many arguments'],
  [['--phone', '1', '--way', 'wechat'], 'badOption', 'Allowed choices are sim, sms'],
  [['--phone', '1', '--edition', 'http'], 'badOption', 'Allowed choices are image, https, both'],
])('the arguments %j are refused: in words on stderr, and as one line of JSON', (args, code, message) => {
  expect(parseLoginOptions(args)).toBeNull()
  expect(process.exitCode).toBe(2)
  expect(readOutput(stderr)).toContain(message)
  expect(JSON.parse(readOutput(stdout))).toEqual({ outcome: 'notStarted', code })
})
