// Runs the checks of tickets that the backend guide prints, as printed but for the issuer's address: each becomes a
// program that reads tickets from its standard input and answers each with a line.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { findCodeBlocks, ROOT, readPages } from '../markdown'

export const GUIDES = ['docs/en/backend.md', 'docs/zh/backend.md'] as const

/** The issuer in the guide. */
const DOCUMENTED_ISSUER = 'https://login.example.com'

/** @throws TicketRefused */
export type TicketCheck = (ticket: string, secret: string) => Promise<string>

export interface Program {
  readonly check: TicketCheck
  stop(): Promise<void>
}

interface Platform {
  /** Adds what reads and answers lines. */
  complete(code: string): string
  readonly command: (file: string) => readonly [program: string, ...args: string[]]
  readonly extension: string
}

const NODE: Platform = {
  complete: (code) => `${code}
import { createInterface } from 'node:readline'
for await (const line of createInterface({ input: process.stdin })) {
  const [ticket = '', secret = ''] = line.split('\\t')
  console.log(await checkTicket(ticket, secret).then((phone) => 'ok ' + phone, (error) => 'no ' + error.message))
}
`,
  command: (file) => [process.execPath, '--conditions=@local-number/source', '--import', 'tsx', file],
  extension: '.mts',
}

const PYTHON: Platform = {
  complete: (code) => `${code}

import sys
for line in sys.stdin:
    try:
        print("ok", check_ticket(*line.rstrip("\\n").split("\\t")), flush=True)
    except Exception as error:
        print("no", error, flush=True)
`,
  // Debian's own, which has Debian's packages.
  command: (file) => ['/usr/bin/python3', file],
  extension: '.py',
}

const JAVA_LOOP = `final class Main {
  public static void main(String[] args) throws Exception {
    TicketCheck tickets = new TicketCheck();
    var lines = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
    for (String line; (line = lines.readLine()) != null; ) {
      String[] words = line.split("\\t", -1);
      try {
        System.out.println("ok " + tickets.check(words[0], words[1]));
      } catch (Exception error) {
        System.out.println("no " + error.getMessage());
      }
    }
  }
}

`

const JAVA: Platform = {
  // The first class of a file is the one that is run.
  complete: (code) => code.replace(/^(?=final class )/m, JAVA_LOOP),
  command: (file) => ['java', file],
  extension: '.java',
}

/** By the path in the first line of their block. */
const CHECKS = {
  'tickets/local-number.ts': NODE,
  'tickets/jose.ts': NODE,
  'tickets/jsonwebtoken.ts': NODE,
  'check_ticket.py': PYTHON,
  'TicketCheck.java': JAVA,
} as const satisfies Readonly<Record<string, Platform>>

export type CheckName = keyof typeof CHECKS

export interface CheckToRun {
  readonly guide: (typeof GUIDES)[number]
  readonly name: CheckName
  /** Scheme, host and port of the issuer, in place of the documented one. */
  readonly origin: string
}

export function startCheck({ guide, name, origin }: CheckToRun): Program {
  const { complete, command, extension }: Platform = CHECKS[name]
  const folder = createFolder()
  const file = join(folder, basename(name).replace(/\.\w+$/, extension))
  writeFileSync(file, complete(findCode(guide, name).replaceAll(DOCUMENTED_ISSUER, origin)))
  const [program, ...args] = command(file)
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, no_proxy: '*' },
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = once(child, 'close')

  return {
    async check(ticket, secret) {
      child.stdin.write(`${ticket}\t${secret}\n`)
      const { value, done } = await answers.next()
      if (done) throw new Error(`${name} of ${guide} ended`)
      const [, verdict, rest] = /^(ok|no) (.*)$/.exec(value) ?? []
      if (verdict === 'ok') return `${rest}`
      throw Object.assign(new Error(rest), { name: 'TicketRefused' })
    },
    async stop() {
      child.stdin.end()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** Writes the guide's TypeScript files, with this issuer, into a folder of their own. */
export function writeBlocks({ guide, origin }: Omit<CheckToRun, 'name'>): { folder: string; remove(): void } {
  const folder = createFolder()
  for (const [path, code] of listFiles(guide)) {
    if (!path.endsWith('.ts')) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code.replaceAll(DOCUMENTED_ISSUER, origin))
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Inside the repository, so that packages are found as usual. */
function createFolder(): string {
  mkdirSync(join(ROOT, 'reports'), { recursive: true })
  return mkdtempSync(join(ROOT, 'reports/ticket-check-'))
}

function findCode(guide: string, name: CheckName): string {
  const code = listFiles(guide).get(name)
  if (code === undefined) throw new Error(`${guide} has no block that begins with the path ${name}`)
  return code
}

/** The guide's blocks that begin with their path. */
function listFiles(guide: string): ReadonlyMap<string, string> {
  const page = readPages().find(({ path }) => path === guide)
  const blocks = page ? findCodeBlocks(page) : []
  return new Map(
    blocks.flatMap(({ code }) => {
      const [, path] = /^(?:\/\/|#) ([\w./-]+\.\w+)\n/.exec(code) ?? []
      return path === undefined ? [] : [[path, code] as const]
    }),
  )
}
