import { type Result, type RunOptions, runScenarios } from '../src/run'
import { type Scenario, Unmet } from '../src/scenario'

const ALL: RunOptions = { has: ['control', 'clock'] }

function createScenario(run: Scenario<string[]>['run'], more: Partial<Scenario<string[]>> = {}): Scenario<string[]> {
  return { id: '@rule', title: { zh: '规则', en: 'rule' }, source: 'protocol.md §5', run, ...more }
}

const runOnly = async (run: Scenario<string[]>['run'], options = ALL) => {
  const [result] = await runScenarios([createScenario(run)], [], options)
  return result
}

describe('running scenarios', () => {
  test('a scenario whose rule is kept passes, with its facts and its duration', async () => {
    const result = await runOnly(async () => {})
    expect(result).toEqual({
      id: '@rule',
      title: { zh: '规则', en: 'rule' },
      source: 'protocol.md §5',
      status: 'passed',
      ms: expect.any(Number),
    })
  })

  test('a scenario whose rule is broken fails with the reason', async () => {
    const result = await runOnly(() => Promise.reject(new Unmet('expected 000, got 001')))
    expect(result).toMatchObject({ status: 'failed', reason: 'expected 000, got 001' })
  })

  test('a scenario that throws synchronously fails', async () => {
    const result = await runOnly(() => {
      throw new TypeError('not a function')
    })
    expect(result).toMatchObject({ status: 'failed', reason: 'no usable answer: TypeError' })
  })

  test('a scenario whose needs are not met is not applicable, and does not run', async () => {
    const ran: string[] = []
    const run = async (subject: string[]) => void subject.push('ran')
    const results = await runScenarios([createScenario(run, { needs: ['control', 'clock'] })], ran, {
      has: ['control'],
    })
    expect(results).toMatchObject([{ status: 'notApplicable', lacks: 'clock' }])
    expect(ran).toEqual([])
  })

  test('scenarios run one after another, in their order', async () => {
    const events: string[] = []
    const createRecording = (name: string) =>
      createScenario(async (subject) => {
        subject.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        subject.push(`${name} ends`)
      })
    await runScenarios([createRecording('first'), createRecording('second')], events, ALL)
    expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })

  test('a scenario that never ends fails after its time limit', async () => {
    const result = await runOnly(() => new Promise(() => {}), { ...ALL, limitMs: 1 })
    expect(result).toMatchObject({ status: 'failed', reason: 'did not finish within 1 ms' })
  })

  test('a scenario that waits for its subject has so much longer', async () => {
    const run = () => new Promise<void>((resolve) => setImmediate(() => setTimeout(resolve, 5)))
    const results = await runScenarios([createScenario(run, { waitsMs: 60_000 })], [], { ...ALL, limitMs: 1 })
    expect(results).toMatchObject([{ status: 'passed' }])
  })

  test('after a stop, the running scenario is the last', async () => {
    const stopping = new AbortController()
    const stops = createScenario(async () => stopping.abort())
    const results = await runScenarios([stops, createScenario(async () => {})], [], { ...ALL, stop: stopping.signal })
    expect(results).toMatchObject([{ status: 'passed' }])
  })

  test('start and result of each scenario are reported', async () => {
    const reported: string[] = []
    const onStart = (id: string) => void reported.push(`start ${id}`)
    const onResult = ({ id, status }: Result) => void reported.push(`${status} ${id}`)
    await runScenarios([createScenario(async () => {})], [], { ...ALL, onStart, onResult })
    expect(reported).toEqual(['start @rule', 'passed @rule'])
  })
})
