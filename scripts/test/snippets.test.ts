import { pages } from '../markdown'
import { problemsIn } from '../snippets'

const BROKEN = {
  path: 'docs/broken.md',
  text: `# A page with mistakes

\`\`\`tsx
import { LocalNumberLogin } from '@local-number/taro'

export const login = <LocalNumberLogin appId={300011877495} appName="Shop" consentVersion="1" api={{ baseUrl: '' }} />
\`\`\`

\`\`\`ts
undeclared()
\`\`\`

\`\`\`sh
not TypeScript, and nobody's business
\`\`\`
`,
}

// One program for all of them: the component's types alone take seconds to read.
let problems: readonly string[]
beforeAll(() => {
  problems = problemsIn([...pages(), BROKEN])
}, 120_000)

const of = (page: string) => problems.filter((problem) => problem.startsWith(page))

describe('the documentation’s snippets', () => {
  test('all of them compile against the sources', () => {
    expect(problems.filter((problem) => !problem.startsWith(BROKEN.path))).toEqual([])
  })

  test('a prop of the wrong type is found, with its page and line', () => {
    expect(of('docs/broken.md:6')).toEqual([expect.stringContaining("'number' is not assignable to type 'string'")])
  })

  test('so is a name that nobody declared, and nothing else', () => {
    expect(of('docs/broken.md:10')).toEqual([expect.stringContaining("Cannot find name 'undeclared'")])
    expect(of(BROKEN.path)).toHaveLength(2)
  })
})
