import { readPages } from '../markdown'
import { findProblems } from '../snippets'

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
not TypeScript, so not checked
\`\`\`
`,
}

// One program for all pages: reading the component's types alone takes seconds.
let problems: readonly string[]
beforeAll(() => {
  problems = findProblems([...readPages(), BROKEN])
}, 120_000)

const filterProblems = (page: string) => problems.filter((problem) => problem.startsWith(page))

describe('the documentation’s snippets', () => {
  test('all snippets of the documentation compile against the sources', () => {
    expect(problems.filter((problem) => !problem.startsWith(BROKEN.path))).toEqual([])
  })

  test('a prop of the wrong type is reported with its page and line', () => {
    expect(filterProblems('docs/broken.md:6')).toEqual([
      expect.stringContaining("'number' is not assignable to type 'string'"),
    ])
  })

  test('an undeclared name is reported, and other languages are not checked', () => {
    expect(filterProblems('docs/broken.md:10')).toEqual([expect.stringContaining("Cannot find name 'undeclared'")])
    expect(filterProblems(BROKEN.path)).toHaveLength(2)
  })
})
