// What is registered for an app, in short.
import type { AppView } from '@local-number/simulator-contract'
import { type Fact, FactList } from '../diagram/FactList'
import { formatDateTime } from '../diagram/times'
import { useTexts } from '../texts/words'

export function AppFacts({ app }: { readonly app: AppView }) {
  const { apps: texts, diagram, shell } = useTexts()
  const join = (values: readonly string[]) => values.join(', ') || shell.none
  const facts: readonly Fact[] = [
    [texts.contract, texts.contracts[app.contract]],
    [texts.balance, app.balance === null ? texts.unlimited : String(app.balance)],
    [texts.dailyLimit, `${app.dailyLimit} (${texts.periods[app.dailyLimitPeriod]})`],
    [texts.effectiveAt, app.effectiveAt === null ? texts.atOnce : formatDateTime(app.effectiveAt)],
    [texts.expiresAt, app.expiresAt === null ? texts.never : formatDateTime(app.expiresAt)],
    [texts.ipWhiteList, app.ipWhiteList === null ? texts.anyAddress : app.ipWhiteList.join(', ') || texts.noAddress],
    [texts.wxappids, join(app.wxappids)],
    [texts.scenarios, join(app.scenarios.map((scenario) => texts.scenarioNames[scenario]))],
    [texts.editions, join(app.editions.map((edition) => texts.editionNames[edition]))],
    [texts.origins, app.origins === null ? texts.anyOrigin : join(app.origins)],
    [texts.lines, join(app.lines.map((line) => diagram.lines[line]))],
    [diagram.scheme, `${app.signature.algorithm}, ${app.signature.encoding}`],
    [texts.codes, texts.dialects[app.codes]],
    [texts.capability, app.capability ? '✓' : '✕'],
    [texts.devTools, app.devTools ? '✓' : '✕'],
  ]
  return <FactList className="facts" facts={facts} />
}
