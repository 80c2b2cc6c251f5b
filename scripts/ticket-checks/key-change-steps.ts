// Reads the steps by which the backend guide changes the ticket key.
import { findCodeBlocks, readPages } from '../markdown'

export interface Step {
  readonly waitMs: number
  readonly script: string
}

const UNITS: Readonly<Record<string, number>> = { minutes: 60_000, 分钟: 60_000, seconds: 1_000, 秒: 1_000 }

/** The numbered steps of the section, each with its wait and its commands. */
export function readSteps(guide: string): readonly Step[] {
  const page = readPages().find(({ path }) => path === guide)
  const [section = ''] = /^### (?:Changing the ticket key|更换票据密钥)\n[\s\S]*?(?=^##)/m.exec(page?.text ?? '') ?? []
  return section
    .split(/^\d\. /m)
    .slice(1)
    .map((text) => {
      const [, count = 0, unit = ''] = /^(?:Wait|等) (\d+) (\w+|分钟|秒)/u.exec(text) ?? []
      const [block] = findCodeBlocks({ path: guide, text })
      return { waitMs: Number(count) * (UNITS[unit] ?? 0), script: block?.code ?? 'false' }
    })
}
