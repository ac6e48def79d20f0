/** Puts the cursor into the field that a finding is about; for a part of a list, into that part or the whole list. */
export function focusField(path: string): void {
  const parts = path.split('.');
  while (parts.length > 0) {
    const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(parts.join('.'))}"]`);
    if (place) {
      place.scrollIntoView({ behavior: 'smooth', block: 'center' });
      const control = place.matches('input, textarea, button, select')
        ? place
        : (place.querySelector<HTMLElement>('input, textarea, button') ?? place);
      control.focus({ preventScroll: true });
      return;
    }
    parts.pop();
  }
}
