import { version } from '../../package.json'
import { createCommand, type Flags } from '../../src/cli/command'

/** Runs the command line. Returns the flags that it runs with, its output, and the exit code. */
async function runCommand(...args: readonly string[]) {
  const received: Flags[] = []
  let output = ''
  const write = (text: string) => {
    output += text
  }
  const parsed = createCommand(async (flags) => void received.push(flags))
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write })
    .parseAsync(args, { from: 'user' })
  const code = await parsed.then(
    () => null,
    ({ exitCode }: { exitCode: number }) => exitCode,
  )
  return { flags: received[0], output, code }
}

test('without flags, data is kept in the current folder', async () => {
  expect((await runCommand()).flags).toEqual({ data: '.local-number-simulator' })
})

test('every flag is parsed', async () => {
  const { flags } = await runCommand('--port', '8000', '--data', 'd', '--apps', 'a.yaml', '--memory')
  expect(flags).toEqual({ port: 8000, data: 'd', apps: 'a.yaml', memory: true })
})

test.each(['0', '1', '65000'])('--port %s is accepted', async (port) => {
  expect((await runCommand('--port', port)).flags?.port).toBe(Number(port))
})

test.each([
  [['--port', '65001'], 'It must be a port from 1 to 65000, or 0 for any free ones.'],
  [['--port', '-1'], 'It must be a port'],
  [['--port', '7e3'], 'It must be a port'],
  [['--data', ''], 'It must be the path of a folder.'],
  [['--apps', ' '], 'It must be the path of a file.'],
  [['--prot', '1'], 'Did you mean --port?'],
  [['apps.yaml'], 'too many arguments'],
])('the arguments %j are refused with a hint', async (args, hint) => {
  const { flags, output, code } = await runCommand(...args)
  expect([flags, code]).toEqual([undefined, 1])
  expect(output).toContain(hint)
  expect(output).toMatch(/\(--help shows the options\)\n$/)
})

test('--help shows examples', async () => {
  const { output, code } = await runCommand('--help')
  expect(code).toBe(0)
  expect(output).toContain('$ npx @local-number/simulator --apps apps.yaml')
})

test('--version prints the version of the package', async () => {
  expect(await runCommand('--version')).toMatchObject({ output: `${version}\n`, code: 0 })
})
