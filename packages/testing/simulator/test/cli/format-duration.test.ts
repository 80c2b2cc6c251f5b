import { formatDuration } from '../../src/cli/format-duration'

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000]

test.each([
  [300, 'less than a second'],
  [SECOND, '1 second'],
  [90 * SECOND, '1 minute 30 seconds'],
  [2 * HOUR, '2 hours'],
  [2 * HOUR + 5 * MINUTE + 20 * SECOND, '2 hours 5 minutes'],
  [DAY, '1 day'],
  // A clock that was set by hand is some milliseconds off.
  [DAY - 7, '1 day'],
  [HOUR - 1, '1 hour'],
  [400 * DAY + HOUR + MINUTE, '400 days 1 hour'],
])('%d ms are formatted as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})
