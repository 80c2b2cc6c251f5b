// Writes the notices of a bundle: every package whose code is in it, with its license. `npm run check:packages` looks for
// them in the tarballs.
import { resolve } from 'node:path'
import license, { type Dependency } from 'rollup-plugin-license'
import type { Options } from 'tsup'

const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt'

/** Our own packages, which have the license of this repository. */
const OWN = /^@local-number\//

/** For Vite and Rollup. */
export function writeNotices() {
  return license({ thirdParty: { output: { file: NOTICES, template: formatNotices } } })
}

function formatNotices(dependencies: readonly Dependency[]): string {
  const foreign = dependencies.filter(({ name }) => !OWN.test(name ?? ''))
  const notices = foreign.map(formatNotice).sort()
  return `This build contains code of these packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`
}

function formatNotice({ name, version, license: id, author, homepage, licenseText, noticeText }: Dependency): string {
  const facts = [`${name} ${version}`, `License: ${id}`, author && `Author: ${author.text()}`, homepage]
  const head = facts.filter(Boolean).join('\n')
  return `${[head, licenseText, noticeText].filter(Boolean).join('\n\n')}\n`
}

/** The hooks of the plugin that see what was bundled. */
interface Hooks {
  renderChunk(code: string, chunk: { readonly modules: Modules }, options: { readonly sourcemap: false }): unknown
  generateBundle(): void
}

type Modules = Readonly<Record<string, { readonly renderedLength: number }>>

/** For esbuild, whose metafile says the same as the chunks of Rollup. */
export function writeNoticesOfEsbuild(): NonNullable<Options['esbuildPlugins']>[number] {
  return {
    name: 'third-party-notices',
    setup({ initialOptions, onEnd }) {
      initialOptions.metafile = true
      onEnd(({ metafile }) => {
        const hooks = writeNotices() as unknown as Hooks
        for (const { inputs } of Object.values(metafile?.outputs ?? {})) {
          const modules = Object.entries(inputs).map(([path, { bytesInOutput }]) => [
            resolve(path),
            { renderedLength: bytesInOutput },
          ])
          hooks.renderChunk('', { modules: Object.fromEntries(modules) }, { sourcemap: false })
        }
        hooks.generateBundle()
      })
    },
  }
}
