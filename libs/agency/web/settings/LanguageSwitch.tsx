import { chooseLanguage, Segmented, useLanguage, type Language } from '@planerka/platform/web';
import { useT } from '../locales';

export function LanguageSwitch() {
  const t = useT();
  const { language } = useLanguage();
  return (
    <Segmented<Language>
      label={t('settings.language')}
      value={language}
      onChange={(next) => void chooseLanguage(next)}
      segments={[
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
