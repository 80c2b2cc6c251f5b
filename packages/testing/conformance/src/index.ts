/**
 * Says whether a platform, a business server or a client SDK speaks the local-number protocol.
 *
 * @module
 */
export type { AdminCall } from './admin-calls'
export { type Control, connectControl } from './control'
export { createOutput, type Output } from './output'
export { type RecipeStep, recipeSteps } from './platform/recipe'
export type { PlatformScenario } from './platform/row'
export { PLATFORM_SCENARIOS } from './platform/scenarios'
export { WITHOUT_SCENARIO, type WithoutScenario } from './platform/without-scenario'
export { closingLine } from './report/closing-line'
export { junitReport } from './report/junit'
export { createLiveReport, type LiveReport, type LiveReportOptions } from './report/live'
export { tableReport } from './report/table'
export { tapReport } from './report/tap'
export { type Outcome, type Result, type RunOptions, runScenarios } from './run'
export { type Basis, basisOf, type Need, type Scenario, Unmet } from './scenario'
export type { Opened, Suite, SuiteName, Target } from './suite'
export { type RunnableSuite, SUITES } from './suites'
export type { Language, Localized } from './texts'
export { Unusable } from './unusable'
