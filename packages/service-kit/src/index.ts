/**
 * What the services of this repository share and what knows nothing of the protocol.
 *
 * @module
 */
