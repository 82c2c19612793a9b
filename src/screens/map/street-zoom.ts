/** What one goes to is seen with the houses around it. */
export const STREET_ZOOM = 16
