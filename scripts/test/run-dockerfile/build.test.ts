// Small Dockerfiles, followed for real in a temporary folder.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Image, placeIn } from '../../run-dockerfile/build'
import { Container } from '../../run-dockerfile/container'
import { readRecipe } from '../../run-dockerfile/recipe'

let folder: string
let context: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-dockerfile-'))
  context = join(folder, 'context')
  mkdirSync(context)
  writeFileSync(join(context, 'a.txt'), 'a')
  writeFileSync(join(context, 'secret.txt'), 'secret')
})
afterEach(() => rmSync(folder, { recursive: true }))

const END = 'HEALTHCHECK CMD test -f healthy\nENTRYPOINT ["/bin/sh", "-c", "exit 3"]'

function built(...lines: readonly string[]): Image {
  return build(readRecipe(['FROM scratch', ...lines, END].join('\n')), context, folder)
}

const read = (image: Image, path: string) => readFileSync(placeIn(image, path), 'utf8')

test('RUN runs in the WORKDIR, with the ENV', () => {
  const image = built('WORKDIR /srv', 'ENV NAME=x', 'RUN echo -n "$NAME" > name')
  expect(read(image, '/srv/name')).toBe('x')
})

test('a RUN that fails ends the build with what it said', () => {
  expect(() => built('RUN echo why >&2; exit 4')).toThrow(/exit code 4\nwhy/)
})

test('COPY takes files by pattern, and a later stage takes folders of an earlier one with their links', () => {
  const image = built(
    'COPY *.txt /in/',
    'WORKDIR /in',
    'RUN mkdir -p tree && ln -s ../a.txt tree/link',
    'FROM scratch',
    'COPY secret.txt ./',
    'FROM scratch AS last',
  )
  expect(existsSync(placeIn(image, 'secret.txt'))).toBe(false)
  const recipe = readRecipe(
    `FROM scratch AS one\nCOPY a.txt /in/\nRUN cd in && ln -s a.txt link\nFROM scratch\nCOPY --from=one /in /out\n${END}`,
  )
  const second = build(recipe, context, folder)
  expect(read(second, '/out/a.txt')).toBe('a')
  expect(readlinkSync(placeIn(second, '/out/link'))).toBe('a.txt')
})

test('what .dockerignore holds back is not there to be copied', () => {
  writeFileSync(join(context, '.dockerignore'), '*\n!a.txt\n')
  expect(() => built('COPY secret.txt ./')).toThrow('COPY secret.txt: the context has no such file')
  expect(read(built('COPY *.txt ./'), 'a.txt')).toBe('a')
})

test('a stage that nobody has named cannot be copied from', () => {
  expect(() => built('COPY --from=install /a /b')).toThrow('there is no such stage above')
})

describe('a container', () => {
  const recipe = readRecipe(
    'FROM scratch\nHEALTHCHECK CMD test -f healthy\nENTRYPOINT ["/bin/sh", "-c", "trap \'exit 7\' TERM; touch $FILE; while :; do sleep 0.05; done"]',
  )

  test('is healthy when its check says so, and is stopped by SIGTERM', async () => {
    const container = new Container(recipe, build(recipe, context, folder), { FILE: 'healthy' })
    await container.healthy()
    expect(await container.stop()).toBe(7)
  })

  test('that ends before it is healthy says what it said', async () => {
    const ending = { ...recipe, entrypoint: ['/bin/sh', '-c', 'echo no token >&2; exit 2'] }
    const container = new Container(ending, build(recipe, context, folder), {})
    expect(await container.ended()).toBe(2)
    await expect(container.healthy()).rejects.toThrow('it has ended:\nno token')
  })
})
