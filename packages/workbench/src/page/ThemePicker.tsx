import { useState } from 'react';
import { applyTheme, type Theme, theme } from './theme.ts';

export function ThemePicker() {
  const [chosen, setChosen] = useState<Theme>(theme);
  return (
    <select
      aria-label="Colours"
      value={chosen}
      onChange={(event) => {
        const next = event.target.value as Theme;
        setChosen(next);
        applyTheme(next);
      }}
    >
      <option value="system">as the system</option>
      <option value="light">light</option>
      <option value="dark">dark</option>
    </select>
  );
}
