// How to produce each return code on the simulator, as a Markdown page per language, from the scenarios of the
// conformance suite. `generate-recipes.ts` writes the pages.
import {
  PLATFORM_SCENARIOS,
  type PlatformScenario,
  type RecipeStep,
  toRecipeSteps,
  WITHOUT_SCENARIO,
} from '@local-number/conformance'
import { ADVICE, advise, type Locale } from '@local-number/protocol/advice'
import { CALLS, type Call, lookUp } from '@local-number/protocol/return-codes'

interface Labels {
  readonly language: 'zh' | 'en'
  readonly title: string
  readonly intro: string
  readonly calls: Readonly<Record<Call, string>>
  /** Contains `@` as a placeholder for the ids. */
  readonly scenarios: string
  /** Steps that have no command. */
  readonly logins: (count: number) => string
  readonly tokens: (count: number) => string
  readonly withoutTitle: string
  readonly withoutHead: readonly string[]
}

const LABELS: Readonly<Record<Locale, Labels>> = {
  'zh-CN': {
    language: 'zh',
    title: '各返回码的做法',
    intro: `每个返回码在模拟器里怎样由真实的原因产生。下面的做法和命令出自一致性测试的场景，测试时真的运行过：
在本仓库里，\`node packages/testing/conformance/dist/cli.js --platform … --only @…\` 可以单独跑一个。命令里的 \`SIM\` 是管理接口的地址，\`APP_ID\` 是应用，
\`PHONE\` 是手机的 id；没有命令的做法，区别在请求的内容或先后。做完把字段改回去，时钟用 \`{"reset":true}\` 复位。`,
    calls: {
      getMobile: '取号（getMobile）',
      getToken: '获取 token（getToken）',
      httpsGetMobile: 'HTTPS 版取号（httpsGetMobile）',
      verify: '本机号码校验（verify）',
    },
    scenarios: '（场景：@）',
    logins: (count) => `用同一个号码完成 ${count} 次登录`,
    tokens: (count) => `用同一个号码取 ${count} 个 token，都不校验`,
    withoutTitle: '平台产生不了的原因',
    withoutHead: ['调用', '返回码', '原因', '为什么'],
  },
  en: {
    language: 'en',
    title: 'A recipe for each return code',
    intro: `How to produce each return code on the simulator by its real cause. The recipes and commands come from scenarios
of the conformance suite, so the tests run them. To run one, in a checkout of this repository:
\`node packages/testing/conformance/dist/cli.js --platform … --only @…\`.
In the commands, \`SIM\` is the address of the admin API, \`APP_ID\` the app, and \`PHONE\` the handset's id. A recipe without
a command differs in the content or the order of requests. Afterwards, restore the fields, and reset the clock with
\`{"reset":true}\`.`,
    calls: {
      getMobile: 'Number retrieval (getMobile)',
      getToken: 'The token (getToken)',
      httpsGetMobile: 'Number and token in the HTTPS edition (httpsGetMobile)',
      verify: 'The verification (verify)',
    },
    scenarios: ' (@)',
    logins: (count) => `log in ${count === 1 ? 'once' : `${count} times`} with the same number`,
    tokens: (count) => `get ${count} tokens for the same number, and verify none of them`,
    withoutTitle: 'Causes that no platform can produce',
    withoutHead: ['Call', 'Code', 'Cause', 'Why'],
  },
}

const NAMES = { appId: '$APP_ID', handsetId: '$PHONE' } as const

/** Returns the whole page in one language, with a newline at its end. */
export function createRecipesDocument(locale: Locale): string {
  const { title, intro } = LABELS[locale]
  const sections = [
    '<!-- Written by scripts/generate-recipes.ts from packages/testing/conformance: change it there. -->',
    `# ${title}`,
    intro,
    '```sh\nSIM=http://127.0.0.1:7002 APP_ID=300011877495 PHONE=cm-5g\n```',
    ...CALLS.flatMap((call) => formatCall(call, locale)),
    ...formatWithoutScenario(locale),
  ]
  return `${sections.join('\n\n')}\n`
}

function formatCall(call: Call, locale: Locale): readonly string[] {
  const scenarios = PLATFORM_SCENARIOS.filter((scenario) => scenario.call === call && scenario.recipe)
  const codes = [...new Set(scenarios.map(({ code }) => code))].sort()
  return [
    `## ${LABELS[locale].calls[call]}`,
    ...codes.flatMap((code) => {
      const { meaning } = advise(lookUp(call, code), locale)
      const recipes = formatRecipes(
        scenarios.filter((scenario) => scenario.code === code),
        locale,
      )
      return [`### ${code}`, ...(lookUp(call, code).known ? [meaning] : []), recipes]
    }),
  ]
}

/** Lists a recipe once if several scenarios share it. */
function formatRecipes(scenarios: readonly PlatformScenario[], locale: Locale): string {
  const idsByRecipe = new Map<string, string[]>()
  for (const scenario of scenarios) {
    const recipe = formatRecipe(scenario, locale)
    idsByRecipe.set(recipe, [...(idsByRecipe.get(recipe) ?? []), `\`${scenario.id}\``])
  }
  return [...idsByRecipe].map(([recipe, ids]) => recipe.replace('@', ids.join(' '))).join('\n\n')
}

/** Contains `@` as a placeholder for the ids. */
function formatRecipe(scenario: PlatformScenario, locale: Locale): string {
  const { language, scenarios } = LABELS[locale]
  const cause = scenario.cause ? `**${ADVICE[locale].causes[scenario.cause].cause}** ` : ''
  const commands = toRecipeSteps(scenario, NAMES).map((step) => `  ${formatCommand(step, locale)}`)
  const block = commands.length > 0 ? ['', '  ```sh', ...commands, '  ```'] : []
  return [`- ${cause}${scenario.recipe?.[language]}${scenarios}`, ...block].join('\n')
}

function formatCommand(step: RecipeStep, locale: Locale): string {
  const { logins, tokens } = LABELS[locale]
  if ('logins' in step) return `# ${logins(step.logins)}`
  if ('tokens' in step) return `# ${tokens(step.tokens)}`
  const { method, path, body } = step
  return `curl -X ${method} "$SIM${path}" -H 'content-type: application/json' -d '${JSON.stringify(body)}'`
}

function formatWithoutScenario(locale: Locale): readonly string[] {
  const { withoutTitle, withoutHead, language } = LABELS[locale]
  const rows = WITHOUT_SCENARIO.map(({ call, code, cause, why }) => [
    call,
    `\`${code}\``,
    cause ? ADVICE[locale].causes[cause].cause : '',
    why[language],
  ])
  const table = [withoutHead, withoutHead.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  return [`## ${withoutTitle}`, table.join('\n')]
}
