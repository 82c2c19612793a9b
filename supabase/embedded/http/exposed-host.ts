/** Whether others than this machine can reach a server that listens on this address. */
export function isExposed(host: string): boolean {
  return !(host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host))
}
