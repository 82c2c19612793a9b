import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { createAppRouter } from './app/router.ts'
import { i18n } from './messages/i18n.ts'
import './ui/tokens.css'
import './ui/base.css'

const pinia = createPinia()
createApp(App).use(pinia).use(createAppRouter(pinia)).use(i18n).mount('#app')
