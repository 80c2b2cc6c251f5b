// A request to the simulator that a button starts: busy while it runs; its problem is kept until the next attempt.
import { useState } from 'react'
import type { AdminApi } from '../api/admin-api'
import { toProblem } from '../api/request'
import type { Problem } from './console-state'
import { useConsole } from './use-console'

export interface Action {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Resolves to what went wrong, or `null`. */
  readonly run: (work: (api: AdminApi) => Promise<unknown>) => Promise<Problem | null>
  readonly clearProblem: () => void
}

export function useAction(): Action {
  const { change } = useConsole()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run: Action['run'] = async (work) => {
    setBusy(true)
    setProblem(null)
    try {
      await change(work)
      return null
    } catch (thrown) {
      const found = toProblem(thrown)
      setProblem(found)
      return found
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run, clearProblem: () => setProblem(null) }
}
