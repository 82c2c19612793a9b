import { uploadVerdict } from '../lite/upload-verdict.ts'
import { authError, storageError } from './responses.ts'
import type { Shim } from './shim.ts'

/**
 * An upload of a `File` or `Blob`: storage-js sends it as a form with the file under an empty name, lite looks for another name or does not
 * expect a form at all. It goes on as the bare file.
 */
const unwrapUpload: Shim = async (request, path, { lite }) => {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
  if (!isForm || !path.startsWith('/storage/v1/object/')) return null
  const form = await request.formData()
  const file = [...form.values()].find((value) => value instanceof File)
  if (!file) return authError(400, 'InvalidRequest', 'The form holds no file')
  const headers = new Headers(request.headers)
  headers.set('content-type', file.type || 'application/octet-stream')
  headers.set('content-length', String(file.size))
  const seconds = form.get('cacheControl')
  if (typeof seconds === 'string') headers.set('cache-control', `max-age=${seconds}`)
  return lite(new Request(request.url, { method: request.method, headers, body: await file.arrayBuffer() }))
}

/** Says which rule of the file storage an upload breaks, in the form of Supabase's storage. */
export const judgeUpload: Shim = async (request, path, context) => {
  if (!path.startsWith('/storage/v1/') || (request.method !== 'POST' && request.method !== 'PUT')) return null
  const verdict: { refusal: 'photo_not_a_picture' | null } = { refusal: null }
  const response = await uploadVerdict.run(
    verdict,
    async () => (await unwrapUpload(request, path, context)) ?? (await context.lite(request)),
  )
  if (!verdict.refusal) return response
  return storageError(415, verdict.refusal, 'The file is not the picture that its type says: send a JPEG, PNG or WebP')
}
