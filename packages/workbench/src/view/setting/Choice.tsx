/** One of a few, by name. */
export function Choice<T extends string>({
  label,
  value,
  options,
  disabled = false,
  onChoice,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly disabled?: boolean;
  readonly onChoice: (value: T) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} disabled={disabled} onChange={(event) => onChoice(event.target.value as T)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
