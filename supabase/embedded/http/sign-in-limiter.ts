import { FailureCounter, type Attempt } from './failure-counter.ts'

const WINDOW_MS = 15 * 60_000
const FAILURES_PER_ACCOUNT = 10
const FAILURES_PER_ADDRESS = 100

/**
 * Holds back whoever guesses passwords: 10 failures in 15 minutes for an account, 100 for a network address. Successes are free, and one clears
 * its account. (A clear of the address as well would let a guesser with one account of his own go on for ever.)
 */
export class SignInLimiter {
  private readonly accounts: FailureCounter
  private readonly addresses: FailureCounter

  constructor(now: () => number = Date.now) {
    this.accounts = new FailureCounter({ limit: FAILURES_PER_ACCOUNT, windowMs: WINDOW_MS, forgives: true, now })
    this.addresses = new FailureCounter({ limit: FAILURES_PER_ADDRESS, windowMs: WINDOW_MS, forgives: false, now })
  }

  /**
   * Asks for an attempt to sign in.
   *
   * @param account e-mail address or telephone number as it was typed; empty when there is none
   * @param address of the network
   * @returns the attempt, whose end must be told, or in how many ms the next one is free
   */
  async begin(account: string, address: string): Promise<Attempt | { retryAfterMs: number }> {
    const byAddress = await this.addresses.begin(address.replace(/^::ffff:/, ''))
    if ('retryAfterMs' in byAddress) return byAddress
    const byAccount = await this.accounts.begin(account.trim().toLowerCase())
    if ('retryAfterMs' in byAccount) {
      byAddress.abandon()
      return byAccount
    }
    const both = (verb: keyof Attempt) => () => {
      byAccount[verb]()
      byAddress[verb]()
    }
    return { fail: both('fail'), succeed: both('succeed'), abandon: both('abandon') }
  }
}
