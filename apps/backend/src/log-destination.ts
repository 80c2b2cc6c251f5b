// Where the log's lines go. Writing never blocks and never fails: on a full disk, or on a pipe without a reader, lines
// are dropped and counted, and the service goes on. pino's own destination waits, and with it every request.
import { constants, fstatSync, openSync, write as writeFile } from 'node:fs'
import { Socket } from 'node:net'

/** Lines that wait for a slow reader. Beyond this, new ones are dropped. */
const MOST_WAITING_BYTES = 1024 * 1024

/** A terminal or a pipe in non-blocking mode that is full for now. */
const FULL_FOR_NOW = 'EAGAIN'
const RETRY_MS = 50

/** Writes bytes and calls back with how many were written, or with why none were. */
export type WriteBytes = (bytes: Buffer, done: (error: NodeJS.ErrnoException | null, written: number) => void) => void

export interface LogDestination {
  write(line: string): void
  /** Whether lines were dropped since something was last written. */
  isDropping(): boolean
  /** Resolves when all lines are written, or after `atMostMs`. */
  flush(atMostMs: number): Promise<void>
}

/** @param createDroppedLine describes lines that were dropped, as one line */
export function createLogDestination(
  writeBytes: WriteBytes,
  createDroppedLine: (count: number) => string,
): LogDestination {
  let waiting: string[] = []
  let waitingBytes = 0
  let dropped = 0
  let writing = false
  let onIdle: () => void = () => undefined

  function writeNext(): void {
    if (waiting.length === 0) {
      writing = false
      onIdle()
      return
    }
    writing = true
    const lines = waiting
    const bytes = Buffer.from(lines.join(''))
    waiting = []
    waitingBytes = 0
    writeAll(bytes, writeBytes, (written) => {
      // A line that was cut counts as dropped, too.
      if (written < bytes.length) dropped += lines.length - countLines(bytes, written)
      else if (dropped > 0) reportDropped()
      writeNext()
    })
  }

  /** Only after something was written: where nothing can be, this would be dropped as well. */
  function reportDropped(): void {
    waiting.unshift(createDroppedLine(dropped))
    dropped = 0
  }

  return {
    write(line) {
      if (waitingBytes + line.length > MOST_WAITING_BYTES) {
        dropped += 1
        return
      }
      waiting.push(line)
      waitingBytes += line.length
      if (!writing) writeNext()
    },

    isDropping: () => dropped > 0,

    flush: (atMostMs) =>
      new Promise((resolve) => {
        if (!writing) return resolve()
        const timer = setTimeout(resolve, atMostMs)
        onIdle = () => {
          clearTimeout(timer)
          resolve()
        }
        return undefined
      }),
  }
}

/** Calls back with how many bytes could be written. */
function writeAll(bytes: Buffer, writeBytes: WriteBytes, done: (written: number) => void, before = 0): void {
  writeBytes(bytes.subarray(before), (error, written) => {
    const total = before + written
    if (error?.code === FULL_FOR_NOW) setTimeout(() => writeAll(bytes, writeBytes, done, total), RETRY_MS)
    else if (error !== null || total === bytes.length) done(total)
    else writeAll(bytes, writeBytes, done, total)
  })
}

const LINE_END = 10

function countLines(bytes: Buffer, length: number): number {
  return bytes.subarray(0, length).filter((byte) => byte === LINE_END).length
}

/** A writer for an open file descriptor. Pipes and sockets are written without a thread, which a full one would block. */
export function openDescriptor(fd: number): WriteBytes {
  if (!isPipeOrSocket(fd)) return (bytes, done) => writeFile(fd, bytes, done)
  const socket = new Socket({ fd: reopen(fd), readable: false, writable: true })
  socket.unref()
  // The callback of each write gets its error.
  socket.on('error', () => undefined)
  return (bytes, done) => void socket.write(bytes, (error) => done(error ?? null, error ? 0 : bytes.length))
}

/**
 * A descriptor of our own for the same pipe: what the standard streams share, standard error makes blocking again with
 * its first line. Where the system has no such files, or for a socket, it stays the same one.
 */
function reopen(fd: number): number {
  try {
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch {
    return fd
  }
}

function isPipeOrSocket(fd: number): boolean {
  try {
    const stats = fstatSync(fd)
    return stats.isFIFO() || stats.isSocket()
  } catch {
    return false
  }
}
