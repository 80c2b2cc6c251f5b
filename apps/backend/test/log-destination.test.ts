import { createLogDestination, type WriteBytes } from '../src/log-destination'

const describeDropped = (count: number) => `dropped ${count}\n`

/** A writer whose writes the test ends. */
function setUp() {
  const chunks: Buffer[] = []
  const pending: { bytes: Buffer; done: Parameters<WriteBytes>[1] }[] = []
  const destination = createLogDestination((bytes, done) => void pending.push({ bytes, done }), describeDropped)
  return {
    destination,
    pending,
    readText: () => Buffer.concat(chunks).toString(),
    /** Ends the running write after so many bytes. */
    accept(length = Number.POSITIVE_INFINITY) {
      const { bytes, done } = pending.shift()!
      const part = bytes.subarray(0, length)
      chunks.push(part)
      done(null, part.length)
    },
    fail: (code: string) => pending.shift()!.done(Object.assign(new Error(code), { code }), 0),
  }
}

describe('a log destination', () => {
  it('writes lines in their order, one write at a time, also where a write is cut', () => {
    const { destination, pending, readText, accept } = setUp()
    destination.write('a\n')
    destination.write('b\n')
    destination.write('中文\n')
    expect(pending).toHaveLength(1)
    accept()
    accept(4)
    accept()
    expect(pending).toHaveLength(0)
    expect(readText()).toBe('a\nb\n中文\n')
  })

  it.each(['ENOSPC', 'EPIPE', 'EIO', 'EBADF'])(
    'drops lines on %s, counts them, and says so as soon as it can',
    (code) => {
      const { destination, readText, accept, fail } = setUp()
      destination.write('a\n')
      destination.write('b\n')
      destination.write('c\n')
      fail(code)
      fail(code)
      destination.write('d\n')
      accept()
      accept()
      expect(readText()).toBe('d\ndropped 3\n')
    },
  )

  it('counts a line that was cut as dropped', () => {
    const { destination, readText, accept, fail } = setUp()
    destination.write('a\n')
    accept()
    for (const line of ['one\n', 'two\n', 'three\n']) destination.write(line)
    accept()
    accept(6)
    fail('ENOSPC')
    destination.write('d\n')
    accept()
    accept()
    expect(readText()).toContain('dropped 1\n')
  })

  it('keeps at most a megabyte for a reader that stands still, and goes on when it reads again', () => {
    const { destination, pending, accept, readText } = setUp()
    const line = `${'x'.repeat(999)}\n`
    for (let count = 0; count < 10_000; count += 1) destination.write(line)
    expect(pending).toHaveLength(1)
    while (pending.length > 0) accept()
    const text = readText()
    const kept = text.split(line).length - 1
    expect(kept).toBeGreaterThan(1_000)
    expect(kept).toBeLessThan(1_100)
    expect(text).toContain(`dropped ${10_000 - kept}\n`)
  })

  it('is dropping from the first line without room until something is written', () => {
    const { destination, pending, accept } = setUp()
    destination.write('a\n')
    const line = `${'x'.repeat(1024 * 1024 - 1)}\n`
    destination.write(line)
    expect(destination.isDropping()).toBe(false)
    destination.write('b\n')
    expect(destination.isDropping()).toBe(true)
    while (pending.length > 0) accept()
    expect(destination.isDropping()).toBe(false)
  })

  it('tries again where a terminal is full for now', async () => {
    const { destination, readText, accept, fail, pending } = setUp()
    destination.write('a\n')
    fail('EAGAIN')
    while (pending.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    accept()
    expect(readText()).toBe('a\n')
  })

  it('is flushed when all is written, or after the time given', async () => {
    const { destination, accept } = setUp()
    await destination.flush(60_000)
    destination.write('a\n')
    await destination.flush(5)
    const flushed = destination.flush(60_000)
    accept()
    await flushed
  })
})
