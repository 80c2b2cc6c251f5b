import { findMissingServices } from '../../gate/services'

test('names the programs that are not installed', () => {
  expect(findMissingServices((program) => program !== 'curl')).toEqual(['curl'])
  expect(findMissingServices(() => true)).toEqual([])
})
