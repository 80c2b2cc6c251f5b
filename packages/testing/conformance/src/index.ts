/**
 * Tests whether a platform, a business server or a client SDK keeps the rules of the local-number protocol. Every rule
 * is a scenario with a stable id and a source. The command `local-number-conformance` runs the same suites.
 *
 * @example
 * import { connectControl, formatSummary, SUITES } from '@local-number/conformance'
 *
 * const target = {
 *   address: 'http://127.0.0.1:7000',
 *   control: connectControl('http://127.0.0.1:7002'),
 *   credentials: null,
 * }
 * const ids = new Set(SUITES.platform.scenarios.map(({ id }) => id))
 * console.log(formatSummary(await SUITES.platform.run(target, ids, {})))
 * @module
 */
export type { AdminCall } from './admin-calls'
export { type Control, connectControl } from './control'
export type { Language, Localized } from './localized'
export { createOutput, type Output } from './output'
export { type RecipeStep, toRecipeSteps } from './platform/recipe'
export type { PlatformScenario } from './platform/scenario'
export { PLATFORM_SCENARIOS } from './platform/scenarios'
export { WITHOUT_SCENARIO, type WithoutScenario } from './platform/without-scenario'
export { formatJUnit } from './report/junit'
export { createLiveReport, type LiveReport, type LiveReportOptions } from './report/live'
export { formatSummary } from './report/summary'
export { formatTable } from './report/table'
export { formatTap } from './report/tap'
export { type Outcome, type Result, type RunOptions, runScenarios } from './run'
export { type Basis, getBasis, type Need, type Scenario, Unmet } from './scenario'
export type { Opened, Suite, SuiteName, Target } from './suite'
export { type RunnableSuite, SUITES } from './suites'
export { Unusable } from './unusable'
