import { createTurns } from '../../src/verify/turns'

it('work for one key runs one after the other, and goes on after a failure', async () => {
  const turns = createTurns()
  const steps: string[] = []
  const work =
    (name: string, fails = false) =>
    async () => {
      steps.push(`${name} begins`)
      await Promise.resolve()
      steps.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const results = await Promise.allSettled([turns.take('key', work('a', true)), turns.take('key', work('b'))])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

it('work for another key does not wait', async () => {
  const turns = createTurns()
  void turns.take('key', () => new Promise(() => undefined))
  expect(await turns.take('another', async () => 'done')).toBe('done')
})
