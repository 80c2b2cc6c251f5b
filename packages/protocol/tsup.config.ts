import { library } from '../../tsup.base'

/** A file of its own, so that an app which reads no numbers leaves it out: its patterns are created on loading. */
const INTERNAL = ['msisdn/index']

export default library(['index', 'return-codes', 'advice', 'masking', ...INTERNAL], 'es2018', { splitting: true })
