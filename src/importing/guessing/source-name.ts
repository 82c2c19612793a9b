/**
 * A name for the record that a file belongs to, so that next month's file is the same record: the file's name without
 * its ending and without dates and numbers at its end.
 */
export function sourceName(fileName: string): string {
  const stem = fileName.replace(/\.[^.]+$/, '').replace(/\s*[(（]\d+[)）]$/, '')
  const lasting = stem.replace(/[\s_\-–.]*(19|20)\d{2}([-_.年]?\d{1,2}){0,2}[月日]?$/, '')
  return (lasting || stem).trim().replace(/\s+/g, '-') || 'import'
}
