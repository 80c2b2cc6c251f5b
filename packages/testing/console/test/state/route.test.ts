import { hashOf, hashOfTrace, PAGES, parseRoute } from '../../src/state/route'

test('every page has an address that leads back to it', () => {
  for (const page of PAGES) expect(parseRoute(hashOf(page).slice(1))).toEqual({ page, trace: null })
})

test('no hash is the timeline, following the newest login', () => {
  expect(parseRoute('')).toEqual({ page: 'timeline', trace: null })
  expect(parseRoute('/')).toEqual({ page: 'timeline', trace: null })
})

test('a trace has an address of its own', () => {
  const id = '0123456789abcdef0123456789abcdef'
  expect(hashOfTrace(id)).toBe(`#/traces/${id}`)
  expect(parseRoute(hashOfTrace(id).slice(1))).toEqual({ page: 'timeline', trace: id })
})

test('whatever stands in the hash, it is read without an error', () => {
  expect(parseRoute('/traces/%E0%A4%A')).toEqual({ page: 'timeline', trace: '%E0%A4%A' })
  expect(parseRoute('/nowhere')).toEqual({ page: null })
  expect(parseRoute('/constructor')).toEqual({ page: null })
})
