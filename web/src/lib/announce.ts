/** Says a sentence to screen readers through the page's one live region. */
export function announce(message: string): void {
  const region = document.getElementById('live-region');
  if (!region) return;
  region.textContent = '';
  // Emptied first, so that the same sentence twice is read twice.
  setTimeout(() => {
    region.textContent = message;
  }, 50);
}
