import { type RunOptions, runScenarios } from '../src/run'
import { type Scenario, Unmet } from '../src/scenario'

const ALL: RunOptions = { has: ['control', 'clock'] }

function scenario(run: Scenario<string[]>['run'], more: Partial<Scenario<string[]>> = {}): Scenario<string[]> {
  return { id: '@rule', title: { zh: '规则', en: 'rule' }, source: 'protocol.md §5', run, ...more }
}

const only = async (run: Scenario<string[]>['run'], options = ALL) => {
  const [result] = await runScenarios([scenario(run)], [], options)
  return result
}

describe('a run of scenarios', () => {
  test('a kept rule has passed, with its facts and its time', async () => {
    const result = await only(async () => {})
    expect(result).toEqual({
      id: '@rule',
      title: { zh: '规则', en: 'rule' },
      source: 'protocol.md §5',
      status: 'passed',
      ms: expect.any(Number),
    })
  })

  test('a broken rule has failed, with its reason', async () => {
    const result = await only(() => Promise.reject(new Unmet('expected 000, got 001')))
    expect(result).toMatchObject({ status: 'failed', reason: 'expected 000, got 001' })
  })

  test('so has one whose scenario throws before it can promise anything', async () => {
    const result = await only(() => {
      throw new TypeError('not a function')
    })
    expect(result).toMatchObject({ status: 'failed', reason: 'no usable answer: TypeError' })
  })

  test('one that needs what is not there is not applicable, and is not tried', async () => {
    const tried: string[] = []
    const run = async (subject: string[]) => void subject.push('tried')
    const results = await runScenarios([scenario(run, { needs: ['control', 'clock'] })], tried, { has: ['control'] })
    expect(results).toMatchObject([{ status: 'notApplicable', lacks: 'clock' }])
    expect(tried).toEqual([])
  })

  test('scenarios run one after another, in their order', async () => {
    const said: string[] = []
    const speaks = (name: string) =>
      scenario(async (subject) => {
        subject.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        subject.push(`${name} ends`)
      })
    await runScenarios([speaks('first'), speaks('second')], said, ALL)
    expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })

  test('one that never ends has failed when its time is up', async () => {
    const result = await only(() => new Promise(() => {}), { ...ALL, limitMs: 1 })
    expect(result).toMatchObject({ status: 'failed', reason: 'not done within 1 ms' })
  })

  test('once it is stopped, the scenario under way is the last', async () => {
    const stopping = new AbortController()
    const stops = scenario(async () => stopping.abort())
    const results = await runScenarios([stops, scenario(async () => {})], [], { ...ALL, stop: stopping.signal })
    expect(results).toMatchObject([{ status: 'passed' }])
  })

  test('each result is told as it comes', async () => {
    const told: string[] = []
    await runScenarios([scenario(async () => {})], [], { ...ALL, onResult: ({ id }) => told.push(id) })
    expect(told).toEqual(['@rule'])
  })
})
