import { chosenAgency } from '../graphql/agency-choice';

/**
 * Saves what the server writes at this address, under the name that it gives. By fetch, because a link cannot say which agency
 * it is about. False where there was none: refused, or no network.
 */
export async function downloadFile(path: string, query: Readonly<Record<string, string>>): Promise<boolean> {
  const agency = chosenAgency();
  try {
    const response = await fetch(`${path}?${new URLSearchParams(query).toString()}`, {
      credentials: 'include',
      headers: agency ? { 'x-planerka-agency': agency } : {},
    });
    if (!response.ok) return false;
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = name ? decodeURIComponent(name) : '';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return true;
  } catch {
    return false;
  }
}
