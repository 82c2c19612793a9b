/**
 * What kept a basemap from being drawn: no answer, no answer in time, a no (a wrong token), an answer that is no map, or
 * this device has no network.
 */
export const BASEMAP_FAILURES = ['unreachable', 'slow', 'denied', 'wrong', 'offline'] as const
export type BasemapFailureReason = (typeof BASEMAP_FAILURES)[number]

/** Thrown by everything that opens a basemap or fetches a tile of one. */
export class BasemapFailure extends Error {
  override readonly name = 'BasemapFailure'
  readonly reason: BasemapFailureReason
  /** The host answers, and has no such thing: a tile of empty land, or the wrong address. */
  readonly isMissing: boolean

  constructor(
    reason: BasemapFailureReason,
    message: string,
    { isMissing = false, ...options }: ErrorOptions & { isMissing?: boolean } = {},
  ) {
    super(message, options)
    this.reason = reason
    this.isMissing = isMissing
  }
}

/** The reason in anything that was thrown; what nobody foresaw counts as an answer that is no map. */
export function failureReason(thrown: unknown): BasemapFailureReason {
  return thrown instanceof BasemapFailure ? thrown.reason : 'wrong'
}
