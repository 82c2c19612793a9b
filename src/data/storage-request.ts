import { connectionOf, type DataClient } from './client.ts'

/** Address and headers of a request to the storage, as whoever is signed in. */
export async function storageRequest(
  client: DataClient,
  path: string,
): Promise<{ url: string; headers: Record<string, string> }> {
  const { url, key } = connectionOf(client)
  const { data } = await client.auth.getSession()
  return {
    url: `${url}/storage/v1${path}`,
    headers: { apikey: key, authorization: `Bearer ${data.session?.access_token ?? key}` },
  }
}
