import { hashOf, hashOfTrace, PAGES, routeOf } from '../../src/state/route'

test('every page has an address that leads back to it', () => {
  for (const page of PAGES) expect(routeOf(hashOf(page))).toEqual({ page, trace: null })
})

test('no hash is the timeline, following the newest login', () => {
  expect(routeOf('')).toEqual({ page: 'timeline', trace: null })
  expect(routeOf('#')).toEqual({ page: 'timeline', trace: null })
})

test('a trace has an address of its own', () => {
  const id = '0123456789abcdef0123456789abcdef'
  expect(hashOfTrace(id)).toBe(`#/traces/${id}`)
  expect(routeOf(hashOfTrace(id))).toEqual({ page: 'timeline', trace: id })
})

test('whatever stands in the hash, it is read without an error', () => {
  expect(routeOf('#/traces/%E0%A4%A')).toEqual({ page: 'timeline', trace: '%E0%A4%A' })
  expect(routeOf('#/nowhere')).toEqual({ page: null })
  expect(routeOf('#/constructor')).toEqual({ page: null })
})
