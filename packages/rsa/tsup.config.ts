import { library } from '../../tsup.base'

// CommonJS is split like ESM, so that all entries share one RsaError.
export default library(['index', 'node', 'forge'], 'es2022', { splitting: true })
