export type Theme = 'system' | 'light' | 'dark';

const key = 'demarche theme';

export function theme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Colours go by `color-scheme` alone (`light-dark()` in the style sheet). */
export function applyTheme(chosen: Theme = theme()): void {
  document.documentElement.style.colorScheme = chosen === 'system' ? 'light dark' : chosen;
  try {
    if (chosen === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, chosen);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}
