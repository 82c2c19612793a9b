/** True when this browser can draw the map at all. */
export function hasWebGL(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  // Browsers give only so many at once, and take one from a map when there is one more.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
