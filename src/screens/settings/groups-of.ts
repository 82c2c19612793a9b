/** What has the same group together, groups in the order in which they come first. */
export function groupsOf<T>(all: readonly T[], groupOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groupOf(one)
    const members = groups.get(group)
    if (members) members.push(one)
    else groups.set(group, [one])
  }
  return [...groups]
}
