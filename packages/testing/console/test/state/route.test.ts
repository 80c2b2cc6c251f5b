import { PAGES, parseRoute, toHash, toTraceHash } from '../../src/state/route'

test('every page has an address that is parsed to it', () => {
  for (const page of PAGES) expect(parseRoute(toHash(page).slice(1))).toEqual({ page, trace: null })
})

test('an empty address is the timeline, following the newest login', () => {
  expect(parseRoute('')).toEqual({ page: 'timeline', trace: null })
  expect(parseRoute('/')).toEqual({ page: 'timeline', trace: null })
})

test('every trace has an address that is parsed to it', () => {
  const id = '0123456789abcdef0123456789abcdef'
  expect(toTraceHash(id)).toBe(`#/traces/${id}`)
  expect(parseRoute(toTraceHash(id).slice(1))).toEqual({ page: 'timeline', trace: id })
})

test('any address is parsed without an error', () => {
  expect(parseRoute('/traces/%E0%A4%A')).toEqual({ page: 'timeline', trace: '%E0%A4%A' })
  expect(parseRoute('/nowhere')).toEqual({ page: null })
  expect(parseRoute('/constructor')).toEqual({ page: null })
})
