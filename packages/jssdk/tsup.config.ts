import { library } from '../../tsup.base'

export default library(['index', 'miniprogram', 'h5'], 'es2018')
