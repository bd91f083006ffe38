import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { getPreferences, subscribePreferences } from './preferences.ts';

/** Every namespace is a file of its own and a chunk of its own: `locales/<language>/<namespace>.json`. */
const files = import.meta.glob<ResourceKey>('../locales/*/*.json', { import: 'default' });

const lazyFiles: BackendModule = {
  type: 'backend',
  init() {
    return undefined;
  },
  read(language, namespace, done) {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`no namespace ${namespace} in ${language}`), null);
    load().then(
      (resource) => done(null, resource),
      (error: Error) => done(error, null),
    );
  },
};

export const i18n = i18next.createInstance();

/** Starts i18n with the person's language and loads what the shells need. */
export async function startI18n(): Promise<void> {
  await i18n
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: getPreferences().language,
      fallbackLng: 'id',
      supportedLngs: ['id', 'en'],
      ns: ['common'],
      defaultNS: 'common',
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  const apply = (): void => {
    document.documentElement.lang = i18n.language;
  };
  apply();
  i18n.on('languageChanged', apply);
  subscribePreferences(() => {
    const { language } = getPreferences();
    if (language !== i18n.language) void i18n.changeLanguage(language);
  });
}
