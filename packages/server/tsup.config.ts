import { library } from '../../tsup.base'

export default library(['index', 'koa', 'ticket'], 'es2022')
