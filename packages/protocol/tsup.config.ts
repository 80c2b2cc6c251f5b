import { library } from '../../tsup.base'

export default library(['index', 'return-codes', 'advice', 'masking'], 'es2018')
