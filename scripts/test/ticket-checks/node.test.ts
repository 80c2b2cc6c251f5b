// The checks for Node that the backend guide prints, run as printed.
import { describeCheck } from '../../ticket-checks/describe-check'

describeCheck('tickets/local-number.ts')
describeCheck('tickets/jose.ts')
describeCheck('tickets/jsonwebtoken.ts')
