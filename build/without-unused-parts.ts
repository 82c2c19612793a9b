import type { Plugin } from 'vite'

/** Made with the client, so it has to be a class; an empty one. */
const empty = (...names: string[]) => names.map((name) => `export class ${name} {}`).join('\n')
/** Only called by whoever uses the part. */
const absent = (...names: string[]) =>
  names.map((name) => `export function ${name}() { throw new Error('Left out of this build') }`).join('\n')

/**
 * What libraries bring whether or not it is used, each with what stands in its place. Of supabase-js: files and functions of a project,
 * passkeys and wallets; `DataClient` (src/data/client.ts) has none of them, so a use does not compile, and whoever needs one takes it out of
 * here and adds it there. The administration of accounts stays: signing out goes through it. Of pmtiles: unpacking in JavaScript, which every browser with `:has()` does itself.
 */
const UNUSED = new Map([
  ['@supabase/storage-js', empty('StorageClient', 'StorageApiError')],
  [
    '@supabase/functions-js',
    empty(
      'FunctionRegion',
      'FunctionsClient',
      'FunctionsError',
      'FunctionsFetchError',
      'FunctionsHttpError',
      'FunctionsRelayError',
    ),
  ],
  [
    './lib/webauthn',
    [
      empty('WebAuthnApi'),
      absent(
        'browserSupportsWebAuthn',
        'createCredential',
        'deserializeCredentialCreationOptions',
        'deserializeCredentialRequestOptions',
        'getCredential',
        'serializeCredentialCreationResponse',
        'serializeCredentialRequestResponse',
        'webAuthnAbortService',
      ),
    ].join('\n'),
  ],
  ['fflate', absent('decompressSync')],
  ['./lib/web3/ethereum', absent('createSiweMessage', 'fromHex', 'getAddress', 'toHex')],
])

const LIBRARIES = /\/node_modules\/(@supabase\/(supabase|auth)-js|pmtiles)\//

/** Leaves out of a build what libraries bring along and the app never uses. */
export function withoutUnusedParts(): Plugin {
  return {
    name: 'without-unused-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (UNUSED.has(id) && importer && LIBRARIES.test(importer)) return `\0unused:${id}`
    },
    load(id) {
      if (id.startsWith('\0unused:')) return UNUSED.get(id.slice('\0unused:'.length))
    },
  }
}
