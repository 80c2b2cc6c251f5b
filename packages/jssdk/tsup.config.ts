import { library } from '../../tsup.base'

// One SdkError class for all entries: CommonJS would have one each without splitting.
export default library(['index', 'miniprogram', 'h5', 'vendor', 'https'], 'es2018', { splitting: true })
