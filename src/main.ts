import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { createAppRouter } from './app/router.ts'
import { i18n } from './messages/i18n.ts'
import { speak } from './messages/speak.ts'
import { usePreferencesStore } from './stores/preferences.ts'
import './ui/tokens.css'
import './ui/base.css'

const pinia = createPinia()
// The router begins to load the screen while the language comes.
const app = createApp(App).use(pinia).use(createAppRouter(pinia)).use(i18n)
void speak(usePreferencesStore(pinia).locale).then(() => app.mount('#app'))
