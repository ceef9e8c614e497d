/** A signal that an interrupt gives; a second one ends the process at once. */
export function interruption(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const control = new AbortController();
  const heard = () => control.abort(new Error('interrupted'));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, heard);
  return {
    signal: control.signal,
    forget: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeListener(name, heard);
    },
  };
}
