import { library } from '../../../tsup.base'

// The simulator finds the console in its dist by `import.meta.url`, in CommonJS too: hence the shims.
export default library(['index', 'env', 'cli'], 'es2022', { shims: true })
