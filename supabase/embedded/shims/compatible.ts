import type { DatabaseSession } from '../engine/database-session.ts'
import type { Keys } from '../folder/keys.ts'
import type { LiteFetch } from '../lite/create-app.ts'
import { answerAdminUsers } from './admin-users.ts'
import { refuseMailRoute } from './mail-routes.ts'
import type { Shim, ShimContext } from './shim.ts'
import { answerStorageList } from './storage-list.ts'
import { answerSignedUrl, answerSignedUrls } from './storage-signed-urls.ts'
import { serveSafely } from './storage-serve.ts'
import { judgeUpload } from './storage-upload.ts'
import { addMetadataClaims } from './token-claims.ts'

const shims: Shim[] = [
  refuseMailRoute,
  addMetadataClaims,
  answerAdminUsers,
  answerSignedUrls,
  answerSignedUrl,
  answerStorageList,
  serveSafely,
  judgeUpload,
]

/** Puts the shims before lite: supabase-js then meets what it meets at a Supabase project. */
export function compatible(given: { lite: LiteFetch; session: DatabaseSession; keys: Keys }) {
  return async (request: Request, peerAddress: string | null): Promise<Response> => {
    const context: ShimContext = { ...given, lite: (passed) => given.lite(passed, { peerAddress }) }
    const path = new URL(request.url).pathname
    for (const shim of shims) {
      const response = await shim(request, path, context)
      if (response) return response
    }
    return context.lite(request)
  }
}
