import { isSameSecret } from '../http/same-secret.ts'
import { createUser, updateUser, type UserChange } from './auth-users.ts'
import type { Shim, ShimContext } from './shim.ts'
import { authError, json } from './responses.ts'

/** GoTrue's admin API over users, for whoever holds the secret key; lite has none. */
export const answerAdminUsers: Shim = async (request, path, context) => {
  const match = /^\/auth\/v1\/admin\/users(?:\/([0-9a-f-]{36}))?$/.exec(path)
  if (!match || request.method === 'OPTIONS') return null
  if (!holdsSecretKey(request, context.keys.secretKey)) {
    return authError(401, 'no_authorization', 'This endpoint requires a valid Bearer token')
  }
  const [, id] = match
  const verb = `${request.method} ${id ? 'one' : 'all'}`
  switch (verb) {
    case 'GET all':
      return list(new URL(request.url).searchParams, context)
    case 'POST all':
      return create((await request.json()) as UserChange, context)
    case 'GET one':
      return show(id ?? '', context)
    case 'PUT one':
      await updateUser(context.session, id ?? '', (await request.json()) as UserChange)
      return show(id ?? '', context)
    case 'DELETE one':
      await context.session.query('delete from auth.users where id = $1', [id])
      return json({})
    default:
      return authError(405, 'method_not_allowed', 'Method not allowed')
  }
}

/** A browser that holds the secret key has leaked it; Supabase refuses it there, and so does lite. */
function holdsSecretKey(request: Request, secretKey: string): boolean {
  const isBrowser = /^Mozilla\//i.test(request.headers.get('user-agent') ?? '')
  return !isBrowser && isSameSecret(request.headers.get('apikey') ?? '', secretKey)
}

interface UserRow {
  raw_app_meta_data: object | null
  raw_user_meta_data: object | null
  [column: string]: unknown
}

function view({ raw_app_meta_data, raw_user_meta_data, encrypted_password: _hidden, ...user }: UserRow) {
  return { ...user, app_metadata: raw_app_meta_data ?? {}, user_metadata: raw_user_meta_data ?? {}, identities: [] }
}

async function list(query: URLSearchParams, { session }: ShimContext): Promise<Response> {
  const perPage = Number(query.get('per_page') || 50)
  const from = (Number(query.get('page') || 1) - 1) * perPage
  const [total] = await session.query<{ n: number }>('select count(*)::int as n from auth.users')
  const users = await session.query<UserRow>(
    `select ${COLUMNS} from auth.users order by created_at desc, id limit $1 offset $2`,
    [perPage, from],
  )
  return json({ users: users.map(view), aud: 'authenticated' }, 200, { 'x-total-count': String(total?.n ?? 0) })
}

async function show(id: string, { session }: ShimContext): Promise<Response> {
  const [user] = await session.query<UserRow>(`select ${COLUMNS} from auth.users where id = $1`, [id])
  return user ? json(view(user)) : authError(404, 'user_not_found', 'User not found')
}

async function create(wanted: UserChange, context: ShimContext): Promise<Response> {
  if (!wanted.email) return authError(400, 'validation_failed', 'Cannot create a user without an email')
  const email = wanted.email
  const id = await context.session.transaction((run) => createUser(run, { ...wanted, email }))
  if (id === null) return authError(422, 'email_exists', 'A user with this email address has already been registered')
  return show(id, context)
}

const COLUMNS = `id, aud, role, email, phone, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, banned_until, created_at, updated_at,
  last_sign_in_at, is_anonymous`
