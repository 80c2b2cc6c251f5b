import { formatSource } from '../../src/report/source'
import { PASSED } from '../support/results'

test.each([
  ['S 2.4', undefined, 'S 2.4', 'S 2.4'],
  ['protocol.md §5', 'inferred', 'protocol.md §5 (inferred)', 'protocol.md §5 (推断)'],
  [
    'docs/en/backend.md "Tickets"',
    undefined,
    'docs/en/backend.md "Tickets" (ours)',
    'docs/en/backend.md "Tickets" (本项目)',
  ],
] as const)('the source %s with the basis %s is formatted in both languages', (source, basis, en, zh) => {
  const result = { ...PASSED, source, ...(basis && { basis }) }
  expect([formatSource(result, 'en'), formatSource(result, 'zh')]).toEqual([en, zh])
})
