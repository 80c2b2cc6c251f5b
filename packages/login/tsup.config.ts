import { library } from '../../tsup.base'

export default library(['index'], 'es2018')
