import { library } from '../../../tsup.base'
import { createFingerprint } from '../../../tsup.fingerprint'

// The simulator finds the console in its dist by `import.meta.url`, in CommonJS too: hence the shims. The footer is for
// tests that run the build.
export default library(['index', 'env', 'cli'], 'es2022', {
  shims: true,
  footer: { js: createFingerprint('src', '../simulator-contract/src', '../../service-kit/src') },
})
