import { library } from '../../tsup.base'

export default library(['index', 'node', 'forge'], 'es2022')
