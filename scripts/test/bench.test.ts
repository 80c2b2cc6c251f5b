// `npm run bench`, with turns so short that its figures mean nothing.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { createFigure, findMedian, formatTable } from '../../bench/server/figures'

const ROOT = resolve(__dirname, '../..')

function runBench(...options: string[]) {
  const command = ['--conditions=@local-number/source', '--import', 'tsx', 'bench/main.ts', ...options]
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' })
}

it('prints a table, then each figure as a line of JSON', () => {
  const { status, stdout } = runBench('--only', 'rsa', '--rounds', '1', '--seconds', '0.02')
  expect(status).toBe(0)
  const [table, lines = ''] = stdout.split('\n\n')
  expect(table).toMatch(/^figure +value +ratio +to +goal\nrsaUtils\.sign, 1024 bits +/)
  const figures = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(figures).toHaveLength(2)
  for (const figure of figures) {
    expect(Object.keys(figure)).toEqual(['name', 'value', 'unit', 'baseline', 'ratio', 'goal', 'pass'])
  }
})

it('refuses a name that is no bench, and lists those that are', () => {
  const { status, stderr } = runBench('--only', 'speed')
  expect(status).toBe(1)
  expect(stderr).toContain('unknown bench speed: expected one of rsa, sign, ')
})

describe('a figure', () => {
  const facts = { name: 'sign', value: 1234.5, unit: '/s', baseline: 'bare', ratio: 0.5 }

  it('passes when its ratio, or else its value, meets the goal', () => {
    expect(createFigure({ ...facts, atLeast: 0.5 })).toMatchObject({ value: 1235, goal: '≥ 0.5', pass: true })
    expect(createFigure({ ...facts, atLeast: 0.6 })).toMatchObject({ pass: false })
    expect(createFigure({ name: 'delay', value: 9, unit: 'ms', atMost: 10 })).toMatchObject({
      goal: '≤ 10 ms',
      pass: true,
    })
  })

  it('neither passes nor misses when it is invalid', () => {
    const figure = createFigure({ ...facts, atLeast: 0.5, invalid: 'the generator was 99 % busy' })
    expect(figure.pass).toBeNull()
    expect(formatTable([figure])).toContain('invalid: the generator was 99 % busy')
  })
})

it('the median of an even count is between the middle two', () => {
  expect(findMedian([4, 1, 3, 2])).toBe(2.5)
})
