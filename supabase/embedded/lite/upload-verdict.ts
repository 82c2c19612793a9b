import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Why the file storage does not take an upload. Lite answers every error of its storage adapter with 500 and no reason, so the reason travels
 * beside the error to the shim that asked.
 */
export const uploadVerdict = new AsyncLocalStorage<{ refusal: 'photo_not_a_picture' | null }>()
