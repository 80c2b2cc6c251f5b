// What is filed about an app, in short.
import type { AppView } from '@local-number/simulator-contract'
import { type Fact, FactList } from '../diagram/FactList'
import { dateTime } from '../diagram/times'
import { useTexts } from '../texts/words'

export function AppFacts({ app }: { readonly app: AppView }) {
  const { apps: texts, diagram, shell } = useTexts()
  const list = (values: readonly string[]) => values.join(', ') || shell.none
  const facts: readonly Fact[] = [
    [texts.contract, texts.contracts[app.contract]],
    [texts.balance, app.balance === null ? texts.unlimited : String(app.balance)],
    [texts.dailyLimit, String(app.dailyLimit)],
    [texts.effectiveAt, app.effectiveAt === null ? texts.atOnce : dateTime(app.effectiveAt)],
    [texts.expiresAt, app.expiresAt === null ? texts.never : dateTime(app.expiresAt)],
    [texts.ipWhiteList, app.ipWhiteList === null ? texts.anyAddress : app.ipWhiteList.join(', ') || texts.nobody],
    [texts.wxappids, list(app.wxappids)],
    [texts.scenarios, list(app.scenarios.map((scenario) => texts.scenarioNames[scenario]))],
    [texts.lines, list(app.lines.map((line) => diagram.lines[line]))],
    [diagram.scheme, `${app.signature.algorithm}, ${app.signature.encoding}`],
    [texts.codes, texts.dialects[app.codes]],
    [texts.capability, app.capability ? '✓' : '✕'],
    [texts.devTools, app.devTools ? '✓' : '✕'],
  ]
  return <FactList className="facts" facts={facts} />
}
