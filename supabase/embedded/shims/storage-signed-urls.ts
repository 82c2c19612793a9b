import type { Shim, ShimContext } from './shim.ts'
import { json, withBody, withRequestBody } from './responses.ts'

interface LiteSignedUrl {
  signedUrl: string
  message?: string
}

/** storage-js puts `/storage/v1` before what it gets; lite has put it there already. */
const withoutPrefix = (url: string) => url.replace(/^\/storage\/v1/, '')

/** A signed URL for a download or an upload, in the form storage-js reads. */
export const answerSignedUrl: Shim = async (request, path, { lite }) => {
  if (request.method !== 'POST' || !/^\/storage\/v1\/object\/(upload\/)?sign\//.test(path)) return null
  const response = await lite(request)
  if (!response.ok) return response
  const { signedUrl, ...rest } = (await response.json()) as LiteSignedUrl
  const url = withoutPrefix(signedUrl)
  return withBody(response, {
    ...rest,
    signedURL: url,
    url,
    token: new URL(url, request.url).searchParams.get('token'),
  })
}

/** Signed URLs for several objects; lite finds none of them. */
export const answerSignedUrls: Shim = async (request, path, context) => {
  if (request.method !== 'POST' || !/^\/storage\/v1\/object\/sign\/[^/]+$/.test(path)) return null
  const { paths, expiresIn } = (await request.json()) as { paths: string[]; expiresIn: number }
  const answers = []
  for (const name of paths) answers.push(await signOne(request, name, expiresIn, context))
  return json(answers)
}

async function signOne(request: Request, name: string, expiresIn: number, { lite }: ShimContext) {
  const url = `${request.url}/${name.split('/').map(encodeURIComponent).join('/')}`
  const response = await lite(withRequestBody(request, { expiresIn }, url))
  const answer = (await response.json()) as LiteSignedUrl
  return response.ok
    ? { path: name, error: null, signedURL: withoutPrefix(answer.signedUrl) }
    : {
        path: name,
        error: answer.message ?? 'Either the object does not exist or you do not have access to it',
        signedURL: null,
      }
}
