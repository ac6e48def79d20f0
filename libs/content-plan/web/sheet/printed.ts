/** Opens the browser's print window once every picture is there: one that is still on its way would be an empty place on paper. */
export async function printed(): Promise<void> {
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
  window.print();
}
