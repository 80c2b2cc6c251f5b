import { findMissingServices, succeeds } from '../../gate/services'

test('names what is not installed', () => {
  expect(findMissingServices((name) => name !== 'curl')).toEqual(['curl'])
  expect(findMissingServices(() => true)).toEqual([])
})

test('a program that is not on the path is not there', () => {
  expect(['command -v node', 'command -v no-such-program'].map(succeeds)).toEqual([true, false])
})
