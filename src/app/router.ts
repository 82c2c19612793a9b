import type { Pinia } from 'pinia'
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router'
import { useSessionStore } from '../stores/session.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to whoever is not signed in. */
    isOpen?: boolean
    /** Only for roles that import. */
    needsImport?: boolean
    /** Only for an admin of something in the root. */
    needsAdmin?: boolean
  }
}

/** The routes of the app; whoever is not signed in lands on /sign-in and comes back from there. */
export function createAppRouter(pinia: Pinia): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', redirect: '/map' },
      { path: '/map', name: 'map', component: () => import('../screens/map/MapScreen.vue') },
      { path: '/cases', name: 'cases', component: () => import('../screens/cases/CasesScreen.vue') },
      { path: '/orders/:id?', name: 'orders', component: () => import('../screens/orders/OrdersScreen.vue') },
      { path: '/progress', name: 'progress', component: () => import('../screens/progress/ProgressScreen.vue') },
      {
        path: '/import',
        name: 'import',
        component: () => import('../screens/import/ImportScreen.vue'),
        meta: { needsImport: true },
      },
      {
        path: '/settings',
        name: 'settings',
        component: () => import('../screens/settings/SettingsScreen.vue'),
        meta: { needsAdmin: true },
      },
      {
        path: '/sign-in',
        name: 'sign-in',
        component: () => import('../screens/sign-in/SignInScreen.vue'),
        meta: { isOpen: true },
      },
      {
        path: '/welcome',
        name: 'welcome',
        component: () => import('../screens/welcome/WelcomeScreen.vue'),
        meta: { isOpen: true },
      },
      { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFound.vue') },
    ],
  })
  router.beforeEach(async (to) => {
    const session = useSessionStore(pinia)
    if (session.state === 'starting') await session.start()
    return redirectOf(to, session)
  })
  return router
}

/** Where somebody has to go instead, by the state of the session; true = may pass. */
function redirectOf(to: RouteLocationNormalized, session: ReturnType<typeof useSessionStore>) {
  if (session.state === 'needs_admin') return to.name === 'welcome' || { name: 'welcome', query: to.query }
  if (session.state === 'signed_out')
    return to.meta.isOpen === true || { name: 'sign-in', query: to.path === '/map' ? {} : { next: to.fullPath } }
  if (session.state === 'ready' && to.meta.isOpen) return { name: 'map' }
  return true
}
