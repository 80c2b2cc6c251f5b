import { version } from '../../package.json'
import { command, type Flags } from '../../src/cli/command'

/** What it is told to run with, what it says, and the exit code. */
async function given(...args: readonly string[]) {
  const heard: Flags[] = []
  let said = ''
  const write = (text: string) => {
    said += text
  }
  const parsed = command(async (flags) => void heard.push(flags))
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write })
    .parseAsync(args, { from: 'user' })
  const code = await parsed.then(
    () => null,
    ({ exitCode }: { exitCode: number }) => exitCode,
  )
  return { flags: heard[0], said, code }
}

test('without a flag, it keeps its data in the current folder', async () => {
  expect((await given()).flags).toEqual({ data: '.local-number-simulator' })
})

test('every flag reaches the run', async () => {
  const { flags } = await given('--port', '8000', '--data', 'd', '--apps', 'a.yaml', '--memory')
  expect(flags).toEqual({ port: 8000, data: 'd', apps: 'a.yaml', memory: true })
})

test.each(['0', '1', '65000'])('%s is a port', async (port) => {
  expect((await given('--port', port)).flags?.port).toBe(Number(port))
})

test.each([
  [['--port', '65001'], 'It must be a port from 1 to 65000, or 0 for any free ones.'],
  [['--port', '-1'], 'It must be a port'],
  [['--port', '7e3'], 'It must be a port'],
  [['--data', ''], 'It must be the path of a folder.'],
  [['--apps', ' '], 'It must be the path of a file.'],
  [['--prot', '1'], 'Did you mean --port?'],
  [['apps.yaml'], 'too many arguments'],
])('%j is refused, with a hint', async (args, hint) => {
  const { flags, said, code } = await given(...args)
  expect([flags, code]).toEqual([undefined, 1])
  expect(said).toContain(hint)
  expect(said).toMatch(/\(--help shows what there is\)\n$/)
})

test('--help shows examples', async () => {
  const { said, code } = await given('--help')
  expect(code).toBe(0)
  expect(said).toContain('$ npx @local-number/simulator --apps apps.yaml')
})

test('--version is the package’s', async () => {
  expect(await given('--version')).toMatchObject({ said: `${version}\n`, code: 0 })
})
