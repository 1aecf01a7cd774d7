import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The window is called after what it shows, until that is gone. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const plain = t('app.title');
  useEffect(() => {
    document.title = `${title} · ${plain}`;
    return () => {
      document.title = plain;
    };
  }, [title, plain]);
}
