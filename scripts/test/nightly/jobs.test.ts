import { findMissingProgram, JOBS, selectJobs } from '../../nightly/jobs'

test('without names every job runs, with names only those', () => {
  expect(selectJobs([])).toEqual(Object.keys(JOBS))
  expect(selectJobs(['soak', 'rsa'])).toEqual(['soak', 'rsa'])
})

test('an unknown job is refused with the list of jobs', () => {
  expect(() => selectJobs(['constructor'])).toThrow(
    /unknown job constructor: expected one of properties-page, properties-server/,
  )
})

test('a job is unavailable without the program that it needs', () => {
  const job = { purpose: 'a check in Java', commands: [], needs: 'java' }
  expect(findMissingProgram(job, () => false)).toBe('java')
  expect(findMissingProgram(job, () => true)).toBeUndefined()
  expect(findMissingProgram({ purpose: 'a check', commands: [] }, () => false)).toBeUndefined()
})
