// The commands of a recipe, from the data of its scenario.
import { ADMIN_CALLS, type AdminCall } from '../admin-calls'
import type { PlatformScenario, SetupStep } from './scenario'

/** A command, or something to do by hand. */
export type RecipeStep = AdminCall | { readonly logins: number } | { readonly tokens: number }

/** What the commands are about, e.g. `$APP_ID`. */
export interface RecipeNames {
  readonly appId: string
  readonly handsetId: string
}

/** Returns the steps before the call, in order; none if only the request differs. */
export function toRecipeSteps(
  { secondApp, registration, handset, setup = [] }: PlatformScenario,
  names: RecipeNames,
): RecipeStep[] {
  const registered: SetupStep[] = registration ? [{ app: registration }] : []
  const added: SetupStep[] = handset ? [{ handset }] : []
  const steps = [...registered, ...added, ...setup].map((step) => toRecipeStep(step, names))
  return secondApp ? [ADMIN_CALLS.registerApp(secondApp), ...steps] : steps
}

function toRecipeStep(step: SetupStep, { appId, handsetId }: RecipeNames): RecipeStep {
  if ('app' in step) return ADMIN_CALLS.changeApp(appId, step.app)
  if ('handset' in step) return ADMIN_CALLS.changeHandset(handsetId, step.handset)
  if ('clock' in step) return ADMIN_CALLS.moveClock(step.clock)
  return 'fault' in step ? ADMIN_CALLS.addFault(step.fault) : step
}
