// Made by the JDK: throw-away keys, signatures and ciphertexts (see the note in the file).
import type { SignatureAlgorithm } from '../../src/index'
import recorded from '../vectors/rsautils-jdk.json'

export const algorithms: SignatureAlgorithm[] = ['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']

export const jdkKeys = recorded.keys

export const [jdk1024, jdk2048] = recorded.keys as [(typeof recorded.keys)[number], (typeof recorded.keys)[number]]
