import { brokenLinks } from '../links'
import { pages } from '../markdown'

describe('the documentation’s links', () => {
  test('lead to files and headings that are there', () => {
    expect(brokenLinks(pages())).toEqual([])
  })

  test('one that leads to no file or no heading is found', () => {
    const text = `# 标题 one

[file](nowhere.md) [heading](#标题-two) [both](../README.md#nowhere)
[here](#标题-one) [there](zh/return-codes.md) [elsewhere](https://example.com/nowhere.md)

\`[code](is-no-link.md)\`
`
    const broken = brokenLinks([...pages(), { path: 'docs/page.md', text }])
    expect(broken.filter((link) => link.startsWith('docs/page.md'))).toEqual([
      'docs/page.md → nowhere.md',
      'docs/page.md → #标题-two',
      'docs/page.md → ../README.md#nowhere',
    ])
  })
})
