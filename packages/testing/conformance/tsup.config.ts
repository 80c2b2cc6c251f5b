import { library } from '../../../tsup.base'
import { createFingerprint } from '../../../tsup.fingerprint'

// The footer is for tests that run the build.
export default library(['index', 'cli'], 'es2022', { footer: { js: createFingerprint('src') } })
