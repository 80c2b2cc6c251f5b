// A button's work: busy while it runs, its problem kept until it is tried again.
import { useState } from 'react'
import type { AdminApi } from '../api/admin-api'
import { problemOf } from '../api/request'
import type { Problem } from './console-state'
import { useConsole } from './use-console'

export interface Action {
  readonly busy: boolean
  readonly problem: Problem | null
  /** True when it worked. */
  readonly run: (work: (api: AdminApi) => Promise<unknown>) => Promise<boolean>
  readonly forget: () => void
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
      return true
    } catch (thrown) {
      setProblem(problemOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run, forget: () => setProblem(null) }
}
