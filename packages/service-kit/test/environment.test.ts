import { z } from 'zod'
import { isConfigError, mergeVariables, port, type Rule, readVariables } from '../src'

const shape = {
  PORT: port().default(3000),
  HOST: z.string().default('127.0.0.1'),
  KEY: z.string('is missing: make one'),
}

function findProblems(env: Record<string, string | undefined>, rules: readonly Rule[] = []) {
  try {
    readVariables(shape, [env], rules)
  } catch (error) {
    if (isConfigError(error)) return error.problems
    throw error
  }
  return []
}

describe('readVariables', () => {
  it('trims values, for numbers too', () => {
    expect(readVariables(shape, [{ PORT: '7000 ', HOST: ' ::1\n', KEY: 'k' }])).toEqual({
      PORT: 7000,
      HOST: '::1',
      KEY: 'k',
    })
  })

  it('counts an empty or blank variable as not set', () => {
    expect(readVariables(shape, [{ PORT: '', HOST: ' ', KEY: 'k' }])).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' })
  })

  it('throws a ConfigError with every problem, and without any value', () => {
    const read = () => readVariables(shape, [{ PORT: 'secret' }])
    expect(read).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        code: 'configInvalid',
        message: [
          'The configuration is not usable:',
          '  PORT must be a port from 1 to 65535, or 0 for any free one',
          '  KEY is missing: make one',
        ].join('\n'),
      }),
    )
    expect(read).not.toThrow('secret')
  })

  it('runs the rules even when a variable does not parse', () => {
    const rule: Rule = ({ HOST }) => (HOST === '0.0.0.0' ? [['HOST', 'must be loopback']] : [])
    expect(findProblems({ PORT: 'x', HOST: '0.0.0.0', KEY: 'k' }, [rule])).toEqual([
      ['PORT', expect.stringContaining('must be a port')],
      ['HOST', 'must be loopback'],
    ])
  })
})

describe('mergeVariables', () => {
  it('takes each variable from the first layer that sets it; an empty one sets nothing', () => {
    expect(
      mergeVariables([
        { A: 'first', B: '', C: undefined },
        { A: 'second', B: 'second' },
      ]),
    ).toEqual({
      A: 'first',
      B: 'second',
    })
  })
})

test('isConfigError knows the error of another bundle by name and code', () => {
  expect(isConfigError(Object.assign(new Error('x'), { name: 'ConfigError', code: 'configInvalid' }))).toBe(true)
  for (const other of [new Error('x'), Object.assign(new Error('x'), { code: 'configInvalid' }), null, 'text']) {
    expect(isConfigError(other)).toBe(false)
  }
})
