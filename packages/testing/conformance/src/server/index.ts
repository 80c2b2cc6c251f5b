// The suite for a business server.
export { serverScenarios } from './scenarios'
export { openServer, type ServerApp, type ServerPhone, type ServerSubject } from './subject'
export { serverSuite } from './suite'
