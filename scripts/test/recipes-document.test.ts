import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PLATFORM_SCENARIOS, WITHOUT_SCENARIO } from '@local-number/conformance'
import { ADVICE } from '@local-number/protocol/advice'
import { ALL_RETURN_CODES } from '@local-number/protocol/return-codes'
import { recipesDocument } from '../recipes-document'

const LOCALES = ['zh-CN', 'en'] as const

describe('the recipe pages', () => {
  test.each([
    ['zh-CN', 'zh/recipes.md'],
    ['en', 'en/recipes.md'],
  ] as const)('the committed %s page is what the generator makes today', (locale, file) => {
    expect(readFileSync(join(__dirname, '../../docs', file), 'utf8')).toBe(recipesDocument(locale))
  })

  test.each(LOCALES)('the %s page names every scenario that has a recipe', (locale) => {
    const page = recipesDocument(locale)
    const missing = PLATFORM_SCENARIOS.filter(({ id, recipe }) => recipe && !page.includes(`\`${id}\``))
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  test('a recipe shows the command that its scenario runs', () => {
    expect(recipesDocument('en')).toContain(`-d '{"contract":"unbound"}'`)
    expect(recipesDocument('zh-CN')).toContain(`-d '{"advanceMs":60001}'`)
    expect(recipesDocument('en')).toContain(`-d '{"network":"wifi","hotspot":"cm-4g"}'`)
  })

  test('a malformed field is shown with its very values', () => {
    expect(recipesDocument('en')).toContain('Send `12345` or `["token"]` as `token`.')
    expect(recipesDocument('zh-CN')).toContain('让 `token` 为 `12345` 或 `["token"]`。')
  })
})

describe('every cause of every code of the document', () => {
  const rows = ALL_RETURN_CODES.filter(({ dialect }) => dialect === 'document')
  const causes = rows.flatMap(({ call, code, causes }) => causes.map((cause) => ({ call, code, cause })))

  test.each(causes)('$call $code $cause has a recipe, or a reason why there is none', ({ call, code, cause }) => {
    const isOurs = (one: { readonly call: string; readonly code: string; readonly cause?: string }) =>
      one.call === call && one.code === code && one.cause === cause
    const reason = WITHOUT_SCENARIO.find(isOurs)
    const recipe = PLATFORM_SCENARIOS.find((scenario) => isOurs(scenario) && scenario.recipe)?.recipe
    expect(recipe ?? reason?.why).toBeDefined()
    const page = recipesDocument('en')
    expect(page).toContain(recipe ? recipe.en : (reason?.why.en ?? ''))
    expect(page).toContain(ADVICE.en.causes[cause].cause)
  })
})
