import { JOBS, selectJobs } from '../../nightly/jobs'

test('without names every job runs, with names only those', () => {
  expect(selectJobs([])).toEqual(Object.keys(JOBS))
  expect(selectJobs(['soak', 'rsa'])).toEqual(['soak', 'rsa'])
})

test('an unknown job is refused with the list of jobs', () => {
  expect(() => selectJobs(['constructor'])).toThrow(
    /unknown job constructor: expected one of properties-page, properties-server/,
  )
})
