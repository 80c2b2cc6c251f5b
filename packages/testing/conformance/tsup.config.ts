import { library } from '../../../tsup.base'

export default library(['index', 'cli'], 'es2022')
