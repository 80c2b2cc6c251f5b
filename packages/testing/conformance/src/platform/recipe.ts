// The commands of a recipe, made of the very data that its scenario runs by.
import { type AdminCall, CHANGES } from '../admin-calls'
import type { Change, PlatformScenario } from './row'

/** A command, or what must be done by hand in between. */
export type RecipeStep = AdminCall | { readonly logins: number } | { readonly tokens: number }

/** Who the commands are about, e.g. `$APP_ID`. */
export interface RecipeNames {
  readonly appId: string
  readonly handsetId: string
}

/** What to do before the call, in order. Empty when the request itself makes the difference. */
export function recipeSteps(
  { alsoFiled, filed, handset, given = [] }: PlatformScenario,
  names: RecipeNames,
): RecipeStep[] {
  const before: Change[] = [...(filed ? [{ app: filed }] : []), ...(handset ? [{ handset }] : [])]
  const steps = [...before, ...given].map((change) => stepOf(change, names))
  return alsoFiled ? [CHANGES.filing(alsoFiled), ...steps] : steps
}

function stepOf(change: Change, { appId, handsetId }: RecipeNames): RecipeStep {
  if ('app' in change) return CHANGES.app(appId, change.app)
  if ('handset' in change) return CHANGES.handset(handsetId, change.handset)
  if ('clock' in change) return CHANGES.clock(change.clock)
  return 'fault' in change ? CHANGES.fault(change.fault) : change
}
