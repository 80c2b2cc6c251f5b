import { PassThrough } from 'node:stream'
import { createOutput } from '../src/output'

/** Two streams that remember what was written to them. */
function createStreams(stderr: Partial<NodeJS.WriteStream>) {
  const streams = { stdout: new PassThrough(), stderr: Object.assign(new PassThrough(), stderr) }
  const output = createOutput(streams as unknown as Parameters<typeof createOutput>[0])
  return {
    output,
    readErrors: () => String(streams.stderr.read() ?? ''),
    readResults: () => String(streams.stdout.read()),
  }
}

test('results go to standard output, errors to standard error', () => {
  const { output, readErrors, readResults } = createStreams({})
  output.out('passed')
  output.err('error')
  expect([readResults(), readErrors()]).toEqual(['passed', 'error'])
})

test('there is no status line without a terminal', () => {
  const { output } = createStreams({})
  expect(output.setStatus).toBeUndefined()
  expect(output.columns).toBeUndefined()
})

test('the status line replaces itself and never wraps', () => {
  const { output, readErrors } = createStreams({ isTTY: true, columns: 10 })
  output.setStatus?.('1/2: @a_long_id')
  expect(readErrors()).toBe('\u001b[1G\u001b[2K1/2: @a_l')
  output.setStatus?.('')
  expect(readErrors()).toBe('\u001b[1G\u001b[2K')
})
