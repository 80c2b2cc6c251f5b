import { createEventChannel } from '../../src/logic/event-channel'

test('an event reaches the other end only, with all parameters', () => {
  const [opener, opened] = createEventChannel()
  const heard: unknown[] = []
  opener.on('e', (...parameters) => heard.push(['opener', ...parameters]))
  opened.on('e', (...parameters) => heard.push(['opened', ...parameters]))
  opener.emit('e', 1, 2)
  opened.emit('e', 3)
  expect(heard).toEqual([
    ['opened', 1, 2],
    ['opener', 3],
  ])
})

test('events without a listener wait for the first one, in order', () => {
  const [opener, opened] = createEventChannel()
  const heard: unknown[] = []
  opener.emit('e', 1)
  opener.emit('e', 2)
  opened.on('e', (n) => heard.push(n))
  opened.on('e', (n) => heard.push(`second ${n}`))
  expect(heard).toEqual([1, 2])
})

test('once listens one time, and off removes one listener or all', () => {
  const [opener, opened] = createEventChannel()
  const heard: unknown[] = []
  const first = (n: unknown) => heard.push(`first ${n}`)
  opened.on('e', first)
  opened.once('e', (n) => heard.push(`once ${n}`))
  opened.on('e', (n) => heard.push(`last ${n}`))
  opener.emit('e', 1)
  opened.off('e', first)
  opener.emit('e', 2)
  opened.off('e')
  opener.emit('e', 3)
  expect(heard).toEqual(['first 1', 'once 1', 'last 1', 'last 2'])
})
