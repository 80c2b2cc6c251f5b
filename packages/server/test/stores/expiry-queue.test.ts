import fc from 'fast-check'
import { ExpiryQueue } from '../../src/stores/expiry-queue'

const expiries = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 100 })

function drain(queue: ExpiryQueue<{ readonly expiresAt: number }>): number[] {
  const order: number[] = []
  while (queue.first) {
    order.push(queue.first.expiresAt)
    queue.removeFirst()
  }
  return order
}

it('entries leave in the order of their expiry, those alone that were kept', () => {
  fc.assert(
    fc.property(expiries, fc.integer({ min: 1, max: 5 }), (times, divisor) => {
      const queue = new ExpiryQueue<{ readonly expiresAt: number }>()
      for (const expiresAt of times) queue.add({ expiresAt })
      queue.keep(({ expiresAt }) => expiresAt % divisor === 0)
      const kept = times.filter((expiresAt) => expiresAt % divisor === 0)
      expect(queue.size).toBe(kept.length)
      expect(drain(queue)).toEqual(kept.sort((a, b) => a - b))
    }),
  )
})
